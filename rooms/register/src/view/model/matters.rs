//! Matters that are not public, for whoever may see them. These are shown on pages alone; what is taken along as a file
//! is a [`TakenMatter`](super::TakenMatter).

use super::parts::PersonRef;
use crate::directory::StateRef;
use jiff::Timestamp;
use record::audience::{Audience, Level, Reader};
use record::entry::Author;

/// What matters are about, under the names that the viewer may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutMatter {
    /// Persons.
    pub persons: Vec<PersonRef>,
    /// States.
    pub states: Vec<StateRef>,
    /// Numbers of situations and cases.
    pub numbers: Vec<String>,
}

/// A matter that is not public, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterRow {
    /// The matter.
    pub id: String,
    /// Kind of the first entry that the viewer may see.
    pub kind: String,
    /// What it is about.
    pub about: AboutMatter,
    /// The narrowest level of what the viewer may see of it.
    pub level: Level,
    /// When the newest entry was recorded that the viewer may see.
    pub newest: Timestamp,
}

/// An entry of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterEntry {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// When it happened, in the text form of `record::when::When`.
    pub effective: String,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Who recorded it.
    pub author: Author,
    /// Who may know it now.
    pub audience: Audience,
    /// The ground on which it is not public.
    pub basis: Option<String>,
    /// The names of its files, in their order.
    pub files: Vec<String>,
}

/// A matter as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterView {
    /// The matter.
    pub id: String,
    /// Kind of its first entry.
    pub kind: String,
    /// What it is about.
    pub about: AboutMatter,
    /// The narrowest level of what the viewer may see of it.
    pub level: Level,
    /// From whom it comes; of what is public the viewer themselves, who would close it.
    pub originator: Option<Reader>,
    /// Its entries in the order of recording, those of people (who has it, emergencies) left out.
    pub entries: Vec<MatterEntry>,
    /// Whether the viewer may close it further.
    pub may_narrow: bool,
    /// Whether the viewer may open it by a decision.
    pub may_unseal: bool,
    /// Whether the viewer may withdraw from the public what of it is public.
    pub may_withdraw: bool,
    /// Whether the viewer may take anything of it along that is not public.
    pub may_export: bool,
}

/// What is not public among what a page is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotPublic {
    /// The narrowest level; none where all is public.
    pub level: Option<Level>,
    /// How many facts.
    pub facts: u64,
}

/// Who may know an entry that is not public, and why not others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Its matter; none of what is recorded of an account, which is no matter that has a page.
    pub matter: Option<String>,
    /// Who may know it now.
    pub audience: Audience,
    /// The ground on which it is not public.
    pub basis: Option<String>,
}
