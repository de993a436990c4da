//! Recovery under four eyes: who may approve, how long everybody waits, and who can stop it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use access::Organisation;
use common::{People, focal_point};
use identity::account::AccountId;
use identity::act::{Act, By};
use identity::recovery::{Ground, REQUEST_LIFE, Recovery, RecoveryError, WAITING};
use jiff::SignedDuration;
use record::entry::EntryId;

fn state() -> Organisation {
    Organisation::State("XAA".to_owned())
}

fn officer(n: u8) -> By {
    By::Account(AccountId::from_bytes([n; 16]))
}

/// Somebody of a State who is locked out, and the request that was made for them.
fn asked() -> (People, AccountId, EntryId) {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let account = people.open("Exercise Person", focal_point(), Vec::new());
    let request = ask(&mut people, &account);
    (people, account, request)
}

fn ask(people: &mut People, account: &AccountId) -> EntryId {
    let asked = Act::RecoveryRequested {
        reason: "the telephone was lost on a mission".to_owned(),
    };
    people.act_of(officer(1), account, "", asked).entry.id.clone()
}

fn approve(people: &mut People, account: &AccountId, request: &EntryId, by: By, organisation: Organisation) {
    let approved = Act::RecoveryApproved {
        request: request.clone(),
        organisation,
    };
    people.act_of(by, account, "", approved);
}

fn now(people: &People, account: &AccountId) -> Recovery {
    Recovery::fold(account, &people.recorded).unwrap()
}

#[test]
fn two_who_administer_the_organisation_approve_and_the_link_comes_after_the_waiting_time() {
    let (mut people, account, request) = asked();
    for by in [officer(1), officer(2)] {
        let recovery = now(&people, &account);
        assert_eq!(
            recovery.may_issue(&officer(3), people.outside_now()),
            Err(RecoveryError::NotApproved)
        );
        assert_eq!(recovery.ready(), None);
        assert_eq!(recovery.may_approve(&by, Ground::Own, people.outside_now()), Ok(()));
        approve(&mut people, &account, &request, by, state());
    }
    let recovery = now(&people, &account);
    let ready = recovery.ready().unwrap();
    assert_eq!(ready, people.outside_now() + WAITING);
    assert_eq!(
        recovery.may_issue(&officer(3), people.outside_now()),
        Err(RecoveryError::Waiting(ready))
    );
    assert_eq!(
        recovery.may_approve(&officer(3), Ground::Own, people.outside_now()),
        Err(RecoveryError::Approved)
    );
    people.outside.pass(WAITING - SignedDuration::from_secs(1));
    assert!(recovery.may_issue(&officer(3), people.outside_now()).is_err());
    people.outside.pass(SignedDuration::from_secs(1));
    assert_eq!(recovery.may_issue(&officer(3), people.outside_now()), Ok(()));
}

#[test]
fn one_person_is_never_two() {
    let (mut people, account, request) = asked();
    approve(&mut people, &account, &request, officer(1), state());
    let recovery = now(&people, &account);
    let said = recovery.may_approve(&officer(1), Ground::Own, people.outside_now());
    assert_eq!(said, Err(RecoveryError::Twice));
    // Whatever came to be recorded all the same.
    approve(&mut people, &account, &request, officer(1), state());
    approve(&mut people, &account, &request, By::Account(account), state());
    assert_eq!(now(&people, &account).approvals.len(), 1);
}

#[test]
fn nobody_approves_their_own_recovery() {
    let (people, account, _) = asked();
    let said = now(&people, &account).may_approve(&By::Account(account), Ground::Own, people.outside_now());
    assert_eq!(said, Err(RecoveryError::Own));
}

#[test]
fn the_institution_steps_in_where_the_organisation_has_fewer_than_two() {
    let (people, account, _) = asked();
    let recovery = now(&people, &account);
    let may = |administer| recovery.may_approve(&officer(2), Ground::Institution { administer }, people.outside_now());
    assert_eq!(may(2), Err(RecoveryError::NotOfTheOrganisation));
    assert_eq!(may(1), Ok(()));
    assert_eq!(may(0), Ok(()));
}

#[test]
fn the_link_is_made_by_neither_of_those_who_approved_and_not_for_ever() {
    let (mut people, account, request) = asked();
    approve(&mut people, &account, &request, officer(1), state());
    approve(&mut people, &account, &request, officer(2), state());
    people.outside.pass(WAITING);
    let recovery = now(&people, &account);
    for approver in [officer(1), officer(2)] {
        assert_eq!(recovery.may_issue(&approver, people.outside_now()), Err(RecoveryError::Approver));
    }
    assert_eq!(recovery.may_issue(&officer(3), people.outside_now()), Ok(()));
    people.outside.pass(REQUEST_LIFE);
    assert_eq!(recovery.may_issue(&officer(3), people.outside_now()), Err(RecoveryError::TooOld));
    assert!(!recovery.is_under_way(people.outside_now()));
}

#[test]
fn whoever_stops_it_in_the_waiting_time_has_stopped_it() {
    let (mut people, account, request) = asked();
    approve(&mut people, &account, &request, officer(1), state());
    approve(&mut people, &account, &request, officer(2), state());
    let stopped = Act::RecoveryStopped {
        request: request.clone(),
        reason: "it was not I who asked".to_owned(),
    };
    people.act_of(By::Account(account), &account, "", stopped);
    people.outside.pass(WAITING);
    assert_eq!(
        now(&people, &account).may_issue(&officer(3), people.outside_now()),
        Err(RecoveryError::Over)
    );
    assert_eq!(
        now(&people, &account).may_approve(&officer(3), Ground::Own, people.outside_now()),
        Err(RecoveryError::Over)
    );
}

#[test]
fn a_request_that_nobody_approved_in_a_week_is_asked_for_again() {
    let (mut people, account, first) = asked();
    people.outside.pass(REQUEST_LIFE);
    let said = now(&people, &account).may_approve(&officer(1), Ground::Own, people.outside_now());
    assert_eq!(said, Err(RecoveryError::TooOld));
    let second = ask(&mut people, &account);
    // An approval of the first is none of the second.
    approve(&mut people, &account, &first, officer(1), state());
    let recovery = now(&people, &account);
    assert_eq!((recovery.request, recovery.approvals.len()), (second, 0));
}

#[test]
fn a_link_that_was_used_ends_it_and_every_session() {
    let (mut people, account, request) = asked();
    let before = people.account(&account).revision();
    people.act(&account, Act::RecoveryCompleted { request });
    assert!(now(&people, &account).over);
    assert_ne!(people.account(&account).revision(), before);
}
