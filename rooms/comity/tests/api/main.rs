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
mod erasure;
mod errors;
mod export;
mod forms;
mod hidden;
mod house;
mod levels;
mod matters;
#[path = "../../../identity/tests/common/node.rs"]
mod node;
mod openings;
mod people;
mod proofs;
mod provider;
mod reads;
mod refusals;
mod register;
mod requests;
mod sign_in;
mod signed;
mod take;
mod teams;
#[path = "../common/unzip.rs"]
mod unzip;
