//! A matter to take along, for whoever may. The one shape of which a file with what is not public is made.

use super::files::Member;
use super::matters::{AboutMatter, MatterEntry};
use jiff::Timestamp;
use record::audience::{Level, Reader};
use record::entry::Attachment;
use std::collections::BTreeSet;

/// What of a matter a viewer may take along, as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenMatter {
    /// The matter.
    pub id: String,
    /// Kind of the first of these entries.
    pub kind: String,
    /// What these entries are about, under names that are public or stand among them.
    pub about: AboutMatter,
    /// The narrowest level of these entries.
    pub level: Level,
    /// From whom it comes, as far as these entries say so.
    pub originator: Option<Reader>,
    /// The entries, in the order of recording; none where the viewer may read the matter and take nothing of it along.
    pub entries: Vec<TakenEntry>,
    /// How many entries the viewer may read and not take along. Not for the file.
    pub left: usize,
    /// When it was looked at.
    pub at: Timestamp,
    /// Whether it is an exercise.
    pub exercise: bool,
}

impl TakenMatter {
    /// The levels below public that the entries have, each once, the widest first.
    pub fn levels(&self) -> Vec<Level> {
        let levels = self.entries.iter().map(|entry| entry.shown.audience.level);
        let below_public: BTreeSet<Level> = levels.filter(|level| *level != Level::Public).collect();
        below_public.into_iter().collect()
    }
}

/// An entry that is taken along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenEntry {
    /// As the page of the matter shows it.
    pub shown: MatterEntry,
    /// Where it was read.
    pub source: Option<String>,
    /// What it says: the members of its body, texts as they are and all else as canonical JSON.
    pub says: Vec<Member>,
    /// The files that it names, of which what is taken along holds the names alone.
    pub attachments: Vec<Attachment>,
    /// What it corrects.
    pub corrects: Option<TakenCorrection>,
    /// Its canonical JSON, as it was recorded.
    pub canonical: String,
}

/// What a correction says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenCorrection {
    /// Id of the entry that it corrects.
    pub entry: String,
    /// Why.
    pub reason: String,
    /// Whether that entry is taken back.
    pub retracts: bool,
}
