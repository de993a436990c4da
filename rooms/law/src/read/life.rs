//! The life of requests: states, groups of states, moves, deadlines and holidays.

use super::awaited::Awaited;
use super::requests::days;
use super::{Reader, plain};
use crate::PackFault;
use crate::count::Counted;
use crate::form::ElementSort;
use crate::life::{LifeState, Move, REQUEST_ROLES, Side};
use crate::owed::{Deadline, End, Length};
use crate::raw::{RawDeadline, RawHolidays, RawLife, RawRequestMove, RawState, RawUse, Source, Word};
use crate::sending::{SendingDate, Tells};
use crate::values::Conditions;
use toml::Spanned;

/// No period of days is longer: a slip of the pen that reaches beyond the calendar is told.
const LONGEST: i64 = 36_500;

impl Reader {
    pub(super) fn life_states(&mut self, source: &Source, life: &RawLife) {
        for state in &life.state {
            self.life_state(source, state);
        }
        for group in &life.group {
            let raw = group.get_ref();
            let id = raw.id.get_ref();
            let taken = self.state_groups.iter().any(|(other, _)| other == id) || self.requests.states.iter().any(|s| s.id == *id);
            self.own_id(source, &raw.id, "state or group of states", taken);
            let states = self.states(source, raw.states.get_ref());
            if states.is_empty() {
                self.faults
                    .push(source.fault(&raw.states, format!("the group `{id}` holds no state; name them under `states`")));
            }
            self.state_groups.push((id.clone(), states));
        }
    }

    fn life_state(&mut self, source: &Source, state: &Spanned<RawState>) {
        let raw = state.get_ref();
        let id = raw.id.get_ref();
        let taken = self.requests.states.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "state", taken);
        let text_key = format!("law-state-{id}");
        self.named.push((text_key.clone(), source.fault(&raw.id, "")));
        self.state_places.push(source.fault(&raw.id, ""));
        self.requests.states.push(LifeState {
            id: id.clone(),
            text_key,
            over: raw.over,
        });
    }

    /// States by their ids and the names of groups, each once.
    fn states(&mut self, source: &Source, words: &[Word]) -> Vec<String> {
        let mut states: Vec<String> = Vec::new();
        for word in words {
            let id = word.get_ref();
            let group = self.state_groups.iter().find(|(group, _)| group == id);
            let meant = match group {
                Some((_, states)) => states.clone(),
                None if self.requests.states.iter().any(|state| state.id == *id) => vec![id.clone()],
                None => {
                    let known: Vec<&str> = self.requests.states.iter().map(|state| state.id.as_str()).collect();
                    let reason = format!(
                        "there is no state `{id}`, nor a group of states; the states are {}",
                        known.join(", ")
                    );
                    self.faults.push(source.fault(word, reason));
                    continue;
                }
            };
            for state in meant {
                if !states.contains(&state) {
                    states.push(state);
                }
            }
        }
        states
    }

    pub(super) fn request_move(&mut self, source: &Source, step: &Spanned<RawRequestMove>, moves: &[&Spanned<RawRequestMove>]) {
        let raw = step.get_ref();
        let id = raw.id.get_ref();
        let taken = self.requests.moves.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "move", taken);
        let act = raw.act.get_ref();
        let word =
            |part: &str| part.starts_with(|c: char| c.is_ascii_lowercase()) && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if !act.strip_prefix("request.").is_some_and(word) {
            let reason =
                format!("`{act}` cannot be the act of a move; write request. and a word in small letters, for example request.transmitted");
            self.faults.push(source.fault(&raw.act, reason));
        }
        self.roles(source, &raw.by, "make this move");
        let mut sides: Vec<Side> = raw.by.get_ref().iter().filter_map(side_of).collect();
        sides.sort();
        sides.dedup();
        if sides.len() > 1 {
            let reason = format!("the move `{id}` is of the Court and of the State at once; write one for each");
            self.faults.push(source.fault(&raw.by, reason));
        }
        self.known_forms(source, &raw.forms);
        let from = self.states(source, &raw.from);
        let stays_in = self.states(source, &raw.stays_in);
        let to = raw
            .to
            .as_ref()
            .and_then(|to| self.states(source, std::slice::from_ref(to)).into_iter().next());
        if from.is_empty() != raw.to.is_none() {
            let reason = format!("the move `{id}` leads out of states under `from` to one under `to`: write both, or `stays_in` alone");
            self.faults.push(source.fault(&raw.id, reason));
        }
        if from.is_empty() && stays_in.is_empty() {
            let reason = format!("the move `{id}` may be made in no state; name them under `from` or `stays_in`");
            self.faults.push(source.fault(&raw.id, reason));
        }
        if let Some(both) = from.iter().find(|state| stays_in.contains(state)) {
            let reason = format!("the move `{id}` leads out of `{both}` and stays in it; keep one");
            self.faults.push(source.fault(&raw.id, reason));
        }
        self.known_acts(source, raw.not_before.iter().chain(&raw.after), moves);
        let awaited = raw.while_owed.iter().map(|word| Awaited {
            deadline: word.get_ref().clone(),
            act: act.clone(),
            place: source.fault(word, ""),
        });
        self.awaited.extend(awaited);
        for word in raw.lets_in.iter().filter(|word| side_of(word) != Some(Side::Court)) {
            let reason = format!("`{}` is no role of the Court that could be let in; mend the word", word.get_ref());
            self.faults.push(source.fault(word, reason));
        }
        let of_the_state = sides.first() == Some(&Side::State);
        if let Some(within) = raw
            .within_the_court
            .as_ref()
            .filter(|within| *within.get_ref() && (raw.sends || of_the_state))
        {
            let reason =
                format!("the move `{id}` is told to the State or by it, and cannot stay within the Court; leave out `within_the_court`");
            self.faults.push(source.fault(within, reason));
        }
        let carries = self.uses(source, &raw.carries);
        self.letter(source, raw, of_the_state);
        let tells = self.tells(source, raw);
        let Some(days) = self.resting(source, step, &raw.rests_on).map(days) else {
            return;
        };
        let text_key = format!("law-move-{id}");
        let place = source.fault(&raw.id, "");
        for key in [text_key.clone(), format!("{text_key}.done")] {
            self.named.push((key, place.clone()));
        }
        if raw.letter.is_some() {
            self.named.push((format!("{text_key}.letter"), place.clone()));
        }
        if let Some(heading) = &raw.heading {
            self.named
                .push((format!("law-heading-{}", heading.get_ref()), source.fault(heading, "")));
        }
        let forms = plain(&raw.forms);
        let same_form = |other: &Move| other.forms.is_empty() || forms.is_empty() || other.forms.iter().any(|form| forms.contains(form));
        if let Some(other) = self
            .requests
            .moves
            .iter()
            .find(|m| m.act == *act && same_form(m) && m.days.meet(days))
        {
            let reason = format!(
                "the move `{}` is recorded as `{act}` already, for a form and on a day of this one; let them differ",
                other.id
            );
            self.faults.push(source.fault(&raw.act, reason));
        }
        if days.until.is_some_and(|until| until < days.from) {
            let reason = format!("the rules on which the move `{id}` rests never hold on the same day; mend their days, or split the move");
            self.faults.push(source.fault(&raw.id, reason));
        }
        self.requests.moves.push(Move {
            sends: raw.sends,
            carries_request: raw.carries_request,
            signs: raw.signs,
            within_the_court: raw.within_the_court.as_ref().is_some_and(|within| *within.get_ref()),
            lets_in: plain(&raw.lets_in),
            letter: raw.letter.as_ref().map(|letter| plain(letter.get_ref())),
            id: id.clone(),
            act: act.clone(),
            heading: raw.heading.as_ref().map(|heading| heading.get_ref().clone()),
            side: sides.first().copied().unwrap_or(Side::Court),
            by: plain(raw.by.get_ref()),
            forms,
            to,
            carries,
            rests_on: plain(&raw.rests_on),
            text_key,
            tells,
            from,
            stays_in,
            not_before: plain(&raw.not_before),
            after: plain(&raw.after),
            once: raw.once,
            while_owed: plain(&raw.while_owed),
            told_only: raw.told_only,
            days,
        });
    }

    /// Which of the three dates of a sending a move tells.
    fn tells(&mut self, source: &Source, raw: &RawRequestMove) -> Option<Tells> {
        if let Some(by) = &raw.tells_by {
            self.is_carried(source, by, &raw.carries, Some(&ElementSort::Day));
            if raw.tells.is_none() {
                let reason = "`tells_by` names the element with the day that the move `tells`; write `tells` too, or take this out";
                self.faults.push(source.fault(by, reason));
            }
        }
        let word = raw.tells.as_ref()?;
        let date = SendingDate::of_word(word.get_ref());
        if date.is_none() {
            let known: Vec<&str> = SendingDate::ALL.iter().map(|date| date.word()).collect();
            let reason = format!("`{}` is no date of a sending; write one of {}", word.get_ref(), known.join(", "));
            self.faults.push(source.fault(word, reason));
        }
        Some(Tells {
            date: date?,
            by: raw.tells_by.as_ref().map(|by| by.get_ref().clone()),
        })
    }

    pub(super) fn known_forms(&mut self, source: &Source, words: &[Word]) {
        for word in words
            .iter()
            .filter(|word| !self.requests.forms.iter().any(|form| form.id == *word.get_ref()))
        {
            let known: Vec<&str> = self.requests.forms.iter().map(|form| form.id.as_str()).collect();
            let reason = format!(
                "there is no form `{}` in this pack; its forms are {}",
                word.get_ref(),
                known.join(", ")
            );
            self.faults.push(source.fault(word, reason));
        }
    }

    /// Words that name acts of moves.
    fn known_acts<'w>(&mut self, source: &Source, words: impl IntoIterator<Item = &'w Word>, moves: &[&Spanned<RawRequestMove>]) {
        for word in words {
            if !moves.iter().any(|m| m.get_ref().act.get_ref() == word.get_ref()) {
                let reason = format!(
                    "no move is recorded as `{}`; mend the act, or write the move under [[life.move]]",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
        }
    }

    pub(super) fn deadline(&mut self, source: &Source, deadline: &Spanned<RawDeadline>, moves: &[&Spanned<RawRequestMove>]) {
        let raw = deadline.get_ref();
        let id = raw.id.get_ref();
        let taken = self.requests.deadlines.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "deadline", taken);
        let owed_by = Side::of_word(raw.owed_by.get_ref());
        if owed_by.is_none() {
            let reason = format!("`{}` is no side; write court or state", raw.owed_by.get_ref());
            self.faults.push(source.fault(&raw.owed_by, reason));
        }
        self.known_forms(source, &raw.forms);
        self.known_forms(source, raw.followed_by.as_slice());
        let ends = raw.ends_with.iter().chain(raw.ends_where.iter().map(|end| &end.act));
        self.known_acts(source, raw.starts.iter().chain(&raw.met_by).chain(ends.clone()), moves);
        if let (Some(word), None) = (raw.met_by.iter().chain(ends).next(), &raw.starts) {
            let reason = format!(
                "`{id}` runs from a day that whoever asks gives, so that no act meets or ends it; write `starts`, or take this out"
            );
            self.faults.push(source.fault(word, reason));
        }
        if let (Some(word), true) = (&raw.starts, raw.met_by.is_empty()) {
            self.faults
                .push(source.fault(word, format!("nothing ever meets `{id}`; name the acts under `met_by`")));
        }
        if let (Some(word), true) = (&raw.met_before, raw.met_by.is_empty()) {
            let reason = format!("nothing meets `{id}`, before or after; name the acts under `met_by`, or take `met_before` out");
            self.faults.push(source.fault(word, reason));
        }
        let carried = |act: Option<&Word>| -> &[Spanned<RawUse>] {
            let step = moves
                .iter()
                .find(|m| act.is_some_and(|act| act.get_ref() == m.get_ref().act.get_ref()));
            step.map_or(&[], |m| &m.get_ref().carries)
        };
        let conditions = self.conditions(source, [&raw.when, &raw.any, &raw.unless], carried(raw.starts.as_ref()));
        let always = raw.ends_with.iter().map(|act| (act, Conditions::default()));
        let mut ends: Vec<(&Word, Conditions)> = always.collect();
        for end in &raw.ends_where {
            let conditions = self.conditions(source, [&end.when, &end.any, &end.unless], carried(Some(&end.act)));
            ends.push((&end.act, conditions));
        }
        let pairs = raw
            .one_by_one
            .as_ref()
            .and_then(|pairs| pairs.named.as_ref().zip(pairs.by.as_ref()));
        for (word, act) in pairs
            .iter()
            .flat_map(|(named, by)| [(*named, raw.starts.as_ref()), (*by, raw.met_by.first())])
        {
            self.is_carried(source, word, carried(act), None);
        }
        let length = self.length_of(source, raw);
        if let Length::SetBy(_) = length
            && let Some(word) = &raw.set_by
        {
            self.is_carried(source, word, carried(raw.starts.as_ref()), Some(&ElementSort::Day));
        }
        if let (Some(word), None) = (&raw.only_if_set, &raw.set_by) {
            let reason = format!("nothing sets the day of `{id}`; name the element under `set_by`, or take `only_if_set` out");
            self.faults.push(source.fault(word, reason));
        }
        let Some(days) = self.resting(source, deadline, &raw.rests_on).map(days) else {
            return;
        };
        let text_key = format!("law-deadline-{id}");
        let place = source.fault(&raw.id, "");
        let counts = match length {
            Length::Days(_, counted) => counted.text_keys(),
            Length::NoDay | Length::SetBy(_) => &[],
        };
        let own = [text_key.clone(), format!("{text_key}.lapse"), format!("{text_key}.counting")];
        let keys = own.into_iter().chain(counts.iter().map(|key| (*key).to_owned()));
        self.named.extend(keys.map(|key| (key, place.clone())));
        self.requests.deadlines.push(Deadline {
            followed_by: raw.followed_by.as_ref().map(|form| form.get_ref().clone()),
            id: id.clone(),
            text_key,
            owed_by: owed_by.unwrap_or(Side::Court),
            policy: raw.policy,
            rests_on: plain(&raw.rests_on),
            forms: plain(&raw.forms),
            starts: raw.starts.as_ref().map(|act| act.get_ref().clone()),
            conditions,
            length,
            met_by: plain(&raw.met_by),
            once: raw.once,
            only_if_set: raw.only_if_set.as_ref().is_some_and(|only| *only.get_ref()),
            met_before: raw.met_before.as_ref().is_some_and(|before| *before.get_ref()),
            ends: ends
                .into_iter()
                .map(|(act, conditions)| End {
                    act: act.get_ref().clone(),
                    conditions,
                })
                .collect(),
            singly: raw.one_by_one.is_some(),
            pairs: pairs.map(|(named, by)| (named.get_ref().clone(), by.get_ref().clone())),
            days,
        });
    }

    pub(super) fn is_carried(&mut self, source: &Source, word: &Word, carried: &[Spanned<RawUse>], sort: Option<&ElementSort>) {
        let id = word.get_ref();
        let is_of_the_sort = sort.is_none_or(|sort| self.sort_of(id) == Some(sort));
        if !(carried.iter().any(|used| used.get_ref().id.get_ref() == id) && is_of_the_sort) {
            let what = if sort.is_some() { "day" } else { "element" };
            let reason = format!("`{id}` is no {what} that this act carries; add it to what its move `carries`, or mend the id");
            self.faults.push(source.fault(word, reason));
        }
    }

    fn length_of(&mut self, source: &Source, raw: &RawDeadline) -> Length {
        let counted = raw.counted.as_ref().and_then(|word| {
            let counted = Counted::WORDS
                .iter()
                .find(|(_, w)| w == word.get_ref())
                .map(|(counted, _)| *counted);
            if counted.is_none() {
                let known: Vec<&str> = Counted::WORDS.iter().map(|(_, word)| *word).collect();
                let reason = format!("`{}` is no way of counting; write one of {}", word.get_ref(), known.join(", "));
                self.faults.push(source.fault(word, reason));
            }
            counted
        });
        match (&raw.days, &raw.counted, &raw.set_by) {
            (Some(days), Some(_), None) => {
                if !(1..=LONGEST).contains(days.get_ref()) {
                    let reason = format!(
                        "{} is no length of a period; write a number of days from 1 to {LONGEST}",
                        days.get_ref()
                    );
                    self.faults.push(source.fault(days, reason));
                }
                Length::Days(*days.get_ref(), counted.unwrap_or(Counted::Both))
            }
            (None, None, Some(element)) => Length::SetBy(element.get_ref().clone()),
            (None, None, None) => Length::NoDay,
            _ => {
                let reason = "a deadline has `days` and how they are `counted`, or is `set_by` an element, or has neither and no day; write one of the three";
                self.faults.push(source.fault(&raw.id, reason));
                Length::NoDay
            }
        }
    }

    pub(super) fn holidays(&mut self, source: &Source, holidays: &RawHolidays) {
        for (year, days) in holidays {
            let Ok(number) = year.get_ref().parse::<i16>() else {
                let reason = format!("`{}` is no year; write the holidays of each year under its number", year.get_ref());
                self.faults.push(source.fault(year, reason));
                continue;
            };
            for day in days {
                let Some(date) = self.keep(source.day(day)) else { continue };
                if date.year() != number {
                    let reason = format!("{date} is no day of {number}; write it under its year");
                    self.faults.push(source.fault(day, reason));
                }
                self.requests.holidays.entry(number).or_default().push(date);
            }
            self.requests.holidays.entry(number).or_default();
        }
    }

    /// Each state is reached, and from each a request can come to an end.
    pub(super) fn every_state_lives(&mut self) {
        let states = &self.requests.states;
        let (Some(first), false) = (states.first(), self.requests.moves.is_empty()) else {
            return;
        };
        let steps: Vec<(&str, &str)> = self
            .requests
            .moves
            .iter()
            .flat_map(|m| {
                m.from
                    .iter()
                    .zip(m.to.iter().cycle())
                    .map(|(from, to)| (from.as_str(), to.as_str()))
            })
            .collect();
        let reached = closure(vec![&first.id], &steps);
        let back: Vec<(&str, &str)> = steps.iter().map(|(from, to)| (*to, *from)).collect();
        let ends = closure(states.iter().filter(|s| s.over).map(|s| s.id.as_str()).collect(), &back);
        let mut faults = Vec::new();
        let begins = |m: &Move| m.carries_request && m.leads(&first.id).is_some();
        let of_form = |form: &str, is: &dyn Fn(&Move) -> bool| self.requests.moves.iter().any(|m| m.is_of(form) && is(m));
        for (form, place) in self.requests.forms.iter().zip(&self.form_places) {
            let mut lacks = |word: &str, what: &str| {
                let reason = format!("no move of the form `{}` {what}; mark one with `{word} = true`", form.id);
                faults.push(PackFault { reason, ..place.clone() });
            };
            if !of_form(&form.id, &begins) {
                lacks("carries_request", "carries the whole request out of the first state");
            }
            if !of_form(&form.id, &|m| m.sends) {
                lacks("sends", "sends the request");
            }
        }
        for (state, place) in states.iter().zip(&self.state_places) {
            let id = &state.id;
            let mut fault = |reason: String| {
                faults.push(PackFault { reason, ..place.clone() });
            };
            if !reached.contains(&id.as_str()) {
                fault(format!(
                    "no move leads to the state `{id}` from the beginning; add a move, or take the state out"
                ));
            }
            if !ends.contains(&id.as_str()) {
                fault(format!(
                    "from the state `{id}` the moves lead round for ever and to no end; add a move to a state that is `over`"
                ));
            }
        }
        self.faults.extend(faults);
    }
}

/// All that is reached from some states.
fn closure<'a>(mut reached: Vec<&'a str>, steps: &[(&'a str, &'a str)]) -> Vec<&'a str> {
    let mut at = 0;
    while let Some(state) = reached.get(at).copied() {
        for (_, to) in steps.iter().filter(|(from, _)| *from == state) {
            if !reached.contains(to) {
                reached.push(to);
            }
        }
        at += 1;
    }
    reached
}

fn side_of(role: &Word) -> Option<Side> {
    REQUEST_ROLES.iter().find(|(word, _)| word == role.get_ref()).map(|(_, side)| *side)
}
