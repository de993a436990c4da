//! Drafts opened, listed and compared, for whoever sees them.

use super::merge::merge;
use super::{Difference, DraftError, DraftHead, DraftId, Drafts, Merge, Sitting, Version, compare, kept, sittings};
use access::Viewer;
use std::cmp::Reverse;

/// A draft as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What is known of it.
    pub head: DraftHead,
    /// The version that stands.
    pub current: Version,
}

/// Two versions side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The first.
    pub a: Version,
    /// The second.
    pub b: Version,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// A version beside, with what whoever chooses needs to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// What is known of the draft.
    pub head: DraftHead,
    /// The version from which both sides began.
    pub base: Version,
    /// The version that stands.
    pub current: Version,
    /// The version beside.
    pub beside: Version,
    /// Both together, with what stands beside wherever both changed the same: what is typed over, and saved over `current`
    /// with the number of `beside` among what it settles.
    pub merge: Merge,
}

impl Drafts {
    /// A draft with the version that stands.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`], or the desk cannot be read, or the audit not written.
    pub async fn open(&self, viewer: &Viewer, id: &DraftId) -> Result<Opened, DraftError> {
        let seen = self.seen(viewer, id).await?;
        let current = self.version_in(&seen, seen.head.current).await?;
        self.tell(viewer, &[&seen.head]).await?;
        Ok(Opened { head: seen.head, current })
    }

    /// All drafts that are visible, with the versions that stand; the one saved last is first.
    ///
    /// # Errors
    /// The desk cannot be read, or the audit not written.
    pub async fn list(&self, viewer: &Viewer) -> Result<Vec<Opened>, DraftError> {
        let mut listed = Vec::new();
        for seen in self.all(viewer).await? {
            match self.version_in(&seen, seen.head.current).await {
                Ok(current) => listed.push(Opened { head: seen.head, current }),
                // Deleted meanwhile.
                Err(DraftError::NoDraft) => {}
                Err(error) => return Err(error),
            }
        }
        listed.sort_by_key(|opened| (Reverse(opened.head.saved), opened.head.id));
        self.tell(viewer, &listed.iter().map(|opened| &opened.head).collect::<Vec<_>>())
            .await?;
        Ok(listed)
    }

    /// A version.
    ///
    /// # Errors
    /// As [`Drafts::open`], and [`DraftError::NoVersion`].
    pub async fn version(&self, viewer: &Viewer, id: &DraftId, number: u64) -> Result<Version, DraftError> {
        let seen = self.seen(viewer, id).await?;
        let version = self.version_in(&seen, number).await?;
        self.tell(viewer, &[&seen.head]).await?;
        Ok(version)
    }

    /// All versions, in the order of their numbers.
    ///
    /// # Errors
    /// As [`Drafts::open`].
    pub async fn versions(&self, viewer: &Viewer, id: &DraftId) -> Result<Vec<Version>, DraftError> {
        let seen = self.seen(viewer, id).await?;
        let versions = self.desk.versions(id).await?;
        let versions = versions.iter().map(|bytes| kept::version_of(*id, bytes));
        let versions = versions.collect::<Result<Vec<_>, _>>()?;
        self.tell(viewer, &[&seen.head]).await?;
        Ok(versions)
    }

    /// Who changed what, and when; oldest first.
    ///
    /// # Errors
    /// As [`Drafts::open`].
    pub async fn sittings(&self, viewer: &Viewer, id: &DraftId) -> Result<Vec<Sitting>, DraftError> {
        Ok(sittings(&self.versions(viewer, id).await?))
    }

    /// Two versions side by side.
    ///
    /// # Errors
    /// As [`Drafts::version`].
    pub async fn compare(&self, viewer: &Viewer, id: &DraftId, a: u64, b: u64) -> Result<Compared, DraftError> {
        let seen = self.seen(viewer, id).await?;
        let (a, b) = (self.version_in(&seen, a).await?, self.version_in(&seen, b).await?);
        self.tell(viewer, &[&seen.head]).await?;
        let differences = compare(&a.content, &b.content);
        Ok(Compared { a, b, differences })
    }

    /// A version beside, for whoever chooses.
    ///
    /// # Errors
    /// As [`Drafts::version`]; a version that does not stand beside is none.
    pub async fn contradiction(&self, viewer: &Viewer, id: &DraftId, beside: u64) -> Result<Contradiction, DraftError> {
        let seen = self.seen(viewer, id).await?;
        let version = self.version_in(&seen, beside).await?;
        if version.beside.is_none() {
            return Err(DraftError::NoVersion(beside));
        }
        let current = self.version_in(&seen, seen.head.current).await?;
        let base = self.base_of(&seen, version.clone()).await?;
        self.tell(viewer, &[&seen.head]).await?;
        let merge = merge(&base.content, &current.content, &version.content);
        Ok(Contradiction {
            head: seen.head,
            base,
            current,
            beside: version,
            merge,
        })
    }

    /// The draft that became a request, where it is visible.
    ///
    /// # Errors
    /// The desk cannot be read, or the audit not written.
    pub async fn of_request(&self, viewer: &Viewer, request: &str) -> Result<Option<DraftHead>, DraftError> {
        let all = self.all(viewer).await?;
        let found = all
            .into_iter()
            .find(|seen| seen.head.sent.as_ref().is_some_and(|sent| sent.request == request));
        let head = found.map(|seen| seen.head);
        self.tell(viewer, &head.iter().collect::<Vec<_>>()).await?;
        Ok(head)
    }
}
