//! Ticks at their marks, and the log that they make.

use crate::common::*;
use access::Viewer;
use jiff::{SignedDuration, Timestamp};
use record::checkpoint::{Checkpoint, parse_verifier_key};
use register::port::{Proof, Store, StoreError};
use store::{RecordStore, Sort};

async fn size(store: &RecordStore) -> u64 {
    let (_, key) = parse_verifier_key(&store.verifier_key_text()).unwrap();
    let checkpoint = store.checkpoint().await.unwrap();
    Checkpoint::parse_and_verify(&checkpoint.text, &key).unwrap().size
}

/// Asserts that an entry is proved, and in which tick and by which mark.
async fn proved(store: &RecordStore, number: u64) -> (u64, Timestamp) {
    let (_, key) = parse_verifier_key(&store.verifier_key_text()).unwrap();
    let proof = store.proof(&Viewer::operator(), &id(number)).await.unwrap();
    let Some(Proof::Ready(text)) = proof else {
        panic!("entry {number}: {proof:?}")
    };
    let proof = record::proof::Proof::parse(&text).unwrap();
    proof.verify(&key).unwrap();
    (proof.tick, proof.mark)
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[tokio::test]
async fn marks_that_passed_while_nothing_ran_become_empty_ticks_and_entries_go_where_they_were_recorded() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    bench.set("2026-11-25T10:27:00Z");
    append(&store, vec![draft(2)]).await;
    bench.set("2026-11-25T11:00:30Z");
    append(&store, vec![draft(3)]).await;
    assert_eq!(store.tick_due().await.unwrap(), 6);
    assert_eq!(size(&store).await, 6);
    assert_eq!(proved(&store, 1).await, (0, at("2026-11-25T10:10:00Z")));
    assert_eq!(proved(&store, 2).await, (2, at("2026-11-25T10:30:00Z")));
    let waits = store.proof(&Viewer::operator(), &id(3)).await.unwrap();
    assert_eq!(waits, Some(Proof::From(at("2026-11-25T11:10:00Z"))));
    assert_eq!(store.tick_due().await.unwrap(), 0);
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn what_does_not_fit_into_a_tick_waits_for_the_next_mark() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    // The first entry waits too, so one place fewer is free.
    append(&store, (1..=4096).map(draft).collect()).await;
    bench.set("2026-11-25T10:10:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 1);
    assert_eq!(proved(&store, 4095).await.0, 0);
    assert!(matches!(
        store.proof(&Viewer::public(), &id(4096)).await.unwrap(),
        Some(Proof::From(_))
    ));
    bench.set("2026-11-25T10:20:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 1);
    assert_eq!(proved(&store, 4096).await.0, 1);
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn an_import_takes_as_many_ticks_as_it_needs_at_once_and_leaves_what_waits_alone() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![restricted(draft(1))]).await;
    bench.set("2026-11-25T10:14:07Z");
    let operator = Viewer::operator();
    store.append(&operator, (10..10 + 4097).map(draft).collect(), true).await.unwrap();
    // The mark that had passed, with what waited, and two for the import.
    assert_eq!(size(&store).await, 3);
    assert_eq!(proved(&store, 1).await, (0, at("2026-11-25T10:10:00Z")));
    assert_eq!(proved(&store, 10).await, (1, at("2026-11-25T10:14:08Z")));
    assert_eq!(proved(&store, 4106).await, (2, at("2026-11-25T10:14:08Z")));
    append(&store, vec![draft(2)]).await;
    store.append(&operator, vec![draft(3)], true).await.unwrap();
    assert_eq!(size(&store).await, 4);
    assert_eq!(proved(&store, 3).await.0, 3);
    assert!(matches!(store.proof(&operator, &id(2)).await.unwrap(), Some(Proof::From(_))));
    bench.set("2026-11-25T10:20:01Z");
    assert_eq!(store.tick_due().await.unwrap(), 1);
    assert_eq!(proved(&store, 2).await, (4, at("2026-11-25T10:20:00Z")));
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_year_of_absence_is_caught_up_in_one_step() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    bench.set("2027-11-25T10:00:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 365 * 24 * 6);
    append(&store, vec![draft(1)]).await;
    bench.pass(SignedDuration::from_mins(10));
    store.tick_due().await.unwrap();
    assert_eq!(proved(&store, 1).await.0, 365 * 24 * 6);
}

#[tokio::test]
async fn a_clock_that_is_decades_ahead_appends_no_ticks() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    bench.set("2066-01-01T00:00:00Z");
    let error = store.tick_due().await.unwrap_err();
    assert!(matches!(&error, StoreError::Refused(why) if why.contains("clock")), "{error}");
    assert_eq!(size(&store).await, 0);
}

#[tokio::test]
async fn a_clock_that_goes_back_closes_nothing_twice() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    bench.set("2026-11-25T10:30:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 3);
    bench.set("2026-11-25T09:00:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 0);
    append(&store, vec![draft(1)]).await;
    bench.set("2026-11-25T10:40:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 1);
    assert_eq!(proved(&store, 1).await.0, 3);
}

#[tokio::test]
async fn places_in_a_tick_do_not_tell_the_order_of_entries() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, (1..=50).map(draft).collect()).await;
    bench.set("2026-11-25T10:10:00Z");
    store.tick_due().await.unwrap();
    let places = texts(folder.path(), "SELECT CAST(place AS TEXT) FROM places ORDER BY position".to_owned()).await;
    let places: Vec<i64> = places.iter().map(|place| place.parse().unwrap()).collect();
    assert_eq!(places.len(), 51);
    assert!(places.iter().all(|place| (0..4096).contains(place)));
    assert!(!places.is_sorted() && places.iter().max().unwrap() > &2048 && places.iter().min().unwrap() < &2048);
}
