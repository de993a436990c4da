//! `comity admin errors`: what readers reported through a running server, listed and closed at the shell.

use crate::common::{Server, comity, text};
use std::path::Path;
use tempfile::TempDir;

#[track_caller]
fn said(folder: &Path, arguments: &[&str]) -> String {
    let output = comity(&[&["admin", "errors", "--data", folder.to_str().unwrap()], arguments].concat());
    assert_eq!(
        (output.status.code(), text(&output.stderr).as_str()),
        (Some(0), ""),
        "{arguments:?}"
    );
    text(&output.stdout)
}

#[track_caller]
fn refused(folder: &Path, arguments: &[&str], expected: &str) {
    let output = comity(&[&["admin", "errors", "--data", folder.to_str().unwrap()], arguments].concat());
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
}

#[test]
fn what_a_reader_reports_is_listed_and_closed_while_the_server_runs() {
    let folder = TempDir::new().unwrap();
    let data = folder.path();
    let server = Server::start(data);
    let form = "entry=0123456789AB&wrong=The+day.%0D%0AIt+is+late.&right=%3DExercise+gazette&contact=";
    let answer = server.post("/en/error?page=%2Fen%2Fcounts", form);
    assert!(answer.starts_with("HTTP/1.1 303 See Other\r\n"), "{answer}");
    let location = answer.lines().find_map(|line| line.strip_prefix("location: /en/error/")).unwrap();
    let reference = location.split('?').next().unwrap();

    let table = said(data, &[]);
    for line in [
        reference,
        "  state      open",
        "  page       /en/counts",
        "  entry      0123456789ab",
        "  wrong      The day.",
        "             It is late.",
        "  right      =Exercise gazette",
        "  answer to  -",
    ] {
        assert!(table.lines().any(|said| said == line), "{line:?} does not stand in\n{table}");
    }
    let csv = said(data, &["--format", "csv"]);
    assert!(
        csv.contains(",open,/en/counts,0123456789ab,\"The day.\nIt is late.\",'=Exercise gazette,,"),
        "{csv}"
    );
    let json: serde_json::Value = serde_json::from_str(&said(data, &["--format", "json"])).unwrap();
    assert_eq!(
        (&json[0]["reference"], &json[0]["closed"]),
        (&reference.into(), &serde_json::Value::Null)
    );

    let closed = said(
        data,
        &["close", reference, "--reason", "Corrected", "--officer", "exercise-officer"],
    );
    assert_eq!(closed.trim_end(), format!("closed {reference}"));
    assert_eq!(said(data, &[]).trim_end(), "there are no reports");
    assert!(said(data, &["--all"]).contains("by exercise-officer: Corrected"));
    let json: serde_json::Value = serde_json::from_str(&said(data, &["--all", "--format", "json"])).unwrap();
    assert_eq!(json[0]["closed"]["reason"], "Corrected");

    for (reference, reason, expected) in [
        (reference, "Again", "was closed already"),
        ("0000-0000-0000", "Corrected", "there is no report 0000-0000-0000"),
        ("first", "Corrected", "\"first\" is not the reference of a report"),
        (reference, " ", "says why; give --reason"),
    ] {
        refused(
            data,
            &["close", reference, "--reason", reason, "--officer", "exercise-officer"],
            expected,
        );
    }
}

#[test]
fn a_folder_without_a_record_has_no_list_and_is_not_begun() {
    let folder = TempDir::new().unwrap();
    refused(folder.path(), &[], "holds no record; give its folder with --data");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn what_readers_write_lies_where_its_owner_alone_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    assert_eq!(
        comity(&["record", "init", "--exercise", "--data", folder.path().to_str().unwrap()])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(said(folder.path(), &[]).trim_end(), "there are no reports");
    let mode = std::fs::metadata(folder.path().join(store::DESK)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
