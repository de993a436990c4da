//! The rows of read tables, derived out of the entries of one unit: of a person ([`person`]), of a State, or
//! of a matter, which is a row of one of the files, or a request that the public record tells of.

mod doubt;
mod matter;
mod person;
mod request;
mod state;

pub use doubt::{CITED, DISPUTED, DOUBT, PROCEEDINGS, RESTS, SOURCES, UNVERIFIED};
pub(crate) use doubt::{FactOf, facts_of_row};
pub(crate) use matter::said_in_row;
pub use person::{end_reason, is_event, place_in};
pub(crate) use person::{facts_of_person, said_of_person};

use crate::files::{self, FILES, File};
use crate::kinds;
use crate::names::{fold, sounds};
use crate::port::{Derive, Derived, Fact, Kept, NameToken, Recorded, Unit};
use crate::request::{is_request, public_record};
use jiff::civil::Date;
use record::audience::Level;
use record::entry::{Draft, Entry, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Derives rows under a law pack.
pub struct UnderLaw(pub Arc<law::Pack>);

impl Derive for UnderLaw {
    fn units(&self, entry: &Entry) -> Vec<Unit> {
        units(entry)
    }

    fn matters(&self) -> Vec<String> {
        let files = FILES.iter().map(|file| format!("{}-", file.matter));
        files.chain([request::BEGINNING.to_owned()]).collect()
    }

    fn derive(&self, unit: &Unit, entries: &[Recorded]) -> Derived {
        match unit {
            Unit::Person(key) => person::derive(key, entries, &self.0),
            Unit::State(code) => state::derive(code, entries, &self.0),
            Unit::Matter(matter) if matter.starts_with(request::BEGINNING) => request::derive(matter, entries, &self.0),
            Unit::Matter(matter) => matter::derive(matter, entries, &self.0),
        }
    }

    fn edition(&self) -> String {
        format!("{} {} {DERIVATION}", self.0.name(), self.0.edition())
    }
}

/// Raised whenever other rows are derived than before: by this folder, or by [`crate::chain`],
/// [`crate::dossier`], [`crate::files`], [`crate::lists`], [`crate::names`] or [`crate::truth`].
const DERIVATION: u32 = 6;

/// What is said about an entry, and changes nobody's rows. A citation does: it confirms or disputes; and a remark:
/// its words lead to what it is about.
const SAID_OF_ENTRIES: [&str; 1] = [kinds::PACK_DIFFERS];

/// A text by whose words a unit is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The text.
    pub text: String,
    /// The first day on which a reader may read it, as public then; none where never.
    pub disclosed: Option<Date>,
    /// The same with hindsight.
    pub effective: Option<Date>,
    /// Who may know it, as far as the level tells.
    pub level: Level,
}

impl Said {
    /// Whether a reader may read it on a day.
    pub fn on(&self, hindsight: bool, day: Date) -> bool {
        let from = if hindsight { self.effective } else { self.disclosed };
        from.is_some_and(|from| from <= day)
    }
}

/// The units whose rows an entry can change, each once. An entry of one of the files concerns its States and
/// its matter, and not the persons whom a row names beside; an act in a request that the public record tells of, its
/// matter; every other entry the persons whom it is about.
pub fn units(entry: &Draft) -> Vec<Unit> {
    if is_request(&entry.kind) {
        // Requests of the public record stand in lists. All others are found by whoever may see them, and are nobody's row.
        let told = public_record::is_told(entry) || entry.corrects.is_some();
        return told.then(|| Unit::Matter(entry.matter.clone())).into_iter().collect();
    }
    let mut units = BTreeSet::new();
    let in_file = files::of_matter(&entry.matter).is_some();
    if in_file && [kinds::CITATION, kinds::REMARK].contains(&entry.kind.as_str()) {
        units.insert(Unit::Matter(entry.matter.clone()));
        // A person's matter may begin as a file's does.
        units.extend(entry.about.iter().filter_map(person));
    } else if files::has(&entry.kind) {
        if in_file {
            units.extend(entry.about.iter().filter_map(state));
            units.insert(Unit::Matter(entry.matter.clone()));
        }
    } else if !SAID_OF_ENTRIES.contains(&entry.kind.as_str()) {
        units.extend(entry.about.iter().filter_map(person));
    }
    units.into_iter().collect()
}

fn person(subject: &Subject) -> Option<Unit> {
    if let Subject::Person(key) = subject {
        Some(Unit::Person(key.clone()))
    } else {
        None
    }
}

fn state(subject: &Subject) -> Option<Unit> {
    if let Subject::State(code) = subject {
        Some(Unit::State(code.clone()))
    } else {
        None
    }
}

/// Ties of States, by scope: see [`crate::state::TIES`].
pub const TIE: &str = "tie";
/// States bound otherwise than by a treaty, by scope: the obligation.
pub const BOUND: &str = "bound";
/// Agreements in force, by scope: kind, a colon, State.
pub const IN_FORCE: &str = "agreements-in-force";
/// The kind of agreements on the enforcement of sentences.
pub const SENTENCES: &str = "sentence enforcement";
/// Beginning of the scopes of rows about a State.
pub const STATE: &str = "state:";
/// Beginning of the scopes of rows that bear a word in the column `kind`.
pub const KIND: &str = "kind:";
/// Beginning of the scopes of laws in which a topic of Part 9 was read.
pub const TOPIC: &str = "topic:";

/// The list of the rows of a file.
pub fn file_list(file: &File) -> String {
    format!("file:{}", file.name())
}

/// The list of the rows of a file that are counted, by State: one without a day from the day on which the
/// record learned of it.
pub fn counted_list(file: &File) -> String {
    format!("counted:{}", file.name())
}

/// The list of the parties to a treaty.
pub fn party_list(treaty: &str) -> String {
    format!("party:{treaty}")
}

/// The list of States by their standing towards a treaty, which is the scope.
pub fn standing_list(treaty: &str) -> String {
    format!("standing:{treaty}")
}

/// What a unit's place in a list says in both readings: what is in the files is public by nature on its day.
fn listed(unit: &Unit, list: &str, scope: &str, since: Date, (from, until): (Date, Option<Date>), kept: Kept) -> [Fact; 2] {
    [false, true].map(|hindsight| Fact {
        hindsight,
        list: list.to_owned(),
        scope: scope.to_owned(),
        from,
        until,
        since,
        subject: unit.text(),
        kept,
    })
}

/// The tokens of a name: of its words and of its sound.
fn of_name(name: &str) -> impl Iterator<Item = String> {
    fold(name).into_iter().chain(sounds(name))
}

/// The rows of tokens under which a unit is found, each from the first days on which it is, as public then and with
/// hindsight; sorted.
fn tokens(unit: &Unit, found: impl IntoIterator<Item = (String, Option<Date>, Option<Date>)>) -> Vec<NameToken> {
    let mut first: BTreeMap<String, (Date, Date)> = BTreeMap::new();
    for (token, disclosed, effective) in found {
        let days = first.entry(token).or_insert((Date::MAX, Date::MAX));
        days.0 = days.0.min(disclosed.unwrap_or(Date::MAX));
        days.1 = days.1.min(effective.unwrap_or(Date::MAX));
    }
    let token = |(token, (disclosed, effective))| NameToken {
        token,
        subject: unit.text(),
        disclosed,
        effective,
    };
    first.into_iter().map(token).collect()
}

#[cfg(test)]
#[path = "units_tests.rs"]
mod tests;
