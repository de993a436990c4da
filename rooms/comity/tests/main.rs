//! Everything that is held of the program, but for its API. One program: each would be linked with the whole house anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access_log;
mod admin;
mod architecture;
mod audit;
#[path = "authorities/main.rs"]
mod authorities;
mod backup;
mod bad_input;
mod common;
mod contacts;
mod demonstration;
mod entries;
mod erasure;
mod figures;
#[path = "hardening/main.rs"]
mod hardening;
mod import;
mod import_rows;
mod known_on;
mod later;
mod matter;
mod measure;
mod own_node_shell;
mod parties;
mod people;
mod public_requests;
mod record;
mod register;
mod report;
mod request_shell;
#[path = "roll/main.rs"]
mod roll;
mod screen;
mod search;
mod security_document;
mod state;
#[path = "common/unzip.rs"]
mod unzip;
mod whole;
mod word;
#[path = "common/zip.rs"]
mod zip;
