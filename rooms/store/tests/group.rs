//! Appends that come together: each is whole or not at all, and is told what became of itself.

use crate::common::*;
use access::Viewer;
use record::entry::Draft;
use register::port::{Of, Store, StoreError};
use store::{RecordStore, Sort};

/// Asks for all of these at once.
async fn at_once(store: &RecordStore, asked: Vec<Vec<Draft>>) -> Vec<Result<usize, StoreError>> {
    let mut tasks = Vec::new();
    for drafts in asked {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            let written = store.append(&Viewer::operator(), drafts, false).await?;
            Ok(written.len())
        }));
    }
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

#[tokio::test]
async fn of_many_who_append_at_once_each_is_told_its_own_and_a_refused_one_takes_no_other_down() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let mut asked: Vec<Vec<Draft>> = (100..150).map(|number| vec![draft(number), draft(number + 1000)]).collect();
    // The second draft of each of these is refused, and the first must not stay.
    asked.extend((200..210).map(|number| vec![draft(number), draft(1)]));
    let outcomes = at_once(&store, asked).await;
    for (number, outcome) in outcomes.iter().enumerate() {
        match outcome {
            Ok(2) => assert!(number < 50),
            Err(StoreError::Refused(why)) => assert!(number >= 50 && why.contains("this id is taken"), "{why}"),
            other => panic!("{number}: {other:?}"),
        }
    }
    let all = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    assert_eq!(all.len(), 2 + 100);
    assert!(all.windows(2).all(|pair| pair[0].position + 1 == pair[1].position));
    assert!(
        all.windows(2).all(|pair| pair[0].entry.recorded <= pair[1].entry.recorded),
        "no instant goes back"
    );
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn of_many_who_correct_the_same_version_at_once_one_wins() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let asked = (2..30).map(|number| vec![correction(number, &draft(1), &id(1))]).collect();
    let outcomes = at_once(&store, asked).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome, Ok(1) | Err(StoreError::Raced))),
        "{outcomes:?}"
    );
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_fault_of_the_database_that_one_meets_takes_no_other_down() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1), draft(2)]).await;
    change(
        folder.path(),
        "UPDATE derived SET rows = 'nonsense' WHERE subject = 'person:exercise-0001'".to_owned(),
    )
    .await;
    // The first is about the person whose rows cannot be read; numbers go round after a thousand.
    let outcomes = at_once(&store, (1_001..1_030).map(|number| vec![draft(number)]).collect()).await;
    for (number, outcome) in outcomes.iter().enumerate() {
        match outcome {
            Ok(1) => assert!(number > 0),
            Err(StoreError::Damaged(what)) => assert!(number == 0 && what.contains("exercise-0001"), "{what}"),
            other => panic!("{number}: {other:?}"),
        }
    }
    store.rebuild().await.unwrap();
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn whoever_goes_away_while_they_wait_takes_no_other_down() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    for number in 0..20 {
        let (patient, hasty) = (store.clone(), store.clone());
        let going = tokio::spawn(async move { hasty.append(&Viewer::operator(), vec![draft(500 + number)], false).await });
        let staying = tokio::spawn(async move { patient.append(&Viewer::operator(), vec![draft(100 + number)], false).await });
        tokio::task::yield_now().await;
        going.abort();
        staying.await.unwrap().unwrap();
    }
    for number in 0..20 {
        assert!(store.entry(&Viewer::public(), &id(100 + number)).await.unwrap().is_some());
    }
    assert_eq!(store.verify().await.unwrap().faults, []);
}
