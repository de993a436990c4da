//! What is new in this record: acts and corrections in the order in which they were recorded, newest first. What
//! came with an edition of the public record is told once, unless it was little.

use super::View;
use super::look::{Loaded, Look};
use super::model::{Change, Changes, DatedFact, Event, Particulars, PersonRef, Told};
use crate::Register;
use crate::chain::{self, Held};
use crate::derive::is_event;
use crate::directory::Directory;
use crate::dossier::Dossier;
use crate::files::{self, FILES, File, Row};
use crate::kinds;
use crate::port::Recorded;
use crate::reading::Reading;
use access::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use record::entry::{Author, EntryId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// An edition with no more facts than this is told fact by fact.
const SINGLY: usize = 20;
/// How many entries are read at a time: more than are told one by one of an edition.
const PAGE: usize = 50;

impl Register {
    /// The latest changes that the viewer may know of today, at most so many.
    ///
    /// # Errors
    /// The store failed.
    pub async fn changes(&self, viewer: &Viewer, most: usize) -> View<Changes> {
        let today = Reading {
            as_at: self.today(),
            known_on: None,
            hindsight: false,
            dated: false,
        };
        let look = Look::new(self, viewer, &today).await?;
        let genesis = self.store.genesis().await?;
        let mut changes = Vec::new();
        let mut before = None;
        // An entry may tell of nothing that the reader may know of yet: then earlier ones are asked for.
        while changes.len() < most {
            let (page, next) = look.page_of_changes(before).await?;
            changes.extend(look.told_of(&page).await?);
            match next {
                Some(next) => before = Some(next),
                None => break,
            }
        }
        changes.truncate(most);
        Ok(Changes {
            origin: genesis.origin,
            exercise: genesis.exercise,
            updated: changes.first().map_or(genesis.began, |change| change.recorded),
            changes,
        })
    }
}

/// Entries to be told of: one by one, or an edition as a whole.
enum Found {
    One(Recorded),
    Edition(Recorded),
}

impl Look<'_> {
    /// The next entries before a place in the order of recording, and the place from which to ask for more.
    async fn page_of_changes(&self, before: Option<u64>) -> View<(Vec<Found>, Option<u64>)> {
        let entries = self.register.store.latest(self.viewer, &kinds_told(), before, PAGE).await?;
        let full = entries.len() == PAGE;
        let mut found = Vec::new();
        // What was recorded together has one instant, and nothing else has it.
        let together: Vec<&[Recorded]> = entries.chunk_by(|a, b| a.entry.recorded == b.entry.recorded).collect();
        for (number, group) in together.iter().enumerate() {
            let Some(first) = group.first() else { continue };
            if full && number > 0 && number + 1 == together.len() {
                // It may go on beyond this page, so the next one begins with it.
                return Ok((found, Some(first.position + 1)));
            }
            let of_pack = matches!(first.entry.author, Author::Pack(_));
            if of_pack
                && group.len() > SINGLY + 1
                && let Some(edition) = self.edition_at(first.entry.recorded).await?
            {
                let next = edition.position;
                found.push(Found::Edition(edition));
                return Ok((found, Some(next)));
            }
            found.extend(group.iter().cloned().map(Found::One));
        }
        let last = entries.last().filter(|_| full);
        Ok((found, last.map(|last| last.position)))
    }

    /// The edition that was taken in at an instant: the first entry of its import.
    async fn edition_at(&self, recorded: Timestamp) -> View<Option<Recorded>> {
        let editions = self.load_kinds(&[kinds::PACK_EDITION]).await?;
        Ok(editions.into_iter().find(|edition| edition.entry.recorded == recorded))
    }

    /// What entries say, as far as the reader may know of it.
    async fn told_of(&self, found: &[Found]) -> View<Vec<Change>> {
        let (mut persons, mut matters) = (BTreeSet::new(), BTreeSet::new());
        for recorded in found
            .iter()
            .filter_map(|found| if let Found::One(one) = found { Some(one) } else { None })
        {
            match files::of_matter(&recorded.entry.matter) {
                Some(_) => matters.extend([recorded.entry.matter.clone()]),
                None => persons.extend(person(recorded)),
            }
        }
        let loaded = self.load(persons.into_iter().collect()).await?;
        let rows = self.load_matters(matters.into_iter().collect()).await?;
        let directory = self.directory().await?;
        let told = |found: &Found| match found {
            Found::Edition(edition) => Some(change(edition, edition_told(edition))),
            Found::One(one) if one.entry.kind == kinds::PACK_EDITION => Some(change(one, edition_told(one))),
            Found::One(one) => Some(change(one, self.said_by(one, &loaded, &rows, &directory)?)),
        };
        Ok(found.iter().filter_map(told).collect())
    }

    /// What an entry says: the fact as it stood when the entry was recorded.
    fn said_by(&self, one: &Recorded, loaded: &Loaded, rows: &BTreeMap<String, Vec<Recorded>>, directory: &Directory) -> Option<Told> {
        let corrects = one.entry.corrects.as_ref();
        let new = corrects.is_none();
        let then = |entries: &'_ [Recorded]| -> Vec<Recorded> {
            entries
                .iter()
                .filter(|other| other.entry.recorded <= one.entry.recorded)
                .cloned()
                .collect()
        };
        let event = match (files::of_matter(&one.entry.matter), person(one)) {
            (Some(file), _) => {
                let entries = then(rows.get(&one.entry.matter)?);
                self.event_in_file(file, one, &entries, new, directory)?
            }
            (None, Some(key)) => {
                let entries = then(loaded.of(&key));
                self.event_of_person(&key, one, &entries, new, directory)?
            }
            (None, None) => self.event_of_nobody(one)?,
        };
        let event = Box::new(event);
        Some(match corrects {
            None => Told::New(event),
            Some(corrects) if corrects.retracts => Told::TakenBack(event),
            Some(_) => Told::Corrected(event),
        })
    }

    fn event_in_file(&self, file: &File, one: &Recorded, entries: &[Recorded], new: bool, directory: &Directory) -> Option<Event> {
        if new && !files::is_event(&one.entry.kind) {
            return None;
        }
        let row = Row::of_facts(&one.entry.matter, chain::last_stood(entries), self.law())?;
        let act = row.acts().iter().find(|act| is_of(&act.held, &one.entry.id))?;
        (act.counts(self.day()) && row.from() <= self.day() && row.file.csv == file.csv).then(|| self.file_event(&row, act, directory))
    }

    fn event_of_person(&self, key: &str, one: &Recorded, entries: &[Recorded], new: bool, directory: &Directory) -> Option<Event> {
        let dossier = Dossier::of_facts(key, chain::last_stood(entries), self.law());
        let person = self.person_ref(&dossier)?;
        if let Some(named) = dossier.named.as_ref().filter(|named| is_of(named, &one.entry.id)) {
            // A person is made known by the acts about them.
            return (!new).then(|| plain_event(dossier.citations.dated(named, None), &one.entry.kind, Some(person)));
        }
        let (instrument, act) = dossier.acts().find(|(_, act)| is_of(&act.held, &one.entry.id))?;
        let told = !new || (is_event(act.kind(), false) && instrument.seen_closer(act).is_none());
        (told && act.counts(false, self.day())).then(|| self.event(&dossier, instrument, act, directory))
    }

    /// What institutions counted.
    fn event_of_nobody(&self, one: &Recorded) -> Option<Event> {
        let facts = chain::chains(std::iter::once(one));
        let fact = facts.first().filter(|_| one.entry.kind == kinds::COUNT_STATED)?;
        let on = one.entry.effective.last().filter(|day| *day <= self.day())?;
        let citations = crate::truth::Citations::among(&[]);
        Some(plain_event(citations.dated(fact, Some(on)), kinds::COUNT_STATED, None))
    }
}

/// The kinds of entries that are changes: acts and what else is a fact by itself, not what is said of them.
fn kinds_told() -> Vec<&'static str> {
    let of_files: BTreeSet<&str> = FILES.iter().flat_map(File::kinds).collect();
    let own = [kinds::PERSON_NAMED, kinds::COUNT_STATED, kinds::PACK_EDITION];
    kinds::ACTS.into_iter().chain(own).chain(of_files).collect()
}

fn person(recorded: &Recorded) -> Option<String> {
    let mut subjects = recorded.entry.about.iter();
    subjects.find_map(|s| if let Subject::Person(key) = s { Some(key.clone()) } else { None })
}

fn is_of(fact: &Held, id: &EntryId) -> bool {
    fact.versions().iter().any(|version| version.entry.id == *id)
}

fn change(recorded: &Recorded, told: Told) -> Change {
    Change {
        entry: recorded.entry.id.to_string(),
        recorded: recorded.entry.recorded,
        told,
    }
}

fn edition_told(edition: &Recorded) -> Told {
    let day = |field: &str| edition.entry.body.get_text(field).and_then(|text| text.parse::<Date>().ok());
    Told::Edition {
        edition: day("edition"),
        complete_until: day("complete_until"),
    }
}

fn plain_event(date: DatedFact, act: &str, person: Option<PersonRef>) -> Event {
    Event {
        date,
        act: act.to_owned(),
        what: None,
        person,
        situation: None,
        state: None,
        file: None,
        particulars: Particulars::default(),
    }
}
