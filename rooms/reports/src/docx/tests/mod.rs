#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad;
mod edited;
mod office;
mod round_trip;

use super::unzip::Parts;
use super::{Made, Notice, Read, docx, read};
use crate::letter::{Given, Language, request};
use crate::zip::Zip;
use law::Pack;
use register::directory::StateRef;
use register::draft::Values;
use register::request::{DocumentFacts, RequestText};

fn law() -> Pack {
    Pack::rome_statute().unwrap()
}

fn facts() -> DocumentFacts {
    DocumentFacts {
        states: vec![StateRef {
            code: "XAA".into(),
            name_en: "Exercise State A".into(),
            name_fr: "État d’exercice A".into(),
        }],
        exercise: true,
        ..DocumentFacts::default()
    }
}

fn made(text: &RequestText) -> Made {
    Made {
        form: text.form.clone(),
        draft: Some(("0123456789abcdef0123456789abcdef".into(), 7)),
        text_sha256: text.sha256(),
    }
}

/// The document of a request, as it is taken along.
fn written(text: &RequestText, language: Language) -> Vec<u8> {
    let (law, facts) = (law(), facts());
    let given = Given {
        law: &law,
        text,
        reference: "0123456789abcdef0123456789abcdef",
        date: None,
        language,
        facts: &facts,
    };
    docx(&request(&given), Some(&made(text))).unwrap()
}

/// A request with these texts, of the form with the most sorts of elements.
fn asking(texts: &[(&str, &[&str])]) -> RequestText {
    let mut values = Values::default();
    for (element, texts) in texts {
        values
            .0
            .insert((*element).into(), texts.iter().map(|text| (*text).into()).collect());
    }
    RequestText {
        form: "arrest-and-surrender".into(),
        values,
    }
}

/// A short one.
fn short_request() -> RequestText {
    asking(&[
        ("requested_state", &["XAA"]),
        ("person", &["Exercise Person One"]),
        ("convicted", &["no"]),
        ("description", &["Tall.\nA scar on the left hand."]),
        ("birth_date", &["1970-04-01"]),
        ("warrant", &["Warrant of arrest [eng]", "Annex to it [fra]"]),
        ("level", &["confidential"]),
        ("leaves_on", &["2026-04-01"]),
    ])
}

/// The file with one of its parts changed; without it where nothing is left of it.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let parts = Parts::of(bytes).unwrap();
    let mut zip = Zip::default();
    for part in parts.names() {
        let text = parts.text(part).unwrap().unwrap();
        let text = if part == name { change(&text) } else { text };
        if !text.is_empty() {
            zip.put(part, text.as_bytes()).unwrap();
        }
    }
    zip.done().unwrap()
}

/// The file with its text changed, as somebody does in Word.
fn edited(bytes: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    with_part(bytes, "word/document.xml", change)
}

/// One replaced by another, of which there is one.
fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from} stands there once");
    text.replace(from, to)
}

fn texts<'r>(read: &'r Read, element: &str) -> Vec<&'r str> {
    read.text.values.given(element).collect()
}

fn said(read: &Read) -> Vec<&'static str> {
    read.said.iter().map(Notice::word).collect()
}
