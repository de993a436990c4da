//! Appending: all drafts, or none.

use crate::RecordStore;
use crate::bulk::{self, Writes};
use crate::check::{self, Known};
use crate::closings;
use crate::decided;
use crate::erase;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::group::{self, Asked, Outcome};
use crate::read::{id_bytes, instant_text, place_of_body, signed};
use crate::requests;
use crate::shelving::{Shelver, is_encrypted};
use crate::sql::Link;
use crate::tables;
use crate::tail::Tail;
use crate::ticks;
use crate::vault::{KeyOf, Vault};
use access::Viewer;
use jiff::{Timestamp, ToSpan};
use record::audience::Level;
use record::entry::{Draft, Entry, EntryId};
use record::leaf::{leaf_hash, running};
use record::merkle::Hash;
use register::erasure::stays;
use register::kinds;
use register::outside::Outside;
use register::port::{Recorded, StoreError};
use std::borrow::Cow;

impl RecordStore {
    /// See [`register::port::Store::append`].
    pub(crate) async fn append_all(
        &self,
        viewer: &Viewer,
        drafts: Vec<Draft>,
        import: bool,
        read: Option<u64>,
    ) -> Result<Vec<Recorded>, StoreError> {
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        check::alone(&drafts, self.terms.sort)?;
        let viewer = viewer.clone();
        let erases = drafts.iter().any(|draft| draft.kind == kinds::ERASURE_ORDERED);
        let asked = Asked {
            viewer,
            drafts,
            import,
            read,
        };
        if !erases {
            return self.append_in_group(asked).await;
        }
        // It goes on though the caller goes away.
        let store = self.clone();
        let erasing = tokio::spawn(async move {
            let recorded = store.append_in_group(asked).await?;
            // It is recorded in any case; a clearing that was hindered is told by `is_cleared`, and repeated at the next opening.
            let _ = erase::clear_away(&store).await;
            Ok(recorded)
        });
        erasing.await.unwrap_or_else(|_| Err(group::ending()))
    }

    /// Appends at the end of the record, which moves on, what one viewer asked for; what became of each. If it was
    /// asked for an import, it is one.
    pub(crate) async fn append_run(&self, link: &mut Link<'_>, tail: &mut Tail, run: Vec<Asked>) -> Result<Vec<Outcome>, Failure> {
        let Some(Asked { viewer, import, .. }) = run.first() else {
            return Ok(Vec::new());
        };
        let import = *import;
        let drafts: Vec<&Draft> = run.iter().flat_map(|asked| &asked.drafts).collect();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let mut known = Known::of(link, &sight, self.shelver(), &drafts).await?;
        let mut checked: Vec<Result<usize, Failure>> = run
            .iter()
            .map(|asked| known.check(&asked.drafts).map(|()| asked.drafts.len()))
            .collect();
        for (asked, checked) in run.iter().zip(&mut checked).filter(|(_, checked)| checked.is_ok()) {
            for refused in [
                erase::check(link, &sight, &asked.drafts).await?,
                closings::check(link, &sight, &asked.drafts).await?,
                requests::check(link, &sight, &self.vault, &asked.drafts).await?,
                decided::check(link, &self.vault, asked.read, &asked.drafts).await?,
            ] {
                if let Err(refused) = refused {
                    *checked = Err(refused);
                }
            }
        }
        for (asked, checked) in run.iter().zip(&mut checked).filter(|(_, checked)| checked.is_ok()) {
            if let Err(refused) = self.attachments.check_kept(&asked.drafts).await? {
                *checked = Err(refused);
            }
        }
        let accepted = run.into_iter().zip(&checked).filter(|(_, checked)| checked.is_ok());
        let accepted: Vec<Vec<Draft>> = accepted.map(|(asked, _)| asked.drafts).collect();
        if accepted.is_empty() {
            return Ok(checked.into_iter().map(|checked| checked.map(|_| Vec::new())).collect());
        }
        if import {
            ticks::close_passed(self, link, tail).await?;
        }
        let mut writes = Writes::default();
        let (written, moved) = write_entries(link, &mut writes, tail, accepted, self.shelver()).await?;
        if !moved.is_empty() {
            // The entries of their units are read whole, those among them that are new.
            std::mem::take(&mut writes).run(link).await?;
            tables::derive_moved(link, self.shelver().vault, &*self.derive, &moved).await?;
        }
        tables::derive_new(link, self.shelver().vault, &*self.derive, &written, writes).await?;
        for order in written.iter().filter(|recorded| recorded.entry.kind == kinds::ERASURE_ORDERED) {
            erase::carry_out(link, self.shelver(), &self.attachments, order).await?;
        }
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
    /// The level at which its body lies: its own, or a narrower one.
    pub(crate) level: Level,
}

impl Row {
    /// The next row of a record that ends with `tail`, which moves on.
    pub(crate) fn next(tail: &mut Tail, entry: Entry, salt: [u8; 32]) -> Row {
        let bytes = entry.canonical();
        let leaf_hash = leaf_hash(&salt, &bytes);
        let row = Row {
            position: tail.count,
            level: entry.audience.level,
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

/// The head of an entry whose body was erased.
pub(crate) struct Gone {
    position: u64,
    id: EntryId,
    recorded: Timestamp,
    leaf_hash: Hash,
    running: Hash,
}

impl Gone {
    /// The next row of a record that ends with `tail`, which moves on.
    pub(crate) fn next(tail: &mut Tail, id: EntryId, recorded: Timestamp, leaf_hash: Hash) -> Gone {
        let gone = Gone {
            position: tail.count,
            running: running(&tail.running, &leaf_hash),
            id,
            recorded,
            leaf_hash,
        };
        tail.count += 1;
        tail.running = gone.running;
        tail.recorded = recorded;
        gone
    }
}

/// Writes heads without bodies.
pub(crate) async fn insert_gone(link: &mut Link<'_>, rows: &[Gone]) -> Result<(), Failure> {
    bulk::insert(link, HEADS, "", rows, |values, row| {
        values.push_bind(signed(row.position)).push_bind(id_bytes(&row.id));
        values.push_bind(instant_text(row.recorded));
        values.push_bind(&row.leaf_hash[..]).push_bind(&row.running[..]);
    })
    .await
}

/// Gives the drafts salts and places in the order of recording, and those that were asked for together one
/// instant, and adds them and their places on the shelves to what is written. With them come those entries that they
/// moved to other shelves.
pub(crate) async fn write_entries(
    link: &mut Link<'_>,
    writes: &mut Writes,
    tail: &mut Tail,
    asked: Vec<Vec<Draft>>,
    shelver: Shelver<'_>,
) -> Result<(Vec<Recorded>, Vec<Recorded>), Failure> {
    let outside = shelver.outside;
    let mut rows = Vec::with_capacity(asked.iter().map(Vec::len).sum());
    for drafts in asked {
        let recorded = next_instant(outside.now(), tail);
        for draft in drafts {
            let mut salt = [0; 32];
            outside.random(&mut salt);
            rows.push(Row::next(tail, Entry { draft, recorded }, salt));
        }
    }
    let recorded = |row: &Row| Recorded {
        audience: row.entry.audience.clone(),
        entry: row.entry.clone(),
        leaf_hash: row.leaf_hash,
        position: row.position,
    };
    let mut written: Vec<Recorded> = rows.iter().map(recorded).collect();
    let closings = shelver.settle(link, &mut written).await?;
    // What is added to a matter that was narrowed lies as what is in it.
    for (row, recorded) in rows.iter_mut().zip(&written) {
        row.level = row.level.max(recorded.audience.level);
    }
    add_rows(link, writes, shelver.vault, &rows, outside).await?;
    let moved = shelver.shelve(link, writes, &written, &closings).await?;
    Ok((written, moved))
}

/// The present to the microsecond. Where the clock went back, the instant after the last entry's; never
/// the same one twice, so that an instant names a state of the record.
fn next_instant(now: Timestamp, tail: &Tail) -> Timestamp {
    let now = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
    let earliest = tail.recorded.checked_add(1.microsecond()).unwrap_or(tail.recorded);
    now.max(earliest)
}

const HEADS: &str = "INSERT INTO heads (position, id, recorded, leaf_hash, running)";

/// Writes heads and bodies. What is confidential or under seal is encrypted.
pub(crate) async fn insert(link: &mut Link<'_>, vault: &Vault, rows: &[Row], outside: &dyn Outside) -> Result<(), Failure> {
    let mut writes = Writes::default();
    add_rows(link, &mut writes, vault, rows, outside).await?;
    writes.run(link).await
}

/// Adds heads and bodies to what is written; keys that are missing are made.
async fn add_rows(link: &mut Link<'_>, writes: &mut Writes, vault: &Vault, rows: &[Row], outside: &dyn Outside) -> Result<(), Failure> {
    writes.insert(HEADS, "", rows, |values, row| {
        values.push_bind(signed(row.position)).push_bind(id_bytes(&row.entry.id));
        values.push_bind(instant_text(row.entry.recorded));
        values.push_bind(&row.leaf_hash[..]).push_bind(&row.running[..]);
    });
    let mut bodies = Vec::with_capacity(rows.len());
    for row in rows {
        bodies.push(body(link, vault, row, outside).await?);
    }
    writes.insert("INSERT INTO bodies (position, key, salt, bytes)", "", &bodies, |values, body| {
        values.push_bind(body.position).push_bind(body.key.clone());
        values.push_bind(body.salt).push_bind(&body.bytes[..]);
    });
    Ok(())
}

/// A body as its row holds it.
struct Body<'r> {
    position: i64,
    key: Option<Vec<u8>>,
    salt: &'r [u8],
    bytes: Cow<'r, [u8]>,
}

async fn body<'r>(link: &mut Link<'_>, vault: &Vault, row: &'r Row, outside: &dyn Outside) -> Result<Body<'r>, Failure> {
    let (position, level) = (signed(row.position), row.level);
    if !is_encrypted(level) {
        return Ok(Body {
            position,
            key: None,
            salt: &row.salt,
            bytes: Cow::Borrowed(&row.bytes),
        });
    }
    let of = if stays(&row.entry.kind) { KeyOf::WhatStays } else { KeyOf::Matter };
    let (name, key) = vault.key_for(link, of, (level, &row.entry.matter), outside).await?;
    let plain = [&row.salt[..], &row.bytes].concat();
    Ok(Body {
        position,
        key: Some(name.to_vec()),
        salt: &[],
        bytes: Cow::Owned(vault.seal(&key, &place_of_body(position), &plain, outside)?),
    })
}
