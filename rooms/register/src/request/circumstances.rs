//! What the record knows of the circumstances of a request, and what is to mend in it under them.

use super::mixed_scripts::with_mixed_scripts;
use super::signs::with_signs;
use super::{REQUESTED_STATE, RequestError, RequestFile, RequestText, SITUATION};
use crate::Register;
use crate::directory::{self, Directory};
use crate::needs::needs_on;
use crate::port::{Of, Recorded, StoreError};
use crate::reading::Reading;
use crate::view::StateAsked;
use crate::view::ViewError;
use crate::view::model::Tie;
use access::Viewer;
use jiff::civil::Date;
use law::{Circumstances, Element, ElementSort, Finding, FindingKind, Ground, Move, Pack, StateCircumstances, Values};
use record::entry::Subject;

impl Register {
    /// What is missing, vague, needed by the requested State, or late in a request, as at a day: in the order of the
    /// elements of its form.
    ///
    /// # Errors
    /// The form is none, or the store failed.
    pub async fn check_request(&self, viewer: &Viewer, text: &RequestText, day: Date) -> Result<Vec<Finding>, RequestError> {
        let circumstances = self.circumstances(viewer, text, day).await?;
        let findings = self.findings_under(text, &circumstances)?;
        let form = self.law.form(&text.form).ok_or_else(|| self.no_form(&text.form))?;
        let findings = self.with_no_states(viewer, &form.elements, &text.values, findings).await?;
        let findings = self.with_case_of_another_situation(viewer, &form.elements, text, findings).await?;
        Ok(with_mixed_scripts(&form.elements, &text.values, findings))
    }

    /// The same under circumstances that are known.
    pub(super) fn findings_under(&self, text: &RequestText, circumstances: &Circumstances) -> Result<Vec<Finding>, RequestError> {
        let form = self.law.form(&text.form).ok_or_else(|| self.no_form(&text.form))?;
        let mut findings = self.law.check_request(form, &text.values, circumstances);
        // Three letters that are no State's say nothing of where it goes.
        if text.requested_state().is_some()
            && circumstances.state.is_none()
            && findings.iter().all(|finding| finding.element != REQUESTED_STATE)
        {
            let element = form.elements.iter().find(|element| element.id == REQUESTED_STATE);
            findings.insert(
                0,
                Finding {
                    kind: FindingKind::Unreadable,
                    element: REQUESTED_STATE.to_owned(),
                    rests_on: element.map_or_else(Vec::new, |element| element.rests_on.clone()),
                    text_key: "law-finding-not-a-state".to_owned(),
                    facts: vec![("given".to_owned(), text.requested_state().unwrap_or_default().to_owned())],
                },
            );
        }
        Ok(with_signs(&form.elements, &text.values, findings))
    }

    /// What is to mend in what an act carries.
    pub(super) fn findings_of_act(&self, mv: &Move, values: &Values, circumstances: &Circumstances) -> Vec<Finding> {
        with_signs(&mv.carries, values, self.law.check_move(mv, values, circumstances))
    }

    /// What is found, and after it each code that was given for a State and is none that this viewer finds in the record; that of
    /// the requested State was looked up already.
    pub(super) async fn with_no_states(
        &self,
        viewer: &Viewer,
        elements: &[Element],
        values: &Values,
        mut findings: Vec<Finding>,
    ) -> Result<Vec<Finding>, RequestError> {
        let given =
            |element: &&Element| element.sort == ElementSort::State && element.id != REQUESTED_STATE && values.first(&element.id).is_some();
        let mut states: Vec<&Element> = elements.iter().filter(given).collect();
        states.retain(|element| findings.iter().all(|finding| finding.element != element.id));
        if states.is_empty() {
            return Ok(findings);
        }
        let known = self
            .store
            .entries(viewer, Of::Kinds(directory::KINDS.map(str::to_owned).to_vec()), None)
            .await?;
        let known = Directory::of(&known, &self.law);
        for element in states {
            let unknown = values.given(&element.id).find(|code| known.get(code).is_none());
            findings.extend(unknown.map(|code| Finding {
                kind: FindingKind::Unreadable,
                element: element.id.clone(),
                rests_on: element.rests_on.clone(),
                text_key: "law-finding-not-a-state".to_owned(),
                facts: vec![("given".to_owned(), code.to_owned())],
            }));
        }
        Ok(findings)
    }

    /// The circumstances as this viewer may know them.
    ///
    /// # Errors
    /// The store failed.
    pub async fn circumstances(&self, viewer: &Viewer, text: &RequestText, day: Date) -> Result<Circumstances, RequestError> {
        let mut circumstances = Circumstances::on(day);
        let Some(code) = text.requested_state() else {
            return Ok(circumstances);
        };
        let known = self.state_circumstances(viewer, code, text.values.first(SITUATION), day).await?;
        circumstances.state = known.state;
        if let Some(arrest) = self.earlier_arrests(viewer, text, known.about).await?.tied {
            let matters = vec![arrest.request.preparation(), arrest.request.matter()];
            self.store.entries(viewer, Of::Matters(matters), None).await?;
            circumstances.arrested_on = Some(arrest.on);
        }
        Ok(circumstances)
    }

    /// What this viewer may know on a day of the State that is asked in a situation, given by its number or name.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn state_circumstances(
        &self,
        viewer: &Viewer,
        code: &str,
        situation: Option<&str>,
        day: Date,
    ) -> Result<StateKnown, RequestError> {
        let reading = Reading {
            as_at: day,
            known_on: None,
            hindsight: false,
            dated: true,
        };
        // All that is about the State is gone through; what the answer rests on is opened.
        let about = self.store.weighed(viewer, vec![Subject::State(code.to_owned())]).await?;
        // A State that is none is a finding of its own, not a failure; all else is one.
        let state = self
            .state_asked(viewer, &reading, (code, situation), &about)
            .await
            .map_err(|error| match error {
                ViewError::Store(error) => error,
                error => StoreError::Database(error.to_string()),
            })?;
        let perhaps = |state: &StateAsked| {
            let ground = |bound: &[String]| ground_of(&self.law, state, bound).map(|ground| ground.id.clone());
            ground(&state.bound) != ground(&[state.bound.clone(), state.perhaps_bound.clone()].concat())
        };
        Ok(StateKnown {
            rests_on_situation: state.as_ref().is_some_and(perhaps),
            state: state.map(|state| StateCircumstances {
                needs: needs_on(&about, day, &self.law),
                ..of_state(&self.law, &state)
            }),
            about,
        })
    }

    /// The circumstances of an act in a request that is there: of the State only where the act asks for them, since they
    /// cost with all that is recorded about it, and as they were when it was sent: a change of channel or language touches no
    /// request under way (rule 180).
    ///
    /// # Errors
    /// The store failed.
    pub(super) async fn circumstances_of(&self, viewer: &Viewer, file: &RequestFile<'_>, mv: &Move) -> Result<Circumstances, RequestError> {
        let sends = |kind: &str| self.law.moves().iter().any(|mv| mv.sends && mv.act == kind);
        let sent_on = file.acts().iter().find(|act| sends(act.kind())).map(|act| act.on);
        let today = self.today();
        let known = if mv.asks_of_state() {
            self.circumstances(viewer, file.text(), sent_on.unwrap_or(today)).await?
        } else {
            Circumstances::on(today)
        };
        Ok(Circumstances { today, sent_on, ..known })
    }
}

/// What is known of a State that is asked.
pub(crate) struct StateKnown {
    /// What the law asks of it; none where the record has no such State.
    pub(crate) state: Option<StateCircumstances>,
    /// Whether the ground would be another one in some situation, and it is not known whether the State is asked in that one.
    pub(crate) rests_on_situation: bool,
    /// All that is recorded about it, which was gone through.
    pub(crate) about: Vec<Recorded>,
}

/// The ground on which a State is asked that these obligations bind besides what it is a party to.
fn ground_of<'l>(law: &'l Pack, state: &StateAsked, bound: &[String]) -> Option<&'l Ground> {
    let standing = |tie: &'_ Tie| tie.standing.clone().map(|standing| (tie.treaty.clone(), standing));
    let standings: Vec<(String, String)> = state.treaties.iter().filter_map(standing).collect();
    let standings: Vec<(&str, &str)> = standings.iter().map(|(treaty, id)| (treaty.as_str(), id.as_str())).collect();
    let obligations: Vec<&str> = bound.iter().map(String::as_str).collect();
    law.ground_of(&standings, &obligations)
}

fn of_state(law: &Pack, state: &StateAsked) -> StateCircumstances {
    let address = &state.address;
    let declared = |column: &str| {
        let row = address.declaration.as_ref()?;
        Some(row.value(column)).filter(|value| !value.is_empty())
    };
    StateCircumstances {
        ground: ground_of(law, state, &state.bound).map_or_else(String::new, |ground| ground.id.clone()),
        languages: declared("languages_accepted").map(languages),
        declaration_confirmed: address.usable,
        channel: declared("channel").map(str::to_owned),
        needs: Vec::new(),
    }
}

/// `sqi+eng;sqi+fra`: alternatives, each a set of languages that are needed together.
fn languages(text: &str) -> Vec<Vec<String>> {
    let set = |set: &str| {
        set.split('+')
            .map(|code| code.trim().to_owned())
            .filter(|code| !code.is_empty())
            .collect()
    };
    text.split(';').map(set).filter(|set: &Vec<String>| !set.is_empty()).collect()
}
