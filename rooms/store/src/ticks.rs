//! Closing ticks at their marks, and signing the log they make.

use crate::RecordStore;
use crate::begin::Terms;
use crate::bulk;
use crate::fail::Failure;
use crate::keys::Keys;
use crate::read::{bytes32, id_of, instant, instant_text, signed, unsigned};
use crate::sql::{Link, Statement, query};
use crate::tail::Tail;
use jiff::{Timestamp, ToSpan};
use record::checkpoint::Checkpoint;
use record::log::{Nodes, grown, log_root};
use record::merkle::{self, Hash};
use record::tick::{TickKey, tick_record, tick_root};
use register::outside::Outside;
use register::port::Recorded;
use std::collections::{BTreeMap, VecDeque};

/// A year has 52,560 marks. More absence than this is a clock that is wrong, and what it would append
/// could never be taken back.
const MOST_MARKS: u64 = 20 * 52_560;

/// A tick that is about to be closed: its mark, and the positions and leaves of its entries.
struct Closing {
    mark: Timestamp,
    entries: Vec<(u64, Hash)>,
}

impl RecordStore {
    /// Closes a tick for every mark that has passed; how many.
    pub(crate) async fn close_due(&self) -> Result<u64, Failure> {
        // Most often nothing is due: a look without the lock settles that.
        let mut reader = self.read().await?;
        let (_, last) = log_end(&mut reader.link(), &self.terms).await?;
        drop(reader);
        if self.terms.mark_after(last) > self.outside.now() {
            return Ok(0);
        }
        let mut writing = self.begin_write().await?;
        let done = self.close_within(&mut writing.link()).await;
        writing.end(done).await
    }

    async fn close_within(&self, connection: &mut Link<'_>) -> Result<u64, Failure> {
        let mut tail = Tail::load(connection, &self.keys.seal).await?;
        let closed = close_passed(self, connection, &mut tail).await?;
        tail.save(connection, &self.keys.seal).await?;
        Ok(closed)
    }
}

/// How many ticks the log has, and the mark of the last; before the first, the mark at which it began.
pub(crate) async fn log_end(connection: &mut Link<'_>, terms: &Terms) -> Result<(u64, Timestamp), Failure> {
    let row = query("SELECT tick, mark FROM ticks ORDER BY tick DESC LIMIT 1")
        .fetch_optional(connection)
        .await?;
    match row {
        None => Ok((0, terms.mark_at(terms.began))),
        Some(row) => Ok((unsigned(row.try_get("tick")?, "a tick")? + 1, instant(row.try_get("mark")?)?)),
    }
}

/// Closes the ticks of all marks that have passed. A tick takes the entries that wait, were recorded by
/// its mark and fit; the rest waits for the next.
pub(crate) async fn close_passed(store: &RecordStore, connection: &mut Link<'_>, tail: &mut Tail) -> Result<u64, Failure> {
    let (terms, now) = (&store.terms, store.outside.now());
    let (_, last) = log_end(connection, terms).await?;
    if terms.mark_after(last) > now {
        return Ok(0);
    }
    let passed = (now.as_second() - last.as_second()) / terms.tick_seconds;
    if u64::try_from(passed).unwrap_or(0) > MOST_MARKS {
        return Err(Failure::refused(format!(
            "the clock says {now:.0} and the last mark is {last:.0}: more than twenty years have passed without a tick; set the clock right and repeat"
        )));
    }
    let mut waiting = waiting(connection, tail).await?;
    let mut closings = Vec::new();
    let mut mark = terms.mark_after(last);
    while mark <= now {
        let mut entries = Vec::new();
        while entries.len() < terms.tick_places() {
            match waiting.pop_front_if(|(_, _, recorded)| *recorded <= mark) {
                Some((position, leaf, _)) => entries.push((position, leaf)),
                None => break,
            }
        }
        closings.push(Closing { mark, entries });
        mark = terms.mark_after(mark);
    }
    // What stands before the first entry that still waits is closed.
    tail.closed_to = waiting.front().map_or(tail.count, |(position, _, _)| *position);
    let closed = closings.len() as u64;
    close(store, connection, closings).await?;
    Ok(closed)
}

/// The entries without a tick, in the order of recording: position, leaf, instant.
async fn waiting(connection: &mut Link<'_>, tail: &Tail) -> Result<VecDeque<(u64, Hash, Timestamp)>, Failure> {
    let rows = query(
        "SELECT h.position, h.id, h.leaf_hash, h.recorded FROM heads h
         WHERE h.position >= $1 AND NOT EXISTS (SELECT 1 FROM places p WHERE p.position = h.position) ORDER BY h.position",
    )
    .bind(signed(tail.closed_to))
    .fetch_all(connection)
    .await?;
    let read = |row| {
        let leaf = bytes32(&row, "leaf_hash", &id_of(&row, "id")?)?;
        let recorded = instant(row.try_get("recorded")?)?;
        Ok((unsigned(row.try_get("position")?, "a position")?, leaf, recorded))
    };
    rows.into_iter().map(read).collect()
}

/// Closes as many ticks as the entries of an import need, for these entries alone, so that their number
/// tells nothing of what else waits. Their mark is the first full second at or after their instant; the
/// marks before it are closed already ([`close_passed`]).
pub(crate) async fn close_at_once(
    store: &RecordStore,
    connection: &mut Link<'_>,
    tail: &mut Tail,
    written: &[Recorded],
) -> Result<(), Failure> {
    let (Some(first), Some(last)) = (written.first(), written.last()) else {
        return Ok(());
    };
    let (_, last_mark) = log_end(connection, &store.terms).await?;
    let mark = ceiling(last.entry.recorded).max(last_mark);
    let entry = |entry: &Recorded| (entry.position, entry.leaf_hash);
    let closing = |part: &[Recorded]| Closing {
        mark,
        entries: part.iter().map(entry).collect(),
    };
    let closings = written.chunks(store.terms.tick_places()).map(closing).collect();
    if tail.closed_to == first.position {
        tail.closed_to = tail.count;
    }
    close(store, connection, closings).await
}

/// The first full second at or after an instant.
fn ceiling(instant: Timestamp) -> Timestamp {
    let second = Timestamp::from_second(instant.as_second()).unwrap_or(instant);
    if second < instant {
        second.checked_add(1.second()).unwrap_or(second)
    } else {
        second
    }
}

/// The nodes of the log that are at hand.
#[derive(Default)]
pub(crate) struct AtHand(pub(crate) BTreeMap<(u8, u64), Hash>);

impl Nodes for AtHand {
    fn node(&self, level: u8, index: u64) -> Option<Hash> {
        self.0.get(&(level, index)).copied()
    }
}

/// Writes the ticks, their places and the nodes that they complete, and signs the log.
async fn close(store: &RecordStore, connection: &mut Link<'_>, closings: Vec<Closing>) -> Result<(), Failure> {
    if closings.is_empty() {
        return Ok(());
    }
    let (mut size, _) = log_end(connection, &store.terms).await?;
    let mut nodes = right_edge(connection, size).await?;
    let (mut ticks, mut places, mut new_nodes) = (Vec::new(), Vec::new(), Vec::new());
    for closing in closings {
        let drawn = draw_places(closing.entries.len(), store.terms.tick_levels, &*store.outside);
        let placed: Vec<(u64, Hash)> = drawn
            .iter()
            .zip(&closing.entries)
            .map(|(place, (_, leaf))| (*place, *leaf))
            .collect();
        let root = tick_root(&TickKey::derive(&store.keys.filler, size), store.terms.tick_levels, &placed);
        places.extend(
            drawn
                .iter()
                .zip(&closing.entries)
                .map(|(place, (position, _))| (*position, size, *place)),
        );
        for (level, number, hash) in grown(size, merkle::leaf(&tick_record(size, closing.mark, &root)), &nodes) {
            nodes.0.insert((level, number), hash);
            new_nodes.push((level, number, hash));
        }
        ticks.push((size, closing.mark, root, None));
        size += 1;
    }
    insert_ticks(connection, &ticks).await?;
    insert_places(connection, &places).await?;
    insert_nodes(connection, &new_nodes).await?;
    sign(connection, &store.keys, &store.terms).await
}

/// A tick's row: number, mark, root, and its key where that is not derived from this folder's.
pub(crate) type TickRow = (u64, Timestamp, Hash, Option<[u8; 32]>);

pub(crate) async fn insert_ticks(connection: &mut Link<'_>, ticks: &[TickRow]) -> Result<(), Failure> {
    bulk::insert(
        connection,
        "INSERT INTO ticks (tick, mark, root, key)",
        "",
        ticks,
        |values, (tick, mark, root, key)| {
            values.push_bind(signed(*tick)).push_bind(instant_text(*mark)).push_bind(&root[..]);
            values.push_bind(key.map(|key| key.to_vec()));
        },
    )
    .await
}

/// Position, tick and place of entries.
pub(crate) async fn insert_places(connection: &mut Link<'_>, places: &[(u64, u64, u64)]) -> Result<(), Failure> {
    bulk::insert(
        connection,
        "INSERT INTO places (position, tick, place)",
        "",
        places,
        |values, (position, tick, place)| {
            values
                .push_bind(signed(*position))
                .push_bind(signed(*tick))
                .push_bind(signed(*place));
        },
    )
    .await
}

pub(crate) async fn insert_nodes(connection: &mut Link<'_>, nodes: &[(u8, u64, Hash)]) -> Result<(), Failure> {
    bulk::insert(
        connection,
        "INSERT INTO log_nodes (level, number, hash)",
        "",
        nodes,
        |values, (level, number, hash)| {
            values.push_bind(i64::from(*level)).push_bind(signed(*number)).push_bind(&hash[..]);
        },
    )
    .await
}

/// Different places in a tree of 2^`levels`, one for each of `count` entries: the beginning of a shuffle.
fn draw_places(count: usize, levels: u8, outside: &dyn Outside) -> Vec<u64> {
    let all = 1u64 << levels;
    // Only places that were moved stand in the map; every other place still holds its own number.
    let mut moved: BTreeMap<u64, u64> = BTreeMap::new();
    let mut bytes = vec![0; count * 8];
    outside.random(&mut bytes);
    let draw = |(at, chunk): (u64, &[u8])| {
        let number = chunk.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        // The remainder of 64 random bits is uneven by less than one in 2^44.
        let other = at + number % (all - at);
        let drawn = moved.get(&other).copied().unwrap_or(other);
        let own = moved.get(&at).copied().unwrap_or(at);
        moved.insert(other, own);
        drawn
    };
    (0..all).zip(bytes.chunks(8)).map(draw).collect()
}

/// The complete nodes from which the log at this size grows: one for each bit of the size.
async fn right_edge(connection: &mut Link<'_>, size: u64) -> Result<AtHand, Failure> {
    let edge = (0..63u8)
        .filter(|level| size >> level & 1 == 1)
        .map(|level| (level, (size >> level) - 1));
    nodes_at(connection, edge.collect()).await
}

/// Reads nodes of the log.
pub(crate) async fn nodes_at(connection: &mut Link<'_>, wanted: Vec<(u8, u64)>) -> Result<AtHand, Failure> {
    let mut nodes = AtHand::default();
    if wanted.is_empty() {
        return Ok(nodes);
    }
    let mut query = Statement::new("SELECT level, number, hash FROM log_nodes WHERE (level, number) IN (");
    query.push_rows(&wanted, |values, (level, number)| {
        values.push_bind(i64::from(*level)).push_bind(signed(*number));
    });
    query.push(")");
    for row in query.build().persistent(false).fetch_all(connection).await? {
        let level: i64 = row.try_get("level")?;
        let level = u8::try_from(level).map_err(|_| Failure::damaged(format!("a node of the log has level {level}")))?;
        let number = unsigned(row.try_get("number")?, "a node of the log")?;
        nodes
            .0
            .insert((level, number), bytes32(&row, "hash", &format_args!("log node {level}/{number}"))?);
    }
    Ok(nodes)
}

/// Signs the log as it stands with this folder's key.
pub(crate) async fn sign(connection: &mut Link<'_>, keys: &Keys, terms: &Terms) -> Result<(), Failure> {
    let (size, _) = log_end(connection, terms).await?;
    let nodes = right_edge(connection, size).await?;
    let root = log_root(size, &nodes).ok_or_else(|| Failure::damaged("a node at the right edge of the log is missing"))?;
    let checkpoint = Checkpoint {
        origin: terms.origin.clone(),
        size,
        root,
    };
    save_checkpoint(
        connection,
        &terms.verifier_key_of(&keys.signing.verifying_key()),
        size,
        &checkpoint.signed(&keys.signing),
    )
    .await
}

/// Keeps a checkpoint as the newest one under its key.
pub(crate) async fn save_checkpoint(connection: &mut Link<'_>, verifier_key: &str, size: u64, text: &str) -> Result<(), Failure> {
    query(
        "INSERT INTO checkpoints (verifier_key, size, text) VALUES ($1, $2, $3)
         ON CONFLICT (verifier_key) DO UPDATE SET size = excluded.size, text = excluded.text",
    )
    .bind(verifier_key)
    .bind(signed(size))
    .bind(text)
    .execute(connection)
    .await?;
    Ok(())
}
