//! Where drafts are kept.

use super::{DraftId, StoreError};
use async_trait::async_trait;

/// A draft as it lies at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lying {
    /// The number of its newest version.
    pub newest: u64,
    /// Its head; opaque to the desk.
    pub head: Vec<u8>,
}

/// Where drafts are kept. It knows nothing of what they hold, nor of who may see them: [`super::Drafts`] asks that first.
/// Each call is one transaction, durable when it returns.
#[async_trait]
pub trait DraftDesk: Send + Sync {
    /// Keeps a new draft with its first version, whose number is 1.
    async fn create(&self, id: &DraftId, head: &[u8], first: &[u8]) -> Result<(), StoreError>;

    /// A draft as it lies.
    async fn lying(&self, id: &DraftId) -> Result<Option<Lying>, StoreError>;

    /// All drafts as they lie.
    async fn all(&self) -> Result<Vec<(DraftId, Lying)>, StoreError>;

    /// Puts another head in the place of the one that was seen, and adds a version under the next number where one is
    /// given; false where the draft lies otherwise by now, or is gone, and then nothing was changed.
    async fn change(&self, id: &DraftId, saw: &Lying, head: &[u8], version: Option<&[u8]>) -> Result<bool, StoreError>;

    /// A version.
    async fn version(&self, id: &DraftId, number: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// All versions in the order of their numbers.
    async fn versions(&self, id: &DraftId) -> Result<Vec<Vec<u8>>, StoreError>;

    /// Deletes a draft with all its versions, and of its files, by their SHA-256, those that no entry names; false where it
    /// lies otherwise than it was seen, or is gone, and then nothing was deleted.
    async fn delete(&self, id: &DraftId, saw: &Lying, files: &[String]) -> Result<bool, StoreError>;
}
