//! A draft sent to review: the version that stands becomes a request, or goes back to the one that it became.

use super::operations::Seen;
use super::{DraftError, DraftId, Drafts};
use crate::Register;
use crate::port::{Of, StoreError};
use crate::request::{Files, GivenAct, RequestError, RequestFile, RequestId, RequestText, Submission};
use access::Viewer;
use law::Values;
use record::entry::{Author, Entry};

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
    /// however often it is sent; a version that is in review already is sent no second time, so that whoever lost the
    /// answer asks again.
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
        // Whether the draft says so or not: a process may have ended before it was marked.
        let request = RequestId::from_bytes(*id.bytes());
        let recorded = self.recorded(&request).await.map_err(DraftError::Store)?;
        let went = recorded
            .as_ref()
            .is_some_and(|recorded| recorded.in_review && recorded.text == text);
        // Marked first, the draft cannot be deleted while its request is recorded.
        drafts.submitted(viewer, id, version, &request.to_string()).await?;
        let sent = match recorded {
            Some(_) if went => Ok(request),
            Some(_) => {
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
                self.act_in_request(viewer, &given).await.map(|_| request)
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
                self.submit_request(viewer, &new).await
            }
        };
        let request = match sent {
            Ok(request) => request,
            Err(error) => {
                // Somebody else may have sent it meanwhile. What cannot be asked now is settled later.
                if self
                    .recorded(&request)
                    .await
                    .is_ok_and(|recorded| !recorded.is_some_and(|it| it.in_review))
                {
                    let before = draft.head.sent.as_ref().filter(|sent| !sent.in_review);
                    let _ = drafts.not_submitted(viewer, id, before).await;
                }
                return Err(error.into());
            }
        };
        // Whoever settles reviews may have taken the mark away before the request was there.
        let marked = drafts.submitted(viewer, id, version, &request.to_string()).await;
        // Whoever returned it at once found no mark to take away.
        let ended = |recorded: Option<Recorded>| recorded.is_some_and(|recorded| !recorded.in_review);
        if marked.is_ok() && self.recorded(&request).await.is_ok_and(ended) {
            let _ = drafts.review_ended(&request.to_string()).await;
        }
        Ok(request)
    }

    /// Brings the draft of a request to an act that was just recorded in it: returned, signed or withdrawn, it is out of review, and
    /// may go on or go. Nothing where the act sent it to review, or the draft was out of it already.
    ///
    /// # Errors
    /// The desk cannot be read or written; the act stands, and [`Register::settle_reviews`] brings the draft to it later.
    pub async fn review_settled(&self, drafts: &Drafts, act: &Entry) -> Result<(), DraftError> {
        let carries = self.law.moves().iter().any(|mv| mv.act == act.kind && mv.carries_request);
        match RequestId::of_matter(&act.matter) {
            Some(request) if !carries && act.matter == request.preparation() => drafts.review_ended(&request.to_string()).await,
            _ => Ok(()),
        }
    }

    /// Brings what drafts say of their review to what is recorded. A process that ended between an act and the mark on its draft
    /// would else leave one that nobody can send again or delete. Called at the start and then once a day by whatever serves.
    ///
    /// # Errors
    /// Record or desk cannot be read or written.
    pub async fn settle_reviews(&self, drafts: &Drafts) -> Result<(), DraftError> {
        let operator = Viewer::operator();
        for seen in drafts.all(&operator).await? {
            let request = RequestId::from_bytes(*seen.head.id.bytes());
            let says = seen.head.sent.as_ref().is_some_and(|sent| sent.in_review);
            let settled = match self.recorded(&request).await? {
                Some(recorded) if recorded.in_review && !says => {
                    let version = drafts.version_that_says(&seen, &recorded.text).await?;
                    drafts.submitted(&operator, &seen.head.id, version, &request.to_string()).await
                }
                Some(recorded) if !recorded.in_review && says => drafts.review_ended(&request.to_string()).await,
                None if says => drafts.not_submitted(&operator, &seen.head.id, None).await,
                _ => Ok(()),
            };
            match settled {
                Ok(()) | Err(DraftError::NoDraft) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// What is recorded of the request of a draft; none where there is no such request.
    async fn recorded(&self, request: &RequestId) -> Result<Option<Recorded>, StoreError> {
        let of = Of::Matters(vec![request.preparation(), request.matter()]);
        let entries = self.store.entries(&Viewer::operator(), of, None).await?;
        let Some(file) = RequestFile::of(*request, &entries) else {
            return Ok(None);
        };
        let first = self.law.moves_at_first(&file.text().form, self.today());
        let stands = file.course(&self.law).map(|course| course.state.id.as_str());
        let in_review = stands.is_some_and(|state| first.iter().any(|mv| mv.to.as_deref() == Some(state)));
        Ok(Some(Recorded {
            in_review,
            text: file.whole(&self.law),
        }))
    }
}

/// What is recorded of the request of a draft.
struct Recorded {
    in_review: bool,
    text: RequestText,
}

impl Drafts {
    /// The newest version that says this; 0 where none does.
    async fn version_that_says(&self, seen: &Seen, text: &RequestText) -> Result<u64, DraftError> {
        for number in (1..=seen.head.newest).rev() {
            let content = self.version_in(seen, number).await?.content;
            if content.form == text.form && content.values == text.values {
                return Ok(number);
            }
        }
        Ok(0)
    }
}
