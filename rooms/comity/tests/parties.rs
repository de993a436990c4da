//! The parties to a treaty: the law gives on every day what a plain reading of the public record's columns gives.

use crate::common::{comity, house, public_record, reading, text};
use access::Viewer;
use comity::house::House;
use jiff::ToSpan;
use jiff::civil::Date;
use register::view::ViewError;
use register::view::model::{Parties, Tie};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A row of a file of the public record, by column.
type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(public_record().join(file)).expect(file);
    reader.deserialize().collect::<Result<_, _>>().expect(file)
}

async fn parties(house: &House, treaty: &str, as_at: &str) -> Parties {
    let parties = house.register.parties(&Viewer::public(), &reading(as_at, false), treaty).await;
    parties.expect("a treaty that was adopted")
}

fn codes<'p>(parties: &'p Parties, keep: impl Fn(&Tie) -> bool + 'p) -> BTreeSet<&'p str> {
    parties
        .ties
        .iter()
        .filter(|tie| keep(tie))
        .map(|tie| tie.state.code.as_str())
        .collect()
}

fn tie<'p>(parties: &'p Parties, code: &str) -> &'p Tie {
    parties
        .ties
        .iter()
        .find(|tie| tie.state.code == code)
        .unwrap_or_else(|| panic!("no tie of {code}"))
}

fn standing<'p>(parties: &'p Parties, code: &str) -> &'p str {
    tie(parties, code).standing.as_deref().unwrap_or("none")
}

/// What the columns of the public record say, read without any law: which columns bind and end.
struct Plain {
    treaty: &'static str,
    rows: Vec<Row>,
    began: BTreeMap<String, Date>,
    bound: &'static str,
    ended: Option<&'static str>,
    unresolved: Option<&'static str>,
}

impl Plain {
    fn of(treaty: &'static str) -> Plain {
        let began = rows("states.csv").into_iter();
        let began = began.filter_map(|row| Some((row["alpha3"].clone(), row["exists_from"].parse().ok()?)));
        let rome = treaty == "rome-statute";
        Plain {
            treaty,
            rows: rows(if rome { "rome_statute.csv" } else { "apic.csv" }),
            began: began.collect(),
            bound: if rome { "entered_into_force_on" } else { "bound_on" },
            ended: rome.then_some("withdrawal_effective_on"),
            unresolved: rome.then_some("position_unresolved_from"),
        }
    }

    fn holds(row: &Row, column: Option<&str>, on: Date) -> bool {
        column
            .and_then(|column| row[column].parse::<Date>().ok())
            .is_some_and(|from| from <= on)
    }

    /// Those of whom it is not known on a day whether they are parties.
    fn unresolved(&self, on: Date) -> BTreeSet<&str> {
        let unknown = |row: &&Row| Plain::holds(row, self.unresolved, on) || row["kind"] == "deposit not found";
        self.rows.iter().filter(unknown).map(|row| row["alpha3"].as_str()).collect()
    }

    fn parties(&self, on: Date) -> BTreeSet<&str> {
        let exists = |row: &Row| self.began.get(&row["alpha3"]).is_none_or(|began| *began <= on);
        let unknown = self.unresolved(on);
        let is_party = |row: &&Row| {
            exists(row)
                && Plain::holds(row, Some(self.bound), on)
                && !Plain::holds(row, self.ended, on)
                && !unknown.contains(row["alpha3"].as_str())
        };
        self.rows.iter().filter(is_party).map(|row| row["alpha3"].as_str()).collect()
    }

    /// Every day on which the number may turn, and the day before it.
    fn turns(&self) -> BTreeSet<Date> {
        let columns = [Some(self.bound), self.ended, self.unresolved];
        let days = self
            .rows
            .iter()
            .flat_map(|row| columns.iter().flatten().filter_map(|column| row[*column].parse().ok()));
        let days: BTreeSet<Date> = days.chain(self.began.values().copied()).collect();
        days.iter().flat_map(|day| [day.saturating_sub(1.day()), *day]).collect()
    }
}

/// On every day of turn: the States counted, those not known, the chart, and the sum of the groups.
async fn held_against_the_columns(treaty: &'static str, adopted: &str) {
    let (_folder, _clock, house) = house().await;
    let (plain, adopted) = (Plain::of(treaty), adopted.parse::<Date>().unwrap());
    let days: Vec<Date> = plain.turns().into_iter().filter(|day| *day >= adopted).collect();
    assert!(days.len() > 60, "{} days of turn", days.len());
    for day in days {
        let view = parties(&house, plain.treaty, &day.to_string()).await;
        let expected = plain.parties(day);
        assert_eq!(codes(&view, |tie| tie.party), expected, "{day}");
        assert_eq!(view.count, expected.len() as u64, "{day}");
        assert_eq!(view.by_group.iter().map(|group| group.count).sum::<u64>(), view.count, "{day}");
        let unresolved: BTreeSet<&str> = view.unresolved.iter().map(String::as_str).collect();
        assert_eq!(unresolved, plain.unresolved(day), "{day}");
        let step = view.steps.iter().rev().find(|step| step.from <= day).map_or(0, |step| step.count);
        assert_eq!(step, view.count, "the chart says the same on {day}");
    }
}

#[tokio::test]
async fn on_every_day_of_turn_the_parties_to_the_statute_are_those_of_the_columns() {
    held_against_the_columns("rome-statute", "1998-07-17").await;
}

#[tokio::test]
async fn on_every_day_of_turn_the_parties_to_the_agreement_are_those_of_the_columns() {
    held_against_the_columns("apic", "2002-09-09").await;
}

#[tokio::test]
async fn the_statute_bound_nobody_before_july_2002_and_sixty_six_states_on_its_first_day() {
    let (_folder, _clock, house) = house().await;
    assert_eq!(parties(&house, "rome-statute", "2002-06-30").await.count, 0);
    let first = parties(&house, "rome-statute", "2002-07-01").await;
    assert_eq!(
        first.count, 66,
        "sixty ratifications of 11 April 2002 and before, and six by the end of that month"
    );
    let groups = first.by_group.iter().map(|group| (group.group.as_str(), group.count));
    assert_eq!(
        groups.collect::<BTreeMap<_, _>>(),
        BTreeMap::from([
            ("African States", 14),
            ("Asia-Pacific States", 8),
            ("Eastern European States", 11),
            ("Latin American and Caribbean States", 11),
            ("Western European and other States", 22),
        ])
    );
}

#[tokio::test]
async fn a_withdrawal_takes_effect_a_year_after_its_notice_and_not_before() {
    let (_folder, _clock, house) = house().await;
    for (code, notice, last, first_out) in [
        ("BDI", "2016-10-27", "2017-10-26", "2017-10-27"),
        ("PHL", "2018-03-17", "2019-03-16", "2019-03-17"),
    ] {
        for day in [notice, last] {
            let view = parties(&house, "rome-statute", day).await;
            assert_eq!(
                (standing(&view, code), tie(&view, code).party),
                ("withdrawing", true),
                "{code} {day}"
            );
            assert!(view.withdrawing.contains(&code.to_owned()), "{code} {day}");
            let effect = tie(&view, code).withdrawal.as_ref().expect("notified");
            assert_eq!((effect.on.to_string().as_str(), effect.planned), (first_out, true), "{code} {day}");
        }
        let view = parties(&house, "rome-statute", first_out).await;
        assert_eq!((standing(&view, code), tie(&view, code).party), ("withdrawn", false), "{code}");
        assert!(
            view.withdrawing.is_empty() || !view.withdrawing.contains(&code.to_owned()),
            "{code}"
        );
        let effect = tie(&view, code).withdrawal.as_ref().expect("took effect");
        assert!(!effect.planned && !effect.differs, "{code}: law and source say the same day");
        let rules: Vec<&str> = effect.rules.iter().map(|rule| rule.id.as_str()).collect();
        assert!(
            rules.iter().any(|rule| rule.starts_with("art-127-1")),
            "{code} by article 127(1): {rules:?}"
        );
    }
}

#[tokio::test]
async fn who_took_the_notice_back_never_left() {
    let (_folder, _clock, house) = house().await;
    for (code, notice, rescinded, would_have_left) in [
        ("GMB", "2016-11-10", "2017-02-10", "2017-11-10"),
        ("ZAF", "2016-10-19", "2017-03-07", "2017-10-19"),
    ] {
        for (day, expected) in [
            (notice, "withdrawing"),
            (rescinded, "party"),
            (would_have_left, "party"),
            ("2026-11-25", "party"),
        ] {
            let view = parties(&house, "rome-statute", day).await;
            assert_eq!((standing(&view, code), tie(&view, code).party), (expected, true), "{code} {day}");
        }
        let view = parties(&house, "rome-statute", would_have_left).await;
        assert_eq!(tie(&view, code).withdrawal, None, "{code}: nothing takes effect");
    }
}

#[tokio::test]
async fn who_took_its_accession_back_before_it_took_effect_was_never_a_party() {
    let (_folder, _clock, house) = house().await;
    for (day, expected) in [
        ("2019-03-04", "joined"),
        ("2019-04-28", "joined"),
        ("2019-04-29", "taken-back"),
        ("2019-06-01", "taken-back"),
    ] {
        let view = parties(&house, "rome-statute", day).await;
        assert_eq!((standing(&view, "MYS"), tie(&view, "MYS").party), (expected, false), "{day}");
    }
}

#[tokio::test]
async fn a_successor_is_a_party_from_the_day_on_which_it_began() {
    let (_folder, _clock, house) = house().await;
    let before = parties(&house, "rome-statute", "2006-06-02").await;
    assert!(!codes(&before, |_| true).contains("MNE"), "it does not exist");
    let after = parties(&house, "rome-statute", "2006-10-23").await;
    let montenegro = tie(&after, "MNE");
    assert!(montenegro.party);
    assert_eq!(montenegro.since.unwrap().to_string(), "2006-06-03");
    assert_eq!(parties(&house, "rome-statute", "2006-06-03").await.count, before.count + 1);
}

#[tokio::test]
async fn a_state_whose_position_is_not_known_is_named_and_not_counted() {
    let (_folder, _clock, house) = house().await;
    let due = parties(&house, "rome-statute", "2026-06-01").await;
    assert_eq!((standing(&due, "HUN"), due.count), ("withdrawing", 125));
    let unknown = parties(&house, "rome-statute", "2026-06-02").await;
    assert_eq!((standing(&unknown, "HUN"), unknown.count), ("unresolved", 124));
    assert_eq!(unknown.unresolved, ["HUN"]);
    assert_eq!(unknown.unresolved_states[0].name_en, "Hungary");
}

#[tokio::test]
async fn a_treaty_is_not_told_before_it_was_adopted() {
    let (_folder, _clock, house) = house().await;
    let of = |day: &'static str, treaty: &'static str| {
        let register = house.register.clone();
        async move { register.parties(&Viewer::public(), &reading(day, false), treaty).await }
    };
    let early = of("2002-09-08", "apic").await.unwrap_err();
    assert_eq!(
        early.to_string(),
        "the treaty apic was adopted on 2002-09-09; ask for that day or a later one"
    );
    assert_eq!(of("2002-09-09", "apic").await.unwrap().count, 0);
    let other = of("2013-10-02", "rome").await.unwrap_err();
    assert!(
        matches!(&other, ViewError::NoSuchTreaty { known, .. } if known == &["rome-statute", "apic"]),
        "{other}"
    );
}

fn printed(folder: &Path, more: &[&str]) -> String {
    let arguments = [&["parties", "--data", folder.to_str().unwrap()], more].concat();
    let output = comity(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

fn groups(view: &Value) -> BTreeMap<&str, u64> {
    let groups = view["by_group"].as_array().expect("an array");
    groups
        .iter()
        .map(|group| (group["group"].as_str().unwrap(), group["count"].as_u64().unwrap()))
        .collect()
}

#[tokio::test]
async fn the_command_gives_count_groups_and_unresolved_as_json() {
    let (folder, _clock, _house) = house().await;
    let json = |treaty: &str, day: &str| -> Value {
        let printed = printed(folder.path(), &["--treaty", treaty, "--as-at", day, "--format", "json"]);
        serde_json::from_str(&printed).expect("JSON")
    };
    let view = json("rome-statute", "2013-10-02");
    assert_eq!((&view["count"], &view["unresolved"]), (&122.into(), &serde_json::json!([])));
    assert_eq!(
        groups(&view),
        BTreeMap::from([
            ("African States", 34),
            ("Asia-Pacific States", 18),
            ("Eastern European States", 18),
            ("Latin American and Caribbean States", 27),
            ("Western European and other States", 25),
        ])
    );
    let view = json("rome-statute", "2026-11-25");
    assert_eq!((&view["count"], &view["unresolved"]), (&124.into(), &serde_json::json!(["HUN"])));
    let view = json("apic", "2013-10-02");
    assert_eq!(
        (&view["count"], &view["treaty"], &view["unresolved"]),
        (&72.into(), &"apic".into(), &serde_json::json!(["SMR"]))
    );
}

#[tokio::test]
async fn the_command_prints_the_sentence_the_groups_and_the_parties_with_their_days() {
    let (folder, _clock, _house) = house().await;
    let printed = printed(folder.path(), &["--treaty", "rome-statute", "--as-at", "2026-07-01"]);
    let lines: Vec<&str> = printed.lines().collect();
    assert!(
        lines[0]
            .starts_with("124 parties to the Rome Statute of the International Criminal Court as at 2026-07-01, as public then, known on "),
        "{}",
        lines[0]
    );
    assert_eq!(lines[1], "Not known is the position of Hungary (HUN): it is not counted");
    let line = |beginning: &str| {
        let found = lines.iter().find(|line| line.starts_with(beginning));
        let words = found.unwrap_or_else(|| panic!("no line begins {beginning:?} in {printed}"));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("African States"), "African States 33 54");
    assert_eq!(line("Burkina Faso"), "Burkina Faso BFA African States 2004-07-01");
    assert_eq!(line("Timor-Leste"), "Timor-Leste TLS Asia-Pacific States 2002-12-01");
}

#[tokio::test]
async fn the_command_prints_a_table_of_csv_that_says_the_reading_in_every_row() {
    let (folder, _clock, _house) = house().await;
    let printed = printed(folder.path(), &["--treaty", "apic", "--as-at", "2013-10-02", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(printed.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().expect("CSV");
    assert!(rows.iter().all(|row| row["as_at"] == "2013-10-02" && row["treaty"] == "apic"));
    assert_eq!(rows.iter().filter(|row| row["party"] == "true").count(), 72);
    let albania = rows.iter().find(|row| row["code"] == "ALB").expect("a party");
    assert_eq!(
        (
            albania["deposited_on"].as_str(),
            albania["bound_on"].as_str(),
            albania["in_force_by_law"].as_str()
        ),
        ("2006-08-02", "2006-09-01", "2006-09-01")
    );
}

#[test]
fn a_call_that_is_wrong_ends_with_2_and_leaves_nothing_behind() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path().join("data");
    let call = |more: &[&str]| comity(&[&["parties", "--data", data.to_str().unwrap()], more].concat());
    for (arguments, says) in [
        (&["--treaty", "geneva"][..], "possible values: rome-statute, apic"),
        (&[], "--treaty"),
        (&["--treaty", "apic", "--as-at", "2013-02-30"], "as_at is not a day of the calendar"),
        (&["--treaty", "apic", "--format", "xml"], "possible values: table, json, csv"),
    ] {
        let output = call(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
    assert!(!data.exists(), "no folder is made for a wrong call");
    let help = text(&comity(&["parties", "--help"]).stdout);
    assert!(help.contains("Example: comity parties --treaty rome-statute"), "{help}");
}

#[tokio::test]
async fn a_treaty_asked_before_its_adoption_ends_with_2_and_its_day() {
    let (folder, _clock, _house) = house().await;
    let data = folder.path().to_str().unwrap();
    let output = comity(&["parties", "--data", data, "--treaty", "apic", "--as-at", "2002-09-08"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("adopted on 2002-09-09"), "{}", text(&output.stderr));
}
