//! Where an entry is found: on the shelf of the audience that it has now.
//!
//! Entries with the same audience share a class, by which every statement is filtered (see [`crate::filter`]). An
//! entry of a class that is public or restricted is found by its matter, kind, chain and subjects as they are; one
//! that is confidential or under seal by a word for its matter that only the keys can make.
//! When an act narrows or opens a matter, its entries move to other shelves; nothing recorded changes.

use crate::bulk::{self, Writes};
use crate::fail::Failure;
use crate::filter::{level_number, level_of};
use crate::read::{id_bytes, signed};
use crate::sql::{Link, Row, query};
use crate::vault::{KeyOf, Vault};
use access::filter::let_in;
use record::audience::{Audience, Level};
use record::entry::Subject;
use record::hex::hex;
use record::json::{Object, Value};
use register::outside::Outside;
use register::port::Recorded;
use std::collections::{BTreeMap, BTreeSet};

/// The class of what is public.
pub(crate) const PUBLIC: i64 = 0;

/// By which words the entries of a level are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Words {
    /// As they are.
    Clear,
    /// By a word for their matter that only the keys can make; all else is read in memory. A word for each kind or
    /// person would be one too many: what was closed after it was public lies in clear beside its words.
    Matter,
}

impl Words {
    /// Those of a level.
    pub(crate) fn of(level: Level) -> Words {
        if level <= Level::Restricted { Words::Clear } else { Words::Matter }
    }

    /// How a matter stands on the shelf.
    pub(crate) fn matter(self, vault: &Vault, matter: &str) -> String {
        match self {
            Words::Clear => matter.to_owned(),
            Words::Matter => hex(&vault.word("matter", matter)),
        }
    }
}

/// Where one entry stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) position: i64,
    pub(crate) class: i64,
    pub(crate) matter: String,
    pub(crate) kind: String,
    pub(crate) first: Option<Vec<u8>>,
    /// By which is told that it stands where it was put: see [`mac`].
    pub(crate) mac: Vec<u8>,
    /// Its subjects, each once.
    pub(crate) subjects: BTreeSet<String>,
}

impl Place {
    /// That of an entry whose audience makes this class.
    pub(crate) fn of(vault: &Vault, recorded: &Recorded, class: i64) -> Place {
        let (entry, audience) = (&recorded.entry, &recorded.audience);
        let words = Words::of(audience.level);
        let position = signed(recorded.position);
        let tag = tag_of(vault, &entry.matter, audience);
        let is_clear = words == Words::Clear;
        Place {
            position,
            class,
            matter: words.matter(vault, &entry.matter),
            kind: if is_clear { entry.kind.clone() } else { String::new() },
            first: entry
                .corrects
                .as_ref()
                .filter(|_| is_clear)
                .map(|corrects| id_bytes(&corrects.first)),
            mac: mac(vault, position, &tag),
            subjects: entry.about.iter().filter(|_| is_clear).map(Subject::text).collect(),
        }
    }
}

/// A word over an entry's position and the tag of its class: who has the database alone cannot put an entry into another
/// class.
pub(crate) fn mac(vault: &Vault, position: i64, tag: &[u8]) -> Vec<u8> {
    vault.word("shelf", &format!("{position} {}", hex(tag))).to_vec()
}

/// The tag of the class of an audience in a matter; that of what is public is empty.
fn tag_of(vault: &Vault, matter: &str, audience: &Audience) -> Vec<u8> {
    if audience.level == Level::Public {
        return Vec::new();
    }
    vault.word("class", &class_text(matter, audience)).to_vec()
}

/// The classes of audiences, as far as they were met; made where they are missing.
pub(crate) struct Classes<'v> {
    vault: &'v Vault,
    outside: &'v dyn Outside,
    met: BTreeMap<Vec<u8>, i64>,
}

impl<'v> Classes<'v> {
    pub(crate) fn new(vault: &'v Vault, outside: &'v dyn Outside) -> Classes<'v> {
        Classes {
            vault,
            outside,
            met: BTreeMap::new(),
        }
    }

    /// The class of an audience in a matter. Under seal each matter has its own.
    pub(crate) async fn of(&mut self, link: &mut Link<'_>, matter: &str, audience: &Audience) -> Result<i64, Failure> {
        if audience.level == Level::Public {
            return Ok(PUBLIC);
        }
        let text = class_text(matter, audience);
        let tag = tag_of(self.vault, matter, audience);
        if let Some(class) = self.met.get(&tag) {
            return Ok(*class);
        }
        let found: Option<i64> = query("SELECT class FROM classes WHERE tag = $1").bind(&tag[..]).value(link).await?;
        let class = match found {
            Some(class) => class,
            None => self.make(link, &tag, &text, matter, audience).await?,
        };
        self.met.insert(tag, class);
        Ok(class)
    }

    async fn make(&self, link: &mut Link<'_>, tag: &[u8], text: &str, matter: &str, audience: &Audience) -> Result<i64, Failure> {
        let class = query("SELECT COALESCE(MAX(class), 0) + 1 FROM classes").count(link).await?;
        let (key, said) = if audience.level == Level::UnderSeal {
            let (name, key) = self
                .vault
                .key_for(link, KeyOf::WhatStays, (audience.level, matter), self.outside)
                .await?;
            let sealed = self.vault.seal(&key, &place_of_class(tag), text.as_bytes(), self.outside)?;
            (Some(name.to_vec()), sealed)
        } else {
            (None, text.as_bytes().to_vec())
        };
        query("INSERT INTO classes (class, tag, level, key, said) VALUES ($1, $2, $3, $4, $5)")
            .bind(class)
            .bind(tag)
            .bind(level_number(audience.level))
            .bind(key)
            .bind(said)
            .execute(link)
            .await?;
        let readers: BTreeSet<String> = if audience.level == Level::UnderSeal {
            [assigned_word(self.vault, matter)].into()
        } else {
            let_in(audience).iter().map(|reader| reader.text()).collect()
        };
        let readers: Vec<String> = readers.into_iter().collect();
        bulk::insert(link, "INSERT INTO readers (reader, class)", "", &readers, |values, reader| {
            values.push_bind(reader).push_bind(class);
        })
        .await?;
        Ok(class)
    }
}

/// The word by which whoever is assigned to a matter finds the classes of what is sealed in it.
pub(crate) fn assigned_word(vault: &Vault, matter: &str) -> String {
    hex(&vault.word("assigned", matter))
}

/// What a class stands for: an audience, and under seal the matter.
fn class_text(matter: &str, audience: &Audience) -> String {
    let mut object = Object::new();
    object.set("audience", Value::Object(audience.to_object()));
    if audience.level == Level::UnderSeal {
        object = object.text("matter", matter);
    }
    String::from_utf8(object.canonical()).unwrap_or_default()
}

fn place_of_class(tag: &[u8]) -> String {
    format!("class {}", hex(tag))
}

/// A class as it stands in its table.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    pub(crate) number: i64,
    pub(crate) audience: Audience,
    /// Of what is under seal, the matter.
    pub(crate) matter: Option<String>,
}

impl Class {
    /// The tag under which it is found.
    pub(crate) fn tag(&self, vault: &Vault) -> Vec<u8> {
        tag_of(vault, self.matter.as_deref().unwrap_or_default(), &self.audience)
    }
}

/// Reads rows with `class`, `tag`, `level`, `key` and `said`; what is sealed is opened.
pub(crate) async fn classes_of(link: &mut Link<'_>, vault: &Vault, rows: &[Row]) -> Result<Vec<Class>, Failure> {
    let damaged = |number: i64| {
        Failure::damaged(format!(
            "class {number} of audiences cannot be read; `comity record rebuild` mends it"
        ))
    };
    let mut names = BTreeSet::new();
    for row in rows {
        names.extend(key_of(row)?);
    }
    let keys = vault.keys(link, &names.into_iter().collect::<Vec<_>>()).await?;
    let mut classes = Vec::with_capacity(rows.len());
    for row in rows {
        let number: i64 = row.try_get("class")?;
        let said: Vec<u8> = row.try_get("said")?;
        let said = match key_of(row)? {
            None => said,
            Some(name) => {
                let tag: Vec<u8> = row.try_get("tag")?;
                match keys.get(&name).and_then(|key| vault.unseal(key, &place_of_class(&tag), &said)) {
                    Some(opened) => opened,
                    None => {
                        vault.check_current(link).await?;
                        return Err(damaged(number));
                    }
                }
            }
        };
        let object = Object::parse(&said).map_err(|_| damaged(number))?;
        let Some(Value::Object(audience)) = object.get("audience") else {
            return Err(damaged(number));
        };
        let audience = Audience::from_object(audience).map_err(|_| damaged(number))?;
        if level_of(row.try_get("level")?) != Some(audience.level) {
            return Err(damaged(number));
        }
        let class = Class {
            number,
            audience,
            matter: object.get_text("matter").map(str::to_owned),
        };
        // What a class says is held against the word that only the keys can make.
        if class.tag(vault) != row.try_get::<Vec<u8>>("tag")? {
            return Err(damaged(number));
        }
        classes.push(class);
    }
    Ok(classes)
}

/// The name of the key of a row, if it is encrypted.
pub(crate) fn key_of(row: &Row) -> Result<Option<[u8; 16]>, Failure> {
    let name: Option<Vec<u8>> = row.try_get("key")?;
    let whole = |name: Vec<u8>| {
        name.try_into()
            .map_err(|_| Failure::damaged("the name of a key is not 16 bytes long"))
    };
    name.map(whole).transpose()
}

/// Adds the places of entries to what is written.
pub(crate) fn put(writes: &mut Writes, places: &[Place]) {
    let into = "INSERT INTO shelf (position, class, matter, kind, first, mac)";
    writes.insert(into, "", places, |values, place| {
        values.push_bind(place.position).push_bind(place.class);
        values.push_bind(&place.matter).push_bind(&place.kind);
        values.push_bind(place.first.clone()).push_bind(&place.mac[..]);
    });
    let subjects = places
        .iter()
        .flat_map(|place| place.subjects.iter().map(move |subject| (place.class, subject, place.position)));
    let mut subjects: Vec<(i64, &String, i64)> = subjects.collect();
    subjects.sort();
    let into = "INSERT INTO abouts (class, subject, position)";
    writes.insert(into, "", &subjects, |values, (class, subject, position)| {
        values.push_bind(*class).push_bind(*subject).push_bind(*position);
    });
}

/// Takes an entry off its shelf.
pub(crate) async fn take(link: &mut Link<'_>, place: &Place) -> Result<(), Failure> {
    query("DELETE FROM shelf WHERE position = $1")
        .bind(place.position)
        .execute(link)
        .await?;
    for subject in &place.subjects {
        query("DELETE FROM abouts WHERE class = $1 AND subject = $2 AND position = $3")
            .bind(place.class)
            .bind(subject)
            .bind(place.position)
            .execute(link)
            .await?;
    }
    Ok(())
}

/// Forgets a class in which nothing stands any more.
pub(crate) async fn clear_if_empty(link: &mut Link<'_>, class: i64) -> Result<(), Failure> {
    let stands = query("SELECT COUNT(*) FROM (SELECT 1 FROM shelf WHERE class = $1 LIMIT 1) AS one").bind(class);
    if class == PUBLIC || stands.count(link).await? > 0 {
        return Ok(());
    }
    query("DELETE FROM readers WHERE class = $1").bind(class).execute(link).await?;
    query("DELETE FROM classes WHERE class = $1").bind(class).execute(link).await?;
    Ok(())
}

/// The word under which the acts that narrow or open a matter are found.
pub(crate) fn closing_word(vault: &Vault, matter: &str) -> String {
    hex(&vault.word("closing", matter))
}
