//! The States of the record: their codes, and the names that the United Nations used on a day.

use crate::chain;
use crate::kinds;
use crate::names;
use crate::port::Recorded;
use jiff::civil::Date;
use record::entry::Subject;
use serde::Serialize;
use std::collections::BTreeMap;

/// The kinds of entries that make the directory.
pub const KINDS: [&str; 3] = [kinds::STATE_NAMED, kinds::STATE_BEGAN, kinds::STATE_RENAMED];

/// A State with the names of a day. Where the record has no entry that names it, the code stands for both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StateRef {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in French.
    pub name_fr: String,
}

/// A State of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// Names in English and French as the United Nations use them now.
    pub un_name: [String; 2],
    /// Names in English and French for search.
    pub name: [String; 2],
    /// The regional group of the United Nations; empty where it is in none.
    pub group: String,
    /// `member`, `observer` or another relation to the United Nations.
    pub membership: String,
    /// Official languages (BCP 47).
    pub languages: Vec<String>,
    /// The day on which it began to exist, where that was after the adoption of the Statute.
    pub began: Option<Date>,
    /// Former names in English and French, each with the first day on which it was no longer borne, by day.
    pub former: Vec<(Date, [String; 2])>,
}

impl State {
    /// Whether it existed on a day.
    pub fn existed(&self, day: Date) -> bool {
        self.began.is_none_or(|began| began <= day)
    }

    /// Its names in English and French on a day.
    pub fn names_on(&self, day: Date) -> &[String; 2] {
        let former = self.former.iter().find(|(until, _)| day < *until);
        former.map_or(&self.un_name, |(_, names)| names)
    }

    /// It, under the names of a day.
    pub fn on(&self, day: Date) -> StateRef {
        let [name_en, name_fr] = self.names_on(day).clone();
        StateRef {
            code: self.code.clone(),
            name_en,
            name_fr,
        }
    }

    /// All its names, those of the day first.
    pub fn all_names(&self, day: Date) -> impl Iterator<Item = &String> {
        let former = self.former.iter().flat_map(|(_, names)| names);
        self.names_on(day).iter().chain(&self.un_name).chain(&self.name).chain(former)
    }
}

/// All States of the record, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    states: BTreeMap<String, State>,
}

impl Directory {
    /// The directory that these entries make; they are of the kinds of [`KINDS`], in the order of recording.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Recorded>, law: &law::Pack) -> Directory {
        let mut directory = Directory::default();
        let held = chain::held(entries);
        for named in held.iter().filter(|h| h.now().entry.kind == kinds::STATE_NAMED) {
            let entry = &named.now().entry;
            let Some(code) = code(&entry.about) else { continue };
            let text = |member: &str| entry.body.get_text(member).unwrap_or(code).to_owned();
            let state = State {
                code: code.to_owned(),
                alpha2: entry.body.get_text("alpha2").unwrap_or_default().to_owned(),
                un_name: ["un_name_en", "un_name_fr"].map(text),
                name: ["name_en", "name_fr"].map(text),
                group: entry.body.get_text("un_regional_group").unwrap_or_default().to_owned(),
                membership: entry.body.get_text("un_membership").unwrap_or_default().to_owned(),
                languages: split(&named.value("official_languages").unwrap_or_default()),
                began: None,
                former: Vec::new(),
            };
            directory.states.insert(code.to_owned(), state);
        }
        for held in &held {
            let entry = &held.now().entry;
            let state = code(&entry.about).and_then(|code| directory.states.get_mut(code));
            let (Some(state), Some(day)) = (state, entry.effective.last()) else {
                continue;
            };
            let day = law.counts_on(day);
            match entry.kind.as_str() {
                kinds::STATE_BEGAN => state.began = Some(day),
                kinds::STATE_RENAMED => {
                    let name = |member: &str| entry.body.get_text(member).unwrap_or(&state.code).to_owned();
                    let names = ["name_en", "name_fr"].map(name);
                    state.former.push((day, names));
                    state.former.sort();
                }
                _ => {}
            }
        }
        directory
    }

    /// A State.
    pub fn get(&self, code: &str) -> Option<&State> {
        self.states.get(code)
    }

    /// All States, by code.
    pub fn all(&self) -> impl Iterator<Item = &State> {
        self.states.values()
    }

    /// A State under the names of a day; under its code where the record does not name it.
    pub fn on(&self, code: &str, day: Date) -> StateRef {
        self.get(code).map_or_else(
            || StateRef {
                code: code.to_owned(),
                name_en: code.to_owned(),
                name_fr: code.to_owned(),
            },
            |state| state.on(day),
        )
    }

    /// The States of a day that somebody means by words that are no code of the record: those that bear or bore
    /// such a name, else those whose code or name is nearest.
    pub fn suggest(&self, words: &str, day: Date) -> Vec<StateRef> {
        let tokens = names::asked(words);
        let existing = || self.all().filter(|state| state.existed(day));
        let by_name = existing().filter(|s| s.all_names(day).any(|name| names::matches(name, &tokens)));
        let mut found: Vec<StateRef> = by_name.map(|state| state.on(day)).collect();
        if found.is_empty() {
            let asked = words.trim().to_lowercase();
            let distance = |state: &State| {
                let codes = [&state.code, &state.alpha2].into_iter();
                let words = codes.chain(state.all_names(day)).map(|w| w.to_lowercase());
                words.map(|word| distance_of(&asked, &word)).min().unwrap_or(usize::MAX)
            };
            let near = 1 + asked.chars().count() / 4;
            let mut by_distance: Vec<(usize, &State)> = existing().map(|state| (distance(state), state)).collect();
            by_distance.retain(|(distance, _)| *distance <= near);
            by_distance.sort_by_key(|(distance, state)| (*distance, state.code.clone()));
            found = by_distance.into_iter().map(|(_, state)| state.on(day)).collect();
        }
        found.truncate(MOST_SUGGESTED);
        found
    }
}

/// How many States are suggested at most.
const MOST_SUGGESTED: usize = 3;

fn code(about: &[Subject]) -> Option<&str> {
    about
        .iter()
        .find_map(|s| if let Subject::State(code) = s { Some(code.as_str()) } else { None })
}

fn split(text: &str) -> Vec<String> {
    text.split(';')
        .map(str::trim)
        .filter(|t| !t.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How many characters must be put in, taken out or changed to make one word of the other (Levenshtein).
fn distance_of(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_of_words_counts_letters_put_in_taken_out_and_changed() {
        assert_eq!(distance_of("", "abc"), 3);
        assert_eq!(distance_of("hungry", "hungary"), 1);
        assert_eq!(distance_of("fra", "fra"), 0);
        assert_eq!(distance_of("fre", "fra"), 1);
    }
}
