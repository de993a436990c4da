//! Moves that something must have called for: what answers a question, what is done once, what meets a duty.

use crate::Pack;
use crate::life::{Move, RequestAct};
use crate::owed::Deadline;
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
            .any(|owed| step.while_owed.contains(&owed.deadline.id))
            || self
                .deadlines()
                .iter()
                .any(|deadline| step.while_owed.contains(&deadline.id) && may_be_owed(deadline, acts));
        (!awaits).then(|| Uncalled::NothingOwed(step.while_owed.clone()))
    }
}

/// Whether it is not told if something is owed: what started it came from elsewhere and does not say on what that hangs. A history that
/// begins in mid-life is not guarded.
fn may_be_owed(deadline: &Deadline, acts: &[RequestAct<'_>]) -> bool {
    let unsaid = |act: &RequestAct<'_>| {
        deadline
            .conditions
            .when
            .iter()
            .any(|said| act.values.first(&said.element).is_none())
    };
    let starts = |act: &RequestAct<'_>| deadline.starts.as_deref() == Some(act.kind);
    let is_met = |act: &RequestAct<'_>| deadline.met_by.iter().any(|kind| kind == act.kind);
    acts.iter().any(|act| starts(act) && unsaid(act)) && !acts.iter().any(is_met)
}
