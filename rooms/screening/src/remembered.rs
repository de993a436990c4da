//! How alike two words are, where the same two meet again and again.

use crate::name::Word;
use crate::sounds::{Alike, alike};

/// Pairs that are remembered at most, a power of two; a new one takes the place of an older one.
const PAIRS: usize = 1 << 16;
/// Spreads the numbers of a pair over the places.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// A memory of compared words with a bound. What it holds changes no answer, only how soon it is given.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    pairs: Vec<Remember>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Remember {
    /// The numbers of both, from 1, and the bits of the least that was asked for; 0 where nothing is remembered.
    asked: (u32, u32, u32),
    alike: Alike,
}

impl Remembered {
    /// Forgets everything: the numbers of words hold no longer.
    pub fn forget(&mut self) {
        self.pairs.clear();
        self.pairs.resize(PAIRS, Remember::default());
    }

    /// How alike a watched word and one of a row are by their letters. Of words that are less alike than `least` it may say
    /// that they have nothing in common.
    pub fn alike(&mut self, ours: &Word, theirs: &Word, least: f32) -> Alike {
        let compared = || alike(&ours.roman, &theirs.roman, least);
        let asked = (ours.number, theirs.number, least.to_bits());
        let spread = (u64::from(ours.number) << 32 | u64::from(theirs.number)).wrapping_mul(SPREAD) >> 32;
        match self.pairs.get_mut(spread as usize % PAIRS) {
            Some(place) if ours.number != 0 && theirs.number != 0 => {
                if place.asked != asked {
                    *place = Remember { asked, alike: compared() };
                }
                place.alike
            }
            _ => compared(),
        }
    }
}
