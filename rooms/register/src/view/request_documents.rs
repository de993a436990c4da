//! The documents of a request: the files that its acts brought, each once.

use super::model::DocumentShown;
use crate::Register;
use crate::request::{Done, RequestError, RequestFile, SITUATION, annexes};
use access::Viewer;
use jiff::civil::Date;
use law::{Annex, Element, Pack, SendingDate, Side, untranslated};
use record::json::Value;

impl Register {
    /// The languages in one of which, or in several together, what the Court sends with a request must be there: those of the day
    /// on which it was sent, else of this one, since a change touches no request under way (rule 180). Alternatives; empty where
    /// nothing lacks whatever they are.
    ///
    /// # Errors
    /// The store failed.
    pub(super) async fn languages_needed(
        &self,
        viewer: &Viewer,
        file: &RequestFile<'_>,
        day: Date,
    ) -> Result<Vec<Vec<String>>, RequestError> {
        // All that is recorded about the State is read for this.
        if documents(file, &self.law, &[]).iter().all(|document| document.language.is_none()) {
            return Ok(Vec::new());
        }
        let sent = file
            .sending_dates(&self.law)
            .into_iter()
            .find(|told| told.which == SendingDate::Sent);
        let day = sent.map_or(day, |told| told.on);
        let Some(code) = file.text().requested_state() else {
            return Ok(Vec::new());
        };
        let situation = file.text().values.first(SITUATION);
        let state = self.state_circumstances(viewer, code, situation, day).await?.state;
        let form = self.law.form(&file.text().form).zip(state);
        let whole = file.whole(&self.law);
        let needed = form.and_then(|(form, state)| form.languages_needed(&whole.values, &state));
        let needed = needed.filter(|needed| file.sees_inside() || !file.text().was_sent_on_a_word(needed));
        Ok(needed.unwrap_or_default())
    }
}

/// In the order of the acts that brought them. `needed` are the languages of which one must be there of what the Court sends, see
/// [`Register::languages_needed`].
pub(super) fn documents(file: &RequestFile, law: &Pack, needed: &[Vec<String>]) -> Vec<DocumentShown> {
    let form = &file.text().form;
    let of_form = law.form(form).map_or(&[][..], |form| &form.elements);
    let mut documents: Vec<DocumentShown> = Vec::new();
    let mut by_the_court: Vec<Annex> = Vec::new();
    for act in file.acts() {
        let mv = law.move_of_act(form, act.kind(), act.on);
        let named = named(act, of_form, mv.map_or(&[][..], |mv| &mv.carries));
        let is_of_the_court = mv.is_some_and(|mv| mv.side == Side::Court);
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
                translation_owed: is_of_the_court && annex.is_some_and(|annex| annex.language.is_some()),
                scan: scan(act).is_some_and(|scan| scan == attachment.sha256),
                level: act.recorded.audience.level,
                file: attachment.clone(),
            });
        }
        if is_of_the_court {
            by_the_court.extend(named);
        }
    }
    // A translation may come later, and on paper.
    let owed = untranslated(&by_the_court, needed);
    for document in &mut documents {
        document.translation_owed &= owed.contains_key(document.title.as_deref().unwrap_or_default());
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
