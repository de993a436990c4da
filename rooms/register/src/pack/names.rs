//! The names under which an edition lists what it drops: file and key.

use super::known::{Chain, Known, target};
use crate::files::{self, Becomes, EFFECTIVE, File};
use crate::kinds;
use record::entry::Draft;
use record::when::When;
use std::collections::HashSet;

/// What names are made out of.
pub struct Naming<'k> {
    /// The record.
    pub known: &'k Known,
    /// Matters that the edition has.
    pub there: &'k HashSet<String>,
}

impl Naming<'_> {
    /// The names (file and key) under which a dropped entry can be listed, the closest first.
    pub fn names(&self, draft: &Draft) -> Vec<(String, String)> {
        if let Some(file) = files::of_matter(&draft.matter) {
            return self.of_row(file, draft);
        }
        let name = |file: &str, key: String| (file.to_owned(), key);
        let text = |field: &str| draft.body.get_text(field).unwrap_or_default();
        let proceedings = |column: &str| {
            vec![
                name("proceedings.csv", format!("{}|{column}", draft.matter)),
                name("proceedings.csv", draft.matter.clone()),
            ]
        };
        let of_target = || target(draft).and_then(|id| self.known.version(id));
        match draft.kind.as_str() {
            kinds::PERSON_NAMED => vec![name(
                "persons.csv",
                draft.matter.strip_prefix("person-").unwrap_or(&draft.matter).to_owned(),
            )],
            kinds::WARRANT_ISSUED | kinds::SUMMONS_ISSUED => vec![name("proceedings.csv", draft.matter.clone())],
            kinds::MADE_PUBLIC => proceedings("made_public_on"),
            kinds::WARRANT_EXECUTED | kinds::APPEARED => proceedings("executed_on"),
            kinds::SURRENDERED => proceedings("surrendered_on"),
            kinds::ENDED => proceedings(if matches!(draft.effective, When::By(_)) {
                "ended_by"
            } else {
                "ended_on"
            }),
            kinds::MILESTONE => {
                let on = draft.effective.to_string();
                let key = format!("{}|{}|{}", draft.matter, text("what"), on.strip_prefix("about ").unwrap_or(&on));
                vec![name("milestones.csv", key), name("proceedings.csv", draft.matter.clone())]
            }
            kinds::COUNT_STATED => vec![name(
                "official_counts.csv",
                format!("{}|{}|{}", draft.effective, text("what"), text("said_by")),
            )],
            kinds::REMARK => {
                let of = of_target().map(|t| self.names(t)).unwrap_or_default();
                let row = of.last().cloned().unwrap_or_default();
                let column = if row.0 == "milestones.csv" { "note" } else { "notes" };
                std::iter::once((row.0, format!("{}|{column}", row.1))).chain(of).collect()
            }
            kinds::CITATION => {
                let of = of_target().map(|t| self.names(t)).unwrap_or_default();
                let (file, key) = of.last().cloned().unwrap_or_default();
                let source = draft.source.as_deref().unwrap_or_default();
                let columns = of_target()
                    .map(|t| columns(&t.kind, &t.effective, text("field")))
                    .unwrap_or_default();
                let cited = columns
                    .iter()
                    .map(|column| name("citations.csv", format!("{file}|{key}|{column}|{source}")));
                cited.chain(of).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The names of an entry of a row of a file of the table. Where the whole row is gone, its own comes first.
    fn of_row(&self, file: &File, draft: &Draft) -> Vec<(String, String)> {
        let mut act = draft;
        while [kinds::REMARK, kinds::CITATION].contains(&act.kind.as_str()) {
            let Some(of) = target(act).and_then(|id| self.known.version(id)) else {
                break;
            };
            act = of;
        }
        let of_key = |entry: &&Draft| entry.matter == act.matter && Some(entry.kind.as_str()) == file.key_kind();
        let mut of_pack = self.known.chains.values().filter_map(Chain::newest_of_pack);
        let key = file.key_of(match file.key_kind() {
            Some(kind) if kind != act.kind => of_pack.find(of_key).unwrap_or(act),
            _ => act,
        });
        let csv = || file.csv.to_owned();
        let cell = |column: &str| (csv(), format!("{key}|{column}"));
        let mut names = Vec::new();
        match draft.kind.as_str() {
            kinds::REMARK => names.extend(file.columns_of(kinds::REMARK, "text", &When::Unknown).into_iter().map(cell)),
            kinds::CITATION => {
                let of = target(draft).and_then(|id| self.known.version(id)).unwrap_or(act);
                let source = draft.source.as_deref().unwrap_or_default();
                let columns = cited(file, of, draft.body.get_text("field").unwrap_or_default());
                let cited = columns.iter().map(|column| format!("{}|{key}|{column}|{source}", file.csv));
                names.extend(cited.map(|key| ("citations.csv".to_owned(), key)));
                names.extend(columns.into_iter().map(cell));
            }
            kind => {
                names.extend(file.columns_of(kind, EFFECTIVE, &draft.effective).into_iter().map(cell));
                let joined = file.columns.iter().filter(|column| column.becomes == Becomes::Joined);
                let undated = draft.effective == When::Unknown && kind == kinds::POSITION_UNRESOLVED;
                names.extend(joined.filter(|_| undated).map(|column| cell(column.name)));
            }
        }
        let place = if self.there.contains(&act.matter) { names.len() } else { 0 };
        names.insert(place, (csv(), key.clone()));
        names
    }
}

/// The columns that a citation of a field of an entry may speak of.
pub fn columns_cited(of: &Draft, field: &str) -> Vec<&'static str> {
    match files::of_matter(&of.matter) {
        Some(file) => cited(file, of, field),
        None => columns(&of.kind, &of.effective, field),
    }
}

/// The same of an entry of a row of a file of the table.
fn cited(file: &File, of: &Draft, field: &str) -> Vec<&'static str> {
    match field.strip_prefix("none:") {
        None => file.columns_of(&of.kind, field, &of.effective),
        Some(kinds::REMARK) => file.columns_of(kinds::REMARK, "text", &When::Unknown),
        Some(kind) => {
            let mut columns = file.columns_of(kind, EFFECTIVE, &When::Unknown);
            columns.extend(file.columns_of(kind, "by", &When::Unknown));
            columns
        }
    }
}

/// The columns out of which a field of an entry may have come.
fn columns(kind: &str, effective: &When, field: &str) -> Vec<&'static str> {
    match (kind, field) {
        (_, "state") if kind == kinds::WARRANT_EXECUTED => vec!["executed_in"],
        (_, "reason") => vec!["end_reason"],
        (kinds::REMARK, "text") => vec!["notes"],
        (kinds::WARRANT_ISSUED | kinds::SUMMONS_ISSUED, "effective") => vec!["issued_on"],
        (kinds::MADE_PUBLIC, _) => vec!["made_public_on"],
        (kinds::WARRANT_EXECUTED, _) => vec!["executed_on"],
        (kinds::SURRENDERED, _) => vec!["surrendered_on"],
        (kinds::APPEARED, _) => vec!["executed_on", "surrendered_on"],
        (kinds::ENDED, _) => vec![if matches!(effective, When::By(_)) { "ended_by" } else { "ended_on" }],
        (kinds::MILESTONE, "effective") => vec!["on"],
        (_, field) => match field.strip_prefix("none:") {
            Some(kinds::MADE_PUBLIC) => vec!["made_public_on"],
            Some(kinds::WARRANT_EXECUTED) => vec!["executed_on"],
            Some(kinds::SURRENDERED) => vec!["surrendered_on"],
            Some(_) => vec!["ended_on", "ended_by"],
            None => BODY_COLUMNS.into_iter().filter(|column| *column == field).collect(),
        },
    }
}

/// Columns that bear the name of the member that they became.
const BODY_COLUMNS: [&str; 7] = ["name", "also_known_as", "situation", "figure", "state", "years", "until"];
