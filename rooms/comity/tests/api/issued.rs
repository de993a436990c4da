//! Reports that are issued: by whom, that what was issued stays as it is, and what a later edition says of what changed.

use crate::common::{correct, dated};
use crate::house::{House, Person};
use crate::matters::opened;
use access::{Organisation, Role};
use register::kinds;
use reports::report::trace::find;
use web::api::schema::{ComparedReport, IssuedReports};

const NOW: &str = "2026-11-26T09:00:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];
pub const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
pub const REPORT: &str = "/en/reports/cooperation?as_at=2013-10-02";

/// Issues a report: the path of its page.
pub async fn issue(house: &House, person: &Person, address: &str, form: &str) -> String {
    let answer = house.post_as(person, address, &format!("act=issue&{form}")).await;
    assert_eq!(answer.status, 303, "{}", String::from_utf8_lossy(&answer.body));
    let page = answer.header("location").to_owned();
    assert!(page.starts_with("/en/issued/"), "{page}");
    page
}

/// The address of its file, by that of the page.
fn attachment(page: &str) -> String {
    format!("{}/1", page.replace("/issued/", "/attachment/"))
}

#[tokio::test]
async fn what_was_issued_stays_as_it_is_and_a_later_edition_says_what_changed_and_why() {
    let house = House::open().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let first = issue(&house, &officer, REPORT, "of=public").await;
    let list = house.get("/en/reports").await.text();
    assert!(list.contains(&first) && list.contains("Registry"), "{list}");
    let as_issued = house.get(&attachment(&first)).await;
    assert_eq!(as_issued.status, 200);
    assert_eq!(as_issued.header("content-type"), "application/pdf");
    let hash = {
        use sha2::{Digest, Sha256};
        record::hex::hex(&<[u8; 32]>::from(Sha256::digest(&as_issued.body)))
    };
    assert!(house.get(&first).await.text().contains(&hash), "{hash}");
    let trace = find(&as_issued.body).unwrap();
    assert_eq!(
        trace.figures.iter().find(|figure| figure.query == "outstanding").unwrap().value,
        "14"
    );

    let corrected = correct(&house.register, "kony-1", kinds::MADE_PUBLIC, &dated("2005-10-14"))
        .await
        .unwrap();
    house.outside.put("2026-11-26T12:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let second = issue(&house, &officer, REPORT, "of=public").await;
    let page = house.get(&second).await.text();
    for words in [
        "<code>days-outstanding/person=kony</code>",
        "2\u{202f}911",
        "2\u{202f}910",
        "corrected:",
        &format!("/en/entry/{}", corrected.entry.id),
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(house.get(&attachment(&first)).await.body, as_issued.body, "byte for byte");
    assert_ne!(house.get(&attachment(&second)).await.body, as_issued.body);
    // Programs read the same.
    let id = |page: &str| page.rsplit('/').next().unwrap().to_owned();
    let all: IssuedReports = serde_json::from_slice(&house.get("/api/v1/issued-reports").await.body).unwrap();
    let ids: Vec<&str> = all.reports.iter().map(|report| report.entry.0.as_str()).collect();
    assert_eq!(ids, [id(&second), id(&first)]);
    let told = house.get(&format!("/api/v1/issued-reports/{}", id(&second))).await;
    let told: ComparedReport = serde_json::from_slice(&told.body).unwrap();
    let changed = told.changes.unwrap().changed;
    let days = changed
        .iter()
        .find(|figure| figure.query == "days-outstanding/person=kony")
        .unwrap();
    assert_eq!((days.then.as_str(), days.now.as_str()), ("2911", "2910"));
    assert_eq!(
        (days.because[0].why.as_str(), &days.because[0].entry.0),
        ("corrected", &corrected.entry.id.to_string())
    );
    let file = house.get(&format!("/api/v1/issued-reports/{}/file", id(&first))).await;
    assert_eq!(file.body, as_issued.body, "byte for byte");
    // The first edition compares with nothing, and a page of a day before names none.
    assert!(!house.get(&first).await.text().contains("What changed since"));
    assert!(!house.get("/en/reports?as_at=2026-11-01").await.text().contains("/issued/"));
}

#[tokio::test]
async fn the_same_is_issued_once_also_at_once_and_a_day_that_has_not_come_never() {
    let house = House::open().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let sent = || house.post_as(&officer, "/en/reports/treaty-status?as_at=2013-10-02", "act=issue&of=public");
    let (one, other) = tokio::join!(sent(), sent());
    let mut answers = [one.status, other.status];
    answers.sort_unstable();
    assert_eq!(answers, [303, 400]);
    let again = sent().await;
    assert_eq!(again.status, 400);
    assert!(
        again.text().contains("Nothing changed since this report was issued last"),
        "{}",
        again.text()
    );
    let all: IssuedReports = serde_json::from_slice(&house.get("/api/v1/issued-reports").await.body).unwrap();
    assert_eq!(all.reports.len(), 1);
    // As at another day it is another statement.
    issue(&house, &officer, "/en/reports/treaty-status?as_at=2013-10-03", "of=public").await;
    let future = house
        .post_as(&officer, "/en/reports/treaty-status?as_at=2099-01-01", "act=issue&of=public")
        .await;
    assert!(!future.header("location").starts_with("/en/issued/"), "{}", future.status);
}

#[tokio::test]
async fn a_report_is_issued_by_those_who_write_for_the_institution_that_keeps_the_record() {
    let house = House::bare(NOW).await;
    for (organisation, role, public) in [
        (Organisation::Court, Role::Registry, true),
        (Organisation::Court, Role::Prosecutor, false),
        (Organisation::Assembly, Role::Secretariat, true),
        (Organisation::State("XAA".into()), Role::CentralAuthority, false),
        (Organisation::Court, Role::Auditor, false),
    ] {
        let person = house.sign_in(&format!("Exercise {}", role.word()), &[(organisation, role)]).await;
        let page = house.get_as(&person, "/en/reports/pledges").await.text();
        assert_eq!(page.contains("value=\"issue\""), public, "{}", role.word());
        let answer = house.post_as(&person, "/en/reports/pledges", "act=issue&of=public").await;
        assert_eq!(answer.header("location").starts_with("/en/issued/"), public, "{}", role.word());
    }
    assert!(!house.get("/en/reports/pledges").await.text().contains("value=\"issue\""));
    assert_eq!(house.post("/en/reports/pledges", "act=issue&of=public").await.status, 403);
}

#[tokio::test]
async fn an_edition_that_is_not_public_and_what_it_tells_is_there_for_its_readers_alone() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let report = "/en/reports/cooperation";
    let first = issue(&house, &officer, report, "of=public").await;
    opened(&house, &one, "confidential", &["organ:prosecutor"]).await;
    let before = house.get("/en/reports").await;
    let no_ground = house.post_as(&one, report, "act=issue&of=seen").await;
    assert_eq!(no_ground.status, 400);
    assert!(no_ground.text().contains("Give the ground on which the report is not public"));
    let closed = issue(&house, &one, report, "of=seen&basis=Exercise+decision+1").await;
    let page = house.get_as(&one, &closed).await.text();
    assert!(page.contains("<span class=\"lv confidential\">"), "{page}");
    assert!(
        page.contains("<code>named</code>"),
        "what changed since the public edition is told to whoever may see it: {page}"
    );
    // To all others it is not there.
    assert_eq!(house.get("/en/reports").await, before);
    for address in [&closed, &attachment(&closed)] {
        let (id, none) = (&closed[11..43], "0".repeat(32));
        assert_eq!(house.get(address).await.status, 404);
        let hidden = house.get_as(&officer, address).await.text().replace(id, &none);
        let unknown = house.get_as(&officer, &address.replace(id, &none)).await.text();
        assert_eq!(hidden, unknown, "{address}");
    }
    // A later public edition compares with the public one before, and says nothing of what is confidential.
    house.outside.put("2026-11-26T09:02:00Z");
    let second = issue(&house, &officer, "/en/reports/cooperation?as_at=2026-11-25", "of=public").await;
    let page = house.get(&second).await.text();
    assert!(
        page.contains(&first) && page.contains("No figure that both have is another"),
        "{page}"
    );
}
