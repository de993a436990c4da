//! The one small trait through which the register reads and writes the record.
//!
//! It answers a few general questions; a view is put together from them. No method a page.

use access::{Face, Viewer};
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use record::entry::{Draft, Entry, EntryId, Subject};

/// An entry as the store hands it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The entry.
    pub entry: Entry,
    /// SHA-256 of the leaf, by which the entry is known in trees and on pages.
    pub leaf_hash: [u8; 32],
    /// Place in the order of recording. Never shown.
    pub position: u64,
}

/// Which entries are asked for. All in the order of recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Those of a matter.
    Matter(String),
    /// Those about any of these subjects. An entry about several of them comes once.
    About(Vec<Subject>),
    /// Those of a kind.
    Kind(String),
    /// Those of a chain: an entry and all that correct it, named by the first entry.
    Chain(EntryId),
    /// All. For the plain fold, rebuilding and export only.
    All,
}

/// What a derived fact says of a subject during an interval of days.
///
/// Derived by [`crate::derive`] out of the entries about one person; the store keeps them in read
/// tables from which any day can be asked with a cost that grows with the answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// False: as public then (effective and disclosed); true: with hindsight (effective alone).
    pub hindsight: bool,
    /// The list in which the subject stands, e.g. `outstanding`; see [`crate::lists`].
    pub list: String,
    /// Empty for the whole list, or one part of it: `situation:ICC-02/04`, `reason:died`.
    pub scope: String,
    /// First day on which it holds.
    pub from: Date,
    /// First day on which it no longer holds, if any.
    pub until: Option<Date>,
    /// Day by which the list is ordered, earliest first; never later than `from`.
    pub since: Date,
    /// Key of the person; second order.
    pub subject: String,
    /// What is ever asked of the list and scope, so that no row is kept for what nobody asks.
    pub kept: Kept,
}

/// What is asked of a list and scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Who stands in it ([`Store::list`]).
    Listed,
    /// How many stand in it ([`Store::counts`], [`Store::steps`], [`Store::changes`]).
    Counted,
    /// Both.
    Both,
}

/// A folded name token under which a person is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameToken {
    /// Folded token (see [`crate::names::fold`]).
    pub token: String,
    /// Key of the person.
    pub subject: String,
    /// The first day on which the person exists for a reader, as public then.
    pub disclosed: Date,
    /// The same with hindsight.
    pub effective: Date,
}

/// Everything that is derived out of the entries about one person, for one face.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Facts, sorted.
    pub facts: Vec<Fact>,
    /// Name tokens, sorted, none twice.
    pub names: Vec<NameToken>,
}

/// Derives a person's rows from the entries about them. Given to the store at opening, so that rows
/// change in the transaction that appends, and can be dropped and rebuilt.
pub trait Derive: Send + Sync {
    /// `entries` are all entries about the person that the face may read, in the order of recording.
    fn derive(&self, person: &str, entries: &[Recorded]) -> Derived;

    /// Names the law and the code that derive. The store derives all rows anew where it was another one
    /// that derived them.
    fn edition(&self) -> String;
}

/// A page of a list as at a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAt {
    /// Which reading.
    pub hindsight: bool,
    /// Which list, e.g. `outstanding`.
    pub list: String,
    /// Which part of it; empty for all.
    pub scope: String,
    /// The day.
    pub day: Date,
    /// Only rows with `since` on or before this day.
    pub since_by: Option<Date>,
    /// Rows after this one in the order of `since`, then key.
    pub after: Option<(Date, String)>,
    /// How many rows at most.
    pub limit: usize,
}

/// Which parts of a list are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scopes<'a> {
    /// This one; the empty scope is the whole list.
    One(&'a str),
    /// All that begin so.
    Beginning(&'a str),
}

/// What an entry's proof rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The text of the proof file (see `record::proof`).
    Ready(String),
    /// The entry is younger than the last mark; a proof exists from this instant.
    From(Timestamp),
}

/// The signed state of the public log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// The checkpoint in the form of C2SP `tlog-checkpoint`, with its signature.
    pub text: String,
    /// Root hash of the log.
    pub root: [u8; 32],
    /// The mark that the last tick belongs to.
    pub mark: Timestamp,
}

/// What the first entry fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genesis {
    /// Origin of the checkpoints.
    pub origin: String,
    /// True for an exercise record.
    pub exercise: bool,
    /// When the record began.
    pub began: Timestamp,
}

/// Why the store could not do it. Texts say what, where and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The entries were refused; nothing was written.
    #[error("{0}")]
    Refused(String),
    /// Somebody else appended a version in between; read again and repeat.
    #[error("another version of this fact was recorded meanwhile; read it again and repeat the correction")]
    Raced,
    /// The disk is full; nothing was lost, nothing was written.
    #[error("the disk is full: nothing was written and nothing is lost; free space where the data folder lies and repeat the command")]
    DiskFull,
    /// The database could not be read or written.
    #[error("the record could not be read or written: {0}")]
    Database(String),
    /// What was read is not what was written.
    #[error("the record is damaged: {0}; run `comity record verify` to find every such place, and restore from a backup")]
    Damaged(String),
}

/// The record, its read tables and its proofs.
#[async_trait]
pub trait Store: Send + Sync {
    /// Appends the drafts in one transaction and returns them as recorded: all or none. Refuses an
    /// id that is taken, a reference to an entry that is missing or narrower, a correction whose
    /// `saw` is not the newest version of its chain ([`StoreError::Raced`]), and exercise matter in
    /// a real record. `import` closes a tick at once for the entries of a public pack.
    async fn append(&self, viewer: &Viewer, drafts: Vec<Draft>, import: bool) -> Result<Vec<Recorded>, StoreError>;

    /// One entry, if this viewer may see it.
    async fn entry(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError>;

    /// Entries that this viewer may see and that were recorded at or before `known_by`.
    async fn entries(&self, viewer: &Viewer, of: Of, known_by: Option<Timestamp>) -> Result<Vec<Recorded>, StoreError>;

    /// The instant of the newest entry that this viewer may see.
    async fn last_recorded(&self, viewer: &Viewer) -> Result<Timestamp, StoreError>;

    /// A page of a list as at a day: `since` and key of each row, in order.
    async fn list(&self, viewer: &Viewer, at: &ListAt) -> Result<Vec<(Date, String)>, StoreError>;

    /// How many stand in each of these parts of a list as at a day, by scope; parts with none are left out.
    async fn counts(
        &self,
        viewer: &Viewer,
        hindsight: bool,
        list: &str,
        scopes: Scopes<'_>,
        day: Date,
    ) -> Result<Vec<(String, u64)>, StoreError>;

    /// The days on which the count of a list (or part) changed and what it was from that day.
    async fn steps(&self, viewer: &Viewer, hindsight: bool, list: &str, scope: &str) -> Result<Vec<(Date, u64)>, StoreError>;

    /// The days from `from` on and before `until` on which the count of a list (or part) changed, in order.
    async fn changes(
        &self,
        viewer: &Viewer,
        hindsight: bool,
        list: &str,
        scope: &str,
        from: Date,
        until: Date,
    ) -> Result<Vec<Date>, StoreError>;

    /// Persons of whom every token is the beginning of a name token, that exist for the reader by the
    /// day; keys in order, at most `limit`.
    async fn names(&self, viewer: &Viewer, tokens: &[String], hindsight: bool, day: Date, limit: usize) -> Result<Vec<String>, StoreError>;

    /// What the first entry fixed.
    async fn genesis(&self) -> Result<Genesis, StoreError>;

    /// The newest signed checkpoint.
    async fn checkpoint(&self) -> Result<SignedCheckpoint, StoreError>;

    /// The proof of an entry that this viewer may see.
    async fn proof(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Proof>, StoreError>;
}

/// The faces for which a store keeps read tables.
pub const FACES: [Face; 2] = [Face::Public, Face::Operator];
