//! How entries come in and are read back.

use crate::common::*;
use access::Viewer;
use jiff::{SignedDuration, ToSpan};
use record::entry::{Corrects, Subject};
use register::port::{Of, Proof, Store, StoreError};
use store::{RecordStore, Sort};

#[tokio::test]
async fn a_new_folder_begins_a_record_that_says_what_it_fixed() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    assert!(store.is_fresh().await.unwrap());
    let genesis = store.genesis().await.unwrap();
    assert!(genesis.exercise && genesis.origin.starts_with("comity-") && genesis.origin.len() == 23);
    let first = store.entries(&Viewer::public(), Of::All, None).await.unwrap();
    assert_eq!(first.len(), 1);
    assert_eq!((first[0].entry.kind.as_str(), first[0].position), ("record.begun", 0));
    assert_eq!(
        first[0].entry.body.get_text("verifier_key"),
        Some(store.verifier_key_text().as_str())
    );
    assert_eq!(store.last_recorded(&Viewer::public()).await.unwrap(), genesis.began);
    store.close().await;
    let again = open(folder.path(), Sort::Real, &bench).await;
    assert_eq!(again.genesis().await.unwrap(), genesis, "a record keeps what it is");
}

#[tokio::test]
async fn what_is_appended_is_read_back_by_id_matter_kind_subject_and_chain_in_the_order_of_recording() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let mut second = draft(2);
    second.about.push(person("exercise-0001"));
    second.about.push(Subject::State("XAA".into()));
    second.kind = "person.surrendered".into();
    let corrected = correction(3, &draft(1), &id(1));
    let first = append(&store, vec![draft(1)]).await;
    let rest = append(&store, vec![second, corrected]).await;
    let all = [first.clone(), rest.clone()].concat();
    assert_eq!(all.iter().map(|e| e.position).collect::<Vec<_>>(), [1, 2, 3]);
    let viewer = Viewer::public();
    for entry in &all {
        assert_eq!(store.entry(&viewer, &entry.entry.id).await.unwrap().as_ref(), Some(entry));
    }
    let ask = async |of| store.entries(&viewer, of, None).await.unwrap();
    assert_eq!(ask(Of::All).await[1..], all);
    let matters = |numbers: &[&str]| Of::Matters(numbers.iter().map(|number| format!("exercise-{number}-1")).collect());
    assert_eq!(ask(matters(&["0002"])).await, rest[..1]);
    assert_eq!(ask(matters(&["0002", "0001", "0009"])).await, all);
    assert_eq!(ask(matters(&[])).await, []);
    let kinds = |kinds: &[&str]| Of::Kinds(kinds.iter().map(|kind| (*kind).to_owned()).collect());
    assert_eq!(ask(kinds(&["warrant.issued"])).await, [first[0].clone(), rest[1].clone()]);
    assert_eq!(ask(kinds(&["person.surrendered", "warrant.issued"])).await, all);
    assert_eq!(ask(Of::About(vec![person("exercise-0002"), person("exercise-0001")])).await, all);
    assert_eq!(ask(Of::About(vec![Subject::State("XAA".into())])).await, rest[..1]);
    assert_eq!(ask(Of::Chain(id(1))).await, [first[0].clone(), rest[1].clone()]);
    assert_eq!(ask(Of::About(vec![])).await, []);
    assert!(store.entry(&viewer, &id(9)).await.unwrap().is_none());
}

#[tokio::test]
async fn an_entry_about_subjects_of_many_chunks_comes_once_and_in_order() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let mut both = draft(1);
    both.about.push(person("exercise-0900"));
    let written = append(&store, vec![draft(900), both, draft(3)]).await;
    let subjects = (0..1000).map(|n| person(&format!("exercise-{n:04}"))).collect();
    assert_eq!(store.entries(&Viewer::public(), Of::About(subjects), None).await.unwrap(), written);
}

#[tokio::test]
async fn known_by_is_a_prefix_of_the_record() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    let mut all = Vec::new();
    for number in 1..5 {
        all.extend(append(&store, vec![draft(number)]).await);
        bench.pass(SignedDuration::from_secs(1));
    }
    for until in 0..all.len() {
        let known_by = all[until].entry.recorded;
        let seen = store
            .entries(&Viewer::public(), Of::Kinds(vec!["warrant.issued".into()]), Some(known_by))
            .await
            .unwrap();
        assert_eq!(seen, all[..=until]);
        let before = known_by.checked_sub(1.microsecond()).unwrap();
        let seen = store
            .entries(&Viewer::public(), Of::Kinds(vec!["warrant.issued".into()]), Some(before))
            .await
            .unwrap();
        assert_eq!(seen, all[..until]);
    }
}

#[tokio::test]
async fn the_newest_entries_of_some_kinds_come_newest_first_and_by_pages() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let first = append(&store, vec![draft(1), draft(2)]).await;
    let mut other = draft(3);
    other.kind = "remark.added".into();
    append(&store, vec![other]).await;
    let hidden = append(&store, vec![restricted(draft(4))]).await;
    let last = append(&store, vec![draft(5)]).await;
    let kinds = ["warrant.issued"];
    let public = Viewer::public();
    let seen = store.latest(&public, &kinds, None, 2).await.unwrap();
    assert_eq!(
        seen,
        [last[0].clone(), first[1].clone()],
        "neither another kind nor what is not public"
    );
    let seen = store.latest(&public, &kinds, Some(first[1].position), 2).await.unwrap();
    assert_eq!(seen, [first[0].clone()]);
    let seen = store.latest(&Viewer::operator(), &kinds, None, 2).await.unwrap();
    assert_eq!(seen, [last[0].clone(), hidden[0].clone()], "levels are merged");
}

#[tokio::test]
async fn recorded_never_goes_back_nor_stands_still_when_the_clock_does() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    let first = append(&store, vec![draft(1)]).await;
    bench.set("2020-01-01T00:00:00Z");
    let second = append(&store, vec![draft(2)]).await;
    assert_eq!(
        second[0].entry.recorded,
        first[0].entry.recorded.checked_add(1.microsecond()).unwrap()
    );
}

#[tokio::test]
async fn the_public_sees_public_matter_only_and_appends_nothing() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let public_last = store.last_recorded(&Viewer::public()).await.unwrap();
    let hidden = append(&store, vec![restricted(draft(2))]).await;
    let (public, operator) = (Viewer::public(), Viewer::operator());
    assert!(store.entry(&public, &id(2)).await.unwrap().is_none());
    assert!(store.proof(&public, &id(2)).await.unwrap().is_none());
    assert_eq!(store.entry(&operator, &id(2)).await.unwrap().as_ref(), Some(&hidden[0]));
    assert_eq!(store.entries(&public, Of::All, None).await.unwrap().len(), 2);
    assert_eq!(store.entries(&operator, Of::All, None).await.unwrap().len(), 3);
    assert_eq!(store.last_recorded(&public).await.unwrap(), public_last);
    assert_eq!(store.last_recorded(&operator).await.unwrap(), hidden[0].entry.recorded);
    let refused = store.append(&public, vec![draft(3)], false).await.unwrap_err();
    assert!(refused.to_string().contains("may not add"), "{refused}");
}

/// Appends to a record that holds entries 1 (public) and 2 (restricted), and expects a refusal.
async fn check_refused(drafts: Vec<record::entry::Draft>, sort: Sort, why: &str) {
    let (_folder, _, store) = fresh(sort).await;
    if sort == Sort::Exercise {
        append(&store, vec![draft(1), restricted(draft(2)), correction(10, &draft(1), &id(1))]).await;
    }
    let before = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    let error = store.append(&Viewer::operator(), drafts, false).await.unwrap_err();
    assert!(matches!(error, StoreError::Refused(_)), "{error:?}");
    assert!(error.to_string().contains(why), "{error}");
    assert_eq!(
        store.entries(&Viewer::operator(), Of::All, None).await.unwrap(),
        before,
        "nothing is written"
    );
}

#[tokio::test]
async fn refused_are_ids_that_are_taken() {
    check_refused(vec![draft(1)], Sort::Exercise, "this id is taken").await;
    check_refused(vec![draft(3), draft(3)], Sort::Exercise, "stands twice").await;
    check_refused(vec![draft(4), draft(2)], Sort::Exercise, "this id is taken").await;
}

#[tokio::test]
async fn refused_are_references_to_what_is_missing_later_or_narrower() {
    let about = |number, other| {
        let mut draft = draft(number);
        draft.about.push(Subject::Entry(id(other)));
        draft
    };
    check_refused(vec![about(3, 77)], Sort::Exercise, "not in the record before it").await;
    check_refused(vec![about(3, 4), draft(4)], Sort::Exercise, "not in the record before it").await;
    check_refused(vec![about(3, 2)], Sort::Exercise, "narrower than this one").await;
    check_refused(vec![correction(3, &draft(2), &id(2))], Sort::Exercise, "narrower than this one").await;
}

#[tokio::test]
async fn allowed_are_references_to_what_is_as_wide_and_to_entries_before_in_the_same_batch() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1), restricted(draft(2))]).await;
    let mut narrow = restricted(draft(3));
    narrow.about.extend([Subject::Entry(id(1)), Subject::Entry(id(2))]);
    let mut later = draft(5);
    later.about.push(Subject::Entry(id(4)));
    append(
        &store,
        vec![
            narrow,
            draft(4),
            later,
            correction(6, &draft(4), &id(4)),
            correction(7, &draft(4), &id(6)),
        ],
    )
    .await;
}

#[tokio::test]
async fn refused_are_corrections_of_a_correction_and_of_another_chain() {
    let mut wrong = correction(3, &draft(1), &id(10));
    wrong.corrects = wrong.corrects.map(|c| Corrects { first: id(10), ..c });
    check_refused(vec![wrong], Sort::Exercise, "the first of the chain").await;
    let other = correction(5, &draft(1), &id(4));
    check_refused(vec![draft(4), other], Sort::Exercise, "not a version of").await;
}

#[tokio::test]
async fn refused_are_a_second_beginning_and_malformed_drafts() {
    let mut genesis = draft(3);
    genesis.kind = "record.begun".into();
    check_refused(vec![genesis], Sort::Exercise, "begun already").await;
    let mut malformed = draft(3);
    malformed.matter = "Not a matter".into();
    check_refused(vec![malformed], Sort::Exercise, "matter").await;
}

#[tokio::test]
async fn a_real_record_refuses_exercise_matter() {
    for subject in [
        person("exercise-0001"),
        Subject::State("XAA".into()),
        Subject::State("XZZ".into()),
        Subject::Situation("exercise-1".into()),
        Subject::Case("exercise-1".into()),
    ] {
        let mut draft = draft(1);
        draft.about = vec![subject];
        check_refused(vec![draft], Sort::Real, "belongs to exercises").await;
    }
}

#[tokio::test]
async fn a_correction_that_did_not_see_the_newest_version_has_lost_the_race() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    append(&store, vec![correction(2, &draft(1), &id(1))]).await;
    let late = store
        .append(&Viewer::operator(), vec![correction(3, &draft(1), &id(1))], false)
        .await;
    assert!(matches!(late, Err(StoreError::Raced)), "{late:?}");
    append(&store, vec![correction(4, &draft(1), &id(2))]).await;
    let twice = vec![correction(5, &draft(1), &id(4)), correction(6, &draft(1), &id(4))];
    let twice = store.append(&Viewer::operator(), twice, false).await;
    assert!(matches!(twice, Err(StoreError::Raced)), "{twice:?}");
}

#[tokio::test]
async fn of_two_writers_who_correct_the_same_version_one_wins() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let other = open(folder.path(), Sort::Exercise, &bench).await;
    append(&store, vec![draft(1)]).await;
    let operator = Viewer::operator();
    let (a, b) = tokio::join!(
        store.append(&operator, vec![correction(2, &draft(1), &id(1))], false),
        other.append(&operator, vec![correction(3, &draft(1), &id(1))], false),
    );
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    assert!(matches!(a.and(b), Err(StoreError::Raced)));
}

#[tokio::test]
async fn two_stores_on_one_folder_append_beside_each_other_without_loss() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let other = open(folder.path(), Sort::Exercise, &bench).await;
    let many = async |store: &RecordStore, from: u64| {
        for number in from..from + 40 {
            append(store, vec![draft(number)]).await;
        }
    };
    tokio::join!(many(&store, 100), many(&other, 200));
    let all = store.entries(&Viewer::public(), Of::All, None).await.unwrap();
    assert_eq!(all.len(), 81);
    assert!(all.windows(2).all(|pair| pair[0].entry.recorded < pair[1].entry.recorded));
}

#[tokio::test]
async fn a_proof_comes_with_the_next_mark_and_verifies_by_itself() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1), draft(2)]).await;
    let viewer = Viewer::public();
    let early = store.proof(&viewer, &id(1)).await.unwrap();
    assert_eq!(early, Some(Proof::From("2026-11-25T10:10:00Z".parse().unwrap())));
    assert_eq!(store.tick_due().await.unwrap(), 0);
    bench.set("2026-11-25T10:10:00Z");
    assert_eq!(store.tick_due().await.unwrap(), 1);
    let (_, key) = record::checkpoint::parse_verifier_key(&store.verifier_key_text()).unwrap();
    for number in [1, 2] {
        let Some(Proof::Ready(text)) = store.proof(&viewer, &id(number)).await.unwrap() else {
            panic!("no proof")
        };
        record::proof::Proof::parse(&text).unwrap().verify(&key).unwrap();
    }
    let checkpoint = store.checkpoint().await.unwrap();
    let read = record::checkpoint::Checkpoint::parse_and_verify(&checkpoint.text, &key).unwrap();
    assert_eq!((read.size, read.root), (1, checkpoint.root));
    assert_eq!(checkpoint.mark, "2026-11-25T10:10:00Z".parse().unwrap());
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let error = try_open_file(&file.join("within"), Sort::Real, &Bench::new(1)).await.err().unwrap();
    assert!(error.to_string().contains("within"), "{error}");
}
