//! Signing in at an institution's own provider, over HTTP, with a real one: `tests-tools/oidc/provider.mjs`.

use crate::browser::{Browser, between};
use crate::house::{Answer, House};
use crate::node::Node;
use access::{Organisation, Role};
use axum::http::{Request, StatusCode};
use identity::act::Post;
use identity::http::Http;
use identity::oidc::{Provider, Settings};
use identity::people::Actor;
use jiff::Timestamp;
use std::collections::BTreeMap;
use web::Signing;

const REDIRECT: &str = "http://localhost:9/en/sign-in/return";

fn provider(issuer: &str, http: Http) -> Provider {
    let settings = Settings {
        issuer: issuer.to_owned(),
        client_id: "comity".to_owned(),
        client_secret: Some("exercise-secret-of-the-tests".to_owned()),
        redirect: REDIRECT.to_owned(),
    };
    Provider::new(settings, http).unwrap()
}

async fn house(issuer: &str) -> House {
    let house = House::signing(Signing {
        providers: vec![("Exercise ministry".to_owned(), provider(issuer, Http::new(b"").unwrap()))],
        ..Signing::default()
    })
    .await;
    // The provider's clock is that of the machine.
    house.outside.put(&Timestamp::now().to_string());
    house
}

/// Where a page that goes on by itself goes.
fn goes_on(page: &Answer) -> String {
    let to = between(&page.text(), "http-equiv=\"refresh\" content=\"0; url=", "\"").remove(0);
    to.replace("&#38;", "&")
}

/// Goes where a browser is sent at the provider until it is sent back, and gives that address on our site.
async fn at_the_provider(start: &str) -> String {
    let http = Http::new(b"").unwrap();
    let mut cookies: BTreeMap<String, String> = BTreeMap::new();
    let mut at = start.to_owned();
    for _ in 0..12 {
        let carried: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::get(&at).header("cookie", carried.join("; ")).body(Vec::new()).unwrap();
        let answer = http.call(request).await.unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = answer.headers().get("location").unwrap().to_str().unwrap();
        if !location.starts_with("http") {
            let origin: Vec<&str> = at.splitn(4, '/').take(3).collect();
            at = format!("{}{location}", origin.join("/"));
        } else {
            at = location.to_owned();
        }
        if let Some(back) = at.strip_prefix("http://localhost:9") {
            return back.to_owned();
        }
    }
    panic!("sent around for ever: {at}");
}

/// Presses the button of the provider, goes there, comes back, and gives the answer to whoever came back.
async fn there_and_back(browser: &mut Browser<'_>, page: &Answer, button: &str) -> Answer {
    let sent = browser.press(page, button).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    let back = at_the_provider(&goes_on(&sent)).await;
    // With a link from another site browsers send the session along no more than any other strict cookie.
    let strict: Vec<(String, String)> = ["__Host-session", "__Host-joining"]
        .iter()
        .filter_map(|name| browser.cookies.remove_entry(*name))
        .collect();
    let came = browser.get(&back).await;
    browser.cookies.extend(strict);
    assert_eq!(came.status, StatusCode::OK);
    browser.get(&goes_on(&came)).await
}

#[tokio::test]
async fn somebody_comes_in_by_their_provider_signs_in_and_shows_again_who_they_are() {
    let Some(node) = Node::start() else { return };
    let house = house(&node.issuer).await;
    let registry = Post {
        organisation: Organisation::Court,
        role: Role::Registry,
    };
    let operator = Actor::operator("exercise officer");
    let (_, link) = house.people.invite(&operator, "Exercise One", &registry, true).await.unwrap();
    let mut browser = Browser::new(&house);
    let address = format!("/fr/join/{}", link.text());
    let page = browser.get(&address).await;
    browser.press(&page, &address).await;
    let page = browser.get("/fr/join").await;
    let joined = there_and_back(&mut browser, &page, "/fr/sign-in/provider/0?for=join&to=").await;
    assert_eq!(
        (joined.status, joined.header("location")),
        (StatusCode::SEE_OTHER, "/fr/matters"),
        "{}",
        joined.text()
    );

    let mut again = Browser::new(&house);
    let page = again.get("/en/sign-in?to=%2Fen%2Fwarrants").await;
    let entered = there_and_back(&mut again, &page, "/en/sign-in/provider/0?for=sign-in&to=%2Fen%2Fwarrants").await;
    assert_eq!(
        (entered.status, entered.header("location")),
        (StatusCode::SEE_OTHER, "/en/warrants"),
        "{}",
        entered.text()
    );
    assert!(again.get("/en").await.text().contains("Signed in as <b>Exercise One</b>"));

    let before = again.cookies["__Host-session"].clone();
    let page = again.get("/en/verify?to=%2Fen%2Faccount").await;
    let verified = there_and_back(&mut again, &page, "/en/sign-in/provider/0?for=verify&to=%2Fen%2Faccount").await;
    assert_eq!(
        (verified.status, verified.header("location")),
        (StatusCode::SEE_OTHER, "/en/account"),
        "{}",
        verified.text()
    );
    assert_ne!(again.cookies["__Host-session"], before);
}

#[tokio::test]
async fn what_a_provider_says_to_another_browser_signs_nobody_in() {
    let Some(node) = Node::start() else { return };
    let house = house(&node.issuer).await;
    let mut attacker = Browser::new(&house);
    let page = attacker.get("/en/sign-in").await;
    let sent = attacker.press(&page, "/en/sign-in/provider/0?for=sign-in&to=").await;
    let back = at_the_provider(&goes_on(&sent)).await;
    // The attacker lets somebody else open the address to which the provider led.
    let mut victim = Browser::new(&house);
    let came = victim.get(&back).await;
    let refused = victim.get(&goes_on(&came)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("This did not work."));
    assert!(victim.cookies.is_empty());
    let page = victim.get("/en/sign-in").await;
    victim.press(&page, "/en/sign-in/provider/0?for=sign-in&to=").await;
    let refused = victim.get(&goes_on(&came)).await;
    assert_eq!(
        refused.status,
        StatusCode::FORBIDDEN,
        "one of their own that waits makes no difference"
    );
    assert!(!victim.cookies.contains_key("__Host-session"));
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_down() {
    // Nobody listens at this port of the machine.
    let house = house("http://localhost:9").await;
    let mut browser = Browser::new(&house);
    let page = browser.get("/en/sign-in").await;
    let answer = browser.press(&page, "/en/sign-in/provider/0?for=sign-in&to=").await;
    assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
    assert!(
        answer
            .text()
            .contains("does not answer. Try again in some minutes, or use a passkey.")
    );
    for wrong in [
        "/en/sign-in/provider/1?for=sign-in",
        "/en/sign-in/provider/x?for=sign-in",
        "/en/sign-in/provider/0?for=x",
    ] {
        assert_eq!(browser.post(wrong, &[]).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn whoever_showed_lately_who_they_are_adds_their_provider_and_nobody_else_can_have_the_same() {
    let Some(node) = Node::start() else { return };
    let house = house(&node.issuer).await;
    let button = "/en/sign-in/provider/0?for=add&to=%2Fen%2Faccount";
    let mut added = Vec::new();
    for name in ["Exercise One", "Exercise Two"] {
        let person = house.sign_in(name, &[(Organisation::Court, Role::Registry)]).await;
        let (cookie, token) = person.cookie.split_once('=').unwrap();
        let mut browser = Browser::new(&house);
        browser.cookies.insert(cookie.to_owned(), token.to_owned());
        let page = browser.get("/en/account").await;
        let answer = there_and_back(&mut browser, &page, button).await;
        let roll = house.people.roll().await.unwrap();
        added.push((answer.status, roll.account(&person.account).unwrap().credentials().len()));
    }
    assert_eq!(added, [(StatusCode::SEE_OTHER, 2), (StatusCode::BAD_REQUEST, 1)]);

    let later = house.sign_in("Exercise Three", &[(Organisation::Court, Role::Registry)]).await;
    let now = Timestamp::now() + jiff::SignedDuration::from_mins(6);
    house.outside.put(&now.to_string());
    let page = house.get_as(&later, "/en/account").await;
    assert!(!page.text().contains("for=add"), "it is not offered");
    let asked = house.post_as(&later, button, "").await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.text().contains("Show once more who you are"));
}
