//! Who reads the audit, and what they learn of others.

use super::{ONE, THREE, TWO, in_audit, officer, some_events, told, viewer};
use crate::common::*;
use access::{Role, Viewer};
use jiff::SignedDuration;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::Draft;
use register::audit::{Act, AuditBook, AuditError, AuditFilter, Kept, Who};
use register::port::{Of, Store};
use store::Sort;

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
