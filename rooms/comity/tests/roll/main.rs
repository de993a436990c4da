//! The people of a record: who may do what to whom, and that what is taken is taken everywhere at once.

mod audited;
mod matters;
mod organisations;
mod two_persons;

use crate::common::{Folder, NOW, Still, place};
use access::{Action, Organisation, Role};
use comity::house::House;
use identity::account::AccountId;
use identity::act::Post;
use identity::credential::Certificate;
use identity::people::coming::{Proof, Visit};
use identity::people::{Actor, People, PeopleError};
use identity::session::Browser;
use identity::token::{Key, Token};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::audit::{Audit, AuditBook};
use register::port::{Of, Store};
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
    of(Organ::Registry)
}

/// Under seal, for an organ from which it comes.
fn of(organ: Organ) -> Audience {
    let organ = Reader::Organ(organ);
    Audience::of(Level::UnderSeal, organ.clone(), [organ])
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
