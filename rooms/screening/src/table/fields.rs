//! The fields of one record of a CSV file (RFC 4180), strictly: what is not well-formed is a fault, never a guess.

use super::refusal::Why;
use memchr::{memchr, memchr_iter, memchr2};

/// What parts the fields of a table; `None` where each line is one field.
pub type Delimiter = Option<u8>;

/// Where the fields of a record stand. Used again from record to record, so that no row costs an allocation.
#[derive(Debug, Default)]
pub struct Fields {
    spans: Vec<Span>,
    /// Fields whose doubled quotation marks had to be made single.
    mended: String,
}

#[derive(Clone, Copy, Debug)]
struct Span {
    start: usize,
    end: usize,
    mended: bool,
}

impl Fields {
    /// Reads the fields of a record, given without the line end.
    ///
    /// # Errors
    /// A quoted field that does not end, or after whose end text stands.
    pub fn read(&mut self, record: &str, delimiter: Delimiter) -> Result<(), Why> {
        self.spans.clear();
        self.mended.clear();
        let bytes = record.as_bytes();
        let mut at = 0;
        loop {
            let end = if bytes.get(at) == Some(&b'"') {
                self.quoted(record, at, delimiter)?
            } else {
                let end = delimiter
                    .and_then(|delimiter| memchr(delimiter, &bytes[at..]))
                    .map_or(bytes.len(), |found| at + found);
                self.spans.push(Span {
                    start: at,
                    end,
                    mended: false,
                });
                end
            };
            if end == bytes.len() {
                return Ok(());
            }
            at = end + 1;
        }
    }

    /// Reads a field that begins with a quotation mark; gives where it ends, which is at a delimiter or at the end.
    fn quoted(&mut self, record: &str, at: usize, delimiter: Delimiter) -> Result<usize, Why> {
        let close = close_of_quoted(record.as_bytes(), at, delimiter).map_err(|fault| match fault {
            QuoteFault::Open => Why::QuoteOpen,
            QuoteFault::TextAfter => Why::TextAfterQuote,
        })?;
        let inner = &record[at + 1..close];
        let span = if memchr(b'"', inner.as_bytes()).is_some() {
            let start = self.mended.len();
            self.mended.extend(
                inner
                    .split("\"\"")
                    .enumerate()
                    .flat_map(|(i, part)| [if i > 0 { "\"" } else { "" }, part]),
            );
            Span {
                start,
                end: self.mended.len(),
                mended: true,
            }
        } else {
            Span {
                start: at + 1,
                end: close,
                mended: false,
            }
        };
        self.spans.push(span);
        Ok(close + 1)
    }

    /// How many fields the record has: at least one.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// A field of the record that was read last; empty where it has none of this number.
    pub fn get<'a>(&'a self, record: &'a str, number: usize) -> &'a str {
        let text = self.spans.get(number).and_then(|span| {
            let of = if span.mended { self.mended.as_str() } else { record };
            of.get(span.start..span.end)
        });
        text.unwrap_or_default()
    }
}

/// What is wrong with a quoted field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteFault {
    /// No quotation mark ends it in these bytes.
    Open,
    /// After the mark that ends it there is neither a delimiter nor the end of the line.
    TextAfter,
}

/// Where the quotation mark stands that ends the quoted field that begins at `at`.
pub fn close_of_quoted(bytes: &[u8], at: usize, delimiter: Delimiter) -> Result<usize, QuoteFault> {
    let mut at = at + 1;
    loop {
        let close = memchr(b'"', bytes.get(at..).unwrap_or_default())
            .map(|found| at + found)
            .ok_or(QuoteFault::Open)?;
        match (bytes.get(close + 1), bytes.get(close + 2)) {
            (Some(b'"'), _) => at = close + 2,
            (None | Some(b'\n'), _) | (Some(b'\r'), Some(b'\n') | None) => return Ok(close),
            (Some(byte), _) if Some(*byte) == delimiter => return Ok(close),
            _ => return Err(QuoteFault::TextAfter),
        }
    }
}

/// Where a record is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It ends before `end`, and the next begins at `next`.
    At {
        /// Where it ends, without the line end.
        end: usize,
        /// Where the next begins.
        next: usize,
        /// Whether it is one line alone.
        one_line: bool,
    },
    /// The bytes end before it does.
    Beyond,
}

/// Finds the end of the record that begins at `start`.
///
/// A quoted field may hold line ends. Where a record that spans lines is not well-formed, has not `width` fields (if given), or
/// holds a line that would be a row by itself, its first line alone is taken for a record: a mark that nobody closed
/// costs one line and not all that follow.
pub fn end_of_record(bytes: &[u8], start: usize, delimiter: Delimiter, width: Option<usize>) -> End {
    let Some(line) = memchr(b'\n', &bytes[start..]).map(|found| start + found) else {
        return End::Beyond;
    };
    let first_line = End::At {
        end: before(bytes, start, line),
        next: line + 1,
        one_line: true,
    };
    // Most lines hold no quotation mark at all, and end where the first line end is.
    if memchr(b'"', &bytes[start..line]).is_none() {
        return first_line;
    }
    let mut at = start;
    let mut fields = 1;
    loop {
        if bytes.get(at) == Some(&b'"') {
            match close_of_quoted(bytes, at, delimiter) {
                Ok(close) => at = close + 1,
                Err(QuoteFault::TextAfter) => return first_line,
                Err(QuoteFault::Open) => return End::Beyond,
            }
        }
        let rest = &bytes[at..];
        let next = match delimiter {
            Some(delimiter) => memchr2(delimiter, b'\n', rest),
            None => memchr(b'\n', rest),
        };
        match next.map(|found| at + found) {
            None => return End::Beyond,
            Some(end) if bytes[end] == b'\n' => {
                let one_row = |width| fields == width && !holds_a_row(bytes.get(line + 1..end).unwrap_or_default(), delimiter, width);
                if end == line || !width.is_none_or(one_row) {
                    return first_line;
                }
                return End::At {
                    end: before(bytes, start, end),
                    next: end + 1,
                    one_line: false,
                };
            }
            Some(end) => {
                fields += 1;
                at = end + 1;
            }
        }
    }
}

/// Whether one of these lines, but for the last, has as many fields as a row: then a mark that nobody closed has
/// swallowed it. Two fields alone are too few to tell, as an address has a comma too.
fn holds_a_row(lines: &[u8], delimiter: Delimiter, width: usize) -> bool {
    let Some(delimiter) = delimiter.filter(|_| width > 2) else {
        return false;
    };
    let mut start = 0;
    memchr_iter(b'\n', lines).any(|end| {
        let fields = 1 + memchr_iter(delimiter, &lines[start..end]).count();
        start = end + 1;
        fields == width
    })
}

/// The end of the first line of these bytes, whatever is quoted in it.
pub fn end_of_line(bytes: &[u8], start: usize) -> End {
    match memchr(b'\n', &bytes[start..]) {
        Some(found) => End::At {
            end: before(bytes, start, start + found),
            next: start + found + 1,
            one_line: true,
        },
        None => End::Beyond,
    }
}

/// Where a record ends whose line end is at this place: before the carriage return, if there is one.
fn before(bytes: &[u8], start: usize, line_end: usize) -> usize {
    let carriage = line_end > start && bytes[line_end - 1] == b'\r';
    if carriage { line_end - 1 } else { line_end }
}
