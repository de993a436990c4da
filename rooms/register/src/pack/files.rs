//! Rows of the files of the table ([`crate::files`]): a row is a matter, its dated columns are entries, and
//! the rest is members of their bodies.

use super::PackFault;
use super::items::{Items, draft, is_key, shared};
use super::read::{Row, Tables};
use crate::files::{Becomes, Column, Days, FILES, File, JOINED_BY, NO_DEPOSIT, codes, day_told, told_in};
use crate::kinds::{self, Sort};
use record::entry::Subject;
use record::json::{Object, Value};
use record::when::{Span, When};
use std::collections::{BTreeMap, HashMap};

/// The items that a row became.
#[derive(Clone, Debug)]
pub struct RowItems {
    /// The row's entries by kind; the first is the opening.
    pub entries: Vec<(&'static str, usize)>,
    /// The remark.
    pub remark: Option<usize>,
}

/// A row that was read, before its entries are made.
struct Told<'r> {
    file: &'static File,
    row: &'r Row,
    key: String,
    matter: String,
    /// Days by column.
    days: BTreeMap<&'static str, Span>,
    /// Members: their column, the kinds of which one bears them, name and value.
    members: Vec<(&'static str, Vec<&'static str>, &'static str, Value)>,
    /// Columns that have a source of their own.
    sources: BTreeMap<&'static str, &'r str>,
    /// States and persons.
    about: Vec<Subject>,
}

/// The kind of a referral that binds nobody (article 14).
const STATE_PARTY: &str = "State Party";

impl Items {
    /// All rows of the files of the table.
    pub(super) fn files(&mut self, tables: &Tables) {
        for file in FILES {
            let mut matters: HashMap<String, (String, u64)> = HashMap::new();
            for row in tables.get(file.csv).map(Vec::as_slice).unwrap_or_default() {
                self.row(file, row, &mut matters);
            }
        }
    }

    fn row(&mut self, file: &'static File, row: &Row, matters: &mut HashMap<String, (String, u64)>) {
        let before = self.faults.len();
        for column in file.columns.iter().filter(|column| column.needed) {
            row.need(column.name, &mut self.faults);
        }
        let key = file.key(|column| row.get(column.name).to_owned());
        self.there(file.csv, &key);
        let mut told = Told {
            file,
            row,
            matter: file.matter_of(&key),
            key,
            days: BTreeMap::new(),
            members: Vec::new(),
            sources: BTreeMap::new(),
            about: Vec::new(),
        };
        for column in file.columns {
            self.read(&mut told, column);
        }
        if self.faults.len() > before {
            return;
        }
        let first_key = file.columns.iter().find(|column| column.key).map_or("", |column| column.name);
        if let Some((other, line)) = matters.get(&told.matter) {
            let reason = if *other == told.key {
                format!("says again what line {line} says of {:?}; keep one of the two", told.key)
            } else {
                format!(
                    "is told from {other:?} on line {line} by signs alone, and both would be one matter; write one of the two otherwise"
                )
            };
            self.faults.push(row.fault(first_key, reason));
            return;
        }
        matters.insert(told.matter.clone(), (told.key.clone(), row.line));
        self.check_days(&told);
        self.check_joined(&told);
        let kinds = self.kinds(&told);
        if self.faults.len() > before {
            return;
        }
        let Some(kinds) = kinds else {
            let columns: Vec<&str> = file.columns.iter().filter(|c| c.is_citable() && !c.key).map(|c| c.name).collect();
            let reason = format!(
                "the row says nothing but its key; fill one of {}, or take the row out",
                columns.join(", ")
            );
            self.faults.push(row.fault(first_key, reason));
            return;
        };
        self.entries(&told, &kinds);
    }

    /// Reads one cell.
    fn read<'r>(&mut self, told: &mut Told<'r>, column: &'static Column) {
        let row = told.row;
        let Some(text) = row.filled(column.name) else { return };
        match column.becomes {
            Becomes::Name if !is_key(text) => {
                self.faults
                    .push(row.fault(column.name, "is not a key; write lower-case letters, digits and hyphens"));
            }
            Becomes::State => {
                self.faults.extend(self.state_fault(row, column.name, text));
                told.about.push(Subject::State(text.to_owned()));
            }
            Becomes::Persons => {
                for key in text.split(';').map(str::trim) {
                    if !self.is_there("persons.csv", key) {
                        let reason = format!("{key:?} is not in persons.csv; add the person there, or mend the key");
                        self.faults.push(row.fault(column.name, reason));
                    }
                    about(&mut told.about, Subject::Person(key.to_owned()));
                }
            }
            Becomes::Act(_) | Becomes::By(_) => {
                if let Some(span) = row.span_of(column.name, column.days, &mut self.faults) {
                    told.days.insert(column.name, span);
                }
            }
            Becomes::Member(kinds, name, sort) => self.member(told, column, kinds, name, sort),
            Becomes::StateMember(kinds, name, sort) => {
                self.member(told, column, kinds, name, sort);
                for code in codes(text) {
                    self.faults.extend(self.state_fault(row, column.name, code));
                    about(&mut told.about, Subject::State(code.to_owned()));
                }
            }
            Becomes::Told(kind, name) => {
                if let When::In(span) = day_told(text) {
                    let span = row.span_in(column.name, &span.to_string(), column.days, &mut self.faults);
                    told.days.extend(span.map(|span| (column.name, span)));
                }
                told.members.push((column.name, vec![kind], name, Value::Text(text.to_owned())));
            }
            Becomes::Joined if text == NO_DEPOSIT => {
                let value = Value::Text(text.to_owned());
                told.members.push((column.name, vec![kinds::POSITION_UNRESOLVED], "reason", value));
            }
            Becomes::Joined => match Sort::Word(JOINED_BY).read(text) {
                Some(value) => told.members.push((column.name, vec![kinds::TREATY_JOINED], "by", value)),
                None => {
                    let reason = format!(
                        "{text:?} is not how a State joins a treaty; write {} or {NO_DEPOSIT}",
                        JOINED_BY.join(", ")
                    );
                    self.faults.push(row.fault(column.name, reason));
                }
            },
            Becomes::FieldSources => told.sources = self.field_sources(told.file, row, column.name, text),
            Becomes::Name | Becomes::Remark | Becomes::Source => {}
        }
    }

    fn member(&mut self, told: &mut Told, column: &'static Column, kinds: &[&'static str], name: &'static str, sort: Sort) {
        let row = told.row;
        let text = row.get(column.name);
        if sort == Sort::Span {
            let Some(span) = row.span_of(column.name, column.days, &mut self.faults) else {
                return;
            };
            told.days.insert(column.name, span);
        }
        match sort.read(text) {
            Some(value) => told.members.push((column.name, kinds.to_vec(), name, value)),
            None => self.faults.push(row.fault(column.name, format!("{text:?} is not {}", sort.form()))),
        }
    }

    /// What is wrong with the code of a State: its form, or that it is not in the pack's States where it has them.
    pub(super) fn state_fault(&self, row: &Row, column: &str, code: &str) -> Option<PackFault> {
        if Sort::State.read(code).is_none() {
            let reason = format!("{code:?} is not the code of a State; write ISO 3166-1 alpha-3, such as FRA");
            return Some(row.fault(column, reason));
        }
        let unknown = self.states.as_ref().is_some_and(|states| !states.contains(code));
        unknown.then(|| {
            row.fault(
                column,
                format!("{code:?} is not in states.csv; add the State there, or mend the code"),
            )
        })
    }

    /// `column=source | column=source`, of filled columns that stand in a field of an entry.
    fn field_sources<'r>(&mut self, file: &File, row: &Row, column: &str, text: &'r str) -> BTreeMap<&'static str, &'r str> {
        let mut sources = BTreeMap::new();
        for part in text.split(" | ").map(str::trim) {
            let fault = match part.split_once('=').map(|(name, source)| (name.trim(), source.trim())) {
                None | Some((_, "")) => format!("{part:?} names no source; write column=source, with \" | \" between several"),
                Some((name, source)) => match file.column(name).filter(|c| c.is_citable()) {
                    None => format!("{name:?} is not a column of {} that can have a source of its own", file.csv),
                    Some(c) if row.filled(c.name).is_none() && !is_member(c) => {
                        format!("gives a source for {name}, which is empty; fill it, or take its source out")
                    }
                    Some(c) if sources.insert(c.name, source).is_some() => format!("gives two sources for {name}; keep one"),
                    Some(c) => {
                        if row.filled(c.name).is_none() {
                            self.said.push(format!(
                                "{}, line {}: {name} is empty; kept as a source on the empty field",
                                file.csv, row.line
                            ));
                        }
                        continue;
                    }
                },
            };
            self.faults.push(row.fault(column, fault));
        }
        sources
    }

    /// Days that cannot be: after the edition, or the wrong way round.
    fn check_days(&mut self, told: &Told) {
        let planned = |column: &str| told.file.column(column).is_some_and(|c| c.days == Days::Planned);
        let past: Vec<(&str, Option<Span>)> = told
            .days
            .iter()
            .filter(|(column, _)| !planned(column))
            .map(|(column, span)| (*column, Some(*span)))
            .collect();
        self.not_after_edition(told.row, &past);
        let cell = |column: &Column| {
            let text = told.row.filled(column.name)?;
            let by = if matches!(column.becomes, Becomes::By(_)) { "by " } else { "" };
            Some(format!("{by}{text}"))
        };
        let by_a_state = told.file.csv == "referrals.csv" && told.row.get("kind") == STATE_PARTY;
        if by_a_state && told.row.filled("binds").is_some() {
            let reason = "a referral by a State Party binds nobody; only a resolution of the Security Council does (article 13(b)): take it out, or mend the kind";
            self.faults.push(told.row.fault("binds", reason));
        }
        for wrong in told.file.misplaced(cell) {
            let reason = format!(
                "{} lies before {}, {}; mend one of the two",
                wrong.then, wrong.order.first, wrong.first
            );
            self.faults.push(told.row.fault(wrong.order.then, reason));
        }
    }

    /// The kinds of the entries that a row makes, in the order of the columns; none where it says nothing.
    fn kinds(&mut self, told: &Told) -> Option<Vec<&'static str>> {
        let dated = |kind: &str| told.day_of(kind).is_some();
        // A member stands in the first of its kinds that the row has a day of, else in the last.
        let home = |kinds: &[&'static str]| kinds.iter().copied().find(|kind| dated(kind)).or(kinds.last().copied());
        let homes: Vec<&'static str> = told.members.iter().filter_map(|(_, kinds, _, _)| home(kinds)).collect();
        let mut all: Vec<&'static str> = Vec::new();
        for kind in told.file.kinds() {
            if !all.contains(&kind) {
                all.push(kind);
            }
        }
        let opening = all.iter().copied().find(|kind| dated(kind) || homes.contains(kind));
        // A file of one kind of entries can say that there is one of which nothing more is known.
        let only = (all.len() == 1
            && told
                .file
                .columns
                .iter()
                .any(|c| c.becomes == Becomes::Remark && told.row.filled(c.name).is_some()))
        .then(|| all.first().copied())
        .flatten();
        let opening = opening.or(only)?;
        // What is told in words is told without a day too.
        let in_words = |kind: &str| homes.contains(&kind) && (kind == kinds::POSITION_UNRESOLVED || told_in(kind).is_some());
        let kinds: Vec<&'static str> = all
            .iter()
            .copied()
            .filter(|kind| *kind == opening || dated(kind) || in_words(kind))
            .collect();
        for (column, of, _, _) in &told.members {
            if !home(of).is_some_and(|home| kinds.contains(&home)) {
                let needs = told
                    .file
                    .columns
                    .iter()
                    .find(|c| matches!(c.becomes, Becomes::Act(kind) if of.contains(&kind)));
                let needs = needs.map_or("the day", |c| c.name);
                let reason = format!("is filled where {needs} is empty, of which it tells; fill both, or neither");
                self.faults.push(told.row.fault(column, reason));
            }
        }
        Some(kinds)
    }

    /// A deposit and how the State joined go together.
    fn check_joined(&mut self, told: &Told) {
        let column = told.file.columns.iter().find(|c| c.becomes == Becomes::Joined);
        let Some(column) = column.filter(|_| told.day_of(kinds::TREATY_JOINED).is_some()) else {
            return;
        };
        let words = JOINED_BY.join(", ");
        let reason = match told.row.filled(column.name) {
            None => format!("is empty where a deposit is dated; write {words}"),
            Some(NO_DEPOSIT) => format!("says {NO_DEPOSIT} where a deposit is dated; write {words}, or empty the day"),
            Some(_) => return,
        };
        self.faults.push(told.row.fault(column.name, reason));
    }

    /// Makes the entries of a row.
    fn entries(&mut self, told: &Told, kinds: &[&'static str]) {
        let Told {
            file, row, key, matter, ..
        } = told;
        let row_source = row.get("source");
        let mut entries = Vec::new();
        for kind in kinds {
            let day = told.day_of(kind);
            let mut columns: Vec<&str> = day.iter().map(|(column, _)| *column).collect();
            let own = columns.first().and_then(|column| told.sources.get(column).copied());
            let source = own.unwrap_or(row_source);
            let mut entry = draft(matter, kind, day.map_or(When::Unknown, |(_, when)| when), Some(source));
            entry.about.clone_from(&told.about);
            if let Some((name, value)) = file.constant {
                entry.body.set(name, Value::Text(value.to_owned()));
            }
            let mut sources = Object::new();
            for (column, of, name, value) in &told.members {
                if of.iter().find(|kind| kinds.contains(kind)) != Some(kind) {
                    continue;
                }
                entry.body.set(name, value.clone());
                columns.push(column);
                let own = told.sources.get(column).copied().unwrap_or(row_source);
                if own != source {
                    sources.set(name, Value::Text(own.to_owned()));
                }
            }
            for (name, own) in told.empty_with_source(kind, kinds) {
                sources.set(name, Value::Text(own.to_owned()));
            }
            if !sources.is_empty() {
                entry.body.set("sources", Value::Object(sources));
            }
            self.said_beside(told, kind);
            let index = self.put(row, key, &columns, entry, format!("{matter}|{kind}"), None);
            entries.push((*kind, index));
        }
        let remark = self.remark_of(told, entries.first().map(|(_, index)| *index));
        self.made.insert((file.csv, key.clone()), RowItems { entries, remark });
    }

    /// Says of a day by which something happened that it is passed over beside the day itself.
    fn said_beside(&mut self, told: &Told, kind: &str) {
        let filled = |becomes: fn(&'static str) -> Becomes| {
            let of_kind = |c: &&Column| told.days.contains_key(c.name) && told.file.kinds().any(|k| k == kind && c.becomes == becomes(k));
            told.file.columns.iter().find(of_kind)
        };
        if let (Some(day), Some(by)) = (filled(Becomes::Act), filled(Becomes::By)) {
            self.said.push(format!(
                "{}, line {}: {} was not taken in, since {} gives the day",
                told.file.csv, told.row.line, by.name, day.name
            ));
        }
    }

    fn remark_of(&mut self, told: &Told, opening: Option<usize>) -> Option<usize> {
        let opening = opening?;
        let column = told.file.columns.iter().find(|c| c.becomes == Becomes::Remark)?.name;
        let text = told.row.filled(column)?;
        let source = told.sources.get(column).copied().unwrap_or(told.row.get("source"));
        let mut remark = draft(&told.matter, kinds::REMARK, When::Unknown, Some(source));
        remark.about = shared(&told.matter, &told.about);
        remark.body = Object::new().text("text", text);
        let slot = format!("remark|{}", told.matter);
        Some(self.put(told.row, &told.key, &[column], remark, slot, Some(opening)))
    }
}

impl Told<'_> {
    /// The empty members of an entry for which a source of their own is given: that there is none was read or
    /// recalled there.
    fn empty_with_source(&self, kind: &str, kinds: &[&'static str]) -> Vec<(&'static str, &str)> {
        let own = self.sources.iter().filter(|(column, _)| self.row.filled(column).is_none());
        let of_kind = own.filter_map(|(column, source)| match self.file.column(column)?.becomes {
            Becomes::Member(of, name, _) | Becomes::StateMember(of, name, _) => {
                (of.iter().find(|of| kinds.contains(of)).copied() == Some(kind)).then_some((name, *source))
            }
            _ => None,
        });
        of_kind.collect()
    }

    /// The column that gives the day of a kind, and the day: itself, else by which.
    fn day_of(&self, kind: &str) -> Option<(&'static str, When)> {
        let span = |column: &Column| self.days.get(column.name).copied();
        let columns = || self.file.columns.iter();
        let act = columns().find_map(|c| match c.becomes {
            Becomes::Act(of) | Becomes::Told(of, _) if of == kind => Some((c.name, When::In(span(c)?))),
            _ => None,
        });
        act.or_else(|| {
            columns().find_map(|c| match c.becomes {
                Becomes::By(of) if of == kind => Some((c.name, When::By(span(c)?))),
                _ => None,
            })
        })
    }
}

fn is_member(column: &Column) -> bool {
    matches!(column.becomes, Becomes::Member(..) | Becomes::StateMember(..))
}

/// Adds a subject that is not there yet.
fn about(subjects: &mut Vec<Subject>, subject: Subject) {
    if !subjects.contains(&subject) {
        subjects.push(subject);
    }
}

#[cfg(test)]
#[path = "files_tests.rs"]
pub mod tests;
