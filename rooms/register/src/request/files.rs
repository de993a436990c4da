//! The files of an act: what it names by hash, found among what its author sent or sees, and kept for the request.
//!
//! A file is told by its SHA-256, in the value of an element ([`Annex`]) or beside. Whether it is *kept* is never asked by
//! somebody's hash alone: else whoever knows a hash would learn whether the other side has that file. It must be one that
//! its author sent and that still waits, one that an entry of the request names which they see, or one of the draft.

use super::acts::complete;
use super::{RequestError, RequestId, RequestText};
use crate::Register;
use crate::attachment::{AttachmentError, WorkingId, owner};
use crate::port::Recorded;
use access::Viewer;
use law::{Annex, Element, ElementSort, Finding, FindingKind, Values};
use record::entry::{Attachment, Draft};

/// The most files that an act names.
const MOST: usize = 100;

/// Files of an act besides those that its author sent and its elements name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Files that it brings and no element names, such as the document that is signed: SHA-256 each.
    pub beside: Vec<String>,
    /// Files of the draft of the request, which its author sees: [`crate::draft::DraftHead::files`].
    pub of_draft: Vec<Attachment>,
}

/// The files of an act, found.
#[derive(Clone, Debug, Default)]
pub(super) struct Brought {
    /// What the entry says of them, each once.
    pub(super) attachments: Vec<Attachment>,
    /// Those that wait and are to be kept.
    waiting: Vec<WorkingId>,
}

/// The documents that values name, under the elements that take documents: each with the element.
pub fn annexes<'v>(elements: &'v [Element], values: &'v Values) -> impl Iterator<Item = (&'v str, Annex)> {
    let of_element = move |element: &'v Element| {
        let is = move |key: &str| {
            key.strip_prefix(&*element.id)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let keys = values.0.keys().filter(move |key| is(key));
        keys.flat_map(move |key| values.given(key).map(move |text| (element.id.as_str(), Annex::parse(text))))
    };
    elements
        .iter()
        .filter(|element| element.sort == ElementSort::Documents)
        .flat_map(of_element)
}

/// A file that an act names by its hash.
pub(super) struct Named {
    sha256: String,
    /// The element that names it, and what it calls it; none of a file that stands beside the elements.
    of: Option<(String, String)>,
}

impl Named {
    /// One that no element names.
    pub(super) fn beside(sha256: impl Into<String>) -> Named {
        Named {
            sha256: sha256.into(),
            of: None,
        }
    }

    /// One that an element names; none of a document on paper.
    pub(super) fn by(element: impl Into<String>, annex: Annex) -> Option<Named> {
        Some(Named {
            sha256: annex.sha256?,
            of: Some((element.into(), annex.title)),
        })
    }

    /// That it is not here.
    fn not_here(self) -> Result<Finding, RequestError> {
        let Some((element, title)) = self.of else {
            return Err(RequestError::Field {
                field: "file",
                how: format!(
                    "no file with the SHA-256 {} was sent, or it waited longer than a day; send it again",
                    self.sha256
                ),
            });
        };
        Ok(Finding {
            kind: FindingKind::Missing,
            element,
            rests_on: Vec::new(),
            text_key: "law-finding-file".to_owned(),
            facts: [("document", title), ("sha256", self.sha256)]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        })
    }
}

/// The files that values name.
pub(super) fn named(elements: &[Element], values: &Values) -> Vec<Named> {
    annexes(elements, values)
        .filter_map(|(element, annex)| Named::by(element, annex))
        .collect()
}

impl Register {
    /// The documents that a request names, each with the id of its element.
    pub fn annexes_of(&self, text: &RequestText) -> Vec<(String, Annex)> {
        let elements = self.law.form(&text.form).map_or(&[][..], |form| &form.elements);
        annexes(elements, &text.values)
            .map(|(element, annex)| (element.to_owned(), annex))
            .collect()
    }

    /// Finds the files that an act names. `entries` are those of the request that whoever acts sees.
    ///
    /// # Errors
    /// A hash is that of no file which they sent or see: of all such that elements name, a finding each. Or there are too many.
    pub(super) async fn found(
        &self,
        viewer: &Viewer,
        entries: &[Recorded],
        named: impl IntoIterator<Item = Named>,
        of_draft: &[Attachment],
    ) -> Result<Brought, RequestError> {
        let mut brought = Brought::default();
        let (mut waiting, mut not_here) = (None, Vec::new());
        for wanted in named {
            let hash = &wanted.sha256;
            if brought.attachments.iter().any(|file| file.sha256 == *hash) {
                continue;
            }
            if brought.attachments.len() >= MOST {
                return Err(RequestError::Field {
                    field: "files",
                    how: format!("an act names {MOST} files at most; put several documents into one file"),
                });
            }
            let seen = entries.iter().flat_map(|recorded| &recorded.entry.attachments);
            if let Some(file) = seen.chain(of_draft).find(|file| file.sha256 == *hash) {
                brought.attachments.push(file.clone());
                continue;
            }
            let waiting = match &mut waiting {
                Some(waiting) => waiting,
                none => none.insert(self.attachments.working(&owner(viewer)).await?),
            };
            match waiting.iter().find(|waiting| waiting.file.sha256 == *hash) {
                Some(file) => {
                    brought.attachments.push(file.file.clone());
                    brought.waiting.push(file.id);
                }
                None => not_here.push(wanted.not_here()?),
            }
        }
        complete(not_here)?;
        Ok(brought)
    }

    /// Records drafts, and gives the first. The files that they bring are kept, durably, before.
    pub(super) async fn record_with(
        &self,
        viewer: &Viewer,
        request: &RequestId,
        drafts: Vec<Draft>,
        brought: &Brought,
    ) -> Result<Recorded, RequestError> {
        self.keep(viewer, request, brought).await?;
        let recorded = self.record_all(viewer, drafts).await?;
        self.wait_no_longer(viewer, brought).await;
        Ok(recorded)
    }

    /// Keeps the files that somebody brings for a request, durably.
    pub(super) async fn keep(&self, viewer: &Viewer, request: &RequestId, brought: &Brought) -> Result<(), RequestError> {
        for id in &brought.waiting {
            self.attachments.keep(&owner(viewer), id, &request.matter()).await?;
        }
        Ok(())
    }

    /// Lets those files wait no longer, since an entry names them now. What cannot be forgotten at once is forgotten a day
    /// later.
    pub(super) async fn wait_no_longer(&self, viewer: &Viewer, brought: &Brought) {
        for id in &brought.waiting {
            let _ = self.attachments.discard(&owner(viewer), id).await;
        }
    }
}

impl From<AttachmentError> for RequestError {
    fn from(error: AttachmentError) -> RequestError {
        match error {
            AttachmentError::Store(error) => error.into(),
            error => RequestError::Field {
                field: "file",
                how: error.to_string(),
            },
        }
    }
}
