//! What each page tells the audit: a matter is opened by whoever is shown something of it, and only those figures are
//! seen that were made.

use crate::house::{House, Person};
use access::{Organisation, Role, Viewer};
use record::entry::Author;
use register::Register;
use register::audit::{Act, AuditFilter};
use register::matter::{Addition, AudienceWords};

const NOW: &str = "2026-11-26T09:00:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];

/// A confidential warrant against somebody; its matter and its entry.
async fn warrant(house: &House, by: &Person, against: &str) -> (String, String) {
    let actor = house.actor(by).await;
    let addition = Addition {
        matter: None,
        kind: "warrant.issued".into(),
        effective: "2026-02-01".into(),
        about: vec![format!("person:{against}"), "situation:exercise-01/26".into()],
        set: vec![("situation".into(), "Exercise A".into())],
        audience: AudienceWords {
            level: "confidential".into(),
            list: vec!["organ:prosecutor".into()],
            left_out: Vec::new(),
            originator: Some("organ:prosecutor".into()),
        },
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        author: Author::Account(by.account.to_string()),
    };
    let added = house.register.add(actor.viewer(), &addition).await.unwrap();
    (added.entry.matter.clone(), added.entry.id.to_string())
}

/// What a page tells when somebody asks for it who asked for nothing before: of the matters, which were opened, and how
/// often figures were seen.
async fn told(house: &House, matters: &[&str], address: &str) -> (Vec<bool>, usize) {
    let reader = house.sign_in("Exercise reader", &PROSECUTOR).await;
    let answer = house.get_as(&reader, address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    let filter = AuditFilter {
        account: Some(reader.account.to_string()),
        acts: vec![Act::MatterOpened, Act::FiguresSeen],
        ..AuditFilter::default()
    };
    let events = house.audit.page(&Viewer::operator(), &filter, None, 1000).await.unwrap().events;
    let times = |matter: &&str| {
        let sign = house.audit.pseudonym(matter);
        let times = events.iter().filter(|event| event.matter.as_ref() == Some(&sign)).count();
        assert!(times < 2, "{address} tells of one opening twice");
        times == 1
    };
    let figures: Vec<u64> = events
        .iter()
        .filter(|event| event.act == Act::FiguresSeen)
        .map(|event| event.count)
        .collect();
    assert!(figures.iter().all(|count| *count == 2), "{address}: {figures:?}");
    (matters.iter().map(times).collect(), figures.len())
}

#[tokio::test]
async fn a_page_opens_the_matters_of_which_it_shows_something_and_no_others() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let (first, entry) = warrant(&house, &one, "exercise-0001").await;
    let (second, _) = warrant(&house, &one, "exercise-0002").await;
    house.outside.put("2026-11-27T09:00:00Z");
    for (address, expected, figures) in [
        // Nothing of them is shown on a day before they were issued, but they were counted.
        ("/en?as_at=2026-01-31", [false, false], 1),
        ("/en/warrants?as_at=2026-01-31", [false, false], 1),
        ("/en/states", [false, false], 1),
        ("/en/search?q=nobody+of+this+name", [false, false], 1),
        ("/en/warrants?as_at=2026-01-31&known_on=2026-11-26", [false, false], 1),
        ("/en", [true, true], 1),
        ("/en/warrants", [true, true], 1),
        ("/en/warrants?known_on=2026-11-26", [true, true], 1),
        ("/en/person/exercise-0001", [true, false], 1),
        (&format!("/en/entry/{entry}"), [true, false], 1),
        (&format!("/en/matter/{first}"), [true, false], 1),
        ("/en/matters", [true, true], 0),
        ("/en/reports", [false, false], 0),
        ("/en/reports/cooperation", [true, true], 1),
        ("/en/reports/cooperation?as_at=2026-01-31", [false, false], 1),
        ("/en/reports/person?person=exercise-0001", [true, false], 1),
        ("/en/reports/cooperation/report.json", [false, false], 0),
        ("/en/accessibility", [false, false], 0),
        ("/en/warrants.csv", [false, false], 0),
        ("/api/v1/outstanding", [false, false], 0),
    ] {
        assert_eq!(
            told(&house, &[&first, &second], address).await,
            (expected.to_vec(), figures),
            "{address}"
        );
    }
}

#[tokio::test]
async fn what_is_not_public_is_read_once_for_an_answer_and_anew_for_the_next() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    warrant(&house, &one, "exercise-0001").await;
    let viewer = house.actor(&one).await.viewer().clone();
    let warrants = async |register: &Register, viewer: &Viewer| {
        let beyond = register.store.beyond(viewer).await.unwrap();
        beyond.iter().filter(|recorded| recorded.entry.kind == "warrant.issued").count()
    };
    let answer = house.register.for_one_answer();
    assert_eq!(warrants(&answer, &viewer).await, 1);
    warrant(&house, &one, "exercise-0002").await;
    assert_eq!(warrants(&answer, &viewer).await, 1, "one answer does not contradict itself");
    assert_eq!(warrants(&house.register.for_one_answer(), &viewer).await, 2);
    let registry = house
        .sign_in("Exercise registry officer", &[(Organisation::Court, Role::Registry)])
        .await;
    let registry = house.actor(&registry).await.viewer().clone();
    assert_eq!(warrants(&answer, &registry).await, 0, "nobody is answered what another was");
}
