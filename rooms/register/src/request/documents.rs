//! What a document of a request says besides the request itself: the names behind its codes and keys, and to whom it goes.

use super::{PERSON, RequestError, RequestText, SITUATION, Signature};
use crate::Register;
use crate::authorities::AuthorityWords;
use crate::directory::{self, Directory, StateRef};
use crate::port::{Of, StoreError};
use crate::reading::Reading;
use crate::view::ViewError;
use crate::view::model::{RequestView, StepShown};
use access::Viewer;
use jiff::civil::Date;
use law::{ElementSort, Move, Pack};
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
    /// The languages in which it must be there for the State, alternatives of sets that are needed together (ISO 639-3):
    /// [`law::Form::languages_needed`]. None where nothing can be said of that, or an officer's word stands for it.
    pub accepted: Option<Vec<Vec<String>>>,
    /// The ground on which the State is asked on that day, by its id in the law pack; none where no State is named.
    pub ground: Option<String>,
    /// Whether the record is an exercise.
    pub exercise: bool,
}

/// As of when a document is written, and what it names besides the request.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The day as at which it tells.
    pub day: Date,
    /// The day at whose end the directory is read; none as it is known now.
    pub known_on: Option<Date>,
    /// Codes of the States that it names besides the request.
    pub states: Vec<String>,
}

impl Told {
    /// As it is known now of a day.
    pub(super) fn on(day: Date) -> Told {
        Told {
            day,
            known_on: None,
            states: Vec::new(),
        }
    }
}

impl Register {
    /// What a document of a request that is recorded says besides, as this viewer may know it on a day.
    ///
    /// # Errors
    /// The store failed.
    pub async fn facts_of_request(&self, viewer: &Viewer, view: &RequestView, day: Date) -> Result<DocumentFacts, RequestError> {
        self.facts_as_told(viewer, view, &Told::on(day)).await
    }

    /// The same as it was known.
    pub(super) async fn facts_as_told(&self, viewer: &Viewer, view: &RequestView, told: &Told) -> Result<DocumentFacts, RequestError> {
        let sees_inside = view.steps.iter().any(|step| step.inside);
        self.facts(viewer, &view.text.with(&view.within), told, sees_inside).await
    }

    /// What a document of this request, whole as it is drafted, says besides, as this viewer may know it on a day.
    ///
    /// # Errors
    /// The store failed.
    pub async fn document_facts(&self, viewer: &Viewer, text: &RequestText, day: Date) -> Result<DocumentFacts, RequestError> {
        self.facts(viewer, text, &Told::on(day), true).await
    }

    async fn facts(&self, viewer: &Viewer, text: &RequestText, told: &Told, is_whole: bool) -> Result<DocumentFacts, RequestError> {
        let day = told.day;
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
        let form = self.law.form(&text.form);
        let elements = form.map_or(&[][..], |form| &form.elements);
        let named = elements.iter().filter(|element| element.sort == ElementSort::State);
        let mut codes: Vec<&str> = named.flat_map(|element| text.values.given(&element.id)).collect();
        codes.push(code);
        codes.extend(told.states.iter().map(String::as_str));
        codes.sort_unstable();
        codes.dedup();
        // What is no State of the record stands as it was given.
        facts.states = codes
            .into_iter()
            .filter(|named| *named == code || directory.get(named).is_some())
            .map(|code| directory.on(code, day))
            .collect();
        let addressed = Reading {
            known_on: told.known_on,
            ..reading
        };
        let authority = self.receiving_authority(viewer, &addressed, code, &text.form).await;
        facts.authority = authority.map_err(unread)?.map(|authority| authority.words);
        let state = self
            .state_circumstances(viewer, code, text.values.first(SITUATION), day)
            .await?
            .state;
        facts.ground = state.as_ref().map(|state| state.ground.clone()).filter(|ground| !ground.is_empty());
        let accepted = form
            .zip(state)
            .and_then(|(form, state)| form.languages_needed(&text.values, &state));
        facts.accepted = accepted.filter(|needed| is_whole || !text.was_sent_on_a_word(needed));
        Ok(facts)
    }
}

pub(super) fn unread(error: ViewError) -> RequestError {
    match error {
        ViewError::Store(error) => error.into(),
        other => StoreError::Database(other.to_string()).into(),
    }
}

impl RequestView {
    /// The day that stands in the documents of the request: that of the signature of the text as it stands, which whoever
    /// does not see it takes from the act that sent it, as the signature that this act carries says it, or else its own; none
    /// where the text was not signed yet, or was returned for changes since.
    pub fn document_day(&self, law: &Pack) -> Option<Date> {
        let signed = |step: &StepShown| self.move_of(law, step).filter(|(mv, _)| mv.signs).map(|(_, on)| on);
        let sent = |step: &StepShown| {
            let (_, on) = self.move_of(law, step).filter(|(mv, _)| mv.sends)?;
            Some(match &step.signature {
                Some(Signature::Passkey(signature)) => signature.statement.day,
                _ => on,
            })
        };
        let signed = self.of_the_text(law).find_map(signed);
        signed.or_else(|| self.steps.iter().rev().find_map(sent))
    }

    /// The signature of the text as it stands; none where it was not signed yet, or was returned for changes since.
    pub fn signature<'v>(&'v self, law: &'v Pack) -> Option<&'v Signature> {
        self.of_the_text(law).find_map(|step| step.signature.as_ref())
    }

    /// The acts about the text as it stands, latest first, since it was returned for changes last.
    fn of_the_text<'v>(&'v self, law: &'v Pack) -> impl Iterator<Item = &'v StepShown> {
        let first = law.life_states().first().map(|state| state.id.as_str());
        let begins_anew = move |step: &StepShown| self.move_of(law, step).is_some_and(|(mv, _)| mv.to.as_deref() == first);
        // The steps stand latest first.
        let since = self.steps.iter().take_while(move |step| !begins_anew(step));
        since.filter(move |step| step.text_sha256.as_deref() == Some(self.text_sha256.as_str()))
    }

    /// The move that an act was, and its day.
    pub(super) fn move_of<'l>(&self, law: &'l Pack, step: &StepShown) -> Option<(&'l Move, Date)> {
        let on = When::parse(&step.effective).ok()?.last()?;
        Some((law.move_of_act(&self.row.form, &step.kind, on)?, on))
    }
}
