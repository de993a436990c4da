//! The one small trait through which the register reads and writes the record.
//!
//! It answers a few general questions; a view is put together from them. No method a page.

use access::Viewer;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use record::audience::Audience;
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
    /// Who may know it now; see [`crate::closing`].
    pub audience: Audience,
}

/// Which entries are asked for. All in the order of recording, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Those of any of these matters.
    Matters(Vec<String>),
    /// Those about any of these subjects.
    About(Vec<Subject>),
    /// Those of any of these kinds.
    Kinds(Vec<String>),
    /// Those of a chain: an entry and all that correct it, named by the first entry.
    Chain(EntryId),
    /// All. For the plain fold, rebuilding and export only.
    All,
    /// All that are not public. Each is handed out, while [`Store::beyond`] is for figures.
    Beyond,
    /// All but this many that were recorded first: what came since [`Store::length`] was this.
    Since(u64),
}

/// What rows of read tables are derived for, and what stands in lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A person, by key.
    Person(String),
    /// A State, by ISO 3166-1 alpha-3.
    State(String),
    /// A matter: a row of one of the [`crate::files`].
    Matter(String),
}

/// What the texts of persons begin with.
pub const PERSONS: &str = "person:";
/// What the texts of States begin with.
pub const STATES: &str = "state:";
/// What the texts of matters begin with.
pub const MATTERS: &str = "matter:";

impl Unit {
    /// The text by which lists are ordered: `person:kony`, `state:FRA`, `matter:finding-sdn-2010-05-25`. That
    /// of a person or a State is that of the [`Subject`].
    pub fn text(&self) -> String {
        match self {
            Unit::Person(key) => format!("{PERSONS}{key}"),
            Unit::State(code) => format!("{STATES}{code}"),
            Unit::Matter(matter) => format!("{MATTERS}{matter}"),
        }
    }

    /// The unit of a text.
    pub fn parse(text: &str) -> Option<Unit> {
        let after = |beginning: &str| text.strip_prefix(beginning).filter(|key| !key.is_empty()).map(str::to_owned);
        after(PERSONS)
            .map(Unit::Person)
            .or_else(|| after(STATES).map(Unit::State))
            .or_else(|| after(MATTERS).map(Unit::Matter))
    }
}

/// What a derived fact says of a unit during an interval of days.
///
/// Derived by [`crate::derive`] out of the entries of one unit; the store keeps them in read tables from
/// which any day can be asked with a cost that grows with the answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// False: as public then (effective and disclosed); true: with hindsight (effective alone).
    pub hindsight: bool,
    /// The list in which the unit stands, e.g. `outstanding`; see [`crate::lists`].
    pub list: String,
    /// Empty for the whole list, or one part of it: `situation:ICC-02/04`, `reason:died`.
    pub scope: String,
    /// First day on which it holds.
    pub from: Date,
    /// First day on which it no longer holds, if any.
    pub until: Option<Date>,
    /// Day by which the list is ordered, earliest first; never later than `from`.
    pub since: Date,
    /// Text of the unit; second order.
    pub subject: String,
    /// What is ever asked of the list and scope, so that no row is kept for what nobody asks.
    pub kept: Kept,
}

/// What is asked of a list and scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Which units stand in it ([`Store::list`]).
    Listed,
    /// How many stand in it ([`Store::counts`], [`Store::steps`], [`Store::changes`]).
    Counted,
    /// Both.
    Both,
}

/// A folded name token under which a unit is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameToken {
    /// Folded token (see [`crate::names::fold`]).
    pub token: String,
    /// Text of the unit.
    pub subject: String,
    /// The first day on which the unit exists for a reader, as public then.
    pub disclosed: Date,
    /// The same with hindsight.
    pub effective: Date,
}

/// Everything that is derived out of the entries of one unit, for one face.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Facts, sorted.
    pub facts: Vec<Fact>,
    /// Name tokens, sorted, none twice.
    pub names: Vec<NameToken>,
}

/// Derives a unit's rows from its entries. Given to the store at opening, so that rows change in the
/// transaction that appends, and can be dropped and rebuilt.
pub trait Derive: Send + Sync {
    /// The units whose rows an entry can change, each once: persons and States among those that it is
    /// about, and its matter where that begins as [`Derive::matters`] says. Whoever reads the entry or not,
    /// the answer is the same.
    fn units(&self, entry: &Entry) -> Vec<Unit>;

    /// What the matters that are units begin with, so that a rebuild finds them without reading every
    /// entry.
    fn matters(&self) -> Vec<String>;

    /// The rows of a unit. `entries` are all entries with the unit among their [`Derive::units`] that the
    /// face may read, in the order of recording.
    fn derive(&self, unit: &Unit, entries: &[Recorded]) -> Derived;

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
    /// Rows after this one in the order of `since`, then text of the unit; the empty text stands before all
    /// units of a day.
    pub after: Option<(Date, String)>,
    /// How many rows at most.
    pub limit: usize,
}

/// A way in which units may answer to words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought<'a> {
    /// What the texts of the units begin with: [`PERSONS`], [`STATES`], [`MATTERS`], or empty for all.
    pub sort: &'a str,
    /// For each word the tokens any one of which must be the beginning of a name token. Without a word, or with one
    /// that has no token, nothing answers.
    pub words: &'a [Vec<String>],
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

    /// The same for what was decided over the first so many entries of the record: [`StoreError::Raced`] where one of the
    /// sort was recorded since, whoever may see it. Acts about accounts are of one sort ([`crate::kinds::is_of_account`]),
    /// and so are acts in requests of one kind, those by which requests come to a State's own record, what is written of
    /// what the laws of States need, and issues of reports.
    async fn append_over(&self, viewer: &Viewer, drafts: Vec<Draft>, read: u64) -> Result<Vec<Recorded>, StoreError>;

    /// One entry, if this viewer may see it.
    async fn entry(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError>;

    /// The order that erased an entry, if this viewer may see the order; see [`crate::erasure`].
    async fn erasure(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError>;

    /// Whether what an order erased was taken out of the database's log and its free places too. It is asked of one order
    /// that somebody saw, and never of all: that something waits elsewhere would tell that something was erased there.
    async fn is_cleared_after(&self, order: &Recorded) -> Result<bool, StoreError>;

    /// Entries that this viewer may see and that were recorded at or before `known_by`.
    async fn entries(&self, viewer: &Viewer, of: Of, known_by: Option<Timestamp>) -> Result<Vec<Recorded>, StoreError>;

    /// The newest entries of these kinds that this viewer may see, newest first, at most `limit`; with `before`
    /// only those that stand before that place in the order of recording.
    async fn latest(&self, viewer: &Viewer, kinds: &[&str], before: Option<u64>, limit: usize) -> Result<Vec<Recorded>, StoreError>;

    /// How many entries there are, whoever may see them: for what is kept in memory and must be renewed. Never shown.
    async fn length(&self) -> Result<u64, StoreError>;

    /// The instant of the newest entry that this viewer may see.
    async fn last_recorded(&self, viewer: &Viewer) -> Result<Timestamp, StoreError>;

    /// Entries that are not public and that this viewer may see, in the order of recording, to make figures and lists of:
    /// that a person saw figures is told to the audit, not that they opened each matter. Whatever is shown of a matter
    /// itself is read by another way. Whoever may see none is answered without a question to the database.
    async fn beyond(&self, viewer: &Viewer) -> Result<Vec<Recorded>, StoreError>;

    /// Entries about one of these that this viewer may see, public ones too, in the order of recording, told to the audit as
    /// [`Store::beyond`] tells it: to work something out of all of them. Whatever is shown, or what it rests on, is read by
    /// another way.
    async fn weighed(&self, viewer: &Viewer, about: Vec<Subject>) -> Result<Vec<Recorded>, StoreError>;

    /// A page of a list as at a day: `since` and text of the unit of each row, in order.
    async fn list(&self, at: &ListAt) -> Result<Vec<(Date, String)>, StoreError>;

    /// How many rows such a page would have without its limit.
    async fn how_many(&self, at: &ListAt) -> Result<u64, StoreError>;

    /// How many stand in each of these parts of a list as at a day, by scope; parts with none are left out.
    async fn counts(&self, hindsight: bool, list: &str, scopes: Scopes<'_>, day: Date) -> Result<Vec<(String, u64)>, StoreError>;

    /// The days on which the count of a list (or part) changed and what it was from that day.
    async fn steps(&self, hindsight: bool, list: &str, scope: &str) -> Result<Vec<(Date, u64)>, StoreError>;

    /// The days from `from` on and before `until` on which the count of a list (or part) changed, in order.
    async fn changes(&self, hindsight: bool, list: &str, scope: &str, from: Date, until: Date) -> Result<Vec<Date>, StoreError>;

    /// For each of some ways the units that answer so and exist for the reader by the day; texts in order, at most
    /// `limit` of each way. However many ways and tokens, the database is asked the same few times.
    async fn names(&self, ways: &[Sought<'_>], hindsight: bool, day: Date, limit: usize) -> Result<Vec<Vec<String>>, StoreError>;

    /// What the first entry fixed.
    async fn genesis(&self) -> Result<Genesis, StoreError>;

    /// The newest signed checkpoint.
    async fn checkpoint(&self) -> Result<SignedCheckpoint, StoreError>;

    /// The proof of an entry that this viewer may see.
    async fn proof(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Proof>, StoreError>;
}
