//! What was typed outlives a session and a verification.

use super::{come_in, house, passkey, signed_in};
use axum::http::StatusCode;
use identity::people::Actor;

#[tokio::test]
async fn what_was_typed_is_carried_over_a_fresh_verification_and_done_once() {
    let house = house().await;
    let (mut key, mut second) = (passkey("one"), passkey("two"));
    let (account, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    let page = browser.get("/en/account").await;
    let added = browser.by_passkey(&page, &mut second, &[("name", "blue key")]).await;
    assert_eq!(added.header("location"), "/en/account", "{}", added.text());
    let roll = house.people.roll().await.unwrap();
    let first = roll.account(&account).unwrap().credentials()[0].key().text();

    house.outside.put("2026-11-25T11:10:00Z");
    assert!(
        !browser.get("/en/account").await.text().contains("data-passkey"),
        "what asks freshness is not offered"
    );
    let typed = [("act", "revoke"), ("of", first.as_str()), ("reason", "Lost <b>& found</b>")];
    let asked = browser.post("/en/account", &typed).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(
        asked.text().contains("value=\"Lost &#60;b&#62;&#38; found&#60;/b&#62;\""),
        "{}",
        asked.text()
    );
    assert_eq!(roll.account(&account).unwrap().credentials().len(), 2, "nothing was done yet");
    // Somebody else's passkey, and then the one with which the session began.
    let mut other = passkey("other");
    other.user = account.to_string().into_bytes();
    let refused = browser.by_passkey(&asked, &mut other, &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(
        refused.text().contains("This did not work.") && refused.text().contains("Lost "),
        "it is carried on still"
    );
    let done = browser.by_passkey(&refused, &mut key, &[]).await;
    assert_eq!(
        (done.status, done.header("location")),
        (StatusCode::SEE_OTHER, "/en/sign-in"),
        "{}",
        done.text()
    );
    let roll = house.people.roll().await.unwrap();
    assert_eq!(roll.account(&account).unwrap().credentials().len(), 1);
    assert_eq!(browser.get("/en/account").await.status, StatusCode::SEE_OTHER, "all sessions ended");
    signed_in(&house, &mut second).await;
}

#[tokio::test]
async fn what_was_typed_outlives_the_session_and_is_sent_in_nobody_elses_name() {
    let house = house().await;
    let (mut key, mut others) = (passkey("one"), passkey("others"));
    let (account, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    let (_, _) = come_in(&house, "Exercise Two", &mut others).await;
    house.outside.put("2026-11-25T11:40:00Z");
    let kept = browser.post("/en/account", &[("act", "stop"), ("reason", "Not me")]).await;
    assert_eq!(kept.status, StatusCode::FORBIDDEN);
    assert!(
        kept.text().contains("your session is over") && kept.text().contains("value=\"Not me\""),
        "{}",
        kept.text()
    );
    // Somebody else signs in at the same browser, in another tab.
    let page = browser.get("/en/sign-in").await;
    browser.by_passkey(&page, &mut others, &[]).await;
    let shown = browser.press(&kept, "/en/account").await;
    assert_eq!(shown.status, StatusCode::FORBIDDEN);
    assert!(shown.text().contains("You are signed in as Exercise Two."), "{}", shown.text());
    assert!(shown.text().contains("value=\"Not me\""));
    // Then the one who typed it.
    let page = browser.get("/en").await;
    browser.press(&page, "/en/sign-out").await;
    let page = browser.get("/en/sign-in").await;
    browser.by_passkey(&page, &mut key, &[]).await;
    let asked_again = browser.press(&shown, "/en/account").await;
    assert!(
        asked_again.text().contains("You are signed in as Exercise One."),
        "a page for another is no page for them"
    );
    let operator = Actor::operator("exercise officer");
    house.people.ask_recovery(&operator, &account, "Exercise").await.unwrap();
    let sent = browser.press(&asked_again, "/en/account").await;
    assert_eq!(
        (sent.status, sent.header("location")),
        (StatusCode::SEE_OTHER, "/en/account"),
        "{}",
        sent.text()
    );
    assert!(house.people.roll().await.unwrap().recovery(&account).unwrap().over, "it was sent");
}
