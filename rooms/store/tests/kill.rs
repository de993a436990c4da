//! kill -9 at any instant: what was acknowledged is there, and the record verifies.
//!
//! The test starts itself as another process, which appends in a loop and says which ids were
//! acknowledged, and kills it.

use crate::common::*;
use access::Viewer;
use jiff::SignedDuration;
use record::entry::EntryId;
use register::outside::Outside;
use register::port::Store;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::Sort;

const FOLDER: &str = "COMITY_TEST_FOLDER";
const ROUND: &str = "COMITY_TEST_ROUND";

/// The other process: appends single entries, groups, imports and corrections, and closes ticks, until
/// it is killed. One line an acknowledged id.
#[tokio::test]
#[ignore = "started by the test below as a process of its own"]
async fn the_process_that_is_killed() {
    let (Ok(folder), Ok(round)) = (std::env::var(FOLDER), std::env::var(ROUND)) else {
        return;
    };
    let round: u64 = round.parse().unwrap();
    let bench = Bench::new(round);
    // Rounds follow each other in time, too.
    bench.pass(SignedDuration::from_hours(i64::try_from(round).unwrap()));
    let store = open(folder.as_ref(), Sort::Exercise, &bench).await;
    let mut out = std::io::stdout();
    for number in (round * 1_000_000 + 1..).step_by(10) {
        let kind = (number / 10) % 4;
        let drafts = match kind {
            0 => vec![draft(number)],
            1 => (number..number + 9).map(draft).collect(),
            2 => vec![draft(number), correction(number + 1, &draft(number), &id(number))],
            _ => (number..number + 5).map(draft).collect(),
        };
        let written = store.append(&Viewer::operator(), drafts, kind == 3).await.unwrap();
        let ids: String = written.iter().map(|entry| format!("{}\n", entry.entry.id)).collect();
        out.write_all(ids.as_bytes()).unwrap();
        out.flush().unwrap();
        bench.pass(SignedDuration::from_mins(3));
        store.tick_due().await.unwrap();
    }
}

#[tokio::test]
async fn whatever_was_acknowledged_before_a_kill_is_there_and_the_record_verifies() {
    let folder = Folder::new();
    let chance = Bench::new(4);
    let rounds = if std::env::var_os("COMITY_LONG").is_some() { 300 } else { 30 };
    let mut acknowledged = 0;
    for round in 0..rounds {
        let mut draw = [0; 2];
        chance.random(&mut draw);
        // Long enough to open the record in most rounds, and to be killed while it is begun in some.
        let mut life = Duration::from_micros(u64::from(u16::from_be_bytes(draw)) * 3);
        if server().is_some() {
            // Several connections are made first.
            life *= 2;
        }
        let said = run_and_kill(folder.path(), round, life);
        // A line that was cut off was not acknowledged.
        let ids: Vec<EntryId> = said
            .split_inclusive('\n')
            .filter_map(|line| EntryId::parse(line.strip_suffix('\n')?))
            .collect();
        let bench = Bench::new(1_000 + round);
        let store = open(folder.path(), Sort::Exercise, &bench).await;
        for id in &ids {
            assert!(
                store.entry(&Viewer::operator(), id).await.unwrap().is_some(),
                "round {round}: {id} was acknowledged and is lost"
            );
        }
        acknowledged += ids.len();
        assert_eq!(store.verify().await.unwrap().faults, [], "round {round}");
        store.close().await;
    }
    assert!(
        acknowledged > 100,
        "only {acknowledged} entries were acknowledged in {rounds} rounds"
    );
}

/// What the other process said before it was killed.
fn run_and_kill(folder: &std::path::Path, round: u64, life: Duration) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "kill::the_process_that_is_killed",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(life);
    child.kill().unwrap();
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    let status = child.wait().unwrap();
    assert!(!status.success(), "the process ended by itself");
    said
}
