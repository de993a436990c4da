//! Hosts, origins, headers, caches, bodies and rates.

use super::server::Server;

const SITE: &str = "Host: comity.example.org";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
const SESSION: &str = "Cookie: __Host-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A server behind a proxy, under a public URL.
fn behind_a_proxy() -> Server {
    Server::start(&["--public-url", "https://comity.example.org", "--behind-proxy", "X-Forwarded-For"])
}

#[test]
fn a_request_for_another_host_gets_nothing() {
    let server = Server::start(&[]);
    let port = server.listens.rsplit(':').next().unwrap().to_owned();
    assert_eq!(server.ask("GET /en", &[]).status, 200);
    assert_eq!(server.ask("GET /en", &[&format!("Host: localhost:{port}")]).status, 200);
    let rebound = server.ask("GET /en", &["Host: attacker.example.org"]);
    assert_eq!((rebound.status, rebound.header("cache-control")), (421, "no-store"));
    assert!(!rebound.body.contains("attacker"), "{}", rebound.body);
    assert_eq!(
        server.ask("GET http://attacker.example.org/en", &[]).status,
        421,
        "an absolute target"
    );

    let server = behind_a_proxy();
    assert_eq!(server.ask("GET /en", &[SITE]).status, 200);
    assert_eq!(server.ask("GET /en", &[]).status, 421, "not even for the address where it listens");
    assert_eq!(
        server.ask("GET /en", &[SITE, "Host: attacker.example.org"]).status,
        421,
        "two hosts"
    );
    assert_eq!(
        server.ask("GET /en", &[SITE, "X-Forwarded-Host: attacker.example.org"]).status,
        200,
        "no other header names a host"
    );
}

#[test]
fn nothing_is_changed_by_what_another_site_makes_a_browser_send() {
    let server = behind_a_proxy();
    let post = |path: &str, headers: &[&str]| server.send(&format!("POST {path}"), &[&[SITE, FORM], headers].concat(), "wrong=x");
    for from_elsewhere in [
        &["Sec-Fetch-Site: cross-site"][..],
        &["Sec-Fetch-Site: same-site", "Origin: https://comity.example.org"],
        &["Origin: https://attacker.example.org"],
        &["Origin: http://comity.example.org"],
        &["Origin: null"],
        &[SESSION],
    ] {
        for path in ["/en/warrants", "/fr/nowhere", "/en/error"] {
            assert_eq!(post(path, from_elsewhere).status, 403, "{path} {from_elsewhere:?}");
        }
        let problem = post("/api/v1/overview", from_elsewhere);
        assert_eq!((problem.status, problem.header("content-type")), (403, "application/problem+json"));
    }
    let page = post("/fr/warrants", &["Origin: null"]);
    assert!(
        page.body.contains("<html lang=\"fr\"") && page.body.contains("autre site"),
        "{}",
        page.body
    );
    let form = post("/en/error", &["Origin: null"]);
    assert!(form.body.contains("<textarea"), "the form that was filled in comes back");
    for from_here in [
        &["Sec-Fetch-Site: same-origin", SESSION][..],
        &["Origin: https://comity.example.org", SESSION],
        &[],
    ] {
        assert_eq!(
            post("/en/warrants", from_here).status,
            405,
            "let through to a page that takes no form: {from_here:?}"
        );
    }
    assert_eq!(server.ask("TRACE /en", &[SITE, SESSION]).status, 403);
    assert_eq!(server.ask("TRACE /en", &[SITE]).status, 405);
}

#[test]
fn every_answer_forbids_what_no_page_needs() {
    let server = behind_a_proxy();
    let local = Server::start(&[]);
    let answers = [
        server.ask("GET /en", &[SITE]),
        server.ask("GET /en/overview.json", &[SITE]),
        server.ask("GET /api/v1/nowhere", &[SITE]),
        server.ask("GET /assets/nowhere", &[SITE]),
        server.ask("GET /en/data/register.zip", &[SITE]),
        server.ask("GET /en/changes.atom", &[SITE]),
        server.ask("POST /en", &[SITE, "Origin: null"]),
        server.ask("GET /en", &[]),
        local.ask("GET /en", &[]),
    ];
    let csp = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    for answer in &answers {
        for (header, expected) in [
            ("content-security-policy", csp),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("access-control-allow-origin", ""),
            ("server", ""),
        ] {
            assert_eq!(answer.header(header), expected, "{header} of {answer:?}");
        }
        let permissions = answer.header("permissions-policy");
        assert!(
            permissions.contains("camera=()") && permissions.contains("geolocation=()"),
            "{permissions}"
        );
    }
    let (last, over_tls) = answers.split_last().unwrap();
    for answer in over_tls {
        assert_eq!(
            answer.header("strict-transport-security"),
            "max-age=63072000; includeSubDomains",
            "{answer:?}"
        );
    }
    assert_eq!(last.header("strict-transport-security"), "", "http on this machine stays open");
}

#[test]
fn what_is_answered_to_a_session_is_kept_by_nobody() {
    let server = behind_a_proxy();
    for path in [
        "/en",
        "/en/overview.json",
        "/api/v1/overview",
        "/en/nowhere",
        "/",
        "/en?as_at=2013-10-02",
    ] {
        let answer = server.ask(&format!("GET {path}"), &[SITE, SESSION]);
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}: {answer:?}");
        assert_eq!(answer.header("etag"), "", "{path}");
    }
    let packed = |cookie| {
        server
            .ask("GET /en", &[SITE, "Accept-Encoding: gzip", cookie])
            .header("content-encoding")
            .to_owned()
    };
    assert_eq!(packed(SESSION), "", "nor is its length that of something compressed");
    assert_eq!(packed("Cookie: a=b"), "gzip");
    let anybody = server.ask("GET /en", &[SITE]);
    assert_eq!(anybody.header("cache-control"), "public, max-age=60");
    assert!(anybody.body.contains("/assets/comity-"));
    let sheet = anybody.body.split("href=\"").find(|part| part.starts_with("/assets/")).unwrap();
    let sheet = server.ask(&format!("GET {}", sheet.split('"').next().unwrap()), &[SITE, SESSION]);
    assert!(sheet.header("cache-control").contains("immutable"), "the same bytes for everybody");
}

#[test]
fn a_body_that_is_packed_too_long_or_cut_off_is_not_read() {
    let server = Server::start(&[]);
    let origin = format!("Origin: http://{}", server.listens);
    let post = |headers: &[&str], body: &str| server.send("POST /en/error", &[&[FORM, origin.as_str()], headers].concat(), body);
    for packed in ["gzip", "deflate", "br", "identity", "nonsense"] {
        let answer = post(&[&format!("Content-Encoding: {packed}")], "wrong=x");
        assert_eq!(answer.status, 415, "{packed}");
    }
    assert_eq!(post(&[], &format!("wrong={}", "x".repeat(40_000))).status, 413);
    assert_eq!(
        server
            .ask("POST /en/error", &[FORM, &origin, "Content-Length: 100000000000"])
            .status,
        413,
        "without waiting for it"
    );
    let both = ["Content-Length: 7", "Transfer-Encoding: chunked"];
    let smuggled = server.send("POST /en/error", &[&[FORM, origin.as_str()], &both[..]].concat(), "");
    assert_ne!(smuggled.status, 303, "two lengths hand nothing in");
    let long = format!("X-Long: {}", "x".repeat(500_000));
    let status = server.ask("GET /en", &[&long]).status;
    assert!([431, 400].contains(&status), "{status}");
}

#[test]
fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is() {
    let server = behind_a_proxy();
    let post = |path: &str, from: &str| {
        let from = format!("X-Forwarded-For: {from}");
        server.send(&format!("POST {path}"), &[SITE, FORM, &from], "x=1")
    };
    for n in 0..300 {
        assert_eq!(post("/en/warrants", "203.0.113.9, 192.0.2.1").status, 405, "{n}");
    }
    // Every fifth of a second allows one more, and asking takes time.
    let until_refused = |path: &str| {
        let mut answers = std::iter::repeat_with(|| post(path, "192.0.2.1")).take(300);
        answers.find(|answer| answer.status == 429).expect("asking is faster than that")
    };
    let refused = until_refused("/fr/warrants");
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert!(refused.body.contains("Rechargez cette page dans"), "{}", refused.body);
    let problem = until_refused("/api/v1/overview");
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert!(problem.header("retry-after").parse::<u64>().is_ok());
    assert_eq!(
        post("/en/warrants", "192.0.2.1, 192.0.2.2").status,
        405,
        "what a client writes before the proxy's word is not believed"
    );
    assert_eq!(post("/en/warrants", "203.0.113.9").status, 405);
    let page = server.ask("GET /en", &[SITE, "X-Forwarded-For: 192.0.2.1"]);
    assert_eq!(page.status, 200, "and reading goes on");
}

#[test]
fn without_a_proxy_no_header_says_who_asks() {
    let server = Server::start(&[]);
    for n in 0..310 {
        let answer = server.send("POST /en/warrants", &["X-Forwarded-For: 192.0.2.1"], "x=1");
        assert_eq!(answer.status, 405, "{n}");
    }
}
