//! An error that is reported reaches an officer's list, and leaves nothing that anybody else could see.

use crate::common::server;
use crate::house::{Answer, House};
use access::{Organisation, Role, Viewer};
use axum::body::Body;
use axum::http::Method;

const FORM: &str = "entry=&wrong=The+exercise+day+is+wrong&right=Exercise+gazette&contact=reader%40example.org";

/// All that the public can see, and what the record says of itself.
async fn public(house: &House, entry: &str) -> Vec<(String, Answer)> {
    // A language is words around the same views: one page in French stands for all.
    let mut addresses = vec!["/fr".to_owned()];
    for path in [
        "",
        "/overview.json",
        "/overview.csv",
        "/warrants",
        "/warrants.csv",
        "/person/kony",
        "/situations",
        "/situation/ICC-02-04",
        "/working",
        "/counts",
        "/search?q=exercise",
        "/about",
        "/error",
        &format!("/entry/{entry}"),
    ] {
        addresses.push(format!("/en{path}"));
    }
    let api = [
        "overview",
        "persons/kony",
        "working",
        "counts",
        "search?q=exercise",
        "checkpoint",
        "openapi.json",
    ];
    addresses.extend(api.map(|path| format!("/api/v1/{path}")));
    addresses.push(format!("/api/v1/entries/{entry}/proof"));
    let mut answers = Vec::new();
    for address in addresses {
        let answer = house.get(&address).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        answers.push((address, answer));
    }
    answers
}

#[tokio::test]
async fn a_report_reaches_the_officers_list_and_changes_no_byte_that_the_public_sees() {
    let house = House::open().await;
    let entry = house.some_entry().await;
    let before = public(&house, &entry).await;
    let mut export = Vec::new();
    house.store.export(&mut export).await.unwrap();
    let answer = house.post("/en/error?as_at=2013-10-02&page=%2Fen%2Fperson%2Fkony", FORM).await;
    assert_eq!(answer.status, 303, "{}", answer.text());

    let reports = house.reports.list(&Viewer::operator(), false).await.unwrap();
    assert_eq!(reports.len(), 1);
    let (reference, said) = (reports[0].reference.to_string(), &reports[0].said);
    assert!(answer.header("location").starts_with(&format!("/en/error/{reference}?")));
    assert_eq!(reports[0].received.to_string(), crate::house::NOW);
    assert_eq!(
        [&said.page, &said.wrong, &said.right, &said.contact],
        [
            "/en/person/kony?as_at=2013-10-02",
            "The exercise day is wrong",
            "Exercise gazette",
            "reader@example.org"
        ]
    );
    assert!(house.reports.list(&Viewer::public(), false).await.is_err());

    let unchanged = async |when: &str| {
        for ((address, before), (_, after)) in before.iter().zip(&public(&house, &entry).await) {
            assert_eq!(before, after, "{when}: {address}");
        }
        let mut after = Vec::new();
        house.store.export(&mut after).await.unwrap();
        assert_eq!(export, after, "{when}: nothing of it is exported");
        let found = house.store.verify().await.unwrap();
        assert_eq!(found.faults, [], "{when}: the record is verified without it");
    };
    unchanged("handed in").await;
    house
        .reports
        .close(&Viewer::operator(), &[reference], "Corrected", "exercise-officer")
        .await
        .unwrap();
    assert_eq!(house.reports.list(&Viewer::operator(), false).await.unwrap(), []);
    unchanged("closed").await;
    if server().is_some() {
        // In a database on a server both lie in the same files, each in tables of its own.
        return;
    }
    let record = std::fs::read(house.folder.path().join("data").join(store::DATABASE)).unwrap();
    let text = b"The exercise day is wrong";
    assert!(
        !record.windows(text.len()).any(|window| window == text),
        "nothing of it lies in the record's file"
    );
}

#[tokio::test]
async fn what_is_closed_is_kept_for_ninety_days_and_then_forgotten() {
    let house = House::open().await;
    let operator = Viewer::operator();
    for _ in 0..2 {
        assert_eq!(house.post("/en/error", FORM).await.status, 303);
    }
    let reports = house.reports.list(&operator, false).await.unwrap();
    let [dealt_with, still_open] = [&reports[0], &reports[1]].map(|report| report.reference.to_string());
    let closing = [dealt_with.to_lowercase()];
    house
        .reports
        .close(&operator, &closing, "Corrected", "exercise-officer")
        .await
        .unwrap();
    let again = house
        .reports
        .close(&operator, &[still_open.clone(), dealt_with.clone()], "Again", "another")
        .await
        .unwrap_err();
    let said =
        format!("report {dealt_with} was closed already, on 2026-11-25T11:04:00Z by exercise-officer: Corrected; nothing was changed");
    assert_eq!(again.to_string(), said);
    house.outside.put("2027-02-23T11:04:00Z");
    let all = house.reports.list(&operator, true).await.unwrap();
    assert_eq!(all.len(), 2, "on the ninetieth day it is still there");
    house.outside.put("2027-02-23T11:04:01Z");
    let all = house.reports.list(&operator, true).await.unwrap();
    assert_eq!(
        all.iter().map(|report| report.reference.to_string()).collect::<Vec<_>>(),
        [still_open]
    );
}

#[tokio::test]
async fn a_report_about_what_the_public_does_not_find_is_refused_alike_whether_it_is_hidden_or_never_was() {
    let house = House::bare(crate::house::NOW).await;
    let prosecutor = house
        .sign_in("Exercise prosecutor", &[(Organisation::Court, Role::Prosecutor)])
        .await;
    let sealed = crate::matters::opened(&house, &prosecutor, "under-seal", &["organ:prosecutor"]).await;
    let matter = house.get_as(&prosecutor, &format!("/en/matter/{sealed}")).await.text();
    let entry = matter.split("/en/entry/").nth(1).unwrap().split('"').next().unwrap();
    let hidden = "/en/person/exercise-0001";
    let seen = house.get_as(&prosecutor, hidden).await;
    assert!(seen.status == 200 && !seen.text().contains("/en/error"), "{}", seen.text());
    assert!(!matter.contains("/en/error"));
    assert!(house.get_as(&prosecutor, "/en/about").await.text().contains("/en/error?page="));

    let never = ["/en/person/exercise-0002", "02020202020202020202020202020202"];
    let about = |page: &str, entry: &str| {
        let form = FORM.replace("entry=", &format!("entry={entry}"));
        (format!("/en/error?page={}", page.replace('/', "%2F")), form)
    };
    // Both are answered with what was sent in them, and with nothing else that differs.
    let plain = |answer: Answer| {
        assert_eq!(answer.status, 400, "{}", answer.text());
        let text = answer.text().replace("exercise-0002", "exercise-0001");
        text.replace(never[1], entry)
    };
    for (page, about_entry) in [(hidden, ""), ("/en/about", entry), (&format!("/en/entry/{entry}"), "")] {
        let (unknown, known) = (
            about(
                &page.replace("exercise-0001", "exercise-0002").replace(entry, never[1]),
                &about_entry.replace(entry, never[1]),
            ),
            about(page, about_entry),
        );
        let refused = plain(house.post_as(&prosecutor, &known.0, &known.1).await);
        assert!(refused.contains("There is no such page or entry") && refused.contains("The exercise day is wrong"));
        assert_eq!(refused, plain(house.post_as(&prosecutor, &unknown.0, &unknown.1).await), "{page}");
        let nobodys = plain(house.post(&known.0, &known.1).await);
        assert_eq!(nobodys, plain(house.post(&unknown.0, &unknown.1).await), "{page}");
    }
    assert_eq!(
        house.reports.list(&Viewer::operator(), true).await.unwrap(),
        [],
        "nothing of it is kept"
    );
    let (address, form) = about("/en/about", "");
    assert_eq!(
        house.post_as(&prosecutor, &address, &form).await.status,
        303,
        "what is public can be reported"
    );
}

#[tokio::test]
async fn a_report_about_an_entry_that_everybody_reads_is_taken() {
    let house = House::open().await;
    let entry = house.some_entry().await;
    for entry in [entry.to_uppercase().as_str(), &entry[..8]] {
        let form = FORM.replace("entry=", &format!("entry={entry}"));
        assert_eq!(
            house.post("/en/error?page=%2Fen%2Fperson%2Fkony", &form).await.status,
            303,
            "{entry}"
        );
    }
}

#[tokio::test]
async fn what_a_form_may_not_be_is_refused_and_reaches_nobody() {
    let house = House::open().await;
    let long = format!("wrong={}", "a".repeat(33 * 1024));
    assert_eq!(house.post("/en/error", &long).await.status, 413);
    let elsewhere = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "cross-site"),
    ];
    let answer = house.send(Method::POST, "/en/error", &elsewhere, Body::from(FORM)).await;
    assert_eq!(answer.status, 403);
    let answer = house
        .post("/fr/error", "entry=x&wrong=Texte+d%E2%80%99exercice&right=&contact=")
        .await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("Texte d’exercice</textarea>"), "what was typed comes back");
    assert_eq!(house.reports.list(&Viewer::operator(), true).await.unwrap(), []);
}
