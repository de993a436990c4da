//! Bad input at the command line: what is wrong, where, how to mend it; exit 2; nothing half done.

use crate::common;
use crate::common::{comity, text};
use std::path::Path;
use tempfile::TempDir;

#[track_caller]
fn refused(arguments: &[&str], expected: &str) {
    let output = comity(arguments);
    assert_eq!(
        (output.status.code(), text(&output.stderr).trim_end(), text(&output.stdout).as_str()),
        (Some(2), expected, "")
    );
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{text:?} does not say {part:?}");
    }
}

#[test]
fn a_day_that_cannot_be_asked_for_is_refused_and_the_folder_is_not_begun() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let ask = |more: &[&str], expected: &str| refused(&[&["outstanding", "--data", data.to_str().unwrap()], more].concat(), expected);
    ask(
        &["--as-at", "2013-13-01"],
        "comity: as_at is not a day of the calendar: \"2013-13-01\"; write it as year-month-day, for example 2013-10-02",
    );
    ask(
        &["--as-at", "1998-07-16"],
        "comity: as_at 1998-07-16 is before 1998-07-17, the day on which the Rome Statute was adopted; ask for that day or a later one",
    );
    assert!(!data.exists(), "a call that is wrong leaves nothing behind");
    for field in ["--as-at", "--known-on"] {
        let output = comity(&["outstanding", "--data", data.to_str().unwrap(), field, "2999-01-01"]);
        assert_eq!(output.status.code(), Some(2));
        holds(&text(&output.stderr), &["2999-01-01 is after today"]);
    }
    assert!(!data.exists());
}

#[test]
fn a_day_known_before_the_record_began_is_refused() {
    let folder = TempDir::new().unwrap();
    let output = comity(&["outstanding", "--data", folder.path().to_str().unwrap(), "--known-on", "2020-01-01"]);
    assert_eq!(output.status.code(), Some(2));
    holds(
        &text(&output.stderr),
        &["this record begins on ", "; as known before that day it is empty"],
    );
}

/// A copy of the public record in which a file may be changed.
fn copy(folder: &Path) {
    for entry in std::fs::read_dir(common::public_record()).unwrap().map(Result::unwrap) {
        std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
}

fn rewrite(folder: &Path, name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) {
    let path = folder.join(name);
    std::fs::write(&path, change(std::fs::read(&path).unwrap())).unwrap();
}

#[test]
fn a_folder_without_the_pack_is_refused() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let missing = folder.path().join("nowhere");
    let said = format!(
        "comity: {} is not a folder; give the folder that holds the pack's CSV files",
        missing.display()
    );
    refused(&["import", missing.to_str().unwrap(), "--data", data], &said);
    let empty = TempDir::new().unwrap();
    let output = comity(&["import", empty.path().to_str().unwrap(), "--data", data]);
    assert_eq!(output.status.code(), Some(2));
    holds(
        &text(&output.stderr),
        &[
            "the pack was refused, nothing was imported:",
            "  proceedings.csv: is missing; a pack has persons.csv",
        ],
    );
    assert!(!Path::new(data).exists());
}

#[test]
fn malformed_files_of_a_pack_are_refused_with_file_and_line_and_nothing_is_imported() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let check = |name: &str, change: &dyn Fn(Vec<u8>) -> Vec<u8>, expected: &str| {
        let pack = TempDir::new().unwrap();
        copy(pack.path());
        rewrite(pack.path(), name, change);
        let output = comity(&["import", pack.path().to_str().unwrap(), "--data", data]);
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
        holds(&text(&output.stderr), &["the pack was refused, nothing was imported:", expected]);
        assert!(!Path::new(data).exists(), "nothing was begun");
    };
    let append = |more: &'static [u8]| move |bytes: Vec<u8>| [bytes, more.to_vec()].concat();
    check("persons.csv", &append(b"x\xff,y,,,z\n"), "persons.csv, line 76: is not in UTF-8");
    check(
        "persons.csv",
        &append(b"exercise-1,One,,\n"),
        "persons.csv, line 76: has 4 fields where the heading has 5",
    );
    check(
        "persons.csv",
        &append(b"exercise-1,\"One,,,exercise\n"),
        "persons.csv, line 76: a quotation mark opens here",
    );
    check(
        "persons.csv",
        &append(b"exercise-1,One\x01,,,exercise\n"),
        "persons.csv, line 76, column name: holds the control character U+0001",
    );
    let heading = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replacen("person_id", "person", 1).into_bytes();
    check(
        "persons.csv",
        &heading,
        "persons.csv, line 1, column person: no rule reads this column",
    );
    let huge = |bytes: Vec<u8>| [bytes, b"exercise-1,".to_vec(), vec![b'x'; 20_000], b",,,exercise\n".to_vec()].concat();
    check(
        "persons.csv",
        &huge,
        "persons.csv, line 76, column name: takes 20000 bytes; a field may take 16384",
    );
    check(
        "milestones.csv",
        &append(b"kony-1,convicted,2030-01-01,,,,,,exercise\n"),
        "milestones.csv, line 73, column on: lies after the edition's day 2026-11-25",
    );
    check(
        "rome_statute.csv",
        &append(b"FRA,,2001-01-01,accession,,,,,,,,,,,exercise,\n"),
        "rome_statute.csv, line 159, column alpha3: says again what line 54 says of \"FRA\"; keep one of the two",
    );
    check(
        "agreements.csv",
        &append(b"xaa-sentences,XAA,sentence enforcement,,,,,,exercise\n"),
        "agreements.csv, line 33, column alpha3: \"XAA\" is not in states.csv; add the State there, or mend the code",
    );
    check(
        "edition.csv",
        &append(b"2026-11-24,2026-01-01,\n"),
        "edition.csv: has 2 rows; an edition is one row",
    );
}

#[test]
fn a_pack_as_a_spreadsheet_saves_it_is_read() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let pack = TempDir::new().unwrap();
    copy(pack.path());
    for file in ["persons.csv", "proceedings.csv", "citations.csv", "milestones.csv"] {
        rewrite(pack.path(), file, |bytes| {
            let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
            format!("\u{feff}{text}").into_bytes()
        });
    }
    let output = comity(&[
        "import",
        pack.path().to_str().unwrap(),
        "--data",
        data.to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&report["added"], &report["corrected"]),
        (&0.into(), &0.into()),
        "byte order mark and line ends say nothing"
    );
}

#[test]
fn an_officers_entry_needs_an_entry_a_source_and_a_change() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().to_str().unwrap();
    let view = comity(&["outstanding", "--data", data, "--as-at", "2013-10-02", "--format", "json"]);
    let view: serde_json::Value = serde_json::from_slice(&view.stdout).unwrap();
    let public = view["persons"][13]["warrants"][0]["made_public"]["entry"]
        .as_str()
        .unwrap()
        .to_owned();
    let correct = |more: &[&str], expected: &str| {
        let call = [
            "fact",
            "correct",
            &public,
            "--data",
            data,
            "--officer",
            "exercise officer",
            "--reason",
            "exercise",
            "--source",
        ];
        refused(&[&call[..], more].concat(), expected);
    };
    correct(
        &["  "],
        "comity: an officer's entry names its source; give --source with the document or page that was read",
    );
    correct(
        &["file 1"],
        "comity: nothing would change; to say that a source agrees, use `comity fact confirm`",
    );
    correct(
        &["file 1", "--set", "reason"],
        "comity: --set \"reason\" has no equals sign; write it like reason=died",
    );
    correct(
        &["file 1", "--set", "reason=died"],
        "comity: an entry of the kind instrument.made-public has no member \"reason\" to set; it has none, only its date",
    );
    correct(
        &["file 1", "--effective", "from 2010-06"],
        "comity: from 2010-06 has no last possible day: a fact counts from its last possible day; give a day, a month, a year, or one of these after `by` or `about`",
    );
    correct(
        &["file 1", "--effective", "0213-10-02"],
        "comity: 0213-10-02 lies before 1998-07-17, the day on which the Rome Statute was adopted; check the year",
    );
    correct(
        &["file 1", "--effective", "unknown"],
        "comity: an act needs a date; to say that it did not happen, use --retract",
    );
    let output = comity(&[
        "fact",
        "correct",
        &public,
        "--data",
        data,
        "--officer",
        "exercise officer",
        "--reason",
        "exercise",
        "--source",
        "file 1",
        "--effective",
        "2013-01-01",
    ]);
    assert_eq!(output.status.code(), Some(2));
    holds(
        &text(&output.stderr),
        &["instrument.made-public would be 2013-01-01, and warrant.issued is 2013-08-02: that is the wrong way round"],
    );
    let nobody = "0".repeat(32);
    refused(
        &[
            "fact",
            "confirm",
            &nobody,
            "--data",
            data,
            "--source",
            "file 1",
            "--officer",
            "exercise officer",
        ],
        &format!("comity: there is no entry {nobody} in this record; take the id from the page or the proof of the fact"),
    );
    // A correction that stands is made, and the version before it can no longer be corrected.
    let made = comity(&[
        "fact",
        "correct",
        &public,
        "--data",
        data,
        "--officer",
        "exercise officer",
        "--reason",
        "exercise",
        "--source",
        "file 1",
        "--effective",
        "2013-10-05",
    ]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let newest = text(&made.stdout).trim().to_owned();
    correct(
        &["file 1", "--effective", "2013-10-06"],
        &format!("comity: entry {public} was restated by {newest}; read that one, and name it instead"),
    );
    let view = comity(&["outstanding", "--data", data, "--as-at", "2013-10-02"]);
    holds(&text(&view.stdout), &["13 persons outstanding as at 2013-10-02"]);
}

#[test]
fn two_servers_on_one_folder_are_refused_with_the_address_of_the_first() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().to_str().unwrap();
    let mut first = common::Server::start(folder.path());
    let output = comity(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(2));
    let expected = format!(
        "a server runs on the folder {data} already: open {}, stop it, or give another folder with --data",
        first.address
    );
    holds(&text(&output.stderr), &[&expected]);
    // Other commands read beside it and append through the same transaction.
    assert!(comity(&["outstanding", "--data", data]).status.success());
    first.stop();
    let mut second = common::Server::start(folder.path());
    second.stop();
}

#[test]
fn an_address_that_is_taken_is_refused() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = TempDir::new().unwrap();
    let output = comity(&["serve", "--data", folder.path().to_str().unwrap(), "--listen", &address]);
    assert_eq!(output.status.code(), Some(2));
    holds(
        &text(&output.stderr),
        &[&format!("cannot listen on {address}"), "give another address with --listen"],
    );
}

#[test]
fn a_citation_that_no_rule_has_is_answered_with_no() {
    let output = comity(&["law", "show", "999(9)"]);
    assert_eq!(output.status.code(), Some(1));
    let output = comity(&["law", "show", "91(2)"]);
    assert!(
        output.status.success() && text(&output.stdout).contains("91(2)"),
        "{}",
        text(&output.stdout)
    );
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../../law-packs/rome-statute");
    let output = comity(&["law", "check", pack]);
    assert!(output.status.success(), "{}", text(&output.stdout));
    holds(&text(&output.stdout), &["no fault; ", "cases hold"]);
}

#[test]
fn a_client_that_never_finishes_its_request_does_not_keep_the_server_from_ending() {
    use std::io::Write;
    let folder = TempDir::new().unwrap();
    let mut server = common::Server::start(folder.path());
    let address = server.address.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut slow = std::net::TcpStream::connect(&address).unwrap();
    slow.write_all(b"GET /en HTTP/1.1\r\nHost: exercise\r\n").unwrap();
    assert!(
        server.asked_to_end(std::time::Duration::from_secs(30)),
        "it ends although a request is unfinished"
    );
}
