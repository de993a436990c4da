//! `comity admin`: people invited, given roles, signed out, let in again and assigned to matters at the shell, and the
//! link by which the first administrator comes in.

mod emergencies;

use crate::common::shell::{json, refused, said};
use crate::common::{Folder, Server, Still, place};
use crate::hardening::certificate;
use identity::account::AccountId;
use identity::act::Post;
use identity::credential::Certificate;
use identity::people::coming::Proof;
use identity::people::{Actor, People, PeopleError};
use identity::session::Browser;
use identity::token::{Key, Token};
use record::entry::Author;
use register::audit::AuditBook;
use register::matter::{Addition, AudienceWords};
use register::outside::Outside;
use register::port::{Of, Store};
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;

const NOW: &str = "2026-11-25T12:00:00Z";
const OFFICER: [&str; 2] = ["--officer", "Exercise operator"];
const REGISTRY: [&str; 4] = ["--organisation", "court", "--role", "registry"];

/// An exercise record in which nobody has an account.
fn record() -> Folder {
    let folder = Folder::new();
    said(folder.path(), &["record", "init", "--exercise"]);
    folder
}

/// Invites somebody; their account and the token of their link.
#[track_caller]
fn invite(folder: &Path, name: &str, post: &[&str]) -> (String, Token) {
    let invited = json(folder, &[&["admin", "people", "invite", name][..], post, &OFFICER].concat());
    (
        invited["account"].as_str().unwrap().to_owned(),
        token(invited["link"].as_str().unwrap()),
    )
}

/// The token of a link.
#[track_caller]
fn token(link: &str) -> Token {
    let (site, token) = link.split_once("/en/join/").expect("a link");
    assert!(site.starts_with("http"), "{link}");
    Token::parse(token).expect("a token")
}

/// The people of a record, by a clock.
async fn people(folder: &Path, outside: Arc<dyn Outside>) -> (comity::house::House, People) {
    let home = place(folder);
    let house = comity::house::House::open_bare(home.clone(), store::Sort::Exercise, outside.clone())
        .await
        .unwrap();
    let desk = Arc::new(store::DeskStore::open(&home).await.unwrap());
    let audit = AuditBook::new(house.store.audit(), outside.clone());
    let people = People::new(house.store.clone(), desk, outside, audit, access::Organisation::Court);
    (house, people)
}

fn shown(of: &str) -> Proof {
    Proof::Certificate(Certificate {
        sha256: Key::of(of.as_bytes()),
    })
}

/// Takes a link up as its owner does, with a certificate of the exercise; the token of their session.
async fn take_up(people: &People, link: &Token, with: &str) -> Token {
    let (joining, _) = people.accept(link).await.unwrap();
    people
        .join_by(&joining, &shown(with), "Exercise certificate", Browser::Firefox)
        .await
        .unwrap()
}

/// The same at the machine's own time.
fn come_in(folder: &Path, link: &Token, with: &str) -> Token {
    run(async {
        let (house, people) = people(folder, Arc::new(comity::system::System)).await;
        let session = take_up(&people, link, with).await;
        house.store.close().await;
        session
    })
}

/// Whether a session is under way.
fn is_signed_in(folder: &Path, session: &Token) -> bool {
    run(async {
        let (house, people) = people(folder, Arc::new(comity::system::System)).await;
        let visit = people.visit(session).await.unwrap();
        house.store.close().await;
        visit.is_some()
    })
}

fn run<T>(what: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(what)
}

#[test]
fn somebody_is_invited_and_comes_in_by_the_link_that_was_printed() {
    let folder = record();
    let data = folder.path();
    assert_eq!(said(data, &["admin", "people", "list"]).trim_end(), "nobody has an account");
    let invited = said(
        data,
        &[
            &[
                "admin",
                "people",
                "invite",
                "Exercise Officer",
                "--public-url",
                "https://comity.example.org",
            ][..],
            &REGISTRY,
            &OFFICER,
        ]
        .concat(),
    );
    let lines: Vec<&str> = invited.lines().collect();
    assert_eq!(lines.len(), 3, "{invited}");
    let account = lines[0].strip_prefix("account  ").unwrap();
    assert!(lines[1].starts_with("link     https://comity.example.org/en/join/"), "{invited}");
    assert!(
        lines[2].starts_with("until    20") && lines[2].ends_with("; it works once"),
        "{invited}"
    );

    let row = &json(data, &["admin", "people", "list"])[0];
    assert_eq!((&row["account"], &row["name"]), (&account.into(), &"Exercise Officer".into()));
    assert_eq!((&row["stage"], &row["posts"]), (&"invited".into(), &Value::Array(Vec::new())));
    let csv = said(data, &["admin", "people", "list", "--format", "csv"]);
    assert!(
        csv.contains(&format!("{account},Exercise Officer,invited,(registry of court)\r\n")),
        "{csv}"
    );

    // Another link makes the first one void, and without a public URL leads to this machine.
    let again = json(data, &[&["admin", "people", "link", account][..], &OFFICER].concat());
    assert!(
        again["link"].as_str().unwrap().starts_with("http://localhost:8080/en/join/"),
        "{again}"
    );
    let first = token(lines[1].split_whitespace().last().unwrap());
    run(async {
        let (house, people) = people(data, Arc::new(comity::system::System)).await;
        assert!(people.look(&first).await.is_err());
        house.store.close().await;
    });
    come_in(data, &token(again["link"].as_str().unwrap()), "officer");

    let shown = said(data, &["admin", "people", "show", account]);
    for line in ["stage        open", "role         registry of court", "sessions     1"] {
        assert!(shown.lines().any(|said| said == line), "{line:?} does not stand in\n{shown}");
    }
    assert_eq!(
        json(data, &["admin", "people", "show", account])["credentials"][0]["sort"],
        "certificate"
    );
    refused(
        data,
        &[&["admin", "people", "link", account][..], &OFFICER].concat(),
        "the account is open already",
    );
}

#[tokio::test]
async fn a_link_works_once_and_for_a_day() {
    let folder = Folder::new();
    let clock = Still::at(NOW);
    let (house, people) = people(folder.path(), clock.clone()).await;
    let operator = Actor::operator("Exercise operator");
    let post = Post {
        organisation: access::Organisation::Court,
        role: access::Role::Registry,
    };
    let (account, link) = people.invite(&operator, "Exercise Officer", &post, false).await.unwrap();
    clock.put("2026-11-26T11:59:59Z");
    assert!(people.look(&link).await.is_ok(), "the hour before it ends");
    clock.put("2026-11-26T12:00:00Z");
    assert!(people.look(&link).await.is_err(), "after a day");
    assert!(people.accept(&link).await.is_err(), "nor is it taken up then");
    let link = people.invite_again(&operator, &account).await.unwrap();
    // To look at it, as filters of mail do, uses nothing up.
    people.look(&link).await.unwrap();
    take_up(&people, &link, "officer").await;
    assert!(
        people.look(&link).await.is_err() && people.accept(&link).await.is_err(),
        "it was used"
    );
    house.store.close().await;
}

#[test]
fn roles_are_given_and_taken_back_and_whoever_loses_something_is_signed_out() {
    let folder = record();
    let data = folder.path();
    let (account, link) = invite(data, "Exercise Officer", &REGISTRY);
    let auditor = ["--organisation", "court", "--role", "auditor"];
    let with = |verb: &str, more: &[&str]| -> Vec<String> {
        let words = [&["admin", "people", verb, &account][..], more, &OFFICER].concat();
        words.into_iter().map(str::to_owned).collect()
    };
    let does = |verb: &str, more: &[&str]| {
        let words = with(verb, more);
        said(data, &words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let cannot = |verb: &str, more: &[&str], expected: &str| {
        let words = with(verb, more);
        refused(data, &words.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    };
    cannot("grant", &auditor, "its owner has not used the invitation");
    let session = come_in(data, &link, "officer");
    does("grant", &auditor);
    cannot("grant", &auditor, "they have this role already");
    assert!(is_signed_in(data, &session), "what is given ends no session");
    cannot("withdraw", &[&auditor[..], &["--reason", " "]].concat(), "say why");
    does("withdraw", &[&auditor[..], &["--reason", "other duties"]].concat());
    cannot(
        "withdraw",
        &[&auditor[..], &["--reason", "other duties"]].concat(),
        "they do not have it",
    );
    assert!(!is_signed_in(data, &session), "what is taken ends all");

    let session = run(async {
        let (house, people) = people(data, Arc::new(comity::system::System)).await;
        let session = people.sign_in_by(&shown("officer"), Browser::Safari).await.unwrap();
        house.store.close().await;
        session
    });
    let listed = json(data, &["admin", "people", "sessions", &account]);
    assert_eq!((&listed[0]["browser"], listed.as_array().unwrap().len()), (&"safari".into(), 1));
    let key = listed[0]["key"].as_str().unwrap();
    assert!(said(data, &["admin", "people", "sessions", &account]).contains(key));
    assert!(said(data, &["admin", "people", "sessions", &account, "--format", "csv"]).contains(",registry of court,"));
    assert!(does("end-sessions", &["--session", key]).contains("one session"));
    assert!(!is_signed_in(data, &session));
    cannot("end-sessions", &["--session", key], "they do not have it");
    assert!(does("end-sessions", &[]).contains("was not signed in"));

    let session = run(async {
        let (house, people) = people(data, Arc::new(comity::system::System)).await;
        let session = people.sign_in_by(&shown("officer"), Browser::Safari).await.unwrap();
        house.store.close().await;
        session
    });
    let shown = json(data, &["admin", "people", "show", &account]);
    let credential = shown["credentials"][0]["key"].as_str().unwrap().to_owned();
    does("revoke", &[&credential, "--reason", "card lost"]);
    assert!(!is_signed_in(data, &session), "what it opened is shut");
    cannot("revoke", &[&credential, "--reason", "card lost"], "they do not have it");
}

#[test]
fn closing_an_account_ends_its_sessions_and_takes_it_off_the_list() {
    let folder = record();
    let data = folder.path();
    let (account, link) = invite(data, "Exercise Officer", &REGISTRY);
    let session = come_in(data, &link, "officer");
    assert!(is_signed_in(data, &session));
    let close = ["admin", "people", "close", &account, "--reason", "left the service"];
    said(data, &[&close[..], &OFFICER].concat());
    assert!(!is_signed_in(data, &session));
    refused(data, &[&close[..], &OFFICER].concat(), "the account is closed for good");
    assert_eq!(json(data, &["admin", "people", "list"]).as_array().unwrap().len(), 0);
    assert_eq!(json(data, &["admin", "people", "list", "--all"])[0]["stage"], "closed");
    // Nor does a link work that was given before.
    let (invited, link) = invite(data, "Exercise Officer Two", &REGISTRY);
    let close = ["admin", "people", "close", &invited, "--reason", "a mistake"];
    said(data, &[&close[..], &OFFICER].concat());
    run(async {
        let (house, people) = people(data, Arc::new(comity::system::System)).await;
        assert!(people.accept(&link).await.is_err());
        house.store.close().await;
    });
}

#[test]
fn what_cannot_be_is_refused_with_what_is_wrong_and_how_to_mend_it() {
    let folder = record();
    let data = folder.path();
    invite(data, "Exercise Officer", &REGISTRY);
    let nobody = "0".repeat(32);
    let invites = |name: &str, organisation: &str, role: &str, expected: &str| {
        let post = ["--organisation", organisation, "--role", role];
        refused(
            data,
            &[&["admin", "people", "invite", name][..], &post, &OFFICER].concat(),
            expected,
        );
    };
    invites(
        "Exercise Person",
        "kitchen",
        "registry",
        "is no organisation; write court, assembly, state:XXX",
    );
    invites("Exercise Person", "court", "cook", "is no role; write one of presidency, chambers");
    invites("Exercise Person", "state:XAA", "registry", "this organisation has no such role");
    invites("Exercise Person", "state:XAA", "auditor", "this organisation has no such role");
    invites(" ", "court", "registry", "write a name");
    invites(
        "officer EXERCISE",
        "court",
        "registry",
        "confirm that you mean another with --another",
    );
    let another = ["admin", "people", "invite", "officer EXERCISE", "--another"];
    said(data, &[&another[..], &REGISTRY, &OFFICER].concat());
    let nameless = ["admin", "people", "invite", "Exercise Person", "--officer", " "];
    refused(data, &[&nameless[..], &REGISTRY].concat(), "give --officer");
    let elsewhere = ["admin", "people", "invite", "Exercise Person", "--public-url", "http://192.0.2.1"];
    refused(data, &[&elsewhere[..], &REGISTRY, &OFFICER].concat(), "use the site's name");
    for (words, expected) in [
        (
            vec!["admin", "people", "show", "officer"],
            "is no account; take its 32 digits from `comity admin people list`",
        ),
        (vec!["admin", "people", "show", &nobody], "there is no such account"),
        (vec!["admin", "people", "sessions", &nobody], "there is no such account"),
        (vec!["admin", "people", "list", "--organisation", "XAA"], "is no organisation"),
        (vec!["admin", "assignments", "exercise-9"], "there is no such matter"),
    ] {
        refused(data, &words, expected);
    }
    for (words, expected) in [
        (vec!["admin", "people", "link", &nobody], "there is no such account"),
        (
            vec!["admin", "people", "close", &nobody, "--reason", "r"],
            "there is no such account",
        ),
        (
            vec!["admin", "people", "revoke", &nobody, "key", "--reason", "r"],
            "is no key; take its 64 digits from",
        ),
        (
            vec!["admin", "recovery", "ask", &nobody, "--reason", "r"],
            "there is no such account",
        ),
        (
            vec!["admin", "recovery", "stop", &nobody, "--reason", "r"],
            "there is no such account",
        ),
        (vec!["admin", "assign", "exercise-9", &nobody], "there is no such matter"),
        (
            vec!["admin", "assign", "exercise-9", &nobody, "--level", "public"],
            "is no level to which a matter is assigned",
        ),
        (
            vec!["admin", "unassign", "exercise-9", &nobody, "--reason", "r"],
            "there is no such matter",
        ),
    ] {
        refused(data, &[&words[..], &OFFICER].concat(), expected);
    }
    // The list of one organisation holds its people alone.
    invite(
        data,
        "Exercise Person",
        &["--organisation", "state:XAA", "--role", "central-authority"],
    );
    let of_xaa = json(data, &["admin", "people", "list", "--organisation", "state:XAA"]);
    assert_eq!(
        (of_xaa.as_array().unwrap().len(), &of_xaa[0]["name"]),
        (1, &"Exercise Person".into())
    );
    // A folder without a record is not made one by asking.
    let empty = Folder::new();
    refused(
        empty.path(),
        &["admin", "people", "list"],
        "holds no record; give its folder with --data",
    );
}

#[test]
fn whoever_lost_their_key_is_let_in_by_two_and_the_shell_is_one_of_them() {
    let folder = record();
    let data = folder.path();
    let (account, link) = invite(data, "Exercise Officer", &REGISTRY);
    let (second, second_link) = invite(
        data,
        "Exercise Administrator",
        &["--organisation", "court", "--role", "administrator"],
    );
    come_in(data, &link, "officer");
    come_in(data, &second_link, "administrator");
    assert_ne!(account, second);
    let recovery = |verb: &str, more: &[&str]| said(data, &[&["admin", "recovery", verb, &account][..], more, &OFFICER].concat());
    let cannot = |verb: &str, more: &[&str], expected: &str| {
        refused(
            data,
            &[&["admin", "recovery", verb, &account][..], more, &OFFICER].concat(),
            expected,
        );
    };
    assert_eq!(
        said(data, &["admin", "recovery", "list"]).trim_end(),
        "nobody is being let in again"
    );
    cannot("approve", &[], "there is no such request");
    cannot("ask", &["--reason", " "], "say why");
    recovery("ask", &["--reason", "telephone lost"]);
    cannot("link", &[], "two persons have to approve this first");
    assert!(recovery("approve", &[]).contains("a second person has to"));
    cannot("approve", &[], "you approved this already");
    // Another officer at the same shell is the same pair of eyes.
    refused(
        data,
        &["admin", "recovery", "approve", &account, "--officer", "Exercise second operator"],
        "you approved this already",
    );
    run(async {
        let (house, people) = people(data, Arc::new(comity::system::System)).await;
        let session = people.sign_in_by(&shown("administrator"), Browser::Edge).await.unwrap();
        let administrator = people.visit(&session).await.unwrap().unwrap().actor.unwrap();
        let id = AccountId::parse(&account).unwrap();
        people.approve_recovery(&administrator, &id).await.unwrap();
        house.store.close().await;
    });
    cannot("link", &[], "the owner of the account can object until");
    let listed = json(data, &["admin", "recovery", "list"]);
    assert_eq!(
        (&listed[0]["account"], &listed[0]["reason"]),
        (&account.as_str().into(), &"telephone lost".into())
    );
    assert_eq!(listed[0]["approvals"], serde_json::json!(["operator", second]));
    assert!(listed[0]["link_from"].is_string());
    assert!(said(data, &["admin", "recovery", "list"]).contains("telephone lost"));
    assert!(said(data, &["admin", "recovery", "list", "--format", "csv"]).contains(&format!("operator; {second}")));
    cannot("stop", &["--reason", ""], "say why");
    recovery("stop", &["--reason", "telephone found"]);
    cannot("link", &[], "this recovery is over");
    assert_eq!(json(data, &["admin", "recovery", "list"]).as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn the_link_of_a_recovery_can_be_made_once_the_owner_could_object() {
    let folder = Folder::new();
    let clock = Still::at(NOW);
    let (house, people) = people(folder.path(), clock.clone()).await;
    let operator = Actor::operator("Exercise operator");
    let post = |role| Post {
        organisation: access::Organisation::Court,
        role,
    };
    let join = async |name: &str, role| {
        let (account, link) = people.invite(&operator, name, &post(role), true).await.unwrap();
        (account, take_up(&people, &link, name).await)
    };
    let (account, session) = join("Exercise Officer", access::Role::Registry).await;
    let (_, administrator) = join("Exercise Administrator", access::Role::Administrator).await;
    people.ask_recovery(&operator, &account, "telephone lost").await.unwrap();
    people.approve_recovery(&operator, &account).await.unwrap();
    let administrator = people.visit(&administrator).await.unwrap().unwrap().actor.unwrap();
    people.approve_recovery(&administrator, &account).await.unwrap();
    clock.put("2026-11-25T23:59:00Z");
    assert!(matches!(
        people.issue_recovery(&operator, &account).await,
        Err(PeopleError::Recovery(_))
    ));
    clock.put("2026-11-26T00:00:01Z");
    let link = people.issue_recovery(&operator, &account).await.unwrap();
    let back = take_up(&people, &link, "another certificate").await;
    assert!(people.visit(&back).await.unwrap().is_some());
    assert!(people.visit(&session).await.unwrap().is_none(), "the lost key opens nothing");
    assert!(people.sign_in_by(&shown("Exercise Officer"), Browser::Edge).await.is_err());
    house.store.close().await;
}

#[test]
fn a_matter_is_assigned_to_whom_its_audience_lets_in_and_ended() {
    let folder = record();
    let data = folder.path();
    let (officer, link) = invite(data, "Exercise Officer", &REGISTRY);
    let (outsider, other) = invite(
        data,
        "Exercise Person",
        &["--organisation", "state:XAA", "--role", "central-authority"],
    );
    come_in(data, &link, "officer");
    come_in(data, &other, "outsider");
    let add = [
        "matter",
        "add",
        "warrant.issued",
        "--matter",
        "exercise-1",
        "--effective",
        "2026-02-01",
        "--about",
        "person:exercise-0001",
        "--about",
        "situation:exercise-01/26",
        "--set",
        "situation=Exercise A",
        "--level",
        "under-seal",
        "--to",
        "organ:registry",
        "--from",
        "organ:registry",
        "--basis",
        "Exercise decision 1",
    ];
    said(data, &[&add[..], &OFFICER].concat());
    assert_eq!(said(data, &["admin", "assignments", "exercise-1"]).trim_end(), "nobody has it");
    said(data, &[&["admin", "assign", "exercise-1", &officer][..], &OFFICER].concat());
    refused(
        data,
        &[&["admin", "assign", "exercise-1", &outsider][..], &OFFICER].concat(),
        "this matter is not open to their role",
    );
    let row = &json(data, &["admin", "assignments", "exercise-1"])[0];
    assert_eq!(
        (&row["account"], &row["level"], &row["held"], &row["until"]),
        (&officer.as_str().into(), &"under-seal".into(), &"assigned".into(), &Value::Null)
    );
    let csv = said(data, &["admin", "assignments", "exercise-1", "--format", "csv"]);
    assert!(csv.contains(&format!("{officer},Exercise Officer,under-seal,assigned,")), "{csv}");
    let shown = said(data, &["admin", "people", "show", &officer]);
    assert!(shown.contains("exercise-1, under-seal, assigned"), "{shown}");

    // A decision to open the matter opens what happened in it, and not who had it.
    let unseal = [
        "matter",
        "unseal",
        "exercise-1",
        "--level",
        "public",
        "--authority",
        "Exercise Chamber",
        "--decision",
        "Exercise decision 2",
    ];
    said(data, &[&unseal[..], &OFFICER].concat());
    let shown = json(data, &["matter", "show", "exercise-1"]);
    let levels: Vec<(&str, &str)> = shown
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["kind"].as_str().unwrap(), entry["level"].as_str().unwrap()))
        .collect();
    assert_eq!(
        levels,
        [
            ("warrant.issued", "public"),
            ("matter.assigned", "under-seal"),
            ("matter.unsealed", "public"),
            ("instrument.made-public", "public")
        ]
    );
    said(data, &["record", "verify"]);

    said(data, &[&add[..3], &["--matter", "exercise-2"], &add[5..], &OFFICER].concat());
    said(data, &[&["admin", "assign", "exercise-2", &officer][..], &OFFICER].concat());
    let end = ["admin", "unassign", "exercise-2", &officer, "--reason", "other duties"];
    said(data, &[&end[..], &OFFICER].concat());
    assert_eq!(json(data, &["admin", "assignments", "exercise-2"]).as_array().unwrap().len(), 0);
    refused(data, &[&end[..], &OFFICER].concat(), "they do not have it");
}

#[tokio::test]
async fn whoever_opens_a_matter_has_it_and_writes_as_nobody_else() {
    let folder = Folder::new();
    let clock = Still::at(NOW);
    let (house, people) = people(folder.path(), clock).await;
    let operator = Actor::operator("Exercise operator");
    let post = Post {
        organisation: access::Organisation::Court,
        role: access::Role::Prosecutor,
    };
    let account = people
        .take_in_for_demonstration(&operator, "Exercise prosecution officer", &post, None)
        .await
        .unwrap();
    let session = people.demonstrate(&account, Browser::Firefox).await.unwrap();
    let viewer = people.visit(&session).await.unwrap().unwrap().actor.unwrap().viewer().clone();
    let addition = |author: Author, matter: Option<String>| Addition {
        matter,
        kind: "warrant.issued".to_owned(),
        effective: "2026-02-01".to_owned(),
        about: vec!["person:exercise-0001".to_owned(), "situation:exercise-01/26".to_owned()],
        set: vec![("situation".to_owned(), "Exercise A".to_owned())],
        audience: AudienceWords {
            level: "under-seal".to_owned(),
            list: vec!["organ:prosecutor".to_owned()],
            left_out: Vec::new(),
            originator: Some("organ:prosecutor".to_owned()),
        },
        basis: Some("Exercise application 1".to_owned()),
        source: None,
        author,
    };
    let own = Author::Account(account.to_string());
    for other in [
        Author::Officer("Exercise operator".to_owned()),
        Author::Account("0".repeat(32)),
        Author::Program,
    ] {
        let refused = house.register.add(&viewer, &addition(other, None)).await.unwrap_err();
        assert!(refused.to_string().contains("sign in as the one"), "{refused}");
    }
    let opened = house.register.add(&viewer, &addition(own.clone(), None)).await.unwrap();
    let matter = opened.entry.matter.clone();
    assert_eq!((&opened.entry.kind[..], &opened.entry.author), ("warrant.issued", &own));
    // Under seal nobody reads what they do not have: the viewer of the next request has it.
    let viewer = people.visit(&session).await.unwrap().unwrap().actor.unwrap().viewer().clone();
    let of = || Of::Matters(vec![matter.clone()]);
    let seen = house.store.entries(&viewer, of(), None).await.unwrap();
    let kinds: Vec<&str> = seen.iter().map(|recorded| recorded.entry.kind.as_str()).collect();
    assert_eq!(kinds, ["warrant.issued", "matter.assigned"]);
    let roll = people.roll().await.unwrap();
    assert!(roll.account(&account).unwrap().is_assigned(&matter));
    // What they add to it later assigns nothing anew.
    house.register.add(&viewer, &addition(own, Some(matter.clone()))).await.unwrap();
    assert_eq!(house.store.entries(&viewer, of(), None).await.unwrap().len(), 3);
    house.store.close().await;
}

#[test]
fn the_link_of_the_first_administrator_is_printed_at_each_start_until_somebody_came_in_by_it() {
    let folder = record();
    let data = folder.path();
    let start = || -> (String, Option<String>) {
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut server = Server::logging(data, log.reopen().unwrap().into());
        let address = server.address.clone();
        server.stop();
        let log = std::fs::read_to_string(log.path()).unwrap();
        let link = log.lines().find(|line| line.contains("nobody administers this record yet"));
        (address, link.map(|line| line.rsplit(' ').next().unwrap().to_owned()))
    };
    let (address, first) = start();
    let first = first.expect("a link");
    let port = address.trim_end_matches('/').rsplit(':').next().unwrap();
    assert!(first.starts_with(&format!("http://localhost:{port}/en/join/")), "{first}");
    let (_, second) = start();
    let second = second.expect("a link again");
    assert_ne!(first, second);
    run(async {
        let (house, people) = people(data, Arc::new(comity::system::System)).await;
        assert!(people.look(&token(&first)).await.is_err(), "the newest alone works");
        house.store.close().await;
    });
    let listed = json(data, &["admin", "people", "list"]);
    assert_eq!(listed.as_array().unwrap().len(), 1, "the same account both times: {listed}");
    come_in(data, &token(&second), "administrator");
    assert_eq!(start().1, None);
    assert_eq!(json(data, &["admin", "people", "list"])[0]["posts"][0]["role"], "administrator");
}

#[test]
fn a_file_of_sign_in_services_that_is_wrong_is_refused_before_anything_is_begun() {
    let folder = Folder::new();
    let file = folder.path().join("sign-in.toml");
    // Below a file no folder can be made: whoever tried it would say so instead.
    let data = file.join("data");
    let wrong = |text: &str, expected: &str| {
        std::fs::write(&file, text).unwrap();
        let asked = ["serve", "--listen", "127.0.0.1:0", "--sign-in", file.to_str().unwrap()];
        refused(&data, &asked, expected);
    };
    let service = |more: &str| {
        format!("[[service]]\nname = \"Exercise Ministry\"\nissuer = \"https://sign-in.example.org\"\nclient_id = \"comity\"\n{more}")
    };
    wrong("service = 1", "sign-in.toml: TOML parse error");
    wrong(&service("secret = \"x\""), "unknown field `secret`");
    wrong(&service("client_secret_file = \"none\""), "none: ");
    wrong(
        &service("authorities = \"sign-in.toml\"").replace("\"comity\"", "\" \""),
        "the client_id of Exercise Ministry is empty",
    );
    wrong(
        &service("").replace("https://sign-in", "http://sign-in"),
        "is not called: it must be https",
    );
    wrong(
        &service("").replace("https://sign-in.example.org", "http://localhost.example.org"),
        "is not called",
    );
    wrong(&service("authorities = \"sign-in.toml\""), "there is no certificate in it");
    wrong(&format!("{}{}", service(""), service("")), "stands twice");
    wrong(&service("").replace("Exercise Ministry", " "), "is empty or stands twice");
    std::fs::write(folder.path().join("secret"), "exercise").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder.path().join("secret"), std::fs::Permissions::from_mode(0o644)).unwrap();
        wrong(&service("client_secret_file = \"secret\""), "may be read by others than its owner");
    }
}

#[test]
fn a_sign_in_service_of_the_file_has_its_button_beside_the_passkey() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    let authority = certificate::Certificate::authority("Exercise Authority");
    std::fs::write(folder.path().join("authorities.pem"), authority.pem()).unwrap();
    let file = folder.path().join("sign-in.toml");
    let text = "[[service]]\nname = \"Exercise Ministry\"\nissuer = \"https://sign-in.example.org\"\nclient_id = \"comity\"\n\
                authorities = \"authorities.pem\"\n";
    std::fs::write(&file, text).unwrap();
    let server = Server::with(&data, &["--sign-in", file.to_str().unwrap()], std::process::Stdio::null());
    let page = server.get("/en/sign-in");
    assert!(page.contains(">Exercise Ministry</button>") && page.contains("passkey"), "{page}");
    let without = Server::start(&folder.path().join("other"));
    assert!(!without.get("/en/sign-in").contains("Exercise Ministry"));
}
