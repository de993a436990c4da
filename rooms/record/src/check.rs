//! What may be written into the record as far as an entry by itself can tell.

use crate::audience::{Level, Reader, is_alpha3};
use crate::codec::{EntryError, Fault};
use crate::entry::{Attachment, Author, Draft, Entry, Subject, is_account};
use crate::hex::is_hex;
use crate::json::{MAX_DEPTH, MAX_INTEGER, Object, Value};
use crate::text::is_hidden;
use crate::when::When;
use jiff::Timestamp;
use unicode_normalization::is_nfc;

/// The most that an entry's canonical bytes may take.
pub const MAX_BYTES: usize = 256 * 1024;
/// The most that a matter or kind may take, in bytes.
const MAX_KEY: usize = 100;

impl Draft {
    /// Checks everything that can be checked without the rest of the record. Kinds that this program
    /// does not know pass: they are kept and shown as not understood.
    ///
    /// # Errors
    /// The first member that is wrong, and how to mend it.
    pub fn check(&self) -> Result<(), EntryError> {
        self.check_keys()?;
        self.check_author()?;
        self.check_audience()?;
        self.source.as_deref().map_or(Ok(()), |text| prose("source", text))?;
        self.check_correction()?;
        for (i, subject) in self.about.iter().enumerate() {
            check_subject(&format!("about[{i}]"), subject)?;
        }
        for (i, attachment) in self.attachments.iter().enumerate() {
            check_attachment(&format!("attachments[{i}]"), attachment)?;
        }
        check_object("body", &self.body, 1)?;
        self.check_size()
    }

    fn check_keys(&self) -> Result<(), EntryError> {
        let matter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
        formed(
            "matter",
            &self.matter,
            "lower-case letters a to z, digits, dots and hyphens, such as kony-1",
            |t| !t.is_empty() && t.bytes().all(matter),
        )?;
        short("matter", &self.matter)?;
        formed(
            "kind",
            &self.kind,
            "lower-case words with dots between them, such as warrant.issued",
            is_kind,
        )?;
        short("kind", &self.kind)?;
        if self.kind_v == 0 {
            return Err(Fault::Form {
                found: "0".to_owned(),
                form: "the version of the body's form, counted from 1",
            }
            .at("kind_v"));
        }
        let effective = self.effective.to_string();
        formed(
            "effective",
            &effective,
            "a date of the calendar, or an instant with a zone that exists",
            |text| When::parse(text).as_ref() == Ok(&self.effective) && zone_exists(&self.effective),
        )
    }

    fn check_author(&self) -> Result<(), EntryError> {
        match &self.author {
            Author::Program => {}
            Author::Pack(name) | Author::Officer(name) => line("author.who", name)?,
            Author::Account(id) => formed("author.who", id, ACCOUNT_FORM, is_account)?,
        }
        self.on_behalf_of.as_deref().map_or(Ok(()), |text| line("author.for", text))
    }

    fn check_audience(&self) -> Result<(), EntryError> {
        let audience = &self.audience;
        let public = audience.level == Level::Public;
        for (member, list) in [("audience.list", &audience.list), ("audience.left_out", &audience.left_out)] {
            if public && !list.is_empty() {
                return Err(Fault::NotHere("what is public is open to anybody; empty the list, or choose another level").at(member));
            }
            check_readers(member, list)?;
        }
        if !public && audience.list.is_empty() {
            return Err(Fault::Missing.at("audience.list"));
        }
        match &audience.originator {
            Some(originator) => check_reader("audience.originator", originator)?,
            None if public => {}
            None => return Err(Fault::Missing.at("audience.originator")),
        }
        match &self.basis {
            Some(basis) => prose("basis", basis),
            None if public => Ok(()),
            None => Err(Fault::Missing.at("basis")),
        }
    }

    fn check_correction(&self) -> Result<(), EntryError> {
        let Some(corrects) = &self.corrects else { return Ok(()) };
        prose("corrects.reason", &corrects.reason)?;
        for (member, id) in [("corrects.first", &corrects.first), ("corrects.saw", &corrects.saw)] {
            if *id == self.id {
                return Err(Fault::NotHere("an entry cannot correct itself; name an earlier one").at(member));
            }
        }
        Ok(())
    }

    fn check_size(&self) -> Result<(), EntryError> {
        // `recorded` always takes the same number of bytes, so any instant stands for the one to come.
        let bytes = Entry {
            draft: self.clone(),
            recorded: Timestamp::UNIX_EPOCH,
        }
        .canonical()
        .len();
        if bytes > MAX_BYTES {
            Err(EntryError::TooLarge { bytes, most: MAX_BYTES })
        } else {
            Ok(())
        }
    }
}

/// Lower-case words, each of letters, digits and hyphens and begun with a letter, with dots between.
fn is_kind(text: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && !word.ends_with('-')
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    text.contains('.') && text.split('.').all(word)
}

/// Whether the zone of an instant is one that this program knows.
fn zone_exists(when: &When) -> bool {
    match when {
        When::At { zone, .. } => jiff::tz::TimeZone::get(zone).is_ok(),
        _ => true,
    }
}

/// Readers that are well formed, in the order of their texts, each once, so that a set has one form in bytes.
fn check_readers(member: &str, readers: &[Reader]) -> Result<(), EntryError> {
    let mut before: Option<String> = None;
    for (i, reader) in readers.iter().enumerate() {
        let member = format!("{member}[{i}]");
        check_reader(&member, reader)?;
        let text = reader.text();
        if before.is_some_and(|before| before >= text) {
            let form = "each reader once, in the order of their texts";
            return Err(Fault::Form { found: text, form }.at(member));
        }
        before = Some(text);
    }
    Ok(())
}

fn check_reader(member: &str, reader: &Reader) -> Result<(), EntryError> {
    formed(member, &reader.text(), Reader::FORM, |_| reader.is_well_formed())
}

fn check_subject(member: &str, subject: &Subject) -> Result<(), EntryError> {
    match subject {
        Subject::Person(key) | Subject::Situation(key) | Subject::Case(key) => line(member, key),
        Subject::State(code) => formed(member, code, "an ISO 3166-1 alpha-3 code, such as FRA", is_alpha3),
        Subject::Entry(_) => Ok(()),
        Subject::Account(id) => formed(member, id, ACCOUNT_FORM, is_account),
    }
}

const ACCOUNT_FORM: &str = "an account, 32 lower-case hexadecimal digits";

fn check_attachment(member: &str, attachment: &Attachment) -> Result<(), EntryError> {
    line(&format!("{member}.name"), &attachment.name)?;
    line(&format!("{member}.type"), &attachment.media_type)?;
    formed(
        &format!("{member}.sha256"),
        &attachment.sha256,
        "64 lower-case hexadecimal digits",
        |text| is_hex(text, 64),
    )?;
    let fits = i64::try_from(attachment.length).is_ok_and(|length| length <= MAX_INTEGER);
    if fits {
        Ok(())
    } else {
        Err(Fault::NotWhole.at(format!("{member}.length")))
    }
}

fn check_object(member: &str, object: &Object, depth: usize) -> Result<(), EntryError> {
    object.members().try_for_each(|(name, value)| {
        let member = format!("{member}.{name}");
        characters(&member, name, false)?;
        check_value(&member, value, depth + 1)
    })
}

/// `depth` is that of the value in the whole entry, so that what is written can be parsed again.
fn check_value(member: &str, value: &Value, depth: usize) -> Result<(), EntryError> {
    if depth > MAX_DEPTH {
        return Err(Fault::TooDeep.at(member));
    }
    match value {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Integer(n) if (-MAX_INTEGER..=MAX_INTEGER).contains(n) => Ok(()),
        Value::Integer(_) | Value::Double(_) => Err(Fault::NotWhole.at(member)),
        Value::Text(text) => characters(member, text, true),
        Value::List(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(i, item)| check_value(&format!("{member}[{i}]"), item, depth + 1)),
        Value::Object(object) => check_object(member, object, depth),
    }
}

fn formed(member: &str, text: &str, form: &'static str, holds: impl Fn(&str) -> bool) -> Result<(), EntryError> {
    if holds(text) {
        Ok(())
    } else {
        Err(Fault::Form {
            found: text.to_owned(),
            form,
        }
        .at(member))
    }
}

fn short(member: &str, text: &str) -> Result<(), EntryError> {
    if text.len() > MAX_KEY {
        Err(Fault::TooLong(MAX_KEY).at(member))
    } else {
        Ok(())
    }
}

/// A text on one line that says something.
fn line(member: &str, text: &str) -> Result<(), EntryError> {
    filled(member, text)?;
    characters(member, text, false)
}

/// A text that says something and may have several lines.
fn prose(member: &str, text: &str) -> Result<(), EntryError> {
    filled(member, text)?;
    characters(member, text, true)
}

fn filled(member: &str, text: &str) -> Result<(), EntryError> {
    if text.trim().is_empty() {
        Err(Fault::Empty.at(member))
    } else {
        Ok(())
    }
}

fn characters(member: &str, text: &str, lines: bool) -> Result<(), EntryError> {
    if let Some(control) = text.chars().find(|c| c.is_control() && !(lines && *c == '\n')) {
        return Err(Fault::Control(control.into()).at(member));
    }
    if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
        return Err(Fault::Hidden(hidden.into()).at(member));
    }
    if is_nfc(text) { Ok(()) } else { Err(Fault::NotNormal.at(member)) }
}
