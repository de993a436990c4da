//! Treaties: which acts lead a State from which standing to which, and the course that its acts give it.

use crate::Pack;
use jiff::ToSpan;
use jiff::civil::Date;

/// The acts of a State under a treaty, as the kinds of the record's entries, in the order in which acts
/// of one day take effect.
///
/// The list is documented for authors of packs in `docs/law-packs.md`; a test holds the two equal.
pub const TREATY_ACTS: [&str; 8] = [
    "treaty.signed",
    "treaty.intent-declared",
    "treaty.joined",
    "treaty.instrument-withdrawn",
    "treaty.withdrawal-announced",
    "treaty.withdrawal-notified",
    "treaty.withdrawal-rescinded",
    "treaty.position-unresolved",
];

/// The ways of joining a treaty: what [`TreatyAct::by`] may say.
pub const WAYS_OF_JOINING: [&str; 5] = ["ratification", "acceptance", "approval", "accession", "succession"];

/// A treaty of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treaty {
    /// Id: `rome-statute`, `apic`.
    pub id: String,
    /// Day on which it was adopted, the first on which a State can have a standing under it.
    pub adopted: Date,
    /// Day on which it entered into force: no term and no stated day binds a State before.
    pub in_force: Date,
    /// Day on which it was settled that it enters into force on that day: before, nobody could know.
    pub settled: Date,
    /// Ids of the rules by which it entered into force.
    pub rests_on: Vec<String>,
    /// Key of its name in the pack's Fluent files; `.short` behind it is the short name.
    pub text_key: String,
}

/// What a State may be under a treaty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Id within its treaty, e.g. `signatory`, `withdrawing`.
    pub id: String,
    /// Whether a State of this standing counts as a State Party.
    pub party: bool,
    /// Whether the position of the State is known; where not, a count is given without it and names it.
    pub known: bool,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Key of its name in the pack's Fluent files: `law-standing-`, the treaty's id, `-` and its own.
    pub text_key: String,
}

/// An act of one State under a treaty, as far as the reader may count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreatyAct<'a> {
    /// Kind of the act, one of [`TREATY_ACTS`]; others are passed over.
    pub kind: &'a str,
    /// For `treaty.joined` the way, one of [`WAYS_OF_JOINING`].
    pub by: Option<&'a str>,
    /// The first day on which it counts; see [`Pack::counts_on`].
    pub counts_on: Date,
    /// For `treaty.joined` the day from which a source says that the State is bound; for
    /// `treaty.withdrawal-notified` the day that the notice states.
    pub stated: Option<Date>,
}

/// One change of standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<'a> {
    /// First day of the standing; it lasts until the day before the next turn.
    pub from: Date,
    /// The standing that begins.
    pub standing: &'a Standing,
    /// Index of the act it came of.
    pub act: usize,
    /// Whether it came by the lapse of a term, not on the day of the act.
    pub by_term: bool,
    /// Ids of the rules on which the change rests.
    pub rests_on: Vec<&'a str>,
}

/// The standings and moves of a treaty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moves {
    pub standings: Vec<Standing>,
    pub moves: Vec<Move>,
}

/// What an act does, in force while all the rules hold on which it rests. Standings are told by their
/// place in the treaty's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub act: String,
    /// The ways of joining that are meant; empty where it is any way that no other move names.
    pub by: Vec<String>,
    /// The standings out of which it leads; none stands for a State that has none yet.
    pub from: Vec<Option<usize>>,
    pub to: usize,
    pub on: EffectiveOn,
    pub begins: Date,
    pub ends: Option<Date>,
    pub rests_on: Vec<String>,
    pub term: Option<Term>,
}

/// The day on which a move takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EffectiveOn {
    /// The day of the act.
    ItsDay,
    /// The day that is stated for it; its own day where none is.
    StatedDay,
}

/// A term that runs from a move while the standing lasts to which it led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub length: Length,
    pub counted: Counted,
    /// Whether a later day that the act states takes the place of the last day.
    pub or_later_stated: bool,
    pub to: usize,
    pub rests_on: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Days(i32),
    Years(i16),
}

/// How the day is found on which a term leads on. The day from which it runs is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// The last day of the term: the thirtieth day following (Agreement on Privileges and Immunities,
    /// article 35(2)), the same day a year later (Statute, article 127(1)).
    OnThatDay,
    /// The first day of the month after that day (Statute, article 126(2)).
    FirstOfMonthAfter,
}

impl Term {
    fn due(&self, from: Date, stated: Option<Date>) -> Date {
        let last = match self.length {
            Length::Days(days) => from.saturating_add(days.days()),
            Length::Years(years) => from.saturating_add(years.years()),
        };
        let day = match self.counted {
            Counted::OnThatDay => last,
            Counted::FirstOfMonthAfter => last.last_of_month().saturating_add(1.day()),
        };
        stated.filter(|_| self.or_later_stated).map_or(day, |stated| stated.max(day))
    }
}

impl Move {
    /// Whether an act is one of those that the move is about, whatever the State's standing.
    fn is_about(&self, act: &TreatyAct<'_>) -> bool {
        let in_force = self.begins <= act.counts_on && self.ends.is_none_or(|last| act.counts_on <= last);
        in_force && self.act == act.kind && (self.by.is_empty() || self.by.iter().any(|by| Some(by.as_str()) == act.by))
    }
}

impl Moves {
    /// The move of an act out of a standing: one that names the way of joining goes before one that does not.
    fn of(&self, act: &TreatyAct<'_>, held: Option<usize>) -> Option<&Move> {
        let fits = |m: &&Move| m.is_about(act) && m.from.contains(&held);
        let named = self.moves.iter().filter(|m| !m.by.is_empty()).find(fits);
        named.or_else(|| self.moves.iter().find(fits))
    }

    /// The day on which an act takes effect.
    fn effective_on(&self, act: &TreatyAct<'_>, in_force: Date) -> Date {
        let on_stated_day = |m: &&Move| m.on == EffectiveOn::StatedDay && m.is_about(act);
        match self.moves.iter().find(on_stated_day) {
            Some(_) => act.stated.unwrap_or(act.counts_on).max(in_force),
            None => act.counts_on,
        }
    }
}

impl Pack {
    /// The treaties of the pack, in its order.
    pub fn treaties(&self) -> &[Treaty] {
        &self.treaties
    }

    /// The treaty of an id.
    pub fn treaty(&self, id: &str) -> Option<&Treaty> {
        self.treaties.iter().find(|treaty| treaty.id == id)
    }

    /// The standings that a State may have under a treaty, in the order of the pack; empty for an unknown
    /// treaty.
    pub fn standings(&self, treaty: &str) -> &[Standing] {
        self.law_of(treaty).map_or(&[], |(_, law)| &law.standings)
    }

    /// All changes of a State's standing under a treaty that follow from its acts, in the order of days.
    ///
    /// The order of the acts is of no effect. A standing that lasted no day is left out. What the acts so
    /// far lead to on a day to come is included. An act out of a standing from which the pack knows no
    /// move (a second deposit, a notice of withdrawal by a State that is no party) changes nothing, nor does
    /// one from before the adoption of the treaty. Before the first turn the State has no standing.
    pub fn course<'a>(&'a self, treaty: &str, acts: &[TreatyAct<'_>]) -> Vec<Turn<'a>> {
        let Some((treaty, law)) = self.law_of(treaty) else {
            return Vec::new();
        };
        let since_adoption = acts.iter().enumerate().filter(|(_, act)| act.counts_on >= treaty.adopted);
        let mut order: Vec<(Date, usize, &TreatyAct<'_>)> = since_adoption
            .map(|(i, act)| (law.effective_on(act, treaty.in_force), i, act))
            .collect();
        let place = |kind: &str| TREATY_ACTS.iter().position(|k| *k == kind);
        order.sort_by_key(|(day, i, act)| (*day, place(act.kind), act.by, act.counts_on, act.stated, *i));
        let mut walk = Walk {
            treaty,
            law,
            held: None,
            due: None,
            turns: Vec::new(),
        };
        for (day, i, act) in order {
            // What falls due on a day comes before the acts of that day: it takes effect as the day begins.
            walk.lapse(|due| due <= day);
            walk.act(day, i, act);
        }
        walk.lapse(|_| true);
        walk.turns
    }

    fn law_of(&self, treaty: &str) -> Option<(&Treaty, &Moves)> {
        self.treaties.iter().zip(&self.moves).find(|(t, _)| t.id == treaty)
    }
}

/// A State on its way through its acts.
struct Walk<'a> {
    treaty: &'a Treaty,
    law: &'a Moves,
    held: Option<usize>,
    /// The term that runs: the day on which it leads on, and the act from which it runs.
    due: Option<(Date, &'a Term, usize)>,
    turns: Vec<Turn<'a>>,
}

impl<'a> Walk<'a> {
    fn act(&mut self, day: Date, i: usize, act: &TreatyAct<'_>) {
        let Some(step) = self.law.of(act, self.held) else { return };
        self.turn(day, step.to, i, false, &step.rests_on);
        // A term belongs to the standing that ends here.
        self.due = step
            .term
            .as_ref()
            .map(|term| (term.due(day, act.stated).max(self.treaty.in_force), term, i));
    }

    fn lapse(&mut self, is_due: impl Fn(Date) -> bool) {
        let Some((day, term, act)) = self.due.filter(|(day, _, _)| is_due(*day)) else {
            return;
        };
        self.due = None;
        // Who had joined by then is bound by the treaty's own entry into force, not by the rule for later ones.
        let with_the_treaty = day == self.treaty.in_force;
        let rests_on = if with_the_treaty { &self.treaty.rests_on } else { &term.rests_on };
        self.turn(day, term.to, act, true, rests_on);
    }

    fn turn(&mut self, from: Date, to: usize, act: usize, by_term: bool, rests_on: &'a [String]) {
        let Some(standing) = self.law.standings.get(to) else { return };
        self.held = Some(to);
        while self.turns.last().is_some_and(|last| last.from >= from) {
            self.turns.pop();
        }
        if self.turns.last().is_none_or(|last| last.standing != standing) {
            self.turns.push(Turn {
                from,
                standing,
                act,
                by_term,
                rests_on: rests_on.iter().map(String::as_str).collect(),
            });
        }
    }
}
