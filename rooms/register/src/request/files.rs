//! The files of an act: what it names by hash, found among what its author sent or sees, and kept for the request.
//!
//! A file is told by its SHA-256, in the value of an element ([`Annex`]) or beside. Whether it is *kept* is never asked by
//! somebody's hash alone: else whoever knows a hash would learn whether the other side has that file. It must be one that
//! its author sent and that still waits, one that an entry of the request names which they see, or one of the draft.

use super::{RequestError, RequestId, RequestText};
use crate::Register;
use crate::attachment::{AttachmentError, WorkingId, owner};
use crate::port::Recorded;
use access::Viewer;
use law::{Annex, Element, ElementSort, Values};
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

/// The hashes of the files that values name.
pub(super) fn hashes(elements: &[Element], values: &Values) -> Vec<String> {
    annexes(elements, values).filter_map(|(_, annex)| annex.sha256).collect()
}

impl Register {
    /// The documents that a request names, each with the id of its element.
    pub fn annexes_of(&self, text: &RequestText) -> Vec<(String, Annex)> {
        let elements = self.law.form(&text.form).map_or(&[][..], |form| &form.elements);
        annexes(elements, &text.values)
            .map(|(element, annex)| (element.to_owned(), annex))
            .collect()
    }

    /// Finds the files of an act by their hashes. `entries` are those of the request that whoever acts sees.
    ///
    /// # Errors
    /// A hash is that of no file which they sent or see, or there are too many.
    pub(super) async fn found(
        &self,
        viewer: &Viewer,
        entries: &[Recorded],
        hashes: impl IntoIterator<Item = String>,
        of_draft: &[Attachment],
    ) -> Result<Brought, RequestError> {
        let mut brought = Brought::default();
        let mut waiting = None;
        for hash in hashes {
            if brought.attachments.iter().any(|file| file.sha256 == hash) {
                continue;
            }
            if brought.attachments.len() >= MOST {
                return Err(RequestError::Field {
                    field: "files",
                    how: format!("an act names {MOST} files at most; put several documents into one file"),
                });
            }
            let named = entries.iter().flat_map(|recorded| &recorded.entry.attachments);
            if let Some(file) = named.chain(of_draft).find(|file| file.sha256 == hash) {
                brought.attachments.push(file.clone());
                continue;
            }
            let waiting = match &mut waiting {
                Some(waiting) => waiting,
                none => none.insert(self.attachments.working(&owner(viewer)).await?),
            };
            let Some(file) = waiting.iter().find(|waiting| waiting.file.sha256 == hash) else {
                return Err(RequestError::Field {
                    field: "file",
                    how: format!("no file with the SHA-256 {hash} was sent, or it waited longer than a day; send it again"),
                });
            };
            brought.attachments.push(file.file.clone());
            brought.waiting.push(file.id);
        }
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
        let owner = owner(viewer);
        for id in &brought.waiting {
            self.attachments.keep(&owner, id, &request.matter()).await?;
        }
        let recorded = self.record_all(viewer, drafts).await?;
        for id in &brought.waiting {
            // An entry names it now. What cannot be forgotten at once is forgotten a day later.
            let _ = self.attachments.discard(&owner, id).await;
        }
        Ok(recorded)
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
