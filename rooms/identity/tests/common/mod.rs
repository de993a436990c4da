//! What the tests of sign-in share: a desk in memory, a clock that is set, chance that repeats itself.

#![allow(dead_code)] // each file of tests uses a part of it

pub mod authenticator;
pub mod node;

use async_trait::async_trait;
use identity::account::{Account, AccountId};
use identity::act::{Act, By, Post, Writer};
use identity::credential::Credential;
use identity::desk::{Item, Shelf, SignInDesk, StoreError};
use identity::token::Key;
use jiff::{SignedDuration, Timestamp};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Entry};
use register::outside::Outside;
use register::port::Recorded;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// A clock that stands until it is moved, and chance that is the same in every run.
#[derive(Debug)]
pub struct Set {
    seconds: AtomicI64,
    drawn: AtomicU64,
}

impl Set {
    pub fn at(instant: &str) -> Set {
        let instant: Timestamp = instant.parse().unwrap();
        Set {
            seconds: AtomicI64::new(instant.as_second()),
            drawn: AtomicU64::new(0),
        }
    }

    pub fn pass(&self, time: SignedDuration) {
        self.seconds.fetch_add(time.as_secs(), Ordering::SeqCst);
    }
}

impl Outside for Set {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.seconds.load(Ordering::SeqCst)).unwrap()
    }

    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let drawn = self.drawn.fetch_add(1, Ordering::SeqCst);
            let key = Key::of(format!("chance {drawn}").as_bytes());
            let length = chunk.len();
            chunk.copy_from_slice(&key.bytes()[..length]);
        }
    }
}

/// A desk in memory.
#[derive(Debug, Default)]
pub struct Desk {
    items: Mutex<BTreeMap<(Shelf, Key), Item>>,
}

impl Desk {
    /// Everything that lies there.
    pub fn all(&self) -> Vec<Item> {
        self.items.lock().unwrap().values().cloned().collect()
    }

    /// Loses what lies on a shelf, as after a restore from a backup.
    pub fn lose(&self, shelf: Shelf) {
        self.items.lock().unwrap().retain(|(on, _), _| *on != shelf);
    }
}

#[async_trait]
impl SignInDesk for Desk {
    async fn insert(&self, item: &Item) -> Result<bool, StoreError> {
        let mut items = self.items.lock().unwrap();
        let at = (item.shelf, item.key);
        if items.contains_key(&at) {
            return Ok(false);
        }
        items.insert(at, item.clone());
        Ok(true)
    }

    async fn read(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError> {
        Ok(self.items.lock().unwrap().get(&(shelf, *key)).cloned())
    }

    async fn take(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError> {
        Ok(self.items.lock().unwrap().remove(&(shelf, *key)))
    }

    async fn replace(&self, saw: &Item, value: &[u8], expires: Option<Timestamp>) -> Result<bool, StoreError> {
        let mut items = self.items.lock().unwrap();
        match items.get_mut(&(saw.shelf, saw.key)).filter(|item| item.value == saw.value) {
            Some(item) => {
                item.value = value.to_vec();
                item.expires = expires;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    async fn list(&self, shelf: Shelf, owner: &AccountId) -> Result<Vec<Item>, StoreError> {
        let items = self.items.lock().unwrap();
        let theirs = items.values().filter(|item| item.shelf == shelf && item.owner == Some(*owner));
        Ok(theirs.cloned().collect())
    }

    async fn delete(&self, shelf: Shelf, owner: &AccountId, key: &Key) -> Result<bool, StoreError> {
        let mut items = self.items.lock().unwrap();
        let at = (shelf, *key);
        let theirs = items.get(&at).is_some_and(|item| item.owner == Some(*owner));
        Ok(theirs && items.remove(&at).is_some())
    }

    async fn forget(&self, expired_by: Timestamp) -> Result<(), StoreError> {
        let mut items = self.items.lock().unwrap();
        items.retain(|_, item| item.expires.is_none_or(|expires| expires > expired_by));
        Ok(())
    }
}

/// Entries of people as a record would give them back.
#[derive(Debug)]
pub struct People {
    pub outside: Set,
    pub recorded: Vec<Recorded>,
}

impl People {
    pub fn at(instant: &str) -> People {
        People {
            outside: Set::at(instant),
            recorded: Vec::new(),
        }
    }

    /// Records an act of the operator in the matter of the account.
    pub fn act(&mut self, account: &AccountId, act: Act) -> &Recorded {
        self.act_of(By::Operator, account, "", act)
    }

    pub fn act_of(&mut self, by: By, account: &AccountId, matter: &str, act: Act) -> &Recorded {
        let draft = writer(by).draft(&self.outside, account, matter, &act).unwrap();
        self.record(draft)
    }

    pub fn record(&mut self, draft: record::entry::Draft) -> &Recorded {
        let position = u64::try_from(self.recorded.len()).unwrap();
        let entry = Entry {
            draft,
            recorded: self.outside.now(),
        };
        // As the record would keep it: by its canonical bytes.
        let entry = Entry::from_canonical(&entry.canonical()).unwrap();
        self.recorded.push(Recorded {
            audience: entry.audience.clone(),
            entry,
            leaf_hash: [0; 32],
            position,
        });
        self.recorded.last().unwrap()
    }

    /// An open account with a post and these credentials.
    pub fn open(&mut self, name: &str, post: Post, credentials: Vec<Credential>) -> AccountId {
        let id = AccountId::new(&self.outside);
        let invited = Act::AccountInvited {
            name: name.to_owned(),
            post: post.clone(),
        };
        self.act(&id, invited);
        self.act(&id, Act::AccountOpened);
        self.act(&id, Act::RoleGranted { post });
        for credential in credentials {
            self.act(&id, Act::CredentialAdded { credential });
        }
        id
    }

    pub fn outside_now(&self) -> Timestamp {
        self.outside.now()
    }

    pub fn account(&self, id: &AccountId) -> Account {
        Account::fold(id, &self.recorded).unwrap()
    }
}

pub fn writer(by: By) -> Writer {
    let registry = Reader::Organ(Organ::Registry);
    Writer {
        author: Author::Officer("exercise officer".to_owned()),
        by,
        audience: Audience::of(Level::Restricted, registry.clone(), [registry]),
        basis: "administration of accounts".to_owned(),
    }
}

pub fn registry() -> Post {
    Post {
        organisation: access::Organisation::Court,
        role: access::Role::Registry,
    }
}

pub fn focal_point() -> Post {
    Post {
        organisation: access::Organisation::State("XAA".to_owned()),
        role: access::Role::NationalFocalPoint,
    }
}
