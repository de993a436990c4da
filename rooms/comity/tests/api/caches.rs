use crate::house::House;
use axum::http::Method;

const VIEWS: [&str; 24] = [
    "/api/v1/outstanding?as_at=2013-10-02&known_on=2026-11-22",
    "/api/v1/overview",
    "/api/v1/persons?status=all",
    "/api/v1/persons/kony",
    "/api/v1/situations",
    "/api/v1/situations/ICC-02-04",
    "/api/v1/working",
    "/api/v1/counts",
    "/api/v1/states",
    "/api/v1/states/ITA",
    "/api/v1/treaties",
    "/api/v1/treaties/rome-statute",
    "/api/v1/files",
    "/api/v1/files/findings?limit=5",
    "/api/v1/rows/finding-ita-2025-10-17",
    "/api/v1/compare?from=2013-10-02",
    "/api/v1/sessions",
    "/api/v1/public-requests",
    "/api/v1/sources",
    "/api/v1/doubts?file=findings",
    "/api/v1/search?q=kony",
    "/api/v1/checkpoint",
    "/api/v1/openapi.json",
    "/problems/parameters",
];

#[tokio::test]
async fn an_answer_that_the_asker_has_is_304_without_a_body() {
    let house = House::open().await;
    for address in VIEWS {
        let first = house.get(address).await;
        assert_eq!(first.status, 200, "{address}: {}", first.text());
        let tag = first.header("etag");
        assert!(tag.starts_with('"') && tag.len() > 22, "{address}: {tag} is a strong tag");
        let again = house.ask(Method::GET, address, &[("if-none-match", tag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{address}");
        for name in ["etag", "cache-control", "vary"] {
            assert_eq!(again.header(name), first.header(name), "{address}: {name}");
        }
        let other = house.ask(Method::GET, address, &[("if-none-match", "\"something-else\"")]).await;
        assert_eq!(other, first, "{address}: the same question has the same answer");
    }
}

#[tokio::test]
async fn another_day_has_another_tag() {
    let house = House::open().await;
    let one = house.get("/api/v1/outstanding?as_at=2013-10-02").await;
    let address = "/api/v1/outstanding?as_at=2013-10-03";
    let other = house.ask(Method::GET, address, &[("if-none-match", one.header("etag"))]).await;
    assert_eq!(other.status, 200);
    assert_ne!(one.header("etag"), other.header("etag"));
}

#[tokio::test]
async fn only_an_answer_with_both_days_over_stays_in_shared_caches_for_a_day() {
    let house = House::open().await;
    for (query, expected) in [
        ("?as_at=2013-10-02&known_on=2026-11-24", "public, max-age=86400, must-revalidate"),
        ("?as_at=2013-10-02&known_on=2026-11-25", "public, max-age=60"),
        ("?as_at=2013-10-02", "public, max-age=60"),
        ("?known_on=2026-11-24", "public, max-age=60"),
        ("", "public, max-age=60"),
    ] {
        let answer = house.get(&format!("/api/v1/outstanding{query}")).await;
        assert_eq!(answer.header("cache-control"), expected, "{query}");
    }
}

#[tokio::test]
async fn head_gives_the_head_of_get_alone() {
    let house = House::open().await;
    for address in VIEWS
        .into_iter()
        .chain(["/api/v1/persons/nobody", "/api/v1/states/ZZZ", "/api/v1/outstanding?as_at=soon"])
    {
        let get = house.get(address).await;
        let head = house.ask(Method::HEAD, address, &[]).await;
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{address}");
        for name in ["content-type", "etag", "cache-control", "content-length"] {
            assert_eq!(head.header(name), get.header(name), "{address}: {name}");
        }
    }
}

#[tokio::test]
async fn compressed_answers_have_tags_of_their_own_that_are_recognised() {
    let house = House::open().await;
    let address = "/api/v1/outstanding?as_at=2013-10-02";
    let plain = house.get(address).await;
    let gzip = house.ask(Method::GET, address, &[("accept-encoding", "gzip")]).await;
    assert_eq!((gzip.header("content-encoding"), gzip.header("vary")), ("gzip", "accept-encoding"));
    assert!(gzip.body.len() * 2 < plain.body.len());
    assert_ne!(gzip.header("etag"), plain.header("etag"), "other bytes, another tag");
    let again = house
        .ask(
            Method::GET,
            address,
            &[("accept-encoding", "gzip"), ("if-none-match", gzip.header("etag"))],
        )
        .await;
    assert_eq!((again.status.as_u16(), again.header("etag")), (304, gzip.header("etag")));
}
