//! What sign-in keeps between two steps: working state of the desk, which may vanish without a fact being lost.
//!
//! The forms and the trait stand here, since a store keeps them and `identity` uses them.

use crate::outside::Outside;
use crate::port::StoreError;
use async_trait::async_trait;
use jiff::Timestamp;
use record::hex::{hex, unhex};
use sha2::{Digest, Sha256};
use std::fmt;

/// Identity of an account: 128 random bits, written as 32 lower-case hexadecimal digits. It is also the user
/// handle that passkeys carry, and so tells nothing of its owner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId([u8; 16]);

impl AccountId {
    /// A new one.
    pub fn new(outside: &dyn Outside) -> AccountId {
        let mut bytes = [0; 16];
        outside.random(&mut bytes);
        AccountId(bytes)
    }

    /// From its bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> AccountId {
        AccountId(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// From 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<AccountId> {
        unhex(text).map(AccountId)
    }

    /// The matter of the account's own entries: `account-` and its digits.
    pub fn matter(&self) -> String {
        format!("account-{self}")
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl serde::Serialize for AccountId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for AccountId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<AccountId, D::Error> {
        let text = String::deserialize(deserializer)?;
        AccountId::parse(&text).ok_or_else(|| serde::de::Error::custom("not 32 lower-case hexadecimal digits"))
    }
}

/// SHA-256 of something long and random. Not a secret: it names a session in a list without opening it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of some bytes.
    pub fn of(bytes: &[u8]) -> Key {
        Key(Sha256::digest(bytes).into())
    }

    /// Its bytes, for the desk.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// From the bytes that the desk kept.
    pub fn from_bytes(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// 64 lower-case hexadecimal digits.
    pub fn text(&self) -> String {
        hex(&self.0)
    }

    /// The key of such a text.
    pub fn parse(text: &str) -> Option<Key> {
        unhex(text).map(Key)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl serde::Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        let text = String::deserialize(deserializer)?;
        Key::parse(&text).ok_or_else(|| serde::de::Error::custom("not 64 lower-case hexadecimal digits"))
    }
}

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
    /// The day on which a token was last used, by its key.
    Program,
}

impl Shelf {
    /// All of them.
    pub const ALL: [Shelf; 7] = [
        Shelf::Ceremony,
        Shelf::Provider,
        Shelf::Invitation,
        Shelf::Joining,
        Shelf::Session,
        Shelf::Authenticator,
        Shelf::Program,
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
            Shelf::Program => "program",
        }
    }

    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Shelf> {
        Shelf::ALL.into_iter().find(|shelf| shelf.word() == word)
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
