//! How letters sound, script by script: the marks of one word.
//!
//! A mark is a class of consonants that people take for one another when they hear a name, a vowel, or a letter
//! that is read in more than one way:
//!
//! | mark | sounds | | mark | is read as |
//! |---|---|---|---|---|
//! | `a` `i` `o` | vowels by where they are made: i and y, o and u | | `e` | `a` or `i` |
//! | `*` | any vowel, or none: where a script does not write it, or more than is told apart here | | `w` | `o` or `F` |
//! | `P` | p, b | | `j` | `C` or `i` |
//! | `T` | t, d | | `x` (kh), `g` (Cyrillic г) | `K` or `H` |
//! | `K` | k, g, q, gh | | `q` (g before e and i, ج) | `C` or `K` |
//! | `F` | f, v | | `k` (ch) | `C`, `K` or `H` |
//! | `S` | s, z, ts | | `s` (ç, ש) | `S` or `C` |
//! | `C` | sh, zh, ch, j | | `t` (th), `d` (dh) | `T` or `S` |
//! | `H` | h | | `b` (ב, פ, Greek β) | `P` or `F` |
//! | `M` `N` `L` `R` | themselves | | `n` (ng at an end) | `N` or `N` and `K` |
//! | | | | `h` (a last ه or ה) | nothing or `H` |
//! | | | | `l` (Korean and Japanese), `f` (ふ) | `R` or `L`, `F` or `H` |
//! | | | | `X` (x) | `K` and `S`, `K` or `C` |
//! | | | | `B` `D` `G` (Greek μπ, ντ, γκ) | `P`, `T`, `K`, after `M` or `N` or not |

use super::latin;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How each mark that is not a class can be read, the likelier first.
pub(super) const READINGS: &[(char, &[&str])] = &[
    ('w', &["o", "F"]),
    ('j', &["C", "i"]),
    ('x', &["K", "H"]),
    ('g', &["K", "H"]),
    ('q', &["C", "K"]),
    ('k', &["C", "K", "H"]),
    ('s', &["S", "C"]),
    ('t', &["T", "S"]),
    ('d', &["T", "S"]),
    ('b', &["P", "F"]),
    ('n', &["N", "NK"]),
    ('f', &["F", "H"]),
    ('h', &["", "H"]),
    ('l', &["R", "L"]),
    ('X', &["KS", "K", "C"]),
    ('B', &["P", "MP"]),
    ('D', &["T", "NT"]),
    ('G', &["K", "NK"]),
];

/// Letters and their marks.
const LETTERS: &[(&str, &str)] = &[
    // Cyrillic.
    ("а", "a"),
    ("еэєә", "e"),
    ("иыійїј", "i"),
    ("оуёюөүў", "o"),
    ("я", "e"),
    ("бп", "P"),
    ("вф", "F"),
    ("г", "g"),
    ("ґғкқ", "K"),
    ("дт", "T"),
    ("жчшщћђџҷҹ", "C"),
    ("зсц", "S"),
    ("лљ", "L"),
    ("м", "M"),
    ("нњ", "N"),
    ("ң", "n"),
    ("р", "R"),
    ("х", "x"),
    ("һҳ", "H"),
    ("ьъ", ""),
    // Greek.
    ("α", "a"),
    ("ε", "e"),
    ("ηι", "i"),
    ("υ", "*"),
    ("οω", "o"),
    ("β", "b"),
    ("γκ", "K"),
    ("δτ", "T"),
    ("ζσς", "S"),
    ("θ", "t"),
    ("λ", "L"),
    ("μ", "M"),
    ("ν", "N"),
    ("ξ", "KS"),
    ("π", "P"),
    ("ρ", "R"),
    ("φ", "F"),
    ("χ", "x"),
    ("ψ", "PS"),
    // Georgian.
    ("ა", "a"),
    ("ე", "e"),
    ("ი", "i"),
    ("ოუ", "o"),
    ("ბპ", "P"),
    ("გკქღყ", "K"),
    ("დთტ", "T"),
    ("ვ", "F"),
    ("ფ", "b"),
    ("ზსცძწ", "S"),
    ("ლ", "L"),
    ("მ", "M"),
    ("ნ", "N"),
    ("ჟშჩჭჯ", "C"),
    ("რ", "R"),
    ("ხ", "x"),
    ("ჰ", "H"),
    // Armenian.
    ("ա", "a"),
    ("եէ", "e"),
    ("իյ", "i"),
    ("ոօ", "o"),
    ("ըւ", "*"),
    ("բպփ", "P"),
    ("գկքղ", "K"),
    ("դթտ", "T"),
    ("զսծձց", "S"),
    ("ժճշչջ", "C"),
    ("լ", "L"),
    ("խ", "x"),
    ("հ", "H"),
    ("մ", "M"),
    ("ն", "N"),
    ("ռր", "R"),
    ("վֆ", "F"),
    // Hebrew.
    ("איע", "*"),
    ("בפף", "b"),
    ("גק", "K"),
    ("דטת", "T"),
    ("ה", "H"),
    ("ו", "w"),
    ("זסצץ", "S"),
    ("חכך", "x"),
    ("ל", "L"),
    ("מם", "M"),
    ("נן", "N"),
    ("ר", "R"),
    ("ש", "s"),
    ("׳", ""),
    // Arabic, with the letters of Persian, Pashto, Urdu and Kurdish.
    ("اأإآٱعىيیئءېۍێےة", "*"),
    ("بپ", "P"),
    ("تطټٹدډڈ", "T"),
    ("ث", "t"),
    ("جښږ", "q"),
    ("چشژ", "C"),
    ("ح", "H"),
    ("خ", "x"),
    ("ذضظ", "d"),
    ("رړڑڕ", "R"),
    ("زسصځڅ", "S"),
    ("غقكکګگڪ", "K"),
    ("فڤۋ", "F"),
    ("لڵ", "L"),
    ("م", "M"),
    ("نںڼ", "N"),
    ("هہھە", "H"),
    ("وؤۆۇ", "w"),
];

/// Letters that sound otherwise together than apart.
const TOGETHER: &[(&str, &str)] = &[
    ("μπ", "B"),
    ("ντ", "D"),
    ("γκ", "G"),
    ("τζ", "C"),
    ("ג׳", "C"),
    ("ז׳", "C"),
    ("צ׳", "C"),
    // The lam of an article before another: written twice, spoken once.
    ("لل", "L*"),
    ("ज\u{93c}", "S*"),
    ("फ\u{93c}", "F*"),
    ("ख\u{93c}", "x*"),
    ("ड\u{93c}", "R*"),
    ("ည်", "*"),
];

/// Scripts that leave most vowels unwritten, or that write them below and above: between two of their consonants
/// one may be spoken.
fn is_without_vowels(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// The marks of a word; none where it holds a letter of a script that is not known here, or a digit.
pub(super) fn marks(word: &str) -> Option<String> {
    let letters: Vec<char> = word.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    let mut marks = String::new();
    let mut place = 0;
    while let Some(&letter) = letters.get(place) {
        let rest = letters.get(place..).unwrap_or_default();
        if latin::plain(letter).is_some() {
            let run: String = rest.iter().map_while(|c| latin::plain(*c)).collect();
            marks.push_str(&latin::marks(&run));
            place += rest.iter().take_while(|c| latin::plain(**c).is_some()).count();
            continue;
        }
        let together = TOGETHER
            .iter()
            .find_map(|(letters, sound)| begins(rest, letters).map(|length| (length, *sound)));
        if let Some((length, sound)) = together {
            marks.push_str(sound);
            place += length;
            continue;
        }
        // A last he is mostly a vowel, and a feminine ending.
        if rest.len() == 1 && matches!(letter, 'ه' | 'ہ' | 'ە' | 'ה') {
            marks.push('h');
        } else if let Some(sound) = sound_of(letter) {
            marks.push_str(sound);
            if is_without_vowels(letter) {
                marks.push('*');
            }
        } else if !is_silent(letter) {
            marks.push_str(&syllable(letter, rest)?);
        }
        place += 1;
    }
    Some(marks)
}

/// The marks of a letter of an alphabet, with or without its accents.
fn sound_of(letter: char) -> Option<&'static str> {
    let of = |letter: char| {
        LETTERS
            .iter()
            .find(|(letters, _)| letters.contains(letter))
            .map(|(_, sound)| *sound)
    };
    of(letter).or_else(|| std::iter::once(letter).nfd().next().and_then(of))
}

/// Points of vowels and the like, which are written or left out, and the stroke that stretches a word.
fn is_silent(letter: char) -> bool {
    letter == 'ـ' || (is_combining_mark(letter) && !is_sign(letter))
}

/// Whether letters begin with these, and how many they are.
fn begins(rest: &[char], letters: &str) -> Option<usize> {
    let length = letters.chars().count();
    letters.chars().eq(rest.iter().take(length).copied()).then_some(length)
}

/// Vowel signs and the like of scripts of syllables, which are combining marks and say something.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{d7f}' | '\u{1000}'..='\u{109f}')
}

/// Consonants of the scripts of India from the letter ka on, which stand in one order in each block of Unicode.
const INDIC: &str = "KKKKnCCCCNTTTTNTTTTNNPbPPM*RRLLLwCCSH";
/// Consonants of Burmese from the letter ka on, and the vowel a.
const BURMESE: &str = "KKKKnSSSSNNTTTTNTTTTNPPPPM**LwtHL*";
/// Rows of eight of the Ethiopic script.
const ETHIOPIC: &str = "HLHMSRSCKKKKPFTCHHNN*KKHHw*SC*TTCKKKTCPSSFP";
/// Hiragana from small a on; katakana stand in the same order. A hyphen is no sound.
const KANA: &str = "**********KKKKKKKKKKSSCCSSSSSSTTCC-SSTTTTNNNNNHPPHPPfPPHPPHPPMMMMM******lllll*****NF";
/// First letters of Korean syllables.
const KOREAN_FIRST: [&str; 19] = [
    "K", "K", "N", "T", "T", "l", "M", "P", "P", "s", "S", "", "C", "C", "C", "K", "T", "b", "H",
];
/// Last letters of Korean syllables, none first.
const KOREAN_LAST: [&str; 28] = [
    "", "K", "K", "K", "N", "N", "N", "T", "l", "lK", "lM", "lP", "l", "l", "lP", "l", "M", "P", "P", "T", "T", "n", "T", "T", "K", "T",
    "P", "",
];

/// The marks of a letter of a script of syllables. A consonant bears a vowel unless a sign takes it away.
fn syllable(letter: char, rest: &[char]) -> Option<String> {
    let code = u32::from(letter);
    let of = |table: &str, from: u32, size: u32| table.chars().nth(usize::try_from((code - from) / size).ok()?);
    let after = rest.get(1).copied();
    let with_vowel = |mark: char| {
        let bare = after.is_some_and(|sign| sign == '\u{103a}' || sign == '\u{1039}' || u32::from(sign) & 0x7f == 0x4d && is_sign(sign));
        if bare { mark.to_string() } else { format!("{mark}*") }
    };
    match code {
        0x900..=0xd7f => match code & 0x7f {
            0x01 | 0x02 => Some("N".to_owned()),
            0x15..=0x39 => of(INDIC, (code & !0x7f) + 0x15, 1).map(with_vowel),
            0x04..=0x14 | 0x3e..=0x4c | 0x60..=0x63 => Some("*".to_owned()),
            0x03 | 0x3c | 0x3d | 0x4d => Some(String::new()),
            _ => None,
        },
        0x1000..=0x1021 => {
            let mark = of(BURMESE, 0x1000, 1)?;
            // The sign of a breath stands behind its consonant and is spoken before it.
            let breathed = rest
                .iter()
                .skip(1)
                .take_while(|c| matches!(c, '\u{103b}'..='\u{103e}'))
                .any(|c| *c == '\u{103e}');
            Some(format!("{}{}", if breathed { "H" } else { "" }, with_vowel(mark)))
        }
        0x1036 => Some("N".to_owned()),
        0x1037..=0x103a | 0x103e => Some(String::new()),
        0x1023..=0x103d => Some("*".to_owned()),
        0x1200..=0x1357 => of(ETHIOPIC, 0x1200, 8).map(|mark| format!("{mark}*")),
        0x3041..=0x3094 => of(KANA, 0x3041, 1).map(|mark| if mark == '-' { String::new() } else { format!("{mark}*") }),
        0x30a1..=0x30f4 => of(KANA, 0x30a1, 1).map(|mark| if mark == '-' { String::new() } else { format!("{mark}*") }),
        0x30fc => Some(String::new()),
        0xac00..=0xd7a3 => {
            let first = usize::try_from((code - 0xac00) / 588).ok()?;
            let last = usize::try_from((code - 0xac00) % 28).ok()?;
            Some(format!("{}*{}", KOREAN_FIRST.get(first)?, KOREAN_LAST.get(last)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn tables_of_scripts_of_syllables_have_a_mark_for_each_letter() {
        assert_eq!(INDIC.chars().count(), 0x39 - 0x15 + 1);
        assert_eq!(BURMESE.chars().count(), 0x22);
        assert_eq!(ETHIOPIC.chars().count(), (0x1357 - 0x1200) / 8 + 1);
        assert_eq!(KANA.chars().count(), 0x3094 - 0x3041 + 1);
    }

    #[test]
    fn no_letter_stands_in_two_rows() {
        let mut seen = std::collections::BTreeSet::new();
        for letter in LETTERS.iter().flat_map(|(letters, _)| letters.chars()) {
            assert!(seen.insert(letter), "{letter:?} stands twice");
        }
    }

    #[test]
    fn every_mark_is_a_class_or_has_its_readings() {
        let tables = [INDIC, BURMESE, ETHIOPIC, KANA].into_iter().chain(KOREAN_FIRST).chain(KOREAN_LAST);
        let marks = LETTERS.iter().chain(TOGETHER).map(|(_, marks)| *marks).chain(tables);
        for mark in marks.flat_map(str::chars).filter(|mark| *mark != '-') {
            assert!(
                "aeio*PTKFSCHMNLR".contains(mark) || READINGS.iter().any(|(read, _)| *read == mark),
                "{mark:?}"
            );
        }
    }

    #[test]
    fn a_word_with_a_digit_or_of_an_unknown_script_has_no_sound() {
        for word in ["icc01", "习近平", "a1"] {
            assert_eq!(marks(word), None, "{word}");
        }
    }
}
