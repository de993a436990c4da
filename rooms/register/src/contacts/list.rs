//! Whoever is to be met, read out of whatever was given: pasted text, a table, a calendar, cards. What cannot be read is told with
//! its line, never dropped.

use super::calendar;
use super::pasted;
use super::written::{Written, written};
use record::hex::hex;
use record::{is_hidden, taken_in};
use screening::Language;
use screening::table::{Block, Layout, Seen, Table, TableError, TableMemory, decoded};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// The most contacts in one list.
pub const MOST_CONTACTS: usize = 5_000;
/// The most bytes of one list: 1 MiB.
pub const MOST_BYTES: usize = 1 << 20;
/// The most letters of a contact that are shown.
const LONGEST_SHOWN: usize = 200;
/// The most words of a name, and letters of a word, that screening looks at.
const MOST_WORDS: usize = 16;
const LONGEST_WORD: usize = 24;

/// A list that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What it is.
    pub form: ListForm,
    /// What it is written in, such as `UTF-8`.
    pub written_in: &'static str,
    /// Of a table the headings of the columns that were read as names; empty for other forms.
    pub names_from: Vec<String>,
    /// Lines that hold anything.
    pub lines: usize,
    /// Whoever is to be met, in the order of the list.
    pub contacts: Vec<Contact>,
    /// What could not be read, in the order of the list.
    pub unread: Vec<Unread>,
    /// SHA-256 of the bytes as they were given, hexadecimal.
    pub sha256: String,
}

/// What a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ListForm {
    /// Text, one person a line.
    Text,
    /// A table with a header.
    Table,
    /// A calendar (RFC 5545).
    Calendar,
    /// Cards (RFC 6350, RFC 2426).
    Cards,
}

impl ListForm {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            ListForm::Text => "text",
            ListForm::Table => "table",
            ListForm::Calendar => "calendar",
            ListForm::Cards => "cards",
        }
    }
}

/// Somebody who is to be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The line on which they stand, from 1.
    pub line: u64,
    /// As the list has them, shortened where it is very long.
    pub text: String,
    /// What may be their name: each is looked for.
    pub names: Vec<String>,
    /// The one word of their name, where the list has no more: it is looked for in the names of all who are sought.
    pub alone: Option<String>,
    /// The body to which they belong, where the list says it.
    pub organisation: Option<String>,
    /// Date of birth as written.
    pub born_on: Option<String>,
    /// Nationality as written.
    pub nationality: Option<String>,
    /// Gender as written.
    pub gender: Option<String>,
    /// Whether a name is longer than is looked at: sixteen words, 24 letters a word.
    pub cut: bool,
}

/// A line that is no contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line, from 1.
    pub line: u64,
    /// Why.
    pub why: WhyUnread,
}

/// What is told in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InBoth {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl InBoth {
    /// What a function tells in each.
    pub(super) fn of(told: impl Fn(Language) -> String) -> InBoth {
        InBoth {
            en: told(Language::English),
            fr: told(Language::French),
        }
    }
}

/// Why a line is no contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnread {
    /// It has bytes that are no text in what the list is written in.
    NotText,
    /// There is no letter in it.
    NoLetter,
    /// One letter is no name.
    OneLetter,
    /// A row of a table, or a card, without a name.
    NoName,
    /// A line of a calendar or of a card that is written as none is.
    Broken,
    /// A card of an edition before 3.0, with letters packed as was usual then.
    OldCard,
    /// A row of a table that cannot be read.
    Row(InBoth),
}

impl WhyUnread {
    /// Its word.
    pub fn word(&self) -> &'static str {
        match self {
            WhyUnread::NotText => "not-text",
            WhyUnread::NoLetter => "no-letter",
            WhyUnread::OneLetter => "one-letter",
            WhyUnread::NoName => "no-name",
            WhyUnread::Broken => "broken",
            WhyUnread::OldCard => "old-card",
            WhyUnread::Row(_) => "row",
        }
    }
}

/// What a file is that is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Portable Document Format.
    Pdf,
    /// A document or workbook of an office program, or another archive.
    Office,
    /// A picture.
    Picture,
    /// A table in Parquet.
    Parquet,
    /// Something else that is no text.
    Other,
}

impl Instead {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Instead::Pdf => "pdf",
            Instead::Office => "office",
            Instead::Picture => "picture",
            Instead::Parquet => "parquet",
            Instead::Other => "other",
        }
    }
}

/// Why a list cannot be read at all. Nothing was checked then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// There is nothing in it.
    #[error("the list is empty; it needs a name a line, a table, a calendar or cards")]
    Empty,
    /// It has more bytes than are read.
    #[error("the list has more than {} KiB; check it in parts", MOST_BYTES / 1024)]
    TooLong,
    /// It has more persons than are checked at once.
    #[error("the list has more than {MOST_CONTACTS} persons; check it in parts")]
    TooMany,
    /// It is no text.
    #[error("the file is no list of names ({}); copy the names out of it, or save it as CSV", .0.word())]
    NotText(Instead),
    /// A calendar without attendees: what it calls its events is not taken for names.
    #[error("the calendar names nobody: it has no attendee and no organizer, and what its events are called is not taken for names")]
    NobodyInCalendar,
    /// No line of it could be read.
    #[error("not one of the {} lines of the list could be read", .0.len())]
    NothingRead(Vec<Unread>),
}

/// What a form gives.
#[derive(Default)]
pub(super) struct Parsed {
    pub contacts: Vec<Contact>,
    pub unread: Vec<Unread>,
}

impl Parsed {
    pub fn refuse(&mut self, line: u64, why: WhyUnread) {
        self.unread.push(Unread { line, why });
    }

    /// Takes in somebody under these names, or says why there is no name among them.
    pub fn take(&mut self, contact: Contact) {
        match why_no_name(&contact.names) {
            Some(why) => self.refuse(contact.line, why),
            None => self.contacts.push(Contact {
                cut: contact.names.iter().any(|name| is_cut(name)) || contact.cut,
                names: contact.names.into_iter().filter(|name| has_letters(name, 1)).collect(),
                ..contact
            }),
        }
    }
}

impl List {
    /// Reads a list.
    ///
    /// # Errors
    /// It is no list, or longer than is read, or nothing of it can be read.
    pub fn read(bytes: &[u8]) -> Result<List, ListError> {
        if bytes.len() > MOST_BYTES {
            return Err(ListError::TooLong);
        }
        if let Some(instead) = known_as(bytes) {
            return Err(ListError::NotText(instead));
        }
        let (text, written_in) = decoded(bytes).map_err(|_| ListError::NotText(Instead::Other))?;
        // Control characters are in no list of names; and what was not text in any encoding is full of them.
        if text.iter().any(|byte| byte.is_ascii_control() && !b"\t\n\r\x0b\x0c".contains(byte)) {
            return Err(ListError::NotText(Instead::Other));
        }
        let lines = text
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.trim_ascii().is_empty())
            .count();
        if lines == 0 {
            return Err(ListError::Empty);
        }
        let begins = |words: &str| {
            text.get(..words.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(words.as_bytes()))
        };
        let mut names_from = Vec::new();
        let (form, parsed) = if begins("BEGIN:VCALENDAR") {
            let parsed = calendar::calendar(&text);
            if parsed.contacts.is_empty() && parsed.unread.is_empty() {
                return Err(ListError::NobodyInCalendar);
            }
            (ListForm::Calendar, parsed)
        } else if begins("BEGIN:VCARD") {
            (ListForm::Cards, calendar::cards(&text))
        } else if let Some((columns, parsed)) = table(&text) {
            names_from = columns;
            (ListForm::Table, parsed)
        } else {
            (ListForm::Text, pasted::pasted(&text))
        };
        let Parsed { contacts, mut unread } = parsed;
        if contacts.len() > MOST_CONTACTS {
            return Err(ListError::TooMany);
        }
        unread.sort_by_key(|unread| unread.line);
        if contacts.is_empty() {
            return Err(match unread.is_empty() {
                true => ListError::Empty,
                false => ListError::NothingRead(unread),
            });
        }
        Ok(List {
            form,
            written_in,
            names_from,
            lines,
            contacts,
            unread,
            sha256: hex(&Sha256::digest(bytes)),
        })
    }
}

/// What a file is by how it begins, where it is no list.
fn known_as(bytes: &[u8]) -> Option<Instead> {
    let known: [(&[u8], Instead); 8] = [
        (b"%PDF", Instead::Pdf),
        (b"PK\x03\x04", Instead::Office),
        (b"\xd0\xcf\x11\xe0", Instead::Office),
        (b"{\\rtf", Instead::Office),
        (b"\x89PNG", Instead::Picture),
        (b"\xff\xd8\xff", Instead::Picture),
        (b"GIF8", Instead::Picture),
        (b"PAR1", Instead::Parquet),
    ];
    known
        .into_iter()
        .find(|(begin, _)| bytes.starts_with(begin))
        .map(|(_, instead)| instead)
}

/// Headings under which a table says to which body somebody belongs, without case.
const ORGANISATIONS: [&str; 14] = [
    "organisation",
    "organization",
    "institution",
    "ministry",
    "ministère",
    "delegation",
    "délégation",
    "company",
    "agency",
    "affiliation",
    "organisme",
    "body",
    "organe",
    "entity",
];

/// A table, where the first line is a header with a column of names; with the headings of these columns.
fn table(text: &[u8]) -> Option<(Vec<String>, Parsed)> {
    let open = || Table::of_stream(Box::new(Cursor::new(text.to_vec())), None);
    let first = open().ok()?;
    let headings = first.headings().to_vec();
    let of_body = headings.iter().find(|heading| is_of_body(heading)).cloned();
    // A column of bodies is none of names, though companies are screened by such a one.
    let others: Vec<String> = headings
        .iter()
        .filter(|heading| Some(*heading) != of_body.as_ref())
        .cloned()
        .collect();
    Layout::of(&others, &[]).ok()?;
    let told: Vec<String> = match &of_body {
        Some(_) => Layout::of(&others, &[]).ok()?.names_from(&others),
        None => Vec::new(),
    };
    let layout = Layout::of(&headings, &told).ok()?;
    let bodies = match of_body {
        Some(heading) => rows(open().ok()?, &Layout::of(&headings, &[heading]).ok()?).ok()?.0,
        None => Vec::new(),
    };
    let names_from = layout.names_from(&headings);
    let (found, mut parsed) = rows(first, &layout).ok()?;
    for mut contact in found {
        let body = bodies.iter().find(|body| body.line == contact.line);
        contact.organisation = body.and_then(|body| body.names.first().cloned()).filter(|name| !name.is_empty());
        parsed.take(contact);
    }
    (!parsed.contacts.is_empty() || !parsed.unread.is_empty()).then_some((names_from, parsed))
}

fn is_of_body(heading: &str) -> bool {
    ORGANISATIONS.contains(&heading.trim().to_lowercase().as_str())
}

/// The rows of a table as contacts without a body, and what was refused.
fn rows(mut table: Table, layout: &Layout) -> Result<(Vec<Contact>, Parsed), TableError> {
    let head = table.head();
    let (mut memory, mut block) = (TableMemory::default(), Block::default());
    let (mut contacts, mut parsed) = (Vec::new(), Parsed::default());
    while table.next_block(&mut block)? {
        block.each(&head, layout, &mut memory, |seen| match seen {
            Seen::Refused(refusal) => parsed.refuse(refusal.line, WhyUnread::Row(InBoth::of(|language| refusal.why.words(language)))),
            Seen::Row(found) => {
                let given = |text: Option<&str>| text.map(taken_in);
                let names: Vec<String> = found
                    .of
                    .names
                    .iter()
                    .map(|name| taken_in(name))
                    .filter(|name| !name.is_empty())
                    .collect();
                let cells: Vec<Written> = names.iter().map(|name| written(name)).collect();
                contacts.push(Contact {
                    line: found.line,
                    text: shown(names.first().map_or("", String::as_str)),
                    cut: cells.iter().any(|cell| cell.cut),
                    alone: cells.iter().find_map(|cell| cell.alone.clone()).filter(|_| cells.len() == 1),
                    names: all_of(cells),
                    born_on: given(found.of.born_on),
                    nationality: given(found.of.nationality),
                    gender: given(found.of.gender),
                    ..Contact::default()
                });
            }
        });
    }
    Ok((contacts, parsed))
}

/// What may be names in several texts, each once.
pub(super) fn all_of(texts: Vec<Written>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in texts.into_iter().flat_map(|text| text.names) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// A text as it is shown: on one line, without characters that nobody sees, and shortened where it is very long.
pub(super) fn shown(text: &str) -> String {
    let seen: String = text
        .chars()
        .filter(|c| !is_hidden(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let one_line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    match one_line.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", one_line.get(..end).unwrap_or_default().trim_end()),
        None => one_line,
    }
}

fn has_letters(name: &str, most: usize) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() > most
}

/// Why there is no name among these.
fn why_no_name(names: &[String]) -> Option<WhyUnread> {
    if names.is_empty() {
        Some(WhyUnread::NoName)
    } else if names.iter().any(|name| has_letters(name, 1)) {
        None
    } else if names.iter().any(|name| has_letters(name, 0)) {
        Some(WhyUnread::OneLetter)
    } else {
        Some(WhyUnread::NoLetter)
    }
}

fn is_cut(name: &str) -> bool {
    let words = || name.split(|c: char| c.is_whitespace() || c == '-');
    words().filter(|word| !word.is_empty()).count() > MOST_WORDS || words().any(|word| word.chars().count() > LONGEST_WORD)
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
