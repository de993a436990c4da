//! Keys under which words lie that may be forms of one name.

use crate::roman::Roman;
use crate::script::Script;

/// Kinds of consonants that no romanisation, script or ear mixes up often.
const LIPS: u64 = 1;
const TEETH: u64 = 2;
const THROAT: u64 = 3;
const HISS: u64 = 4;
const HUM: u64 = 5;
const NOSE: u64 = 6;
const LIQUID: u64 = 7;

/// Sounds of a word that a key holds at most, three bits each.
const SOUNDS: usize = 8;
/// The most readings of a word whose letters can be read in several ways.
const READINGS: usize = 8;
/// A key of letters, not of sounds.
const LETTERS: u64 = 1 << 63;
/// A key of sounds of which one may be missing.
const GAP: u64 = 1 << 62;
/// From how many sounds on one may be missing, and from how many on it is tried for a word in Latin letters, whose
/// slips the keys of letters meet.
const FOR_A_GAP: usize = 4;
const FOR_A_GAP_IN_LATIN: usize = 5;

/// Calls `take` with each key of a word. Two words are compared if they have a key in common:
/// the consonants by kind, in each way in which they can be read; of longer words also with one of them left out (on the
/// watched side always, on the other where it may be needed); and in the scripts where words are mistyped letter by letter, the letters with one of them left out, which meets whatever is
/// one slip away.
pub(crate) fn each_key(word: &Roman, watched: bool, mut take: impl FnMut(u64)) {
    let letters = word.letters();
    let mut readings = [(0u64, 0usize); READINGS];
    let count = read(letters, &mut readings);
    for (place, (sounds, _)) in readings[..count].iter().enumerate() {
        if !readings[..place].iter().any(|(before, _)| before == sounds) {
            take(key(*sounds, letters));
        }
    }
    let (first, length) = readings[0];
    if length >= FOR_A_GAP_IN_LATIN || (watched || word.script != Script::Latin) && length >= FOR_A_GAP - usize::from(watched) {
        take(first | GAP);
    }
    if length >= FOR_A_GAP_IN_LATIN || (watched || word.script != Script::Latin) && length >= FOR_A_GAP {
        for left_out in 0..length {
            let below = (1u64 << (3 * left_out)) - 1;
            take(first >> 3 & !below | first & below | GAP);
        }
    }
    if matches!(
        word.script,
        Script::Latin | Script::Cyrillic | Script::Arabic | Script::Hebrew | Script::Alphabet
    ) && letters.len() >= 3
    {
        let hashed = |skip: usize| {
            let kept = letters.iter().enumerate().filter(|(place, _)| *place != skip);
            let hash = kept.fold(word.script as u64 + 1, |hash, (_, letter)| {
                (hash ^ u64::from(*letter)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
            });
            hash | LETTERS
        };
        take(hashed(usize::MAX));
        for skip in 0..letters.len() {
            if skip == 0 || letters[skip] != letters[skip - 1] {
                take(hashed(skip));
            }
        }
    }
}

/// The sounds of a word in the usual reading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sounds {
    /// Consonants by kind, three bits each.
    pub kinds: u64,
    length: u8,
    /// It begins with one of them, and ends with one.
    begins: bool,
    ends: bool,
}

impl Sounds {
    pub fn of(word: &Roman) -> Sounds {
        let letters = word.letters();
        let mut readings = [(0, 0); READINGS];
        read(letters, &mut readings);
        let (kinds, length) = readings[0];
        let is_sound = |at: usize| at < letters.len() && sounds_at(letters, at).0 != 0;
        let last = letters.len().wrapping_sub(1);
        Sounds {
            kinds,
            length: length as u8,
            begins: is_sound(0),
            ends: is_sound(last) || last < letters.len() && digraph(letters, last),
        }
    }

    /// Of two words written as one: where a consonant comes to stand beside another, both may be one sound.
    pub fn and(self, second: Sounds) -> Sounds {
        let touches = self.ends && second.begins;
        let first = (self.kinds, usize::from(self.length));
        let places = (0..second.length).rev();
        let (kinds, length) = places.enumerate().fold(first, |all, (number, place)| {
            added(all, second.kinds >> (3 * place) & 7, touches && number == 0)
        });
        Sounds {
            kinds,
            length: length as u8,
            begins: self.begins,
            ends: second.ends,
        }
    }
}

/// The sounds of a word in each way of reading it.
pub(crate) fn all_sounds(word: &Roman) -> impl Iterator<Item = u64> {
    let mut readings = [(0, 0); READINGS];
    let count = read(word.letters(), &mut readings);
    readings.into_iter().take(count).map(|(sounds, _)| sounds)
}

/// The key of a sequence of sounds; words with one consonant or none are told apart by their first letter too.
fn key(sounds: u64, letters: &[u8]) -> u64 {
    match sounds {
        0..8 => sounds | u64::from(vowel_like(letters.first().copied().unwrap_or(0))) << 40,
        _ => sounds,
    }
}

/// Whether a word begins with a vowel or something like it.
fn vowel_like(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' | b'j' | b'w')
}

/// The sounds of a word in each way of reading it, the usual one first, with how many they are. Returns how many ways.
fn read(letters: &[u8], readings: &mut [(u64, usize); READINGS]) -> usize {
    let mut count = 1;
    let mut touches = false;
    for at in 0..letters.len() {
        let (usual, other) = sounds_at(letters, at);
        if let Some(other) = other.filter(|_| count * 2 <= READINGS) {
            for place in 0..count {
                readings[count + place] = added(readings[place], other, touches);
                readings[place] = added(readings[place], usual, touches);
            }
            count *= 2;
        } else {
            for reading in &mut readings[..count] {
                *reading = added(*reading, usual, touches);
            }
        }
        touches = usual != 0 || touches && digraph(letters, at);
    }
    count
}

/// Whether an h only marks how the consonant before it is spoken (`kh`, `sh`, `dh`).
fn digraph(letters: &[u8], at: usize) -> bool {
    letters[at] == b'h' && at > 0 && matches!(letters[at - 1], b't' | b'd' | b'k' | b'g' | b's' | b'c' | b'z' | b'p' | b'b')
}

/// A sound more. One that touches the same sound is not said twice, and a stop that touches a hiss is part of it (`ts`, `dj`,
/// `tch`).
fn added((sounds, length): (u64, usize), sound: u64, touches: bool) -> (u64, usize) {
    match sounds & 7 {
        _ if sound == 0 => (sounds, length),
        last if touches && last == sound => (sounds, length),
        TEETH if touches && sound == HISS => (sounds & !7 | HISS, length),
        _ if length == SOUNDS => (sounds, length),
        _ => (sounds << 3 | sound, length + 1),
    }
}

/// What a letter sounds like, and what else it may sound like; 0 is nothing that counts.
fn sounds_at(letters: &[u8], at: usize) -> (u64, Option<u64>) {
    let next = letters.get(at + 1).copied().unwrap_or(0);
    let before = if at > 0 { letters[at - 1] } else { 0 };
    let soft = matches!(next, b'e' | b'i' | b'y');
    let vowel = matches!(next, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    match letters[at] {
        b'b' | b'p' | b'f' | b'v' => (LIPS, None),
        b'w' if at == 0 => (LIPS, Some(0)),
        b'w' => (0, Some(LIPS)),
        b't' | b'd' => (TEETH, None),
        b'k' => (THROAT, None),
        b'q' => (THROAT, matches!(next, b'i' | b'u').then_some(HISS)),
        b'g' if before == b'n' && !vowel => (0, None),
        b'g' if before == b'n' => (THROAT, Some(0)),
        b'g' => (THROAT, soft.then_some(HISS)),
        b'c' => {
            let (usual, other) = if soft || next == b'h' { (HISS, THROAT) } else { (THROAT, HISS) };
            (usual, Some(other))
        }
        b'x' => (HISS, Some(THROAT)),
        b'j' => (HISS, Some(0)),
        b's' | b'z' => (HISS, None),
        b'm' => (HUM, None),
        b'n' => (NOSE, None),
        b'l' => (LIQUID, None),
        b'r' if !vowel => (LIQUID, Some(0)),
        b'r' => (LIQUID, None),
        _ => (0, None),
    }
}
