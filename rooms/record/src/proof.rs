//! The proof of one entry, as a file that anybody can check with the log's verifier key alone.

use crate::checkpoint::{Checkpoint, CheckpointError, parse_verifier_key, verifier_key_text};
use crate::codec::EntryError;
use crate::entry::Entry;
use crate::json::{JsonError, Object, Value};
use crate::leaf::{Salt, leaf_hash};
use crate::merkle::{self, Hash, verify_inclusion};
use crate::tick::tick_record;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::VerifyingKey;
use jiff::Timestamp;

/// What stands in the member `format`.
pub const FORMAT: &str = "comity proof v1";
/// The most levels that a tick's tree may have.
const MOST_LEVELS: usize = 32;

/// One entry, and the way from it to a signed checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The entry's canonical text.
    pub entry: String,
    /// The salt of its leaf.
    pub salt: Salt,
    /// Its place in the tick.
    pub place: u64,
    /// Number of the tick, which is its place in the log.
    pub tick: u64,
    /// The mark that closed the tick.
    pub mark: Timestamp,
    /// From the leaf to the root of the tick, lowest sibling first.
    pub tick_path: Vec<Hash>,
    /// From the tick to the root of the log, lowest sibling first.
    pub log_path: Vec<Hash>,
    /// The signed checkpoint.
    pub checkpoint: String,
    /// The verifier key of the log, as a convenience: it is worth nothing unless it was got elsewhere too.
    pub vkey: String,
}

/// Why a proof does not prove.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The file is not JSON.
    #[error("the proof is not JSON: {0}")]
    Json(#[from] JsonError),
    /// A member is missing, unknown or malformed.
    #[error("the proof's member {member} must be {form}; take the file as it was issued")]
    Member {
        /// Which member.
        member: String,
        /// What it should be.
        form: &'static str,
    },
    /// The text says the same in another way than a proof is written.
    #[error("the proof is not in its exact form (canonical JSON and one line break); take the file as it was issued")]
    NotExact,
    /// The entry in it cannot be read.
    #[error("the entry in the proof cannot be read: {0}")]
    Entry(#[from] EntryError),
    /// The checkpoint or the verifier key does not hold.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The key in the proof is not the one it is checked against.
    #[error("the proof is made under {found}, which is not the given verifier key; check it against the key of its own log")]
    OtherKey {
        /// Verifier key in the proof.
        found: String,
    },
    /// The path does not lead from the tick to the log's root.
    #[error(
        "the entry does not lead to the root of the log: entry, salt, place, tick, mark or a path was changed; take the file as it was issued"
    )]
    NotProved,
}

impl Proof {
    /// The file: canonical JSON and one line break.
    pub fn to_text(&self) -> String {
        let list = |path: &[Hash]| Value::List(path.iter().map(|hash| Value::Text(STANDARD.encode(hash))).collect());
        let mut object = Object::new()
            .text("format", FORMAT)
            .text("entry", &self.entry)
            .text("salt", STANDARD.encode(self.salt))
            .text("mark", format!("{:.0}", self.mark))
            .text("checkpoint", &self.checkpoint)
            .text("vkey", &self.vkey);
        object.set("place", number(self.place));
        object.set("tick", number(self.tick));
        object.set("tick_path", list(&self.tick_path));
        object.set("log_path", list(&self.log_path));
        // Canonical JSON is UTF-8 by construction; nothing is lost here.
        format!("{}\n", String::from_utf8_lossy(&object.canonical()))
    }

    /// Reads a proof in its exact form; that it proves is for [`Proof::verify`] to say.
    ///
    /// # Errors
    /// Anything but the very text that [`Proof::to_text`] writes.
    pub fn parse(text: &str) -> Result<Proof, ProofError> {
        let object = Object::parse(text.as_bytes())?;
        let members = Members(&object);
        members.text("format", "\"comity proof v1\"").and_then(|format| {
            if format == FORMAT {
                Ok(())
            } else {
                Err(wrong("format", "\"comity proof v1\"; read other versions with a newer program"))
            }
        })?;
        let proof = Proof {
            entry: members.text("entry", "the canonical text of an entry")?.to_owned(),
            salt: members.hash("salt")?,
            place: members.number("place")?,
            tick: members.number("tick")?,
            mark: members
                .text("mark", "an instant in UTC to the second")?
                .parse()
                .map_err(|_| wrong("mark", "an instant in UTC to the second"))?,
            tick_path: members.path("tick_path")?,
            log_path: members.path("log_path")?,
            checkpoint: members.text("checkpoint", "a signed checkpoint")?.to_owned(),
            vkey: members.text("vkey", "a verifier key")?.to_owned(),
        };
        // Writing it anew refuses unknown members, white space, other escapes and fractions at once.
        if proof.to_text() == text {
            Ok(proof)
        } else {
            Err(ProofError::NotExact)
        }
    }

    /// Verifies that the entry stands in the log whose key this is, at the checkpoint in the proof.
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), ProofError> {
        let (origin, _) = parse_verifier_key(&self.vkey)?;
        if verifier_key_text(&origin, key) != self.vkey {
            return Err(ProofError::OtherKey { found: self.vkey.clone() });
        }
        let checkpoint = Checkpoint::parse_and_verify(&self.checkpoint, key)?;
        if checkpoint.origin != origin {
            return Err(ProofError::OtherKey { found: self.vkey.clone() });
        }
        Entry::from_canonical(self.entry.as_bytes())?;
        let leaf = leaf_hash(&self.salt, self.entry.as_bytes());
        let root = climb(leaf, self.place, &self.tick_path).ok_or(ProofError::NotProved)?;
        let record = merkle::leaf(&tick_record(self.tick, self.mark, &root));
        let holds = verify_inclusion(&record, self.tick, checkpoint.size, &self.log_path, &checkpoint.root);
        if holds { Ok(()) } else { Err(ProofError::NotProved) }
    }
}

/// The root of a complete tree in which the leaf stands at this place, by its path; `None` where the
/// path is too long or the place lies beyond it.
fn climb(leaf: Hash, place: u64, path: &[Hash]) -> Option<Hash> {
    if path.len() > MOST_LEVELS || place >> path.len() != 0 {
        return None;
    }
    let step = |hash: Hash, (level, sibling): (usize, &Hash)| match place >> level & 1 {
        0 => merkle::node(&hash, sibling),
        _ => merkle::node(sibling, &hash),
    };
    Some(path.iter().enumerate().fold(leaf, step))
}

/// Places and ticks stay far below 2^53; a number beyond cannot be written exactly and is refused when read.
fn number(n: u64) -> Value {
    Value::Integer(i64::try_from(n).unwrap_or(i64::MAX))
}

fn wrong(member: impl Into<String>, form: &'static str) -> ProofError {
    ProofError::Member {
        member: member.into(),
        form,
    }
}

fn hash(text: &str) -> Option<Hash> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

struct Members<'a>(&'a Object);

impl<'a> Members<'a> {
    fn text(&self, name: &str, form: &'static str) -> Result<&'a str, ProofError> {
        self.0.get_text(name).ok_or_else(|| wrong(name, form))
    }

    fn number(&self, name: &str) -> Result<u64, ProofError> {
        self.0
            .get_integer(name)
            .and_then(|n| n.try_into().ok())
            .ok_or_else(|| wrong(name, "a whole number, not below 0"))
    }

    fn hash(&self, name: &str) -> Result<Hash, ProofError> {
        self.0
            .get_text(name)
            .and_then(hash)
            .ok_or_else(|| wrong(name, "32 bytes in base64"))
    }

    fn path(&self, name: &str) -> Result<Vec<Hash>, ProofError> {
        let form = "a list of hashes, each of 32 bytes in base64";
        let Some(Value::List(items)) = self.0.get(name) else {
            return Err(wrong(name, form));
        };
        let read = |item: &Value| match item {
            Value::Text(text) => hash(text),
            _ => None,
        };
        items.iter().map(read).collect::<Option<_>>().ok_or_else(|| wrong(name, form))
    }
}
