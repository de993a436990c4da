//! Drafts shared with colleagues, sent to review, deleted and forgotten.

use super::{DraftError, DraftHead, DraftId, Drafts, MOST_NAMED, Sent};
use crate::audit::Act;
use access::Viewer;
use record::audience::Reader;

impl Drafts {
    /// Whether somebody may name colleagues of a draft.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`]; [`DraftError::NotAllowed`] for everybody but the owner and the operator; or the desk cannot be read.
    pub async fn may_share(&self, viewer: &Viewer, id: &DraftId) -> Result<(), DraftError> {
        self.own(viewer, id).await.map(drop)
    }

    /// Names a colleague of the organ, who sees the draft under seal too from then on.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`]; [`DraftError::NotAllowed`] for everybody but the owner and the operator;
    /// [`DraftError::NoColleague`]; or desk or audit cannot be written.
    pub async fn share(&self, viewer: &Viewer, id: &DraftId, account: &str) -> Result<(), DraftError> {
        if !Reader::Person(account.to_owned()).is_well_formed() {
            return Err(DraftError::NoColleague);
        }
        let seen = self.own(viewer, id).await?;
        self.audited(viewer, Act::Assigned, &seen.head, Some(account)).await?;
        self.changed(viewer, id, |head| {
            if head.with.iter().any(|named| named == account) {
                return Ok(());
            }
            if head.with.len() >= MOST_NAMED {
                return Err(DraftError::NoColleague);
            }
            head.with.push(account.to_owned());
            Ok(())
        })
        .await
    }

    /// Names a colleague no longer.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`], [`DraftError::NotAllowed`] for everybody but the owner and the operator, or desk or audit cannot be
    /// written.
    pub async fn end_sharing(&self, viewer: &Viewer, id: &DraftId, account: &str) -> Result<(), DraftError> {
        let seen = self.own(viewer, id).await?;
        self.audited(viewer, Act::AssignmentEnded, &seen.head, Some(account)).await?;
        self.changed(viewer, id, |head| {
            head.with.retain(|named| named != account);
            Ok(())
        })
        .await
    }

    /// Notes that a version went to review as a request of this id.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`], or the desk cannot be written.
    pub async fn submitted(&self, viewer: &Viewer, id: &DraftId, version: u64, request: &str) -> Result<(), DraftError> {
        self.changed(viewer, id, |head| {
            head.sent = Some(Sent {
                request: request.to_owned(),
                version,
                in_review: true,
            });
            Ok(())
        })
        .await
    }

    /// Takes back the note that a version goes to review, since the request was not taken.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`], or the desk cannot be written.
    pub(super) async fn not_submitted(&self, viewer: &Viewer, id: &DraftId, before: Option<&Sent>) -> Result<(), DraftError> {
        self.changed(viewer, id, |head| {
            head.sent = before.cloned();
            Ok(())
        })
        .await
    }

    /// Notes that a request stands in review no longer: it was signed, returned for changes, or withdrawn. Whoever did that
    /// need not see the draft, and learns nothing of it here.
    ///
    /// # Errors
    /// The desk cannot be read or written.
    pub async fn review_ended(&self, request: &str) -> Result<(), DraftError> {
        let operator = Viewer::operator();
        for seen in self.all(&operator).await? {
            if seen
                .head
                .sent
                .as_ref()
                .is_some_and(|sent| sent.request == request && sent.in_review)
            {
                let ended = self.changed(&operator, &seen.head.id, |head| {
                    head.sent.iter_mut().for_each(|sent| sent.in_review = false);
                    Ok(())
                });
                match ended.await {
                    Ok(()) | Err(DraftError::NoDraft) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }

    /// Deletes a draft with all its versions, and with the files that no entry of its request names. That somebody did stands
    /// in the audit before it goes.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`]; [`DraftError::NotAllowed`] for everybody but the owner and the operator;
    /// [`DraftError::InReview`]; or desk or audit cannot be written.
    pub async fn delete(&self, viewer: &Viewer, id: &DraftId) -> Result<(), DraftError> {
        let mut told = false;
        loop {
            let seen = self.own(viewer, id).await?;
            if seen.head.sent.as_ref().is_some_and(|sent| sent.in_review) {
                return Err(DraftError::InReview);
            }
            if !told {
                self.audited(viewer, Act::DraftDeleted, &seen.head, None).await?;
                told = true;
            }
            if self.desk.delete(id, &seen.lying, &hashes(&seen.head)).await? {
                return Ok(());
            }
        }
    }

    /// Forgets drafts whose newest version is a year old, but for those in review. Called once a day by whatever serves.
    ///
    /// # Errors
    /// The desk cannot be read or written.
    pub async fn forget(&self) -> Result<(), DraftError> {
        let now = self.outside.now();
        for seen in self.lying().await? {
            if seen.head.is_over(now) {
                // Where it lies otherwise by now it is not over.
                self.desk.delete(&seen.head.id, &seen.lying, &hashes(&seen.head)).await?;
            }
        }
        Ok(())
    }
}

fn hashes(head: &DraftHead) -> Vec<String> {
    head.files.iter().map(|file| file.sha256.clone()).collect()
}
