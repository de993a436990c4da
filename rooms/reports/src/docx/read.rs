//! The texts of a request out of a document that came back.

use super::LARGEST;
use super::mark::{Field, Kept, Made, Mark, NAMESPACE, short};
use super::notice::{FieldProblem, Instead, Notice, ReadError};
use super::parse::parse;
use super::unzip::Parts;
use super::walk::{CONTINUES, Owner, Styles, Walk, Walked, is_numbered};
use super::write::{NO_CHOICE, prompts};
use super::xml::{attribute, child, is, value};
use crate::letter::{Language, Words};
use jiff::civil::Date;
use register::draft::Values;
use register::request::RequestText;
use roxmltree::Node;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// The most parts of `customXml` among which ours is looked for.
const MOST_CUSTOM: usize = 64;
/// So many paragraphs outside the fields are named, each so long.
const MOST_NAMED: usize = 10;
const LONGEST_NAMED: usize = 160;

/// What a document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The request.
    pub text: RequestText,
    /// Out of what the document was made.
    pub made: Made,
    /// What whoever brought it back must know.
    pub said: Vec<Notice>,
    /// What each field is called in the document, by its element.
    labels: Vec<(String, String)>,
}

impl Read {
    /// Holds the texts against those out of which the document was made: where a text differs in signs alone that word
    /// processors set by themselves (quotation marks, dashes, spaces that do not break), it is as it was, and this is said.
    #[must_use]
    pub fn over(mut self, before: &Values) -> Read {
        for (element, texts) in &mut self.text.values.0 {
            let old: Vec<&str> = before.given(element).collect();
            let mut changed = false;
            for (text, old) in texts.iter_mut().zip(old) {
                if text != old && plain(text) == plain(old) {
                    *text = old.to_owned();
                    changed = true;
                }
            }
            if changed {
                let label = self.labels.iter().find(|(of, _)| of == element);
                let notice = Notice::Typography(label.map_or_else(|| element.clone(), |(_, label)| label.clone()));
                if !self.said.contains(&notice) {
                    self.said.push(notice);
                }
            }
        }
        self
    }
}

/// Reads a document.
///
/// # Errors
/// Why it is not read, and what to do. Nothing of it is taken over then.
pub fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLong);
    }
    let parts = Parts::of(bytes)?;
    let Some(main) = main_part(&parts)? else {
        return Err(ReadError::NotWord(match parts.text("mimetype") {
            Ok(Some(kind)) if kind.starts_with("application/vnd.oasis.opendocument.text") => Instead::OpenDocument,
            _ => Instead::Other,
        }));
    };
    let text = parts.text(&main)?.ok_or(ReadError::Damaged)?;
    let mark = mark(&parts)?;
    let styles = styles(&parts, &main)?;
    let document = parse(&text)?;
    let body = child(document.root_element(), "body").ok_or(ReadError::Damaged)?;
    let walked = Walk::new(&mark, styles).through(body);
    let read = told(mark, &walked)?;
    // What no draft holds is not compared with one.
    let length: usize = read.text.values.0.values().flatten().map(String::len).sum();
    if length > register::draft::LARGEST {
        return Err(ReadError::TooLarge);
    }
    Ok(read)
}

/// The part in which the text stands, as the list of relations of the file names it.
fn main_part(parts: &Parts) -> Result<Option<String>, ReadError> {
    let Some(text) = parts.text("_rels/.rels")? else { return Ok(None) };
    let document = parse(&text)?;
    let is_main = |node: &Node| attribute(*node, "Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument"));
    let main = document.root_element().children().find(|node| node.is_element() && is_main(node));
    let target = main.and_then(|node| attribute(node, "Target"));
    Ok(target
        .map(|target| target.trim_start_matches('/').to_owned())
        .filter(|target| target.starts_with("word/")))
}

fn mark(parts: &Parts) -> Result<Mark, ReadError> {
    let custom = parts
        .names()
        .filter(|name| name.starts_with("customXml/") && name.ends_with(".xml"));
    for name in custom.take(MOST_CUSTOM) {
        let Some(text) = parts.text(name)? else { continue };
        if !text.contains(NAMESPACE) {
            continue;
        }
        let document = parse(&text)?;
        if Mark::is_mark(&document) {
            return Mark::read(&document).ok_or(ReadError::Mark);
        }
    }
    Err(ReadError::NotOurs)
}

/// What the document calls the styles that say something: Word translates the ids of its own styles.
fn styles(parts: &Parts, main: &str) -> Result<Styles, ReadError> {
    let mut found = Styles::ours();
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Some(text) = parts.text(&format!("{folder}/styles.xml"))? else {
        return Ok(found);
    };
    let document = parse(&text)?;
    for style in document.root_element().children().filter(|node| is(*node, "style")) {
        let (Some(id), Some(name)) = (attribute(style, "styleId"), value(style, "name")) else {
            continue;
        };
        if name.eq_ignore_ascii_case("placeholder text") {
            found.prompt = id.to_owned();
        } else if name.eq_ignore_ascii_case(CONTINUES) {
            found.continues = id.to_owned();
        }
        if child(style, "pPr").is_some_and(is_numbered) {
            found.numbered.insert(id.to_owned());
        }
    }
    Ok(found)
}

/// What the paragraphs say.
fn told(mark: Mark, walked: &Walked) -> Result<Read, ReadError> {
    let Mark { made, fields, outside } = mark;
    let problems: Vec<FieldProblem> = fields
        .iter()
        .enumerate()
        .filter_map(|(place, field)| problem(&fields, place, field, walked))
        .collect();
    if !problems.is_empty() {
        return Err(ReadError::Fields(problems));
    }
    let mut said = Vec::new();
    said.extend((walked.tracked > 0).then_some(Notice::Tracked(walked.tracked)));
    said.extend((walked.comments > 0).then_some(Notice::Comments(walked.comments)));
    let bare = walked.controls.is_empty() && !fields.is_empty();
    said.extend(bare.then_some(Notice::Controls));
    let mut values = Values::default();
    for (place, field) in fields.iter().enumerate() {
        let texts = texts(field, place, walked, &mut said);
        if !texts.is_empty() {
            values.0.insert(field.element.clone(), texts);
        }
        let label = || field.label.clone();
        let is_here = walked.controls.contains_key(&place) || walked.headings.contains(&place);
        said.extend((!is_here).then(|| Notice::EmptyGone(label())));
        let beside = |(owner, text): &(Owner, String)| *owner == Owner::Heading(place) && !text.trim().is_empty();
        let beside = !bare && walked.paragraphs.iter().flat_map(|paragraph| &paragraph.pieces).any(beside);
        said.extend(beside.then(|| Notice::Beside(label())));
        said.extend(walked.hidden.contains(&place).then(|| Notice::Hidden(label())));
        said.extend(walked.struck.contains(&place).then(|| Notice::Struck(label())));
        said.extend(walked.repeated.contains(&place).then(|| Notice::Repeated(label())));
        said.extend(walked.tables.contains(&place).then(|| Notice::Table(label())));
        let lost = walked.lost.iter().filter(|(of, _)| *of == place);
        said.extend(lost.map(|(_, what)| Notice::Lost {
            label: label(),
            what: *what,
        }));
    }
    said.extend(said_of_outside(&outside, walked));
    Ok(Read {
        text: RequestText {
            form: made.form.clone(),
            values,
        }
        .taken_in(),
        made,
        said,
        labels: fields.into_iter().map(|field| (field.element, field.label)).collect(),
    })
}

/// Why it cannot be told what a field says.
fn problem(fields: &[Field], place: usize, field: &Field, walked: &Walked) -> Option<FieldProblem> {
    let (element, label) = (field.element.clone(), field.label.clone());
    if let Some((_, within)) = walked.nested.iter().find(|(inner, _)| *inner == place) {
        let within = fields.get(*within).map(|field| field.label.clone()).unwrap_or_default();
        return Some(FieldProblem::Nested { element, label, within });
    }
    match walked.controls.get(&place).map_or(0, Vec::len) {
        0 if field.filled && !walked.headings.contains(&place) => Some(FieldProblem::Gone { element, label }),
        0 | 1 => None,
        _ => Some(FieldProblem::Twice { element, label }),
    }
}

/// The texts of a field.
fn texts(field: &Field, place: usize, walked: &Walked, said: &mut Vec<Notice>) -> Vec<String> {
    let is_of_it = |owner: &Owner| matches!(owner, Owner::Control(of) | Owner::Heading(of) if *of == place);
    let prompts = prompts();
    let mut lines: Vec<(bool, String)> = Vec::new();
    for paragraph in &walked.paragraphs {
        let text: String = paragraph
            .pieces
            .iter()
            .filter(|(owner, _)| is_of_it(owner))
            .map(|(_, text)| text.as_str())
            .collect();
        let is_blank = paragraph.pieces.iter().all(|(_, text)| text.is_empty());
        let belongs = !text.is_empty() || (is_blank && paragraph.pieces.first().is_some_and(|(owner, _)| is_of_it(owner)));
        let is_prompt = prompts.iter().any(|prompt| prompt == text.trim());
        if belongs && !is_prompt {
            lines.push((paragraph.continues, text));
        }
    }
    let shows_prompt = walked
        .controls
        .get(&place)
        .and_then(|found| found.first())
        .is_some_and(|found| found.prompt && found.styled);
    let whole = || lines.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n");
    if shows_prompt {
        let text = whole().trim().to_owned();
        if !text.is_empty() {
            let label = field.label.clone();
            said.push(Notice::Prompt { label, text });
        }
        return Vec::new();
    }
    let texts = if field.list {
        let mut texts: Vec<String> = Vec::new();
        for (continues, text) in lines {
            match texts.last_mut().filter(|_| continues) {
                Some(last) => {
                    last.push('\n');
                    last.push_str(&text);
                }
                None => texts.push(text),
            }
        }
        texts
    } else {
        vec![whole()]
    };
    let mut is_typeset = false;
    let texts = texts
        .iter()
        .map(|text| value_of(&field.sort, text, &mut is_typeset))
        .filter(|text| !text.is_empty())
        .collect();
    if is_typeset {
        said.push(Notice::Typography(field.label.clone()));
    }
    texts
}

/// A text as a request has it.
fn value_of(sort: &Kept, text: &str, is_typeset: &mut bool) -> String {
    const NO_BREAK: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2007}'];
    // In French prose a space that does not break is right where it stands; in a name or a number it hides what it is.
    *is_typeset |= text.contains(['\u{ad}', '\t']) || (*sort == Kept::Line && text.contains(NO_BREAK));
    let text: String = text
        .nfc()
        .filter(|c| *c != '\u{ad}')
        .map(|c| if c == '\t' { ' ' } else { c })
        .collect();
    let line = || text.replace(NO_BREAK, " ");
    match sort {
        Kept::Text => text.trim().to_owned(),
        Kept::Line => line().trim().to_owned(),
        Kept::Day => day(line().trim()).unwrap_or_else(|| line().trim().to_owned()),
        Kept::Code => code(line().trim()),
        Kept::Choice(choices) => chosen(choices, line().trim()),
    }
}

/// A day as a request has it, out of the words in which documents write it: `14 April 2026`, `1er avril 2026`.
fn day(text: &str) -> Option<String> {
    let mut parts = text.split_whitespace();
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let day: i8 = day.strip_suffix("er").unwrap_or(day).parse().ok()?;
    let year: i16 = year.parse().ok().filter(|_| parts.next().is_none())?;
    let is_month = |number: &i8| {
        let named = |language| Words(language).t(&format!("document-month-{number}")).to_lowercase() == month.to_lowercase();
        Language::ALL.into_iter().any(named)
    };
    let month = (1..=12).find(is_month)?;
    Some(Date::new(year, month, day).ok()?.to_string())
}

/// The code that stands in brackets behind its name; what has none is a code itself.
fn code(text: &str) -> String {
    let inner = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map(|(_, code)| code.trim());
    let is_code = |code: &&str| !code.is_empty() && code.chars().all(|c| c.is_ascii_alphabetic());
    inner.filter(is_code).unwrap_or(text).to_owned()
}

/// The word of what is shown; what is none of them stays as it is, and the law says so beside it.
fn chosen(choices: &[(String, String)], text: &str) -> String {
    if text == NO_CHOICE {
        return String::new();
    }
    let same = |shown: &str| plain(shown).to_lowercase() == plain(text).to_lowercase();
    let found = choices
        .iter()
        .find(|(_, shown)| same(shown))
        .or_else(|| choices.iter().find(|(word, _)| word == text));
    found.map_or_else(|| text.to_owned(), |(word, _)| word.clone())
}

/// A text without what word processors set by themselves.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\u{ad}' => {}
            '\u{a0}' | '\u{202f}' | '\u{2007}' | '\t' => out.push(' '),
            '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2032}' => out.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2033}' => out.push('"'),
            '\u{2010}'..='\u{2014}' => out.push('-'),
            '\u{2026}' => out.push_str("..."),
            c => out.push(c),
        }
    }
    out
}

/// What stands outside the fields and was not written there.
fn said_of_outside(known: &BTreeSet<String>, walked: &Walked) -> Vec<Notice> {
    let unknown: Vec<String> = outside(walked).filter(|text| !known.contains(&short(text))).collect();
    let mut said: Vec<Notice> = unknown
        .iter()
        .take(MOST_NAMED)
        .map(|text| Notice::Outside(shortened(text)))
        .collect();
    let more = unknown.len().saturating_sub(MOST_NAMED);
    said.extend((more > 0).then_some(Notice::MoreOutside(more)));
    said
}

/// The paragraphs outside the fields that say something.
pub(super) fn outside(walked: &Walked) -> impl Iterator<Item = String> {
    let text = |paragraph: &super::walk::Paragraph| -> String {
        let pieces = paragraph.pieces.iter().filter(|(owner, _)| *owner == Owner::Outside);
        pieces.map(|(_, text)| text.as_str()).collect()
    };
    walked.paragraphs.iter().map(text).filter(|text| !text.trim().is_empty())
}

fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST_NAMED) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}
