//! The whole record goes out and comes in again with the same roots.

use crate::common::*;
use access::Viewer;
use record::checkpoint::{Checkpoint, parse_verifier_key};
use register::port::{Of, Proof, Scopes, Store, StoreError};
use std::path::Path;
use std::sync::Arc;
use store::{RecordStore, Sort};

async fn exported(store: &RecordStore) -> String {
    let mut bytes = Vec::new();
    store.export(&mut bytes).await.unwrap();
    String::from_utf8(bytes).unwrap()
}

async fn import(folder: &Path, text: &str) -> Result<RecordStore, StoreError> {
    RecordStore::import_record(&home(folder).await, &mut text.as_bytes(), Bench::new(5), Arc::new(FromBodies)).await
}

/// A record with ticks, an import, a correction, and an entry that waits; and its export.
async fn record() -> (Folder, RecordStore, String) {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1), restricted(draft(2))]).await;
    bench.set("2026-11-25T10:31:00Z");
    store
        .append(&Viewer::operator(), (10..20).map(draft).collect(), true)
        .await
        .unwrap();
    append(&store, vec![correction(4, &draft(1), &id(1))]).await;
    bench.set("2026-11-25T10:40:00Z");
    store.tick_due().await.unwrap();
    append(&store, vec![draft(6)]).await;
    let text = exported(&store).await;
    (folder, store, text)
}

#[tokio::test]
async fn an_import_has_the_same_entries_roots_and_views_and_signs_with_a_key_of_its_own() {
    let (_folder, store, text) = record().await;
    let folder = Folder::new();
    let other = import(folder.path(), &text).await.unwrap();
    let operator = Viewer::operator();
    let all = store.entries(&operator, Of::All, None).await.unwrap();
    assert_eq!(other.entries(&operator, Of::All, None).await.unwrap(), all);
    assert_eq!(other.genesis().await.unwrap(), store.genesis().await.unwrap());
    let (here, there) = (store.checkpoint().await.unwrap(), other.checkpoint().await.unwrap());
    assert_eq!((here.root, here.mark), (there.root, there.mark));
    let day = jiff::civil::date(2015, 1, 1);
    let counts = async |store: &RecordStore| store.counts(false, "outstanding", Scopes::Beginning(""), day).await.unwrap();
    assert_eq!(counts(&other).await, counts(&store).await);
    assert_eq!(other.verify().await.unwrap().faults, []);

    // Another key signs, and says so; both keys' checkpoints verify, each under its own.
    assert_ne!(other.verifier_key_text(), store.verifier_key_text());
    let again = exported(&other).await;
    let records = |text: &str| {
        text.lines()
            .filter(|line| !line.contains("\"checkpoint\""))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(records(&again), records(&text), "the record itself is the same to the byte");
    assert!(
        text.lines()
            .filter(|line| line.contains("\"checkpoint\""))
            .all(|line| again.contains(line))
    );
    for (store, signed) in [(&store, &here), (&other, &there)] {
        let (_, key) = parse_verifier_key(&store.verifier_key_text()).unwrap();
        Checkpoint::parse_and_verify(&signed.text, &key).unwrap();
        let Some(Proof::Ready(proof)) = store.proof(&operator, &id(12)).await.unwrap() else {
            panic!()
        };
        record::proof::Proof::parse(&proof).unwrap().verify(&key).unwrap();
    }
}

#[tokio::test]
async fn an_import_beside_the_old_keys_goes_on_as_if_nothing_had_happened() {
    let (old, store, text) = record().await;
    let folder = Folder::new();
    std::fs::copy(old.path().join("keys.json"), folder.path().join("keys.json")).unwrap();
    let other = import(folder.path(), &text).await.unwrap();
    assert_eq!(exported(&other).await, text);
    assert_eq!(other.verifier_key_text(), store.verifier_key_text());
}

#[tokio::test]
async fn an_imported_record_is_opened_appended_to_and_exported_once_more() {
    let (_old, _store, text) = record().await;
    let folder = Folder::new();
    import(folder.path(), &text).await.unwrap().close().await;
    let bench = Bench::new(6);
    bench.set("2026-11-25T10:45:00Z");
    let store = open(folder.path(), Sort::Real, &bench).await;
    append(&store, vec![draft(30)]).await;
    bench.set("2026-11-25T10:50:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 1);
    let (_, key) = parse_verifier_key(&store.verifier_key_text()).unwrap();
    for number in [1, 6, 30] {
        let Some(Proof::Ready(proof)) = store.proof(&Viewer::operator(), &id(number)).await.unwrap() else {
            panic!("{number}")
        };
        record::proof::Proof::parse(&proof).unwrap().verify(&key).unwrap();
    }
    assert_eq!(store.verify().await.unwrap().faults, []);
    let third = Folder::new();
    let third = import(third.path(), &exported(&store).await).await.unwrap();
    assert_eq!(third.checkpoint().await.unwrap().root, store.checkpoint().await.unwrap().root);
}

#[tokio::test]
async fn an_export_holds_no_secret_of_the_folder() {
    let (folder, _store, text) = record().await;
    let keys = std::fs::read_to_string(folder.path().join("keys.json")).unwrap();
    let secrets: Vec<&str> = keys.split('"').filter(|word| word.len() == 44).collect();
    assert_eq!(secrets.len(), 3);
    assert!(secrets.iter().all(|secret| !text.contains(secret)));
}

async fn check_refused(text: &str, why: &str) {
    let folder = Folder::new();
    let error = import(folder.path(), text)
        .await
        .err()
        .unwrap_or_else(|| panic!("imported, although {why}"));
    assert!(matches!(error, StoreError::Refused(_) | StoreError::Damaged(_)), "{why}: {error:?}");
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert!(left.is_empty(), "{why}: {left:?} stay behind");
}

#[tokio::test]
async fn an_export_that_lost_a_line_or_has_one_twice_is_refused_and_nothing_stays() {
    let (_folder, _store, text) = record().await;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for at in 0..lines.len() {
        let without: String = lines.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, line)| *line).collect();
        check_refused(&without, &format!("line {} is missing", at + 1)).await;
        if !lines[at].contains("\"checkpoint\"") {
            let twice: String = lines
                .iter()
                .enumerate()
                .flat_map(|(i, line)| std::iter::repeat_n(*line, if i == at { 2 } else { 1 }))
                .collect();
            check_refused(&twice, &format!("line {} stands twice", at + 1)).await;
        }
    }
    for end in [0, 1, text.len() / 2, text.len() - 1] {
        check_refused(&text[..end], &format!("it ends after {end} bytes")).await;
    }
}

#[tokio::test]
async fn an_export_with_changed_values_is_refused() {
    let (_folder, _store, text) = record().await;
    for (from, to) in [
        ("comity export v1", "comity export v2"),
        ("2013-10-02", "2013-10-03"),
        ("\"tick\":1", "\"tick\":7"),
        ("10:30:00Z\",\"places", "10:30:01Z\",\"places"),
        ("[1,", "[2,"),
        ("\"entries\":", "\"entries\":1"),
        ("{\"entry\"", "{ \"entry\""),
    ] {
        assert!(text.contains(from), "{from}");
        check_refused(&text.replacen(from, to, 1), &format!("{from} became {to}")).await;
    }
    let salt = text.find("\"salt\":\"").unwrap() + 8;
    let other = if &text[salt..=salt] == "A" { "B" } else { "A" };
    check_refused(&format!("{}{other}{}", &text[..salt], &text[salt + 1..]), "a salt was changed").await;
}

#[tokio::test]
async fn a_place_with_a_record_takes_in_no_other() {
    let (folder, store, text) = record().await;
    let error = import(folder.path(), &text).await.err().unwrap();
    assert!(error.to_string().contains("is there already"), "{error}");
    assert_eq!(exported(&store).await, text, "the record that lies there is left as it is");
    assert_eq!(store.verify().await.unwrap().faults, []);
}
