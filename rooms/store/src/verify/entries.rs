//! Entries one after the other: bytes, hash, head, order, subjects; and where they end.

use super::Faults;
use crate::append::abouts_of;
use crate::fail::Failure;
use crate::filter::level_number;
use crate::read::{bytes32, id_bytes, id_of, instant_text, signed};
use crate::sql::{Link, Row, Statement, query};
use crate::tail::Tail;
use record::entry::{Entry, EntryId};
use record::leaf::{leaf_hash, running};
use record::merkle::Hash;
use register::port::StoreError;
use std::collections::BTreeSet;

/// How many entries are read at a time.
const PAGE: i64 = 2_000;
/// How many subjects are looked up at a time.
const CHUNK: usize = 500;

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
    /// How many subjects the entries have.
    abouts: u64,
}

impl Walk {
    /// Walks along all entries.
    pub(super) async fn entries(&mut self, connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
        let mut from = i64::MIN;
        loop {
            let rows = query(
                "SELECT h.position, h.id, h.matter, h.kind, h.level, h.first, h.recorded, h.leaf_hash, h.running, b.salt, b.bytes
                 FROM heads h LEFT JOIN bodies b ON b.position = h.position WHERE h.position >= $1 ORDER BY h.position LIMIT $2",
            )
            .bind(from)
            .bind(PAGE)
            .fetch_all(&mut *connection)
            .await?;
            let Some(last) = rows.last() else { break };
            from = last.try_get::<i64>("position")? + 1;
            let mut abouts = Vec::new();
            for row in &rows {
                abouts.extend(self.step(row, faults)?);
            }
            missing_abouts(connection, &abouts, faults).await?;
            self.abouts += abouts.len() as u64;
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
        let abouts: i64 = query("SELECT COUNT(*) FROM abouts").count(&mut *connection).await?;
        if abouts != signed(self.abouts) {
            more_abouts(connection, faults).await?;
        }
        Ok(())
    }

    /// One entry. Its subjects come back, to be looked up with those of others.
    fn step(&mut self, row: &Row, faults: &mut Faults) -> Result<Vec<About>, Failure> {
        let position: i64 = row.try_get("position")?;
        if position != self.next {
            let missing = if position == self.next + 1 {
                format!("position {}", self.next)
            } else {
                format!("positions {} to {}", self.next, position - 1)
            };
            faults.at(missing, "entries were taken away here");
        }
        self.count += 1;
        self.next = position + 1;
        let id = match id_of(row, "id").map_err(StoreError::from) {
            Ok(id) => id,
            Err(error) => {
                faults.at(format!("position {position}"), error.to_string());
                return Ok(Vec::new());
            }
        };
        // A damaged row is one fault, and the walk goes on behind it.
        let head = match Head::read(row, &id).map_err(StoreError::from) {
            Ok(head) => head,
            Err(error) => {
                faults.entry(&id, format!("its head cannot be read: {error}"));
                return Ok(Vec::new());
            }
        };
        if head.recorded < self.recorded {
            faults.entry(
                &id,
                "it is recorded before the one before it: entries changed places, or an instant was changed",
            );
        }
        let entry = self.body(row, &id, &head, faults);
        // Of the hash in the head and the one of the body, that which fits the running hash was written.
        let leaf = entry.as_ref().map_or(head.leaf_hash, |(_, leaf)| *leaf);
        let fits = |leaf: &Hash| running(&self.running, leaf) == head.running;
        if !fits(&leaf) && !fits(&head.leaf_hash) {
            faults.entry(&id, "the running hash does not follow from the entries up to here: an entry was changed, put in, taken away or moved, or the hash itself was changed");
        }
        self.running = head.running;
        self.recorded = head.recorded;
        Ok(entry.map_or_else(Vec::new, |(entry, _)| {
            let about = |(level, subject)| About {
                id: id.clone(),
                level,
                subject,
                position,
            };
            abouts_of(&entry).into_iter().map(about).collect()
        }))
    }

    /// Holds the body against the head.
    fn body(&self, row: &Row, id: &EntryId, head: &Head, faults: &mut Faults) -> Option<(Entry, Hash)> {
        let read = || -> Result<Option<Body>, Failure> {
            match row.try_get::<Option<Vec<u8>>>("bytes")? {
                None => Ok(None),
                Some(bytes) => Ok(Some((bytes32(row, "salt", id)?, bytes))),
            }
        };
        let (salt, bytes) = match read().map_err(StoreError::from) {
            Ok(Some(body)) => body,
            Ok(None) => {
                faults.entry(id, "its body was taken away");
                return None;
            }
            Err(error) => {
                faults.entry(id, format!("its body cannot be read: {error}"));
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
                Some((entry, leaf))
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

/// The salt and the bytes of an entry.
type Body = ([u8; 32], Vec<u8>);

/// A head as stored.
struct Head {
    matter: String,
    kind: String,
    level: i64,
    first: Option<Vec<u8>>,
    recorded: String,
    leaf_hash: Hash,
    running: Hash,
}

impl Head {
    fn read(row: &Row, id: &EntryId) -> Result<Head, Failure> {
        Ok(Head {
            matter: row.try_get("matter")?,
            kind: row.try_get("kind")?,
            level: row.try_get("level")?,
            first: row.try_get("first")?,
            recorded: row.try_get("recorded")?,
            leaf_hash: bytes32(row, "leaf_hash", id)?,
            running: bytes32(row, "running", id)?,
        })
    }

    /// Everything in a head that its body says too.
    fn compare(&self, entry: &Entry, faults: &mut Faults, id: &EntryId) {
        let first = entry.corrects.as_ref().map(|corrects| id_bytes(&corrects.first));
        let equal = [
            ("id", entry.id == *id),
            ("matter", entry.matter == self.matter),
            ("kind", entry.kind == self.kind),
            ("level", level_number(entry.audience.level) == self.level),
            ("first", first == self.first),
            ("recorded", instant_text(entry.recorded) == self.recorded),
        ];
        for (column, _) in equal.into_iter().filter(|(_, equal)| !equal) {
            faults.entry(id, format!("{column} in its head is not what its body says"));
        }
    }
}

/// A subject of an entry, as stored.
struct About {
    id: EntryId,
    level: i64,
    subject: String,
    position: i64,
}

/// Names the subjects of entries that are not in the table.
async fn missing_abouts(connection: &mut Link<'_>, abouts: &[About], faults: &mut Faults) -> Result<(), Failure> {
    for chunk in abouts.chunks(CHUNK) {
        let mut query: Statement = Statement::new("SELECT level, subject, position FROM abouts WHERE (level, subject, position) IN (");
        query.push_rows(chunk, |values, about| {
            values
                .push_bind(about.level)
                .push_bind(about.subject.clone())
                .push_bind(about.position);
        });
        query.push(")");
        let mut found: BTreeSet<(i64, String, i64)> = BTreeSet::new();
        for row in query.build().persistent(false).fetch_all(&mut *connection).await? {
            found.insert((row.try_get("level")?, row.try_get("subject")?, row.try_get("position")?));
        }
        for about in chunk {
            if !found.contains(&(about.level, about.subject.clone(), about.position)) {
                faults.entry(
                    &about.id,
                    format!("its subject {} is missing in the table of subjects", about.subject),
                );
            }
        }
    }
    Ok(())
}

/// Names the rows in the table of subjects that no entry has. Only where there are more rows, or fewer.
async fn more_abouts(connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
    let mut after: (i64, String, i64) = (i64::MIN, String::new(), i64::MIN);
    loop {
        let rows = query(
            "SELECT a.level, a.subject, a.position, h.id, b.bytes FROM abouts a LEFT JOIN heads h ON h.position = a.position
             LEFT JOIN bodies b ON b.position = a.position WHERE (a.level, a.subject, a.position) > ($1, $2, $3)
             ORDER BY a.level, a.subject, a.position LIMIT $4",
        )
        .bind(after.0)
        .bind(&after.1)
        .bind(after.2)
        .bind(PAGE)
        .fetch_all(&mut *connection)
        .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = (last.try_get("level")?, last.try_get("subject")?, last.try_get("position")?);
        for row in &rows {
            let (level, subject, position): (i64, String, i64) = (row.try_get("level")?, row.try_get("subject")?, row.try_get("position")?);
            let entry = row
                .try_get::<Option<Vec<u8>>>("bytes")?
                .and_then(|bytes| Entry::from_canonical(&bytes).ok());
            // A body that cannot be read is a fault of its own already.
            let put_in = match &entry {
                Some(entry) => !abouts_of(entry).contains(&(level, subject.clone())),
                None => row.try_get::<Option<Vec<u8>>>("id")?.is_none(),
            };
            if put_in {
                let what = format!("the table of subjects says it is about {subject}, which it is not");
                match entry {
                    Some(entry) => faults.entry(&entry.id, what),
                    None => faults.at(format!("position {position}"), what),
                }
            }
        }
    }
}
