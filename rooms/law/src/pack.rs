//! A law pack: the rules in force on their days, and the questions that it answers.

use crate::contact::ContactRule;
use crate::fact::{Fact, Facts, Weight};
use crate::obligation::Obligation;
use crate::requests::Requests;
use crate::texts::Texts;
use crate::topic::Topic;
use crate::treaty::{Moves, Treaty};
use jiff::ToSpan;
use jiff::civil::Date;

/// One rule: a provision that others can cite, with the days on which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Id, which is the citation: `art-91-2-a`, `icc-asp-12-res-3-2`.
    pub id: String,
    /// The citation in words, in the first language of the pack: `Rome Statute, article 91(2)(a)`.
    pub cites: String,
    /// First day on which it holds.
    pub from: Date,
    /// Last day on which it holds, if it ended.
    pub until: Option<Date>,
    /// Whether it was recalled without its text; every page that rests on it says so.
    pub unverified: bool,
    /// Where the text was read; none where the rule is unverified or a convention of the pack itself.
    pub read_in: Option<String>,
    /// Key of what it says in the pack's Fluent files: `law-` and the id.
    pub text_key: String,
    /// The pack's file in which it stands.
    pub file: String,
}

/// A law pack, read and found without fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    pub(crate) name: String,
    pub(crate) edition: Date,
    pub(crate) rules: Vec<Rule>,
    pub(crate) counting: Vec<Counting>,
    pub(crate) statuses: Vec<StatusRule>,
    pub(crate) weights: Vec<(Fact, Weight)>,
    pub(crate) treaties: Vec<Treaty>,
    /// Of each treaty, in the same order.
    pub(crate) moves: Vec<Moves>,
    pub(crate) obligations: Vec<Obligation>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) contacts: Vec<ContactRule>,
    /// Phrases by which an editor says that something was not read, in lower case.
    pub(crate) not_read: Vec<String>,
    /// Phrases by which an editor says that a law is general law, in lower case.
    pub(crate) general_law: Vec<String>,
    pub(crate) requests: Requests,
    pub(crate) texts: Vec<Texts>,
}

/// From when an act counts, while a rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counting {
    pub rule: String,
    pub from: Date,
    pub until: Option<Date>,
    /// Days after the day of the act.
    pub days: i64,
}

/// The conditions of a status, in force while all the rules hold on which it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatusRule {
    pub id: String,
    pub from: Date,
    pub until: Option<Date>,
    pub when: Facts,
    pub any: Facts,
    pub unless: Facts,
    pub rests_on: Vec<String>,
}

impl StatusRule {
    fn in_force_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    fn holds(&self, facts: Facts) -> bool {
        facts.contains_all(self.when) && (self.any.is_empty() || facts.meets(self.any)) && !facts.meets(self.unless)
    }
}

/// An act under an instrument, as far as the reader may count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act<'a> {
    /// Kind of the act, e.g. `warrant.issued`. Kinds that are no act under an instrument are passed over.
    pub kind: &'a str,
    /// The instrument (matter) under which it stands.
    pub instrument: &'a str,
    /// The first day on which it counts; see [`Pack::counts_on`].
    pub counts_on: Date,
}

/// The status of a person on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status<'a> {
    /// Id of the status in the pack, e.g. `outstanding`.
    pub id: &'a str,
    /// The instruments under which it holds, in the order of their names.
    pub instruments: Vec<&'a str>,
}

impl Pack {
    /// Name of the pack, e.g. `rome-statute`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day of this edition of the pack.
    pub fn edition(&self) -> Date {
        self.edition
    }

    /// The status of a person on a day, out of the acts under all their instruments: the first status of
    /// the pack, in its order, whose conditions hold for any of the instruments by the law of that day.
    ///
    /// The order of the acts is of no effect, nor is an act that counts only after the day. None where no
    /// status holds.
    pub fn status_on<'a>(&'a self, acts: &[Act<'a>], day: Date) -> Option<Status<'a>> {
        // A person has few instruments: a short list is searched faster than a map, and is kept in order.
        let mut instruments: Vec<(&'a str, Facts)> = Vec::new();
        for act in acts.iter().filter(|act| act.counts_on <= day) {
            let Some(fact) = Fact::of_kind(act.kind) else { continue };
            let at = instruments.partition_point(|(name, _)| *name < act.instrument);
            match instruments.get_mut(at) {
                Some((name, facts)) if *name == act.instrument => facts.add(fact),
                _ => instruments.insert(at, (act.instrument, Facts::of(fact))),
            }
        }
        let status = self
            .statuses
            .iter()
            .filter(|status| status.in_force_on(day))
            .find(|status| instruments.iter().any(|(_, facts)| status.holds(*facts)))?;
        instruments.retain(|(_, facts)| status.holds(*facts));
        Some(Status {
            id: &status.id,
            instruments: instruments.into_iter().map(|(name, _)| name).collect(),
        })
    }

    /// The ids of the statuses, in the order in which they are tried.
    pub fn statuses(&self) -> impl Iterator<Item = &str> {
        let first = |i: usize, id: &str| self.statuses.iter().position(|s| s.id == id) == Some(i);
        self.statuses
            .iter()
            .enumerate()
            .filter(move |(i, s)| first(*i, &s.id))
            .map(|(_, s)| s.id.as_str())
    }

    /// The first day on which an act counts, from the last day on which it can have happened.
    ///
    /// Days before the first counting rule are counted by that rule.
    pub fn counts_on(&self, when_last: Date) -> Date {
        let on_its_day = self.counting.iter().rfind(|c| c.from <= when_last).or(self.counting.first());
        when_last.saturating_add(on_its_day.map_or(0, |c| c.days).days())
    }

    /// All rules, in the order of the pack's files and within each in the order of its articles.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of an id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Ids of the rules on which a status rests, that which makes it first; empty for an unknown status.
    pub fn rules_of_status(&self, status: &str) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for id in self.statuses.iter().filter(|s| s.id == status).flat_map(|s| &s.rests_on) {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        ids
    }

    /// The rules that somebody means by a citation as people write it: `91(2)`, `art. 91 (2) (a)`,
    /// `icc-asp-12-res-3-2`, `ICC-ASP/12/Res.3, paragraph 2`, `article 91, paragraphe 2`.
    ///
    /// A citation names a provision with all that stands under it: `91(2)` finds its letters too.
    pub fn find(&self, words: &str) -> Vec<&Rule> {
        crate::find::find(&self.rules, words)
    }

    /// What an act of a kind does to the matter; a step where the pack does not say.
    pub fn weight(&self, kind: &str) -> Weight {
        let of = |fact: Fact| self.weights.iter().find(|(f, _)| *f == fact).map(|(_, weight)| *weight);
        Fact::of_kind(kind).and_then(of).unwrap_or(Weight::Step)
    }

    /// A text of the pack in a language (`en`, `fr`): by the `text_key` of a rule what it says, with
    /// `.cites` behind it its citation in words; by `law-status-` and an id the name of a status; by the
    /// `text_key` of a treaty, standing, obligation or topic its name, of a contact rule what holds, with `.do` behind it
    /// what to do.
    pub fn text(&self, lang: &str, key: &str) -> Option<&str> {
        self.texts.iter().find(|t| t.lang == lang)?.by_key.get(key).map(String::as_str)
    }

    /// The languages in which every text of the pack stands; the first is that of [`Rule::cites`].
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|t| t.lang.as_str())
    }
}
