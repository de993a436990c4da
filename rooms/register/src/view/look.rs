//! One look at the record: a viewer, a reading, and the lists of the day.
//!
//! Lists hold units: persons, States, matters. What is asked of persons comes back by their keys; what is
//! asked of all units, by [`Unit`].
//!
//! The newest record is asked through the store's read tables, which hold what is public; what else the viewer
//! may see is laid over them in memory ([`Beyond`]). An older `known_on` is a prefix of the record: it is folded
//! here ([`Folded`]), by the same derivation, which is slow and right.

use super::beyond::Beyond;
use super::folded::{Folded, grouped_by_unit};
use super::model::Asked;
use super::{View, ViewError};
use crate::Register;
use crate::derive::UnderLaw;
use crate::dossier::Dossier;
use crate::lists;
use crate::outside::day_in_the_hague;
use crate::port::{ListAt, Of, PERSONS, Recorded, Scopes, Sought, StoreError, Unit};
use crate::reading::Reading;
use access::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use record::entry::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// A look at the record.
pub(crate) struct Look<'a> {
    pub register: &'a Register,
    pub viewer: &'a Viewer,
    pub reading: &'a Reading,
    /// The last instant that is known, where the reading asks for an older record.
    pub known_by: Option<Timestamp>,
    /// Whether the record is an exercise.
    exercise: bool,
    lists: Lists,
}

/// Where the lists of a look come from.
enum Lists {
    /// The read tables: nothing that is not public is open to the viewer.
    Tables,
    /// The read tables, and what the viewer may see beyond the public.
    Beyond(Beyond),
    /// An older record.
    Folded(Folded),
}

/// Entries about some persons, by person.
pub(crate) struct Loaded {
    entries: BTreeMap<String, Vec<Recorded>>,
}

impl Loaded {
    /// The file of a person, if there are entries about them.
    pub fn dossier<'s>(&'s self, key: &str, law: &law::Pack) -> Option<Dossier<'s>> {
        let (key, entries) = self.entries.get_key_value(key)?;
        Some(Dossier::of(key, entries, law))
    }

    /// The persons.
    pub fn persons(&self) -> impl Iterator<Item = &String> {
        self.entries.keys()
    }

    /// These and others.
    pub fn and(mut self, mut others: Loaded) -> Loaded {
        self.entries.append(&mut others.entries);
        self
    }

    /// The entries about a person.
    pub fn of(&self, key: &str) -> &[Recorded] {
        self.entries.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    fn by_person(entries: Vec<Recorded>) -> Loaded {
        let persons = |recorded: &Recorded| recorded.entry.about.iter().filter_map(person).cloned().collect();
        Loaded {
            entries: grouped(entries, persons),
        }
    }
}

pub(crate) fn person(subject: &Subject) -> Option<&String> {
    if let Subject::Person(key) = subject { Some(key) } else { None }
}

/// Entries under each of their keys, in the order of recording.
pub(crate) fn grouped<K: Ord + Clone>(entries: Vec<Recorded>, keys: impl Fn(&Recorded) -> BTreeSet<K>) -> BTreeMap<K, Vec<Recorded>> {
    let mut groups: BTreeMap<K, Vec<Recorded>> = BTreeMap::new();
    for recorded in entries {
        for key in keys(&recorded) {
            groups.entry(key).or_default().push(recorded.clone());
        }
    }
    groups
}

impl<'a> Look<'a> {
    /// A look of a viewer in a reading.
    pub async fn new(register: &'a Register, viewer: &'a Viewer, reading: &'a Reading) -> View<Look<'a>> {
        let genesis = register.store.genesis().await?;
        let mut look = Look {
            register,
            viewer,
            reading,
            known_by: None,
            exercise: genesis.exercise,
            lists: Lists::Tables,
        };
        if let Some(known_by) = reading.known_by() {
            if known_by < genesis.began {
                return Err(ViewError::BeforeTheRecord(day_in_the_hague(genesis.began)));
            }
            if known_by < register.store.last_recorded(viewer).await? {
                look.known_by = Some(known_by);
                look.lists = Lists::Folded(look.fold().await?);
                return Ok(look);
            }
        }
        if let Some(beyond) = Beyond::of(&look).await? {
            look.lists = Lists::Beyond(beyond);
        }
        Ok(look)
    }

    /// A look at the newest record by which no list is asked: what else the viewer may see is not opened for it.
    pub async fn without_lists(register: &'a Register, viewer: &'a Viewer, reading: &'a Reading) -> View<Look<'a>> {
        Ok(Look {
            register,
            viewer,
            reading,
            known_by: None,
            exercise: register.store.genesis().await?.exercise,
            lists: Lists::Tables,
        })
    }

    /// All that the viewer may see of an older record, for figures as [`Beyond`] is.
    async fn fold(&self) -> View<Folded> {
        let store = &self.register.store;
        let mut entries = store.entries(&Viewer::public(), Of::All, self.known_by).await?;
        let beyond = store.beyond(self.viewer).await?;
        let known = |recorded: &Recorded| self.known_by.is_none_or(|by| recorded.entry.recorded <= by);
        entries.extend(beyond.into_iter().filter(known));
        entries.sort_by_key(|recorded| recorded.position);
        Ok(Folded::of(&self.derive(), grouped_by_unit(&self.derive(), entries)))
    }

    /// What derives rows here.
    pub fn derive(&self) -> UnderLaw {
        UnderLaw(self.register.law.clone())
    }

    pub fn day(&self) -> Date {
        self.reading.as_at
    }

    pub fn hindsight(&self) -> bool {
        self.reading.hindsight
    }

    pub fn law(&self) -> &'a law::Pack {
        &self.register.law
    }

    /// The reading as every view repeats it.
    pub fn asked(&self) -> Asked {
        let known_on = self.reading.known_on.unwrap_or_else(|| self.register.today());
        Asked {
            as_at: self.day(),
            known_on,
            hindsight: self.hindsight(),
            exercise: self.exercise,
        }
    }

    /// Entries that this look may see.
    pub async fn entries(&self, of: Of) -> View<Vec<Recorded>> {
        Ok(self.register.store.entries(self.viewer, of, self.known_by).await?)
    }

    /// The entries about these persons.
    pub async fn load(&self, persons: Vec<String>) -> View<Loaded> {
        let subjects: Vec<Subject> = persons.into_iter().map(Subject::Person).collect();
        if subjects.is_empty() {
            return Ok(Loaded { entries: BTreeMap::new() });
        }
        Ok(Loaded::by_person(self.entries(Of::About(subjects)).await?))
    }

    /// The entries about the persons of a list.
    pub async fn load_listed(&self, listed: &[(Date, String)]) -> View<Loaded> {
        self.load(keys(listed)).await
    }

    /// The entries of these matters, by matter.
    pub async fn load_matters(&self, matters: Vec<String>) -> View<BTreeMap<String, Vec<Recorded>>> {
        if matters.is_empty() {
            return Ok(BTreeMap::new());
        }
        let entries = self.entries(Of::Matters(matters)).await?;
        Ok(grouped(entries, |recorded| BTreeSet::from([recorded.entry.matter.clone()])))
    }

    /// The entries about a State, those of persons' matters in which it acted among them.
    pub async fn load_about_state(&self, code: &str) -> View<Vec<Recorded>> {
        self.entries(Of::About(vec![Subject::State(code.to_owned())])).await
    }

    /// The entries of these kinds.
    pub async fn load_kinds(&self, kinds: &[&str]) -> View<Vec<Recorded>> {
        self.entries(Of::Kinds(kinds.iter().map(|kind| (*kind).to_owned()).collect())).await
    }

    /// The keys of the persons in a part of a list on the day, in order. For lists in which only persons stand.
    pub async fn list(&self, list: &str, scope: &str, page: Page) -> View<Vec<(Date, String)>> {
        let texts = self.listed_texts(self.day(), list, scope, page).await?;
        Ok(texts
            .into_iter()
            .filter_map(|(since, text)| Some((since, person_key(&text)?)))
            .collect())
    }

    /// The units in a part of a list on the day, in order.
    pub async fn listed_units(&self, list: &str, scope: &str, page: Page) -> View<Vec<(Date, Unit)>> {
        let texts = self.listed_texts(self.day(), list, scope, page).await?;
        texts.into_iter().map(|(since, text)| Ok((since, unit(&text)?))).collect()
    }

    /// All units in a part of a list on another day.
    pub async fn listed_on(&self, day: Date, list: &str, scope: &str) -> View<Vec<(Date, Unit)>> {
        let texts = self.listed_texts(day, list, scope, Page::all()).await?;
        texts.into_iter().map(|(since, text)| Ok((since, unit(&text)?))).collect()
    }

    /// How many persons stand in a part of a list on the day since a day or before it.
    pub async fn how_many(&self, list: &str, scope: &str, since_by: Date) -> View<u64> {
        let page = Page {
            since_by: Some(since_by),
            ..Page::all()
        };
        match &self.lists {
            Lists::Tables => Ok(self.register.store.how_many(&self.page_of(self.day(), list, scope, page)).await?),
            Lists::Folded(_) | Lists::Beyond(_) => Ok(self.list(list, scope, page).await?.len() as u64),
        }
    }

    fn page_of(&self, day: Date, list: &str, scope: &str, page: Page) -> ListAt {
        ListAt {
            hindsight: self.hindsight(),
            list: list.to_owned(),
            scope: scope.to_owned(),
            day,
            since_by: page.since_by,
            after: page.after,
            limit: page.limit,
        }
    }

    async fn listed_texts(&self, day: Date, list: &str, scope: &str, page: Page) -> View<Vec<(Date, String)>> {
        let at = self.page_of(day, list, scope, page);
        match &self.lists {
            Lists::Folded(folded) => Ok(folded.list(&at)),
            Lists::Tables => Ok(self.register.store.list(&at).await?),
            Lists::Beyond(beyond) => {
                let more = ListAt {
                    limit: beyond.limit(&at),
                    ..at.clone()
                };
                Ok(beyond.list(&at, self.register.store.list(&more).await?))
            }
        }
    }

    /// How many stand in each part of a list whose scope begins so, on the day.
    pub async fn counts(&self, list: &str, scope_prefix: &str) -> View<Vec<(String, u64)>> {
        self.counts_in(self.hindsight(), self.day(), list, Scopes::Beginning(scope_prefix))
            .await
    }

    /// How many stand in one part of a list.
    pub async fn count(&self, list: &str, scope: &str) -> View<u64> {
        self.count_in(self.hindsight(), self.day(), list, scope).await
    }

    /// The same in another reading or on another day.
    pub async fn count_in(&self, hindsight: bool, day: Date, list: &str, scope: &str) -> View<u64> {
        let counts = self.counts_in(hindsight, day, list, Scopes::One(scope)).await?;
        Ok(counts.first().map_or(0, |(_, count)| *count))
    }

    /// How many stand in parts of a list in any reading on any day.
    pub async fn counts_in(&self, hindsight: bool, day: Date, list: &str, scopes: Scopes<'_>) -> View<Vec<(String, u64)>> {
        let told = || self.register.store.counts(hindsight, list, scopes, day);
        match &self.lists {
            Lists::Folded(folded) => Ok(folded.counts(hindsight, list, scopes, day)),
            Lists::Tables => Ok(told().await?),
            Lists::Beyond(beyond) => Ok(beyond.counts(hindsight, list, scopes, day, told().await?)),
        }
    }

    /// The days on which a count changed.
    pub async fn steps(&self, hindsight: bool, list: &str, scope: &str) -> View<Vec<(Date, u64)>> {
        let told = || self.register.store.steps(hindsight, list, scope);
        match &self.lists {
            Lists::Folded(folded) => Ok(folded.steps(hindsight, list, scope)),
            Lists::Tables => Ok(told().await?),
            Lists::Beyond(beyond) => Ok(beyond.steps(hindsight, list, scope, told().await?)),
        }
    }

    /// The days of a period on which the count of persons outstanding changed.
    pub async fn changes(&self, from: Date, until: Date) -> View<Vec<Date>> {
        let (hindsight, list) = (self.hindsight(), lists::OUTSTANDING);
        match &self.lists {
            Lists::Tables => Ok(self.register.store.changes(hindsight, list, "", from, until).await?),
            Lists::Folded(_) | Lists::Beyond(_) => {
                let days = self.steps(hindsight, list, "").await?.into_iter().map(|(day, _)| day);
                Ok(days.filter(|day| from <= *day && *day < until).collect())
            }
        }
    }

    /// Keys of persons of whose names every token begins a word.
    pub async fn names(&self, tokens: &[String], limit: usize) -> View<Vec<String>> {
        let words: Vec<Vec<String>> = tokens.iter().map(|token| vec![token.clone()]).collect();
        let way = Sought {
            sort: PERSONS,
            words: &words,
        };
        let texts = self.named_texts(&[way], limit).await?;
        Ok(texts.iter().flatten().filter_map(|text| person_key(text)).collect())
    }

    /// For each of some ways the units that answer so, at most so many of each.
    pub async fn answering(&self, ways: &[Sought<'_>], limit: usize) -> View<Vec<Vec<Unit>>> {
        let texts = self.named_texts(ways, limit).await?;
        let units = |texts: &Vec<String>| texts.iter().map(|text| unit(text)).collect();
        texts.iter().map(units).collect()
    }

    async fn named_texts(&self, ways: &[Sought<'_>], limit: usize) -> View<Vec<Vec<String>>> {
        let (hindsight, day) = (self.hindsight(), self.day());
        let told = |limit| self.register.store.names(ways, hindsight, day, limit);
        match &self.lists {
            Lists::Folded(folded) => Ok(ways.iter().map(|way| folded.names(*way, hindsight, day, limit)).collect()),
            Lists::Tables => Ok(told(limit).await?),
            Lists::Beyond(beyond) => {
                let found = told(beyond.limit_of_names(limit)).await?;
                let laid_over = |(way, found): (&Sought<'_>, _)| beyond.names(*way, hindsight, day, limit, found);
                Ok(ways.iter().zip(found).map(laid_over).collect())
            }
        }
    }
}

/// The key of a person of a text in a list.
fn person_key(text: &str) -> Option<String> {
    text.strip_prefix(PERSONS).map(str::to_owned)
}

/// The unit of a text in a list.
fn unit(text: &str) -> View<Unit> {
    let damaged = || StoreError::Damaged(format!("{text:?} stands in a read table, which `comity record rebuild` mends"));
    Unit::parse(text).ok_or_else(|| damaged().into())
}

/// The persons of a list.
pub(crate) fn keys(listed: &[(Date, String)]) -> Vec<String> {
    listed.iter().map(|(_, key)| key.clone()).collect()
}

/// Which part of a list is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub since_by: Option<Date>,
    /// Rows after this place: see [`ListAt::after`].
    pub after: Option<(Date, String)>,
    pub limit: usize,
}

impl Page {
    /// The first so many.
    pub fn first(limit: usize) -> Page {
        Page {
            since_by: None,
            after: None,
            limit,
        }
    }

    /// All: for views whose answer is the whole list.
    pub fn all() -> Page {
        Page::first(usize::MAX >> 1)
    }
}
