//! Facts as they stand: chains of corrections read by their newest version.

use crate::outside::day_in_the_hague;
use crate::port::Recorded;
use jiff::civil::Date;
use record::audience::Level;
use record::entry::{Draft, EntryId};
use record::json::Value;
use std::collections::HashMap;

/// One fact: an entry and all that correct it.
#[derive(Clone, Debug)]
pub struct Held<'a> {
    /// The first entry of the chain, by which the fact is known.
    pub first: &'a EntryId,
    /// Versions, oldest first; never empty.
    versions: Vec<&'a Recorded>,
    now: &'a Recorded,
}

impl<'a> Held<'a> {
    /// The newest version.
    pub fn now(&self) -> &'a Recorded {
        self.now
    }

    /// All versions, oldest first.
    pub fn versions(&self) -> &[&'a Recorded] {
        &self.versions
    }

    /// Whether the newest version takes the fact back.
    pub fn retracted(&self) -> bool {
        self.now.entry.corrects.as_ref().is_some_and(|c| c.retracts)
    }

    /// Who may know its newest version, as far as the level tells.
    pub fn level(&self) -> Level {
        self.now.audience.level
    }

    /// The value of a field of the newest version; see [`value`].
    pub fn value(&self, field: &str) -> Option<String> {
        value(self.now, field)
    }
}

/// The value of a field of an entry as one text: `effective`, or a member of the body (a list with
/// semicolons).
pub fn value(recorded: &Recorded, field: &str) -> Option<String> {
    text(&recorded.entry.draft, field)
}

/// The same, of an entry that may not be recorded yet.
pub fn text(draft: &Draft, field: &str) -> Option<String> {
    if field == "effective" {
        return Some(draft.effective.to_string());
    }
    plain(draft.body.get(field)?)
}

/// A value of a member as one text; none where it is more than a text, a number or a list of texts.
pub fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(n) => Some(n.to_string()),
        Value::List(items) => {
            let texts = items
                .iter()
                .map(|item| if let Value::Text(text) = item { text.as_str() } else { "" });
            Some(texts.collect::<Vec<_>>().join("; "))
        }
        _ => None,
    }
}

/// The chains in these entries, in the order in which they began, those taken back included.
/// `entries` stand in the order of recording.
pub fn chains<'a>(entries: impl IntoIterator<Item = &'a Recorded>) -> Vec<Held<'a>> {
    let mut at: HashMap<&EntryId, usize> = HashMap::new();
    let mut chains: Vec<Held<'a>> = Vec::new();
    for recorded in entries {
        let first = recorded.entry.corrects.as_ref().map_or(&recorded.entry.id, |c| &c.first);
        match at.get(first).and_then(|i| chains.get_mut(*i)) {
            Some(held) => {
                held.versions.push(recorded);
                held.now = recorded;
            }
            None => {
                at.insert(first, chains.len());
                chains.push(Held {
                    first,
                    versions: vec![recorded],
                    now: recorded,
                });
            }
        }
    }
    chains
}

/// All facts in these entries, those taken back as they last stood.
pub fn last_stood<'a>(entries: impl IntoIterator<Item = &'a Recorded>) -> Vec<Held<'a>> {
    let mut chains = chains(entries);
    for held in chains.iter_mut().filter(|held| held.retracted()) {
        let retracts = |r: &&&Recorded| r.entry.corrects.as_ref().is_some_and(|c| c.retracts);
        if let Some(last) = held.versions.iter().rev().find(|r| !retracts(r)) {
            held.now = last;
        }
    }
    chains
}

/// The narrowest level at which a fact of these entries was taken back: what no longer stands rests on that too.
pub fn taken_back_at<'a>(entries: impl IntoIterator<Item = &'a Recorded>) -> Level {
    let chains = chains(entries).into_iter();
    chains
        .filter(Held::retracted)
        .map(|held| held.level())
        .max()
        .unwrap_or(Level::Public)
}

/// A remark for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark<'a> {
    /// The day on which it was written. It may tell of what came later than the fact that it is about.
    pub written: Date,
    /// Its words.
    pub text: &'a str,
    /// Who may know it, as far as the level tells.
    pub level: Level,
}

impl<'a> Remark<'a> {
    /// The one that an entry holds.
    pub fn of(recorded: &'a Recorded) -> Option<Remark<'a>> {
        Some(Remark {
            written: day_in_the_hague(recorded.entry.recorded),
            text: recorded.entry.body.get_text("text")?,
            level: recorded.audience.level,
        })
    }
}

/// The facts in these entries that stand: chains not taken back.
pub fn held<'a>(entries: impl IntoIterator<Item = &'a Recorded>) -> Vec<Held<'a>> {
    let mut chains = chains(entries);
    chains.retain(|held| !held.retracted());
    chains
}
