//! How far a text is on its way: it is submitted, somebody else approves it or gives it back, and whatever is typed after that makes
//! it a draft again, since a review is of one version.

use super::OfReport;
use crate::draft::DraftHead;
use jiff::Timestamp;
use record::entry::Author;

/// What is known of a text beside what any draft has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDraft {
    /// Of which report it is.
    pub of: OfReport,
    /// How it was reviewed last.
    pub review: Option<Review>,
    /// The entry that issued it last.
    pub issued: Option<String>,
}

/// A review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The version that was submitted.
    pub version: u64,
    /// By whom.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// What came of it; none while it is open.
    pub settled: Option<Settled>,
}

/// What came of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Whether the text was approved; else it was given back.
    pub approved: bool,
    /// By whom.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// What whoever settled it remarks; empty where nothing.
    pub remark: String,
}

/// How far a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is written.
    Draft,
    /// It was submitted, and waits for somebody else.
    InReview,
    /// It was given back, with a remark.
    Returned,
    /// It was approved, and may be issued.
    Approved,
}

impl Standing {
    /// The word by which texts of the pages know it.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Draft => "draft",
            Standing::InReview => "in-review",
            Standing::Returned => "returned",
            Standing::Approved => "approved",
        }
    }
}

impl DraftHead {
    /// How far the text is as it stands; a draft where it is none of a report.
    pub fn standing(&self) -> Standing {
        let review = self.report.as_ref().and_then(|report| report.review.as_ref());
        match review.filter(|review| review.version == self.current && self.unsettled.is_empty()) {
            None => Standing::Draft,
            Some(review) => match &review.settled {
                None => Standing::InReview,
                Some(settled) if settled.approved => Standing::Approved,
                Some(_) => Standing::Returned,
            },
        }
    }
}
