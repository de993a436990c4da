#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::texts::Texts;
use register::directory::StateRef;
use register::view::model::{DatedFact, FileEvent, Particulars, PersonRef};
use std::sync::Arc;

fn changes(told: Vec<Told>) -> Changes {
    let recorded = "2026-11-25T11:04:00Z".parse().unwrap();
    let change = |(number, told)| Change {
        entry: format!("{number:032x}"),
        recorded,
        told,
    };
    Changes {
        origin: "exercise".into(),
        exercise: true,
        updated: recorded,
        changes: told.into_iter().enumerate().map(change).collect(),
    }
}

fn event(person: &str) -> Event {
    Event {
        date: DatedFact {
            on: "2013-10-02".into(),
            counts_on: None,
            verified: false,
            others: vec![],
            entry: String::new(),
            hash: String::new(),
            level: record::audience::Level::Public,
        },
        act: "person.surrendered".into(),
        what: None,
        person: Some(PersonRef {
            id: "exercise-0001".into(),
            name: person.into(),
        }),
        situation: Some(register::view::model::SituationRef {
            no: "exercise-01/26".into(),
            name: "Exercise A".into(),
        }),
        state: None,
        file: None,
        particulars: Particulars::default(),
    }
}

fn written(lang: Lang, told: Vec<Told>) -> String {
    feed(&Words::new(&Arc::new(Texts::load()), lang), &changes(told))
}

/// Asserts that each tag that opens is closed, in order, and that no sign stands bare.
fn check_well_formed(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in xml.split('<').skip(1) {
        let (tag, words) = part.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        match tag {
            _ if tag.starts_with('?') || tag.ends_with('/') => {}
            _ if tag.starts_with('/') => assert_eq!(open.pop(), Some(name), "{xml}"),
            _ => open.push(name),
        }
        for sign in words.split('&').skip(1) {
            assert!(
                ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| sign.starts_with(known)),
                "{sign}"
            );
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_hostile_name_opens_no_tag_and_leaves_no_attribute() {
    let feed = written(Lang::En, vec![Told::New(Box::new(event("<b>\"Exercise\" & 'One'\u{7}</b>")))]);
    check_well_formed(&feed);
    assert!(
        feed.contains(
            "<title>&lt;b&gt;&quot;Exercise&quot; &amp; &#39;One&#39;&lt;/b&gt;: surrendered to the Court, on 2 October 2013</title>"
        ),
        "{feed}"
    );
    assert!(
        feed.contains("<summary>No source that was read gives this date yet.</summary>"),
        "{feed}"
    );
}

#[test]
fn an_act_in_a_file_is_told_with_its_state_and_leads_to_its_row() {
    let mut event = event("");
    (event.person, event.situation) = (None, None);
    event.act = "treaty.signed".into();
    event.file = Some(FileEvent {
        file: "rome_statute".into(),
        id: "rome-statute-xaa".into(),
        states: vec![StateRef {
            code: "XAA".into(),
            name_en: "Exercise Republic".into(),
            name_fr: "République d’exercice".into(),
        }],
        title: None,
    });
    let english = written(Lang::En, vec![Told::Corrected(Box::new(event.clone()))]);
    assert!(
        english.contains("<title>Corrected: Exercise Republic: Rome Statute signed, on 2 October 2013</title>"),
        "{english}"
    );
    assert!(english.contains("href=\"/en/file/rome-statute-xaa\""), "{english}");
    let french = written(Lang::Fr, vec![Told::TakenBack(Box::new(event))]);
    assert!(french.contains("<title>Retiré\u{a0}: République d’exercice"), "{french}");
    check_well_formed(&french);
}

#[test]
fn a_feed_without_changes_is_a_feed() {
    let feed = written(Lang::Fr, vec![]);
    check_well_formed(&feed);
    assert!(!feed.contains("<entry>"));
    assert!(feed.contains("<updated>2026-11-25T11:04:00.000000Z</updated>"), "{feed}");
}

#[test]
fn feeds_of_two_languages_and_two_records_have_names_of_their_own() {
    let id = |lang, origin: &str| {
        let mut changes = changes(vec![]);
        changes.origin = origin.into();
        feed_id(lang, &changes)
    };
    let names = [id(Lang::En, "exercise"), id(Lang::Fr, "exercise"), id(Lang::En, "exercise-2")];
    assert!(names[0] != names[1] && names[0] != names[2]);
    assert_eq!(
        urn("00112233445566778899aabbccddeeff"),
        "urn:uuid:00112233-4455-6677-8899-aabbccddeeff"
    );
}
