//! The feed of changes (Atom, RFC 4287): what is new in this record, in the words of the pages.
//!
//! Addresses in it are relative to its own, since the program does not know under which name it is reached.

use crate::acts::Named;
use crate::address::{Address, Lang, Place};
use crate::markup::Markup;
use crate::texts::Words;
use crate::written::capital;
use jiff::Timestamp;
use record::hex::hex;
use register::view::model::{Change, Changes, Event, Told};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The feed.
pub(crate) fn feed(w: &Words, changes: &Changes) -> String {
    let lang = w.lang;
    let mut out = String::new();
    let title = if changes.exercise {
        w.t("changes-title-exercise")
    } else {
        w.t("changes-title")
    };
    let me = path(lang);
    // Writing to a String does not fail.
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{}</id>\n<title>{}</title>\n<subtitle>{}</subtitle>\n<updated>{}</updated>\n\
         <author><name>Comity</name></author>\n<generator>Comity</generator>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{me}\"/>\n<link rel=\"alternate\" type=\"text/html\" hreflang=\"{}\" href=\"{}\"/>\n",
        lang.tag(),
        urn(&feed_id(lang, changes)),
        text(&title),
        text(&w.t("changes-subtitle")),
        instant(changes.updated),
        lang.tag(),
        text(&address(lang, Place::Overview)),
    );
    for change in &changes.changes {
        entry(&mut out, w, change);
    }
    out.push_str("</feed>\n");
    out
}

/// The address of the feed in a language.
pub(crate) fn path(lang: Lang) -> String {
    format!("/{}/changes.atom", lang.tag())
}

fn entry(out: &mut String, w: &Words, change: &Change) {
    let (title, summary, page) = match &change.told {
        Told::New(event) => (line(w, event), doubt(w, event), page(event)),
        Told::Corrected(event) => (said(w, "change-corrected", event), doubt(w, event), page(event)),
        Told::TakenBack(event) => (said(w, "change-taken-back", event), w.t("change-taken-back-says"), page(event)),
        Told::Edition { edition, complete_until } => {
            let title = match edition {
                Some(day) => w.plain("change-edition", &[("day", w.day_plain(*day).into())]),
                None => w.t("kind-pack-edition"),
            };
            let until = complete_until.map(|day| w.plain("foot-complete-until", &[("day", w.day_plain(day).into())]));
            (title, until.unwrap_or_default(), Place::Overview)
        }
    };
    let recorded = instant(change.recorded);
    let entry = address(w.lang, Place::Entry(change.entry.clone()));
    // Writing to a String does not fail.
    let _ = write!(
        out,
        "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{recorded}</updated>\n<published>{recorded}</published>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<link rel=\"related\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
        urn(&change.entry),
        text(&title),
        text(&address(w.lang, page)),
        text(&entry),
        text(&summary),
    );
}

/// What happened, to whom, and when.
fn line(w: &Words, event: &Event) -> String {
    let act = match &event.file {
        Some(file) => w.file_act(event, file),
        None if w.closed_key("kind", &event.act).is_some() && event.situation.is_none() => w.closed("kind", &event.act),
        None => w.act(&Named::of(event)),
    };
    let states = event
        .file
        .iter()
        .flat_map(|file| &file.states)
        .map(|state| w.state(state))
        .collect::<Vec<_>>();
    let line = match &event.person {
        Some(person) => w.say("event-line", &[("person", Markup::name(&person.name).into()), ("act", act.into())]),
        None if !states.is_empty() => w.say("event-file-line", &[("states", w.list(&states).into()), ("act", act.into())]),
        None => capital(&act),
    };
    let title = event.file.as_ref().and_then(|file| file.title.as_deref());
    let mut parts = vec![plain(&line)];
    parts.extend(title.map(str::to_owned));
    if event.date.on != "unknown" {
        parts.push(plain(&w.on(&event.date.on)));
    }
    parts.join(", ")
}

fn said(w: &Words, key: &str, event: &Event) -> String {
    w.plain(key, &[("line", line(w, event).into())])
}

/// What is known of the truth of the date, where it is in doubt.
fn doubt(w: &Words, event: &Event) -> String {
    let key = if event.date.verified {
        "change-verified"
    } else {
        "change-unverified"
    };
    w.t(key)
}

/// The page on which an event is told.
fn page(event: &Event) -> Place {
    match (&event.person, &event.file) {
        (Some(person), _) => Place::Person(person.id.clone()),
        (None, Some(file)) => Place::Row(file.id.clone()),
        (None, None) => Place::Counts,
    }
}

fn address(lang: Lang, place: Place) -> String {
    Address::plain(lang, place).href()
}

/// The 128 bits of an id, 32 hexadecimal digits, as a name that any reader of feeds takes (RFC 9562).
fn urn(id: &str) -> String {
    let part = |from: usize, to: usize| id.get(from..to).unwrap_or_default();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}

/// By which the feed of a record in a language is known.
fn feed_id(lang: Lang, changes: &Changes) -> String {
    let digest = Sha256::digest(format!("changes {} {}", lang.tag(), changes.origin).as_bytes());
    hex(&digest).chars().take(32).collect()
}

/// RFC 3339 in UTC.
fn instant(instant: Timestamp) -> String {
    format!("{instant:.6}")
}

/// The words of ready HTML, without marks.
fn plain(markup: &Markup) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for c in markup.as_str().chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            // Signs that set words apart on pages have no place in a title.
            '\u{2066}'..='\u{2069}' => {}
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.into_iter().fold(words, |words, (escaped, sign)| words.replace(escaped, sign))
}

/// A text as XML has it: escaped, and without the characters that XML cannot hold.
fn text(text: &str) -> String {
    let allowed: String = text
        .chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r') || *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    Markup::text(&allowed).as_str().to_owned()
}

#[cfg(test)]
#[path = "atom_tests.rs"]
mod tests;
