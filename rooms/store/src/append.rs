//! Appending: all drafts, or none.

use crate::RecordStore;
use crate::bulk;
use crate::check::{self, Known};
use crate::fail::Failure;
use crate::filter::level_number;
use crate::group::{Asked, Outcome};
use crate::read::{id_bytes, instant_text, signed};
use crate::sql::Link;
use crate::tables;
use crate::tail::Tail;
use crate::ticks;
use access::Viewer;
use jiff::{Timestamp, ToSpan};
use record::entry::{Draft, Entry};
use record::leaf::{leaf_hash, running};
use record::merkle::Hash;
use register::outside::Outside;
use register::port::{Recorded, StoreError};

impl RecordStore {
    /// See [`register::port::Store::append`].
    pub(crate) async fn append_all(&self, viewer: &Viewer, drafts: Vec<Draft>, import: bool) -> Result<Vec<Recorded>, StoreError> {
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        check::alone(viewer, &drafts, self.terms.sort)?;
        let viewer = viewer.clone();
        self.append_in_group(Asked { viewer, drafts, import }).await
    }

    /// Appends at the end of the record, which moves on, what one viewer asked for; what became of each. If it was
    /// asked for an import, it is one.
    pub(crate) async fn append_run(&self, link: &mut Link<'_>, tail: &mut Tail, run: Vec<Asked>) -> Result<Vec<Outcome>, Failure> {
        let Some(Asked { viewer, import, .. }) = run.first() else {
            return Ok(Vec::new());
        };
        let import = *import;
        let drafts: Vec<&Draft> = run.iter().flat_map(|asked| &asked.drafts).collect();
        let mut known = Known::of(link, viewer, &drafts).await?;
        let checked: Vec<Result<usize, Failure>> = run
            .iter()
            .map(|asked| known.check(&asked.drafts).map(|()| asked.drafts.len()))
            .collect();
        let accepted = run.into_iter().zip(&checked).filter(|(_, checked)| checked.is_ok());
        let accepted: Vec<Vec<Draft>> = accepted.map(|(asked, _)| asked.drafts).collect();
        if accepted.is_empty() {
            return Ok(checked.into_iter().map(|checked| checked.map(|_| Vec::new())).collect());
        }
        if import {
            ticks::close_passed(self, link, tail).await?;
        }
        let written = write_entries(link, tail, accepted, &*self.outside).await?;
        tables::derive_new(link, &*self.derive, &written).await?;
        if import {
            ticks::close_at_once(self, link, tail, &written).await?;
        }
        let mut written = written.into_iter();
        let outcomes = checked
            .into_iter()
            .map(|checked| checked.map(|count| written.by_ref().take(count).collect()));
        Ok(outcomes.collect())
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

/// Gives the drafts salts and places in the order of recording, and those that were asked for together one
/// instant, and writes them.
pub(crate) async fn write_entries(
    link: &mut Link<'_>,
    tail: &mut Tail,
    asked: Vec<Vec<Draft>>,
    outside: &dyn Outside,
) -> Result<Vec<Recorded>, Failure> {
    let mut rows = Vec::with_capacity(asked.iter().map(Vec::len).sum());
    for drafts in asked {
        let recorded = next_instant(outside.now(), tail);
        for draft in drafts {
            let mut salt = [0; 32];
            outside.random(&mut salt);
            rows.push(Row::next(tail, Entry { draft, recorded }, salt));
        }
    }
    insert(link, &rows).await?;
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
pub(crate) async fn insert(connection: &mut Link<'_>, rows: &[Row]) -> Result<(), Failure> {
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
            .push_bind(&row.bytes[..]);
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
