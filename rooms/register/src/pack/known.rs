//! What the record holds of earlier editions: chains by the slot under which every edition knows them.

use super::PACK;
use super::citations::slot_of;
use crate::Register;
use crate::files::{self, FILES};
use crate::kinds;
use crate::port::{Of, StoreError};
use crate::request::{is_request, public_record};
use access::Viewer;
use record::audience::{Audience, Level};
use record::entry::{Author, Draft, EntryId, Subject};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// One fact of the record and its versions.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The first entry.
    pub first: EntryId,
    /// Versions, oldest first; never empty.
    pub versions: Vec<Draft>,
}

impl Chain {
    /// The newest version.
    pub fn newest(&self) -> &Draft {
        // A chain is made with its first version.
        &self.versions[self.versions.len() - 1]
    }

    /// The newest version that the pack wrote, taken back or not.
    pub fn newest_of_pack(&self) -> Option<&Draft> {
        self.versions.iter().rev().find(|v| is_pack(v))
    }

    /// Whether the pack began it.
    pub fn is_of_pack(&self) -> bool {
        self.versions.first().is_some_and(is_pack)
    }
}

/// Whether this pack wrote an entry.
pub fn is_pack(draft: &Draft) -> bool {
    draft.author == Author::Pack(PACK.to_owned())
}

/// Whether a version takes its fact back.
pub fn retracts(draft: &Draft) -> bool {
    draft.corrects.as_ref().is_some_and(|c| c.retracts)
}

/// The facts of the record that a pack can speak of.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Chains by slot.
    pub chains: BTreeMap<String, Chain>,
    /// Slot of the chain of each entry.
    pub slot_of: HashMap<EntryId, String>,
    /// Ids of all entries that say that an edition differs.
    pub differs: HashSet<EntryId>,
}

/// Kinds of entries of files that are not in the table, and of what is about entries.
const KINDS: [&str; 13] = [
    kinds::PERSON_NAMED,
    kinds::WARRANT_ISSUED,
    kinds::SUMMONS_ISSUED,
    kinds::MADE_PUBLIC,
    kinds::WARRANT_EXECUTED,
    kinds::SURRENDERED,
    kinds::APPEARED,
    kinds::ENDED,
    kinds::MILESTONE,
    kinds::COUNT_STATED,
    kinds::PACK_EDITION,
    kinds::REMARK,
    kinds::CITATION,
];

impl Known {
    /// Reads them out of the record.
    pub async fn load(register: &Register, viewer: &Viewer) -> Result<Known, StoreError> {
        let mut known = Known::default();
        let of_files: BTreeSet<&str> = FILES.iter().flat_map(files::File::kinds).collect();
        let of = KINDS
            .into_iter()
            .chain(public_record::KINDS)
            .chain(of_files)
            .map(str::to_owned)
            .collect();
        // A correction may be of another kind than what it corrects: in the order of recording both are found. What
        // is not public and did not come with a pack is none of its facts: an edition must not tell that it is there.
        let mut audiences: BTreeMap<EntryId, Audience> = BTreeMap::new();
        for recorded in register.store.entries(viewer, Of::Kinds(of), None).await? {
            let audience = recorded.audience;
            let draft = recorded.entry.draft;
            let is_of_the_pack = match &draft.corrects {
                Some(corrects) => audiences
                    .get(&corrects.first)
                    .is_some_and(|first| audience.at_least_as_wide_as(first)),
                None => audience.level == Level::Public || matches!(draft.author, Author::Pack(_)),
            };
            if is_of_the_pack {
                audiences.insert(draft.id.clone(), audience);
                known.put(draft);
            }
        }
        for recorded in register
            .store
            .entries(viewer, Of::Kinds(vec![kinds::PACK_DIFFERS.to_owned()]), None)
            .await?
        {
            known.differs.insert(recorded.entry.draft.id);
        }
        Ok(known)
    }

    /// Adds a version, in the order of recording.
    pub fn put(&mut self, draft: Draft) {
        let id = draft.id.clone();
        let slot = match &draft.corrects {
            Some(corrects) => self.slot_of.get(&corrects.first).cloned(),
            None => self.slot(&draft),
        };
        let Some(slot) = slot else { return };
        let chain = self.chains.entry(slot.clone()).or_insert_with(|| Chain {
            first: id.clone(),
            versions: Vec::new(),
        });
        // A second fact in one slot can only be an officer's beside the pack's; the first keeps the slot.
        if draft.corrects.is_some() || chain.versions.is_empty() {
            chain.versions.push(draft);
            self.slot_of.insert(id, slot);
        }
    }

    /// The slot of the first version of a fact.
    fn slot(&self, draft: &Draft) -> Option<String> {
        let text = |field: &str| draft.body.get_text(field).unwrap_or_default();
        let of_target = || self.slot_of.get(target(draft)?);
        match draft.kind.as_str() {
            kinds::MILESTONE => {
                let on = draft.effective.to_string();
                let on = on.strip_prefix("about ").unwrap_or(&on);
                Some(format!("milestone|{}|{}|{on}", draft.matter, text("what")))
            }
            kinds::COUNT_STATED => Some(format!(
                "count|{}|{}|{}|{}",
                draft.effective,
                text("what"),
                text("said_by"),
                text("basis")
            )),
            kinds::PACK_EDITION => Some(format!("edition|{}", text("edition"))),
            kinds::REMARK if files::of_matter(&draft.matter).is_some() => Some(format!("remark|{}", draft.matter)),
            kinds::REMARK => Some(format!("remark|{}", of_target()?)),
            kinds::CITATION => {
                let source = draft.source.as_deref().unwrap_or_default();
                let of = slot_of(self.version(target(draft)?)?, of_target()?, text("field"));
                Some(format!("citation|{of}|{}|{}|{source}", text("verdict"), text("value")))
            }
            kind if is_request(kind) => Some(format!("{}|{kind}|{}", draft.matter, of_target()?)),
            // A summons that becomes a warrant is the same matter, restated.
            kind if kinds::is_issue(kind) => Some(format!("{}|issued", draft.matter)),
            kind => Some(format!("{}|{kind}", draft.matter)),
        }
    }

    /// A version of a fact.
    pub fn version(&self, id: &EntryId) -> Option<&Draft> {
        self.chains.get(self.slot_of.get(id)?)?.versions.iter().find(|v| v.id == *id)
    }
}

/// The entry that a remark or citation is about.
pub fn target(draft: &Draft) -> Option<&EntryId> {
    draft
        .about
        .iter()
        .find_map(|s| if let Subject::Entry(id) = s { Some(id) } else { None })
}
