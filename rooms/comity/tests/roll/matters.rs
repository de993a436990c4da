//! Who has which matter: opened, assigned, delegated.

use super::{Person, Record, court, operator, refused, registry_sealed, state};
use access::{Role, Viewer};
use record::audience::{Audience, Level, Office, Organ, Reader};
use record::entry::{Author, Draft, EntryId};
use record::json::Object;
use record::when::When;
use register::matter::{AudienceWords, Change, NewAudience};
use register::port::{Of, Store, StoreError};

#[tokio::test]
async fn a_sealed_matter_is_read_by_whom_it_is_assigned_to_as_long_as_it_is() {
    let record = Record::open().await;
    let one = record.come("Exercise One", court(Role::Registry)).await;
    let two = record.come("Exercise Two", court(Role::Registry)).await;
    let prosecutor = record.come("Exercise Three", court(Role::Prosecutor)).await;
    let matter = "exercise-matter-1";
    record.matter(matter, registry_sealed()).await;
    assert!(!record.reads(&one, matter).await && !record.reads(&two, matter).await);
    record.people.assign(&operator(), &one.account, matter, None).await.unwrap();
    assert!(record.reads(&one, matter).await && !record.reads(&two, matter).await);

    let actor = record.actor(&one).await;
    let stranger = record.actor(&two).await;
    refused(record.people.assign(&stranger, &two.account, matter, None).await, "no-such-matter");
    refused(record.people.assign(&actor, &prosecutor.account, matter, None).await, "not-let-in");
    record.people.assign(&actor, &two.account, matter, None).await.unwrap();
    assert!(record.reads(&two, matter).await);
    record
        .people
        .end_assignment(&actor, &two.account, matter, "exercise")
        .await
        .unwrap();
    assert!(!record.reads(&two, matter).await, "from the next request on");
}

#[tokio::test]
async fn whoever_opens_a_matter_opens_what_they_see_of_it_and_nothing_that_is_hidden_from_them() {
    let record = Record::open().await;
    let officer = record.come("Exercise One", court(Role::Registry)).await;
    let witness_unit = record.come("Exercise Two", court(Role::VictimsAndWitnesses)).await;
    let matter = "exercise-matter-1";
    let of = |level, reader: Reader| Audience::of(level, reader.clone(), [reader]);
    record.matter(matter, of(Level::Restricted, Reader::Organ(Organ::Registry))).await;
    let hidden = of(Level::Confidential, Reader::Office(Office::VictimsAndWitnesses));
    let hidden = record.matter(matter, hidden).await;
    let reads = async |person: &Person| {
        let viewer = record.actor(person).await.viewer().clone();
        let entries = record
            .house
            .store
            .entries(&viewer, Of::Matters(vec![matter.to_owned()]), None)
            .await
            .unwrap();
        entries.iter().map(|recorded| recorded.entry.id.clone()).collect::<Vec<_>>()
    };
    assert!(!reads(&officer).await.contains(&hidden) && reads(&witness_unit).await.contains(&hidden));
    let actor = record.actor(&officer).await;
    let opening = NewAudience {
        matter: matter.to_owned(),
        change: Change::Unseal,
        audience: AudienceWords {
            level: "public".to_owned(),
            ..AudienceWords::default()
        },
        decision: "Exercise decision 2".to_owned(),
        authority: Some("Exercise Chamber".to_owned()),
        effective: None,
        author: actor.author().clone(),
    };
    record.house.register.change_audience(actor.viewer(), &opening).await.unwrap();
    let public = record
        .house
        .store
        .entries(&Viewer::public(), Of::Matters(vec![matter.to_owned()]), None)
        .await
        .unwrap();
    assert_eq!(public.len(), 2, "what the officer saw, and the act");
    assert!(public.iter().all(|recorded| recorded.entry.id != hidden));
    assert!(!reads(&officer).await.contains(&hidden) && reads(&witness_unit).await.contains(&hidden));
}

#[tokio::test]
async fn who_may_open_a_matter_is_asked_when_it_is_recorded() {
    let record = Record::open().await;
    let officer = record.come("Exercise One", court(Role::Registry)).await;
    let matter = "exercise-matter-1";
    let registry = Reader::Organ(Organ::Registry);
    record
        .matter(matter, Audience::of(Level::Restricted, registry.clone(), [registry.clone()]))
        .await;
    let actor = record.actor(&officer).await;
    let unsealed = |body: Object, author: Author| Draft {
        id: EntryId::from_bytes([7; 16]),
        matter: matter.to_owned(),
        kind: register::kinds::UNSEALED.to_owned(),
        kind_v: 1,
        effective: When::Unknown,
        author,
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: None,
        corrects: None,
        about: Vec::new(),
        attachments: Vec::new(),
        body,
    };
    let from = |level| {
        let mut body = Object::new().text("decision", "Exercise decision 2");
        let audience = Audience::of(level, registry.clone(), [registry.clone()]);
        body.set("from", record::json::Value::Object(audience.to_object()));
        body
    };
    let append = async |viewer: &Viewer, draft: Draft| record.house.store.append(viewer, vec![draft], false).await;
    let theirs = || actor.author().clone();
    let stale = append(actor.viewer(), unsealed(from(Level::Confidential), theirs())).await;
    assert!(
        matches!(stale, Err(StoreError::Raced)),
        "the matter has another audience by now: {stale:?}"
    );
    let blind = append(actor.viewer(), unsealed(Object::new(), theirs())).await;
    assert!(matches!(blind, Err(StoreError::Raced)), "{blind:?}");
    let as_another = append(
        actor.viewer(),
        unsealed(from(Level::Restricted), Author::Officer("another".to_owned())),
    )
    .await;
    assert!(matches!(as_another, Err(StoreError::Refused(_))), "{as_another:?}");
    let stranger = record.come("Exercise Two", state("XAA", Role::CentralAuthority)).await;
    let stranger = record.actor(&stranger).await;
    let by_stranger = append(stranger.viewer(), unsealed(from(Level::Restricted), stranger.author().clone())).await;
    assert!(matches!(by_stranger, Err(StoreError::Refused(_))), "{by_stranger:?}");
    assert!(append(actor.viewer(), unsealed(from(Level::Restricted), theirs())).await.is_ok());
}

#[tokio::test]
async fn nobody_gives_up_to_a_level_that_they_do_not_hold_nor_gives_to_themselves() {
    let record = Record::open().await;
    let one = record.come("Exercise One", court(Role::Registry)).await;
    let two = record.come("Exercise Two", court(Role::Registry)).await;
    let matter = "exercise-matter-1";
    let registry = Reader::Organ(Organ::Registry);
    record
        .matter(matter, Audience::of(Level::Confidential, registry.clone(), [registry]))
        .await;
    let sealed = record.matter(matter, registry_sealed()).await;
    let sees = async |person: &Person| {
        let viewer = record.actor(person).await.viewer().clone();
        record.house.store.entry(&viewer, &sealed).await.unwrap().is_some()
    };
    let actor = record.actor(&one).await;
    let people = &record.people;
    refused(people.assign(&actor, &one.account, matter, None).await, "not-allowed");
    refused(
        people.assign(&actor, &two.account, matter, Some(Level::UnderSeal)).await,
        "not-allowed",
    );
    people.assign(&actor, &two.account, matter, None).await.unwrap();
    assert!(!sees(&two).await, "as far as the giver sees it");
    people
        .assign(&operator(), &one.account, matter, Some(Level::UnderSeal))
        .await
        .unwrap();
    assert!(sees(&one).await);
    // That somebody has what is sealed is told to those alone who may know that there is such.
    let viewer = record.actor(&two).await.viewer().clone();
    let entries = record
        .house
        .store
        .entries(&viewer, Of::Matters(vec![matter.to_owned()]), None)
        .await
        .unwrap();
    let told = entries
        .iter()
        .filter(|recorded| recorded.entry.body.get_text("level") == Some("under-seal"));
    assert_eq!(told.count(), 0);
    // What somebody passes on reaches as far as they have it, and no longer than they have a role.
    let until = register::outside::Outside::now(record.clock.as_ref()) + jiff::SignedDuration::from_hours(5);
    people
        .delegate(&record.actor(&one).await, &two.account, matter, until)
        .await
        .unwrap();
    assert!(sees(&two).await);
    let post = court(Role::Registry);
    people.withdraw(&operator(), &one.account, &post, "exercise").await.unwrap();
    assert!(!sees(&two).await);
    people.grant(&operator(), &one.account, &post).await.unwrap();
    assert!(!sees(&two).await, "whoever comes back is given anew what they need");
}

#[tokio::test]
async fn a_delegation_ends_with_its_day_and_with_the_assignment_of_whoever_gave_it() {
    let record = Record::open().await;
    let one = record.come("Exercise One", court(Role::Registry)).await;
    let two = record.come("Exercise Two", court(Role::Registry)).await;
    let three = record.come("Exercise Three", court(Role::Registry)).await;
    let matter = "exercise-matter-1";
    record.matter(matter, registry_sealed()).await;
    record.people.assign(&operator(), &one.account, matter, None).await.unwrap();
    let actor = record.actor(&one).await;
    let hours = |n: i64| register::outside::Outside::now(record.clock.as_ref()) + jiff::SignedDuration::from_hours(n);
    refused(record.people.delegate(&actor, &two.account, matter, hours(-1)).await, "until");
    refused(
        record.people.delegate(&actor, &two.account, matter, hours(24 * 184 + 1)).await,
        "until",
    );
    record.people.delegate(&actor, &two.account, matter, hours(1)).await.unwrap();
    record.people.delegate(&actor, &three.account, matter, hours(10)).await.unwrap();
    assert!(record.reads(&two, matter).await && record.reads(&three, matter).await);
    let of_two = record.actor(&two).await;
    let of_three = record.actor(&three).await;
    refused(record.people.delegate(&of_two, &three.account, matter, hours(1)).await, "not-held");
    refused(
        record.people.end_delegation(&of_three, &two.account, &one.account, matter).await,
        "not-allowed",
    );
    // Sessions end after half an hour without use.
    record.pass(25);
    assert!(record.reads(&two, matter).await && record.reads(&three, matter).await);
    record.pass(25);
    assert!(record.reads(&three, matter).await);
    record.pass(11);
    assert!(!record.reads(&two, matter).await, "its hour is over");
    record
        .people
        .end_assignment(&operator(), &one.account, matter, "exercise")
        .await
        .unwrap();
    assert!(!record.reads(&three, matter).await, "nobody hands on what they do not have");
}
