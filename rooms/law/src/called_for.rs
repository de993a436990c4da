//! Moves that something must have called for: what answers a question, what is done once, what meets a duty.

use crate::Pack;
use crate::life::{Move, RequestAct};
use std::fmt;

/// Why nothing calls for a move in a request, though the law knows it from where the request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncalled {
    /// It answers one of these acts, and none of them was done.
    NothingAsked(Vec<String>),
    /// It is done once, and was done.
    DoneAlready,
    /// It meets one of the deadlines of these ids, and none of them is owed.
    NothingOwed(Vec<String>),
}

impl fmt::Display for Uncalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Uncalled::NothingAsked(acts) => write!(f, "this answers {}, and none was done in this request", acts.join(" or ")),
            Uncalled::DoneAlready => write!(f, "this was done in the request already, and is done once"),
            Uncalled::NothingOwed(deadlines) => {
                write!(f, "nothing awaits this: {} is not owed in this request", deadlines.join(" or "))
            }
        }
    }
}

impl Pack {
    /// Why nothing calls for a move in a request of a form after its acts; none where it may be made, as far as this goes.
    ///
    /// The acts come in the order of their days, then of recording.
    pub fn uncalled(&self, step: &Move, form: &str, acts: &[RequestAct<'_>]) -> Option<Uncalled> {
        self.uncalled_where(step, form, acts, false)
    }

    /// The same of a move that is told late: what it meets may have ended with the request in between, but was not met.
    pub(crate) fn uncalled_late(&self, step: &Move, form: &str, acts: &[RequestAct<'_>]) -> Option<Uncalled> {
        self.uncalled_where(step, form, acts, true)
    }

    fn uncalled_where(&self, step: &Move, form: &str, acts: &[RequestAct<'_>], late: bool) -> Option<Uncalled> {
        let done = |kind: &String| acts.iter().any(|act| act.kind == *kind);
        if !step.after.is_empty() && !step.after.iter().any(done) {
            return Some(Uncalled::NothingAsked(step.after.clone()));
        }
        if step.once && done(&step.act) {
            return Some(Uncalled::DoneAlready);
        }
        if step.while_owed.is_empty() {
            return None;
        }
        let owed = self.owed(form, acts);
        let awaits = owed
            .iter()
            .filter(|owed| if late { owed.met.is_none() } else { owed.is_open() })
            .any(|owed| step.while_owed.contains(&owed.deadline.id));
        (!awaits).then(|| Uncalled::NothingOwed(step.while_owed.clone()))
    }
}
