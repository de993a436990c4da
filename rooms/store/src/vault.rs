//! How confidential and sealed matter lies on the disk: as ciphertext, found by words that only the keys can make.
//!
//! Each matter has a key at each level, drawn by chance. It stands in the table `vault`, wrapped by the master key,
//! which is not in the database. What is encrypted is bound to the record and to its place in it, so that rows
//! that were moved do not open (XChaCha20-Poly1305, RFC 8439 with a nonce of 192 bits drawn by chance).

use crate::fail::Failure;
use crate::filter::level_number;
use crate::sql::{Link, Statement, query};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use record::audience::Level;
use record::hex::hex;
use record::keyed::keyed;
use register::outside::Outside;
use std::collections::BTreeMap;

/// A key of 256 bits.
pub(crate) type Key = [u8; 32];
/// Under which a wrapped key stands in the table.
pub(crate) type KeyName = [u8; 16];

/// The name of the key by which words are made.
pub(crate) const WORDS: KeyName = [0; 16];
/// Length of a nonce.
const NONCE: usize = 24;

/// What a key of a matter encrypts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyOf {
    /// What can be erased. When nothing of it is left, the key is destroyed.
    Matter,
    /// What stays when all of that is erased: the orders, and who may know of them.
    WhatStays,
}

/// The keys at hand. The master key stays in memory; those of matters are unwrapped as they are needed.
pub(crate) struct Vault {
    master: Key,
    words: Key,
    origin: String,
}

impl Vault {
    /// Draws what a new record needs.
    pub(crate) async fn begin(link: &mut Link<'_>, master: &Key, origin: &str, outside: &dyn Outside) -> Result<(), Failure> {
        let words = drawn(outside);
        put(link, &WORDS, &wrap(master, origin, &WORDS, &words, outside)?).await
    }

    /// Whether a master key is the one of a record.
    pub(crate) async fn opens(link: &mut Link<'_>, master: &Key, origin: &str) -> Result<bool, Failure> {
        let wrapped = get(link, &[WORDS]).await?.remove(&WORDS);
        let wrapped = wrapped.ok_or_else(|| Failure::damaged("the key by which sealed matter is found is missing"))?;
        Ok(unwrap(master, origin, &WORDS, &wrapped).is_some())
    }

    /// Opens the vault of a record.
    ///
    /// # Errors
    /// The master key is another one's.
    pub(crate) async fn open(link: &mut Link<'_>, master: Key, origin: &str) -> Result<Vault, Failure> {
        let wrapped = get(link, &[WORDS]).await?.remove(&WORDS);
        let wrapped = wrapped.ok_or_else(|| Failure::damaged("the key by which sealed matter is found is missing"))?;
        let words = unwrap(&master, origin, &WORDS, &wrapped).ok_or_else(|| {
            Failure::refused(
                "the master key does not belong to this record; give the one with which it was begun, or to which it was last changed",
            )
        })?;
        Ok(Vault {
            master,
            words,
            origin: origin.to_owned(),
        })
    }

    /// The master key, for what is drawn out of it.
    pub(crate) fn master(&self) -> &Key {
        &self.master
    }

    /// The word under which something is found; whoever has not the keys cannot make or read it. `sort` keeps words
    /// for different uses apart.
    pub(crate) fn word(&self, sort: &str, text: &str) -> [u8; 16] {
        let mut word = [0; 16];
        word.iter_mut().zip(self.keyed(sort, text)).for_each(|(to, from)| *to = from);
        word
    }

    /// A key for another purpose beside the record. It stays the same when the master key is changed.
    pub(crate) fn derived(&self, purpose: &str) -> Key {
        self.keyed("derived key", purpose)
    }

    fn keyed(&self, sort: &str, text: &str) -> [u8; 32] {
        keyed(&self.words, &[sort.as_bytes(), b"\n", text.as_bytes()])
    }

    /// The name of the key of a matter at a level.
    pub(crate) fn key_name(&self, of: KeyOf, level: Level, matter: &str) -> KeyName {
        let sort = match of {
            KeyOf::Matter => "key",
            KeyOf::WhatStays => "key of what stays",
        };
        self.word(sort, &format!("{} {matter}", level_number(level)))
    }

    /// The keys of these names; one that is missing is left out.
    pub(crate) async fn keys(&self, link: &mut Link<'_>, names: &[KeyName]) -> Result<BTreeMap<KeyName, Key>, Failure> {
        let wrapped = get(link, names).await?;
        let unwrapped = wrapped
            .into_iter()
            .filter_map(|(name, wrapped)| Some((name, unwrap(&self.master, &self.origin, &name, &wrapped)?)));
        Ok(unwrapped.collect())
    }

    /// The key of a matter at a level; drawn where there is none yet.
    pub(crate) async fn key_for(
        &self,
        link: &mut Link<'_>,
        of: KeyOf,
        (level, matter): (Level, &str),
        outside: &dyn Outside,
    ) -> Result<(KeyName, Key), Failure> {
        let name = self.key_name(of, level, matter);
        if let Some(wrapped) = get(link, &[name]).await?.remove(&name) {
            self.check_current(link).await?;
            let key = unwrap(&self.master, &self.origin, &name, &wrapped);
            return Ok((
                name,
                key.ok_or_else(|| Failure::damaged("a wrapped key does not open with the master key"))?,
            ));
        }
        // Under a key that is no longer the master key nobody could ever open it.
        self.check_current(link).await?;
        let key = drawn(outside);
        put(link, &name, &wrap(&self.master, &self.origin, &name, &key, outside)?).await?;
        Ok((name, key))
    }

    /// Checks that the master key at hand is still the record's.
    pub(crate) async fn check_current(&self, link: &mut Link<'_>) -> Result<(), Failure> {
        if Vault::opens(link, &self.master, &self.origin).await? {
            Ok(())
        } else {
            Err(Failure::refused(
                "the master key of this record was changed meanwhile; start this program anew and repeat",
            ))
        }
    }

    /// Encrypts; `place` says what for and where it stands.
    pub(crate) fn seal(&self, key: &Key, place: &str, plain: &[u8], outside: &dyn Outside) -> Result<Vec<u8>, Failure> {
        seal(key, &format!("{}\n{place}", self.origin), plain, outside)
    }

    /// Decrypts what was encrypted for the same place; none where it was not, or was changed.
    pub(crate) fn unseal(&self, key: &Key, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        unseal(key, &format!("{}\n{place}", self.origin), sealed)
    }

    /// Wraps all keys anew under another master key.
    pub(crate) async fn rewrap(&self, link: &mut Link<'_>, master: &Key, outside: &dyn Outside) -> Result<u64, Failure> {
        let rows = query("SELECT name, wrapped FROM vault ORDER BY name").fetch_all(link).await?;
        let mut count = 0;
        for row in rows {
            let name: Vec<u8> = row.try_get("name")?;
            let name =
                KeyName::try_from(name.as_slice()).map_err(|_| Failure::damaged("the name of a wrapped key is not 16 bytes long"))?;
            let wrapped: Vec<u8> = row.try_get("wrapped")?;
            let key = unwrap(&self.master, &self.origin, &name, &wrapped)
                .ok_or_else(|| Failure::damaged("a wrapped key does not open with the master key; nothing was changed"))?;
            let anew = wrap(master, &self.origin, &name, &key, outside)?;
            query("UPDATE vault SET wrapped = $1 WHERE name = $2")
                .bind(anew)
                .bind(&name[..])
                .execute(link)
                .await?;
            count += 1;
        }
        Ok(count)
    }
}

/// A new key.
pub(crate) fn drawn(outside: &dyn Outside) -> Key {
    let mut key = [0; 32];
    outside.random(&mut key);
    key
}

fn place_of_key(origin: &str, name: &KeyName) -> String {
    format!("{origin}\nkey {}", hex(name))
}

fn wrap(master: &Key, origin: &str, name: &KeyName, key: &Key, outside: &dyn Outside) -> Result<Vec<u8>, Failure> {
    seal(master, &place_of_key(origin, name), key, outside)
}

fn unwrap(master: &Key, origin: &str, name: &KeyName, wrapped: &[u8]) -> Option<Key> {
    unseal(master, &place_of_key(origin, name), wrapped)?.try_into().ok()
}

fn seal(key: &Key, place: &str, plain: &[u8], outside: &dyn Outside) -> Result<Vec<u8>, Failure> {
    let mut nonce = [0; NONCE];
    outside.random(&mut nonce);
    let payload = Payload {
        msg: plain,
        aad: place.as_bytes(),
    };
    let sealed = XChaCha20Poly1305::new(key.into()).encrypt(&XNonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| Failure::refused("an entry is too large to be encrypted"))?;
    Ok([&nonce[..], &sealed].concat())
}

fn unseal(key: &Key, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    let payload = Payload {
        msg: sealed,
        aad: place.as_bytes(),
    };
    XChaCha20Poly1305::new(key.into()).decrypt(&XNonce::from(nonce), payload).ok()
}

async fn get(link: &mut Link<'_>, names: &[KeyName]) -> Result<BTreeMap<KeyName, Vec<u8>>, Failure> {
    let mut found = BTreeMap::new();
    for chunk in names.chunks(crate::read::CHUNK) {
        let mut asked = Statement::new("SELECT name, wrapped FROM vault WHERE name IN (");
        asked.push_list(chunk.iter().map(|name| &name[..])).push(")");
        for row in asked.build().persistent(crate::read::kept(chunk.len())).fetch_all(link).await? {
            let name: Vec<u8> = row.try_get("name")?;
            if let Ok(name) = KeyName::try_from(name.as_slice()) {
                found.insert(name, row.try_get("wrapped")?);
            }
        }
    }
    Ok(found)
}

async fn put(link: &mut Link<'_>, name: &KeyName, wrapped: &[u8]) -> Result<(), Failure> {
    query("INSERT INTO vault (name, wrapped) VALUES ($1, $2)")
        .bind(&name[..])
        .bind(wrapped)
        .execute(link)
        .await?;
    Ok(())
}
