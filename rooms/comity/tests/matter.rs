//! `comity matter`: an application under seal from its first draft, narrowed, opened and withdrawn again at the shell.

use crate::common;
use crate::common::shell::{refused, said};
use crate::common::{Folder, Server, server, text};
use crate::unzip;
use serde_json::Value;
use std::path::Path;

/// The readers of the exercise matter.
const SEALED: [&str; 8] = [
    "--level",
    "under-seal",
    "--to",
    "organ:chambers",
    "--to",
    "organ:prosecutor",
    "--from",
    "organ:prosecutor",
];

fn add<'a>(matter: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let begin = ["matter", "add", "warrant.issued", "--matter", matter, "--effective", "2026-02-01"];
    let about = [
        "--about",
        "person:exercise-0001",
        "--about",
        "situation:exercise-01/26",
        "--set",
        "situation=Exercise A",
        "--basis",
        "Exercise decision 1",
        "--source",
        "Exercise registry",
        "--officer",
        "Exercise Officer",
    ];
    [&begin[..], &about, more].concat()
}

fn outstanding(folder: &Path, more: &[&str]) -> u64 {
    let view: Value = serde_json::from_str(&said(folder, &[&["outstanding", "--format", "json"], more].concat())).unwrap();
    view["count"].as_u64().unwrap()
}

#[test]
fn an_application_is_sealed_opened_and_withdrawn_and_the_public_follows_while_the_server_runs() {
    let folder = Folder::new();
    let data = folder.path();
    said(data, &["record", "init", "--exercise"]);
    let server = Server::start(data);
    // Without the second at which it was asked.
    let dated = |line: &str| line.starts_with("date: ");
    let public = || -> Vec<String> {
        let answer = server.get("/en/warrants.json?status=all");
        answer.split("\r\n").filter(|line| !dated(line)).map(str::to_owned).collect()
    };
    let before = public();
    said(data, &add("exercise-1", &SEALED));
    assert_eq!(public(), before, "the public sees nothing of it");
    assert_eq!(outstanding(data, &[]), 0, "nor does a list that is passed on");
    assert_eq!(outstanding(data, &["--all"]), 1, "the operator does, when they ask for it");
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
        "--officer",
        "Exercise Officer",
    ];
    said(data, &unseal);
    assert!(public().concat().contains("exercise-0001"), "{:?}", public());
    let shown: Value = serde_json::from_str(&said(data, &["matter", "show", "exercise-1", "--format", "json"])).unwrap();
    let kinds: Vec<&str> = shown
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["warrant.issued", "matter.unsealed", "instrument.made-public"]);
    assert!(shown.as_array().unwrap().iter().all(|entry| entry["level"] == "public"), "{shown}");
    let withdraw = [
        &[
            "matter",
            "withdraw",
            "exercise-1",
            "--decision",
            "Exercise decision 3",
            "--officer",
            "Exercise Officer",
        ][..],
        &SEALED,
    ]
    .concat();
    said(data, &withdraw);
    assert_eq!(public(), before, "and nothing again, byte for byte");
    // Exit 0: every byte is as it was recorded.
    said(data, &["record", "verify"]);
}

#[test]
fn what_cannot_be_is_refused_with_what_is_wrong_and_how_to_mend_it() {
    let folder = Folder::new();
    let data = folder.path();
    said(data, &["record", "init", "--exercise"]);
    said(data, &add("exercise-1", &SEALED));
    for (audience, expected) in [
        (
            &["--level", "secret", "--to", "organ:chambers", "--from", "organ:prosecutor"][..],
            "is no level; write one of public",
        ),
        (
            &["--level", "restricted", "--to", "organ:kitchen", "--from", "organ:prosecutor"],
            "is no reader; write organ:presidency",
        ),
        (
            &["--level", "restricted", "--to", "organ:registry"],
            "says from whom it comes; give --from",
        ),
        (&["--level", "restricted", "--from", "organ:registry"], "audience.list"),
        (
            &["--level", "public", "--to", "organ:registry"],
            "open to anybody: leave the readers out",
        ),
    ] {
        refused(data, &add("exercise-2", audience), expected);
    }
    let decided = ["--decision", "Exercise decision 2", "--officer", "Exercise Officer"];
    for (word, matter, expected) in [
        ("narrow", "exercise-9", "there is no matter \"exercise-9\""),
        ("narrow", "exercise-1", "nothing would be closed"),
        ("withdraw", "exercise-1", "nothing of this matter is public"),
    ] {
        let asked = [&["matter", word, matter][..], &SEALED, &decided].concat();
        refused(data, &asked, expected);
    }
    refused(
        data,
        &[
            "matter",
            "unseal",
            "exercise-1",
            "--level",
            "public",
            "--authority",
            " ",
            "--decision",
            "d",
        ],
        "give --authority",
    );
    refused(data, &["matter", "show", "exercise-9"], "there is no matter");
    // Whoever is named by the act would learn of the matter by it.
    let wider = ["--level", "restricted", "--to", "state:XAA", "--from", "organ:prosecutor"];
    refused(
        data,
        &[&["matter", "narrow", "exercise-1"][..], &wider, &decided].concat(),
        "let somebody in who does not know",
    );
    refused(data, &add("exercise-1", &wider), "the matter exercise-1 is narrower than that");
    let witness = [
        "--level",
        "under-seal",
        "--to",
        "office:victims-and-witnesses",
        "--from",
        "organ:registry",
    ];
    said(
        data,
        &add(
            "exercise-3",
            &["--level", "restricted", "--to", "organ:registry", "--from", "organ:registry"],
        ),
    );
    said(data, &add("exercise-3", &witness));
    let open = [
        "matter",
        "unseal",
        "exercise-3",
        "--level",
        "public",
        "--authority",
        "Exercise Chamber",
    ];
    refused(data, &[&open[..], &decided].concat(), "opening it would open the narrowest too");
}

#[test]
fn what_is_added_has_the_members_of_its_kind_and_names_states_that_the_record_knows() {
    let folder = Folder::new();
    let data = folder.path();
    said(data, &["record", "init", "--exercise"]);
    let edition = common::public_record();
    said(data, &["import", edition.to_str().unwrap()]);
    let audience = ["--level", "confidential", "--to", "organ:registry", "--from", "organ:registry"];
    let add = |kind: &str, effective: &str, more: &[&str]| -> Vec<String> {
        let begin = [
            "matter",
            "add",
            kind,
            "--effective",
            effective,
            "--basis",
            "Exercise decision 1",
            "--officer",
            "Exercise Officer",
        ];
        [&begin[..], &audience, more].concat().into_iter().map(str::to_owned).collect()
    };
    let asked = |kind: &str, effective: &str, more: &[&str], expected: Option<&str>| {
        let words = add(kind, effective, more);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match expected {
            Some(expected) => refused(data, &words, expected),
            None => {
                said(data, &words);
            }
        }
    };
    let person = ["--about", "person:exercise-0001", "--about", "situation:exercise-01/26"];
    let with = |more: &[&'static str]| [&person[..], more].concat();
    for (kind, effective, more, expected) in [
        (
            "warrant.issued",
            "2026-02-01",
            with(&["--set", "situation=Exercise A", "--set", "colour=red"]),
            Some("has no member \"colour\" to set; choose situation"),
        ),
        (
            "warrant.issued",
            "2026-02-01",
            with(&[]),
            Some("warrant.issued says nothing without situation; give it with --set situation="),
        ),
        (
            "person.named",
            "unknown",
            with(&["--set", "name= "]),
            Some("says nothing without name"),
        ),
        (
            "proceedings.milestone",
            "2026-02-02",
            with(&["--set", "what=release", "--set", "years=many"]),
            Some("is not a value of years; write a number of years"),
        ),
        (
            "finding.made",
            "2026-02-01",
            vec!["--about", "state:QQQ", "--set", "kind=finding"],
            Some("QQQ is not a State of this record"),
        ),
        (
            "warrant.executed",
            "2026-02-03",
            with(&["--set", "state=QQQ"]),
            Some("QQQ is not a State of this record"),
        ),
        (
            "treaty.signed",
            "2026-02-01",
            vec!["--about", "state:ITA"],
            Some("treaty.signed says nothing without treaty"),
        ),
        (
            "treaty.signed",
            "2026-02-01",
            vec!["--about", "state:ITA", "--set", "treaty=peace"],
            Some("is not a value of treaty; write rome-statute or apic"),
        ),
        (
            "treaty.signed",
            "2026-02-01",
            vec!["--about", "state:ITA", "--set", "treaty=apic"],
            None,
        ),
        (
            "finding.made",
            "2026-02-01",
            vec!["--about", "state:ITA", "--set", "kind=finding"],
            None,
        ),
        ("warrant.executed", "2026-02-03", with(&["--set", "state=ITA"]), None),
    ] {
        asked(kind, effective, &more, expected);
    }
    said(data, &["record", "verify"]);
}

#[test]
fn a_row_of_the_public_record_that_was_withdrawn_stays_away_whatever_is_added_to_it() {
    let folder = Folder::new();
    let data = folder.path();
    assert_eq!(outstanding(data, &["--as-at", "2013-10-02"]), 14);
    let server = Server::start(data);
    let row = "/en/file/finding-ita-2025-10-17.json";
    let before = server.get(row);
    assert!(before.contains("decision_date"), "{before}");
    let closed = [
        &[
            "matter",
            "withdraw",
            "finding-ita-2025-10-17",
            "--decision",
            "Exercise decision 1",
            "--officer",
            "Exercise Officer",
        ][..],
        &["--level", "confidential", "--to", "organ:registry", "--from", "organ:registry"],
    ]
    .concat();
    said(data, &closed);
    let body = |answer: String| answer.split_once("\r\n\r\n").unwrap().1.to_owned();
    let missing = body(server.get(row));
    assert_eq!(missing, body(server.get("/en/file/finding-ita-2025-10-18.json")));
    // The same edition again, with its citations of the row, changes nothing.
    let edition = common::public_record();
    assert!(said(data, &["import", edition.to_str().unwrap()]).contains("unchanged"));
    assert_eq!(body(server.get(row)), missing);
    // An officer corrects it; what they say is as closed as the row.
    let shown: Value = serde_json::from_str(&said(data, &["matter", "show", "finding-ita-2025-10-17", "--format", "json"])).unwrap();
    let finding = shown
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["kind"] == "finding.made")
        .unwrap();
    let fact = [
        "fact",
        "correct",
        finding["id"].as_str().unwrap(),
        "--effective",
        "2025-10-16",
        "--reason",
        "misread",
        "--source",
        "Exercise registry",
        "--officer",
        "Exercise Officer",
    ];
    said(data, &fact);
    assert_eq!(body(server.get(row)), missing);
    assert!(!server.get("/en/findings.csv").contains("finding-ita-2025-10-17"));
    said(data, &["record", "verify"]);
}

#[test]
fn a_matter_is_written_into_one_file_for_its_owner_alone_and_over_nothing() {
    let folder = Folder::new();
    let data = &folder.path().join("data");
    said(data, &["record", "init", "--exercise"]);
    said(data, &add("exercise-1", &SEALED));
    let out = folder.path().join("exercise-1.zip");
    let take = |matter: &'static str| {
        let out = out.to_str().unwrap();
        ["matter", "export", matter, "--out", out, "--officer", "Exercise Officer"]
    };
    refused(
        data,
        &take("exercise-2"),
        "there is no matter \"exercise-2\" of which anything is not public",
    );
    refused(data, &take("record"), "there is no matter");
    assert!(!out.exists(), "what is refused leaves nothing behind");
    said(data, &take("exercise-1"));
    let file = std::fs::read(&out).unwrap();
    let readme = text(&unzip::member(&file, "README.txt"));
    for words in ["EXERCISE · UNDER SEAL", "For: Exercise Officer, the operator, at the shell"] {
        assert!(readme.contains(words), "{words}: {readme}");
    }
    let entry: Value = serde_json::from_slice(&unzip::member(&file, "entries.jsonl")).unwrap();
    assert_eq!(entry["kind"], "warrant.issued");
    assert!(text(&unzip::member(&file, "matter.html")).contains("recorded"));
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&out).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
    let told = said(data, &["audit", "list", "--act", "exported", "--format", "csv"]);
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains("Exercise Officer"), "the audit names whom the file names: {told}");
    refused(data, &take("exercise-1"), "is there already");
    assert_eq!(std::fs::read(&out).unwrap(), file);
}

#[test]
fn a_matter_of_which_the_audit_cannot_tell_is_not_written_into_a_file() {
    if server().is_some() {
        return; // The audit on a server is no file that could be damaged.
    }
    let folder = Folder::new();
    let data = &folder.path().join("data");
    said(data, &["record", "init", "--exercise"]);
    said(data, &add("exercise-1", &SEALED));
    said(data, &["matter", "show", "exercise-1"]);
    for end in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(data.join(format!("audit.sqlite{end}")));
    }
    std::fs::write(
        data.join("audit.sqlite"),
        "exercise: no database, and longer than a header of one: ".repeat(40),
    )
    .unwrap();
    let out = folder.path().join("exercise-1.zip");
    refused(
        data,
        &[
            "matter",
            "export",
            "exercise-1",
            "--out",
            out.to_str().unwrap(),
            "--officer",
            "Exercise Officer",
        ],
        "the audit",
    );
    assert!(!out.exists());
}
