//! Reading the tables of a pack: every fault is told with file, line and column.

use super::columns::{File, files};
use super::{PackFault, PackFile};
use crate::files::Days;
use crate::reading::FIRST_DAY;
use record::when::Span;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The most bytes that one field may take.
const MOST_IN_FIELD: usize = 16 * 1024;
/// The most bytes that one file may take.
const MOST_IN_FILE: usize = 64 * 1024 * 1024;

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// File.
    pub file: &'static str,
    /// Line on which the row begins, counted from 1 with the heading.
    pub line: u64,
    cells: BTreeMap<&'static str, String>,
}

impl Row {
    /// The text of a column; empty where the cell is.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The text of a column, if the cell is not empty.
    pub fn filled(&self, column: &str) -> Option<&str> {
        Some(self.get(column)).filter(|text| !text.is_empty())
    }

    /// A fault of this row.
    pub fn fault(&self, column: &str, reason: impl Into<String>) -> PackFault {
        PackFault {
            file: self.file.to_owned(),
            line: Some(self.line),
            column: Some(column.to_owned()),
            reason: reason.into(),
        }
    }

    /// A cell that must be filled.
    pub fn need(&self, column: &str, faults: &mut Vec<PackFault>) -> String {
        if self.filled(column).is_none() {
            faults.push(self.fault(column, "is empty; this column must be filled"));
        }
        self.get(column).to_owned()
    }

    /// A date cell: a day, a month or a year, not before the Statute.
    pub fn span(&self, column: &str, faults: &mut Vec<PackFault>) -> Option<Span> {
        self.span_of(column, Days::Since, faults)
    }

    /// The same, where the column may hold other days.
    pub fn span_of(&self, column: &str, days: Days, faults: &mut Vec<PackFault>) -> Option<Span> {
        self.span_in(column, self.filled(column)?, days, faults)
    }

    /// The same of a text that stands in the column.
    pub fn span_in(&self, column: &str, text: &str, days: Days, faults: &mut Vec<PackFault>) -> Option<Span> {
        match record::when::When::parse(text) {
            Ok(record::when::When::In(span)) if span.last() < FIRST_DAY && days != Days::Before => {
                let reason = format!("{text} lies before {FIRST_DAY}, the day on which the Rome Statute was adopted; check the year");
                faults.push(self.fault(column, reason));
                None
            }
            Ok(record::when::When::In(span)) => Some(span),
            Ok(_) => {
                faults.push(self.fault(
                    column,
                    format!("{text:?} is more than a date; write a day (2013-10-02), a month (2010-06) or a year (2007)"),
                ));
                None
            }
            Err(error) => {
                faults.push(self.fault(column, error.to_string()));
                None
            }
        }
    }
}

/// The tables of a pack, by file.
pub type Tables = BTreeMap<&'static str, Vec<Row>>;

/// Reads all files; gives every fault that can be found.
pub fn tables(given: &[PackFile]) -> Result<Tables, Vec<PackFault>> {
    let mut faults = Vec::new();
    let mut tables = Tables::new();
    for file in given {
        match rows(file) {
            Ok((name, rows)) => {
                if tables.insert(name, rows).is_some() {
                    faults.push(whole(name, "is given twice; give it once".to_owned()));
                }
            }
            Err(found) => faults.extend(found),
        }
    }
    for file in files().filter(|f| f.required && given.iter().all(|given| given.name != f.name)) {
        faults.push(whole(file.name, format!("is missing; a pack has {}", names())));
    }
    if faults.is_empty() { Ok(tables) } else { Err(faults) }
}

/// The name and rows of one file.
pub fn rows(given: &PackFile) -> Result<(&'static str, Vec<Row>), Vec<PackFault>> {
    let unknown = || {
        let reason = format!("is not a file of this pack; the pack has {}", names());
        vec![whole(&given.name, reason)]
    };
    let file = files().find(|file| file.name == given.name).ok_or_else(unknown)?;
    Ok((file.name, table(&file, &given.bytes)?))
}

/// A fault of a file as a whole.
fn whole(file: &str, reason: String) -> PackFault {
    PackFault {
        file: file.to_owned(),
        line: None,
        column: None,
        reason,
    }
}

fn names() -> String {
    files().map(|f| f.name).collect::<Vec<_>>().join(", ")
}

fn table(file: &File, bytes: &[u8]) -> Result<Vec<Row>, Vec<PackFault>> {
    let at = |line: Option<u64>, column: Option<&str>, reason: String| PackFault {
        file: file.name.to_owned(),
        line,
        column: column.map(str::to_owned),
        reason,
    };
    if bytes.len() > MOST_IN_FILE {
        return Err(vec![at(
            None,
            None,
            format!("takes more than {MOST_IN_FILE} bytes; is this the right file?"),
        )]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|b| **b == b'\n').count() as u64;
        vec![at(
            Some(line),
            None,
            "is not in UTF-8; save the file as \"CSV UTF-8\" and try again".to_owned(),
        )]
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    unclosed(text).map_err(|line| {
        let reason = "a quotation mark opens here and is never closed, or stands in the middle of a field; put the field in quotation marks and double those inside it";
        vec![at(Some(line), None, reason.to_owned())]
    })?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let heading = match records.next() {
        Some(Ok(heading)) => heading,
        _ => {
            return Err(vec![at(
                Some(1),
                None,
                format!("is empty; the first line names the columns {}", columns(file)),
            )]);
        }
    };
    let columns =
        heading_of(file, &heading).map_err(|reasons| reasons.into_iter().map(|(c, r)| at(Some(1), c.as_deref(), r)).collect::<Vec<_>>())?;
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    let mut lines = Lines::default();
    for record in records {
        let record = record.map_err(|error| {
            vec![at(
                error.position().map(csv::Position::line),
                None,
                format!("cannot be read as CSV: {error}"),
            )]
        })?;
        let line = lines.of(text, record.position().map_or(0, csv::Position::byte));
        if record.len() != columns.len() {
            let reason = format!(
                "has {} fields where the heading has {}; check commas and quotation marks",
                record.len(),
                columns.len()
            );
            faults.push(at(Some(line), None, reason));
            continue;
        }
        let mut cells = BTreeMap::new();
        for (column, text) in columns.iter().zip(&record) {
            match cell(text) {
                Ok(text) => {
                    cells.insert(*column, text);
                }
                Err(reason) => faults.push(at(Some(line), Some(column), reason)),
            }
        }
        rows.push(Row {
            file: file.name,
            line,
            cells,
        });
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// Line numbers by place in the text, asked for in order. The CSV reader's own are one too low after a
/// carriage return, since it has not yet read the line feed.
struct Lines {
    upto: usize,
    line: u64,
}

impl Default for Lines {
    fn default() -> Lines {
        Lines { upto: 0, line: 1 }
    }
}

impl Lines {
    fn of(&mut self, text: &str, byte: u64) -> u64 {
        let bytes = text.as_bytes();
        let mut at = usize::try_from(byte).unwrap_or(bytes.len()).min(bytes.len());
        while matches!(bytes.get(at), Some(b'\r' | b'\n')) {
            at += 1;
        }
        let passed = bytes.get(self.upto..at).unwrap_or_default();
        self.line += passed.iter().filter(|b| **b == b'\n').count() as u64;
        self.upto = at.max(self.upto);
        self.line
    }
}

fn columns(file: &File) -> String {
    file.columns().join(", ")
}

/// The columns in the order of the heading, or what is wrong with it, each with its column if it has one.
fn heading_of(file: &File, heading: &csv::StringRecord) -> Result<Vec<&'static str>, Vec<(Option<String>, String)>> {
    let known = file.columns();
    let mut order: Vec<&'static str> = Vec::new();
    let mut wrong = Vec::new();
    for given in heading.iter().map(str::trim) {
        match known.iter().copied().find(|name| *name == given) {
            Some(name) if order.contains(&name) => wrong.push((Some(given.to_owned()), "stands twice in the heading".to_owned())),
            Some(name) => order.push(name),
            None => {
                let given: String = given.chars().take(40).collect();
                let reason = format!(
                    "no rule reads this column, so what it says would be lost; the columns are {}",
                    columns(file)
                );
                wrong.push((Some(given), reason));
            }
        }
    }
    for name in known.iter().filter(|name| !order.contains(name)) {
        wrong.push((
            Some((*name).to_owned()),
            format!("is missing from the heading; the columns are {}", columns(file)),
        ));
    }
    if wrong.is_empty() { Ok(order) } else { Err(wrong) }
}

/// The text of a cell: trimmed, in NFC, line breaks as one character, no other control characters.
fn cell(text: &str) -> Result<String, String> {
    if text.len() > MOST_IN_FIELD {
        return Err(format!("takes {} bytes; a field may take {MOST_IN_FIELD}", text.len()));
    }
    let text = text.trim().replace("\r\n", "\n");
    if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("holds the control character U+{:04X}; take it out", u32::from(control)));
    }
    if let Some(hidden) = text.chars().find(|c| record::is_hidden(*c)) {
        return Err(format!(
            "holds U+{:04X}, which is not seen and changes what is; take it out",
            u32::from(hidden)
        ));
    }
    Ok(text.nfc().collect())
}

/// The line on which a quotation mark opens that is never closed, or stands where none may: the CSV
/// reader would take the rest of the file for one field and say nothing.
fn unclosed(text: &str) -> Result<(), u64> {
    let (mut line, mut opened, mut quoted, mut begins) = (1u64, 1u64, false, true);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match (c, quoted) {
            ('"', true) if characters.peek() == Some(&'"') => {
                characters.next();
            }
            ('"', true) => {
                quoted = false;
                if !matches!(characters.peek(), None | Some(',' | '\r' | '\n')) {
                    return Err(line);
                }
            }
            ('"', false) if begins => {
                (quoted, opened) = (true, line);
            }
            ('"', false) => return Err(line),
            ('\n', _) => line += 1,
            _ => {}
        }
        begins = !quoted && matches!(c, ',' | '\n');
    }
    if quoted { Err(opened) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::columns::DROPPED;
    use super::*;

    #[track_caller]
    fn refused(bytes: &[u8], expected: &str) {
        let faults = table(&DROPPED, bytes).expect_err("is refused");
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("\n"), expected);
    }

    #[test]
    fn a_table_that_cannot_be_read_is_refused_with_line_and_column() {
        refused(
            b"",
            "dropped.csv, line 1: is empty; the first line names the columns file, key, reason",
        );
        refused(
            b"file,key\na,b\n",
            "dropped.csv, line 1, column reason: is missing from the heading; the columns are file, key, reason",
        );
        refused(
            b"file,key,reason,why\n",
            "dropped.csv, line 1, column why: no rule reads this column, so what it says would be lost; the columns are file, key, reason",
        );
        refused(
            b"file,key,key,reason\n",
            "dropped.csv, line 1, column key: stands twice in the heading",
        );
        refused(
            b"file,key,reason\na,b\n",
            "dropped.csv, line 2: has 2 fields where the heading has 3; check commas and quotation marks",
        );
        refused(
            b"file,key,reason\na,b,c\n\xff,b,c\n",
            "dropped.csv, line 3: is not in UTF-8; save the file as \"CSV UTF-8\" and try again",
        );
        refused(
            b"file,key,reason\na,b,c\na,b\x07,c\n",
            "dropped.csv, line 3, column key: holds the control character U+0007; take it out",
        );
    }

    #[test]
    fn lines_are_counted_alike_however_they_end() {
        for end in ["\n", "\r\n"] {
            let text = ["file,key,reason", "\"a", "b\",k,r", "", "x,y", "p,q\u{7},r", ""].join(end);
            let faults = table(&DROPPED, text.as_bytes()).expect_err("is refused");
            assert_eq!(faults.iter().map(|f| f.line).collect::<Vec<_>>(), [Some(5), Some(6)], "{end:?}");
        }
    }

    #[test]
    fn a_quotation_mark_that_does_not_close_is_found_where_it_opens() {
        let expected = |line| {
            format!(
                "dropped.csv, line {line}: a quotation mark opens here and is never closed, or stands in the middle of a field; put the field in quotation marks and double those inside it"
            )
        };
        refused(b"file,key,reason\na,b,c\na,\"b,c\nd,e,f\n", &expected(3));
        refused(b"file,key,reason\na,b\"x\",c\n", &expected(2));
        refused(b"file,key,reason\na,\"b\"x,c\n", &expected(2));
    }

    #[test]
    fn a_field_that_is_too_long_is_refused() {
        let long = "x".repeat(MOST_IN_FIELD + 1);
        refused(
            format!("file,key,reason\na,b,{long}\n").as_bytes(),
            "dropped.csv, line 2, column reason: takes 16385 bytes; a field may take 16384",
        );
    }

    #[test]
    fn byte_order_mark_carriage_returns_quotes_and_any_order_of_columns_are_read() {
        let bytes = "\u{feff}reason,key,file\r\n\"he said \"\"no\"\",\r\nthen yes\",k,f\r\n".as_bytes();
        let rows = table(&DROPPED, bytes).expect("is read");
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].get("file"), rows[0].get("key"), rows[0].get("reason")),
            ("f", "k", "he said \"no\",\nthen yes")
        );
    }
}
