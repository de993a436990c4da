//! The files of the public record and their columns: each column is read by a rule, named here.
//! `docs/data.md` says for people what becomes of each; a test holds the two together.

/// The key of an instrument, a person or a row.
const KEY: &str = "key";

/// A file of the pack: its name, its columns in any order, and whether a pack must have it.
pub struct File {
    /// Name.
    pub name: &'static str,
    /// Columns: name, and the entry and field that come of it.
    pub columns: &'static [(&'static str, &'static str)],
    /// Whether a pack without it is refused.
    pub required: bool,
}

/// The persons.
pub const PERSONS: File = File {
    name: "persons.csv",
    columns: &[
        ("person_id", KEY),
        ("name", "person.named name"),
        ("also_known_as", "person.named also_known_as"),
        ("notes", "remark.added text"),
        ("source", "person.named source"),
    ],
    required: true,
};

/// The instruments.
pub const PROCEEDINGS: File = File {
    name: "proceedings.csv",
    columns: &[
        ("instrument_id", KEY),
        ("person_id", "all acts: about the person"),
        ("situation", "warrant.issued or summons.issued situation"),
        ("situation_no", "all acts: about the situation"),
        ("case_no", "warrant.issued or summons.issued: about the case"),
        ("instrument", "warrant.issued or summons.issued"),
        ("issued_on", "warrant.issued or summons.issued effective"),
        ("made_public_on", "instrument.made-public effective"),
        ("executed_on", "warrant.executed or person.appeared effective"),
        ("executed_in", "warrant.executed state"),
        ("surrendered_on", "person.surrendered or person.appeared effective"),
        ("ended_on", "proceedings.ended effective"),
        ("ended_by", "proceedings.ended effective, as `by`"),
        ("end_reason", "proceedings.ended reason"),
        ("notes", "remark.added text"),
        ("source", "all acts: source"),
    ],
    required: true,
};

/// What else happened under an instrument.
pub const MILESTONES: File = File {
    name: "milestones.csv",
    columns: &[
        ("instrument_id", KEY),
        ("kind", "proceedings.milestone what"),
        ("on", "proceedings.milestone effective"),
        ("until", "proceedings.milestone until"),
        ("about", "proceedings.milestone effective, as `about`"),
        ("state", "proceedings.milestone state"),
        ("years", "proceedings.milestone years"),
        ("note", "remark.added text"),
        ("source", "proceedings.milestone source"),
    ],
    required: true,
};

/// What sources that were read say of single fields.
pub const CITATIONS: File = File {
    name: "citations.csv",
    columns: &[
        ("file", "citation.added: about the entry of that row"),
        ("key", "citation.added: about the entry of that row"),
        ("field", "citation.added field"),
        ("verdict", "citation.added verdict"),
        ("value", "citation.added value"),
        ("source", "citation.added source"),
        ("says", "citation.added says"),
    ],
    required: true,
};

/// What institutions counted.
pub const COUNTS: File = File {
    name: "official_counts.csv",
    columns: &[
        ("as_at", "count.stated effective"),
        ("what", "count.stated what"),
        ("basis", "count.stated basis"),
        ("figure", "count.stated figure"),
        ("said_by", "count.stated said_by"),
        ("source", "count.stated source"),
    ],
    required: true,
};

/// The edition.
pub const EDITION: File = File {
    name: "edition.csv",
    columns: &[
        ("edition", "pack.edition effective and edition"),
        ("complete_until", "pack.edition complete_until"),
        ("notes", "pack.edition remark"),
    ],
    required: true,
};

/// What an edition takes back of earlier ones, with its reason.
pub const DROPPED: File = File {
    name: "dropped.csv",
    columns: &[
        ("file", "correction that retracts"),
        ("key", "correction that retracts"),
        ("reason", "correction that retracts: reason"),
    ],
    required: false,
};

/// All files.
pub const FILES: [&File; 7] = [&PERSONS, &PROCEEDINGS, &MILESTONES, &CITATIONS, &COUNTS, &EDITION, &DROPPED];
