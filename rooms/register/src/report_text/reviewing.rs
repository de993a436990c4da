//! Review: a text is submitted, somebody who changed nothing of it approves it or gives it back.

use super::{OpenedText, ReportTexts, Review, Settled, Standing, TextError, faults, too_large};
use crate::draft::{DraftHead, DraftId};
use crate::figures::Desk;
use crate::issued::IssueError;
use access::Viewer;
use record::entry::Author;

/// The longest remark of a review, in bytes.
const LONGEST_REMARK: usize = 4000;

impl ReportTexts<'_> {
    /// Submits the version that stands, for somebody else to approve.
    ///
    /// # Errors
    /// As [`ReportTexts::open`]; another version stands; it is empty, or something is to mend.
    pub async fn submit(&self, viewer: &Viewer, author: &Author, id: &DraftId, version: u64) -> Result<(), TextError> {
        let opened = self.open(viewer, id).await?;
        self.whole(&opened, version).await?;
        let at = self.register.outside.now();
        self.reviewed(viewer, id, version, |head| {
            // Asking once more takes no approval away, nor the review from whoever asked for it.
            if matches!(head.standing(), Standing::InReview | Standing::Approved) {
                return Err(TextError::NotSoFar);
            }
            Ok(Review {
                version,
                by: author.clone(),
                at,
                settled: None,
            })
        })
        .await
    }

    /// Approves the version that was submitted, or gives it back with a remark.
    ///
    /// # Errors
    /// As [`ReportTexts::open`]; another version stands, it was not submitted, whoever asks wrote in it or submitted it, or gives it
    /// back without a word.
    pub async fn settle(
        &self,
        viewer: &Viewer,
        author: &Author,
        id: &DraftId,
        version: u64,
        (approved, remark): (bool, &str),
    ) -> Result<(), TextError> {
        let opened = self.open(viewer, id).await?;
        if opened.head.current != version {
            return Err(TextError::Moved);
        }
        if opened.is_own(author) {
            return Err(TextError::Own);
        }
        let submitted = opened.head.report.as_ref().and_then(|report| report.review.clone());
        let remark = remark.trim();
        if !approved && remark.is_empty() {
            return Err(TextError::NoRemark);
        }
        if remark.len() > LONGEST_REMARK {
            return Err(TextError::TooLarge);
        }
        if approved {
            self.whole(&opened, version).await?;
        }
        let at = self.register.outside.now();
        self.reviewed(viewer, id, version, |head| {
            let review = head.report.as_ref().and_then(|report| report.review.clone());
            // Whose it is was asked of the review that was read: it may have been submitted anew since.
            if review != submitted {
                return Err(TextError::Moved);
            }
            match review.filter(|_| head.standing() == Standing::InReview) {
                Some(review) => Ok(Review {
                    settled: Some(Settled {
                        approved,
                        by: author.clone(),
                        at,
                        remark: remark.to_owned(),
                    }),
                    ..review
                }),
                None => Err(TextError::NotSoFar),
            }
        })
        .await
    }

    /// Who approved a text as it stands.
    ///
    /// # Errors
    /// Another version stands, or it is not approved.
    pub fn approved(&self, opened: &OpenedText, version: u64) -> Result<Author, TextError> {
        if opened.head.current != version {
            return Err(TextError::Moved);
        }
        let review = opened.head.report.as_ref().and_then(|report| report.review.as_ref());
        match review.and_then(|review| review.settled.as_ref()) {
            Some(settled) if opened.head.standing() == Standing::Approved => Ok(settled.by.clone()),
            _ => Err(TextError::NotSoFar),
        }
    }

    /// Refuses a text that is not the one that was read, says nothing, or asks what is not answered.
    pub(super) async fn whole(&self, opened: &OpenedText, version: u64) -> Result<(), TextError> {
        if opened.head.current != version || !opened.head.unsettled.is_empty() {
            return Err(TextError::Moved);
        }
        if opened.sections.is_empty() {
            return Err(TextError::Empty);
        }
        // What two typed was brought together without asking how much it is: nothing of either was to be lost.
        if too_large(&opened.sections) {
            return Err(TextError::TooLarge);
        }
        // What would be refused when it is issued is not reviewed in vain.
        if opened.of.seen && opened.current.content.basis.trim().is_empty() {
            return Err(TextError::Issue(IssueError::NoBasis));
        }
        let reading = opened.reading();
        let faults = faults(&mut Desk::new(self.register, &opened.made_as, &reading), &opened.sections).await?;
        if faults.is_empty() {
            Ok(())
        } else {
            Err(TextError::Faults(faults))
        }
    }

    /// Notes a review, if the version that was read stands still.
    async fn reviewed(
        &self,
        viewer: &Viewer,
        id: &DraftId,
        version: u64,
        review: impl Fn(&DraftHead) -> Result<Review, TextError>,
    ) -> Result<(), TextError> {
        self.drafts
            .changed(viewer, id, |head| {
                if head.current != version || !head.unsettled.is_empty() {
                    return Err(TextError::Moved);
                }
                let review = review(head)?;
                head.report.iter_mut().for_each(|report| report.review = Some(review.clone()));
                Ok(())
            })
            .await
    }
}
