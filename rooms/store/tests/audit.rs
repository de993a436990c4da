//! The audit: what was read and done, kept where nobody changes it unseen, and written before anything is handed out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
use access::{Assignment, Held, Organisation, Role, Viewer};
use common::*;
use jiff::SignedDuration;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::Draft;
use register::audit::{Act, Audit, AuditBook, AuditError, AuditFilter, Event, Kept, Who};
use register::port::{Of, Store, StoreError};
use sqlx::{AssertSqlSafe, Connection};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{AUDIT, RecordStore, Sort};

/// Accounts of three people.
const ONE: &str = "00112233445566778899aabbccddeeff";
const TWO: &str = "ffeeddccbbaa99887766554433221100";
const THREE: &str = "0123456789abcdef0123456789abcdef";

fn viewer(account: &str, role: Role, assigned: &[&str]) -> Viewer {
    let assignments = assigned.iter().map(|matter| Assignment {
        matter: (*matter).to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    });
    Viewer::of(account, Organisation::Court, role, assignments.collect()).unwrap()
}

/// An officer of the Registry, assigned to the matters of drafts 1 and 2.
fn officer() -> Viewer {
    viewer(ONE, Role::Registry, &["exercise-0001-1", "exercise-0002-1"])
}

async fn all(store: &RecordStore) -> Vec<Kept> {
    let mut events = store.audit().list(&AuditFilter::default(), None, usize::MAX).await.unwrap();
    events.reverse();
    events
}

/// The events of an act: pseudonym, level, count.
async fn told(store: &RecordStore, act: Act) -> Vec<(Option<String>, Option<Level>, u64)> {
    let told = |event: Kept| (event.act == act).then(|| (event.matter.map(|m| m.to_string()), event.level, event.count));
    all(store).await.into_iter().filter_map(told).collect()
}

fn in_audit(store: &RecordStore, matter: &str, level: Level) -> (Option<String>, Option<Level>, u64) {
    (Some(store.audit().pseudonym(matter).to_string()), Some(level), 1)
}

/// Runs statements on the audit beside the store, as somebody who tampers would.
async fn change_audit(folder: &Path, statements: &str) -> Result<(), sqlx::Error> {
    let statements = AssertSqlSafe(statements.to_owned());
    match server() {
        None => {
            let file = folder.join(AUDIT);
            let mut connection = sqlx::SqliteConnection::connect(file.to_str().unwrap()).await?;
            let done = sqlx::raw_sql(statements).execute(&mut connection).await;
            connection.close().await?;
            done.map(|_| ())
        }
        Some(server) => {
            let mut connection = beside(&server, folder).await;
            run(&mut connection, "SET search_path = audit".to_owned()).await?;
            sqlx::raw_sql(statements).execute(&mut connection).await.map(|_| ())
        }
    }
}

/// Takes the guards away first, and the rule that words have events.
async fn tamper(folder: &Path, statements: &str) {
    let open = match server() {
        None => "PRAGMA foreign_keys = OFF; DROP TRIGGER events_never_change; DROP TRIGGER events_never_go; \
                 DROP TRIGGER event_words_never_change; DROP TRIGGER event_words_never_go;"
            .to_owned(),
        Some(_) => "ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE event_words DISABLE TRIGGER USER; \
                    ALTER TABLE event_words DROP CONSTRAINT event_words_position_fkey;"
            .to_owned(),
    };
    change_audit(folder, &format!("{open} {statements}")).await.unwrap();
}

/// What is wrong with the audit, but for guards that are away.
async fn faults(store: &RecordStore) -> Vec<String> {
    let report = store.audit().verify().await.unwrap().unwrap();
    let faults = report.faults.iter().map(ToString::to_string);
    faults.filter(|fault| !fault.starts_with("the guard")).collect()
}

fn event(bench: &Bench, act: Act) -> Event {
    Event::new(bench.at(), act, Who::of(&officer()))
}

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

#[tokio::test]
async fn the_audit_on_the_disk_tells_neither_what_nor_who_nor_by_its_lengths() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    store.entry(&officer(), &id(1)).await.unwrap();
    let refused = Event::new(bench.at(), Act::SignInRefused, Who::Nobody).detail("expired");
    let granted = event(&bench, Act::RoleGranted).about(TWO).detail("victims-and-witnesses");
    store.audit().write(&[refused, granted]).await.unwrap();
    store.close().await;
    let bytes = std::fs::read(folder.path().join(AUDIT)).unwrap();
    let there = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    let pseudonym = store.audit().pseudonym("exercise-0001-1").to_string();
    for hidden in [
        "exercise-0001-1",
        ONE,
        TWO,
        "court",
        "registry",
        "matter-opened",
        "expired",
        "under-seal",
        &pseudonym,
    ] {
        assert!(!there(hidden), "{hidden} stands in the file");
    }
    assert!(there("2026-11-25T10:03:00"), "the search finds what is not hidden");
    let file = folder.path().join(AUDIT);
    let mut connection = sqlx::SqliteConnection::connect(file.to_str().unwrap()).await.unwrap();
    let lengths: Vec<i64> = sqlx::query_scalar("SELECT DISTINCT LENGTH(body) FROM events")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    assert_eq!(lengths.len(), 1, "{lengths:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// Some events of several people, acts, matters and days.
async fn some_events(bench: &Bench, store: &RecordStore) {
    let people = [
        Who::of(&officer()),
        Who::of(&Viewer::of(TWO, Organisation::State("XAA".into()), Role::CentralAuthority, Vec::new()).unwrap()),
        Who::operator("exercise operator"),
        Who::Nobody,
    ];
    let acts = [Act::SignedIn, Act::MatterOpened, Act::RoleGranted];
    for number in 0..24 {
        let mut event = Event::new(bench.at(), acts[number % 3], people[number % 4].clone());
        if event.act == Act::MatterOpened {
            event = event.matter(&format!("exercise-{}", number % 2), Level::Confidential);
        }
        if event.act == Act::RoleGranted {
            event = event.about(if number % 2 == 0 { ONE } else { THREE }).detail("registry");
        }
        store.audit().write(&[event.count(number as u64)]).await.unwrap();
        bench.pass(SignedDuration::from_hours(7));
    }
}

#[tokio::test]
async fn events_are_found_by_each_part_of_a_filter_and_in_pages() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    some_events(&bench, &store).await;
    let audit = store.audit();
    let everything = audit.list(&AuditFilter::default(), None, usize::MAX).await.unwrap();
    assert_eq!(everything.len(), 25);
    assert!(everything.is_sorted_by_key(|event| std::cmp::Reverse(event.position)));
    let matter = audit.pseudonym("exercise-1");
    let (since, until) = (jiff::civil::date(2026, 11, 27), jiff::civil::date(2026, 11, 29));
    let day = |event: &Kept| register::outside::day_in_the_hague(event.at);
    let none = AuditFilter::default;
    type Holds<'a> = &'a dyn Fn(&Kept) -> bool;
    let cases: [(AuditFilter, Holds); 8] = [
        (
            AuditFilter {
                acts: vec![Act::SignedIn, Act::RoleGranted],
                ..none()
            },
            &|event| [Act::SignedIn, Act::RoleGranted].contains(&event.act),
        ),
        (
            AuditFilter {
                account: Some(ONE.into()),
                ..none()
            },
            &|event| event.who.account() == Some(ONE) || event.about.as_deref() == Some(ONE),
        ),
        (
            AuditFilter {
                organisation: Some("state:XAA".into()),
                ..none()
            },
            &|event| event.who.organisation() == Some("state:XAA"),
        ),
        (
            AuditFilter {
                matter: Some(matter.clone()),
                ..none()
            },
            &|event| event.matter.as_ref() == Some(&matter),
        ),
        (
            AuditFilter {
                since: Some(since),
                ..none()
            },
            &|event| day(event) >= since,
        ),
        (
            AuditFilter {
                until: Some(until),
                ..none()
            },
            &|event| day(event) <= until,
        ),
        (
            AuditFilter {
                acts: vec![Act::MatterOpened],
                account: Some(ONE.into()),
                matter: Some(audit.pseudonym("exercise-0")),
                since: Some(since),
                ..none()
            },
            &|event| {
                event.matter.as_ref() == Some(&audit.pseudonym("exercise-0")) && event.who.account() == Some(ONE) && day(event) >= since
            },
        ),
        (
            AuditFilter {
                account: Some(THREE.into()),
                acts: vec![Act::SignedIn],
                ..none()
            },
            &|_| false,
        ),
    ];
    for (number, (filter, holds)) in cases.into_iter().enumerate() {
        let expected: Vec<Kept> = everything.iter().filter(|event| holds(event)).cloned().collect();
        assert_eq!(expected.is_empty(), number == 7, "case {number} tells something");
        assert_eq!(audit.list(&filter, None, usize::MAX).await.unwrap(), expected, "case {number}");
        let mut paged = Vec::new();
        while let [.., last] = &audit
            .list(&filter, paged.last().map(|event: &Kept| event.position), 2)
            .await
            .unwrap()[..]
        {
            let before = paged.last().map(|event: &Kept| event.position);
            let page = audit.list(&filter, before, 2).await.unwrap();
            assert_eq!(page.last(), Some(last));
            paged.extend(page);
        }
        assert_eq!(paged, expected, "case {number} in pages");
    }
}

#[tokio::test]
async fn an_event_is_read_as_it_was_written_after_a_restart_and_a_change_of_the_master_key() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    some_events(&bench, &store).await;
    let (before, pseudonym) = (all(&store).await, store.audit().pseudonym("exercise-1"));
    assert_eq!(before[3].act, Act::RoleGranted);
    assert_eq!((before[3].who.clone(), before[3].count), (Who::operator("exercise operator"), 2));
    assert_eq!((before[3].about.as_deref(), before[3].detail.as_str()), (Some(ONE), "registry"));
    store.change_master_key(&home(folder.path()).await).await.unwrap();
    store.close().await;
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    assert_eq!(all(&store).await, before);
    assert_eq!(store.audit().pseudonym("exercise-1"), pseudonym);
    store.audit().write(&[event(&bench, Act::MasterKeyChanged)]).await.unwrap();
    assert_eq!(faults(&store).await, Vec::<String>::new());
}

#[tokio::test]
async fn instants_never_go_back() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    store.audit().write(&[event(&bench, Act::SystemStarted)]).await.unwrap();
    for at in ["2026-11-25T10:03:05.123456789Z", "2026-11-25T10:02:00Z", "2026-11-25T10:04:00Z"] {
        bench.set(at);
        store.audit().write(&[event(&bench, Act::SignedIn)]).await.unwrap();
    }
    let instants: Vec<String> = all(&store).await.iter().skip(2).map(|event| event.at.to_string()).collect();
    assert_eq!(
        instants,
        ["2026-11-25T10:03:05.123456Z", "2026-11-25T10:03:05.123456Z", "2026-11-25T10:04:00Z"]
    );
}

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

#[tokio::test]
async fn several_programs_that_write_at_once_make_one_unbroken_chain() {
    let folder = Folder::new();
    let bench = Bench::new(1);
    let stores = [
        open(folder.path(), Sort::Exercise, &bench).await,
        open(folder.path(), Sort::Exercise, &bench).await,
        open(folder.path(), Sort::Exercise, &bench).await,
    ];
    let mut writing = Vec::new();
    for store in &stores {
        let (store, bench) = (store.clone(), bench.clone());
        writing.push(tokio::spawn(async move {
            for _ in 0..10 {
                let two = [event(&bench, Act::SignedIn), event(&bench, Act::SignedOut)];
                store.audit().write(&two).await.unwrap();
            }
        }));
    }
    for task in writing {
        task.await.unwrap();
    }
    assert_eq!(all(&stores[0]).await.len(), 61);
    assert_eq!(faults(&stores[1]).await, Vec::<String>::new());
}

/// A sealed matter of the Registry that Chambers may read.
fn shared(number: u64) -> Draft {
    let organ = Reader::Organ;
    let mut draft = sealed(draft(number));
    draft.audience = Audience::of(
        Level::UnderSeal,
        organ(Organ::Registry),
        [organ(Organ::Registry), organ(Organ::Chambers)],
    );
    draft
}

#[tokio::test]
async fn those_from_whom_a_matter_comes_see_who_opened_it_and_others_see_their_own_people() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![shared(1)]).await;
    let matter = "exercise-0001-1";
    let registry = viewer(ONE, Role::Registry, &[matter]);
    let chambers = viewer(TWO, Role::Chambers, &[matter]);
    for reader in [&registry, &chambers, &viewer(THREE, Role::Chambers, &[matter])] {
        store.entry(reader, &id(1)).await.unwrap().unwrap();
    }
    let book = AuditBook::new(store.audit(), bench.clone());
    let by = |events: Vec<Kept>| -> Vec<String> { events.iter().map(|event| event.who.account().unwrap().to_owned()).collect() };
    assert_eq!(by(book.opened(&registry, &store, matter, 100).await.unwrap()), [THREE, TWO, ONE]);
    assert_eq!(by(book.opened(&registry, &store, matter, 2).await.unwrap()), [THREE, TWO]);
    assert_eq!(by(book.opened(&chambers, &store, matter, 100).await.unwrap()), [THREE, TWO]);
    assert_eq!(
        by(book.opened(&Viewer::operator(), &store, matter, 100).await.unwrap()),
        [THREE, TWO, ONE]
    );
    for nobody in [
        viewer(ONE, Role::Registry, &[]),
        viewer(ONE, Role::Prosecutor, &[matter]),
        viewer(ONE, Role::Auditor, &[]),
        Viewer::public(),
    ] {
        let refused = [matter, "exercise-no-such-matter"].map(|matter| book.opened(&nobody, &store, matter, 100));
        for refused in refused {
            assert!(matches!(refused.await, Err(AuditError::NotAllowed)), "{nobody:?}");
        }
    }
}

/// A further entry in the matter of draft 1, of an organ, for these organs.
fn further(number: u64, level: Level, from: Organ, to: &[Organ]) -> Draft {
    let audience = Audience::of(level, Reader::Organ(from), to.iter().copied().map(Reader::Organ));
    Draft {
        matter: draft(1).matter,
        audience,
        ..sealed(draft(number))
    }
}

#[tokio::test]
async fn nobody_learns_by_who_opened_a_matter_that_there_is_something_narrower_in_it() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    let matter = "exercise-0001-1";
    let wide = further(1, Level::Confidential, Organ::Registry, &[Organ::Registry, Organ::Chambers]);
    append(
        &store,
        vec![wide, further(2, Level::UnderSeal, Organ::Chambers, &[Organ::Chambers])],
    )
    .await;
    let registry = viewer(ONE, Role::Registry, &[matter]);
    let chambers = viewer(TWO, Role::Chambers, &[matter]);
    assert_eq!(
        store.entries(&registry, Of::All, None).await.unwrap().len(),
        2,
        "with that of the record"
    );
    assert_eq!(store.entries(&chambers, Of::All, None).await.unwrap().len(), 3);
    // Somebody who was shown the narrower entry alone.
    store
        .entry(&viewer(THREE, Role::Chambers, &[matter]), &id(2))
        .await
        .unwrap()
        .unwrap();
    let opened = [
        in_audit(&store, matter, Level::Confidential),
        in_audit(&store, matter, Level::Confidential),
        in_audit(&store, matter, Level::UnderSeal),
        in_audit(&store, matter, Level::UnderSeal),
    ];
    assert_eq!(told(&store, Act::MatterOpened).await, opened, "each level by itself");
    let book = AuditBook::new(store.audit(), bench.clone());
    let by = async |viewer: &Viewer| -> Vec<(String, Option<Level>)> {
        let opened = book.opened(viewer, &store, matter, 100).await.unwrap();
        let one = |event: Kept| (event.who.account().unwrap().to_owned(), event.level);
        opened.into_iter().map(one).collect()
    };
    let at = |account: &str, level| (account.to_owned(), Some(level));
    let wide = [at(TWO, Level::Confidential), at(ONE, Level::Confidential)];
    assert_eq!(by(&registry).await, wide, "those from whom it comes see what they know of");
    let (narrow, confidential) = (
        [at(THREE, Level::UnderSeal), at(TWO, Level::UnderSeal)],
        at(TWO, Level::Confidential),
    );
    assert_eq!(by(&chambers).await, [&narrow[..], &[confidential]].concat());
    assert_eq!(by(&Viewer::operator()).await.len(), 4);
    // What was opened while it was wider stays told, and what was narrower then is not told by what is now.
    bench.pass(SignedDuration::from_mins(2));
    append(
        &store,
        vec![narrowing(
            3,
            &further(1, Level::Confidential, Organ::Registry, &[Organ::Registry]),
            Level::UnderSeal,
        )],
    )
    .await;
    assert_eq!(by(&registry).await.first(), Some(&at(ONE, Level::UnderSeal)), "asking opened it");
    assert_eq!(by(&registry).await.len(), 3);
}

#[tokio::test]
async fn a_matter_comes_from_those_of_its_first_entry_whoever_sees_it() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    let matter = "exercise-0001-1";
    let hidden = further(1, Level::Confidential, Organ::Prosecutor, &[Organ::Prosecutor]);
    let answer = further(2, Level::Confidential, Organ::Registry, &[Organ::Registry, Organ::Prosecutor]);
    append(&store, vec![hidden, answer]).await;
    let registry = viewer(ONE, Role::Registry, &[matter]);
    let prosecutor = viewer(TWO, Role::Prosecutor, &[matter]);
    let book = AuditBook::new(store.audit(), bench.clone());
    let by = async |viewer: &Viewer| -> Vec<String> {
        let opened = book.opened(viewer, &store, matter, 100).await.unwrap();
        opened.iter().map(|event| event.who.account().unwrap().to_owned()).collect()
    };
    assert_eq!(by(&prosecutor).await, [TWO]);
    assert_eq!(by(&registry).await, [ONE], "the first entry that they see is not the first one");
    assert_eq!(by(&prosecutor).await, [ONE, TWO]);
}

#[tokio::test]
async fn an_auditor_and_the_operator_read_the_audit_and_nobody_else_does() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    some_events(&bench, &store).await;
    let book = AuditBook::new(store.audit(), bench.clone());
    let filter = AuditFilter::default();
    let administrator = viewer(ONE, Role::Administrator, &[]);
    for nobody in [Viewer::public(), officer(), administrator] {
        let refused = book.page(&nobody, &filter, None, 10).await;
        assert!(matches!(refused, Err(AuditError::NotAllowed)), "{nobody:?}");
    }
    let page = book.page(&Viewer::operator(), &filter, None, 10).await.unwrap();
    assert_eq!((page.events.len(), page.next), (10, Some(15)));
    let auditor = viewer(TWO, Role::Auditor, &[]);
    let first = book.page(&auditor, &filter, None, 20).await.unwrap();
    assert_eq!(first.events[0].act, Act::AuditRead, "that the audit is read stands in it");
    assert_eq!(first.events[0].who, Who::of(&auditor));
    let second = book.page(&auditor, &filter, first.next, 20).await.unwrap();
    assert_eq!((second.events.len(), second.next), (6, None));
}

#[tokio::test]
async fn whichever_page_of_the_audit_is_read_that_stands_in_it_once_within_five_minutes() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    some_events(&bench, &store).await;
    let book = AuditBook::new(store.audit(), bench.clone());
    let read = async |account: &str, before: Option<u64>| {
        let auditor = viewer(account, Role::Auditor, &[]);
        book.page(&auditor, &AuditFilter::default(), before, 5).await.unwrap();
        told(&store, Act::AuditRead).await.len()
    };
    assert_eq!(read(ONE, Some(u64::MAX >> 1)).await, 1, "a place beyond the end leaves a trace");
    assert_eq!(read(ONE, Some(20)).await, 1);
    assert_eq!(read(ONE, None).await, 1);
    assert_eq!(read(TWO, Some(20)).await, 2, "another person is told");
    bench.pass(SignedDuration::from_mins(5));
    assert_eq!(read(ONE, Some(20)).await, 3);
    bench.pass(SignedDuration::from_mins(-2));
    assert_eq!(read(ONE, Some(20)).await, 4, "a clock that was put back hides nothing");
}

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

const FOLDER: &str = "COMITY_TEST_FOLDER";

/// The other process: writes events until it is killed, and says how many are durable.
#[tokio::test]
#[ignore = "started by the test below as a process of its own"]
async fn the_process_that_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let bench = Bench::new(7);
    let store = open(folder.as_ref(), Sort::Exercise, &bench).await;
    let mut out = std::io::stdout();
    loop {
        store.audit().write(&[event(&bench, Act::SignedIn)]).await.unwrap();
        out.write_all(b"durable\n").unwrap();
        out.flush().unwrap();
    }
}

#[tokio::test]
async fn what_was_durable_before_a_kill_is_there_and_the_audit_verifies() {
    let folder = Folder::new();
    let bench = Bench::new(1);
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    let rounds = if std::env::var_os("COMITY_LONG").is_some() { 100 } else { 8 };
    let mut durable = 0;
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "the_process_that_is_killed",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(120 + 37 * (round % 8)));
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(!child.wait().unwrap().success(), "the process ended by itself");
        durable += said.split_inclusive('\n').filter(|line| line.ends_with("durable\n")).count();
        let written = told(&store, Act::SignedIn).await.len();
        assert!(written >= durable, "round {round}: {durable} were durable, {written} are there");
        assert_eq!(faults(&store).await, Vec::<String>::new(), "round {round}");
    }
    assert!(durable > 20, "only {durable} events in {rounds} rounds");
}
