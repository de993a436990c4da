//! Durable appends, single and grouped, beside what the same database does bare: one INSERT of the same
//! bytes a row, same batch, same durability, through sqlx; by turns in one run.
//!
//! `cargo bench -p benches --bench appends`

use access::Viewer;
use benches::{Outcome, exercise, proceeding};
use record::entry::{Draft, Entry};
use register::port::Store;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};
use std::time::{Duration, Instant};

/// How many rounds of each size, and how many entries are grouped.
const SIZES: [(usize, usize); 4] = [(400, 1), (60, 10), (30, 100), (15, 1000)];

fn main() -> Outcome<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Outcome<()> {
    // On the disk of the project, not on a file system in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (store, _) = exercise(&folder.path().join("record")).await?;
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("bare.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut bare = SqliteConnection::connect_with(&options).await?;
    sqlx::query("CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        .execute(&mut bare)
        .await?;

    let mut drafts = (0u64..).flat_map(proceeding);
    println!("entries a transaction | ours, entries a second | bare, entries a second | ours takes so many times as long");
    for (rounds, size) in SIZES {
        let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
        for _ in 0..rounds {
            let batch: Vec<Draft> = drafts.by_ref().take(size).collect();
            let rows: Vec<Vec<u8>> = batch
                .iter()
                .map(|d| {
                    Entry {
                        draft: d.clone(),
                        recorded: jiff::Timestamp::now(),
                    }
                    .canonical()
                })
                .collect();
            let start = Instant::now();
            store.append(&Viewer::operator(), batch, false).await?;
            ours += start.elapsed();
            let start = Instant::now();
            let mut transaction = bare.begin_with("BEGIN IMMEDIATE").await?;
            for bytes in &rows {
                sqlx::query("INSERT INTO bare (bytes) VALUES ($1)")
                    .bind(bytes)
                    .execute(&mut *transaction)
                    .await?;
            }
            transaction.commit().await?;
            theirs += start.elapsed();
        }
        let rate = |time: Duration| (rounds * size) as f64 / time.as_secs_f64();
        println!(
            "{size:>21} | {:>22.0} | {:>22.0} | {:.2}",
            rate(ours),
            rate(theirs),
            ours.as_secs_f64() / theirs.as_secs_f64()
        );
    }
    let report = store.verify().await?;
    println!("the record verifies: {}", report.faults.is_empty());
    Ok(())
}
