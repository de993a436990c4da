//! One need as its entries make it, and those of a State on a day.

use super::KINDS;
use crate::chain::{self, Held};
use crate::kinds;
use crate::port::Recorded;
use jiff::civil::Date;
use law::StateNeed;
use record::entry::{EntryId, Subject};
use std::collections::BTreeMap;

/// A version of a need.
#[derive(Clone, Debug)]
pub struct Version<'a> {
    /// The fact, with its corrections.
    pub held: Held<'a>,
    /// The first day on which it holds.
    pub from: Date,
}

impl Version<'_> {
    /// The newest entry of its chain, by which it is known to whoever changes it.
    pub fn id(&self) -> &EntryId {
        &self.held.now().entry.id
    }

    /// The word for the need.
    pub fn need(&self) -> &str {
        self.text("need")
    }

    /// A member of its body; empty where it has none.
    pub fn text(&self, member: &str) -> &str {
        self.held.now().entry.body.get_text(member).unwrap_or_default()
    }
}

/// One need.
#[derive(Clone, Debug, Default)]
pub struct NeedFile<'a> {
    matter: &'a str,
    state: &'a str,
    /// By the day on which they begin.
    versions: Vec<Version<'a>>,
    ends: Option<Date>,
}

impl<'a> NeedFile<'a> {
    /// The file of a need out of its entries, in the order of recording.
    pub fn of(entries: impl IntoIterator<Item = &'a Recorded>, law: &law::Pack) -> NeedFile<'a> {
        let mut file = NeedFile::default();
        for held in chain::held(entries) {
            let entry = &held.now().entry;
            file.matter = &entry.matter;
            file.state = entry.about.iter().find_map(state).unwrap_or(file.state);
            let Some(day) = entry.effective.last().map(|day| law.counts_on(day)) else {
                continue;
            };
            if entry.kind == kinds::NEED_ENDED {
                file.ends = Some(file.ends.map_or(day, |ends: Date| ends.max(day)));
            } else {
                file.versions.push(Version { held, from: day });
            }
        }
        file.versions.sort_by_key(|version| (version.from, version.held.now().position));
        // Stated anew from a later day on, it is needed again.
        file.ends = file.ends.filter(|ends| file.versions.last().is_none_or(|last| last.from < *ends));
        file
    }

    /// Its matter.
    pub fn matter(&self) -> &'a str {
        self.matter
    }

    /// The code of its State.
    pub fn state(&self) -> &'a str {
        self.state
    }

    /// Its versions, the one that begins first first.
    pub fn versions(&self) -> &[Version<'a>] {
        &self.versions
    }

    /// The version that begins last.
    pub fn last(&self) -> Option<&Version<'a>> {
        self.versions.last()
    }

    /// The first day on which it is not needed any more.
    pub fn ends(&self) -> Option<Date> {
        self.ends
    }

    /// The version that holds on a day.
    pub fn on(&self, day: Date) -> Option<&Version<'a>> {
        let version = self.versions.iter().rev().find(|version| version.from <= day);
        version.filter(|_| self.ends.is_none_or(|ends| day < ends))
    }
}

fn state(subject: &Subject) -> Option<&str> {
    match subject {
        Subject::State(code) => Some(code),
        _ => None,
    }
}

/// The entries of needs among others, by their matters.
pub(crate) fn by_matter(entries: &[Recorded]) -> BTreeMap<&str, Vec<&Recorded>> {
    let mut matters: BTreeMap<&str, Vec<&Recorded>> = BTreeMap::new();
    for recorded in entries.iter().filter(|recorded| KINDS.contains(&recorded.entry.kind.as_str())) {
        matters.entry(&recorded.entry.matter).or_default().push(recorded);
    }
    matters
}

/// What the law of a State needs on a day, by all that is recorded about that State and the reader may see; by the words for it.
pub(crate) fn needs_on(about: &[Recorded], day: Date, law: &law::Pack) -> Vec<StateNeed> {
    let on = |entries: Vec<&Recorded>| {
        let file = NeedFile::of(entries, law);
        file.on(day).map(|version| StateNeed {
            id: version.need().to_owned(),
            says: version.text("says").to_owned(),
            source: version.text("law").to_owned(),
        })
    };
    let mut needs: Vec<StateNeed> = by_matter(about).into_values().filter_map(on).collect();
    needs.sort_by(|a, b| a.id.cmp(&b.id));
    needs.dedup_by(|a, b| a.id == b.id);
    needs
}
