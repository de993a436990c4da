//! The JSON API over the real store with the real public record: what it answers, what caches may do,
//! how it refuses, and that what is not public changes no byte of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachments;
mod audit_pages;
#[allow(dead_code)] // the tests of sign-in itself use all of it
#[path = "../../../identity/tests/common/authenticator.rs"]
mod authenticator;
mod authorities;
mod browser;
mod caches;
#[path = "../common/mod.rs"]
mod common;
mod contacts;
mod draft_api;
mod draft_word;
mod erasure;
mod errors;
mod export;
mod forms;
mod hidden;
mod house;
mod issued;
mod levels;
mod matters;
mod needs;
#[path = "../../../identity/tests/common/node.rs"]
mod node;
mod openings;
mod own_node;
mod own_node_api;
mod own_node_came;
mod own_node_later;
mod own_node_receiving;
mod people;
mod proofs;
mod provider;
mod public_requests;
mod reads;
mod refusals;
mod register;
mod report_text;
mod report_text_page;
mod report_text_seen;
mod report_text_taken;
mod report_text_typing;
mod reports;
mod request_answers;
mod request_api;
mod request_called_for;
mod request_changes;
mod request_closing;
mod request_documents;
mod request_files;
mod request_letters;
mod request_notices;
mod request_page;
mod request_papers_api;
mod request_review;
mod request_rulings;
mod request_sending;
mod request_signature;
mod request_signing;
mod request_text;
mod request_walk;
mod request_within;
mod requests;
mod screen;
mod sign_in;
mod signed;
mod take;
mod teams;
mod tokens;
#[path = "../common/unzip.rs"]
mod unzip;
#[path = "../common/zip.rs"]
mod zip;
