//! Taking in an edition of the public record: all or nothing, idempotent, never over an officer's entry.
//!
//! Read in this order: [`columns`] (the files), `read` (tables), `items`, `proceedings`, `files` and `requests` (rows to
//! entries), `citations` (what sources say of them), `merge` (entries against the record).

mod citations;
pub mod columns;
mod files;
mod items;
mod known;
mod merge;
mod names;
mod proceedings;
mod read;
mod requests;

pub(crate) use citations::{VERDICTS, is_citable};
pub(crate) use items::shared;
pub(crate) use names::columns_cited;

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
    use super::columns::{CITATIONS, DROPPED, files};
    use super::*;
    use record::entry::Draft;

    pub(super) fn public_record() -> Vec<PackFile> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/public-record");
        files()
            .filter(|f| f.name != DROPPED.name)
            .map(|f| PackFile {
                name: f.name.to_owned(),
                bytes: std::fs::read(folder.join(f.name)).expect("is there"),
            })
            .collect()
    }

    /// What a pack says, and what is wrong with it.
    fn said(tables: &read::Tables) -> (Vec<(Draft, String)>, Vec<String>, Vec<PackFault>) {
        let items = items::Items::of(tables);
        let entries = items.items.into_iter().map(|item| (item.draft, item.slot));
        (entries.collect(), items.said, items.faults)
    }

    #[test]
    fn every_column_is_read() {
        let pack = public_record();
        let all = read::tables(&pack).expect("is read");
        // Citations change nothing of other files; without them the others are read faster.
        let mut uncited = all.clone();
        uncited.insert(CITATIONS.name, Vec::new());
        let (said_by_all, said_uncited) = (said(&all), said(&uncited));
        for file in files().filter(|f| f.name != DROPPED.name) {
            let (tables, whole) = if file.name == CITATIONS.name {
                (&all, &said_by_all)
            } else {
                (&uncited, &said_uncited)
            };
            let given = pack.iter().find(|given| given.name == file.name).expect("is there");
            for column in file.columns() {
                let differs = |cell: &str| {
                    let bytes = with_first(&given.bytes, column, cell);
                    let other = PackFile {
                        name: given.name.clone(),
                        bytes,
                    };
                    let mut changed = tables.clone();
                    let (name, rows) = read::rows(&other).expect("is read");
                    changed.insert(name, rows);
                    said(&changed) != *whole
                };
                // What a cell repeats of another it may lack; it may not say anything else.
                assert!(
                    differs("") || differs("1"),
                    "{} {column}: another cell changed nothing, so no rule reads it",
                    file.name
                );
            }
        }
    }

    /// The table with another text in the first filled cell of a column; where none is filled, in the first.
    fn with_first(bytes: &[u8], column: &str, text: &str) -> Vec<u8> {
        let mut reader = csv::Reader::from_reader(bytes);
        let heading = reader.headers().unwrap().clone();
        let place = heading.iter().position(|name| name == column).expect("a column");
        let mut rows: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let filled = rows.iter().position(|row| !row[place].is_empty()).unwrap_or(0);
        text.clone_into(&mut rows[filled][place]);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&heading).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.into_inner().unwrap()
    }

    #[test]
    fn the_public_record_has_no_fault_and_says_what_it_keeps_of_empty_cells() {
        let tables = read::tables(&public_record()).expect("is read");
        let items = items::Items::of(&tables);
        assert!(items.faults.is_empty(), "{:?}", items.faults);
        let kept = |said: &String| {
            said.ends_with("is empty; kept as a source that nothing of the kind happened")
                || said.ends_with("is empty; kept as a source on the empty field")
        };
        let (requests, others): (Vec<&String>, Vec<&String>) = items.said.iter().partition(|said| said.contains("no request was made"));
        assert!(others.into_iter().all(kept), "{:?}", items.said);
        assert_eq!(
            requests.len(),
            5,
            "records, and who gave himself up under four warrants: {requests:?}"
        );
        let cited = tables.get(CITATIONS.name).expect("is there").len();
        let taken_in = items.items.iter().filter(|item| item.draft.kind == crate::kinds::CITATION).count();
        assert_eq!(taken_in, cited, "every citation is taken in");
    }
}
