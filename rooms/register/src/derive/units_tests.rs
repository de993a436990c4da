//! Whose rows an entry can change.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use record::audience::Audience;
use record::entry::{Author, EntryId};
use record::json::Object;
use record::when::When;

fn about(matter: &str, kind: &str, subjects: &[&str]) -> Draft {
    Draft {
        id: EntryId::from_bytes([1; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::Unknown,
        author: Author::Officer("exercise".into()),
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: None,
        corrects: None,
        about: subjects.iter().map(|text| Subject::parse(text).unwrap()).collect(),
        attachments: Vec::new(),
        body: Object::new(),
    }
}

#[track_caller]
fn check(matter: &str, kind: &str, subjects: &[&str], expected: &[&str]) {
    let texts: Vec<String> = units(&about(matter, kind, subjects)).iter().map(Unit::text).collect();
    assert_eq!(texts, expected, "{kind} in {matter}");
}

#[test]
fn an_act_concerns_each_person_whom_it_is_about_and_not_the_state_that_did_it() {
    let subjects = [
        "person:exercise-1",
        "situation:XEX-01/20",
        "state:XAA",
        "person:exercise-2",
        "person:exercise-1",
    ];
    check(
        "exercise-1-1",
        kinds::WARRANT_EXECUTED,
        &subjects,
        &["person:exercise-1", "person:exercise-2"],
    );
    check("person-exercise-1", kinds::PERSON_NAMED, &subjects[..1], &["person:exercise-1"]);
}

#[test]
fn a_row_of_a_file_concerns_its_states_and_its_matter_and_no_person() {
    check(
        "finding-exercise-1",
        kinds::FINDING,
        &["state:XAA", "person:exercise-1"],
        &["state:XAA", "matter:finding-exercise-1"],
    );
    check(
        "referral-exercise-1",
        kinds::REFERRAL,
        &["state:XAA", "state:XAB"],
        &["state:XAA", "state:XAB", "matter:referral-exercise-1"],
    );
    check("resolution-exercise-1", kinds::RESOLUTION, &[], &["matter:resolution-exercise-1"]);
    check("state-xaa", kinds::STATE_NAMED, &["state:XAA"], &["state:XAA", "matter:state-xaa"]);
}

#[test]
fn what_is_said_about_an_entry_changes_nobodys_rows() {
    let entry = format!("entry:{}", EntryId::from_bytes([2; 16]));
    for kind in SAID_OF_ENTRIES {
        check("exercise-1-1", kind, &["person:exercise-1", &entry], &[]);
        check("finding-exercise-1", kind, &["state:XAA", "person:exercise-1", &entry], &[]);
    }
}

#[test]
fn a_remark_concerns_the_persons_or_the_row_of_a_file_that_its_words_lead_to() {
    let entry = format!("entry:{}", EntryId::from_bytes([2; 16]));
    check(
        "exercise-1-1",
        kinds::REMARK,
        &["person:exercise-1", &entry],
        &["person:exercise-1"],
    );
    check(
        "finding-exercise-1",
        kinds::REMARK,
        &["state:XAA", &entry],
        &["matter:finding-exercise-1"],
    );
}

#[test]
fn the_kind_decides_and_not_a_matter_that_begins_like_that_of_a_file() {
    check("law-1", kinds::WARRANT_ISSUED, &["person:law"], &["person:law"]);
    check("exercise-1-1", kinds::FINDING, &["state:XAA"], &[]);
}

#[test]
fn every_matter_that_is_a_unit_begins_as_a_rebuild_looks_for_it() {
    let derive = UnderLaw(Arc::new(law::Pack::rome_statute().unwrap()));
    let beginnings = derive.matters();
    for file in FILES {
        let matter = format!("{}-exercise", file.matter);
        let kind = file.kinds().next().unwrap();
        assert!(
            units(&about(&matter, kind, &[])).contains(&Unit::Matter(matter.clone())),
            "{matter}"
        );
        assert!(beginnings.iter().any(|beginning| matter.starts_with(beginning)), "{matter}");
    }
    let mut told = told_request();
    assert_eq!(units(&told), [Unit::Matter(told.matter.clone())]);
    assert!(beginnings.iter().any(|beginning| told.matter.starts_with(beginning)));
    assert_eq!(beginnings.len(), FILES.len() + 1);
    // What an officer did in a request is nobody's row: it is found by whoever may see it.
    told.author = Author::Officer("Exercise officer".to_owned());
    assert_eq!(units(&told), []);
}

/// An act in a request, as the pack of the public record tells it.
fn told_request() -> Draft {
    let matter = format!("request-{}", "0".repeat(32));
    let mut draft = about(&matter, "request.executed", &["state:XAA", "person:exercise-1"]);
    draft.author = Author::Pack("public-record".to_owned());
    draft.body = Object::new().text("told_in", "exercise-1");
    draft
}

#[test]
fn a_unit_is_read_back_from_its_text_and_nothing_else_is_one() {
    for text in ["person:kony", "state:FRA", "matter:finding-sdn-2010-05-25", "person:a:b"] {
        assert_eq!(Unit::parse(text).unwrap().text(), text);
    }
    for text in ["", "kony", "person:", "situation:ICC-02/04", "entry:1", "Person:kony"] {
        assert_eq!(Unit::parse(text), None, "{text}");
    }
    // Lists ask by these texts for what entries are about.
    for subject in [Subject::Person("kony".into()), Subject::State("FRA".into())] {
        assert_eq!(Unit::parse(&subject.text()).unwrap().text(), subject.text());
    }
}
