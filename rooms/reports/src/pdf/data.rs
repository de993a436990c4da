//! A document as the template reads it: JSON, whose strings are texts and nothing else.

use super::fonts;
use crate::letter::{AnnexLine, Labels, Language, Letter, Section, is_rtl};
use serde::Serialize;
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

/// The data, and what in them cannot be printed.
pub(super) struct Data {
    told: Told,
    pub(super) unprintable: BTreeSet<char>,
}

impl Data {
    pub(super) fn json(&self) -> String {
        // Strings, lists and numbers have no value that JSON lacks.
        serde_json::to_string(&self.told).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct Told {
    fonts: Vec<&'static str>,
    lang: &'static str,
    /// Year, month, day.
    day: Option<[i16; 3]>,
    level: String,
    marks: Vec<String>,
    head: Vec<[String; 2]>,
    to_label: String,
    to: Vec<Text>,
    title: Text,
    owed: Option<String>,
    copy: Option<String>,
    opening: Vec<Text>,
    sections: Vec<ToldSection>,
    annexes: Vec<ToldAnnex>,
    annexes_title: String,
    annex_columns: Vec<String>,
    closing: Vec<Text>,
    signature: Option<String>,
    hash_label: String,
    hash: String,
    page: [String; 2],
    empty: String,
    unprintable: Option<String>,
}

/// A paragraph: its lines, and whether it begins from the right.
#[derive(Serialize)]
struct Text {
    lines: Vec<String>,
    rtl: bool,
}

#[derive(Serialize)]
struct ToldSection {
    heading: Text,
    note: Option<String>,
    cites: String,
    paragraphs: Vec<Text>,
}

#[derive(Serialize)]
struct ToldAnnex {
    title: Text,
    language: String,
    owed: Option<String>,
    hash: String,
}

/// The data of a document.
pub(super) fn of(letter: &Letter) -> Data {
    let mut unprintable = BTreeSet::new();
    let mut printable = Printable(&mut unprintable);
    let shown = |section: &&Section| !section.planning && (!section.is_empty() || section.needed);
    let labels = &letter.labels;
    let told = Told {
        fonts: fonts::families(),
        lang: letter.language.tag(),
        day: letter.day.map(|day| [day.year(), day.month().into(), day.day().into()]),
        level: printable.line(&letter.marks.level),
        marks: letter.marks_below().map(|mark| printable.line(mark)).collect(),
        head: [
            (&labels.from, &letter.from),
            (&labels.date, &letter.date),
            (&labels.reference, &letter.reference),
            (&labels.level, &letter.marks.level),
        ]
        .into_iter()
        .chain(letter.channel.iter().map(|channel| (&labels.channel, channel)))
        .map(|(label, text)| [with_colon(letter, &printable.line(label)), printable.line(text)])
        .collect(),
        to_label: with_colon(letter, &printable.line(&labels.to)),
        to: letter.to.iter().map(|line| printable.text(line)).collect(),
        title: printable.text(&letter.title),
        owed: letter.translation_owed.as_ref().map(|owed| printable.line(owed)),
        copy: letter.copy.as_ref().map(|copy| printable.line(copy)),
        opening: letter.opening.iter().map(|text| printable.text(text)).collect(),
        sections: letter
            .sections
            .iter()
            .filter(shown)
            .map(|section| printable.section(section))
            .collect(),
        annexes: letter.annexes.iter().map(|annex| printable.annex(annex, labels)).collect(),
        annexes_title: printable.line(&labels.annexes),
        annex_columns: labels.annex_columns.iter().map(|column| printable.line(column)).collect(),
        closing: letter.closing.iter().map(|text| printable.text(text)).collect(),
        signature: letter.signature.as_ref().map(|signature| printable.line(signature)),
        hash_label: printable.line(&labels.text_sha256),
        hash: letter.text_sha256.clone(),
        page: labels.page.clone(),
        empty: printable.line(&labels.empty),
        unprintable: None,
    };
    let told = Told {
        unprintable: (!unprintable.is_empty()).then(|| labels.unprintable.clone()),
        ..told
    };
    Data { told, unprintable }
}

/// A label before what it names. French sets the colon off by a space that does not break.
fn with_colon(letter: &Letter, label: &str) -> String {
    match letter.language {
        Language::En => format!("{label}:"),
        Language::Fr => format!("{label}\u{a0}:"),
    }
}

/// Makes texts printable, and gathers what is not.
pub(super) struct Printable<'a>(pub(super) &'a mut BTreeSet<char>);

/// So many signs between which no line is broken make a line too long; a word of no language has them.
const LONGEST_WORD: usize = 40;

impl Printable<'_> {
    fn section(&mut self, section: &Section) -> ToldSection {
        ToldSection {
            heading: self.text(&section.heading),
            note: section.heading_untranslated.as_ref().map(|note| self.line(note)),
            cites: self.line(&section.cites),
            paragraphs: section.paragraphs.iter().map(|text| self.text(text)).collect(),
        }
    }

    fn annex(&mut self, annex: &AnnexLine, labels: &Labels) -> ToldAnnex {
        ToldAnnex {
            title: self.text(&annex.title),
            language: annex.language.as_ref().map_or_else(String::new, |language| self.line(language)),
            owed: annex.translation_owed.as_ref().map(|owed| self.line(owed)),
            hash: annex.sha256.as_deref().map_or_else(|| labels.on_paper.clone(), in_groups),
        }
    }

    fn text(&mut self, text: &str) -> Text {
        Text {
            rtl: is_rtl(text),
            lines: text.lines().map(|line| self.line(line)).collect(),
        }
    }

    /// One line, in which what no font has is written as its number, and what would run over the edge may be broken.
    pub(super) fn line(&mut self, text: &str) -> String {
        let mut line = String::with_capacity(text.len());
        let mut word = 0;
        for character in text.chars() {
            if character == '\t' {
                line.push(' ');
                word = 0;
                continue;
            }
            if is_broken_at(character) {
                word = 0;
            } else if word >= LONGEST_WORD && !belongs_to_the_one_before(character) {
                line.push('\u{200b}');
                word = 1;
            } else {
                word += 1;
            }
            if is_printed(character) {
                line.push(character);
            } else {
                self.0.insert(character);
                line.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
        }
        line
    }
}

/// Whether a line is broken at a character, or between characters of its script, by the rules of the typesetter: spaces but
/// those that do not break, and scripts that are written without them.
fn is_broken_at(character: char) -> bool {
    match character {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => false,
        // Thai, Lao, Myanmar, Khmer; Han, kana, Hangul and their signs.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => true,
        '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' => true,
        character => character.is_whitespace() || character == '\u{200b}',
    }
}

/// Whether a character is part of the sign before it, so that nothing may stand between both.
fn belongs_to_the_one_before(character: char) -> bool {
    is_combining_mark(character) || matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether a character is printed as it stands. Marks that turn the direction of what follows them are not, since with them a
/// text can be made to read otherwise than it is.
fn is_printed(character: char) -> bool {
    match character {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => false,
        // What joins, parts or chooses among shapes has no shape of its own.
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}' => true,
        character => !character.is_control() && fonts::has(character),
    }
}

/// 64 digits in groups of 16, between which a line may be broken.
fn in_groups(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = digits.chunks(16).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}
