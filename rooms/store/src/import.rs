//! Taking over a whole record that was exported: the same entries, ticks and roots in a new folder.
//!
//! Of attachments an export holds what entries say of them, not their bytes: `verify` names those that are missing.
//!
//! An export holds no secret. Where the folder has a `keys.json` already, brought there by whoever moves
//! house, the record goes on under that key. Else the folder draws keys of its own, and signs what
//! follows with these: its verifier key is then another one than the first entry names, and
//! [`RecordStore::verifier_key_text`] says which. The checkpoints that came with the export stay beside
//! its own and verify under the key that they name.
//!
//! The record is written under another name (a file, or a schema on a server), verified, and only then put in its
//! place.

use crate::append::{Gone, Row, insert, insert_gone};
use crate::begin::{self, Terms};
use crate::database::{Address, Database, Place, Schema, Suspect, server_pool};
use crate::erase;
use crate::export::FORMAT;
use crate::fail::Failure;
use crate::keys::{self, Keys};
use crate::master;
use crate::read::signed;
use crate::schema;
use crate::shelving::Shelver;
use crate::sql::Link;
use crate::tail::Tail;
use crate::ticks::{self, AtHand, TickRow};
use crate::vault::{Key, Vault, drawn};
use crate::writing::Writing;
use crate::{Home, RecordStore, Sort, tables};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use record::checkpoint::{Checkpoint, parse_verifier_key};
use record::entry::{Entry, EntryId};
use record::json::{Object, Value};
use record::log::grown;
use record::merkle::{self, Hash};
use record::tick::{TickKey, tick_record};
use register::outside::Outside;
use register::port::{Derive, StoreError};
use std::collections::BTreeSet;
use std::io::{BufRead, Read};
use std::path::Path;
use std::sync::Arc;

/// How many rows are written at a time.
const BATCH: usize = 1_000;
/// No line of an export is longer, in bytes: the largest entry and the fullest tick take far less.
const MOST: u64 = 64 << 20;
/// The name of the database until it is whole.
const UNFINISHED: &str = "record.sqlite.importing";

impl RecordStore {
    /// Takes over an exported record to a place that has none. See `import.rs` for the keys.
    ///
    /// # Errors
    /// [`StoreError::Refused`] with the line where the export is not what [`RecordStore::export`] writes,
    /// or with the first thing in it that does not verify. Nothing stays then.
    pub async fn import_record(
        home: &Home,
        input: &mut (dyn BufRead + Send),
        outside: Arc<dyn Outside>,
        derive: Arc<dyn Derive>,
    ) -> Result<RecordStore, StoreError> {
        let folder = &home.folder;
        keys::create_folder(folder)?;
        let place = home.place();
        if RecordStore::lies_at(home).await? {
            return Err(StoreError::Refused(format!(
                "{place} is there already; import to a place without a record"
            )));
        }
        let unfinished = match &place {
            Place::File(_) => Place::File(folder.join(UNFINISHED)),
            Place::Server(address, _) => Place::Server(address.clone(), Schema::Importing),
        };
        remove(&unfinished).await?;
        let master = master::load(&home.master())?;
        let is_new = master.is_none();
        let master = master.unwrap_or_else(|| drawn(&*outside));
        let taken = take(folder, master, &unfinished, input, outside.clone(), derive.clone()).await;
        let keys = match taken {
            Ok(keys) => keys,
            Err(failure) => {
                remove(&unfinished).await?;
                return Err(failure.into());
            }
        };
        if is_new {
            master::save(&home.master(), &master)?;
        }
        keys.save(folder)?;
        put_in_place(&unfinished, &place).await?;
        keys::sync_folder(folder)?;
        RecordStore::open(home, Sort::Real, outside, derive).await
    }
}

/// Gives the whole record its name.
async fn put_in_place(unfinished: &Place, place: &Place) -> Result<(), Failure> {
    match (unfinished, place) {
        (Place::File(from), Place::File(to)) => std::fs::rename(from, to).map_err(|error| Failure::file(to, &error)),
        (Place::Server(address, from), Place::Server(_, to)) => {
            run_on_server(address, *from, format!("ALTER SCHEMA {} RENAME TO {}", from.name(), to.name())).await
        }
        _ => Err(Failure::refused("a file and a server are different places")),
    }
}

/// Removes what an import that was cut off left behind.
async fn remove(unfinished: &Place) -> Result<(), Failure> {
    let file = match unfinished {
        Place::Server(address, schema) => {
            return run_on_server(address, *schema, format!("DROP SCHEMA IF EXISTS {} CASCADE", schema.name())).await;
        }
        Place::File(file) => file,
    };
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Failure::file(Path::new(&name), &error)),
            _ => {}
        }
    }
    Ok(())
}

async fn run_on_server(address: &Address, schema: Schema, statement: String) -> Result<(), Failure> {
    let pool = server_pool(address, schema, 1, Suspect::default());
    let run = async { pool.hold().await?.link().run(statement).await };
    let done = run.await;
    pool.close().await;
    done
}

/// Writes and verifies the database; the keys under which it goes on.
async fn take(
    folder: &Path,
    master: Key,
    unfinished: &Place,
    input: &mut (dyn BufRead + Send),
    outside: Arc<dyn Outside>,
    derive: Arc<dyn Derive>,
) -> Result<Arc<Keys>, Failure> {
    let keys = Keys::load(folder)?.unwrap_or_else(|| Keys::draw(&*outside));
    let database = Database::open(unfinished.clone(), schema::VERSION).await?;
    let written = write(folder, &database, keys, master, input, outside, derive).await;
    let verified = match written {
        Ok(store) => store.verify_record().await.map(|report| (store.keys, report)),
        Err(failure) => Err(failure),
    };
    // The file takes another name soon, and its log must not be left behind under the old one.
    let folded = database.fold().await;
    database.close().await;
    let (keys, report) = verified.map_err(|failure| match failure.into() {
        StoreError::Damaged(what) => Failure::refused(format!("the export does not hold together: {what}; nothing was imported")),
        other => other.into(),
    })?;
    folded?;
    match report.faults.first() {
        None => Ok(keys),
        Some(fault) => Err(Failure::refused(format!(
            "the export does not verify, nothing was imported ({} faults). The first: {fault}",
            report.faults.len()
        ))),
    }
}

async fn write(
    folder: &Path,
    database: &Database,
    keys: Keys,
    master: Key,
    input: &mut (dyn BufRead + Send),
    outside: Arc<dyn Outside>,
    derive: Arc<dyn Derive>,
) -> Result<RecordStore, Failure> {
    let mut writing = Writing::begin_new(&database.write).await?;
    let done = write_within(&mut writing.link(), &database.place, &keys, master, input, &*outside, &*derive).await;
    let (vault, terms) = writing.end(done).await?;
    Ok(RecordStore::of(folder, database.clone(), keys, vault, terms, outside, derive))
}

async fn write_within(
    connection: &mut Link<'_>,
    place: &Place,
    keys: &Keys,
    master: Key,
    input: &mut (dyn BufRead + Send),
    outside: &dyn Outside,
    derive: &dyn Derive,
) -> Result<(Vault, Terms), Failure> {
    schema::create(connection, place).await?;
    let mut reader = Lines { input, number: 0 };
    let mut taking = Taking {
        master,
        ..Taking::default()
    };
    while !taking.ended {
        let line = reader.next()?;
        let taken = taking.line(connection, keys, outside, &line).await;
        taken.map_err(|fault| reader.fault(fault))?;
    }
    if reader.more()? {
        return Err(reader.fault(Fault::Wrong("more follows after the last line".to_owned())));
    }
    let waits = |position: &u64| !taking.placed.contains(position);
    taking.tail.closed_to = (0..taking.tail.count).find(waits).unwrap_or(taking.tail.count);
    taking.tail.save(connection, &keys.seal).await?;
    erase::mark(connection, &taking.ordered).await?;
    let terms = begin::terms(connection).await?;
    ticks::sign(connection, keys, &terms).await?;
    let vault = taking.vault.ok_or_else(|| Failure::refused("the export holds no entry"))?;
    let shelver = Shelver { vault: &vault, outside };
    shelver.shelve_all(connection).await?;
    tables::derive_all(connection, &vault, derive).await?;
    schema::weigh(connection).await?;
    Ok((vault, terms))
}

/// What is wrong with a line, or with the database.
enum Fault {
    Wrong(String),
    Failed(Failure),
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Fault {
        Fault::Failed(failure)
    }
}

/// The lines of an export, counted from 1.
struct Lines<'a> {
    input: &'a mut (dyn BufRead + Send),
    number: u64,
}

impl Lines<'_> {
    fn next(&mut self) -> Result<Object, Failure> {
        self.number += 1;
        let mut bytes = Vec::new();
        let read = Read::take(&mut *self.input, MOST).read_until(b'\n', &mut bytes);
        read.map_err(|error| Failure::from(StoreError::Database(format!("the export cannot be read: {error}"))))?;
        if bytes.pop() != Some(b'\n') {
            return Err(self.fault(Fault::Wrong("the export is cut off here; take it whole".to_owned())));
        }
        let object = Object::parse(&bytes).map_err(|error| self.fault(Fault::Wrong(error.to_string())))?;
        if object.canonical() == bytes {
            Ok(object)
        } else {
            Err(self.fault(Fault::Wrong(
                "it is not canonical JSON; take the export as it was written".to_owned(),
            )))
        }
    }

    fn more(&mut self) -> Result<bool, Failure> {
        let rest = self.input.fill_buf();
        rest.map(|rest| !rest.is_empty())
            .map_err(|error| StoreError::Database(format!("the export cannot be read: {error}")).into())
    }

    fn fault(&self, fault: Fault) -> Failure {
        match fault {
            Fault::Wrong(what) => Failure::refused(format!("line {} of the export: {what}; nothing was imported", self.number)),
            Fault::Failed(failure) => failure,
        }
    }
}

/// What was taken so far.
#[derive(Default)]
struct Taking {
    /// What the first entry fixed, from the second line on.
    terms: Option<Terms>,
    tail: Tail,
    entries: Vec<Row>,
    /// Heads whose bodies were erased.
    gone: Vec<Gone>,
    /// Their positions, each with that of the order.
    ordered: Vec<(i64, i64)>,
    size: u64,
    ticks: Vec<TickRow>,
    places: Vec<(u64, u64, u64)>,
    new_nodes: Vec<(u8, u64, Hash)>,
    nodes: AtHand,
    placed: BTreeSet<u64>,
    begun: bool,
    ended: bool,
    /// The master key of the new place, and what is opened with it from the first entry on.
    master: Key,
    vault: Option<Vault>,
}

impl Taking {
    async fn line(&mut self, connection: &mut Link<'_>, keys: &Keys, outside: &dyn Outside, line: &Object) -> Result<(), Fault> {
        if !self.begun {
            self.begun = true;
            return match line.get_text("format") {
                Some(FORMAT) => Ok(()),
                _ => Err(Fault::Wrong(format!(
                    "its format is not {FORMAT:?}; read others with a newer Comity"
                ))),
            };
        }
        if line.get("entry").is_some() && self.size == 0 {
            self.entry(line)?;
        } else if line.get("erased").is_some() && self.size == 0 {
            self.erased(line)?;
        } else if line.get("tick").is_some() {
            self.tick(keys, line)?;
        } else if line.get("checkpoint").is_some() {
            self.flush(connection, outside).await?;
            checkpoint(connection, line).await?;
        } else if line.get("end").is_some() {
            self.flush(connection, outside).await?;
            self.end(line)?;
        } else {
            return Err(Fault::Wrong(
                "it is no line that stands here; take the export as it was written".to_owned(),
            ));
        }
        if self.entries.len() + self.gone.len() + self.ticks.len() >= BATCH {
            self.flush(connection, outside).await?;
        }
        Ok(())
    }

    fn entry(&mut self, line: &Object) -> Result<(), Fault> {
        let entry = Entry::from_canonical(text(line, "entry")?.as_bytes()).map_err(|error| Fault::Wrong(error.to_string()))?;
        if self.terms.is_none() {
            self.terms = Some(Terms::of(&entry)?);
        }
        self.entries.push(Row::next(&mut self.tail, entry, bytes(line, "salt")?));
        Ok(())
    }

    /// An entry whose body was erased. Whether it was ordered away is for `verify` to say.
    fn erased(&mut self, line: &Object) -> Result<(), Fault> {
        let id = EntryId::parse(text(line, "erased")?).ok_or_else(|| Fault::Wrong("erased is not the id of an entry".to_owned()))?;
        let recorded = text(line, "recorded")?.parse();
        let recorded = recorded.map_err(|_| Fault::Wrong("recorded is not an instant".to_owned()))?;
        self.ordered.push((signed(self.tail.count), signed(number(line, "ordered")?)));
        self.gone.push(Gone::next(&mut self.tail, id, recorded, bytes(line, "leaf_hash")?));
        Ok(())
    }

    fn tick(&mut self, keys: &Keys, line: &Object) -> Result<(), Fault> {
        if number(line, "tick")? != self.size {
            return Err(Fault::Wrong(format!("tick {} should stand here", self.size)));
        }
        let mark: Timestamp = text(line, "mark")?
            .parse()
            .map_err(|_| Fault::Wrong("mark is not an instant".to_owned()))?;
        let (root, key): (Hash, [u8; 32]) = (bytes(line, "root")?, bytes(line, "key")?);
        // The key of a tick is kept only where this folder's own does not give it.
        let own = TickKey::derive(&keys.filler, self.size) == TickKey::from_bytes(key);
        let Some(Value::List(places)) = line.get("places") else {
            return Err(Fault::Wrong("places is not a list".to_owned()));
        };
        for pair in places {
            let (position, place) = pair_of(pair).ok_or_else(|| Fault::Wrong("places are not pairs of position and place".to_owned()))?;
            if position >= self.tail.count || !self.placed.insert(position) {
                return Err(Fault::Wrong(format!("position {position} has no entry, or a place already")));
            }
            self.places.push((position, self.size, place));
        }
        for (level, index, hash) in grown(self.size, merkle::leaf(&tick_record(self.size, mark, &root)), &self.nodes) {
            self.nodes.0.insert((level, index), hash);
            self.new_nodes.push((level, index, hash));
        }
        self.ticks.push((self.size, mark, root, (!own).then_some(key)));
        self.size += 1;
        Ok(())
    }

    fn end(&mut self, line: &Object) -> Result<(), Fault> {
        let fits = text(line, "end")? == FORMAT
            && number(line, "entries")? == self.tail.count
            && number(line, "ticks")? == self.size
            && bytes(line, "running")? == self.tail.running;
        self.ended = true;
        if fits && self.terms.is_some() {
            Ok(())
        } else {
            Err(Fault::Wrong(
                "the record does not end as the export says: lines were changed, put in or taken away".to_owned(),
            ))
        }
    }

    async fn flush(&mut self, connection: &mut Link<'_>, outside: &dyn Outside) -> Result<(), Failure> {
        let vault = match (self.vault.take(), &self.terms) {
            (Some(vault), _) => Some(vault),
            (None, Some(terms)) => {
                Vault::begin(connection, &self.master, &terms.origin, outside).await?;
                Some(Vault::open(connection, self.master, &terms.origin).await?)
            }
            (None, None) => None,
        };
        if let Some(vault) = &vault {
            insert(connection, vault, &std::mem::take(&mut self.entries), outside).await?;
            insert_gone(connection, &std::mem::take(&mut self.gone)).await?;
        }
        self.vault = vault;
        ticks::insert_ticks(connection, &std::mem::take(&mut self.ticks)).await?;
        ticks::insert_places(connection, &std::mem::take(&mut self.places)).await?;
        ticks::insert_nodes(connection, &std::mem::take(&mut self.new_nodes)).await
    }
}

async fn checkpoint(connection: &mut Link<'_>, line: &Object) -> Result<(), Fault> {
    let (verifier_key, text) = (text(line, "verifier_key")?, text(line, "checkpoint")?);
    let (_, key) = parse_verifier_key(verifier_key).map_err(|error| Fault::Wrong(error.to_string()))?;
    let checkpoint = Checkpoint::parse_and_verify(text, &key).map_err(|error| Fault::Wrong(error.to_string()))?;
    Ok(ticks::save_checkpoint(connection, verifier_key, checkpoint.size, text).await?)
}

fn text<'a>(line: &'a Object, member: &str) -> Result<&'a str, Fault> {
    line.get_text(member).ok_or_else(|| Fault::Wrong(format!("{member} is not a text")))
}

fn number(line: &Object, member: &str) -> Result<u64, Fault> {
    let number = line.get_integer(member).and_then(|number| u64::try_from(number).ok());
    number.ok_or_else(|| Fault::Wrong(format!("{member} is not a whole number")))
}

fn bytes(line: &Object, member: &str) -> Result<[u8; 32], Fault> {
    let bytes = line.get_text(member).and_then(|text| STANDARD.decode(text).ok()?.try_into().ok());
    bytes.ok_or_else(|| Fault::Wrong(format!("{member} is not 32 bytes in base64")))
}

fn pair_of(pair: &Value) -> Option<(u64, u64)> {
    match pair {
        Value::List(items) => match items.as_slice() {
            [Value::Integer(position), Value::Integer(place)] => Some((u64::try_from(*position).ok()?, u64::try_from(*place).ok()?)),
            _ => None,
        },
        _ => None,
    }
}
