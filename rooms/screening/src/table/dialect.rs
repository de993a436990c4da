//! How the fields of a CSV file are parted: by comma, semicolon, tab or bar.

use super::fields::{Delimiter, End, Fields, end_of_record};

/// The delimiters that are known, the likelier first.
const KNOWN: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many records are looked at.
const LOOKED_AT: usize = 50;

/// Finds the delimiter by the first records: that under which most of them have as many fields as the header.
/// `None` where the header has none of those known: then each line is one field, whatever commas its names hold.
pub fn delimiter_of(text: &[u8]) -> Delimiter {
    let judged = KNOWN.map(|delimiter| (delimiter, judge(text, delimiter)));
    let (delimiter, (_, fields)) = judged.into_iter().rev().max_by_key(|(_, judgement)| *judgement)?;
    (fields > 1).then_some(delimiter)
}

/// How many records have as many fields as the first, and how many that is.
fn judge(text: &[u8], delimiter: u8) -> (usize, usize) {
    let mut fields = Fields::default();
    let mut width = 0;
    let mut alike = 0;
    let mut start = 0;
    for _ in 0..LOOKED_AT {
        let End::At { end, next, .. } = end_of_record(text, start, Some(delimiter), (width > 0).then_some(width)) else {
            break;
        };
        // Read loosely: a wrong byte here must not decide on the delimiter.
        let record = String::from_utf8_lossy(&text[start..end]);
        start = next;
        if record.is_empty() {
            continue;
        }
        let read = fields.read(&record, Some(delimiter));
        if width == 0 {
            if read.is_err() || fields.len() < 2 {
                return (0, 1);
            }
            width = fields.len();
        }
        alike += usize::from(read.is_ok() && fields.len() == width);
    }
    (alike, width)
}
