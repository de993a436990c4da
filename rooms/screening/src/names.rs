//! The names of a watch list, with the words of all of them side by side in memory.

use crate::commonness::Commonness;
use crate::joined::{Parts, join};
use crate::name::{Word, words_of};
use crate::score::Span;
use crate::watched::Watched;

/// One of the names of somebody who is watched.
#[derive(Debug)]
pub(crate) struct WatchName {
    pub watched: u32,
    /// 0 the name, from 1 the aliases.
    pub number: u16,
    /// More is known of them that may raise a score.
    pub particulars: bool,
    /// Where its words begin and end, and its runs of them written as one.
    words: (u32, u32),
    joined: (u32, u32),
}

/// All names of a watch list. What one is compared by is read as soon as a row may be a form of it, so it takes little memory.
#[derive(Debug, Default)]
pub(crate) struct Names {
    list: Vec<WatchName>,
    words: Vec<Word>,
    joined: Vec<(Span, Word)>,
}

impl Names {
    /// The names of a watch list that have a word, in its order.
    pub fn of(watch: &[Watched], common: &Commonness) -> Names {
        let mut names = Names::default();
        for (place, watched) in (0u32..).zip(watch) {
            for (number, name) in (0..=u16::MAX).zip(std::iter::once(&watched.name).chain(&watched.aliases)) {
                let words = words_of(name, common).0;
                if words.is_empty() {
                    continue;
                }
                let before = (names.words.len() as u32, names.joined.len() as u32);
                join(&words, &mut names.joined);
                names.words.extend(words);
                names.list.push(WatchName {
                    watched: place,
                    number,
                    particulars: watched.born_on.is_some() || !watched.nationality.is_empty(),
                    words: (before.0, names.words.len() as u32),
                    joined: (before.1, names.joined.len() as u32),
                });
            }
        }
        names
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &WatchName> {
        self.list.iter()
    }

    /// A name by its place, if there is one.
    pub fn get(&self, place: u32) -> Option<&WatchName> {
        self.list.get(place as usize)
    }

    /// What a name is compared by.
    pub fn parts(&self, name: &WatchName) -> Parts<'_> {
        Parts::of(
            &self.words[name.words.0 as usize..name.words.1 as usize],
            &self.joined[name.joined.0 as usize..name.joined.1 as usize],
        )
    }

    /// The words of each name, in order.
    pub fn words(&self) -> impl Iterator<Item = &[Word]> {
        self.iter().map(|name| self.parts(name).words)
    }

    /// Each word, and each run of words written as one.
    pub fn each_word(&mut self) -> impl Iterator<Item = &mut Word> {
        self.words.iter_mut().chain(self.joined.iter_mut().map(|(_, word)| word))
    }
}
