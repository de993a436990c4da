//! Entries of the record, their proofs, and refusals.

use super::persons::SourceSays;
use super::requests::{Finding, RecordedAct};
use super::words::{Day, EntryId, Instant, PersonRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A member of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its value: canonical JSON text.
    pub value: String,
}

/// An entry: id and kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryRef {
    /// Id.
    pub id: EntryId,
    /// Kind.
    pub kind: String,
}

/// One entry, as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Id.
    pub id: EntryId,
    /// Leaf hash: SHA-256 over salt and canonical text, hexadecimal.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub leaf_hash: String,
    /// The members of the entry as recorded.
    pub members: Vec<Member>,
    /// The entry's canonical text (RFC 8785).
    pub canonical: String,
    /// Newer versions.
    pub corrected_by: Vec<EntryId>,
    /// Citations and remarks about it.
    pub about_it: Vec<EntryRef>,
    /// What sources say of its fields.
    pub sources: Vec<SourceSays>,
    /// Whether this program understands the kind.
    pub understood: bool,
    /// The person it is about, if any.
    #[schema(required = true)]
    pub person: Option<PersonRef>,
}

/// The proof that an entry stands in the public log, to be checked with the log's verifier key alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Which form of proof.
    #[schema(examples("comity proof v1"))]
    pub format: String,
    /// The entry's canonical text.
    pub entry: String,
    /// The salt of its leaf: 32 bytes in base64.
    pub salt: String,
    /// Its place in the tick.
    pub place: u64,
    /// Number of the tick, which is its place in the log.
    pub tick: u64,
    /// The mark that closed the tick.
    pub mark: Instant,
    /// From the leaf to the root of the tick, lowest sibling first: hashes in base64.
    pub tick_path: Vec<String>,
    /// From the tick to the root of the log, lowest sibling first: hashes in base64.
    pub log_path: Vec<String>,
    /// The signed checkpoint (C2SP tlog-checkpoint).
    pub checkpoint: String,
    /// The verifier key of the log (C2SP signed-note). Worth nothing unless it was got elsewhere too.
    pub vkey: String,
}

/// One parameter that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongParameter {
    /// Its name.
    pub parameter: String,
    /// What is wrong, and how to mend it.
    pub detail: String,
}

/// Why a request was refused (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// The kind of problem. Its address explains it.
    #[schema(format = "uri-reference", examples("/problems/parameters"))]
    pub r#type: String,
    /// The kind in words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong here, and how to mend it.
    pub detail: String,
    /// Every parameter that is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub errors: Option<Vec<WrongParameter>>,
    /// Today in The Hague, where a later day was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub today: Option<Day>,
    /// The first day on which it exists, where a State or a treaty was asked for on an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub exists_from: Option<Day>,
    /// The day on which the record began, where an earlier one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub record_begins: Option<Day>,
    /// From when a proof can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub available_from: Option<Instant>,
    /// The page on which somebody does what a program cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri-reference")]
    pub page: Option<String>,
    /// Where in the body it is wrong: a JSON pointer (RFC 6901).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pointer: Option<String>,
    /// How many bytes of a body are read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub most: Option<u64>,
    /// What is to mend in a request or an act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub findings: Option<Vec<Finding>>,
    /// The act that was recorded over what If-Match names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub recorded: Option<RecordedAct>,
    /// The id that a request which came has here already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, pattern = "^[0-9a-f]{32}$")]
    pub request: Option<String>,
    /// The version of a draft that was kept beside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub beside: Option<u64>,
    /// The version of a draft that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub current: Option<u64>,
    /// What two versions of a draft both changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub parts: Option<Vec<String>>,
}
