//! Reports out of the binary: what they state, how they are followed back, and what is refused.

use crate::common::{comity, text};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A report of a fresh folder.
struct Made {
    folder: TempDir,
}

impl Made {
    fn new() -> Made {
        Made {
            folder: TempDir::new().unwrap(),
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Makes a report; the file.
    #[track_caller]
    fn report(&self, kind: &[&str], form: &str, more: &[&str]) -> String {
        let out = self.path(&format!("{}-{}.{form}", kind.join("-"), more.join("")));
        let data = self.path("data");
        let arguments = [&["report"], kind, &["--data", &data, "--format", form, "--out", &out], more].concat();
        let output = comity(&arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        out
    }
}

/// What a foreign program says.
#[track_caller]
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().expect(program);
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

/// Says by name what this machine lacks for a test, which then returns; fails instead where the run insists on every test.
fn lacks(program: &str, test: &str) -> bool {
    if Command::new(program).arg("--version").output().is_ok() {
        return false;
    }
    let insists = std::env::var_os("COMITY_INSIST").is_some_and(|value| value == "1");
    assert!(!insists, "not to be skipped here: {test}, which needs {program}");
    let _ = writeln!(std::io::stderr(), "skipped: {test}, which needs {program}");
    true
}

/// A text on one line, with one sort of space.
fn flowing(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
}

const DAY: [&str; 2] = ["--as-at", "2013-10-02"];

#[test]
fn a_fresh_folder_gives_the_report_of_the_day_of_the_resolution_with_nothing_typed_in() {
    let test = "a_fresh_folder_gives_the_report_of_the_day_of_the_resolution_with_nothing_typed_in";
    if ["qpdf", "pdfinfo", "pdftotext"].into_iter().any(|program| lacks(program, test)) {
        return;
    }
    let made = Made::new();
    let pdf = made.report(&["cooperation"], "pdf", &DAY);
    said("qpdf", &["--check", &pdf]);
    let info = said("pdfinfo", &[&pdf]);
    holds(&info, &["Title:           Report on cooperation", "Tagged:          yes"]);
    let text = flowing(&said("pdftotext", &["-layout", &pdf, "-"]));
    holds(
        &text,
        &[
            "As at 2 October 2013, warrants or surrender requests against 14 persons were outstanding",
            "The Assembly of States Parties counted 14 on the same day",
            "122",
            "Rome Statute of the International Criminal Court",
        ],
    );
}

#[test]
fn every_form_carries_the_same_trace_and_the_record_still_gives_the_same() {
    let made = Made::new();
    let mut traces = Vec::new();
    for form in ["pdf", "docx", "xlsx", "html", "csv", "json"] {
        let file = made.report(&["cooperation"], form, &DAY);
        traces.push((form, reports::report::trace::find(&std::fs::read(&file).unwrap()).unwrap()));
        let output = comity(&["report", "trace", &file, "--data", &made.path("data")]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{form}: {}{}",
            text(&output.stdout),
            text(&output.stderr)
        );
        holds(&text(&output.stdout), &["The record still gives the same: "]);
    }
    let (_, first) = &traces[0];
    for (form, trace) in &traces {
        assert_eq!(trace, first, "{form}");
    }
    let value = |query: &str| first.figures.iter().find(|figure| figure.query == query).unwrap().value.clone();
    assert_eq!(
        ["outstanding", "parties/treaty=rome-statute", "days-outstanding/person=kony"].map(value),
        ["14", "122", "2911"]
    );
    assert!(
        first.figures.iter().all(|figure| figure.value == "0" || !figure.entries.is_empty()),
        "every figure rests on entries"
    );
    assert!(Path::new(&made.path("data")).is_dir());
}

#[test]
fn a_pdf_is_tagged_for_every_reader_and_for_the_archive_with_its_trace() {
    let test = "a_pdf_is_tagged_for_every_reader_and_for_the_archive_with_its_trace";
    if ["qpdf", "pdfinfo"].into_iter().any(|program| lacks(program, test)) {
        return;
    }
    let made = Made::new();
    let pdf = made.report(&["cooperation"], "pdf", &["--as-at", "2013-10-02", "--lang", "fr"]);
    let metadata = said("pdfinfo", &["-meta", &pdf]);
    holds(&metadata, &["pdfaid:part>3<", "pdfaid:conformance>A<", "pdfuaid:part>1<"]);
    let structure = said("pdfinfo", &["-struct-text", &pdf]);
    let count = |tag: &str| {
        let is = |line: &&str| line.split([' ', ':', '(']).find(|word| !word.is_empty()) == Some(tag);
        structure.lines().filter(is).count()
    };
    let trace = reports::report::trace::find(&std::fs::read(&pdf).unwrap()).unwrap();
    assert!(count("H1") >= 10, "a heading a section: {}", count("H1"));
    assert!(count("Table") >= 15 && count("TH") > count("Table"), "tables with heads");
    assert!(count("TD") > 400, "cells");
    assert!(count("Note") >= 12, "footnotes");
    assert!(count("TOC") >= 1 && count("TOCI") >= 10, "contents");
    assert!(trace.figures.len() > 150);
    let whole = said("qpdf", &["--qdf", "--object-streams=disable", &pdf, "-"]);
    holds(&whole, &["/Lang (fr)", "/Lang (en)", "/AFRelationship /Data", "(trace.json)"]);
    assert_eq!(
        whole.matches("/S /Figure").count(),
        whole.matches("/Alt ").count(),
        "every plot is described"
    );
}

#[test]
fn word_processor_and_spreadsheet_open_it_and_what_they_save_still_carries_the_trace() {
    if lacks(
        "soffice",
        "word_processor_and_spreadsheet_open_it_and_what_they_save_still_carries_the_trace",
    ) {
        return;
    }
    let made = Made::new();
    for form in ["docx", "xlsx"] {
        let file = made.report(&["treaty-status"], form, &DAY);
        let trace = reports::report::trace::find(&std::fs::read(&file).unwrap()).unwrap();
        let profile = format!("-env:UserInstallation=file://{}", made.path("profile"));
        let out = made.path("saved");
        said("soffice", &[&profile, "--headless", "--convert-to", form, "--outdir", &out, &file]);
        let saved = Path::new(&out).join(Path::new(&file).file_name().unwrap());
        assert!(saved.exists(), "LibreOffice saved no {form}: it needs its Writer and its Calc");
        let again = reports::report::trace::find(&std::fs::read(saved).unwrap()).unwrap();
        assert_eq!(again, trace, "{form}");
    }
}

#[test]
fn a_correction_shows_in_the_trace_of_a_report_that_was_made_before_it() {
    let made = Made::new();
    let file = made.report(&["cooperation"], "html", &DAY);
    let trace = reports::report::trace::find(&std::fs::read(&file).unwrap()).unwrap();
    let of_kony = trace
        .figures
        .iter()
        .find(|figure| figure.query == "days-outstanding/person=kony")
        .unwrap();
    let data = made.path("data");
    let shown = |entry: &String| {
        let correct = [
            "--effective",
            "2005-10-14",
            "--reason",
            "exercise",
            "--source",
            "exercise file",
            "--officer",
            "exercise officer",
        ];
        comity(&[&["fact", "correct", entry, "--data", &data], correct.as_slice()].concat())
    };
    // One of the two entries is the publication, from which the days run.
    let days = |now: &str| {
        now.lines()
            .find(|line| line.contains("days-outstanding/person=kony"))
            .unwrap()
            .to_owned()
    };
    for entry in &of_kony.entries {
        shown(entry);
    }
    let output = comity(&["report", "trace", &file, "--data", &data]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let line = days(&text(&output.stdout));
    holds(&line, &["2911", "2910", "DIFFERS"]);
}

#[test]
fn what_cannot_be_made_is_said_and_leaves_no_file() {
    let made = Made::new();
    let there = made.report(&["pledges"], "json", &DAY);
    let (data, out) = (made.path("data"), made.path("new.pdf"));
    let refused = |more: &[&str], expected: &str| {
        let arguments = [&["report"], more, &["--data", &data, "--format", "pdf"]].concat();
        let output = comity(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stdout));
        holds(&text(&output.stderr), &[expected]);
        for name in ["new.pdf", "new.pdf.part"] {
            assert!(!Path::new(&made.path(name)).exists(), "{arguments:?} left {name}");
        }
    };
    refused(&["cooperation", "--out", &out, "--as-at", "1998-07-16"], "is before 1998-07-17");
    refused(&["cooperation", "--out", &out, "--as-at", "2999-01-01"], "is after today");
    refused(
        &["cooperation", "--out", &out, "--known-on", "2020-01-01"],
        "as known before that day it is empty",
    );
    refused(
        &["cooperation", "--out", &out, "--as-at", "2013-10-02", "--since", "2013-10-02"],
        "give an earlier day",
    );
    refused(
        &["cooperation", "--out", &out, "--since", "last year"],
        "since is not a day of the calendar",
    );
    refused(&["state", "--out", &out], "name it with --state");
    refused(&["state", "--out", &out, "--state", "Frence"], "did you mean FRA (France)");
    refused(&["person", "--out", &out], "name them by their key with --person");
    refused(
        &["person", "--out", &out, "--person", "nobody"],
        "no person \"nobody\" is in this record",
    );
    refused(&["pledges", "--out", &there], "is there already");
    let nowhere = made.path("nowhere/new.pdf");
    refused(&["pledges", "--out", &nowhere], "check the path and whether you may use it");
    let output = comity(&["report", "trace", &made.path("none.pdf"), "--data", &data]);
    assert_eq!(output.status.code(), Some(2));
    let no_report = made.path("no-report.pdf");
    std::fs::write(&no_report, "%PDF-1.7 nothing of ours").unwrap();
    let output = comity(&["report", "trace", &no_report, "--data", &data]);
    holds(&text(&output.stderr), &["the file holds no trace of a report"]);
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_half_way_leaves_nothing_under_the_name() {
    let made = Made::new();
    made.report(&["pledges"], "json", &DAY);
    let (data, out) = (made.path("data"), made.path("new.pdf"));
    // A limit on the length of a file stands for the end of the disk.
    let script = "trap '' XFSZ; ulimit -f 100; exec \"$0\" report cooperation --as-at 2013-10-02 --format pdf --data \"$1\" --out \"$2\"";
    let output = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_comity"), &data, &out])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    holds(&text(&output.stderr), &["there is no room for"]);
    for name in ["new.pdf", "new.pdf.part"] {
        assert!(!Path::new(&made.path(name)).exists(), "{name}");
    }
}
