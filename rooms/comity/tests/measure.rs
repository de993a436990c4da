//! The measure: the figures that the Assembly counted fall out of the record, through the binary.

use crate::common::{comity, text};
use serde_json::Value;
use tempfile::TempDir;

fn outstanding(folder: &str, more: &[&str]) -> Value {
    let arguments = [&["outstanding", "--data", folder, "--format", "json"], more].concat();
    let output = comity(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn ids(view: &Value) -> Vec<&str> {
    view["persons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["id"].as_str().unwrap())
        .collect()
}

#[test]
fn a_fresh_folder_gives_the_figures_that_the_assembly_counted() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path().join("data");
    let folder = folder.to_str().unwrap();

    // ICC-ASP/12/Res.3, paragraph 2 and its note.
    let view = outstanding(folder, &["--as-at", "2013-10-02"]);
    assert_eq!(view["count"], 14);
    assert_eq!(
        ids(&view),
        [
            "kony",
            "odhiambo",
            "ongwen",
            "otti",
            "abdalrahman",
            "harun",
            "albashir",
            "saif",
            "senussi",
            "hussein",
            "mudacumura",
            "sgbagbo",
            "blegoude",
            "barasa"
        ],
        "longest outstanding first"
    );
    assert_eq!(
        (&view["as_at"], view["known_on"].as_str().unwrap().len()),
        (&Value::from("2013-10-02"), 10)
    );

    assert_eq!(outstanding(folder, &["--as-at", "2014-11-30"])["count"], 13);
    assert_eq!(outstanding(folder, &["--as-at", "2013-09-29"])["count"], 12);
    let hindsight = outstanding(folder, &["--as-at", "2013-10-02", "--hindsight"]);
    assert_eq!(hindsight["count"], 15);
    assert!(
        ids(&hindsight).contains(&"khaled"),
        "the warrant against Khaled was under seal until 2017"
    );
}

#[test]
fn a_row_gives_the_earliest_open_warrant_its_days_and_what_is_known_of_its_dates() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path().to_str().unwrap();
    let view = outstanding(folder, &["--as-at", "2013-10-02"]);
    let person = |id: &str| view["persons"].as_array().unwrap().iter().find(|p| p["id"] == id).cloned().unwrap();

    let barasa = person("barasa");
    assert_eq!(
        (&barasa["public_on"], &barasa["days_outstanding"]),
        (&Value::from("2013-10-02"), &Value::from(0)),
        "the day itself is 0"
    );
    let harun = person("harun");
    assert_eq!(
        (&harun["issued_on"], &harun["public_on"]),
        (&Value::from("2007-04-27"), &Value::from("2007-05-02"))
    );
    assert_eq!(harun["days_outstanding"], 2345, "2 May 2007 to 2 October 2013");
    let contradicts: Vec<&Value> = harun["sources"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|s| s["verdict"] == "contradicts")
        .collect();
    assert_eq!(contradicts.len(), 1);
    assert_eq!(contradicts[0]["value"], "2007-05-02");
    let albashir = person("albashir");
    assert_eq!(albashir["warrants"].as_array().unwrap().len(), 2, "all open warrants");
    assert_eq!(albashir["situation"], "Darfur, Sudan");
    assert!(albashir["verified"].is_boolean() && albashir["source"].is_string());

    let hindsight = outstanding(folder, &["--as-at", "2013-10-02", "--hindsight"]);
    let khaled = hindsight["persons"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["id"] == "khaled")
        .cloned()
        .unwrap();
    assert_eq!(khaled["public_on"], Value::Null, "not public on that day");
    assert_eq!(khaled["days_outstanding"], 167, "from the day of issue, 18 April 2013");
}

#[test]
fn an_arrest_does_not_end_it_and_a_summons_does_not_count() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path().to_str().unwrap();
    // Arrested in Germany on 16 July 2025, surrendered on 1 December 2025.
    assert!(ids(&outstanding(folder, &["--as-at", "2025-11-30"])).contains(&"elhishri"));
    assert!(
        !ids(&outstanding(folder, &["--as-at", "2025-12-01"])).contains(&"elhishri"),
        "the day of an act counts"
    );
    // Under a summons from 2011.
    assert!(!ids(&outstanding(folder, &["--as-at", "2012-06-01", "--hindsight"])).contains(&"kenyatta"));
}

#[test]
fn the_same_list_comes_as_a_table_and_as_csv() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path().to_str().unwrap();
    let table = comity(&["outstanding", "--data", folder, "--as-at", "2013-10-02"]);
    assert!(text(&table.stdout).starts_with("14 persons outstanding as at 2013-10-02, as public then"));
    let csv = comity(&["outstanding", "--data", folder, "--as-at", "2013-10-02", "--format", "csv"]);
    assert_eq!(text(&csv.stdout).lines().count(), 15, "a heading and a line a person");
}
