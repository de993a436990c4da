//! Entries one after the other: bytes, hash, head, order; and where they end.

use super::Faults;
use super::attachments::Named;
use super::erasures::Erasures;
use super::vault::Used;
use crate::fail::Failure;
use crate::read::{bytes32, id_of, instant_text, opened};
use crate::sql::{Link, Row, next_page, not_in_order, query};
use crate::tail::Tail;
use crate::vault::Vault;
use record::entry::{Entry, EntryId};
use record::leaf::{leaf_hash, running};
use record::merkle::Hash;
use register::port::StoreError;

/// How many entries are read at a time.
const PAGE: i64 = 2_000;

/// A walk along the record in the order of recording.
#[derive(Default)]
pub(super) struct Walk {
    /// How many entries were met.
    pub(super) count: u64,
    /// The position that comes next.
    next: i64,
    running: Hash,
    /// The instant of the last entry, as stored.
    recorded: String,
    erasures: Erasures,
    pub(super) used: Used,
    pub(super) named: Named,
}

impl Walk {
    /// Walks along all entries.
    pub(super) async fn entries(&mut self, connection: &mut Link<'_>, vault: &Vault, faults: &mut Faults) -> Result<(), Failure> {
        self.erasures = Erasures::load(connection).await?;
        let mut from = i64::MIN;
        loop {
            let rows = query(
                "SELECT h.position, h.id, h.recorded, h.leaf_hash, h.running, b.key, b.salt, b.bytes
                 FROM heads h LEFT JOIN bodies b ON b.position = h.position WHERE h.position >= $1 ORDER BY h.position LIMIT $2",
            )
            .bind(from)
            .bind(PAGE)
            .fetch_all(&mut *connection)
            .await?;
            let Some(last) = rows.last() else { break };
            let next = next_page("heads", from, last.try_get("position")?);
            let bodies = bodies(connection, vault, &rows).await?;
            for (row, body) in rows.iter().zip(bodies) {
                self.step(row, body, faults)?;
            }
            let Ok(next) = next else {
                faults.at("the database", not_in_order("heads"));
                break;
            };
            from = next;
        }
        let lost: Vec<i64> =
            query("SELECT b.position FROM bodies b WHERE NOT EXISTS (SELECT 1 FROM heads h WHERE h.position = b.position)")
                .column(&mut *connection)
                .await?;
        for position in lost {
            faults.at(
                format!("position {position}"),
                "there is a body without a head: the head was taken away",
            );
        }
        self.erasures.check(faults);
        Ok(())
    }

    /// One entry.
    fn step(&mut self, row: &Row, body: Read, faults: &mut Faults) -> Result<(), Failure> {
        let position: i64 = row.try_get("position")?;
        if position != self.next {
            let missing = if position == self.next.saturating_add(1) {
                format!("position {}", self.next)
            } else {
                format!("positions {} to {}", self.next, position.saturating_sub(1))
            };
            faults.at(missing, "entries were taken away here");
        }
        self.count += 1;
        self.next = position.saturating_add(1);
        let id = match id_of(row, "id").map_err(StoreError::from) {
            Ok(id) => id,
            Err(error) => {
                faults.at(format!("position {position}"), error.to_string());
                return Ok(());
            }
        };
        // A damaged row is one fault, and the walk goes on behind it.
        let head = match Head::read(row, &id).map_err(StoreError::from) {
            Ok(head) => head,
            Err(error) => {
                faults.entry(&id, format!("its head cannot be read: {error}"));
                return Ok(());
            }
        };
        if head.recorded < self.recorded {
            faults.entry(
                &id,
                "it is recorded before the one before it: entries changed places, or an instant was changed",
            );
        }
        let leaf = self.body(body, (position, &id), row, &head, faults).unwrap_or(head.leaf_hash);
        // Of the hash in the head and the one of the body, that which fits the running hash was written.
        let fits = |leaf: &Hash| running(&self.running, leaf) == head.running;
        if !fits(&leaf) && !fits(&head.leaf_hash) {
            faults.entry(&id, "the running hash does not follow from the entries up to here: an entry was changed, put in, taken away or moved, or the hash itself was changed");
        }
        self.running = head.running;
        self.recorded = head.recorded;
        Ok(())
    }

    /// Holds the body against the head.
    fn body(&mut self, body: Read, (position, id): (i64, &EntryId), row: &Row, head: &Head, faults: &mut Faults) -> Option<Hash> {
        let (salt, bytes) = match body {
            Read::Whole(salt, bytes) => (salt, bytes),
            Read::Gone => {
                self.erasures.gone(position, id, head);
                return None;
            }
            Read::Unreadable(why) => {
                faults.entry(id, format!("its body cannot be read: {why}"));
                return None;
            }
        };
        let leaf = leaf_hash(&salt, &bytes);
        if leaf != head.leaf_hash {
            faults.entry(id, "its salt and bytes do not give the hash in its head: one of them was changed");
        }
        match Entry::from_canonical(&bytes) {
            Ok(entry) => {
                head.compare(&entry, faults, id);
                self.used.met(row, &entry.matter);
                self.named.met(&entry);
                self.erasures.met(position, entry);
                Some(leaf)
            }
            Err(error) => {
                faults.entry(id, format!("its bytes cannot be read: {error}"));
                None
            }
        }
    }

    /// Holds the end of the walk against the sealed row.
    pub(super) fn end(&self, tail: Option<&Tail>, faults: &mut Faults) {
        let Some(tail) = tail else { return };
        let place = "the end of the record";
        let next = u64::try_from(self.next).unwrap_or_default();
        if tail.count > next {
            faults.at(place, format!("the last {} entries were taken away", tail.count - next));
        } else if tail.count < next {
            faults.at(place, format!("{} entries were put in after the last one", next - tail.count));
        } else if tail.running != self.running || instant_text(tail.recorded) != self.recorded {
            faults.at(place, "the last entry is not the one that was recorded last");
        }
    }
}

/// What was read of a body.
enum Read {
    /// Salt and bytes.
    Whole([u8; 32], Vec<u8>),
    /// There is none.
    Gone,
    /// It cannot be read, for this reason.
    Unreadable(String),
}

/// The bodies of rows, opened where they are encrypted.
async fn bodies(link: &mut Link<'_>, vault: &Vault, rows: &[Row]) -> Result<Vec<Read>, Failure> {
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let there = row
            .try_get::<Option<Vec<u8>>>("bytes")
            .map(|bytes| bytes.is_some())
            .map_err(Failure::from);
        // One that cannot be read must not hide the others.
        let opened = match there {
            Ok(true) => opened(link, vault, std::slice::from_ref(row))
                .await
                .map(|mut opened| opened.pop().flatten()),
            Ok(false) => {
                read.push(Read::Gone);
                continue;
            }
            Err(error) => Err(error),
        };
        read.push(match opened.map_err(StoreError::from) {
            Ok(Some((salt, bytes))) => match <[u8; 32]>::try_from(salt) {
                Ok(salt) => Read::Whole(salt, bytes),
                Err(_) => Read::Unreadable("its salt is not 32 bytes long".to_owned()),
            },
            Ok(None) => Read::Unreadable("its ciphertext, its key or its place was changed".to_owned()),
            Err(error) => Read::Unreadable(error.to_string()),
        });
    }
    Ok(read)
}

/// A head as stored.
pub(super) struct Head {
    pub(super) recorded: String,
    pub(super) leaf_hash: Hash,
    running: Hash,
}

impl Head {
    fn read(row: &Row, id: &EntryId) -> Result<Head, Failure> {
        Ok(Head {
            recorded: row.try_get("recorded")?,
            leaf_hash: bytes32(row, "leaf_hash", id)?,
            running: bytes32(row, "running", id)?,
        })
    }

    /// Everything in a head that its body says too.
    fn compare(&self, entry: &Entry, faults: &mut Faults, id: &EntryId) {
        let equal = [("id", entry.id == *id), ("recorded", instant_text(entry.recorded) == self.recorded)];
        for (column, _) in equal.into_iter().filter(|(_, equal)| !equal) {
            faults.entry(id, format!("{column} in its head is not what its body says"));
        }
    }
}
