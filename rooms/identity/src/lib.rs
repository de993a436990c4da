//! Who somebody is: passkeys, institutions' own sign-in (OpenID Connect), sessions, invitations, recovery, and
//! the accounts that these rest on. No password anywhere.
//!
//! What lasts is in the record: accounts, roles, credentials and assignments are entries ([`act`]), and an
//! account is the fold of its entries ([`account`]). What passes is at the desk ([`desk`]): challenges,
//! invitations, sessions, and the counters of authenticators.
//!
//! Read in this order: [`token`] and [`desk`] (what is kept between two steps), [`credential`], [`act`] and
//! [`account`] (what is recorded), [`passkey`] and [`oidc`] (how somebody signs in), [`session`] (how they stay
//! signed in), [`invitation`] and [`recovery`] (how they come in, and come back in), [`access_token`] (how a program
//! acts for them).

pub mod access_token;
pub mod account;
pub mod act;
pub mod credential;
pub mod desk;
pub mod http;
pub mod invitation;
pub mod name;
pub mod oidc;
pub mod passkey;
pub mod people;
pub mod recovery;
pub mod refusal;
pub mod session;
pub mod token;
