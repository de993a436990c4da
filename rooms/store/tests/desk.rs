//! The desk of a folder: what is handed in is kept apart from the record, and goes when it is to go.

use crate::common::*;
use jiff::Timestamp;
use register::desk::{Closed, Desk, Reference, Report, Said};
use register::port::StoreError;
use std::slice::from_ref;
use store::{DeskStore, Home};

fn report(number: u8, received: &str) -> Report {
    Report {
        reference: Reference::from_bytes([number; 12]),
        received: received.parse().unwrap(),
        said: Said {
            page: "/en/person/exercise-0001?as_at=2026-03-01".into(),
            entry: "0123456789ab".into(),
            wrong: format!("Exercise text number {number}\nin two lines"),
            right: "Exercise gazette, no. 1".into(),
            contact: "reader@example.org".into(),
        },
        closed: None,
    }
}

fn closed(at: &str) -> Closed {
    Closed {
        at: at.parse().unwrap(),
        by: "exercise-officer".into(),
        reason: "Corrected".into(),
    }
}

async fn open(folder: &Folder) -> DeskStore {
    DeskStore::open(&home(folder.path()).await).await.unwrap()
}

#[tokio::test]
async fn reports_are_listed_as_they_came_and_are_there_after_a_restart() {
    let folder = Folder::new();
    let (second, first) = (report(1, "2026-11-25T11:00:00Z"), report(2, "2026-11-24T11:00:00.5Z"));
    let desk = open(&folder).await;
    assert!(desk.keep(&second, 9).await.unwrap());
    assert!(desk.keep(&first, 9).await.unwrap());
    drop(desk);
    assert_eq!(open(&folder).await.reports().await.unwrap(), [first, second]);
}

#[tokio::test]
async fn no_more_are_kept_than_may_be_open_and_closing_one_makes_room() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let reports = [1, 2, 3].map(|number| report(number, "2026-11-25T11:00:00Z"));
    assert!(desk.keep(&reports[0], 2).await.unwrap());
    assert!(desk.keep(&reports[1], 2).await.unwrap());
    assert!(!desk.keep(&reports[2], 2).await.unwrap(), "the desk is full");
    desk.close(&[reports[0].reference.clone()], &closed("2026-11-25T12:00:00Z"))
        .await
        .unwrap();
    assert!(desk.keep(&reports[2], 2).await.unwrap());
}

#[tokio::test]
async fn all_are_closed_or_none() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let [one, two, unknown] = [1, 2, 3].map(|number| report(number, "2026-11-25T11:00:00Z"));
    for kept in [&one, &two] {
        desk.keep(kept, 9).await.unwrap();
    }
    let how = closed("2026-11-25T12:00:00Z");
    let with_an_unknown = [one.reference.clone(), unknown.reference.clone()];
    assert_eq!(desk.close(&with_an_unknown, &how).await.unwrap(), Some(unknown.reference));
    assert!(desk.reports().await.unwrap().iter().all(|report| report.closed.is_none()));
    assert_eq!(desk.close(from_ref(&one.reference), &how).await.unwrap(), None);
    let again = [two.reference.clone(), one.reference.clone()];
    assert_eq!(
        desk.close(&again, &closed("2026-11-25T13:00:00Z")).await.unwrap(),
        Some(one.reference.clone())
    );
    let reports = desk.reports().await.unwrap();
    let closed_as = |reference: &Reference| reports.iter().find(|r| &r.reference == reference).unwrap().closed.clone();
    assert_eq!((closed_as(&one.reference), closed_as(&two.reference)), (Some(how), None));
}

#[tokio::test]
async fn what_was_closed_long_ago_is_forgotten_to_its_bytes() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let [old, young, still_open] = [1, 2, 3].map(|number| report(number, "2026-01-01T11:00:00Z"));
    for kept in [&old, &young, &still_open] {
        desk.keep(kept, 9).await.unwrap();
    }
    desk.close(from_ref(&old.reference), &closed("2026-02-01T12:00:00Z")).await.unwrap();
    desk.close(from_ref(&young.reference), &closed("2026-02-03T12:00:00Z"))
        .await
        .unwrap();
    desk.forget("2026-02-02T12:00:00Z".parse::<Timestamp>().unwrap()).await.unwrap();
    let left: Vec<Reference> = desk.reports().await.unwrap().into_iter().map(|report| report.reference).collect();
    assert_eq!(left, [young.reference, still_open.reference]);
    if server().is_some() {
        // PostgreSQL takes the bytes away later, when it clears up.
        return;
    }
    let bytes = std::fs::read(folder.path().join(store::DESK)).unwrap();
    let there = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(
        there("Exercise text number 2") && !there("Exercise text number 1"),
        "deleted rows are overwritten"
    );
}

#[tokio::test]
async fn a_damaged_desk_is_not_called_a_damaged_record() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join(store::DESK),
        "no database at all, but long enough to be read as one".repeat(20),
    )
    .unwrap();
    let Err(StoreError::Database(said)) = DeskStore::open(&Home::from(folder.path())).await else {
        panic!("a file of something else is no desk");
    };
    assert!(said.contains("nothing of the record") && said.contains("move it away"), "{said}");
}
