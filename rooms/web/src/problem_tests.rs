#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use axum::body::{Body, to_bytes};
use jiff::civil::date;
use register::directory::StateRef;
use register::reading::Reading;
use register::view::{ViewError, WrongGiven};
use serde_json::{Value, json};

const TODAY: Date = date(2026, 11, 25);

async fn written(problem: Problem) -> (Response, Value) {
    let mut response = problem.into_response();
    let body = std::mem::take(response.body_mut());
    let body = to_bytes(body, 100_000).await.unwrap();
    (response, serde_json::from_slice(&body).unwrap())
}

fn english(words: &str) -> Said {
    Said::English(words.to_owned())
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
            Problem::from(ViewError::Given(WrongGiven::Years { given: 0 })),
            400,
            "filter",
            json!({"detail": "years 0 cannot be asked for; choose a smaller whole number from 1 on"}),
        ),
        (Problem::NoSuchAddress, 404, "no-such-address", json!({})),
        (Problem::NoSuchThing, 404, "not-found", json!({})),
        (
            Problem::Unknown(english("\"FRE\" is no State; did you mean FRA (France)?")),
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
                detail: english("values is not an object; write it so"),
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
                detail: english("one day"),
            },
            422,
            "member",
            json!({"detail": "effective: one day", "errors": [{"parameter": "effective", "detail": "one day"}]}),
        ),
        (Problem::NotNow(english("executed")), 409, "not-now", json!({"detail": "executed"})),
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
        (Problem::NotTaken(english("why")), 422, "not-taken", json!({"detail": "why"})),
        (Problem::Elsewhere, 403, "elsewhere", json!({})),
        (Problem::Packed, 415, "packed", json!({})),
        (Problem::TooOften { seconds: 7 }, 429, "too-often", json!({})),
        (Problem::Busy { seconds: 7 }, 503, "busy", json!({})),
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
fn every_type_of_problem_is_explained_at_its_address_in_either_language() {
    for lang in Lang::ALL {
        let w = texts(lang);
        for (kind, status) in KINDS {
            let text = explained(kind, &w).unwrap();
            let (title, help) = (w.t(&format!("problem-kind-{kind}")), w.t(&format!("problem-help-{kind}")));
            assert!(
                text.starts_with(&title) && text.contains(&help) && text.contains(status.as_str()),
                "{text}"
            );
            assert!(!text.contains("problem-"), "{kind} has its texts: {text}");
        }
        assert_eq!(explained("other", &w), None);
    }
}

/// What a problem says at an address, asked so.
async fn told(problem: Problem, path: &str, accepted: &str) -> (Response, Value) {
    use tower::ServiceExt;
    let answer = move || std::future::ready(problem.clone().into_response());
    let router = axum::Router::new()
        .fallback(answer)
        .layer(axum::middleware::from_fn(in_the_language_asked_for));
    let asked = axum::http::Request::builder().uri(path).header("accept-language", accepted);
    let mut response = router.oneshot(asked.body(Body::empty()).unwrap()).await.unwrap();
    let body = to_bytes(std::mem::take(response.body_mut()), 100_000).await.unwrap();
    let length = header(&response, axum::http::header::CONTENT_LENGTH);
    assert_eq!(length, Some(body.len().to_string().as_str()), "of this body");
    (response, serde_json::from_slice(&body).unwrap())
}

#[tokio::test]
async fn a_problem_is_told_in_the_language_of_the_address_or_else_in_the_one_that_is_preferred() {
    let wrong = || Problem::Parameters(vec![Wrong::Missing { parameter: "q" }]);
    for (path, accepted, lang, title, detail) in [
        (
            "/api/v1/search",
            "fr-BE, en;q=0.5",
            "fr",
            "Un paramètre est erroné",
            "q est nécessaire",
        ),
        ("/api/v1/search", "en, fr;q=0.5", "en", "A parameter is wrong", "q is needed"),
        ("/api/v1/search", "de", "en", "A parameter is wrong", "q is needed"),
        ("/fr/warrants.json", "en", "fr", "Un paramètre est erroné", "q est nécessaire"),
        ("/en/warrants.json", "fr", "en", "A parameter is wrong", "q is needed"),
    ] {
        let (response, body) = told(wrong(), path, accepted).await;
        assert_eq!(header(&response, CONTENT_LANGUAGE), Some(lang), "{path} {accepted}");
        assert_eq!(
            (&body["title"], &body["detail"]),
            (&json!(title), &json!(detail)),
            "{path} {accepted}"
        );
        assert_eq!((response.status().as_u16(), &body["type"]), (400, &json!("/problems/parameters")));
    }
    let state = |given: &str, near: Vec<StateRef>| ViewError::NoSuchState { given: given.into(), near };
    let near = ["XAA", "XAB"].map(|code| StateRef {
        code: code.into(),
        name_en: format!("Exercise State {code}"),
        name_fr: format!("État d’exercice {code}"),
    });
    let (_, body) = told(state("XA", near.to_vec()).into(), "/api/v1/states/XA", "fr").await;
    assert!(
        body["detail"]
            .as_str()
            .unwrap()
            .ends_with("vouliez-vous dire XAA (État d’exercice XAA) ou XAB (État d’exercice XAB)\u{a0}?"),
        "{body}"
    );
}

#[tokio::test]
async fn what_is_told_in_its_language_where_it_was_made_stays_so() {
    let made = Problem::In {
        lang: Lang::Fr,
        problem: Box::new(Problem::NotAllowed),
        detail: "Exercice".into(),
    };
    let (response, body) = told(made, "/api/v1/requests", "en").await;
    assert_eq!(header(&response, CONTENT_LANGUAGE), Some("fr"));
    assert_eq!(
        (&body["title"], &body["detail"]),
        (&json!("Cela ne vous revient pas"), &json!("Exercice"))
    );
}

/// Every fault of JSON has its words in either language, down to what was expected.
#[test]
fn whatever_is_wrong_with_json_is_said_in_either_language() {
    let long = format!("{{\"a\":{}{}}}", "[".repeat(70), "]".repeat(70));
    for body in [
        &b"\xff"[..],
        b"",
        b"{",
        b"{\"a\"",
        b"{\"a\":1 \"b\":2}",
        b"{\"a\":[1 2]}",
        b"{a:1}",
        b"{\"a\" 1}",
        b"{\"a\":\"x",
        b"{\"a\":\"\\",
        b"{\"a\":\"\\x\"}",
        b"{\"a\":\"\\ud800\"}",
        b"{\"a\":\"\n\"}",
        b"{\"a\":-}",
        b"{\"a\":1e999}",
        b"{\"a\":1,\"a\":2}",
        b"{} {}",
        b"[]",
        long.as_bytes(),
    ] {
        let error = record::json::Object::parse(body).unwrap_err();
        let said = Said::of_json(&error);
        let (en, fr) = (said.plain(&texts(Lang::En)), said.plain(&texts(Lang::Fr)));
        assert_eq!(en.replace('"', "'"), error.to_string().replace('"', "'"), "as the register says it");
        assert!(en != fr && !fr.contains("problem-"), "{fr}");
    }
}
