//! A name taken apart.

use crate::commonness::Commonness;
use crate::role::Role;
use crate::roman::Roman;
use crate::words;

/// A word of a name with what is known of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub roman: Roman,
    pub role: Role,
    /// How much it tells that the word is shared, as a logarithm.
    pub rarity: f32,
    /// Its part in the name: 1 is a rare name proper.
    pub weight: f32,
    /// Which letters it has, one bit each.
    pub mask: u32,
    /// Of a word written in digits alone or in Chinese characters, what it was: those are compared as they are.
    pub exact: u64,
}

impl Word {
    pub fn of(text: &str, common: &Commonness) -> Word {
        let number = text.bytes().all(|byte| byte.is_ascii_digit());
        let roman = if number { Roman::default() } else { Roman::of(text) };
        let role = Role::of(roman.letters(), number);
        let rarity = common.rarity(&roman);
        // Even the commonest word has its part, or a name of common words would have none.
        let weight = role.share() * (COMMON_SHARE + (1.0 - COMMON_SHARE) * rarity / common.rarest());
        let exact = if number {
            text.bytes()
                .fold(1, |all: u64, digit| all.wrapping_mul(11).wrapping_add(u64::from(digit - b'0')))
        } else {
            0
        };
        Word {
            roman,
            role,
            rarity,
            weight,
            mask: mask(&roman),
            exact,
        }
    }

    /// Words written as one.
    pub fn joined(words: &[&Word]) -> Word {
        let mut joined = Word {
            roman: Roman::empty(words[0].roman.script),
            ..Word::default()
        };
        for word in words {
            joined.roman.append(&word.roman);
            joined.rarity += word.rarity;
            joined.weight += word.weight;
            joined.mask |= word.mask;
        }
        joined
    }
}

const COMMON_SHARE: f32 = 0.4;

fn mask(roman: &Roman) -> u32 {
    roman.letters().iter().fold(0, |mask, letter| mask | 1 << (letter - b'a'))
}

/// The words of a name.
pub(crate) fn words_of(name: &str, common: &Commonness) -> Vec<Word> {
    let mut words = Vec::new();
    words::each(name, |word| {
        let word = Word::of(word, common);
        if !word.roman.letters().is_empty() || word.exact != 0 {
            words.push(word);
        }
    });
    words
}
