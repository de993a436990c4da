//! Appending: all drafts in one transaction, or none.

use crate::SqliteStore;
use crate::bulk;
use crate::check;
use crate::fail::Failure;
use crate::filter::level_number;
use crate::read::{id_bytes, instant_text, signed};
use crate::tables;
use crate::tail::Tail;
use crate::ticks;
use access::Viewer;
use jiff::{Timestamp, ToSpan};
use record::entry::{Draft, Entry};
use record::leaf::{leaf_hash, running};
use record::merkle::Hash;
use register::outside::Outside;
use register::port::Recorded;
use sqlx::SqliteConnection;

impl SqliteStore {
    /// See [`register::port::Store::append`].
    pub(crate) async fn append_all(&self, viewer: &Viewer, drafts: Vec<Draft>, import: bool) -> Result<Vec<Recorded>, Failure> {
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        check::alone(viewer, &drafts, self.terms.sort)?;
        let mut writing = self.begin_write().await?;
        let done = self.append_within(&mut writing, viewer, drafts, import).await;
        writing.end(done).await
    }

    async fn append_within(
        &self,
        connection: &mut SqliteConnection,
        viewer: &Viewer,
        drafts: Vec<Draft>,
        import: bool,
    ) -> Result<Vec<Recorded>, Failure> {
        let mut tail = Tail::load(connection, &self.keys.seal).await?;
        check::against_record(connection, viewer, &drafts).await?;
        if import {
            ticks::close_passed(self, connection, &mut tail).await?;
        }
        let written = write_entries(connection, &mut tail, drafts, &*self.outside).await?;
        tables::derive_new(connection, &*self.derive, &written).await?;
        if import {
            ticks::close_at_once(self, connection, &mut tail, &written).await?;
        }
        tail.save(connection, &self.keys.seal).await?;
        Ok(written)
    }
}

/// An entry as its rows hold it.
pub(crate) struct Row {
    pub(crate) entry: Entry,
    pub(crate) position: u64,
    pub(crate) salt: [u8; 32],
    pub(crate) bytes: Vec<u8>,
    pub(crate) leaf_hash: Hash,
    pub(crate) running: Hash,
}

impl Row {
    /// The next row of a record that ends with `tail`, which moves on.
    pub(crate) fn next(tail: &mut Tail, entry: Entry, salt: [u8; 32]) -> Row {
        let bytes = entry.canonical();
        let leaf_hash = leaf_hash(&salt, &bytes);
        let row = Row {
            position: tail.count,
            running: running(&tail.running, &leaf_hash),
            entry,
            salt,
            bytes,
            leaf_hash,
        };
        tail.count += 1;
        tail.running = row.running;
        tail.recorded = row.entry.recorded;
        row
    }
}

/// Gives the drafts their instant, salts and places in the order of recording, and writes them.
pub(crate) async fn write_entries(
    connection: &mut SqliteConnection,
    tail: &mut Tail,
    drafts: Vec<Draft>,
    outside: &dyn Outside,
) -> Result<Vec<Recorded>, Failure> {
    let recorded = next_instant(outside.now(), tail);
    let mut rows = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let mut salt = [0; 32];
        outside.random(&mut salt);
        rows.push(Row::next(tail, Entry { draft, recorded }, salt));
    }
    insert(connection, &rows).await?;
    let recorded = |row: Row| Recorded {
        entry: row.entry,
        leaf_hash: row.leaf_hash,
        position: row.position,
    };
    Ok(rows.into_iter().map(recorded).collect())
}

/// The present to the microsecond. Where the clock went back, the instant after the last entry's; never
/// the same one twice, so that an instant names a state of the record.
fn next_instant(now: Timestamp, tail: &Tail) -> Timestamp {
    let now = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
    let earliest = tail.recorded.checked_add(1.microsecond()).unwrap_or(tail.recorded);
    now.max(earliest)
}

/// Writes heads, bodies and subjects.
pub(crate) async fn insert(connection: &mut SqliteConnection, rows: &[Row]) -> Result<(), Failure> {
    let heads = "INSERT INTO heads (position, id, matter, kind, level, first, recorded, leaf_hash, running)";
    bulk::insert(connection, heads, "", rows, |values, row| {
        let entry = &row.entry;
        values.push_bind(signed(row.position)).push_bind(id_bytes(&entry.id));
        values.push_bind(&entry.matter).push_bind(&entry.kind);
        values.push_bind(level_number(entry.audience.level));
        values.push_bind(entry.corrects.as_ref().map(|corrects| id_bytes(&corrects.first)));
        values.push_bind(instant_text(entry.recorded));
        values.push_bind(&row.leaf_hash[..]).push_bind(&row.running[..]);
    })
    .await?;
    bulk::insert(connection, "INSERT INTO bodies (position, salt, bytes)", "", rows, |values, row| {
        values
            .push_bind(signed(row.position))
            .push_bind(&row.salt[..])
            .push_bind(&row.bytes);
    })
    .await?;
    let subjects = |row: &Row| {
        let position = signed(row.position);
        abouts_of(&row.entry)
            .into_iter()
            .map(move |(level, subject)| (level, subject, position))
    };
    let mut abouts: Vec<(i64, String, i64)> = rows.iter().flat_map(subjects).collect();
    abouts.sort();
    bulk::insert(
        connection,
        "INSERT INTO abouts (level, subject, position)",
        "",
        &abouts,
        |values, (level, subject, position)| {
            values.push_bind(*level).push_bind(subject).push_bind(*position);
        },
    )
    .await
}

/// The rows of an entry's subjects: level and text, each once.
pub(crate) fn abouts_of(entry: &Entry) -> std::collections::BTreeSet<(i64, String)> {
    let level = level_number(entry.audience.level);
    entry.about.iter().map(|subject| (level, subject.text())).collect()
}
