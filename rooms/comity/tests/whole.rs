//! The whole register to take along: it says what the public record says, tells nothing that came after its day,
//! and can be read in again.

use crate::common;
use crate::common::{NOW, Still, correct, dated, newest, pack, reading, retraction};
use crate::unzip;
use access::Viewer;
use comity::house::House;
use record::audience::{Audience, Level, Organ, Reader};
use record::when::When;
use register::files;
use register::kinds;
use register::pack::PackFile;
use register::port::{Of, Recorded, Store};
use register::reading::Reading;
use register::view::DoubtFilter;
use register::view::model::{Filter, RowFilter, Table, Whole};
use reports::{Form, archive};
use serde_json::Value;
use std::collections::BTreeMap;
use store::Sort;
use tempfile::TempDir;

/// A row by its columns.
type Row = BTreeMap<String, String>;

/// Today's reading.
fn undated() -> Reading {
    Reading::new(None, None, false, "2026-11-25".parse().unwrap()).unwrap()
}

async fn whole(house: &House, reading: &Reading) -> Whole {
    house.register.whole(&Viewer::public(), reading).await.unwrap()
}

fn rows(table: &Table) -> Vec<Row> {
    let row = |cells: &Vec<Option<String>>| {
        let cells = table.columns.iter().zip(cells);
        cells
            .map(|(column, cell)| (column.name.to_owned(), cell.clone().unwrap_or_default()))
            .collect()
    };
    table.rows.iter().map(row).collect()
}

fn rows_of_csv(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn table<'w>(whole: &'w Whole, file: &str) -> &'w Table {
    whole.tables.iter().find(|table| table.file == file).unwrap()
}

/// A cell as the record keeps it: lists with one sign between their items.
fn kept(row: &Row, column: &str) -> String {
    row[column].split(';').map(str::trim).collect::<Vec<_>>().join("; ")
}

/// Where the value of a column comes from: its own source, else that of the row. What only names the row comes from
/// nowhere.
fn source(file: &str, row: &Row, column: &str) -> String {
    if files::of_csv(file).is_some_and(|file| !file.column(column).unwrap().is_citable()) {
        return String::new();
    }
    let apart = row.get("field_sources").map_or("", String::as_str).split(" | ");
    let own = apart.filter_map(|part| part.split_once('=')).find(|(name, _)| *name == column);
    let source = own.map_or_else(|| row.get("source").map_or("", String::as_str), |(_, source)| source);
    source.trim().to_owned()
}

#[tokio::test]
async fn the_whole_register_of_today_is_the_public_record_row_by_row() {
    let (_folder, _clock, house) = common::house().await;
    let whole = whole(&house, &undated()).await;
    for file in pack() {
        let (ours, theirs) = (rows(table(&whole, &file.name)), rows_of_csv(&file.bytes));
        assert_eq!(ours.len(), theirs.len(), "{}", file.name);
        for (ours, theirs) in ours.iter().zip(&theirs) {
            let said = |row: &Row, column: &String| (kept(row, column), source(&file.name, row, column));
            let columns = theirs
                .keys()
                .filter(|column| !["source", "field_sources"].contains(&column.as_str()));
            for column in columns.filter(|column| !theirs[*column].is_empty() || !ours[*column].is_empty()) {
                assert_eq!(said(ours, column), said(theirs, column), "{} {column} of {theirs:?}", file.name);
            }
        }
    }
}

/// The files in an archive that a pack may have.
fn files_of(whole: &Whole) -> Vec<PackFile> {
    let members = unzip::unzip(&archive(whole, Form::Csv).unwrap()).into_iter();
    let of_pack = members.filter_map(|(name, bytes)| {
        let name = name.strip_prefix("register/")?.to_owned();
        Some(PackFile { name, bytes })
    });
    of_pack.collect()
}

/// A fresh record that took an archive in.
async fn copy_of(whole: &Whole) -> (TempDir, House) {
    let folder = TempDir::new().unwrap();
    let house = House::open_bare(folder.path(), Sort::Real, Still::at(NOW)).await.unwrap();
    house.register.import(&Viewer::operator(), &files_of(whole)).await.unwrap();
    (folder, house)
}

/// What pages show, in some readings, without that by which one record is told from another.
async fn views(house: &House) -> Vec<(String, Value)> {
    let (register, public) = (&house.register, Viewer::public());
    let mut views = Vec::new();
    for reading in [undated(), reading("2013-10-02", true)] {
        let mut put = |name: String, view: Value| views.push((format!("{name} {reading:?}"), bare(view)));
        let json = |view| serde_json::to_value(view).unwrap();
        put("overview".into(), json(&register.overview(&public, &reading).await.unwrap()));
        let filter = Filter {
            status: Some("all".into()),
            ..Filter::default()
        };
        let warrants = register.persons(&public, &reading, &filter, 500).await.unwrap();
        for person in &warrants.persons {
            let view = register.person(&public, &reading, &person.id).await.unwrap().unwrap();
            put(format!("person {}", person.id), serde_json::to_value(view).unwrap());
        }
        put("warrants".into(), serde_json::to_value(warrants).unwrap());
        put(
            "states".into(),
            serde_json::to_value(register.states(&public, &reading).await.unwrap()).unwrap(),
        );
        put(
            "counts".into(),
            serde_json::to_value(register.counts(&public, &reading).await.unwrap()).unwrap(),
        );
        put(
            "sources".into(),
            serde_json::to_value(register.sources(&public, &reading).await.unwrap()).unwrap(),
        );
        for file in files::FILES {
            let rows = register
                .rows(&public, &reading, file.name(), &RowFilter::default(), 1000)
                .await
                .unwrap();
            put(format!("rows {}", file.name()), serde_json::to_value(rows).unwrap());
            let filter = DoubtFilter {
                file: Some(file.name().to_owned()),
                disputed: false,
            };
            let doubts = register.doubts(&public, &reading, &filter).await.unwrap();
            put(format!("doubts {}", file.name()), serde_json::to_value(doubts).unwrap());
        }
    }
    views
}

/// Without hashes, which hang on the salt of each record.
fn bare(view: Value) -> Value {
    match view {
        Value::Object(members) => members
            .into_iter()
            .filter(|(name, _)| name != "hash")
            .map(|(name, view)| (name, bare(view)))
            .collect(),
        Value::Array(items) => items.into_iter().map(bare).collect(),
        other => other,
    }
}

#[tokio::test]
async fn an_archive_read_in_again_gives_a_record_with_the_same_entries_and_views() {
    let (_folder, _clock, house) = common::house().await;
    let (_copy_folder, copy) = copy_of(&whole(&house, &undated()).await).await;
    let ids = |entries: Vec<Recorded>| entries.into_iter().skip(1).map(|r| r.entry.id.to_string()).collect::<Vec<_>>();
    let all = async |house: &House| ids(house.store.entries(&Viewer::operator(), Of::All, None).await.unwrap());
    let (mut ours, mut theirs) = (all(&house).await, all(&copy).await);
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs, "each entry, those of citations and remarks among them");
    for ((name, ours), (_, theirs)) in views(&house).await.into_iter().zip(views(&copy).await) {
        assert_eq!(ours, theirs, "{name}");
    }
}

#[tokio::test]
async fn what_officers_corrected_and_confirmed_travels_along() {
    let (_folder, _clock, house) = common::house().await;
    // A file that has a column for the source of each column, and one that has none.
    correct(&house.register, "rome-statute-fra", kinds::TREATY_SIGNED, &dated("1998-07-19"))
        .await
        .unwrap();
    correct(&house.register, "kony-1", kinds::WARRANT_ISSUED, &dated("2005-07-07"))
        .await
        .unwrap();
    correct(&house.register, "kony-1", kinds::MADE_PUBLIC, &dated("2005-10-14"))
        .await
        .unwrap();
    correct(&house.register, "rome-statute-deu", kinds::TREATY_IN_FORCE, &retraction())
        .await
        .unwrap();
    let ended = newest(&house.register, "otti-1", kinds::ENDED).await.entry.id.to_string();
    let source = "Exercise document that was read";
    let operator = Viewer::operator();
    house
        .register
        .confirm(&operator, &ended, "reason", source, "exercise-officer")
        .await
        .unwrap();
    let ours = whole(&house, &undated()).await;
    let find = |file: &str, key: &str, column: &str| {
        let rows = rows(&ours.facts).into_iter();
        let is_it = |row: &Row| (row["file"].as_str(), row["key"].as_str(), row["column"].as_str()) == (file, key, column);
        rows.filter(is_it).map(|row| (row["value"].clone(), row["verified"].clone())).next()
    };
    let yes = |value: &str| Some((value.to_owned(), "yes".to_owned()));
    assert_eq!(find("rome_statute.csv", "FRA", "signed_on"), yes("1998-07-19"));
    assert_eq!(find("proceedings.csv", "kony-1", "issued_on"), yes("2005-07-07"));
    assert_eq!(find("proceedings.csv", "otti-1", "end_reason"), yes("died"));
    assert_eq!(find("rome_statute.csv", "DEU", "entered_into_force_on"), None);
    let (_copy_folder, copy) = copy_of(&ours).await;
    let theirs = whole(&copy, &undated()).await;
    let without = |whole: &Whole| {
        let rows = rows(&whole.facts).into_iter();
        let bare = |mut row: Row| {
            // Entries are another record's; the source of a corrected cell stands among the citations instead.
            ["entry", "hash", "source"].into_iter().for_each(|column| drop(row.remove(column)));
            row
        };
        rows.map(bare).collect::<Vec<_>>()
    };
    for (ours, theirs) in without(&ours).into_iter().zip(without(&theirs)) {
        assert_eq!(ours, theirs);
    }
}

#[tokio::test]
async fn an_archive_of_a_day_tells_nothing_that_came_after_it() {
    let (_folder, _clock, house) = common::house().await;
    let day: jiff::civil::Date = "2013-10-02".parse().unwrap();
    let then = whole(&house, &reading("2013-10-02", false)).await;
    let mut days = 0;
    for table in then
        .tables
        .iter()
        .filter(|table| !["citations.csv", "edition.csv"].contains(&table.file))
    {
        for (row, cells) in rows(table).iter().zip(&table.rows) {
            for (column, cell) in table.columns.iter().zip(cells) {
                // What is planned is known before its day.
                let planned = ["withdrawal_stated_effective_on", "accepts_until"].contains(&column.name);
                let last = cell.as_ref().and_then(|cell| column.holds.last_day(cell)).filter(|_| !planned);
                if let Some(last) = last {
                    days += 1;
                    assert!(last <= day, "{} {} of {row:?}", table.file, column.name);
                }
            }
        }
    }
    assert!(days > 500, "there are days to look at");
    let remarks = then
        .tables
        .iter()
        .flat_map(rows)
        .filter(|row| row.get("notes").is_some_and(|notes| !notes.is_empty()));
    let remarks: Vec<Row> = remarks.filter(|row| !row.contains_key("edition")).collect();
    assert!(remarks.is_empty(), "remarks were written later: {remarks:?}");
    let says = rows(table(&then, "citations.csv"))
        .into_iter()
        .filter(|row| !row["says"].is_empty());
    assert_eq!(says.count(), 0, "and so were remarks on sources");
    // Two persons were publicly named only later, though their warrants had been issued.
    let with_hindsight = whole(&house, &reading("2013-10-02", true)).await;
    let persons = |whole: &Whole| table(whole, "persons.csv").rows.len();
    // That a declaration was without effect is told from the day on which that was found.
    let status = async |day: &str| {
        let acceptances = rows(table(&whole(&house, &reading(day, false)).await, "acceptances.csv"));
        let palestine = acceptances.into_iter().find(|row| row["alpha3"] == "PSE").expect("is there");
        palestine["status"].clone()
    };
    assert_eq!(status("2012-04-02").await, "");
    assert_eq!(status("2012-04-03").await, "found ineffective 2012-04-03");
    assert!(persons(&then) < persons(&with_hindsight) && persons(&with_hindsight) < persons(&whole(&house, &undated()).await));
}

#[tokio::test]
async fn states_bear_the_name_of_the_day() {
    let (_folder, _clock, house) = common::house().await;
    let name = async |day: &str| {
        let whole = whole(&house, &reading(day, false)).await;
        let rows = rows(table(&whole, "states.csv"));
        rows.iter().find(|row| row["alpha3"] == "SWZ").expect("is there")["un_name_en"].clone()
    };
    assert_eq!(name("2013-10-02").await, "Swaziland");
    assert_eq!(name("2026-11-25").await, "Eswatini");
}

#[tokio::test]
async fn an_archive_is_the_same_byte_for_byte_and_holds_nothing_that_is_not_public() {
    let (_folder, _clock, house) = common::house().await;
    let bytes = async |house: &House| {
        let whole = whole(house, &undated()).await;
        [Form::Csv, Form::Parquet].map(|form| archive(&whole, form).unwrap())
    };
    let before = bytes(&house).await;
    assert_eq!(bytes(&house).await, before);
    let public = newest(&house.register, "rome-statute-fra", kinds::TREATY_SIGNED).await.entry.draft;
    let mut hidden = public.clone();
    hidden.id = record::entry::EntryId::from_bytes([9; 16]);
    hidden.kind = kinds::WITHDRAWAL_ANNOUNCED.into();
    hidden.effective = When::parse("2013-01-01").unwrap();
    hidden.audience = Audience::of(Level::Restricted, Reader::Organ(Organ::Registry), [Reader::Organ(Organ::Registry)]);
    hidden.basis = Some("Exercise decision 1".into());
    house.store.append(&Viewer::operator(), vec![hidden], false).await.unwrap();
    let seen = house.register.whole(&Viewer::operator(), &undated()).await.unwrap();
    let row = rows(table(&seen, "rome_statute.csv"))
        .into_iter()
        .find(|row| row["alpha3"] == "FRA")
        .unwrap();
    assert_eq!(
        row["withdrawal_announced_on"], "2013-01-01",
        "the operator sees it, so there was something to hide"
    );
    assert!(bytes(&house).await == before, "what is not public changed a byte");
}

#[tokio::test]
async fn every_file_and_column_has_a_word_in_both_languages_and_no_word_lies_unused() {
    let (_folder, _clock, house) = common::house().await;
    let bytes = archive(&whole(&house, &undated()).await, Form::Csv).unwrap();
    let told = rows_of_csv(unzip::member(&bytes, "dictionary.csv").strip_prefix("\u{feff}".as_bytes()).unwrap());
    for row in &told {
        let words = !row["description_en"].is_empty() && !row["description_fr"].is_empty();
        assert!(
            words,
            "{} {} has no word in rooms/reports/texts/columns.csv",
            row["file"], row["column"]
        );
    }
    let texts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../reports/texts/columns.csv");
    for word in rows_of_csv(&std::fs::read(texts).unwrap()) {
        let is_told = |row: &Row| (word["file"] == "*" || row["file"] == word["file"]) && row["column"] == word["column"];
        assert!(
            told.iter().any(is_told),
            "there is no column {} of {}",
            word["column"],
            word["file"]
        );
    }
}

#[test]
fn the_command_writes_an_archive_and_overwrites_nothing() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let run = |more: &[&str]| {
        let data = path("data");
        let out = path("register.zip");
        let arguments = [&["--data", &data, "archive", "--out", &out], more].concat();
        common::comity(&arguments)
    };
    let done = run(&["--as-at", "2013-10-02"]);
    assert!(done.status.success(), "{}", common::text(&done.stderr));
    let written = std::fs::read(path("register.zip")).unwrap();
    let readme = common::text(&unzip::member(&written, "README.txt"));
    assert!(readme.contains("As at 2013-10-02, as public then"), "{readme}");
    assert!(readme.contains("Au 2013-10-02, tel que public ce jour-là"), "{readme}");
    let again = run(&[]);
    assert_eq!(again.status.code(), Some(2));
    let said = common::text(&again.stderr);
    assert!(
        said.contains("is there already; give another name with --out, or remove it"),
        "{said}"
    );
    assert_eq!(std::fs::read(path("register.zip")).unwrap(), written);
    let wrong = run(&["--as-at", "1990-01-01"]);
    assert_eq!(wrong.status.code(), Some(2));
}
