//! The columns of the tables to take along, and what each holds.

use crate::files::{self, Becomes};
use crate::kinds::{BASES, Sort};
use crate::pack::VERDICTS;
use crate::pack::columns::{self as pack, File};
use crate::view::model::{Holds, TableColumn};

/// Name of the table of facts.
pub(super) const FACTS: &str = "facts.csv";

/// The columns of a file of the public record, in its order.
pub(super) fn of_file(file: &File) -> Vec<TableColumn> {
    let column = |name| TableColumn {
        name,
        key: is_key(file.name, name),
        holds: holds(file.name, name),
    };
    file.columns().into_iter().map(column).collect()
}

/// The columns of the table of facts.
pub(super) fn of_facts() -> Vec<TableColumn> {
    let column = |(name, key, holds)| TableColumn { name, key, holds };
    let columns = [
        ("file", true, Holds::Text),
        ("key", true, Holds::Text),
        ("column", true, Holds::Text),
        ("value", false, Holds::Text),
        ("verified", false, Holds::YesNo),
        ("other_values", false, Holds::Texts),
        ("source", false, Holds::Text),
        ("entry", false, Holds::Text),
        ("hash", false, Holds::Text),
    ];
    columns.into_iter().map(column).collect()
}

fn is_key(file: &str, column: &str) -> bool {
    if let Some(file) = files::of_csv(file) {
        return file.column(column).is_some_and(|column| column.key);
    }
    let keys: &[&str] = match file {
        "persons.csv" => &["person_id"],
        "proceedings.csv" => &["instrument_id"],
        "milestones.csv" => &["instrument_id", "kind", "on"],
        "official_counts.csv" => &["as_at", "what", "said_by"],
        "citations.csv" => &["file", "key", "field", "verdict", "value", "source"],
        "edition.csv" => &["edition"],
        _ => &[],
    };
    keys.contains(&column)
}

fn holds(file: &str, column: &str) -> Holds {
    if let Some(column) = files::of_csv(file).and_then(|file| file.column(column)) {
        return match column.becomes {
            Becomes::State => Holds::State,
            Becomes::Persons => Holds::Texts,
            Becomes::Act(_) | Becomes::By(_) => Holds::Day,
            Becomes::Member(_, _, sort) | Becomes::StateMember(_, _, sort) => of_sort(sort),
            Becomes::Name | Becomes::Told(..) | Becomes::Joined | Becomes::Remark | Becomes::Source | Becomes::FieldSources => Holds::Text,
        };
    }
    match (file, column) {
        (_, "issued_on" | "made_public_on" | "executed_on" | "surrendered_on" | "ended_on" | "ended_by") => Holds::Day,
        ("milestones.csv", "on" | "until") | ("official_counts.csv", "as_at") => Holds::Day,
        ("edition.csv", "edition" | "complete_until") => Holds::Day,
        ("proceedings.csv", "executed_in") | ("milestones.csv", "state") => Holds::State,
        ("proceedings.csv", "instrument") => Holds::Word(&["warrant", "summons"]),
        ("persons.csv", "also_known_as") => Holds::Texts,
        ("milestones.csv", "about") => Holds::Yes,
        ("milestones.csv", "years") | ("official_counts.csv", "figure") => Holds::Number,
        ("official_counts.csv", "basis") => Holds::Word(&BASES),
        ("citations.csv", "verdict") => Holds::Word(&VERDICTS),
        _ => Holds::Text,
    }
}

fn of_sort(sort: Sort) -> Holds {
    match sort {
        Sort::Text | Sort::Alpha2 | Sort::Numeric3 => Holds::Text,
        Sort::Texts => Holds::Texts,
        Sort::Number | Sort::Years => Holds::Number,
        Sort::State => Holds::State,
        Sort::Span => Holds::Day,
        Sort::YesNo => Holds::YesNo,
        Sort::Basis => Holds::Word(&BASES),
        Sort::Word(words) => Holds::Word(words),
    }
}

/// The files to take along: all of the public record but that in which editions say what they take back.
pub(super) fn files() -> impl Iterator<Item = File> {
    pack::files().filter(|file| file.name != pack::DROPPED.name)
}
