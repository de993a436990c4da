//! The whole record as lines of JSON, for another institution, an auditor or another program.
//!
//! | line | members |
//! |---|---|
//! | first | `format`: `comity export v1`, `origin`, `verifier_key`: those of the first entry |
//! | one an entry, in the order of recording | `entry`: its canonical text, `salt`; of one that was erased, `erased`: its id, `recorded`, `leaf_hash`, `ordered`: position of the order |
//! | one a tick | `tick`, `mark`, `root`, `key`, `places`: pairs of position and place |
//! | one a key that has signed | `verifier_key`, `checkpoint`: the newest under it |
//! | last | `end`: `comity export v1`, `entries`, `ticks`, `running`: how the record ends |
//!
//! Each line is canonical JSON (RFC 8785), bytes are base64. Positions count entries from 0. Everything
//! that is in the record goes out, with the keys of past ticks; no key with which anything could be
//! signed or a future tick be read. So an export is as confidential as what it holds, and whoever reads
//! it can check it against a checkpoint that they got elsewhere.

use crate::RecordStore;
use crate::fail::Failure;
use crate::proofs::tick_key;
use crate::read::{CHUNK, bytes32, checked, id_of, instant, opened, signed, unsigned};
use crate::sql::{Link, Row, next_page, not_in_order, query};
use crate::tail::Tail;
use crate::vault::Vault;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::entry::EntryId;
use record::json::{Object, Value};
use record::merkle::Hash;
use register::port::StoreError;
use std::io::Write;

/// What stands in `format` and `end`.
pub(crate) const FORMAT: &str = "comity export v1";

/// How many rows are read at a time.
const PAGE: usize = CHUNK;

impl RecordStore {
    /// Writes the whole record, as at one moment. See `export.rs` for the lines.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] at the first entry that is not what was recorded; the output is cut there
    /// and cannot be imported.
    pub async fn export(&self, out: &mut (dyn Write + Send)) -> Result<(), StoreError> {
        Ok(self.export_all(out).await?)
    }

    async fn export_all(&self, out: &mut (dyn Write + Send)) -> Result<(), Failure> {
        let mut transaction = self.begin_read().await?;
        let mut link = transaction.link();
        let tail = Tail::load(&mut link, &self.keys.seal).await?;
        let first = Object::new()
            .text("format", FORMAT)
            .text("origin", &self.terms.origin)
            .text("verifier_key", &self.terms.verifier_key);
        line(out, &first)?;
        entries(&mut link, &self.vault, out).await?;
        let ticks = self.export_ticks(&mut link, out).await?;
        let checkpoints = query("SELECT verifier_key, text FROM checkpoints ORDER BY verifier_key")
            .fetch_all(&mut link)
            .await?;
        for row in checkpoints {
            let checkpoint = Object::new()
                .text("checkpoint", row.try_get::<String>("text")?)
                .text("verifier_key", row.try_get::<String>("verifier_key")?);
            line(out, &checkpoint)?;
        }
        let mut end = Object::new().text("end", FORMAT).text("running", STANDARD.encode(tail.running));
        end.set("entries", Value::Integer(signed(tail.count)));
        end.set("ticks", Value::Integer(signed(ticks)));
        line(out, &end)?;
        out.flush().map_err(|error| output(&error))
    }

    /// Writes the ticks; how many.
    async fn export_ticks(&self, connection: &mut Link<'_>, out: &mut (dyn Write + Send)) -> Result<u64, Failure> {
        let mut next = 0u64;
        loop {
            let rows = query("SELECT tick, mark, root, key FROM ticks WHERE tick >= $1 ORDER BY tick LIMIT $2")
                .bind(signed(next))
                .bind(PAGE as i64)
                .fetch_all(&mut *connection)
                .await?;
            if rows.is_empty() {
                return Ok(next);
            }
            for row in rows {
                let tick = unsigned(row.try_get("tick")?, "a tick")?;
                if tick < next {
                    return Err(Failure::damaged(not_in_order("ticks")));
                }
                next = tick + 1;
                let places = query("SELECT position, place FROM places WHERE tick = $1 ORDER BY position")
                    .bind(signed(tick))
                    .fetch_all(&mut *connection)
                    .await?;
                let pair = |row: &Row| -> Result<Value, Failure> {
                    let (position, place) = (row.try_get("position")?, row.try_get("place")?);
                    Ok(Value::List(vec![Value::Integer(position), Value::Integer(place)]))
                };
                let places = places.iter().map(pair).collect::<Result<_, _>>()?;
                let mut object = Object::new()
                    .text("mark", format!("{:.0}", instant(row.try_get("mark")?)?))
                    .text("root", STANDARD.encode(bytes32(&row, "root", &format_args!("tick {tick}"))?))
                    .text("key", STANDARD.encode(tick_key(&row, tick, &self.keys.filler)?.to_bytes()));
                object.set("tick", Value::Integer(signed(tick)));
                object.set("places", Value::List(places));
                line(out, &object)?;
            }
        }
    }
}

async fn entries(connection: &mut Link<'_>, vault: &Vault, out: &mut (dyn Write + Send)) -> Result<(), Failure> {
    let mut from = 0i64;
    loop {
        let rows = query(
            "SELECT h.position, h.id, h.recorded, h.leaf_hash, b.key, COALESCE(b.salt, '') AS salt, COALESCE(b.bytes, '') AS bytes, e.ordered
             FROM heads h LEFT JOIN bodies b ON b.position = h.position LEFT JOIN erased e ON e.position = h.position
             WHERE h.position >= $1 ORDER BY h.position LIMIT $2",
        )
        .bind(from)
        .bind(PAGE as i64)
        .fetch_all(&mut *connection)
        .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        from = next_page("heads", from, last.try_get("position")?)?;
        let opened = opened(connection, vault, &rows).await?;
        for (row, opened) in rows.into_iter().zip(opened) {
            let id = id_of(&row, "id")?;
            if let Some(ordered) = row.try_get::<Option<i64>>("ordered")? {
                line(out, &erased(&row, &id, ordered)?)?;
                continue;
            }
            let (salt, bytes) = opened.ok_or_else(|| Failure::damaged(format!("entry {id} cannot be decrypted")))?;
            let salt: Hash = salt
                .try_into()
                .map_err(|_| Failure::damaged(format!("salt of {id} is not 32 bytes long")))?;
            checked(&id, &salt, &bytes, &bytes32(&row, "leaf_hash", &id)?)?;
            let text = String::from_utf8(bytes).map_err(|_| Failure::damaged(format!("entry {id} is not text")))?;
            line(out, &Object::new().text("entry", text).text("salt", STANDARD.encode(salt)))?;
        }
    }
}

/// The line of an entry without a body.
fn erased(row: &Row, id: &EntryId, ordered: i64) -> Result<Object, Failure> {
    let mut object = Object::new()
        .text("erased", id.to_string())
        .text("leaf_hash", STANDARD.encode(bytes32(row, "leaf_hash", id)?))
        .text("recorded", row.try_get::<String>("recorded")?);
    object.set("ordered", Value::Integer(ordered));
    Ok(object)
}

fn line(out: &mut (dyn Write + Send), object: &Object) -> Result<(), Failure> {
    let mut bytes = object.canonical();
    bytes.push(b'\n');
    out.write_all(&bytes).map_err(|error| output(&error))
}

fn output(error: &std::io::Error) -> Failure {
    Failure::from(match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        _ => StoreError::Database(format!("the export could not be written: {error}")),
    })
}
