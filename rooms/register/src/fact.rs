//! An officer confirms or corrects a fact, with its source.

use crate::Register;
use crate::port::{Recorded, StoreError};

/// Why an officer's act was refused.
#[derive(Debug, thiserror::Error)]
pub enum FactError {
    /// What was given is wrong; says what, and how to mend it.
    #[error("{0}")]
    Given(String),
    /// There is no such entry for this viewer.
    #[error("there is no entry {0} in this record")]
    NoEntry(String),
    /// The store refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What an officer says of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// The new effective date, in the text form of `record::when::When`.
    pub effective: Option<String>,
    /// New values of members of the body; an empty value takes the member out.
    pub set: Vec<(String, String)>,
    /// Takes the fact back instead of restating it.
    pub retract: bool,
    /// Why.
    pub reason: String,
    /// Where it was read.
    pub source: String,
    /// Who says so.
    pub officer: String,
}

impl Register {
    /// Records that a source that was read confirms a field of an entry (`effective` unless told).
    pub async fn confirm(&self, _entry: &str, _field: &str, _source: &str, _officer: &str) -> Result<Recorded, FactError> {
        Err(StoreError::Database("not built yet".into()).into())
    }

    /// Restates or retracts a fact.
    pub async fn correct(&self, _entry: &str, _correction: &Correction) -> Result<Recorded, FactError> {
        Err(StoreError::Database("not built yet".into()).into())
    }
}
