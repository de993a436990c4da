//! A matter to take along: what of it a viewer may have as a file, and the proofs of it.
//!
//! Not all that they may read. Whoever reads in an emergency reads and takes nothing along, and some roles never do.

use super::View;
use super::matters::{narrowest, of_matter, shown};
use super::model::{Member, TakenCorrection, TakenEntry, TakenMatter};
use crate::Register;
use crate::port::{Of, Proof, Recorded};
use access::{Action, Matter, On, Viewer, may};
use record::audience::Level;
use record::entry::EntryId;
use record::json::{Value, canonical};

impl Register {
    /// What of a matter a viewer may take along; none where there is no such matter for them, or all of it that they may
    /// read is public, which anybody takes along as it is.
    ///
    /// Names of persons that stand in other matters are left out, since these are others to take along: what the file
    /// holds is what was recorded in this matter, and what is public.
    ///
    /// # Errors
    /// The store failed.
    pub async fn matter_to_take(&self, viewer: &Viewer, id: &str) -> View<Option<TakenMatter>> {
        let mut read = self.store.entries(viewer, Of::Matters(vec![id.to_owned()]), None).await?;
        read.retain(of_matter);
        if read.iter().all(|recorded| recorded.audience.level == Level::Public) {
            return Ok(None);
        }
        let (mut taken, left): (Vec<Recorded>, Vec<Recorded>) = read.into_iter().partition(|recorded| may_be_taken(viewer, recorded));
        let left = left.len();
        if taken.iter().all(|recorded| recorded.audience.level == Level::Public) {
            taken.clear();
        }
        Ok(Some(TakenMatter {
            id: id.to_owned(),
            kind: taken.first().map(|recorded| recorded.entry.kind.clone()).unwrap_or_default(),
            about: self.names_in(&taken, &taken).await?.about(&taken.iter().collect::<Vec<_>>()),
            level: narrowest(taken.iter()).unwrap_or(Level::Public),
            originator: taken.iter().find_map(|recorded| recorded.audience.originator.clone()),
            entries: taken.iter().map(entry).collect(),
            left,
            at: self.outside.now(),
            exercise: self.store.genesis().await?.exercise,
        }))
    }

    /// The proofs of the entries that are taken along by their ids, or from when there is one, in their order.
    ///
    /// A proof tells nothing of other entries: not how many there are in its tick, nor in which places, nor how many there
    /// were before it (`docs/record-format.md`, sections 5 to 7).
    ///
    /// # Errors
    /// The store failed.
    pub async fn proofs_of(&self, viewer: &Viewer, taken: &TakenMatter) -> View<Vec<(String, Proof)>> {
        let mut proofs = Vec::with_capacity(taken.entries.len());
        for entry in &taken.entries {
            let Some(id) = EntryId::parse(&entry.shown.id) else { continue };
            // What was erased or closed since it was read is not proved any more.
            if let Some(proof) = self.store.proof(viewer, &id).await? {
                proofs.push((entry.shown.id.clone(), proof));
            }
        }
        Ok(proofs)
    }
}

/// Whether a viewer who may read an entry may take it along. What is public is taken along by anybody.
pub(super) fn may_be_taken(viewer: &Viewer, recorded: &Recorded) -> bool {
    let matter = Matter {
        matter: &recorded.entry.matter,
        audience: &recorded.audience,
    };
    recorded.audience.level == Level::Public || may(viewer, Action::Export, On::Matter(matter))
}

fn entry(recorded: &Recorded) -> TakenEntry {
    let entry = &recorded.entry;
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => String::from_utf8_lossy(&canonical(other)).into_owned(),
    };
    TakenEntry {
        shown: shown(recorded),
        source: entry.source.clone(),
        says: entry
            .body
            .members()
            .map(|(name, value)| Member {
                name: name.to_owned(),
                value: text(value),
            })
            .collect(),
        attachments: entry.attachments.clone(),
        corrects: entry.corrects.as_ref().map(|corrects| TakenCorrection {
            entry: corrects.first.to_string(),
            reason: corrects.reason.clone(),
            retracts: corrects.retracts,
        }),
        canonical: String::from_utf8_lossy(&entry.canonical()).into_owned(),
    }
}
