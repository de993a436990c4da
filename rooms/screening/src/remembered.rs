//! How alike two words are, where the same two meet again and again.

use crate::name::Word;
use crate::sounds::{Alike, alike};

/// Pairs for which there is a place at first and at most, powers of two; a new one takes the place of an older one.
const FIRST: usize = 1 << 8;
const PAIRS: usize = 1 << 16;
/// Spreads the numbers of a pair over the places.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// A memory of compared words with a bound. What it holds changes no answer, only how soon it is given.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    pairs: Vec<Remember>,
    /// How many were compared since there are so many places.
    compared: usize,
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
        self.pairs.fill(Remember::default());
    }

    /// How alike a watched word and one of a row are by their letters. Of words that are less alike than `least` it may say
    /// that they have nothing in common.
    pub fn alike(&mut self, ours: &Word, theirs: &Word, least: f32) -> Alike {
        let compared = || alike(&ours.roman, &theirs.roman, least);
        let asked = (ours.number, theirs.number, least.to_bits());
        let spread = (u64::from(ours.number) << 32 | u64::from(theirs.number)).wrapping_mul(SPREAD) >> 32;
        if self.compared >= self.pairs.len() && self.pairs.len() < PAIRS {
            self.make_places();
        }
        let places = self.pairs.len();
        match self.pairs.get_mut(spread as usize & places.wrapping_sub(1)) {
            Some(place) if ours.number != 0 && theirs.number != 0 => {
                if place.asked != asked {
                    self.compared += 1;
                    *place = Remember { asked, alike: compared() };
                }
                place.alike
            }
            _ => compared(),
        }
    }

    /// Makes more places, and begins anew with them: so a few pairs cost few places.
    fn make_places(&mut self) {
        let places = (self.pairs.len() * 4).clamp(FIRST, PAIRS);
        self.pairs.clear();
        self.pairs.resize(places, Remember::default());
        self.compared = 0;
    }
}
