//! Whatever is changed in the audit cannot be, or is found.

use super::{change_audit, event, faults, some_events, tamper};
use crate::common::*;
use register::audit::{Act, Audit};
use store::Sort;

#[tokio::test]
async fn what_is_in_the_audit_cannot_be_changed_taken_out_or_replaced() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    store.audit().write(&[event(&bench, Act::SignedIn)]).await.unwrap();
    let mut acts = vec![
        "UPDATE events SET instant = '2026-01-01T00:00:00.000000Z' WHERE position = 1",
        "DELETE FROM event_words WHERE position = 1",
        "UPDATE event_words SET position = 0 WHERE position = 1",
        "DELETE FROM events WHERE position = 1",
    ];
    if server().is_some() {
        acts.extend(["TRUNCATE events CASCADE", "TRUNCATE event_words"]);
    }
    for act in acts {
        let refused = change_audit(folder.path(), act).await.unwrap_err().to_string();
        assert!(refused.contains("what is recorded in"), "{act}: {refused}");
    }
    assert_eq!(faults(&store).await, Vec::<String>::new());
}

#[tokio::test]
async fn whatever_was_changed_in_the_audit_is_named() {
    let cases: [(&str, &[&str]); 11] = [
        (
            "UPDATE events SET instant = '2026-01-01T00:00:00.000000Z' WHERE position = 5",
            &["event 5: is not what was written, or does not stand where it was written"],
        ),
        (
            "UPDATE events SET body = (SELECT body FROM events e WHERE e.position = 6) WHERE position = 5",
            &[
                "event 5: is not what was written, or does not stand where it was written",
                "event 5: cannot be decrypted",
            ],
        ),
        (
            "UPDATE events SET running = body WHERE position = 5",
            &["event 5: is not what was written, or does not stand where it was written"],
        ),
        (
            "DELETE FROM event_words WHERE position = 5; DELETE FROM events WHERE position = 5",
            &["event 5: is missing"],
        ),
        (
            "DELETE FROM event_words WHERE position > 4 AND position < 8; DELETE FROM events WHERE position > 4 AND position < 8",
            &["events 5 to 7: are missing"],
        ),
        (
            "DELETE FROM event_words WHERE position >= 20; DELETE FROM events WHERE position >= 20",
            &["events 20 to 24: are missing"],
        ),
        ("DELETE FROM event_words; DELETE FROM events", &["events 0 to 24: are missing"]),
        (
            "UPDATE events SET position = 100 WHERE position = 5; UPDATE events SET position = 5 WHERE position = 6; \
             UPDATE events SET position = 6 WHERE position = 100",
            &[
                "event 5: is not what was written, or does not stand where it was written",
                "event 5: cannot be decrypted",
                "event 6: is not what was written, or does not stand where it was written",
                "event 6: cannot be decrypted",
            ],
        ),
        (
            "DELETE FROM event_words WHERE position = 5",
            &["event 5: is not found by the words by which it should be found"],
        ),
        (
            "INSERT INTO event_words (word, position) SELECT word, 24 FROM event_words WHERE position <> 24 \
             AND word NOT IN (SELECT w.word FROM event_words w WHERE w.position = 24) ORDER BY word LIMIT 1",
            &["the words: lead to events that do not have them"],
        ),
        (
            "DELETE FROM newest",
            &["the newest row: the row that says where the record ends is missing"],
        ),
    ];
    for (statements, expected) in cases {
        let (folder, bench, store) = fresh(Sort::Exercise).await;
        some_events(&bench, &store).await;
        let report = store.audit().verify().await.unwrap().unwrap();
        assert_eq!((report.events, report.faults), (25, Vec::new()), "{statements}");
        tamper(folder.path(), statements).await;
        let found = faults(&store).await;
        let begins = |(found, expected): (&String, &&str)| found.starts_with(expected);
        assert!(
            found.len() == expected.len() && found.iter().zip(expected).all(begins),
            "{statements}: {found:#?}"
        );
        let guards = store.audit().verify().await.unwrap().unwrap().faults.len() - found.len();
        assert!(guards >= 4, "and that guards are missing is said");
    }
}

#[tokio::test]
async fn a_row_that_cannot_be_read_is_named_and_what_comes_after_it_is_verified_all_the_same() {
    let before_the_first: (&str, &[&str]) = (
        "UPDATE events SET position = -5 WHERE position = 5; UPDATE event_words SET position = -5 WHERE position = 5",
        &[
            "event -5: stands before the first one",
            "event 5: is missing",
            "the words: lead to events that do not have them",
        ],
    );
    // A server keeps what has another type out of its columns.
    let of_another_type: [(&str, &[&str]); 4] = [
        (
            "UPDATE events SET instant = x'ff' WHERE position = 5",
            &["event 5: holds something else than was written"],
        ),
        (
            "UPDATE events SET body = 5 WHERE position = 5",
            &["event 5: holds something else than was written"],
        ),
        (
            "UPDATE events SET running = 5 WHERE position = 5",
            &["event 5: is not what was written"],
        ),
        (
            "UPDATE newest SET count = 'text'",
            &["the newest row: a column of the database holds something else"],
        ),
    ];
    let of_another_type = of_another_type.into_iter().filter(|_| server().is_none());
    for (statements, expected) in std::iter::once(before_the_first).chain(of_another_type) {
        let (folder, bench, store) = fresh(Sort::Exercise).await;
        some_events(&bench, &store).await;
        tamper(folder.path(), statements).await;
        let found = faults(&store).await;
        let begins = |(found, expected): (&String, &&str)| found.starts_with(expected);
        assert!(
            found.len() == expected.len() && found.iter().zip(expected).all(begins),
            "{statements}: {found:#?}"
        );
    }
}

#[tokio::test]
async fn events_added_by_whoever_has_not_the_key_are_named() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    some_events(&bench, &store).await;
    let add = "INSERT INTO events (position, instant, body, running) SELECT 25, instant, body, running FROM events WHERE position = 24";
    change_audit(folder.path(), add).await.unwrap();
    let found = faults(&store).await;
    assert!(
        found
            .iter()
            .any(|fault| fault.starts_with("events from 25 on: stand after the end")),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|fault| fault.starts_with("event 25: is not what was written")),
        "{found:#?}"
    );
}
