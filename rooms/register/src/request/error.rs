//! Why an act in a request is not taken.

use super::RequestId;
use crate::fact::FactError;
use crate::port::StoreError;
use law::{Finding, Uncalled};

/// Why it is not taken. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// There is no such request for this viewer.
    #[error("there is no such request in this record; take its id from the list of requests")]
    NoRequest,
    /// The law pack has no such form.
    #[error("{given:?} is no form of cooperation; write one of these: {forms}")]
    NoForm {
        /// What was given.
        given: String,
        /// The forms that there are.
        forms: String,
    },
    /// The law pack has no such act.
    #[error("{given:?} is no act in a request; write one of these: {now}")]
    NoMove {
        /// What was given.
        given: String,
        /// The acts that can be done now.
        now: String,
    },
    /// The law knows the act, and not from where the request stands.
    #[error("the request is {state}: from there the law knows no such act; what can be done now: {now}")]
    NotNow {
        /// Id of the state.
        state: String,
        /// The acts that can be done now.
        now: String,
    },
    /// The law knows the act from where the request stands, and nothing calls for it.
    #[error("{why}; what can be done now: {now}")]
    NotCalledFor {
        /// Why not.
        why: Uncalled,
        /// The acts that can be done now.
        now: String,
    },
    /// It is not this viewer's to do.
    #[error("this act is not yours to do in this request")]
    NotAllowed,
    /// Something is missing, vague, late, or cannot be read.
    #[error("{} to mend: {}", .0.len(), .0.iter().map(|finding| finding.element.as_str()).collect::<Vec<_>>().join(", "))]
    Findings(Vec<Finding>),
    /// A field beside the elements cannot be read: its name, and what to write.
    #[error("{field}: {how}")]
    Field {
        /// Which.
        field: &'static str,
        /// What is wrong, and how to mend it.
        how: String,
    },
    /// A request that came is in this record already, under this id.
    #[error("this request is in this record already, as {0}; nothing was recorded")]
    AlreadyHere(RequestId),
    /// Somebody else did an act in between.
    #[error("somebody else did something in this request meanwhile; read it again, and do this if it is still to be done")]
    Raced,
    /// The entry was refused.
    #[error(transparent)]
    Fact(FactError),
    /// The store failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for RequestError {
    fn from(error: StoreError) -> RequestError {
        match error {
            StoreError::Raced => RequestError::Raced,
            error => RequestError::Store(error),
        }
    }
}

impl From<FactError> for RequestError {
    fn from(error: FactError) -> RequestError {
        match error {
            FactError::Store(error) => error.into(),
            error => RequestError::Fact(error),
        }
    }
}
