//! A draft sent to review: the version that stands becomes a request, or goes back to the one that it became.

use super::{DraftError, DraftId, Drafts};
use crate::Register;
use crate::request::{Files, GivenAct, RequestError, RequestId, RequestText, Submission};
use access::Viewer;
use law::Values;
use record::entry::Author;

/// Why a draft was not sent to review.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// Another version stands by now: what goes to review is what its author saw.
    #[error("version {0} of the draft stands by now; read it, and send that")]
    Moved(u64),
    /// The draft cannot be read.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// The request was not taken.
    #[error(transparent)]
    Request(#[from] RequestError),
}

impl Register {
    /// Sends a version of a draft to review, if it is the one that stands. Of one draft comes one request, under the same id,
    /// however often it is sent.
    ///
    /// # Errors
    /// Another version stands, or as for [`Drafts::open`], [`Register::submit_request`] and [`Register::act_in_request`].
    pub async fn submit_draft(
        &self,
        drafts: &Drafts,
        viewer: &Viewer,
        author: &Author,
        id: &DraftId,
        version: u64,
    ) -> Result<RequestId, SubmitError> {
        let draft = drafts.open(viewer, id).await?;
        if draft.current.number != version {
            return Err(SubmitError::Moved(draft.current.number));
        }
        let content = &draft.current.content;
        let text = RequestText {
            form: content.form.clone(),
            values: content.values.clone(),
        };
        let files = Files {
            of_draft: draft.head.files.clone(),
            ..Files::default()
        };
        let again = draft.head.sent.as_ref().and_then(|sent| RequestId::parse(&sent.request));
        let request = match again {
            Some(request) => {
                let first = self.law.moves_at_first(&text.form, self.today());
                let given = GivenAct {
                    request,
                    act: first.first().map_or_else(String::new, |mv| mv.id.clone()),
                    saw: None,
                    text: Some(text),
                    values: Values::default(),
                    effective: String::new(),
                    paper: None,
                    files,
                    author: author.clone(),
                };
                self.act_in_request(viewer, &given).await.map(|_| request)?
            }
            None => {
                let new = Submission {
                    id: Some(RequestId::from_bytes(*id.bytes())),
                    text,
                    requesting: content.requesting.clone(),
                    values: Values::default(),
                    effective: String::new(),
                    files,
                    author: author.clone(),
                };
                self.submit_request(viewer, &new).await?
            }
        };
        // The request is there; a draft that does not say so costs a look.
        let _ = drafts.submitted(viewer, id, version, &request.to_string()).await;
        Ok(request)
    }
}
