//! The JSON API over the real store with the real public record: what it answers, what caches may do,
//! how it refuses, and that what is not public changes no byte of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod audit_pages;
#[allow(dead_code)] // the tests of sign-in itself use all of it
#[path = "../../../identity/tests/common/authenticator.rs"]
mod authenticator;
mod browser;
mod caches;
#[path = "../common/mod.rs"]
mod common;
mod errors;
mod forms;
mod hidden;
mod house;
mod matters;
mod openings;
mod people;
mod proofs;
mod provider;
mod reads;
mod refusals;
mod register;
mod sign_in;
mod signed;
mod take;
#[path = "../common/unzip.rs"]
mod unzip;
