//! How often the words of names occur.

use crate::roman::Roman;
use crate::watched::Watched;
use crate::words;
use rustc_hash::FxHashMap;

/// How often words occur in the lists at hand: a shared rare surname says more than a shared common given name.
/// Learned from the watch list and from a sample of the register; the order of learning makes no difference.
#[derive(Clone, Debug, Default)]
pub struct Commonness {
    names: u32,
    words: FxHashMap<u128, u32>,
}

/// As if so many names more had been seen: in short lists no word counts as common.
const MORE_NAMES: f32 = 2000.0;

impl Commonness {
    /// Nothing learned yet.
    pub fn new() -> Commonness {
        Commonness::default()
    }

    /// Learns from one name of a register. Memory grows with the number of different words.
    pub fn learn(&mut self, name: &str) {
        self.names = self.names.saturating_add(1);
        words::each(name, |word| {
            let count = self.words.entry(key(&Roman::of(word))).or_default();
            *count = count.saturating_add(1);
        });
    }

    /// Learns from a person or entity of the watch list: the name and each alias.
    pub fn learn_watched(&mut self, watched: &Watched) {
        self.learn(&watched.name);
        for alias in &watched.aliases {
            self.learn(alias);
        }
    }

    /// How much it tells that a word is shared: the logarithm of one over the share of names that have it.
    pub(crate) fn rarity(&self, word: &Roman) -> f32 {
        let count = self.words.get(&key(word)).copied().unwrap_or(0);
        ((self.names as f32 + MORE_NAMES) / (count as f32 + 1.0)).ln().max(0.3)
    }

    /// The rarity of a word that nobody has.
    pub(crate) fn rarest(&self) -> f32 {
        (self.names as f32 + MORE_NAMES).ln()
    }
}

/// The letters of a word as a number; five bits each hold 24 letters.
fn key(word: &Roman) -> u128 {
    word.letters()
        .iter()
        .fold(word.script as u128 + 1, |key, letter| key << 5 | u128::from(letter - b'a' + 1))
}
