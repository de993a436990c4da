//! What programs send.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One of what an element holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ElementText {
    /// A text.
    Text(String),
    /// A yes or no.
    Yes(bool),
    /// A number.
    Number(i64),
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ElementValue {
    /// One.
    One(ElementText),
    /// Several.
    Several(Vec<ElementText>),
}

/// A request, as a file of JSON has it: its form, and one member an element. See `GET /api/v1/forms/{form}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(examples(json!({
    "form": "provisional-arrest", "requested_state": "XAA", "person": "Exercise Person X-17", "urgent": true
})))]
pub struct RequestBody {
    /// Id of the form of cooperation.
    #[schema(min_length = 1, max_length = 100)]
    pub form: String,
    /// Its elements.
    #[serde(flatten)]
    pub elements: BTreeMap<String, ElementValue>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({
    "requesting": "organ:chambers",
    "request": {"form": "provisional-arrest", "requested_state": "XAA", "person": "Exercise Person X-17"}
})))]
pub struct DraftBody {
    /// The organ that asks; that as which the token acts unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("organ:chambers"))]
    pub requesting: Option<String>,
    /// What is asked.
    pub request: RequestBody,
    /// A version beside that this one settles, where somebody chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settles: Option<u64>,
}

/// That an act came on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperBody {
    /// The number of the note.
    pub number: String,
    /// Its date.
    #[schema(format = Date)]
    pub dated: String,
    /// The day on which it was received.
    #[schema(format = Date)]
    pub received: String,
    /// SHA-256 of the file with its scan, which was sent before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub scan: Option<String>,
}

/// An act in a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({"values": {"reference": "Exercise 44/26"}})))]
pub struct ActBody {
    /// What the act carries: its elements.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, ElementValue>,
    /// When it happened; today unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub effective: Option<String>,
    /// Set by an officer who records what a State said on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperBody>,
    /// The request as it stands now, for acts that carry it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestBody>,
    /// Files that no element names: SHA-256 of each, sent before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}
