//! Citations: what sources that were read say of single cells of the other files.

use super::items::{Item, Items, draft, shared};
use super::read::Row;
use crate::chain::plain;
use crate::files::{self, Becomes, Days, EFFECTIVE, File};
use crate::kinds::{self, Sort};
use record::entry::Draft;
use record::json::Object;
use record::when::When;

/// The verdicts of citations.
pub const VERDICTS: [&str; 4] = ["confirms", "partly", "contradicts", "inferred"];

/// The field of a citation that says that there is nothing to remark.
pub const NO_REMARK: &str = "none:remark.added";

/// What the slot of a citation says of its target: of an entry the entry's slot and the field. A row of a file
/// keeps its citations though what a cell of it became changes: a day that was not there is the same cell.
pub fn slot_of(target: &Draft, target_slot: &str, field: &str) -> String {
    if files::of_matter(&target.matter).is_none() {
        return format!("{target_slot}|{field}");
    }
    let matter = &target.matter;
    match (field, field.strip_prefix("none:")) {
        (EFFECTIVE, _) => format!("{matter}|{}|{EFFECTIVE}", target.kind),
        (NO_REMARK, _) => format!("{matter}|text"),
        (_, Some(kind)) => match files::told_in(kind) {
            Some(member) => format!("{matter}|{member}"),
            None => format!("{matter}|{kind}|{EFFECTIVE}"),
        },
        _ => format!("{matter}|{field}"),
    }
}

impl Items {
    pub(super) fn citation(&mut self, row: &Row) {
        let before = self.faults.len();
        let [file, key, field, verdict] = ["file", "key", "field", "verdict"].map(|column| row.need(column, &mut self.faults));
        let source = row.need("source", &mut self.faults);
        if !VERDICTS.contains(&verdict.as_str()) {
            self.faults
                .push(row.fault("verdict", format!("{verdict:?} is not a verdict; write {}", VERDICTS.join(", "))));
        }
        let contradicts = verdict == "contradicts";
        match row.filled("value") {
            None if contradicts => self
                .faults
                .push(row.fault("value", "is empty; a citation that contradicts says what the source gives instead")),
            Some(_) if !contradicts => self.faults.push(row.fault(
                "value",
                "only a citation that contradicts gives a value; leave it empty, or mend the verdict",
            )),
            _ => {}
        }
        let Some((parent, of)) = self.cited(row, &file, &key, &field) else {
            return;
        };
        let Some(item) = self.items.get(parent).cloned() else { return };
        let value = contradicts.then(|| self.given(row, &item, &file, &field, &of)).flatten();
        if self.faults.len() > before {
            return;
        }
        let matter = &item.draft.matter;
        let mut draft = draft(matter, kinds::CITATION, When::Unknown, Some(&source));
        draft.about = shared(matter, &item.draft.about);
        let body = Object::new().text("field", &of).text("verdict", &verdict).text("source", &source);
        draft.body = body.text_if("value", value.as_deref()).text_if("says", row.filled("says"));
        let of = slot_of(&item.draft, &item.slot, &of);
        let slot = format!("citation|{of}|{verdict}|{}|{source}", value.unwrap_or_default());
        self.put(
            row,
            &format!("{file}|{key}|{field}|{source}"),
            &["verdict"],
            draft,
            slot,
            Some(parent),
        );
    }

    /// The value that a source gives for a cell, in the form of [`crate::chain::value`].
    fn given(&mut self, row: &Row, item: &Item, file: &str, column: &str, field: &str) -> Option<String> {
        let text = row.filled("value")?;
        let column = files::of_csv(file).and_then(|file| file.column(column)).ok_or(column);
        let in_words = |kind: &str| kind == kinds::REMARK || files::told_in(kind).is_some();
        if field == EFFECTIVE || field.strip_prefix("none:").is_some_and(|kind| !in_words(kind)) {
            let span = row.span_of("value", column.map_or(Days::Since, |c| c.days), &mut self.faults)?;
            let by = column.map_or_else(|name| name == "ended_by", |c| matches!(c.becomes, Becomes::By(_)));
            return Some(if by { format!("by {span}") } else { span.to_string() });
        }
        let sort = kinds::members(&item.draft.kind).into_iter().find(|(name, _, _)| *name == field);
        let sort = sort.map_or(Sort::Text, |(_, sort, _)| sort);
        let value = sort.read(text).as_ref().and_then(plain);
        if value.is_none() {
            self.faults
                .push(row.fault("value", format!("{text:?} cannot stand in that field: write {}", sort.form())));
        }
        value
    }

    /// The item that a citation is about, and the field of its entry.
    fn cited(&mut self, row: &Row, file: &str, key: &str, field: &str) -> Option<(usize, String)> {
        if let Some(file) = files::of_csv(file).filter(|file| self.given.contains(file.csv)) {
            return self.cited_cell(row, file, key, field);
        }
        let Some((file, known, row_column)) = CITED.iter().find(|(name, _, _)| *name == file).copied() else {
            *self.others.entry(file.to_owned()).or_default() += 1;
            return None;
        };
        let Some((_, of, absent)) = known.iter().find(|(column, _, _)| *column == field) else {
            let columns: Vec<&str> = known.iter().map(|(column, _, _)| *column).collect();
            self.faults.push(row.fault(
                "field",
                format!("{field:?} is not a field of {file} that can be cited; write {}", columns.join(", ")),
            ));
            return None;
        };
        let Some(of_row) = self.cell(file, key, row_column) else {
            if self.is_there(file, key) {
                return None;
            }
            self.faults
                .push(row.fault("key", format!("{key:?} is not a key of {file}; mend it, or add the row there")));
            return None;
        };
        if let Some(cell) = self.cell(file, key, field) {
            return Some((cell, (*of).to_owned()));
        }
        let Some(kind) = absent else {
            self.faults.push(row.fault(
                "field",
                format!("{field} of {key} is empty in {file}: there is nothing to cite; fill it there, or take the citation out"),
            ));
            return None;
        };
        self.said.push(format!(
            "citations.csv, line {}: {field} of {key} is empty; kept as a source that nothing of the kind happened",
            row.line
        ));
        Some((of_row, format!("none:{kind}")))
    }

    /// The same, of a row of a file of the table.
    fn cited_cell(&mut self, row: &Row, file: &'static File, key: &str, field: &str) -> Option<(usize, String)> {
        let Some(column) = file.column(field).filter(|column| column.is_citable()) else {
            let columns: Vec<&str> = file.columns.iter().filter(|c| c.is_citable()).map(|c| c.name).collect();
            let reason = format!(
                "{field:?} is not a field of {} that can be cited; write {}",
                file.csv,
                columns.join(", ")
            );
            self.faults.push(row.fault("field", reason));
            return None;
        };
        let Some(made) = self.made.get(&(file.csv, key.to_owned())).cloned() else {
            if !self.is_there(file.csv, key) {
                let reason = format!("{key:?} is not a key of {}; mend it, or add the row there", file.csv);
                self.faults.push(row.fault("key", reason));
            }
            return None;
        };
        let opening = made.entries.first()?.1;
        let item = |kind: &str| made.entries.iter().find(|(of, _)| *of == kind).map(|(_, index)| *index);
        let holds = |index: &usize, name: &str| self.items.get(*index).is_some_and(|i| i.draft.body.get(name).is_some());
        let empty = |of: (usize, String), items: &mut Items| {
            let what = if of.1.starts_with("none:") {
                "kept as a source that nothing of the kind happened"
            } else {
                "kept as a source on the empty field"
            };
            items
                .said
                .push(format!("citations.csv, line {}: {field} of {key} is empty; {what}", row.line));
            Some(of)
        };
        let of_none = |kind: &str| (opening, format!("none:{kind}"));
        match column.becomes {
            Becomes::Act(kind) | Becomes::By(kind) => {
                let Some(index) = item(kind) else {
                    return empty(of_none(kind), self);
                };
                let by = matches!(column.becomes, Becomes::By(_));
                match self.items.get(index).map(|i| &i.draft.effective) {
                    Some(When::Unknown) => empty((index, "effective".to_owned()), self),
                    Some(when) if matches!(when, When::By(_)) != by => {
                        let reason = format!(
                            "{field} of {key} is empty in {}, and another column gives the day: cite that one",
                            file.csv
                        );
                        self.faults.push(row.fault("field", reason));
                        None
                    }
                    _ => Some((index, "effective".to_owned())),
                }
            }
            Becomes::Told(kind, name) => match item(kind) {
                Some(index) => Some((index, name.to_owned())),
                None => empty(of_none(kind), self),
            },
            Becomes::Member(kinds, name, _) | Becomes::StateMember(kinds, name, _) => {
                let there: Vec<usize> = kinds.iter().filter_map(|kind| item(kind)).collect();
                match there.iter().find(|index| holds(index, name)) {
                    Some(index) => Some((*index, name.to_owned())),
                    None => empty((there.first().copied().unwrap_or(opening), name.to_owned()), self),
                }
            }
            Becomes::Joined => {
                let joined = item(kinds::TREATY_JOINED)
                    .filter(|index| holds(index, "by"))
                    .map(|index| (index, "by"));
                let unknown = || item(kinds::POSITION_UNRESOLVED).filter(|index| holds(index, "reason"));
                match joined.or_else(|| unknown().map(|index| (index, "reason"))) {
                    Some((index, name)) => Some((index, name.to_owned())),
                    None => empty(of_none(kinds::TREATY_JOINED), self),
                }
            }
            Becomes::Remark => match made.remark {
                Some(remark) => Some((remark, "text".to_owned())),
                None => empty((opening, NO_REMARK.to_owned()), self),
            },
            Becomes::Name | Becomes::State | Becomes::Persons | Becomes::Source | Becomes::FieldSources => None,
        }
    }
}

/// Whether a citation can speak of a column of a file.
pub fn is_citable(file: &str, column: &str) -> bool {
    if let Some(file) = files::of_csv(file) {
        return file.column(column).is_some_and(|column| column.is_citable());
    }
    let of_file = CITED.iter().find(|(name, _, _)| *name == file);
    of_file.is_some_and(|(_, columns, _)| columns.iter().any(|(name, _, _)| *name == column))
}

/// A column that can be cited, the field of the entry that it became, and the kind of which a source
/// on an empty cell says that nothing happened.
type Citable = (&'static str, &'static str, Option<&'static str>);

/// Files that can be cited, their columns, and the column that every row has.
const CITED: [(&str, &[Citable], &str); 4] = [
    (
        "persons.csv",
        &[
            ("name", "name", None),
            ("also_known_as", "also_known_as", None),
            ("notes", "text", None),
        ],
        "name",
    ),
    (
        "proceedings.csv",
        &[
            ("issued_on", "effective", None),
            ("made_public_on", "effective", Some(kinds::MADE_PUBLIC)),
            ("executed_on", "effective", Some(kinds::WARRANT_EXECUTED)),
            ("executed_in", "state", None),
            ("surrendered_on", "effective", Some(kinds::SURRENDERED)),
            ("ended_on", "effective", Some(kinds::ENDED)),
            ("ended_by", "effective", Some(kinds::ENDED)),
            ("end_reason", "reason", None),
            ("situation", "situation", None),
            ("notes", "text", None),
        ],
        "issued_on",
    ),
    (
        "milestones.csv",
        &[
            ("on", "effective", None),
            ("state", "state", None),
            ("years", "years", None),
            ("until", "until", None),
        ],
        "on",
    ),
    ("official_counts.csv", &[("figure", "figure", None)], "figure"),
];

#[cfg(test)]
#[path = "citations_tests.rs"]
mod tests;
