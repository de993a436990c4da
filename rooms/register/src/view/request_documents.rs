//! The documents of a request: the files that its acts brought, each once.

use super::model::DocumentShown;
use crate::request::{Done, RequestFile, annexes};
use law::{Annex, Element, Pack};
use record::json::Value;

/// In the order of the acts that brought them.
pub(super) fn documents(file: &RequestFile, law: &Pack) -> Vec<DocumentShown> {
    let form = &file.text().form;
    let of_form = law.form(form).map_or(&[][..], |form| &form.elements);
    let mut documents: Vec<DocumentShown> = Vec::new();
    for act in file.acts() {
        let carries = law.move_of_act(form, act.kind(), act.on).map_or(&[][..], |mv| &mv.carries);
        let named = named(act, of_form, carries);
        for (place, attachment) in act.recorded.entry.attachments.iter().enumerate() {
            if documents.iter().any(|document| document.file.sha256 == attachment.sha256) {
                continue;
            }
            let annex = named.iter().find(|annex| annex.sha256.as_ref() == Some(&attachment.sha256));
            documents.push(DocumentShown {
                entry: act.recorded.entry.id.to_string(),
                number: place + 1,
                kind: act.kind().to_owned(),
                title: annex.map(|annex| annex.title.clone()).filter(|title| !title.is_empty()),
                language: annex.and_then(|annex| annex.language.clone()),
                scan: scan(act).is_some_and(|scan| scan == attachment.sha256),
                level: act.recorded.audience.level,
                file: attachment.clone(),
            });
        }
    }
    documents
}

/// What an act says of the documents that it carries.
fn named(act: &Done, of_form: &[Element], carries: &[Element]) -> Vec<Annex> {
    let asked = act.text.iter().flat_map(|text| annexes(of_form, &text.values));
    asked.chain(annexes(carries, &act.values)).map(|(_, annex)| annex).collect()
}

/// The hash of the scan of the note in which it came.
fn scan<'a>(act: &'a Done) -> Option<&'a str> {
    match act.recorded.entry.body.get("paper") {
        Some(Value::Object(paper)) => paper.get_text("scan"),
        _ => None,
    }
}
