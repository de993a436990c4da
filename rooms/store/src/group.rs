//! Appending in groups: what is to be appended while a transaction is under way is gathered into the next
//! one, so that many writers share the wait for the disk. Each append is whole or not at all by itself, and
//! everybody is told after the commit.

use crate::RecordStore;
use crate::fail::{Failure, same};
use crate::read::{bytes32, signed};
use crate::sql::{Link, query};
use crate::tail::Tail;
use crate::writing::{Ended, Writing};
use access::Viewer;
use record::entry::Draft;
use register::closing::is_closing;
use register::erasure::is_erasure;
use register::port::{Recorded, StoreError};
use register::request::is_request;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// How many appends share a transaction at most; PostgreSQL is slower with more savepoints than this.
const MOST: usize = 60;
/// How often it is looked up what became of a commit whose answer was lost; each look waits for the server to
/// come back.
const LOOKS: usize = 6;

/// What somebody asked to have appended.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) viewer: Viewer,
    pub(crate) drafts: Vec<Draft>,
    /// See [`register::port::Store::append`].
    pub(crate) import: bool,
    /// See [`register::port::Store::append_over`].
    pub(crate) read: Option<u64>,
}

impl Asked {
    /// Whether it is written with nothing else: what comes after it must be held against it.
    fn is_alone(&self) -> bool {
        let is_held_against = |kind: &str| is_closing(kind) || is_erasure(kind) || is_request(kind);
        self.import || self.read.is_some() || self.drafts.iter().any(|draft| is_held_against(&draft.kind))
    }
}

/// What became of it, within the transaction.
pub(crate) type Outcome = Result<Vec<Recorded>, Failure>;

/// What is said of it after the commit.
type Told = Result<Vec<Recorded>, StoreError>;

/// What is said where the work was cut off.
pub(crate) fn ending() -> StoreError {
    StoreError::Database("the program is ending; start it again and see what was recorded".to_owned())
}

/// What waits to be appended.
#[derive(Default)]
pub(crate) struct Queue(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    asked: Vec<(Asked, oneshot::Sender<Told>)>,
    /// Somebody works on what was asked, and looks here again before they stop.
    working: bool,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next group; none where nothing waits, and then nobody works any more.
    fn next(&self) -> Option<Vec<(Asked, oneshot::Sender<Told>)>> {
        let mut waiting = self.lock();
        if waiting.asked.is_empty() {
            waiting.working = false;
            return None;
        }
        let count = waiting.asked.len().min(MOST);
        Some(waiting.asked.drain(..count).collect())
    }
}

/// Whoever works through the queue. However that ends, the next who asks begins anew.
struct Worker(Arc<Queue>);

impl Drop for Worker {
    fn drop(&mut self) {
        self.0.lock().working = false;
    }
}

/// What follows each other and was asked by one viewer is written together; an import by itself, and what changes who
/// may know a matter, since the next is to be held against that.
fn runs(group: Vec<Asked>) -> Vec<Vec<Asked>> {
    let mut runs: Vec<Vec<Asked>> = Vec::new();
    for asked in group {
        match runs.last_mut().and_then(|run| Some((run.first()?.viewer == asked.viewer, run))) {
            Some((true, run)) if !asked.is_alone() && run.iter().all(|other| !other.is_alone()) => run.push(asked),
            _ => runs.push(vec![asked]),
        }
    }
    runs
}

impl RecordStore {
    /// Appends with others who ask meanwhile. It goes on though the caller goes away.
    pub(crate) async fn append_in_group(&self, asked: Asked) -> Told {
        let (teller, told) = oneshot::channel();
        let idle = {
            let mut waiting = self.queue.lock();
            waiting.asked.push((asked, teller));
            !std::mem::replace(&mut waiting.working, true)
        };
        if idle {
            tokio::spawn(self.clone().work());
        }
        told.await.unwrap_or_else(|_| Err(ending()))
    }

    async fn work(self) {
        let worker = Worker(self.queue.clone());
        while let Some(group) = worker.0.next() {
            let (asked, tellers): (Vec<Asked>, Vec<oneshot::Sender<Told>>) = group.into_iter().unzip();
            // Who does not listen any more has gone away.
            match self.append_group(asked).await.map_err(StoreError::from) {
                Ok(outcomes) => tellers.into_iter().zip(outcomes).for_each(|(teller, outcome)| {
                    let _ = teller.send(outcome.map_err(StoreError::from));
                }),
                Err(error) => tellers.into_iter().for_each(|teller| {
                    let _ = teller.send(Err(same(&error)));
                }),
            }
        }
    }

    /// Appends a group in one transaction: what became of each, or what befell all of them.
    async fn append_group(&self, group: Vec<Asked>) -> Result<Vec<Outcome>, Failure> {
        let mut writing = self.begin_write().await?;
        let done = self.append_within(&mut writing.link(), group).await;
        if let Ok(outcomes) = &done
            && outcomes.iter().all(Result::is_err)
        {
            writing.take_back().await;
            return done;
        }
        match writing.end_or_doubt(done).await? {
            Ended::Committed(outcomes) => Ok(outcomes),
            Ended::InDoubt(outcomes, failure) => self.settle(outcomes, failure).await,
        }
    }

    async fn append_within(&self, link: &mut Link<'_>, group: Vec<Asked>) -> Result<Vec<Outcome>, Failure> {
        let alone = group.len() == 1;
        let mut tail = Tail::load(link, &self.keys.seal).await?;
        let mut outcomes = Vec::with_capacity(group.len());
        for run in runs(group) {
            if alone {
                outcomes.extend(self.append_run(link, &mut tail, run).await?);
                continue;
            }
            let again = run.clone();
            match self.append_guarded(link, &mut tail, run).await? {
                Ok(of_run) => outcomes.extend(of_run),
                // The database refused something in it: what, is found out one by one.
                Err(_) if again.len() > 1 => {
                    for asked in again {
                        match self.append_guarded(link, &mut tail, vec![asked]).await? {
                            Ok(of_one) => outcomes.extend(of_one),
                            Err(failure) => outcomes.push(Err(failure)),
                        }
                    }
                }
                Err(failure) => outcomes.push(Err(failure)),
            }
        }
        if outcomes.iter().any(Result::is_ok) {
            tail.save(link, &self.keys.seal).await?;
        }
        Ok(outcomes)
    }

    /// Appends a run so that nothing else is lost where that fails. Where even this fails there is no transaction
    /// any more, and what happened befell all.
    async fn append_guarded(
        &self,
        link: &mut Link<'_>,
        tail: &mut Tail,
        run: Vec<Asked>,
    ) -> Result<Result<Vec<Outcome>, Failure>, Failure> {
        let before = tail.clone();
        link.act("SAVEPOINT run").await?;
        let outcome = self.append_run(link, tail, run).await;
        if let Err(failure) = outcome {
            *tail = before;
            return match link.act("ROLLBACK TO SAVEPOINT run").await {
                Ok(()) => {
                    link.act("RELEASE SAVEPOINT run").await?;
                    Ok(Err(failure))
                }
                Err(_) => Err(failure),
            };
        }
        link.act("RELEASE SAVEPOINT run").await?;
        Ok(outcome)
    }

    /// Learns what became of a commit whose answer was lost.
    async fn settle(&self, outcomes: Vec<Outcome>, failure: Failure) -> Result<Vec<Outcome>, Failure> {
        let Some(first) = outcomes.iter().flatten().flatten().next() else {
            return Ok(outcomes);
        };
        for _ in 0..LOOKS {
            match self.stands(first).await {
                // All of a transaction or nothing of it.
                Ok(true) => return Ok(outcomes),
                Ok(false) => return Err(failure.and("nothing of this was written; repeat it")),
                Err(_) => tokio::time::sleep(crate::database::PAUSE).await,
            }
        }
        Err(failure.and(
            "whether this was written could not be learned, since the database does not come back; when it does, look for the entries, or repeat: what is there already is not written twice",
        ))
    }

    /// Whether an entry is in the record at its place. With the lock, so that no transaction that might still
    /// write it is under way.
    async fn stands(&self, entry: &Recorded) -> Result<bool, Failure> {
        let mut writing = Writing::begin(&self.database.write).await?;
        let asked = query("SELECT id, leaf_hash FROM heads WHERE position = $1").bind(signed(entry.position));
        let row = asked.fetch_optional(&mut writing.link()).await?;
        let hash = row.map(|row| bytes32(&row, "leaf_hash", &entry.entry.id)).transpose()?;
        // The salt is drawn by chance, so nothing else has this hash.
        Ok(hash == Some(entry.leaf_hash))
    }
}
