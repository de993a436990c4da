//! Erasure at the shell: one officer asks, another orders, and the entry is gone from every file and every answer.

use crate::common::shell::{refused, said};
use crate::common::{Folder, NOW, Still, place, reading, server};
use access::{Assignment, Held, Organisation, Role, Viewer};
use comity::house::House;
use record::audience::Level;
use std::path::Path;

const MATTER: &str = "exercise-matter";
const SECRET: &str = "Exercise Witness Place";

/// The id that a verb of matters prints.
fn id(said: &str) -> String {
    said.split_whitespace().nth(1).unwrap().to_owned()
}

fn add(data: &Path, name: &str, level: &str) -> String {
    let set = format!("situation={name}");
    let begin = [
        "matter",
        "add",
        "warrant.issued",
        "--matter",
        MATTER,
        "--effective",
        "2026-02-01",
        "--source",
        "Exercise registry",
    ];
    let about = ["--about", "person:exercise-0007", "--about", "situation:exercise-01/26"];
    let rest = ["--set", &set, "--level", level, "--officer", "Exercise Officer"];
    let closed = ["--to", "organ:chambers", "--from", "organ:chambers", "--basis", "Exercise ground"];
    let closed = if level == "public" { &closed[..0] } else { &closed[..] };
    id(&said(data, &[&begin[..], &about, &rest, closed].concat()))
}

fn because(officer: &'static str) -> [&'static str; 6] {
    [
        "--reason",
        "it named a witness",
        "--authority",
        "Exercise decision 9",
        "--officer",
        officer,
    ]
}

fn chambers(assigned: bool) -> Viewer {
    let assignment = Assignment {
        matter: MATTER.into(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    let assignments = assigned.then_some(assignment).into_iter().collect();
    Viewer::of("00112233445566778899aabbccddeeff", Organisation::Court, Role::Chambers, assignments).unwrap()
}

/// What is shown under the id of an entry, as JSON.
fn shown(data: &Path, viewer: &Viewer, id: &str) -> Option<String> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let house = House::open(place(data), Still::at(NOW)).await.unwrap();
        let view = house.register.entry(viewer, &reading("2026-11-25", false), id).await.unwrap();
        house.store.close().await;
        view.map(|view| serde_json::to_string(&view).unwrap())
    })
}

#[test]
fn one_officer_asks_another_orders_and_whoever_knew_of_it_sees_that_it_was_erased() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    let gone = add(&data, SECRET, "under-seal");
    let kept = add(&data, "Exercise Other Place", "under-seal");
    let request = ["matter", "erase-request", MATTER, "--entry", &gone];
    let request = id(&said(&data, &[&request[..], &because("Exercise Officer One")].concat()));
    let order = ["matter", "erase", &request];
    refused(
        &data,
        &[&order[..], &because("exercise officer one")].concat(),
        "come from one person",
    );
    assert!(shown(&data, &chambers(true), &gone).unwrap().contains(SECRET));
    let order = id(&said(&data, &[&order[..], &because("Exercise Officer Two")].concat()));
    let view = shown(&data, &chambers(true), &gone).unwrap();
    assert!(!view.contains(SECRET));
    for word in ["erased", "Exercise decision 9", "it named a witness", "2026-11-2", &order] {
        assert!(view.contains(word), "{word}: {view}");
    }
    assert_eq!(
        shown(&data, &chambers(false), &gone),
        None,
        "whoever could not know it is told nothing"
    );
    assert_eq!(shown(&data, &Viewer::public(), &gone), None);
    assert!(shown(&data, &chambers(true), &kept).unwrap().contains("Exercise Other Place"));
    assert!(said(&data, &["record", "verify"]).contains("as it was recorded"));
    let list = said(&data, &["matter", "show", MATTER, "--format", "csv"]);
    assert!(!list.contains(&gone) && list.contains("erasure.ordered"), "{list}");
    let audit = said(&data, &["audit", "list", "--format", "csv"]);
    assert!(audit.contains("erasure-requested") && audit.contains("erasure-ordered"), "{audit}");
    refused(
        &data,
        &[&["matter", "erase", &request][..], &because("Exercise Officer Two")].concat(),
        "nothing to erase",
    );
    refused(
        &data,
        &[&["matter", "erase", &kept][..], &because("Exercise Officer Two")].concat(),
        "no request",
    );
}

#[test]
fn what_was_declined_at_the_shell_is_not_ordered_and_can_be_asked_for_anew() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    let entry = add(&data, SECRET, "under-seal");
    let ask = ["matter", "erase-request", MATTER, "--entry", &entry];
    let ask = [&ask[..], &because("Exercise Officer One")].concat();
    let request = id(&said(&data, &ask));
    let order = ["matter", "erase", &request];
    let order = [&order[..], &because("Exercise Officer Two")].concat();
    refused(&data, &ask, "asks for the erasure of these entries already");
    let decline = ["matter", "erase-decline", &request, "--officer", "Exercise Officer Two", "--reason"];
    refused(&data, &[&decline[..], &[" "]].concat(), "no reason");
    said(&data, &[&decline[..], &["it is needed"]].concat());
    refused(&data, &order, "declined or taken back");
    refused(&data, &[&decline[..], &["once more"]].concat(), "declined or taken back");
    refused(
        &data,
        &["matter", "erase-decline", &entry, "--officer", "Exercise Officer", "--reason", "x"],
        "no request for an erasure",
    );
    assert!(shown(&data, &chambers(true), &entry).unwrap().contains(SECRET));
    assert!(said(&data, &["audit", "list", "--format", "csv"]).contains("erasure-declined"));
    let request = id(&said(&data, &ask));
    said(
        &data,
        &[&["matter", "erase", &request][..], &because("Exercise Officer Two")].concat(),
    );
    assert!(!shown(&data, &chambers(true), &entry).unwrap().contains(SECRET));
    assert!(said(&data, &["record", "verify"]).contains("as it was recorded"));
}

#[test]
fn nothing_of_a_matter_is_closed_opened_or_erased_that_the_audit_could_not_tell() {
    if server().is_some() {
        return; // The audit on a server is no file that could be moved aside.
    }
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    let (entry, other) = (
        add(&data, SECRET, "confidential"),
        add(&data, "Exercise Other Place", "confidential"),
    );
    let ask = |entry| {
        [
            &["matter", "erase-request", MATTER, "--entry", entry][..],
            &because("Exercise Officer One"),
        ]
        .concat()
    };
    let (asked, request) = (id(&said(&data, &ask(&entry))), ask(&other));
    let decline = [
        "matter",
        "erase-decline",
        &asked,
        "--reason",
        "exercise",
        "--officer",
        "Exercise Officer Two",
    ];
    let order = [&["matter", "erase", &asked][..], &because("Exercise Officer Two")].concat();
    let decision = ["--decision", "Exercise decision 8", "--officer", "Exercise Officer"];
    let to = ["--to", "organ:chambers", "--from", "organ:chambers"];
    let narrow = [&["matter", "narrow", MATTER, "--level", "under-seal"][..], &to, &decision].concat();
    let unseal = ["matter", "unseal", MATTER, "--level", "public", "--authority", "Exercise Chamber"];
    let unseal = [&unseal[..], &decision].concat();
    let before = said(&data, &["record", "verify"]);
    // An audit that cannot be opened.
    let (audit, aside) = (data.join("audit.sqlite"), data.join("aside"));
    for end in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(data.join(format!("audit.sqlite{end}")));
    }
    std::fs::rename(&audit, &aside).unwrap();
    std::fs::write(&audit, "exercise: no database, and longer than a header of one: ".repeat(40)).unwrap();
    for verb in [&request, &order, &decline.to_vec(), &narrow, &unseal] {
        refused(&data, verb, "the audit");
    }
    std::fs::rename(&aside, &audit).unwrap();
    assert_eq!(said(&data, &["record", "verify"]), before, "no entry came, and none went");
    assert!(said(&data, &order).starts_with(MATTER));
}

#[test]
fn a_whole_matter_is_erased_with_the_acts_that_closed_it_and_what_was_public_is_closed_first() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    add(&data, SECRET, "public");
    let request = |officer| [&["matter", "erase-request", MATTER][..], &because(officer)].concat();
    refused(&data, &request("Exercise Officer One"), "is public; close it first");
    let close = [
        "matter",
        "withdraw",
        MATTER,
        "--level",
        "confidential",
        "--to",
        "organ:chambers",
        "--from",
        "organ:chambers",
    ];
    said(
        &data,
        &[&close[..], &["--decision", "Exercise decision 8", "--officer", "Exercise Officer"]].concat(),
    );
    let request = id(&said(&data, &request("Exercise Officer One")));
    said(
        &data,
        &[&["matter", "erase", &request][..], &because("Exercise Officer Two")].concat(),
    );
    assert!(said(&data, &["record", "verify"]).contains("as it was recorded"));
    assert_eq!(
        said(&data, &["matter", "show", MATTER, "--format", "csv"]).lines().count(),
        3,
        "request and order"
    );
    let copy = folder.path().join("copy");
    let out = folder.path().join("record.jsonl");
    said(&data, &["record", "export", "--out", out.to_str().unwrap()]);
    assert!(!std::fs::read_to_string(&out).unwrap().contains(SECRET));
    said(&copy, &["record", "import", out.to_str().unwrap()]);
    assert!(said(&copy, &["record", "verify"]).contains("as it was recorded"));
}

#[test]
fn a_check_of_contacts_is_kept_at_the_shell_its_list_leaves_in_no_export_and_goes_when_two_persons_order_it() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    let list = folder.path().join("list.txt");
    std::fs::write(&list, format!("1. {SECRET}\n2. Exercise Adviser\n")).unwrap();
    let list = list.to_str().unwrap();
    let checked = said(&data, &["contacts", list, "--format", "json"]);
    let checked: serde_json::Value = serde_json::from_str(&checked).unwrap();
    assert_eq!(checked["kept"], serde_json::Value::Null, "nothing is kept unless asked for");
    let files =
        || std::fs::read_dir(data.join("attachments")).map_or(0, |files| files.filter(|file| is_kept(file.as_ref().unwrap())).count());
    assert_eq!(files(), 0);
    let kept = said(
        &data,
        &["contacts", list, "--keep", "--officer", "Exercise Officer", "--format", "json"],
    );
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let matter = kept["kept"].as_str().unwrap();
    assert_eq!(files(), 1);
    let shown = said(&data, &["matter", "show", matter, "--format", "json"]);
    assert!(shown.contains("contact.checked") && !shown.contains(SECRET), "{shown}");
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let entry = shown[0]["id"].as_str().unwrap();

    let out = folder.path().join("export.jsonl");
    said(&data, &["record", "export", "--out", out.to_str().unwrap()]);
    let export = std::fs::read_to_string(&out).unwrap();
    assert!(export.contains(entry) && !export.contains(SECRET) && !export.contains("Exercise Adviser"));

    let request = ["matter", "erase-request", matter, "--entry", entry];
    let request = id(&said(&data, &[&request[..], &because("Exercise Officer One")].concat()));
    assert_eq!(files(), 1, "one person alone takes nothing away");
    said(
        &data,
        &[&["matter", "erase", &request][..], &because("Exercise Officer Two")].concat(),
    );
    assert_eq!(files(), 0);
    assert!(said(&data, &["record", "verify"]).contains("as it was recorded"));
    assert!(said(&data, &["matter", "show", matter, "--format", "csv"]).contains("erasure.ordered"));
}

/// Whether it is a file of an entry, and not one that is still being written or received.
fn is_kept(file: &std::fs::DirEntry) -> bool {
    file.file_type().unwrap().is_file()
}
