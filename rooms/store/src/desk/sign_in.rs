//! What sign-in keeps at the desk, in a table of its own.

use super::{DeskStore, of_the_desk};
use crate::fail::Failure;
use crate::read::{instant, instant_text};
use crate::sql::{Row, query};
use async_trait::async_trait;
use jiff::Timestamp;
use register::port::StoreError;
use register::sign_in::{AccountId, Item, Key, Shelf, SignInDesk};

/// The empty text stands where an item does not expire.
pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS sign_in (
  shelf TEXT NOT NULL,
  key BLOB NOT NULL,
  owner BLOB,
  expires TEXT NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (shelf, key)
);
CREATE INDEX IF NOT EXISTS sign_in_by_owner ON sign_in (shelf, owner, key);
CREATE INDEX IF NOT EXISTS sign_in_by_expiry ON sign_in (expires)";

impl DeskStore {
    async fn items(&self, statement: &'static str, shelf: Shelf, bytes: &[u8]) -> Result<Vec<Item>, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let asked = query(statement).bind(shelf.word()).bind(bytes);
        let rows = asked.fetch_all(&mut held.link()).await.map_err(of_the_desk)?;
        rows.iter().map(|row| item(row).map_err(of_the_desk)).collect()
    }
}

#[async_trait]
impl SignInDesk for DeskStore {
    async fn insert(&self, item: &Item) -> Result<bool, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let insert = query(
            "INSERT INTO sign_in (shelf, key, owner, expires, value) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (shelf, key) DO NOTHING",
        )
        .bind(item.shelf.word())
        .bind(&item.key.bytes()[..])
        .bind(item.owner.map(|owner| owner.bytes().to_vec()))
        .bind(expiry(item.expires))
        .bind(&item.value[..]);
        Ok(insert.execute(&mut held.link()).await.map_err(of_the_desk)? == 1)
    }

    async fn read(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError> {
        let read = "SELECT shelf, key, owner, expires, value FROM sign_in WHERE shelf = $1 AND key = $2";
        Ok(self.items(read, shelf, key.bytes()).await?.pop())
    }

    async fn take(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError> {
        let take = "DELETE FROM sign_in WHERE shelf = $1 AND key = $2 RETURNING shelf, key, owner, expires, value";
        Ok(self.items(take, shelf, key.bytes()).await?.pop())
    }

    async fn replace(&self, saw: &Item, value: &[u8], expires: Option<Timestamp>) -> Result<bool, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let replace = query("UPDATE sign_in SET value = $1, expires = $2 WHERE shelf = $3 AND key = $4 AND value = $5")
            .bind(value)
            .bind(expiry(expires))
            .bind(saw.shelf.word())
            .bind(&saw.key.bytes()[..])
            .bind(&saw.value[..]);
        Ok(replace.execute(&mut held.link()).await.map_err(of_the_desk)? == 1)
    }

    async fn list(&self, shelf: Shelf, owner: &AccountId) -> Result<Vec<Item>, StoreError> {
        let list = "SELECT shelf, key, owner, expires, value FROM sign_in WHERE shelf = $1 AND owner = $2 ORDER BY key";
        self.items(list, shelf, owner.bytes()).await
    }

    async fn delete(&self, shelf: Shelf, owner: &AccountId, key: &Key) -> Result<bool, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let delete = query("DELETE FROM sign_in WHERE shelf = $1 AND owner = $2 AND key = $3")
            .bind(shelf.word())
            .bind(&owner.bytes()[..])
            .bind(&key.bytes()[..]);
        Ok(delete.execute(&mut held.link()).await.map_err(of_the_desk)? == 1)
    }

    async fn forget(&self, expired_by: Timestamp) -> Result<(), StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let forget = query("DELETE FROM sign_in WHERE expires <> '' AND expires <= $1").bind(instant_text(expired_by));
        forget.execute(&mut held.link()).await.map(|_| ()).map_err(of_the_desk)
    }
}

fn expiry(expires: Option<Timestamp>) -> String {
    expires.map(instant_text).unwrap_or_default()
}

fn item(row: &Row) -> Result<Item, Failure> {
    let shelf: String = row.try_get("shelf")?;
    let expires: String = row.try_get("expires")?;
    let owner: Option<Vec<u8>> = row.try_get("owner")?;
    let account = |bytes: Vec<u8>| {
        let bytes: Result<[u8; 16], _> = bytes.try_into();
        bytes
            .map(AccountId::from_bytes)
            .map_err(|_| Failure::damaged("an owner is not 16 bytes long"))
    };
    let key: Result<[u8; 32], _> = row.try_get::<Vec<u8>>("key")?.try_into();
    Ok(Item {
        shelf: Shelf::from_word(&shelf).ok_or_else(|| Failure::damaged(format!("{shelf:?} is no shelf")))?,
        key: Key::from_bytes(key.map_err(|_| Failure::damaged("a key is not 32 bytes long"))?),
        owner: owner.map(account).transpose()?,
        expires: if expires.is_empty() { None } else { Some(instant(&expires)?) },
        value: row.try_get("value")?,
    })
}
