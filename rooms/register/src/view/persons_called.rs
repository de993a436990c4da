//! Which persons of the register somebody means by a name or a key: in whatever case, and with or without diacritics.

use super::View;
use super::look::{grouped, person};
use crate::Register;
use crate::dossier::Dossier;
use crate::kinds;
use crate::names;
use crate::port::{Of, Recorded};
use access::Viewer;
use law::Pack;
use std::collections::{BTreeMap, BTreeSet};

/// A person of the register, under one of whose names something may name them.
pub(super) struct Named {
    pub key: String,
    pub name: String,
}

impl Register {
    /// The keys of the persons whom this viewer may know of, by the folded words of their keys and of each of their names. Goes
    /// through what is public and what the viewer may see beyond it, as figures are made, which opens nothing.
    pub(crate) async fn persons_called(&self, viewer: &Viewer) -> View<BTreeMap<Vec<String>, BTreeSet<String>>> {
        let of = Of::Kinds(vec![kinds::PERSON_NAMED.to_owned()]);
        let mut entries = self.store.entries(&Viewer::public(), of, None).await?;
        let beyond = self.store.beyond(viewer).await?.into_iter();
        entries.extend(beyond.filter(|recorded| recorded.entry.kind == kinds::PERSON_NAMED));
        entries.sort_by_key(|recorded| recorded.position);
        let keys = |named: Vec<Named>| named.into_iter().map(|named| named.key).collect();
        Ok(named(&self.law, entries)
            .into_iter()
            .map(|(words, named)| (words, keys(named)))
            .collect())
    }
}

/// The persons whom entries name, under the folded words of their keys and of each of their names.
pub(super) fn named(law: &Pack, entries: Vec<Recorded>) -> BTreeMap<Vec<String>, Vec<Named>> {
    let mut named: BTreeMap<Vec<String>, Vec<Named>> = BTreeMap::new();
    let persons = grouped(entries, |recorded| {
        recorded.entry.about.iter().filter_map(person).cloned().collect()
    });
    for (key, entries) in &persons {
        let dossier = Dossier::of(key, entries, law);
        let name = dossier.name();
        let all = dossier.also_known_as().into_iter().chain([name.clone(), key.clone()]);
        let under: BTreeSet<Vec<String>> = all.map(|name| names::asked(&name)).filter(|words| !words.is_empty()).collect();
        for words in under {
            named.entry(words).or_default().push(Named {
                key: key.clone(),
                name: name.clone(),
            });
        }
    }
    named
}
