//! `comity audit`: what was done at the shell and through a server, listed, exported and verified.

use crate::common::shell::{ask, refused, said};
use crate::common::{Folder, Server, server};
use serde_json::Value;
use std::path::Path;

const SEALED: &str = "exercise-sealed-matter";

/// A record with one entry under seal.
fn record() -> Folder {
    let folder = Folder::new();
    said(folder.path(), &["record", "init", "--exercise"]);
    let add = [
        "matter",
        "add",
        "warrant.issued",
        "--matter",
        SEALED,
        "--effective",
        "2026-02-01",
        "--about",
        "person:exercise-0001",
        "--about",
        "situation:exercise-01/26",
        "--set",
        "situation=Exercise A",
    ];
    let readers = ["--level", "under-seal", "--to", "organ:registry", "--from", "organ:registry"];
    let why = [
        "--basis",
        "Exercise decision 1",
        "--source",
        "Exercise registry",
        "--officer",
        "Exercise Officer",
    ];
    said(folder.path(), &[&add[..], &readers, &why].concat());
    folder
}

fn events(folder: &Path, more: &[&str]) -> Vec<Value> {
    let all = said(folder, &[&["audit", "list", "--format", "json"], more].concat());
    let mut events: Vec<Value> = serde_json::from_str(&all).unwrap();
    events.reverse();
    events
}

fn acts(folder: &Path) -> Vec<String> {
    let acts = events(folder, &[])
        .into_iter()
        .map(|event| event["act"].as_str().unwrap().to_owned());
    acts.filter(|act| act != "audit-begun").collect()
}

/// The entry under seal.
fn entry(folder: &Path) -> String {
    let shown: Value = serde_json::from_str(&said(folder, &["matter", "show", SEALED, "--format", "json"])).unwrap();
    shown[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_an_operator_does_with_sealed_matter_is_told() {
    let folder = record();
    let data = folder.path();
    assert_eq!(said(data, &["audit", "verify"]).split(" in ").next(), Some("there is no audit"));
    assert_eq!(acts(data), [""; 0]);
    let id = entry(data);
    said(data, &["outstanding"]);
    assert_eq!(acts(data), ["matter-opened"], "what is public is not told");
    said(data, &["outstanding", "--all"]);
    ask(data, &["record", "prove", &id]);
    let export = data.join("export.jsonl");
    said(data, &["record", "export", "--out", export.to_str().unwrap()]);
    let change = |act: &str, more: &[&str]| {
        let begin = [
            "matter",
            act,
            SEALED,
            "--decision",
            "Exercise decision 2",
            "--officer",
            "Exercise Officer",
        ];
        said(data, &[&begin[..], more].concat());
    };
    change("unseal", &["--authority", "Exercise Chamber", "--level", "public"]);
    let closed = ["--level", "confidential", "--to", "organ:registry", "--from", "organ:registry"];
    change("withdraw", &closed);
    change("narrow", &[&["--level", "under-seal"], &closed[2..]].concat());
    refused(
        data,
        &[
            &["matter", "narrow", "exercise-none", "--decision", "Exercise decision 2"],
            &closed[..],
        ]
        .concat(),
        "",
    );
    said(data, &["admin", "master-key", "change"]);
    said(data, &["backup", "--out", data.join("backup").to_str().unwrap()]);
    let expected = [
        "matter-opened",
        "figures-seen",
        "matter-opened",
        "exported",
        "unsealed",
        "withdrawn-from-public",
        "narrowed",
        "master-key-changed",
        "backup-made",
    ];
    assert_eq!(acts(data), expected);
    let all = events(data, &[]);
    assert_eq!(all[1]["who"]["sort"], "operator");
    assert_eq!((&all[1]["level"], &all[2]["count"]), (&"under-seal".into(), &1.into()));
    assert_eq!(all[4]["detail"], "record");
    let levels: Vec<&str> = all[5..8].iter().map(|event| event["level"].as_str().unwrap()).collect();
    assert_eq!(
        levels,
        ["under-seal", "public", "confidential"],
        "what each matter was until then, as on the pages"
    );
    let matters: Vec<&Value> = [1, 3, 5, 6, 7].map(|event| &all[event]["matter"]).to_vec();
    assert!(
        matters
            .iter()
            .all(|matter| *matter == matters[0] && matter.as_str().unwrap().len() == 16),
        "{matters:?}"
    );
    let printed = said(data, &["audit", "list"]);
    assert!(!printed.contains(SEALED) && !printed.contains(&id), "{printed}");
    assert!(said(data, &["audit", "verify"]).contains("is as it was written, 10 events"));
}

#[test]
fn events_are_filtered_and_exported() {
    let folder = record();
    let data = folder.path();
    entry(data);
    said(data, &["outstanding", "--all"]);
    let count = |more: &[&str]| events(data, more).len();
    let pseudonym = events(data, &[])[1]["matter"].as_str().unwrap().to_owned();
    for (more, expected) in [
        (&["--act", "figures-seen"][..], 1),
        (&["--act", "figures-seen", "--act", "matter-opened"], 2),
        (&["--matter", SEALED], 1),
        (&["--matter", &pseudonym], 1),
        (&["--matter", "exercise-none"], 0),
        (&["--account", "00112233445566778899aabbccddeeff"], 0),
        (&["--organisation", "court"], 0),
        (&["--since", "2020-01-01", "--limit", "2"], 2),
        (&["--until", "2020-01-01"], 0),
    ] {
        assert_eq!(count(more), expected, "{more:?}");
    }
    let csv = said(data, &["audit", "list", "--act", "matter-opened", "--format", "csv"]);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(
        lines[0].trim_start_matches('\u{feff}'),
        "position,at,act,who,name,account,organisation,role,about,matter,level,count,detail"
    );
    assert!(
        lines[1].starts_with("1,20") && lines[1].contains(&format!(",{pseudonym},under-seal,1,")),
        "{csv}"
    );
    assert_eq!(lines.len(), 3);
    assert!(said(data, &["audit", "list", "--until", "2020-01-01"]).starts_with("there are no such events"));
    for (more, expected) in [
        (["--act", "opened"], "the acts are audit-begun, "),
        (["--since", "yesterday"], "--since \"yesterday\" is no day"),
        (["--account", "exercise"], "\"exercise\" is no account"),
        (["--organisation", "ministry"], "\"ministry\" is no organisation"),
    ] {
        refused(data, &[&["audit", "list"][..], &more].concat(), expected);
    }
}

#[test]
fn a_server_tells_that_it_was_started_and_counts_what_was_denied_or_unknown() {
    let folder = record();
    let mut running = Server::start(folder.path());
    for address in ["/en/person/exercise-0001", "/en/no-such-page", "/en/warrants"] {
        running.get(address);
    }
    running.end();
    let all = events(folder.path(), &[]);
    let told: Vec<(&str, u64)> = all
        .iter()
        .map(|event| (event["act"].as_str().unwrap(), event["count"].as_u64().unwrap()))
        .collect();
    let expected = [("audit-begun", 1), ("system-started", 1), ("invited", 1), ("unknown", 2)];
    assert_eq!(told, expected, "the first start invites the first administrator");
    assert_eq!(all[3]["who"]["sort"], "nobody");
}

#[test]
fn a_changed_audit_is_found_and_sealed_matter_is_not_shown_while_none_can_be_written() {
    if server().is_some() {
        return; // The files of a server are its own.
    }
    let folder = record();
    let data = folder.path();
    entry(data);
    // What is in the log beside it would mend the file.
    let _ = std::fs::remove_file(data.join(format!("{}-wal", store::AUDIT)));
    std::fs::write(
        data.join(store::AUDIT),
        "no database at all, but long enough to be read as one".repeat(20),
    )
    .unwrap();
    refused(data, &["matter", "show", SEALED], "the audit");
    refused(data, &["outstanding", "--all"], "the audit");
    refused(data, &["record", "export"], "the audit");
    refused(data, &["audit", "verify"], "the audit");
    said(data, &["outstanding"]);
    std::fs::remove_file(data.join(store::AUDIT)).unwrap();
    refused(&data.join("nothing"), &["audit", "list"], "holds no record");
}

#[test]
fn every_act_stands_in_the_document() {
    let document = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/audit.md")).unwrap();
    let missing: Vec<&str> = register::audit::Act::ALL
        .iter()
        .map(|act| act.word())
        .filter(|word| !document.contains(&format!("`{word}`")))
        .collect();
    assert_eq!(missing, [""; 0]);
}
