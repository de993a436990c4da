//! The lists that entries make, kept in memory: what the read tables say, by the same derivation.

use super::look::grouped;
use crate::port::{Derive, Fact, ListAt, NameToken, Recorded, Scopes, Sought, Unit};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The lists that the entries of some units make.
#[derive(Default)]
pub(crate) struct Folded {
    facts: Vec<Fact>,
    names: Vec<NameToken>,
}

/// Entries under each of the units whose rows they change, in the order of recording.
pub(crate) fn grouped_by_unit(derive: &dyn Derive, entries: Vec<Recorded>) -> BTreeMap<Unit, Vec<Recorded>> {
    grouped(entries, |recorded| derive.units(&recorded.entry).into_iter().collect())
}

impl Folded {
    #[cfg(test)]
    pub(super) fn from_parts(facts: Vec<Fact>, names: Vec<NameToken>) -> Folded {
        Folded { facts, names }
    }

    /// Derived out of the entries of each unit.
    pub fn of(derive: &dyn Derive, units: BTreeMap<Unit, Vec<Recorded>>) -> Folded {
        let mut folded = Folded::default();
        for (unit, entries) in units {
            let derived = derive.derive(&unit, &entries);
            folded.facts.extend(derived.facts);
            folded.names.extend(derived.names);
        }
        folded
    }

    fn on<'f>(&'f self, hindsight: bool, list: &'f str, day: Date) -> impl Iterator<Item = &'f Fact> {
        let here = move |f: &&Fact| f.hindsight == hindsight && f.list == list && f.from <= day && f.until.is_none_or(|until| day < until);
        self.facts.iter().filter(here)
    }

    /// A page of a list as at a day; see [`crate::port::Store::list`].
    pub fn list(&self, at: &ListAt) -> Vec<(Date, String)> {
        let rows = self.on(at.hindsight, &at.list, at.day).filter(|f| f.scope == at.scope);
        let rows = rows
            .filter(|f| at.since_by.is_none_or(|by| f.since <= by))
            .map(|f| (f.since, f.subject.clone()));
        let mut rows: Vec<_> = rows.filter(|row| at.after.as_ref().is_none_or(|after| row > after)).collect();
        rows.sort();
        rows.truncate(at.limit);
        rows
    }

    /// How many stand in parts of a list on a day, by scope.
    pub fn counts(&self, hindsight: bool, list: &str, scopes: Scopes<'_>, day: Date) -> Vec<(String, u64)> {
        let asked = |scope: &str| match scopes {
            Scopes::One(one) => scope == one,
            Scopes::Beginning(beginning) => scope.starts_with(beginning),
        };
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for fact in self.on(hindsight, list, day).filter(|f| asked(&f.scope)) {
            *counts.entry(fact.scope.clone()).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// The days on which a count changed, and what it was from then.
    pub fn steps(&self, hindsight: bool, list: &str, scope: &str) -> Vec<(Date, u64)> {
        let mut changes: BTreeMap<Date, i64> = BTreeMap::new();
        for fact in self
            .facts
            .iter()
            .filter(|f| f.hindsight == hindsight && f.list == list && f.scope == scope)
        {
            *changes.entry(fact.from).or_default() += 1;
            if let Some(until) = fact.until {
                *changes.entry(until).or_default() -= 1;
            }
        }
        let mut count = 0i64;
        let steps = changes.into_iter().filter(|(_, change)| *change != 0).map(|(day, change)| {
            count += change;
            (day, count.unsigned_abs())
        });
        steps.collect()
    }

    /// Texts of units that answer in a way; see [`crate::port::Store::names`].
    pub fn names(&self, way: Sought<'_>, hindsight: bool, day: Date, limit: usize) -> Vec<String> {
        let exists = |name: &NameToken| if hindsight { name.effective <= day } else { name.disclosed <= day };
        let by = |tokens: &[String]| -> BTreeSet<&String> {
            let begins = |name: &NameToken| tokens.iter().any(|token| name.token.starts_with(token.as_str()));
            let names = self
                .names
                .iter()
                .filter(|n| n.subject.starts_with(way.sort) && exists(n) && begins(n));
            names.map(|n| &n.subject).collect()
        };
        let Some((first, rest)) = way.words.split_first() else {
            return Vec::new();
        };
        let mut found = by(first);
        for tokens in rest {
            let also = by(tokens);
            found.retain(|subject| also.contains(subject));
        }
        found.into_iter().take(limit).cloned().collect()
    }
}
