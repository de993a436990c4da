//! A request goes to review for the first time.

use super::acts::{complete, with_values};
use super::content::{BASIS, LEVEL, joined};
use super::files::{Named, named};
use super::{Files, RequestError, RequestId, RequestText, does};
use crate::Register;
use crate::matter::AudienceWords;
use access::{Action, Matter, On, Role, Viewer, may};
use law::{Circumstances, FindingKind, Form, Values};
use record::audience::{Level, Organ, Reader};
use record::entry::{Author, Draft};
use record::json::Object;

/// A request that goes to review for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The id that the request gets, where it is known before: of one draft comes one request. A random one else.
    pub id: Option<RequestId>,
    /// What is asked.
    pub text: RequestText,
    /// The organ or office that asks: `organ:chambers`. Besides it the Registry and whoever writes know of it.
    pub requesting: String,
    /// What the act itself carries.
    pub values: Values,
    /// When it went to review, in the text form of [`When`]; today where it is empty.
    pub effective: String,
    /// Files besides those that its author sent and its elements name.
    pub files: Files,
    /// Who submits it.
    pub author: Author,
}

/// The organs that ask for a form of cooperation, the usual one first.
pub fn organs_that_ask(form: &Form) -> Vec<Reader> {
    let roles = form.asked_by.iter().filter_map(|word| Role::from_word(word));
    roles.filter_map(Role::at_the_court).collect()
}

impl Register {
    /// Records that a request goes to review, which begins it.
    ///
    /// # Errors
    /// The form is none, somebody else drafts it, the level or the body that asks cannot be read, or the act lacks
    /// something. That the request itself is not complete yet is no error: reviewers see the findings.
    pub async fn submit_request(&self, viewer: &Viewer, new: &Submission) -> Result<RequestId, RequestError> {
        let form = self.law.form(&new.text.form).ok_or_else(|| self.no_form(&new.text.form))?;
        let today = self.today();
        let first = self.law.moves_at_first(&form.id, today);
        let Some(mv) = first.first() else {
            return Err(self.no_form(&form.id));
        };
        if !does(viewer, &mv.by) || !does(viewer, &form.senders) {
            return Err(RequestError::NotAllowed);
        }
        complete(self.findings_of_act(mv, &new.values, &Circumstances::on(today)))?;
        // What is missing reviewers see; what cannot be read is nothing to review.
        let mut findings = self.check_request(viewer, &new.text, today).await?;
        findings.retain(|finding| finding.kind == FindingKind::Unreadable);
        complete(findings)?;
        let id = new.id.unwrap_or_else(|| RequestId::new(&*self.outside));
        let asks: Vec<String> = organs_that_ask(form).iter().map(Reader::text).collect();
        if !asks.contains(&new.requesting) {
            return Err(RequestError::Field {
                field: "requesting",
                how: format!("this is asked for by {}; write that", asks.join(" or ")),
            });
        }
        let mut list = vec![Reader::Organ(Organ::Registry).text(), new.requesting.clone()];
        list.extend(viewer.acts_as().map(Reader::text));
        list.sort();
        list.dedup();
        let audience = AudienceWords {
            level: new.text.values.first(LEVEL).unwrap_or_default().to_owned(),
            list,
            left_out: Vec::new(),
            originator: Some(viewer.acts_as().map_or_else(|| new.requesting.clone(), Reader::text)),
        };
        let audience = audience.read()?;
        if audience.level == Level::Public {
            return Err(RequestError::Field {
                field: "level",
                how: "a request is not public before it was made so; write confidential or under-seal".to_owned(),
            });
        }
        // What stays within the Court is no part of the text that is signed and sent: it stands beside it, in the preparation.
        let (told, within) = new.text.parted(form);
        let matter = id.preparation();
        let on = On::Opening(Matter {
            matter: &matter,
            audience: &audience,
        });
        if !may(viewer, Action::Append, on) {
            return Err(RequestError::NotAllowed);
        }
        let mut files = named(&mv.carries, &new.values);
        files.extend(
            self.annexes_of(&new.text)
                .into_iter()
                .filter_map(|(element, annex)| Named::by(element, annex)),
        );
        files.extend(new.files.beside.iter().map(Named::beside));
        let brought = self.found(viewer, &[], files, &new.files.of_draft).await?;
        let draft = Draft {
            matter: matter.clone(),
            kind: mv.act.clone(),
            effective: self.day_of(&new.effective)?,
            audience,
            basis: new.text.values.first(BASIS).map(str::to_owned),
            about: self.about(&told),
            on_behalf_of: viewer.acts_as().map(Reader::text),
            attachments: brought.attachments.clone(),
            body: with_values(told.write(Object::new()), &joined(&new.values, &within)),
            ..self.blank(viewer, &new.author)?
        };
        if draft.basis.is_none() {
            return Err(RequestError::Field {
                field: "basis",
                how: "every classified filing states the ground of its class (regulation 23bis)".to_owned(),
            });
        }
        self.check_states(viewer, &[], &draft).await?;
        let mut drafts = vec![draft];
        let assigned = self.assigned_by_opening(viewer, &drafts[0]);
        drafts.extend(assigned);
        self.record_with(viewer, &id, drafts, &brought).await?;
        Ok(id)
    }
}
