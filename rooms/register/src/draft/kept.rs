//! Heads and versions as the desk keeps them: JSON, which it encrypts.

use super::merge::Parts;
use super::{Content, DraftError, DraftHead, DraftId, LARGEST, Part, Sent, Version};
use crate::port::StoreError;
use crate::report_text::{OfReport, ReportDraft, Review, Settled};
use jiff::Timestamp;
use record::audience::{Level, Reader};
use record::entry::{Attachment, Author};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
struct KeptHead {
    owner: String,
    organ: String,
    level: String,
    with: Vec<String>,
    sent: Option<KeptSent>,
    newest: u64,
    current: u64,
    unsettled: Vec<u64>,
    saved: Timestamp,
    #[serde(default)]
    files: Vec<KeptFile>,
    /// Drafts of requests have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    report: Option<KeptReport>,
}

#[derive(Serialize, Deserialize)]
struct KeptReport {
    of: OfReport,
    review: Option<KeptReview>,
    issued: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct KeptReview {
    version: u64,
    by: String,
    at: Timestamp,
    settled: Option<KeptSettled>,
}

#[derive(Serialize, Deserialize)]
struct KeptSettled {
    approved: bool,
    by: String,
    at: Timestamp,
    remark: String,
}

#[derive(Serialize, Deserialize)]
struct KeptFile {
    name: String,
    media_type: String,
    length: u64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct KeptSent {
    request: String,
    version: u64,
    in_review: bool,
}

#[derive(Serialize, Deserialize)]
struct KeptVersion {
    number: u64,
    from: u64,
    joins: Vec<u64>,
    beside: Option<u64>,
    by: String,
    at: Timestamp,
    form: String,
    level: String,
    basis: String,
    requesting: String,
    values: BTreeMap<String, Vec<String>>,
}

impl KeptFile {
    fn of(file: Attachment) -> KeptFile {
        KeptFile {
            name: file.name,
            media_type: file.media_type,
            length: file.length,
            sha256: file.sha256,
        }
    }

    fn file(self) -> Attachment {
        Attachment {
            name: self.name,
            media_type: self.media_type,
            length: self.length,
            sha256: self.sha256,
        }
    }
}

impl KeptReport {
    fn of(report: &ReportDraft) -> KeptReport {
        let settled = |settled: &Settled| KeptSettled {
            approved: settled.approved,
            by: settled.by.text(),
            at: settled.at,
            remark: settled.remark.clone(),
        };
        let review = |review: &Review| KeptReview {
            version: review.version,
            by: review.by.text(),
            at: review.at,
            settled: review.settled.as_ref().map(settled),
        };
        KeptReport {
            of: report.of.clone(),
            review: report.review.as_ref().map(review),
            issued: report.issued.clone(),
        }
    }

    fn report(self) -> Option<ReportDraft> {
        let settled = |kept: KeptSettled| {
            Some(Settled {
                approved: kept.approved,
                by: Author::parse(&kept.by)?,
                at: kept.at,
                remark: kept.remark,
            })
        };
        let review = |kept: KeptReview| {
            Some(Review {
                version: kept.version,
                by: Author::parse(&kept.by)?,
                at: kept.at,
                settled: match kept.settled {
                    Some(kept) => Some(settled(kept)?),
                    None => None,
                },
            })
        };
        Some(ReportDraft {
            of: self.of,
            review: match self.review {
                Some(kept) => Some(review(kept)?),
                None => None,
            },
            issued: self.issued,
        })
    }
}

/// A head, as it is kept.
pub(super) fn head_bytes(head: &DraftHead) -> Result<Vec<u8>, StoreError> {
    let kept = KeptHead {
        owner: head.owner.text(),
        organ: head.organ.text(),
        level: head.level.word().to_owned(),
        with: head.with.clone(),
        sent: head.sent.clone().map(|sent| KeptSent {
            request: sent.request,
            version: sent.version,
            in_review: sent.in_review,
        }),
        newest: head.newest,
        current: head.current,
        unsettled: head.unsettled.clone(),
        saved: head.saved,
        files: head.files.iter().cloned().map(KeptFile::of).collect(),
        report: head.report.as_ref().map(KeptReport::of),
    };
    serde_json::to_vec(&kept).map_err(|error| StoreError::Database(error.to_string()))
}

/// The head that was kept.
pub(super) fn head_of(id: DraftId, bytes: &[u8]) -> Result<DraftHead, StoreError> {
    let read = || {
        let kept: KeptHead = serde_json::from_slice(bytes).ok()?;
        Some(DraftHead {
            id,
            owner: Author::parse(&kept.owner)?,
            organ: Reader::parse(&kept.organ)?,
            level: Level::from_word(&kept.level)?,
            with: kept.with,
            sent: kept.sent.map(|sent| Sent {
                request: sent.request,
                version: sent.version,
                in_review: sent.in_review,
            }),
            newest: kept.newest,
            current: kept.current,
            unsettled: kept.unsettled,
            saved: kept.saved,
            files: kept.files.into_iter().map(KeptFile::file).collect(),
            report: match kept.report {
                Some(kept) => Some(kept.report()?),
                None => None,
            },
        })
    };
    read().ok_or_else(|| unreadable(id))
}

/// A version, as it is kept.
///
/// # Errors
/// [`DraftError::TooLarge`].
pub(super) fn version_bytes(version: &Version) -> Result<Vec<u8>, DraftError> {
    let parts = version.content.parts();
    let values = parts.into_iter().filter_map(|(part, texts)| match part {
        Part::Element(element) => Some((element, texts)),
        Part::Form | Part::Requesting | Part::Level | Part::Basis => None,
    });
    let kept = KeptVersion {
        number: version.number,
        from: version.from,
        joins: version.joins.clone(),
        beside: version.beside,
        by: version.by.text(),
        at: version.at,
        form: version.content.form.clone(),
        level: version.content.level.word().to_owned(),
        basis: version.content.basis.clone(),
        requesting: version.content.requesting.clone(),
        values: values.collect(),
    };
    let bytes = serde_json::to_vec(&kept).map_err(|error| StoreError::Database(error.to_string()))?;
    if bytes.len() > LARGEST {
        Err(DraftError::TooLarge)
    } else {
        Ok(bytes)
    }
}

/// The version that was kept.
pub(super) fn version_of(id: DraftId, bytes: &[u8]) -> Result<Version, StoreError> {
    let read = || {
        let kept: KeptVersion = serde_json::from_slice(bytes).ok()?;
        let elements: Parts = kept
            .values
            .into_iter()
            .map(|(element, texts)| (Part::Element(element), texts))
            .collect();
        Some(Version {
            number: kept.number,
            from: kept.from,
            joins: kept.joins,
            beside: kept.beside,
            by: Author::parse(&kept.by)?,
            at: kept.at,
            content: Content {
                form: kept.form,
                level: Level::from_word(&kept.level)?,
                basis: kept.basis,
                requesting: kept.requesting,
                ..Content::of(elements)
            },
        })
    };
    read().ok_or_else(|| unreadable(id))
}

fn unreadable(id: DraftId) -> StoreError {
    StoreError::Database(format!(
        "the draft {id} was written by a newer Comity, or is damaged; read it with the newer one, or restore the desk from a backup"
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::draft::Values;

    fn version(text: &str) -> Version {
        let mut values = Values::default();
        values.0.insert("facts".into(), vec![text.to_owned()]);
        Version {
            number: 7,
            from: 5,
            joins: vec![6],
            beside: Some(6),
            by: Author::Officer("Exercise Officer".into()),
            at: "2026-11-26T10:00:00.25Z".parse().unwrap(),
            content: Content {
                form: "exercise-form".into(),
                values,
                level: Level::UnderSeal,
                basis: "exercise".into(),
                requesting: "organ:chambers".into(),
            },
        }
    }

    #[test]
    fn what_is_kept_is_read_back_whatever_was_typed() {
        let id = DraftId::from_bytes([7; 16]);
        let typed = version("\u{0}\u{7}\u{202e}\"\\ القذافي <b>\n");
        assert_eq!(version_of(id, &version_bytes(&typed).unwrap()).unwrap(), typed);
        let head = DraftHead {
            id,
            owner: Author::Account("0".repeat(32)),
            organ: Reader::parse("organ:chambers").unwrap(),
            level: Level::Confidential,
            with: vec!["1".repeat(32)],
            sent: Some(Sent {
                request: "exercise".into(),
                version: 3,
                in_review: true,
            }),
            report: Some(ReportDraft {
                of: OfReport {
                    report: "state".into(),
                    about: Some("XAA".into()),
                    language: "fr".into(),
                    as_at: "2026-11-26".parse().unwrap(),
                    known_on: None,
                    hindsight: false,
                    since: Some("2025-11-26".parse().unwrap()),
                    seen: true,
                },
                review: Some(Review {
                    version: 6,
                    by: Author::Account("0".repeat(32)),
                    at: typed.at,
                    settled: Some(Settled {
                        approved: false,
                        by: Author::Account("1".repeat(32)),
                        at: typed.at,
                        remark: "Exercise remark".into(),
                    }),
                }),
                issued: Some("0".repeat(32)),
            }),
            newest: 7,
            current: 6,
            unsettled: vec![7],
            saved: typed.at,
            files: vec![Attachment {
                name: "exercise.pdf".into(),
                media_type: "application/pdf".into(),
                length: 7,
                sha256: "0a".repeat(32),
            }],
        };
        assert_eq!(head_of(id, &head_bytes(&head).unwrap()).unwrap(), head);
    }

    #[test]
    fn what_is_no_draft_is_named_by_its_draft_and_by_nothing_that_it_holds() {
        let id = DraftId::from_bytes([7; 16]);
        let error = head_of(id, b"{\"owner\":\"Exercise Secret\"}").unwrap_err().to_string();
        assert!(error.contains(&id.to_string()) && !error.contains("Exercise"), "{error}");
    }

    #[test]
    fn a_version_beyond_the_largest_is_refused() {
        assert!(version_bytes(&version(&"x".repeat(LARGEST - 400))).is_ok());
        assert!(matches!(version_bytes(&version(&"x".repeat(LARGEST))), Err(DraftError::TooLarge)));
    }
}
