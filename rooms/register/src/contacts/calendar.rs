//! Calendars (RFC 5545) and cards (RFC 6350, RFC 2426): content lines, folded and with parameters, and the persons in them.
//!
//! A calendar names persons as attendees and organizers; what its events are called is no name. Nothing else of it is looked at.

use super::list::{Contact, Parsed, WhyUnread, all_of, shown};
use super::written::{Written, written};
use record::taken_in;
use std::collections::BTreeSet;

/// A content line.
struct Property {
    /// The line on which it begins, from 1.
    line: u64,
    /// Its name in capital letters, without the group of a card.
    name: String,
    /// Names in capital letters, and values.
    parameters: Vec<(String, String)>,
    value: String,
}

impl Property {
    fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.value.trim().eq_ignore_ascii_case(value)
    }
}

/// The attendees and organizers of a calendar, each once.
pub(super) fn calendar(text: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for property in properties(text, &mut parsed) {
        if !matches!(property.name.as_str(), "ATTENDEE" | "ORGANIZER") {
            continue;
        }
        let address = property.value.trim();
        let mailbox = address.rsplit(':').next().unwrap_or(address);
        let name = property.parameter("CN").map(str::trim).filter(|name| !name.is_empty());
        // An attendee without a name has at least an address, in which it often stands.
        let name = match name {
            Some(name) if !is_address(name) => name.to_owned(),
            Some(address) => of_address(address),
            None => of_address(mailbox),
        };
        if seen.insert((name.to_lowercase(), mailbox.to_lowercase())) {
            let Written {
                names,
                alone,
                organisation,
                cut,
            } = written(&name);
            parsed.take(Contact {
                line: property.line,
                text: shown(&name),
                names,
                alone,
                organisation,
                cut,
                ..Contact::default()
            });
        }
    }
    parsed
}

/// Whether a name is written as an address, as some programs do.
fn is_address(name: &str) -> bool {
    name.contains('@') && !name.contains(char::is_whitespace)
}

/// What stands before the sign of an address, with blanks for what parts words there.
fn of_address(mailbox: &str) -> String {
    let local = mailbox.split('@').next().unwrap_or(mailbox);
    local.replace(['.', '_', '+'], " ")
}

/// The persons of cards.
pub(super) fn cards(text: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    let mut card: Option<Contact> = None;
    let mut packed = false;
    for property in properties(text, &mut parsed) {
        if property.is("BEGIN", "VCARD") {
            finish(card.take(), packed, &mut parsed);
            packed = false;
            card = Some(Contact {
                line: property.line,
                ..Contact::default()
            });
        } else if property.is("END", "VCARD") {
            finish(card.take(), packed, &mut parsed);
        } else if let Some(card) = &mut card {
            let is_packed = |(name, value): &(String, String)| {
                name == "ENCODING" && value.eq_ignore_ascii_case("QUOTED-PRINTABLE") || name == "QUOTED-PRINTABLE"
            };
            packed |= matches!(property.name.as_str(), "FN" | "N") && property.parameters.iter().any(is_packed);
            add(card, &property);
        }
    }
    finish(card, packed, &mut parsed);
    parsed
}

fn finish(card: Option<Contact>, packed: bool, parsed: &mut Parsed) {
    match card {
        Some(card) if packed => parsed.refuse(card.line, WhyUnread::OldCard),
        Some(mut card) => {
            card.text = shown(card.names.first().map_or("", String::as_str));
            let texts: Vec<Written> = card.names.iter().map(|name| written(name)).collect();
            card.alone = texts.iter().find_map(|text| text.alone.clone()).filter(|_| texts.len() == 1);
            card.cut = texts.iter().any(|text| text.cut);
            card.names = all_of(texts);
            parsed.take(card);
        }
        None => {}
    }
}

/// Adds what a line of a card says of the person.
fn add(card: &mut Contact, property: &Property) {
    let texts = |sign| {
        parted(&property.value, sign)
            .into_iter()
            .map(|text| taken_in(&text).trim().to_owned())
    };
    match property.name.as_str() {
        // What the card shows comes before what it sorts by.
        "FN" => card.names.splice(0..0, texts('\u{0}')).for_each(drop),
        "N" => {
            let parts: Vec<String> = texts(';').map(|part| part.replace(',', " ")).collect();
            let part = |place: usize| parts.get(place).map_or("", String::as_str);
            let name = [part(1), part(2), part(0)]
                .join(" ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            card.names.extend(Some(name).filter(|name| !name.is_empty()));
        }
        "NICKNAME" => card.names.extend(texts(',').filter(|name| !name.is_empty())),
        "ORG" => card.organisation = texts(';').next().filter(|name| !name.is_empty()),
        "BDAY" => card.born_on = Some(property.value.trim().to_owned()),
        "GENDER" => card.gender = texts(';').next().filter(|word| !word.is_empty()),
        _ => {}
    }
}

/// A value parted at a sign that no stroke stands before, without such strokes.
fn parted(value: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut signs = value.chars();
    while let Some(c) = signs.next() {
        match c {
            '\\' => {
                let escaped = match signs.next() {
                    Some('n' | 'N') => ' ',
                    Some(other) => other,
                    None => ' ',
                };
                if let Some(last) = parts.last_mut() {
                    last.push(escaped);
                }
            }
            c if c == sign => parts.push(String::new()),
            c => {
                if let Some(last) = parts.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    parts
}

/// The content lines, unfolded (RFC 5545, section 3.1); what is none is told.
fn properties(text: &[u8], parsed: &mut Parsed) -> Vec<Property> {
    let mut unfolded: Vec<(u64, Vec<u8>)> = Vec::new();
    for (number, line) in (1..).zip(text.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.split_first(), unfolded.last_mut()) {
            // A fold may stand within a letter, so lines are joined as bytes.
            (Some((b' ' | b'\t', rest)), Some((_, last))) => last.extend_from_slice(rest),
            _ => unfolded.push((number, line.to_vec())),
        }
    }
    let mut properties = Vec::new();
    for (number, line) in unfolded {
        match std::str::from_utf8(&line) {
            Err(_) => parsed.refuse(number, WhyUnread::NotText),
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => match property(number, line) {
                Some(property) => properties.push(property),
                None => parsed.refuse(number, WhyUnread::Broken),
            },
        }
    }
    properties
}

/// A content line; none where it is written as none is.
fn property(line: u64, text: &str) -> Option<Property> {
    let mut quoted = false;
    let mut ends: Vec<usize> = Vec::new();
    let mut value = None;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => ends.push(at),
            ':' if !quoted => {
                value = Some(at);
                break;
            }
            _ => {}
        }
    }
    let value_at = value?;
    ends.push(value_at);
    let mut pieces = Vec::new();
    let mut from = 0;
    for end in ends {
        pieces.push(text.get(from..end)?);
        from = end + 1;
    }
    let (name, parameters) = pieces.split_first()?;
    // A card may put a group before the name: item1.ORG.
    let name = name.rsplit('.').next().unwrap_or(name).trim().to_ascii_uppercase();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let parameters = parameters.iter().map(|piece| {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        (name.trim().to_ascii_uppercase(), without_carets(value.trim().trim_matches('"')))
    });
    is_name.then(|| Property {
        line,
        name,
        parameters: parameters.collect(),
        value: text.get(value_at + 1..).unwrap_or_default().to_owned(),
    })
}

/// The value of a parameter, whose quotation marks and line ends are written with a caret (RFC 6868).
fn without_carets(value: &str) -> String {
    value.replace("^n", " ").replace("^'", "\"").replace("^^", "^")
}
