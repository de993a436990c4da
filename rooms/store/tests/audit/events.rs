//! Events as they are kept, and how they are found again.

use super::{ONE, THREE, TWO, all, event, faults, officer, some_events};
use crate::common::*;
use register::audit::{Act, Audit, AuditFilter, Event, Kept, Who};
use register::port::Store;
use sqlx::Connection;
use store::{AUDIT, Sort};

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
