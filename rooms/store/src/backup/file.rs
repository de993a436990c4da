//! The file of a backup: two lines that say what it is, then chunks under a key that only the master key makes.
//!
//! | part | what |
//! |---|---|
//! | line 1 | `comity backup v1` |
//! | line 2 | `check`, `created`, `origin`, `salt`: canonical JSON (RFC 8785), bytes in base64 |
//! | the rest | chunks of 65,536 bytes of plain text, the last one shorter or as long, each with a tag of 16 bytes |
//!
//! The key is drawn out of the master key by HKDF-SHA256 (RFC 5869) with the salt, which is new for each file, and with
//! both other members, so that a changed line opens nothing. `check` is drawn the same way and tells another master
//! key from damage. How chunks are encrypted stands in [`crate::stream`]: a file in which they were changed, exchanged,
//! left out, added or cut off does not open.

use crate::fail::Failure;
use crate::read::instant_text;
use crate::stream::{CHUNK, Chunks, TAG};
use crate::vault::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hkdf::Hkdf;
use jiff::Timestamp;
use record::checkpoint::is_origin;
use record::json::Object;
use register::outside::Outside;
use sha2::Sha256;
use std::io::{self, BufRead, Read, Write};

/// What a file begins with.
const FORMAT: &str = "comity backup v1";
/// What the file of another version begins with.
const ANY_FORMAT: &str = "comity backup v";
/// The second line is not longer, in bytes.
const LONGEST_LINE: u64 = 4096;

/// What can be read of a backup without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Of which record it is.
    pub(super) origin: String,
    /// When it was begun.
    pub(super) created: Timestamp,
    salt: [u8; 32],
    check: [u8; 16],
}

impl Head {
    /// That of a new file, with the key under which it is written.
    pub(super) fn draw(master: &Key, origin: &str, outside: &dyn Outside) -> Result<(Head, Key), Failure> {
        let mut head = Head {
            origin: origin.to_owned(),
            created: outside.now(),
            salt: [0; 32],
            check: [0; 16],
        };
        outside.random(&mut head.salt);
        let (key, check) = head.drawn_of(master)?;
        head.check = check;
        Ok((head, key))
    }

    /// The key of the file and its check.
    fn drawn_of(&self, master: &Key) -> Result<(Key, [u8; 16]), Failure> {
        let drawing = Hkdf::<Sha256>::new(Some(&self.salt), master);
        let about = format!("{FORMAT}\n{}\n{}\n", self.origin, instant_text(self.created));
        let (mut key, mut check) = ([0; 32], [0; 16]);
        // Fails only for outputs of more than 255 hashes.
        let drawn = drawing
            .expand(format!("{about}key").as_bytes(), &mut key)
            .and_then(|()| drawing.expand(format!("{about}check").as_bytes(), &mut check));
        drawn.map_err(|error| Failure::refused(format!("no key for the backup can be drawn: {error}")))?;
        Ok((key, check))
    }

    /// The key of the file.
    ///
    /// # Errors
    /// The file was written under another master key, or its second line was changed.
    pub(super) fn key(&self, master: &Key) -> Result<Key, Failure> {
        let (key, check) = self.drawn_of(master)?;
        if check == self.check {
            return Ok(key);
        }
        Err(Failure::refused(format!(
            "the master key is not the one under which this backup of the record {} was made ({:.0}), or the first lines of the file were changed; \
             give the master key of that day with --master-key",
            self.origin, self.created
        )))
    }

    fn write(&self, out: &mut (dyn Write + Send)) -> io::Result<()> {
        let line = Object::new()
            .text("check", STANDARD.encode(self.check))
            .text("created", instant_text(self.created))
            .text("origin", &self.origin)
            .text("salt", STANDARD.encode(self.salt));
        writeln!(out, "{FORMAT}")?;
        out.write_all(&line.canonical())?;
        out.write_all(b"\n")
    }

    /// Reads both lines.
    pub(super) fn read(input: &mut (dyn BufRead + Send)) -> Result<Head, Failure> {
        let first = line(input)?;
        if first != FORMAT.as_bytes() {
            let other = String::from_utf8_lossy(&first).into_owned();
            return Err(Failure::refused(if other.starts_with(ANY_FORMAT) {
                format!("the file is a {other:?}, and this program reads {FORMAT:?}; restore it with the Comity that reads it")
            } else {
                "the file is no backup of Comity; give one that `comity backup` wrote".to_owned()
            }));
        }
        let second = line(input)?;
        let damaged = || Failure::refused("the second line of the backup cannot be read; take another copy of the file");
        let object = Object::parse(&second).map_err(|_| damaged())?;
        let bytes = |name: &str| STANDARD.decode(object.get_text(name).unwrap_or_default()).unwrap_or_default();
        let created = object.get_text("created").and_then(|text| text.parse().ok());
        Ok(Head {
            origin: object
                .get_text("origin")
                .filter(|origin| is_origin(origin))
                .ok_or_else(damaged)?
                .to_owned(),
            created: created.ok_or_else(damaged)?,
            salt: bytes("salt").try_into().map_err(|_| damaged())?,
            check: bytes("check").try_into().map_err(|_| damaged())?,
        })
    }
}

fn line(input: &mut (dyn BufRead + Send)) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = Read::take(input, LONGEST_LINE).read_until(b'\n', &mut bytes);
    read.map_err(|error| Failure::refused(format!("the backup cannot be read: {error}")))?;
    bytes.pop_if(|byte| *byte == b'\n');
    Ok(bytes)
}

/// Encrypts what is written. [`Sealing::end`] must be called, or the file is none.
pub(super) struct Sealing<'o> {
    out: &'o mut (dyn Write + Send),
    chunks: Chunks,
    number: u64,
    chunk: Vec<u8>,
}

impl<'o> Sealing<'o> {
    /// Writes the head and begins.
    pub(super) fn begin(head: &Head, key: &Key, out: &'o mut (dyn Write + Send)) -> io::Result<Sealing<'o>> {
        head.write(out)?;
        Ok(Sealing {
            out,
            chunks: Chunks::under(key),
            number: 0,
            chunk: Vec::with_capacity(CHUNK),
        })
    }

    fn seal(&mut self, last: bool) -> io::Result<()> {
        let sealed = self.chunks.seal(self.number, last, &self.chunk);
        self.out
            .write_all(&sealed.ok_or_else(|| io::Error::other("a chunk cannot be encrypted"))?)?;
        self.number += 1;
        self.chunk.clear();
        Ok(())
    }

    /// Writes the last chunk.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.seal(true)?;
        self.out.flush()
    }
}

impl Write for Sealing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits until it is known that it is not the last.
        if self.chunk.len() == CHUNK && !bytes.is_empty() {
            self.seal(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        self.chunk.extend_from_slice(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Decrypts what is read after the head.
pub(super) struct Opening<'i> {
    input: &'i mut (dyn BufRead + Send),
    chunks: Chunks,
    number: u64,
    chunk: Vec<u8>,
    /// How much of the chunk was read.
    read: usize,
    ended: bool,
}

impl<'i> Opening<'i> {
    pub(super) fn begin(key: &Key, input: &'i mut (dyn BufRead + Send)) -> Opening<'i> {
        Opening {
            input,
            chunks: Chunks::under(key),
            number: 0,
            chunk: Vec::new(),
            read: 0,
            ended: false,
        }
    }

    fn next(&mut self) -> io::Result<()> {
        let mut sealed = Vec::with_capacity(CHUNK + TAG);
        Read::take(&mut *self.input, (CHUNK + TAG) as u64).read_to_end(&mut sealed)?;
        let last = self.input.fill_buf()?.is_empty();
        let plain = self.chunks.open(self.number, last, &sealed);
        self.chunk = plain.ok_or_else(|| {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("its chunk {} is not as it was written, or the file was cut off there", self.number),
            )
        })?;
        self.read = 0;
        self.number += 1;
        self.ended = last;
        Ok(())
    }
}

impl Read for Opening<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.read == self.chunk.len() && !self.ended {
            self.next()?;
        }
        let mut rest = self.chunk.get(self.read..).unwrap_or_default();
        let count = rest.read(bytes)?;
        self.read += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    struct Fixed;

    impl Outside for Fixed {
        fn now(&self) -> Timestamp {
            "2026-11-25T10:03:00Z".parse().unwrap()
        }

        fn random(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    const MASTER: Key = [1; 32];

    fn sealed(plain: &[u8]) -> (Vec<u8>, usize) {
        let mut out = Vec::new();
        let (head, key) = Head::draw(&MASTER, "comity-exercise", &Fixed).unwrap();
        let mut sealing = Sealing::begin(&head, &key, &mut out).unwrap();
        sealing.write_all(plain).unwrap();
        sealing.end().unwrap();
        let lines = out.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
        let body = lines.take(2).last().unwrap() + 1;
        (out, body)
    }

    fn opened(mut bytes: &[u8], master: &Key) -> Result<Vec<u8>, String> {
        let head = Head::read(&mut bytes).map_err(|failure| register::port::StoreError::from(failure).to_string())?;
        let key = head
            .key(master)
            .map_err(|failure| register::port::StoreError::from(failure).to_string())?;
        let mut plain = Vec::new();
        let read = Opening::begin(&key, &mut bytes).read_to_end(&mut plain);
        read.map(|_| plain).map_err(|error| error.to_string())
    }

    #[test]
    fn what_was_sealed_is_opened_whatever_its_length() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5] {
            let plain: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let (file, _) = sealed(&plain);
            assert_eq!(opened(&file, &MASTER).unwrap(), plain, "{length}");
        }
    }

    #[test]
    fn another_master_key_is_told_from_damage() {
        let (file, _) = sealed(b"exercise");
        let refused = opened(&file, &[2; 32]).unwrap_err();
        assert!(refused.contains("master key is not the one"), "{refused}");
        let text = String::from_utf8_lossy(&file).replace("2026-11-25", "2026-11-24");
        assert_ne!(text, String::from_utf8_lossy(&file));
        let refused = opened(text.as_bytes(), &MASTER).unwrap_err();
        assert!(refused.contains("first lines of the file were changed"), "{refused}");
    }

    #[test]
    fn a_file_of_another_version_or_kind_is_refused_by_name() {
        let (file, _) = sealed(b"exercise");
        let newer = [b"comity backup v2", &file[FORMAT.len()..]].concat();
        let refused = opened(&newer, &MASTER).unwrap_err();
        assert!(refused.contains("comity backup v2"), "{refused}");
        let refused = opened(b"SQLite format 3\0 and more", &MASTER).unwrap_err();
        assert!(refused.contains("no backup of Comity"), "{refused}");
        assert!(opened(b"", &MASTER).unwrap_err().contains("no backup of Comity"));
    }

    #[test]
    fn a_file_in_which_chunks_were_changed_exchanged_left_out_added_or_cut_off_does_not_open() {
        let plain = vec![b'x'; 3 * CHUNK + 5];
        let (file, body) = sealed(&plain);
        let whole = CHUNK + TAG;
        let chunk = |number: usize| file[body + number * whole..].chunks(whole).next().unwrap().to_vec();
        let with = |chunks: &[usize]| {
            let chunks = chunks.iter().flat_map(|number| chunk(*number));
            file[..body].iter().copied().chain(chunks).collect::<Vec<u8>>()
        };
        assert_eq!(opened(&with(&[0, 1, 2, 3]), &MASTER).unwrap(), plain);
        for chunks in [
            &[1, 0, 2, 3][..],
            &[0, 2, 3],
            &[0, 1, 2],
            &[0],
            &[],
            &[0, 1, 2, 3, 3],
            &[0, 0, 1, 2, 3],
            &[3],
        ] {
            let refused = opened(&with(chunks), &MASTER).unwrap_err();
            assert!(refused.contains("not as it was written"), "{chunks:?}: {refused}");
        }
        for at in [body, body + CHUNK, body + whole, file.len() - 1] {
            let mut flipped = file.clone();
            flipped[at] ^= 1;
            assert!(opened(&flipped, &MASTER).is_err(), "byte {at}");
            assert!(opened(&file[..at], &MASTER).is_err(), "cut at {at}");
        }
    }
}
