//! Reads a CSV file of any length by blocks of whole records, which then can be read side by side.

use super::TableError;
use super::dialect::delimiter_of;
use super::encoding::Text;
use super::fields::{Delimiter, End, Fields, end_of_line, end_of_record};
use super::layout::{Layout, RowMemory};
use super::refusal::{Refusal, Why};
use super::{Found, Seen};
use encoding_rs::Encoding;
use std::io::Read;

/// The longest record that is read, in bytes of UTF-8: far more than a row of any register, and what bounds the memory
/// where a line has no end.
pub const LONGEST_RECORD: usize = 1024 * 1024;

/// A CSV file under way: its header was read.
pub struct CsvReader<R> {
    text: Text<R>,
    head: CsvHead,
    /// What was read and belongs to no block yet.
    rest: Vec<u8>,
    /// The line on which the rest begins, from 1.
    line: u64,
    /// Records before the rest.
    rows: u64,
    ended: bool,
    /// Inside a line that is too long.
    in_long_line: bool,
}

/// What the header of a CSV file says.
#[derive(Clone, Debug)]
pub struct CsvHead {
    /// The headings, without spaces around them.
    pub headings: Vec<String>,
    /// What parts the fields.
    pub delimiter: Delimiter,
    /// The header as it stands, by which its repetition is known.
    record: String,
    /// Its fields in the order of the alphabet.
    sorted: Vec<String>,
}

/// Some records of a CSV file.
#[derive(Debug, Default)]
pub struct CsvBlock {
    bytes: Vec<u8>,
    records: Vec<Record>,
    /// Records of the file before this block.
    rows_before: u64,
}

#[derive(Clone, Copy, Debug)]
struct Record {
    start: usize,
    end: usize,
    line: u64,
    too_long: bool,
}

impl<R: Read> CsvReader<R> {
    /// Reads the header of a table in the encoding that is told, or that is found.
    ///
    /// # Errors
    /// The table cannot be read, is empty, or its first line is no header.
    pub fn open(bytes: R, told: Option<&'static Encoding>) -> Result<CsvReader<R>, TableError> {
        let mut text = Text::new(bytes, told);
        let mut rest = Vec::new();
        let mut ended = false;
        let mut line = 1;
        let mut start = 0;
        loop {
            if !ended {
                ended = !text.fill(&mut rest)?;
                end_with_line_end(&mut rest, ended);
            }
            // Lines without anything before the header are passed over.
            while let Some(blank) = blank_line(&rest[start..]) {
                start += blank;
                line += 1;
            }
            let delimiter = delimiter_of(&rest[start..]);
            match end_of_record(&rest, start, delimiter, None) {
                End::At { end, next, .. } => {
                    let head = CsvHead::read(&rest[start..end], delimiter)?;
                    line += lines_in(&rest[start..next]);
                    rest.drain(..next);
                    return Ok(CsvReader {
                        text,
                        head,
                        rest,
                        line,
                        rows: 0,
                        ended,
                        in_long_line: false,
                    });
                }
                End::Beyond if ended && start == rest.len() => return Err(TableError::Empty),
                End::Beyond if ended => return Err(TableError::HeaderQuoteOpen),
                End::Beyond if rest.len() - start > LONGEST_RECORD => return Err(TableError::HeaderTooLong { longest: LONGEST_RECORD }),
                End::Beyond => {}
            }
        }
    }

    /// What the header says.
    pub fn head(&self) -> &CsvHead {
        &self.head
    }

    /// The encoding that was told or found so far.
    pub fn encoding(&self) -> &'static Encoding {
        self.text.encoding()
    }

    /// How many bytes of the file were read.
    pub fn read_so_far(&self) -> u64 {
        self.text.read()
    }

    /// Fills a block with the next records; false where there are no more.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn next_block(&mut self, block: &mut CsvBlock) -> Result<bool, TableError> {
        block.records.clear();
        block.bytes.clear();
        block.bytes.append(&mut self.rest);
        block.rows_before = self.rows;
        let mut start = 0;
        loop {
            if !self.ended {
                self.ended = !self.text.fill(&mut block.bytes)?;
                end_with_line_end(&mut block.bytes, self.ended);
            }
            start = self.split(block, start);
            if self.ended || !block.records.is_empty() {
                break;
            }
        }
        self.rest.extend_from_slice(&block.bytes[start..]);
        self.rows += block.records.len() as u64;
        Ok(!block.records.is_empty())
    }

    /// Finds the records in a block from `start` on; gives where the rest begins.
    fn split(&mut self, block: &mut CsvBlock, mut start: usize) -> usize {
        let CsvBlock { bytes, records, .. } = block;
        let CsvHead { headings, delimiter, .. } = &self.head;
        while start < bytes.len() {
            if self.in_long_line {
                match end_of_line(bytes, start) {
                    End::At { next, .. } => start = next,
                    End::Beyond => return bytes.len(),
                }
                self.in_long_line = false;
                self.line += 1;
                continue;
            }
            let mut found = end_of_record(bytes, start, *delimiter, Some(headings.len()));
            let beyond_all = match found {
                End::At { end, .. } => end - start > LONGEST_RECORD,
                End::Beyond => self.ended || bytes.len() - start > LONGEST_RECORD,
            };
            if beyond_all {
                found = end_of_line(bytes, start);
            }
            let record = |end, too_long| Record {
                start,
                end,
                line: self.line,
                too_long,
            };
            match found {
                End::At { end, next, one_line } => {
                    let too_long = end - start > LONGEST_RECORD;
                    if end > start {
                        records.push(record(end, too_long));
                    }
                    self.line += if one_line { 1 } else { lines_in(&bytes[start..next]) };
                    start = next;
                }
                End::Beyond if beyond_all => {
                    records.push(record(start, true));
                    self.in_long_line = true;
                }
                End::Beyond => break,
            }
        }
        start
    }
}

/// Gives the last line of a file its line end, so that it is a line like the others.
fn end_with_line_end(bytes: &mut Vec<u8>, ended: bool) {
    if ended && bytes.last().is_some_and(|last| *last != b'\n') {
        bytes.push(b'\n');
    }
}

/// The length of a first line that holds nothing but spaces.
fn blank_line(bytes: &[u8]) -> Option<usize> {
    let end = memchr::memchr(b'\n', bytes)?;
    bytes[..end].trim_ascii().is_empty().then_some(end + 1)
}

fn lines_in(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

impl CsvHead {
    fn read(record: &[u8], delimiter: Delimiter) -> Result<CsvHead, TableError> {
        let record = std::str::from_utf8(record).map_err(|_| TableError::HeaderNotText)?;
        if record.len() > LONGEST_RECORD {
            return Err(TableError::HeaderTooLong { longest: LONGEST_RECORD });
        }
        if memchr::memchr(b'\r', record.as_bytes()).is_some() && !record.contains('\n') {
            return Err(TableError::LoneCarriageReturns);
        }
        let mut fields = Fields::default();
        fields.read(record, delimiter).map_err(|_| TableError::HeaderQuoteOpen)?;
        let headings: Vec<String> = (0..fields.len())
            .map(|column| fields.get(record, column).trim().to_owned())
            .collect();
        let mut sorted = headings.clone();
        sorted.sort_unstable();
        Ok(CsvHead {
            headings,
            delimiter,
            record: record.to_owned(),
            sorted,
        })
    }

    /// Whether a record is this header again, its columns in whatever order: as long as it, and of the same fields.
    fn is_again(&self, record: &str, fields: &Fields) -> bool {
        if record.len() != self.record.len() || self.headings.len() < 2 && record != self.record {
            return false;
        }
        let mut found: Vec<&str> = (0..fields.len()).map(|column| fields.get(record, column).trim()).collect();
        found.sort_unstable();
        found == self.sorted
    }
}

impl CsvBlock {
    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// How many bytes of text it holds.
    pub fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Reads each record and hands it on, as a row or as refused.
    pub fn each(&self, head: &CsvHead, layout: &Layout, memory: &mut CsvMemory, mut hand_on: impl FnMut(Seen)) {
        // One look at all of it is quicker than one at each record; most blocks are good throughout.
        let whole = std::str::from_utf8(&self.bytes).ok();
        for (row, record) in (self.rows_before + 1..).zip(&self.records) {
            match self.read(record, head, whole, &mut memory.fields) {
                Err(why) => hand_on(Seen::Refused(Refusal { line: record.line, why })),
                Ok(text) => {
                    let fields = &memory.fields;
                    let cell = |column| fields.get(text, column);
                    let (id, kind) = (layout.id(cell), layout.kind(cell));
                    layout.row(cell, &mut memory.row, |of| {
                        hand_on(Seen::Row(Found {
                            row,
                            line: record.line,
                            id,
                            kind,
                            of,
                        }))
                    });
                }
            }
        }
    }

    fn read<'a>(&'a self, record: &Record, head: &CsvHead, whole: Option<&'a str>, fields: &mut Fields) -> Result<&'a str, Why> {
        if record.too_long {
            return Err(Why::TooLong { longest: LONGEST_RECORD });
        }
        let text = match whole {
            Some(whole) => whole.get(record.start..record.end),
            None => std::str::from_utf8(&self.bytes[record.start..record.end]).ok(),
        };
        let text = text.ok_or(Why::NotText)?;
        fields.read(text, head.delimiter)?;
        if fields.len() != head.headings.len() {
            return Err(Why::Width {
                found: fields.len(),
                expected: head.headings.len(),
            });
        }
        if head.is_again(text, fields) {
            return Err(Why::HeaderAgain);
        }
        Ok(text)
    }
}

/// Memory for reading records that is used again from block to block.
#[derive(Debug, Default)]
pub struct CsvMemory {
    fields: Fields,
    /// For rows of whatever form.
    pub row: RowMemory,
}
