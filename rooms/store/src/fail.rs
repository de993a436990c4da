//! Faults of the database turned into the store's errors, in one place.

use register::port::StoreError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

/// What goes wrong inside the store; becomes a [`StoreError`] at its face.
#[derive(Debug)]
pub(crate) struct Failure {
    error: StoreError,
    /// The connection to the server was lost.
    lost: bool,
}

impl Failure {
    /// What was read is not what was written.
    pub(crate) fn damaged(what: impl Into<String>) -> Failure {
        StoreError::Damaged(what.into()).into()
    }

    /// What was given is refused; nothing was written.
    pub(crate) fn refused(why: impl Into<String>) -> Failure {
        StoreError::Refused(why.into()).into()
    }

    /// A file beside the database could not be read or written.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Failure {
        match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::DiskFull.into(),
            _ => StoreError::Database(format!("{}: {error}", path.display())).into(),
        }
    }

    /// Whether the connection to the server was lost, so that it may not be known what became of a commit.
    pub(crate) fn lost(&self) -> bool {
        self.lost
    }

    /// Says more about a fault of the database.
    pub(crate) fn and(self, more: &str) -> Failure {
        match self.error {
            StoreError::Database(what) => StoreError::Database(format!("{what}: {more}")).into(),
            other => other.into(),
        }
    }
}

/// The same error once more, for another who is told of it.
pub(crate) fn same(error: &StoreError) -> StoreError {
    match error {
        StoreError::Refused(why) => StoreError::Refused(why.clone()),
        StoreError::Raced => StoreError::Raced,
        StoreError::DiskFull => StoreError::DiskFull,
        StoreError::Database(what) => StoreError::Database(what.clone()),
        StoreError::Damaged(what) => StoreError::Damaged(what.clone()),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure { error, lost: false }
    }
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> StoreError {
        failure.error
    }
}

/// SQLite's result codes (<https://sqlite.org/rescode.html>) that the store tells apart.
const BUSY: i32 = 5;
const READ_ONLY: i32 = 8;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANNOT_OPEN: i32 = 14;
const CONSTRAINT: i32 = 19;
const NOT_A_DATABASE: i32 = 26;
/// The shared memory of the write-ahead log could not grow: in practice a full disk.
const IOERR_SHMSIZE: i32 = 4874;

/// SQLite's result code, if the error is one of SQLite's.
fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    match error {
        sqlx::Error::Database(inner) if inner.try_downcast_ref::<SqliteError>().is_some() => inner.code()?.parse().ok(),
        _ => None,
    }
}

/// PostgreSQL's error code (<https://www.postgresql.org/docs/current/errcodes-appendix.html>), if it is one of its.
fn postgres_code(error: &sqlx::Error) -> Option<String> {
    match error {
        sqlx::Error::Database(inner) => Some(inner.try_downcast_ref::<PgDatabaseError>()?.code().to_owned()),
        _ => None,
    }
}

/// The primary code, which an extended one holds in its low byte.
fn primary(code: i32) -> i32 {
    code & 0xff
}

/// Whether another process holds the lock of a file.
pub(crate) fn is_busy(error: &sqlx::Error) -> bool {
    sqlite_code(error).map(primary) == Some(BUSY)
}

/// Whether the connection to the server was lost, or never came about: nothing more is known of what was asked.
pub(crate) fn is_lost(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => {
            true
        }
        // Classes of faults of the connection and of a server that is shut down or was promoted, and sessions that are ended.
        _ => postgres_code(error).is_some_and(|code| code.starts_with("08") || code.starts_with("57P") || code.starts_with("25P03")),
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Failure {
        let lost = is_lost(&error);
        let told_apart = match (sqlite_code(&error), postgres_code(&error)) {
            (Some(code), _) => of_sqlite(code, &error),
            (_, Some(code)) => of_postgres(&code, &error),
            _ => None,
        };
        let other = || match &error {
            sqlx::Error::PoolTimedOut => StoreError::Database(WRITING_TOO_LONG.to_owned()),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::ColumnNotFound(_) | sqlx::Error::Decode(_) => {
                StoreError::Damaged(format!("a column of the database holds something else than was written: {error}"))
            }
            sqlx::Error::WorkerCrashed => StoreError::Damaged("SQLite stopped before its answer was whole".to_owned()),
            _ if lost => connection_lost(&error),
            _ => StoreError::Database(error.to_string()),
        };
        let error = told_apart.unwrap_or_else(other);
        Failure { error, lost }
    }
}

const WRITING_TOO_LONG: &str = "another process or task is writing for too long, or the database does not answer; wait until it is done, or look after the database, and repeat";

fn connection_lost(error: &sqlx::Error) -> StoreError {
    StoreError::Database(format!(
        "the connection to the database was lost ({error}); the next attempt connects anew: see that the server runs and repeat"
    ))
}

/// Everything that could be refused was refused before it was written.
fn stands_twice(error: &sqlx::Error) -> StoreError {
    StoreError::Damaged(format!("something stands twice, or refers to what is not there ({error})"))
}

fn of_sqlite(code: i32, error: &sqlx::Error) -> Option<StoreError> {
    Some(match (code, primary(code)) {
        (_, FULL) | (IOERR_SHMSIZE, _) => StoreError::DiskFull,
        (_, CORRUPT | NOT_A_DATABASE) => StoreError::Damaged(format!("the file of the database: {error}")),
        (_, CONSTRAINT) => stands_twice(error),
        (_, BUSY) => StoreError::Database(WRITING_TOO_LONG.to_owned()),
        (_, CANNOT_OPEN | READ_ONLY) => StoreError::Database(format!(
            "the folder of the record cannot be written ({error}); a record is opened where its owner may write: give that right, or copy the folder"
        )),
        _ => return None,
    })
}

fn of_postgres(code: &str, error: &sqlx::Error) -> Option<StoreError> {
    Some(match (code.get(..2).unwrap_or_default(), code) {
        (_, "53100") => StoreError::DiskFull,
        ("23", _) => stands_twice(error),
        // Pages, indexes and rows that are not as they were written.
        ("XX", "XX001" | "XX002") => StoreError::Damaged(format!("the files of the database: {error}")),
        // A lock was waited for too long, or two waited for each other.
        (_, "55P03" | "40001" | "40P01") => StoreError::Database(WRITING_TOO_LONG.to_owned()),
        (_, "42501") => StoreError::Database(format!(
            "the user of the database may not do this ({error}); let that user own the database"
        )),
        (_, "25006") => StoreError::Database(format!(
            "the server takes nothing in ({error}): it is a standby, or was set to read only; give the address of the primary"
        )),
        (_, "3F000" | "42P01") => StoreError::Damaged(format!("a table is missing ({error})")),
        _ if is_lost(error) => connection_lost(error),
        _ => return None,
    })
}
