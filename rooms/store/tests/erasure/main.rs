//! A body goes by an order of two persons alone; its head stays and verifies; nothing else of it stays anywhere.

mod clearing;
mod kept;
mod keys;
mod orders;

use crate::common::*;
use access::Viewer;
use record::entry::Draft;
use register::port::{Recorded, Store, StoreError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{RecordStore, Sort};

/// What stands in the entry that is erased.
const SECRET: &str = "Exercise Witness Name";

/// An entry with the secret in it, in a matter of its own.
fn witness(number: u64) -> Draft {
    let mut draft = draft(number);
    draft.about = vec![person("exercise-witness")];
    draft.body = draft.body.text("name", SECRET);
    draft
}

async fn refused(store: &RecordStore, draft: Draft) -> String {
    match store.append(&Viewer::operator(), vec![draft], false).await {
        Err(StoreError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

async fn recorded(store: &RecordStore, number: u64) -> Recorded {
    store.entry(&Viewer::operator(), &id(number)).await.unwrap().unwrap()
}

async fn faults(store: &RecordStore) -> String {
    let report = store.verify().await.unwrap();
    report.faults.iter().map(|fault| format!("{fault}\n")).collect()
}

fn files_with(folder: &Path, text: &[u8]) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let holds = |path: &PathBuf| std::fs::read(path).unwrap().windows(text.len()).any(|window| window == text);
    files.filter(holds).collect()
}

/// The body of an entry as it lies in the database, in the letters that the database gives for bytes.
async fn body_of(folder: &Path, position: u64) -> Vec<String> {
    let hex = if server().is_some() {
        "encode(bytes, 'hex')"
    } else {
        "lower(hex(bytes))"
    };
    texts(folder, format!("SELECT {hex} FROM bodies WHERE position = {position}")).await
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

/// A record in which one entry was erased, with ticks.
async fn with_an_erasure() -> (Folder, Arc<Bench>, RecordStore, u64) {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(witness(1)), sealed(draft(2)), draft(3)]).await;
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    let entry = recorded(&store, 1).await;
    erase(&store, 10, &[&entry]).await;
    append(&store, vec![confidential(draft(4))]).await;
    (folder, bench, store, entry.position)
}
