//! Invitations: a link works once, for a day, when its button is pressed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{Desk, Set, registry};
use identity::account::AccountId;
use identity::invitation::{Invitation, Invitations, JOINING_LIFE, LINK_LIFE, Purpose};
use identity::refusal::{Refusal, SignInError};
use jiff::SignedDuration;

fn of(account: u8) -> Invitation {
    Invitation {
        account: AccountId::from_bytes([account; 16]),
        name: "Exercise Person".to_owned(),
        purpose: Purpose::Join { post: registry() },
    }
}

fn refusal<T: std::fmt::Debug>(said: Result<T, SignInError>) -> Refusal {
    match said {
        Err(SignInError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn opening_a_link_changes_nothing_and_pressing_its_button_uses_it_up() {
    let (desk, outside) = (Desk::default(), Set::at("2026-11-25T10:00:00Z"));
    let invitations = Invitations {
        desk: &desk,
        outside: &outside,
    };
    let link = invitations.issue(&of(1)).await.unwrap();
    let before = desk.all();
    for _ in 0..3 {
        assert_eq!(invitations.look(&link).await.unwrap(), of(1));
    }
    assert_eq!(desk.all(), before);
    let (_, taken) = invitations.accept(&link).await.unwrap();
    assert_eq!(taken, of(1));
    assert_eq!(refusal(invitations.accept(&link).await), Refusal::NoCeremony);
    assert_eq!(refusal(invitations.look(&link).await), Refusal::NoCeremony);
}

#[tokio::test]
async fn a_link_is_over_after_a_day() {
    assert_eq!(LINK_LIFE, SignedDuration::from_hours(24));
    let (desk, outside) = (Desk::default(), Set::at("2026-11-25T10:00:00Z"));
    let invitations = Invitations {
        desk: &desk,
        outside: &outside,
    };
    let link = invitations.issue(&of(1)).await.unwrap();
    outside.pass(LINK_LIFE - SignedDuration::from_secs(1));
    assert!(invitations.look(&link).await.is_ok());
    outside.pass(SignedDuration::from_secs(1));
    assert_eq!(refusal(invitations.look(&link).await), Refusal::Expired);
    assert_eq!(refusal(invitations.accept(&link).await), Refusal::Expired);
}

#[tokio::test]
async fn who_took_a_link_up_may_fail_and_try_again_and_comes_in_once() {
    let (desk, outside) = (Desk::default(), Set::at("2026-11-25T10:00:00Z"));
    let invitations = Invitations {
        desk: &desk,
        outside: &outside,
    };
    let link = invitations.issue(&of(1)).await.unwrap();
    let (token, _) = invitations.accept(&link).await.unwrap();
    assert_eq!(
        refusal(invitations.joining(&link).await),
        Refusal::NoCeremony,
        "the link itself is no token for it"
    );
    assert_eq!(invitations.joining(&token).await.unwrap(), of(1));
    assert_eq!(invitations.joining(&token).await.unwrap(), of(1));
    assert_eq!(invitations.finish(&token).await.unwrap(), of(1));
    assert_eq!(refusal(invitations.finish(&token).await), Refusal::NoCeremony);
}

#[tokio::test]
async fn who_took_a_link_up_has_an_hour() {
    let (desk, outside) = (Desk::default(), Set::at("2026-11-25T10:00:00Z"));
    let invitations = Invitations {
        desk: &desk,
        outside: &outside,
    };
    let link = invitations.issue(&of(1)).await.unwrap();
    let (token, _) = invitations.accept(&link).await.unwrap();
    outside.pass(JOINING_LIFE);
    assert_eq!(refusal(invitations.joining(&token).await), Refusal::Expired);
    assert_eq!(refusal(invitations.finish(&token).await), Refusal::Expired);
}

#[tokio::test]
async fn a_new_link_makes_the_earlier_ones_of_the_account_void_and_no_others() {
    let (desk, outside) = (Desk::default(), Set::at("2026-11-25T10:00:00Z"));
    let invitations = Invitations {
        desk: &desk,
        outside: &outside,
    };
    let others = invitations.issue(&of(2)).await.unwrap();
    let first = invitations.issue(&of(1)).await.unwrap();
    let second = invitations.issue(&of(1)).await.unwrap();
    assert_eq!(refusal(invitations.look(&first).await), Refusal::NoCeremony);
    let (joining, _) = invitations.accept(&second).await.unwrap();
    let third = invitations.issue(&of(1)).await.unwrap();
    assert_eq!(refusal(invitations.finish(&joining).await), Refusal::NoCeremony);
    assert!(invitations.look(&third).await.is_ok());
    assert!(invitations.look(&others).await.is_ok());
}
