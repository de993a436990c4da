//! How a contact is found: by the kernel that searches registers, with the persons of the register as its watch list.

use super::list::{InBoth, List};
use screening::{Commonness, Row, Scratch, Screen, Watched};
use std::collections::BTreeSet;

/// From which score on a contact is likely the person: what a careful officer would call a match.
pub(crate) const LIKELY: f32 = 0.7;
/// From which score on it is possible.
const POSSIBLE: f32 = 0.55;
/// The most persons that one contact may be.
const MOST_HITS: usize = 20;

/// What one word alone can score: that it stands in somebody's name makes it possible that they are meant, and no more.
const ALONE_AT_MOST: f32 = 0.69;
/// The fewest letters of a word that is looked for alone; in other alphabets words are shorter.
const FEWEST_LETTERS: usize = 4;
const FEWEST_IN_OTHER_LETTERS: usize = 3;

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

/// For each contact the persons whom it may be, the likeliest first. How common words are is learned from all who are known,
/// whoever of them is sought and whatever else stands in the list: so a name gets the same answer in every list.
pub(super) fn screened(list: &List, known: &[Known], sought: &BTreeSet<String>) -> Vec<Vec<Found>> {
    let mut common = Commonness::new();
    known.iter().map(Known::watched).for_each(|watched| common.learn_watched(&watched));
    let sought: Vec<Watched> = (known.iter())
        .filter(|known| sought.contains(&known.key))
        .map(Known::watched)
        .collect();
    let by_word = Screen::new(sought.iter().filter_map(word_by_word).collect(), &common);
    let screen = Screen::new(sought, &common);
    let mut scratch = (Scratch::new(), Scratch::new());
    let mut all = Vec::with_capacity(list.contacts.len());
    for contact in &list.contacts {
        let names: Vec<&str> = contact.names.iter().map(String::as_str).collect();
        let row = Row {
            names: &names,
            born_on: contact.born_on.as_deref(),
            nationality: contact.nationality.as_deref(),
            gender: contact.gender.as_deref(),
        };
        let mut found = found(&screen, &row, &mut scratch.0);
        if let Some(word) = contact.alone.as_deref().filter(|word| tells_alone(word)) {
            let names = [word];
            for mut other in self::found(&by_word, &Row { names: &names, ..row }, &mut scratch.1) {
                other.score = other.score.min(ALONE_AT_MOST);
                if !found.iter().any(|known| known.key == other.key) {
                    found.push(other);
                }
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
        found.truncate(MOST_HITS);
        all.push(found);
    }
    all
}

/// Whether a word is long enough to tell anything without another.
fn tells_alone(word: &str) -> bool {
    let fewest = if word.is_ascii() { FEWEST_LETTERS } else { FEWEST_IN_OTHER_LETTERS };
    word.chars().count() >= fewest
}

/// Somebody by each word of their names.
fn word_by_word(watched: &Watched) -> Option<Watched> {
    let mut words: Vec<String> = Vec::new();
    for name in std::iter::once(&watched.name).chain(&watched.aliases) {
        for word in name.split(|c: char| c.is_whitespace() || c == '-') {
            if tells_alone(word) && !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    let name = words.pop()?;
    Some(Watched {
        id: watched.id.clone(),
        name,
        aliases: words,
        ..Watched::default()
    })
}

/// The persons whom a row may concern.
fn found(screen: &Screen, row: &Row, scratch: &mut Scratch) -> Vec<Found> {
    let mut hits = Vec::new();
    screen.find(row, POSSIBLE - 0.0005, scratch, &mut hits);
    let found = hits.iter().filter_map(|hit| {
        let watched = screen.watch().get(hit.watched as usize)?;
        let under = match usize::from(hit.watch_name) {
            0 => Some(&watched.name),
            alias => watched.aliases.get(alias - 1),
        };
        Some(Found {
            key: watched.id.clone(),
            score: (hit.score * 1000.0).round() / 1000.0,
            matched: row.names.get(usize::from(hit.row_name)).copied().unwrap_or_default().to_owned(),
            under: under.cloned().unwrap_or_default(),
            explanation: {
                let explanation = screen.explain(row, hit);
                InBoth::of(|language| explanation.words(language))
            },
        })
    });
    found.filter(|found| found.score >= POSSIBLE).collect()
}
