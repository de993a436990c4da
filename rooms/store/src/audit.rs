//! The audit in a database of its own beside the record: `audit.sqlite`, created when the first event is written, for its owner
//! alone; on a server, in a schema of its own beside that of the record.
//!
//! A place of its own, so that what readers do shares nothing with what they read: no lock, no page, no log. Events are
//! encrypted and found by keyed words. The keys are made of one that lies in the vault of the record, wrapped by the
//! master key, so that a change of the master key leaves them as they are, and no audit is read without it.

use crate::bulk;
use crate::database::{Database, Place, Schema};
use crate::fail::Failure;
use crate::read::{instant, instant_text, signed, unsigned};
use crate::schema;
use crate::sql::{Link, Row, Statement};
use crate::tail::Tail;
use crate::vault::{Key, Vault};
use crate::writing::Writing;
use async_trait::async_trait;
use jiff::Timestamp;
use register::audit::{Act, Audit, AuditFilter, Event, Kept, Pseudonym, Who};
use register::outside::Outside;
use register::port::StoreError;
use std::sync::Arc;
use tokio::sync::OnceCell;

mod body;
mod chain;
mod reads;
pub(crate) mod tables;
mod verify;

pub(crate) use reads::Reads;
pub use verify::{AuditFault, AuditReport};

/// The name of the audit's database in the data folder.
pub const AUDIT: &str = "audit.sqlite";

/// An audit. It is opened when it is first used: what the public reads does not wait for it.
pub struct AuditStore {
    place: Place,
    vault: Arc<Vault>,
    /// Encrypts events.
    body: Key,
    /// Keys the running hash and seals where the audit ends.
    chain: Key,
    outside: Arc<dyn Outside>,
    database: OnceCell<Database>,
}

impl AuditStore {
    /// That beside a record.
    pub(crate) fn beside(record: &Place, vault: Arc<Vault>, outside: Arc<dyn Outside>) -> AuditStore {
        AuditStore {
            place: match record {
                Place::Server(address, Schema::Importing) => Place::Server(address.clone(), Schema::ImportingAudit),
                Place::Server(address, _) => Place::Server(address.clone(), Schema::Audit),
                Place::File(file) => Place::File(file.with_file_name(AUDIT)),
            },
            body: vault.derived("audit body"),
            chain: vault.derived("audit chain"),
            vault,
            outside,
            database: OnceCell::new(),
        }
    }

    /// The database, opened; the audit is begun where there is none.
    pub(crate) async fn opened(&self) -> Result<&Database, Failure> {
        self.database.get_or_try_init(|| self.open()).await
    }

    async fn open(&self) -> Result<Database, Failure> {
        let database = Database::open(self.place.clone(), tables::VERSION).await?;
        let begun = schema::has_tables(&mut database.read.hold().await?.link(), &self.place).await?;
        if !begun {
            let mut writing = Writing::begin_new(&database.write).await?;
            let done = self.begin(&mut writing.link()).await;
            writing.end(done).await?;
        }
        Ok(database)
    }

    /// Begins an audit, unless another did meanwhile.
    async fn begin(&self, link: &mut Link<'_>) -> Result<(), Failure> {
        if schema::has_tables(link, &self.place).await? {
            return Ok(());
        }
        tables::create(link, &self.place).await?;
        let mut tail = Tail::default();
        let begun = Event::new(self.outside.now(), Act::AuditBegun, Who::Nobody);
        self.add(link, &mut tail, &[begun]).await
    }

    async fn write_all(&self, events: &[Event]) -> Result<(), Failure> {
        let database = self.opened().await?;
        // What is written into a file that was deleted is as good as not written.
        if let Place::File(file) = &self.place
            && !file.exists()
        {
            let gone = "was taken away while it was open; bring it back, or start the program anew, which begins another audit";
            return Err(StoreError::Database(format!("{} {gone}", file.display())).into());
        }
        let mut writing = Writing::begin(&database.write).await?;
        let done = self.add_at_end(&mut writing.link(), events).await;
        writing.end(done).await
    }

    async fn add_at_end(&self, link: &mut Link<'_>, events: &[Event]) -> Result<(), Failure> {
        let mut tail = Tail::load(link, &self.chain).await?;
        self.add(link, &mut tail, events).await
    }

    /// Adds events where the audit ends, which moves on.
    async fn add(&self, link: &mut Link<'_>, tail: &mut Tail, events: &[Event]) -> Result<(), Failure> {
        let mut rows = Vec::with_capacity(events.len());
        let mut words = Vec::new();
        for event in events {
            let at = Timestamp::from_microsecond(event.at.as_microsecond()).unwrap_or(event.at);
            let kept = body::kept(&self.vault, event, tail.count, at.max(tail.recorded));
            let body = body::seal(&self.vault, &self.body, &kept, &*self.outside)?;
            let instant = instant_text(kept.at);
            tail.running = chain::running(&self.chain, &tail.running, kept.position, &instant, &body);
            tail.recorded = kept.at;
            tail.count += 1;
            words.extend(body::words(&self.vault, &kept).into_iter().map(|word| (word, kept.position)));
            rows.push((kept.position, instant, body, tail.running));
        }
        let into = "INSERT INTO events (position, instant, body, running)";
        bulk::insert(link, into, "", &rows, |values, (position, instant, body, running)| {
            values.push_bind(signed(*position)).push_bind(instant);
            values.push_bind(&body[..]).push_bind(&running[..]);
        })
        .await?;
        let into = "INSERT INTO event_words (word, position)";
        bulk::insert(link, into, "", &words, |values, (word, position)| {
            values.push_bind(&word[..]).push_bind(signed(*position));
        })
        .await?;
        tail.save(link, &self.chain).await
    }

    async fn list_all(&self, filter: &AuditFilter, before: Option<u64>, limit: usize) -> Result<Vec<Kept>, Failure> {
        let database = self.opened().await?;
        let rows = self.asked(filter, before, limit).build().persistent(false);
        let rows = rows.fetch_all(&mut database.read.hold().await?.link()).await?;
        rows.iter().map(|row| self.kept(row)).collect()
    }

    /// The statement that finds events, newest first.
    fn asked(&self, filter: &AuditFilter, before: Option<u64>, limit: usize) -> Statement {
        let vault = &*self.vault;
        let mut asked = Statement::new("SELECT e.position, e.instant, e.body FROM events e WHERE e.position < ");
        asked.push_bind(before.map_or(i64::MAX, signed));
        let (since, until) = filter.instants();
        if let Some(since) = since {
            asked.push(" AND e.instant >= ").push_bind(instant_text(since));
        }
        if let Some(until) = until {
            asked.push(" AND e.instant < ").push_bind(instant_text(until));
        }
        let acts: Vec<body::Word> = filter.acts.iter().map(|act| body::act_word(vault, *act)).collect();
        let account = filter.account.as_deref().map(|account| body::account_word(vault, account));
        let organisation = filter.organisation.as_deref().map(|text| body::organisation_word(vault, text));
        let matter = filter.matter.as_ref().map(|matter| body::matter_word(vault, matter));
        let one = [account, organisation, matter].into_iter().flatten().map(|word| vec![word]);
        for words in one.chain(Some(acts).filter(|acts| !acts.is_empty())) {
            asked.push(" AND e.position IN (SELECT w.position FROM event_words w WHERE w.word IN (");
            asked.push_list(words.iter().map(|word| &word[..])).push("))");
        }
        asked.push(" ORDER BY e.position DESC LIMIT ");
        asked.push_bind(i64::try_from(limit).unwrap_or(i64::MAX));
        asked
    }

    /// The event of a row with `position`, `instant` and `body`.
    fn kept(&self, row: &Row) -> Result<Kept, Failure> {
        let position = unsigned(row.try_get("position")?, "a position of the audit")?;
        let at = instant(&row.try_get::<String>("instant")?)?;
        let sealed: Vec<u8> = row.try_get("body")?;
        body::open(&self.vault, &self.body, position, at, &sealed)
    }

    /// Closes the database, if it was opened.
    pub(crate) async fn close(&self) {
        if let Some(database) = self.database.get() {
            database.close().await;
        }
    }
}

#[async_trait]
impl Audit for AuditStore {
    async fn write(&self, events: &[Event]) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        self.write_all(events).await.map_err(of_the_audit)
    }

    async fn list(&self, filter: &AuditFilter, before: Option<u64>, limit: usize) -> Result<Vec<Kept>, StoreError> {
        self.list_all(filter, before, limit).await.map_err(of_the_audit)
    }

    fn pseudonym(&self, matter: &str) -> Pseudonym {
        body::pseudonym(&self.vault, matter)
    }
}

/// Damage to the audit is none to the record, which `record verify` would be asked about in vain.
fn of_the_audit(failure: Failure) -> StoreError {
    match StoreError::from(failure) {
        StoreError::Damaged(what) => StoreError::Database(format!(
            "the audit ({AUDIT}, or the schema audit) is damaged or belongs to another record ({what}); run `comity audit verify` to find every such place, keep a copy of it for whoever looks into it, and restore it from a backup"
        )),
        other => other,
    }
}
