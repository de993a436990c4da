//! Documents of a request.

use record::audience::Level;
use record::entry::Attachment;

/// A file that an act in a request brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentShown {
    /// Id of the entry of that act.
    pub entry: String,
    /// Its place among the files of that entry, from 1 on.
    pub number: usize,
    /// The act.
    pub kind: String,
    /// What it is, in the words of whoever attached it; none where they said nothing but its name.
    pub title: Option<String>,
    /// Its language (ISO 639-3), where it was given.
    pub language: Option<String>,
    /// Whether the State is owed a translation of it.
    pub translation_owed: bool,
    /// Whether it is the scan of the note in which the act came.
    pub scan: bool,
    /// The level of that act now.
    pub level: Level,
    /// What the entry says of it.
    pub file: Attachment,
}
