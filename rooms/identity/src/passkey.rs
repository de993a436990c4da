//! Passkeys: what is asked of a browser, and what is made of its answer (W3C Web Authentication, Level 3).
//!
//! Credentials are discoverable, so that nobody types a name, and the authenticator verifies who uses it (a
//! fingerprint, a face, a PIN), so that a found or stolen one opens nothing. No attestation is asked for and a
//! statement that comes all the same is not read: it would tell the make of an authenticator, on which no
//! decision here rests.
//!
//! Read in this order: [`party`] (which site this is), [`response`] (what browsers answer), [`authenticator`]
//! and [`public_key`] (what authenticators say, and by which key), [`ceremony`] (the two ceremonies), [`signature`]
//! (signing a statement, and checking it).

pub mod authenticator;
pub mod ceremony;
pub mod party;
pub mod public_key;
pub mod response;
pub mod signature;

pub use ceremony::{Ceremonies, Note, SignedIn, Started};
pub use party::{PartyError, RelyingParty};
pub use public_key::PublicKey;
pub use response::Assertion;
