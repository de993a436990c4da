//! Writing a backup.

use super::file::{Head, Sealing};
use super::frame::Frame;
use super::tables::{Table, quoted, tables};
use super::{BackedUp, left_out, rows_within};
use crate::RecordStore;
use crate::attachments::{self, AttachmentFolder};
use crate::audit::AUDIT;
use crate::database::{Moment, Place, Pool, Schema, existing_file};
use crate::desk::DESK;
use crate::fail::Failure;
use crate::schema::{self, check_words};
use crate::sql::{Dialect, Link, Statement, Value, query};
use register::port::StoreError;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

/// How many rows are read at a time.
const PAGE: i64 = 500;
/// How many bytes of a file are read at a time.
const PIECE: u64 = 1 << 18;

impl RecordStore {
    /// Writes a backup of record, desk and audit as of this moment. Nobody is hindered who writes meanwhile.
    ///
    /// # Errors
    /// The master key was changed meanwhile, the database cannot be read, or the output cannot be written; what was
    /// written is no backup then.
    pub async fn back_up(&self, out: &mut (dyn Write + Send)) -> Result<BackedUp, StoreError> {
        Ok(self.back_up_all(out).await?)
    }

    async fn back_up_all(&self, out: &mut (dyn Write + Send)) -> Result<BackedUp, Failure> {
        let mut record = begun(&self.database.read).await?;
        let erased = count_erased(&mut record).await?;
        self.vault.check_current(&mut record.link()).await?;
        let (head, key) = Head::draw(self.vault.master(), &self.terms.origin, &*self.outside)?;
        let mut sealing = Sealing::begin(&head, &key, out).map_err(|error| output(&error))?;
        let mut writing = Dumping {
            out: &mut sealing,
            tables: Vec::new(),
            rows: 0,
            files: 0,
        };
        writing.frame(&Frame::Version(schema::VERSION))?;
        // A server has one moment for all; files have one each, the desk's first since it is short.
        match &self.database.place {
            Place::Server(..) => {
                for schema in [Schema::Desk, Schema::Record, Schema::Audit] {
                    writing.schema(&mut record.link(), schema).await?;
                }
            }
            Place::File(file) => {
                let audit = Beside::begin(&file.with_file_name(AUDIT)).await?;
                if let Some(mut desk) = Beside::begin(&file.with_file_name(DESK)).await? {
                    writing.schema(&mut desk.moment.link(), Schema::Desk).await?;
                    desk.end().await;
                }
                writing.schema(&mut record.link(), Schema::Record).await?;
                if let Some(mut audit) = audit {
                    writing.schema(&mut audit.moment.link(), Schema::Audit).await?;
                    audit.end().await;
                }
            }
        }
        // After the record, so that each file that it names is there already.
        writing.attachments(&self.attachments)?;
        // An order commits before it overwrites: a file that was read while one was carried out may not open, though it is there.
        if count_erased(&mut begun(&self.database.read).await?).await? != erased {
            return Err(erased_meanwhile());
        }
        writing.frame(&Frame::End(writing.rows))?;
        let (tables, files) = (writing.tables, writing.files);
        sealing.end().map_err(|error| output(&error))?;
        Ok(BackedUp {
            origin: head.origin,
            created: head.created,
            tables,
            files,
        })
    }
}

/// A transaction whose moment is now: it begins with what is read first in it.
async fn begun(pool: &Pool) -> Result<Moment, Failure> {
    let mut moment = pool.moment().await?;
    let link = &mut moment.link();
    match link.dialect() {
        Dialect::Sqlite => query("SELECT COUNT(*) FROM sqlite_schema").count(link).await?,
        Dialect::Postgres => query("SELECT COUNT(*) FROM newest").count(link).await?,
    };
    Ok(moment)
}

async fn count_erased(moment: &mut Moment) -> Result<i64, Failure> {
    query("SELECT COUNT(*) FROM erased").count(&mut moment.link()).await
}

/// A file beside that of the record, at one moment.
struct Beside {
    pool: Pool,
    moment: Moment,
}

impl Beside {
    /// None where there is no file.
    async fn begin(file: &Path) -> Result<Option<Beside>, Failure> {
        let Some(pool) = existing_file(file) else { return Ok(None) };
        let mut moment = begun(&pool).await?;
        check_words(&mut moment.link()).await?;
        Ok(Some(Beside { pool, moment }))
    }

    async fn end(self) {
        drop(self.moment);
        self.pool.close().await;
    }
}

/// Tables being written.
struct Dumping<'a, 'o> {
    out: &'a mut Sealing<'o>,
    tables: Vec<(&'static str, String, u64)>,
    rows: u64,
    files: u64,
}

impl Dumping<'_, '_> {
    fn frame(&mut self, frame: &Frame) -> Result<(), Failure> {
        frame.write(&mut *self.out).map_err(|error| output(&error))
    }

    async fn schema(&mut self, link: &mut Link<'_>, schema: Schema) -> Result<(), Failure> {
        let without = left_out(schema);
        for table in tables(link, schema.name()).await? {
            if !without.contains(&table.name.as_str()) {
                let rows = self.table(link, schema, &table).await?;
                self.tables.push((schema.name(), table.name, rows));
                self.rows += rows;
            }
        }
        Ok(())
    }

    /// Writes the files of attachments, as they lie.
    fn attachments(&mut self, of: &AttachmentFolder) -> Result<(), Failure> {
        for (name, path) in attachments::files(of)? {
            let mut file = File::open(&path).map_err(|error| gone_meanwhile(&path, &error))?;
            self.frame(&Frame::File(name))?;
            self.files += 1;
            loop {
                let mut bytes = Vec::new();
                let read = (&mut file).take(PIECE).read_to_end(&mut bytes);
                read.map_err(|error| Failure::file(&path, &error))?;
                if bytes.is_empty() {
                    break;
                }
                self.frame(&Frame::Chunk(bytes))?;
            }
        }
        Ok(())
    }

    /// Writes a table, a page of rows after the other in the order of its key; how many.
    async fn table(&mut self, link: &mut Link<'_>, schema: Schema, table: &Table) -> Result<u64, Failure> {
        self.frame(&Frame::Table {
            schema: schema.name().to_owned(),
            name: table.name.clone(),
            columns: table.columns.iter().map(|(name, _)| name.clone()).collect(),
        })?;
        let from = match link.dialect() {
            Dialect::Sqlite => quoted(&table.name),
            Dialect::Postgres => format!("{}.{}", schema.name(), quoted(&table.name)),
        };
        let within = rows_within(schema, &table.name);
        let select = |what: &str| {
            let mut select = Statement::new(&format!("SELECT {what} FROM {from} WHERE "));
            match within {
                Some((column, value)) => select.push(format!("{} = ", quoted(column))).push_bind(value),
                None => select.push("1 = 1"),
            };
            select
        };
        let there = select("COUNT(*)").build().count(link).await?.unsigned_abs();
        let (mut after, mut written): (Option<Vec<Value>>, u64) = (None, 0);
        // Rows that do not stand in the order of their keys, in a damaged file, would be written for ever.
        while written <= there {
            let mut page = select(&table.list());
            if let Some(after) = after.take() {
                page.push(format!(" AND ({}) > (", table.key_list())).push_list(after).push(")");
            }
            page.push(format!(" ORDER BY {} LIMIT ", table.key_list())).push_bind(PAGE);
            let rows = page.build().fetch_all(link).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                let values = table.columns.iter().enumerate().map(|(place, (_, kind))| kind.value(row, place));
                let values: Vec<Value> = values.collect::<Result<_, _>>()?;
                after = Some(table.key.iter().filter_map(|place| values.get(*place).cloned()).collect());
                self.frame(&Frame::Row(values))?;
                written += 1;
            }
        }
        if there == written {
            Ok(written)
        } else {
            Err(Failure::damaged(format!(
                "the table {} has {there} rows, of which {written} are found by their keys",
                table.name
            )))
        }
    }
}

/// What was listed and is not there was erased in between; the backup must not hold the body that named it either.
fn gone_meanwhile(path: &Path, error: &std::io::Error) -> Failure {
    match error.kind() {
        std::io::ErrorKind::NotFound => erased_meanwhile(),
        _ => Failure::file(path, error),
    }
}

fn erased_meanwhile() -> Failure {
    Failure::refused("something was erased while the backup was made, and the backup would still hold a part of it; make it again")
}

fn output(error: &std::io::Error) -> Failure {
    Failure::from(match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        _ => StoreError::Database(format!("the backup could not be written: {error}")),
    })
}
