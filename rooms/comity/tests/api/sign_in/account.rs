//! Ones own account: roles, sessions, ways to sign in, a recovery that one stops.

use super::{SESSION, come_in, house, passkey, signed_in};
use crate::browser::{Browser, between, hidden};
use crate::house::Answer;
use access::{Organisation, Role};
use axum::http::StatusCode;
use identity::act::Post;
use identity::people::Actor;

#[tokio::test]
async fn whoever_has_several_roles_chooses_one_when_they_sign_in_and_may_change_it() {
    let house = house().await;
    let mut key = passkey("one");
    let (account, _) = come_in(&house, "Exercise One", &mut key).await;
    let secretariat = Post {
        organisation: Organisation::Assembly,
        role: Role::Secretariat,
    };
    house
        .people
        .grant(&Actor::operator("exercise officer"), &account, &secretariat)
        .await
        .unwrap();
    let mut browser = Browser::new(&house);
    let page = browser.get("/en/sign-in?to=%2Fen%2Fwarrants").await;
    let answer = browser.by_passkey(&page, &mut key, &[]).await;
    assert_eq!(answer.header("location"), "/en/role?to=%2Fen%2Fwarrants");
    let page = browser.get(answer.header("location")).await.text();
    assert!(page.contains("no role chosen yet") && page.contains("Registry, Court") && page.contains("Secretariat of the Assembly"));
    let before = browser.cookies[SESSION].clone();
    let chosen = browser
        .post("/en/role?to=%2Fen%2Fwarrants", &[("post", "secretariat assembly")])
        .await;
    assert_eq!((chosen.status, chosen.header("location")), (StatusCode::SEE_OTHER, "/en/warrants"));
    assert_ne!(
        browser.cookies[SESSION], before,
        "the session is known by another token from then on"
    );
    let masthead = between(&browser.get("/en/warrants").await.text(), "<div class=\"who\">", "</p>");
    assert!(masthead[0].contains("Secretariat of the Assembly"), "{masthead:?}");
    for wrong in ["", "registry", "registry state:XAA", "administrator court"] {
        let refused = browser.post("/en/role", &[("post", wrong)]).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    house.outside.put("2026-11-25T11:10:00Z");
    let asked = browser.post("/en/role", &[("post", "registry court")]).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.text().contains("Show once more who you are"));
    let changed = browser.by_passkey(&asked, &mut key, &[]).await;
    assert_eq!((changed.status, changed.header("location")), (StatusCode::SEE_OTHER, "/en/matters"));
    let masthead = between(&browser.get("/en").await.text(), "<div class=\"who\">", "</p>");
    assert!(masthead[0].contains("Registry, Court"), "{masthead:?}");
}

#[tokio::test]
async fn sessions_are_listed_and_ended_from_any_of_them() {
    let house = house().await;
    let mut key = passkey("one");
    let (_, mut first) = come_in(&house, "Exercise One", &mut key).await;
    let mut second = signed_in(&house, &mut key).await;
    let mut third = signed_in(&house, &mut key).await;
    let page = first.get("/en/account").await;
    assert_eq!(
        page.text().matches("value=\"end\"").count(),
        2,
        "of its own session the masthead disposes"
    );
    assert!(page.text().contains("Firefox</b>, First passkey"));
    let forms = between(&page.text(), "<form method=\"post\" ", "</form>");
    let form = forms.iter().find(|form| form.contains("value=\"end\"")).unwrap();
    let ended = first.post("/en/account", &hidden(form)).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let open = |answer: Answer| answer.status == StatusCode::OK;
    let left = [open(second.get("/en/account").await), open(third.get("/en/account").await)];
    assert_eq!(
        left.iter().filter(|open| **open).count(),
        1,
        "one of them is over at once: {left:?}"
    );
    let others = first.post("/en/account", &[("act", "end-others")]).await;
    assert_eq!(others.status, StatusCode::SEE_OTHER);
    assert!(!open(second.get("/en/account").await) && !open(third.get("/en/account").await));
    assert!(open(first.get("/en/account").await));
    // Two sign-outs at once: both are signed out.
    let (mut twin, page) = (Browser::new(&house), first.get("/en").await);
    twin.cookies = first.cookies.clone();
    for browser in [&mut first, &mut twin] {
        let left = browser.press(&page, "/en/sign-out").await;
        assert_eq!((left.status, left.header("location")), (StatusCode::SEE_OTHER, "/en"));
        assert!(browser.cookies.is_empty());
    }
    let nobodys = house.post("/en/account", "act=end-others").await;
    assert_eq!(nobodys.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn nobody_ends_a_session_of_somebody_else() {
    let house = house().await;
    let (mut key, mut others) = (passkey("one"), passkey("others"));
    let (account, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    let (_, mut other) = come_in(&house, "Exercise Two", &mut others).await;
    let session = house.people.sessions().list(&account).await.unwrap()[0].key.text();
    other.post("/en/account", &[("act", "end"), ("of", &session)]).await;
    assert_eq!(browser.get("/en/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_last_way_to_sign_in_is_not_taken_away_and_a_new_one_needs_a_name() {
    let house = house().await;
    let (mut key, mut second) = (passkey("one"), passkey("two"));
    let (account, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    let first = house.people.roll().await.unwrap().account(&account).unwrap().credentials()[0]
        .key()
        .text();
    let refused = browser
        .post("/en/account", &[("act", "revoke"), ("of", &first), ("reason", "Exercise")])
        .await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.text().contains("Add another first."));
    let page = browser.get("/en/account").await;
    let refused = browser.by_passkey(&page, &mut second, &[("name", "  ")]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.text().contains("Write a name."));
    let page = browser.get("/en/account").await;
    let added = browser.by_passkey(&page, &mut second, &[("name", "blue key")]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let revoking = [("act", "revoke"), ("of", first.as_str()), ("reason", " ")];
    let refused = browser.post("/en/account", &revoking).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.text().contains("Say why.") && refused.text().contains("<details open>"));
}

#[tokio::test]
async fn the_owner_of_an_account_sees_that_it_is_being_recovered_and_stops_it() {
    let house = house().await;
    let mut key = passkey("one");
    let (account, mut browser) = come_in(&house, "Exercise One", &mut key).await;
    let operator = Actor::operator("exercise officer");
    assert!(!browser.get("/en/account").await.text().contains("restoring access"));
    house.people.ask_recovery(&operator, &account, "Lost in an exercise").await.unwrap();
    let page = browser.get("/en/account").await.text();
    assert!(page.contains("Somebody is restoring access to your account") && page.contains("Lost in an exercise"));
    assert!(page.contains("Nobody has approved it yet"));
    let refused = browser.post("/en/account", &[("act", "stop"), ("reason", "")]).await;
    assert!(refused.status == StatusCode::BAD_REQUEST && refused.text().contains("Say why."));
    let stopped = browser.post("/en/account", &[("act", "stop"), ("reason", "I have it")]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    assert!(!browser.get("/en/account").await.text().contains("restoring access"));
    assert!(house.people.roll().await.unwrap().recovery(&account).unwrap().over);
}

#[tokio::test]
async fn what_a_role_may_do_stands_in_ones_own_account_and_follows_the_role() {
    let house = house().await;
    let court = house.sign_in("Exercise One", &[(Organisation::Court, Role::Registry)]).await;
    let auditor = house.sign_in("Exercise Two", &[(Organisation::Court, Role::Auditor)]).await;
    let may = async |person| {
        let page = house.get_as(person, "/en/account").await.text();
        between(&page, "<summary>What this role may do</summary>", "</details>").remove(0)
    };
    assert!(may(&court).await.contains("Unseal") && !may(&court).await.contains("Read the audit"));
    assert!(may(&auditor).await.contains("Read the audit") && !may(&auditor).await.contains("Unseal"));
}
