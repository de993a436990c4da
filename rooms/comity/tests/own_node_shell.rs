//! A State's own side at the shell: a bundle that came is received, what is to be done is assigned, reported, remarked and ended,
//! and a desk is handed over.

use crate::common::Folder;
use crate::common::shell::{json, refused, said};
use crate::zip;
use register::kinds;
use register::request::{BundleFile, RequestId, RequestText, manifest};
use std::path::{Path, PathBuf};

const OFFICER: [&str; 2] = ["--officer", "Exercise Officer"];
const WARRANT: &[u8] = b"%PDF-1.7\nexercise warrant\n%%EOF\n";
const NOTE: [&str; 8] = [
    "--note",
    "NV/12",
    "--dated",
    "2026-04-09",
    "--received",
    "2026-04-13",
    "--set",
    "channel=diplomatic",
];

/// A State's own record.
fn own(folder: &Folder) -> PathBuf {
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    said(&data, &[&["admin", "institution", "state:XAA"][..], &OFFICER].concat());
    let names = ["name_en", "name_fr", "un_name_en", "un_name_fr"].map(|name| format!("{name}=Exercise State XAA"));
    let set = names.iter().flat_map(|pair| ["--set", pair.as_str()]);
    let begin = [
        "matter",
        "add",
        kinds::STATE_NAMED,
        "--matter",
        "state-xaa",
        "--effective",
        "unknown",
        "--level",
        "public",
        "--about",
        "state:XAA",
        "--set",
        "un_membership=member",
        "--source",
        "Exercise registry",
    ];
    said(&data, &begin.into_iter().chain(set).chain(OFFICER).collect::<Vec<_>>());
    data
}

fn court_id() -> RequestId {
    RequestId::from_bytes([7; 16])
}

/// A bundle as the Court's record makes it; where it lies.
fn bundle(folder: &Folder) -> String {
    let values = [
        ("requested_state", "XAA"),
        ("person", "Exercise Person X-17"),
        ("level", "confidential"),
        ("level_basis", "article 87(3)"),
    ];
    let text = RequestText {
        form: "arrest-and-surrender".into(),
        values: values.into_iter().collect(),
    };
    let document = |name: &str, bytes: &[u8]| BundleFile {
        name: name.into(),
        title: name.into(),
        language: None,
        bytes: bytes.to_vec(),
    };
    let files = [
        document("request.json", &text.canonical()),
        document("annexes/01-warrant.pdf", WARRANT),
    ];
    let manifest = manifest(&court_id(), &text, Some("2026-04-09".parse().unwrap()), &files, &[]);
    let members = [("manifest.json".to_owned(), manifest)]
        .into_iter()
        .chain(files.map(|file| (file.name, file.bytes)));
    let path = folder.path().join("exercise.zip");
    std::fs::write(&path, zip::zip(&members.collect::<Vec<_>>())).unwrap();
    path.to_str().unwrap().to_owned()
}

fn receive(data: &Path, file: &str) -> String {
    let received = said(data, &[&["request", "receive", file][..], &NOTE, &OFFICER].concat());
    received.trim().to_owned()
}

#[test]
fn a_bundle_that_came_is_received_whole_and_once() {
    let folder = Folder::new();
    let (data, file) = (own(&folder), bundle(&folder));
    let whole = std::fs::read(&file).unwrap();
    let cut = folder.path().join("cut.zip");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    let from = |file: &str| -> Vec<String> {
        let words = [&["request", "receive", file][..], &NOTE, &OFFICER].concat();
        words.into_iter().map(str::to_owned).collect()
    };
    let refuse = |words: Vec<String>, why: &str| refused(&data, &words.iter().map(String::as_str).collect::<Vec<_>>(), why);
    refuse(from(cut.to_str().unwrap()), "damaged or packed anew");
    let other = "f".repeat(32);
    refuse(
        [from(&file), vec!["--id".into(), other]].concat(),
        "leave --id out, or give the other file",
    );
    let request = receive(&data, &file);
    assert_eq!(
        request,
        court_id().to_string(),
        "at the shell it keeps the id that it has in the Court's record"
    );
    let shown = json(&data, &["request", "show", &request]);
    assert_eq!(shown["stands"], "transmitted");
    let sha256 = register::request::sha256(&whole);
    assert_eq!(shown["steps"][0]["carries"]["bundle_sha256"], serde_json::json!([sha256]));
    assert!(
        shown["documents"]
            .as_array()
            .unwrap()
            .iter()
            .any(|document| document["sha256"] == register::request::sha256(WARRANT)),
        "{shown}"
    );
    refuse(from(&file), "is in this record already");
}

#[test]
fn what_is_to_be_done_is_assigned_reported_remarked_and_ended_and_the_audit_names_who_looked() {
    let folder = Folder::new();
    let data = own(&folder);
    let request = receive(&data, &bundle(&folder));
    let execution = |words: &[&str]| said(&data, &[&["request", "execution"][..], words].concat());
    let by = |words: &[&str]| execution(&[words, &OFFICER].concat());
    assert_eq!(execution(&["list"]), "nothing is assigned, and nothing remarked\n");
    let begun = by(&[
        "assign",
        &request,
        "--authority",
        "Exercise police",
        "--task",
        "Exercise task",
        "--answer-by",
        "2026-05-04",
    ]);
    let (matter, kind) = begun.split_once(' ').unwrap();
    assert!(
        matter.starts_with("execution-") && kind.starts_with(kinds::EXECUTION_ASSIGNED),
        "{begun}"
    );
    by(&["remark", &request, "Exercise remark beside the letters"]);
    by(&["report", matter, "Exercise flat was searched"]);
    by(&["remark", matter, "Exercise remark for whoever executes"]);
    let listed = json(&data, &["request", "execution", "list", "--request", &request]);
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 2, "{listed:?}");
    assert_eq!(
        listed[0]["said"][0]["text"], "Exercise remark beside the letters",
        "the newest first"
    );
    let shown = json(&data, &["request", "execution", "show", matter]);
    let acts: Vec<&str> = shown["execution"]["said"]
        .as_array()
        .unwrap()
        .iter()
        .map(|said| said["act"].as_str().unwrap())
        .collect();
    assert_eq!(acts, ["report", "remark"]);
    assert_eq!(shown["execution"]["said"][0]["by"]["name"], "Exercise Officer");
    by(&["end", matter, "Enough"]);
    let late = [&["request", "execution", "report", matter, "Late"][..], &OFFICER].concat();
    refused(&data, &late, "this assignment has ended");
    let table = execution(&["list"]);
    assert!(
        table.contains("Exercise task") && table.contains("2026-05-04") && table.contains("ended"),
        "{table}"
    );
    let csv = execution(&["list", "--format", "csv"]);
    assert!(
        csv.trim_start_matches('\u{feff}')
            .starts_with("execution,request,authority,what,answer_by,last,stands\r\n"),
        "{csv}"
    );
    for (words, why) in [
        (["end", &request, "Exercise"], "is no assignment"),
        (["remark", &"0".repeat(32), "Exercise"], "there is no such request"),
        (["report", matter, " "], "write what it is"),
    ] {
        refused(&data, &[&["request", "execution"][..], &words, &OFFICER].concat(), why);
    }
    let opened = json(&data, &["audit", "list", "--act", "matter-opened", "--matter", matter]);
    assert!(!opened.as_array().unwrap().is_empty(), "whoever listed it at the shell opened it");
    // On another record than a State's own there is nothing of this.
    let court = folder.path().join("court");
    said(&court, &["record", "init", "--exercise"]);
    let assign = ["request", "execution", "remark", &request, "Exercise"];
    refused(&court, &[&assign[..], &OFFICER].concat(), "own node");
}

#[test]
fn a_desk_is_handed_over_within_one_organisation() {
    let folder = Folder::new();
    let data = own(&folder);
    let request = receive(&data, &bundle(&folder));
    let by = |words: &[&str]| said(&data, &[words, &OFFICER].concat());
    // Programs have accounts too, and nobody needs to come in for them.
    let taken_in = |name: &str, organisation: &str, role: &str| {
        by(&["admin", "token", "service", name, "--organisation", organisation, "--role", role]);
        let people = json(&data, &["admin", "people", "list"]);
        let found = people.as_array().unwrap().iter().find(|person| person["name"] == name).unwrap();
        found["account"].as_str().unwrap().to_owned()
    };
    let one = taken_in("Exercise program one", "state:XAA", "executing-authority");
    let two = taken_in("Exercise program two", "state:XAA", "executing-authority");
    let other = taken_in("Exercise program elsewhere", "state:XAB", "central-authority");
    for task in ["Exercise flat", "Exercise port"] {
        let begun = by(&[
            "request",
            "execution",
            "assign",
            &request,
            "--authority",
            "Exercise police",
            "--task",
            task,
        ]);
        by(&["admin", "assign", begun.split(' ').next().unwrap(), &one]);
    }
    let refuse = |from: &str, to: &str, reason: &str, why: &str| {
        refused(
            &data,
            &[&["admin", "hand-over", from, to, "--reason", reason][..], &OFFICER].concat(),
            why,
        );
    };
    refuse(&one, &other, "Exercise", "within one organisation");
    refuse(&one, &"0".repeat(32), "Exercise", "there is no such account");
    refuse(&one, &two, " ", "say why");
    let done = by(&["admin", "hand-over", &one, &two, "--reason", "Exercise: other duties"]);
    assert_eq!(done, format!("{two} has the matters that {one} had: 2\n"));
    let listed = json(&data, &["request", "execution", "list"]);
    for execution in listed.as_array().unwrap() {
        let shown = json(&data, &["request", "execution", "show", execution["execution"].as_str().unwrap()]);
        assert_eq!(shown["holders"][0]["account"], two.as_str());
        assert_eq!(shown["holders"].as_array().unwrap().len(), 1, "{shown}");
    }
    refuse(&one, &two, "Exercise", "they do not have it, or no longer");
}
