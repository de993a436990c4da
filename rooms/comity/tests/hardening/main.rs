//! What the server does with requests that an attacker sends, over real sockets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod certificate;
#[path = "../common/mod.rs"]
mod common;
mod flags;
mod requests;
mod server;
mod slow;
mod tls;
