//! Appending: all drafts in one transaction, or none.

use crate::SqliteStore;
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
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

/// How many rows one INSERT holds at most.
const ROWS: usize = 400;

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
    for chunk in rows.chunks(ROWS) {
        let mut query: QueryBuilder<Sqlite> =
            QueryBuilder::new("INSERT INTO heads (position, id, matter, kind, level, first, recorded, leaf_hash, running) ");
        query.push_values(chunk, |mut values, row| {
            let entry = &row.entry;
            values
                .push_bind(signed(row.position))
                .push_bind(id_bytes(&entry.id))
                .push_bind(entry.matter.clone())
                .push_bind(entry.kind.clone())
                .push_bind(level_number(entry.audience.level))
                .push_bind(entry.corrects.as_ref().map(|corrects| id_bytes(&corrects.first)))
                .push_bind(instant_text(entry.recorded))
                .push_bind(row.leaf_hash.to_vec())
                .push_bind(row.running.to_vec());
        });
        query.build().persistent(chunk.len() == 1).execute(&mut *connection).await?;
        let mut query: QueryBuilder<Sqlite> = QueryBuilder::new("INSERT INTO bodies (position, salt, bytes) ");
        query.push_values(chunk, |mut values, row| {
            values
                .push_bind(signed(row.position))
                .push_bind(row.salt.to_vec())
                .push_bind(row.bytes.clone());
        });
        query.build().persistent(chunk.len() == 1).execute(&mut *connection).await?;
    }
    let mut abouts = Vec::new();
    for row in rows {
        abouts.extend(
            abouts_of(&row.entry)
                .into_iter()
                .map(|(level, subject)| (level, subject, row.position)),
        );
    }
    for chunk in abouts.chunks(ROWS) {
        let mut query: QueryBuilder<Sqlite> = QueryBuilder::new("INSERT INTO abouts (level, subject, position) ");
        query.push_values(chunk, |mut values, (level, subject, position)| {
            values.push_bind(*level).push_bind(subject.clone()).push_bind(signed(*position));
        });
        query.build().persistent(chunk.len() == 1).execute(&mut *connection).await?;
    }
    Ok(())
}

/// The rows of an entry's subjects: level and text, each once.
pub(crate) fn abouts_of(entry: &Entry) -> std::collections::BTreeSet<(i64, String)> {
    let level = level_number(entry.audience.level);
    entry.about.iter().map(|subject| (level, subject.text())).collect()
}
