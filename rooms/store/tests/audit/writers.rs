//! Several programs that write, and one that is killed.

use super::{all, event, faults, told};
use crate::common::*;
use register::audit::{Act, Audit};
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::Sort;

#[tokio::test]
async fn several_programs_that_write_at_once_make_one_unbroken_chain() {
    let folder = Folder::new();
    let bench = Bench::new(1);
    let stores = [
        open(folder.path(), Sort::Exercise, &bench).await,
        open(folder.path(), Sort::Exercise, &bench).await,
        open(folder.path(), Sort::Exercise, &bench).await,
    ];
    let mut writing = Vec::new();
    for store in &stores {
        let (store, bench) = (store.clone(), bench.clone());
        writing.push(tokio::spawn(async move {
            for _ in 0..10 {
                let two = [event(&bench, Act::SignedIn), event(&bench, Act::SignedOut)];
                store.audit().write(&two).await.unwrap();
            }
        }));
    }
    for task in writing {
        task.await.unwrap();
    }
    assert_eq!(all(&stores[0]).await.len(), 61);
    assert_eq!(faults(&stores[1]).await, Vec::<String>::new());
}

const FOLDER: &str = "COMITY_TEST_FOLDER";

/// The other process: writes events until it is killed, and says how many are durable.
#[tokio::test]
#[ignore = "started by the test below as a process of its own"]
async fn the_process_that_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let bench = Bench::new(7);
    let store = open(folder.as_ref(), Sort::Exercise, &bench).await;
    let mut out = std::io::stdout();
    loop {
        store.audit().write(&[event(&bench, Act::SignedIn)]).await.unwrap();
        out.write_all(b"durable\n").unwrap();
        out.flush().unwrap();
    }
}

#[tokio::test]
async fn what_was_durable_before_a_kill_is_there_and_the_audit_verifies() {
    let folder = Folder::new();
    let bench = Bench::new(1);
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    let rounds = if std::env::var_os("COMITY_LONG").is_some() { 100 } else { 8 };
    let mut durable = 0;
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "audit::writers::the_process_that_is_killed",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(120 + 37 * (round % 8)));
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(!child.wait().unwrap().success(), "the process ended by itself");
        durable += said.split_inclusive('\n').filter(|line| line.ends_with("durable\n")).count();
        let written = told(&store, Act::SignedIn).await.len();
        assert!(written >= durable, "round {round}: {durable} were durable, {written} are there");
        assert_eq!(faults(&store).await, Vec::<String>::new(), "round {round}");
    }
    assert!(durable > 20, "only {durable} events in {rounds} rounds");
}
