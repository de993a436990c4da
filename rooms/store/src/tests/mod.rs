//! Tests that need to see the inside of the room; the others stand in `tests/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../tests/common/mod.rs"]
mod common;
mod full_disk;
mod plans;
mod plans_on_server;
