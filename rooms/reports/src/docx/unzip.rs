//! The parts of a document out of its ZIP file (PKWARE's APPNOTE 6.3.10), with limits on all that is read.
//!
//! Only the directory at the end is believed, as the programs that open documents do; a part is unpacked when it is asked
//! for, no further than its limit, and held against its check sum.

use super::notice::{Instead, ReadError};
use flate2::{Crc, Decompress, FlushDecompress, Status};
use std::cell::Cell;

/// The most parts.
const MOST_PARTS: usize = 4096;
/// The largest part that is unpacked, in bytes: what a document with 1 MiB of text has in mark-up around it, many times.
const LARGEST_PART: usize = 48 << 20;
/// The most bytes that are unpacked of one file: each item of the directory may point to the same few kilobytes.
const MOST_UNPACKED: usize = 96 << 20;

/// An item of the directory.
struct Item<'a> {
    name: &'a str,
    flags: u16,
    method: u16,
    sum: u32,
    packed: usize,
    length: usize,
    at: usize,
}

/// The parts of a document.
pub(crate) struct Parts<'a> {
    bytes: &'a [u8],
    items: Vec<Item<'a>>,
    /// How many bytes may still be unpacked.
    left: Cell<usize>,
}

const DAMAGED: ReadError = ReadError::Damaged;

impl<'a> Parts<'a> {
    /// Reads the directory.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Parts<'a>, ReadError> {
        if !bytes.starts_with(b"PK") {
            return Err(not_zip(bytes));
        }
        let end = end_of_directory(bytes).ok_or(DAMAGED)?;
        let count = usize::from(u16_at(bytes, end + 10).ok_or(DAMAGED)?);
        if count > MOST_PARTS {
            return Err(ReadError::TooLarge);
        }
        let mut at = usize_at(bytes, end + 16).ok_or(DAMAGED)?;
        let mut items = Vec::new();
        for _ in 0..count {
            let (item, next) = item(bytes, at).ok_or(DAMAGED)?;
            if item.flags & 1 == 1 {
                return Err(ReadError::NotWord(Instead::Protected));
            }
            items.push(item);
            at = next;
        }
        Ok(Parts {
            bytes,
            items,
            left: Cell::new(MOST_UNPACKED),
        })
    }

    /// The names of the parts.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.items.iter().map(|item| item.name)
    }

    /// A part as text; none where there is no such part.
    ///
    /// # Errors
    /// It is damaged, too large, no UTF-8, or there are two of the name, of which programs would read different ones.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, ReadError> {
        let mut found = self.items.iter().filter(|item| item.name.eq_ignore_ascii_case(name));
        let Some(item) = found.next() else { return Ok(None) };
        if found.next().is_some() {
            return Err(DAMAGED);
        }
        let left = self.left.get().checked_sub(item.length);
        let Some(left) = left.filter(|_| item.length <= LARGEST_PART) else {
            return Err(ReadError::TooLarge);
        };
        self.left.set(left);
        let packed = content(self.bytes, item).ok_or(DAMAGED)?;
        let plain = match item.method {
            0 => packed.to_vec(),
            8 => inflated(packed, item.length).ok_or(DAMAGED)?,
            _ => return Err(DAMAGED),
        };
        let mut crc = Crc::new();
        crc.update(&plain);
        if plain.len() != item.length || crc.sum() != item.sum {
            return Err(DAMAGED);
        }
        let text = String::from_utf8(plain).map_err(|_| DAMAGED)?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }
}

/// What a file is that is no ZIP.
fn not_zip(bytes: &[u8]) -> ReadError {
    // The name of the stream in which a document under a password lies, as its directory has it.
    let protected: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    ReadError::NotWord(if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        match bytes.windows(protected.len()).any(|window| window == protected) {
            true => Instead::Protected,
            false => Instead::OldWord,
        }
    } else if bytes.starts_with(b"{\\rtf") {
        Instead::RichText
    } else if bytes.starts_with(b"%PDF") {
        Instead::Pdf
    } else {
        Instead::Other
    })
}

/// Where the record at the end stands (section 4.3.16): the last that reaches with its remark exactly to the end.
fn end_of_directory(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(0xffff);
    (first..=last).rev().find(|at| {
        let rest = bytes.get(*at..).unwrap_or_default();
        rest.starts_with(b"PK\x05\x06") && u16_at(rest, 20).is_some_and(|remark| rest.len() == 22 + usize::from(remark))
    })
}

/// An item of the directory (section 4.3.12), and where the next begins.
fn item(bytes: &[u8], at: usize) -> Option<(Item<'_>, usize)> {
    let head = bytes.get(at..)?;
    if !head.starts_with(b"PK\x01\x02") {
        return None;
    }
    let name = usize::from(u16_at(head, 28)?);
    let behind = usize::from(u16_at(head, 30)?) + usize::from(u16_at(head, 32)?);
    let item = Item {
        name: std::str::from_utf8(head.get(46..46 + name)?).ok()?,
        flags: u16_at(head, 8)?,
        method: u16_at(head, 10)?,
        sum: u32_at(head, 16)?,
        packed: usize_at(head, 20)?,
        length: usize_at(head, 24)?,
        at: usize_at(head, 42)?,
    };
    Some((item, at.checked_add(46 + name + behind)?))
}

/// What lies in the file of an item, behind the head that stands before it (section 4.3.7).
fn content<'a>(bytes: &'a [u8], item: &Item) -> Option<&'a [u8]> {
    let head = bytes.get(item.at..)?;
    if !head.starts_with(b"PK\x03\x04") {
        return None;
    }
    let from = 30 + usize::from(u16_at(head, 26)?) + usize::from(u16_at(head, 28)?);
    head.get(from..from.checked_add(item.packed)?)
}

/// Unpacks up to a length, which is within the limit, and no further.
fn inflated(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    // One more byte, so that what goes on behind its length is seen.
    let mut plain = Vec::with_capacity(length + 1);
    let status = Decompress::new(false).decompress_vec(packed, &mut plain, FlushDecompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(plain)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn usize_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}
