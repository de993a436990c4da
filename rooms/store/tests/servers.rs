//! Several servers over one record: each with a folder of its own that holds a copy of the keys, where the tests
//! run on PostgreSQL; on one folder else.

use crate::common::*;
use access::Viewer;
use jiff::SignedDuration;
use register::port::{Of, Store, StoreError};
use register::request::RequestId;
use std::sync::Arc;
use store::{Home, RecordStore, Sort};

/// One more server over the record of a folder, with a clock and a chance of its own.
async fn server_beside(folder: &Folder, clock: &str, seed: u64) -> (tempfile::TempDir, Arc<Bench>, RecordStore) {
    let bench = Bench::new(seed);
    bench.set(clock);
    let own = tempfile::tempdir().unwrap();
    let mut home = home(folder.path()).await;
    if home.database.is_some() {
        for name in ["keys.json", "master.key"] {
            std::fs::copy(folder.path().join(name), own.path().join(name)).unwrap();
        }
        home.folder = own.path().to_owned();
    }
    let store = RecordStore::open(&home, Sort::Exercise, bench.clone(), Arc::new(FromBodies))
        .await
        .unwrap();
    (own, bench, store)
}

#[tokio::test]
async fn servers_whose_clocks_differ_and_who_append_at_once_make_one_unbroken_chain() {
    let (folder, _, first) = fresh(Sort::Exercise).await;
    let ahead = server_beside(&folder, "2026-11-25T11:20:00Z", 2).await;
    let behind = server_beside(&folder, "2026-11-25T08:00:00Z", 3).await;
    let stores = [first.clone(), ahead.2.clone(), behind.2.clone()];
    let mut tasks = Vec::new();
    for (number, store) in (1u64..).zip(stores) {
        tasks.push(tokio::spawn(async move {
            for step in 0..25 {
                let drafts = vec![draft(number * 10_000 + step * 2), draft(number * 10_000 + step * 2 + 1)];
                store.append(&Viewer::operator(), drafts, step % 8 == 7).await.unwrap();
                store.tick_due().await.unwrap();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let all = first.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    assert_eq!(all.len(), 1 + 3 * 25 * 2);
    assert!(
        all.windows(2).all(|pair| pair[0].position + 1 == pair[1].position),
        "no place is missing or given twice"
    );
    assert!(
        all.windows(2).all(|pair| pair[0].entry.recorded <= pair[1].entry.recorded),
        "what is recorded later bears no earlier instant"
    );
    for store in [&first, &ahead.2, &behind.2] {
        assert_eq!(store.verify().await.unwrap().faults, []);
    }
}

#[tokio::test]
async fn of_several_servers_one_closes_the_tick_of_a_mark() {
    let (folder, bench, first) = fresh(Sort::Exercise).await;
    let (_own, clock, second) = server_beside(&folder, "2026-11-25T10:05:00Z", 2).await;
    let mut closed = 0;
    for _ in 0..6 {
        bench.pass(SignedDuration::from_mins(10));
        clock.set(&bench.at().to_string());
        let (a, b) = tokio::join!(first.tick_due(), second.tick_due());
        closed += a.unwrap() + b.unwrap();
    }
    assert_eq!(closed, 6);
    assert_eq!(first.checkpoint().await.unwrap().root, second.checkpoint().await.unwrap().root);
    assert_eq!(second.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn what_one_server_was_told_is_recorded_the_other_reads_at_once() {
    let (folder, _, first) = fresh(Sort::Exercise).await;
    let (_own, _, second) = server_beside(&folder, "2026-11-25T10:04:00Z", 2).await;
    for number in 1..10 {
        append(&first, vec![draft(number)]).await;
        assert!(second.entry(&Viewer::public(), &id(number)).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn of_many_servers_that_begin_a_new_database_at_once_one_begins_and_the_others_say_what_they_lack() {
    if server().is_none() {
        return skipped("of_many_servers_that_begin_…");
    }
    let folder = Folder::new();
    let place = home(folder.path()).await;
    let mut tasks = Vec::new();
    for seed in 0..6 {
        let database = place.database.clone();
        tasks.push(tokio::spawn(async move {
            let own = tempfile::tempdir().unwrap();
            let home = Home {
                folder: own.path().to_owned(),
                database,
                master_key: None,
            };
            RecordStore::open(&home, Sort::Exercise, Bench::new(seed), Arc::new(FromBodies))
                .await
                .map(|_| ())
        }));
    }
    let (mut begun, mut refused) = (0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Ok(()) => begun += 1,
            Err(StoreError::Refused(why)) if why.contains("keys.json is missing") => refused += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((begun, refused), (1, 5));
}

#[tokio::test]
async fn a_request_that_came_to_one_server_is_not_recorded_over_one_that_came_to_another_since() {
    let (folder, _, first) = fresh(Sort::Exercise).await;
    let (_own, _, second) = server_beside(&folder, "2026-11-25T10:05:00Z", 2).await;
    let came = |number: u8, kind: &str| {
        let mut draft = draft(u64::from(number));
        draft.kind = kind.to_owned();
        draft.matter = RequestId::from_bytes([number; 16]).matter();
        vec![draft]
    };
    let operator = Viewer::operator();
    let read = first.length().await.unwrap();
    // What is no request that came, or about an account, hinders nobody.
    let mut account = draft(1);
    account.kind = "credential.revoked".to_owned();
    second.append(&operator, vec![account], false).await.unwrap();
    second.append(&operator, came(2, "request.supplemented"), false).await.unwrap();
    second.append_over(&operator, came(3, "request.transmitted"), read).await.unwrap();
    let raced = first.append_over(&operator, came(4, "request.transmitted"), read).await;
    assert!(matches!(raced, Err(StoreError::Raced)), "{raced:?}");
    // Of two that were decided over the same, one is recorded.
    let read = first.length().await.unwrap();
    let (a, b) = tokio::join!(
        first.append_over(&operator, came(4, "request.transmitted"), read),
        second.append_over(&operator, came(5, "request.transmitted"), read)
    );
    assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1, "{a:?} {b:?}");
}

#[tokio::test]
async fn what_one_server_decided_about_an_account_is_not_recorded_over_what_another_recorded_since() {
    let (folder, _, first) = fresh(Sort::Exercise).await;
    let (_own, _, second) = server_beside(&folder, "2026-11-25T10:05:00Z", 2).await;
    let act = |number: u64, kind: &str| {
        let mut draft = draft(number);
        draft.kind = kind.to_owned();
        vec![draft]
    };
    let operator = Viewer::operator();
    let read = first.length().await.unwrap();
    // What is about no account hinders nobody.
    second.append(&operator, act(1, "matter.assigned"), false).await.unwrap();
    second.append_over(&operator, act(2, "credential.revoked"), read).await.unwrap();
    let raced = first.append_over(&operator, act(3, "credential.revoked"), read).await;
    assert!(matches!(raced, Err(StoreError::Raced)), "{raced:?}");
    let read = first.length().await.unwrap();
    first.append_over(&operator, act(3, "credential.revoked"), read).await.unwrap();
    // Of two that were decided over the same, one is recorded.
    let read = first.length().await.unwrap();
    let (a, b) = tokio::join!(
        first.append_over(&operator, act(4, "role.withdrawn"), read),
        second.append_over(&operator, act(5, "role.withdrawn"), read)
    );
    assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1, "{a:?} {b:?}");
}
