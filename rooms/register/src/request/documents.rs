//! What a document of a request says besides the request itself: the names behind its codes and keys, and to whom it goes.

use super::{PERSON, RequestError, RequestText};
use crate::Register;
use crate::authorities::AuthorityWords;
use crate::directory::{self, Directory, StateRef};
use crate::port::{Of, StoreError};
use crate::reading::Reading;
use crate::view::ViewError;
use crate::view::model::{RequestView, StepShown};
use access::Viewer;
use jiff::civil::Date;
use law::Pack;
use record::when::When;

/// What the record knows on a day of what a request names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentFacts {
    /// The States that it names, under their names of the day.
    pub states: Vec<StateRef>,
    /// The name of the person, where the request gives the key under which the register has them.
    pub person: Option<String>,
    /// The authority that receives such requests for the State; none where nobody is known.
    pub authority: Option<AuthorityWords>,
    /// The languages that the State accepts, alternatives of sets that are needed together (ISO 639-3); none where no
    /// declaration is confirmed.
    pub accepted: Option<Vec<Vec<String>>>,
    /// Whether the record is an exercise.
    pub exercise: bool,
}

impl Register {
    /// What a document of this request says besides, as this viewer may know it on a day.
    ///
    /// # Errors
    /// The store failed.
    pub async fn document_facts(&self, viewer: &Viewer, text: &RequestText, day: Date) -> Result<DocumentFacts, RequestError> {
        let mut facts = DocumentFacts {
            exercise: self.store.genesis().await?.exercise,
            ..DocumentFacts::default()
        };
        let reading = Reading {
            as_at: day,
            known_on: None,
            hindsight: false,
            dated: true,
        };
        if let Some(key) = text.values.first(PERSON) {
            facts.person = match self.person(viewer, &reading, key).await {
                Ok(person) => person.map(|person| person.row.name),
                Err(error) => return Err(unread(error)),
            };
        }
        let Some(code) = text.requested_state() else {
            return Ok(facts);
        };
        let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
        let directory = Directory::of(&self.store.entries(viewer, of, None).await?, &self.law);
        facts.states.push(directory.on(code, day));
        let authority = self.receiving_authority(viewer, &reading, code, &text.form).await;
        facts.authority = authority.map_err(unread)?.map(|authority| authority.words);
        let state = self.circumstances(viewer, text, day).await?.state;
        facts.accepted = state.filter(|state| state.declaration_confirmed).and_then(|state| state.languages);
        Ok(facts)
    }
}

fn unread(error: ViewError) -> RequestError {
    match error {
        ViewError::Store(error) => error.into(),
        other => StoreError::Database(other.to_string()).into(),
    }
}

impl RequestView {
    /// The day that stands in the documents of the request: that of the signature of the text as it stands, which whoever
    /// does not see it takes from the act that sent it; none where the text was not signed yet.
    pub fn document_day(&self, law: &Pack) -> Option<Date> {
        let day = |step: &StepShown| When::parse(&step.effective).ok()?.last();
        let of = |step: &&StepShown, is: &dyn Fn(&law::Move) -> bool| {
            let on = day(step)?;
            law.move_of_act(&self.row.form, &step.kind, on).filter(|mv| is(mv)).map(|_| on)
        };
        // The steps stand latest first.
        let mut of_the_text = self
            .steps
            .iter()
            .filter(|step| step.text_sha256.as_deref() == Some(self.text_sha256.as_str()));
        let signed = of_the_text.find_map(|step| of(&step, &|mv| mv.signs));
        signed.or_else(|| self.steps.iter().rev().find_map(|step| of(&step, &|mv| mv.sends)))
    }
}
