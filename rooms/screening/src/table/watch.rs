//! Reads a watch list: who is looked for. Unlike in a register a row that cannot be read stops everything, since nobody
//! may be left out of a search silently.

use super::layout::Layout;
use super::{Block, Found, Refusal, Seen, Table, TableError, TableMemory};
use crate::texts::{Language, say};
use crate::watched::{Born, Gender, Kind, MOST_NAMES, Watched};
use std::collections::{HashMap, HashSet};

/// A watch list as it was read.
#[derive(Debug, Default)]
pub struct WatchList {
    /// Who is looked for, in the order of the list. Rows of one id are one person with several names.
    pub watched: Vec<Watched>,
    /// What could not be made use of.
    pub notes: Vec<WatchNote>,
}

/// Something in a watch list that counts for nothing, since it is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchNote {
    /// The line, from 1 with the header; in Parquet the row, from 1.
    pub line: u64,
    /// What it is.
    pub what: NotUnderstood,
}

/// What is not understood in a watch list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotUnderstood {
    /// A row without any name.
    NoName,
    /// A date of birth that is none.
    BornOn(String),
    /// A gender that is no word known for one.
    Gender(String),
    /// A kind that is no word known for one; taken for a person.
    Kind(String),
    /// Another date of birth than an earlier row of the same id has; none of them counts.
    OtherBornOn(String),
    /// Another gender than an earlier row of the same id has; neither counts.
    OtherGender(String),
    /// More names under one id than are looked for.
    TooManyNames,
}

impl NotUnderstood {
    /// What it is, in words.
    pub fn words(&self, language: Language) -> String {
        match self {
            NotUnderstood::NoName => say(language, "watch-no-name", &[]),
            NotUnderstood::BornOn(text) => say(language, "watch-born-on", &[("text", text)]),
            NotUnderstood::Gender(text) => say(language, "watch-gender", &[("text", text)]),
            NotUnderstood::Kind(text) => say(language, "watch-kind", &[("text", text)]),
            NotUnderstood::OtherBornOn(text) => say(language, "watch-born-on-other", &[("text", text)]),
            NotUnderstood::OtherGender(text) => say(language, "watch-gender-other", &[("text", text)]),
            NotUnderstood::TooManyNames => say(language, "watch-too-many-names", &[("most", &MOST_NAMES.to_string())]),
        }
    }
}

/// Reads a whole watch list.
///
/// # Errors
/// It cannot be read, has no column of names, names nobody, or has rows that cannot be read, which are all named.
pub fn read_watch_list(mut table: Table) -> Result<WatchList, TableError> {
    let layout = Layout::of(table.headings(), &[])?;
    table.read_columns(&layout);
    let head = table.head();
    let mut memory = TableMemory::default();
    let mut block = Block::default();
    let mut list = WatchList::default();
    let mut places = Places::default();
    let mut refused = Vec::new();
    while table.next_block(&mut block)? {
        block.each(&head, &layout, &mut memory, |seen| match seen {
            Seen::Refused(refusal) => refused.push(refusal),
            Seen::Row(found) => list.take(&found, &mut places),
        });
    }
    if !refused.is_empty() {
        return Err(TableError::Watch(refused));
    }
    if list.watched.is_empty() {
        return Err(TableError::NobodyWatched);
    }
    Ok(list)
}

/// Where in the list somebody stands by their id, and of whom rows contradict each other.
#[derive(Default)]
struct Places {
    of: HashMap<String, usize>,
    born_on: HashSet<usize>,
    gender: HashSet<usize>,
}

impl WatchList {
    fn take(&mut self, found: &Found, places: &mut Places) {
        let mut names = found.of.names.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned());
        let Some(name) = names.next() else {
            return self.note(found.line, NotUnderstood::NoName);
        };
        // Somebody without an id is nobody else, and not whoever has the number of their row for an id.
        let id = match found.id {
            Some("") => format!("row {}", found.row),
            Some(id) => id.to_owned(),
            None => found.row.to_string(),
        };
        let born_on = self.understood(found.line, found.of.born_on, Born::read, NotUnderstood::BornOn);
        let gender = self.understood(found.line, found.of.gender, Gender::read, NotUnderstood::Gender);
        let kind = self.understood(found.line, found.kind, Kind::read, NotUnderstood::Kind);
        let nationality = found
            .of
            .nationality
            .unwrap_or_default()
            .split([';', ','])
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let nationality: Vec<String> = nationality.map(str::to_owned).collect();
        let place = places.of.get(&id).copied().filter(|_| found.id != Some(""));
        if let Some((place, known)) = place.and_then(|place| self.watched.get_mut(place).map(|known| (place, known))) {
            known.aliases.push(name);
            known.aliases.extend(names);
            known.nationality.extend(nationality);
            let other_born = settle(&mut known.born_on, born_on, Born::with, (place, &mut places.born_on));
            let other_gender = settle(&mut known.gender, gender, |a, b| (a == b).then_some(a), (place, &mut places.gender));
            let too_many = known.aliases.len() > MOST_NAMES - 1;
            known.aliases.truncate(MOST_NAMES - 1);
            let given = |text: Option<&str>| text.unwrap_or_default().to_owned();
            let notes = [
                other_born.then(|| NotUnderstood::OtherBornOn(given(found.of.born_on))),
                other_gender.then(|| NotUnderstood::OtherGender(given(found.of.gender))),
                too_many.then_some(NotUnderstood::TooManyNames),
            ];
            notes.into_iter().flatten().for_each(|what| self.note(found.line, what));
            return;
        }
        if found.of.names.len() > MOST_NAMES {
            self.note(found.line, NotUnderstood::TooManyNames);
        }
        if found.id != Some("") {
            places.of.insert(id.clone(), self.watched.len());
        }
        self.watched.push(Watched {
            id,
            name,
            aliases: names.take(MOST_NAMES - 1).collect(),
            born_on,
            nationality,
            gender,
            kind: kind.unwrap_or_default(),
        });
    }

    fn understood<T>(
        &mut self,
        line: u64,
        text: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
        not: impl Fn(String) -> NotUnderstood,
    ) -> Option<T> {
        let text = text.filter(|text| !text.is_empty())?;
        let value = read(text);
        if value.is_none() {
            self.note(line, not(text.to_owned()));
        }
        value
    }

    fn note(&mut self, line: u64, what: NotUnderstood) {
        self.notes.push(WatchNote { line, what });
    }
}

/// Adds what a further row says of somebody to what is known; what contradicts it leaves nothing, from then on. Returns whether it
/// does.
fn settle<T: Copy>(
    known: &mut Option<T>,
    given: Option<T>,
    both: impl Fn(T, T) -> Option<T>,
    (place, contradicted): (usize, &mut HashSet<usize>),
) -> bool {
    let Some(given) = given else { return false };
    if contradicted.contains(&place) {
        return true;
    }
    *known = match *known {
        Some(before) => both(before, given),
        None => Some(given),
    };
    known.is_none() && contradicted.insert(place)
}

/// The rows that could not be read, a line each.
pub(super) fn listed(refused: &[Refusal], most: usize) -> String {
    let mut text: String = refused
        .iter()
        .take(most)
        .map(|refusal| format!("\n  line {}: {}", refusal.line, refusal.why.words(Language::English)))
        .collect();
    if refused.len() > most {
        text.push_str(&format!("\n  and {} more; mend these first", refused.len() - most));
    }
    text
}
