//! The files that entries name against what lies in their folder.

use super::Faults;
use crate::RecordStore;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::read;
use access::Viewer;
use record::entry::{Attachment, Entry, EntryId};
use register::attachment::AttachmentError;
use register::port::StoreError;
use std::collections::BTreeMap;

/// What is met of attachments along the record: the first entry that names each, by matter and hash.
#[derive(Default)]
pub(super) struct Named(BTreeMap<(String, String), (EntryId, Attachment)>);

impl Named {
    /// Takes note of what an entry names.
    pub(super) fn met(&mut self, entry: &Entry) {
        for file in &entry.attachments {
            let about = (entry.matter.clone(), file.sha256.clone());
            self.0.entry(about).or_insert_with(|| (entry.id.clone(), file.clone()));
        }
    }

    /// Reads each file to its end.
    pub(super) async fn check(&self, store: &RecordStore, faults: &mut Faults) -> Result<(), Failure> {
        for ((matter, sha256), (id, file)) in &self.0 {
            let said = match store.attachments.check(matter, file).await {
                Ok(()) => continue,
                Err(AttachmentError::Store(error @ (StoreError::Database(_) | StoreError::DiskFull))) => return Err(error.into()),
                Err(said) => said,
            };
            // It may have been erased since the walk began.
            if is_there(store, id).await? {
                faults.entry(id, format!("its attachment with the SHA-256 {sha256}: {said}"));
            }
        }
        Ok(())
    }
}

async fn is_there(store: &RecordStore, id: &EntryId) -> Result<bool, Failure> {
    let mut moment = store.begin_read().await?;
    let link = &mut moment.link();
    let operator = Viewer::operator();
    let sight = Sight::of(link, &store.vault, &operator).await?;
    Ok(read::entry(link, &sight, id).await?.is_some())
}
