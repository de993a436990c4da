//! What the server does with requests that an attacker sends, over real sockets.
pub mod certificate;
mod flags;
mod requests;
mod server;
mod slow;
mod tls;
