//! The directory of authorities, over a real store: who writes it from what and who sees it, what holds on which day,
//! when it is asked about again, to whom a request goes, and what is wrong in which field.

mod days;
mod receiving;
mod shell;
mod who;
mod wrong;

use crate::common::{Folder, Still, place};
use access::{Organisation, Role, Viewer};
use comity::house::House;
use jiff::civil::{Date, date};
use record::audience::Audience;
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::Register;
use register::authorities::{AuthorityError, AuthorityWords, Fault, Field, Letter, WhichVersion};
use register::kinds;
use register::port::{Recorded, Store};
use register::reading::Reading;
use register::view::model::Authority;
use std::sync::Arc;
use store::Sort;

const NOW: &str = "2026-11-26T09:00:00Z";

/// An exercise record with two States, and a clock.
struct Place {
    _folder: Folder,
    clock: Arc<Still>,
    house: House,
}

impl Place {
    async fn new() -> Place {
        let folder = Folder::new();
        let clock = Still::at(NOW);
        let house = House::open_bare(place(folder.path()), Sort::Exercise, clock.clone()).await.unwrap();
        for (number, code) in [(1, "XAA"), (2, "XAB")] {
            let draft = Draft {
                id: EntryId::from_bytes([number; 16]),
                matter: format!("state-{}", code.to_lowercase()),
                kind: kinds::STATE_NAMED.into(),
                kind_v: 1,
                effective: When::Unknown,
                author: Author::Officer("exercise officer".into()),
                on_behalf_of: None,
                audience: Audience::public(),
                basis: None,
                source: Some("Exercise file".into()),
                corrects: None,
                about: vec![Subject::State(code.into())],
                attachments: Vec::new(),
                body: Object::new().text("un_name_en", format!("Exercise State {code}")),
            };
            house.store.append(&Viewer::operator(), vec![draft], false).await.unwrap();
        }
        Place {
            _folder: folder,
            clock,
            house,
        }
    }

    fn register(&self) -> &Register {
        &self.house.register
    }

    async fn name(
        &self,
        viewer: &Viewer,
        naming: &WhichVersion,
        words: &AuthorityWords,
        letter: &Letter,
    ) -> Result<Recorded, AuthorityError> {
        self.register().name_authority(viewer, naming, words, letter, &author(viewer)).await
    }

    /// One that a State's central authority entered itself.
    async fn own(&self, state: &str, words: &AuthorityWords) -> Recorded {
        self.name(&of_state(state, Role::CentralAuthority), &new(state), words, &Letter::default())
            .await
            .unwrap()
    }

    async fn seen(&self, viewer: &Viewer, day: Date) -> Vec<Authority> {
        self.register().authorities(viewer, &at(day), None).await.unwrap()
    }

    /// What was recorded last of one.
    async fn newest(&self, viewer: &Viewer, matter: &str) -> String {
        let view = self.register().authority(viewer, &at(date(2026, 11, 26)), matter).await;
        view.unwrap().unwrap().last
    }

    async fn receiving(&self, topic: &str) -> Option<Authority> {
        let registry = court(Role::Registry);
        self.register()
            .receiving_authority(&registry, &at(date(2026, 11, 26)), "XAA", topic)
            .await
            .unwrap()
    }
}

fn account(role: Role) -> String {
    format!("{:032x}", role as u32 + 1)
}

fn of_state(code: &str, role: Role) -> Viewer {
    Viewer::of(&account(role), Organisation::State(code.into()), role, Vec::new()).unwrap()
}

fn court(role: Role) -> Viewer {
    Viewer::of(&account(role), Organisation::Court, role, Vec::new()).unwrap()
}

fn author(viewer: &Viewer) -> Author {
    match viewer.account() {
        Some(account) => Author::Account(account.into()),
        None => Author::Officer("exercise officer".into()),
    }
}

fn new(state: &str) -> WhichVersion {
    WhichVersion::New { state: state.into() }
}

fn changed(recorded: &Recorded) -> WhichVersion {
    WhichVersion::Changed {
        matter: recorded.entry.matter.clone(),
        saw: recorded.entry.id.to_string(),
    }
}

fn mistake(recorded: &Recorded) -> WhichVersion {
    WhichVersion::Mistake {
        matter: recorded.entry.matter.clone(),
        saw: recorded.entry.id.to_string(),
        reason: "exercise: mistyped".into(),
    }
}

fn at(day: Date) -> Reading {
    Reading {
        as_at: day,
        known_on: None,
        hindsight: false,
        dated: true,
    }
}

fn words() -> AuthorityWords {
    AuthorityWords {
        name_en: "Exercise Office".into(),
        role: "central-authority".into(),
        does: vec!["receives".into()],
        email: "office@xaa.example".into(),
        languages: vec!["fra".into()],
        channel: "direct".into(),
        from: "2020-01-01".into(),
        ..AuthorityWords::default()
    }
}

fn letter() -> Letter {
    Letter {
        source: "Exercise note verbale 1".into(),
        dated: "2026-11-02".into(),
    }
}

#[track_caller]
fn assert_faults(refused: Result<Recorded, AuthorityError>, expected: &[(Field, Fault)]) {
    match refused {
        Err(AuthorityError::Faults(faults)) => assert_eq!(faults, expected),
        other => panic!("{expected:?}: {other:?}"),
    }
}
