//! Accounts as the fold of their entries.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use access::{Assignment, Held, Organisation, Role};
use common::{People, focal_point, registry, writer};
use identity::access_token::{AccessToken, Scope};
use identity::account::{Account, AccountId, LONGEST_EMERGENCY, Stage};
use identity::act::{Act, By, KINDS, Post, Recalled};
use identity::credential::{Credential, Means, ProviderIdentity};
use identity::token::Key;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use record::audience::Level;
use record::entry::{Corrects, Draft, EntryId};
use register::port::Recorded;

const MATTER: &str = "exercise-1";

fn id(n: u8) -> AccountId {
    AccountId::from_bytes([n; 16])
}

fn by(n: u8) -> By {
    By::Account(id(n))
}

fn entry(n: u8) -> EntryId {
    EntryId::from_bytes([n; 16])
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn provider(subject: &str) -> Credential {
    Credential {
        name: "ministry".to_owned(),
        means: Means::Provider(ProviderIdentity {
            issuer: "https://sign-in.example.org".to_owned(),
            subject: subject.to_owned(),
        }),
    }
}

fn token(n: u8, until: Timestamp) -> AccessToken {
    AccessToken {
        key: Key::from_bytes([n; 32]),
        name: "Exercise program".to_owned(),
        post: focal_point(),
        scope: Scope::Act,
        sealed: false,
        until,
        credential: Some(provider("exercise-0001").key()),
    }
}

fn invited(name: &str) -> Act {
    Act::AccountInvited {
        name: name.to_owned(),
        post: registry(),
    }
}

/// One of each kind, in the order of the kinds, and the body of its entry, besides `account` and `by`. What stands
/// here was written once and is read for ever.
fn one_of_each() -> Vec<(Act, &'static str)> {
    let (why, until) = ("why".to_owned(), instant("2026-11-26T18:00:00Z"));
    let post = || focal_point();
    vec![
        (
            Act::AccountInvited {
                name: "Exercise Person".to_owned(),
                post: post(),
            },
            r#""name":"Exercise Person","post":{"organisation":"state:XAA","role":"national-focal-point"}"#,
        ),
        (
            Act::TeamTakenIn {
                team: Organisation::Team("exercise-team".to_owned()),
                case: "exercise-case".to_owned(),
            },
            r#""case":"exercise-case","team":"team:exercise-team""#,
        ),
        (
            Act::ServiceTakenIn {
                name: "Exercise program".to_owned(),
                post: post(),
            },
            r#""name":"Exercise program","post":{"organisation":"state:XAA","role":"national-focal-point"}"#,
        ),
        (Act::AccountOpened, ""),
        (Act::AccountClosed { reason: why.clone() }, r#""reason":"why""#),
        (
            Act::CredentialAdded {
                credential: provider("exercise-0001"),
            },
            r#""credential":{"issuer":"https://sign-in.example.org","name":"ministry","sort":"provider","subject":"exercise-0001"}"#,
        ),
        (
            Act::CredentialRevoked {
                credential: provider("exercise-0001").key(),
                reason: why.clone(),
            },
            r#""credential":"f1df8bf118321fe35f9f24bb4d35e399078118c21b65466d34a0a3439e617da3","reason":"why""#,
        ),
        (
            Act::TokenIssued { token: token(1, until) },
            concat!(
                r#""token":{"credential":"f1df8bf118321fe35f9f24bb4d35e399078118c21b65466d34a0a3439e617da3","#,
                r#""key":"0101010101010101010101010101010101010101010101010101010101010101","name":"Exercise program","#,
                r#""post":{"organisation":"state:XAA","role":"national-focal-point"},"scope":"act","sealed":false,"#,
                r#""until":"2026-11-26T18:00:00Z"}"#
            ),
        ),
        (
            Act::TokenRevoked {
                token: Key::from_bytes([1; 32]),
            },
            r#""token":"0101010101010101010101010101010101010101010101010101010101010101""#,
        ),
        (
            Act::RoleGranted { post: post() },
            r#""post":{"organisation":"state:XAA","role":"national-focal-point"}"#,
        ),
        (
            Act::RoleWithdrawn {
                post: post(),
                reason: why.clone(),
            },
            r#""post":{"organisation":"state:XAA","role":"national-focal-point"},"reason":"why""#,
        ),
        (Act::RecoveryRequested { reason: why.clone() }, r#""reason":"why""#),
        (
            Act::RecoveryApproved {
                request: entry(1),
                organisation: Organisation::Court,
            },
            r#""organisation":"court","request":"01010101010101010101010101010101""#,
        ),
        (
            Act::RecoveryStopped {
                request: entry(1),
                reason: why.clone(),
            },
            r#""reason":"why","request":"01010101010101010101010101010101""#,
        ),
        (
            Act::RecoveryCompleted { request: entry(1) },
            r#""request":"01010101010101010101010101010101""#,
        ),
        (Act::MatterAssigned { level: Level::UnderSeal }, r#""level":"under-seal""#),
        (Act::AssignmentEnded { reason: why.clone() }, r#""reason":"why""#),
        (
            Act::DelegationGiven {
                from: id(2),
                level: Level::Confidential,
                until,
            },
            r#""from":"02020202020202020202020202020202","level":"confidential","until":"2026-11-26T18:00:00Z""#,
        ),
        (Act::DelegationEnded { from: id(2) }, r#""from":"02020202020202020202020202020202""#),
        (
            Act::BreakGlassRequested {
                level: Level::UnderSeal,
                reason: why,
            },
            r#""level":"under-seal","reason":"why""#,
        ),
        (
            Act::BreakGlassApproved { request: entry(1), until },
            r#""request":"01010101010101010101010101010101","until":"2026-11-26T18:00:00Z""#,
        ),
        (
            Act::BreakGlassEnded { request: entry(1) },
            r#""request":"01010101010101010101010101010101""#,
        ),
    ]
}

#[test]
fn each_kind_is_written_in_its_form_and_read_back() {
    let mut kinds = Vec::new();
    for (act, body) in one_of_each() {
        let mut people = People::at("2026-11-25T23:30:00Z");
        let recorded = people.act_of(by(2), &id(1), MATTER, act.clone()).clone();
        let written = String::from_utf8(recorded.entry.body.canonical()).unwrap();
        let begin = format!(r#"{{"account":"{}","by":"{}""#, id(1), id(2));
        let end = if body.is_empty() { "}".to_owned() } else { format!(",{body}}}") };
        assert_eq!(written, format!("{begin}{end}"));
        let recalled = Recalled::of(&recorded.entry).unwrap();
        assert_eq!((recalled.account, recalled.by, &recalled.act), (id(1), by(2), &act));
        // It is the next day in The Hague already.
        assert_eq!(recorded.entry.effective.to_string(), "2026-11-26");
        kinds.push(recorded.entry.kind.clone());
    }
    assert_eq!(kinds, KINDS);
}

#[test]
fn a_token_goes_with_what_it_rests_on_and_comes_back_with_nothing() {
    let until = instant("2027-11-26T18:00:00Z");
    let (why, post) = ("exercise".to_owned(), focal_point());
    let takes: Vec<(&str, Act)> = vec![
        (
            "its own end",
            Act::TokenRevoked {
                token: Key::from_bytes([1; 32]),
            },
        ),
        (
            "the role",
            Act::RoleWithdrawn {
                post: post.clone(),
                reason: why.clone(),
            },
        ),
        (
            "the credential",
            Act::CredentialRevoked {
                credential: provider("exercise-0001").key(),
                reason: why.clone(),
            },
        ),
        ("a recovery", Act::RecoveryCompleted { request: entry(1) }),
        ("the account", Act::AccountClosed { reason: why }),
    ];
    for (what, act) in takes {
        let mut people = People::at("2026-11-25T10:00:00Z");
        people.act(&id(1), invited("Exercise Person"));
        people.act(&id(1), Act::AccountOpened);
        people.act(&id(1), Act::RoleGranted { post: post.clone() });
        people.act(&id(1), Act::TokenIssued { token: token(1, until) });
        assert_eq!(people.account(&id(1)).tokens(), [token(1, until)]);
        people.act(&id(1), act);
        assert_eq!(people.account(&id(1)).tokens(), [], "{what}");
        people.act(&id(1), Act::RoleGranted { post: post.clone() });
        people.act(
            &id(1),
            Act::CredentialAdded {
                credential: provider("exercise-0001"),
            },
        );
        assert_eq!(people.account(&id(1)).tokens(), [], "{what}: what is given again brings none back");
    }
}

#[test]
fn a_passkey_is_written_in_its_form_and_read_back() {
    let form = concat!(
        r#"{"backed_up":false,"backup_eligible":true,"counter":7,"id":"AQID","name":"laptop","#,
        r#""public_key":"pQECAyYgASFYIA","sort":"passkey","transports":["hybrid","internal"]}"#
    );
    let mut people = People::at("2026-11-25T10:00:00Z");
    let credential: Credential = serde_json::from_str(form).unwrap();
    let recorded = people.act(
        &id(1),
        Act::CredentialAdded {
            credential: credential.clone(),
        },
    );
    let Some(record::json::Value::Object(written)) = recorded.entry.body.get("credential") else {
        panic!("no credential")
    };
    assert_eq!(String::from_utf8(written.canonical()).unwrap(), form);
    assert_eq!(Recalled::of(&recorded.entry).unwrap().act, Act::CredentialAdded { credential });
}

#[test]
fn an_account_is_invited_opened_and_closed_for_good() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    people.act(&id(1), Act::AccountOpened);
    assert_eq!(Account::fold(&id(1), &people.recorded), None, "nobody was invited");
    people.act(&id(1), invited("Exercise Person"));
    assert_eq!(people.account(&id(1)).stage(), Stage::Invited);
    people.act(&id(1), Act::AccountOpened);
    let account = people.account(&id(1));
    assert_eq!((account.stage(), account.name()), (Stage::Open, "Exercise Person"));
    people.act(&id(1), Act::AccountClosed { reason: "left".to_owned() });
    people.act(&id(1), Act::AccountOpened);
    assert_eq!(people.account(&id(1)).stage(), Stage::Closed);
}

#[test]
fn posts_and_credentials_come_and_go() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let account = people.open("Exercise Person", registry(), vec![provider("one"), provider("two")]);
    people.act(&account, Act::RoleGranted { post: focal_point() });
    people.act(
        &account,
        Act::RoleWithdrawn {
            post: registry(),
            reason: "moved".to_owned(),
        },
    );
    people.act(
        &account,
        Act::CredentialRevoked {
            credential: provider("one").key(),
            reason: "lost".to_owned(),
        },
    );
    let now = people.account(&account);
    assert_eq!(now.posts().iter().collect::<Vec<_>>(), [&focal_point()]);
    assert_eq!(now.credentials(), [provider("two")]);
    assert_eq!(now.credential(&provider("one").key()), None);
}

#[test]
fn nobody_says_something_of_an_account_in_a_matter_of_their_own() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let account = people.open("Exercise Person", registry(), Vec::new());
    let before = people.account(&account);
    let auditor = Post {
        organisation: Organisation::Court,
        role: Role::Auditor,
    };
    for (act, matter) in [
        (Act::RoleGranted { post: auditor.clone() }, MATTER.to_owned()),
        (Act::RoleGranted { post: auditor }, id(7).matter()),
        (
            Act::CredentialAdded {
                credential: provider("thief"),
            },
            MATTER.to_owned(),
        ),
        (Act::MatterAssigned { level: Level::UnderSeal }, account.matter()),
        (Act::MatterAssigned { level: Level::UnderSeal }, id(7).matter()),
    ] {
        let mut draft: Draft = writer(By::Operator).draft(&people.outside, &account, MATTER, &act).unwrap();
        draft.matter = matter;
        people.record(draft);
    }
    assert_eq!(people.account(&account), before);
}

#[test]
fn a_grant_that_is_taken_back_is_gone_and_ends_sessions() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let account = people.open("Exercise Person", registry(), Vec::new());
    let granted = people.act(&account, Act::RoleGranted { post: focal_point() }).clone();
    let before = people.account(&account);
    let mut taken_back = granted.entry.draft.clone();
    taken_back.id = entry(9);
    taken_back.corrects = Some(Corrects {
        first: granted.entry.id.clone(),
        saw: granted.entry.id.clone(),
        reason: "the wrong person".to_owned(),
        retracts: true,
    });
    people.record(taken_back);
    let after = people.account(&account);
    assert!(before.posts().contains(&focal_point()) && !after.posts().contains(&focal_point()));
    assert!(after.revision() > before.revision());
}

fn assigned(people: &People, account: &AccountId) -> Vec<(Level, Held)> {
    let now = people.outside_now();
    let still_has = |from: &AccountId, matter: &str| Account::fold(from, &people.recorded)?.assigned_up_to(matter);
    let assignments = people.account(account).assignments(now, still_has);
    assert!(assignments.iter().all(|Assignment { matter, .. }| matter == MATTER));
    assignments
        .into_iter()
        .map(|assignment| (assignment.up_to, assignment.held))
        .collect()
}

#[test]
fn an_assignment_lasts_until_it_ends_or_the_account_is_closed() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let account = people.open("Exercise Person", registry(), Vec::new());
    people.act_of(by(2), &account, MATTER, Act::MatterAssigned { level: Level::UnderSeal });
    assert_eq!(assigned(&people, &account), [(Level::UnderSeal, Held::Assigned)]);
    people.act_of(
        by(2),
        &account,
        MATTER,
        Act::AssignmentEnded {
            reason: "moved".to_owned(),
        },
    );
    assert_eq!(assigned(&people, &account), []);
    people.act_of(
        by(2),
        &account,
        MATTER,
        Act::MatterAssigned {
            level: Level::Confidential,
        },
    );
    assert_eq!(assigned(&people, &account), [(Level::Confidential, Held::Assigned)]);
    people.act(&account, Act::AccountClosed { reason: "left".to_owned() });
    assert_eq!(assigned(&people, &account), []);
}

#[test]
fn a_delegation_lasts_until_its_end_and_no_longer_than_the_assignment_that_was_delegated() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let absent = people.open("Absent Exercise Person", registry(), Vec::new());
    let deputy = people.open("Exercise Deputy", registry(), Vec::new());
    let until = people.outside_now() + SignedDuration::from_hours(48);
    let given = || Act::DelegationGiven {
        from: absent,
        level: Level::UnderSeal,
        until,
    };
    people.act_of(By::Account(absent), &deputy, MATTER, given());
    assert_eq!(assigned(&people, &deputy), [], "nobody passes on what they do not have");
    people.act_of(by(2), &absent, MATTER, Act::MatterAssigned { level: Level::UnderSeal });
    assert_eq!(assigned(&people, &deputy), [(Level::UnderSeal, Held::Delegated)]);
    people.act_of(By::Account(absent), &deputy, MATTER, Act::DelegationEnded { from: absent });
    assert_eq!(assigned(&people, &deputy), []);
    people.act_of(By::Account(absent), &deputy, MATTER, given());
    people.outside.pass(SignedDuration::from_hours(48) - SignedDuration::from_secs(1));
    assert_eq!(assigned(&people, &deputy), [(Level::UnderSeal, Held::Delegated)]);
    people.outside.pass(SignedDuration::from_secs(1));
    assert_eq!(assigned(&people, &deputy), []);
}

#[test]
fn access_in_an_emergency_needs_a_second_person_and_ends_in_time() {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let account = people.open("Exercise Person", registry(), Vec::new());
    let asked = Act::BreakGlassRequested {
        level: Level::UnderSeal,
        reason: "a witness is in danger".to_owned(),
    };
    let request = people
        .act_of(By::Account(account), &account, MATTER, asked.clone())
        .entry
        .id
        .clone();
    let until = people.outside_now() + SignedDuration::from_hours(4);
    let approved = |until| Act::BreakGlassApproved {
        request: request.clone(),
        until,
    };
    assert_eq!(assigned(&people, &account), []);
    people.act_of(By::Account(account), &account, MATTER, approved(until));
    assert_eq!(assigned(&people, &account), [], "nobody approves their own");
    people.act_of(by(2), &account, "exercise-2", approved(until));
    assert_eq!(assigned(&people, &account), [], "an approval in another matter opens none");
    people.act_of(by(2), &account, MATTER, approved(until));
    assert_eq!(assigned(&people, &account), [(Level::UnderSeal, Held::BreakGlass)]);
    people.outside.pass(SignedDuration::from_hours(4));
    assert_eq!(assigned(&people, &account), []);

    let request = people.act_of(by(3), &account, MATTER, asked.clone()).entry.id.clone();
    let far = people.outside_now() + SignedDuration::from_hours(1000);
    let approved = Act::BreakGlassApproved {
        request: request.clone(),
        until: far,
    };
    people.act_of(by(3), &account, MATTER, approved.clone());
    assert_eq!(
        assigned(&people, &account),
        [],
        "who asked for somebody is not the second person either"
    );
    people.act_of(by(2), &account, MATTER, approved);
    people.outside.pass(LONGEST_EMERGENCY - SignedDuration::from_secs(1));
    assert_eq!(assigned(&people, &account), [(Level::UnderSeal, Held::BreakGlass)]);
    people.outside.pass(SignedDuration::from_secs(1));
    assert_eq!(assigned(&people, &account), [], "no longer than a day, whatever was written");

    let request = people.act_of(by(3), &account, MATTER, asked).entry.id.clone();
    let until = people.outside_now() + SignedDuration::from_hours(4);
    let approved = Act::BreakGlassApproved {
        request: request.clone(),
        until,
    };
    people.act_of(by(2), &account, MATTER, approved);
    assert_eq!(assigned(&people, &account), [(Level::UnderSeal, Held::BreakGlass)]);
    people.act_of(by(2), &account, MATTER, Act::BreakGlassEnded { request });
    assert_eq!(assigned(&people, &account), []);
}

#[test]
fn a_text_that_no_entry_may_hold_is_refused_with_the_place() {
    let people = People::at("2026-11-25T10:00:00Z");
    let act = Act::AccountClosed {
        reason: "left\u{202e}".to_owned(),
    };
    let said = writer(By::Operator)
        .draft(&people.outside, &id(1), "", &act)
        .unwrap_err()
        .to_string();
    assert!(said.contains("account.closed") && said.contains("body.reason"), "{said}");
}

#[test]
fn a_post_exists_where_the_organisation_has_such_a_role() {
    assert!(registry().exists() && focal_point().exists());
    assert!(
        !Post {
            organisation: Organisation::Court,
            role: Role::NationalFocalPoint
        }
        .exists()
    );
    assert!(
        !Post {
            organisation: Organisation::State("xaa".to_owned()),
            role: Role::NationalFocalPoint
        }
        .exists()
    );
}

/// Random acts about a few accounts, in a few matters, by a few people.
fn history() -> impl Strategy<Value = Vec<(u8, u8, usize, bool)>> {
    proptest::collection::vec((1u8..4, 1u8..4, 0..KINDS.len(), proptest::bool::ANY), 0..25)
}

fn recorded(history: &[(u8, u8, usize, bool)]) -> Vec<Recorded> {
    let mut people = People::at("2026-11-25T10:00:00Z");
    for account in 1..4 {
        people.act(&id(account), invited("Exercise Person"));
    }
    for (account, who, kind, correct) in history {
        people.outside.pass(SignedDuration::from_secs(60));
        let (act, _) = one_of_each().swap_remove(*kind);
        let before = people.act_of(by(*who), &id(*account), MATTER, act).entry.draft.clone();
        if *correct {
            let mut again = before.clone();
            let position = u8::try_from(people.recorded.len()).unwrap();
            again.id = EntryId::from_bytes([position; 16]);
            again.corrects = Some(Corrects {
                first: before.id.clone(),
                saw: before.id,
                reason: "exercise".to_owned(),
                retracts: who % 2 == 0,
            });
            people.record(again);
        }
    }
    people.recorded
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_fold_of_an_account_does_not_depend_on_entries_of_others(history in history()) {
        let all = recorded(&history);
        for account in 1..4 {
            let own: Vec<&Recorded> =
                all.iter().filter(|r| r.entry.body.get_text("account") == Some(&id(account).to_string())).collect();
            prop_assert_eq!(Account::fold(&id(account), &all), Account::fold(&id(account), own));
        }
    }

    #[test]
    fn the_revision_never_falls_and_rises_whenever_something_is_gone(history in history()) {
        let all = recorded(&history);
        for account in 1..4 {
            let mut before: Option<Account> = None;
            for end in 0..=all.len() {
                let now = Account::fold(&id(account), &all[..end]);
                if let (Some(before), Some(now)) = (&before, &now) {
                    prop_assert!(now.revision() >= before.revision());
                    let gone = !before.posts().is_subset(now.posts())
                        || before.credentials().iter().any(|c| now.credential(&c.key()).is_none())
                        || (before.is_open() && !now.is_open());
                    prop_assert!(!gone || now.revision() > before.revision());
                }
                before = now;
            }
        }
    }
}
