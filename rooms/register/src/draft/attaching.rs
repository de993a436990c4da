//! Files of drafts: attached, and read.

use super::operations::check_author;
use super::{DraftError, DraftId, Drafts, MOST_FILES};
use crate::attachment::{AttachmentError, Content, WorkingId, owner};
use crate::port::StoreError;
use access::Viewer;
use record::entry::{Attachment, Author};

impl Drafts {
    /// Keeps files that the author sent, for the draft and for the request that becomes of it. A version names those that
    /// belong to it, by their SHA-256; that no version names them yet loses nothing.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`]; the author is somebody else than the viewer; [`DraftError::TooManyFiles`];
    /// [`DraftError::File`], where one is not there any more; or it cannot be written. Files before it are attached then.
    pub async fn attach(&self, viewer: &Viewer, author: &Author, id: &DraftId, files: &[WorkingId]) -> Result<Vec<Attachment>, DraftError> {
        check_author(viewer, author)?;
        let seen = self.seen(viewer, id).await?;
        if seen.head.files.len() + files.len() > MOST_FILES {
            return Err(DraftError::TooManyFiles);
        }
        let owner = owner(viewer);
        let mut attached = Vec::new();
        for file in files {
            let kept = self.attachments.keep(&owner, file, &id.matter()).await?;
            self.changed(viewer, id, |head| {
                if head.files.iter().all(|there| there.sha256 != kept.sha256) {
                    head.files.push(kept.clone());
                }
                Ok::<(), DraftError>(())
            })
            .await?;
            attached.push(kept);
            // The draft has it now. What cannot be forgotten at once is forgotten a day later.
            let _ = self.attachments.discard(&owner, file).await;
        }
        Ok(attached)
    }

    /// A file of a draft, by its place among [`super::DraftHead::files`] from 1 on, where the draft is visible; none where it has no
    /// such file.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`], or the file cannot be read, or the audit not written.
    pub async fn file(&self, viewer: &Viewer, id: &DraftId, number: usize) -> Result<Option<(Attachment, Box<dyn Content>)>, DraftError> {
        let seen = self.seen(viewer, id).await?;
        let Some(file) = number.checked_sub(1).and_then(|place| seen.head.files.get(place)) else {
            return Ok(None);
        };
        let content = self.attachments.open(&id.matter(), file).await?;
        self.tell(viewer, &[&seen.head]).await?;
        Ok(Some((file.clone(), content)))
    }
}

impl From<AttachmentError> for DraftError {
    fn from(error: AttachmentError) -> DraftError {
        match error {
            AttachmentError::Store(error @ (StoreError::Database(_) | StoreError::DiskFull)) => DraftError::Store(error),
            error => DraftError::File(error),
        }
    }
}
