//! What sign-in keeps between two steps: working state, which may vanish without a fact being lost.

use crate::account::AccountId;
use crate::token::Key;
use async_trait::async_trait;
use jiff::Timestamp;
pub use register::port::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What an item is. A key is looked for on one shelf only, so that what was made for one purpose can never be
/// used for another. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// A passkey ceremony that was begun, by the token of the browser that began it.
    Ceremony,
    /// A sign-in at an institution's own provider that was begun, by the token of the browser.
    Provider,
    /// An invitation, by the token of its link.
    Invitation,
    /// An invitation that was taken up, by the token of the browser that took it.
    Joining,
    /// A session, by its token.
    Session,
    /// What an authenticator said last, by the key of its credential.
    Authenticator,
}

impl Shelf {
    /// All of them.
    pub const ALL: [Shelf; 6] = [
        Shelf::Ceremony,
        Shelf::Provider,
        Shelf::Invitation,
        Shelf::Joining,
        Shelf::Session,
        Shelf::Authenticator,
    ];

    /// The word under which a desk keeps it.
    pub fn word(self) -> &'static str {
        match self {
            Shelf::Ceremony => "ceremony",
            Shelf::Provider => "provider",
            Shelf::Invitation => "invitation",
            Shelf::Joining => "joining",
            Shelf::Session => "session",
            Shelf::Authenticator => "authenticator",
        }
    }
}

/// Something that lies at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where.
    pub shelf: Shelf,
    /// Under what; no key twice on a shelf.
    pub key: Key,
    /// Whose, where it is somebody's.
    pub owner: Option<AccountId>,
    /// From when on it may be forgotten; none for what stays until it is deleted. The desk has no clock: whoever
    /// reads an item asks its own.
    pub expires: Option<Timestamp>,
    /// What; opaque to the desk.
    pub value: Vec<u8>,
}

/// Where items are kept. Each call is one transaction, durable when it returns.
#[async_trait]
pub trait SignInDesk: Send + Sync {
    /// Keeps an item; false where the key is taken on its shelf, and then nothing was changed.
    async fn insert(&self, item: &Item) -> Result<bool, StoreError>;

    /// An item as it lies.
    async fn read(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError>;

    /// Takes an item away and gives it: of several that ask at once, one gets it.
    async fn take(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError>;

    /// Puts another value and expiry in the place of an item, if its value is still the one that was seen; false
    /// where it is another by now, or gone.
    async fn replace(&self, saw: &Item, value: &[u8], expires: Option<Timestamp>) -> Result<bool, StoreError>;

    /// All items of an account on a shelf, in the order of their keys.
    async fn list(&self, shelf: Shelf, owner: &AccountId) -> Result<Vec<Item>, StoreError>;

    /// Deletes an item of an account; whether it was there and theirs.
    async fn delete(&self, shelf: Shelf, owner: &AccountId, key: &Key) -> Result<bool, StoreError>;

    /// Deletes all items that expired at or before an instant.
    async fn forget(&self, expired_by: Timestamp) -> Result<(), StoreError>;
}

/// The value of an item.
pub(crate) fn to_value<T: Serialize>(what: &T) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(what).map_err(|e| StoreError::Database(format!("what was to be kept at the desk cannot be written: {e}")))
}

/// What an item says, if it is not over at this instant. One that cannot be read, as after a change of the
/// program, counts as gone: its holder begins anew.
pub(crate) fn in_force<T: DeserializeOwned>(item: &Item, now: Timestamp) -> Option<T> {
    let over = item.expires.is_some_and(|expires| expires <= now);
    if over { None } else { serde_json::from_slice(&item.value).ok() }
}
