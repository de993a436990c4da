//! Rows of files: treaties, declarations, laws, agreements, findings, referrals, resolutions, pledges.

use super::parts::{Asked, PersonRef, SourceSays};
use crate::directory::StateRef;
use jiff::civil::Date;
use record::audience::Level;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a cell of a row holds on the day, and what is known of its truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The value, as the file has it: a day, a month or a year; a number; words, several with semicolons.
    pub value: String,
    /// For a date: the day from which it counts (the last possible one).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_on: Option<Date>,
    /// Whether a source that was read gives this value.
    pub verified: bool,
    /// Other values that sources that were read give.
    pub others: Vec<String>,
    /// What each source says.
    pub sources: Vec<SourceSays>,
    /// The entry that records it.
    pub entry: String,
    /// First 12 hexadecimal digits of the entry's leaf hash.
    pub hash: String,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// A row of a file on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The matter, e.g. `agreement-arg-sentences`.
    pub id: String,
    /// The States that it is about.
    pub states: Vec<StateRef>,
    /// The persons that it is about.
    pub persons: Vec<PersonRef>,
    /// What its columns hold, by the name of the column; those that are empty on the day are left out.
    pub cells: BTreeMap<&'static str, Cell>,
    /// Whether no day of it is known: it may have come later than the day of the page.
    pub undated: bool,
    /// For a law: the topics of Part 9 that the words of the record name, in the order of the articles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// For a law: whether the words of the record say that it is general law on cooperation in criminal matters, not
    /// made for the Court.
    pub general: bool,
    /// Remarks for people, in the language in which they were written.
    pub remarks: Vec<String>,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

impl Row {
    /// The value of a column; empty where it holds nothing.
    pub fn value(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.value.as_str())
    }

    /// Whether every cell is verified.
    pub fn is_verified(&self) -> bool {
        self.cells.values().all(|cell| cell.verified)
    }

    /// Whether a source gives another value for any cell.
    pub fn is_disputed(&self) -> bool {
        self.cells.values().any(|cell| !cell.others.is_empty())
    }
}

/// One row of a file on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The file, e.g. `agreements`.
    pub file: String,
    /// The row.
    pub row: Row,
}

/// What a file is filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowFilter {
    /// A State (alpha-3).
    pub state: Option<String>,
    /// A word of the column `kind`.
    pub kind: Option<String>,
    /// For laws: a topic of Part 9.
    pub topic: Option<String>,
    /// Rows after this cursor.
    pub after: Option<String>,
}

/// How many rows bear a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordCount {
    /// The word.
    pub word: String,
    /// How many rows.
    pub count: u64,
}

/// A file as at the day, filtered, a page of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rows {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The file, e.g. `agreements`.
    pub file: String,
    /// The filter.
    pub filter: RowFilter,
    /// The State by which it is filtered, under its name of the day.
    pub state: Option<StateRef>,
    /// How many rows match.
    pub count: u64,
    /// How many rows the file has on the day, without the filter.
    pub all: u64,
    /// Rows by the word of the column `kind`, without the filter.
    pub by_kind: Vec<WordCount>,
    /// Laws by the topic of Part 9, without the filter, in the order of the articles; empty for other files.
    pub by_topic: Vec<WordCount>,
    /// Rows by the code of the State, without the filter.
    pub by_state: Vec<WordCount>,
    /// States with rows, without the filter, by code.
    pub states: Vec<StateRef>,
    /// Rows of this page, in the order of their days.
    pub rows: Vec<Row>,
    /// Cursor of the next page, if there is one.
    pub next: Option<String>,
}
