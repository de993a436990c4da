//! Coming in by a link, and signing in: where one goes, and what is answered to who may not.

use super::{ORIGIN, SESSION, come_in, house, invited, passkey, registry, signed_in};
use crate::browser::{Browser, between};
use crate::house::{Answer, House};
use access::{Organisation, Role};
use axum::http::{Method, StatusCode};
use identity::people::Actor;
use identity::token::Token;
use web::{ClientCertificate, Signing};

/// A page without the link by which it was asked for.
fn plain(answer: &Answer, link: &str) -> String {
    answer.text().replace(&format!("/join/{link}"), "/join/LINK")
}

#[tokio::test]
async fn whoever_is_invited_comes_in_by_the_link_and_signs_in_by_the_passkey_that_they_made() {
    let house = house().await;
    let (_, link) = invited(&house, "Exercise One").await;
    let address = format!("/en/join/{}", link.text());
    // A mail filter opens the link before its owner does.
    for _ in 0..2 {
        let opened = house.get(&address).await;
        assert_eq!(opened.status, StatusCode::OK);
        assert!(opened.text().contains("Invitation for Exercise One") && opened.text().contains("Registry, Court"));
        assert!(opened.headers.get("set-cookie").is_none());
        assert_eq!(opened.header("cache-control"), "private, no-store");
    }
    let mut browser = Browser::new(&house);
    let page = browser.get(&address).await;
    browser.press(&page, &address).await;
    let page = browser.get("/en/join").await;
    assert!(page.text().contains("One step more, Exercise One"), "{}", page.text());
    let mut key = passkey("one");
    let joined = browser.by_passkey(&page, &mut key, &[]).await;
    assert_eq!((joined.status, joined.header("location")), (StatusCode::SEE_OTHER, "/en/matters"));
    assert_eq!(browser.cookies.keys().collect::<Vec<_>>(), [SESSION], "what led there is used up");
    let account = browser.get("/fr/account").await.text();
    assert!(
        account.contains("Connecté en tant que <b>Exercise One</b>") && account.contains("Greffe, Cour"),
        "{account}"
    );

    let page = browser.get("/en").await;
    assert!(page.text().contains("Signed in as <b>Exercise One</b>") && page.text().contains("Registry, Court"));
    assert_eq!(page.header("cache-control"), "private, no-store");
    let left = browser.press(&page, "/en/sign-out").await;
    assert_eq!((left.status, left.header("location")), (StatusCode::SEE_OTHER, "/en"));
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
    assert!(browser.cookies.is_empty());
    assert!(!browser.get("/en").await.text().contains("Exercise One"));

    let mut again = signed_in(&house, &mut key).await;
    assert!(again.get("/en").await.text().contains("Signed in as <b>Exercise One</b>"));
}

#[tokio::test]
async fn a_link_that_was_used_or_is_too_old_or_never_was_is_answered_by_one_page() {
    let house = house().await;
    let (_, used) = invited(&house, "Exercise One").await;
    let (_, old) = invited(&house, "Exercise Two").await;
    let mut browser = Browser::new(&house);
    let address = format!("/en/join/{}", used.text());
    let page = browser.get(&address).await;
    browser.press(&page, &address).await;
    house.outside.put("2026-11-26T11:04:00Z");
    let never = Token::new(&*house.outside).text();
    let mut answers = Vec::new();
    for link in [used.text(), old.text(), never, "x".to_owned()] {
        let address = format!("/en/join/{link}");
        for answer in [house.get(&address).await, house.post(&address, "").await] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{link}");
            assert!(answer.headers.get("set-cookie").is_none());
            answers.push(plain(&answer, &link));
        }
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "each tells the same");
    assert!(answers[0].contains("This link does not work"));
    let late = browser.get("/en/join").await;
    assert_eq!(late.status, StatusCode::NOT_FOUND, "whoever took it up has an hour");
}

#[tokio::test]
async fn what_is_refused_at_sign_in_is_answered_by_one_page_and_no_cookie() {
    let house = house().await;
    let mut key = passkey("one");
    let (account, _) = come_in(&house, "Exercise One", &mut key).await;
    let mut browser = Browser::new(&house);
    let page = browser.get("/en/sign-in").await;
    let mut refused = vec![
        browser.post("/en/sign-in", &[]).await,
        browser.post("/en/sign-in", &[("_answer", "{}")]).await,
        browser.post("/en/sign-in", &[("means", "certificate")]).await,
        browser
            .post("/en/sign-in", &[("means", "demonstration"), ("account", &account.to_string())])
            .await,
    ];
    let mut stranger = passkey("stranger");
    stranger.user = account.to_string().into_bytes();
    refused.push(browser.by_passkey(&page, &mut stranger, &[]).await);
    key.origin = "https://example.org".to_owned();
    refused.push(browser.by_passkey(&page, &mut key, &[]).await);
    key.origin = ORIGIN.to_owned();
    key.verified = false;
    refused.push(browser.by_passkey(&page, &mut key, &[]).await);
    key.verified = true;
    house
        .people
        .close(&Actor::operator("exercise officer"), &account, "Exercise")
        .await
        .unwrap();
    refused.push(browser.by_passkey(&page, &mut key, &[]).await);
    let first = refused[0].text();
    assert!(first.contains("You are not signed in") && first.contains("This did not work."));
    for (n, answer) in refused.iter().enumerate() {
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{n}");
        assert!(answer.headers.get("set-cookie").is_none(), "{n}");
        assert_eq!(answer.text(), first, "{n}");
    }
}

#[tokio::test]
async fn whoever_signed_in_goes_back_to_the_page_from_which_they_came_and_nowhere_else() {
    let house = house().await;
    let mut key = passkey("one");
    come_in(&house, "Exercise One", &mut key).await;
    for (to, led) in [
        ("%2Ffr%2Fperson%2Fkony%3Fas_at%3D2013-10-02", "/fr/person/kony?as_at=2013-10-02"),
        ("%2Fen%2Faccount", "/en/account"),
        ("%2Ffr%2Fmatters", "/fr/matters"),
        ("%2Fen%2Fmatter%2Fexercise-1", "/en/matter/exercise-1"),
        ("%2Fen%2Fpeople%3Forganisation%3Dcourt", "/en/people?organisation=court"),
        ("%2Fen%2Faudit", "/en/audit"),
        ("%2Fen%2Fsign-out", "/en/matters"),
        ("%2Fen%2Fmatter%2F..%2F..%2Fapi%2Fv1", "/en/matters"),
        ("%2F%2Fexample.org", "/en/matters"),
        ("https%3A%2F%2Fexample.org%2Fen", "/en/matters"),
        ("", "/en/matters"),
    ] {
        let mut browser = Browser::new(&house);
        let page = browser.get(&format!("/en/sign-in?to={to}")).await;
        let answer = browser.by_passkey(&page, &mut key, &[]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, led), "{to}");
        let again = browser.get(&format!("/en/sign-in?to={to}")).await;
        assert_eq!(again.header("location"), led, "who is signed in needs not sign in");
    }
    let asked = house.get("/en/account").await;
    assert_eq!(
        (asked.status, asked.header("location")),
        (StatusCode::SEE_OTHER, "/en/sign-in?to=%2Fen%2Faccount")
    );
}

#[tokio::test]
async fn whoever_follows_a_link_in_a_mail_while_signed_in_needs_not_sign_in_again() {
    let house = house().await;
    let mut key = passkey("one");
    let (_, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    // With such a link a browser sends no strict cookie along, also not where it is led on.
    let elsewhere = [("sec-fetch-site", "cross-site")];
    let led = house.ask(Method::GET, "/en/account", &elsewhere).await;
    let page = house.ask(Method::GET, led.header("location"), &elsewhere).await;
    assert_eq!(page.status, StatusCode::OK);
    let on = between(&page.text(), "content=\"0; url=", "\"").remove(0);
    assert_eq!(on, "/en/sign-in?to=%2Fen%2Faccount");
    // From a page of ours it sends it.
    let there = browser.get(&on).await;
    assert_eq!((there.status, there.header("location")), (StatusCode::SEE_OTHER, "/en/account"));
    let nobodys = Browser::new(&house).get(&on).await;
    assert!(nobodys.status == StatusCode::OK && nobodys.text().contains("Sign in with a passkey"));
}

#[tokio::test]
async fn only_pages_that_ask_for_a_passkey_run_a_script_and_none_runs_inline() {
    let house = house().await;
    let page = house.get("/en/sign-in").await;
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self'; connect-src 'self'")
    );
    let scripts = between(&page.text(), "<script", "</script>");
    assert_eq!(scripts.len(), 1);
    let source = scripts[0].split('"').nth(1).unwrap().to_owned();
    assert!(scripts[0].ends_with("defer>"), "nothing stands in it: {}", scripts[0]);
    let script = house.get(&source).await;
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(script.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(
        house.get("/assets/passkey-0000000000000000.js").await.header("cache-control"),
        "public, max-age=60"
    );
    assert_eq!(house.get("/assets/passkey.js").await.status, StatusCode::NOT_FOUND);
    let other = house.get("/en/join/x").await;
    assert!(!other.header("content-security-policy").contains("script-src") && !other.text().contains("<script"));
}

#[tokio::test]
async fn a_certificate_signs_in_where_it_was_configured_and_whoever_it_is_of() {
    let shown = |digit: &str| ClientCertificate {
        sha256: digit.repeat(64),
        subject: "CN=Exercise One".to_owned(),
    };
    let configured = House::signing(Signing {
        certificates: true,
        ..Signing::default()
    })
    .await;
    let (_, link) = invited(&configured, "Exercise One").await;
    let mut browser = Browser::new(&configured);
    let address = format!("/en/join/{}", link.text());
    let page = browser.get(&address).await;
    browser.press(&page, &address).await;
    let page = browser.get("/en/join").await;
    let none = browser.press(&page, "/en/join").await;
    assert!(none.status == StatusCode::FORBIDDEN && none.text().contains("showed no certificate"));
    browser.connection.insert(shown("a"));
    let joined = browser.press(&page, "/en/join").await;
    assert_eq!((joined.status, joined.header("location")), (StatusCode::SEE_OTHER, "/en/matters"));

    let mut again = Browser::new(&configured);
    again.connection.insert(shown("a"));
    let page = again.get("/en/sign-in").await;
    assert_eq!(again.press(&page, "/en/sign-in").await.status, StatusCode::SEE_OTHER);
    let mut other = Browser::new(&configured);
    other.connection.insert(shown("b"));
    assert_eq!(other.press(&page, "/en/sign-in").await.status, StatusCode::FORBIDDEN);
    // What was typed is carried over this verification too.
    configured.outside.put("2026-11-25T11:10:00Z");
    let asked = again.get("/en/verify?to=%2Fen%2Faccount").await;
    other.cookies = again.cookies.clone();
    let refused = other.press(&asked, "/en/verify?to=%2Fen%2Faccount").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "a certificate of somebody else");
    let verified = again.press(&asked, "/en/verify?to=%2Fen%2Faccount").await;
    assert_eq!(
        (verified.status, verified.header("location")),
        (StatusCode::SEE_OTHER, "/en/account")
    );

    let house = house().await;
    let mut browser = Browser::new(&house);
    browser.connection.insert(shown("a"));
    let refused = browser.post("/en/sign-in", &[("means", "certificate")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "where none is configured, none signs in");
}

#[tokio::test]
async fn a_demonstration_signs_anybody_in_by_a_press_and_another_record_does_not() {
    let house = House::signing(Signing {
        demonstration: true,
        ..Signing::default()
    })
    .await;
    let operator = Actor::operator("exercise officer");
    let account = house
        .people
        .take_in_for_demonstration(&operator, "Exercise One", &registry(), None)
        .await
        .unwrap();
    let real = house.sign_in("Exercise Two", &[(Organisation::Court, Role::Registry)]).await;
    let mut browser = Browser::new(&house);
    let page = browser.get("/en/sign-in").await;
    assert!(page.text().contains("Exercise One</button>") && !page.text().contains("Exercise Two</button>"));
    let not_theirs = [("means", "demonstration"), ("account", &real.account.to_string())].map(|(n, v)| (n, v.to_owned()));
    let not_theirs: Vec<(&str, &str)> = not_theirs.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(browser.post("/en/sign-in", &not_theirs).await.status, StatusCode::FORBIDDEN);
    let entered = browser.press(&page, "/en/sign-in").await;
    assert_eq!((entered.status, entered.header("location")), (StatusCode::SEE_OTHER, "/en/matters"));
    house.outside.put("2026-11-25T11:10:00Z");
    let asked = browser.get("/en/verify?to=%2Fen%2Faccount").await;
    let verified = browser.press(&asked, "/en/verify?to=%2Fen%2Faccount").await;
    assert_eq!(verified.header("location"), "/en/account");

    let other = self::house().await;
    let theirs = other
        .people
        .take_in_for_demonstration(&operator, "Exercise One", &registry(), None)
        .await
        .unwrap();
    let mut browser = Browser::new(&other);
    assert!(!browser.get("/en/sign-in").await.text().contains("Exercise One"));
    let refused = browser
        .post("/en/sign-in", &[("means", "demonstration"), ("account", &theirs.to_string())])
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let _ = account;
}

#[tokio::test]
async fn whoever_comes_in_at_a_browser_at_which_somebody_is_signed_in_takes_their_place() {
    let house = house().await;
    let (mut key, mut others) = (passkey("one"), passkey("others"));
    let (first, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    let (_, link) = invited(&house, "Exercise Two").await;
    let address = format!("/en/join/{}", link.text());
    let page = browser.get(&address).await;
    assert!(page.text().contains("At this browser Exercise One is signed in."));
    browser.press(&page, &address).await;
    let page = browser.get("/en/join").await;
    browser.by_passkey(&page, &mut others, &[]).await;
    assert!(browser.get("/en").await.text().contains("Signed in as <b>Exercise Two</b>"));
    assert_eq!(
        house.people.sessions().list(&first).await.unwrap(),
        [],
        "nothing of the first is left open"
    );
}
