//! A request goes to review for the first time.

use super::acts::{complete, with_values};
use super::content::{BASIS, LEVEL};
use super::files::hashes;
use super::{Files, RequestError, RequestId, RequestText, does};
use crate::Register;
use crate::matter::AudienceWords;
use access::{Action, Matter, On, Viewer, may};
use law::{Circumstances, FindingKind, Values};
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
        complete(self.law.check_move(mv, &new.values, &Circumstances::on(today)))?;
        // What is missing reviewers see; what cannot be read is nothing to review.
        let mut findings = self.check_request(viewer, &new.text, today).await?;
        findings.retain(|finding| finding.kind == FindingKind::Unreadable);
        complete(findings)?;
        let id = new.id.unwrap_or_else(|| RequestId::new(&*self.outside));
        if !matches!(Reader::parse(&new.requesting), Some(Reader::Organ(_) | Reader::Office(_))) {
            return Err(RequestError::Field {
                field: "requesting",
                how: "an organ or office of the Court asks; write it like organ:chambers".to_owned(),
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
                how: "a request is not public before it was made so; write restricted, confidential or under-seal".to_owned(),
            });
        }
        let matter = id.preparation();
        let on = On::Opening(Matter {
            matter: &matter,
            audience: &audience,
        });
        if !may(viewer, Action::Append, on) {
            return Err(RequestError::NotAllowed);
        }
        let mut named = hashes(&mv.carries, &new.values);
        named.extend(self.annexes_of(&new.text).into_iter().filter_map(|(_, annex)| annex.sha256));
        named.extend(new.files.beside.iter().cloned());
        let brought = self.found(viewer, &[], named, &new.files.of_draft).await?;
        let draft = Draft {
            matter: matter.clone(),
            kind: mv.act.clone(),
            effective: self.day_of(&new.effective)?,
            audience,
            basis: new.text.values.first(BASIS).map(str::to_owned),
            about: self.about(&new.text),
            on_behalf_of: viewer.acts_as().map(Reader::text),
            attachments: brought.attachments.clone(),
            body: with_values(new.text.write(Object::new()), &new.values),
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
