//! The programs of others that read PDF: poppler's and qpdf.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// Whether the programs are there. Says by name which test is skipped where they are not; fails instead where the run
/// insists on every test (`COMITY_INSIST=1`).
pub fn poppler_is_there(test: &str) -> bool {
    let there = |program: &str| Command::new(program).arg("-v").output().is_ok();
    let lacking: Vec<&str> = ["pdftotext", "pdfinfo", "qpdf"]
        .into_iter()
        .filter(|program| !there(program))
        .collect();
    if lacking.is_empty() {
        return true;
    }
    let insists = std::env::var_os("COMITY_INSIST").is_some_and(|value| value == "1");
    assert!(!insists, "not to be skipped here: {test}, which needs {}", lacking.join(", "));
    // Past the test runner's capture, so that whoever runs the tests sees it.
    let _ = writeln!(std::io::stderr(), "skipped: {test}, which needs {}", lacking.join(", "));
    false
}

/// What a program says of a PDF.
pub fn run(program: &str, before: &[&str], pdf: &[u8], behind: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new(program).args(before).arg(&path).args(behind).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}");
    said
}

/// The text of all pages as it is laid out, each ended by a form feed.
pub fn pages(pdf: &[u8]) -> String {
    run("pdftotext", &["-layout", "-enc", "UTF-8"], pdf, &["-"])
}

/// How far each word on the pages reaches from the left edge: where it begins and ends, in points.
pub fn words_across(pdf: &[u8]) -> Vec<(f64, f64)> {
    let boxes = run("pdftotext", &["-bbox"], pdf, &["-"]);
    let side = |word: &str, name: &str| -> f64 {
        let rest = word.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let words: Vec<&str> = boxes.lines().filter(|line| line.trim_start().starts_with("<word ")).collect();
    assert!(!words.is_empty());
    words.into_iter().map(|word| (side(word, "xMin"), side(word, "xMax"))).collect()
}
