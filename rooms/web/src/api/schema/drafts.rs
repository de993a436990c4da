//! Drafts of requests, and files that wait.

use super::law_texts::LawTexts;
use super::requests::{Finding, Texts};
use super::words::Instant;
use register::attachment::Working;
use register::draft::{Opened, Part};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftLine {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub draft: String,
    /// Id of the form.
    pub form: String,
    /// The version that stands.
    pub version: u64,
    /// When the newest version was saved.
    pub saved: Instant,
    /// The narrowest level that any of its versions had.
    pub level: String,
    /// The request that it became; null before it went to review.
    #[schema(required = true)]
    pub request: Option<String>,
}

/// Drafts, the one saved last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftList {
    /// Those that whoever asks may see.
    pub drafts: Vec<DraftLine>,
}

/// A draft with the version that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftDocument {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub draft: String,
    /// Id of the form.
    pub form: String,
    /// The organ that asks: `organ:chambers`.
    pub requesting: String,
    /// Its elements.
    pub elements: Texts,
    /// The version that stands; the ETag of the answer is the same.
    pub version: u64,
    /// Versions beside, which contradict the one that stands and of which nobody has chosen yet.
    pub unsettled: Vec<u64>,
    /// When the newest version was saved.
    pub saved: Instant,
    /// The narrowest level that any of its versions had.
    pub level: String,
    /// The request that it became; null before it went to review.
    #[schema(required = true)]
    pub request: Option<String>,
    /// What is to mend.
    pub findings: Vec<Finding>,
}

/// How a draft was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftSaved {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub draft: String,
    /// The version that stands now; the ETag of the answer is the same.
    pub version: u64,
    /// What stands as others changed it meanwhile: `form`, `requesting`, `level`, `basis`, or an element.
    pub kept_from_others: Vec<String>,
}

/// A request that a draft became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftSubmitted {
    /// Id of the request: the same as that of the draft.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
}

/// A file that was received and waits to be named by an act. One that is not used is forgotten after a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitingFile {
    /// By which it is known while it waits.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub file: String,
    /// Its name.
    pub name: String,
    /// What it was found to be.
    pub media_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of its bytes, by which an element or an act names it.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
}

/// The word of a part of a draft.
pub(crate) fn part(part: &Part) -> String {
    match part {
        Part::Form => "form".to_owned(),
        Part::Requesting => "requesting".to_owned(),
        Part::Level => "level".to_owned(),
        Part::Basis => "basis".to_owned(),
        Part::Element(id) => id.clone(),
    }
}

impl DraftLine {
    /// A draft that somebody sees.
    pub fn of(draft: &Opened) -> DraftLine {
        DraftLine {
            draft: draft.head.id.to_string(),
            form: draft.current.content.form.clone(),
            version: draft.current.number,
            saved: Instant(draft.head.saved),
            level: draft.head.level.word().to_owned(),
            request: draft.head.sent.as_ref().map(|sent| sent.request.clone()),
        }
    }
}

impl DraftDocument {
    /// A draft that somebody sees, and what is to mend in it.
    pub fn of(draft: &Opened, findings: &[law::Finding], law: LawTexts) -> DraftDocument {
        let content = &draft.current.content;
        let line = DraftLine::of(draft);
        DraftDocument {
            draft: line.draft,
            form: line.form,
            requesting: content.requesting.clone(),
            elements: content.values.0.clone(),
            version: line.version,
            unsettled: draft.head.unsettled.clone(),
            saved: line.saved,
            level: line.level,
            request: line.request,
            findings: Finding::all(findings, law),
        }
    }
}

impl WaitingFile {
    /// A file that waits.
    pub fn of(waiting: &Working) -> WaitingFile {
        WaitingFile {
            file: waiting.id.to_string(),
            name: waiting.file.name.clone(),
            media_type: waiting.file.media_type.clone(),
            length: waiting.file.length,
            sha256: waiting.file.sha256.clone(),
        }
    }
}
