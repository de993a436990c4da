//! What is done with the account of somebody: roles, keys, sessions, its end, and recovery.

use super::inviting::link_of;
use super::{form, page_of, state};
use crate::house::{Answer, House, NOW, Person};
use access::{Organisation, Role};

/// Two who administer a State's accounts, one of its embassy, and one of another State.
pub(super) struct AState {
    pub(super) house: House,
    pub(super) first: Person,
    pub(super) second: Person,
    pub(super) ambassador: Person,
}

impl AState {
    pub(super) async fn signed_in() -> AState {
        let house = House::bare(NOW).await;
        let post = [(state("XAA"), Role::CentralAuthority)];
        AState {
            first: house.sign_in("Exercise Authority A", &post).await,
            second: house.sign_in("Second Authority A", &post).await,
            ambassador: house.sign_in("Exercise Ambassador A", &[(state("XAA"), Role::Embassy)]).await,
            house,
        }
    }

    pub(super) async fn act(&self, who: &Person, fields: &[(&str, &str)]) -> Answer {
        self.house.post_as(who, &page_of(&self.ambassador), &form(fields)).await
    }

    /// Does an act, and gives the page to which it led.
    pub(super) async fn done(&self, who: &Person, fields: &[(&str, &str)]) -> String {
        let answer = self.act(who, fields).await;
        assert_eq!(answer.status, 303, "{fields:?}: {}", answer.text());
        let to = answer.header("location").to_owned();
        assert_eq!(to, format!("{}?done={}", page_of(&self.ambassador), fields[0].1));
        let page = self.house.get_as(who, &to).await;
        assert_eq!(page.status, 200);
        page.text()
    }

    /// Holds that an act is refused with these words, and that what was typed comes back.
    pub(super) async fn refused(&self, who: &Person, fields: &[(&str, &str)], status: u16, says: &str) {
        let answer = self.act(who, fields).await;
        assert_eq!(answer.status, status, "{fields:?}");
        let text = answer.text();
        let alert = text
            .split("role=\"alert\"")
            .nth(1)
            .unwrap_or_else(|| panic!("nothing is said of {fields:?}"));
        let alert = alert.split("</div>").next().unwrap();
        assert!(alert.contains(says), "{fields:?}: {alert}");
    }

    pub(super) async fn is_signed_in(&self, person: &Person) -> bool {
        self.house.get_as(person, "/en/people").await.status == 200
    }
}

#[tokio::test]
async fn a_role_is_given_and_taken_back_with_a_reason_and_sessions_end() {
    let state = AState::signed_in().await;
    let held = async || {
        let roll = state.house.people.roll().await.unwrap();
        let posts = roll.account(&state.ambassador.account).unwrap().posts().clone();
        posts.iter().map(|post| post.role.word()).collect::<Vec<_>>()
    };
    let said = state
        .done(&state.first, &[("act", "grant"), ("role", "national-focal-point")])
        .await;
    assert!(said.contains("The role was given."));
    assert_eq!(held().await, ["national-focal-point", "embassy"]);
    state
        .refused(
            &state.first,
            &[("act", "grant"), ("role", "embassy")],
            400,
            "have this role already",
        )
        .await;
    state
        .refused(&state.first, &[("act", "grant"), ("role", "registry")], 403, "Your role")
        .await;
    let withdraw = |reason| [("act", "withdraw"), ("post", "embassy state:XAA"), ("reason", reason)];
    state.refused(&state.first, &withdraw(" "), 400, "Say why").await;
    assert!(state.is_signed_in(&state.ambassador).await);
    let said = state.done(&state.first, &withdraw("Moved to another post")).await;
    assert!(said.contains("The role was taken back"));
    assert_eq!(held().await, ["national-focal-point"]);
    assert!(!state.is_signed_in(&state.ambassador).await);
    state.refused(&state.first, &withdraw("Again"), 400, "not held").await;
    let none = [("act", "withdraw"), ("post", "none"), ("reason", "typed here")];
    let again = state.act(&state.first, &none).await;
    assert!(again.status == 400 && again.text().contains("value=\"typed here\""));
}

#[tokio::test]
async fn a_key_is_revoked_and_sessions_are_ended_by_whoever_administers_the_account() {
    let state = AState::signed_in().await;
    let ambassador = &state.ambassador;
    let page = state.house.get_as(&state.first, &page_of(ambassador)).await.text();
    let value_of = |field: &str| {
        let after = page.split(field).nth(1).unwrap_or_else(|| panic!("no {field}: {page}"));
        after.split("value=\"").nth(1).unwrap()[..64].to_owned()
    };
    let (session, credential) = (value_of("name=\"session\""), value_of("name=\"credential\""));
    let said = state.done(&state.first, &[("act", "end-session"), ("session", &session)]).await;
    assert!(said.contains("The session was ended.") && !state.is_signed_in(ambassador).await);
    state
        .refused(&state.first, &[("act", "end-session"), ("session", &session)], 400, "no longer")
        .await;
    let back = state.house.sign_in_again(ambassador, (super::state("XAA"), Role::Embassy)).await;
    assert!(state.is_signed_in(&back).await);
    state.done(&state.first, &[("act", "end-sessions")]).await;
    assert!(!state.is_signed_in(&back).await);
    state
        .refused(&state.first, &[("act", "revoke"), ("credential", &credential)], 400, "Say why")
        .await;
    let revoke = [
        ("act", "revoke"),
        ("credential", credential.as_str()),
        ("reason", "Lost on a journey"),
    ];
    let said = state.done(&state.first, &revoke).await;
    assert!(said.contains("The key was revoked"));
    let roll = state.house.people.roll().await.unwrap();
    assert!(roll.account(&ambassador.account).unwrap().credentials().is_empty());
    state
        .refused(
            &state.first,
            &[("act", "revoke"), ("credential", "x"), ("reason", "y")],
            400,
            "no longer",
        )
        .await;
}

#[tokio::test]
async fn an_account_is_closed_for_good() {
    let state = AState::signed_in().await;
    state
        .refused(&state.first, &[("act", "close"), ("reason", "")], 400, "Say why")
        .await;
    let said = state.done(&state.first, &[("act", "close"), ("reason", "Left the service")]).await;
    assert!(said.contains("The account was closed.") && said.contains(">closed<"));
    assert!(!said.contains("name=\"act\" value=\"close\""), "nothing is left to be done");
    assert!(!state.is_signed_in(&state.ambassador).await);
    state
        .refused(&state.first, &[("act", "close"), ("reason", "Again")], 400, "closed")
        .await;
    state
        .refused(&state.first, &[("act", "grant"), ("role", "embassy")], 400, "closed")
        .await;
}

#[tokio::test]
async fn a_colleague_who_administers_nobody_sees_who_somebody_is_and_does_nothing() {
    let state = AState::signed_in().await;
    let page = state.house.get_as(&state.ambassador, &page_of(&state.first)).await;
    assert!(page.status == 200 && page.text().contains("Exercise Authority A"));
    assert!(!page.text().contains("name=\"act\""), "no form");
    let address = page_of(&state.first);
    for fields in [
        vec![("act", "close"), ("reason", "Exercise")],
        vec![("act", "grant"), ("role", "embassy")],
        vec![("act", "withdraw"), ("post", "central-authority state:XAA"), ("reason", "Exercise")],
        vec![("act", "end-sessions")],
        vec![("act", "link")],
        vec![("act", "recovery-ask"), ("reason", "Exercise")],
        vec![("act", "recovery-approve")],
        vec![("act", "recovery-link")],
    ] {
        let answer = state.house.post_as(&state.ambassador, &address, &form(&fields)).await;
        assert_eq!(answer.status, 403, "{fields:?}");
        assert!(!answer.text().contains("/en/join/"));
    }
    assert_eq!(state.house.post_as(&state.ambassador, &address, "act=nonsense").await.status, 400);
    let roll = state.house.people.roll().await.unwrap();
    let account = roll.account(&state.first.account).unwrap();
    assert!(account.is_open() && account.posts().len() == 1 && roll.recovery(account.id()).is_none());
    assert!(state.is_signed_in(&state.first).await);
}

#[tokio::test]
async fn access_is_restored_by_two_persons_after_a_time_in_which_the_owner_can_object() {
    let state = AState::signed_in().await;
    let (first, second) = (&state.first, &state.second);
    state.refused(first, &[("act", "recovery-approve")], 400, "no such request").await;
    state
        .refused(first, &[("act", "recovery-ask"), ("reason", "")], 400, "Say why")
        .await;
    let asked = state
        .done(first, &[("act", "recovery-ask"), ("reason", "Telephone lost at sea")])
        .await;
    assert!(asked.contains("Telephone lost at sea") && asked.contains("Your approval is awaited."));
    assert!(state.house.get_as(second, "/en/people").await.text().contains("0 of 2 persons"));
    let once = state.done(first, &[("act", "recovery-approve")]).await;
    assert!(once.contains("You approved it.") && !once.contains("value=\"recovery-approve\""));
    state.refused(first, &[("act", "recovery-approve")], 400, "second person").await;
    state.refused(first, &[("act", "recovery-link")], 400, "Two persons").await;
    let twice = state.done(second, &[("act", "recovery-approve")]).await;
    assert!(
        twice.contains("can object until") && twice.contains("26 November 2026</time>, 00:04"),
        "{twice}"
    );
    assert!(
        twice.contains("Exercise Authority A") && twice.contains("Second Authority A"),
        "who approved"
    );
    state.refused(second, &[("act", "recovery-link")], 400, "00:04").await;
    state.house.outside.put("2026-11-25T23:05:00Z");
    let authority = || (super::state("XAA"), Role::CentralAuthority);
    let second = state.house.sign_in_again(second, authority()).await;
    state.refused(&second, &[("act", "recovery-link")], 400, "A third person").await;
    let third = state.house.sign_in("Third Authority A", &[authority()]).await;
    let seen = state.house.get_as(&third, &page_of(&state.ambassador)).await;
    assert!(seen.text().contains("The link can be made now."));
    let answer = state.act(&third, &[("act", "recovery-link")]).await;
    assert_eq!(answer.status, 200);
    let invitation = state.house.people.look(&link_of(&answer)).await.unwrap();
    assert_eq!(invitation.account, state.ambassador.account);
}

#[tokio::test]
async fn a_recovery_is_stopped_by_whoever_may_approve_it_and_its_link_works_no_more() {
    let state = AState::signed_in().await;
    let (first, second) = (&state.first, &state.second);
    state.done(first, &[("act", "recovery-ask"), ("reason", "Exercise")]).await;
    state.done(first, &[("act", "recovery-approve")]).await;
    state
        .refused(second, &[("act", "recovery-stop"), ("reason", "")], 400, "Say why")
        .await;
    let said = state
        .done(second, &[("act", "recovery-stop"), ("reason", "It was not they who asked")])
        .await;
    assert!(said.contains("It was stopped.") && said.contains("value=\"recovery-ask\""));
    state.refused(second, &[("act", "recovery-approve")], 400, "over").await;
    state.refused(second, &[("act", "recovery-link")], 400, "over").await;
}

#[tokio::test]
async fn the_institution_steps_in_where_an_organisation_has_fewer_than_two_who_administer_it() {
    let house = House::bare(NOW).await;
    let post = [(Organisation::Court, Role::Administrator)];
    let first = house.sign_in("Exercise Administrator", &post).await;
    let second = house.sign_in("Second Administrator", &post).await;
    let alone = house
        .sign_in("Exercise Authority B", &[(state("XBB"), Role::CentralAuthority)])
        .await;
    let address = page_of(&alone);
    let act = async |who: &Person, fields: &[(&str, &str)]| house.post_as(who, &address, &form(fields)).await.status;
    assert_eq!(act(&first, &[("act", "recovery-ask"), ("reason", "Exercise")]).await, 303);
    // Whoever knows of an account by its recovery alone gives it no role, and is offered none to give.
    let offers_roles = async |to: &Person| house.get_as(&first, &page_of(to)).await.text().contains("value=\"grant\"");
    assert!(offers_roles(&second).await && !offers_roles(&alone).await);
    assert_eq!(act(&first, &[("act", "grant"), ("role", "administrator")]).await, 404);
    let own = house.post_as(&alone, &address, "act=recovery-approve").await;
    assert!(
        own.status == 400 && own.text().contains("Nobody approves the recovery of their own account"),
        "{}",
        own.text()
    );
    assert_eq!(act(&first, &[("act", "recovery-approve")]).await, 303);
    assert_eq!(act(&second, &[("act", "recovery-approve")]).await, 303);
    // Whoever sees the account and not those who act for the institution is told for whom they act.
    let seen = house.get_as(&alone, &address).await.text();
    assert!(
        seen.contains("a person of another organisation, for: Court") && !seen.contains("Second Administrator"),
        "{seen}"
    );
}
