//! What a viewer may see beyond the public, laid over the read tables.
//!
//! Read tables hold what is public. A unit about which the viewer may see more stands here instead, derived in
//! memory out of all that they may see of it, and what the tables say of it is taken off. So nothing that is
//! not public is derived into a table, and whoever may see nothing more asks nothing more.

use super::View;
use super::folded::{Folded, grouped_by_unit};
use super::look::Look;
use crate::port::{Derive, ListAt, Of, Recorded, Scopes, Sought, Unit};
use access::Viewer;
use jiff::civil::Date;
use record::audience::Level;
use record::entry::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// The units about which a viewer may see more than is public.
pub(crate) struct Beyond {
    /// Texts of the units.
    units: BTreeSet<String>,
    /// What the viewer may see of them.
    seen: Folded,
    /// What is public of them, which the read tables hold.
    public: Folded,
}

impl Beyond {
    /// For the viewer of a look; none where nothing that is not public is open to them.
    pub async fn of(look: &Look<'_>) -> View<Option<Beyond>> {
        let derive = look.derive();
        let opened = look.register.store.beyond(look.viewer).await?;
        let units: BTreeSet<Unit> = opened.iter().flat_map(|recorded| derive.units(&recorded.entry)).collect();
        if units.is_empty() {
            return Ok(None);
        }
        let (mut subjects, mut matters) = (Vec::new(), Vec::new());
        for unit in &units {
            match unit {
                Unit::Person(key) => subjects.push(Subject::Person(key.clone())),
                Unit::State(code) => subjects.push(Subject::State(code.clone())),
                Unit::Matter(matter) => matters.push(matter.clone()),
            }
        }
        // What is not public lies there already: to read it once more would tell that each of these matters was opened.
        let mut entries: BTreeMap<u64, Recorded> = opened.into_iter().map(|recorded| (recorded.position, recorded)).collect();
        for of in [Of::About(subjects), Of::Matters(matters)] {
            let read = look.register.store.entries(&Viewer::public(), of, None).await?;
            entries.extend(read.into_iter().map(|recorded| (recorded.position, recorded)));
        }
        let mut seen = grouped_by_unit(&derive, entries.into_values().collect());
        seen.retain(|unit, _| units.contains(unit));
        let mut public = seen.clone();
        for entries in public.values_mut() {
            entries.retain(|recorded| recorded.audience.level == Level::Public);
        }
        public.retain(|_, entries| !entries.is_empty());
        Ok(Some(Beyond {
            units: units.iter().map(Unit::text).collect(),
            seen: Folded::of(&derive, seen),
            public: Folded::of(&derive, public),
        }))
    }

    /// How many rows of the tables are enough for a page: those of it, and all that are taken off.
    pub fn limit(&self, at: &ListAt) -> usize {
        let all = ListAt {
            limit: usize::MAX,
            ..at.clone()
        };
        at.limit.saturating_add(self.public.list(&all).len())
    }

    /// How many names of the tables are enough for so many.
    pub fn limit_of_names(&self, limit: usize) -> usize {
        limit.saturating_add(self.units.len())
    }

    /// A page of a list, out of the rows of the tables, [`Beyond::limit`] of them.
    pub fn list(&self, at: &ListAt, mut rows: Vec<(Date, String)>) -> Vec<(Date, String)> {
        rows.retain(|(_, unit)| !self.units.contains(unit));
        rows.extend(self.seen.list(at));
        rows.sort();
        rows.truncate(at.limit);
        rows
    }

    /// Counts, out of those of the tables.
    pub fn counts(&self, hindsight: bool, list: &str, scopes: Scopes<'_>, day: Date, told: Vec<(String, u64)>) -> Vec<(String, u64)> {
        let mut counts: BTreeMap<String, u64> = told.into_iter().collect();
        for (scope, count) in self.seen.counts(hindsight, list, scopes, day) {
            *counts.entry(scope).or_default() += count;
        }
        for (scope, count) in self.public.counts(hindsight, list, scopes, day) {
            let here = counts.entry(scope).or_default();
            *here = here.saturating_sub(count);
        }
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// Days on which a count changed, out of those of the tables.
    pub fn steps(&self, hindsight: bool, list: &str, scope: &str, told: Vec<(Date, u64)>) -> Vec<(Date, u64)> {
        let (seen, public) = (self.seen.steps(hindsight, list, scope), self.public.steps(hindsight, list, scope));
        let on = |steps: &[(Date, u64)], day: Date| {
            let after = steps.partition_point(|(from, _)| *from <= day);
            after.checked_sub(1).and_then(|last| steps.get(last)).map_or(0, |(_, count)| *count)
        };
        let days: BTreeSet<Date> = [&told, &seen, &public].into_iter().flatten().map(|(day, _)| *day).collect();
        let mut count = 0;
        let mut steps = Vec::new();
        for day in days {
            let now = (on(&told, day) + on(&seen, day)).saturating_sub(on(&public, day));
            if now != count {
                steps.push((day, now));
                count = now;
            }
        }
        steps
    }

    /// Texts of units that answer in a way, out of those of the tables, [`Beyond::limit_of_names`] of them.
    pub fn names(&self, way: Sought<'_>, hindsight: bool, day: Date, limit: usize, found: Vec<String>) -> Vec<String> {
        let mut found: BTreeSet<String> = found.into_iter().filter(|unit| !self.units.contains(unit)).collect();
        found.extend(self.seen.names(way, hindsight, day, usize::MAX));
        found.into_iter().take(limit).collect()
    }
}

#[cfg(test)]
#[path = "beyond_tests.rs"]
mod tests;
