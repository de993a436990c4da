//! What is counted instead of told.

use super::{ONE, TWO, all, change_audit, told};
use crate::common::*;
use jiff::SignedDuration;
use register::audit::{Act, AuditBook};
use store::Sort;

#[tokio::test]
async fn refused_sign_ins_are_counted_and_only_some_to_an_open_account_are_written_by_themselves() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let book = AuditBook::new(store.audit(), bench.clone());
    let refused = async || -> Vec<(Option<String>, String, u64)> {
        let refused = all(&store).await.into_iter().filter(|event| event.act == Act::SignInRefused);
        refused.map(|event| (event.about, event.detail, event.count)).collect()
    };
    for why in ["expired", "malformed", "expired"] {
        book.sign_in_refused(why, None).await.unwrap();
    }
    assert_eq!(
        store.audit().verify().await.unwrap(),
        None,
        "nothing is written while somebody waits"
    );
    book.write_tally().await.unwrap();
    let counted = |why: &str, count| (None, why.to_owned(), count);
    assert_eq!(refused().await, [counted("expired", 2), counted("malformed", 1)]);
    for _ in 0..8 {
        book.sign_in_refused("counter", Some(ONE)).await.unwrap();
    }
    book.sign_in_refused("counter", Some(TWO)).await.unwrap();
    let singly = |account: &str| (Some(account.to_owned()), "counter".to_owned(), 1);
    assert_eq!(refused().await[2..], [&vec![singly(ONE); 5][..], &[singly(TWO)]].concat());
    change_audit(folder.path(), "ALTER TABLE events RENAME TO away").await.unwrap();
    book.write_tally().await.unwrap_err();
    change_audit(folder.path(), "ALTER TABLE away RENAME TO events").await.unwrap();
    book.write_tally().await.unwrap();
    book.write_tally().await.unwrap();
    assert_eq!(
        refused().await[8..],
        [counted("counter", 3)],
        "what could not be written is not lost"
    );
    bench.pass(SignedDuration::from_mins(1));
    book.sign_in_refused("counter", Some(ONE)).await.unwrap();
    assert_eq!(refused().await.last(), Some(&singly(ONE)), "a minute later it is told again");
}

#[tokio::test]
async fn what_is_denied_or_unknown_is_counted_and_written_together() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let (book, audit) = (AuditBook::new(store.audit(), bench.clone()), store.audit());
    let tally = book.tally();
    let counts = async || (told(&store, Act::Denied).await, told(&store, Act::Unknown).await);
    book.write_tally().await.unwrap();
    assert_eq!(audit.verify().await.unwrap(), None, "nothing was counted, nothing is written");
    for _ in 0..5 {
        tally.unknown();
    }
    tally.denied();
    book.write_tally().await.unwrap();
    book.write_tally().await.unwrap();
    assert_eq!(counts().await, (vec![(None, None, 1)], vec![(None, None, 5)]));
    tally.unknown();
    change_audit(folder.path(), "ALTER TABLE events RENAME TO away").await.unwrap();
    book.write_tally().await.unwrap_err();
    change_audit(folder.path(), "ALTER TABLE away RENAME TO events").await.unwrap();
    tally.unknown();
    book.write_tally().await.unwrap();
    assert_eq!(
        counts().await.1,
        [(None, None, 5), (None, None, 2)],
        "what could not be written is not lost"
    );
}
