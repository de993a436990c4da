//! The newest checkpoint, and the proof of one entry against it.

use crate::RecordStore;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::{bytes32, entry, id_of, instant, opened, signed, unsigned};
use crate::sql::{Link, Row, query};
use crate::ticks::{log_end, nodes_at};
use access::Viewer;
use jiff::Timestamp;
use record::checkpoint::Checkpoint;
use record::entry::EntryId;
use record::log::{Nodes, log_inclusion};
use record::merkle::Hash;
use record::proof::Proof as ProofFile;
use record::tick::{TickKey, tick_path};
use register::port::{Proof, SignedCheckpoint};
use std::cell::RefCell;

impl RecordStore {
    /// The newest checkpoint under this folder's key.
    pub(crate) async fn newest_checkpoint(&self, connection: &mut Link<'_>) -> Result<(SignedCheckpoint, Checkpoint), Failure> {
        let text: String = query("SELECT text FROM checkpoints WHERE verifier_key = $1")
            .bind(&self.verifier_key)
            .value(&mut *connection)
            .await?
            .ok_or_else(|| Failure::damaged(format!("the checkpoint under {} is missing", self.verifier_key)))?;
        let checkpoint =
            Checkpoint::parse_and_verify(&text, &self.keys.signing.verifying_key()).map_err(|error| Failure::damaged(error.to_string()))?;
        let (size, mark) = log_end(connection, &self.terms).await?;
        if checkpoint.size != size {
            return Err(Failure::damaged(format!(
                "the newest checkpoint is over {} ticks, there are {size}",
                checkpoint.size
            )));
        }
        let signed = SignedCheckpoint {
            text,
            root: checkpoint.root,
            mark,
        };
        Ok((signed, checkpoint))
    }

    /// The proof of an entry that this viewer may see.
    pub(crate) async fn prove(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Proof>, Failure> {
        // One transaction, so that tick, log and checkpoint are of one moment.
        let mut transaction = self.begin_read().await?;
        let link = &mut transaction.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let Some(leaf) = leaf(link, &sight, id).await? else {
            return Ok(None);
        };
        let Some((tick, place)) = leaf.placed else {
            let (_, last) = log_end(link, &self.terms).await?;
            let after = self.terms.mark_after(last);
            return Ok(Some(Proof::From(after.max(self.next_mark(leaf.recorded)))));
        };
        let (signed, checkpoint) = self.newest_checkpoint(link).await?;
        let (mark, key) = tick_of(link, tick, &self.keys.filler).await?;
        let entries = entries_of(link, tick).await?;
        let log_path = path_in_log(link, checkpoint.size, tick).await?;
        let proof = ProofFile {
            entry: String::from_utf8(leaf.bytes).map_err(|_| Failure::damaged(format!("entry {id} is not text")))?,
            salt: leaf.salt,
            place,
            tick,
            mark,
            tick_path: tick_path(&key, self.terms.tick_levels, &entries, place),
            log_path,
            checkpoint: signed.text,
            vkey: self.verifier_key.clone(),
        };
        // A proof that does not prove is never handed out: something it rests on was changed.
        proof
            .verify(&self.keys.signing.verifying_key())
            .map_err(|error| Failure::damaged(format!("entry {id} cannot be proved from tick {tick} ({error})")))?;
        Ok(Some(Proof::Ready(proof.to_text())))
    }

    /// The first mark at or after an instant.
    fn next_mark(&self, instant: Timestamp) -> Timestamp {
        let before = self.terms.mark_at(instant);
        if before == instant {
            before
        } else {
            self.terms.mark_after(instant)
        }
    }
}

/// What a proof needs of the entry.
struct Leaf {
    recorded: Timestamp,
    salt: Hash,
    bytes: Vec<u8>,
    /// Tick and place, once there is one.
    placed: Option<(u64, u64)>,
}

async fn leaf(link: &mut Link<'_>, sight: &Sight<'_>, id: &EntryId) -> Result<Option<Leaf>, Failure> {
    let Some(recorded) = entry(link, sight, id).await? else {
        return Ok(None);
    };
    let row = query("SELECT b.position, b.key, b.salt, b.bytes, p.tick, p.place FROM bodies b LEFT JOIN places p ON p.position = b.position WHERE b.position = $1")
        .bind(signed(recorded.position))
        .fetch_all(link)
        .await?;
    let opened = opened(link, sight.vault, &row).await?.pop().flatten();
    let (Some(row), Some((salt, bytes))) = (row.first(), opened) else {
        return Err(Failure::damaged(format!("entry {id} has no body that can be read")));
    };
    let (tick, place): (Option<i64>, Option<i64>) = (row.try_get("tick")?, row.try_get("place")?);
    let placed = match (tick, place) {
        (Some(tick), Some(place)) => Some((unsigned(tick, "a tick")?, unsigned(place, "a place")?)),
        _ => None,
    };
    Ok(Some(Leaf {
        recorded: recorded.entry.recorded,
        salt: salt
            .try_into()
            .map_err(|_| Failure::damaged(format!("salt of {id} is not 32 bytes long")))?,
        bytes,
        placed,
    }))
}

/// The mark and the key of a tick.
async fn tick_of(connection: &mut Link<'_>, tick: u64, filler: &[u8; 32]) -> Result<(Timestamp, TickKey), Failure> {
    let row = query("SELECT mark, key FROM ticks WHERE tick = $1")
        .bind(crate::read::signed(tick))
        .fetch_optional(connection)
        .await?
        .ok_or_else(|| Failure::damaged(format!("tick {tick} is missing")))?;
    Ok((instant(row.try_get("mark")?)?, tick_key(&row, tick, filler)?))
}

/// The key of a tick: its own where it came with an imported record, else derived from this folder's.
pub(crate) fn tick_key(row: &Row, tick: u64, filler: &[u8; 32]) -> Result<TickKey, Failure> {
    match row.try_get::<Option<&[u8]>>("key")? {
        None => Ok(TickKey::derive(filler, tick)),
        Some(_) => Ok(TickKey::from_bytes(bytes32(row, "key", &format_args!("tick {tick}"))?)),
    }
}

/// The places and leaves of a tick.
async fn entries_of(connection: &mut Link<'_>, tick: u64) -> Result<Vec<(u64, Hash)>, Failure> {
    let rows = query("SELECT p.place, h.id, h.leaf_hash FROM places p JOIN heads h ON h.position = p.position WHERE p.tick = $1")
        .bind(crate::read::signed(tick))
        .fetch_all(connection)
        .await?;
    let read = |row: &Row| {
        Ok((
            unsigned(row.try_get("place")?, "a place")?,
            bytes32(row, "leaf_hash", &id_of(row, "id")?)?,
        ))
    };
    rows.iter().map(read).collect()
}

/// Notes which nodes are asked for, and answers with any.
#[derive(Default)]
struct Wanted(RefCell<Vec<(u8, u64)>>);

impl Nodes for Wanted {
    fn node(&self, level: u8, index: u64) -> Option<Hash> {
        self.0.borrow_mut().push((level, index));
        Some([0; 32])
    }
}

/// The path of a tick in the log: asked once to learn which nodes it needs, then with these.
async fn path_in_log(connection: &mut Link<'_>, size: u64, tick: u64) -> Result<Vec<Hash>, Failure> {
    let wanted = Wanted::default();
    log_inclusion(size, tick, &wanted);
    let nodes = nodes_at(connection, wanted.0.into_inner()).await?;
    log_inclusion(size, tick, &nodes).ok_or_else(|| Failure::damaged(format!("a node of the log on the path of tick {tick} is missing")))
}
