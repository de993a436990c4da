//! Everything that is held of the record in a database. One program: each would be linked with the whole store anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod append;
#[path = "attachments/main.rs"]
mod attachments;
#[path = "audit/main.rs"]
mod audit;
mod backup;
mod common;
mod desk;
#[path = "drafts/main.rs"]
mod drafts;
#[path = "erasure/main.rs"]
mod erasure;
mod export;
mod faults;
mod group;
mod guards;
mod kill;
mod postgres;
mod sealed;
mod servers;
mod sign_in;
mod swapped;
mod tables;
mod tamper;
mod ticks;
