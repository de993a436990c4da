//! The sections that officers wrote, in the entry that issues a report with them, with who wrote, who approved, and the signature.

use super::Approved;
use crate::report_text::{ReportSignature, Section};
use record::entry::Author;
use record::json::{Object, Value};

/// Puts them into the body of the entry.
pub(super) fn put(body: &mut Object, sections: &[Section], approved: &Approved) {
    let section = |(section, by): (&Section, &Vec<Author>)| {
        let mut object = Object::new()
            .text("place", &section.place)
            .text("text", &section.text)
            .text("title", &section.title);
        object.set(
            "written_by",
            Value::List(by.iter().map(|author| Value::Text(author.text())).collect()),
        );
        Value::Object(object)
    };
    body.set(
        "sections",
        Value::List(sections.iter().zip(&approved.written_by).map(section).collect()),
    );
    body.set("approved_by", Value::Text(approved.approved_by.text()));
    body.set("signature", Value::Object(approved.signature.object()));
}

/// The sections that officers wrote, with who wrote in each.
pub(super) fn sections_in(body: &Object) -> Vec<(Section, Vec<Author>)> {
    let Some(Value::List(sections)) = body.get("sections") else {
        return Vec::new();
    };
    let section = |value: &Value| {
        let Value::Object(object) = value else { return None };
        let text = |member: &str| object.get_text(member).map(str::to_owned);
        let by = match object.get("written_by") {
            Some(Value::List(by)) => by
                .iter()
                .filter_map(|author| {
                    if let Value::Text(author) = author {
                        Author::parse(author)
                    } else {
                        None
                    }
                })
                .collect(),
            _ => Vec::new(),
        };
        let section = Section {
            id: String::new(),
            place: text("place")?,
            title: text("title")?,
            text: text("text")?,
        };
        Some((section, by))
    };
    sections.iter().filter_map(section).collect()
}

/// How they were approved and signed.
pub(super) fn approved(body: &Object, written_by: Vec<Vec<Author>>) -> Option<Approved> {
    let Some(Value::Object(signature)) = body.get("signature") else {
        return None;
    };
    Some(Approved {
        written_by,
        approved_by: Author::parse(body.get_text("approved_by")?)?,
        signature: ReportSignature::read(signature)?,
    })
}
