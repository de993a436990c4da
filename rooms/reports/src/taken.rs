//! A matter that is not public, as one file for whoever may take it along.
//!
//! | member | what |
//! |---|---|
//! | `README.txt` | what it is, for whom, and how it is kept and checked |
//! | `matter.html` | the matter to be read and printed |
//! | `entries.jsonl` | its entries as they were recorded: canonical JSON, one a line |
//! | `proofs/ID.txt` | the proof of an entry, as `comity record prove` writes it |
//!
//! Nothing in it counts what is not in it: no positions in the record, no size of the record, no names of other matters.
//! The same matter at the same instant gives the same bytes.

use crate::archive::ArchiveError;
use crate::zip::Zip;
use jiff::civil::Date;
use register::port::Proof;
use register::view::model::TakenMatter;

/// The file, with proofs by the ids of entries. The page for people and the words about the file come as text, in the
/// language of whoever takes it along.
///
/// # Errors
/// It grew beyond what a ZIP can hold.
pub fn taken(matter: &TakenMatter, proofs: &[(String, Proof)], readme: &str, page: &str) -> Result<Vec<u8>, ArchiveError> {
    let mut entries = String::new();
    for entry in &matter.entries {
        // Canonical JSON has no line break.
        entries.push_str(&entry.canonical);
        entries.push('\n');
    }
    let mut zip = Zip::default();
    zip.put("README.txt", readme.as_bytes())?;
    zip.put("matter.html", page.as_bytes())?;
    zip.put("entries.jsonl", entries.as_bytes())?;
    for (id, proof) in proofs {
        if let Proof::Ready(text) = proof {
            zip.put(&format!("proofs/{id}.txt"), text.as_bytes())?;
        }
    }
    zip.done()
}

/// The name under which it is kept, which tells no more than that it is a matter: `comity-matter-2026-11-26.zip`. Names
/// of files come to stand in lists of downloads and in mails.
pub fn taken_name(exercise: bool, day: Date) -> String {
    let exercise = if exercise { "exercise-" } else { "" };
    format!("comity-{exercise}matter-{day}.zip")
}
