//! Moves that something must have called for: what answers a question, what is done once, what meets a duty.

use crate::Pack;
use crate::life::{Move, RequestAct};
use crate::owed::{Deadline, Length};
use crate::values::{Conditions, Said};
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
            Uncalled::NothingAsked(_) => write!(f, "this answers what was asked, and nothing was asked in this request"),
            Uncalled::DoneAlready => write!(f, "this was done in the request already, and is done once"),
            Uncalled::NothingOwed(_) => write!(f, "nothing awaits this: it is not owed in this request, or came already"),
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
                .any(|deadline| step.while_owed.contains(&deadline.id) && may_be_owed(deadline, form, acts));
        (!awaits).then(|| Uncalled::NothingOwed(step.while_owed.clone()))
    }
}

/// Whether it is not told if something is owed: what started it came from elsewhere and does not say on what that hangs. A history that
/// begins in mid-life is not guarded.
fn may_be_owed(deadline: &Deadline, form: &str, acts: &[RequestAct<'_>]) -> bool {
    let Conditions { when, any, unless } = &deadline.conditions;
    let of_form = deadline.forms.is_empty() || deadline.forms.iter().any(|of| of == form);
    let unsaid = |act: &RequestAct<'_>| {
        let is = |said: &Said| act.values.given(&said.element).any(|text| text == said.word);
        let lacks = |said: &Said| act.values.first(&said.element).is_none();
        let may_be = |said: &Said| is(said) || lacks(said);
        let no_day = match &deadline.length {
            Length::SetBy(element) if deadline.only_if_set => act.values.first(element).is_none(),
            _ => false,
        };
        let open = when.iter().any(lacks) || (!any.iter().any(is) && any.iter().any(lacks)) || no_day;
        open && when.iter().all(may_be) && (any.is_empty() || any.iter().any(may_be)) && !unless.iter().any(is)
    };
    let starts = |act: &RequestAct<'_>| deadline.starts.as_deref() == Some(act.kind);
    let is_met = |act: &RequestAct<'_>| deadline.met_by.iter().any(|kind| kind == act.kind);
    of_form && acts.iter().any(|act| starts(act) && unsaid(act)) && !acts.iter().any(is_met)
}
