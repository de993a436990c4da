//! What a quick look sees of a word, which spares most comparisons.

use crate::roman::Roman;
use crate::script::Script;

/// A word in a few bytes, which lie close together where many words are looked at one after the other: its consonants, counted, in
/// `near` those apart that one language writes apart, in `far` by kind alone, as two scripts have them in common. Each has some
/// bits, of which as many are set as it stands in the word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outline {
    near: u64,
    far: u64,
    /// How many bits are set, of consonants in `near`, in all of it, and in `far`.
    counts: [u8; 3],
    length: u8,
    script: Script,
}

impl Outline {
    pub fn of(roman: &Roman) -> Outline {
        let mut all = Outline {
            length: roman.letters().len() as u8,
            script: roman.script,
            ..Outline::default()
        };
        for letter in roman.letters() {
            let (near, far) = match letter {
                b'b' => (0, 0),
                b'p' => (1, 0),
                b'f' => (2, 0),
                b'v' => (3, 0),
                b't' => (4, 1),
                b'd' => (5, 1),
                b'k' | b'q' | b'c' | b'g' => (6, 2),
                b's' | b'z' | b'x' => (7, 2),
                b'j' => (8, 2),
                b'm' => (9, 3),
                b'n' => (10, 4),
                b'l' => (11, 5),
                b'r' => (12, 5),
                b'a' => (13, NO_KIND),
                b'e' | b'i' | b'y' => (14, NO_KIND),
                b'o' | b'u' | b'w' => (15, NO_KIND),
                _ => continue,
            };
            all.near = counted(all.near, near * 4, 0xf);
            if far != NO_KIND {
                all.far = counted(all.far, far * 8, 0xff);
            }
        }
        all.counts = [all.near & CONSONANTS, all.near, all.far].map(|bits| bits.count_ones() as u8);
        all
    }

    /// Whether a closer look is worth while: by the lengths, and by the consonants in common, two in three in one script, one in two
    /// between scripts.
    #[inline]
    pub fn may_be_alike(&self, other: &Outline) -> bool {
        let (longer, shorter) = (self.length.max(other.length), self.length.min(other.length));
        let most = |place: usize| u32::from(self.counts[place].max(other.counts[place]));
        if self.script == other.script {
            let common = self.near & other.near;
            longer <= 2 * shorter + 1
                && 3 * (common & CONSONANTS).count_ones() + 1 >= 2 * most(0)
                && 5 * common.count_ones() + 3 >= 3 * most(1)
        } else {
            longer <= 3 * shorter + 2 && 2 * (self.far & other.far).count_ones() + 1 >= most(2)
        }
    }

    /// Whether words written as one may be a single word: they have most consonants in common whatever the scripts, as nothing
    /// else of their names would match.
    #[inline]
    pub fn may_be_one(&self, single: &Outline) -> bool {
        let consonants = self.counts[2].max(single.counts[2]);
        self.lengths_of_joined(single)
            && 3 * (self.far & single.far).count_ones() + 1 >= 2 * u32::from(consonants)
            && self.may_be_alike(single)
    }

    /// Whether words written as one and a single word are long enough alike; between scripts vowels may be left out.
    pub fn lengths_of_joined(&self, single: &Outline) -> bool {
        self.length.abs_diff(single.length) <= if self.script == single.script { 2 } else { 6 }
    }
}

/// The bits of consonants in `near`; those above are of vowels: a, those before and those behind.
const CONSONANTS: u64 = (1 << 52) - 1;
/// A vowel, which two scripts seldom have in common.
const NO_KIND: u32 = u32::MAX;

/// One bit more of those at a place, as long as there are any.
fn counted(all: u64, place: u32, bits: u64) -> u64 {
    let here = all >> place & bits;
    all | ((here << 1 | 1) & bits) << place
}
