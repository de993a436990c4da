//! A real provider of sign-in for tests, `tests-tools/oidc/provider.mjs`, as a process of its own.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};

/// Says by name what this machine lacks for a test, which then returns; fails instead where the run
/// insists on every test (`COMITY_INSIST=1`).
pub fn skip(what: &str) {
    let insists = std::env::var_os("COMITY_INSIST").is_some_and(|value| value == "1");
    assert!(!insists, "not to be skipped here: {what}");
    // Past the test runner's capture, so that whoever runs the tests sees it.
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

/// The provider's process; it ends with this.
pub struct Node {
    /// Its issuer URL.
    pub issuer: String,
    child: Child,
    _stdin: ChildStdin,
}

impl Node {
    /// Starts one, or says what is missing.
    pub fn start() -> Option<Node> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests-tools/oidc");
        if !folder.join("node_modules").is_dir() {
            skip("sign-in at a provider (no Node packages; run scripts/setup)");
            return None;
        }
        let started = Command::new("node")
            .arg(folder.join("provider.mjs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut child) = started else {
            skip("sign-in at a provider (no node)");
            return None;
        };
        let stdin = child.stdin.take().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Some(Node {
            issuer: line.trim().to_owned(),
            child,
            _stdin: stdin,
        })
    }

    /// Ends it: nobody answers at its address any more.
    pub fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.end();
    }
}
