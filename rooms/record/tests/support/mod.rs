//! What the tests of this room share.

use std::io::Write;

/// Says by name what this machine lacks for a test, which then returns; fails instead where the run
/// insists on every test (`COMITY_INSIST=1`).
pub fn skip(what: &str) {
    let insists = std::env::var_os("COMITY_INSIST").is_some_and(|value| value == "1");
    assert!(!insists, "not to be skipped here: {what}");
    // Past the test runner's capture, so that whoever runs the tests sees it.
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}
