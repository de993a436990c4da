//! A request that comes to a State, on that State's own record: it begins in mid-life, with the act that sent it. What the
//! Court did before is not in this record, and pages say so.

use super::acts::with_values;
use super::content::{BASIS, LEVEL};
use super::{Paper, RequestError, RequestId, RequestText};
use crate::Register;
use access::Viewer;
use law::Values;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft};
use record::json::{Object, Value};

/// A request that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The id that it has elsewhere, where it is known; a random one else.
    pub id: Option<RequestId>,
    /// What is asked.
    pub text: RequestText,
    /// What is known of its sending: channel, medium.
    pub values: Values,
    /// The day on which it was sent, in the text form of `When`; that of the note where it is empty.
    pub sent: String,
    /// The note that covers it.
    pub paper: Paper,
    /// Who records it.
    pub author: Author,
}

impl Register {
    /// Records a request that came to the State whose record this is.
    ///
    /// # Errors
    /// This is no State's record, the request goes to another State, its form, level or a date cannot be read, or it is here
    /// already.
    pub async fn receive_request(&self, viewer: &Viewer, came: &Received) -> Result<RequestId, RequestError> {
        let field = |field: &'static str, how: String| RequestError::Field { field, how };
        let Some(own) = self.own_state().await? else {
            return Err(field(
                "institution",
                "this record is no State's own; say whose it is with `comity admin institution state:XAA`".to_owned(),
            ));
        };
        if came.text.requested_state() != Some(own.as_str()) {
            return Err(field(
                "requested_state",
                format!("this record is that of {own}, and the request goes to another State"),
            ));
        }
        let form = self.law.form(&came.text.form).ok_or_else(|| self.no_form(&came.text.form))?;
        let sends = self.law.moves().iter().find(|mv| mv.sends && mv.is_of(&form.id));
        let mv = sends.ok_or_else(|| self.no_form(&form.id))?;
        let level = came.text.values.first(LEVEL).and_then(Level::from_word);
        let Some(level) = level.filter(|level| *level != Level::Public) else {
            return Err(field(
                "level",
                "a request is not public before it was made so; write restricted, confidential or under-seal".to_owned(),
            ));
        };
        let state = Reader::State(own);
        let court = Reader::Organ(Organ::Registry);
        let sent = if came.sent.trim().is_empty() {
            &came.paper.dated
        } else {
            &came.sent
        };
        let paper = self.paper_written(&came.paper)?;
        let mut body = with_values(came.text.write(Object::new()), &came.values).text("text_sha256", came.text.sha256());
        body.set("paper", Value::Object(paper));
        let id = came.id.unwrap_or_else(|| RequestId::new(&*self.outside));
        let draft = Draft {
            matter: id.matter(),
            kind: mv.act.clone(),
            effective: self.day_of(sent)?,
            audience: Audience::of(level, court.clone(), [state]),
            basis: Some(came.text.values.first(BASIS).unwrap_or("article 87(3)").to_owned()),
            source: Some(format!("note {} of {}", came.paper.number.trim(), came.paper.dated.trim())),
            about: self.about(&came.text),
            on_behalf_of: Some(court.text()),
            body,
            ..self.blank(viewer, &came.author)?
        };
        self.check_states(viewer, &[], &draft).await?;
        let mut drafts = vec![draft];
        let assigned = self.assigned_by_opening(viewer, &drafts[0]);
        drafts.extend(assigned);
        self.record_all(viewer, drafts).await?;
        Ok(id)
    }
}
