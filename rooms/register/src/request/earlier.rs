//! The provisional arrest that a request for surrender follows (article 92(3), rule 188): which of the requests that wait for it
//! is about the same person.
//!
//! An officer who names the earlier request is taken at their word. Else it is the one that names the same person: in the same
//! words, whatever their capital letters and diacritics, or under a name or the key of one person of the register. What waits and
//! could not be tied is told, since a period runs in it.

use super::{COURT_NUMBER, EARLIER_REQUEST, PERSON, RequestError, RequestFile, RequestId, RequestText, by_request};
use crate::Register;
use crate::names;
use crate::port::{Of, Recorded};
use crate::view::narrowest;
use access::Viewer;
use jiff::civil::Date;
use law::{Due, Owed};
use record::audience::Level;
use std::collections::BTreeSet;

/// A provisional arrest that waits for a request for surrender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierArrest {
    /// The request under which the person was arrested.
    pub request: RequestId,
    /// The person, as that request names them.
    pub person: String,
    /// The day of the arrest.
    pub on: Date,
    /// When the request for surrender must have been received.
    pub due: Option<Due>,
    /// The narrowest level of what it rests on.
    pub level: Level,
    /// What it is called besides: the Court's own number, and the references that the sides gave it.
    called: Vec<String>,
}

/// Which of them a request follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EarlierArrests {
    /// The one that it follows: of several the latest.
    pub tied: Option<EarlierArrest>,
    /// Those that wait and of which it cannot be told, where it follows none for certain.
    pub untied: Vec<EarlierArrest>,
}

impl EarlierArrest {
    fn is_called(&self, reference: &str) -> bool {
        let own = [self.request.to_string()];
        own.iter()
            .chain(&self.called)
            .any(|name| name.trim().eq_ignore_ascii_case(reference))
    }
}

impl Register {
    /// The provisional arrests in the requested State that wait for a request of this form, as this viewer may see them, where
    /// none of them could be tied to it: an officer ties them by naming the earlier request.
    ///
    /// # Errors
    /// The store failed.
    pub async fn untied_arrests(&self, viewer: &Viewer, text: &RequestText, day: Date) -> Result<Vec<EarlierArrest>, RequestError> {
        let Some(code) = text.requested_state().filter(|_| self.may_follow(&text.form)) else {
            return Ok(Vec::new());
        };
        let about = self.state_circumstances(viewer, code, None, day).await?.about;
        let untied = self.earlier_arrests(viewer, text, about).await?.untied;
        // What is shown is opened.
        let matters = untied
            .iter()
            .flat_map(|arrest| [arrest.request.preparation(), arrest.request.matter()]);
        let matters: Vec<String> = matters.collect();
        if !matters.is_empty() {
            self.store.entries(viewer, Of::Matters(matters), None).await?;
        }
        Ok(untied)
    }

    /// Whether a request of this form is one for which others wait.
    fn may_follow(&self, form: &str) -> bool {
        let mut deadlines = self.law.deadlines().iter();
        deadlines.any(|deadline| deadline.followed_by.as_deref() == Some(form))
    }

    /// Which of the arrests that wait a request follows. `about` are the entries about the State.
    pub(super) async fn earlier_arrests(
        &self,
        viewer: &Viewer,
        text: &RequestText,
        about: Vec<Recorded>,
    ) -> Result<EarlierArrests, RequestError> {
        let waiting = self.waiting_for(text, about);
        let latest = |arrests: Vec<EarlierArrest>| EarlierArrests {
            tied: arrests.into_iter().max_by_key(|arrest| (arrest.on, arrest.request)),
            untied: Vec::new(),
        };
        if let Some(named) = text.values.first(EARLIER_REQUEST) {
            let meant: Vec<EarlierArrest> = waiting.iter().filter(|arrest| arrest.is_called(named)).cloned().collect();
            if !meant.is_empty() {
                return Ok(latest(meant));
            }
        }
        let (Some(person), false) = (text.values.first(PERSON), waiting.is_empty()) else {
            return Ok(EarlierArrests {
                tied: None,
                untied: waiting,
            });
        };
        let folded = names::asked(person);
        let (same, others): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|arrest| arrest.person == person || (!folded.is_empty() && names::asked(&arrest.person) == folded));
        if !same.is_empty() {
            return Ok(latest(same));
        }
        // All names of the register are read for this.
        let keys = self.persons_called(viewer).await.map_err(super::documents::unread)?;
        let keys = |name: &str| keys.get(&names::asked(name)).cloned().unwrap_or_default();
        let theirs: BTreeSet<String> = keys(person);
        let (same, untied): (Vec<_>, Vec<_>) = others.into_iter().partition(|arrest| !theirs.is_disjoint(&keys(&arrest.person)));
        Ok(if same.is_empty() {
            EarlierArrests { tied: None, untied }
        } else {
            latest(same)
        })
    }

    /// The arrests under other requests to the State in which a request of this form is awaited.
    fn waiting_for(&self, text: &RequestText, about: Vec<Recorded>) -> Vec<EarlierArrest> {
        let code = text.requested_state();
        let arrest = |(id, entries): (&RequestId, &Vec<Recorded>)| {
            let file = RequestFile::of(*id, entries).filter(|file| file.text().requested_state() == code)?;
            let awaits = |owed: &Owed| owed.is_open() && owed.deadline.followed_by.as_deref() == Some(text.form.as_str());
            let owed = file.owed(&self.law).into_iter().find(awaits)?;
            let values = &file.text().values;
            Some(EarlierArrest {
                request: *id,
                person: values.first(PERSON).unwrap_or_default().to_owned(),
                on: file.acts().get(owed.since)?.on,
                due: owed.due,
                level: narrowest(entries.iter())?,
                called: values
                    .first(COURT_NUMBER)
                    .map(str::to_owned)
                    .into_iter()
                    .chain(file.references())
                    .collect(),
            })
        };
        by_request(about).iter().filter_map(arrest).collect()
    }
}
