//! Taking in an edition of the public record: all or nothing, idempotent, never over an officer's entry.

use crate::Register;
use crate::port::StoreError;

/// A file of the pack: name and bytes as read.
pub struct PackFile {
    /// File name, e.g. `proceedings.csv`.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// One thing that is wrong with a pack: where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}{}: {reason}", line.map(|l| format!(", line {l}")).unwrap_or_default(), column.as_ref().map(|c| format!(", column {c}")).unwrap_or_default())]
pub struct PackFault {
    /// File.
    pub file: String,
    /// Line, counted from 1 with the heading.
    pub line: Option<u64>,
    /// Column.
    pub column: Option<String>,
    /// What is wrong and how to mend it.
    pub reason: String,
}

/// Why an import did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The pack has faults; nothing was imported.
    #[error("the pack was refused, nothing was imported")]
    Faults(Vec<PackFault>),
    /// The store refused or failed; nothing was imported.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ImportReport {
    /// Edition, e.g. `2026-11-25`.
    pub edition: String,
    /// Entries that were new.
    pub added: usize,
    /// Entries that correct an earlier edition.
    pub corrected: usize,
    /// Entries that take back what the edition lists as dropped.
    pub retracted: usize,
    /// Entries that were there already.
    pub unchanged: usize,
    /// Facts where an officer's entry stands and the edition says something else.
    pub differs: usize,
    /// Things said about rows, e.g. a field that no act came of.
    pub remarks: Vec<String>,
}

impl Register {
    /// Takes in a pack.
    pub async fn import(&self, _files: &[PackFile]) -> Result<ImportReport, ImportError> {
        Err(StoreError::Database("not built yet".into()).into())
    }
}
