//! Taking in an edition of the public record: all or nothing, idempotent, never over an officer's entry.
//!
//! Read in this order: [`columns`] (what each column becomes), `read` (tables), `items` and
//! `proceedings` (rows to entries), `merge` (entries against the record).

pub mod columns;
mod items;
mod known;
mod merge;
mod proceedings;
mod read;

use crate::Register;
use crate::port::StoreError;
use access::Viewer;

/// Name of the pack of the public record.
pub const PACK: &str = "public-record";

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

/// Checks the form of a pack by itself, without a record: every fault that can be found.
///
/// # Errors
/// The faults.
pub fn check(files: &[PackFile]) -> Result<(), Vec<PackFault>> {
    let tables = read::tables(files)?;
    let items = items::Items::of(&tables);
    if items.faults.is_empty() { Ok(()) } else { Err(items.faults) }
}

impl Register {
    /// Takes in a pack.
    ///
    /// # Errors
    /// [`ImportError::Faults`] with everything that is wrong with the pack, or what the store says.
    /// Nothing was imported then.
    pub async fn import(&self, files: &[PackFile]) -> Result<ImportReport, ImportError> {
        let tables = read::tables(files).map_err(ImportError::Faults)?;
        let items = items::Items::of(&tables);
        if !items.faults.is_empty() {
            return Err(ImportError::Faults(items.faults));
        }
        let operator = Viewer::operator();
        let known = known::Known::load(self).await?;
        let merged = merge::merge(items, tables.get(columns::DROPPED.name).map(Vec::as_slice).unwrap_or_default(), known);
        let merged = merged.map_err(ImportError::Faults)?;
        if !merged.drafts.is_empty() {
            self.store.append(&operator, merged.drafts, true).await?;
        }
        Ok(merged.report)
    }
}
