//! The whole register of a day, as the tables in which the public record comes: to take along, to compute
//! with, and to be read in again.
//!
//! A row is there from the day on which the reader counts it, a cell from its own; what came later is
//! empty. Rows stand in the order in which they were recorded. The tables hold what a pack may hold and
//! nothing else, so that `comity import` takes them; what is known of the truth of each cell stands in a
//! table of its own.

mod citations;
mod columns;
mod persons;
mod rows;

use super::View;
use super::look::Look;
use super::model::{Checkpoint, Table, Whole};
use crate::Register;
use crate::chain::{self, Held};
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::pack::columns::{CITATIONS, COUNTS, EDITION, File, MILESTONES, PERSONS, PROCEEDINGS};
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use crate::truth::{Citations, short_hash, source_of, was_read};
use access::Viewer;
use record::entry::{EntryId, Subject};
use record::when::When;
use std::collections::{BTreeMap, HashMap};

impl Register {
    /// The whole register as the viewer may see it on the day.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn whole(&self, viewer: &Viewer, reading: &Reading) -> View<Whole> {
        let look = Look::new(self, viewer, reading).await?;
        let foot = self.foot(viewer, reading).await?;
        let checkpoint = self.store.checkpoint().await?;
        let directory = look.directory().await?;
        let entries = look.entries(Of::All).await?;
        let gathered = Gathered::of(&look, &entries);
        let mut written = Written::default();
        gathered.persons(&mut written);
        gathered.counts(&mut written);
        gathered.edition(&mut written);
        gathered.rows(&directory, &mut written);
        gathered.citations(&mut written);
        let tables: Vec<Table> = columns::files().map(|file| written.table(&file)).collect();
        Ok(Whole {
            asked: look.asked(),
            edition: foot.edition,
            complete_until: foot.complete_until,
            checkpoint: Checkpoint {
                mark: checkpoint.mark,
                text: checkpoint.text,
            },
            tables,
            facts: written.facts(),
        })
    }
}

/// Everything that the reader may see, by what it is about.
struct Gathered<'l, 'a> {
    look: &'l Look<'l>,
    /// Facts that stand, in the order in which they began.
    held: Vec<Held<'a>>,
    citations: Citations<'a>,
    /// Remarks by the entry that they are about.
    remarks: HashMap<&'a EntryId, Vec<Held<'a>>>,
}

/// A cell, and what is known of its truth where it stands in a field of an entry.
struct Shown {
    value: String,
    fact: Option<Fact>,
}

struct Fact {
    verified: bool,
    others: Vec<String>,
    source: String,
    entry: String,
    hash: String,
}

/// A row in the making.
struct Line {
    /// Its place: that of its first entry.
    place: u64,
    key: String,
    cells: BTreeMap<&'static str, Shown>,
}

/// A fact that stands in a row: where a citation of it belongs.
struct Home<'a> {
    file: &'static str,
    key: String,
    held: Held<'a>,
}

/// What has been written.
#[derive(Default)]
struct Written<'a> {
    lines: BTreeMap<&'static str, Vec<Line>>,
    homes: HashMap<&'a EntryId, Home<'a>>,
    /// Cells with a source of their own that was read, in files that have no column for it: file, key, column and
    /// source. They are written as what that source confirms.
    apart: Vec<[String; 4]>,
}

impl Line {
    fn new(place: u64, key: impl Into<String>) -> Line {
        Line {
            place,
            key: key.into(),
            cells: BTreeMap::new(),
        }
    }

    /// Puts a text that is no fact by itself: a key, a source.
    fn put(&mut self, column: &'static str, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.cells.insert(column, Shown { value, fact: None });
        }
    }
}

impl<'l, 'a> Gathered<'l, 'a> {
    fn of(look: &'l Look<'l>, entries: &'a [Recorded]) -> Gathered<'l, 'a> {
        let held = chain::held(entries);
        let mut remarks: HashMap<&EntryId, Vec<Held>> = HashMap::new();
        // A remark may tell of what came after the day.
        let written_by = |fact: &&Held| day_in_the_hague(fact.now().entry.recorded) <= look.day();
        let of_kind = held.iter().filter(|fact| fact.now().entry.kind == kinds::REMARK);
        for remark in of_kind.filter(written_by) {
            for id in about_entries(remark) {
                remarks.entry(id).or_default().push(remark.clone());
            }
        }
        Gathered {
            look,
            citations: Citations::among(&held),
            held,
            remarks,
        }
    }

    /// Puts a field of a fact into a column, if the fact has it.
    fn put(&self, line: &mut Line, column: &'static str, fact: &Held<'a>, field: &str) {
        if let Some(value) = fact
            .value(field)
            .filter(|_| field != "effective" || fact.now().entry.effective != When::Unknown)
        {
            self.put_as(line, column, fact, field, value);
        }
    }

    /// The same, in other words than the fact has.
    fn put_as(&self, line: &mut Line, column: &'static str, fact: &Held<'a>, field: &str, value: String) {
        let truth = self.citations.truth(fact, field);
        let now = fact.now();
        let fact = Fact {
            verified: truth.verified,
            others: truth.others,
            source: source_of(&now.entry, field).to_owned(),
            entry: now.entry.id.to_string(),
            hash: short_hash(&now.leaf_hash),
        };
        line.cells.insert(column, Shown { value, fact: Some(fact) });
    }

    /// Puts the remarks on facts into a column; gives the source of the first.
    fn put_remarks(
        &self,
        line: &mut Line,
        file: &'static str,
        column: &'static str,
        of: &[&Held<'a>],
        written: &mut Written<'a>,
    ) -> Option<String> {
        let versions = of.iter().flat_map(|fact| fact.versions());
        let remarks: Vec<&Held<'a>> = versions
            .filter_map(|version| self.remarks.get(&version.entry.id))
            .flatten()
            .collect();
        let first = remarks.first()?;
        let texts: Vec<String> = remarks.iter().filter_map(|remark| remark.value("text")).collect();
        self.put_as(line, column, first, "text", texts.join("\n"));
        for remark in &remarks {
            written.at_home(file, &line.key, remark);
        }
        first.now().entry.source.clone()
    }

    /// What institutions counted, up to the day.
    fn counts(&self, written: &mut Written<'a>) {
        for stated in self.held.iter().filter(|fact| fact.now().entry.kind == kinds::COUNT_STATED) {
            let entry = &stated.now().entry;
            if entry.effective.last().is_none_or(|day| day > self.look.day()) {
                continue;
            }
            let text = |field: &str| stated.value(field).unwrap_or_default();
            let key = format!("{}|{}|{}", entry.effective, text("what"), text("said_by"));
            let mut line = Line::new(place(stated), key);
            self.put(&mut line, "as_at", stated, "effective");
            for column in ["what", "basis", "figure", "said_by"] {
                self.put(&mut line, column, stated, column);
            }
            line.put("source", entry.source.clone());
            written.add(&COUNTS, line, &[stated]);
        }
    }

    /// The edition that was taken in last. It says how complete the data are, so it stands there on every day.
    fn edition(&self, written: &mut Written<'a>) {
        let mut editions = self.held.iter().filter(|fact| fact.now().entry.kind == kinds::PACK_EDITION);
        let Some(edition) = editions.next_back() else { return };
        let text = |field: &str| edition.value(field);
        let mut line = Line::new(place(edition), text("edition").unwrap_or_default());
        for (column, field) in [("edition", "edition"), ("complete_until", "complete_until"), ("notes", "remark")] {
            line.put(column, text(field));
        }
        written.add(&EDITION, line, &[]);
    }
}

/// The place of a fact in the order of recording. It is never shown: only rows that the reader may see are
/// ordered by it.
fn place(fact: &Held) -> u64 {
    fact.versions().first().map_or(0, |first| first.position)
}

/// The entries that a fact is about.
fn about_entries<'a>(fact: &Held<'a>) -> impl Iterator<Item = &'a EntryId> {
    let subjects = fact.now().entry.about.iter();
    subjects.filter_map(|s| if let Subject::Entry(id) = s { Some(id) } else { None })
}

impl<'a> Written<'a> {
    /// Adds a row and the facts in it.
    fn add(&mut self, file: &File, line: Line, facts: &[&Held<'a>]) {
        for fact in facts {
            self.at_home(file.name, &line.key, fact);
        }
        if !file.columns().contains(&"field_sources") {
            let of_row = line.cells.get("source").map(|cell| cell.value.as_str());
            for (column, cell) in &line.cells {
                let source = cell.fact.as_ref().map(|fact| fact.source.as_str());
                if let Some(source) = source.filter(|source| Some(*source) != of_row && was_read(source)) {
                    self.apart.push([file.name, &line.key, column, source].map(str::to_owned));
                }
            }
        }
        self.lines.entry(file.name).or_default().push(line);
    }

    /// Notes that a fact stands in a row.
    fn at_home(&mut self, file: &'static str, key: &str, fact: &Held<'a>) {
        for version in fact.versions() {
            let home = Home {
                file,
                key: key.to_owned(),
                held: fact.clone(),
            };
            self.homes.insert(&version.entry.id, home);
        }
    }

    /// The table of a file.
    fn table(&mut self, file: &File) -> Table {
        let columns = columns::of_file(file);
        let lines = self.lines.entry(file.name).or_default();
        lines.sort_by(|a, b| (a.place, &a.key).cmp(&(b.place, &b.key)));
        let cell = |line: &Line, name: &str| line.cells.get(name).map(|cell| cell.value.clone());
        let rows = lines
            .iter()
            .map(|line| columns.iter().map(|column| cell(line, column.name)).collect());
        Table {
            file: file.name,
            rows: rows.collect(),
            columns,
        }
    }

    /// The table of facts, in the order of the files.
    fn facts(&self) -> Table {
        let mut rows = Vec::new();
        for file in columns::files() {
            for line in self.lines.get(file.name).into_iter().flatten() {
                for column in file.columns() {
                    let Some(Shown { value, fact: Some(fact) }) = line.cells.get(column) else {
                        continue;
                    };
                    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
                    rows.push(vec![
                        Some(file.name.to_owned()),
                        Some(line.key.clone()),
                        Some(column.to_owned()),
                        Some(value.clone()),
                        Some(if fact.verified { "yes" } else { "no" }.to_owned()),
                        filled(fact.others.join("; ")),
                        filled(fact.source.clone()),
                        Some(fact.entry.clone()),
                        Some(fact.hash.clone()),
                    ]);
                }
            }
        }
        Table {
            file: columns::FACTS,
            columns: columns::of_facts(),
            rows,
        }
    }
}
