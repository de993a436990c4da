//! A ZIP file (PKWARE's APPNOTE 6.3.10): deflated members with fixed times, no more.
//!
//! Sizes stand in the headers before the bytes, so that a member can be read from the front. Larger than 4 GB or
//! more than 65,535 members is refused. What was written so is read back; a ZIP that is put together otherwise is not.

use crate::ArchiveError;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc, Decompress, FlushDecompress, Status};
use std::io::{Cursor, Seek, SeekFrom, Write};

/// What the file would need that a ZIP without extensions does not have.
#[derive(Debug, thiserror::Error)]
#[error("the archive would be larger than 4 GB or hold more than 65,535 files, which a ZIP cannot")]
pub struct TooLarge;

/// Version 2.0 is needed to read it (deflate).
const NEEDED: u16 = 20;
/// Names are in UTF-8.
const UTF_8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// Midnight on 1 January 1980, the first instant that a ZIP can name.
const TIME: u16 = 0;
const DAY: u16 = 1 << 5 | 1;
/// Made on Unix, by version 2.0; a file that its owner may change and all may read.
const MADE_BY: u16 = 3 << 8 | 20;
const MODE: u32 = 0o100_644 << 16;

/// A ZIP in the making. Members are deflated into it as they come, so that nothing of a long one is held; their sizes are set
/// in its header when they are known.
pub(crate) struct Zip<W: Write + Seek = Cursor<Vec<u8>>> {
    out: W,
    length: u64,
    directory: Vec<u8>,
    members: u16,
}

/// A member in the making.
pub(crate) struct Member<'z> {
    encoder: DeflateEncoder<&'z mut dyn Write>,
    crc: Crc,
}

impl Write for Member<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.encoder.write_all(bytes)?;
        self.crc.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Default for Zip {
    fn default() -> Zip {
        Zip::into(Cursor::default())
    }
}

impl Zip {
    /// The file.
    pub(crate) fn done(self) -> Result<Vec<u8>, ArchiveError> {
        self.end().map(Cursor::into_inner)
    }
}

impl<W: Write + Seek> Zip<W> {
    /// A ZIP that is written into something empty.
    pub(crate) fn into(out: W) -> Zip<W> {
        Zip {
            out,
            length: 0,
            directory: Vec::new(),
            members: 0,
        }
    }

    /// Adds a member.
    pub(crate) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.put_as_it_comes(name, |member| member.write_all(bytes))
    }

    /// Adds a member that is written as it comes.
    pub(crate) fn put_as_it_comes(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Member<'_>) -> std::io::Result<()>,
    ) -> Result<(), ArchiveError> {
        let offset = self.length;
        let header = |sum: u32, packed: u64, length: u64| -> Result<Vec<u8>, TooLarge> {
            let mut header = Vec::new();
            for number in [NEEDED, UTF_8, DEFLATED, TIME, DAY] {
                header.extend(number.to_le_bytes());
            }
            for number in [sum, size(packed)?, size(length)?] {
                header.extend(number.to_le_bytes());
            }
            header.extend(u16::try_from(name.len()).map_err(|_| TooLarge)?.to_le_bytes());
            // No extra field.
            header.extend(0u16.to_le_bytes());
            Ok(header)
        };
        self.write(b"PK\x03\x04")?;
        self.write(&header(0, 0, 0)?)?;
        self.write(name.as_bytes())?;
        let (sum, packed, length) = deflated(&mut self.out, write)?;
        self.length += packed;
        let header = header(sum, packed, length)?;
        self.out.seek(SeekFrom::Start(offset + 4))?;
        self.out.write_all(&header)?;
        self.out.seek(SeekFrom::Start(self.length))?;

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(MADE_BY.to_le_bytes());
        self.directory.extend(&header);
        // No comment, the first disk, no attributes of the inside.
        self.directory.extend([0; 6]);
        self.directory.extend(MODE.to_le_bytes());
        self.directory.extend(size(offset)?.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.members = self.members.checked_add(1).ok_or(TooLarge)?;
        Ok(())
    }

    /// Ends it with its directory.
    pub(crate) fn end(mut self) -> Result<W, ArchiveError> {
        let offset = size(self.length)?;
        let directory = std::mem::take(&mut self.directory);
        self.write(&directory)?;
        size(self.length)?;
        let mut end = Vec::from(b"PK\x05\x06");
        // The first disk, twice.
        end.extend([0; 4]);
        end.extend(self.members.to_le_bytes());
        end.extend(self.members.to_le_bytes());
        end.extend(size(directory.len() as u64)?.to_le_bytes());
        end.extend(offset.to_le_bytes());
        // No comment.
        end.extend([0; 2]);
        self.write(&end)?;
        Ok(self.out)
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.out.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }
}

/// Writes a member, and tells its check sum and its lengths, deflated and whole.
fn deflated(out: &mut dyn Write, write: impl FnOnce(&mut Member<'_>) -> std::io::Result<()>) -> std::io::Result<(u32, u64, u64)> {
    let mut member = Member {
        encoder: DeflateEncoder::new(out, Compression::default()),
        crc: Crc::new(),
    };
    write(&mut member)?;
    let Member { mut encoder, crc } = member;
    encoder.try_finish()?;
    Ok((crc.sum(), encoder.total_out(), encoder.total_in()))
}

fn size(bytes: u64) -> Result<u32, TooLarge> {
    u32::try_from(bytes).map_err(|_| TooLarge)
}

/// Why a ZIP is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotRead {
    /// It is none, is put together otherwise, or does not hold together.
    Damaged,
    /// It unpacks to more than is read.
    TooLarge,
}

/// The most members that are read back.
const MOST_MEMBERS: usize = 1000;

/// The members of a ZIP that was written here: names and bytes, in its order, each held against its check sum. `most` is how
/// many bytes they may have together.
pub(crate) fn members(mut zip: &[u8], most: u64) -> Result<Vec<(&str, Vec<u8>)>, NotRead> {
    let mut members = Vec::new();
    let mut left = usize::try_from(most).unwrap_or(usize::MAX);
    while zip.starts_with(b"PK\x03\x04") {
        if members.len() == MOST_MEMBERS {
            return Err(NotRead::TooLarge);
        }
        let (name, bytes, rest) = member(zip, &mut left)?;
        members.push((name, bytes));
        zip = rest;
    }
    // Then the directory comes, of which nothing is needed.
    if members.is_empty() || !zip.starts_with(b"PK\x01\x02") {
        return Err(NotRead::Damaged);
    }
    Ok(members)
}

/// The first member, and what follows it.
fn member<'z>(zip: &'z [u8], left: &mut usize) -> Result<(&'z str, Vec<u8>, &'z [u8]), NotRead> {
    let short = |at: usize| Some(u16::from_le_bytes(zip.get(at..at + 2)?.try_into().ok()?));
    let long = |at: usize| Some(u32::from_le_bytes(zip.get(at..at + 4)?.try_into().ok()?));
    let head = || {
        let ours = short(6)? == UTF_8 && short(8)? == DEFLATED && short(28)? == 0;
        let (packed, length) = (usize::try_from(long(18)?).ok()?, usize::try_from(long(22)?).ok()?);
        let (name, rest) = zip.get(30..)?.split_at_checked(usize::from(short(26)?))?;
        let (packed, rest) = rest.split_at_checked(packed)?;
        ours.then_some((long(14)?, length, std::str::from_utf8(name).ok()?, packed, rest))
    };
    let (sum, length, name, packed, rest) = head().ok_or(NotRead::Damaged)?;
    *left = left.checked_sub(length).ok_or(NotRead::TooLarge)?;
    // One byte more, so that what goes on behind its length is seen.
    let mut bytes = Vec::with_capacity(length + 1);
    let status = Decompress::new(false).decompress_vec(packed, &mut bytes, FlushDecompress::Finish);
    let mut crc = Crc::new();
    crc.update(&bytes);
    if !matches!(status, Ok(Status::StreamEnd)) || bytes.len() != length || crc.sum() != sum {
        return Err(NotRead::Damaged);
    }
    Ok((name, bytes, rest))
}

#[cfg(test)]
#[path = "zip_tests.rs"]
mod tests;
