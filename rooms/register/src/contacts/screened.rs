//! How a contact is found: by the kernel that searches registers, with the persons of the register as its watch list.

use super::list::{InBoth, List};
use screening::{Commonness, Row, Scratch, Screen, Watched};
use std::collections::BTreeSet;

/// From which score on a contact is likely the person: what a careful officer would call a match.
pub(crate) const LIKELY: f32 = 0.7;
/// From which score on it is possible.
const POSSIBLE: f32 = 0.55;
/// The most persons that one contact may be.
const MOST_HITS: usize = 5;

/// A person whom the viewer may know of.
pub(crate) struct Known {
    pub key: String,
    pub name: String,
    pub also_known_as: Vec<String>,
}

impl Known {
    /// The same as somebody who is looked for.
    pub fn watched(&self) -> Watched {
        Watched {
            id: self.key.clone(),
            name: self.name.clone(),
            aliases: self.also_known_as.clone(),
            ..Watched::default()
        }
    }
}

/// A person whom a contact may be.
pub(super) struct Found {
    pub key: String,
    /// 0 to 1, to three digits.
    pub score: f32,
    /// What of the list matched.
    pub matched: String,
    /// Under which of the person's names.
    pub under: String,
    pub explanation: InBoth,
}

/// For each contact the persons whom it may be, the likeliest first. How common words are is learned from all who are known and
/// from the list, whoever of them is sought.
pub(super) fn screened(list: &List, known: &[Known], sought: &BTreeSet<String>) -> Vec<Vec<Found>> {
    let mut common = Commonness::new();
    known.iter().map(Known::watched).for_each(|watched| common.learn_watched(&watched));
    for contact in &list.contacts {
        contact.names.iter().for_each(|name| common.learn(name));
    }
    let watch = known
        .iter()
        .filter(|known| sought.contains(&known.key))
        .map(Known::watched)
        .collect();
    let screen = Screen::new(watch, &common);
    let (mut scratch, mut hits) = (Scratch::new(), Vec::new());
    let mut all = Vec::with_capacity(list.contacts.len());
    for contact in &list.contacts {
        let names: Vec<&str> = contact.names.iter().map(String::as_str).collect();
        let row = Row {
            names: &names,
            born_on: contact.born_on.as_deref(),
            nationality: contact.nationality.as_deref(),
            gender: contact.gender.as_deref(),
        };
        hits.clear();
        screen.find(&row, POSSIBLE - 0.0005, &mut scratch, &mut hits);
        let mut found: Vec<Found> = Vec::new();
        for hit in &hits {
            let score = (hit.score * 1000.0).round() / 1000.0;
            let Some(watched) = screen.watch().get(hit.watched as usize) else {
                continue;
            };
            if score < POSSIBLE {
                continue;
            }
            let under = match usize::from(hit.watch_name) {
                0 => Some(&watched.name),
                alias => watched.aliases.get(alias - 1),
            };
            found.push(Found {
                key: watched.id.clone(),
                score,
                matched: names.get(usize::from(hit.row_name)).copied().unwrap_or_default().to_owned(),
                under: under.cloned().unwrap_or_default(),
                explanation: {
                    let explanation = screen.explain(&row, hit);
                    InBoth::of(|language| explanation.words(language))
                },
            });
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
        found.truncate(MOST_HITS);
        all.push(found);
    }
    all
}
