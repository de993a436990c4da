//! How Latin spellings sound, by the habits of several languages at once: `sch`, `ch` and `sh`; `dj` and `j`;
//! `ou`, `u` and `w`; `kh` and `ch`; `ph` and `f`; `gu` and `g`. For the marks see [`super::letters`].

use unicode_normalization::UnicodeNormalization;

/// Spellings and their marks; the first that fits is taken. One with `$` stands at the end of a word only.
const SPELLINGS: &[(&str, &str)] = &[
    ("tsch", "C"),
    ("dsch", "C"),
    ("tch", "C"),
    ("tsh", "C"),
    ("dzh", "C"),
    ("sch", "C"),
    ("dj", "C"),
    ("sh", "C"),
    ("zh", "C"),
    ("cz", "C"),
    ("ch", "k"),
    ("sz", "s"),
    ("kh", "x"),
    ("gh", "K"),
    ("ph", "F"),
    ("th", "t"),
    ("dh", "d"),
    ("ts", "S"),
    ("tz", "S"),
    ("ck", "K"),
    ("pf", "F"),
    ("qu", "K*"),
    ("gue", "Ke"),
    ("gui", "Ki"),
    ("ge", "qe"),
    ("gi", "qi"),
    ("gy", "qi"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ng$", "n"),
    // A last h is written or left out: Abdullah, Abdulla.
    ("h$", ""),
    ("a", "a"),
    ("e", "e"),
    ("i", "i"),
    ("o", "o"),
    ("u", "o"),
    ("y", "i"),
    ("b", "P"),
    ("p", "P"),
    ("c", "K"),
    ("k", "K"),
    ("g", "K"),
    ("q", "K"),
    ("d", "T"),
    ("t", "T"),
    ("f", "F"),
    ("v", "F"),
    ("w", "w"),
    ("h", "H"),
    ("j", "j"),
    ("l", "L"),
    ("m", "M"),
    ("n", "N"),
    ("r", "R"),
    ("s", "S"),
    ("z", "S"),
    ("x", "X"),
];

/// The spelling in plain letters of a Latin letter of one language; its letter without marks where that says as
/// much. Nothing where it is no Latin letter.
pub(super) fn plain(letter: char) -> Option<String> {
    let spelling = match letter {
        'š' | 'ş' | 'ș' => "sh",
        'č' | 'ć' => "tch",
        'ç' => "ce",
        'ž' | 'ż' => "zh",
        'ś' => "sz",
        'ţ' | 'ț' => "ts",
        'ß' => "s",
        'æ' | 'œ' | 'ø' | 'ə' => "e",
        'ı' | 'ğ' => "i",
        'ł' => "l",
        'đ' => "d",
        'ð' => "dh",
        'þ' | 'ṯ' => "th",
        'ḏ' => "dh",
        'ḫ' => "kh",
        'ġ' => "gh",
        'ħ' => "h",
        _ => {
            let base = std::iter::once(letter).nfd().next().filter(char::is_ascii_alphabetic)?;
            return Some(base.to_string());
        }
    };
    Some(spelling.to_owned())
}

/// The marks of a run of plain Latin letters.
pub(super) fn marks(run: &str) -> String {
    let mut marks = String::new();
    let mut rest = run;
    while let Some((after, sound)) = SPELLINGS
        .iter()
        .find_map(|(spelling, sound)| fits(rest, spelling).map(|after| (after, *sound)))
    {
        marks.push_str(sound);
        rest = after;
    }
    marks
}

/// What follows a spelling with which the letters begin.
fn fits<'r>(letters: &'r str, spelling: &str) -> Option<&'r str> {
    match spelling.strip_suffix('$') {
        Some(last) => (letters == last).then_some(""),
        None => letters.strip_prefix(spelling),
    }
}
