//! Requests that come to a State, on its own record.

use super::bodies::{ElementValue, PaperBody, RequestBody};
use super::requests::Texts;
use super::words::{Day, EntryId};
use law::Element;
use register::attachment::Working;
use register::request::{BundleFile, CHANNEL, LEVEL, PERSON, sha256};
use reports::Came;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A document that came with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CameWith {
    /// Its name in the bundle.
    #[schema(examples("annexes/01-warrant.pdf"))]
    pub name: String,
    /// What it is.
    pub title: String,
    /// Its language (ISO 639-3).
    #[schema(required = true)]
    pub language: Option<String>,
    /// Its length in bytes.
    pub length: usize,
    /// SHA-256 of its bytes, which agrees with the one that the bundle gives.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
}

/// A request that came in a file, which waits for a day to be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CameRequest {
    /// By which the file is known while it waits.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub file: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// The person whom it names.
    #[schema(required = true)]
    pub person: Option<String>,
    /// Its level.
    #[schema(required = true, examples("confidential"))]
    pub level: Option<String>,
    /// The id that it has in the Court's record; null where the text alone came.
    #[schema(required = true, pattern = "^[0-9a-f]{32}$")]
    pub received_as: Option<String>,
    /// The day on which it was signed.
    #[schema(required = true)]
    pub signed_on: Option<Day>,
    /// SHA-256 of the bundle; null where the text alone came.
    #[schema(required = true, pattern = "^[0-9a-f]{64}$")]
    pub bundle_sha256: Option<String>,
    /// SHA-256 of what is asked, in canonical JSON.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
    /// What is asked: its elements.
    pub asked: Texts,
    /// The documents that came with it.
    pub documents: Vec<CameWith>,
    /// Titles of what comes on paper.
    pub on_paper: Vec<String>,
    /// What is to be known of how a document of a word processor was read.
    pub said: Vec<String>,
    /// What may be told of its sending in `values`; those that are needed end with `*`.
    pub sending: Vec<String>,
}

/// A request that was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceivedRequest {
    /// Its id in this record.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// The entry that begins it.
    pub entry: EntryId,
    /// A word for it, to be sent back in `If-Match` with the act that follows.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub saw: String,
}

/// A request that came, to be recorded: out of the file that was looked at, or of which only paper came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({
    "file": "00000000000000000000000000000000",
    "paper": {"number": "NV/12", "dated": "2026-04-09", "received": "2026-04-13"},
    "values": {"channel": "diplomatic", "medium": "bag"}
})))]
pub struct ReceiveBody {
    /// The file that was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub file: Option<String>,
    /// What is asked, where only paper came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestBody>,
    /// The note that covers it.
    pub paper: PaperBody,
    /// What is told of its sending: `channel`, which is needed, `medium` and the others.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, ElementValue>,
    /// The day on which it was sent; that of the note unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub sent: Option<String>,
}

impl CameWith {
    fn of(file: &BundleFile) -> CameWith {
        CameWith {
            name: file.name.clone(),
            title: file.title.clone(),
            language: file.language.clone(),
            length: file.bytes.len(),
            sha256: sha256(&file.bytes),
        }
    }
}

impl CameRequest {
    /// What a file that waits says, with what may be told of its sending, and what is to be known of how it was read.
    pub fn of(file: &Working, came: &Came, sending: &[Element], said: Vec<String>) -> CameRequest {
        let values = &came.text.values;
        let mark = |element: &Element| format!("{}{}", element.id, if element.id == CHANNEL { "*" } else { "" });
        CameRequest {
            file: file.id.to_string(),
            form: came.text.form.clone(),
            person: values.first(PERSON).map(str::to_owned),
            level: values.first(LEVEL).map(str::to_owned),
            received_as: came.id.map(|id| id.to_string()),
            signed_on: came.signed_on.map(Day),
            bundle_sha256: came.bundle.clone(),
            sha256: came.text.sha256(),
            asked: values.0.clone(),
            documents: came.files.iter().map(CameWith::of).collect(),
            on_paper: came.on_paper.clone(),
            said,
            sending: sending.iter().map(mark).collect(),
        }
    }
}
