//! `comity admin emergency`: what was asked for in an emergency is listed, ended and refused at the shell, and granted by a
//! second person alone.

use super::*;
use crate::common;
use crate::common::shell::ask;
use register::audit::{Act, AuditFilter};

const MATTER: &str = "exercise-emergency-1";

/// A record with a sealed matter and two registry officers who do not have it, of whom the first asks for it; the folder,
/// their accounts, and the request.
fn asked() -> (Folder, [String; 2], [Token; 2], String) {
    let folder = record();
    let data = folder.path();
    let add = [
        "matter",
        "add",
        "warrant.issued",
        "--matter",
        MATTER,
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
    let [(one, first), (two, second)] = ["Exercise Officer One", "Exercise Officer Two"].map(|name| invite(data, name, &REGISTRY));
    let sessions = [come_in(data, &first, "one"), come_in(data, &second, "two")];
    by(data, &sessions[0], async |people, actor| {
        people.ask_emergency(actor, MATTER, "Exercise flood").await.unwrap();
    });
    let listed = json(data, &["admin", "emergency", "list"]);
    let request = listed[0]["request"].as_str().expect("a request").to_owned();
    (folder, [one, two], sessions, request)
}

/// Does something as whoever has a session.
fn by<T>(folder: &Path, session: &Token, what: impl AsyncFnOnce(&People, &Actor) -> T) -> T {
    run(async {
        let (house, people) = people(folder, Arc::new(comity::system::System)).await;
        let actor = people.visit(session).await.unwrap().unwrap().actor.unwrap();
        let done = what(&people, &actor).await;
        house.store.close().await;
        done
    })
}

/// Whether whoever has a session reads the matter.
fn reads(folder: &Path, session: &Token) -> bool {
    run(async {
        let (house, people) = people(folder, Arc::new(comity::system::System)).await;
        let actor = people.visit(session).await.unwrap().unwrap().actor.unwrap();
        let of = Of::Matters(vec![MATTER.to_owned()]);
        let entries = house.store.entries(actor.viewer(), of, None).await.unwrap();
        house.store.close().await;
        !entries.is_empty()
    })
}

fn told(folder: &Path, act: Act) -> usize {
    let filter = AuditFilter {
        acts: vec![act],
        ..AuditFilter::default()
    };
    run(async {
        let (house, _) = people(folder, Arc::new(comity::system::System)).await;
        let audit = AuditBook::new(house.store.audit(), Arc::new(comity::system::System));
        let told = audit.page(&access::Viewer::operator(), &filter, None, 1000).await.unwrap();
        house.store.close().await;
        told.events.len()
    })
}

#[test]
fn what_was_asked_for_in_an_emergency_is_listed_with_where_it_stands_and_told_to_the_audit() {
    let (folder, [one, _], sessions, request) = asked();
    let data = folder.path();
    let opened = told(data, Act::MatterOpened);
    let row = &json(data, &["admin", "emergency", "list"])[0];
    for (member, expected) in [
        ("request", request.as_str()),
        ("state", "open"),
        ("account", &one),
        ("name", "Exercise Officer One"),
        ("matter", MATTER),
        ("level", "under-seal"),
        ("reason", "Exercise flood"),
    ] {
        assert_eq!(row[member], expected, "{member}");
    }
    assert_eq!(row["until"], Value::Null);
    assert_eq!(told(data, Act::MatterOpened), opened + 1, "whoever lists it has opened the matter");
    let csv = said(data, &["admin", "emergency", "list", "--format", "csv"]);
    assert!(
        csv.contains("request,state,account,name,matter,level,asked,until,reason\r\n"),
        "{csv}"
    );
    assert!(
        csv.contains(&format!("{request},open,{one},Exercise Officer One,{MATTER},under-seal,")),
        "{csv}"
    );
    let granted = id_of(&request);
    by(data, &sessions[1], async |people, actor| {
        people
            .approve_emergency(actor, &AccountId::parse(&one).unwrap(), &granted, 2)
            .await
            .unwrap();
    });
    let row = &json(data, &["admin", "emergency", "list", "--open"])[0];
    assert_eq!(row["state"], "granted");
    assert!(
        row["until"].as_str().is_some_and(|until| until > row["asked"].as_str().unwrap()),
        "{row}"
    );
    let empty = record();
    let said = said(empty.path(), &["admin", "emergency", "list"]);
    assert_eq!(said.trim_end(), "nobody has asked for access in an emergency");
}

fn id_of(request: &str) -> record::entry::EntryId {
    record::entry::EntryId::parse(request).unwrap()
}

#[test]
fn the_shell_refuses_and_ends_and_does_not_grant_which_takes_a_second_person() {
    let (folder, [one, _], sessions, request) = asked();
    let data = folder.path();
    let grant = ["admin", "emergency", "grant", &request, "--hours", "2"];
    let output = ask(data, &[&grant[..], &OFFICER].concat());
    assert_eq!(output.status.code(), Some(2));
    let words = common::text(&output.stderr);
    for words_of_it in ["a second person of the same organ or State grants it", "comity admin assign"] {
        assert!(words.contains(words_of_it), "{words}");
    }
    assert!(!reads(data, &sessions[0]), "nothing was opened");
    assert_eq!(json(data, &["admin", "emergency", "list"])[0]["state"], "open");

    // Granted by the second, and ended by the operator, before its time.
    let account = AccountId::parse(&one).unwrap();
    by(data, &sessions[1], async |people, actor| {
        people.approve_emergency(actor, &account, &id_of(&request), 2).await.unwrap();
    });
    assert!(reads(data, &sessions[0]));
    let end = ["admin", "emergency", "end", &request];
    let ended = said(data, &[&end[..], &OFFICER].concat());
    assert_eq!(ended.trim_end(), format!("ended; {one} has nothing by it any more"));
    assert!(!reads(data, &sessions[0]), "at once");
    assert_eq!(told(data, Act::EmergencyEnded), 1);
    refused(data, &[&end[..], &OFFICER].concat(), "no such request, or it is over");
    assert_eq!(json(data, &["admin", "emergency", "list"])[0]["state"], "ended");
    assert_eq!(json(data, &["admin", "emergency", "list", "--open"]).as_array().unwrap().len(), 0);

    // What waits is refused by the same verb, and cannot be granted then.
    by(data, &sessions[0], async |people, actor| {
        people.ask_emergency(actor, MATTER, "Exercise fire").await.unwrap();
    });
    let listed = json(data, &["admin", "emergency", "list", "--open"]);
    let request = listed[0]["request"].as_str().unwrap().to_owned();
    let refusal = said(data, &[&["admin", "emergency", "end", &request][..], &OFFICER].concat());
    assert_eq!(refusal.trim_end(), format!("refused; {one} gets nothing by it"));
    let late = by(data, &sessions[1], async |people, actor| {
        people.approve_emergency(actor, &account, &id_of(&request), 2).await
    });
    assert!(matches!(late, Err(PeopleError::NoSuchRequest)), "{late:?}");
    assert_eq!(told(data, Act::EmergencyRefused), 1);
    let states: Vec<Value> = json(data, &["admin", "emergency", "list"])
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["state"].clone())
        .collect();
    assert_eq!(states, ["refused", "ended"], "the newest first");

    refused(
        data,
        &[&["admin", "emergency", "end", "exercise"][..], &OFFICER].concat(),
        "is no request",
    );
    refused(
        data,
        &[&["admin", "emergency", "end", &"0".repeat(32)][..], &OFFICER].concat(),
        "no such request",
    );
    assert!(said(data, &["record", "verify"]).contains("as it was recorded"));
}
