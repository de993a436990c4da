//! Texts of reports: sections that officers write, which stand in a report among its own.
//!
//! A section has a title, a place and paragraphs of plain text, a line each. Within them a figure is named by its question between
//! braces (`{outstanding}`), so that it is live until the report is issued and is followed back as any figure is; two braces (`{{`)
//! are one that is meant. A text is working state: a draft at the desk ([`crate::draft`]) whose elements are its sections, so that
//! several type into it at once and nobody loses anything. Whoever wrote it submits it, somebody else approves it
//! ([`ReportTexts`]), and then the report is issued with it ([`crate::issued`]).

mod made_as;
mod operations;
mod review;
mod reviewing;
mod signing;

pub use operations::{Begun, OpenedText, ReportTexts, TextError};
pub use review::{ReportDraft, Review, Settled, Standing};
pub use signing::{ReportSignature, ReportStatement};

use crate::figures::{Desk, Query};
use crate::outside::Outside;
use crate::view::ViewError;
use jiff::civil::Date;
use law::Values;
use record::hex::{hex, is_hex};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The place before the first of the report's own sections.
pub const START: &str = "start";
/// The place behind the last; also of whatever names a section that the report does not have.
pub const END: &str = "end";
/// The most that a text may be, in bytes of all its sections: it stands in the entry that issues it.
pub const LARGEST: usize = 96 << 10;
/// The most sections that a text has.
pub const MOST_SECTIONS: usize = 200;

/// Of which report a text is, in which reading: what makes the same report again, as long as nobody issued it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfReport {
    /// Word of its kind: `cooperation`.
    pub report: String,
    /// The State (alpha-3) or person (key) that it is about, where it is about one.
    pub about: Option<String>,
    /// Tag of its language, in which the text is written.
    pub language: String,
    /// The day that it is about.
    pub as_at: Date,
    /// The day as of whose end the record is read; none for the newest.
    pub known_on: Option<Date>,
    /// Whether what was not yet disclosed is counted.
    pub hindsight: bool,
    /// The earlier day with which it compares, where one was asked for.
    pub since: Option<Date>,
    /// Whether it is made of what those who write it may see; else of what is public.
    pub seen: bool,
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Under which it lies in the draft; sections of one place stand in the order of these.
    pub id: String,
    /// Before which of the report's own sections it stands, by the word of that; [`START`] or [`END`].
    pub place: String,
    /// What stands over it.
    pub title: String,
    /// Its paragraphs, a line each.
    pub text: String,
}

/// How many digits the id of a section has.
const ID: usize = 20;

impl Section {
    /// An id for a new section, behind all earlier ones: the milliseconds since 1970, and chance, so that two who begin one at once
    /// begin two.
    pub fn new_id(outside: &dyn Outside) -> String {
        let mut chance = [0; 4];
        outside.random(&mut chance);
        format!("{:012x}{}", outside.now().as_millisecond().max(0), hex(&chance))
    }

    /// Whether a text is an id of a section.
    pub fn is_id(text: &str) -> bool {
        is_hex(text, ID)
    }

    /// Its paragraphs, without blank lines.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they stand.
    Words(String),
    /// A question, whose answer stands there.
    Question(Query),
    /// What stands between braces and asks nothing, or behind a brace that is not closed; with its braces.
    Wrong(&'t str),
}

/// A paragraph in pieces.
pub fn pieces(paragraph: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut words, mut rest) = (Vec::new(), String::new(), paragraph);
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        words.push_str(before);
        if let Some(behind) = from.strip_prefix("{{") {
            words.push('{');
            rest = behind;
            continue;
        }
        let end = from.find('}').map_or(from.len(), |end| end + 1);
        let (written, behind) = from.split_at(end);
        if !words.is_empty() {
            pieces.push(Piece::Words(std::mem::take(&mut words)));
        }
        let question = written.strip_prefix('{').and_then(|question| question.strip_suffix('}'));
        pieces.push(match question.and_then(|question| question.trim().parse().ok()) {
            Some(query) => Piece::Question(query),
            None => Piece::Wrong(written),
        });
        rest = behind;
    }
    words.push_str(rest);
    pieces.extend((!words.is_empty()).then_some(Piece::Words(words)));
    pieces
}

/// What is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Id of the section.
    pub section: String,
    /// Its title.
    pub title: String,
    /// The number of the paragraph in it, 1 for the first; 0 for the title.
    pub paragraph: usize,
    /// What stands there.
    pub written: String,
    /// Why it cannot stay.
    pub why: FaultKind,
}

/// What can be wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A section has no title.
    NoTitle,
    /// A section says nothing.
    NoText,
    /// A figure stands in a title.
    InTitle,
    /// Signs that nobody sees and no entry holds, or that stand for a letter that was lost; written as `U+202E`.
    Signs,
    /// A brace is not closed.
    Open,
    /// What stands between braces is none of the questions of [`Query`].
    NoQuestion,
    /// The record does not answer the question, as far as the readers of the report may see it.
    NoAnswer,
}

/// All that is wrong with sections: each question is asked at the desk at which the report is made.
///
/// # Errors
/// The record cannot be read.
pub async fn faults(desk: &mut Desk<'_>, sections: &[Section]) -> Result<Vec<Fault>, ViewError> {
    let mut faults = Vec::new();
    for section in sections {
        let fault = |paragraph, written: &str, why| Fault {
            section: section.id.clone(),
            title: section.title.clone(),
            paragraph,
            written: written.to_owned(),
            why,
        };
        if section.title.trim().is_empty() {
            faults.push(fault(0, "", FaultKind::NoTitle));
        }
        if section.paragraphs().next().is_none() {
            faults.push(fault(0, "", FaultKind::NoText));
        }
        // Nothing is asked in a title, which stands in contents and running heads too.
        if section.title.contains('{') {
            faults.push(fault(0, &section.title, FaultKind::InTitle));
        }
        faults.extend(signs(&section.title).map(|signs| fault(0, &signs, FaultKind::Signs)));
        for (at, paragraph) in section.paragraphs().enumerate() {
            faults.extend(signs(paragraph).map(|signs| fault(at + 1, &signs, FaultKind::Signs)));
            for piece in pieces(paragraph) {
                match piece {
                    Piece::Words(_) => {}
                    Piece::Wrong(written) if written.ends_with('}') => faults.push(fault(at + 1, written, FaultKind::NoQuestion)),
                    Piece::Wrong(written) => faults.push(fault(at + 1, written, FaultKind::Open)),
                    Piece::Question(query) => {
                        if !desk.knows(&query).await? || desk.figure(&query).await?.is_none() {
                            faults.push(fault(at + 1, &format!("{{{query}}}"), FaultKind::NoAnswer));
                        }
                    }
                }
            }
        }
    }
    Ok(faults)
}

/// The signs in a text that no entry holds, or that stand for a letter that was lost.
fn signs(text: &str) -> Option<String> {
    let found: BTreeSet<char> = text
        .chars()
        .filter(|c| record::is_refused(*c) || *c == char::REPLACEMENT_CHARACTER)
        .collect();
    let named: Vec<String> = found.into_iter().map(|sign| format!("U+{:04X}", u32::from(sign))).collect();
    (!named.is_empty()).then(|| named.join(", "))
}

/// The parts of a section, as elements of the draft name them behind its id and a full stop.
const TITLE: &str = "title";
const PLACE: &str = "place";
const TEXT: &str = "text";

/// The sections of what is drafted, in the order in which those of one place stand. One without title and text is none.
pub fn sections(values: &Values) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    // Elements come in the order of their names, so that those of one section come together.
    for (element, texts) in &values.0 {
        let (Some((id, part)), Some(text)) = (element.split_once('.'), texts.first()) else {
            continue;
        };
        if sections.last().is_none_or(|section| section.id != id) {
            sections.push(Section {
                id: id.to_owned(),
                place: END.to_owned(),
                ..Section::default()
            });
        }
        if let Some(section) = sections.last_mut() {
            match part {
                TITLE => section.title.clone_from(text),
                PLACE => section.place.clone_from(text),
                TEXT => section.text.clone_from(text),
                _ => {}
            }
        }
    }
    sections.retain(|section| !section.title.is_empty() || !section.text.is_empty());
    sections
}

/// Sections as what is drafted; one without title and text is left out.
pub fn values(sections: &[Section]) -> Values {
    let mut values = Values::default();
    let said = |section: &&Section| !section.title.is_empty() || !section.text.is_empty();
    for section in sections.iter().filter(said) {
        for (part, text) in [(TITLE, &section.title), (PLACE, &section.place), (TEXT, &section.text)] {
            values.0.insert(format!("{}.{part}", section.id), vec![text.clone()]);
        }
    }
    values
}

/// Whether sections are more than a text may be.
fn too_large(sections: &[Section]) -> bool {
    let size: usize = sections.iter().map(|section| section.title.len() + section.text.len()).sum();
    size > LARGEST || sections.len() > MOST_SECTIONS
}

/// The section of which an element of what is drafted is a part.
pub fn section_of(element: &str) -> &str {
    element.split_once('.').map_or(element, |(id, _)| id)
}

#[cfg(test)]
#[path = "report_text/tests.rs"]
mod tests;
