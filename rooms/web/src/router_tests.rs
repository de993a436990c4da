//! What the router answers, over a record in which nothing stands yet.

#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use crate::empty_store::{SECRET, web};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

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

async fn send(broken: bool, method: &str, address: &str, header: (&'static str, &str)) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header(header.0, header.1)
        .body(Body::empty())
        .unwrap();
    let response = router(web(broken)).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

async fn get(address: &str) -> Answer {
    send(false, "GET", address, ("accept", "*/*")).await
}

const PAGES: [&str; 8] = [
    "",
    "/warrants",
    "/situations",
    "/working",
    "/counts",
    "/search",
    "/search?q=x",
    "/about",
];

#[tokio::test]
async fn an_empty_record_has_every_page_in_both_languages() {
    for lang in ["en", "fr"] {
        for page in PAGES {
            let answer = get(&format!("/{lang}{page}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{lang}{page}: {}", answer.body);
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
            assert!(answer.body.contains(&format!("<html lang=\"{lang}\">")));
        }
    }
}

#[tokio::test]
async fn every_answer_is_guarded() {
    for address in [
        "/",
        "/en",
        "/en/overview.json",
        "/nowhere",
        "/en/person/nobody",
        "/api/v1/nowhere",
        "/assets/x",
    ] {
        let answer = get(address).await;
        assert!(
            answer
                .header("content-security-policy")
                .starts_with("default-src 'none'; style-src 'self';"),
            "{address}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{address}");
    }
}

#[tokio::test]
async fn the_first_address_leads_to_the_language_of_the_browser() {
    let answer = send(false, "GET", "/", ("accept-language", "fr-BE,fr;q=0.9")).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/fr"));
    assert!(
        answer.header("vary").contains("accept-language"),
        "caches keep one answer a language"
    );
    assert_eq!(get("/").await.header("location"), "/en");
}

#[tokio::test]
async fn the_date_sentence_leads_to_a_canonical_address() {
    let answer = get("/en/counts?d=2&m=10&y=2013&hindsight=1&kd=25&km=11&ky=2026").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/en/counts?as_at=2013-10-02&hindsight=1")
    );
    assert_eq!(get("/en/").await.header("location"), "/en");
    assert_eq!(get("/fr/overview").await.header("location"), "/fr");
    assert_eq!(get("/fr/overview.csv?x=1").await.header("location"), "/fr/overview.csv");
}

#[tokio::test]
async fn a_wrong_date_is_a_bad_request_on_the_page_and_a_problem_in_data() {
    let answer = get("/fr?as_at=2013-02-30").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("class=\"oops\"") && answer.body.contains("n’est pas un jour du calendrier"));
    let answer = get("/fr/overview.json?as_at=2013-02-30").await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (StatusCode::BAD_REQUEST, "application/problem+json")
    );
}

#[tokio::test]
async fn the_unknown_is_not_found_whatever_is_unknown() {
    for address in [
        "/fr/nowhere",
        "/fr/person/nobody",
        "/fr/situation/ICC-99-99",
        "/fr/entry/0123456789abcdef0123456789abcdef",
        "/fr/about.json",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        let html = answer.body.contains("Il n’y a rien ici") && answer.header("content-type").starts_with("text/html");
        let problem = answer.header("content-type") == "application/problem+json";
        assert!(
            if address.ends_with(".json") { problem } else { html },
            "{address}: {}",
            answer.body
        );
    }
    let answer = send(false, "GET", "/de/person/x", ("accept-language", "fr")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(
        answer.body.contains("<html lang=\"fr\">"),
        "in the language that the browser prefers"
    );
    assert_eq!(get("/en/%FF").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn before_the_record_began_the_page_is_empty_and_says_so() {
    let answer = get("/en?known_on=2020-01-01").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("The record had not begun"));
    assert!(!answer.body.contains("class=\"fig\""), "no figure is shown, not even 0");
}

#[tokio::test]
async fn pages_of_persons_are_kept_out_of_search_engines() {
    for address in ["/en/person/x", "/en/person/x.json", "/en/search?q=x", "/en/entry/x"] {
        assert_eq!(get(address).await.header("x-robots-tag"), "noindex", "{address}");
    }
    assert_eq!(get("/en").await.header("x-robots-tag"), "");
}

#[tokio::test]
async fn pages_are_read_and_nothing_else() {
    let head = send(false, "HEAD", "/en", ("accept", "*/*")).await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    assert_eq!(head.header("etag"), get("/en").await.header("etag"), "HEAD says what GET would");
    for address in ["/", "/en", "/en/warrants", "/en/"] {
        let post = send(false, "POST", address, ("accept", "*/*")).await;
        assert_eq!(
            (post.status, post.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_page_is_sent_once_and_compressed() {
    let first = get("/en").await;
    let again = send(false, "GET", "/en", ("if-none-match", first.header("etag"))).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let packed = send(false, "GET", "/en", ("accept-encoding", "gzip")).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert_ne!(packed.header("etag"), first.header("etag"), "other bytes, another tag");
}

#[tokio::test]
async fn only_a_page_with_both_days_over_stays_in_caches() {
    assert_eq!(
        get("/en?as_at=2013-10-02&known_on=2026-11-24").await.header("cache-control"),
        "public, max-age=86400, must-revalidate"
    );
    for moving in ["/en", "/en?as_at=2013-10-02", "/en?as_at=2013-10-02&known_on=2026-11-25"] {
        assert_eq!(get(moving).await.header("cache-control"), "public, max-age=60", "{moving}");
    }
}

#[tokio::test]
async fn the_style_sheet_lies_under_an_address_that_names_its_bytes() {
    let page = get("/en").await.body;
    let sheet = page
        .split("<link rel=\"stylesheet\" href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let answer = get(sheet).await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (StatusCode::OK, "text/css; charset=utf-8")
    );
    assert!(answer.header("cache-control").contains("immutable"));
    let older = get("/assets/comity-0000000000000000.css").await;
    assert_eq!(older.status, StatusCode::OK, "a page out of a cache still finds a sheet");
    assert!(!older.header("cache-control").contains("immutable"));
    assert_eq!(get("/assets/other.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_record_that_cannot_be_read_is_said_without_what_lies_inside() {
    for address in ["/en", "/en/overview.json", "/en/person/x"] {
        let answer = send(true, "GET", address, ("accept", "*/*")).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{address}");
        assert!(!answer.body.contains(SECRET), "{address}");
    }
}
