//! From rows to entries: what each row of the public record says, one act an entry.

use super::files::RowItems;
use super::read::{Row, Tables};
use super::{PACK, PackFault};
use crate::files;
use crate::kinds;
use record::audience::Audience;
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};
use std::collections::{BTreeMap, HashMap, HashSet};

/// An entry that an edition gives, before the record has been looked at.
#[derive(Clone, Debug)]
pub struct Item {
    /// The entry. A reference to the entry of `parent` is added when that is known.
    pub draft: Draft,
    /// By which the same fact is known in every edition.
    pub slot: String,
    /// The item of the entry that a remark or citation is about.
    pub parent: Option<usize>,
    /// Where it stands: file and line.
    pub file: &'static str,
    /// Line, counted from 1 with the heading.
    pub line: u64,
}

/// Builds items; collects faults and remarks.
#[derive(Default)]
pub struct Items {
    /// In an order in which a parent stands before what is about it.
    pub items: Vec<Item>,
    /// Things that are said about rows.
    pub said: Vec<String>,
    /// What is wrong.
    pub faults: Vec<PackFault>,
    /// Cell (file, key, column) to the item that it became.
    cells: HashMap<(&'static str, String, String), usize>,
    slots: HashMap<String, usize>,
    /// Rows that are there, with or without faults: what rests on a row with a fault is not told as well.
    rows: HashSet<(&'static str, String)>,
    /// What the rows of files of the table became, by file and key.
    pub(super) made: HashMap<(&'static str, String), RowItems>,
    /// The codes of the pack's States, where it has them.
    pub(super) states: Option<HashSet<String>>,
    /// Files of the table that this pack has.
    pub(super) given: HashSet<&'static str>,
    /// Files that are cited and that this pack does not have, and how often.
    pub others: BTreeMap<String, u64>,
    /// Names of situations by number, and the line that gives them first.
    situations: HashMap<String, (String, u64)>,
}

/// An entry of the pack without an id yet.
pub fn draft(matter: &str, kind: &str, effective: When, source: Option<&str>) -> Draft {
    Draft {
        id: EntryId::from_bytes([0; 16]),
        matter: matter.to_owned(),
        kind: kind.to_owned(),
        kind_v: 1,
        effective,
        author: Author::Pack(PACK.to_owned()),
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: source.map(str::to_owned),
        corrects: None,
        about: Vec::new(),
        attachments: Vec::new(),
        body: Object::new(),
    }
}

impl Items {
    /// All items of the tables.
    pub fn of(tables: &Tables) -> Items {
        let mut items = Items::default();
        let rows = |file: &str| tables.get(file).map(Vec::as_slice).unwrap_or_default();
        for row in rows("edition.csv") {
            items.edition(row);
        }
        if rows("edition.csv").len() != 1 {
            let reason = format!("has {} rows; an edition is one row", rows("edition.csv").len());
            items.faults.push(PackFault {
                file: "edition.csv".into(),
                line: None,
                column: None,
                reason,
            });
        }
        items.given = files::FILES
            .iter()
            .map(|file| file.csv)
            .filter(|csv| tables.contains_key(csv))
            .collect();
        items.states = tables
            .get("states.csv")
            .map(|rows| rows.iter().map(|row| row.get("alpha3").to_owned()).collect());
        rows("persons.csv").iter().for_each(|row| items.person(row));
        rows("proceedings.csv").iter().for_each(|row| items.instrument(row));
        rows("milestones.csv").iter().for_each(|row| items.milestone(row));
        rows("official_counts.csv").iter().for_each(|row| items.count(row));
        items.given = files::FILES
            .iter()
            .map(|file| file.csv)
            .filter(|csv| tables.contains_key(csv))
            .collect();
        items.files(tables);
        items.requests(tables);
        items.before_their_states();
        rows("citations.csv").iter().for_each(|row| items.citation(row));
        for (file, count) in &items.others {
            items.said.push(format!(
                "citations.csv: {count} rows cite {file}, which is no file of this pack with fields to cite; they were not taken in"
            ));
        }
        items
    }

    /// Acts of a State before it began to exist. A law may be older than the State whose it became.
    fn before_their_states(&mut self) {
        let began = self.items.iter().filter(|item| item.draft.kind == kinds::STATE_BEGAN);
        let began: Vec<(Subject, jiff::civil::Date)> = began
            .filter_map(|item| Some((item.draft.about.first()?.clone(), item.draft.effective.first()?)))
            .collect();
        let acts = self
            .items
            .iter()
            .filter(|item| crate::files::has(&item.draft.kind) && item.draft.kind != kinds::LAW);
        let early = acts.filter_map(|item| {
            let last = item.draft.effective.last()?;
            let state = began.iter().find(|(state, from)| last < *from && item.draft.about.contains(state));
            state.map(|(state, from)| (item, state.text(), *from))
        });
        let faults: Vec<PackFault> = early
            .map(|(item, state, from)| PackFault {
                file: item.file.to_owned(),
                line: Some(item.line),
                column: None,
                reason: format!(
                    "tells what {state} did on {}, before it began to exist on {from}; mend the day, or exists_from in states.csv",
                    item.draft.effective
                ),
            })
            .collect();
        self.faults.extend(faults);
    }

    /// The day after which nothing in the pack can lie.
    pub fn edition_day(&self) -> Option<jiff::civil::Date> {
        let edition = self.items.iter().find(|i| i.draft.kind == kinds::PACK_EDITION)?;
        edition.draft.effective.last()
    }

    /// Nothing in an edition lies after its own day.
    pub(super) fn not_after_edition(&mut self, row: &Row, dates: &[(&str, Option<Span>)]) {
        let Some(edition) = self.edition_day() else { return };
        for (column, span) in dates {
            if span.is_some_and(|span| span.first() > edition) {
                self.faults.push(row.fault(
                    column,
                    format!("lies after the edition's day {edition}; an edition tells what has happened"),
                ));
            }
        }
    }

    /// The item that a cell became.
    pub fn cell(&self, file: &'static str, key: &str, column: &str) -> Option<usize> {
        self.cells.get(&(file, key.to_owned(), column.to_owned())).copied()
    }

    /// Notes the name of a situation; gives another name that an earlier line gives it.
    pub fn situation(&mut self, no: &str, name: &str, line: u64) -> Option<(String, u64)> {
        let known = self.situations.entry(no.to_owned()).or_insert_with(|| (name.to_owned(), line));
        (known.0 != name).then(|| known.clone())
    }

    /// Notes that a row is there.
    pub fn there(&mut self, file: &'static str, key: &str) {
        self.rows.insert((file, key.to_owned()));
    }

    /// Whether a row is there, with or without faults.
    pub fn is_there(&self, file: &'static str, key: &str) -> bool {
        self.rows.contains(&(file, key.to_owned()))
    }

    /// Adds an item, with the cells that it came of.
    pub fn put(&mut self, row: &Row, key: &str, columns: &[&str], draft: Draft, slot: String, parent: Option<usize>) -> usize {
        let index = self.items.len();
        if let Some(other) = self.slots.get(&slot).and_then(|i| self.items.get(*i)) {
            let column = columns.first().copied().unwrap_or_default();
            let reason = format!("says again what line {} of {} says; keep one of the two", other.line, other.file);
            // A row that is there twice says each of its facts again: it is told once.
            if self
                .faults
                .last()
                .is_none_or(|last| last.file != row.file || last.line != Some(row.line) || last.reason != reason)
            {
                self.faults.push(row.fault(column, reason));
            }
        }
        self.slots.insert(slot.clone(), index);
        // An empty cell says nothing that could be cited.
        for column in columns.iter().filter(|column| row.filled(column).is_some()) {
            self.cells.insert((row.file, key.to_owned(), (*column).to_owned()), index);
        }
        if let Err(error) = checked(&draft) {
            self.faults.push(row.fault(columns.first().copied().unwrap_or_default(), error));
        }
        self.items.push(Item {
            draft,
            slot,
            parent,
            file: row.file,
            line: row.line,
        });
        index
    }

    /// A remark of a row on one of its entries.
    pub fn remark(&mut self, row: &Row, key: &str, column: &str, parent: usize) {
        let Some(text) = row.filled(column) else { return };
        let Some(of) = self.items.get(parent).cloned() else { return };
        let mut draft = draft(&of.draft.matter, kinds::REMARK, When::Unknown, row.filled("source"));
        draft.about = persons(&of.draft.about);
        draft.body = Object::new().text("text", text);
        self.put(row, key, &[column], draft, format!("remark|{}", of.slot), Some(parent));
    }

    fn person(&mut self, row: &Row) {
        let key = row.need("person_id", &mut self.faults);
        self.there(row.file, &key);
        let name = row.need("name", &mut self.faults);
        let source = row.need("source", &mut self.faults);
        if !is_key(&key) {
            self.faults
                .push(row.fault("person_id", "is not a key; write lower-case letters, digits and hyphens"));
            return;
        }
        let matter = format!("person-{key}");
        let mut draft = draft(&matter, kinds::PERSON_NAMED, When::Unknown, Some(&source));
        draft.about = vec![Subject::Person(key.clone())];
        draft.body = Object::new().text("name", name);
        let also = row.get("also_known_as").split(';').map(str::trim).filter(|n| !n.is_empty());
        let also: Vec<Value> = also.map(|n| Value::Text(n.to_owned())).collect();
        if !also.is_empty() {
            draft.body.set("also_known_as", Value::List(also));
        }
        let slot = format!("{matter}|{}", kinds::PERSON_NAMED);
        let index = self.put(row, &key, &["name", "also_known_as"], draft, slot, None);
        self.remark(row, &key, "notes", index);
    }

    fn edition(&mut self, row: &Row) {
        let day = |column: &str, faults: &mut Vec<PackFault>| match row.span(column, faults) {
            Some(Span::Day(day)) => Some(day),
            _ => {
                faults.push(row.fault(column, "must be a day, for example 2026-11-25"));
                None
            }
        };
        let (Some(edition), Some(until)) = (day("edition", &mut self.faults), day("complete_until", &mut self.faults)) else {
            return;
        };
        if until > edition {
            self.faults.push(row.fault(
                "complete_until",
                format!("{until} lies after the edition's day {edition}; an edition cannot know it"),
            ));
        }
        let mut draft = draft(&format!("pack-{PACK}"), kinds::PACK_EDITION, When::In(Span::Day(edition)), None);
        draft.body = Object::new()
            .text("edition", edition.to_string())
            .text("complete_until", until.to_string());
        draft.body = draft.body.text_if("remark", row.filled("notes"));
        self.put(row, &edition.to_string(), &["edition"], draft, format!("edition|{edition}"), None);
    }

    fn count(&mut self, row: &Row) {
        let what = row.need("what", &mut self.faults);
        let said_by = row.need("said_by", &mut self.faults);
        let source = row.need("source", &mut self.faults);
        let basis = row.need("basis", &mut self.faults);
        if !kinds::BASES.contains(&basis.as_str()) {
            self.faults.push(row.fault(
                "basis",
                format!("{basis:?} is not a counting basis; write persons, instruments or not said"),
            ));
        }
        row.need("as_at", &mut self.faults);
        self.there(row.file, &format!("{}|{what}|{said_by}", row.get("as_at")));
        let Some(as_at) = row.span("as_at", &mut self.faults) else { return };
        let figure: i64 = match row.get("figure").parse() {
            Ok(figure) if (0..=1_000_000_000).contains(&figure) => figure,
            _ => {
                self.faults
                    .push(row.fault("figure", format!("{:?} is not a whole number, 0 or more", row.get("figure"))));
                return;
            }
        };
        let mut draft = draft("counts", kinds::COUNT_STATED, When::In(as_at), Some(&source));
        draft.body = Object::new().text("what", &what).text("basis", &basis).text("said_by", &said_by);
        draft.body.set("figure", Value::Integer(figure));
        let key = format!("{as_at}|{what}|{said_by}");
        self.put(row, &key, &["figure"], draft, format!("count|{key}|{basis}"), None);
    }
}

/// What the record says against an entry; its id and references come later and are right by making.
fn checked(draft: &Draft) -> Result<(), String> {
    draft.check().map_err(|error| error.to_string())
}

/// Whether a text can be a key of the pack.
pub fn is_key(text: &str) -> bool {
    !text.is_empty() && text.len() <= 60 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The subjects that what is said about an entry shares with it: the persons, and in the matter of a row of a
/// file the States too.
pub fn shared(matter: &str, subjects: &[Subject]) -> Vec<Subject> {
    let of_file = files::of_matter(matter).is_some();
    let is_shared = |s: &&Subject| matches!(s, Subject::Person(_)) || (of_file && matches!(s, Subject::State(_)));
    subjects.iter().filter(is_shared).cloned().collect()
}

/// The persons among subjects.
pub fn persons(subjects: &[Subject]) -> Vec<Subject> {
    subjects.iter().filter(|s| matches!(s, Subject::Person(_))).cloned().collect()
}
