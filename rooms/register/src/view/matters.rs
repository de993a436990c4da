//! Matters that are not public: which of them a viewer may see, one of them, and how much of a page is made of them.
//!
//! They are as they are now. What is recorded of people in a matter (who has it, who asked for it in an emergency) is
//! no part of the matter: `identity` tells it.

use super::View;
use super::model::{AboutMatter, Closed, MatterEntry, MatterRow, MatterView, NotPublic, PersonRef};
use super::taken::may_be_taken;
use crate::Register;
use crate::authorities::is_authority;
use crate::chain;
use crate::closing::is_closing;
use crate::derive;
use crate::directory::{self, Directory};
use crate::kinds;
use crate::matter::Change;
use crate::needs::is_need;
use crate::outside::day_in_the_hague;
use crate::port::{Of, Recorded, Unit};
use crate::reading::Reading;
use access::{Matter, On, Viewer, may};
use record::audience::Level;
use record::entry::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// Whether it tells of the matter, and not of who has it.
pub(super) fn of_matter(recorded: &Recorded) -> bool {
    !kinds::PEOPLE.contains(&recorded.entry.kind.as_str())
}

impl Register {
    /// The matters that are not public, wholly or in part, and that this viewer may see, the one with the newest entry
    /// first.
    ///
    /// # Errors
    /// The store failed.
    pub async fn matters(&self, viewer: &Viewer) -> View<Vec<MatterRow>> {
        // The list tells what each matter is about: each is opened.
        let opened = self.store.entries(viewer, Of::Beyond, None).await?;
        let names = self.names_in(&opened, &opened).await?;
        let mut matters: BTreeMap<&str, Vec<&Recorded>> = BTreeMap::new();
        // Authorities have a page of their own, which tells of needs too.
        let in_directory = |matter: &str| is_authority(matter) || is_need(matter);
        let listed = |recorded: &&Recorded| of_matter(recorded) && !in_directory(&recorded.entry.matter);
        for recorded in opened.iter().filter(listed) {
            matters.entry(&recorded.entry.matter).or_default().push(recorded);
        }
        let row = |(id, entries): (&str, Vec<&Recorded>)| {
            let (first, last) = (entries.first()?, entries.last()?);
            let row = MatterRow {
                id: id.to_owned(),
                kind: first.entry.kind.clone(),
                about: names.about(&entries),
                level: narrowest(entries.iter().copied())?,
                newest: last.entry.recorded,
            };
            Some((last.position, row))
        };
        let mut rows: Vec<(u64, MatterRow)> = matters.into_iter().filter_map(row).collect();
        rows.sort_by_key(|(position, _)| std::cmp::Reverse(*position));
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// A matter of which something is not public, or which the viewer may withdraw from the public; none where there is
    /// no such matter for this viewer.
    ///
    /// # Errors
    /// The store failed.
    pub async fn matter(&self, viewer: &Viewer, id: &str) -> View<Option<MatterView>> {
        let mut entries = self.store.entries(viewer, Of::Matters(vec![id.to_owned()]), None).await?;
        entries.retain(of_matter);
        let all: Vec<&Recorded> = entries.iter().collect();
        let (Some(first), Some(level)) = (entries.first(), narrowest(all.iter().copied())) else {
            return Ok(None);
        };
        // As `change_audience` asks it.
        let allowed = |change: Change| {
            let on = |recorded: &Recorded| {
                let audience = &recorded.audience;
                may(viewer, change.action(), On::Matter(Matter { matter: id, audience }))
            };
            !is_own(id) && entries.iter().all(on)
        };
        let may_withdraw = allowed(Change::WithdrawFromPublic);
        if level == Level::Public && !may_withdraw {
            return Ok(None);
        }
        Ok(Some(MatterView {
            id: id.to_owned(),
            kind: first.entry.kind.clone(),
            about: self.names_in(&entries, &self.store.beyond(viewer).await?).await?.about(&all),
            level,
            originator: entries
                .iter()
                .find_map(|recorded| recorded.audience.originator.clone())
                .or_else(|| viewer.acts_as().cloned()),
            may_narrow: allowed(Change::Narrow),
            may_unseal: allowed(Change::Unseal),
            may_withdraw,
            may_export: entries
                .iter()
                .any(|recorded| recorded.audience.level != Level::Public && may_be_taken(viewer, recorded)),
            entries: entries.iter().map(shown).collect(),
        }))
    }

    /// How much that is not public a page of this reading is made of: what the viewer may see beyond the public about
    /// the units that the page tells of. What has no day counts from the day of its recording, so that a page says
    /// too much rather than too little.
    ///
    /// # Errors
    /// The store failed.
    pub async fn not_public(&self, viewer: &Viewer, reading: &Reading, tells_of: impl Fn(&Unit) -> bool + Send) -> View<NotPublic> {
        let known_by = reading.known_by();
        let known = |recorded: &Recorded| known_by.is_none_or(|by| recorded.entry.recorded <= by);
        let opened = self.store.beyond(viewer).await?;
        let shown: Vec<&Recorded> = opened
            .iter()
            .filter(|recorded| known(recorded) && of_matter(recorded) && !is_closing(&recorded.entry.kind))
            .filter(|recorded| derive::units(&recorded.entry).iter().any(&tells_of))
            .filter(|recorded| {
                let entry = &recorded.entry;
                let from = entry.effective.last().unwrap_or_else(|| day_in_the_hague(entry.recorded));
                from <= reading.as_at
            })
            .collect();
        let facts = chain::chains(shown.iter().copied()).len();
        Ok(NotPublic {
            level: narrowest(shown.iter().copied()),
            facts: u64::try_from(facts).unwrap_or(u64::MAX),
        })
    }

    /// What these entries are about by name: names that are not public out of all that the viewer may see beyond the
    /// public, the others as anybody reads them.
    pub(super) async fn names_in(&self, entries: &[Recorded], beyond: &[Recorded]) -> View<Names> {
        let subjects: BTreeSet<Subject> = entries.iter().flat_map(|recorded| recorded.entry.about.iter().cloned()).collect();
        let persons: Vec<Subject> = subjects
            .iter()
            .filter(|subject| matches!(subject, Subject::Person(_)))
            .cloned()
            .collect();
        let is_state = |subject: &Subject| matches!(subject, Subject::State(_));
        let mut named: Vec<Recorded> = Vec::new();
        if !persons.is_empty() {
            // What is public opens nothing that would have to be told to the audit; what is not lies there already.
            named = self.store.entries(&Viewer::public(), Of::About(persons), None).await?;
            named.extend(beyond.iter().cloned());
            named.retain(|recorded| recorded.entry.kind == kinds::PERSON_NAMED);
            named.sort_by_key(|recorded| recorded.position);
        }
        let mut persons = BTreeMap::new();
        for held in chain::held(&named) {
            let name = held.value("name");
            for subject in &held.now().entry.about {
                if let (Subject::Person(key), Some(name)) = (subject, &name) {
                    persons.insert(key.clone(), name.clone());
                }
            }
        }
        let states = if subjects.iter().any(is_state) {
            let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
            Directory::of(&self.store.entries(&Viewer::public(), of, None).await?, &self.law)
        } else {
            Directory::default()
        };
        Ok(Names {
            persons,
            states,
            today: self.today(),
        })
    }
}

/// Names of what matters are about.
pub(super) struct Names {
    persons: BTreeMap<String, String>,
    states: Directory,
    today: jiff::civil::Date,
}

impl Names {
    /// What entries are about, each once.
    pub(super) fn about(&self, entries: &[&Recorded]) -> AboutMatter {
        let subjects: BTreeSet<&Subject> = entries.iter().flat_map(|recorded| &recorded.entry.about).collect();
        let mut about = AboutMatter::default();
        for subject in subjects {
            match subject {
                Subject::Person(key) => about.persons.push(PersonRef {
                    id: key.clone(),
                    name: self.persons.get(key).unwrap_or(key).clone(),
                }),
                Subject::State(code) => about.states.push(self.states.on(code, self.today)),
                Subject::Situation(number) | Subject::Case(number) => about.numbers.push(number.clone()),
                _ => {}
            }
        }
        about
    }
}

/// Whether a matter is one of the record itself, whose audience nobody changes.
fn is_own(matter: &str) -> bool {
    crate::matter::refuse_own(matter).is_err()
}

pub(crate) fn narrowest<'r>(entries: impl Iterator<Item = &'r Recorded>) -> Option<Level> {
    entries.map(|recorded| recorded.audience.level).max()
}

pub(super) fn shown(recorded: &Recorded) -> MatterEntry {
    MatterEntry {
        id: recorded.entry.id.to_string(),
        kind: recorded.entry.kind.clone(),
        effective: recorded.entry.effective.to_string(),
        recorded: recorded.entry.recorded,
        author: recorded.entry.author.clone(),
        audience: recorded.audience.clone(),
        basis: recorded.entry.basis.clone(),
        files: recorded.entry.attachments.iter().map(|file| file.name.clone()).collect(),
    }
}

/// Who may know an entry, where that is not anybody.
pub(super) fn closed(recorded: &Recorded) -> Option<Closed> {
    let matter = &recorded.entry.matter;
    let of_account = matter.starts_with("account-") && !of_matter(recorded);
    (recorded.audience.level != Level::Public).then(|| Closed {
        matter: (!of_account).then(|| matter.clone()),
        audience: recorded.audience.clone(),
        basis: recorded.entry.basis.clone(),
    })
}
