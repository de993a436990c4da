//! Restoring a backup to a place that has nothing, all of it or nothing.
//!
//! It is written under other names, verified, and only then put in its place, see [`super::site`]. What is derived is derived
//! anew.

use super::file::{Head, Opening};
use super::frame::Frame;
use super::left_out;
use super::site::{Site, unfinished};
use super::tables::{Kind, Table, quoted, tables};
use crate::attachments;
use crate::audit::{self, AuditStore};
use crate::database::{Database, Pool, Schema};
use crate::fail::Failure;
use crate::keys::Keys;
use crate::shelving::Shelver;
use crate::sql::{Link, Value};
use crate::vault::{Key, Vault};
use crate::writing::Writing;
use crate::{Home, RecordStore, begin, bulk, keys, master, schema, tables as read_tables};
use jiff::Timestamp;
use register::audit::{Audit, Event};
use register::outside::Outside;
use register::port::{Derive, StoreError};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many rows are written at a time.
const BATCH: usize = 500;

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The record.
    pub origin: String,
    /// When the backup was begun; what was recorded later is not in it.
    pub created: Timestamp,
    /// How many entries there are, the first one with them.
    pub entries: u64,
    /// How many ticks there are.
    pub ticks: u64,
    /// The attachments that are missing or damaged in the backup: the entry, the hash, what is wrong. All else is restored.
    pub not_whole: Vec<String>,
}

impl RecordStore {
    /// Restores a backup to a place without a record, with the `keys.json` of the record; the master key is the one of
    /// `home`. Record and audit are verified before they take their places, and `event` stands in the audit by then. Whoever
    /// calls this has the folder for themselves.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where the place is not empty, a key is another record's or is missing, the file is not as
    /// it was written or of another version, or what it holds does not verify. Nothing stays then.
    pub async fn restore(
        home: &Home,
        keys_file: &Path,
        input: &mut (dyn BufRead + Send),
        outside: Arc<dyn Outside>,
        derive: Arc<dyn Derive>,
        event: Event,
    ) -> Result<Restored, StoreError> {
        Ok(restore(home, keys_file, input, outside, derive, event).await?)
    }
}

async fn restore(
    home: &Home,
    keys_file: &Path,
    input: &mut (dyn BufRead + Send),
    outside: Arc<dyn Outside>,
    derive: Arc<dyn Derive>,
    event: Event,
) -> Result<Restored, Failure> {
    let head = Head::read(input)?;
    let master = master::load(&home.master())?.ok_or_else(|| {
        Failure::refused(format!(
            "the master key {} is missing; bring it there from where it is kept, or give its file with --master-key",
            home.master().display()
        ))
    })?;
    let key = head.key(&master)?;
    let keys = Keys::load_file(keys_file)?.ok_or_else(|| {
        Failure::refused(format!(
            "the keys {} are missing; give the file keys.json of the record from where it is kept",
            keys_file.display()
        ))
    })?;
    if keys.origin.as_deref() != Some(head.origin.as_str()) {
        return Err(Failure::refused(format!(
            "{} does not belong to the record {} of this backup; give the keys.json of that record",
            keys_file.display(),
            head.origin
        )));
    }
    let is_new = !home.folder.exists();
    keys::create_folder(&home.folder)?;
    let site = Site::of(home);
    let mut plain = BufReader::new(Opening::begin(&key, input));
    let restoring = Restoring {
        site: &site,
        master,
        head: &head,
        outside,
        derive,
        event,
    };
    let done = restoring.all(&mut plain, keys).await;
    if done.is_err() && is_new {
        // Somebody may have put something there meanwhile.
        let _ = std::fs::remove_dir(&home.folder);
    }
    done
}

/// A restoring under way.
struct Restoring<'r> {
    site: &'r Site<'r>,
    head: &'r Head,
    master: Key,
    outside: Arc<dyn Outside>,
    derive: Arc<dyn Derive>,
    /// What the audit tells of the restoring.
    event: Event,
}

/// One schema that is being filled.
struct Filling {
    schema: Schema,
    writing: Writing,
    tables: Vec<Table>,
}

impl Restoring<'_> {
    async fn all(&self, plain: &mut (dyn Read + Send), keys: Keys) -> Result<Restored, Failure> {
        let _alone = self.site.alone().await?;
        self.site.check_empty(&keys).await?;
        self.site.clear().await?;
        let done = async {
            let (restored, keys) = self.take(plain, keys).await?;
            self.site.put_in_place(&keys).await?;
            Ok(restored)
        };
        let done = done.await;
        if done.is_err() {
            // Why it failed is what is told; the next restoring clears what is left.
            let _ = self.site.clear().await;
        }
        done
    }

    /// Takes everything over and verifies it; the keys under which the record goes on.
    async fn take(&self, plain: &mut (dyn Read + Send), keys: Keys) -> Result<(Restored, Arc<Keys>), Failure> {
        self.site.prepare()?;
        let record = Database::open(self.site.record(), schema::VERSION).await?;
        let audit = Database::open(self.site.audit(), audit::tables::VERSION).await?;
        let taken = self.take_into(plain, keys, &record, &audit).await;
        // The files take other names soon, and no log must be left behind under the old ones.
        let folded = match record.fold().await {
            Ok(()) => audit.fold().await,
            failed => failed,
        };
        record.close().await;
        audit.close().await;
        let taken = taken?;
        folded?;
        Ok(taken)
    }

    async fn take_into(
        &self,
        plain: &mut (dyn Read + Send),
        keys: Keys,
        record: &Database,
        audit: &Database,
    ) -> Result<(Restored, Arc<Keys>), Failure> {
        let desk = self.site.desk().await?;
        let filled = self.fill(plain, keys, record, audit, &desk.pool).await;
        desk.pool.close().await;
        let store = filled?;
        let audit = store.audit();
        let checked = self.check(&store, &audit).await;
        audit.close().await;
        Ok((checked?, store.keys))
    }

    /// Verifies record and audit, and tells the audit.
    async fn check(&self, store: &RecordStore, audit: &AuditStore) -> Result<Restored, Failure> {
        // A file that is missing or damaged is no reason to be left with nothing.
        let (report, files) = store.verify_apart().await?;
        let audited = audit.verify().await?;
        let of_record = report.faults.iter().map(ToString::to_string);
        let of_audit = audited.iter().flat_map(|report| &report.faults);
        let faults: Vec<String> = of_record.chain(of_audit.map(|fault| format!("the audit: {fault}"))).collect();
        if let Some(fault) = faults.first() {
            return Err(Failure::refused(format!(
                "what the backup holds does not verify, nothing was restored ({} faults). The first: {fault}",
                faults.len()
            )));
        }
        audit.write(std::slice::from_ref(&self.event)).await?;
        Ok(Restored {
            origin: self.head.origin.clone(),
            created: self.head.created,
            entries: report.entries,
            ticks: report.ticks,
            not_whole: files.iter().map(ToString::to_string).collect(),
        })
    }

    /// Writes all rows, each schema in a transaction.
    async fn fill(
        &self,
        plain: &mut (dyn Read + Send),
        keys: Keys,
        record: &Database,
        audit: &Database,
        desk: &Pool,
    ) -> Result<RecordStore, Failure> {
        match Frame::read(plain, 0).map_err(unreadable)? {
            Frame::Version(schema::VERSION) => {}
            Frame::Version(version) => {
                return Err(Failure::refused(format!(
                    "the tables in this backup have version {version}, and this program writes {}; restore it with the Comity that made it",
                    schema::VERSION
                )));
            }
            _ => return Err(unreadable(io::Error::other("it does not begin with a version"))),
        }
        let (mut filling, mut store, mut keys): (Option<Filling>, Option<RecordStore>, Option<Keys>) = (None, None, Some(keys));
        let (mut table, mut rows, mut count): (Option<Table>, Vec<Vec<Value>>, u64) = (None, Vec::new(), 0);
        let mut file: Option<(PathBuf, File)> = None;
        loop {
            let columns = table.as_ref().map_or(0, |table| table.columns.len());
            let frame = Frame::read(plain, columns).map_err(unreadable)?;
            let is_row = matches!(frame, Frame::Row(_));
            if let (Some(filling), Some(table)) = (&mut filling, &table)
                && (!is_row || rows.len() >= BATCH)
            {
                insert(filling, table, &std::mem::take(&mut rows)).await?;
            }
            if let (Some((path, file)), false) = (&file, matches!(frame, Frame::Chunk(_))) {
                file.sync_all().map_err(|error| Failure::file(path, &error))?;
            }
            match frame {
                Frame::File(name) => {
                    (table, file) = (None, attachments::write_file(self.site.files(), &name)?);
                    if file.is_none() {
                        return Err(unreadable(io::Error::other("it holds a file under a name that no file has")));
                    }
                }
                Frame::Chunk(bytes) => match &mut file {
                    Some((path, file)) => file.write_all(&bytes).map_err(|error| Failure::file(path, &error))?,
                    None => return Err(unreadable(io::Error::other("it holds bytes of no file"))),
                },
                Frame::Row(values) => {
                    let fits = |table: &Table| table.columns.iter().zip(&values).all(|((_, kind), value)| kind.holds(value));
                    if !table.as_ref().is_some_and(fits) {
                        return Err(unreadable(io::Error::other("a row does not fit its table")));
                    }
                    rows.push(values);
                    count += 1;
                }
                Frame::Table { schema, name, columns } => {
                    let schema = [Schema::Record, Schema::Desk, Schema::Audit]
                        .into_iter()
                        .find(|known| known.name() == schema);
                    let schema = schema.ok_or_else(|| unreadable(io::Error::other("it holds a schema that is not known")))?;
                    if filling.as_ref().is_none_or(|filling| filling.schema != schema) {
                        if let Some(done) = filling.take() {
                            store = self.end(done, record, &mut keys).await?.or(store);
                        }
                        let pool = match schema {
                            Schema::Desk | Schema::ImportingDesk => desk,
                            Schema::Audit | Schema::ImportingAudit => &audit.write,
                            Schema::Record | Schema::Importing => &record.write,
                        };
                        filling = Some(self.begin(schema, pool).await?);
                    }
                    let known = filling.iter().flat_map(|filling| &filling.tables).find(|known| known.name == name);
                    table = Some(as_written(known, &name, &columns)?);
                }
                Frame::End(rows) if rows == count => break,
                Frame::End(_) | Frame::Version(_) => return Err(unreadable(io::Error::other("rows are missing or too many"))),
            }
        }
        if plain.read(&mut [0]).map_err(unreadable)? != 0 {
            return Err(unreadable(io::Error::other("more follows after its end")));
        }
        if let Some(done) = filling.take() {
            store = self.end(done, record, &mut keys).await?.or(store);
        }
        store.ok_or_else(|| unreadable(io::Error::other("it holds no record")))
    }

    /// Begins to fill a schema; its tables are made.
    async fn begin(&self, schema: Schema, pool: &Pool) -> Result<Filling, Failure> {
        let mut writing = match schema {
            // The desk made its tables when it was opened.
            Schema::Desk | Schema::ImportingDesk => Writing::begin_on_desk(pool).await?,
            Schema::Audit | Schema::ImportingAudit => {
                let mut writing = Writing::begin_new(pool).await?;
                audit::tables::create(&mut writing.link(), &self.site.audit()).await?;
                writing
            }
            Schema::Record | Schema::Importing => {
                let mut writing = Writing::begin_new(pool).await?;
                schema::create(&mut writing.link(), &self.site.record()).await?;
                writing
            }
        };
        let without = left_out(schema);
        let mut known = tables(&mut writing.link(), unfinished(schema).name()).await?;
        known.retain(|table| !without.contains(&table.name.as_str()));
        Ok(Filling {
            schema,
            writing,
            tables: known,
        })
    }

    /// Ends a schema. Of the record everything is derived that is, and it is opened.
    async fn end(&self, filling: Filling, record: &Database, keys: &mut Option<Keys>) -> Result<Option<RecordStore>, Failure> {
        let Filling { schema, mut writing, .. } = filling;
        if schema != Schema::Record {
            return writing.end(Ok(None)).await;
        }
        let keys = keys.take().ok_or_else(|| Failure::refused("the backup holds two records"))?;
        let derived = self.derive_within(&mut writing.link(), &keys).await;
        let (vault, terms) = writing.end(derived).await?;
        let (outside, derive) = (self.outside.clone(), self.derive.clone());
        Ok(Some(RecordStore::of(
            self.site.files(),
            record.clone(),
            keys,
            vault,
            terms,
            outside,
            derive,
        )))
    }

    async fn derive_within(&self, link: &mut Link<'_>, keys: &Keys) -> Result<(Vault, begin::Terms), Failure> {
        let terms = begin::terms(link).await?;
        if terms.origin != self.head.origin {
            return Err(Failure::refused(
                "the record in the backup is not the one that its first lines name",
            ));
        }
        begin::check_key(link, &terms, &terms.verifier_key_of(&keys.signing.verifying_key())).await?;
        let vault = Vault::open(link, self.master, &terms.origin).await?;
        let shelver = Shelver {
            vault: &vault,
            outside: &*self.outside,
        };
        shelver.shelve_all(link).await?;
        read_tables::derive_all(link, &vault, &*self.derive).await?;
        schema::set_derived_by(link, &self.derive.edition()).await?;
        schema::weigh(link).await?;
        Ok((vault, terms))
    }
}

/// The table with its columns in the order in which they come.
fn as_written(known: Option<&Table>, name: &str, columns: &[String]) -> Result<Table, Failure> {
    let other = || {
        Failure::refused(format!(
            "the backup holds a table {name} that this program does not keep so; restore it with the Comity that made it"
        ))
    };
    let known = known.ok_or_else(other)?;
    let kind = |column: &String| known.columns.iter().find(|(name, _)| name == column).cloned();
    let ordered: Vec<(String, Kind)> = columns.iter().map(kind).collect::<Option<_>>().ok_or_else(other)?;
    if ordered.len() != known.columns.len() {
        return Err(other());
    }
    let mut table = known.clone();
    table.columns = ordered;
    Ok(table)
}

async fn insert(filling: &mut Filling, table: &Table, rows: &[Vec<Value>]) -> Result<(), Failure> {
    let into = format!("INSERT INTO {} ({})", quoted(&table.name), table.list());
    bulk::insert(&mut filling.writing.link(), &into, "", rows, |cells, row| {
        row.iter().cloned().for_each(|value| {
            cells.push_bind(value);
        });
    })
    .await
}

fn unreadable(error: io::Error) -> Failure {
    Failure::refused(format!(
        "the backup cannot be read: {error}; take another copy of the file, nothing was restored"
    ))
}
