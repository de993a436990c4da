//! The record at the command line: verified, proved, exported, imported, rebuilt; and its faults.

use crate::common;
use crate::common::{Folder, comity, place, text};
use access::Viewer;
use register::kinds;
use register::port::{Of, Store};
use std::path::Path;

/// A folder with the public record, and the id of the entry that made the warrant against Barasa public.
fn begun() -> (Folder, String, String) {
    let folder = Folder::new();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let view = comity(&["outstanding", "--data", &data, "--as-at", "2013-10-02", "--format", "json"]);
    let view: serde_json::Value = serde_json::from_slice(&view.stdout).unwrap();
    let entry = view["persons"][13]["warrants"][0]["made_public"]["entry"]
        .as_str()
        .unwrap()
        .to_owned();
    (folder, data, entry)
}

/// The id of the entry that names Kony.
fn id_of_the_name(data: &str) -> String {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let house = comity::house::House::open(place(Path::new(data)), common::Still::at(common::NOW))
            .await
            .unwrap();
        let entries = house
            .store
            .entries(&Viewer::operator(), Of::Kinds(vec![kinds::PERSON_NAMED.into()]), None)
            .await
            .unwrap();
        entries
            .iter()
            .find(|r| r.entry.matter == "person-kony")
            .unwrap()
            .entry
            .id
            .to_string()
    })
}

#[test]
fn a_record_that_is_as_it_was_recorded_verifies_and_one_changed_byte_is_named() {
    let (_folder, data, _) = begun();
    let output = comity(&["record", "verify", "--data", &data]);
    assert_eq!(
        (output.status.code(), text(&output.stdout)),
        (Some(0), format!("the record in {data} is as it was recorded\n"))
    );
    let id = id_of_the_name(&data);
    // One letter in the file of the database, where the body of an entry lies.
    let path = Path::new(&data).join(store::DATABASE);
    let mut bytes = std::fs::read(&path).unwrap();
    let needle = b"\"name\":\"Joseph Kony\"";
    let places: Vec<usize> = bytes
        .windows(needle.len())
        .enumerate()
        .filter(|(_, w)| w == needle)
        .map(|(i, _)| i)
        .collect();
    assert!(!places.is_empty(), "the body lies in the file as text");
    for at in places {
        bytes[at + 8] = b'X';
    }
    std::fs::write(&path, bytes).unwrap();
    let output = comity(&["record", "verify", "--data", &data]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.starts_with(&format!("entry {id}: ")) && said.contains("\n1 fault: "), "{said}");
}

#[test]
fn an_entry_is_proved_and_what_is_younger_than_the_last_mark_says_from_when() {
    let (folder, data, entry) = begun();
    let out = folder.path().join("proof.json");
    let output = comity(&["record", "prove", &entry, "--data", &data, "--out", out.to_str().unwrap()]);
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    let proof = record::proof::Proof::parse(&std::fs::read_to_string(&out).unwrap()).expect("a proof");
    let key = comity(&["record", "key", "--data", &data]);
    let (_, key) = record::checkpoint::parse_verifier_key(text(&key.stdout).trim()).expect("a verifier key");
    proof.verify(&key).expect("the proof holds");
    assert!(proof.entry.contains("instrument.made-public"));

    let officer = ["--officer", "exercise officer", "--source", "exercise file"];
    let made = comity(&[&["fact", "confirm", &entry, "--data", &data], &officer[..]].concat());
    let young = text(&made.stdout).trim().to_owned();
    let output = comity(&["record", "prove", &young, "--data", &data]);
    // A mark may pass between the two commands: then it is proved.
    match output.status.code() {
        Some(1) => assert!(text(&output.stderr).starts_with("comity: the entry was recorded after the last mark; it can be proved from ")),
        code => assert_eq!(code, Some(0)),
    }
    let output = comity(&["record", "prove", &"0".repeat(32), "--data", &data]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(comity(&["record", "prove", "kony-1", "--data", &data]).status.code(), Some(2));
}

#[test]
fn a_record_goes_out_and_in_again_with_the_same_roots_and_answers() {
    let (folder, data, _) = begun();
    let out = folder.path().join("record.jsonl");
    let copy = folder.path().join("copy").to_str().unwrap().to_owned();
    let path = out.to_str().unwrap();
    let output = comity(&["record", "export", "--data", &data, "--out", path]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let output = comity(&["record", "export", "--data", &data, "--out", path]);
    assert_eq!(output.status.code(), Some(2), "what is there is not written over");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&out).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "it may hold sealed matter");
    }
    let output = comity(&["record", "import", path, "--data", &copy]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    // Origin, size and root are the first three lines of a checkpoint.
    let state = |data: &str| {
        let checkpoint = comity(&["record", "checkpoint", "--data", data]);
        text(&checkpoint.stdout).lines().take(3).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(state(&copy), state(&data));
    let ask = |data: &str| comity(&["outstanding", "--data", data, "--as-at", "2013-10-02", "--format", "json"]).stdout;
    assert_eq!(ask(&copy), ask(&data));
    assert!(comity(&["record", "verify", "--data", &copy]).status.success());
    let output = comity(&["record", "import", path, "--data", &copy]);
    assert_eq!(output.status.code(), Some(2), "a folder that holds a record takes no other in");
}

#[test]
fn the_read_tables_are_derived_anew_with_the_same_answers() {
    let (_folder, data, _) = begun();
    let ask = || comity(&["outstanding", "--data", &data, "--as-at", "2026-01-01", "--format", "json"]).stdout;
    let before = ask();
    assert!(comity(&["record", "rebuild", "--data", &data]).status.success());
    assert_eq!(ask(), before);
}

#[test]
fn a_record_is_begun_once_and_a_folder_without_one_is_not_verified() {
    let folder = Folder::new();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let output = comity(&["record", "verify", "--data", &data]);
    assert_eq!(
        (output.status.code(), text(&output.stderr)),
        (Some(2), format!("comity: {data} holds no record; give its folder with --data\n"))
    );
    assert!(!Path::new(&data).exists(), "nothing was begun");
    assert!(comity(&["record", "init", "--exercise", "--data", &data]).status.success());
    assert_eq!(comity(&["record", "init", "--data", &data]).status.code(), Some(2));
    let view = comity(&["outstanding", "--data", &data]);
    assert!(
        text(&view.stdout).starts_with("EXERCISE: never to be counted with real persons\n0 persons outstanding"),
        "an exercise record says so, and takes nothing in by itself"
    );
}

#[test]
fn keys_without_their_record_begin_no_other() {
    let (_folder, data, _) = begun();
    for file in ["record.sqlite", "record.sqlite-wal", "record.sqlite-shm"] {
        let _ = std::fs::remove_file(Path::new(&data).join(file));
    }
    let output = comity(&["outstanding", "--data", &data]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(
        said.contains("which is not in") && said.contains("restore the record from a backup"),
        "{said}"
    );
}
