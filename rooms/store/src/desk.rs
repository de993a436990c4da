//! The desk in a database of its own beside the record: `desk.sqlite`, created where it is missing,
//! for its owner alone; on a server, in a schema of its own beside that of the record.
//!
//! A place of its own, so that working state shares nothing with what is recorded: no lock, no page, no
//! log, and `verify` and `export` never meet it. A backup holds of it what must not be lost, see [`crate::backup`]. What is
//! deleted in it is overwritten.

mod answers;
mod drafts;
mod sign_in;

pub use answers::AnswerStore;
pub use drafts::DraftStore;

use crate::Home;
use crate::database::{PATIENCE, Pool, Schema, Suspect, server_pool};
use crate::fail::Failure;
use crate::keys;
use crate::read::{instant, instant_text};
use crate::schema::{check_words, in_words_of};
use crate::sql::{Dialect, Row, query};
use crate::writing::Writing;
use async_trait::async_trait;
use jiff::Timestamp;
use register::desk::{Closed, Desk, Reference, Report, Said};
use register::port::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use std::path::Path;

/// The name of the desk's database in the data folder.
pub const DESK: &str = "desk.sqlite";

/// How many connections to a server the desk has.
const CONNECTIONS: u32 = 2;

const TABLE: &str = r#"
CREATE TABLE IF NOT EXISTS error_reports (
  reference TEXT PRIMARY KEY,
  received TEXT NOT NULL,
  page TEXT NOT NULL,
  entry TEXT NOT NULL,
  wrong TEXT NOT NULL,
  "right" TEXT NOT NULL,
  contact TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT,
  reason TEXT
)"#;

/// All tables.
fn tables() -> String {
    [TABLE, sign_in::TABLE, drafts::TABLE, answers::TABLE].join("; ")
}

/// A desk.
pub struct DeskStore {
    pub(crate) pool: Pool,
}

impl DeskStore {
    /// Opens the desk beside a record: in its folder, or in a schema of its own in the same database.
    ///
    /// # Errors
    /// The file or the server cannot be read or written, or holds another thing.
    pub async fn open(home: &Home) -> Result<DeskStore, StoreError> {
        DeskStore::open_as(home, Schema::Desk).await
    }

    /// The same under another name on a server.
    pub(crate) async fn open_as(home: &Home, schema: Schema) -> Result<DeskStore, StoreError> {
        let pool = match &home.database {
            None => Pool::Sqlite(DeskStore::file(&home.folder.join(DESK))?),
            Some(address) => server_pool(address, schema, CONNECTIONS, Suspect::default()),
        };
        let desk = DeskStore { pool };
        desk.create(schema).await.map_err(of_the_desk)?;
        Ok(desk)
    }

    fn file(file: &Path) -> Result<SqlitePool, StoreError> {
        keys::create_for_the_owner(file)?;
        let options = SqliteConnectOptions::new()
            .filename(file)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "ON");
        Ok(SqlitePoolOptions::new().max_connections(1).connect_lazy_with(options))
    }

    /// Creates what is missing. Of several who open a new place at once one does.
    async fn create(&self, schema: Schema) -> Result<(), Failure> {
        let mut writing = Writing::begin_new(&self.pool).await?;
        let link = &mut writing.link();
        let done = match link.dialect() {
            Dialect::Sqlite => match check_words(link).await {
                Ok(()) => link.run(tables()).await,
                damaged => damaged,
            },
            Dialect::Postgres => {
                let tables = in_words_of(Dialect::Postgres, &tables());
                link.run(format!("CREATE SCHEMA IF NOT EXISTS {}; {tables}", schema.name())).await
            }
        };
        writing.end(done).await
    }

    async fn close_all(&self, references: &[Reference], closed: &Closed) -> Result<Option<Reference>, Failure> {
        let mut writing = Writing::begin_on_desk(&self.pool).await?;
        let mut not_open = None;
        for reference in references {
            let close = "UPDATE error_reports SET closed_at = $1, closed_by = $2, reason = $3 WHERE reference = $4 AND closed_at IS NULL";
            let closing = query(close)
                .bind(instant_text(closed.at))
                .bind(&closed.by)
                .bind(&closed.reason)
                .bind(reference.to_string())
                .execute(&mut writing.link())
                .await?;
            if closing == 0 {
                not_open = Some(reference.clone());
                break;
            }
        }
        match not_open {
            // Dropped unended, nothing of it stays.
            Some(_) => Ok(not_open),
            None => writing.end(Ok(None)).await,
        }
    }
}

#[async_trait]
impl Desk for DeskStore {
    async fn keep(&self, report: &Report, most: u32) -> Result<bool, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let keep = "INSERT INTO error_reports (reference, received, page, entry, wrong, \"right\", contact)
          SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT COUNT(*) FROM error_reports WHERE closed_at IS NULL) < $8";
        let Said {
            page,
            entry,
            wrong,
            right,
            contact,
        } = &report.said;
        let kept = query(keep)
            .bind(report.reference.to_string())
            .bind(instant_text(report.received))
            .bind(page)
            .bind(entry)
            .bind(wrong)
            .bind(right)
            .bind(contact)
            .bind(most)
            .execute(&mut held.link())
            .await;
        Ok(kept.map_err(of_the_desk)? == 1)
    }

    async fn reports(&self) -> Result<Vec<Report>, StoreError> {
        let all = "SELECT reference, received, page, entry, wrong, \"right\", contact, closed_at, closed_by, reason
          FROM error_reports ORDER BY received, reference";
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let rows = query(all).fetch_all(&mut held.link()).await.map_err(of_the_desk)?;
        rows.iter().map(|row| report(row).map_err(of_the_desk)).collect()
    }

    async fn close(&self, references: &[Reference], closed: &Closed) -> Result<Option<Reference>, StoreError> {
        self.close_all(references, closed).await.map_err(of_the_desk)
    }

    async fn forget(&self, closed_before: Timestamp) -> Result<(), StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let forget = query("DELETE FROM error_reports WHERE closed_at < $1").bind(instant_text(closed_before));
        forget.execute(&mut held.link()).await.map(|_| ()).map_err(of_the_desk)
    }
}

fn report(row: &Row) -> Result<Report, Failure> {
    let text = |column: &str| row.try_get::<String>(column);
    let reference = text("reference")?;
    let closed = match row.try_get::<Option<String>>("closed_at")? {
        Some(at) => Some(Closed {
            at: instant(&at)?,
            by: text("closed_by")?,
            reason: text("reason")?,
        }),
        None => None,
    };
    Ok(Report {
        reference: Reference::parse(&reference).ok_or_else(|| Failure::damaged(format!("{reference:?} is no reference")))?,
        received: instant(&text("received")?)?,
        said: Said {
            page: text("page")?,
            entry: text("entry")?,
            wrong: text("wrong")?,
            right: text("right")?,
            contact: text("contact")?,
        },
        closed,
    })
}

/// Damage to the desk is none to the record, which `verify` would be asked about in vain.
fn of_the_desk(failure: Failure) -> StoreError {
    match StoreError::from(failure) {
        StoreError::Damaged(what) => StoreError::Database(format!(
            "the desk ({DESK}, or the schema desk), which holds drafts and reports of errors and nothing of the record, is damaged ({what}); restore it from a backup, or move it away and begin an empty one without them"
        )),
        other => other,
    }
}
