//! What stays within the Court of a request: what it is planned by, and who confirmed what to whom.

use crate::house::{House, Person};
use crate::request_signing::signing;
use crate::request_walk::{NOW, REGISTRY, act, authority, complete, done, encoded, house, page, shows, tried, view};
use crate::unzip::unzip;

const CONFIRMED_BY: &str = "Exercise Officer K";
const SOURCE: &str = "Exercise telephone call with the embassy";

/// A request that is planned to leave today, with a language that an officer confirmed, in review; its address.
async fn planned(house: &House, officer: &Person) -> String {
    let draft = done(house, officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    let inside = [
        ("language", "sqi"),
        ("language_confirmed_by", CONFIRMED_BY),
        ("language_source", SOURCE),
        ("leaves_on", "2026-04-14"),
        ("days_on_the_way", "37"),
    ];
    values.extend(inside.map(|(element, value)| (element.to_owned(), value.to_owned())));
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let more = [("act", "submit"), ("from", "1"), ("requesting", "organ:chambers")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    done(house, officer, &draft, &encoded(fields.chain(more))).await
}

#[tokio::test]
async fn what_stays_within_the_court_is_in_nothing_that_the_state_gets_and_reviewers_read_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = planned(&house, &officer).await;
    let reviewed = page(&house, &officer, &request).await;
    shows(&reviewed, &[CONFIRMED_BY, SOURCE, "Day on which it leaves", "37"]);
    assert!(!reviewed.contains("To mend"), "the officer's word counts: {reviewed}");
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    let bundle = house.get_as(&officer, &format!("{request}/bundle.zip")).await;
    assert_eq!(bundle.status, 200, "{}", bundle.text());
    for (name, bytes) in unzip(&bundle.body) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for word in ["leaves_on", "days_on_the_way", "language_confirmed_by", CONFIRMED_BY, SOURCE] {
            assert!(!text.contains(word), "{word} stands in {name}");
        }
    }
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let told = page(&house, &state, &request).await;
    assert!(!told.contains("translation owed"), "an officer's word stands for the language");
    for word in ["Day on which it leaves", "Days on the way", CONFIRMED_BY, SOURCE] {
        assert!(!told.contains(word), "the State reads {word}: {told}");
    }
    let seen = view(&house, &request).await;
    let transmitted = seen.steps.iter().find(|step| step.kind == "request.transmitted").unwrap();
    assert!(
        transmitted.values.iter().all(|value| !value.element.starts_with("language")),
        "{transmitted:?}"
    );
    assert!(seen.text.values.first("leaves_on").is_none() && seen.within.first("leaves_on").is_some());
}

#[tokio::test]
async fn a_request_that_leaves_later_than_planned_leaves() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = planned(&house, &officer).await;
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    house.outside.put("2026-04-15T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let sent = tried(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    assert_eq!(sent.status, 303, "planned for {NOW}: {}", sent.text());
}

#[tokio::test]
async fn what_was_returned_is_sent_to_review_again_with_what_it_is_planned_by() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = planned(&house, &officer).await;
    done(&house, &officer, &request, &act(&house, "return", &[])).await;
    let draft = request.replace("/request/", "/draft/");
    let text = page(&house, &officer, &draft).await;
    shows(&text, &[CONFIRMED_BY, "value=\"2026-04-14\""]);
    let again = format!(
        "act=submit&from={}&requesting=organ%3Achambers",
        crate::request_walk::hidden(&text, "from")
    );
    let values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let planned = [("e-leaves_on".to_owned(), "2026-04-20".to_owned())];
    done(&house, &officer, &draft, &format!("{}&{again}", encoded(fields.chain(planned)))).await;
    let seen = view(&house, &request).await;
    assert_eq!(seen.row.stands, "in-review");
    assert_eq!(seen.within.first("leaves_on"), Some("2026-04-20"), "what was planned last");
    assert_eq!(seen.within.first("language_source"), None);
}
