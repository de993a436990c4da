use crate::house::{BEGAN_ON, House};
use axum::http::Method;
use web::api::schema::Problem;

/// Asks, and reads the refusal as the problem that the document describes.
async fn refused(house: &House, method: Method, address: &str, status: u16, kind: &str) -> Problem {
    let answer = house.ask(method, address, &[]).await;
    assert_eq!(answer.status, status, "{address}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
    assert_eq!(answer.header("cache-control"), "no-store", "{address}");
    assert_eq!(answer.header("etag"), "", "{address}: a refusal is not to be kept");
    let problem: Problem = serde_json::from_value(answer.json()).unwrap();
    assert_eq!(
        (problem.r#type.as_str(), problem.status),
        (format!("/problems/{kind}").as_str(), status),
        "{address}"
    );
    problem
}

#[tokio::test]
async fn a_wrong_parameter_is_named_with_how_to_mend_it() {
    let house = House::open().await;
    for (query, parameter) in [
        ("outstanding?at=2013-10-02", "at"),
        ("outstanding?as_at=2013-10-02&as_at=2013-10-02", "as_at"),
        ("outstanding?as_at=", "as_at"),
        ("outstanding?as_at=2013-02-30", "as_at"),
        ("outstanding?as_at=02.10.2013", "as_at"),
        ("outstanding?as_at=1998-07-16", "as_at"),
        ("outstanding?as_at=-999999-01-01", "as_at"),
        ("outstanding?known_on=9999-12-31", "known_on"),
        ("outstanding?hindsight=yes", "hindsight"),
        ("outstanding?as_at=%ff", "as_at"),
        ("outstanding?as_at=%2", "as_at"),
        ("persons?status=free", "status"),
        ("persons?years=3", "years"),
        ("persons?limit=0", "limit"),
        ("persons?limit=501", "limit"),
        ("persons?situation=Uganda", "situation"),
        ("persons?name=%00", "name"),
        ("search", "q"),
        ("search?q=", "q"),
        ("persons/kony?status=all", "status"),
        ("situations/ICC-02-04?x", "x"),
        ("checkpoint?as_at=2013-10-02", "as_at"),
        ("files?as_at=2013-10-02", "as_at"),
        ("states?state=FRA", "state"),
        ("compare", "from"),
        ("compare?from=", "from"),
        ("compare?from=2013-02-30", "from"),
        ("compare?from=20131002", "from"),
        ("doubts?file=persons", "file"),
        ("doubts?disputed=yes", "disputed"),
        ("files/agreements?limit=501", "limit"),
        ("openapi.json?v=3", "v"),
    ] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/{query}"), 400, "parameters").await;
        let errors = problem.errors.unwrap_or_default();
        assert_eq!(
            errors.iter().map(|error| error.parameter.as_str()).collect::<Vec<_>>(),
            [parameter],
            "{query}"
        );
        assert!(problem.detail.contains(&errors[0].detail), "{query}");
    }
}

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once() {
    let house = House::open().await;
    let problem = refused(
        &house,
        Method::GET,
        "/api/v1/persons?status=free&years=3&limit=x&as_at=soon",
        400,
        "parameters",
    )
    .await;
    let named: Vec<_> = problem
        .errors
        .unwrap_or_default()
        .into_iter()
        .map(|error| error.parameter)
        .collect();
    assert_eq!(named, ["status", "years", "limit", "as_at"]);
}

#[tokio::test]
async fn after_today_offers_today() {
    let house = House::open().await;
    for query in ["as_at=2026-11-26", "known_on=2026-11-26"] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/outstanding?{query}"), 400, "parameters").await;
        assert_eq!(problem.today.map(|day| day.0.to_string()).as_deref(), Some("2026-11-25"), "{query}");
    }
    house.outside.put("2026-11-25T23:30:00Z");
    assert_eq!(
        house.get("/api/v1/outstanding?as_at=2026-11-26").await.status,
        200,
        "today is the civil day in The Hague"
    );
}

#[tokio::test]
async fn a_cursor_that_is_none_is_refused() {
    let house = House::open().await;
    for after in ["x", "2005-10-13", "_kony", "%22"] {
        refused(&house, Method::GET, &format!("/api/v1/persons?after={after}"), 400, "filter").await;
        refused(
            &house,
            Method::GET,
            &format!("/api/v1/files/agreements?after={after}"),
            400,
            "filter",
        )
        .await;
    }
}

#[tokio::test]
async fn before_the_record_began_nothing_was_known() {
    let house = House::open().await;
    for path in [
        "outstanding?",
        "overview?",
        "persons?",
        "persons/kony?",
        "situations?",
        "situations/ICC-02-04?",
        "working?",
        "counts?",
        "search?q=kony&",
        "states?",
        "states/FRA?",
        "treaties?",
        "treaties/apic?",
        "files/agreements?",
        "rows/agreement-fin-sentences?",
        "compare?from=2013-10-02&",
        "sessions?",
        "sources?",
        "doubts?",
    ] {
        let problem = refused(
            &house,
            Method::GET,
            &format!("/api/v1/{path}known_on=2026-11-20"),
            404,
            "before-the-record",
        )
        .await;
        assert_eq!(
            problem.record_begins.map(|day| day.0.to_string()).as_deref(),
            Some(BEGAN_ON),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_everywhere_under_the_api() {
    let house = House::open().await;
    for address in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v2/outstanding",
        "/api/v1/outstanding/",
        "/api/v1/entries",
        "/api/v1/persons/a/b",
        "/api/v1/rows",
        "/api/v1/states/FRA/",
        "/problems/other",
    ] {
        refused(&house, Method::GET, address, 404, "no-such-address").await;
    }
    for address in [
        "/api/v1/persons/nobody",
        "/api/v1/persons/%ff",
        "/api/v1/persons/%00",
        "/api/v1/persons/KONY",
        "/api/v1/situations/ICC-99-99",
        "/api/v1/situations/Uganda",
        "/api/v1/rows/agreement-xaa-sentences",
        "/api/v1/rows/kony-1",
        "/api/v1/rows/%ff",
        "/api/v1/entries/1",
        "/api/v1/entries/ffffffffffffffffffffffffffffffff",
        "/api/v1/entries/ffffffffffffffffffffffffffffffff/proof",
    ] {
        refused(&house, Method::GET, address, 404, "not-found").await;
    }
}

#[tokio::test]
async fn other_methods_are_told_the_right_ones() {
    let house = House::open().await;
    for method in [
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
        Method::TRACE,
    ] {
        for address in [
            "/api/v1/outstanding",
            "/api/v1/persons/kony",
            "/api/v1/openapi.json",
            "/problems/method",
        ] {
            refused(&house, method.clone(), address, 405, "method").await;
            assert_eq!(house.ask(method.clone(), address, &[]).await.header("allow"), "GET, HEAD");
        }
    }
}

#[tokio::test]
async fn a_very_long_address_is_refused() {
    let house = House::open().await;
    let address = format!("/api/v1/search?q={}", "a".repeat(8000));
    refused(&house, Method::GET, &address, 414, "address-too-long").await;
}

#[tokio::test]
async fn every_problem_is_explained_at_its_type() {
    let house = House::open().await;
    for address in [
        "/api/v1/outstanding?x=1",
        "/api/v2",
        "/api/v1/persons/nobody",
        "/api/v1/states/FRE",
        "/api/v1/states/MNE?as_at=2006-06-02",
    ] {
        let problem: Problem = serde_json::from_value(house.get(address).await.json()).unwrap();
        let explained = house.get(&problem.r#type).await;
        assert_eq!(
            (explained.status.as_u16(), explained.header("content-type")),
            (200, "text/plain; charset=utf-8")
        );
        assert!(explained.text().starts_with(&problem.title));
    }
}

#[tokio::test]
async fn a_store_that_cannot_be_read_is_a_failure_that_tells_nothing_of_the_inside() {
    let house = House::open().await;
    house.store.close().await;
    for path in [
        "outstanding",
        "persons",
        "persons/kony",
        "working",
        "checkpoint",
        "states",
        "states/FRA",
        "treaties/apic",
        "files/agreements",
        "sessions",
        "doubts",
    ] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/{path}"), 500, "failed").await;
        let said = format!("{} {}", problem.title, problem.detail).to_lowercase();
        assert!(
            !["pool", "sqlite", "database", "closed"].iter().any(|word| said.contains(word)),
            "{said}"
        );
    }
}

#[tokio::test]
async fn a_state_is_asked_for_by_its_code_and_whatever_else_is_answered_with_it() {
    let house = House::open().await;
    for (asked, says) in [
        ("fra", "it means FRA: ask for /api/v1/states/FRA"),
        ("FR", "it means FRA: ask for /api/v1/states/FRA"),
        ("France", "it means FRA: ask for /api/v1/states/FRA"),
        ("Czech%20Republic", "it means CZE: ask for /api/v1/states/CZE"),
        ("FRE", "FRA (France)"),
        ("Hungry", "did you mean HUN (Hungary)?"),
        ("XAA", "is not the code of a State in this record"),
        ("%20", "is not the code of a State in this record"),
    ] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/states/{asked}"), 404, "unknown-name").await;
        assert!(problem.detail.contains(says), "{asked}: {}", problem.detail);
    }
    let problem = refused(&house, Method::GET, "/api/v1/files/findings?state=FRE", 400, "filter").await;
    assert!(problem.detail.contains("FRA (France)"), "{}", problem.detail);
}

#[tokio::test]
async fn what_did_not_exist_on_the_day_says_from_when_it_does() {
    let house = House::open().await;
    for (path, day, first) in [
        ("states/MNE", "2006-06-02", "2006-06-03"),
        ("states/SSD", "2011-07-08", "2011-07-09"),
        ("treaties/apic", "2002-09-08", "2002-09-09"),
    ] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/{path}?as_at={day}"), 404, "not-yet").await;
        assert_eq!(problem.exists_from.map(|day| day.0.to_string()).as_deref(), Some(first), "{path}");
        assert!(problem.detail.contains(first), "{}", problem.detail);
        assert_eq!(house.get(&format!("/api/v1/{path}?as_at={first}")).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn words_that_name_no_treaty_file_kind_or_topic_are_answered_with_those_that_there_are() {
    let house = House::open().await;
    for (path, status, kind, says) in [
        ("treaties/geneva", 404, "unknown-name", "rome-statute or apic"),
        ("files/warrants", 404, "unknown-name", "agreements, referrals, resolutions"),
        ("files/proceedings", 404, "unknown-name", "ask for one of states"),
        (
            "files/findings?kind=verdict",
            400,
            "filter",
            "finding, information communicated, no finding",
        ),
        ("files/findings?kind=verdict&state=ITA", 400, "filter", "information communicated"),
        ("files/apic?kind=x&as_at=1999-01-01", 400, "filter", "this file has none on the day"),
        ("files/legislation?topic=sports", 400, "filter", "surrender"),
    ] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/{path}"), status, kind).await;
        assert!(problem.detail.contains(says), "{path}: {}", problem.detail);
    }
}

#[tokio::test]
async fn two_days_in_the_wrong_order_are_named_with_what_to_do() {
    let house = House::open().await;
    for (query, says) in [
        (
            "from=2014-01-01&as_at=2013-10-02",
            "from 2014-01-01 does not lie before as_at 2013-10-02",
        ),
        ("from=2013-10-02&as_at=2013-10-02", "does not lie before"),
        ("from=2026-11-25", "does not lie before as_at 2026-11-25"),
        ("from=1998-07-16&as_at=2013-10-02", "the day on which the Rome Statute was adopted"),
    ] {
        let problem = refused(&house, Method::GET, &format!("/api/v1/compare?{query}"), 400, "filter").await;
        assert!(problem.detail.contains(says), "{query}: {}", problem.detail);
    }
}

#[tokio::test]
async fn whoever_prefers_french_is_told_in_french_what_is_wrong_with_an_address_or_a_body() {
    let house = House::open().await;
    let headers = [("accept-language", "fr"), ("content-type", "application/json")];
    for (address, status, kind, detail) in [
        (
            "/api/v1/outstanding?as_at=soon",
            400,
            "parameters",
            "as_at n’est pas un jour du calendrier",
        ),
        (
            "/api/v1/persons?after=x",
            400,
            "filter",
            "after n’est pas un curseur de cette liste",
        ),
        ("/api/v1/states/FRE", 404, "unknown-name", "ou FRA (France)"),
        ("/api/v1/treaties/geneva", 404, "unknown-name", "rome-statute ou apic"),
        ("/api/v1/persons/nobody", 404, "not-found", "Il n’y a rien de ce nom pour vous"),
        ("/api/v1/requests", 401, "no-token", "Ce qui n’est pas public"),
        ("/api/v2", 404, "no-such-address", "Toutes les adresses"),
    ] {
        let answer = house.ask(Method::GET, address, &headers).await;
        assert_eq!(answer.status, status, "{address}: {}", answer.text());
        let problem: Problem = serde_json::from_value(answer.json()).unwrap();
        assert_eq!(
            (problem.r#type.as_str(), answer.header("content-language")),
            (format!("/problems/{kind}").as_str(), "fr"),
            "{address}"
        );
        assert!(problem.detail.contains(detail), "{address}: {}", problem.detail);
    }
    for (body, detail) in [
        ("{\"form\": [", "ligne 1, caractère 11"),
        ("{\"person\": \"x\"}", "de quelle forme de coopération"),
        ("[]", "ne contient pas d’objet"),
    ] {
        let answer = house
            .send(Method::POST, "/api/v1/check", &headers, axum::body::Body::from(body))
            .await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["title"]),
            (400, &"Le corps ne peut être lu".into()),
            "{body}"
        );
        assert!(answer.text().contains(detail), "{body}: {}", answer.text());
    }
    let explained = house.ask(Method::GET, "/problems/no-token", &headers).await;
    assert!(explained.text().starts_with("Il faut un jeton"), "{}", explained.text());
}
