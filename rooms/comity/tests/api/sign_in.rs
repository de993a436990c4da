//! Coming in by a link, signing in, showing again who one is, one's own account, and going, over HTTP, with an
//! authenticator of software and a browser that keeps cookies.

mod account;
mod coming_in;
mod typed;

use crate::authenticator::{Authenticator, Kind};
use crate::browser::Browser;
use crate::house::House;
use access::{Organisation, Role};
use axum::http::StatusCode;
use identity::account::AccountId;
use identity::act::Post;
use identity::passkey::RelyingParty;
use identity::people::Actor;
use identity::token::Token;
use web::Signing;

const ORIGIN: &str = "http://localhost:8080";
const SESSION: &str = "__Host-session";

fn registry() -> Post {
    Post {
        organisation: Organisation::Court,
        role: Role::Registry,
    }
}

async fn house() -> House {
    House::signing(Signing {
        party: Some(RelyingParty::new("Comity", &[ORIGIN]).unwrap()),
        ..Signing::default()
    })
    .await
}

fn passkey(id: &str) -> Authenticator {
    Authenticator::new(Kind::Es256, ORIGIN, id.as_bytes())
}

async fn invited(house: &House, name: &str) -> (AccountId, Token) {
    let operator = Actor::operator("exercise officer");
    house.people.invite(&operator, name, &registry(), true).await.unwrap()
}

/// Somebody who came in by a link and a passkey, in their browser.
async fn come_in<'h>(house: &'h House, name: &str, passkey: &mut Authenticator) -> (AccountId, Browser<'h>) {
    let (account, link) = invited(house, name).await;
    let mut browser = Browser::new(house);
    let address = format!("/en/join/{}", link.text());
    let page = browser.get(&address).await;
    let accepted = browser.press(&page, &address).await;
    assert_eq!((accepted.status, accepted.header("location")), (StatusCode::SEE_OTHER, "/en/join"));
    let page = browser.get("/en/join").await;
    let joined = browser.by_passkey(&page, passkey, &[]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text());
    (account, browser)
}

async fn signed_in<'h>(house: &'h House, passkey: &mut Authenticator) -> Browser<'h> {
    let mut browser = Browser::new(house);
    let page = browser.get("/en/sign-in").await;
    let answer = browser.by_passkey(&page, passkey, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    browser
}
