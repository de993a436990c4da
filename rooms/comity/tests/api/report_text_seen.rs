//! Texts of reports of what is not public: their level, their figures, and under seal who may know of them.

use crate::browser::Browser;
use crate::house::House;
use crate::matters::opened;
use crate::report_text::{approved, begun, exported, house, issued, officer, over, written};
use crate::request_signature::{come_in, passkey, post};
use crate::request_walk::shows;
use access::{Organisation, Role, Viewer};
use identity::account::AccountId;
use identity::people::Actor;
use record::entry::Author;
use register::matter::{Addition, AudienceWords};

/// A warrant of the Prosecutor's against a person of the exercise, under a level and for these readers: its matter.
async fn warrant(house: &House, by: &AccountId, person: &str, (level, list): (&str, &str)) -> String {
    let addition = Addition {
        matter: None,
        kind: "warrant.issued".into(),
        effective: "2026-02-01".into(),
        about: vec![format!("person:{person}"), "situation:exercise-01/26".into()],
        set: vec![("situation".into(), "Exercise A".into())],
        audience: AudienceWords {
            level: level.into(),
            list: vec![list.into()],
            left_out: Vec::new(),
            originator: Some("organ:prosecutor".into()),
        },
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        author: Author::Account(by.to_string()),
    };
    let viewer = Viewer::of(&by.to_string(), Organisation::Court, Role::Prosecutor, Vec::new()).unwrap();
    house.register.add(&viewer, &addition).await.unwrap().entry.matter.clone()
}

/// How many persons are named, as a text with the figure shows it to somebody.
async fn counted(browser: &mut Browser<'_>, text: &str) -> u32 {
    let page = browser.get(text).await.text();
    let line = page.split("Of <a href=\"#figure-").nth(1).unwrap_or_else(|| panic!("{page}"));
    line.split('>').nth(1).unwrap().split('<').next().unwrap().parse().unwrap()
}

const COUNTED: [&str; 2] = ["Observations", "Of {named} persons."];

/// Begins a text of what is not public, with the figure.
async fn begun_of_seen(browser: &mut Browser<'_>) -> String {
    let begun = browser.post("/en/reports/pledges", &[("act", "text"), ("of", "seen")]).await;
    let text = begun.header("location").to_owned();
    assert!(text.starts_with("/en/report-text/"), "{} {}", begun.status, begun.text());
    assert_eq!(written(browser, &text, COUNTED, "save").await.status, 303);
    text
}

#[tokio::test]
async fn a_text_of_what_is_not_public_has_its_level_and_is_issued_for_the_organ_alone() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let opener = house.sign_in("Exercise opener", &[(Organisation::Court, Role::Prosecutor)]).await;
    opened(&house, &opener, "confidential", &["organ:prosecutor"]).await;
    let [mut one, mut two, mut three, mut four] = ["one", "two", "three", "four"].map(passkey);
    let mut writes = come_in(&house, "Exercise One", &prosecutor, &mut one).await.1;
    let mut reads = come_in(&house, "Exercise Two", &prosecutor, &mut two).await.1;
    let mut registry = officer(&house, "Exercise Three", &mut three).await;
    let (report, reports) = ("/en/reports/pledges", house.get("/en/reports").await);
    // The same words, for the public in the Registry and for what the Prosecutor may know: each has its own answer.
    let public = begun(&mut registry, report).await;
    written(&mut registry, &public, COUNTED, "save").await;
    let text = begun_of_seen(&mut writes).await;
    assert_eq!(counted(&mut writes, &text).await, counted(&mut registry, &public).await + 1);
    shows(&writes.get(&text).await.text(), &["class=\"lv confidential\""]);
    assert_eq!(registry.get(&text).await.status, 404, "of another organ");
    // Whoever takes nothing along writes nothing of it either: what they read would be less than what colleagues do.
    let mut unit = come_in(&house, "Exercise Four", &post(Role::VictimsAndWitnesses), &mut four)
        .await
        .1;
    let refused = unit.post(report, &[("act", "text"), ("of", "seen")]).await;
    assert_eq!((refused.status.as_u16(), refused.header("location")), (303, report));
    // It is not issued without a ground, so nobody reviews it before there is one.
    let (from, _) = over(&writes.get(&text).await.text());
    let refused = writes.post(&text, &[("from", &from), ("act", "submit")]).await;
    assert_eq!(refused.status, 400);
    assert_eq!(approved(&mut reads, &text).await.status, 400);
    shows(&refused.text(), &["Give the ground on which the report is not public"]);
    writes
        .post(&text, &[("from", &from), ("basis", "Exercise decision 1"), ("act", "submit")])
        .await;
    assert_eq!(approved(&mut reads, &text).await.status, 303);
    assert_eq!(
        exported(&house).await,
        Vec::<String>::new(),
        "to look at it is not to take it along"
    );
    let edition = issued(&mut writes, &text, &mut one).await;
    assert_eq!(exported(&house).await, ["report"]);
    shows(
        &reads.get(&edition).await.text(),
        &["Observations", "The signature holds", "class=\"lv confidential\""],
    );
    assert_eq!(house.get("/en/reports").await, reports);
    assert_eq!(registry.get(&edition).await.status, 404);
}

#[tokio::test]
async fn whoever_writes_reviews_and_issues_a_text_reads_the_same_figures() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let (mut key, mut other) = (passkey("one"), passkey("two"));
    let (one, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let (two, mut reads) = come_in(&house, "Exercise Two", &prosecutor, &mut other).await;
    warrant(&house, &one, "exercise-0001", ("confidential", "organ:prosecutor")).await;
    let text = begun_of_seen(&mut writes).await;
    let count = counted(&mut writes, &text).await;
    // What only one of them may know is in none of their figures, on whichever side it is.
    warrant(&house, &one, "exercise-0002", ("confidential", &format!("person:{one}"))).await;
    warrant(&house, &two, "exercise-0003", ("under-seal", "organ:prosecutor")).await;
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count, count)
    );
    // Each knows more by themselves.
    for (browser, person) in [(&mut writes, "exercise-0002"), (&mut reads, "exercise-0003")] {
        assert_eq!(browser.get(&format!("/en/person/{person}")).await.status, 200, "{person}");
    }
    warrant(&house, &two, "exercise-0004", ("confidential", "organ:prosecutor")).await;
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count + 1, count + 1)
    );
}

#[tokio::test]
async fn the_level_of_a_text_tells_no_colleague_of_what_whoever_began_it_alone_may_know() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let (mut key, mut other) = (passkey("one"), passkey("two"));
    let (one, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let mut reads = come_in(&house, "Exercise Two", &prosecutor, &mut other).await.1;
    warrant(&house, &one, "exercise-0001", ("confidential", &format!("person:{one}"))).await;
    let text = begun_of_seen(&mut writes).await;
    let page = reads.get(&text).await.text();
    shows(&page, &["<b>Restricted</b>"]);
    assert!(!page.contains("Confidential"));
}

#[tokio::test]
async fn under_seal_a_figure_of_a_text_counts_what_all_have_who_were_named_in_it() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let (mut key, mut other) = (passkey("one"), passkey("two"));
    let (one, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let (two, mut reads) = come_in(&house, "Exercise Two", &prosecutor, &mut other).await;
    let matter = warrant(&house, &one, "exercise-0001", ("under-seal", "organ:prosecutor")).await;
    let text = begun_of_seen(&mut writes).await;
    let count = counted(&mut writes, &text).await;
    // A colleague who does not have the matter: it is in the figures of neither, and nothing tells that it is there.
    writes.post(&format!("{text}/people"), &[("account", &two.to_string())]).await;
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count - 1, count - 1)
    );
    let operator = Actor::operator("exercise");
    house.people.assign(&operator, &two, &matter, None).await.unwrap();
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count, count)
    );
    // What is taken from one of them is out of the figures of both.
    house.people.end_assignment(&operator, &one, &matter, "exercise").await.unwrap();
    assert_eq!(counted(&mut reads, &text).await, count - 1);
}

#[tokio::test]
async fn under_seal_a_text_is_there_for_whoever_began_it_and_the_colleagues_whom_they_name() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let mut key = passkey("one");
    let (account, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let mut other = passkey("two");
    let (colleague, mut reads) = come_in(&house, "Exercise Two", &prosecutor, &mut other).await;
    warrant(&house, &account, "exercise-0001", ("under-seal", "organ:prosecutor")).await;
    let text = begun_of_seen(&mut writes).await;
    assert_eq!(reads.get(&text).await.status, 404);
    assert_eq!(reads.get(&format!("{text}/people")).await.status, 404);
    let named = writes.post(&format!("{text}/people"), &[("account", &colleague.to_string())]).await;
    assert_eq!(named.header("location"), format!("{text}/people"));
    shows(&reads.get(&text).await.text(), &["Observations", "<b>Under seal</b>"]);
}
