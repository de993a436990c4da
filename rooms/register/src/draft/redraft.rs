//! A draft begun with the text of a request, for another one that takes its place.

use super::operations::Seen;
use super::{Content, DraftError, DraftId, Drafts};
use crate::Register;
use crate::attachment::{Working, accept, owner};
use crate::port::{Of, Recorded};
use crate::request::{BASIS, LEVEL, RequestFile, RequestId, holder};
use crate::view::narrowest;
use access::Viewer;
use record::audience::Level;
use record::entry::{Attachment, Author};
use std::collections::BTreeSet;

impl Register {
    /// The draft of another request with the text and the files of one that the viewer sees; none where there is no such request for
    /// them. What stayed within the Court is planned and confirmed anew. It lies no wider than that request. Of one person,
    /// request and reason (the entry of what happened; empty where none is given) it is begun once.
    ///
    /// # Errors
    /// The viewer drafts nothing, a file cannot be read, or record or desk cannot be read or written. A draft that is there
    /// then lacks files at most: the next try brings them.
    pub async fn redraft(
        &self,
        drafts: &Drafts,
        viewer: &Viewer,
        author: &Author,
        request: &RequestId,
        because: &str,
    ) -> Result<Option<DraftId>, DraftError> {
        let of = Of::Matters(vec![request.preparation(), request.matter()]);
        let entries = self.store.entries(viewer, of, None).await?;
        let file = RequestFile::of(*request, &entries).filter(|file| !file.is_of_public_record());
        let (Some(file), Some(level)) = (file, narrowest(entries.iter())) else {
            return Ok(None);
        };
        let organ = viewer.acts_as().ok_or(DraftError::NotAllowed)?;
        let mut text = file.text().clone();
        let mut content = Content::asking(text.clone(), organ.text(), Level::Confidential);
        content.level = content.level.max(level);
        text.values.0.retain(|element, _| element != BASIS && element != LEVEL);
        content.values = text.values;
        let key = format!("redraft {request} {because}");
        let draft = match drafts.create_once(viewer, author, &content, &key).await? {
            Some(draft) => draft,
            // What was begun before says something else: the request lies elsewhere since.
            None => drafts.create(viewer, author, &content).await?,
        };
        let named: BTreeSet<String> = self
            .annexes_of(file.text())
            .into_iter()
            .filter_map(|(_, annex)| annex.sha256)
            .collect();
        self.bring(drafts, viewer, author, &draft, (request, &entries), &named).await?;
        Ok(Some(draft))
    }

    /// Brings files of a request to a draft that has them not yet.
    async fn bring(
        &self,
        drafts: &Drafts,
        viewer: &Viewer,
        author: &Author,
        draft: &DraftId,
        (request, entries): (&RequestId, &[Recorded]),
        named: &BTreeSet<String>,
    ) -> Result<(), DraftError> {
        let Seen { head, .. } = drafts.seen(viewer, draft).await?;
        let mut there: BTreeSet<&str> = head.files.iter().map(|file| file.sha256.as_str()).collect();
        for file in entries.iter().flat_map(|recorded| &recorded.entry.attachments) {
            if !named.contains(&file.sha256) || !there.insert(&file.sha256) {
                continue;
            }
            let waiting = self.waits_again(viewer, &holder(&request.matter()), file).await?;
            drafts.attach(viewer, author, draft, &[waiting.id]).await?;
        }
        Ok(())
    }

    /// Lets a file that was kept for a matter wait, as if the viewer had sent it: what is kept opens in its own matter alone.
    async fn waits_again(&self, viewer: &Viewer, matter: &str, file: &Attachment) -> Result<Working, DraftError> {
        let mut content = self.attachments.open(matter, file).await?;
        let mut receiving = self.attachments.begin(&owner(viewer)).await?;
        let mut at = 0;
        loop {
            let bytes = content.read(at).await?;
            if bytes.is_empty() {
                break;
            }
            at += bytes.len() as u64;
            receiving.write(&bytes).await?;
        }
        Ok(accept(receiving, &file.name, "").await?)
    }
}
