//! `comity backup` and `comity restore` at the shell, while a server runs; and where the words of a sealed matter stand.

use crate::common::shell::{refused, said};
use crate::common::{Folder, Server, server};
use std::fs::File;
use std::path::{Path, PathBuf};

const SECRETS: [&str; 4] = [
    "Exercise Sealed Witness",
    "exercise-0007",
    "Exercise sealed ground",
    "exercise-sealed-matter",
];

fn seal_a_name(data: &Path) {
    let add = [
        "matter",
        "add",
        "person.named",
        "--matter",
        SECRETS[3],
        "--effective",
        "unknown",
        "--about",
        "person:exercise-0007",
        "--set",
        "name=Exercise Sealed Witness",
        "--level",
        "under-seal",
        "--to",
        "organ:registry",
        "--from",
        "organ:registry",
        "--basis",
        "Exercise sealed ground",
        "--officer",
        "Exercise Officer",
    ];
    said(data, &add);
}

/// Every file in a folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let inside = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    inside
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

/// The files in a folder and below in which a text stands.
fn files_with(folder: &Path, words: &str) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    };
    files(folder).into_iter().filter(holds).collect()
}

#[test]
fn a_backup_made_while_a_server_runs_is_restored_and_verifies() {
    let folder = Folder::new();
    let (data, out) = (folder.path().join("data"), folder.path().join("backup"));
    said(&data, &["record", "init", "--exercise"]);
    seal_a_name(&data);
    let mut running = Server::start(&data);
    let told = said(&data, &["backup", "--out", out.to_str().unwrap()]);
    assert!(told.contains("holds the record comity-"), "{told}");
    assert!(running.get("/en/warrants").starts_with("HTTP/1.1 200"));
    running.stop();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(!folder.path().join("backup.part").exists());
    refused(&data, &["backup", "--out", out.to_str().unwrap()], "is there already");
    let (keys, master) = (data.join("keys.json"), data.join("master.key"));
    // Where it failed the audit does not tell that one was made.
    let nowhere = folder.path().join("none").join("backup");
    refused(&data, &["backup", "--out", nowhere.to_str().unwrap()], "check the path");
    let told = said(&data, &["audit", "list", "--format", "csv"]);
    assert_eq!(told.matches("backup-made").count(), 1, "{told}");
    let restored = folder.path().join("restored");
    let restore = ["restore", out.to_str().unwrap(), "--keys", keys.to_str().unwrap()];
    refused(&restored, &restore, "the master key");
    assert!(!restored.exists(), "nothing is left behind");
    let with_master = [&restore[..], &["--master-key", master.to_str().unwrap()]].concat();
    let told = said(&restored, &with_master);
    assert!(told.contains("and verifies: "), "{told}");
    assert!(told.contains("are in force again"), "{told}");
    std::fs::copy(&master, restored.join("master.key")).unwrap();
    assert!(said(&restored, &["record", "verify"]).contains("as it was recorded"));
    let shown = |data: &Path| said(data, &["matter", "show", SECRETS[3], "--format", "json"]);
    assert_eq!(shown(&restored), shown(&data));
    assert!(said(&restored, &["audit", "list", "--format", "csv"]).contains("restored"));
    refused(&restored, &with_master, "already");
    // Not where a server has the folder.
    let taken = folder.path().join("taken");
    std::fs::create_dir(&taken).unwrap();
    let lock = File::create(taken.join("serve.lock")).unwrap();
    lock.lock().unwrap();
    refused(&taken, &with_master, "a server runs on the folder");
    assert_eq!(files(&taken), [taken.join("serve.lock")]);
}

#[cfg(unix)]
#[test]
fn a_backup_is_not_written_through_a_link_that_lies_in_its_way() {
    let folder = Folder::new();
    let (data, out) = (folder.path().join("data"), folder.path().join("backup"));
    said(&data, &["record", "init", "--exercise"]);
    let other = folder.path().join("other");
    std::fs::write(&other, "exercise").unwrap();
    let part = folder.path().join("backup.part");
    std::os::unix::fs::symlink(&other, &part).unwrap();
    refused(&data, &["backup", "--out", out.to_str().unwrap()], "backup.part is there already");
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "exercise");
    assert!(part.is_symlink() && !out.exists(), "what is there is left alone");
}

#[test]
fn what_is_sealed_stands_in_no_file_no_log_and_no_backup() {
    if server().is_some() {
        return; // The files of a server are its own.
    }
    let folder = Folder::new();
    let data = folder.path().join("data");
    said(&data, &["record", "init", "--exercise"]);
    let log = File::create(folder.path().join("log")).unwrap();
    let mut running = Server::logging(&data, log.into());
    seal_a_name(&data);
    for address in [
        "/en/person/exercise-0007",
        "/en/search?q=Exercise+Sealed+Witness",
        "/api/v1/persons/exercise-0007",
        "/en/warrants",
    ] {
        running.get(address);
    }
    said(&data, &["outstanding", "--all", "--format", "json"]);
    said(&data, &["record", "verify"]);
    said(&data, &["record", "rebuild"]);
    said(&data, &["backup", "--out", folder.path().join("backup").to_str().unwrap()]);
    // While the server runs, with the write-ahead logs beside, and after it.
    for _ in 0..2 {
        assert!(files(folder.path()).len() > 5);
        for word in SECRETS {
            assert_eq!(files_with(folder.path(), word), Vec::<PathBuf>::new(), "{word}");
        }
        running.stop();
    }
    // The search would have found it.
    let open = folder.path().join("open");
    said(&open, &["record", "init", "--exercise"]);
    let public = [
        "matter",
        "add",
        "person.named",
        "--matter",
        "exercise-1",
        "--effective",
        "unknown",
        "--about",
        "person:exercise-0007",
        "--set",
        "name=Exercise Sealed Witness",
        "--level",
        "public",
        "--officer",
        "Exercise Officer",
    ];
    said(&open, &public);
    assert!(!files_with(&open, SECRETS[0]).is_empty());
}
