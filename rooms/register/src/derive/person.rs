//! A person's rows: at each day on which something changes the law is asked for the status, and days with
//! the same answer make one interval.

use super::doubt::{self, FactOf};
use super::{Said, of_name, tokens};
use crate::chain::Held;
use crate::dossier::{Dossier, Instrument, status_under};
use crate::kinds;
use crate::lists;
use crate::names::{fold, fold_text};
use crate::port::{Derived, Fact, NameToken, Recorded, Unit};
use jiff::civil::Date;
use record::when::When;
use std::collections::{BTreeMap, BTreeSet};

/// Derives the rows of a person.
pub(super) fn derive(key: &str, entries: &[Recorded], law: &law::Pack) -> Derived {
    let dossier = Dossier::of(key, entries, law);
    let mut facts: Vec<Fact> = Vec::new();
    let unit = Unit::Person(key.to_owned());
    for hindsight in [false, true] {
        facts.extend(intervals(&dossier, law, hindsight));
        let of_person = facts_of_person(&dossier, hindsight);
        facts.extend(doubt::rows(&unit, doubt::PROCEEDINGS, &dossier.citations, &of_person, hindsight));
    }
    facts.sort();
    Derived {
        facts,
        names: name_tokens(&unit, &dossier),
    }
}

/// The facts in the file of a person that a reader may count on some day.
pub(crate) fn facts_of_person<'f, 'a>(dossier: &'f Dossier<'a>, hindsight: bool) -> Vec<FactOf<'f, 'a>> {
    let named = dossier
        .named
        .iter()
        .filter_map(|named| Some((named, dossier.exists_from(hindsight)?)));
    let acts = dossier.acts().filter_map(|(_, act)| Some((&act.held, act.from(hindsight)?)));
    let fact = |(held, from): (&'f Held<'a>, Date)| {
        let members = kinds::members(&held.now().entry.kind);
        let dated = (held.now().entry.effective != When::Unknown).then_some("effective");
        let fields = dated.into_iter().chain(members.iter().map(|(name, _, _)| *name));
        FactOf {
            fields: fields.filter(|field| held.value(field).is_some()).collect(),
            held,
            from,
        }
    };
    named.chain(acts).map(fact).collect()
}

/// A list, a scope and the day by which the list is ordered.
type Place = (String, String, Date);

fn intervals(dossier: &Dossier, law: &law::Pack, hindsight: bool) -> Vec<Fact> {
    let mut days: BTreeSet<Date> = dossier.acts().filter_map(|(_, act)| act.from(hindsight)).collect();
    let first = days.first().copied();
    days.extend(law_changes(law).filter(|day| first.is_some_and(|first| first < *day)));
    let subject = Unit::Person(dossier.key.to_owned()).text();
    let fact = |(list, scope, since): &Place, from, until| Fact {
        hindsight,
        list: list.clone(),
        scope: scope.clone(),
        from,
        until,
        since: *since,
        subject: subject.clone(),
        kept: lists::kept(list, scope),
    };
    let mut facts: Vec<Fact> = Vec::new();
    let mut open: BTreeMap<Place, Date> = BTreeMap::new();
    for day in &days {
        let places = places_on(dossier, law, hindsight, *day);
        let closed: Vec<Place> = open.keys().filter(|place| !places.contains(*place)).cloned().collect();
        for place in closed {
            if let Some(from) = open.remove(&place) {
                facts.push(fact(&place, from, Some(*day)));
            }
        }
        for place in places {
            open.entry(place).or_insert(*day);
        }
    }
    facts.extend(open.iter().map(|(place, from)| fact(place, *from, None)));
    facts.extend(
        event_days(dossier, hindsight)
            .into_iter()
            .map(|day| fact(&(lists::ACTS.to_owned(), String::new(), lists::mirror(day)), day, None)),
    );
    facts
}

/// The days on which the law itself changed.
fn law_changes(law: &law::Pack) -> impl Iterator<Item = Date> {
    let ends = |rule: &law::Rule| rule.until.and_then(|last| last.tomorrow().ok());
    law.rules().iter().flat_map(move |rule| [Some(rule.from), ends(rule)]).flatten()
}

/// The days on which something happened that a list of latest events tells.
fn event_days(dossier: &Dossier, hindsight: bool) -> BTreeSet<Date> {
    dossier
        .acts()
        .filter(|(instrument, act)| is_event(act.kind(), hindsight) && instrument.seen_closer(act).is_none())
        .filter_map(|(_, act)| act.from(hindsight))
        .collect()
}

/// Whether a list of latest events tells an act of this kind. As public then, an issue is told with its
/// publication.
pub fn is_event(kind: &str, hindsight: bool) -> bool {
    hindsight || !kinds::is_issue(kind)
}

/// All places in which the person stands on a day.
fn places_on(dossier: &Dossier, law: &law::Pack, hindsight: bool, day: Date) -> BTreeSet<Place> {
    let counted: Vec<&Instrument> = dossier.instruments.iter().filter(|i| i.issue().counts(hindsight, day)).collect();
    let since = |instruments: &[&Instrument]| instruments.iter().filter_map(|i| i.issue().from(hindsight)).min();
    let mut places = BTreeSet::new();
    let mut put = |list: &str, scopes: &[String], since: Option<Date>| {
        if let Some(since) = since {
            places.extend(scopes.iter().map(|scope| (list.to_owned(), scope.clone(), since)));
        }
    };
    let warrants: Vec<&Instrument> = counted.iter().copied().filter(|i| i.is_warrant()).collect();
    put(lists::NAMED, &scopes(&warrants), since(&warrants));
    put(lists::WARRANTS, &nth(warrants.len()), since(&warrants));
    let summonses: Vec<&Instrument> = counted.iter().copied().filter(|i| !i.is_warrant()).collect();
    put(lists::SUMMONSES, &[String::new()], since(&summonses));
    let situations: Vec<String> = counted.iter().map(|i| format!("{} {}", i.situation_no(), i.situation())).collect();
    put(lists::SITUATIONS, &situations, since(&counted));
    // In the whole list the person stands by all instruments, in that of a situation by those in it: so the
    // sum of a situation adds up as that of the whole record does.
    let numbers: BTreeSet<&str> = counted.iter().map(|i| i.situation_no()).collect();
    let parts = numbers.iter().map(|no| {
        let of: Vec<&Instrument> = counted.iter().copied().filter(|i| i.situation_no() == *no).collect();
        (format!("{}{no}", lists::SITUATION), of)
    });
    for (scope, instruments) in std::iter::once((String::new(), counted.clone())).chain(parts) {
        let Some(status) = status_under(instruments.iter().copied(), law, hindsight, day) else {
            continue;
        };
        let under: Vec<&Instrument> = instruments
            .iter()
            .copied()
            .filter(|i| status.instruments.contains(&i.matter))
            .collect();
        let outstanding = status.id == lists::OUTSTANDING;
        put(
            status.id,
            std::slice::from_ref(&scope),
            since(if outstanding { &under } else { &instruments }),
        );
        if outstanding && scope.is_empty() {
            put(lists::OPEN_WARRANTS, &nth(under.len()), since(&under));
        }
        if status.id == lists::ENDED && scope.is_empty() {
            let reason = end_reason(&under, hindsight, day).unwrap_or_default();
            put(status.id, &[format!("{}{reason}", lists::REASON)], since(&instruments));
        }
    }
    places
}

/// The day by which a person stands in the order of a list on a day; none where they do not stand in it.
pub fn place_in(dossier: &Dossier, law: &law::Pack, (hindsight, day): (bool, Date), list: &str, scope: &str) -> Option<Date> {
    let places = places_on(dossier, law, hindsight, day);
    places
        .into_iter()
        .find_map(|(l, s, since)| (l == list && s == scope).then_some(since))
}

fn scopes(instruments: &[&Instrument]) -> Vec<String> {
    if instruments.is_empty() {
        return Vec::new();
    }
    let situations = instruments.iter().map(|i| format!("{}{}", lists::SITUATION, i.situation_no()));
    std::iter::once(String::new()).chain(situations).collect()
}

fn nth(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{}{n}", lists::NTH)).collect()
}

/// Why the proceedings ended: the reason given for the instrument that ended last.
pub fn end_reason(instruments: &[&Instrument], hindsight: bool, day: Date) -> Option<String> {
    let ends = instruments.iter().filter_map(|i| i.act(kinds::ENDED, hindsight, day));
    ends.max_by_key(|act| act.counts_on)?.held.value("reason")
}

/// The person is found by their names and key, and by the words of what is said of them.
fn name_tokens(unit: &Unit, dossier: &Dossier) -> Vec<NameToken> {
    let (disclosed, effective) = (dossier.exists_from(false), dossier.exists_from(true));
    if effective.is_none() {
        return Vec::new();
    }
    let names = std::iter::once(dossier.name()).chain(dossier.also_known_as());
    let names = names.flat_map(|name| of_name(&name).collect::<Vec<_>>()).chain(fold(dossier.key));
    let names = names.map(|token| (token, disclosed, effective));
    let said = said_of_person(dossier).into_iter();
    let said = said.flat_map(|said| {
        fold_text(&said.text)
            .into_iter()
            .map(move |token| (token, said.disclosed, said.effective))
    });
    tokens(unit, names.chain(said))
}

/// Texts about a person by whose words they are found: situations, numbers of situations and cases, and remarks.
pub(crate) fn said_of_person(dossier: &Dossier) -> Vec<Said> {
    let mut texts: Vec<Said> = Vec::new();
    for instrument in &dossier.instruments {
        let (disclosed, effective) = (instrument.issue().from(false), instrument.issue().from(true));
        let said = [instrument.situation(), instrument.situation_no()]
            .into_iter()
            .chain(instrument.case());
        texts.extend(said.map(|text| Said {
            text: text.to_owned(),
            disclosed,
            effective,
            level: instrument.issue().held.level(),
        }));
    }
    let named = dossier
        .named
        .iter()
        .map(|named| (named, dossier.exists_from(false), dossier.exists_from(true)));
    let acts = dossier.acts().map(|(_, act)| (&act.held, act.from(false), act.from(true)));
    for (held, disclosed, effective) in named.chain(acts) {
        texts.extend(dossier.all_remarks(held).into_iter().map(|remark| Said {
            text: remark.text.to_owned(),
            disclosed: disclosed.map(|day| day.max(remark.written)),
            effective: effective.map(|day| day.max(remark.written)),
            level: remark.level,
        }));
    }
    texts
}

#[cfg(test)]
#[path = "person_tests.rs"]
mod tests;
