//! The decision to read as data, for the place in `store` that puts it on every statement.

use crate::action::Action;
use crate::decide::{Matter, needs_assignment};
use crate::grant::{Grant, Over};
use crate::table;
use crate::viewer::{Viewer, Who};
use record::audience::{Audience, Level, Reader};
use std::collections::{BTreeMap, BTreeSet};

/// What a store selects so that exactly what [`may`](crate::may) allows this viewer to read is read. An entry is
/// selected where
///
/// - its level is one of [`whole`](Filter::whole); or
/// - its level is one of [`listed`](Filter::listed) or [`assigned`](Filter::assigned), one of
///   [`readers`](Filter::readers) is among the words [`let_in`] of its audience, and none is among those left out;
///   and, where the level is one of `assigned`, its matter is one of [`matters`](Filter::matters) up to its level;
///   of a viewer who sees what many have in common ([`Viewer::in_common`]) it leaves nobody out at all.
///
/// A store keeps, of each entry, level, matter, the words of `let_in` and those left out.
#[derive(Clone, PartialEq, Eq)]
pub struct Filter {
    whole: BTreeSet<Level>,
    listed: BTreeSet<Level>,
    assigned: BTreeSet<Level>,
    readers: BTreeSet<String>,
    matters: BTreeMap<String, Level>,
    in_common: bool,
}

impl Filter {
    /// The filter of a viewer.
    pub fn of(viewer: &Viewer) -> Filter {
        let mut filter = Filter {
            whole: levels(table::ANYBODY, Action::Read).collect(),
            listed: BTreeSet::new(),
            assigned: BTreeSet::new(),
            readers: BTreeSet::new(),
            matters: BTreeMap::new(),
            in_common: false,
        };
        match viewer.who() {
            Who::Public => {}
            Who::Operator => filter.whole = Level::ALL.into(),
            Who::Person(person) => {
                let read = levels(table::role(person.role).may, Action::Read).filter(|level| *level <= person.most);
                (filter.assigned, filter.listed) = read.partition(|level| needs_assignment(person.role, *level));
                filter.readers = person.readers.iter().map(Reader::text).collect();
                filter.in_common = person.in_common;
                for assignment in &person.assignments {
                    let up_to = filter.matters.entry(assignment.matter.clone()).or_insert(assignment.up_to);
                    *up_to = assignment.up_to.max(*up_to);
                }
            }
        }
        filter
    }

    /// Levels of which everything is read.
    pub fn whole(&self) -> impl Iterator<Item = Level> {
        self.whole.iter().copied()
    }

    /// Levels of which that is read which lets one of the readers in.
    pub fn listed(&self) -> impl Iterator<Item = Level> {
        self.listed.iter().copied()
    }

    /// Levels of which that is read which lets one of the readers in, in the matters assigned.
    pub fn assigned(&self) -> impl Iterator<Item = Level> {
        self.assigned.iter().copied()
    }

    /// The words to be found in lists.
    pub fn readers(&self) -> impl Iterator<Item = &str> {
        self.readers.iter().map(String::as_str)
    }

    /// The matters assigned, each with the narrowest level that is open to the viewer in it.
    pub fn matters(&self) -> impl Iterator<Item = (&str, Level)> {
        self.matters.iter().map(|(matter, up_to)| (matter.as_str(), *up_to))
    }

    /// Whether only what leaves nobody out is selected, of what is not read as a whole.
    pub fn in_common(&self) -> bool {
        self.in_common
    }

    /// Whether a store that goes by this filter gives out what is at this matter and audience: the plain meaning of
    /// the data, by which a store is tested.
    pub fn allows(&self, on: Matter) -> bool {
        let level = on.audience.level;
        if self.whole.contains(&level) {
            return true;
        }
        let is = |reader: &Reader| self.readers.contains(&reader.text());
        let leaves_out = on.audience.left_out.iter().any(|reader| self.in_common || is(reader));
        let lets_in = let_in(on.audience).iter().any(is) && !leaves_out;
        let assigned = || self.matters.get(on.matter).is_some_and(|up_to| level <= *up_to);
        lets_in && (self.listed.contains(&level) || (self.assigned.contains(&level) && assigned()))
    }
}

/// The readers that a store writes down as those whom an audience lets in: its list, or nobody where a word of
/// another edition stands among those left out, since it may mean anybody.
pub fn let_in(audience: &Audience) -> &[Reader] {
    if audience.left_out.iter().any(|reader| matches!(reader, Reader::Unknown(_))) {
        &[]
    } else {
        &audience.list
    }
}

/// The levels of matters at which these give an action.
pub(crate) fn levels(grants: &'static [Grant], action: Action) -> impl Iterator<Item = Level> {
    grants.iter().flat_map(move |(given, over)| match over {
        Over::Matter(levels, _) if *given == action => levels.iter().copied(),
        _ => [].iter().copied(),
    })
}
