//! The tables, how the database file is opened, and which versions of it are read.
//!
//! Texts, whole numbers and bytes only. Instants are RFC 3339 texts in UTC with six decimals, so that
//! they sort as texts; days in read tables are numbers, see [`crate::day`]. Levels are numbers in the
//! order of `Level::ALL`. What is recorded is guarded by triggers; read tables may be dropped.

use crate::fail::{Failure, is_busy};
use register::port::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The version of the tables that this program reads and writes, kept in `PRAGMA user_version`.
pub(crate) const VERSION: i64 = 1;

/// How long a writer waits for another process.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long it waits between two tries of its own.
const PAUSE: Duration = Duration::from_millis(20);

/// How many prepared statements the writing connection keeps: those of each number of rows, see
/// [`crate::bulk`].
const STATEMENTS: usize = 300;

/// What is recorded. The first entry has position 0.
///
/// `heads.first` is the first entry of the chain where the entry corrects one. `newest` has one row,
/// sealed with a key from outside the database, so that a cut tail is seen. `ticks.key` is set only
/// where the tick came with an imported record. `checkpoints` has the newest one under each key.
const RECORD: &str = "
CREATE TABLE heads (
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  first BLOB,
  recorded TEXT NOT NULL,
  leaf_hash BLOB NOT NULL,
  running BLOB NOT NULL
);
CREATE INDEX heads_by_level ON heads (level, position);
CREATE INDEX heads_by_matter ON heads (level, matter, position);
CREATE INDEX heads_by_kind ON heads (level, kind, position);
CREATE INDEX heads_by_chain ON heads (level, first, position) WHERE first IS NOT NULL;
CREATE TABLE bodies (
  position INTEGER PRIMARY KEY REFERENCES heads (position),
  salt BLOB NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE abouts (
  level INTEGER NOT NULL,
  subject TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES heads (position),
  PRIMARY KEY (level, subject, position)
) WITHOUT ROWID;
CREATE TABLE newest (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL,
  running BLOB NOT NULL,
  recorded TEXT NOT NULL,
  closed_to INTEGER NOT NULL,
  seal BLOB NOT NULL
);
CREATE TABLE ticks (
  tick INTEGER PRIMARY KEY,
  mark TEXT NOT NULL,
  root BLOB NOT NULL,
  key BLOB
);
CREATE TABLE places (
  position INTEGER PRIMARY KEY REFERENCES heads (position),
  tick INTEGER NOT NULL REFERENCES ticks (tick),
  place INTEGER NOT NULL,
  UNIQUE (tick, place)
);
CREATE TABLE log_nodes (
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, number)
) WITHOUT ROWID;
CREATE TABLE checkpoints (
  verifier_key TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  text TEXT NOT NULL
) WITHOUT ROWID;
";

/// Tables whose rows never change once they are there.
const KEPT: [&str; 6] = ["heads", "bodies", "abouts", "ticks", "places", "log_nodes"];

/// Read tables: derived from the record, face first in every index. See [`crate::tables`].
const READ: [&str; 5] = [
    "derived (
      face TEXT NOT NULL,
      subject TEXT NOT NULL,
      rows TEXT NOT NULL,
      PRIMARY KEY (face, subject)
    ) WITHOUT ROWID",
    "list_rows (
      face TEXT NOT NULL,
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      scope TEXT NOT NULL,
      block INTEGER NOT NULL,
      since INTEGER NOT NULL,
      subject TEXT NOT NULL,
      from_day INTEGER NOT NULL,
      until_day INTEGER NOT NULL,
      PRIMARY KEY (face, hindsight, list, scope, block, since, subject, from_day)
    ) WITHOUT ROWID",
    "sum_blocks (
      face TEXT NOT NULL,
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      scope TEXT NOT NULL,
      block INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      PRIMARY KEY (face, hindsight, list, scope, block)
    ) WITHOUT ROWID",
    "sum_days (
      face TEXT NOT NULL,
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      block INTEGER NOT NULL,
      scope TEXT NOT NULL,
      day INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      PRIMARY KEY (face, hindsight, list, block, scope, day)
    ) WITHOUT ROWID",
    "names (
      face TEXT NOT NULL,
      token TEXT NOT NULL,
      subject TEXT NOT NULL,
      disclosed INTEGER NOT NULL,
      effective INTEGER NOT NULL,
      PRIMARY KEY (face, token, subject, disclosed, effective)
    ) WITHOUT ROWID",
];
/// Whose law and code derived the rows of the read tables.
const DERIVED_BY: &str = "CREATE TABLE derived_by (one INTEGER PRIMARY KEY CHECK (one = 1), edition TEXT NOT NULL)";
const NAMES_BY_SUBJECT: &str = "CREATE INDEX names_by_subject ON names (face, subject, token)";

/// The read tables, each with its columns, those of the key first.
pub(crate) const READ_TABLES: [(&str, &str); 5] = [
    ("derived", "face, subject, rows"),
    (
        "list_rows",
        "face, hindsight, list, scope, block, since, subject, from_day, until_day",
    ),
    ("sum_blocks", "face, hindsight, list, scope, block, begun, ended"),
    ("sum_days", "face, hindsight, list, block, scope, day, begun, ended"),
    ("names", "face, token, subject, disclosed, effective"),
];

/// The connections to one database file: a single one that writes, and a few that read.
#[derive(Clone)]
pub(crate) struct Connections {
    pub(crate) write: SqlitePool,
    pub(crate) read: SqlitePool,
    file: PathBuf,
}

impl Connections {
    /// Opens the file, or creates it. The version is checked before anything is changed.
    pub(crate) async fn open(file: &Path) -> Result<Connections, Failure> {
        if file.exists() {
            let mut plain = SqliteConnection::connect_with(&options(file)).await?;
            let known = check_version(&mut plain, file).await;
            plain.close().await?;
            known?;
        }
        let writer = options(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // In KiB, taken only as needed: large imports touch read tables all over.
            .pragma("cache_size", "-65536")
            // A multiple of the default, so that fewer commits pay for folding the log into the file.
            .pragma("wal_autocheckpoint", "4000")
            .pragma("temp_store", "MEMORY")
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
        let read = pool(4).connect_with(options(file).pragma("query_only", "ON")).await?;
        let file = file.to_owned();
        Ok(Connections { write, read, file })
    }

    /// One more connection, for work that keeps temporary tables.
    pub(crate) async fn beside(&self) -> Result<SqliteConnection, Failure> {
        Ok(SqliteConnection::connect_with(&options(&self.file)).await?)
    }

    /// Folds the write-ahead log into the file, and makes it empty.
    pub(crate) async fn fold(&self) -> Result<(), Failure> {
        let hindered: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.write).await?;
        if hindered == 0 {
            Ok(())
        } else {
            Err(StoreError::Database(format!("another program holds {} open; close it and repeat", self.file.display())).into())
        }
    }

    /// Closes all connections; the write-ahead log is folded into the file.
    pub(crate) async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

/// What every connection has. `recursive_triggers` lets the delete triggers see `INSERT OR REPLACE`.
fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("recursive_triggers", "ON")
}

/// Connections stay open as long as the store.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}

/// Checks that the file is empty, or holds tables that this program knows.
async fn check_version(connection: &mut SqliteConnection, file: &Path) -> Result<(), Failure> {
    // In this order: another process may be creating tables and version together right now.
    let tables: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_schema")
        .fetch_one(&mut *connection)
        .await?;
    let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *connection).await?;
    if version > VERSION {
        return Err(Failure::refused(format!(
            "{} was written by a newer Comity (its tables have version {version}, this program reads up to {VERSION}); \
             install the newer Comity, nothing was changed",
            file.display()
        )));
    }
    if version <= 0 && tables > 0 {
        return Err(Failure::refused(format!(
            "{} is a database of another program; choose another folder for the record",
            file.display()
        )));
    }
    Ok(())
}

/// Whether the tables are there. Asked inside the transaction that would create them.
pub(crate) async fn has_tables(connection: &mut SqliteConnection) -> Result<bool, Failure> {
    let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(connection).await?;
    Ok(version > 0)
}

/// Creates all tables, indexes and triggers, and sets the version.
pub(crate) async fn create(connection: &mut SqliteConnection) -> Result<(), Failure> {
    sqlx::raw_sql(RECORD).execute(&mut *connection).await?;
    for table in READ {
        run(connection, format!("CREATE TABLE {table}")).await?;
    }
    sqlx::raw_sql(NAMES_BY_SUBJECT).execute(&mut *connection).await?;
    sqlx::raw_sql(DERIVED_BY).execute(&mut *connection).await?;
    for (table, act, word) in guards() {
        let trigger = format!(
            "CREATE TRIGGER {table}_never_{word} BEFORE {act} ON {table}
             BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} does not {word}'); END"
        );
        run(connection, trigger).await?;
    }
    run(connection, format!("PRAGMA user_version = {VERSION}")).await
}

/// The triggers that keep what is recorded from being changed: table, act, and the word in their name.
fn guards() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let acts = [("UPDATE", "change"), ("DELETE", "go")];
    KEPT.into_iter().flat_map(move |table| acts.map(|(act, word)| (table, act, word)))
}

/// The names of the triggers that should be there and are not.
pub(crate) async fn missing_guards(connection: &mut SqliteConnection) -> Result<Vec<String>, Failure> {
    let there: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .fetch_all(connection)
        .await?;
    let names = guards().map(|(table, _, word)| format!("{table}_never_{word}"));
    Ok(names.filter(|name| !there.contains(name)).collect())
}

/// Creates empty read tables that go with the connection. They come before the lasting ones of the same
/// names, so that the same statements fill them.
pub(crate) async fn create_temporary_read_tables(connection: &mut SqliteConnection) -> Result<(), Failure> {
    for table in READ {
        run(connection, format!("CREATE TEMP TABLE {table}")).await?;
    }
    Ok(())
}

/// Runs a statement that is put together from the names in this file alone.
async fn run(connection: &mut SqliteConnection, sql: String) -> Result<(), Failure> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(connection).await?;
    Ok(())
}

/// Whose law and code derived the rows of the read tables; none where they were never derived as a whole.
pub(crate) async fn derived_by(connection: &mut SqliteConnection) -> Result<Option<String>, Failure> {
    Ok(sqlx::query_scalar("SELECT edition FROM derived_by")
        .fetch_optional(connection)
        .await?)
}

/// Says whose law and code derived the rows of the read tables.
pub(crate) async fn set_derived_by(connection: &mut SqliteConnection, edition: &str) -> Result<(), Failure> {
    let set = "INSERT INTO derived_by (one, edition) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET edition = excluded.edition";
    sqlx::query(set).bind(edition).execute(connection).await?;
    Ok(())
}

/// Empties the read tables.
pub(crate) async fn empty_read_tables(connection: &mut SqliteConnection) -> Result<(), Failure> {
    for (table, _) in READ_TABLES {
        run(connection, format!("DELETE FROM {table}")).await?;
    }
    Ok(())
}
