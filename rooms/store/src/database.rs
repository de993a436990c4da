//! Where a record or a desk lies, and the connections to it: an SQLite file, or a PostgreSQL server.

use crate::fail::{Failure, is_busy};
use crate::sql::{Link, query};
use register::port::StoreError;
use sqlx::pool::{PoolConnection, PoolOptions};
use sqlx::postgres::PgPool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};
use sqlx::{Connection, Database as Driver, Postgres, Sqlite, SqliteConnection, Transaction};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

mod address;
pub use address::Address;

/// How long a writer waits for another process, and anybody for a server that does not answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How long it waits between two tries of its own.
pub(crate) const PAUSE: Duration = Duration::from_millis(20);
/// How many connections read.
const READERS: u32 = 4;

/// How many prepared statements a connection keeps: those of each number of rows, see [`crate::bulk`].
const STATEMENTS: usize = 300;

/// What lies at a place, and under which name: a schema of PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    /// The record.
    Record,
    /// A record that is being imported and takes the place of [`Schema::Record`] once it is whole.
    Importing,
    /// The desk.
    Desk,
    /// The audit.
    Audit,
    /// A desk that is being restored and takes the place of [`Schema::Desk`] once all is whole.
    ImportingDesk,
    /// The same of an audit.
    ImportingAudit,
}

impl Schema {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Schema::Record => "record",
            Schema::Importing => "record_importing",
            Schema::Desk => "desk",
            Schema::Audit => "audit",
            Schema::ImportingDesk => "desk_importing",
            Schema::ImportingAudit => "audit_importing",
        }
    }
}

/// Where a database lies.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// A file.
    File(PathBuf),
    /// A schema on a server.
    Server(Address, Schema),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::File(file) => write!(f, "{}", file.display()),
            Place::Server(address, _) => write!(f, "{address}"),
        }
    }
}

/// After the server was lost, connections that were idle then may be dead: each is tried before it is used again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Suspect {
    /// How many connections to try, of those that write and of those that read. One that fails casts doubt on all.
    to_try: Arc<[AtomicU32; 2]>,
    readers: bool,
}

impl Suspect {
    /// The same doubt, about the connections that read.
    fn of_readers(&self) -> Suspect {
        Suspect {
            to_try: self.to_try.clone(),
            readers: true,
        }
    }

    /// Takes note of an outcome that says that the server was lost.
    pub(crate) fn heed<T>(&self, outcome: Result<T, sqlx::Error>) -> Result<T, sqlx::Error> {
        if outcome.as_ref().is_err_and(crate::fail::is_lost) {
            self.to_try.iter().for_each(|count| count.store(READERS, Ordering::Relaxed));
        }
        outcome
    }

    /// Whether the next connection must be tried.
    fn next(&self) -> bool {
        let count = &self.to_try[usize::from(self.readers)];
        count
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| count.checked_sub(1))
            .is_ok()
    }
}

/// Connections that are alike.
#[derive(Clone, Debug)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool, Suspect),
}

impl Pool {
    /// A connection, for statements that need not be of one moment.
    pub(crate) async fn hold(&self) -> Result<Held, Failure> {
        Ok(match self {
            Pool::Sqlite(pool) => Held::Sqlite(pool.acquire().await?),
            Pool::Postgres(pool, suspect) => Held::Postgres(suspect.heed(pool.acquire().await)?, suspect.clone()),
        })
    }

    /// A transaction that sees one moment and writes nothing.
    pub(crate) async fn moment(&self) -> Result<Moment, Failure> {
        Ok(match self {
            Pool::Sqlite(pool) => Moment::Sqlite(pool.begin().await?),
            Pool::Postgres(pool, suspect) => {
                // Between the statements of a transaction of PostgreSQL's default level others may commit.
                let begun = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
                Moment::Postgres(suspect.heed(begun)?, suspect.clone())
            }
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Pool::Sqlite(pool) => pool.close().await,
            Pool::Postgres(pool, _) => pool.close().await,
        }
    }
}

/// A connection out of a pool, to which it goes back.
pub(crate) enum Held {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>, Suspect),
}

impl Held {
    pub(crate) fn link(&mut self) -> Link<'_> {
        match self {
            Held::Sqlite(connection) => Link::Sqlite(connection),
            Held::Postgres(connection, suspect) => Link::Postgres(connection, suspect),
        }
    }

    /// Closes the connection instead of giving it back; what it had begun is taken back.
    pub(crate) fn give_up(&mut self) {
        match self {
            Held::Sqlite(connection) => connection.close_on_drop(),
            Held::Postgres(connection, _) => connection.close_on_drop(),
        }
    }
}

/// A transaction that sees one moment of the database.
pub(crate) enum Moment {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>, Suspect),
}

impl Moment {
    pub(crate) fn link(&mut self) -> Link<'_> {
        match self {
            Moment::Sqlite(transaction) => Link::Sqlite(transaction),
            Moment::Postgres(transaction, suspect) => Link::Postgres(transaction, suspect),
        }
    }
}

/// The connections to one database: a single one that writes, and a few that read.
#[derive(Clone, Debug)]
pub(crate) struct Database {
    pub(crate) write: Pool,
    pub(crate) read: Pool,
    pub(crate) place: Place,
}

impl Database {
    /// Opens the database of a record or an audit. Whether it is ours, and of the version that is read, is checked
    /// before anything is changed.
    pub(crate) async fn open(place: Place, version: i64) -> Result<Database, Failure> {
        let (write, read) = match &place {
            Place::File(file) => open_file(file, version).await?,
            Place::Server(address, schema) => {
                let mut plain = address.connect().await?;
                let known = crate::schema::check_version(&mut Link::Postgres(&mut plain, &Suspect::default()), &place, version).await;
                plain.close().await?;
                known?;
                let suspect = Suspect::default();
                let read = server_pool(address, *schema, READERS, suspect.of_readers());
                (server_pool(address, *schema, 1, suspect), read)
            }
        };
        Ok(Database { write, read, place })
    }

    /// Connections for work that keeps temporary tables, which go with them; to be closed when it is done.
    pub(crate) fn beside(&self) -> Pool {
        match &self.place {
            Place::File(file) => Pool::Sqlite(pool(1).connect_lazy_with(options(file))),
            Place::Server(address, schema) => server_pool(address, *schema, 1, Suspect::default()),
        }
    }

    /// Folds the write-ahead log of SQLite into its file, and makes it empty. PostgreSQL sees to its own.
    pub(crate) async fn fold(&self) -> Result<(), Failure> {
        let Pool::Sqlite(_) = &self.write else { return Ok(()) };
        let mut writer = self.write.hold().await?;
        let hindered = query("PRAGMA wal_checkpoint(TRUNCATE)").count(&mut writer.link()).await?;
        if hindered == 0 {
            Ok(())
        } else {
            Err(StoreError::Database(format!("another program holds {} open; close it and repeat", self.place)).into())
        }
    }

    /// Closes all connections; SQLite's write-ahead log is folded into the file.
    pub(crate) async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

/// A connection that reads a file; none where there is no file.
pub(crate) fn existing_file(file: &Path) -> Option<Pool> {
    let reading = || pool(1).connect_lazy_with(options(file).pragma("query_only", "ON"));
    file.exists().then(|| Pool::Sqlite(reading()))
}

/// The connection that writes to a file, and those that read it. The file is created where it is missing.
async fn open_file(file: &Path, version: i64) -> Result<(Pool, Pool), Failure> {
    if file.exists() {
        let mut plain = SqliteConnection::connect_with(&options(file)).await?;
        let known = crate::schema::check_version(&mut Link::Sqlite(&mut plain), &Place::File(file.to_owned()), version).await;
        plain.close().await?;
        known?;
    }
    crate::keys::create_for_the_owner(file)?;
    let writer = options(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // In KiB, taken only as needed: large imports touch read tables all over.
        .pragma("cache_size", "-65536")
        // A multiple of the default, so that fewer commits pay for folding the log into the file.
        .pragma("wal_autocheckpoint", "4000")
        .statement_cache_capacity(STATEMENTS)
        // Keeps the log from staying as large as the largest import ever made it.
        .pragma("journal_size_limit", "67108864");
    let mut tries = 0;
    let write = loop {
        // SQLite does not wait by itself while several processes turn a new file to its write-ahead log.
        match pool(1).connect_with(writer.clone()).await {
            Err(error) if is_busy(&error) && PAUSE * tries < PATIENCE => {
                tries += 1;
                tokio::time::sleep(PAUSE).await;
            }
            opened => break opened?,
        }
    };
    let read = pool(READERS).connect_with(options(file).pragma("query_only", "ON")).await?;
    Ok((Pool::Sqlite(write), Pool::Sqlite(read)))
}

/// What every connection to a file has. `recursive_triggers` lets the delete triggers see `INSERT OR REPLACE`.
fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("recursive_triggers", "ON")
        // What is derived aside, or was once, must not be left where nothing is encrypted.
        .pragma("temp_store", "MEMORY")
        .pragma("secure_delete", "ON")
}

/// Connections stay open as long as the store.
fn pool<D: Driver>(connections: u32) -> PoolOptions<D> {
    PoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}

/// Connections to a schema on a server. After the server was lost, those that were idle then are tried first.
pub(crate) fn server_pool(address: &Address, schema: Schema, connections: u32, suspect: Suspect) -> Pool {
    let read_only = suspect.readers;
    let suspects = suspect.clone();
    let pool = pool::<Postgres>(connections)
        .acquire_timeout(PATIENCE)
        .before_acquire(move |connection, _| {
            let suspects = suspects.clone();
            Box::pin(async move { Ok(!suspects.next() || connection.ping().await.is_ok()) })
        })
        .connect_lazy_with(address.options(schema, read_only).statement_cache_capacity(STATEMENTS));
    Pool::Postgres(pool, suspect)
}
