//! The desk in a database of its own beside the record: `desk.sqlite`, created where it is missing,
//! for its owner alone.
//!
//! A file of its own, so that working state shares nothing with what is recorded: no lock, no page, no
//! log, no backup, and `verify` and `export` never meet it. What is deleted in it is overwritten.

use crate::fail::Failure;
use crate::read::{instant, instant_text};
use crate::writing::Writing;
use async_trait::async_trait;
use jiff::Timestamp;
use register::desk::{Closed, Desk, Reference, Report, Said};
use register::port::StoreError;
use sqlx::Row;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use std::path::Path;
use std::time::Duration;

/// The name of the desk's database in the data folder.
pub const DESK: &str = "desk.sqlite";

/// How long a writer waits for another process.
const PATIENCE: Duration = Duration::from_secs(10);

const TABLE: &str = "
CREATE TABLE IF NOT EXISTS error_reports (
  reference TEXT PRIMARY KEY,
  received TEXT NOT NULL,
  page TEXT NOT NULL,
  entry TEXT NOT NULL,
  wrong TEXT NOT NULL,
  right TEXT NOT NULL,
  contact TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT,
  reason TEXT
)";

/// The desk of a data folder.
pub struct SqliteDesk {
    pool: SqlitePool,
}

impl SqliteDesk {
    /// Opens the desk of a folder that is there.
    ///
    /// # Errors
    /// The file cannot be read or written, or is none of ours.
    pub async fn open(folder: &Path) -> Result<SqliteDesk, StoreError> {
        let file = folder.join(DESK);
        create_for_its_owner(&file).map_err(|error| Failure::file(&file, &error))?;
        let options = SqliteConnectOptions::new()
            .filename(file)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "ON");
        let pool = SqlitePoolOptions::new().max_connections(1).connect_lazy_with(options);
        done(sqlx::query(TABLE).execute(&pool).await)?;
        Ok(SqliteDesk { pool })
    }

    async fn close_all(&self, references: &[Reference], closed: &Closed) -> Result<Option<Reference>, Failure> {
        let mut writing = Writing::begin(&self.pool).await?;
        let mut not_open = None;
        for reference in references {
            let close = "UPDATE error_reports SET closed_at = $1, closed_by = $2, reason = $3 WHERE reference = $4 AND closed_at IS NULL";
            let closing = sqlx::query(close)
                .bind(instant_text(closed.at))
                .bind(&closed.by)
                .bind(&closed.reason)
                .bind(reference.to_string())
                .execute(&mut *writing)
                .await?;
            if closing.rows_affected() == 0 {
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
impl Desk for SqliteDesk {
    async fn keep(&self, report: &Report, most: u32) -> Result<bool, StoreError> {
        let keep = "INSERT INTO error_reports (reference, received, page, entry, wrong, right, contact)
          SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT COUNT(*) FROM error_reports WHERE closed_at IS NULL) < $8";
        let Said {
            page,
            entry,
            wrong,
            right,
            contact,
        } = &report.said;
        let kept = sqlx::query(keep)
            .bind(report.reference.to_string())
            .bind(instant_text(report.received))
            .bind(page)
            .bind(entry)
            .bind(wrong)
            .bind(right)
            .bind(contact)
            .bind(most)
            .execute(&self.pool)
            .await;
        Ok(done(kept)?.rows_affected() == 1)
    }

    async fn reports(&self) -> Result<Vec<Report>, StoreError> {
        let all = "SELECT reference, received, page, entry, wrong, right, contact, closed_at, closed_by, reason
          FROM error_reports ORDER BY received, reference";
        let rows = done(sqlx::query(all).fetch_all(&self.pool).await)?;
        rows.iter().map(|row| report(row).map_err(of_the_desk)).collect()
    }

    async fn close(&self, references: &[Reference], closed: &Closed) -> Result<Option<Reference>, StoreError> {
        self.close_all(references, closed).await.map_err(of_the_desk)
    }

    async fn forget(&self, closed_before: Timestamp) -> Result<(), StoreError> {
        let forget = sqlx::query("DELETE FROM error_reports WHERE closed_at < $1").bind(instant_text(closed_before));
        done(forget.execute(&self.pool).await).map(|_| ())
    }
}

/// SQLite gives the files beside it the same rights.
fn create_for_its_owner(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}

fn report(row: &SqliteRow) -> Result<Report, Failure> {
    let text = |column: &str| row.try_get::<String, _>(column);
    let reference = text("reference")?;
    let closed = match row.try_get::<Option<String>, _>("closed_at")? {
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

fn done<T>(result: Result<T, sqlx::Error>) -> Result<T, StoreError> {
    result.map_err(|error| of_the_desk(Failure::from(error)))
}

/// Damage to the desk is none to the record, which `verify` would be asked about in vain.
fn of_the_desk(failure: Failure) -> StoreError {
    match StoreError::from(failure) {
        StoreError::Damaged(what) => StoreError::Database(format!(
            "{DESK}, which holds reports of errors and nothing of the record, is damaged ({what}); restore it from a backup, or move it away and begin an empty one"
        )),
        other => other,
    }
}
