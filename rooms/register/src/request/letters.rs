//! What the letter says by which the Court tells the requested State of what it did in a request: read out of an act that is
//! recorded, or out of one that somebody prepares. Which acts have a letter, and which of their elements it says, is data of the
//! law pack ([`law::Move::letter`]).

use super::acts::complete;
use super::documents::Told;
use super::files::named;
use super::superseding::level_of_what_is_shared;
use super::{ADDRESS, DocumentFacts, RECIPIENT, RequestError, RequestId};
use crate::Register;
use crate::outside::day_in_the_hague;
use crate::port::Of;
use crate::view::model::{RequestView, StepShown, ValueShown};
use access::Viewer;
use jiff::civil::Date;
use law::{Circumstances, ElementSort, FindingKind, Move, SendingDate, Values};
use record::audience::Level;

/// What goes into the letter of an act, besides the request.
#[derive(Clone, Debug)]
pub struct ActLetter {
    /// The act, by its id in the law pack.
    pub act: String,
    /// The entry of the act; none where it is not recorded yet.
    pub entry: Option<String>,
    /// The day of the act; none where it is not recorded yet.
    pub on: Option<Date>,
    /// What the act carries, of which the letter says what the law pack lets it say.
    pub values: Values,
    /// The level of the act.
    pub level: Level,
    /// The day on which the request was sent first; none where this record does not know it.
    pub sent: Option<Date>,
    /// To whom the act says that it went, name and address; empty where it does not say.
    pub recipient: Vec<String>,
    /// The channel through which it goes: what the element takes, and its word. That of the act itself, else the one through
    /// which the request was sent last; none where no act tells it.
    pub channel: Option<(ElementSort, String)>,
    /// What the record knows of what request and act name: names as on the day of the act, the address as it was known when that
    /// was recorded, languages as on the day of the sending, since a change touches no request under way (rule 180).
    pub facts: DocumentFacts,
}

impl Register {
    /// What goes into the letter of an act that is recorded; none where there is no such act for whoever sees this view of the
    /// request, or it has no letter.
    ///
    /// # Errors
    /// The store failed.
    pub async fn letter_of_act(&self, viewer: &Viewer, view: &RequestView, entry: &str) -> Result<Option<ActLetter>, RequestError> {
        let has = |step: &&StepShown| step.letter && step.entry == entry;
        let at = view.steps.iter().position(|step| has(&step));
        // The steps stand latest first: what was done later is not in the letter.
        let so_far = at.and_then(|at| view.steps.get(at..)).unwrap_or_default();
        let Some(step) = so_far.first() else { return Ok(None) };
        let Some((mv, on)) = view.move_of(&self.law, step) else {
            return Ok(None);
        };
        let shown = |value: &ValueShown| (value.element.clone(), value.texts.clone());
        let values = Values(step.values.iter().map(shown).collect());
        // To whom it went is read as the directory was when the act was recorded: what was learnt since is not in the letter.
        let told = Told {
            day: on,
            known_on: Some(day_in_the_hague(step.recorded)),
            states: states_in(mv, &values),
        };
        let letter = ActLetter {
            act: mv.id.clone(),
            entry: Some(step.entry.clone()),
            on: Some(on),
            values,
            level: step.level,
            ..self.letter_on(viewer, view, &told).await?
        };
        Ok(Some(self.addressed_as_told(view, so_far, letter)))
    }

    /// What would go into the letter of an act that this viewer could do now, if it carried this: a draft. None where they cannot
    /// do it, it has no letter, or the State does not know of the request.
    ///
    /// # Errors
    /// Something of it cannot be read as what the act carries, or a file was not sent ([`RequestError::Findings`]), or the store
    /// failed. What is still missing keeps no draft from being written.
    pub async fn draft_of_letter(
        &self,
        viewer: &Viewer,
        view: &RequestView,
        act: &str,
        values: Values,
    ) -> Result<Option<ActLetter>, RequestError> {
        let mut offers = view.moves.iter().chain(&view.late).filter(|offer| !offer.on_paper);
        let offered = view.row.sent && offers.any(|offer| offer.id == act);
        let mv = self.law.moves().iter().find(|mv| mv.id == act && mv.letter.is_some());
        let Some(mv) = mv.filter(|_| offered) else {
            return Ok(None);
        };
        self.can_be_drafted(viewer, view, mv, &values).await?;
        let told = Told {
            states: states_in(mv, &values),
            ..Told::on(self.today())
        };
        let letter = ActLetter {
            act: act.to_owned(),
            values,
            level: view.row.level,
            ..self.letter_on(viewer, view, &told).await?
        };
        Ok(Some(self.addressed_as_told(view, &view.steps, letter)))
    }

    /// Whether a draft of the letter says what was meant: nothing that the act does not carry, nothing unreadable, and no file
    /// that nobody sent.
    async fn can_be_drafted(&self, viewer: &Viewer, view: &RequestView, mv: &Move, values: &Values) -> Result<(), RequestError> {
        let circumstances = Circumstances {
            asked: view.text.requested_state().map(str::to_owned),
            ..Circumstances::on(self.today())
        };
        let mut findings = self.findings_of_act(mv, values, &circumstances);
        findings.retain(|finding| [FindingKind::Unreadable, FindingKind::Contradictory].contains(&finding.kind));
        complete(self.with_no_states(viewer, &mv.carries, values, findings).await?)?;
        let Some(id) = RequestId::parse(&view.row.id) else {
            return Ok(());
        };
        let requested = view.text.requested_state().unwrap_or_default();
        let level = level_of_what_is_shared(view);
        self.names_another_request(viewer, (&id, requested, level), mv, values).await?;
        let files = named(&mv.carries, values);
        if files.is_empty() {
            return Ok(());
        }
        let matters = Of::Matters(vec![id.preparation(), id.matter()]);
        let entries = self.store.entries(viewer, matters, None).await?;
        self.found(viewer, &entries, files, &[]).await.map(|_| ())
    }

    /// What does not depend on the act.
    async fn letter_on(&self, viewer: &Viewer, view: &RequestView, told: &Told) -> Result<ActLetter, RequestError> {
        let sent = view.dates.iter().find(|(which, _)| *which == SendingDate::Sent).map(|(_, on)| *on);
        let mut facts = self.facts_as_told(viewer, view, told).await?;
        if let Some(sent) = sent {
            facts.accepted = self.facts_of_request(viewer, view, sent).await?.accepted;
        }
        Ok(ActLetter {
            act: String::new(),
            entry: None,
            on: None,
            values: Values::default(),
            level: Level::UnderSeal,
            sent,
            recipient: Vec::new(),
            channel: None,
            facts,
        })
    }

    /// The letter with to whom it goes, and through which channel. `so_far` are the acts up to this one, latest first.
    fn addressed_as_told(&self, view: &RequestView, so_far: &[StepShown], mut letter: ActLetter) -> ActLetter {
        let own = self.law.moves().iter().find(|mv| mv.id == letter.act);
        if own.is_some_and(|mv| mv.language_is_confirmed(&letter.values)) {
            // The officer's word stands in place of the declaration: no translation is owed by that.
            letter.facts.accepted = None;
        }
        if own.is_some_and(|mv| mv.carries.iter().any(|element| element.id == RECIPIENT)) {
            let told = [RECIPIENT, ADDRESS].into_iter().filter_map(|element| letter.values.first(element));
            letter.recipient = told.flat_map(str::lines).map(str::to_owned).collect();
        }
        let of_act = own.and_then(|mv| {
            let channel = mv.channel()?;
            Some((channel.sort.clone(), letter.values.first(&channel.id)?.to_owned()))
        });
        let of_step = |step: &StepShown| {
            let (mv, _) = view.move_of(&self.law, step)?;
            let channel = mv.channel()?;
            let value = step.values.iter().find(|value| value.element == channel.id)?;
            Some((channel.sort.clone(), value.texts.first()?.clone()))
        };
        letter.channel = of_act.or_else(|| so_far.iter().find_map(of_step));
        letter
    }
}

/// The States that an act names, by their codes.
fn states_in(mv: &Move, values: &Values) -> Vec<String> {
    let elements = mv.carries.iter().filter(|element| element.sort == ElementSort::State);
    elements.flat_map(|element| values.given(&element.id)).map(str::to_owned).collect()
}
