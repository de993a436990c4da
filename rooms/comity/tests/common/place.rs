//! Where the records of tests lie: in files, or, where `COMITY_TEST_POSTGRES` gives the address of a server whose
//! user may create databases, in a database of their own beside each folder. Databases are made and dropped with
//! the programs that come with PostgreSQL.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::{Command, Output};
use store::{Address, Home};

/// The address of the server, where the tests run on one.
pub fn server() -> Option<String> {
    std::env::var("COMITY_TEST_POSTGRES").ok().filter(|address| !address.is_empty())
}

/// Where the record of a folder lies. Its database is made where it is missing.
pub fn place(folder: &Path) -> Home {
    Home {
        folder: folder.to_owned(),
        database: address(folder).map(|address| address.parse::<Address>().unwrap()),
        master_key: None,
    }
}

/// The address of the database beside a folder, where the tests run on a server.
pub fn address(folder: &Path) -> Option<String> {
    let server = server()?;
    // One that is there already is what is wanted.
    let _ = run("createdb", &server, &["--encoding=UTF8", "--template=template0", &name(folder)]);
    let (before, _) = server.rsplit_once('/').unwrap();
    Some(format!("{before}/{}", name(folder)))
}

/// Copies the database beside a folder, which nobody has open.
pub fn copy_database(from: &Path, to: &Path) {
    let Some(server) = server() else { return };
    let template = format!("--template={}", name(from));
    let copied = run("createdb", &server, &[&template, &name(to)]);
    assert!(copied.status.success(), "{}", String::from_utf8_lossy(&copied.stderr));
}

/// Drops the database beside a folder, if there is one.
pub fn drop_database(folder: &Path) {
    if let Some(server) = server() {
        run("dropdb", &server, &["--if-exists", "--force", &name(folder)]);
    }
}

fn name(folder: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("comity_test_{:016x}", hasher.finish())
}

fn run(program: &str, server: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .arg(format!("--maintenance-db={server}"))
        .args(arguments)
        .output()
        .expect("the programs of PostgreSQL are there")
}

/// A folder that goes when the test ends, with the database beside it.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::TempDir::new().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop_database(self.path());
        drop_database(&self.path().join("data"));
        drop_database(&self.path().join("copy"));
    }
}
