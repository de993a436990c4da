//! Who had the preparation of a request has the request from when it is sent: under seal they would else lose sight of it.

use super::RequestId;
use crate::Register;
use crate::assigned::assigned_in;
use crate::kinds;
use crate::port::Recorded;
use access::Viewer;
use record::audience::Level;
use record::entry::{Draft, Subject};
use record::json::Object;
use record::when::{Span, When};

impl Register {
    /// Assignments to the matter that the act which sends a request opens: of those who have its preparation, who are people
    /// of the Court since its audience lets in nobody else, as far as whoever sends it sees that they have it.
    pub(super) fn assigned_with(&self, viewer: &Viewer, id: &RequestId, entries: &[Recorded], opening: &Draft) -> Vec<Draft> {
        let Some(by) = viewer.account() else {
            // The shell sees all that is there, and has no need of an assignment; people are assigned by name there.
            return self.assignments(id, entries, opening, "operator");
        };
        let mut assigned = self.assignments(id, entries, opening, by);
        assigned.retain(|draft| draft.body.get_text("account") != Some(by));
        assigned
    }

    fn assignments(&self, id: &RequestId, entries: &[Recorded], opening: &Draft, by: &str) -> Vec<Draft> {
        let preparation = id.preparation();
        let has = assigned_in(entries.iter().filter(|recorded| recorded.entry.matter == preparation));
        let level = opening.audience.level;
        let reaches = has.into_iter().filter(|(_, up_to)| *up_to >= level);
        let assigned = |(account, _): (&str, Level)| Draft {
            id: self.random_id(),
            kind: kinds::MATTER_ASSIGNED.to_owned(),
            effective: When::In(Span::Day(self.today())),
            // A fixed word: what somebody wrote could never be erased from an entry that stays.
            basis: Some("assignment".to_owned()),
            source: None,
            about: Vec::<Subject>::new(),
            attachments: Vec::new(),
            on_behalf_of: None,
            body: Object::new().text("account", account).text("by", by).text("level", level.word()),
            ..opening.clone()
        };
        reaches.map(assigned).collect()
    }
}
