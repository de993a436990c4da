//! The people of a record: who may do what to whom, and that what is taken is taken everywhere at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use access::{Action, Organisation, Role, Viewer};
use async_trait::async_trait;
use comity::house::House;
use common::{Folder, NOW, Still, place};
use identity::account::AccountId;
use identity::act::Post;
use identity::credential::Certificate;
use identity::people::coming::{Proof, Visit};
use identity::people::{Actor, People, PeopleError};
use identity::session::Browser;
use identity::token::{Key, Token};
use record::audience::{Audience, Level, Office, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::audit::{Act, Audit, AuditBook, AuditFilter, Event, Kept, Pseudonym};
use register::matter::{AudienceWords, Change, NewAudience};
use register::port::{Of, Store, StoreError};
use std::sync::Arc;
use store::{DeskStore, Sort};

/// A record without the public record, and its people.
struct Record {
    clock: Arc<Still>,
    house: House,
    desk: Arc<DeskStore>,
    people: People,
    _folder: Folder,
}

impl Record {
    async fn open() -> Record {
        let folder = Folder::new();
        let clock = Still::apart(NOW);
        let house = House::open_bare(place(folder.path()), Sort::Exercise, clock.clone()).await.unwrap();
        let desk = Arc::new(DeskStore::open(&place(folder.path())).await.unwrap());
        let people = people(&house, &desk, &clock, house.store.audit());
        Record {
            clock,
            house,
            desk,
            people,
            _folder: folder,
        }
    }

    /// The people as another server of the record has them.
    fn elsewhere(&self) -> People {
        people(&self.house, &self.desk, &self.clock, self.house.store.audit())
    }

    /// Somebody who was invited by the operator and came, with the token of their session.
    async fn come(&self, name: &str, post: Post) -> Person {
        let (account, link) = self.people.invite(&operator(), name, &post, true).await.unwrap();
        let (joining, _) = self.people.accept(&link).await.unwrap();
        let proof = certificate(&account);
        let session = self
            .people
            .join_by(&joining, &proof, "Exercise certificate", Browser::Other)
            .await
            .unwrap();
        Person { account, session }
    }

    async fn visit(&self, person: &Person) -> Option<Visit> {
        self.people.visit(&person.session).await.unwrap()
    }

    async fn actor(&self, person: &Person) -> Actor {
        self.visit(person).await.unwrap().actor.unwrap()
    }

    /// A matter with one entry, as the operator records it.
    async fn matter(&self, matter: &str, audience: Audience) -> EntryId {
        let mut id = [0; 16];
        register::outside::Outside::random(self.clock.as_ref(), &mut id);
        let draft = Draft {
            id: EntryId::from_bytes(id),
            matter: matter.to_owned(),
            kind: register::kinds::REMARK.to_owned(),
            kind_v: 1,
            effective: When::Unknown,
            author: Author::Officer("exercise officer".to_owned()),
            on_behalf_of: None,
            audience,
            basis: Some("Exercise decision".to_owned()),
            source: None,
            corrects: None,
            about: vec![Subject::State("XAA".to_owned())],
            attachments: Vec::new(),
            body: Object::new().text("text", "Exercise text"),
        };
        let recorded = self
            .house
            .store
            .append(&operator().viewer().clone(), vec![draft], false)
            .await
            .unwrap();
        recorded[0].entry.id.clone()
    }

    async fn reads(&self, person: &Person, matter: &str) -> bool {
        let Some(visit) = self.visit(person).await else { return false };
        let viewer = visit.actor.unwrap().viewer().clone();
        let entries = self
            .house
            .store
            .entries(&viewer, Of::Matters(vec![matter.to_owned()]), None)
            .await
            .unwrap();
        !entries.is_empty()
    }

    /// Passes so many minutes.
    fn pass(&self, minutes: i64) {
        let now = register::outside::Outside::now(self.clock.as_ref());
        self.clock.put(&(now + jiff::SignedDuration::from_mins(minutes)).to_string());
    }
}

struct Person {
    account: AccountId,
    session: Token,
}

fn people(house: &House, desk: &Arc<DeskStore>, clock: &Arc<Still>, audit: Arc<dyn Audit>) -> People {
    let audit = AuditBook::new(audit, clock.clone());
    People::new(house.store.clone(), desk.clone(), clock.clone(), audit, Organisation::Court)
}

fn operator() -> Actor {
    Actor::operator("exercise operator")
}

fn certificate(account: &AccountId) -> Proof {
    Proof::Certificate(Certificate {
        sha256: Key::of(account.bytes()),
    })
}

fn court(role: Role) -> Post {
    Post {
        organisation: Organisation::Court,
        role,
    }
}

fn state(code: &str, role: Role) -> Post {
    Post {
        organisation: Organisation::State(code.to_owned()),
        role,
    }
}

fn registry_sealed() -> Audience {
    let registry = Reader::Organ(Organ::Registry);
    Audience::of(Level::UnderSeal, registry.clone(), [registry])
}

#[track_caller]
fn refused<T: std::fmt::Debug>(done: Result<T, PeopleError>, word: &str) {
    assert_eq!(done.map_err(|error| error.word()).expect_err("it was done"), word);
}

#[tokio::test]
async fn what_is_taken_from_somebody_on_one_server_is_taken_on_all_at_once() {
    let record = Record::open().await;
    let other = record.elsewhere();
    let officer = record.come("Exercise Officer One", court(Role::Registry)).await;
    assert!(other.visit(&officer.session).await.unwrap().is_some(), "signed in on both");
    record
        .people
        .withdraw(&operator(), &officer.account, &court(Role::Registry), "exercise")
        .await
        .unwrap();
    assert!(other.visit(&officer.session).await.unwrap().is_none());
    assert!(
        other.sign_in_by(&certificate(&officer.account), Browser::Other).await.is_ok(),
        "the account is open"
    );
    record.people.close(&operator(), &officer.account, "exercise").await.unwrap();
    assert!(other.sign_in_by(&certificate(&officer.account), Browser::Other).await.is_err());
}

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
async fn what_does_harm_asks_to_show_again_who_one_is() {
    let record = Record::open().await;
    let authority = record.come("Exercise Authority", state("XAA", Role::CentralAuthority)).await;
    record.pass(6);
    let actor = record.actor(&authority).await;
    let embassy = state("XAA", Role::Embassy);
    refused(record.people.invite(&actor, "Exercise Embassy", &embassy, false).await, "not-fresh");
    refused(
        record.people.invite(&actor, "Exercise", &court(Role::Registry), false).await,
        "not-allowed",
    );
    let visit = record.visit(&authority).await.unwrap();
    assert!(!record.people.is_fresh(&visit, Action::ManagePeople));
    let session = record.people.verify_by(&certificate(&authority.account), &visit).await.unwrap();
    assert!(record.visit(&authority).await.is_none(), "the token is a new one");
    let again = Person { session, ..authority };
    let actor = record.actor(&again).await;
    assert!(record.people.invite(&actor, "Exercise Embassy", &embassy, false).await.is_ok());
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
    let before = record.house.store.length().await.unwrap();
    record.people.ask_emergency(&asker, matter, "exercise: again").await.unwrap();
    assert_eq!(record.house.store.length().await.unwrap(), before, "one request waits, not many");
    refused(record.people.ask_emergency(&asker, matter, &"x".repeat(1001)).await, "long-reason");
    assert!(
        record.people.emergencies_to_grant(&asker).await.unwrap().is_empty(),
        "nobody grants their own"
    );
    assert!(record.people.emergencies_to_grant(&stranger).await.unwrap().is_empty());
    let waiting = record.people.emergencies_to_grant(&granter).await.unwrap();
    assert_eq!(waiting.len(), 1);
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
    let before = record.house.store.length().await.unwrap();
    for matter in ["exercise-matter-1", "exercise-matter-2", "", "record"] {
        assert!(record.people.ask_emergency(&actor, matter, "exercise").await.is_ok(), "{matter:?}");
    }
    assert_eq!(record.house.store.length().await.unwrap(), before, "nothing was recorded");
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

/// An audit that cannot be written.
struct Full;

#[async_trait]
impl Audit for Full {
    async fn write(&self, _: &[Event]) -> Result<(), StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn list(&self, _: &AuditFilter, _: Option<u64>, _: usize) -> Result<Vec<Kept>, StoreError> {
        Ok(Vec::new())
    }
    fn pseudonym(&self, _: &str) -> Pseudonym {
        Pseudonym::from_bytes([0; 8])
    }
}

#[tokio::test]
async fn what_cannot_be_audited_is_not_done() {
    let record = Record::open().await;
    let officer = record.come("Exercise One", court(Role::Registry)).await;
    let before = record.house.store.length().await.unwrap();
    let people = people(&record.house, &record.desk, &record.clock, Arc::new(Full));
    refused(
        people.invite(&operator(), "Exercise Two", &court(Role::Registry), false).await,
        "store",
    );
    refused(people.close(&operator(), &officer.account, "exercise").await, "store");
    assert!(people.sign_in_by(&certificate(&officer.account), Browser::Other).await.is_err());
    assert_eq!(record.house.store.length().await.unwrap(), before);
    assert!(record.visit(&officer).await.is_some(), "the session is as it was");
}

#[tokio::test]
async fn every_act_on_people_stands_in_the_audit_with_who_did_it() {
    let record = Record::open().await;
    let authority = record.come("Exercise Authority", state("XAA", Role::CentralAuthority)).await;
    let actor = record.actor(&authority).await;
    let embassy = state("XAA", Role::Embassy);
    let (account, _) = record.people.invite(&actor, "Exercise Embassy", &embassy, false).await.unwrap();
    record.people.close(&actor, &account, "exercise").await.unwrap();
    let kept = record.house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    let by_them: Vec<Act> = kept
        .iter()
        .rev()
        .filter(|kept| kept.who.account() == Some(&authority.account.to_string()))
        .map(|kept| kept.act)
        .collect();
    assert!(by_them.contains(&Act::SignedIn), "{by_them:?}");
    assert_eq!(by_them[by_them.len() - 2..], [Act::Invited, Act::AccountClosed]);
    let closed = &kept[0];
    assert_eq!(closed.about, Some(account.to_string()));
}
