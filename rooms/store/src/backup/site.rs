//! Where a restoring writes, and how what it wrote is put in its place: all of it or nothing, over nothing that is there.
//!
//! Files are written in a folder of their own, and get their names one after the other, the record's last: without it nothing
//! is there. Schemas of a server are written under other names and get theirs in one transaction.

use crate::attachments;
use crate::audit::AUDIT;
use crate::database::{Address, Held, Place, Pool, Schema, Suspect, server_pool};
use crate::desk::{DESK, DeskStore};
use crate::fail::Failure;
use crate::keys::{self, Keys};
use crate::sql::{Link, query};
use crate::writing::Writing;
use crate::{DATABASE, Home};
use register::port::StoreError;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The folder in which files are written until they are whole.
const UNFINISHED: &str = "restoring";
/// What stands behind the name of a database, and of what SQLite puts beside it: a log left there by another database
/// would be played into the one that is restored.
const ENDS: [&str; 4] = ["", "-wal", "-shm", "-journal"];
/// A lock of the connection; its number is the one after that of [`Writing::begin_new`].
const RESTORE_ALONE: &str = "SELECT CASE WHEN pg_try_advisory_lock(74007878128730) THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END";
/// The schemas on a server, each under the name under which it is written.
const SCHEMAS: [(Schema, Schema); 3] = [
    (Schema::ImportingDesk, Schema::Desk),
    (Schema::ImportingAudit, Schema::Audit),
    (Schema::Importing, Schema::Record),
];

/// Under which name a schema is written until all is whole.
pub(super) fn unfinished(schema: Schema) -> Schema {
    let names = SCHEMAS.iter().find(|(_, name)| *name == schema);
    names.map_or(schema, |(unfinished, _)| *unfinished)
}

/// Where it is written, and where it goes.
pub(super) struct Site<'h> {
    home: &'h Home,
    /// The home in which it is written.
    unfinished: Home,
    /// Where files are written, on whatever database: those of attachments.
    files: PathBuf,
}

impl<'h> Site<'h> {
    pub(super) fn of(home: &'h Home) -> Site<'h> {
        let mut unfinished = home.clone();
        if home.database.is_none() {
            unfinished.folder = home.folder.join(UNFINISHED);
        }
        Site {
            home,
            unfinished,
            files: home.folder.join(UNFINISHED),
        }
    }

    /// Keeps others from restoring to the same server, until it is dropped. Of a folder whoever calls takes the lock.
    ///
    /// # Errors
    /// Another restoring is under way.
    pub(super) async fn alone(&self) -> Result<Option<Held>, Failure> {
        let Some(address) = &self.home.database else { return Ok(None) };
        let mut held = beside(address).hold().await?;
        if query(RESTORE_ALONE).count(&mut held.link()).await? == 0 {
            return Err(Failure::refused(format!(
                "another restoring to {address} is under way; wait for its end"
            )));
        }
        // The lock goes with the connection.
        held.give_up();
        Ok(Some(held))
    }

    /// Refuses a place in which something lies, or whose keys are others.
    pub(super) async fn check_empty(&self, keys: &Keys) -> Result<(), Failure> {
        has_keys(&self.home.folder, keys)?;
        attachments::check_free(&self.home.folder)?;
        match &self.home.database {
            None => check_folder(&self.home.folder),
            Some(address) => {
                let pool = beside(address);
                let checked = async { check_schemas(&mut pool.hold().await?.link(), address).await };
                let checked = checked.await;
                pool.close().await;
                checked
            }
        }
    }

    /// Takes away what a restoring that failed or was cut off left behind.
    pub(super) async fn clear(&self) -> Result<(), Failure> {
        match std::fs::remove_dir_all(&self.files) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failure::file(&self.files, &error)),
            _ => {}
        }
        let Some(address) = &self.home.database else { return Ok(()) };
        let names = SCHEMAS.map(|(unfinished, _)| format!("DROP SCHEMA IF EXISTS {} CASCADE;", unfinished.name()));
        let pool = beside(address);
        let dropped = async { pool.hold().await?.link().run(names.concat()).await };
        let dropped = dropped.await;
        pool.close().await;
        dropped
    }

    /// Makes room for what is written.
    pub(super) fn prepare(&self) -> Result<(), Failure> {
        keys::create_folder(&self.files)
    }

    /// The folder in which files are written.
    pub(super) fn files(&self) -> &Path {
        &self.files
    }

    /// Where the record is written.
    pub(super) fn record(&self) -> Place {
        self.written(DATABASE, Schema::Record)
    }

    /// Where the audit is written.
    pub(super) fn audit(&self) -> Place {
        self.written(AUDIT, Schema::Audit)
    }

    fn written(&self, name: &str, schema: Schema) -> Place {
        match &self.home.database {
            None => Place::File(self.unfinished.folder.join(name)),
            Some(address) => Place::Server(address.clone(), unfinished(schema)),
        }
    }

    /// The desk that is written, opened.
    pub(super) async fn desk(&self) -> Result<DeskStore, StoreError> {
        DeskStore::open_as(&self.unfinished, unfinished(Schema::Desk)).await
    }

    /// Gives all that was written its names, and the keys with it.
    ///
    /// # Errors
    /// Something came there meanwhile, or cannot be named; then nothing was put there.
    pub(super) async fn put_in_place(&self, keys: &Keys) -> Result<(), Failure> {
        let mut put = Vec::new();
        let done = self.put_all(keys, &mut put).await;
        if done.is_err() {
            for file in put.iter().rev() {
                let _ = std::fs::remove_file(file);
            }
        }
        done
    }

    /// `put` are the files that were put there so far.
    async fn put_all(&self, keys: &Keys, put: &mut Vec<PathBuf>) -> Result<(), Failure> {
        let folder = &self.home.folder;
        self.check_empty(keys).await?;
        if !has_keys(folder, keys)? {
            put.push(folder.join(keys::FILE));
            keys.save(folder)?;
        }
        attachments::put_in_place(&self.files, folder, put)?;
        let Some(address) = &self.home.database else {
            for name in [DESK, AUDIT, DATABASE] {
                let (from, to) = (self.unfinished.folder.join(name), folder.join(name));
                name_anew(&from, &to)?;
                put.push(to);
            }
            keys::sync_folder(folder)?;
            return self.clear().await;
        };
        let pool = beside(address);
        let named = async {
            // With the lock of those who begin a record or a desk.
            let mut writing = Writing::begin_new(&pool).await?;
            let named = name_schemas(&mut writing.link(), address).await;
            writing.end(named).await
        };
        let named = named.await;
        pool.close().await;
        if named.is_ok() {
            // What stays of it the next restoring takes away.
            let _ = std::fs::remove_dir_all(&self.files);
        }
        named
    }
}

fn beside(address: &Address) -> Pool {
    server_pool(address, Schema::Record, 1, Suspect::default())
}

fn there(what: &str) -> Failure {
    Failure::refused(format!("{what} already; restore to an empty folder or an empty database"))
}

/// Whether a folder has these keys.
///
/// # Errors
/// It has others, which are not written over.
fn has_keys(folder: &Path, keys: &Keys) -> Result<bool, Failure> {
    let Some(other) = Keys::load(folder)? else { return Ok(false) };
    let secrets = |keys: &Keys| (keys.signing.to_bytes(), keys.filler, keys.seal);
    if secrets(&other) == secrets(keys) {
        return Ok(true);
    }
    Err(Failure::refused(format!(
        "{} holds the keys of another record, which are not written over; give another folder",
        folder.join(keys::FILE).display()
    )))
}

fn check_folder(folder: &Path) -> Result<(), Failure> {
    let names = [DATABASE, DESK, AUDIT].into_iter();
    let names = names.flat_map(|name| ENDS.map(|end| folder.join(format!("{name}{end}"))));
    // A link that leads nowhere is there too.
    match names.into_iter().find(|name| name.symlink_metadata().is_ok()) {
        Some(name) => Err(there(&format!("{} is there", name.display()))),
        None => Ok(()),
    }
}

async fn check_schemas(link: &mut Link<'_>, address: &Address) -> Result<(), Failure> {
    let ours = query("SELECT nspname::TEXT FROM pg_catalog.pg_namespace WHERE nspname IN ($1, $2, $3) ORDER BY nspname LIMIT 1");
    let [desk, audit, record] = SCHEMAS.map(|(_, schema)| schema.name());
    match ours.bind(desk).bind(audit).bind(record).value::<String>(link).await? {
        Some(schema) => Err(there(&format!("the schema {schema} lies in {address}"))),
        None => Ok(()),
    }
}

async fn name_schemas(link: &mut Link<'_>, address: &Address) -> Result<(), Failure> {
    check_schemas(link, address).await?;
    let names = SCHEMAS.map(|(unfinished, schema)| format!("ALTER SCHEMA {} RENAME TO {};", unfinished.name(), schema.name()));
    link.run(names.concat()).await
}

/// Gives a file another name, which no other file has: a second one first, as far as the file system knows such.
fn name_anew(from: &Path, to: &Path) -> Result<(), Failure> {
    match std::fs::hard_link(from, to) {
        Ok(()) => {
            // What stays of it goes with its folder.
            let _ = std::fs::remove_file(from);
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(there(&format!("{} is there", to.display()))),
        Err(_) => std::fs::rename(from, to).map_err(|error| Failure::file(to, &error)),
    }
}
