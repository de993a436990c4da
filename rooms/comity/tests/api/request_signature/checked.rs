//! What was signed here, checked by an independent program (`check_signature.py`, Python, nothing of ours): it accepts a
//! signature and refuses whatever was changed in it.

use super::{ORIGIN, SITE, address, by_passkey, come_in, house, in_review, post, signature};
use crate::authenticator::{Authenticator, Kind};
use access::Role;
use axum::http::StatusCode;
use record::hex::hex;
use std::path::{Path, PathBuf};
use std::process::Command;

#[tokio::test]
async fn an_independent_program_accepts_a_signature_and_refuses_whatever_was_changed_in_it() {
    let Some(checker) = Checker::here() else { return };
    for kind in [Kind::Es256, Kind::EdDsa] {
        let house = house().await;
        let mut key = Authenticator::new(kind, ORIGIN, b"one");
        let (_, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
        let request = in_review(&house, "Exercise Person X-17").await;
        let page = browser.get(&address(&request)).await;
        let document = browser.get(&format!("{}/request.pdf", address(&request))).await.body;
        assert_eq!(browser.by_passkey(&page, &mut key, &[]).await.status, StatusCode::SEE_OTHER);
        let of = signature(&house, &request).await.unwrap();
        let entry = String::from_utf8(of.entry.canonical()).unwrap();
        let text = String::from_utf8(of.text.canonical()).unwrap();
        checker.says(&entry, &text, &document, SITE, "holds");
        checker.says(&entry, &text.replace("X-17", "X-18"), &document, SITE, "the text is not the one");
        checker.says(&entry, &text, &[&document[..], b" "].concat(), SITE, "the document is not the one");
        checker.says(&entry, &text, &document, "example.org", "not one of the site");
        let statement = by_passkey(&of).statement.clone();
        for (was, now) in [
            (statement.account.as_str(), "0".repeat(32).as_str()),
            ("organ:registry", "organ:prosecutor"),
            ("\"day\":\"2026-11-25\"", "\"day\":\"2026-11-24\""),
            (hex(&statement.nonce).as_str(), "0".repeat(64).as_str()),
        ] {
            let begin = entry.find("\"statement\"").unwrap();
            let changed = format!("{}{}", &entry[..begin], entry[begin..].replace(was, now));
            assert_ne!(changed, entry, "{was}");
            checker.says(&changed, &text, &document, SITE, "the challenge is not that of the statement");
        }
        let other = entry.replace(&member(&entry, "signature"), &"A".repeat(member(&entry, "signature").len()));
        checker.says(&other, &text, &document, SITE, "the signature is not by this key");
    }
}

#[tokio::test]
async fn the_shell_says_what_holds_of_a_signature_and_gives_all_that_is_needed_to_check_it_elsewhere() {
    let house = house().await;
    let data = house.folder.path().join("data");
    let mut key = Authenticator::new(Kind::EdDsa, ORIGIN, b"one");
    let (account, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let id = request.to_string();
    let ask = |id: &str| crate::common::shell::ask(&data, &["request", "signature", id, "--format", "json"]);
    assert_eq!(ask(&id).status.code(), Some(1), "it is not signed");
    assert_eq!(ask(&"0".repeat(32)).status.code(), Some(2), "there is no such request");
    let page = browser.get(&address(&request)).await;
    let document = browser.get(&format!("{}/request.pdf", address(&request))).await.body;
    assert_eq!(browser.by_passkey(&page, &mut key, &[]).await.status, StatusCode::SEE_OTHER);
    let answer = ask(&id);
    assert_eq!(answer.status.code(), Some(0), "{}", String::from_utf8_lossy(&answer.stderr));
    let said: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!((&said["valid"], &said["manner"]), (&true.into(), &"passkey".into()));
    assert_eq!(said["account"], account.to_string());
    assert_eq!(said["checks"].as_array().unwrap().len(), 5);
    let table = crate::common::shell::said(&data, &["request", "signature", &id]);
    assert!(
        table.contains("signed with a passkey by") && !table.contains("does not hold"),
        "{table}"
    );
    if let Some(checker) = Checker::here() {
        checker.says(&said["entry"].to_string(), said["text"].as_str().unwrap(), &document, SITE, "holds");
    }
    // The file is not as it was kept.
    let kept = files_in(&data.join("attachments"));
    let largest = kept.iter().max_by_key(|file| file.metadata().unwrap().len()).unwrap();
    let mut bytes = std::fs::read(largest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(largest, bytes).unwrap();
    let answer = ask(&id);
    assert_eq!(answer.status.code(), Some(1), "the document is damaged");
    let said: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    let holds: Vec<bool> = said["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["holds"] == true)
        .collect();
    assert_eq!(holds, [true, false, true, true, true]);
}

/// The files in a folder and below it.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { files_in(&path) } else { vec![path] })
        .collect()
}

/// A text in the signature of an entry.
fn member(entry: &str, name: &str) -> String {
    let begin = entry.find("\"public_key\"").unwrap();
    let rest = &entry[begin..];
    rest.split(&format!("\"{name}\":\""))
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

/// The independent program.
pub struct Checker {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Checker {
    /// None where this machine lacks what it needs, which is said.
    pub fn here() -> Option<Checker> {
        let probe = Command::new("python3").args(["-c", "import cryptography"]).output();
        if !probe.is_ok_and(|output| output.status.success()) {
            crate::node::skip("independent check of signatures (needs python3 with the package cryptography)");
            return None;
        }
        Some(Checker {
            folder: tempfile::tempdir().unwrap(),
            program: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/api/check_signature.py"),
        })
    }

    #[track_caller]
    pub fn says(&self, entry: &str, text: &str, document: &[u8], site: &str, words: &str) {
        let files = [("entry", entry.as_bytes()), ("text", text.as_bytes()), ("document", document)].map(|(name, bytes)| {
            let file = self.folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            file
        });
        let output = Command::new("python3").arg(&self.program).args(&files).arg(site).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let holds = words == "holds";
        assert_eq!(
            output.status.code(),
            Some(i32::from(!holds)),
            "{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(said.contains(words), "{words}: {said}");
    }
}
