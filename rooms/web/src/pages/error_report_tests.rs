//! Handing in through the router, over a record in which nothing stands and a desk in memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::{Refused, arrived};
use crate::empty_store::{Memory, SECRET, web_over};
use crate::router;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};
use hyper::body::Frame;
use register::desk::Limits;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tower::ServiceExt;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const GOOD: &str = "entry=&wrong=The+day.%0D%0AIt+is+late.&right=Exercise+gazette&contact=";

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

struct House {
    router: Router,
    desk: Arc<Memory>,
}

impl House {
    fn new(limits: Limits) -> House {
        let desk = Arc::new(Memory::default());
        House {
            router: router(web_over(false, desk.clone(), limits)),
            desk,
        }
    }

    async fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        let request = headers
            .iter()
            .fold(Request::builder().method(method).uri(address), |request, (name, value)| {
                request.header(*name, *value)
            });
        let response = self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    async fn post(&self, address: &str, body: impl Into<Body>) -> Answer {
        self.ask("POST", address, &[FORM], body).await
    }

    fn kept(&self) -> usize {
        self.desk.kept.lock().unwrap().len()
    }
}

#[tokio::test]
async fn what_is_handed_in_reaches_the_desk_and_the_reader_a_reference() {
    let house = House::new(Limits::default());
    let answer = house.post("/fr/error?as_at=2013-10-02&page=%2Ffr%2Fwarrants", GOOD).await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::SEE_OTHER, "no-store"));
    let report = house.desk.kept.lock().unwrap()[0].clone();
    assert_eq!(
        (report.said.page.as_str(), report.said.wrong.as_str(), report.said.right.as_str()),
        ("/fr/warrants?as_at=2013-10-02", "The day.\nIt is late.", "Exercise gazette")
    );
    let thanks = answer.header("location").to_owned();
    assert_eq!(
        thanks,
        format!("/fr/error/{}?as_at=2013-10-02&page=%2Ffr%2Fwarrants", report.reference)
    );
    let answer = house.ask("GET", &thanks, &[], "").await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(answer.body.contains(&format!("<b class=\"nb\">{}</b>", report.reference)));
    assert!(
        answer
            .body
            .contains("<a href=\"/fr/warrants?as_at=2013-10-02\">Retour à la page</a>")
    );
    let other = house.ask("GET", "/fr/error/0000-0000-0000", &[], "").await;
    assert_eq!(
        other.status,
        StatusCode::OK,
        "the thanks look nothing up, so they tell nobody what was handed in"
    );
    assert_eq!(house.kept(), 1);
}

#[tokio::test]
async fn the_form_is_kept_by_no_cache_and_no_search_engine_and_may_say_where_it_came_from() {
    let house = House::new(Limits::default());
    for address in [
        "/en/error",
        "/en/error?known_on=2020-01-01&page=%2Fen%2Fperson%2Fx",
        "/fr/error/0000-0000-0000",
    ] {
        let answer = house.ask("GET", address, &[], "").await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
        for (name, value) in [
            ("cache-control", "no-store"),
            ("x-robots-tag", "noindex"),
            ("referrer-policy", "same-origin"),
            ("etag", ""),
        ] {
            assert_eq!(answer.header(name), value, "{address}: {name}");
        }
        assert!(answer.header("content-security-policy").contains("form-action 'self'"));
    }
}

#[tokio::test]
async fn the_form_of_an_entry_names_it() {
    let house = House::new(Limits::default());
    let answer = house
        .ask("GET", "/en/error?page=%2Fen%2Fentry%2F0123456789abcdef0123456789abcdef", &[], "")
        .await;
    assert!(answer.body.contains("value=\"0123456789abcdef0123456789abcdef\""));
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_is_wrong() {
    let house = House::new(Limits::default());
    let body = "entry=the+third&wrong=&right=%3Cb%3E+says+so&contact=nobody";
    for (lang, said) in [("en", "3 things to mend"), ("fr", "3 points à corriger")] {
        let answer = house.post(&format!("/{lang}/error"), body).await;
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (StatusCode::BAD_REQUEST, "no-store")
        );
        for part in [
            said,
            "<a href=\"#wrong\">",
            "value=\"the third\"",
            "value=\"nobody\"",
            "&#60;b&#62; says so</textarea>",
        ] {
            assert!(answer.body.contains(part), "{lang}: {part}: {}", answer.body);
        }
    }
    assert_eq!(house.kept(), 0);
}

#[tokio::test]
async fn signs_that_cannot_be_seen_are_refused_with_words() {
    let house = House::new(Limits::default());
    let answer = house.post("/en/error", "entry=&wrong=%1B%5B31m&right=x%00&contact=").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("2 things to mend") && answer.body.contains("control character"));
}

#[tokio::test]
async fn a_longer_form_than_is_read_is_refused_and_the_longest_in_any_script_is_taken() {
    let house = House::new(Limits::default());
    let answer = house.post("/en/error", format!("wrong={}", "a".repeat(33_000))).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("longer than a report may be"));
    let longest = "%E1%83%90".repeat(1500);
    let answer = house
        .post(
            "/en/error",
            format!("entry=&wrong={longest}&right={longest}&contact={}@b", "a".repeat(252)),
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(house.kept(), 1);
}

#[tokio::test]
async fn a_form_that_does_not_arrive_is_not_waited_for() {
    /// A body of which nothing ever comes.
    struct Never;
    impl axum::body::HttpBody for Never {
        type Data = Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            Poll::Pending
        }
    }
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(FORM.1))]);
    let arrived = arrived(&headers, Body::new(Never), Duration::from_millis(1)).await;
    assert!(matches!(arrived, Err(Refused::TooSlow)));
}

#[tokio::test]
async fn only_a_page_of_ours_hands_in_for_a_browser() {
    let house = House::new(Limits::default());
    let host = ("host", "127.0.0.1:8080");
    for (headers, taken) in [
        (vec![("sec-fetch-site", "same-origin"), ("origin", "null")], true),
        (vec![("sec-fetch-site", "none")], true),
        (vec![("sec-fetch-site", "cross-site")], false),
        (vec![("sec-fetch-site", "same-site")], false),
        (vec![("origin", "http://127.0.0.1:8080")], true),
        (vec![("origin", "https://elsewhere.example.org")], false),
        (vec![("origin", "http://127.0.0.1:8443")], false),
        (vec![("origin", "null")], false),
        (vec![], true),
    ] {
        let before = house.kept();
        let answer = house
            .ask("POST", "/en/error", &[&[FORM, host], headers.as_slice()].concat(), GOOD)
            .await;
        let expected = if taken { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
        assert_eq!(
            (answer.status, house.kept() - before),
            (expected, usize::from(taken)),
            "{headers:?}"
        );
        assert!(
            taken || answer.body.contains("Exercise gazette</textarea>"),
            "nothing typed is lost"
        );
    }
}

#[tokio::test]
async fn what_is_not_sent_as_a_form_is_refused() {
    let house = House::new(Limits::default());
    for (content_type, body, status) in [
        ("application/json", "{}", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("multipart/form-data; boundary=x", "--x--", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("application/x-www-form-urlencoded", "wrong=%GG&right=x", StatusCode::BAD_REQUEST),
        ("application/x-www-form-urlencoded", "wrong=%FF&right=x", StatusCode::BAD_REQUEST),
        ("application/x-www-form-urlencoded; charset=UTF-8", "", StatusCode::BAD_REQUEST),
    ] {
        let answer = house.ask("POST", "/en/error", &[("content-type", content_type)], body).await;
        assert_eq!(answer.status, status, "{content_type} {body}");
    }
    assert_eq!(house.kept(), 0);
}

#[tokio::test]
async fn too_many_within_a_minute_are_told_when_to_come_again() {
    let house = House::new(Limits {
        a_minute: 2,
        ..Limits::default()
    });
    for _ in 0..2 {
        assert_eq!(house.post("/en/error", GOOD).await.status, StatusCode::SEE_OTHER);
    }
    let answer = house.post("/en/error", GOOD).await;
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "30"));
    assert!(answer.body.contains("send it again in 30 seconds") && answer.body.contains("Exercise gazette</textarea>"));
    assert_eq!(
        house.ask("GET", "/en/error", &[], "").await.status,
        StatusCode::OK,
        "reading is not limited"
    );
}

#[tokio::test]
async fn a_full_desk_says_so_and_nothing_typed_is_lost() {
    let house = House::new(Limits {
        open: 1,
        ..Limits::default()
    });
    assert_eq!(house.post("/en/error", GOOD).await.status, StatusCode::SEE_OTHER);
    let answer = house.post("/en/error", GOOD).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("No more reports can be kept") && answer.body.contains("Exercise gazette</textarea>"));
}

#[tokio::test]
async fn a_desk_that_cannot_be_written_is_said_without_what_lies_inside() {
    let desk = Arc::new(Memory {
        broken: true,
        ..Memory::default()
    });
    let house = House {
        router: router(web_over(true, desk.clone(), Limits::default())),
        desk,
    };
    let answer = house.post("/en/error", GOOD).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answer.body.contains(SECRET) && answer.body.contains("Exercise gazette</textarea>"));
    assert_eq!(
        house.ask("GET", "/en/error", &[], "").await.status,
        StatusCode::OK,
        "the form is there all the same"
    );
}

#[tokio::test]
async fn other_methods_are_told_the_right_ones() {
    let house = House::new(Limits::default());
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer = house.ask(method, "/en/error", &[FORM], GOOD).await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD, POST"),
            "{method}"
        );
    }
    for address in ["/en", "/en/about", "/en/error/0000-0000-0000"] {
        let answer = house.post(address, GOOD).await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"),
            "{address}"
        );
    }
    for (address, status) in [("/de/error", StatusCode::NOT_FOUND), ("/%FF/error", StatusCode::NOT_FOUND)] {
        assert_eq!(house.post(address, GOOD).await.status, status, "{address}");
        assert_eq!(house.ask("GET", address, &[], "").await.status, status, "{address}");
    }
    assert_eq!(house.kept(), 0);
}
