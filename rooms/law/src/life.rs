//! The life of a request: the states in which it may be, and the moves that lead from one to another.

use crate::Pack;
use crate::count::Days;
use crate::form::{Check, Element};
use crate::sending::Tells;
use crate::values::Values;
use jiff::civil::Date;

/// Which side makes a move, or owes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The Court.
    Court,
    /// The State that was asked.
    State,
}

impl Side {
    /// The side of a word: `court`, `state`.
    pub fn of_word(word: &str) -> Option<Side> {
        [Side::Court, Side::State].into_iter().find(|side| side.word() == word)
    }

    /// `court` or `state`.
    pub fn word(self) -> &'static str {
        match self {
            Side::Court => "court",
            Side::State => "state",
        }
    }
}

/// The roles that may draft, sign or move a request, by the words that the register has for them, each with its side.
///
/// The list is documented for authors of packs in `docs/law-packs.md`; a test holds the two equal.
pub const REQUEST_ROLES: [(&str, Side); 10] = [
    ("presidency", Side::Court),
    ("chambers", Side::Court),
    ("prosecutor", Side::Court),
    ("registry", Side::Court),
    ("victims-and-witnesses", Side::Court),
    ("trust-fund", Side::Court),
    ("central-authority", Side::State),
    ("national-focal-point", Side::State),
    ("embassy", Side::State),
    ("executing-authority", Side::State),
];

/// A state in which a request may be. The first of the pack is the one in which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeState {
    /// Id: `draft`, `transmitted`.
    pub id: String,
    /// Key of its name in the pack's texts: `law-state-` and the id.
    pub text_key: String,
    /// Whether the request is over: nobody owes a next step.
    pub over: bool,
}

/// What somebody may do with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Id: `transmit`.
    pub id: String,
    /// The kind of the entry that records it: `request.transmitted`.
    pub act: String,
    /// Under which heading pages offer it, by a word of the pack: its name is the text `law-heading-` and the word.
    pub heading: Option<String>,
    /// Whose move it is.
    pub side: Side,
    /// Role words of those who may make it.
    pub by: Vec<String>,
    /// Ids of the forms that know it; empty where all do.
    pub forms: Vec<String>,
    /// The state to which it leads; none where it changes no state. See [`Move::leads`].
    pub to: Option<String>,
    /// What it carries.
    pub carries: Vec<Element>,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Whether the request is sent by it: what was done before stays within the Court.
    pub sends: bool,
    /// Whether it carries the whole request: the one that goes to review.
    pub carries_request: bool,
    /// Whether it signs, which asks whoever makes it to show once more who they are.
    pub signs: bool,
    /// Whether it stays within the Court, also in a request that was sent: the requested State is not told of it.
    pub within_the_court: bool,
    /// Role words of the Court that learn of the request by it, and know what comes after: it tells them what is asked.
    pub lets_in: Vec<String>,
    /// Ids of the elements that the letter says by which the Court tells the State of it, in their order; none where there is
    /// no such letter. What is not among them stays out of it, such as who confirmed what the State chose.
    pub letter: Option<Vec<String>>,
    /// Key in the pack's texts: `law-move-` and the id, what a button says; `.done` behind it is what a timeline says,
    /// `.letter` what the Court does by it, for the sentence of its letter.
    pub text_key: String,
    /// Which of the three dates of a sending it tells.
    pub(crate) tells: Option<Tells>,
    /// The states out of which it leads.
    pub(crate) from: Vec<String>,
    /// The states in which it may be made and which it leaves as they are.
    pub(crate) stays_in: Vec<String>,
    /// Acts before the first of which it cannot have happened, where there are any.
    pub(crate) not_before: Vec<String>,
    /// Acts of which one must have been done before it, where there are any: an answer is given to a question.
    pub(crate) after: Vec<String>,
    /// Whether it is done once in a request.
    pub(crate) once: bool,
    /// Ids of deadlines of which one must be owed, where there are any: it meets what is owed, and is no more once that is met.
    pub(crate) while_owed: Vec<String>,
    /// Whether nothing later is taken to show that it was done.
    pub(crate) told_only: bool,
    pub(crate) days: Days,
}

/// A request's act, as far as the reader may see it.
#[derive(Clone, Copy, Debug)]
pub struct RequestAct<'a> {
    /// Kind of the entry: `request.transmitted`. Kinds that are no move of the form are passed over.
    pub kind: &'a str,
    /// The day on which it happened.
    pub on: Date,
    /// What it carries.
    pub values: &'a Values,
}

/// Where a request stands after its acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<'a> {
    /// Its state.
    pub state: &'a LifeState,
    /// Moves that must have been made and are not among the acts, as in an imported history that begins in mid-life,
    /// in the order in which they must have been made.
    pub lacking: Vec<&'a Move>,
}

impl Move {
    /// The acts of which one must have been done before it, where there are any: it answers them.
    pub fn answers_to(&self) -> &[String] {
        &self.after
    }

    /// The state after this move out of a state; none where the move may not be made there.
    pub fn leads<'s>(&'s self, state: &'s str) -> Option<&'s str> {
        if self.from.iter().any(|from| from == state) {
            return Some(self.to.as_deref().unwrap_or(state));
        }
        self.stays_in.iter().any(|stays| stays == state).then_some(state)
    }

    /// Whether what it carries is checked against what is known of the requested State, or the request itself is.
    pub fn asks_of_state(&self) -> bool {
        let of_itself = [Check::NotBeforeSending, Check::AnotherState];
        let asks = |element: &Element| element.check.as_ref().is_some_and(|check| !of_itself.contains(check));
        self.signs || self.sends || self.carries.iter().any(asks)
    }

    /// The act after which alone it can have happened, where it is dated before the first of its kind: a release before the arrest.
    pub fn before_its_time<'a, 'r>(&self, on: Date, acts: &'a [RequestAct<'r>]) -> Option<&'a RequestAct<'r>> {
        let first = |kind: &String| acts.iter().filter(|act| act.kind == *kind).min_by_key(|act| act.on);
        self.not_before.iter().filter_map(first).find(|act| on < act.on)
    }

    /// What its letter says, in the order of the letter; nothing where it has none.
    pub fn says(&self) -> impl Iterator<Item = &Element> {
        let said = self.letter.iter().flatten();
        said.filter_map(|id| self.carries.iter().find(|element| element.id == *id))
    }

    /// The element that holds the channel through which it went; none where it says none that was checked.
    pub fn channel(&self) -> Option<&Element> {
        let is_channel = |element: &&Element| matches!(element.check, Some(Check::AcceptedChannel(_)));
        self.carries.iter().find(is_channel)
    }

    /// Whether it tells one of the three dates of a sending, on which the State had the request or was told of it.
    pub fn tells_a_date(&self) -> bool {
        self.tells.is_some()
    }

    /// Whether a form knows it.
    pub fn is_of(&self, form: &str) -> bool {
        self.forms.is_empty() || self.forms.iter().any(|f| f == form)
    }

    fn holds(&self, form: &str, on: Date) -> bool {
        self.is_of(form) && self.days.hold(on)
    }
}

impl Pack {
    /// The states in which a request may be, in the order of the pack; it begins in the first.
    pub fn life_states(&self) -> &[LifeState] {
        &self.requests.states
    }

    /// The state of an id.
    pub fn life_state(&self, id: &str) -> Option<&LifeState> {
        self.requests.states.iter().find(|state| state.id == id)
    }

    /// All moves, in the order of the pack.
    pub fn moves(&self) -> &[Move] {
        &self.requests.moves
    }

    /// The move of a form that an act of a kind makes on a day.
    pub fn move_of_act(&self, form: &str, kind: &str, on: Date) -> Option<&Move> {
        self.requests.moves.iter().find(|m| m.act == kind && m.holds(form, on))
    }

    /// The moves that begin a request of a form on a day: out of the first state, carrying the whole request.
    pub fn moves_at_first(&self, form: &str, on: Date) -> Vec<&Move> {
        let Some(first) = self.requests.states.first() else {
            return Vec::new();
        };
        let mut moves = self.moves_from(form, &first.id, on);
        moves.retain(|m| m.carries_request);
        moves
    }

    /// The moves that the law knows for a form out of a state on a day, in the order of the pack.
    pub fn moves_from(&self, form: &str, state: &str, on: Date) -> Vec<&Move> {
        let may = |m: &&Move| m.holds(form, on) && m.leads(state).is_some();
        self.requests.moves.iter().filter(may).collect()
    }

    /// The moves that can be made in a request of a form after its acts, on a day: those that the law knows from where it
    /// stands, as far as something calls for them ([`Pack::uncalled`]). In the order of the pack.
    pub fn moves_open(&self, form: &str, acts: &[RequestAct<'_>], on: Date) -> Vec<&Move> {
        let Some(course) = self.course_of_request(form, acts) else {
            return Vec::new();
        };
        let mut moves = self.moves_from(form, &course.state.id, on);
        moves.retain(|m| self.uncalled(m, form, acts).is_none());
        moves
    }

    /// The moves that the law knew for a form out of a state through which a request has passed since it was sent, and does
    /// not know from where it stands: what was done in time may be told late. In the order of the pack, by the law of a day.
    pub fn moves_told_late(&self, form: &str, acts: &[RequestAct<'_>], on: Date) -> Vec<&Move> {
        let states = self.states_after(form, acts, &mut Vec::new());
        let sends = |act: &RequestAct<'_>| self.move_of_act(form, act.kind, act.on).is_some_and(|m| m.sends);
        let passed = states.get(acts.iter().position(sends).unwrap_or(0) + 1..).unwrap_or_default();
        let Some(now) = passed.last() else { return Vec::new() };
        let was_open = |m: &&Move| passed.iter().any(|state| m.leads(&state.id).is_some());
        let called_for = |m: &&Move| self.uncalled_late(m, form, acts).is_none();
        let may = |m: &&Move| m.holds(form, on) && m.leads(&now.id).is_none() && was_open(m) && called_for(m);
        self.requests.moves.iter().filter(may).collect()
    }

    /// Where a request of a form stands after its acts, which come in the order of their days, then of recording.
    ///
    /// An act that the law knows only later in the life of a request leads there by itself, and what must have come
    /// before is [`lacking`](Course::lacking). An act to which nothing leads any more (an acknowledgement of a request
    /// that was withdrawn) changes nothing; nor does one to which only something leads that is never taken to have been
    /// done, such as that a State came back to what it had refused. None where the pack has no such form, or no states.
    pub fn course_of_request(&self, form: &str, acts: &[RequestAct<'_>]) -> Option<Course<'_>> {
        self.form(form)?;
        let mut lacking = Vec::new();
        let state = *self.states_after(form, acts, &mut lacking).last()?;
        // What was recorded out of its order is in this record all the same.
        lacking.retain(|m| acts.iter().all(|act| act.kind != m.act));
        Some(Course { state, lacking })
    }

    /// The act that signed a request and still stands, by its place among the acts: the last that signs, unless the request
    /// went back since to the state in which it began, so that it is to be signed anew.
    pub fn signing_act(&self, form: &str, acts: &[RequestAct<'_>]) -> Option<usize> {
        let first = self.requests.states.first()?;
        let states = self.states_after(form, acts, &mut Vec::new());
        let after = acts.iter().enumerate().zip(states.iter().skip(1));
        after.fold(None, |stands, ((at, act), state)| {
            if self.move_of_act(form, act.kind, act.on).is_some_and(|mv| mv.signs) {
                Some(at)
            } else {
                stands.filter(|_| state.id != first.id)
            }
        })
    }

    /// The state with which a request begins, and that after each of its acts.
    pub(crate) fn states_after<'a>(&'a self, form: &str, acts: &[RequestAct<'_>], lacking: &mut Vec<&'a Move>) -> Vec<&'a LifeState> {
        let mut states: Vec<&LifeState> = self.requests.states.first().into_iter().collect();
        for act in acts {
            let Some(&before) = states.last() else { break };
            states.push(self.state_after(form, before, act, lacking).unwrap_or(before));
        }
        states
    }

    fn state_after<'a>(
        &'a self,
        form: &str,
        before: &'a LifeState,
        act: &RequestAct<'_>,
        lacking: &mut Vec<&'a Move>,
    ) -> Option<&'a LifeState> {
        let step = self.move_of_act(form, act.kind, act.on)?;
        if let Some(to) = step.leads(&before.id) {
            return self.life_state(to);
        }
        // It happened, so the request had come to where it can happen.
        let known: Vec<&Move> = self
            .requests
            .moves
            .iter()
            .filter(|m| m.holds(form, act.on) && m.act != act.kind && !m.told_only)
            .collect();
        let way = way_to(&before.id, step, &known, None)?;
        let must = |m: &&&Move| way_to(&before.id, step, &known, Some(m)).is_none();
        lacking.extend(way.iter().filter(must));
        let last = way.last()?.to.as_deref()?;
        self.life_state(step.leads(last)?)
    }
}

/// A shortest way of moves from a state to where a move may be made, without one of them.
fn way_to<'a>(state: &str, to: &Move, known: &[&'a Move], without: Option<&Move>) -> Option<Vec<&'a Move>> {
    let mut seen: Vec<String> = vec![state.to_owned()];
    let mut ways: Vec<(String, Vec<&'a Move>)> = vec![(state.to_owned(), Vec::new())];
    while !ways.is_empty() {
        let mut next = Vec::new();
        for (at, way) in &ways {
            if to.leads(at).is_some() {
                return Some(way.clone());
            }
            for step in known.iter().filter(|m| without.is_none_or(|w| !std::ptr::eq(**m, w))) {
                let Some(on) = step.leads(at).filter(|on| !seen.iter().any(|s| s == on)) else {
                    continue;
                };
                seen.push(on.to_owned());
                let mut way = way.clone();
                way.push(step);
                next.push((on.to_owned(), way));
            }
        }
        ways = next;
    }
    None
}
