//! Ticks against their entries, the log against its ticks, checkpoints against the log.

use super::Faults;
use crate::RecordStore;
use crate::fail::Failure;
use crate::proofs::tick_key;
use crate::read::{bytes32, id_of, instant, instant_text, unsigned};
use crate::sql::{Link, Row, next_page, not_in_order, query};
use crate::tail::Tail;
use crate::ticks::AtHand;
use jiff::Timestamp;
use record::checkpoint::{Checkpoint, parse_verifier_key};
use record::entry::EntryId;
use record::log::{grown, log_root};
use record::merkle::{self, Hash};
use record::tick::{TickKey, tick_record, tick_root};
use register::port::StoreError;
use std::collections::VecDeque;

/// How many rows are read at a time.
const PAGE: i64 = 10_000;

/// The ticks, as they are walked along.
pub(super) struct Ticks<'a> {
    store: &'a RecordStore,
    tail: Option<&'a Tail>,
    /// How many ticks were met.
    pub(super) count: u64,
    nodes: AtHand,
    last_mark: Timestamp,
}

impl<'a> Ticks<'a> {
    pub(super) fn of(store: &'a RecordStore, tail: Option<&'a Tail>) -> Ticks<'a> {
        Ticks {
            store,
            tail,
            count: 0,
            nodes: AtHand::default(),
            last_mark: store.terms.mark_at(store.terms.began),
        }
    }

    pub(super) async fn check(&mut self, connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
        let mut places = Places::default();
        let mut from = i64::MIN;
        loop {
            let rows = query("SELECT tick, mark, root, key FROM ticks WHERE tick >= $1 ORDER BY tick LIMIT $2")
                .bind(from)
                .bind(PAGE)
                .fetch_all(&mut *connection)
                .await?;
            let Some(last) = rows.last() else { break };
            let next = next_page("ticks", from, last.try_get("tick")?);
            for row in &rows {
                let number: i64 = row.try_get("tick")?;
                let entries = places.up_to(connection, number, faults).await?;
                self.tick(row, number, entries, faults)?;
            }
            let Ok(next) = next else {
                faults.at("the database", not_in_order("ticks"));
                break;
            };
            from = next;
        }
        places.up_to(connection, i64::MAX, faults).await?;
        self.without_a_tick(connection, faults).await?;
        self.nodes(connection, faults).await?;
        self.checkpoints(connection, faults).await
    }

    fn tick(&mut self, row: &Row, number: i64, entries: Vec<Placed>, faults: &mut Faults) -> Result<(), Failure> {
        let place = format!("tick {number}");
        let number = unsigned(number, "a tick")?;
        if number != self.count {
            faults.at(
                &place,
                format!("ticks {} to {} before it were taken away", self.count, number.saturating_sub(1)),
            );
        }
        self.count = number + 1;
        let read = || -> Result<(Timestamp, Hash, TickKey), Failure> {
            let text: String = row.try_get("mark")?;
            let mark = instant(&text)?;
            if instant_text(mark) != text {
                return Err(Failure::damaged(format!("its mark {text:?} is not written as marks are")));
            }
            let key = tick_key(row, number, &self.store.keys.filler)?;
            Ok((mark, bytes32(row, "root", &place)?, key))
        };
        let (mark, root, key) = match read().map_err(StoreError::from) {
            Ok(tick) => tick,
            Err(error) => {
                faults.at(place, error.to_string());
                return Ok(());
            }
        };
        if mark < self.last_mark {
            faults.at(
                &place,
                "its mark lies before that of the tick before it: ticks changed places, or a mark was changed",
            );
        }
        self.last_mark = mark;
        for entry in entries.iter().filter(|entry| entry.recorded > mark) {
            faults.entry(&entry.id, format!("it was recorded after the mark of its tick {number}"));
        }
        let leaves: Vec<(u64, Hash)> = entries.iter().map(|entry| (entry.place, entry.leaf)).collect();
        if tick_root(&key, self.store.terms.tick_levels, &leaves) != root {
            faults.at(
                &place,
                "its root is not that of its entries at their places: the root, its key, a place or an entry was changed",
            );
        }
        for (level, index, hash) in grown(number, merkle::leaf(&tick_record(number, mark, &root)), &self.nodes) {
            self.nodes.0.insert((level, index), hash);
        }
        Ok(())
    }

    /// Entries that should stand in a tick by now and do not.
    async fn without_a_tick(&self, connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
        let Some(tail) = self.tail else { return Ok(()) };
        let rows =
            query("SELECT h.id FROM heads h WHERE h.position < $1 AND NOT EXISTS (SELECT 1 FROM places p WHERE p.position = h.position)")
                .bind(crate::read::signed(tail.closed_to))
                .fetch_all(connection)
                .await?;
        for row in rows {
            faults.entry(&id_of(&row, "id")?, "its place in a tick was taken away");
        }
        Ok(())
    }

    /// Stored nodes of the log against those that the ticks make.
    async fn nodes(&mut self, connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
        let mut wanted = self.nodes.0.clone();
        let mut after = (i64::MIN, i64::MIN);
        loop {
            let rows = query("SELECT level, number, hash FROM log_nodes WHERE (level, number) > ($1, $2) ORDER BY level, number LIMIT $3")
                .bind(after.0)
                .bind(after.1)
                .bind(PAGE)
                .fetch_all(&mut *connection)
                .await?;
            let Some(last) = rows.last() else { break };
            let before = std::mem::replace(&mut after, (last.try_get("level")?, last.try_get("number")?));
            if after <= before {
                faults.at("the database", not_in_order("log_nodes"));
                break;
            }
            for row in &rows {
                let (level, number): (i64, i64) = (row.try_get("level")?, row.try_get("number")?);
                let place = format!("log node {level}/{number}");
                let key = u8::try_from(level).ok().zip(u64::try_from(number).ok());
                match (
                    key.and_then(|key| wanted.remove(&key)),
                    bytes32(row, "hash", &place).map_err(StoreError::from),
                ) {
                    (None, _) => faults.at(place, "there is no such node: it was put in, or ticks were taken away"),
                    (Some(_), Err(error)) => faults.at(place, error.to_string()),
                    (Some(hash), Ok(stored)) if hash != stored => {
                        faults.at(place, "it is not the hash of what stands under it: the node or a tick was changed");
                    }
                    _ => {}
                }
            }
        }
        for (level, number) in wanted.into_keys() {
            faults.at(format!("log node {level}/{number}"), "it was taken away");
        }
        Ok(())
    }

    async fn checkpoints(&self, connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
        let rows = query("SELECT verifier_key, size, text FROM checkpoints")
            .fetch_all(connection)
            .await?;
        let mut keys = Vec::new();
        for row in &rows {
            let key: String = row.try_get("verifier_key")?;
            let place = format!("checkpoint under {key}");
            let checked = self.checkpoint(&key, row.try_get("size")?, row.try_get("text")?);
            if let Err(what) = checked {
                faults.at(place, what);
            }
            keys.push(key);
        }
        // The key under which the record began, and the one of this folder where that is another.
        for key in [&self.store.terms.verifier_key, &self.store.verifier_key] {
            if !keys.contains(key) {
                faults.at(format!("checkpoint under {key}"), "it was taken away");
                keys.push(key.clone());
            }
        }
        Ok(())
    }

    fn checkpoint(&self, verifier_key: &str, size: i64, text: &str) -> Result<(), String> {
        let (_, key) = parse_verifier_key(verifier_key).map_err(|error| error.to_string())?;
        let checkpoint = Checkpoint::parse_and_verify(text, &key).map_err(|error| error.to_string())?;
        if self.store.terms.verifier_key_of(&key) != verifier_key || checkpoint.origin != self.store.terms.origin {
            return Err("it is that of another record".to_owned());
        }
        if u64::try_from(size).ok() != Some(checkpoint.size) {
            return Err(format!("its size is {}, {size} is said", checkpoint.size));
        }
        if verifier_key == self.store.verifier_key && checkpoint.size != self.count {
            return Err(format!(
                "it is over {} ticks and there are {}: ticks were put in or taken away, or it is an old one",
                checkpoint.size, self.count
            ));
        }
        if checkpoint.size <= self.count && log_root(checkpoint.size, &self.nodes) == Some(checkpoint.root) {
            Ok(())
        } else {
            Err("its root is not that of the ticks: a tick was changed, put in, taken away or moved".to_owned())
        }
    }
}

/// An entry at its place in a tick.
struct Placed {
    tick: i64,
    place: u64,
    id: EntryId,
    leaf: Hash,
    recorded: Timestamp,
}

/// The places of ticks, read along with the ticks.
#[derive(Default)]
struct Places {
    read: VecDeque<Placed>,
    /// The last tick and place that were read; `None` before the first.
    after: Option<(i64, i64)>,
    ended: bool,
}

impl Places {
    /// The entries of a tick. Those of ticks before it that were not asked for have no tick: a fault.
    async fn up_to(&mut self, connection: &mut Link<'_>, tick: i64, faults: &mut Faults) -> Result<Vec<Placed>, Failure> {
        let mut entries = Vec::new();
        loop {
            while let Some(placed) = self.read.pop_front_if(|placed| placed.tick <= tick) {
                if placed.tick == tick {
                    entries.push(placed);
                } else {
                    faults.entry(&placed.id, format!("it stands in tick {}, which is not there", placed.tick));
                }
            }
            if !self.read.is_empty() || self.ended {
                return Ok(entries);
            }
            self.page(connection, faults).await?;
        }
    }

    async fn page(&mut self, connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
        let after = self.after.unwrap_or((i64::MIN, i64::MIN));
        let rows = query(
            "SELECT p.tick, p.place, p.position, h.id, h.leaf_hash, h.recorded FROM places p LEFT JOIN heads h ON h.position = p.position
             WHERE (p.tick, p.place) > ($1, $2) ORDER BY p.tick, p.place LIMIT $3",
        )
        .bind(after.0)
        .bind(after.1)
        .bind(PAGE)
        .fetch_all(connection)
        .await?;
        self.ended = rows.is_empty();
        for row in &rows {
            let (tick, place, position): (i64, i64, i64) = (row.try_get("tick")?, row.try_get("place")?, row.try_get("position")?);
            if self.after.is_some_and(|after| (tick, place) <= after) {
                faults.at("the database", not_in_order("places"));
                self.ended = true;
                break;
            }
            self.after = Some((tick, place));
            let read = || -> Result<Placed, Failure> {
                let id = id_of(row, "id")?;
                let leaf = bytes32(row, "leaf_hash", &id)?;
                Ok(Placed {
                    tick,
                    place: unsigned(place, "a place")?,
                    id,
                    leaf,
                    recorded: instant(row.try_get("recorded")?)?,
                })
            };
            match read().map_err(StoreError::from) {
                Ok(placed) => self.read.push_back(placed),
                Err(error) => faults.at(format!("place {place} of tick {tick}, position {position}"), error.to_string()),
            }
        }
        Ok(())
    }
}
