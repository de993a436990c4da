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
    /// Which consonants it has, and how often: as many bits of each as there are.
    pub consonants: Consonants,
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
            consonants: Consonants::of(&roman),
            exact,
        }
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
        joined.consonants = Consonants::of(&joined.roman);
        joined
    }
}

const COMMON_SHARE: f32 = 0.4;

/// The consonants of a word, counted: in `near` those apart that one language writes apart, in `far` by kind alone, as two
/// scripts have them in common. Each has some bits, of which as many are set as it stands in the word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Consonants {
    near: u64,
    far: u64,
}

impl Consonants {
    fn of(roman: &Roman) -> Consonants {
        let mut all = Consonants::default();
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
        all
    }

    /// Whether so many consonants are common to both that a closer look is worth while: two in three in one script, one in
    /// two between scripts.
    pub fn may_be_alike(&self, other: &Consonants, same_script: bool) -> bool {
        let (a, b) = if same_script {
            (self.near, other.near)
        } else {
            (self.far, other.far)
        };
        let shared = |a: u64, b: u64| ((a & b).count_ones(), a.count_ones().max(b.count_ones()));
        let ((common, most), (all_common, all)) = (shared(a & CONSONANTS, b & CONSONANTS), shared(a, b));
        if same_script {
            3 * common + 1 >= 2 * most && 5 * all_common + 3 >= 3 * all
        } else {
            2 * all_common + 1 >= all
        }
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
