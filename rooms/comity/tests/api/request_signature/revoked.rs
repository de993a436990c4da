//! What a key signed stays signed by it, whatever becomes of the key.

use super::{address, come_in, done, house, in_review, passkey, post};
use crate::request_walk::shows;
use access::{Organisation, Role};
use axum::http::StatusCode;
use identity::people::Actor;

#[tokio::test]
async fn a_key_that_is_revoked_between_signing_and_sending_signed_all_the_same_and_both_sides_read_that_it_was_revoked_since() {
    let house = house().await;
    let mut key = passkey("one");
    let (account, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let page = browser.get(&address(&request)).await;
    assert_eq!(browser.by_passkey(&page, &mut key, &[]).await.status, StatusCode::SEE_OTHER);
    let roll = house.people.roll().await.unwrap();
    let credential = roll.account(&account).unwrap().credentials()[0].key();
    let operator = Actor::operator("exercise officer");
    house.people.revoke(&operator, &account, &credential, "Lost").await.unwrap();
    done(&house, &request, "transmit", &[]).await;
    let state = [(Organisation::State("XAA".into()), Role::CentralAuthority)];
    for person in [
        house.sign_in("Exercise second", &[(Organisation::Court, Role::Registry)]).await,
        house.sign_in("Exercise authority", &state).await,
    ] {
        let page = house.get_as(&person, &format!("/en/request/{request}/signature")).await.text();
        shows(
            &page,
            &["The key was one of the officer’s when they signed.", "The key was revoked since"],
        );
        assert!(!page.contains("does not hold"), "{page}");
    }
}
