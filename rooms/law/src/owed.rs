//! What is owed: deadlines that acts start, and the acts that meet them.

use crate::Pack;
use crate::count::{Counted, Days, Due};
use crate::life::{RequestAct, Side};
use crate::values::Conditions;
use jiff::civil::Date;

/// Something that one side owes after an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Id: `documents-after-provisional-arrest`.
    pub id: String,
    /// Key in the pack's texts: `law-deadline-` and the id, what is owed; `.lapse` behind it says what follows if it
    /// lapses, `.counting` how it is counted.
    pub text_key: String,
    /// Who owes it.
    pub owed_by: Side,
    /// Whether it is policy of this register and no law.
    pub policy: bool,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Ids of the forms that know it; empty where all do.
    pub forms: Vec<String>,
    /// Id of the form of the request that brings what is owed, after a provisional arrest the request for surrender: whether that
    /// one is in time counts from the day since which this is owed.
    pub followed_by: Option<String>,
    /// The act that starts it; none where whoever asks gives the day, see [`Pack::due_from`].
    pub(crate) starts: Option<String>,
    pub(crate) conditions: Conditions,
    pub(crate) length: Length,
    /// Whether nothing is owed where the starting act sets no day.
    pub(crate) only_if_set: bool,
    pub(crate) met_by: Vec<String>,
    /// Whether it is not owed again while it is owed.
    pub(crate) once: bool,
    /// Whether nothing is owed where it was met already when what starts it happens.
    pub(crate) met_before: bool,
    pub(crate) ends: Vec<End>,
    /// Whether an act that meets it meets one at a time.
    pub(crate) singly: bool,
    /// The element by which the starting act is told apart, and that by which the meeting act names it.
    pub(crate) pairs: Option<(String, String)>,
    pub(crate) days: Days,
}

impl Deadline {
    /// The acts that meet it, in the order of the pack: the one that is meant first.
    pub fn met_by(&self) -> &[String] {
        &self.met_by
    }

    /// The elements by which one of several that are owed is told apart: that of the act which starts it, and that of the act which
    /// meets it; none where they are not told apart.
    pub fn pairs(&self) -> Option<(&str, &str)> {
        self.pairs.as_ref().map(|(named, by)| (named.as_str(), by.as_str()))
    }
}

/// An act that ends a deadline unmet, where what it carries says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub act: String,
    pub conditions: Conditions,
}

/// How long a deadline runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// The law sets no day.
    NoDay,
    Days(i64, Counted),
    /// Until the day that the starting act gives in this element.
    SetBy(String),
}

/// One thing that is owed, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed<'a> {
    /// What is owed.
    pub deadline: &'a Deadline,
    /// Index of the act since which it is owed.
    pub since: usize,
    /// When it is due; none where it is owed without a day.
    pub due: Option<Due>,
    /// Index of the act that met it.
    pub met: Option<usize>,
    /// Index of the act that ended it unmet, such as the withdrawal of the request.
    pub ended: Option<usize>,
}

impl Owed<'_> {
    /// Whether it is still owed.
    pub fn is_open(&self) -> bool {
        self.met.is_none() && self.ended.is_none()
    }
}

impl Pack {
    /// The deadlines, in the order of the pack.
    pub fn deadlines(&self) -> &[Deadline] {
        &self.requests.deadlines
    }

    /// The deadline of an id.
    pub fn deadline(&self, id: &str) -> Option<&Deadline> {
        self.requests.deadlines.iter().find(|deadline| deadline.id == id)
    }

    /// When a deadline is due that runs from a day; none where it has no length of its own.
    pub fn due_from(&self, deadline: &Deadline, from: Date) -> Option<Due> {
        match deadline.length {
            Length::Days(days, counted) => Some(self.due_after(from, days, counted)),
            Length::NoDay | Length::SetBy(_) => None,
        }
    }

    /// All that was owed after the acts of a request, in the order of the acts since which it is owed.
    ///
    /// The acts come in the order of their days, then of recording. What is open when a request is over ends with it, and
    /// is owed again if the request comes back to life. An act of a request that is over starts nothing.
    pub fn owed(&self, form: &str, acts: &[RequestAct<'_>]) -> Vec<Owed<'_>> {
        let states = self.states_after(form, acts, &mut Vec::new());
        let mut owed: Vec<Owed> = Vec::new();
        // What the end of the request closed.
        let mut closed: Vec<usize> = Vec::new();
        for i in 0..acts.len() {
            let over = states.get(i + 1).is_none_or(|state| state.over);
            if !over {
                for at in closed.drain(..) {
                    owed.iter_mut().skip(at).take(1).for_each(|o| o.ended = None);
                }
            }
            self.settle(form, i, acts, &mut owed);
            if over {
                for (at, open) in owed.iter_mut().enumerate().filter(|(_, o)| o.is_open()) {
                    open.ended = Some(i);
                    closed.push(at);
                }
            } else {
                let started = self.started(form, i, acts);
                let is_owed = |new: &Owed| new.deadline.once && owed.iter().any(|o| o.is_open() && std::ptr::eq(o.deadline, new.deadline));
                let started: Vec<Owed> = started.into_iter().filter(|new| !is_owed(new)).collect();
                owed.extend(started);
            }
        }
        owed
    }

    /// What an act starts.
    fn started<'a>(&'a self, form: &str, since: usize, acts: &[RequestAct<'_>]) -> Vec<Owed<'a>> {
        let Some(act) = acts.get(since) else { return Vec::new() };
        let is_met = |d: &Deadline| {
            d.met_before
                && acts
                    .iter()
                    .take(since)
                    .any(|before| d.met_by.iter().any(|kind| kind == before.kind))
        };
        let is_set = |d: &Deadline| match &d.length {
            Length::SetBy(element) if d.only_if_set => act.values.first(element).is_some(),
            _ => true,
        };
        let starts = |d: &&Deadline| {
            let of_form = d.forms.is_empty() || d.forms.iter().any(|f| f == form);
            of_form
                && d.starts.as_deref() == Some(act.kind)
                && d.days.hold(act.on)
                && d.conditions.hold(act.values)
                && is_set(d)
                && !is_met(d)
        };
        let started = self.requests.deadlines.iter().filter(starts).map(|deadline| Owed {
            deadline,
            since,
            due: match &deadline.length {
                Length::SetBy(element) => act.values.first(element).and_then(|day| day.parse().ok()).map(set),
                Length::NoDay | Length::Days(..) => self.due_from(deadline, act.on),
            },
            met: None,
            ended: None,
        });
        started.collect()
    }

    /// What an act meets or ends.
    fn settle(&self, form: &str, i: usize, acts: &[RequestAct<'_>], owed: &mut [Owed<'_>]) {
        let Some(act) = acts.get(i).filter(|act| self.move_of_act(form, act.kind, act.on).is_some()) else {
            return;
        };
        for deadline in &self.requests.deadlines {
            let mut open: Vec<&mut Owed> = owed
                .iter_mut()
                .filter(|o| o.is_open() && std::ptr::eq(o.deadline, deadline))
                .collect();
            let ends = |end: &End| end.act == act.kind && end.conditions.hold(act.values);
            if deadline.ends.iter().any(ends) {
                open.iter_mut().for_each(|o| o.ended = Some(i));
            } else if deadline.met_by.iter().any(|kind| kind == act.kind) {
                if deadline.singly {
                    let pairs = deadline.pairs.as_ref();
                    let name = pairs.and_then(|(_, of_end)| act.values.first(of_end));
                    let bears = |o: &Owed, name: Option<&str>| {
                        let start = acts.get(o.since);
                        pairs.is_some_and(|(of_start, _)| start.is_some_and(|start| start.values.first(of_start) == name))
                    };
                    // A name that none of them bears is one of what bears none itself.
                    let one = match name {
                        Some(_) => open
                            .iter()
                            .position(|o| bears(o, name))
                            .or_else(|| open.iter().position(|o| bears(o, None))),
                        None => Some(0),
                    };
                    if let Some(one) = one.and_then(|at| open.get_mut(at)) {
                        one.met = Some(i);
                    }
                } else {
                    open.iter_mut().for_each(|o| o.met = Some(i));
                }
            }
        }
    }
}

/// Due on a day that an act set.
fn set(day: Date) -> Due {
    Due {
        first: day,
        last: day,
        counts: Vec::new(),
    }
}
