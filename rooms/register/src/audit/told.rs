//! Which matters among entries are told to the audit when the entries are handed out.

use super::{Act, Event, Who};
use crate::port::Recorded;
use jiff::Timestamp;
use record::audience::Level;
use std::collections::BTreeSet;

/// The confidential and sealed matters among some entries, each once for every level that its entries have among them:
/// whoever may know one level of a matter need not know that there is a narrower one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told<'e>(BTreeSet<(&'e str, Level)>);

impl<'e> Told<'e> {
    /// Those among these entries.
    pub fn of(entries: &'e [Recorded]) -> Told<'e> {
        let told = entries.iter().filter(|recorded| recorded.audience.level >= Level::Confidential);
        Told(
            told.map(|recorded| (recorded.entry.matter.as_str(), recorded.audience.level))
                .collect(),
        )
    }

    /// Each matter with a level at which it is opened.
    pub fn openings(&self) -> impl Iterator<Item = (&'e str, Level)> + '_ {
        self.0.iter().copied()
    }

    /// The matters, each once.
    pub fn matters(&self) -> BTreeSet<&'e str> {
        self.0.iter().map(|(matter, _)| *matter).collect()
    }

    /// That figures are shown into which they go, with how many they are and the narrowest level; none where there are
    /// no such matters.
    pub fn figures(&self, at: Timestamp, who: Who) -> Option<Event> {
        let level = self.0.iter().map(|(_, level)| *level).max()?;
        let count = u64::try_from(self.matters().len()).unwrap_or(u64::MAX);
        Some(Event {
            level: Some(level),
            ..Event::new(at, Act::FiguresSeen, who).count(count)
        })
    }
}
