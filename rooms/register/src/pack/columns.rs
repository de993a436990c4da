//! The files of the public record and their columns. Those of persons, instruments and what is said about them
//! have rules of their own in `items`, `proceedings` and `citations`; all others are rows of the table in
//! [`crate::files`]. A test shows by emptying cells that each column is read; what becomes of each stands in
//! `docs/data.md`, and a test holds the two together.

use crate::files;

/// A file of the pack: its name, its columns (in any order), and whether a pack must have it.
#[derive(Clone, Copy)]
pub struct File {
    /// Name.
    pub name: &'static str,
    columns: Columns,
    /// Whether a pack without it is refused.
    pub required: bool,
}

#[derive(Clone, Copy)]
enum Columns {
    Own(&'static [&'static str]),
    Table(&'static files::File),
}

impl File {
    /// Its columns.
    pub fn columns(&self) -> Vec<&'static str> {
        match self.columns {
            Columns::Own(columns) => columns.to_vec(),
            Columns::Table(file) => file.columns.iter().map(|column| column.name).collect(),
        }
    }
}

/// The persons.
pub const PERSONS: File = File {
    name: "persons.csv",
    columns: Columns::Own(&["person_id", "name", "also_known_as", "notes", "source"]),
    required: true,
};

/// The instruments.
pub const PROCEEDINGS: File = File {
    name: "proceedings.csv",
    columns: Columns::Own(&[
        "instrument_id",
        "person_id",
        "situation",
        "situation_no",
        "case_no",
        "instrument",
        "issued_on",
        "made_public_on",
        "executed_on",
        "executed_in",
        "surrendered_on",
        "ended_on",
        "ended_by",
        "end_reason",
        "notes",
        "source",
    ]),
    required: true,
};

/// What else happened under an instrument.
pub const MILESTONES: File = File {
    name: "milestones.csv",
    columns: Columns::Own(&["instrument_id", "kind", "on", "until", "about", "state", "years", "note", "source"]),
    required: true,
};

/// What sources that were read say of single fields.
pub const CITATIONS: File = File {
    name: "citations.csv",
    columns: Columns::Own(&["file", "key", "field", "verdict", "value", "source", "says"]),
    required: true,
};

/// What institutions counted.
pub const COUNTS: File = File {
    name: "official_counts.csv",
    columns: Columns::Own(&["as_at", "what", "basis", "figure", "said_by", "source"]),
    required: true,
};

/// The edition.
pub const EDITION: File = File {
    name: "edition.csv",
    columns: Columns::Own(&["edition", "complete_until", "notes"]),
    required: true,
};

/// What an edition takes back of earlier ones, with its reason.
pub const DROPPED: File = File {
    name: "dropped.csv",
    columns: Columns::Own(&["file", "key", "reason"]),
    required: false,
};

/// All files, in the order in which they are told of.
pub fn files() -> impl Iterator<Item = File> {
    let own = [PERSONS, PROCEEDINGS, MILESTONES, CITATIONS, COUNTS, EDITION, DROPPED];
    let of_table = files::FILES.iter().map(|file| File {
        name: file.csv,
        columns: Columns::Table(file),
        // Packs of before these files were read have none of them.
        required: false,
    });
    own.into_iter().chain(of_table)
}
