//! A transaction that writes: it has the lock from its beginning, and leaves no connection behind that
//! is in doubt.

use crate::fail::Failure;
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection, SqlitePool};
use std::ops::{Deref, DerefMut};

/// A transaction that writes. Dropped before its [`Writing::end`], nothing of it stays.
///
/// SQLite ends a transaction by itself on some errors, a full disk among them, and not on others. So no
/// count of open transactions is kept: where it is in doubt whether one is open, the connection is
/// closed, which takes everything back, and the next writer opens another.
pub(crate) struct Writing {
    connection: PoolConnection<Sqlite>,
    settled: bool,
}

impl Writing {
    /// Waits for other writers and begins.
    pub(crate) async fn begin(pool: &SqlitePool) -> Result<Writing, Failure> {
        let connection = pool.acquire().await?;
        // From here on the connection is closed if anything goes wrong, or the caller goes away.
        let mut writing = Writing {
            connection,
            settled: false,
        };
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *writing.connection).await?;
        Ok(writing)
    }

    /// Makes everything durable where the work was done, else takes everything back.
    pub(crate) async fn end<T>(mut self, done: Result<T, Failure>) -> Result<T, Failure> {
        let statement = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        let ended = sqlx::query(statement).execute(&mut *self.connection).await;
        self.settled = ended.is_ok();
        let done = done?;
        ended?;
        Ok(done)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.settled {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Writing {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}
