//! Each organisation and its own people, and who lets the first of them in.

use super::{Record, certificate, court, operator, refused, state};
use access::{Organisation, Role};
use identity::act::Post;
use identity::people::PeopleError;
use identity::session::Browser;

#[tokio::test]
async fn each_organisation_administers_its_own_people_and_nobody_elses() {
    let record = Record::open().await;
    let authority = record.come("Exercise Authority", state("XAA", Role::CentralAuthority)).await;
    let other = record.come("Exercise Other", state("XAB", Role::CentralAuthority)).await;
    let actor = record.actor(&authority).await;
    let invite = async |name: &str, post: Post| record.people.invite(&actor, name, &post, false).await;
    assert!(invite("Exercise Embassy", state("XAA", Role::Embassy)).await.is_ok());
    refused(invite("Exercise Embassy", state("XAB", Role::Embassy)).await, "not-allowed");
    refused(invite("Exercise Registrar", court(Role::Registry)).await, "not-allowed");
    refused(invite("Exercise Auditor", state("XAA", Role::Auditor)).await, "no-such-post");
    refused(record.people.close(&actor, &other.account, "exercise").await, "no-such-account");
    let seen: Vec<String> = record
        .people
        .known(&actor)
        .await
        .unwrap()
        .iter()
        .map(|a| a.name().to_owned())
        .collect();
    assert_eq!(seen, ["Exercise Authority", "Exercise Embassy"]);
}

#[tokio::test]
async fn an_organisation_takes_nobody_elses_account_into_its_hands() {
    let record = Record::open().await;
    let authority = record.come("Exercise Authority", state("XAA", Role::CentralAuthority)).await;
    let officer = record.come("Exercise Officer", court(Role::Registry)).await;
    let actor = record.actor(&authority).await;
    let post = state("XAA", Role::Embassy);
    refused(record.people.grant(&actor, &officer.account, &post).await, "no-such-account");
    // The operator may give somebody a post of another organisation; they stay who they are.
    record.people.grant(&operator(), &officer.account, &post).await.unwrap();
    refused(
        record.people.ask_recovery(&actor, &officer.account, "exercise").await,
        "not-allowed",
    );
    refused(record.people.close(&actor, &officer.account, "exercise").await, "not-allowed");
    assert!(record.people.recoveries(&actor).await.unwrap().is_empty());
    record.people.withdraw(&actor, &officer.account, &post, "exercise").await.unwrap();
    assert!(
        record
            .people
            .known(&actor)
            .await
            .unwrap()
            .iter()
            .all(|a| *a.id() != officer.account)
    );
}

#[tokio::test]
async fn administrators_and_auditors_are_of_the_institution_that_keeps_the_record_alone() {
    let record = Record::open().await;
    for role in [Role::Administrator, Role::Auditor] {
        let post = Post {
            organisation: Organisation::Assembly,
            role,
        };
        refused(
            record.people.invite(&operator(), "Exercise Person", &post, false).await,
            "no-such-post",
        );
        assert!(
            record
                .people
                .invite(&operator(), "Exercise Person", &court(role), true)
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn whoever_invites_is_told_of_a_name_like_it() {
    let record = Record::open().await;
    let post = state("XAA", Role::Embassy);
    record.people.invite(&operator(), "Exercise Pérson", &post, false).await.unwrap();
    refused(record.people.invite(&operator(), "PERSON Exercise", &post, false).await, "alike");
    assert!(record.people.invite(&operator(), "PERSON Exercise", &post, true).await.is_ok());
    let elsewhere = state("XAB", Role::Embassy);
    assert!(
        record
            .people
            .invite(&operator(), "Exercise Person", &elsewhere, false)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn nobody_is_told_how_people_are_called_of_whom_they_may_not_know() {
    let record = Record::open().await;
    let people = &record.people;
    let authority = record.come("Exercise Authority", state("XAA", Role::CentralAuthority)).await;
    // Invited for an embassy of XAA, and since then of XAB alone.
    let moved = record.come("Exercise Person", state("XAA", Role::Embassy)).await;
    people
        .grant(&operator(), &moved.account, &state("XAB", Role::Embassy))
        .await
        .unwrap();
    people
        .withdraw(&operator(), &moved.account, &state("XAA", Role::Embassy), "exercise")
        .await
        .unwrap();
    let actor = record.actor(&authority).await;
    let post = state("XAA", Role::Embassy);
    assert!(people.invite(&actor, "Exercise Pérson", &post, false).await.is_ok());
    let alike = people.invite(&actor, "Exercise Person", &post, false).await.unwrap_err();
    assert!(matches!(&alike, PeopleError::Alike(names) if names == "Exercise Pérson"), "{alike}");
    // The shell is told of both.
    let alike = people.invite(&operator(), "Exercise Person", &post, false).await.unwrap_err();
    assert!(
        matches!(&alike, PeopleError::Alike(names) if names == "Exercise Person, Exercise Pérson"),
        "{alike}"
    );
}

#[tokio::test]
async fn an_administrator_invites_the_first_of_an_organisation_and_takes_no_role_of_it() {
    let record = Record::open().await;
    let administrator = record.come("Exercise Administrator", court(Role::Administrator)).await;
    let actor = record.actor(&administrator).await;
    let people = &record.people;
    refused(
        people.grant(&actor, &administrator.account, &court(Role::Registry)).await,
        "not-allowed",
    );
    refused(
        people.grant(&actor, &administrator.account, &court(Role::Auditor)).await,
        "not-allowed",
    );
    let authority = state("XAA", Role::CentralAuthority);
    let (first, _) = people.invite(&actor, "Exercise First", &authority, false).await.unwrap();
    refused(people.invite(&actor, "Exercise Second", &authority, false).await, "not-allowed");
    let link = people.invite_again(&actor, &first).await.unwrap();
    let (joining, _) = people.accept(&link).await.unwrap();
    people
        .join_by(&joining, &certificate(&first), "Exercise", Browser::Other)
        .await
        .unwrap();
    refused(people.withdraw(&actor, &first, &authority, "exercise").await, "not-allowed");
    refused(people.close(&actor, &first, "exercise").await, "no-such-account");
}

#[tokio::test]
async fn administrators_alone_let_nobody_in_who_has_colleagues() {
    let record = Record::open().await;
    let lost = record.come("Exercise Lost", court(Role::Prosecutor)).await;
    let one = record.come("Exercise One", court(Role::Administrator)).await;
    let two = record.come("Exercise Two", court(Role::Administrator)).await;
    let people = &record.people;
    let (one, two) = (record.actor(&one).await, record.actor(&two).await);
    people.ask_recovery(&one, &lost.account, "exercise").await.unwrap();
    people.approve_recovery(&one, &lost.account).await.unwrap();
    let colleague = record.come("Exercise Colleague", court(Role::Prosecutor)).await;
    record.come("Exercise Other", court(Role::Prosecutor)).await;
    refused(
        people.approve_recovery(&two, &lost.account).await,
        "recovery-not-of-the-organisation",
    );
    people
        .approve_recovery(&record.actor(&colleague).await, &lost.account)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_first_link_makes_an_administrator_and_there_is_none_after() {
    let record = Record::open().await;
    let older = record.people.first_link().await.unwrap().unwrap();
    let link = record.people.first_link().await.unwrap().unwrap();
    assert!(record.people.look(&older).await.is_err(), "the newest alone works");
    let (joining, invitation) = record.people.accept(&link).await.unwrap();
    let proof = certificate(&invitation.account);
    let session = record.people.join_by(&joining, &proof, "Exercise", Browser::Other).await.unwrap();
    let visit = record.people.visit(&session).await.unwrap().unwrap();
    assert_eq!(visit.session.post(), Some(&court(Role::Administrator)));
    assert!(record.people.first_link().await.unwrap().is_none());
}
