//! The whole register of a day, as tables to take along.

use super::parts::Asked;
use jiff::Timestamp;
use jiff::civil::Date;
use record::when::When;

/// The whole register as a reader may see it on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The reading.
    pub asked: Asked,
    /// Edition of the public record that was taken in last, where one was.
    pub edition: Option<Date>,
    /// Until when that edition is roughly complete.
    pub complete_until: Option<Date>,
    /// The newest checkpoint of the record.
    pub checkpoint: Checkpoint,
    /// The files of the public record, in the order in which they are told of.
    pub tables: Vec<Table>,
    /// What is known of the truth of each filled cell of the files.
    pub facts: Table,
}

/// A checkpoint of the record: what an answer can be held against later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The mark that its last tick belongs to.
    pub mark: Timestamp,
    /// The signed text (C2SP `tlog-checkpoint`).
    pub text: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Name of the file, with `.csv`.
    pub file: &'static str,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows: a cell a column, none where it is empty.
    pub rows: Vec<Vec<Option<String>>>,
}

impl Table {
    /// The name of the file without `.csv`.
    pub fn name(&self) -> &'static str {
        self.file.strip_suffix(".csv").unwrap_or(self.file)
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name.
    pub name: &'static str,
    /// Whether it is part of the key of a row.
    pub key: bool,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Texts with semicolons between them.
    Texts,
    /// A day, a month or a year: `2013-10-02`, `2010-06`, `2007`.
    Day,
    /// A whole number, 0 or more.
    Number,
    /// `yes` or `no`.
    YesNo,
    /// `yes` or nothing.
    Yes,
    /// The code of a State (ISO 3166-1 alpha-3).
    State,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl Holds {
    /// The last possible day of what a column of days holds, which is the day that counts; none where a cell
    /// holds no day.
    pub fn last_day(self, text: &str) -> Option<Date> {
        match self {
            Holds::Day => When::parse(text).ok()?.last(),
            _ => None,
        }
    }
}
