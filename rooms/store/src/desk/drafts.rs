//! Drafts at the desk, encrypted: of a draft nothing lies on the disk as it is but its random id and how many versions it has.
//!
//! The key is made of one that lies in the vault of the record, wrapped by the master key, so that a change of the master
//! key leaves drafts as they are, and no draft is read without it. What is encrypted is bound to the record, the draft and
//! the number of the version, so that rows that were moved do not open, nor a head without the versions with which it was
//! written.

use super::{DeskStore, of_the_desk};
use crate::RecordStore;
use crate::attachments;
use crate::database::Pool;
use crate::fail::Failure;
use crate::read::{signed, unsigned};
use crate::sql::{Link, Row, query};
use crate::vault::{Key, Vault};
use crate::writing::Writing;
use async_trait::async_trait;
use register::draft::{DraftDesk, DraftId, Lying};
use register::outside::Outside;
use register::port::StoreError;
use std::sync::Arc;

pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS drafts (
  id BLOB PRIMARY KEY,
  newest INTEGER NOT NULL,
  head BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS draft_versions (
  draft BLOB NOT NULL,
  number INTEGER NOT NULL,
  version BLOB NOT NULL,
  PRIMARY KEY (draft, number)
)";

/// The shortest length of what is encrypted. Longer ones are powers of two, so that the length tells little of what was
/// written, and that of a version little of how it grew.
const SHORTEST: usize = 1024;
/// The bytes that say how long it is without what fills it up.
const LENGTH: usize = 4;

/// Drafts at a desk, under the keys of the record beside it.
pub struct DraftStore {
    pool: Pool,
    vault: Arc<Vault>,
    key: Key,
    outside: Arc<dyn Outside>,
    record: RecordStore,
}

impl RecordStore {
    /// The drafts at the desk beside this record.
    pub fn drafts(&self, desk: &DeskStore) -> DraftStore {
        DraftStore {
            pool: desk.pool.clone(),
            vault: self.vault.clone(),
            key: self.vault.derived("drafts"),
            outside: self.outside.clone(),
            record: self.clone(),
        }
    }
}

/// What the ciphertext of a head is bound to.
fn place_of_head(id: &DraftId, newest: u64) -> String {
    format!("head of draft {id} at version {newest}")
}

/// What the ciphertext of a version is bound to.
fn place_of_version(id: &DraftId, number: u64) -> String {
    format!("draft {id} version {number}")
}

/// What is encrypted in the place of what was written: its length, itself, and what fills it up.
pub(super) fn filled(plain: &[u8]) -> Result<Vec<u8>, Failure> {
    let length = u32::try_from(plain.len()).map_err(|_| Failure::refused("this is too large to be encrypted"))?;
    let mut filled = [&length.to_be_bytes()[..], plain].concat();
    filled.resize(filled.len().next_power_of_two().max(SHORTEST), 0);
    Ok(filled)
}

/// What was written; none where this is nothing that was filled so.
pub(super) fn unfilled(filled: &[u8]) -> Option<Vec<u8>> {
    let (length, rest) = filled.split_at_checked(LENGTH)?;
    let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
    rest.get(..length).map(<[u8]>::to_vec)
}

impl DraftStore {
    fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Failure> {
        self.vault.seal(&self.key, place, &filled(plain)?, &*self.outside)
    }

    fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Failure> {
        let plain = self.vault.unseal(&self.key, place, sealed);
        plain.and_then(|filled| unfilled(&filled)).ok_or_else(|| {
            Failure::damaged(format!(
                "the {place} cannot be decrypted: it was changed or moved, or is that of another record"
            ))
        })
    }

    /// A draft of a row with `newest` and `head`.
    fn of_row(&self, id: &DraftId, row: &Row) -> Result<Lying, Failure> {
        let newest = unsigned(row.try_get("newest")?, "the number of a version")?;
        let head: Vec<u8> = row.try_get("head")?;
        Ok(Lying {
            newest,
            head: self.open(&place_of_head(id, newest), &head)?,
        })
    }

    async fn read(&self, link: &mut Link<'_>, id: &DraftId) -> Result<Option<Lying>, Failure> {
        let read = query("SELECT newest, head FROM drafts WHERE id = $1").bind(&id.bytes()[..]);
        let row = read.fetch_optional(link).await?;
        row.map(|row| self.of_row(id, &row)).transpose()
    }

    /// Whether a draft lies as it was seen. No other transaction changes it before this one ends.
    async fn still(&self, link: &mut Link<'_>, id: &DraftId, saw: &Lying) -> Result<bool, Failure> {
        let lock = query("UPDATE drafts SET newest = newest WHERE id = $1 AND newest = $2")
            .bind(&id.bytes()[..])
            .bind(signed(saw.newest));
        Ok(lock.execute(link).await? == 1 && self.read(link, id).await?.as_ref() == Some(saw))
    }

    async fn write_version(&self, link: &mut Link<'_>, id: &DraftId, number: u64, version: &[u8]) -> Result<(), Failure> {
        query("INSERT INTO draft_versions (draft, number, version) VALUES ($1, $2, $3)")
            .bind(&id.bytes()[..])
            .bind(signed(number))
            .bind(self.seal(&place_of_version(id, number), version)?)
            .execute(link)
            .await?;
        Ok(())
    }

    async fn begin(&self, link: &mut Link<'_>, id: &DraftId, head: &[u8], first: &[u8]) -> Result<(), Failure> {
        query("INSERT INTO drafts (id, newest, head) VALUES ($1, 1, $2)")
            .bind(&id.bytes()[..])
            .bind(self.seal(&place_of_head(id, 1), head)?)
            .execute(link)
            .await?;
        self.write_version(link, id, 1, first).await
    }

    async fn replace(&self, link: &mut Link<'_>, id: &DraftId, saw: &Lying, head: &[u8], version: Option<&[u8]>) -> Result<bool, Failure> {
        if !self.still(link, id, saw).await? {
            return Ok(false);
        }
        let newest = saw.newest + u64::from(version.is_some());
        query("UPDATE drafts SET newest = $1, head = $2 WHERE id = $3")
            .bind(signed(newest))
            .bind(self.seal(&place_of_head(id, newest), head)?)
            .bind(&id.bytes()[..])
            .execute(link)
            .await?;
        if let Some(version) = version {
            self.write_version(link, id, newest, version).await?;
        }
        Ok(true)
    }

    async fn take_away(&self, link: &mut Link<'_>, id: &DraftId, saw: &Lying, files: &[String]) -> Result<bool, Failure> {
        if !self.still(link, id, saw).await? {
            return Ok(false);
        }
        // Before the draft: of one that is there still when this is cut off, they can be taken away again.
        attachments::release(&self.record, &id.matter(), files).await?;
        for delete in ["DELETE FROM draft_versions WHERE draft = $1", "DELETE FROM drafts WHERE id = $1"] {
            query(delete).bind(&id.bytes()[..]).execute(link).await?;
        }
        Ok(true)
    }
}

#[async_trait]
impl DraftDesk for DraftStore {
    async fn create(&self, id: &DraftId, head: &[u8], first: &[u8]) -> Result<(), StoreError> {
        let mut writing = Writing::begin_on_desk(&self.pool).await.map_err(of_the_desk)?;
        let done = self.begin(&mut writing.link(), id, head, first).await;
        writing.end(done).await.map_err(of_the_desk)
    }

    async fn lying(&self, id: &DraftId) -> Result<Option<Lying>, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        self.read(&mut held.link(), id).await.map_err(of_the_desk)
    }

    async fn all(&self) -> Result<Vec<(DraftId, Lying)>, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let rows = query("SELECT id, newest, head FROM drafts ORDER BY id")
            .fetch_all(&mut held.link())
            .await;
        let draft = |row: &Row| {
            let id: Result<[u8; 16], _> = row.try_get::<Vec<u8>>("id")?.try_into();
            let id = DraftId::from_bytes(id.map_err(|_| Failure::damaged("the id of a draft is not 16 bytes long"))?);
            Ok((id, self.of_row(&id, row)?))
        };
        let drafts: Result<Vec<_>, Failure> = rows.map_err(of_the_desk)?.iter().map(draft).collect();
        drafts.map_err(of_the_desk)
    }

    async fn change(&self, id: &DraftId, saw: &Lying, head: &[u8], version: Option<&[u8]>) -> Result<bool, StoreError> {
        let mut writing = Writing::begin_on_desk(&self.pool).await.map_err(of_the_desk)?;
        let done = self.replace(&mut writing.link(), id, saw, head, version).await;
        writing.end(done).await.map_err(of_the_desk)
    }

    async fn version(&self, id: &DraftId, number: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let read = query("SELECT version FROM draft_versions WHERE draft = $1 AND number = $2")
            .bind(&id.bytes()[..])
            .bind(signed(number));
        let sealed: Option<Vec<u8>> = read.value(&mut held.link()).await.map_err(of_the_desk)?;
        let opened = sealed.map(|sealed| self.open(&place_of_version(id, number), &sealed));
        opened.transpose().map_err(of_the_desk)
    }

    async fn versions(&self, id: &DraftId) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let read = query("SELECT number, version FROM draft_versions WHERE draft = $1 ORDER BY number").bind(&id.bytes()[..]);
        let rows = read.fetch_all(&mut held.link()).await.map_err(of_the_desk)?;
        let version = |row: &Row| {
            let number = unsigned(row.try_get("number")?, "the number of a version")?;
            self.open(&place_of_version(id, number), &row.try_get::<Vec<u8>>("version")?)
        };
        let versions: Result<Vec<_>, Failure> = rows.iter().map(version).collect();
        versions.map_err(of_the_desk)
    }

    async fn delete(&self, id: &DraftId, saw: &Lying, files: &[String]) -> Result<bool, StoreError> {
        let mut writing = Writing::begin_on_desk(&self.pool).await.map_err(of_the_desk)?;
        let done = self.take_away(&mut writing.link(), id, saw, files).await;
        writing.end(done).await.map_err(of_the_desk)
    }
}
