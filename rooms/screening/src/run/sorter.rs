//! Puts hits in order, however many there are: what memory does not hold goes to a temporary file in sorted pieces, which
//! are merged at the end.

use super::found::FoundHit;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

/// How many bytes of hits are kept in memory.
pub const IN_MEMORY: usize = 64 * 1024 * 1024;
/// How much of each sorted piece is read at once.
const READ_AT_ONCE: usize = 64 * 1024;

/// Makes an empty file that goes by itself.
pub type Spill<'a> = &'a (dyn Fn() -> io::Result<File> + Sync);

/// Hits on their way into order.
pub struct Sorter<'a> {
    hits: Vec<FoundHit>,
    weight: usize,
    most: usize,
    top: Option<usize>,
    spill: Spill<'a>,
    file: Option<File>,
    /// Where the sorted pieces begin and end in the file.
    pieces: Vec<(u64, u64)>,
}

impl<'a> Sorter<'a> {
    /// Sorts with at most so many bytes of hits in memory, and keeps of each watched person the `top` likeliest.
    pub fn new(most: usize, top: Option<usize>, spill: Spill<'a>) -> Sorter<'a> {
        Sorter {
            hits: Vec::new(),
            weight: 0,
            most,
            top,
            spill,
            file: None,
            pieces: Vec::new(),
        }
    }

    /// Takes a hit in.
    ///
    /// # Errors
    /// The temporary file cannot be written.
    pub fn take(&mut self, hit: FoundHit) -> io::Result<()> {
        self.weight += hit.weight();
        self.hits.push(hit);
        if self.weight <= self.most {
            return Ok(());
        }
        self.put_in_order();
        // Where the likeliest few are asked for, most of what was taken in is gone now.
        if self.weight > self.most / 2 { self.put_aside() } else { Ok(()) }
    }

    /// Sorts what is in memory, and drops what cannot be among the likeliest any more.
    fn put_in_order(&mut self) {
        self.hits.sort_unstable_by(FoundHit::order);
        let mut top = Top::new(self.top);
        self.hits.retain(|hit| top.takes(hit));
        self.weight = self.hits.iter().map(FoundHit::weight).sum();
    }

    /// Writes what is in memory, sorted, at the end of the temporary file.
    fn put_aside(&mut self) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert((self.spill)()?),
        };
        let start = file.seek(SeekFrom::End(0))?;
        let mut out = BufWriter::new(&*file);
        self.hits.drain(..).try_for_each(|hit| hit.write(&mut out))?;
        out.flush()?;
        drop(out);
        self.weight = 0;
        self.pieces.push((start, file.stream_position()?));
        Ok(())
    }

    /// Hands on all that was taken in, in order.
    ///
    /// # Errors
    /// As `hand_on`, and where the temporary file cannot be read.
    pub fn finish(mut self, mut hand_on: impl FnMut(&FoundHit) -> io::Result<()>) -> io::Result<()> {
        self.put_in_order();
        let Some(file) = self.file else {
            return self.hits.iter().try_for_each(hand_on);
        };
        let mut pieces: Vec<Piece> = self.pieces.into_iter().map(|piece| Piece::new(&file, piece)).collect();
        pieces.push(Piece::Memory(self.hits.into_iter()));
        let mut heads = BinaryHeap::new();
        for (number, piece) in pieces.iter_mut().enumerate() {
            heads.extend(piece.next()?.map(|hit| Reverse(Head { hit, piece: number })));
        }
        let mut top = Top::new(self.top);
        while let Some(Reverse(Head { hit, piece })) = heads.pop() {
            if top.takes(&hit) {
                hand_on(&hit)?;
            }
            heads.extend(pieces[piece].next()?.map(|hit| Reverse(Head { hit, piece })));
        }
        Ok(())
    }
}

/// Counts the likeliest hits of each watched person as they come in order.
struct Top {
    most: Option<usize>,
    watched: Option<u32>,
    taken: usize,
}

impl Top {
    fn new(most: Option<usize>) -> Top {
        Top {
            most,
            watched: None,
            taken: 0,
        }
    }

    fn takes(&mut self, hit: &FoundHit) -> bool {
        if self.watched != Some(hit.watched) {
            self.watched = Some(hit.watched);
            self.taken = 0;
        }
        self.taken += 1;
        self.most.is_none_or(|most| self.taken <= most)
    }
}

/// A sorted piece under way.
enum Piece<'a> {
    Memory(std::vec::IntoIter<FoundHit>),
    File { from: BufReader<Section<'a>>, left: bool },
}

impl<'a> Piece<'a> {
    fn new(file: &'a File, (start, end): (u64, u64)) -> Piece<'a> {
        let from = BufReader::with_capacity(READ_AT_ONCE, Section { file, at: start, end });
        Piece::File { from, left: true }
    }

    fn next(&mut self) -> io::Result<Option<FoundHit>> {
        match self {
            Piece::Memory(hits) => Ok(hits.next()),
            Piece::File { from, left } => {
                *left = *left && !io::BufRead::fill_buf(from)?.is_empty();
                if *left { FoundHit::read(from).map(Some) } else { Ok(None) }
            }
        }
    }
}

/// A part of a file, which others read too.
struct Section<'a> {
    file: &'a File,
    at: u64,
    end: u64,
}

impl Read for Section<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file;
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.take(self.end - self.at).read(into)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// The first hit of a piece that was not handed on yet.
struct Head {
    hit: FoundHit,
    piece: usize,
}

impl Ord for Head {
    fn cmp(&self, other: &Head) -> Ordering {
        self.hit.order(&other.hit).then(self.piece.cmp(&other.piece))
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Head) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Head {
    fn eq(&self, other: &Head) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Head {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn hit(number: u64) -> FoundHit {
        FoundHit {
            watched: u32::try_from(number % 7).unwrap(),
            watch_name: 0,
            score: (number * 37 % 101) as f32 / 100.0,
            row: number,
            register_id: format!("r{number}"),
            matched_name: "Name\nof two lines, ☃".to_owned(),
            explanation: String::new(),
        }
    }

    fn sorted(most: usize, top: Option<usize>) -> Vec<FoundHit> {
        let spill = || tempfile::tempfile();
        let mut sorter = Sorter::new(most, top, &spill);
        (0..5_000).for_each(|number| sorter.take(hit(number * 2_503 % 5_000)).unwrap());
        let mut found = Vec::new();
        let keep = |hit: &FoundHit| {
            found.push(hit.clone());
            Ok(())
        };
        sorter.finish(keep).unwrap();
        found
    }

    #[test]
    fn hits_come_in_the_order_of_the_output_whether_memory_holds_them_or_not() {
        let mut plainly: Vec<FoundHit> = (0..5_000).map(hit).collect();
        plainly.sort_by(FoundHit::order);
        assert_eq!(sorted(usize::MAX, None), plainly);
        assert_eq!(sorted(10_000, None), plainly);
    }

    #[test]
    fn the_likeliest_of_each_watched_person_are_kept_whether_memory_holds_them_or_not() {
        let in_memory = sorted(usize::MAX, Some(3));
        assert_eq!(in_memory.len(), 21);
        assert!(in_memory.iter().all(|hit| hit.score >= 0.99), "{in_memory:?}");
        assert_eq!(sorted(10_000, Some(3)), in_memory);
    }

    #[test]
    fn what_cannot_be_put_aside_is_an_error() {
        let full = || File::options().write(true).open("/dev/full");
        let mut sorter = Sorter::new(10, None, &full);
        let error = sorter.take(hit(1)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{error}");
    }
}
