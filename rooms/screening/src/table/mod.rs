//! Tables as they come from elsewhere: CSV in any usual encoding and dialect, Parquet. What cannot be read is refused with
//! its line and the reason. Memory is bounded whatever the length of a table; nothing is opened here, files are handed in.

mod csv;
mod dialect;
mod encoding;
mod fields;
mod headings;
mod input;
mod layout;
mod parquet;
mod refusal;
mod watch;

pub use self::csv::LONGEST_RECORD;
pub use self::encoding::{decoded, encoding_named};
pub use self::input::{Block, Table, TableHead, TableMemory};
pub use self::layout::{Layout, RowMemory};
pub use self::refusal::{Refusal, Why};
pub use self::watch::{NotUnderstood, WatchList, WatchNote, read_watch_list};
pub use encoding_rs::Encoding;

use crate::row::Row;

/// What became of one record of a table.
#[derive(Debug)]
pub enum Seen<'a> {
    /// It was read.
    Row(Found<'a>),
    /// It was not.
    Refused(Refusal),
}

/// A row that was read.
#[derive(Debug)]
pub struct Found<'a> {
    /// Its number among the records after the header, from 1, those refused counted.
    pub row: u64,
    /// The line on which it begins, from 1 with the header; in Parquet the row.
    pub line: u64,
    /// Its id, where the table has a column of ids.
    pub id: Option<&'a str>,
    /// The word for person or entity, where the table has a column of it.
    pub kind: Option<&'a str>,
    /// What it says.
    pub of: &'a Row<'a>,
}

/// Why a table cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The system does not give its bytes.
    #[error("cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// There is nothing in it.
    #[error("is empty; it needs a header, such as id,name, and a row for each name")]
    Empty,
    /// An encoding that nobody knows.
    #[error("no encoding is called {0:?}; try utf-8, utf-16le, utf-16be, windows-1252, windows-1256 or windows-1251")]
    UnknownEncoding(String),
    /// UTF-32 is written by nothing that writes registers.
    #[error("is in UTF-32, which is not read here; save it as UTF-8")]
    Utf32,
    /// The header is not in the encoding of the table.
    #[error("has a header with bytes that are no text in its encoding; say which it is with --encoding")]
    HeaderNotText,
    /// A quoted heading never ends.
    #[error("has a header with a quotation mark that nothing closes")]
    HeaderQuoteOpen,
    /// The first line never ends, or is no header.
    #[error("has no line end in its first {longest} bytes; is it a table with a header?")]
    HeaderTooLong {
        /// The longest record that is read, in bytes.
        longest: usize,
    },
    /// Lines that end with a carriage return alone would be one line.
    #[error("has lines that end with a carriage return alone; save it with line feeds")]
    LoneCarriageReturns,
    /// No heading is one of names.
    #[error("has no column that is known to hold names; say which it is with --name-column (columns: {})", listed(.columns))]
    NoNameColumn {
        /// The headings.
        columns: Vec<String>,
    },
    /// No column of the name that was told.
    #[error("has no column {name:?} (columns: {})", listed(.columns))]
    NoSuchColumn {
        /// The column that was told.
        name: String,
        /// The headings.
        columns: Vec<String>,
    },
    /// A Parquet file that is damaged, encrypted or compressed in a way that is not read.
    #[error("is a Parquet file that cannot be read: {0}")]
    Parquet(String),
    /// Parquet has its directory at the end, so that it cannot be read as it comes.
    #[error("is Parquet, which cannot be read from a pipe; give the file itself")]
    ParquetPiped,
    /// Rows of a watch list with faults: whom nobody looks for must not be lost silently.
    #[error("has faults; nothing was screened:{}", watch::listed(.0, MOST_LISTED))]
    Watch(Vec<Refusal>),
    /// A watch list without anybody.
    #[error("names nobody; it needs a row for each person or entity under its header")]
    NobodyWatched,
}

/// The most columns or faults that are listed in one error.
const MOST_LISTED: usize = 100;

fn listed(columns: &[String]) -> String {
    let some: Vec<&str> = columns.iter().take(MOST_LISTED).map(String::as_str).collect();
    let more = columns.len().saturating_sub(MOST_LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", some.join(", "))
}
