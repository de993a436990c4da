//! The register for one request: what somebody may see beyond the public is read, and told to the audit, once for all
//! views of which the answer is made.

use crate::Register;
use crate::port::{Genesis, ListAt, Of, Proof, Recorded, Scopes, SignedCheckpoint, Sought, Store, StoreError};
use access::Viewer;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use record::entry::{Draft, EntryId, Subject};
use std::sync::{Arc, Mutex, PoisonError};

impl Register {
    /// This register, to make one answer with. Not to be kept longer: what others record meanwhile, and what is taken
    /// from the viewer, is not seen by it.
    pub fn for_one_answer(&self) -> Register {
        Register {
            store: Arc::new(Once {
                store: self.store.clone(),
                beyond: Mutex::default(),
            }),
            ..self.clone()
        }
    }
}

/// A store that remembers the last answer of [`Store::beyond`], until something is appended or the entries are counted, and asks
/// for all else anew.
struct Once {
    store: Arc<dyn Store>,
    beyond: Mutex<Option<(Viewer, Vec<Recorded>)>>,
}

impl Once {
    fn remembered(&self, viewer: &Viewer) -> Option<Vec<Recorded>> {
        let beyond = self.beyond.lock().unwrap_or_else(PoisonError::into_inner);
        let of_viewer = beyond.as_ref().filter(|(of, _)| of == viewer);
        of_viewer.map(|(_, entries)| entries.clone())
    }

    fn remember(&self, beyond: Option<(Viewer, Vec<Recorded>)>) {
        *self.beyond.lock().unwrap_or_else(PoisonError::into_inner) = beyond;
    }
}

#[async_trait]
impl Store for Once {
    async fn append(&self, viewer: &Viewer, drafts: Vec<Draft>, import: bool) -> Result<Vec<Recorded>, StoreError> {
        let appended = self.store.append(viewer, drafts, import).await;
        self.remember(None);
        appended
    }

    async fn append_over(&self, viewer: &Viewer, drafts: Vec<Draft>, read: u64) -> Result<Vec<Recorded>, StoreError> {
        let appended = self.store.append_over(viewer, drafts, read).await;
        self.remember(None);
        appended
    }

    async fn entry(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError> {
        self.store.entry(viewer, id).await
    }

    async fn erasure(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError> {
        self.store.erasure(viewer, id).await
    }

    async fn is_cleared_after(&self, order: &Recorded) -> Result<bool, StoreError> {
        self.store.is_cleared_after(order).await
    }

    async fn entries(&self, viewer: &Viewer, of: Of, known_by: Option<Timestamp>) -> Result<Vec<Recorded>, StoreError> {
        self.store.entries(viewer, of, known_by).await
    }

    async fn latest(&self, viewer: &Viewer, kinds: &[&str], before: Option<u64>, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        self.store.latest(viewer, kinds, before, limit).await
    }

    async fn length(&self) -> Result<u64, StoreError> {
        // What is decided over so many entries is decided over what is read after they were counted.
        self.remember(None);
        self.store.length().await
    }

    async fn last_recorded(&self, viewer: &Viewer) -> Result<Timestamp, StoreError> {
        self.store.last_recorded(viewer).await
    }

    async fn beyond(&self, viewer: &Viewer) -> Result<Vec<Recorded>, StoreError> {
        if let Some(remembered) = self.remembered(viewer) {
            return Ok(remembered);
        }
        let beyond = self.store.beyond(viewer).await?;
        self.remember(Some((viewer.clone(), beyond.clone())));
        Ok(beyond)
    }

    async fn weighed(&self, viewer: &Viewer, about: Vec<Subject>) -> Result<Vec<Recorded>, StoreError> {
        self.store.weighed(viewer, about).await
    }

    async fn list(&self, at: &ListAt) -> Result<Vec<(Date, String)>, StoreError> {
        self.store.list(at).await
    }

    async fn how_many(&self, at: &ListAt) -> Result<u64, StoreError> {
        self.store.how_many(at).await
    }

    async fn counts(&self, hindsight: bool, list: &str, scopes: Scopes<'_>, day: Date) -> Result<Vec<(String, u64)>, StoreError> {
        self.store.counts(hindsight, list, scopes, day).await
    }

    async fn steps(&self, hindsight: bool, list: &str, scope: &str) -> Result<Vec<(Date, u64)>, StoreError> {
        self.store.steps(hindsight, list, scope).await
    }

    async fn changes(&self, hindsight: bool, list: &str, scope: &str, from: Date, until: Date) -> Result<Vec<Date>, StoreError> {
        self.store.changes(hindsight, list, scope, from, until).await
    }

    async fn names(&self, ways: &[Sought<'_>], hindsight: bool, day: Date, limit: usize) -> Result<Vec<Vec<String>>, StoreError> {
        self.store.names(ways, hindsight, day, limit).await
    }

    async fn genesis(&self) -> Result<Genesis, StoreError> {
        self.store.genesis().await
    }

    async fn checkpoint(&self) -> Result<SignedCheckpoint, StoreError> {
        self.store.checkpoint().await
    }

    async fn proof(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Proof>, StoreError> {
        self.store.proof(viewer, id).await
    }
}
