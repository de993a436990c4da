//! The record in SQLite or PostgreSQL: heads and bodies, ticks and log, and the read tables that are derived from
//! them, behind the one trait that the register asks through. No SQL stands outside this room.
//!
//! Read in this order: `database` (where it lies), `sql` (how one statement serves both databases), `schema`
//! (the tables), `begin` (the first entry), `check`, `append` and `group` (how entries come in), `filter` and `read` (how they are read), `ticks` and `proofs` (how they are proved), `day`,
//! `tables`, `rows`, `sums` and `lists` (what is derived), `verify`, `export` and `import`; `erase` (how a body goes), `attachments` (the files that entries name), `backup`; `audit` (what was read and done, in a database of its own). `keys` holds the
//! secrets, `tail` seals where the record ends, `writing` and `fail` keep transactions and errors in order.

// So that the helpers of the tests beside `src` serve those within it too.
#[cfg(test)]
extern crate self as store;

mod append;
mod attachments;
mod audit;
mod backup;
mod begin;
mod bulk;
mod check;
mod closings;
mod database;
mod day;
mod decided;
mod desk;
mod erase;
mod export;
mod fail;
mod filter;
mod group;
mod import;
mod keys;
mod lists;
mod master;
mod names;
mod proofs;
mod read;
mod requests;
mod rows;
mod schema;
mod shelf;
mod shelving;
mod sql;
mod steps;
mod stream;
mod sums;
mod tables;
mod tail;
#[cfg(test)]
mod tests;
mod ticks;
mod vault;
mod verify;
mod writing;

use crate::audit::Reads;
use crate::begin::Terms;
use crate::database::{Database, Held, Moment, Place, Schema};
use crate::fail::Failure;
use crate::filter::Sight;
use crate::group::Queue;
use crate::keys::Keys;
use crate::shelving::Shelver;
use crate::sql::Link;
use crate::steps::KnownSteps;
use crate::vault::Vault;
use crate::writing::Writing;
use access::Viewer;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use record::entry::{Draft, EntryId, Subject};
use register::outside::Outside;
use register::port::{Derive, Genesis, ListAt, Of, Proof, Recorded, Scopes, SignedCheckpoint, Sought, Store, StoreError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use attachments::AttachmentFolder;
pub use audit::{AUDIT, AuditFault, AuditReport, AuditStore};
#[doc(hidden)]
pub use backup::door as backup_door;
pub use backup::{BackedUp, Restored};
pub use database::Address;
pub use desk::{AnswerStore, DESK, DeskStore, DraftStore};
pub use verify::{VerifyFault, VerifyReport};

/// The name of the database in the data folder.
pub const DATABASE: &str = "record.sqlite";

/// Where a record lies.
#[derive(Clone, Debug)]
pub struct Home {
    /// The data folder, which holds the secrets. It is created where it is missing, for its owner alone.
    pub folder: PathBuf,
    /// The database on a PostgreSQL server that holds record and desk; unless given, files in the folder do.
    pub database: Option<Address>,
    /// The file of the master key; unless given, `master.key` in the folder.
    pub master_key: Option<PathBuf>,
}

impl Home {
    fn master(&self) -> PathBuf {
        master::place(&self.folder, self.master_key.as_deref())
    }

    fn place(&self) -> Place {
        match &self.database {
            Some(address) => Place::Server(address.clone(), Schema::Record),
            None => Place::File(self.folder.join(DATABASE)),
        }
    }
}

impl From<&Path> for Home {
    /// A folder that holds all.
    fn from(folder: &Path) -> Home {
        Home {
            folder: folder.to_owned(),
            database: None,
            master_key: None,
        }
    }
}

impl std::fmt::Display for Home {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.database {
            Some(address) => write!(f, "{address}"),
            None => write!(f, "{}", self.folder.display()),
        }
    }
}

/// Whether a record is real. Fixed by its first entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Refuses exercise matter.
    Real,
    /// For exercises and demonstrations; may load the public record.
    Exercise,
}

impl Sort {
    fn word(self) -> &'static str {
        match self {
            Sort::Real => "real",
            Sort::Exercise => "exercise",
        }
    }

    fn from_word(word: &str) -> Option<Sort> {
        [Sort::Real, Sort::Exercise].into_iter().find(|sort| sort.word() == word)
    }
}

/// A record: in `record.sqlite` in a folder or in a database on a server, and its secrets in `keys.json` in the
/// folder.
///
/// Several processes may have one record open: writers wait for each other, readers wait for nobody.
#[derive(Clone)]
pub struct RecordStore {
    database: Database,
    keys: Arc<Keys>,
    vault: Arc<Vault>,
    terms: Arc<Terms>,
    /// The verifier key of this folder's signing key.
    verifier_key: String,
    outside: Arc<dyn Outside>,
    derive: Arc<dyn Derive>,
    queue: Arc<Queue>,
    audit: Arc<AuditStore>,
    attachments: Arc<AttachmentFolder>,
    reads: Arc<Reads>,
    steps: Arc<KnownSteps>,
}

impl RecordStore {
    /// Opens a record. Where there is none one is begun, and `sort` is what it becomes.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where the database is of a newer version or another program, or the keys
    /// are missing or those of another record; otherwise what hinders reading and writing.
    pub async fn open(home: &Home, sort: Sort, outside: Arc<dyn Outside>, derive: Arc<dyn Derive>) -> Result<RecordStore, StoreError> {
        keys::create_folder(&home.folder)?;
        let database = Database::open(home.place(), schema::VERSION).await?;
        Ok(RecordStore::begin_or_go_on(home, sort, database, outside, derive).await?)
    }

    async fn begin_or_go_on(
        home: &Home,
        sort: Sort,
        database: Database,
        outside: Arc<dyn Outside>,
        derive: Arc<dyn Derive>,
    ) -> Result<RecordStore, Failure> {
        let folder = &home.folder;
        // Read once: it may come through a pipe.
        let path = home.master();
        let mut master = master::load(&path)?;
        let mut reader = database.read.hold().await?;
        // A record that was begun is opened without a lock, whoever writes meanwhile.
        if !schema::has_tables(&mut reader.link(), &database.place).await? {
            let mut writing = Writing::begin_new(&database.write).await?;
            let done = begin::begin_if_new(&mut writing.link(), &database.place, folder, (&path, master), sort, &*outside).await;
            writing.end(done).await?;
        }
        if master::next(&path).exists() {
            let origin = begin::terms(&mut reader.link()).await?.origin;
            let mut writing = Writing::begin(&database.write).await?;
            let done = master::finish_change(&mut writing.link(), &path, &origin).await;
            writing.end(done).await?;
            master = None;
        }
        let (keys, vault, terms) = begin::go_on(&mut reader.link(), folder, (&path, master)).await?;
        drop(reader);
        let store = RecordStore::of(folder, database, keys, vault, terms, outside, derive);
        store.fit_tables().await?;
        store.finish_clearing().await?;
        // What cannot be removed now is tried again when somebody looks, and no reason not to open.
        let _ = store.attachments.forget().await;
        Ok(store)
    }

    /// `folder` is that of the secrets.
    fn of(
        folder: &Path,
        database: Database,
        keys: Keys,
        vault: Vault,
        terms: Terms,
        outside: Arc<dyn Outside>,
        derive: Arc<dyn Derive>,
    ) -> RecordStore {
        let verifier_key = terms.verifier_key_of(&keys.signing.verifying_key());
        let vault = Arc::new(vault);
        let audit = AuditStore::beside(&database.place, vault.clone(), outside.clone());
        RecordStore {
            attachments: Arc::new(AttachmentFolder::beside(folder, vault.clone(), outside.clone())),
            audit: Arc::new(audit),
            reads: Arc::default(),
            steps: Arc::default(),
            database,
            keys: Arc::new(keys),
            vault,
            terms: Arc::new(terms),
            verifier_key,
            outside,
            derive,
            queue: Arc::default(),
        }
    }

    /// Whether a record lies there already. Nothing is made or changed.
    ///
    /// # Errors
    /// The server cannot be asked.
    pub async fn lies_at(home: &Home) -> Result<bool, StoreError> {
        match home.place() {
            Place::File(file) => Ok(file.exists()),
            Place::Server(address, _) => Ok(schema::lies_at(&address).await?),
        }
    }

    /// Derives the read tables anew where another law or program derived them.
    async fn fit_tables(&self) -> Result<(), Failure> {
        let derived_by = schema::derived_by(&mut self.read().await?.link()).await?;
        if derived_by.as_deref() == Some(self.derive.edition().as_str()) {
            Ok(())
        } else {
            self.rebuild_tables().await
        }
    }

    /// The audit beside the record.
    pub fn audit(&self) -> Arc<AuditStore> {
        self.audit.clone()
    }

    /// The files that entries name.
    pub fn attachments(&self) -> Arc<AttachmentFolder> {
        self.attachments.clone()
    }

    /// Closes the database. What was acknowledged is safe without it; the files are tidier with it.
    pub async fn close(&self) {
        self.audit.close().await;
        self.database.close().await;
    }

    /// Whether the record holds nothing but its first entry.
    pub async fn is_fresh(&self) -> Result<bool, StoreError> {
        Ok(tail::Tail::load(&mut self.read().await?.link(), &self.keys.seal).await?.count == 1)
    }

    /// The verifier key under which checkpoints and proofs of this folder are signed: `NAME+HASH+KEY`
    /// of C2SP `signed-note`.
    pub fn verifier_key_text(&self) -> String {
        self.verifier_key.clone()
    }

    /// Closes a tick for every mark that has passed since the last; how many.
    pub async fn tick_due(&self) -> Result<u64, StoreError> {
        Ok(self.close_due().await?)
    }

    /// Draws another master key and wraps the keys of all sealed matter with it; how many. What is encrypted stays as
    /// it is. Whoever has the record open goes on with the old key and must open it anew.
    ///
    /// # Errors
    /// A key does not open with the master key at hand, or a file cannot be written; then nothing was changed.
    pub async fn change_master_key(&self, home: &Home) -> Result<u64, StoreError> {
        let path = home.master();
        if path.starts_with("/dev") {
            return Err(StoreError::Refused(format!(
                "{} is no file in which another key could be written; give the file of the master key",
                path.display()
            )));
        }
        let key = vault::drawn(&*self.outside);
        // With the lock, so that nobody takes what stands beside for the rest of a change that was cut off.
        let mut writing = self.begin_write().await?;
        let done = match master::save(&master::next(&path), &key) {
            Ok(()) => self.vault.rewrap(&mut writing.link(), &key, &*self.outside).await,
            Err(failure) => Err(failure),
        };
        let changed = writing.end(done).await?;
        master::put_in_place(&path)?;
        Ok(changed)
    }

    /// Derives the read tables anew from the entries: after a change of the law or of this program.
    /// What an erasure that was cut off left in free places of the database goes too.
    pub async fn rebuild(&self) -> Result<(), StoreError> {
        self.rebuild_tables().await?;
        let erased = sql::query("SELECT COUNT(*) FROM (SELECT 1 FROM erased LIMIT 1) AS one");
        if erased.count(&mut self.read().await?.link()).await? > 0 {
            erase::clear_away(self).await?;
        }
        Ok(())
    }

    async fn rebuild_tables(&self) -> Result<(), Failure> {
        let mut writing = self.begin_write().await?;
        let done = self.rebuild_within(&mut writing.link()).await;
        writing.end(done).await
    }

    async fn rebuild_within(&self, connection: &mut Link<'_>) -> Result<(), Failure> {
        schema::empty_read_tables(connection).await?;
        self.shelver().shelve_all(connection).await?;
        tables::derive_all(connection, &self.vault, &*self.derive).await?;
        schema::set_derived_by(connection, &self.derive.edition()).await?;
        schema::weigh(connection).await
    }

    /// What puts entries on their shelves.
    fn shelver(&self) -> Shelver<'_> {
        Shelver {
            vault: &self.vault,
            outside: &*self.outside,
        }
    }

    async fn read(&self) -> Result<Held, Failure> {
        self.database.read.hold().await
    }

    /// A transaction that sees one moment of the record.
    async fn begin_read(&self) -> Result<Moment, Failure> {
        self.database.read.moment().await
    }

    async fn begin_write(&self) -> Result<Writing, Failure> {
        Writing::begin(&self.database.write).await
    }
}

#[async_trait]
impl Store for RecordStore {
    async fn append(&self, viewer: &Viewer, drafts: Vec<Draft>, import: bool) -> Result<Vec<Recorded>, StoreError> {
        self.append_all(viewer, drafts, import, None).await
    }

    async fn append_over(&self, viewer: &Viewer, drafts: Vec<Draft>, read: u64) -> Result<Vec<Recorded>, StoreError> {
        self.append_all(viewer, drafts, false, Some(read)).await
    }

    async fn entry(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError> {
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let found = read::entry(link, &sight, id).await?;
        drop(moment);
        Ok(self.hand_out(viewer, Vec::from_iter(found)).await?.pop())
    }

    async fn erasure(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, StoreError> {
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let found = read::order_of(link, &sight, id).await?;
        drop(moment);
        Ok(self.hand_out(viewer, Vec::from_iter(found)).await?.pop())
    }

    async fn is_cleared_after(&self, order: &Recorded) -> Result<bool, StoreError> {
        self.nothing_left_of(order).await
    }

    async fn entries(&self, viewer: &Viewer, of: Of, known_by: Option<Timestamp>) -> Result<Vec<Recorded>, StoreError> {
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let found = read::entries(link, &sight, &of, known_by).await?;
        drop(moment);
        self.hand_out(viewer, found).await
    }

    async fn latest(&self, viewer: &Viewer, kinds: &[&str], before: Option<u64>, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let found = read::latest(link, &sight, kinds, before, limit).await?;
        drop(moment);
        self.hand_out(viewer, found).await
    }

    async fn length(&self) -> Result<u64, StoreError> {
        let mut moment = self.begin_read().await?;
        let length: Option<i64> = sql::query("SELECT count FROM newest WHERE one = 1")
            .value(&mut moment.link())
            .await?;
        Ok(read::unsigned(length.unwrap_or_default(), "the number of entries")?)
    }

    async fn last_recorded(&self, viewer: &Viewer) -> Result<Timestamp, StoreError> {
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        // The first entry is public: there is always one.
        Ok(read::last_recorded(link, &sight).await?.unwrap_or(self.terms.began))
    }

    async fn beyond(&self, viewer: &Viewer) -> Result<Vec<Recorded>, StoreError> {
        if *viewer == Viewer::public() {
            return Ok(Vec::new());
        }
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let entries = read::entries(link, &sight, &Of::Beyond, None).await?;
        drop(moment);
        self.hand_out_for_figures(viewer, entries).await
    }

    async fn weighed(&self, viewer: &Viewer, about: Vec<Subject>) -> Result<Vec<Recorded>, StoreError> {
        let mut moment = self.begin_read().await?;
        let link = &mut moment.link();
        let sight = Sight::of(link, &self.vault, viewer).await?;
        let entries = read::entries(link, &sight, &Of::About(about), None).await?;
        drop(moment);
        self.hand_out_for_figures(viewer, entries).await
    }

    async fn list(&self, at: &ListAt) -> Result<Vec<(Date, String)>, StoreError> {
        Ok(lists::list(&mut self.read().await?.link(), at).await?)
    }

    async fn how_many(&self, at: &ListAt) -> Result<u64, StoreError> {
        Ok(lists::how_many(&mut self.read().await?.link(), at).await?)
    }

    async fn counts(&self, hindsight: bool, list: &str, scopes: Scopes<'_>, day: Date) -> Result<Vec<(String, u64)>, StoreError> {
        Ok(sums::counts(&mut self.read().await?.link(), hindsight, list, scopes, day).await?)
    }

    async fn steps(&self, hindsight: bool, list: &str, scope: &str) -> Result<Vec<(Date, u64)>, StoreError> {
        Ok(self.steps.of(&mut self.begin_read().await?.link(), hindsight, list, scope).await?)
    }

    async fn changes(&self, hindsight: bool, list: &str, scope: &str, from: Date, until: Date) -> Result<Vec<Date>, StoreError> {
        Ok(sums::changes(&mut self.read().await?.link(), hindsight, (list, scope), (from, until)).await?)
    }

    async fn names(&self, ways: &[Sought<'_>], hindsight: bool, day: Date, limit: usize) -> Result<Vec<Vec<String>>, StoreError> {
        Ok(names::names(&mut self.read().await?.link(), ways, hindsight, day, limit).await?)
    }

    async fn genesis(&self) -> Result<Genesis, StoreError> {
        Ok(Genesis {
            origin: self.terms.origin.clone(),
            exercise: self.terms.sort == Sort::Exercise,
            began: self.terms.began,
        })
    }

    async fn checkpoint(&self) -> Result<SignedCheckpoint, StoreError> {
        let mut transaction = self.begin_read().await?;
        Ok(self.newest_checkpoint(&mut transaction.link()).await?.0)
    }

    async fn proof(&self, viewer: &Viewer, id: &EntryId) -> Result<Option<Proof>, StoreError> {
        // A proof holds the whole entry.
        if viewer.account().is_some() && self.entry(viewer, id).await?.is_none() {
            return Ok(None);
        }
        Ok(self.prove(viewer, id).await?)
    }
}
