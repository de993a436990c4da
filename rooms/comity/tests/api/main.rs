//! The JSON API over the real store with the real public record: what it answers, what caches may do,
//! how it refuses, and that what is not public changes no byte of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod caches;
#[path = "../common/mod.rs"]
mod common;
mod errors;
mod hidden;
mod house;
mod proofs;
mod reads;
mod refusals;
mod register;
mod take;
#[path = "../common/unzip.rs"]
mod unzip;
