//! What follows a change of the facts: a person surrendered or dead, a warrant amended, vacated or made public, leads for
//! open requests about the same person to an act or to another request.

use crate::Pack;
use crate::count::Days;
use crate::fact::Fact;
use crate::life::{Move, RequestAct};
use jiff::civil::Date;

/// A change of the facts about a person, and what it leads to in open requests about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Id: `person-died`.
    pub id: String,
    /// Key in the pack's texts: `law-change-` and the id, what happened; `.do` behind it says what is to be done.
    pub text_key: String,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Ids of the moves that it may lead to, that which is meant first.
    pub leads_to: Vec<String>,
    /// Whether another request may take the place of this one: a draft with its text is offered.
    pub redraft: bool,
    /// The facts that are such a change.
    pub(crate) of: Vec<ChangedFact>,
    /// Whether it also counts where it happened before the request began.
    pub(crate) whenever: bool,
    pub(crate) forms: Vec<String>,
    pub(crate) days: Days,
}

/// A fact, and the words with which it says what it is; without any, whatever it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangedFact {
    pub fact: Fact,
    pub words: Vec<String>,
}

/// Something that happened to the person of a request or under a warrant for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened<'a> {
    /// What.
    pub fact: Fact,
    /// How it says what it is: why proceedings ended (`died`), which milestone it was (`warrant amended`).
    pub word: Option<&'a str>,
    /// Its day.
    pub on: Date,
}

/// That something which happened leads to something in a request, and nobody did it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following<'a> {
    /// The change that it is.
    pub change: &'a Change,
    /// Index of what happened.
    pub happened: usize,
    /// The moves that it leads to and that can be made from where the request stands, that which is meant first.
    pub moves: Vec<&'a Move>,
}

impl Change {
    fn is(&self, happened: &Happened<'_>) -> bool {
        let of = |of: &ChangedFact| {
            let said = |word: &String| happened.word == Some(word.as_str());
            of.fact == happened.fact && (of.words.is_empty() || of.words.iter().any(said))
        };
        self.days.hold(happened.on) && self.of.iter().any(of)
    }
}

impl Pack {
    /// The changes that lead to something, in the order of the pack.
    pub fn changes(&self) -> &[Change] {
        &self.requests.changes
    }

    /// What a request of a form is to be looked at again for: what happened, by the first change that it is, in the order in
    /// which it was given. Nothing of a request that is over; nothing that was done since, on that day or later; nothing that
    /// happened before the request began, unless it counts whenever it happened.
    ///
    /// The acts come in the order of their days, then of recording. `today` is the day on which moves are offered.
    pub fn followings(&self, form: &str, acts: &[RequestAct<'_>], happened: &[Happened<'_>], today: Date) -> Vec<Following<'_>> {
        let (Some(course), Some(first)) = (self.course_of_request(form, acts), acts.first()) else {
            return Vec::new();
        };
        if course.state.over {
            return Vec::new();
        }
        let open = self.moves_open(form, acts, today);
        let following = |(at, what): (usize, &Happened<'_>)| {
            let of_form = |change: &&Change| change.forms.is_empty() || change.forms.iter().any(|f| f == form);
            let change = self.requests.changes.iter().filter(of_form).find(|change| change.is(what))?;
            let in_time = change.whenever || first.on <= what.on;
            let is_done = |act: &RequestAct<'_>| {
                let step = self.move_of_act(form, act.kind, act.on);
                what.on <= act.on && step.is_some_and(|step| change.leads_to.contains(&step.id))
            };
            if !in_time || acts.iter().any(is_done) {
                return None;
            }
            let moves = change
                .leads_to
                .iter()
                .filter_map(|id| open.iter().find(|step| step.id == *id).copied());
            Some(Following {
                change,
                happened: at,
                moves: moves.collect(),
            })
        };
        happened.iter().enumerate().filter_map(following).collect()
    }
}
