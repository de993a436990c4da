//! What is done in requests: each act checked by the law, allowed by access, and recorded over what its author saw.

use super::content::{CASE, LEVEL, SITUATION, joined, values_written};
use super::files::{Brought, Named, named};
use super::sending::{not_contradicted, not_older_than_sending};
use super::signature::Signed;
use super::who::stays_inside;
use super::{Done, Files, Paper, PasskeySignature, RequestError, RequestFile, RequestId, RequestText, does};
use crate::Register;
use crate::port::{Of, Recorded};
use access::{Action, Matter, On, Viewer, may};
use law::{Circumstances, Move, Values};
use record::audience::Level;
use record::entry::{Author, Draft, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};

/// An act in a request that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenAct {
    /// The request.
    pub request: RequestId,
    /// Id of the act in the law pack: `acknowledge`.
    pub act: String,
    /// What its author had before them: the word of [`RequestFile::saw`]. None for whoever acts over what stands now.
    pub saw: Option<String>,
    /// The request as it stands now, where the act carries it.
    pub text: Option<RequestText>,
    /// What the act carries.
    pub values: Values,
    /// When it happened, in the text form of [`When`]; today where it is empty, or the date of the note on which it came.
    pub effective: String,
    /// Set where it came on paper.
    pub paper: Option<Paper>,
    /// Files besides those that its author sent and its elements name.
    pub files: Files,
    /// Who records it.
    pub author: Author,
}

impl GivenAct {
    /// The day on which it happened, as it was given. What a note tells without a day happened on its date at the latest.
    fn day(&self) -> &str {
        match &self.paper {
            Some(paper) if self.effective.trim().is_empty() && When::parse(paper.dated.trim()).is_ok() => &paper.dated,
            _ => &self.effective,
        }
    }
}

impl Register {
    /// Records an act.
    ///
    /// # Errors
    /// There is no such request for this viewer; the law does not know the act from where the request stands; it is not
    /// theirs to do; something is missing; or somebody else acted in between ([`RequestError::Raced`]).
    pub async fn act_in_request(&self, viewer: &Viewer, given: &GivenAct) -> Result<Recorded, RequestError> {
        let (drafts, brought) = self.drafts_of_act(viewer, given, None).await?;
        self.record_with(viewer, &given.request, drafts, &brought).await
    }

    /// Whether it would be recorded, so that what cannot be is said before anybody shows again who they are.
    ///
    /// # Errors
    /// As for [`Register::act_in_request`], as far as can be told before it is recorded.
    pub async fn check_act_in_request(&self, viewer: &Viewer, given: &GivenAct) -> Result<(), RequestError> {
        self.drafts_of_act(viewer, given, None).await.map(|_| ())
    }

    pub(super) async fn drafts_of_act(
        &self,
        viewer: &Viewer,
        given: &GivenAct,
        signature: Option<&PasskeySignature>,
    ) -> Result<(Vec<Draft>, Brought), RequestError> {
        let matters = vec![given.request.preparation(), given.request.matter()];
        let entries = self.store.entries(viewer, Of::Matters(matters), None).await?;
        let file = RequestFile::of(given.request, &entries).ok_or(RequestError::NoRequest)?;
        if file.is_of_public_record() {
            return Err(RequestError::NotAllowed);
        }
        if given.saw.as_ref().is_some_and(|saw| *saw != file.saw()) {
            return Err(RequestError::Raced);
        }
        // Whoever may not do it is told nothing of what they typed, nor of what was recorded, nor of what could be done.
        if let Some(mv) = self.law.moves().iter().find(|mv| mv.id == given.act && mv.is_of(&file.text().form)) {
            self.who_may(viewer, mv, given.paper.as_ref()).await?;
        }
        let mv = self.move_open(&file, &given.act)?;
        let paper = given.paper.as_ref().map(|paper| self.paper_written(paper)).transpose()?;
        let effective = self.day_of(given.day())?;
        if given.paper.as_ref().is_some_and(|paper| file.has_of(&mv.act, paper)) {
            return Err(RequestError::Field {
                field: "noted-already",
                how: "this was recorded from the note of this number and date already; see what happened, or mend the number".to_owned(),
            });
        }
        let circumstances = Circumstances {
            acted_on: effective.last(),
            asked: file.text().requested_state().map(str::to_owned),
            ..self.circumstances_of(viewer, &file, mv).await?
        };
        if let Some(paper) = &given.paper {
            not_older_than_sending(paper, circumstances.sent_on)?;
        }
        let given = &self.addressed(viewer, &file, mv, given).await?;
        let findings = self.findings_of_act(mv, &given.values, &circumstances);
        complete(self.with_no_states(viewer, &mv.carries, &given.values, findings).await?)?;
        let (text, within) = self.text_of(&file, mv, given)?;
        let carried = (mv, &given.values);
        not_contradicted(&self.law, &file, carried, &effective, given.paper.as_ref(), circumstances.sent_on)?;
        self.leads_on(&file, mv, &effective, &given.values)?;
        self.ready(viewer, &file, mv, (&text, &within), &circumstances).await?;
        let audience = self.audience_of(viewer, &file, mv, given)?;
        let requested = file.text().requested_state().unwrap_or_default();
        self.names_another_request(viewer, (&file.id, requested, audience.level), mv, &given.values)
            .await?;
        let inside = stays_inside(&file, mv);
        let matter = if inside {
            given.request.preparation()
        } else {
            given.request.matter()
        };
        let in_matter = Matter {
            matter: &matter,
            audience: &audience,
        };
        let there = entries.iter().any(|recorded| recorded.entry.matter == matter);
        let on = if there { On::Matter(in_matter) } else { On::Opening(in_matter) };
        let action = if mv.signs { Action::Sign } else { Action::Append };
        if !may(viewer, Action::Append, on) || (mv.signs && !may(viewer, action, On::Matter(in_matter))) {
            return Err(RequestError::NotAllowed);
        }
        let mut files = named(&mv.carries, &given.values);
        let body = if mv.carries_request || mv.sends || !mv.lets_in.is_empty() {
            files.extend(
                self.annexes_of(&text)
                    .into_iter()
                    .filter_map(|(element, annex)| Named::by(element, annex)),
            );
            text.write(Object::new())
        } else {
            Object::new()
        };
        files.extend(given.paper.iter().filter_map(|paper| paper.scan.clone()).map(Named::beside));
        files.extend(given.files.beside.iter().map(Named::beside));
        let mut brought = self.found(viewer, &entries, files, &given.files.of_draft).await?;
        let kept = if mv.carries_request { within } else { Values::default() };
        let mut body = with_values(body, &joined(&given.values, &kept))
            .text("saw", file.saw())
            .text("text_sha256", text.sha256());
        if let Some(paper) = paper {
            body.set("paper", Value::Object(paper));
        }
        let on_behalf_of = self.on_behalf_of(viewer, mv, &text, given.paper.as_ref());
        let signed = Signed {
            signature,
            request: &given.request,
            text: &text,
            account: viewer.account(),
            on_behalf_of: on_behalf_of.as_deref(),
            day: effective.last(),
        };
        self.put_signature(&file, mv, given, &signed, &mut body, &mut brought.attachments)?;
        let basis = file.acts().iter().rev().find_map(|act| act.recorded.entry.basis.clone());
        let draft = Draft {
            matter,
            kind: mv.act.clone(),
            effective,
            basis: basis.filter(|_| audience.level != Level::Public),
            source: given
                .paper
                .as_ref()
                .map(|paper| format!("note {} of {}", paper.number.trim(), paper.dated.trim())),
            about: self.about(&text),
            on_behalf_of,
            audience,
            attachments: brought.attachments.clone(),
            body,
            ..self.blank(viewer, &given.author)?
        };
        let mut drafts = vec![draft];
        if !there {
            let assigned = self.assigned_by_opening(viewer, &drafts[0]);
            let with = self.assigned_with(viewer, &given.request, &entries, &drafts[0]);
            drafts.extend(assigned.into_iter().chain(with));
        }
        Ok((drafts, brought))
    }

    /// The act of the law pack, if it can be done from where the request stands, or could be from where it stood before: which
    /// of the two it is depends on its day ([`Register::leads_on`]).
    fn move_open(&self, file: &RequestFile, act: &str) -> Result<&Move, RequestError> {
        let now = self.moves_now(file)?;
        let before = file.told_late(&self.law, self.today());
        if let Some(mv) = now.iter().chain(&before).find(|mv| mv.id == act) {
            return Ok(mv);
        }
        if self.law.moves().iter().any(|mv| mv.id == act) {
            let uncalled = file.uncalled(&self.law, self.today()).into_iter().find(|(mv, _)| mv.id == act);
            return Err(match uncalled {
                Some((_, why)) => RequestError::NotCalledFor {
                    why,
                    now: named_moves(&now),
                },
                None => self.not_now(file),
            });
        }
        Err(RequestError::NoMove {
            given: act.to_owned(),
            now: named_moves(&now),
        })
    }

    fn moves_now(&self, file: &RequestFile) -> Result<Vec<&Move>, RequestError> {
        file.course(&self.law).ok_or_else(|| self.no_form(&file.text().form))?;
        Ok(file.can(&self.law, self.today()))
    }

    /// That an act cannot be done from where the request stands.
    fn not_now(&self, file: &RequestFile) -> RequestError {
        match (file.course(&self.law), self.moves_now(file)) {
            (Some(course), Ok(now)) => RequestError::NotNow {
                state: course.state.id.clone(),
                now: named_moves(&now),
            },
            _ => self.no_form(&file.text().form),
        }
    }

    /// When it happened; no act is recorded before it was done.
    pub(super) fn day_of(&self, effective: &str) -> Result<When, RequestError> {
        let field = |how: String| RequestError::Field { field: "effective", how };
        if effective.trim().is_empty() {
            return Ok(When::In(Span::Day(self.today())));
        }
        let when = When::parse(effective.trim()).map_err(|error| field(format!("{error}; write it like 2026-04-09")))?;
        let today = self.today();
        // A period runs from a day: one that is known in part would be counted from its wrong end.
        match when.last() {
            Some(day) if when.first() == Some(day) && day <= today => Ok(when),
            Some(day) if day > today => Err(field(format!(
                "this lies after today, {today}; an act is recorded when it was done"
            ))),
            _ => Err(field("an act in a request has one day; write it like 2026-04-09".to_owned())),
        }
    }

    /// Whether the act could be done from where the request stood on its day: one that is dated before what it follows would be
    /// recorded and change nothing. What is told late, of a request that has gone on since, is taken where it changes nothing of
    /// where the request stands: a receipt that was given before the refusal.
    fn leads_on(&self, file: &RequestFile, mv: &Move, effective: &When, values: &Values) -> Result<(), RequestError> {
        let form = &file.text().form;
        let now = file.course(&self.law).ok_or_else(|| self.no_form(form))?;
        let on = effective.last().unwrap_or_else(|| self.today());
        let was_open =
            file.course_on(&self.law, on).is_some_and(|then| mv.leads(&then.state.id).is_some()) && file.calls_for_on(&self.law, mv, on);
        // What the Court does until it is sent is all here: nothing of it is older than what it follows.
        let led = |act: &&Done| self.law.move_of_act(form, act.kind(), act.on).is_some_and(|mv| mv.to.is_some());
        let in_order = file.is_sent() || file.acts().iter().filter(led).all(|act| act.on <= on);
        let is_open = mv.leads(&now.state.id).is_some();
        let changes_nothing = || {
            file.course_with(&self.law, &mv.act, on, values)
                .is_some_and(|with| with.state == now.state)
        };
        match (was_open && in_order, is_open) {
            (true, true) => Ok(()),
            (true, false) if changes_nothing() => Ok(()),
            (_, false) => Err(self.not_now(file)),
            (false, true) => Err(RequestError::Field {
                field: "effective",
                how: "on that day the request did not stand where this act can be done; give the day on which it happened".to_owned(),
            }),
        }
    }

    /// Whether a request may be signed or sent: by whom its form names, complete, and as it was signed.
    async fn ready(
        &self,
        viewer: &Viewer,
        file: &RequestFile<'_>,
        mv: &Move,
        (text, within): (&RequestText, &Values),
        circumstances: &Circumstances,
    ) -> Result<(), RequestError> {
        let form = self.law.form(&text.form).ok_or_else(|| self.no_form(&text.form))?;
        if (mv.carries_request && !does(viewer, &form.senders)) || (mv.signs && !does(viewer, &form.signers)) {
            return Err(RequestError::NotAllowed);
        }
        if mv.signs || mv.sends {
            let findings = self.findings_under(&text.with(within), circumstances)?;
            let mut findings = self.with_case_of_another_situation(viewer, &form.elements, text, findings).await?;
            // By what it was planned for the request was signed; that another day came does not keep it from leaving.
            findings.retain(|finding| mv.signs || !within.0.contains_key(&finding.element));
            complete(findings)?;
        }
        let signed = file.signing(&self.law);
        let as_signed = signed.is_some_and(|act| act.recorded.entry.body.get_text("text_sha256") == Some(text.sha256().as_str()));
        if mv.sends && !as_signed {
            return Err(RequestError::Raced);
        }
        Ok(())
    }

    /// The request as it stands when the act is done, and what stays within the Court of it.
    fn text_of(&self, file: &RequestFile, mv: &Move, given: &GivenAct) -> Result<(RequestText, Values), RequestError> {
        let Some(text) = given.text.as_ref().filter(|_| mv.carries_request) else {
            return Ok((file.text().clone(), file.within(&self.law)));
        };
        if text.form != file.text().form || text.requested_state() != file.text().requested_state() {
            return Err(RequestError::Field {
                field: "form",
                how: "form and requested State of a request do not change; withdraw this one and make another".to_owned(),
            });
        }
        let level = file.acts().iter().map(|act| act.recorded.audience.level).max();
        if text.values.first(LEVEL).and_then(Level::from_word) != level {
            return Err(RequestError::Field {
                field: "level-changed",
                how: "its matter has another level; close the matter further first, from its page or with `comity matter narrow`"
                    .to_owned(),
            });
        }
        let form = self.law.form(&text.form).ok_or_else(|| self.no_form(&text.form))?;
        Ok(text.parted(form))
    }

    /// What a request is about: the State to which it goes, and the situation and the case as it names them. What is about a
    /// case is closed to teams of another ([`Viewer::is_of_case`]).
    pub(super) fn about(&self, text: &RequestText) -> Vec<Subject> {
        // What is no line came from elsewhere, and is no number.
        let named = |element: &str| {
            text.values
                .first(element)
                .filter(|text| text.lines().count() == 1)
                .map(str::to_owned)
        };
        let state = text.requested_state().map(|code| Subject::State(code.to_owned()));
        let situation = named(SITUATION).map(Subject::Situation);
        state.into_iter().chain(situation).chain(named(CASE).map(Subject::Case)).collect()
    }

    pub(crate) fn no_form(&self, given: &str) -> RequestError {
        let forms = self.law.forms().iter().map(|form| form.id.as_str()).collect::<Vec<_>>();
        RequestError::NoForm {
            given: given.chars().take(60).collect(),
            forms: forms.join(", "),
        }
    }
}

fn named_moves(moves: &[&Move]) -> String {
    moves.iter().map(|mv| mv.id.as_str()).collect::<Vec<_>>().join(", ")
}

pub(super) fn complete(findings: Vec<law::Finding>) -> Result<(), RequestError> {
    if law::is_complete(&findings) {
        Ok(())
    } else {
        Err(RequestError::Findings(findings))
    }
}

pub(super) fn with_values(mut body: Object, values: &Values) -> Object {
    let values = values_written(values);
    if !values.is_empty() {
        body.set("values", Value::Object(values));
    }
    body
}
