//! Why a row matched, in words that a lawyer can put before a judge.

use crate::name::Word;
use crate::particulars::{Agreement, Particulars, Stated};
use crate::role::Role;
use crate::row::Row;
use crate::score::Pair;
use crate::script::Script;
use crate::skeleton::Sounds;
use crate::texts::{Language, say};
use crate::watched::{Born, Watched};

/// How words of a row match words of a watched name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Letter for letter, but for case and marks over letters.
    Same,
    /// Nearly letter for letter.
    Spelling,
    /// Other letters for the same sounds.
    Sound,
    /// The same name in another script.
    Script,
    /// One is the first letter of the other.
    Initial,
    /// One word here is several there.
    Joined,
    /// The same number.
    Number,
}

/// Words of the row that match words of the watched name, as both are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// As the row has them.
    pub row: String,
    /// As the watch list has them.
    pub watch: String,
    /// In which way.
    pub how: How,
    /// The row's word mixes in letters of another alphabet that look like those around them.
    pub disguised: bool,
}

/// Why a hit is one: data, and [words](Explanation::words) made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score that it explains.
    pub score: f32,
    /// What matched, in the order of the row.
    pub matched: Vec<Matched>,
    /// Words of the watched name that nothing in the row matches.
    pub lacking: Vec<String>,
    /// Words of the row that nothing in the watched name matches.
    pub besides: Vec<String>,
    /// What dates of birth, nationalities and genders say.
    pub particulars: Particulars,
    /// Date of birth as the row and as the watch list have it.
    pub born: (String, String),
    /// Nationality as the row and as the watch list have it.
    pub nationality: (String, String),
}

impl Explanation {
    pub(crate) fn of(
        score: f32,
        (watch, watch_texts): (&[Word], &[&str]),
        (row_words, row_texts): (&[Word], &[&str]),
        pairs: &[Pair],
        watched: &Watched,
        row: &Row,
    ) -> Explanation {
        let (mut of_watch, mut of_row) = (0u32, 0u32);
        let mut pairs = pairs.to_vec();
        pairs.sort_by_key(|pair| pair.row.from);
        let mut matched = Vec::new();
        for pair in &pairs {
            of_watch |= pair.watch.bits();
            of_row |= pair.row.bits();
            let is_disguised = pair.row.of(row_words).iter().any(|word| word.roman.disguised);
            matched.push(Matched {
                row: shown(&pair.row.text(row_texts)),
                watch: shown(&pair.watch.text(watch_texts)),
                how: match how(pair.watch.of(watch), pair.row.of(row_words)) {
                    How::Same if !is_disguised && !is_written_alike(&pair.watch.text(watch_texts), &pair.row.text(row_texts)) => How::Sound,
                    how => how,
                },
                disguised: is_disguised,
            });
        }
        let left = |texts: &[&str], used: u32| -> Vec<String> {
            let left = texts.iter().enumerate().filter(|(place, _)| used & 1 << place == 0);
            left.map(|(_, text)| shown(text)).collect()
        };
        Explanation {
            score,
            matched,
            lacking: left(watch_texts, of_watch),
            besides: left(row_texts, of_row),
            particulars: Particulars::of(watched, &Stated::of(row)),
            born: (
                row.born_on.unwrap_or_default().trim().to_owned(),
                watched.born_on.map(written).unwrap_or_default(),
            ),
            nationality: (
                row.nationality.unwrap_or_default().trim().to_owned(),
                watched.nationality.join(", "),
            ),
        }
    }

    /// Which words matched which and how: one line of plain text without line breaks.
    pub fn matched_in_words(&self, language: Language) -> String {
        self.matched_parts(language).join(language.semicolon())
    }

    fn matched_parts(&self, language: Language) -> Vec<String> {
        let mut parts = Vec::new();
        for matched in &self.matched {
            let key = match matched.how {
                How::Same => "match-same",
                How::Spelling => "match-spelling",
                How::Sound => "match-sound",
                How::Script => "match-script",
                How::Initial => "match-initial",
                How::Joined => "match-joined",
                How::Number => "match-number",
            };
            parts.push(say(language, key, &[("row", &matched.row), ("watch", &matched.watch)]));
            if matched.disguised {
                parts.push(say(language, "match-disguised", &[("word", &matched.row)]));
            }
        }
        parts
    }

    /// One line of plain text without line breaks: what matched, and what spoke for and against.
    pub fn words(&self, language: Language) -> String {
        let mut parts = self.matched_parts(language);
        let (besides, lacking) = (self.besides.join(" "), self.lacking.join(" "));
        match (besides.is_empty(), lacking.is_empty()) {
            (false, false) => parts.push(say(language, "against-instead", &[("row", &besides), ("watch", &lacking)])),
            (true, false) => parts.push(say(language, "against-lacking", &[("watch", &lacking)])),
            (false, true) => parts.push(say(language, "against-besides", &[("row", &besides)])),
            (true, true) => {}
        }
        let born = self.particulars.born.map(|agreement| match agreement {
            Agreement::Same => "born-same",
            Agreement::Partly => "born-year",
            Agreement::Nearly => "born-near",
            Agreement::Differs => "born-differs",
        });
        parts.extend(born.map(|key| say(language, key, &[("row", &self.born.0), ("watch", &self.born.1)])));
        let nationality = self.particulars.nationality.map(|agreement| match agreement {
            Agreement::Differs => "nationality-differs",
            _ => "nationality-same",
        });
        parts.extend(nationality.map(|key| say(language, key, &[("row", &self.nationality.0), ("watch", &self.nationality.1)])));
        let gender = self.particulars.gender.map(|agreement| match agreement {
            Agreement::Differs => "gender-differs",
            _ => "gender-same",
        });
        parts.extend(gender.map(|key| say(language, key, &[])));
        parts.join(language.semicolon())
    }
}

/// A text without marks that nobody sees and that would turn round what stands behind it.
fn shown(text: &str) -> String {
    let is_unseen = |c: char| matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(|c| !is_unseen(*c)).collect()
}

/// Whether two words are letter for letter the same as they are written, but for case and, in Latin letters, marks over them.
fn is_written_alike(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        let of = |c: char| match Script::of(c) {
            Script::Latin => any_ascii::any_ascii_char(c).to_lowercase(),
            _ => c.to_lowercase().collect(),
        };
        text.chars().filter(|c| c.is_alphanumeric()).map(of).collect()
    };
    letters(a) == letters(b)
}

fn how(watch: &[Word], row: &[Word]) -> How {
    let ([ours], [theirs]) = (watch, row) else { return How::Joined };
    let (x, y) = (ours.roman.letters(), theirs.roman.letters());
    let is_sign = ours.roman.script == Script::Han || theirs.roman.script == Script::Han;
    if ours.role == Role::Number {
        How::Number
    } else if x != y && x.len().min(y.len()) == 1 && x.first() == y.first() && !is_sign {
        How::Initial
    } else if ours.roman.script != theirs.roman.script {
        How::Script
    } else if x == y {
        How::Same
    } else if Sounds::of(&ours.roman).kinds == Sounds::of(&theirs.roman).kinds {
        How::Sound
    } else {
        How::Spelling
    }
}

/// A date as far as it is known: `1966`, `1966-06`, `1966-06-23`.
fn written(born: Born) -> String {
    match (born.month, born.day) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", born.year),
        (Some(month), None) => format!("{:04}-{month:02}", born.year),
        _ => format!("{:04}", born.year),
    }
}
