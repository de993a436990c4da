//! What an operator does at the shell with the record in a folder, and what is answered.

use super::{comity, text};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

/// Runs the binary on the record in a folder.
pub fn ask(folder: &Path, arguments: &[&str]) -> Output {
    comity(&[&["--data", folder.to_str().unwrap()], arguments].concat())
}

/// What is printed by what must succeed.
#[track_caller]
pub fn said(folder: &Path, arguments: &[&str]) -> String {
    let output = ask(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// The same, asked for as JSON.
#[track_caller]
pub fn json(folder: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&said(folder, &[arguments, &["--format", "json"]].concat())).unwrap()
}

/// Holds that something is refused with these words among others.
#[track_caller]
pub fn refused(folder: &Path, arguments: &[&str], expected: &str) {
    let output = ask(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stdout));
    let error = text(&output.stderr);
    assert!(error.contains(expected), "{arguments:?}: {error}");
}
