//! Verifying the whole record: everything that can be recomputed is, and every difference is named.
//!
//! It reads one moment of the record and hinders nobody who writes meanwhile.

mod attachments;
mod entries;
mod erasures;
mod log;
mod tables;
mod vault;

use crate::RecordStore;
use crate::fail::Failure;
use crate::schema;
use crate::sql::{Dialect, Link, query};
use crate::tail::Tail;
use record::entry::EntryId;
use register::port::StoreError;

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// How many entries there are, the first one with them. For the owner of the record alone.
    pub entries: u64,
    /// How many ticks there are.
    pub ticks: u64,
    /// Everything that is not as it was written. Empty: the record is whole.
    pub faults: Vec<VerifyFault>,
}

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct VerifyFault {
    /// Where: an entry, a position, a tick, a node of the log, a checkpoint, a table.
    pub place: String,
    /// The entry, where it is one.
    pub entry: Option<EntryId>,
    /// What is wrong there.
    pub what: String,
}

/// The faults found so far.
#[derive(Default)]
struct Faults(Vec<VerifyFault>);

impl Faults {
    fn at(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.0.push(VerifyFault {
            place: place.into(),
            entry: None,
            what: what.into(),
        });
    }

    fn entry(&mut self, id: &EntryId, what: impl Into<String>) {
        self.0.push(VerifyFault {
            place: format!("entry {id}"),
            entry: Some(id.clone()),
            what: what.into(),
        });
    }

    /// What a part of the work found before it could not go on is kept; only a database that cannot be
    /// read at all, or a disk that is full, ends the verification.
    fn unless_damaged(&mut self, place: &str, result: Result<(), Failure>) -> Result<(), Failure> {
        match result.map_err(StoreError::from) {
            Err(StoreError::Damaged(what)) => {
                self.at(place, what);
                Ok(())
            }
            other => other.map_err(Failure::from),
        }
    }
}

impl RecordStore {
    /// Verifies the record: entries against their hashes, their order against the running hash, its end
    /// against the sealed row, ticks, log and checkpoints against what they are made of, and the shelf and
    /// the read tables against what the entries say; and the files that entries name against their hashes.
    ///
    /// # Errors
    /// Only where the database cannot be read; what is wrong in it stands in the report.
    pub async fn verify(&self) -> Result<VerifyReport, StoreError> {
        let (mut report, files) = self.verify_apart().await?;
        report.faults.extend(files);
        Ok(report)
    }

    /// The same without the files.
    pub(crate) async fn verify_record(&self) -> Result<VerifyReport, Failure> {
        Ok(self.verify_all().await?.0)
    }

    /// The same, with what is wrong with the files apart from what is wrong with the record.
    pub(crate) async fn verify_apart(&self) -> Result<(VerifyReport, Vec<VerifyFault>), Failure> {
        let (report, named) = self.verify_all().await?;
        let mut faults = Faults::default();
        named.check(self, &mut faults).await?;
        Ok((report, faults.0))
    }

    /// Verifies the record; and which files its entries name.
    async fn verify_all(&self) -> Result<(VerifyReport, attachments::Named), Failure> {
        let mut faults = Faults::default();
        let mut transaction = self.begin_read().await?;
        let link = &mut transaction.link();
        let checked = integrity(link, &mut faults).await;
        faults.unless_damaged("the file of the database", checked)?;
        for guard in schema::missing_guards(link).await? {
            faults.at(
                format!("the guard {guard}"),
                "is missing, or not as it was made: somebody opened the record to change; restore it from a backup, or find out who and why",
            );
        }
        let tail = match Tail::load(link, &self.keys.seal).await.map_err(StoreError::from) {
            Ok(tail) => Some(tail),
            Err(StoreError::Damaged(what)) => {
                faults.at("the newest row", what);
                None
            }
            Err(other) => return Err(other.into()),
        };
        let mut walk = entries::Walk::default();
        let checked = walk.entries(link, &self.vault, &mut faults).await;
        faults.unless_damaged("entries", checked)?;
        walk.end(tail.as_ref(), &mut faults);
        let entries::Walk { count, used, named, .. } = walk;
        let whole = faults.0.is_empty();
        let mut ticks = log::Ticks::of(self, tail.as_ref());
        let checked = ticks.check(link, &mut faults).await;
        faults.unless_damaged("ticks", checked)?;
        if whole {
            // A body that cannot be read does not tell which keys it needs.
            let checked = used.check(link, &self.vault, &mut faults).await;
            faults.unless_damaged("the vault", checked)?;
            // With a damaged entry there is nothing to hold the read tables against.
            let checked = tables::check(self, &mut faults).await;
            faults.unless_damaged("the read tables", checked)?;
        }
        let report = VerifyReport {
            entries: count,
            ticks: ticks.count,
            faults: faults.0,
        };
        Ok((report, named))
    }
}

/// What SQLite itself can tell of its file: pages, indexes and references. PostgreSQL has no such statement; its
/// server checks the pages that it reads where it was told to keep checksums.
async fn integrity(connection: &mut Link<'_>, faults: &mut Faults) -> Result<(), Failure> {
    if connection.dialect() == Dialect::Postgres {
        return Ok(());
    }
    let found: Vec<String> = query("PRAGMA integrity_check").column(&mut *connection).await?;
    for what in found.into_iter().filter(|what| what != "ok") {
        faults.at("the file of the database", what);
    }
    Ok(())
}
