//! What two persons decide and one cannot: emergencies and recovery.

use super::{Person, Record, certificate, court, of, refused, registry_sealed, state};
use access::Role;
use identity::credential::Certificate;
use identity::people::coming::Proof;
use identity::session::Browser;
use identity::token::Key;
use record::audience::Organ;
use register::port::{Of, Store};

#[tokio::test]
async fn access_in_an_emergency_needs_a_second_person_and_ends_by_itself() {
    let record = Record::open().await;
    let asks = record.come("Exercise One", court(Role::Registry)).await;
    let grants = record.come("Exercise Two", court(Role::Registry)).await;
    let prosecutor = record.come("Exercise Three", court(Role::Prosecutor)).await;
    let matter = "exercise-matter-1";
    record.matter(matter, registry_sealed()).await;
    let (asker, granter, stranger) = (
        record.actor(&asks).await,
        record.actor(&grants).await,
        record.actor(&prosecutor).await,
    );
    refused(record.people.ask_emergency(&asker, matter, " ").await, "no-reason");
    record
        .people
        .ask_emergency(&asker, matter, "exercise: a witness is in danger")
        .await
        .unwrap();
    assert!(!record.reads(&asks, matter).await, "asking opens nothing");
    record.people.ask_emergency(&asker, matter, "exercise: again").await.unwrap();
    refused(record.people.ask_emergency(&asker, matter, &"x".repeat(1001)).await, "long-reason");
    assert!(
        record.people.emergencies_to_grant(&asker).await.unwrap().is_empty(),
        "nobody grants their own"
    );
    assert!(record.people.emergencies_to_grant(&stranger).await.unwrap().is_empty());
    let waiting = record.people.emergencies_to_grant(&granter).await.unwrap();
    assert_eq!(waiting.len(), 1, "one request waits, not many");
    let request = &waiting[0].request;
    refused(record.people.approve_emergency(&granter, &asks.account, request, 25).await, "until");
    refused(
        record.people.approve_emergency(&stranger, &asks.account, request, 1).await,
        "no-such-request",
    );
    record.people.approve_emergency(&granter, &asks.account, request, 1).await.unwrap();
    assert!(record.reads(&asks, matter).await);
    assert!(!record.reads(&grants, matter).await, "who grants reads nothing by it");
    record.pass(29);
    assert!(record.reads(&asks, matter).await);
    record.pass(29);
    assert!(record.reads(&asks, matter).await);
    record.pass(3);
    assert!(!record.reads(&asks, matter).await);
}

#[tokio::test]
async fn whoever_asks_for_a_matter_in_an_emergency_does_not_learn_whether_it_is_there() {
    let record = Record::open().await;
    let prosecutor = record.come("Exercise Three", court(Role::Prosecutor)).await;
    record.matter("exercise-matter-1", registry_sealed()).await;
    let actor = record.actor(&prosecutor).await;
    let colleague = record.come("Exercise Four", court(Role::Prosecutor)).await;
    let granter = record.actor(&colleague).await;
    let registry = record.come("Exercise Five", court(Role::Registry)).await;
    let of_the_list = record.actor(&registry).await;
    record.matter("exercise-matter-3", of(Organ::Prosecutor)).await;
    let mut told = Vec::new();
    // Not for them, not there, nothing written, the record's own; and the one that is theirs to ask for.
    for matter in ["exercise-matter-1", "exercise-matter-2", "", "record", "exercise-matter-3"] {
        let before = record.house.store.length().await.unwrap();
        assert!(record.people.ask_emergency(&actor, matter, "exercise").await.is_ok(), "{matter:?}");
        told.push(record.house.store.length().await.unwrap() - before);
    }
    assert_eq!(told, [1; 5], "as much is recorded of each, with the same care");
    // What asks for nothing that is there asks nobody, opens nothing, and is read by nobody.
    assert!(record.people.emergencies_to_grant(&of_the_list).await.unwrap().is_empty());
    let waiting = record.people.emergencies_to_grant(&granter).await.unwrap();
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_eq!(waiting[0].matter, "exercise-matter-3");
    for viewer in [actor.viewer(), granter.viewer(), of_the_list.viewer()] {
        let of_emergencies = Of::Kinds(vec!["break-glass.requested".to_owned()]);
        assert!(record.house.store.entries(viewer, of_emergencies, None).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn nobody_locked_out_comes_back_by_the_word_of_one() {
    let record = Record::open().await;
    let lost = record.come("Exercise Lost", court(Role::Registry)).await;
    let [one, two, three] = [
        record.come("Exercise One", court(Role::Registry)).await,
        record.come("Exercise Two", court(Role::Registry)).await,
        record.come("Exercise Three", court(Role::Registry)).await,
    ];
    let stranger = record.come("Exercise Four", state("XAA", Role::CentralAuthority)).await;
    let first = record.actor(&one).await;
    let people = &record.people;
    refused(
        people.ask_recovery(&record.actor(&stranger).await, &lost.account, "exercise").await,
        "no-such-account",
    );
    people
        .ask_recovery(&first, &lost.account, "exercise: the passkey was lost")
        .await
        .unwrap();
    people.approve_recovery(&first, &lost.account).await.unwrap();
    refused(people.approve_recovery(&first, &lost.account).await, "recovery-twice");
    refused(people.issue_recovery(&first, &lost.account).await, "recovery-not-approved");
    people.approve_recovery(&record.actor(&two).await, &lost.account).await.unwrap();
    refused(people.issue_recovery(&first, &lost.account).await, "recovery-waiting");
    // Half a day later, when the owner could have objected.
    record.pass(12 * 60 + 1);
    let again = async |person: Person| {
        let session = people.sign_in_by(&certificate(&person.account), Browser::Other).await.unwrap();
        record.actor(&Person { session, ..person }).await
    };
    let one_of_the_two = again(one).await;
    refused(people.issue_recovery(&one_of_the_two, &lost.account).await, "recovery-approver");
    refused(
        people.ask_recovery(&one_of_the_two, &lost.account, "exercise").await,
        "recovery-under-way",
    );
    let later = again(three).await;
    let link = people.issue_recovery(&later, &lost.account).await.unwrap();
    let (joining, _) = people.accept(&link).await.unwrap();
    assert!(people.accept(&link).await.is_err(), "a link works once");
    let new = Proof::Certificate(Certificate {
        sha256: Key::of(b"exercise: the new one"),
    });
    people.join_by(&joining, &new, "Exercise new", Browser::Other).await.unwrap();
    assert!(people.sign_in_by(&new, Browser::Other).await.is_ok());
    assert!(
        people.sign_in_by(&certificate(&lost.account), Browser::Other).await.is_err(),
        "what was lost opens nothing any more"
    );
}
