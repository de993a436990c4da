//! A transaction that writes: it has the lock from its beginning, and leaves no connection behind that
//! is in doubt.

use crate::database::{Held, Pool};
use crate::fail::Failure;
use crate::sql::{Dialect, Link};

/// A transaction that writes. Dropped before its [`Writing::end`], nothing of it stays.
///
/// SQLite ends a transaction by itself on some errors, a full disk among them, and not on others; a server
/// ends it when the connection is lost. So no count of open transactions is kept: where it is in doubt
/// whether one is open, the connection is closed, which takes everything back, and the next writer opens
/// another.
pub(crate) struct Writing {
    held: Held,
    settled: bool,
}

/// What the first of several who open a new database takes, so that one of them begins: the name of the
/// advisory lock is a number that nothing else takes ("COMITY" in ASCII).
const BEGIN_A_RECORD: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(74007878128729)";

/// Each statement sees what was committed before it, and the row that says where the record ends is locked: of
/// several servers over one database one appends at a time.
const APPEND: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT one FROM newest WHERE one = 1 FOR UPDATE";

/// Of the desk nothing is locked but the rows that are changed.
const CHANGE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

impl Writing {
    /// Waits for other writers of the record and begins.
    pub(crate) async fn begin(pool: &Pool) -> Result<Writing, Failure> {
        Writing::begin_with(pool, APPEND).await
    }

    /// The same where there may be no tables yet.
    pub(crate) async fn begin_new(pool: &Pool) -> Result<Writing, Failure> {
        Writing::begin_with(pool, BEGIN_A_RECORD).await
    }

    /// The same for the desk.
    pub(crate) async fn begin_on_desk(pool: &Pool) -> Result<Writing, Failure> {
        Writing::begin_with(pool, CHANGE).await
    }

    async fn begin_with(pool: &Pool, on_server: &'static str) -> Result<Writing, Failure> {
        // From here on the connection is closed if anything goes wrong, or the caller goes away.
        let mut writing = Writing {
            held: pool.hold().await?,
            settled: false,
        };
        let mut link = writing.link();
        match link.dialect() {
            // One writer at a time, whatever it writes.
            Dialect::Sqlite => link.act("BEGIN IMMEDIATE").await?,
            Dialect::Postgres => link.run(on_server).await?,
        }
        Ok(writing)
    }

    /// The connection, for the statements of the transaction.
    pub(crate) fn link(&mut self) -> Link<'_> {
        self.held.link()
    }

    /// Makes everything durable where the work was done, else takes everything back.
    pub(crate) async fn end<T>(self, done: Result<T, Failure>) -> Result<T, Failure> {
        match self.end_or_doubt(done).await? {
            Ended::Committed(done) => Ok(done),
            Ended::InDoubt(_, failure) => Err(failure.and("whether this was written is not known; look, or repeat it")),
        }
    }

    /// Takes everything back.
    pub(crate) async fn take_back(mut self) {
        self.settled = self.link().act("ROLLBACK").await.is_ok();
    }

    /// The same, for whoever can learn what became of a commit whose answer was lost with the connection.
    pub(crate) async fn end_or_doubt<T>(mut self, done: Result<T, Failure>) -> Result<Ended<T>, Failure> {
        let statement = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        let ended = self.link().act(statement).await;
        self.settled = ended.is_ok();
        let done = done?;
        match ended {
            Ok(()) => Ok(Ended::Committed(done)),
            Err(failure) if failure.lost() => Ok(Ended::InDoubt(done, failure)),
            Err(failure) => Err(failure),
        }
    }
}

/// How a transaction ended.
pub(crate) enum Ended<T> {
    /// What was written is durable.
    Committed(T),
    /// The connection was lost before the answer came: it may be durable or not.
    InDoubt(T, Failure),
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.settled {
            self.held.give_up();
        }
    }
}
