//! One entry as recorded.

use super::View;
use super::look::Look;
use super::model::{EntryRef, EntryShown, Member, PersonRef};
use crate::Register;
use crate::chain;
use crate::dossier::Dossier;
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use crate::truth::Citations;
use access::Viewer;
use record::entry::{EntryId, Subject};
use record::json::{Object, canonical};

impl Register {
    /// One entry as recorded; none where it does not exist for this reader.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn entry(&self, viewer: &Viewer, reading: &Reading, id: &str) -> View<Option<EntryShown>> {
        let look = Look::new(self, viewer, reading).await?;
        let Some(id) = EntryId::parse(id) else { return Ok(None) };
        let Some(recorded) = self.store.entry(viewer, &id).await? else {
            return Ok(None);
        };
        if look.known_by.is_some_and(|known_by| recorded.entry.recorded > known_by) {
            return Ok(None);
        }
        let person = recorded
            .entry
            .about
            .iter()
            .find_map(|s| if let Subject::Person(key) = s { Some(key.clone()) } else { None });
        let about = match &person {
            Some(key) => look.entries(Of::About(vec![Subject::Person(key.clone())])).await?,
            None => Vec::new(),
        };
        let dossier = person.as_deref().map(|key| Dossier::of(key, &about, look.law()));
        if !look.discloses(&recorded, dossier.as_ref()) {
            return Ok(None);
        }
        let first = recorded.entry.corrects.as_ref().map_or(&id, |c| &c.first).clone();
        let chain = look.entries(Of::Chain(first)).await?;
        let canonical_bytes = recorded.entry.canonical();
        let members = Object::parse(&canonical_bytes).map(|object| members(&object)).unwrap_or_default();
        Ok(Some(EntryShown {
            id: id.to_string(),
            leaf_hash: recorded.leaf_hash.iter().map(|b| format!("{b:02x}")).collect(),
            members,
            canonical: String::from_utf8_lossy(&canonical_bytes).into_owned(),
            corrected_by: chain
                .iter()
                .filter(|v| v.position > recorded.position)
                .map(|v| v.entry.id.to_string())
                .collect(),
            about_it: about_it(about.iter().filter(|r| look.discloses(r, dossier.as_ref())), &id),
            sources: sources(&recorded, &about),
            understood: kinds::is_known(&recorded.entry.kind),
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
    fn discloses(&self, recorded: &Recorded, dossier: Option<&Dossier>) -> bool {
        let entry = &recorded.entry;
        let Some(dossier) = dossier else {
            return entry.effective.first().is_none_or(|first| first <= self.day());
        };
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
        // What is left is about the person as a whole, or an act that was taken back.
        let exists = dossier.exists_from(self.hindsight()).is_some_and(|from| from <= self.day());
        let instrument = dossier.instrument(&entry.matter);
        let matter = instrument.is_none_or(|i| i.issue().counts(self.hindsight(), self.day()));
        exists && matter && entry.effective.last().is_none_or(|last| last <= self.day())
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
    for (field, _) in recorded.entry.body.members() {
        says.extend(citations.truth(fact, field).says.into_iter().skip(1));
    }
    says
}
