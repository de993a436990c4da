#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use axum::body::to_bytes;
use jiff::civil::date;
use register::directory::StateRef;
use register::reading::Reading;
use serde_json::{Value, json};

const TODAY: Date = date(2026, 11, 25);

async fn written(problem: Problem) -> (Response, Value) {
    let mut response = problem.into_response();
    let body = std::mem::take(response.body_mut());
    let body = to_bytes(body, 100_000).await.unwrap();
    (response, serde_json::from_slice(&body).unwrap())
}

fn header(response: &Response, name: axum::http::HeaderName) -> Option<&str> {
    response.headers().get(name).and_then(|value| value.to_str().ok())
}

#[tokio::test]
async fn a_problem_says_what_where_and_how_to_mend_it() {
    let after_today = Reading::new(Some("2026-11-26"), None, false, TODAY).unwrap_err();
    let wrong = vec![Wrong::Repeated { parameter: "name".into() }, Wrong::Reading(after_today)];
    let (response, body) = written(Problem::Parameters(wrong)).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert_eq!(header(&response, CONTENT_TYPE), Some("application/problem+json"));
    assert_eq!(header(&response, CACHE_CONTROL), Some("no-store"));
    let today = "as_at 2026-11-26 is after today; the latest day that can be asked for is 2026-11-25";
    let twice = "name is given more than once; give it once";
    let expected = json!({
        "type": "/problems/parameters",
        "title": "A parameter is wrong",
        "status": 400,
        "detail": format!("{twice}; {today}"),
        "errors": [{"parameter": "name", "detail": twice}, {"parameter": "as_at", "detail": today}],
        "today": "2026-11-25",
    });
    assert_eq!(body, expected);
}

#[tokio::test]
async fn each_kind_has_its_own_status_and_members() {
    let now: Timestamp = "2026-11-25T12:00:00.5Z".parse().unwrap();
    let from: Timestamp = "2026-11-25T12:10:00Z".parse().unwrap();
    let database = || StoreError::Database("no such table: heads".into());
    let cases = [
        (
            Problem::from(ViewError::Given("after is not a cursor".into())),
            400,
            "filter",
            json!({"detail": "after is not a cursor"}),
        ),
        (Problem::NoSuchAddress, 404, "no-such-address", json!({})),
        (Problem::NoSuchThing, 404, "not-found", json!({})),
        (
            Problem::Unknown("\"FRE\" is no State; did you mean FRA (France)?".into()),
            404,
            "unknown-name",
            json!({"detail": "\"FRE\" is no State; did you mean FRA (France)?"}),
        ),
        (
            Problem::from(ViewError::NotYet {
                state: StateRef {
                    code: "XAA".into(),
                    name_en: "Exercise State".into(),
                    name_fr: "État d’exercice".into(),
                },
                began: date(2006, 6, 3),
            }),
            404,
            "not-yet",
            json!({
                "detail": "Exercise State (XAA) began to exist on 2006-06-03; ask for that day or a later one",
                "exists_from": "2006-06-03",
            }),
        ),
        (
            Problem::from(ViewError::BeforeTheRecord(TODAY)),
            404,
            "before-the-record",
            json!({"record_begins": "2026-11-25"}),
        ),
        (Problem::Method("GET, HEAD"), 405, "method", json!({})),
        (Problem::NoToken, 401, "no-token", json!({})),
        (Problem::ReadOnly, 403, "read-only", json!({})),
        (Problem::NotAllowed, 403, "not-allowed", json!({})),
        (
            Problem::OnThePage {
                page: "/en/request/x".into(),
            },
            403,
            "on-the-page",
            json!({"page": "/en/request/x"}),
        ),
        (
            Problem::Body {
                pointer: Some("/values".into()),
                detail: "values is not an object; write it so".into(),
            },
            400,
            "body",
            json!({"detail": "values is not an object; write it so", "pointer": "/values"}),
        ),
        (Problem::TooLong { most: 7 }, 413, "too-long", json!({"most": 7})),
        (Problem::TooSlow, 408, "too-slow", json!({})),
        (Problem::MediaType, 415, "media-type", json!({})),
        (
            Problem::Member {
                member: "effective",
                detail: "one day".into(),
            },
            422,
            "member",
            json!({"detail": "effective: one day", "errors": [{"parameter": "effective", "detail": "one day"}]}),
        ),
        (Problem::NotNow("executed".into()), 409, "not-now", json!({"detail": "executed"})),
        (Problem::Raced { recorded: None }, 412, "raced", json!({})),
        (Problem::NoVersion, 428, "no-version", json!({})),
        (
            Problem::Contradicted {
                beside: 3,
                current: 2,
                parts: vec!["person".into()],
            },
            409,
            "contradicted",
            json!({"beside": 3, "current": 2, "parts": ["person"]}),
        ),
        (Problem::NotTaken("why".into()), 422, "not-taken", json!({"detail": "why"})),
        (Problem::Elsewhere, 403, "elsewhere", json!({})),
        (Problem::Packed, 415, "packed", json!({})),
        (Problem::TooOften { seconds: 7 }, 429, "too-often", json!({})),
        (
            Problem::NotYetProved { from, now },
            409,
            "not-yet-proved",
            json!({"available_from": "2026-11-25T12:10:00Z"}),
        ),
        (Problem::AddressTooLong, 414, "address-too-long", json!({})),
        (Problem::from(database()), 500, "failed", json!({})),
        (Problem::from(ViewError::Store(database())), 500, "failed", json!({})),
        (Problem::from(StoreError::Damaged("leaf 3".into())), 500, "failed", json!({})),
        (Problem::from(StoreError::DiskFull), 507, "disk-full", json!({})),
    ];
    for (problem, status, kind, members) in cases {
        let (response, body) = written(problem).await;
        assert_eq!(response.status().as_u16(), status);
        assert_eq!(body["status"], status, "the body repeats the status");
        assert_eq!(body["type"], format!("/problems/{kind}"));
        for (name, value) in members.as_object().unwrap() {
            assert_eq!(&body[name], value);
        }
        let of_all = ["type", "title", "status", "detail"];
        let added = body.as_object().unwrap().keys().filter(|name| !of_all.contains(&name.as_str()));
        assert!(
            added.eq(members.as_object().unwrap().keys().filter(|name| *name != "detail")),
            "{body}"
        );
        let _: crate::api::schema::Problem = serde_json::from_value(body).unwrap();
    }
}

#[tokio::test]
async fn what_the_store_said_is_not_told() {
    for error in [
        StoreError::Database("/srv/heads.sqlite is locked".into()),
        StoreError::Refused("sealed-matter-7".into()),
    ] {
        let said = error.to_string();
        let (_, body) = written(Problem::from(error)).await;
        assert!(
            !body.to_string().contains("heads.sqlite") && !body.to_string().contains("sealed-matter-7"),
            "{said}: {body}"
        );
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let (response, _) = written(Problem::Method("GET, HEAD")).await;
    assert_eq!(header(&response, ALLOW), Some("GET, HEAD"));
}

#[tokio::test]
async fn a_proof_that_is_not_there_yet_says_after_how_many_seconds() {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let asked = |now: &str| {
        written(Problem::NotYetProved {
            from: at("2026-11-25T12:10:00Z"),
            now: at(now),
        })
    };
    assert_eq!(
        header(&asked("2026-11-25T12:00:00.5Z").await.0, RETRY_AFTER),
        Some("600"),
        "never before the instant"
    );
    assert_eq!(header(&asked("2026-11-25T12:00:00Z").await.0, RETRY_AFTER), Some("600"));
    assert_eq!(
        header(&asked("2026-11-25T12:20:00Z").await.0, RETRY_AFTER),
        Some("1"),
        "the mark is being closed"
    );
}

#[tokio::test]
async fn who_asks_too_often_is_told_after_how_many_seconds_to_come_back() {
    let (response, _) = written(Problem::TooOften { seconds: 7 }).await;
    assert_eq!(header(&response, RETRY_AFTER), Some("7"));
}

#[test]
fn every_type_of_problem_is_explained_at_its_address() {
    for (kind, status, title, help) in KINDS {
        let text = explained(kind).unwrap();
        assert!(
            text.starts_with(title) && text.contains(help) && text.contains(status.as_str()),
            "{text}"
        );
    }
    assert_eq!(explained("other"), None);
}
