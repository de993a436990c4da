//! One form in the letters a to z for what is written in any script.

use crate::script::Script;
use any_ascii::any_ascii_char;

/// The most letters of a word that are looked at. Longer words are cut: what follows tells nothing more about who is
/// meant, and the work stays bounded whatever is handed in.
pub const LONGEST: usize = 24;

/// A word in the letters `a` to `z`, with what was noticed on the way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Roman {
    letters: [u8; LONGEST],
    length: u8,
    /// The script it was written in.
    pub script: Script,
    /// Letters of a script that looks like Latin stood in a Latin word.
    pub disguised: bool,
}

impl Roman {
    /// Bytes `a` to `z`.
    pub fn letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.length)]
    }

    fn push(&mut self, letter: u8) {
        if usize::from(self.length) < LONGEST {
            self.letters[usize::from(self.length)] = letter;
            self.length += 1;
        }
    }

    /// No letters yet, of a script.
    pub fn empty(script: Script) -> Roman {
        Roman {
            script,
            ..Roman::default()
        }
    }

    /// Writes the letters of another word behind.
    pub fn append(&mut self, other: &Roman) {
        for letter in other.letters() {
            self.push(*letter);
        }
        self.disguised |= other.disguised;
    }

    fn pop_vowel(&mut self) {
        if let Some(b'a' | b'e' | b'i' | b'o' | b'u') = self.letters().last() {
            self.length -= 1;
        }
    }

    fn push_all(&mut self, text: &str) {
        for byte in text.bytes() {
            let letter = byte.to_ascii_lowercase();
            if letter.is_ascii_lowercase() {
                self.push(letter);
            }
        }
    }

    /// Reads a word. Digits stand for the letters that they are typed for; marks and what has no letter are left out.
    pub fn of(word: &str) -> Roman {
        let mut roman = Roman::default();
        if word.is_ascii() {
            // Among letters a figure is typed for one; by themselves figures are a number.
            let among_letters = word.bytes().any(|byte| byte.is_ascii_alphabetic());
            for byte in word.bytes() {
                match byte {
                    b'a'..=b'z' => roman.push(byte),
                    b'A'..=b'Z' => roman.push(byte + 32),
                    b'0' => roman.push(b'o'),
                    b'1' => roman.push(b'i'),
                    b'2' if among_letters => roman.push(b'z'),
                    b'3' => roman.push(b'e'),
                    b'4' => roman.push(b'a'),
                    b'5' => roman.push(b's'),
                    b'6' if among_letters => roman.push(b'g'),
                    b'7' if among_letters => roman.push(b't'),
                    b'8' => roman.push(b'b'),
                    b'9' => roman.push(b'g'),
                    _ => {}
                }
            }
            return roman;
        }
        roman.script = script_of(word);
        if roman.script == Script::Latin && is_cyrillic_in_disguise(word) {
            roman.script = Script::Cyrillic;
        }
        let latin = roman.script == Script::Latin;
        for letter in word.chars().take(LONGEST * 2) {
            match letter {
                _ if latin && !letter.is_ascii() => match look_alike(letter) {
                    Some(same) => {
                        roman.push(same);
                        roman.disguised = true;
                    }
                    None => roman.push_all(any_ascii_char(letter)),
                },
                '0' if latin => roman.push(b'o'),
                '1' if latin => roman.push(b'i'),
                'a'..='z' | 'A'..='Z' => {
                    let same = (roman.script == Script::Cyrillic).then(|| cyrillic_alike(letter)).flatten();
                    roman.disguised |= roman.script == Script::Cyrillic;
                    match same {
                        Some(same) => roman.push_all(any_ascii_char(same)),
                        None => roman.push_all(letter.encode_utf8(&mut [0; 4])),
                    }
                }
                '\u{0621}'..='\u{06d5}' | '\u{05d0}'..='\u{05ea}' => match semitic(letter) {
                    Some(letters) => roman.push_all(letters),
                    None => roman.push_all(any_ascii_char(letter)),
                },
                '\u{ac00}'..='\u{d7a3}' => hangul(letter, &mut roman),
                '\u{3041}'..='\u{30ff}' => kana(letter, &mut roman),
                _ => roman.push_all(any_ascii_char(letter)),
            }
        }
        roman
    }
}

/// The script of most letters; of two that stand equal, the first met.
fn script_of(word: &str) -> Script {
    let mut counts = [0u32; Script::ALL.len()];
    for letter in word.chars().take(LONGEST * 2).filter(|letter| letter.is_alphabetic()) {
        counts[Script::of(letter) as usize] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    Script::ALL
        .into_iter()
        .find(|script| counts[*script as usize] == most)
        .unwrap_or_default()
}

/// Whether a word is Cyrillic though most of its letters are Latin ones: these all look like Cyrillic letters, and others are such as
/// Latin has none like.
fn is_cyrillic_in_disguise(word: &str) -> bool {
    let is_cyrillic = |letter: char| Script::of(letter) == Script::Cyrillic;
    let letters = || word.chars().take(LONGEST * 2);
    letters().any(|letter| is_cyrillic(letter) && look_alike(letter).is_none())
        && letters().all(|letter| is_cyrillic(letter) || !letter.is_alphabetic() || cyrillic_alike(letter).is_some())
}

/// The Cyrillic letter that a Latin one cannot be told from by eye.
fn cyrillic_alike(letter: char) -> Option<char> {
    Some(match letter {
        'a' | 'A' => 'а',
        'B' => 'в',
        'c' | 'C' => 'с',
        'e' | 'E' => 'е',
        'H' => 'н',
        'i' | 'I' => 'і',
        'j' | 'J' => 'ј',
        'k' | 'K' => 'к',
        'm' | 'M' => 'м',
        'o' | 'O' => 'о',
        'p' | 'P' => 'р',
        'T' => 'т',
        'x' | 'X' => 'х',
        'y' | 'Y' => 'у',
        _ => return None,
    })
}

/// The Latin letter that a letter of another alphabet cannot be told from by eye.
fn look_alike(letter: char) -> Option<u8> {
    let latin = match letter {
        'а' | 'А' | 'α' | 'Α' => b'a',
        'В' | 'в' | 'Β' | 'Ь' => b'b',
        'с' | 'С' | 'ϲ' => b'c',
        'ԁ' => b'd',
        'е' | 'Е' | 'Ε' | 'ё' | 'Ё' => b'e',
        'һ' | 'Н' | 'Η' | 'н' => b'h',
        'і' | 'І' | 'Ι' | 'ι' | 'ї' | 'Ї' => b'i',
        'ј' | 'Ј' => b'j',
        'к' | 'К' | 'Κ' | 'κ' => b'k',
        'ӏ' | 'Ӏ' => b'l',
        'м' | 'М' | 'Μ' => b'm',
        'Ν' => b'n',
        'о' | 'О' | 'ο' | 'Ο' => b'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => b'p',
        'ԛ' => b'q',
        'ѕ' | 'Ѕ' => b's',
        'т' | 'Т' | 'Τ' => b't',
        'υ' => b'u',
        'ν' | 'ѵ' => b'v',
        'ԝ' => b'w',
        'х' | 'Х' | 'χ' | 'Χ' => b'x',
        'у' | 'У' | 'Υ' | 'γ' => b'y',
        'Ζ' => b'z',
        _ => return None,
    };
    Some(latin)
}

/// Letters of Arabic and Hebrew that stand for a vowel, or for either of two consonants, where the general table
/// leaves them out or takes the other.
fn semitic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ة' | 'ى' | 'ە' | 'א' | 'ע' => "a",
        'ء' | '\u{064b}'..='\u{0655}' | 'ـ' => "",
        'ئ' => "y",
        'ؤ' | 'ו' => "w",
        'ח' => "h",
        'ב' => "b",
        'כ' | 'ך' => "k",
        'פ' | 'ף' => "p",
        _ => return None,
    })
}

/// A Korean syllable by its parts, as Revised Romanization writes them, with one letter for each plain vowel.
fn hangul(letter: char, roman: &mut Roman) {
    const FIRST: [&str; 19] = [
        "g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k", "t", "p", "h",
    ];
    const VOWEL: [&str; 21] = [
        "a", "e", "ya", "ye", "o", "e", "yo", "ye", "o", "wa", "we", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i",
    ];
    const LAST: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t",
        "p", "t",
    ];
    let place = (u32::from(letter) - 0xac00) as usize;
    roman.push_all(FIRST[place / 588 % 19]);
    roman.push_all(VOWEL[place / 28 % 21]);
    roman.push_all(LAST[place % 28]);
}

/// A Japanese syllable; small signs change the syllable before them.
fn kana(letter: char, roman: &mut Roman) {
    match letter {
        'ー' | 'ッ' | 'っ' => {}
        'ャ' | 'ュ' | 'ョ' | 'ゃ' | 'ゅ' | 'ょ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ヮ' =>
        {
            roman.pop_vowel();
            roman.push_all(any_ascii_char(letter));
        }
        _ => roman.push_all(any_ascii_char(letter)),
    }
}
