//! The rows of the files of the table, with the sources of the row and of its columns.

use super::{Gathered, Line, PERSONS, Written, place};
use crate::chain::Held;
use crate::directory::Directory;
use crate::files::{Becomes, File, Row, RowAct, told_in};
use crate::pack::columns::files as pack_files;
use crate::truth::{SOURCES, source_of};
use crate::view::cells::cell;
use record::json::Value;
use record::when::When;
use std::collections::{BTreeMap, BTreeSet};

/// Between the sources of single columns.
const BETWEEN: &str = " | ";

impl<'a> Gathered<'_, 'a> {
    /// All rows that are there on the day.
    pub(super) fn rows(&self, directory: &Directory, written: &mut Written<'a>) {
        let mut matters: BTreeMap<&'a str, Vec<Held<'a>>> = BTreeMap::new();
        for fact in &self.held {
            matters.entry(fact.now().entry.matter.as_str()).or_default().push(fact.clone());
        }
        let persons = written
            .lines
            .get(PERSONS.name)
            .into_iter()
            .flatten()
            .map(|line| line.key.clone())
            .collect();
        for (matter, facts) in matters {
            let row = Row::of_facts(matter, facts, self.look.law());
            if let Some(row) = row.filter(|row| row.from() <= self.look.day()) {
                self.row(&row, directory, &persons, written);
            }
        }
    }

    fn row(&self, row: &Row<'a>, directory: &Directory, persons: &BTreeSet<String>, written: &mut Written<'a>) {
        let (file, day) = (row.file, self.look.day());
        let Some(pack_file) = pack_files().find(|known| known.name == file.csv) else {
            return;
        };
        let counted: Vec<&RowAct<'a>> = row.acts().iter().filter(|act| act.counts(day)).collect();
        let first = row.acts().iter().map(|act| place(&act.held)).min().unwrap_or_default();
        let mut line = Line::new(first, String::new());
        let mut sources: Vec<(&'static str, String)> = Vec::new();
        for column in file.columns {
            match column.becomes {
                Becomes::Name => line.put(column.name, name_of(file, row)),
                Becomes::State => line.put(column.name, row.state().map(str::to_owned)),
                Becomes::Persons => line.put(column.name, Some(persons_of(row, persons))),
                Becomes::Remark | Becomes::Source | Becomes::FieldSources => {}
                Becomes::Act(_) | Becomes::By(_) | Becomes::Member(..) | Becomes::StateMember(..) | Becomes::Told(..) | Becomes::Joined => {
                    let (Some((act, field)), Some(shown)) = (row.cell(column, day), cell(row, column, day)) else {
                        continue;
                    };
                    sources.push((column.name, source_of(&act.held.now().entry, field).to_owned()));
                    self.put_as(&mut line, column.name, &act.held, field, shown.value);
                }
            }
        }
        line.key = file.key(|column| line.cells.get(column.name).map(|cell| cell.value.clone()).unwrap_or_default());
        self.names_of_the_day(&mut line, row, directory);
        if let Some(column) = file.columns.iter().find(|c| c.becomes == Becomes::Remark) {
            let facts: Vec<&Held<'a>> = row.acts().iter().map(|act| &act.held).collect();
            let source = self.put_remarks(&mut line, file.csv, column.name, &facts, written);
            sources.extend(source.map(|source| (column.name, source)));
        }
        let of_row = source_of_row(&counted, &sources);
        sources.extend(sources_of_empty(file, &counted));
        let apart = sources.into_iter().filter(|(_, source)| Some(source) != of_row.as_ref());
        let apart: Vec<String> = apart
            .map(|(column, source)| format!("{column}={}", source.replace(BETWEEN, "; ")))
            .collect();
        for column in file.columns {
            match column.becomes {
                Becomes::Source => line.put(column.name, of_row.clone()),
                Becomes::FieldSources => line.put(column.name, Some(apart.join(BETWEEN))),
                _ => {}
            }
        }
        let facts: Vec<&Held<'a>> = counted.iter().map(|act| &act.held).collect();
        written.add(&pack_file, line, &facts);
    }

    /// On a day before a State took another name it stands under the one that it bore.
    fn names_of_the_day(&self, line: &mut Line, row: &Row, directory: &Directory) {
        let Some(state) = row
            .state()
            .filter(|_| row.file.name() == "states")
            .and_then(|code| directory.get(code))
        else {
            return;
        };
        if state.names_on(self.look.day()) == &state.un_name {
            return;
        }
        let named = state.on(self.look.day());
        for (column, name) in [("un_name_en", named.name_en), ("un_name_fr", named.name_fr)] {
            line.put(column, Some(name));
        }
    }
}

/// The persons of a row who exist for the reader.
fn persons_of(row: &Row, known: &BTreeSet<String>) -> String {
    row.persons()
        .into_iter()
        .filter(|key| known.contains(*key))
        .collect::<Vec<_>>()
        .join(";")
}

/// The name of a row, which stands in its matter.
fn name_of(file: &File, row: &Row) -> Option<String> {
    let rest = row.matter.strip_prefix(file.matter)?.strip_prefix('-')?;
    Some(rest.to_owned())
}

/// The source of a row: that of an act without a day or words, which has no column to give it another; else the one that
/// most columns have, the first of them where several have as many.
fn source_of_row(counted: &[&RowAct], sources: &[(&'static str, String)]) -> Option<String> {
    let undated = counted
        .iter()
        .find(|act| act.held.now().entry.effective == When::Unknown && told_in(act.kind()).is_none());
    if let Some(act) = undated {
        return act.held.now().entry.source.clone();
    }
    let times = |source: &String| sources.iter().filter(|(_, other)| other == source).count();
    let most = sources.iter().map(|(_, source)| times(source)).max()?;
    sources
        .iter()
        .map(|(_, source)| source)
        .find(|source| times(source) == most)
        .cloned()
}

/// The sources that say of a column that it is rightly empty.
fn sources_of_empty(file: &File, counted: &[&RowAct]) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for act in counted {
        let entry = &act.held.now().entry;
        let Some(Value::Object(sources)) = entry.body.get(SOURCES) else {
            continue;
        };
        for (member, source) in sources.members().filter(|(member, _)| entry.body.get(member).is_none()) {
            let (Value::Text(source), columns) = (source, file.columns_of(&entry.kind, member, &entry.effective)) else {
                continue;
            };
            found.extend(columns.first().map(|column| (*column, source.clone())));
        }
    }
    found
}
