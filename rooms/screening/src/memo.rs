//! What was found out about the words of a register, which come again and again.

use crate::name::Word;

/// Words that are remembered at most; then all are forgotten and learned anew.
const MOST_WORDS: usize = 1 << 17;
/// Bytes of words and matches that are remembered at most.
const MOST_BYTES: usize = 1 << 24;
/// Places of the table at first. It has twice as many as words, so that a search ends soon, and a power of two.
const PLACES: usize = 256;
/// An empty place.
const EMPTY: u32 = u32::MAX;

/// A watched word that a word may be a form of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Like {
    /// Number of the watched word.
    pub entry: u32,
    /// How much of its weight counts as matched.
    pub credit: f32,
}

/// A word of a register with what was found out about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub word: Word,
    /// Its consonants by kind, and how many.
    pub sounds: (u64, usize),
    hash: u64,
    text: (u32, u32),
    like: (u32, u32),
}

/// A memory of words with a bound. What it holds changes no answer, only how soon it is given.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    table: Vec<u32>,
    known: Vec<Known>,
    texts: Vec<u8>,
    likes: Vec<Like>,
}

impl Memo {
    /// The number of a word, if it is remembered.
    pub fn number(&self, text: &[u8], hash: u64) -> Option<u32> {
        let mut place = self.place(hash);
        loop {
            let number = *self.table.get(place)?;
            let known = self.known.get(number as usize)?;
            if known.hash == hash && self.text(known) == text {
                return Some(number);
            }
            place = self.place(place as u64 + 1);
        }
    }

    /// The place of the table where a search begins.
    fn place(&self, hash: u64) -> usize {
        hash as usize & self.table.len().wrapping_sub(1)
    }

    fn text(&self, known: &Known) -> &[u8] {
        &self.texts[known.text.0 as usize..known.text.1 as usize]
    }

    /// A word by its number.
    pub fn known(&self, number: u32) -> &Known {
        &self.known[number as usize]
    }

    /// The watched words that it may be a form of.
    pub fn like(&self, number: u32) -> &[Like] {
        let (from, to) = self.known[number as usize].like;
        &self.likes[from as usize..to as usize]
    }

    /// Forgets everything if there is no more room. Returns whether it did: numbers given before hold no longer.
    pub fn make_room(&mut self) -> bool {
        let full = self.known.len() + 64 > MOST_WORDS || self.texts.len() + self.likes.len() * 8 > MOST_BYTES;
        if full {
            self.table.fill(EMPTY);
            self.known.clear();
            self.texts.clear();
            self.likes.clear();
        }
        full
    }

    /// Remembers a word.
    pub fn remember(&mut self, text: &[u8], hash: u64, word: Word, sounds: (u64, usize), like: &[Like]) -> u32 {
        let number = self.known.len() as u32;
        let texts = self.texts.len() as u32;
        self.texts.extend_from_slice(text);
        let likes = self.likes.len() as u32;
        self.likes.extend_from_slice(like);
        self.known.push(Known {
            word: Word {
                number: number + 1,
                ..word
            },
            sounds,
            hash,
            text: (texts, self.texts.len() as u32),
            like: (likes, self.likes.len() as u32),
        });
        if self.known.len() * 2 > self.table.len() {
            self.grow();
        } else {
            self.put(number, hash);
        }
        number
    }

    /// Makes the table for twice as many words, and puts all into it.
    fn grow(&mut self) {
        let places = (self.table.len() * 2).max(PLACES);
        self.table.clear();
        self.table.resize(places, EMPTY);
        for number in 0..self.known.len() {
            self.put(number as u32, self.known[number].hash);
        }
    }

    fn put(&mut self, number: u32, hash: u64) {
        let mut place = self.place(hash);
        while self.table[place] != EMPTY {
            place = self.place(place as u64 + 1);
        }
        self.table[place] = number;
    }
}

/// A number for some bytes, the same on every machine.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, part: u64| {
        let product = u128::from(hash ^ part) * 0x9e37_79b9_7f4a_7c15_u128;
        product as u64 ^ (product >> 64) as u64
    };
    let (parts, rest) = bytes.as_chunks::<8>();
    let mut hash = bytes.len() as u64 ^ 0x5851_f42d_4c95_7f2d;
    for part in parts {
        hash = mix(hash, u64::from_le_bytes(*part));
    }
    let last = rest.iter().fold(0u64, |all, byte| all << 8 | u64::from(*byte));
    mix(hash, last)
}
