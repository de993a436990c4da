//! One entry as recorded.

use super::View;
use super::look::Look;
use super::model::{EntryRef, EntryShown, Member, PersonRef};
use crate::Register;
use crate::chain;
use crate::dossier::Dossier;
use crate::files::{File, Row, of_matter};
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use crate::truth::Citations;
use access::Viewer;
use record::entry::{EntryId, Subject};
use record::hex::hex;
use record::json::{Object, canonical};
use std::collections::BTreeSet;

impl Register {
    /// One entry as recorded; none where it does not exist for this reader.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn entry(&self, viewer: &Viewer, reading: &Reading, id: &str) -> View<Option<EntryShown>> {
        let look = Look::new(self, viewer, reading).await?;
        let Some(id) = EntryId::parse(id) else { return Ok(None) };
        let Some(recorded) = self.store.entry(viewer, &id).await? else {
            return self.erased(viewer, &id).await;
        };
        if look.known_by.is_some_and(|known_by| recorded.entry.recorded > known_by) {
            return Ok(None);
        }
        // What is in a file stands in a matter of its own, whomever it names.
        let in_file = of_matter(&recorded.entry.matter).is_some();
        let mut subjects = recorded.entry.about.iter();
        let person = subjects.find_map(|s| if let Subject::Person(key) = s { Some(key.clone()) } else { None });
        let person = person.filter(|_| !in_file);
        let subject = person.clone().map_or_else(|| Subject::Entry(id.clone()), Subject::Person);
        let of = if in_file {
            Of::Matters(vec![recorded.entry.matter.clone()])
        } else {
            Of::About(vec![subject])
        };
        let about = look.entries(of).await?;
        // What was taken back is shown from the day on which it was disclosed while it stood.
        let facts = chain::last_stood(&about);
        let dossier = person.as_deref().map(|key| Dossier::of_facts(key, facts, look.law()));
        let known = match &dossier {
            Some(dossier) => look.discloses(&recorded, dossier),
            None if in_file => look.discloses_in_file(&recorded, &about),
            None => look.discloses_of_nobody(&recorded).await?,
        };
        if !known {
            return Ok(None);
        }
        let first = recorded.entry.corrects.as_ref().map_or(&id, |c| &c.first).clone();
        let chain = look.entries(Of::Chain(first)).await?;
        let canonical_bytes = recorded.entry.canonical();
        let members = Object::parse(&canonical_bytes).map(|object| members(&object)).unwrap_or_default();
        Ok(Some(EntryShown {
            id: id.to_string(),
            leaf_hash: hex(&recorded.leaf_hash),
            members,
            canonical: String::from_utf8_lossy(&canonical_bytes).into_owned(),
            corrected_by: chain
                .iter()
                .filter(|v| v.position > recorded.position)
                .map(|v| v.entry.id.to_string())
                .collect(),
            about_it: about_it(
                about.iter().filter(|r| match &dossier {
                    Some(dossier) => look.discloses(r, dossier),
                    None => !in_file || look.discloses_in_file(r, &about),
                }),
                &id,
            ),
            sources: sources(&recorded, &about),
            understood: kinds::is_known(&recorded.entry.kind),
            closed: super::matters::closed(&recorded),
            person: dossier.map(|d| PersonRef {
                id: d.key.to_owned(),
                name: d.name(),
            }),
        }))
    }
}

impl Look<'_> {
    /// Whether the reader knew of the entry on the day: an act on the day on which it was disclosed, what is
    /// about an entry with that entry, a remark not before it was written, and all else with the person.
    fn discloses(&self, recorded: &Recorded, dossier: &Dossier) -> bool {
        let entry = &recorded.entry;
        if entry.kind == kinds::REMARK && day_in_the_hague(entry.recorded) > self.day() {
            return false;
        }
        let first = entry.corrects.as_ref().map_or(&entry.id, |c| &c.first);
        let target = entry
            .about
            .iter()
            .find_map(|s| if let Subject::Entry(id) = s { Some(id) } else { None });
        let of = |id: &EntryId| {
            dossier
                .acts()
                .find(|(_, act)| act.held.first == id || act.held.versions().iter().any(|v| v.entry.id == *id))
        };
        if let Some((_, act)) = of(target.unwrap_or(first)) {
            return act.counts(self.hindsight(), self.day());
        }
        // What is left is about the person as a whole.
        let exists = dossier.exists_from(self.hindsight()).is_some_and(|from| from <= self.day());
        let instrument = dossier.instrument(&entry.matter);
        exists && instrument.is_none_or(|i| i.issue().counts(self.hindsight(), self.day()))
    }

    /// The same for an entry of a row of a file, out of all entries of its matter.
    fn discloses_in_file(&self, recorded: &Recorded, matter: &[Recorded]) -> bool {
        let entry = &recorded.entry;
        if entry.kind == kinds::REMARK && day_in_the_hague(entry.recorded) > self.day() {
            return false;
        }
        let first = entry.corrects.as_ref().map_or(&entry.id, |c| &c.first);
        let mut subjects = entry.about.iter();
        let target = subjects.find_map(|s| if let Subject::Entry(id) = s { Some(id) } else { None });
        let of = target.unwrap_or(first);
        let row = Row::of_facts(&entry.matter, chain::last_stood(matter), self.law());
        let acts = row.iter().flat_map(Row::acts);
        let act = acts.rev().find(|act| act.held.versions().iter().any(|v| v.entry.id == *of));
        act.is_some_and(|act| act.counts(self.day()))
    }

    /// The same for an entry about no person: from its own day, or that of the entry that it is about.
    async fn discloses_of_nobody(&self, recorded: &Recorded) -> View<bool> {
        let target = recorded
            .entry
            .about
            .iter()
            .find_map(|s| if let Subject::Entry(id) = s { Some(id) } else { None });
        let of = match target {
            Some(id) => self.register.store.entry(self.viewer, id).await?,
            None => None,
        };
        let dated = of.as_ref().unwrap_or(recorded);
        Ok(dated.entry.effective.last().is_none_or(|last| last <= self.day()))
    }
}

fn members(object: &Object) -> Vec<Member> {
    let text = |value| String::from_utf8_lossy(&canonical(value)).into_owned();
    object
        .members()
        .map(|(name, value)| Member {
            name: name.to_owned(),
            value: text(value),
        })
        .collect()
}

fn about_it<'r>(entries: impl Iterator<Item = &'r Recorded>, id: &EntryId) -> Vec<EntryRef> {
    let names_it = |r: &&'r Recorded| r.entry.about.iter().any(|s| matches!(s, Subject::Entry(e) if e == id));
    entries
        .filter(names_it)
        .map(|r| EntryRef {
            id: r.entry.id.to_string(),
            kind: r.entry.kind.clone(),
        })
        .collect()
}

/// What sources say of every field of the entry that a citation speaks of, its date first.
fn sources(recorded: &Recorded, about: &[Recorded]) -> Vec<super::model::SourceSays> {
    let held = chain::held(about);
    let citations = Citations::among(&held);
    let chains = chain::chains(std::iter::once(recorded));
    let Some(fact) = chains.first() else { return Vec::new() };
    let mut says = citations.truth(fact, "effective").says;
    let of_file = of_matter(&recorded.entry.matter).into_iter().flat_map(File::kinds);
    let absent: BTreeSet<&str> = kinds::ACTS.into_iter().chain(of_file).collect();
    for kind in absent {
        says.extend(citations.of_absence(fact, kind));
    }
    for (field, _) in recorded.entry.body.members() {
        says.extend(citations.truth(fact, field).says.into_iter().skip(1));
    }
    says
}
