//! What was opened stands in the audit, and nothing else does.

use super::{TWO, all, in_audit, officer, told, viewer};
use crate::common::*;
use access::{Role, Viewer};
use jiff::SignedDuration;
use record::audience::Level;
use register::audit::{Act, Who};
use register::port::{Of, Store};
use store::{AUDIT, Sort};

#[tokio::test]
async fn each_confidential_or_sealed_matter_that_a_person_opens_stands_in_the_audit() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(
        &store,
        vec![sealed(draft(1)), confidential(draft(2)), restricted(draft(3)), draft(4)],
    )
    .await;
    let read = store.entries(&officer(), Of::All, None).await.unwrap();
    assert_eq!(read.len(), 5);
    let events = all(&store).await;
    assert_eq!(events[0].act, Act::AuditBegun);
    let opened = [
        in_audit(&store, "exercise-0001-1", Level::UnderSeal),
        in_audit(&store, "exercise-0002-1", Level::Confidential),
    ];
    assert_eq!(told(&store, Act::MatterOpened).await, opened);
    assert_ne!(opened[0].0, opened[1].0, "two matters are two");
    assert_eq!(events[1].who, Who::of(&officer()));
    assert_eq!(events.len(), 3);
}

#[tokio::test]
async fn every_way_to_read_is_told() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    let officer = officer();
    let opened = in_audit(&store, "exercise-0001-1", Level::UnderSeal);
    let mut expected = Vec::new();
    for way in 0..4 {
        match way {
            0 => drop(store.entry(&officer, &id(1)).await.unwrap().unwrap()),
            1 => assert_eq!(store.entries(&officer, Of::Chain(id(1)), None).await.unwrap().len(), 1),
            2 => assert_eq!(store.latest(&officer, &["warrant.issued"], None, 5).await.unwrap().len(), 1),
            _ => drop(store.proof(&officer, &id(1)).await.unwrap().unwrap()),
        }
        expected.push(opened.clone());
        assert_eq!(told(&store, Act::MatterOpened).await, expected, "way {way}");
        bench.pass(SignedDuration::from_mins(2));
    }
}

#[tokio::test]
async fn what_the_public_and_the_operator_read_and_what_somebody_may_not_read_writes_nothing() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), confidential(draft(2)), draft(3)]).await;
    let unassigned = viewer(TWO, Role::TrustFund, &[]);
    for viewer in [Viewer::public(), Viewer::operator(), unassigned] {
        store.entries(&viewer, Of::All, None).await.unwrap();
        store.entry(&viewer, &id(1)).await.unwrap();
        store.proof(&viewer, &id(1)).await.unwrap();
        store.latest(&viewer, &["warrant.issued"], None, 5).await.unwrap();
        store.beyond(&viewer).await.unwrap();
    }
    assert_eq!(store.audit().verify().await.unwrap(), None, "there is no audit yet");
    assert!(!folder.path().join(AUDIT).exists());
}

#[tokio::test]
async fn one_person_who_opens_one_matter_again_within_a_minute_is_told_once() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    let count = async || told(&store, Act::MatterOpened).await.len();
    let read = async |viewer: Viewer| drop(store.entry(&viewer, &id(1)).await.unwrap().unwrap());
    read(officer()).await;
    bench.pass(SignedDuration::from_secs(58));
    read(officer()).await;
    assert_eq!(count().await, 1);
    read(viewer(TWO, Role::Registry, &["exercise-0001-1"])).await;
    assert_eq!(count().await, 2, "another person is told");
    bench.pass(SignedDuration::from_secs(3));
    read(officer()).await;
    assert_eq!(count().await, 3, "a minute later it is told again");
    bench.pass(SignedDuration::from_secs(-30));
    read(officer()).await;
    assert_eq!(count().await, 4, "a clock that was put back hides nothing");
}

#[tokio::test]
async fn figures_are_told_once_an_hour_as_long_as_the_same_matters_go_into_them() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), restricted(draft(3))]).await;
    for _ in 0..3 {
        store.beyond(&officer()).await.unwrap();
    }
    assert_eq!(told(&store, Act::FiguresSeen).await, [(None, Some(Level::UnderSeal), 1)]);
    append(&store, vec![confidential(draft(2))]).await;
    store.beyond(&officer()).await.unwrap();
    assert_eq!(
        told(&store, Act::FiguresSeen).await.last(),
        Some(&(None, Some(Level::UnderSeal), 2))
    );
    bench.pass(SignedDuration::from_mins(61));
    store.beyond(&officer()).await.unwrap();
    assert_eq!(told(&store, Act::FiguresSeen).await.len(), 3);
    assert_eq!(told(&store, Act::MatterOpened).await, []);
}

#[tokio::test]
async fn reading_changes_no_byte_of_the_record() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), confidential(draft(2))]).await;
    let files = || {
        [
            store::DATABASE.to_owned(),
            format!("{}-wal", store::DATABASE),
            "keys.json".to_owned(),
            "master.key".to_owned(),
        ]
        .map(|name| std::fs::read(folder.path().join(name)).unwrap())
    };
    let before = files();
    store.entries(&officer(), Of::All, None).await.unwrap();
    assert_eq!(told(&store, Act::MatterOpened).await.len(), 2);
    assert!(files() == before, "the audit shares nothing with the record");
}
