//! The first entry, and what it fixes for good.

use crate::append::write_entries;
use crate::bulk::Writes;
use crate::database::Place;
use crate::fail::Failure;
use crate::keys::{self, Keys};
use crate::master;
use crate::read::{bytes32, checked, id_of};
use crate::shelving::Shelver;
use crate::sql::{Link, query};
use crate::tail::Tail;
use crate::vault::{Key, Vault, drawn};
use crate::{Sort, schema, ticks};
use ed25519_dalek::VerifyingKey;
use jiff::Timestamp;
use record::audience::Audience;
use record::checkpoint::{is_origin, parse_verifier_key, verifier_key_text};
use record::entry::{Author, Draft, Entry, EntryId};
use record::hex::hex;
use record::json::{Object, Value};
use record::when::{Span, When};
use register::kinds;
use register::outside::{Outside, day_in_the_hague};
use std::path::Path;

/// Version of the record's format that this program writes and reads.
const FORMAT: &str = "1";
/// Ticks of 2^12 places.
const TICK_LEVELS: u8 = 12;
/// A mark every ten minutes.
const TICK_MINUTES: i64 = 10;
/// The largest tick that is read, so that a strange first entry cannot exhaust the memory.
const MOST_TICK_LEVELS: u8 = 20;

/// What the first entry fixed.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    /// Origin of the checkpoints.
    pub(crate) origin: String,
    /// The key under which the record began; an imported record may go on under another.
    pub(crate) verifier_key: String,
    /// A tick has 2^this places.
    pub(crate) tick_levels: u8,
    /// Seconds from mark to mark.
    pub(crate) tick_seconds: i64,
    /// Real, or an exercise.
    pub(crate) sort: Sort,
    /// When the record began.
    pub(crate) began: Timestamp,
}

impl Terms {
    /// Reads the first entry.
    pub(crate) fn of(entry: &Entry) -> Result<Terms, Failure> {
        if entry.kind != kinds::GENESIS {
            return Err(Failure::damaged(format!(
                "the first entry, {}, is not one that begins a record",
                entry.id
            )));
        }
        let wrong = |member: &str| Failure::damaged(format!("the first entry, {}, has no readable {member}", entry.id));
        let text = |member: &str| entry.body.get_text(member).ok_or_else(|| wrong(member));
        let format = text("format")?;
        if format != FORMAT {
            return Err(Failure::refused(format!(
                "the record has format {format}, this program reads {FORMAT}; install a newer Comity"
            )));
        }
        let origin = text("origin")?.to_owned();
        let verifier_key = text("verifier_key")?.to_owned();
        if !is_origin(&origin) || parse_verifier_key(&verifier_key).is_err() {
            return Err(wrong("origin and verifier_key"));
        }
        let levels = entry.body.get_integer("tick_levels").and_then(|n| u8::try_from(n).ok());
        let minutes = entry.body.get_integer("tick_minutes");
        Ok(Terms {
            origin,
            verifier_key,
            tick_levels: levels.filter(|n| *n <= MOST_TICK_LEVELS).ok_or_else(|| wrong("tick_levels"))?,
            tick_seconds: minutes.filter(|n| (1..=24 * 60).contains(n)).ok_or_else(|| wrong("tick_minutes"))? * 60,
            sort: Sort::from_word(text("sort")?).ok_or_else(|| wrong("sort"))?,
            began: entry.recorded,
        })
    }

    /// The verifier key of a signing key under this record's origin.
    pub(crate) fn verifier_key_of(&self, key: &VerifyingKey) -> String {
        verifier_key_text(&self.origin, key)
    }

    /// The mark at or before an instant.
    pub(crate) fn mark_at(&self, instant: Timestamp) -> Timestamp {
        second(instant.as_second().div_euclid(self.tick_seconds) * self.tick_seconds)
    }

    /// The mark after an instant.
    pub(crate) fn mark_after(&self, instant: Timestamp) -> Timestamp {
        second(self.mark_at(instant).as_second() + self.tick_seconds)
    }

    /// How many entries a tick holds at most.
    pub(crate) fn tick_places(&self) -> usize {
        1 << self.tick_levels
    }
}

fn second(second: i64) -> Timestamp {
    // Beyond the range of instants there is no later mark: no clock gets there.
    Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
}

/// Writes the first entry and the first checkpoint, of an empty log.
async fn begin(connection: &mut Link<'_>, keys: &Keys, master: Key, sort: Sort, outside: &dyn Outside) -> Result<(), Failure> {
    let mut bytes = [0; 24];
    outside.random(&mut bytes);
    let mut id = [0; 16];
    id.copy_from_slice(&bytes[..16]);
    let origin = format!("comity-{}", hex(&bytes[16..]));
    let mut body = Object::new()
        .text("format", FORMAT)
        .text("origin", &origin)
        .text("verifier_key", verifier_key_text(&origin, &keys.signing.verifying_key()))
        .text("sort", sort.word());
    body.set("tick_levels", Value::Integer(TICK_LEVELS.into()));
    body.set("tick_minutes", Value::Integer(TICK_MINUTES));
    let now = outside.now();
    let draft = Draft {
        id: EntryId::from_bytes(id),
        matter: "record".to_owned(),
        kind: kinds::GENESIS.to_owned(),
        kind_v: 1,
        effective: When::In(Span::Day(day_in_the_hague(now))),
        author: Author::Program,
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: None,
        corrects: None,
        about: Vec::new(),
        attachments: Vec::new(),
        body,
    };
    Vault::begin(connection, &master, &origin, outside).await?;
    let vault = Vault::open(connection, master, &origin).await?;
    let shelver = Shelver { vault: &vault, outside };
    let mut tail = Tail::default();
    let mut writes = Writes::default();
    let (written, _) = write_entries(connection, &mut writes, &mut tail, vec![vec![draft]], shelver).await?;
    writes.run(connection).await?;
    let first = written.first().ok_or_else(|| Failure::damaged("the first entry was not written"))?;
    tail.save(connection, &keys.seal).await?;
    ticks::sign(connection, keys, &Terms::of(&first.entry)?).await
}

/// Begins a record where there is none. With the lock for beginning, so that of several who open a new place at
/// once one begins.
pub(crate) async fn begin_if_new(
    link: &mut Link<'_>,
    place: &Place,
    folder: &Path,
    master: (&Path, Option<Key>),
    sort: Sort,
    outside: &dyn Outside,
) -> Result<(), Failure> {
    if schema::has_tables(link, place).await? {
        return Ok(());
    }
    let keys = match Keys::load(folder)? {
        Some(Keys { origin: Some(origin), .. }) => {
            return Err(Failure::refused(format!(
                "{} belongs to the record {origin}, which is not in {place}; say where that record lies, restore the record from a backup, or give another folder for a new one",
                folder.join(keys::FILE).display(),
            )));
        }
        // Keys alone are left where a first start was cut off.
        Some(keys) => keys,
        None => {
            let keys = Keys::draw(outside);
            keys.save(folder)?;
            keys
        }
    };
    let master = match master {
        (_, Some(key)) => key,
        (path, None) => {
            let key = drawn(outside);
            master::save(path, &key)?;
            key
        }
    };
    schema::create(link, place).await?;
    begin(link, &keys, master, sort, outside).await
}

/// The keys of a record that was begun, and what its first entry fixed.
pub(crate) async fn go_on(
    connection: &mut Link<'_>,
    folder: &Path,
    (path, master): (&Path, Option<Key>),
) -> Result<(Keys, Vault, Terms), Failure> {
    let mut keys = Keys::load(folder)?.ok_or_else(|| {
        Failure::refused(format!(
            "{} is missing, without which nothing can be signed or added to the record; restore it from a backup, or copy it from another server of the same record",
            folder.join(keys::FILE).display()
        ))
    })?;
    let terms = terms(connection).await?;
    check_key(connection, &terms, &terms.verifier_key_of(&keys.signing.verifying_key())).await?;
    if keys.origin.as_deref() != Some(terms.origin.as_str()) {
        keys.origin = Some(terms.origin.clone());
        keys.save(folder)?;
    }
    let master = match master {
        Some(key) => key,
        None => master::load(path)?.ok_or_else(|| {
            Failure::refused(format!(
                "the master key {} is missing, without which what is sealed cannot be opened; bring it back from where it is kept",
                path.display()
            ))
        })?,
    };
    let vault = Vault::open(connection, master, &terms.origin).await?;
    Ok((keys, vault, terms))
}

/// Reads what the first entry of a record fixed.
pub(crate) async fn terms(connection: &mut Link<'_>) -> Result<Terms, Failure> {
    let row = query("SELECT h.id, h.leaf_hash, b.salt, b.bytes FROM heads h JOIN bodies b ON b.position = h.position WHERE h.position = 0")
        .fetch_optional(connection)
        .await?
        .ok_or_else(|| Failure::damaged("the first entry is missing"))?;
    let id = id_of(&row, "id")?;
    let (hash, salt) = (bytes32(&row, "leaf_hash", &id)?, bytes32(&row, "salt", &id)?);
    let bytes: &[u8] = row.try_get("bytes")?;
    Terms::of(&checked(&id, &salt, bytes, &hash)?)
}

/// Checks that the folder's key is the one under which the record began, or has signed it since.
pub(crate) async fn check_key(connection: &mut Link<'_>, terms: &Terms, verifier_key: &str) -> Result<(), Failure> {
    if terms.verifier_key == verifier_key {
        return Ok(());
    }
    let known: i64 = query("SELECT COUNT(*) FROM checkpoints WHERE verifier_key = $1")
        .bind(verifier_key)
        .count(connection)
        .await?;
    if known == 1 {
        Ok(())
    } else {
        Err(Failure::refused(format!(
            "{} does not belong to the record {}: its key, {verifier_key}, never signed that record; restore both from one backup, or give the place of the record that it belongs to",
            keys::FILE,
            terms.origin
        )))
    }
}
