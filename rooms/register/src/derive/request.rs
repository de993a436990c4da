//! The lists in which a request stands that the public record tells of.

use super::STATE;
use crate::lists::{OPEN, OVER, REQUESTS, mirror};
use crate::port::{Derived, Fact, Kept, PERSONS, Recorded, Unit};
use crate::request::public_record::{counts_from, is_told};
use crate::request::{RequestFile, RequestId};
use jiff::civil::Date;
use record::entry::Subject;
use std::collections::BTreeSet;

/// What the matters of requests begin with.
pub(super) const BEGINNING: &str = "request-";

/// The rows of a request: from each day on which an act in it counts, in both readings, until the next.
pub(super) fn derive(matter: &str, entries: &[Recorded], law: &law::Pack) -> Derived {
    let unit = Unit::Matter(matter.to_owned());
    let told = entries.iter().any(|recorded| is_told(&recorded.entry));
    let Some(id) = RequestId::of_matter(matter).filter(|_| told) else {
        return Derived::default();
    };
    let mut facts = Vec::new();
    for hindsight in [false, true] {
        let days: BTreeSet<Date> = entries.iter().map(|recorded| counts_from(recorded, hindsight)).collect();
        let days: Vec<Date> = days.into_iter().collect();
        for (at, from) in days.iter().copied().enumerate() {
            let until = days.get(at + 1).copied();
            let known = entries.iter().filter(|recorded| counts_from(recorded, hindsight) <= from);
            let Some(file) = RequestFile::of(id, known) else { continue };
            let Some(course) = file.course(law) else { continue };
            let about = file.acts().iter().flat_map(|act| &act.recorded.entry.about);
            let scopes = about.filter_map(|subject| match subject {
                Subject::State(code) => Some(format!("{STATE}{code}")),
                Subject::Person(key) => Some(format!("{PERSONS}{key}")),
                _ => None,
            });
            let stands = if course.state.over { OVER } else { OPEN };
            let scopes: BTreeSet<String> = scopes.chain([String::new(), stands.to_owned()]).collect();
            facts.extend(scopes.into_iter().map(|scope| Fact {
                hindsight,
                list: REQUESTS.to_owned(),
                scope,
                from,
                until,
                since: mirror(from),
                subject: unit.text(),
                kept: Kept::Both,
            }));
        }
    }
    facts.sort();
    Derived { facts, names: Vec::new() }
}
