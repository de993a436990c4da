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

/// How often an import is worked out anew when others write meanwhile.
const ATTEMPTS: u32 = 4;

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
    /// Takes in a pack. Every id in it is made out of what it says, so that each node has the same.
    ///
    /// # Errors
    /// [`ImportError::Faults`] with everything that is wrong with the pack, or what the store says.
    /// Nothing was imported then.
    pub async fn import(&self, viewer: &Viewer, files: &[PackFile]) -> Result<ImportReport, ImportError> {
        let tables = read::tables(files).map_err(ImportError::Faults)?;
        let mut attempts = 0;
        loop {
            let items = items::Items::of(&tables);
            if !items.faults.is_empty() {
                return Err(ImportError::Faults(items.faults));
            }
            let known = known::Known::load(self, viewer).await?;
            let dropped = tables.get(columns::DROPPED.name).map(Vec::as_slice).unwrap_or_default();
            let merged = merge::merge(items, dropped, known, self.today()).map_err(ImportError::Faults)?;
            if merged.drafts.is_empty() {
                return Ok(merged.report);
            }
            attempts += 1;
            match self.store.append(viewer, merged.drafts, true).await {
                Ok(_) => return Ok(merged.report),
                // Somebody else imported meanwhile: what is left to do is worked out anew.
                Err(StoreError::Refused(_) | StoreError::Raced) if attempts < ATTEMPTS => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::columns::{DROPPED, FILES};
    use super::*;

    fn public_record() -> Vec<PackFile> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/public-record");
        let files = FILES.iter().filter(|f| f.required);
        files
            .map(|f| PackFile {
                name: f.name.to_owned(),
                bytes: std::fs::read(folder.join(f.name)).expect("is there"),
            })
            .collect()
    }

    /// What a pack says, or what is wrong with it.
    fn said(files: &[PackFile]) -> String {
        match read::tables(files) {
            Err(faults) => format!("{faults:?}"),
            Ok(tables) => {
                let items = items::Items::of(&tables);
                format!("{:?} {:?} {:?}", items.items, items.said, items.faults)
            }
        }
    }

    #[test]
    fn every_column_is_read() {
        let pack = public_record();
        let whole = said(&pack);
        for file in FILES.iter().filter(|f| f.name != DROPPED.name) {
            for column in file.columns {
                let emptied: Vec<PackFile> = pack
                    .iter()
                    .map(|given| {
                        let bytes = if given.name == file.name {
                            empty_first(&given.bytes, column)
                        } else {
                            given.bytes.clone()
                        };
                        PackFile {
                            name: given.name.clone(),
                            bytes,
                        }
                    })
                    .collect();
                assert_ne!(
                    said(&emptied),
                    whole,
                    "{} {column}: emptying it changed nothing, so no rule reads it",
                    file.name
                );
            }
        }
    }

    /// The table with the first filled cell of a column emptied.
    fn empty_first(bytes: &[u8], column: &str) -> Vec<u8> {
        let mut reader = csv::Reader::from_reader(bytes);
        let heading = reader.headers().unwrap().clone();
        let place = heading.iter().position(|name| name == column).expect("a column");
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&heading).unwrap();
        let mut done = false;
        for record in reader.records().map(Result::unwrap) {
            let empty = !done && !record[place].is_empty();
            done |= empty;
            writer
                .write_record(
                    record
                        .iter()
                        .enumerate()
                        .map(|(i, cell)| if empty && i == place { "" } else { cell }),
                )
                .unwrap();
        }
        assert!(done, "{column} is filled nowhere");
        writer.into_inner().unwrap()
    }

    #[test]
    fn the_public_record_has_no_fault_and_says_what_it_keeps_of_empty_cells() {
        let tables = read::tables(&public_record()).expect("is read");
        let items = items::Items::of(&tables);
        assert!(items.faults.is_empty(), "{:?}", items.faults);
        assert!(
            items
                .said
                .iter()
                .all(|said| said.ends_with("kept as a source that nothing of the kind happened")),
            "{:?}",
            items.said
        );
    }
}
