//! A page of a day tells nothing that came after it: over the whole register, by twin records. One holds the
//! public record, the other what of it had happened by the day; as at the day, pages of the two are the same.

use crate::common;
use crate::common::{Folder, NOW, Still, place};
use access::Viewer;
use comity::house::House;
use jiff::civil::Date;
use record::when::When;
use register::files::{Becomes, FILES, File, day_told};
use register::kinds;
use register::pack::PackFile;
use register::view::ViewError;
use register::view::model::{Filter, RequestFilter, RowFilter};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

type Row = BTreeMap<String, String>;

/// What hangs on the record and not on the day: what the record learned later of the truth of a fact and when
/// it learned it (sources, remarks), hashes with their salt, and charts and lists of days that go on to today.
const OF_THE_RECORD: &[&str] = &[
    "changed",
    "hash",
    "institutions",
    "leaf_hash",
    "name_sources",
    "others",
    "remarks",
    "sessions",
    "sources",
    "steps",
    "steps_hindsight",
    "verified",
];

/// The public record as it would be if it had been cut off at the end of a day.
struct Cut {
    day: Date,
    files: BTreeMap<String, (csv::StringRecord, Vec<Row>)>,
    /// File and key of rows that are gone.
    rows: BTreeSet<(String, String)>,
    /// File, key and column of cells that are gone.
    cells: BTreeSet<(String, String, String)>,
}

impl Cut {
    /// The record up to the day; and the whole one, without what is known to be told too early: a row without any
    /// day stands on every day, also where its State began later (an undated law of Montenegro in 2000).
    fn at(day: Date) -> [Vec<PackFile>; 2] {
        let read = |file: PackFile| {
            let mut reader = csv::Reader::from_reader(file.bytes.as_slice());
            let heading = reader.headers().unwrap().clone();
            (file.name, (heading, reader.deserialize().map(Result::unwrap).collect()))
        };
        let mut cut = Cut {
            day,
            files: common::pack().into_iter().map(read).collect(),
            rows: BTreeSet::new(),
            cells: BTreeSet::new(),
        };
        let mut whole = cut.files.clone();
        cut.names();
        for file in FILES {
            cut.file(file);
        }
        cut.proceedings();
        cut.citations();
        for file in FILES {
            let undated = |row: &Row| file.kinds().all(|kind| counts_on(file, kind, row).is_none());
            let key = |row: &Row| (file.csv.to_owned(), file.key(|column| row[column.name].clone()));
            let (_, rows) = whole.get_mut(file.csv).expect("a file of the pack");
            let early: BTreeSet<_> = rows
                .iter()
                .filter(|row| undated(row))
                .map(key)
                .filter(|key| cut.rows.contains(key))
                .collect();
            rows.retain(|row| !early.contains(&key(row)));
            let (_, citations) = whole.get_mut("citations.csv").expect("a file of the pack");
            citations.retain(|row| !early.contains(&(row["file"].clone(), row["key"].clone())));
        }
        [cut.files, whole].map(|files| files.into_iter().map(written).collect())
    }

    fn is_later(&self, text: &str) -> bool {
        When::parse(text)
            .ok()
            .and_then(|when| when.last())
            .is_some_and(|last| last > self.day)
    }

    /// Goes through the rows of a file: each is changed, and stays if that says so. `key` is taken before.
    fn each(&mut self, name: &str, key: impl Fn(&Row) -> String, stays: impl Fn(&Cut, &mut Row) -> bool) {
        let (heading, rows) = self.files.remove(name).expect("a file of the pack");
        let mut kept = Vec::new();
        for mut row in rows {
            let (key, before) = (key(&row), row.clone());
            if stays(self, &mut row) {
                let emptied = before
                    .into_iter()
                    .filter(|(column, cell)| !cell.is_empty() && row[column].is_empty());
                self.cells.extend(emptied.map(|(column, _)| (name.to_owned(), key.clone(), column)));
                kept.push(row);
            } else {
                self.rows.insert((name.to_owned(), key));
            }
        }
        self.files.insert(name.to_owned(), (heading, kept));
    }

    /// A State bears the name that it gave up only later: the one of its former names that ended first.
    fn names(&mut self) {
        let mut former = self.files["former_names.csv"].1.clone();
        former.retain(|row| self.is_later(&row["until"]));
        former.sort_by(|a, b| b["until"].cmp(&a["until"]));
        let (_, states) = self.files.get_mut("states.csv").unwrap();
        for name in former {
            let state = states.iter_mut().find(|state| state["alpha3"] == name["alpha3"]).expect("a State");
            for column in ["name_en", "name_fr"] {
                state.insert(column.to_owned(), name[column].clone());
                state.insert(format!("un_{column}"), name[column].clone());
            }
        }
    }

    fn file(&mut self, file: &'static File) {
        let key = |row: &Row| file.key(|column| row[column.name].clone());
        self.each(file.csv, key, |cut, row| {
            let mut acts: BTreeMap<&str, bool> = BTreeMap::new();
            for kind in file.kinds() {
                if let Some(on) = counts_on(file, kind, row) {
                    acts.insert(kind, on > cut.day);
                }
            }
            let later = |kind: &str| acts.get(kind) == Some(&true);
            let all_later = !acts.is_empty() && acts.values().all(|later| *later);
            let (mut stays, mut emptied) = (!all_later, BTreeSet::new());
            for column in file.columns {
                let gone = match column.becomes {
                    Becomes::Act(kind) | Becomes::By(kind) | Becomes::Told(kind, _) => later(kind),
                    Becomes::Joined => later(kinds::TREATY_JOINED),
                    // A member stands in the first of its kinds that has a day, else in the last.
                    Becomes::Member(kinds, _, _) | Becomes::StateMember(kinds, _, _) => {
                        let home = kinds.iter().find(|kind| acts.contains_key(*kind)).or(kinds.last());
                        home.is_some_and(|kind| later(kind))
                    }
                    // What a State did that there was not yet has no day, or one that is later too.
                    Becomes::State => {
                        stays &= !cut.rows.contains(&("states.csv".to_owned(), row[column.name].clone()));
                        false
                    }
                    _ => false,
                };
                if gone {
                    row.insert(column.name.to_owned(), String::new());
                    emptied.insert(column.name);
                    stays &= !column.key;
                }
            }
            if let Some(sources) = row.get("field_sources") {
                let stays = |part: &&str| part.split_once('=').is_none_or(|(column, _)| !emptied.contains(column.trim()));
                let left: Vec<&str> = sources.split(" | ").filter(stays).collect();
                row.insert("field_sources".to_owned(), left.join(" | "));
            }
            stays
        });
    }

    fn proceedings(&mut self) {
        // What is told with a day goes with it.
        let told = [
            ("made_public_on", "made_public_on"),
            ("executed_on", "executed_in"),
            ("surrendered_on", "surrendered_on"),
            ("ended_on", "end_reason"),
            ("ended_by", "end_reason"),
        ];
        let instrument = |row: &Row| row["instrument_id"].clone();
        self.each("proceedings.csv", instrument, |cut, row| {
            for (column, with) in told
                .into_iter()
                .filter(|(column, _)| cut.is_later(&row[*column]))
                .collect::<Vec<_>>()
            {
                row.insert(column.to_owned(), String::new());
                row.insert(with.to_owned(), String::new());
            }
            !cut.is_later(&row["issued_on"])
        });
        let milestone = |row: &Row| format!("{}|{}|{}", row["instrument_id"], row["kind"], row["on"]);
        self.each("milestones.csv", milestone, |cut, row| {
            if cut.is_later(&row["until"]) {
                row.insert("until".to_owned(), String::new());
            }
            !cut.is_later(&row["on"]) && !cut.rows.contains(&("proceedings.csv".to_owned(), instrument(row)))
        });
        let person = |row: &Row| row["person_id"].clone();
        self.each("persons.csv", person, |cut, row| {
            cut.files["proceedings.csv"].1.iter().any(|of| person(of) == person(row))
        });
        let count = |row: &Row| format!("{}|{}|{}", row["as_at"], row["what"], row["said_by"]);
        self.each("official_counts.csv", count, |cut, row| !cut.is_later(&row["as_at"]));
    }

    fn citations(&mut self) {
        self.each(
            "citations.csv",
            |_| String::new(),
            |cut, row| {
                let of = |column: &str| row[column].clone();
                let gone = cut.rows.contains(&(of("file"), of("key")));
                !gone && !cut.cells.contains(&(of("file"), of("key"), of("field")))
            },
        );
    }
}

/// The day from which an act of a row counts: the last possible one. Where we no longer know is open as early as
/// it may be; whoever succeeds to a treaty is bound from the day on which it began, before it deposits anything
/// (Montenegro from 3 June 2006, by an instrument of 23 October 2006).
fn counts_on(file: &File, kind: &str, row: &Row) -> Option<Date> {
    let parsed = |name: &str| When::parse(&row[name]).ok();
    let act = file.columns.iter().find_map(|column| match column.becomes {
        Becomes::Act(of) if of == kind => parsed(column.name),
        Becomes::Told(of, _) if of == kind => Some(day_told(&row[column.name])).filter(|when| *when != When::Unknown),
        _ => None,
    });
    let by = || {
        file.columns.iter().find_map(|column| match column.becomes {
            Becomes::By(of) if of == kind => parsed(column.name),
            _ => None,
        })
    };
    let when = act.or_else(by)?;
    if kind == kinds::POSITION_UNRESOLVED {
        return when.first();
    }
    let bound = (kind == kinds::TREATY_JOINED && row["kind"] == "succession").then(|| counts_on(file, kinds::TREATY_IN_FORCE, row));
    bound.flatten().into_iter().chain(when.last()).min()
}

fn written((name, (heading, rows)): (String, (csv::StringRecord, Vec<Row>))) -> PackFile {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&heading).unwrap();
    for row in &rows {
        writer.write_record(heading.iter().map(|column| &row[column])).unwrap();
    }
    let bytes = writer.into_inner().unwrap();
    PackFile { name, bytes }
}

/// Pages of a day, by name.
async fn pages(house: &House, day: &str, from: Date) -> BTreeMap<String, Value> {
    let (register, viewer, reading) = (&house.register, Viewer::public(), common::reading(day, false));
    let all = Filter {
        status: Some("all".into()),
        ..Filter::default()
    };
    let states = register.states(&viewer, &reading).await.unwrap();
    let warrants = register.persons(&viewer, &reading, &all, 1000).await.unwrap();
    let mut pages = BTreeMap::new();
    for state in &states.states {
        let code = &state.state.code;
        let profile = register.state(&viewer, &reading, code).await.unwrap();
        pages.insert(format!("state {code}"), json!(profile));
    }
    for row in &warrants.persons {
        let person = register.person(&viewer, &reading, &row.id).await.unwrap();
        pages.insert(format!("person {}", row.id), json!(person));
    }
    for treaty in ["rome-statute", "apic"] {
        let parties = match register.parties(&viewer, &reading, treaty).await {
            Err(ViewError::NotAdopted { .. }) => continue,
            parties => parties.unwrap(),
        };
        pages.insert(format!("parties {treaty}"), json!(parties));
    }
    for file in FILES {
        let rows = register
            .rows(&viewer, &reading, file.name(), &RowFilter::default(), 1000)
            .await
            .unwrap();
        pages.insert(format!("rows {}", file.name()), json!(rows));
    }
    let requests = register.public_requests(&viewer, &reading, &RequestFilter::default(), 1000).await;
    let whole = [
        ("public requests", json!(requests.unwrap())),
        ("states", json!(states)),
        ("warrants", json!(warrants)),
        ("compare", json!(register.compare(&viewer, &reading, from).await.unwrap())),
        ("overview", json!(register.overview(&viewer, &reading).await.unwrap())),
        ("situations", json!(register.situations(&viewer, &reading).await.unwrap())),
        ("treaties", json!(register.treaties(&viewer, &reading).await.unwrap())),
        ("working", json!(register.working(&viewer, &reading).await.unwrap())),
    ];
    pages.extend(whole.map(|(name, page)| (name.to_owned(), page)));
    pages
}

/// Where two values differ, and how.
fn differences(at: &str, full: &Value, cut: &Value, found: &mut Vec<String>) {
    match (full, cut) {
        (Value::Object(a), Value::Object(b)) => {
            let names: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            // An entry's id follows from what it says: where a State bears another name, its own row is another entry.
            let own = at.starts_with("/rows states/") || at.split('/').nth(2) == Some("row");
            let told = |name: &&String| !OF_THE_RECORD.contains(&name.as_str()) && (*name != "entry" || !own);
            for name in names.into_iter().filter(told) {
                let [a, b] = [a, b].map(|members| members.get(name).unwrap_or(&Value::Null));
                differences(&format!("{at}/{name}"), a, b, found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (place, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{at}[{place}]"), a, b, found);
            }
        }
        _ if full == cut => {}
        _ => found.push(format!("{at}: {full} and, of what had happened, {cut}")),
    }
}

/// A record with a pack.
async fn with(folder: &Folder, pack: &[PackFile]) -> House {
    let house = House::open_bare(place(folder.path()), store::Sort::Real, Still::at(NOW))
        .await
        .expect("opens");
    house.register.import(&Viewer::operator(), pack).await.expect("imports");
    house
}

/// Holds that pages as at a day, a comparison with an earlier one among them, are those of a record that ends with
/// the day.
async fn nothing_later_is_told(day: &str, from: &str) {
    let (day_of, from) = (day.parse().unwrap(), from.parse().unwrap());
    let folders = [Folder::new(), Folder::new()];
    let [cut, full] = Cut::at(day_of);
    let cut = with(&folders[0], &cut).await;
    let full = with(&folders[1], &full).await;
    let (full, cut) = (json!(pages(&full, day, from).await), json!(pages(&cut, day, from).await));
    let mut found = Vec::new();
    differences("", &full, &cut, &mut found);
    assert!(found.is_empty(), "as at {day}, {} differences:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn while_instruments_were_deposited() {
    nothing_later_is_told("2000-07-01", "1999-01-01").await;
}

#[tokio::test]
async fn while_a_state_began_whose_instrument_came_later() {
    nothing_later_is_told("2006-07-01", "2002-07-01").await;
}

#[tokio::test]
async fn on_the_day_of_the_count_of_the_assembly() {
    nothing_later_is_told("2013-10-02", "2005-01-01").await;
}

#[tokio::test]
async fn while_withdrawals_were_notified_and_not_yet_effective() {
    nothing_later_is_told("2017-01-15", "2013-10-02").await;
}

#[tokio::test]
async fn after_withdrawals_took_effect() {
    nothing_later_is_told("2020-01-01", "2013-10-02").await;
}
