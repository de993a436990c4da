//! Treaties with their standings and moves, and what else binds a State.

use super::{Reader, plain};
use crate::obligation::{BINDING_ACTS, Obligation};
use crate::raw::{RawMove, RawObligation, RawStanding, RawTerm, RawTreaty, Source, Word};
use crate::treaty::{Counted, EffectiveOn, Length, Move, Moves, Standing, TREATY_ACTS, Term, Treaty, WAYS_OF_JOINING};
use toml::Spanned;

/// How a pack says that a State has no standing yet.
pub(crate) const NONE: &str = "none";

/// No term of a treaty is longer: a slip of the pen that reaches beyond the calendar is told.
const LONGEST: i64 = 1000;

impl Reader {
    pub(super) fn treaty(&mut self, source: &Source, treaty: &Spanned<RawTreaty>) {
        let raw = treaty.get_ref();
        let id = raw.id.get_ref();
        let taken = self.treaties.iter().any(|(other, _)| other.id == *id);
        self.own_id(source, &raw.id, "treaty", taken);
        self.resting(source, treaty, &raw.rests_on);
        let adopted = self.keep(source.day(&raw.adopted));
        let in_force = self.keep(source.day(&raw.in_force));
        let (Some(adopted), Some(in_force)) = (adopted, in_force) else {
            return;
        };
        if in_force < adopted {
            let reason = format!("`{id}` entered into force on {in_force}, before it was adopted on {adopted}; mend the one or the other");
            self.faults.push(source.fault(&raw.in_force, reason));
        }
        let settled = raw.settled.as_ref().and_then(|day| self.keep(source.day(day))).unwrap_or(in_force);
        if let Some(day) = raw.settled.as_ref().filter(|_| settled < adopted || in_force < settled) {
            let reason = format!(
                "it was settled on {settled} that `{id}` enters into force on {in_force}: that lies between its adoption and that day; mend it"
            );
            self.faults.push(source.fault(day, reason));
        }
        let text_key = format!("law-treaty-{id}");
        for key in [text_key.clone(), format!("{text_key}.short")] {
            self.named.push((key, source.fault(&raw.id, "")));
        }
        let mut law = Moves::default();
        for standing in &raw.standing {
            self.standing(source, id, standing, &mut law);
        }
        for step in &raw.moves {
            self.step(source, step, &mut law);
        }
        for (i, standing) in raw.standing.iter().enumerate() {
            let reached = |m: &Move| m.to == i || m.term.as_ref().is_some_and(|term| term.to == i);
            if !law.moves.iter().any(reached) && self.faults.is_empty() {
                let word = &standing.get_ref().id;
                let reason = format!(
                    "no move of `{id}` leads to `{}`, so that no State is ever one; add a move, or take the standing out",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
        }
        let read = Treaty {
            id: id.clone(),
            adopted,
            in_force,
            settled,
            rests_on: plain(&raw.rests_on),
            text_key,
        };
        self.treaties.push((read, law));
    }

    fn standing(&mut self, source: &Source, treaty: &str, standing: &Spanned<RawStanding>, law: &mut Moves) {
        let raw = standing.get_ref();
        let id = raw.id.get_ref();
        let taken = law.standings.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "standing", taken);
        if id == NONE {
            let reason = "`none` means that a State has no standing yet, and cannot be the id of one; rename it";
            self.faults.push(source.fault(&raw.id, reason));
        }
        if raw.party && raw.unknown {
            let reason = format!("`{id}` counts as a party and has an unknown position, which cannot both be; keep `party` or `unknown`");
            self.faults.push(source.fault(&raw.id, reason));
        }
        self.resting(source, standing, &raw.rests_on);
        let text_key = format!("law-standing-{treaty}-{id}");
        self.named.push((text_key.clone(), source.fault(&raw.id, "")));
        law.standings.push(Standing {
            id: id.clone(),
            party: raw.party,
            known: !raw.unknown,
            rests_on: plain(&raw.rests_on),
            text_key,
        });
    }

    fn step(&mut self, source: &Source, step: &Spanned<RawMove>, law: &mut Moves) {
        let raw = step.get_ref();
        let act = raw.act.get_ref();
        if !TREATY_ACTS.contains(&act.as_str()) {
            let reason = format!("`{act}` is no act under a treaty; the acts are {}", TREATY_ACTS.join(", "));
            self.faults.push(source.fault(&raw.act, reason));
        }
        for by in raw.by.iter().filter(|by| !WAYS_OF_JOINING.contains(&by.get_ref().as_str())) {
            let reason = format!(
                "`{}` is no way of joining a treaty; the ways are {}",
                by.get_ref(),
                WAYS_OF_JOINING.join(", ")
            );
            self.faults.push(source.fault(by, reason));
        }
        if let (Some(by), true) = (raw.by.first(), act != "treaty.joined") {
            let reason = format!("`by` tells ways of joining apart, and `{act}` does not join; take it out");
            self.faults.push(source.fault(by, reason));
        }
        if raw.from.get_ref().is_empty() {
            let reason = "the move leads out of no standing; name one or more under `from`, or none for a State that has none yet";
            self.faults.push(source.fault(&raw.from, reason));
        }
        let from: Vec<Option<usize>> = raw
            .from
            .get_ref()
            .iter()
            .filter_map(|word| match word.get_ref().as_str() {
                NONE => Some(None),
                _ => self.place(source, word, law).map(Some),
            })
            .collect();
        let to = self.place(source, &raw.to, law);
        if to.is_some() && from.contains(&to) {
            let reason = format!(
                "the move leads from `{0}` to `{0}`, which is no move; take it out under `from`",
                raw.to.get_ref()
            );
            self.faults.push(source.fault(&raw.to, reason));
        }
        let on = match raw.effective.as_ref().map(|word| (word, word.get_ref().as_str())) {
            None | Some((_, "on-its-day")) => EffectiveOn::ItsDay,
            Some((_, "on-the-stated-day")) => EffectiveOn::StatedDay,
            Some((word, other)) => {
                let reason = format!("`{other}` is no day on which a move takes effect; write on-its-day or on-the-stated-day");
                self.faults.push(source.fault(word, reason));
                EffectiveOn::ItsDay
            }
        };
        let term = raw.term.as_ref().and_then(|term| self.term(source, term, law));
        let days = self.resting(source, step, &raw.rests_on);
        let (Some(to), Some((begins, ends))) = (to, days) else { return };
        if ends.is_some_and(|ends| ends < begins) {
            let reason =
                format!("the rules on which this move of `{act}` rests never hold on the same day; mend their days, or split the move");
            self.faults.push(source.fault(&raw.act, reason));
        }
        let read = Move {
            act: act.clone(),
            by: plain(&raw.by),
            from,
            to,
            on,
            begins,
            ends,
            rests_on: plain(&raw.rests_on),
            term,
        };
        if law.moves.iter().any(|other| both_meant(other, &read)) {
            let reason = format!(
                "another move of `{act}` leads out of one of these standings on the same days already; let each act lead to one standing"
            );
            self.faults.push(source.fault(&raw.act, reason));
        }
        law.moves.push(read);
    }

    fn term(&mut self, source: &Source, term: &Spanned<RawTerm>, law: &Moves) -> Option<Term> {
        let raw = term.get_ref();
        self.resting(source, term, &raw.rests_on);
        let counted = match raw.counted.get_ref().as_str() {
            "on-that-day" => Some(Counted::OnThatDay),
            "first-of-month-after" => Some(Counted::FirstOfMonthAfter),
            other => {
                let reason = format!("`{other}` is no way of counting a term; write on-that-day or first-of-month-after");
                self.faults.push(source.fault(&raw.counted, reason));
                None
            }
        };
        let length = match (&raw.days, &raw.years) {
            (Some(days), None) => self.length(source, days).map(Length::Days),
            (None, Some(years)) => self.length(source, years).map(Length::Years),
            _ => {
                let reason = "a term has a length in days or in years; write one of `days` and `years`";
                self.faults.push(source.fault(term, reason));
                None
            }
        };
        Some(Term {
            to: self.place(source, &raw.to, law)?,
            length: length?,
            counted: counted?,
            or_later_stated: raw.or_later_stated,
            rests_on: plain(&raw.rests_on),
        })
    }

    fn length<T: TryFrom<i64>>(&mut self, source: &Source, given: &Spanned<i64>) -> Option<T> {
        let length = *given.get_ref();
        let length = T::try_from(length).ok().filter(|_| (1..=LONGEST).contains(&length));
        if length.is_none() {
            let reason = format!("{} is no length of a term; write a number from 1 to {LONGEST}", given.get_ref());
            self.faults.push(source.fault(given, reason));
        }
        length
    }

    fn place(&mut self, source: &Source, word: &Word, law: &Moves) -> Option<usize> {
        let place = law.standings.iter().position(|standing| standing.id == *word.get_ref());
        if place.is_none() {
            let known: Vec<&str> = law.standings.iter().map(|standing| standing.id.as_str()).collect();
            let reason = format!(
                "there is no standing `{}` under this treaty; its standings are {}",
                word.get_ref(),
                known.join(", ")
            );
            self.faults.push(source.fault(word, reason));
        }
        place
    }

    pub(super) fn obligation(&mut self, source: &Source, obligation: &Spanned<RawObligation>) {
        let raw = obligation.get_ref();
        let id = raw.id.get_ref();
        let taken = self.obligations.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "obligation", taken);
        self.resting(source, obligation, &raw.rests_on);
        let act = raw.act.get_ref();
        let Some((_, of_what, members)) = BINDING_ACTS.iter().find(|(kind, _, _)| kind == act) else {
            let known = BINDING_ACTS.map(|(kind, _, _)| kind).join(", ");
            self.faults
                .push(source.fault(&raw.act, format!("`{act}` is no act that binds a State; the acts are {known}")));
            return;
        };
        self.one_of(source, raw.of.as_ref(), of_what, &format!("`of` of `{act}`"));
        self.one_of(source, raw.unless.as_ref(), members, &format!("`unless` of `{act}`"));
        let of = raw.of.as_ref().map(|word| word.get_ref().clone());
        let same = |other: &Obligation| other.act == *act && (other.of.is_none() || of.is_none() || other.of == of);
        if let Some(other) = self.obligations.iter().find(|other| same(other)) {
            let reason = format!("`{}` comes of the same act already; keep one", other.id);
            self.faults.push(source.fault(&raw.act, reason));
        }
        let text_key = format!("law-obligation-{id}");
        self.named.push((text_key.clone(), source.fault(&raw.id, "")));
        self.obligations.push(Obligation {
            id: id.clone(),
            rests_on: plain(&raw.rests_on),
            unless: raw.unless.as_ref().map(|word| word.get_ref().clone()),
            text_key,
            act: act.clone(),
            of,
        });
    }

    fn one_of(&mut self, source: &Source, word: Option<&Word>, known: &[&str], what: &str) {
        let Some(word) = word.filter(|word| !known.contains(&word.get_ref().as_str())) else {
            return;
        };
        let mend = if known.is_empty() {
            "it has none; take it out".to_owned()
        } else {
            format!("write one of {}", known.join(", "))
        };
        self.faults
            .push(source.fault(word, format!("`{}` cannot be the {what}; {mend}", word.get_ref())));
    }
}

/// Whether an act could follow either of two moves.
fn both_meant(one: &Move, other: &Move) -> bool {
    let same_act = one.act == other.act && one.from.iter().any(|from| other.from.contains(from));
    // A move that names ways of joining goes before one that names none, so that these two do not collide.
    let same_way = if one.by.is_empty() || other.by.is_empty() {
        one.by.is_empty() && other.by.is_empty()
    } else {
        one.by.iter().any(|by| other.by.contains(by))
    };
    let same_days = one.ends.is_none_or(|last| other.begins <= last) && other.ends.is_none_or(|last| one.begins <= last);
    same_act && same_way && same_days
}
