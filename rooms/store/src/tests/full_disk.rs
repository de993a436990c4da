//! A full disk: a clear error, nothing lost, and it goes on when there is room again.

use super::common::*;
use crate::{RecordStore, Sort};
use access::{Assignment, Held, Organisation, Role, Viewer};
use jiff::SignedDuration;
use record::audience::Level;
use record::json::Object;
use register::port::{Of, Store, StoreError};
use std::path::Path;
use std::process::Command;

/// A draft with a large body.
fn large(number: u64) -> record::entry::Draft {
    record::entry::Draft {
        body: Object::new().text("from", "2013-10-02").text("text", "x".repeat(20_000)),
        ..draft(number)
    }
}

/// Appends until the disk is full; how many entries were acknowledged.
async fn fill(store: &RecordStore) -> u64 {
    for number in 1..2_000 {
        match store.append(&Viewer::operator(), vec![large(number)], number % 7 == 0).await {
            Ok(_) => {}
            Err(StoreError::DiskFull) => return number - 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    panic!("the disk was never full");
}

/// How many pages the file may grow to.
async fn grow_to(store: &RecordStore, pages: u32) {
    let mut held = store.database.write.hold().await.unwrap();
    held.link().run(format!("PRAGMA max_page_count = {pages}")).await.unwrap();
}

async fn check_whole(store: &RecordStore, entries: u64) {
    let all = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    assert_eq!(all.len() as u64, entries + 1, "what was acknowledged is there, and nothing else");
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_database_that_may_not_grow_refuses_clearly_loses_nothing_and_goes_on_when_it_may() {
    let (_folder, _, store) = fresh_file(Sort::Exercise).await;
    grow_to(&store, 300).await;
    let written = fill(&store).await;
    assert!(written > 5, "{written}");
    check_whole(&store, written).await;
    grow_to(&store, 1_000_000).await;
    append(&store, vec![large(5_000)]).await;
    check_whole(&store, written + 1).await;
}

/// A file system of two megabytes, where this machine lets us have one.
struct SmallDisk<'a>(&'a Path);

impl SmallDisk<'_> {
    fn mounted(folder: &Path) -> Option<SmallDisk<'_>> {
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"])
            .arg(folder)
            .status();
        done.is_ok_and(|status| status.success()).then_some(SmallDisk(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        // Lazily, since the files of a store that is going may still be open.
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[tokio::test]
async fn a_full_file_system_refuses_clearly_loses_nothing_and_goes_on_when_space_is_freed() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = SmallDisk::mounted(folder.path()) else {
        eprintln!("skipped: a_full_file_system_…: this machine lets nobody mount a small file system");
        return;
    };
    let ballast = folder.path().join("ballast");
    std::fs::write(&ballast, vec![0; 300_000]).unwrap();
    let bench = Bench::new(1);
    let data = folder.path().join("comity-data");
    let store = open_file(&data, Sort::Exercise, &bench).await;
    let written = fill(&store).await;
    assert!(written > 5, "{written}");
    let again = store.append(&Viewer::operator(), vec![large(5_000)], false).await;
    assert!(matches!(again, Err(StoreError::DiskFull)), "{again:?}");
    check_whole(&store, written).await;
    std::fs::remove_file(&ballast).unwrap();
    append(&store, vec![large(5_000)]).await;
    check_whole(&store, written + 1).await;
    store.close().await;
    check_whole(&open_file(&data, Sort::Exercise, &bench).await, written + 1).await;
}

/// How many pages the file of the audit may grow to.
async fn audit_grows_to(store: &RecordStore, pages: u32) {
    let mut held = store.audit.opened().await.unwrap().write.hold().await.unwrap();
    held.link().run(format!("PRAGMA max_page_count = {pages}")).await.unwrap();
}

#[tokio::test]
async fn what_is_sealed_is_not_handed_out_while_the_disk_is_too_full_for_the_audit() {
    let (_folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), draft(2)]).await;
    let assigned = Assignment {
        matter: "exercise-0001-1".to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    let account = "00112233445566778899aabbccddeeff";
    let officer = Viewer::of(account, Organisation::Court, Role::Registry, vec![assigned]).unwrap();
    audit_grows_to(&store, 40).await;
    let mut read = 0;
    let refused = loop {
        bench.pass(SignedDuration::from_mins(2));
        match store.entry(&officer, &id(1)).await {
            Ok(Some(_)) => read += 1,
            Ok(None) => panic!("the officer may read it"),
            Err(error) => break error.to_string(),
        }
        assert!(read < 2_000, "the disk was never full");
    };
    assert!(read > 5, "{read}");
    assert!(
        refused.contains("was not handed out") && refused.contains("the disk is full"),
        "{refused}"
    );
    assert!(store.entry(&officer, &id(1)).await.is_err(), "nor the next time");
    assert!(store.entry(&officer, &id(2)).await.unwrap().is_some(), "what is public is read");
    let report = store.audit.verify().await.unwrap().unwrap();
    assert_eq!(
        (report.events, report.faults),
        (read + 1, Vec::new()),
        "each reading is told, and nothing else"
    );
    audit_grows_to(&store, 1_000_000).await;
    assert!(store.entry(&officer, &id(1)).await.unwrap().is_some());
}
