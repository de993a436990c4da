//! Facts in doubt, and the sources on which facts rest.

use super::look::{Look, Page};
use super::model::{Doubt, DoubtCount, Doubts, Source, Sources};
use super::{View, WrongFilter};
use crate::Register;
use crate::chain::Held;
use crate::derive::{CITED, DISPUTED, DOUBT, FactOf, PROCEEDINGS, RESTS, SOURCES, UNVERIFIED, facts_of_person, facts_of_row};
use crate::files::{self, Row};
use crate::port::Unit;
use crate::reading::Reading;
use crate::truth::{Citations, was_read};
use crate::view::sum::part;
use access::Viewer;
use std::collections::BTreeMap;

/// What the page of doubts is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DoubtFilter {
    /// The file of which the facts are told.
    pub file: Option<String>,
    /// Only facts to which a source gives another value.
    pub disputed: bool,
}

impl Register {
    /// Facts in doubt: how many rows of each file have some, and those of one file.
    ///
    /// # Errors
    /// There is no such file; the day known on lies before the record, or the store failed.
    pub async fn doubts(&self, viewer: &Viewer, reading: &Reading, filter: &DoubtFilter) -> View<Doubts> {
        let look = Look::new(self, viewer, reading).await?;
        let names: Vec<&str> = std::iter::once(PROCEEDINGS)
            .chain(files::FILES.iter().map(files::File::name))
            .collect();
        if let Some(file) = filter.file.as_deref().filter(|file| !names.contains(file)) {
            return Err(WrongFilter::File {
                given: file.to_owned(),
                known: names.into_iter().map(str::to_owned).collect(),
            }
            .into());
        }
        let unverified = look.counts(DOUBT, UNVERIFIED).await?;
        let disputed = look.counts(DOUBT, DISPUTED).await?;
        let count = |counts: &[(String, u64)], beginning: &str, file: &str| {
            let of = counts.iter().find(|(scope, _)| part(scope, beginning) == file);
            of.map_or(0, |(_, count)| *count)
        };
        let counts = names.iter().map(|file| DoubtCount {
            file: (*file).to_owned(),
            unverified: count(&unverified, UNVERIFIED, file),
            disputed: count(&disputed, DISPUTED, file),
        });
        let doubts = match &filter.file {
            Some(file) => look.doubts_of(file, filter.disputed).await?,
            None => Vec::new(),
        };
        Ok(Doubts {
            asked: look.asked(),
            counts: counts.filter(|count| count.unverified + count.disputed > 0).collect(),
            file: filter.file.clone(),
            disputed_only: filter.disputed,
            doubts,
        })
    }

    /// The sources of the record, with how many rows rest on each.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn sources(&self, viewer: &Viewer, reading: &Reading) -> View<Sources> {
        let look = Look::new(self, viewer, reading).await?;
        let mut sources: BTreeMap<String, Source> = BTreeMap::new();
        for beginning in [RESTS, CITED] {
            for (scope, count) in look.counts(SOURCES, beginning).await? {
                let name = part(&scope, beginning);
                let source = sources.entry(name.clone()).or_insert_with(|| Source {
                    read: beginning == CITED || was_read(&name),
                    source: name,
                    rows: 0,
                    cited: 0,
                });
                if beginning == RESTS {
                    source.rows = count;
                } else {
                    source.cited = count;
                }
            }
        }
        let mut sources: Vec<Source> = sources.into_values().collect();
        sources.sort_by(|a, b| (b.rows + b.cited, &a.source).cmp(&(a.rows + a.cited, &b.source)));
        Ok(Sources {
            asked: look.asked(),
            sources,
        })
    }
}

impl Look<'_> {
    async fn doubts_of(&self, file: &str, disputed: bool) -> View<Vec<Doubt>> {
        let mut units: BTreeMap<String, Unit> = BTreeMap::new();
        let beginnings = if disputed { [DISPUTED].as_slice() } else { &[UNVERIFIED, DISPUTED] };
        for beginning in beginnings {
            for (_, unit) in self.listed_units(DOUBT, &format!("{beginning}{file}"), Page::all()).await? {
                units.insert(unit.text(), unit);
            }
        }
        let directory = self.directory().await?;
        let (mut persons, mut matters) = (Vec::new(), Vec::new());
        for unit in units.into_values() {
            match unit {
                Unit::Person(key) => persons.push(key),
                Unit::Matter(matter) => matters.push(matter),
                Unit::State(_) => {}
            }
        }
        let mut doubts = Vec::new();
        let loaded = self.load(persons.clone()).await?;
        for dossier in persons.iter().filter_map(|key| loaded.dossier(key, self.law())) {
            let person = self.person_ref(&dossier);
            for fact in facts_of_person(&dossier, self.hindsight()) {
                doubts.extend(self.doubts_in(file, &fact, &dossier.citations).map(|doubt| Doubt {
                    person: person.clone(),
                    ..doubt
                }));
            }
        }
        let loaded = self.load_matters(matters).await?;
        for row in loaded.iter().filter_map(|(matter, entries)| Row::of(matter, entries, self.law())) {
            let state = row.state().map(|code| directory.on(code, self.day()));
            for fact in facts_of_row(&row) {
                doubts.extend(self.doubts_in(file, &fact, &row.citations).map(|doubt| Doubt {
                    state: state.clone(),
                    ..doubt
                }));
            }
        }
        doubts.retain(|doubt| !disputed || !doubt.others.is_empty());
        Ok(doubts)
    }

    /// The fields of a fact that are in doubt, if the reader counts it on the day.
    fn doubts_in(&self, file: &str, fact: &FactOf, citations: &Citations) -> impl Iterator<Item = Doubt> {
        let counted = fact.from <= self.day();
        let fields = fact.fields.iter().filter(move |_| counted);
        let doubts: Vec<Doubt> = fields.filter_map(|field| doubt(file, fact.held, field, citations)).collect();
        doubts.into_iter()
    }
}

fn doubt(file: &str, held: &Held, field: &str, citations: &Citations) -> Option<Doubt> {
    let truth = citations.truth(held, field);
    let entry = &held.now().entry;
    (!truth.verified || !truth.others.is_empty()).then(|| Doubt {
        file: file.to_owned(),
        id: entry.matter.clone(),
        act: entry.kind.clone(),
        field: field.to_owned(),
        value: held.value(field).unwrap_or_default(),
        verified: truth.verified,
        others: truth.others,
        state: None,
        person: None,
        entry: entry.id.to_string(),
        sources: truth.says,
        level: truth.level,
    })
}
