//! Durable appends, single, grouped and by many writers at once, beside what the same database does bare: one
//! INSERT of the same bytes a row, same batch, same durability, through sqlx; by turns in one run.
//!
//! `cargo bench -p benches --bench appends` for SQLite; with `-- postgres://USER@HOST/DATABASE`, a server on which
//! the user may create databases, for PostgreSQL besides.

use access::Viewer;
use benches::{Outcome, Places, exercise, proceeding};
use record::entry::{Draft, Entry};
use register::port::Store;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Database, Encode, Executor, IntoArguments, Pool, Type};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::RecordStore;

/// How many rounds of each size, and how many entries are grouped.
const SIZES: [(usize, usize); 4] = [(400, 1), (60, 10), (30, 100), (15, 1000)];
/// Writers at once, each appending single entries.
const WRITERS: usize = 16;
/// How many entries each of them appends in a round, and how many rounds there are.
const EACH: usize = 25;
const ROUNDS: usize = 6;

fn main() -> Outcome<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Outcome<()> {
    let places = Places::from_arguments()?;
    println!("database | entries a transaction | ours, entries a second | bare, entries a second | ours takes so many times as long");
    let file = SqliteConnectOptions::new()
        .filename(places.folder().join("bare.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(60));
    let bare = SqlitePoolOptions::new().max_connections(1).connect_with(file).await?;
    bare.execute("CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        .await?;
    let (store, _) = exercise(&places.sqlite("record")).await?;
    measure("SQLite", &store, bare, "BEGIN IMMEDIATE").await?;
    if let Some(server) = places.server() {
        let home = places.postgres("appends").await?;
        let (store, _) = exercise(&home).await?;
        let options: PgConnectOptions = server.parse()?;
        let bare = PgPoolOptions::new()
            .max_connections(WRITERS as u32)
            .connect_with(options.database(&places.name("appends")))
            .await?;
        bare.execute("CREATE TABLE public.bare (position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes BYTEA NOT NULL)")
            .await?;
        measure("PostgreSQL", &store, bare, "BEGIN").await?;
    }
    Ok(())
}

async fn measure<D: Database>(name: &str, store: &Arc<RecordStore>, bare: Pool<D>, begin: &'static str) -> Outcome<()>
where
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
    D::Arguments: IntoArguments<D>,
    for<'q> Vec<u8>: Encode<'q, D> + Type<D>,
{
    let mut drafts = (0u64..).flat_map(proceeding);
    for (rounds, size) in SIZES {
        let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
        for _ in 0..rounds {
            let batch: Vec<Draft> = drafts.by_ref().take(size).collect();
            let rows = batch.iter().map(bytes_of).collect();
            let start = Instant::now();
            store.append(&Viewer::operator(), batch, false).await?;
            ours += start.elapsed();
            let start = Instant::now();
            insert(&bare, begin, rows).await?;
            theirs += start.elapsed();
        }
        say(name, &size.to_string(), rounds * size, ours, theirs);
    }
    let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..ROUNDS {
        let shares: Vec<Vec<Draft>> = (0..WRITERS).map(|_| drafts.by_ref().take(EACH).collect()).collect();
        let rows: Vec<Vec<Vec<u8>>> = shares.iter().map(|share| share.iter().map(bytes_of).collect()).collect();
        let start = Instant::now();
        let writers = shares.into_iter().map(|share| {
            let store = store.clone();
            tokio::spawn(async move {
                for draft in share {
                    store
                        .append(&Viewer::operator(), vec![draft], false)
                        .await
                        .map_err(|error| error.to_string())?;
                }
                Ok::<_, String>(())
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await??;
        }
        ours += start.elapsed();
        let start = Instant::now();
        let writers = rows.into_iter().map(|share| {
            let bare = bare.clone();
            tokio::spawn(async move {
                for row in share {
                    insert(&bare, begin, vec![row]).await.map_err(|error| error.to_string())?;
                }
                Ok::<_, String>(())
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await??;
        }
        theirs += start.elapsed();
    }
    say(name, &format!("1, by {WRITERS} writers"), ROUNDS * WRITERS * EACH, ours, theirs);
    let report = store.verify().await?;
    println!("the record verifies: {}", report.faults.is_empty());
    Ok(())
}

fn bytes_of(draft: &Draft) -> Vec<u8> {
    Entry {
        draft: draft.clone(),
        recorded: jiff::Timestamp::now(),
    }
    .canonical()
}

/// Inserts rows bare, in one transaction.
async fn insert<D: Database>(bare: &Pool<D>, begin: &'static str, rows: Vec<Vec<u8>>) -> Result<(), sqlx::Error>
where
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
    D::Arguments: IntoArguments<D>,
    for<'q> Vec<u8>: Encode<'q, D> + Type<D>,
{
    let mut transaction = bare.begin_with(begin).await?;
    for bytes in rows {
        sqlx::query("INSERT INTO bare (bytes) VALUES ($1)")
            .bind(bytes)
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await
}

fn say(name: &str, size: &str, entries: usize, ours: Duration, theirs: Duration) {
    let rate = |time: Duration| entries as f64 / time.as_secs_f64();
    println!(
        "{name:<10} | {size:>21} | {:>22.0} | {:>22.0} | {:.2}",
        rate(ours),
        rate(theirs),
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
}
