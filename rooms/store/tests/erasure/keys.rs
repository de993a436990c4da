//! Bodies and keys go by an order, and no sooner than they may.

use super::{body_of, bytes_of, faults, recorded, with_an_erasure, witness};
use crate::common::*;
use access::Viewer;
use record::entry::{Draft, EntryId};
use register::port::{Of, Store};
use store::Sort;

#[tokio::test]
async fn a_key_that_was_put_back_and_that_nothing_uses_is_named() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    // Neither a matter that was opened leaves such a key nor one that was erased.
    append(&store, vec![sealed(draft(1)), sealed(witness(2))]).await;
    append(&store, vec![unsealing(3, &draft(1))]).await;
    let entry = recorded(&store, 2).await;
    let (all, from_hex) = match server() {
        None => ("SELECT hex(name) || ' ' || hex(wrapped) FROM vault", "x'VALUE'"),
        Some(_) => (
            "SELECT encode(name, 'hex') || ' ' || encode(wrapped, 'hex') FROM vault",
            "decode('VALUE', 'hex')",
        ),
    };
    let before = texts(folder.path(), all.to_owned()).await;
    erase(&store, 10, &[&entry]).await;
    assert_eq!(faults(&store).await, "");
    let after = texts(folder.path(), all.to_owned()).await;
    let gone: Vec<&String> = before.iter().filter(|row| !after.contains(row)).collect();
    assert_eq!(gone.len(), 1);
    let (name, wrapped) = gone[0].split_once(' ').unwrap();
    let value = |hex: &str| from_hex.replace("VALUE", hex);
    let back = format!("INSERT INTO vault (name, wrapped) VALUES ({}, {})", value(name), value(wrapped));
    change(folder.path(), back).await;
    let said = faults(&store).await;
    assert!(
        said.contains(&format!(
            "the key {} in the vault: nothing is encrypted with it",
            name.to_lowercase()
        )),
        "{said}"
    );
}

#[tokio::test]
async fn the_database_lets_no_body_and_no_key_go_without_an_order() {
    let (folder, _, store, erased) = with_an_erasure().await;
    let tried = async |statement: String| {
        let folder = folder.path().to_owned();
        // What the database refuses ends the task that tried it.
        tokio::spawn(async move { change(&folder, statement).await }).await.is_ok()
    };
    assert!(!tried("DELETE FROM bodies WHERE position = 2".to_owned()).await);
    assert!(!tried("DELETE FROM vault".to_owned()).await);
    assert!(!tried("DELETE FROM erased".to_owned()).await);
    assert!(!tried(format!("UPDATE erased SET ordered = 1 WHERE position = {erased}")).await);
    assert_eq!(faults(&store).await, "");
    // Whoever writes into the database themselves is found out.
    change(folder.path(), "INSERT INTO erased (position, ordered) VALUES (2, 5)".to_owned()).await;
    assert!(faults(&store).await.contains("its body is still there"));
    change(folder.path(), "DELETE FROM bodies WHERE position = 2".to_owned()).await;
    let said = faults(&store).await;
    assert!(
        said.contains(&format!("entry {}: its body was taken away, and no order of two persons", id(2))),
        "{said}"
    );
}

#[tokio::test]
async fn the_key_of_a_matter_goes_with_the_last_body_under_it_and_no_sooner() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let second = Draft {
        id: id(2),
        ..sealed(witness(1))
    };
    append(&store, vec![sealed(witness(1)), second]).await;
    let (first, second) = (recorded(&store, 1).await, recorded(&store, 2).await);
    let keys = async || texts(folder.path(), "SELECT COUNT(*) || '' FROM vault".to_owned()).await;
    let before: usize = keys().await[0].parse().unwrap();
    let kept = bytes_of(&body_of(folder.path(), first.position).await[0]);
    assert!(kept.len() > 100);
    erase(&store, 10, &[&first]).await;
    assert_eq!(keys().await[0], before.to_string(), "the other entry is still encrypted with it");
    assert!(store.entry(&Viewer::operator(), &id(2)).await.unwrap().is_some());
    erase(&store, 20, &[&second]).await;
    assert_eq!(keys().await[0], (before - 1).to_string());
    // The orders are read all the same, and the matter goes on under a new key.
    let left = store
        .entries(&Viewer::operator(), Of::Matters(vec![first.entry.matter.clone()]), None)
        .await
        .unwrap();
    assert_eq!(left.len(), 4);
    let more = Draft {
        id: EntryId::from_bytes([9; 16]),
        ..sealed(draft(1))
    };
    append(&store, vec![more]).await;
    assert_eq!(faults(&store).await, "");
}
