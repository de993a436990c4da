//! Nothing is handed out while it cannot be told.

use super::{change_audit, event, officer, told};
use crate::common::*;
use access::Viewer;
use jiff::SignedDuration;
use register::audit::{Act, Audit, Event, Who};
use register::port::{Of, Store, StoreError};
use store::{AUDIT, RecordStore, Sort};

/// Reads of what is not public are refused with these words, all others are answered.
async fn is_refused(store: &RecordStore, why: &str) {
    let officer = officer();
    let refused = [
        store.entry(&officer, &id(1)).await.map(drop),
        store.entries(&officer, Of::All, None).await.map(drop),
        store.latest(&officer, &["warrant.issued"], None, 5).await.map(drop),
        store.proof(&officer, &id(1)).await.map(drop),
        store.beyond(&officer).await.map(drop),
    ];
    for (way, refused) in refused.into_iter().enumerate() {
        let Err(StoreError::Database(said)) = refused else {
            panic!("way {way} was answered: {refused:?}");
        };
        assert!(said.contains("was not handed out") && said.contains(why), "{said}");
    }
    assert!(store.entry(&officer, &id(4)).await.unwrap().is_some(), "what is public is read");
    assert_eq!(store.entries(&Viewer::public(), Of::All, None).await.unwrap().len(), 2);
}

#[tokio::test]
async fn nothing_confidential_or_sealed_is_handed_out_while_the_audit_cannot_be_written() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), draft(4)]).await;
    store
        .audit()
        .write(&[Event::new(jiff::Timestamp::now(), Act::SystemStarted, Who::Nobody)])
        .await
        .unwrap();
    change_audit(folder.path(), "ALTER TABLE events RENAME TO away").await.unwrap();
    is_refused(&store, "").await;
    change_audit(folder.path(), "ALTER TABLE away RENAME TO events").await.unwrap();
    assert!(
        store.entry(&officer(), &id(1)).await.unwrap().is_some(),
        "it is read when it can be told"
    );
    assert_eq!(
        told(&store, Act::MatterOpened).await.len(),
        1,
        "and what was refused counts as not told"
    );
}

#[tokio::test]
async fn nor_while_it_is_damaged_or_cannot_be_opened() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), draft(4)]).await;
    std::fs::create_dir(folder.path().join(AUDIT)).unwrap();
    is_refused(&store, "").await;
    std::fs::remove_dir(folder.path().join(AUDIT)).unwrap();
    assert!(store.entry(&officer(), &id(1)).await.unwrap().is_some());
    bench.pass(SignedDuration::from_mins(2));
    let away = folder.path().join("away");
    std::fs::rename(folder.path().join(AUDIT), &away).unwrap();
    is_refused(&store, "was taken away").await;
    std::fs::rename(&away, folder.path().join(AUDIT)).unwrap();
    assert!(store.entry(&officer(), &id(1)).await.unwrap().is_some());
    store.close().await;
    std::fs::write(
        folder.path().join(AUDIT),
        "no database at all, but long enough to be read as one".repeat(20),
    )
    .unwrap();
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    is_refused(&store, "comity audit verify").await;
}

#[tokio::test]
async fn an_end_that_was_cut_off_or_bears_no_seal_takes_nothing_more_in() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), draft(4)]).await;
    store.audit().write(&[event(&bench, Act::SignedIn)]).await.unwrap();
    change_audit(folder.path(), "UPDATE newest SET count = 1").await.unwrap();
    is_refused(&store, "does not bear its seal").await;
}
