//! A name taken apart.

use crate::commonness::Commonness;
use crate::outline::Outline;
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
    /// What a quick look sees of its letters.
    pub outline: Outline,
    /// Of a word written in digits alone or in Chinese characters, what it was: those are compared as they are.
    pub exact: u64,
    /// Its number among the watched words, or among those of rows that are remembered, from 1; 0 if it has no place there.
    pub number: u32,
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
            outline: Outline::of(&roman),
            exact,
            number: 0,
        }
    }

    /// Looks at it, to no other end than that the memory be there when it is compared.
    #[inline]
    pub fn glance(&self) -> u32 {
        self.number ^ self.roman.letters().len() as u32
    }

    /// Nothing in it can be compared.
    pub fn is_empty(&self) -> bool {
        self.roman.letters().is_empty() && self.exact == 0
    }

    /// A number of six digits or more, as vessels and companies have them.
    pub fn is_identity(&self) -> bool {
        self.role == Role::Number && self.exact >= 11u64.pow(6)
    }

    /// Words written as one.
    pub fn joined(words: &[Word]) -> Word {
        let mut joined = Word {
            roman: Roman::empty(words[0].roman.script),
            ..Word::default()
        };
        for word in words {
            joined.roman.append(&word.roman);
            joined.rarity += word.rarity;
            joined.weight += word.weight;
        }
        joined.outline = Outline::of(&joined.roman);
        joined
    }
}

const COMMON_SHARE: f32 = 0.4;

/// The words of a name, and how they are written.
pub(crate) fn words_of<'a>(name: &'a str, common: &Commonness) -> (Vec<Word>, Vec<&'a str>) {
    let (mut words, mut texts) = (Vec::new(), Vec::new());
    words::each(name, |text| {
        let word = Word::of(text, common);
        if !word.is_empty() {
            words.push(word);
            texts.push(text);
        }
    });
    settle(&mut words);
    (words, texts)
}

/// Settles what words do by where they stand: a particle or a title goes before a name, so the last word is a name whatever
/// it looks like (`Kim Yong-il`).
pub(crate) fn settle(words: &mut [Word]) {
    if let Some(last) = words.last_mut()
        && matches!(last.role, Role::Particle | Role::Title)
    {
        last.weight /= last.role.share();
        last.role = Role::Name;
    }
}

/// With what the words of a name begin: letters in the lower half, kinds of consonants in the upper one. A letter that is
/// written for several sounds sets several bits.
pub(crate) fn beginnings(words: &[Word]) -> u64 {
    let mut all = 0u64;
    for word in words.iter().filter(|word| matches!(word.role, Role::Name | Role::Initial)) {
        let Some(first) = word.roman.letters().first() else { continue };
        let (letters, kinds): (&[u8], u64) = match first {
            b'c' => (b"ks", 0b1100),
            b'k' | b'q' => (b"k", 0b0100),
            b'g' => (b"gkj", 0b1100),
            b'x' => (b"xks", 0b1100),
            b's' => (b"s", 0b1000),
            b'z' => (b"zs", 0b1000),
            b'j' => (b"ji", 0b1_0000_1000),
            b'y' | b'i' => (b"i", 0b1_0000_0000),
            b'w' => (b"vu", 0b1_0000_0001),
            b'v' => (b"v", 0b1),
            b'b' | b'p' | b'f' => (std::slice::from_ref(first), 0b1),
            b't' | b'd' => (std::slice::from_ref(first), 0b10),
            b'm' => (b"m", 0b1_0000),
            b'n' => (b"n", 0b10_0000),
            b'l' | b'r' => (std::slice::from_ref(first), 0b100_0000),
            b'h' => (b"h", 0b1_0000_0100),
            _ => (std::slice::from_ref(first), 0b1_0000_0000),
        };
        all |= kinds << 32 | letters.iter().fold(0, |bits, letter| bits | 1 << (letter - b'a'));
    }
    all
}
