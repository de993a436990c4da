//! The files of the public record and their columns. Each column is read by a rule in `items` or
//! `proceedings`, which a test shows by emptying it; what becomes of each stands in `docs/data.md`, and a
//! test holds the two together.

/// A file of the pack: its name, its columns (in any order), and whether a pack must have it.
pub struct File {
    /// Name.
    pub name: &'static str,
    /// Columns.
    pub columns: &'static [&'static str],
    /// Whether a pack without it is refused.
    pub required: bool,
}

/// The persons.
pub const PERSONS: File = File {
    name: "persons.csv",
    columns: &["person_id", "name", "also_known_as", "notes", "source"],
    required: true,
};

/// The instruments.
pub const PROCEEDINGS: File = File {
    name: "proceedings.csv",
    columns: &[
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
    ],
    required: true,
};

/// What else happened under an instrument.
pub const MILESTONES: File = File {
    name: "milestones.csv",
    columns: &["instrument_id", "kind", "on", "until", "about", "state", "years", "note", "source"],
    required: true,
};

/// What sources that were read say of single fields.
pub const CITATIONS: File = File {
    name: "citations.csv",
    columns: &["file", "key", "field", "verdict", "value", "source", "says"],
    required: true,
};

/// What institutions counted.
pub const COUNTS: File = File {
    name: "official_counts.csv",
    columns: &["as_at", "what", "basis", "figure", "said_by", "source"],
    required: true,
};

/// The edition.
pub const EDITION: File = File {
    name: "edition.csv",
    columns: &["edition", "complete_until", "notes"],
    required: true,
};

/// What an edition takes back of earlier ones, with its reason.
pub const DROPPED: File = File {
    name: "dropped.csv",
    columns: &["file", "key", "reason"],
    required: false,
};

/// All files.
pub const FILES: [&File; 7] = [&PERSONS, &PROCEEDINGS, &MILESTONES, &CITATIONS, &COUNTS, &EDITION, &DROPPED];
