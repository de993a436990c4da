//! Faults of the database turned into the store's errors, in one place.

use register::port::StoreError;

/// What goes wrong inside the store; becomes a [`StoreError`] at its face.
#[derive(Debug)]
pub(crate) struct Failure(StoreError);

impl Failure {
    /// What was read is not what was written.
    pub(crate) fn damaged(what: impl Into<String>) -> Failure {
        Failure(StoreError::Damaged(what.into()))
    }

    /// What was given is refused; nothing was written.
    pub(crate) fn refused(why: impl Into<String>) -> Failure {
        Failure(StoreError::Refused(why.into()))
    }

    /// A file beside the database could not be read or written.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Failure {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Failure(StoreError::DiskFull),
            _ => Failure(StoreError::Database(format!("{}: {error}", path.display()))),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure(error)
    }
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> StoreError {
        failure.0
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

/// SQLite's result code, if the error has one.
fn code_of(error: &sqlx::Error) -> Option<i32> {
    match error {
        sqlx::Error::Database(inner) => inner.code()?.parse().ok(),
        _ => None,
    }
}

/// The primary code, which an extended one holds in its low byte.
fn primary(code: i32) -> i32 {
    code & 0xff
}

/// Whether another process holds the lock.
pub(crate) fn is_busy(error: &sqlx::Error) -> bool {
    code_of(error).map(primary) == Some(BUSY)
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Failure {
        let code = code_of(&error);
        let primary = code.map(primary);
        Failure(match (&error, code, primary) {
            (_, _, Some(FULL)) | (_, Some(IOERR_SHMSIZE), _) => StoreError::DiskFull,
            (_, _, Some(CORRUPT | NOT_A_DATABASE)) => StoreError::Damaged(format!("the file of the database: {error}")),
            // Everything that could be refused was refused before it was written.
            (_, _, Some(CONSTRAINT)) => StoreError::Damaged(format!("something stands twice, or refers to what is not there ({error})")),
            (_, _, Some(BUSY)) | (sqlx::Error::PoolTimedOut, _, _) => {
                StoreError::Database("another process or task is writing for too long; wait until it is done and repeat".to_owned())
            }
            (_, _, Some(CANNOT_OPEN | READ_ONLY)) => StoreError::Database(format!(
                "the folder of the record cannot be written ({error}); a record is opened where its owner may write: give that right, or copy the folder"
            )),
            (sqlx::Error::ColumnDecode { .. } | sqlx::Error::ColumnNotFound(_) | sqlx::Error::Decode(_), _, _) => {
                StoreError::Damaged(format!("a column of the database holds something else than was written: {error}"))
            }
            _ => StoreError::Database(error.to_string()),
        })
    }
}
