//! What was found out about the words of a register, which come again and again.

use crate::name::Word;
use crate::skeleton::Sounds;
use crate::sounds::Alike;

/// Words that are remembered at most; then all are forgotten and learned anew.
const MOST_WORDS: usize = 1 << 17;
/// Bytes of words and matches that are remembered at most.
const MOST_BYTES: usize = 1 << 26;
/// Places of the table at first. It has twice as many as words, so that a search ends soon, and a power of two.
const PLACES: usize = 256;
/// An empty place.
const EMPTY: u32 = u32::MAX;

/// A watched word that a word may be a form of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Like {
    /// Number of the watched word.
    pub entry: u32,
    pub alike: Alike,
}

/// A watched name in which such words stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// Number of the watched name.
    pub name: u32,
    /// What the word counts for in it.
    pub gain: f32,
    /// Which word of the name it is like, if that is a single one and the only one.
    pub place: Place,
}

/// Which word of a name it is, in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place(u8);

impl Place {
    /// No single one.
    pub const NONE: Place = Place(u8::MAX);

    /// Counted from 0.
    pub fn of(number: usize) -> Place {
        u8::try_from(number).map_or(Place::NONE, Place)
    }

    /// Its number from 0.
    pub fn number(self) -> Option<u8> {
        (self != Place::NONE).then_some(self.0)
    }
}

/// What is looked at of a word in each row in which it stands.
#[derive(Clone, Copy, Debug)]
struct Known {
    hash: u64,
    sounds: Sounds,
    /// How many letters it has.
    length: u8,
    text: (u32, u32),
    like: (u32, u32),
    reach: (u32, u32),
}

/// A memory of words with a bound. What it holds changes no answer, only how soon it is given.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    table: Vec<u32>,
    known: Vec<Known>,
    /// The same words, as they are compared.
    words: Vec<Word>,
    texts: Vec<u8>,
    likes: Vec<Like>,
    reaches: Vec<Reach>,
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

    /// Looks at what is known of a word, to no other end than that the memory be there when it is asked for.
    #[inline]
    pub fn glance(&self, hash: u64) -> u32 {
        let number = self.table.get(self.place(hash)).copied().unwrap_or(EMPTY) as usize;
        let Some(known) = self.known.get(number) else { return 0 };
        let text = self.texts.get(known.text.0 as usize).copied().unwrap_or(0);
        let reach = self.reaches.get(known.reach.0 as usize).map_or(0, |reach| reach.name);
        let word = self.words.get(number).map_or(0, Word::glance);
        u32::from(text) ^ reach ^ word
    }

    /// The place of the table where a search begins.
    fn place(&self, hash: u64) -> usize {
        hash as usize & self.table.len().wrapping_sub(1)
    }

    fn text(&self, known: &Known) -> &[u8] {
        &self.texts[known.text.0 as usize..known.text.1 as usize]
    }

    /// A word by its number.
    pub fn word(&self, number: u32) -> &Word {
        &self.words[number as usize]
    }

    /// Its sounds.
    pub fn sounds(&self, number: u32) -> Sounds {
        self.known[number as usize].sounds
    }

    /// How many letters it has.
    pub fn length(&self, number: u32) -> usize {
        usize::from(self.known[number as usize].length)
    }

    /// The watched names in which a word stands that it may be a form of, each once.
    pub fn reach(&self, number: u32) -> &[Reach] {
        let (from, to) = self.known[number as usize].reach;
        &self.reaches[from as usize..to as usize]
    }

    /// How alike a watched word and one of a row are, if that was found out when the latter was learned.
    pub fn alike(&self, ours: &Word, theirs: &Word) -> Option<Alike> {
        let entry = ours.number.checked_sub(1)?;
        let (from, to) = self.known.get(theirs.number.checked_sub(1)? as usize)?.like;
        let likes = self.likes.get(from as usize..to as usize)?;
        let place = likes.binary_search_by_key(&entry, |like| like.entry).ok()?;
        likes.get(place).map(|like| like.alike)
    }

    /// Forgets everything if there is no more room: numbers given before hold no longer then.
    pub fn make_room(&mut self) {
        let bytes = self.texts.len() + size_of_val(&self.likes[..]) + size_of_val(&self.reaches[..]);
        if self.known.len() + 64 > MOST_WORDS || bytes > MOST_BYTES {
            self.table.fill(EMPTY);
            self.known.clear();
            self.words.clear();
            self.texts.clear();
            self.likes.clear();
            self.reaches.clear();
        }
    }

    /// Remembers a word; `like` in the order of the watched words.
    pub fn remember(&mut self, text: &[u8], hash: u64, word: Word, sounds: Sounds, like: &[Like], reach: &[Reach]) -> u32 {
        let number = self.known.len() as u32;
        let texts = self.texts.len() as u32;
        self.texts.extend_from_slice(text);
        let likes = self.likes.len() as u32;
        self.likes.extend_from_slice(like);
        let reaches = self.reaches.len() as u32;
        self.reaches.extend_from_slice(reach);
        self.words.push(Word {
            number: number + 1,
            ..word
        });
        self.known.push(Known {
            hash,
            sounds,
            length: word.roman.letters().len() as u8,
            text: (texts, self.texts.len() as u32),
            like: (likes, self.likes.len() as u32),
            reach: (reaches, self.reaches.len() as u32),
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
