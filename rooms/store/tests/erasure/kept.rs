//! The head of what was erased stays, proves, and is taken along.

use super::{SECRET, faults, recorded, refused, with_an_erasure, witness};
use crate::common::*;
use access::Viewer;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::entry::{Draft, Subject};
use register::port::{Of, Proof, Recorded, Store};
use std::sync::Arc;
use store::{Home, RecordStore, Sort};

#[tokio::test]
async fn the_head_of_what_was_erased_stays_and_proves_and_nobody_reads_the_entry_any_more() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![confidential(witness(1)), confidential(draft(2)), draft(3)]).await;
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    let operator = Viewer::operator();
    let Some(Proof::Ready(proof)) = store.proof(&operator, &id(1)).await.unwrap() else {
        panic!("proved")
    };
    let (root, entry) = (store.checkpoint().await.unwrap().root, recorded(&store, 1).await);
    let ordered = erase(&store, 10, &[&entry]).await;
    assert_eq!(
        ordered.audience, entry.audience,
        "the order is known to those who could know what it erased"
    );
    assert_eq!(store.checkpoint().await.unwrap().root, root);
    assert_eq!(faults(&store).await, "");
    assert_eq!(store.entry(&operator, &id(1)).await.unwrap(), None);
    assert_eq!(store.proof(&operator, &id(1)).await.unwrap(), None);
    for of in [
        Of::About(vec![person("exercise-witness")]),
        Of::Chain(id(1)),
        Of::All,
        Of::Matters(vec![entry.entry.matter.clone()]),
    ] {
        let entries = store.entries(&operator, of.clone(), None).await.unwrap();
        assert!(entries.iter().all(|read| read.entry.id != id(1)), "{of:?}");
    }
    // Whoever kept the proof of before still proves it, against the leaf that stands in the record.
    let proof = record::proof::Proof::parse(&proof).unwrap();
    let (_, key) = record::checkpoint::parse_verifier_key(&store.verifier_key_text()).unwrap();
    proof.verify(&key).unwrap();
    assert_eq!(record::leaf::leaf_hash(&proof.salt, proof.entry.as_bytes()), entry.leaf_hash);
    bench.set("2026-11-25T10:41:00Z");
    store.tick_due().await.unwrap();
    store.rebuild().await.unwrap();
    assert_eq!(faults(&store).await, "");
    // And the record is opened again.
    store.close().await;
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_entry_that_waits_for_its_tick_can_be_erased_and_is_ticked_all_the_same() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(witness(1))]).await;
    let entry = recorded(&store, 1).await;
    erase(&store, 10, &[&entry]).await;
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn versions_of_an_entry_and_what_is_about_it_go_together() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let first = confidential(witness(1));
    let citation = Draft {
        id: id(3),
        kind: "citation.added".into(),
        about: vec![Subject::Entry(id(1))],
        ..first.clone()
    };
    append(&store, vec![first.clone(), correction(2, &first, &id(1)), citation]).await;
    let of = [recorded(&store, 1).await, recorded(&store, 2).await, recorded(&store, 3).await];
    for part in [&[0][..], &[0, 1], &[1, 2], &[0, 2]] {
        let named: Vec<&Recorded> = part.iter().map(|at| &of[*at]).collect();
        let why = refused(&store, erasure_request(10, &named)).await;
        assert!(why.contains("goes with it"), "{part:?}: {why}");
    }
    erase(&store, 10, &of.iter().collect::<Vec<_>>()).await;
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_export_and_a_backup_of_a_record_with_an_erasure_are_taken_in_again() {
    let (folder, _, store, _) = with_an_erasure().await;
    let all = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    let mut export = Vec::new();
    store.export(&mut export).await.unwrap();
    assert!(!String::from_utf8_lossy(&export).contains(SECRET));
    let to = Folder::new();
    let imported = RecordStore::import_record(&home(to.path()).await, &mut &export[..], Bench::new(5), Arc::new(FromBodies))
        .await
        .unwrap();
    assert_eq!(imported.entries(&Viewer::operator(), Of::All, None).await.unwrap(), all);
    assert_eq!(imported.checkpoint().await.unwrap().root, store.checkpoint().await.unwrap().root);
    assert_eq!(faults(&imported).await, "");
    let mut backup = Vec::new();
    store.back_up(&mut backup).await.unwrap();
    let to = Folder::new();
    let place = Home {
        master_key: Some(folder.path().join("master.key")),
        ..home(to.path()).await
    };
    let keys = folder.path().join("keys.json");
    RecordStore::restore(
        &place,
        &keys,
        &mut &backup[..],
        Bench::new(5),
        Arc::new(FromBodies),
        restored_event(),
    )
    .await
    .unwrap();
    let restored = RecordStore::open(&place, Sort::Exercise, Bench::new(6), Arc::new(FromBodies))
        .await
        .unwrap();
    assert_eq!(restored.entries(&Viewer::operator(), Of::All, None).await.unwrap(), all);
    assert_eq!(faults(&restored).await, "");
    // An export in which a body was left out without an order is none.
    let text = String::from_utf8(export).unwrap();
    let public = text.lines().find(|line| line.contains("Exercise Person3")).unwrap();
    let public = text.lines().position(|line| line == public).unwrap();
    let third = recorded(&store, 3).await;
    let false_line = format!(
        "{{\"erased\":\"{}\",\"leaf_hash\":\"{}\",\"ordered\":5,\"recorded\":\"{:.6}\"}}",
        third.entry.id,
        STANDARD.encode(third.leaf_hash),
        third.entry.recorded
    );
    let lines: Vec<&str> = text
        .lines()
        .enumerate()
        .map(|(at, line)| if at == public { &false_line } else { line })
        .collect();
    let false_export = lines.join("\n") + "\n";
    let to = Folder::new();
    let refused = RecordStore::import_record(
        &home(to.path()).await,
        &mut false_export.as_bytes(),
        Bench::new(5),
        Arc::new(FromBodies),
    )
    .await;
    let why = refused.err().unwrap().to_string();
    assert!(why.contains("no order of two persons"), "{why}");
}

#[tokio::test]
async fn a_changed_head_of_what_was_erased_is_found() {
    for column in ["id", "recorded", "leaf_hash"] {
        let (folder, _, store, erased) = with_an_erasure().await;
        let (value, drop) = match (server(), column) {
            (None, "recorded") => ("'2026-11-25T10:03:00.000001Z'".to_owned(), "DROP TRIGGER heads_never_change"),
            (Some(_), "recorded") => (
                "'2026-11-25T10:03:00.000001Z'".to_owned(),
                "DROP TRIGGER heads_never_change ON heads",
            ),
            (None, _) => (format!("(SELECT randomblob(length({column})))"), "DROP TRIGGER heads_never_change"),
            (Some(_), _) => (
                format!("set_byte({column}, 3, 255 - get_byte({column}, 3))"),
                "DROP TRIGGER heads_never_change ON heads",
            ),
        };
        change(
            folder.path(),
            format!("{drop}; UPDATE heads SET {column} = {value} WHERE position = {erased}"),
        )
        .await;
        let said = faults(&store).await;
        let lines = said
            .lines()
            .filter(|line| !line.contains("the guard") && !line.contains("read table"));
        assert!(lines.count() > 0, "{column}: {said}");
    }
}
