//! Tokens by which a program acts for somebody: what is recorded of one, and the secret that its holder has.
//!
//! A token does nothing that its account could not do, and less: it never signs, never manages people, and reaches what is
//! under seal only where its maker chose so. What is recorded is its key; the secret is shown once.

use crate::act::{Post, as_scope};
use crate::token::Key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use record::hex::hex;
use register::outside::Outside;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// What every secret begins with, so that programs that look for secrets in the wrong places find it.
pub const PREFIX: &str = "comity_";
/// For how many days a token works at most.
pub const MOST_DAYS: i64 = 365;
/// How many tokens an account has at most.
pub const MOST: usize = 20;

/// What a token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// To read.
    Read,
    /// To read and to act.
    Act,
    /// To read the feed of deadlines and nothing else: it stands in an address, which more programs keep.
    Feed,
}

impl Scope {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Scope; 3] = [Scope::Read, Scope::Act, Scope::Feed];

    /// `read`, `act` or `feed`.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Act => "act",
            Scope::Feed => "feed",
        }
    }

    /// The scope of a word.
    pub fn from_word(word: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.word() == word)
    }
}

/// A token, as its entry has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessToken {
    /// What it is known by: SHA-256 of its secret.
    pub key: Key,
    /// What its maker calls it.
    pub name: String,
    /// In which role it acts.
    pub post: Post,
    /// What it may be used for.
    #[serde(with = "as_scope")]
    pub scope: Scope,
    /// Whether it reaches what is under seal, as far as the account does.
    pub sealed: bool,
    /// From when on it works no more.
    pub until: Timestamp,
    /// With what its maker was signed in, where it is their own: it ends with that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<Key>,
}

/// The secret of a token: 256 random bits. Nobody but its holder has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one.
    pub fn new(outside: &dyn Outside) -> Secret {
        let mut bytes = [0; 32];
        outside.random(&mut bytes);
        Secret(bytes)
    }

    /// Its text: [`PREFIX`], 43 signs of base64url (RFC 4648, section 5) and 8 hexadecimal digits of a checksum over these,
    /// by which a program that finds it knows that it is one.
    pub fn text(&self) -> String {
        let bits = URL_SAFE_NO_PAD.encode(self.0);
        format!("{PREFIX}{bits}{}", checksum(&bits))
    }

    /// The secret of a text, if it has exactly this form.
    pub fn parse(text: &str) -> Option<Secret> {
        let rest = text.strip_prefix(PREFIX)?;
        let (bits, sum) = rest.split_at_checked(rest.len().checked_sub(8)?)?;
        let bytes = URL_SAFE_NO_PAD.decode(bits).ok()?;
        (sum == checksum(bits)).then(|| bytes.try_into().ok().map(Secret))?
    }

    /// What it is known by; another than that of a session with the same bits.
    pub fn key(&self) -> Key {
        Key::of(&[b"access token\n", &self.0[..]].concat())
    }
}

/// Says that there is a secret, never which.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

fn checksum(bits: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(format!("comity token\n{bits}")).into();
    hex(digest.first_chunk::<4>().map_or(&[][..], |first| &first[..]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::token::Token;

    #[test]
    fn a_secret_is_read_from_its_own_text_alone_and_tells_nobody_what_it_is() {
        let secret = Secret([7; 32]);
        let text = secret.text();
        assert_eq!(text.len(), PREFIX.len() + 43 + 8);
        assert_eq!(Secret::parse(&text), Some(secret.clone()));
        let mistyped = text.replace("BwcH", "BwcI");
        assert_ne!(mistyped, text);
        for wrong in [
            "",
            "comity_",
            "comity_é",
            &text[1..],
            &text[..text.len() - 1],
            &format!("{text}0"),
            &mistyped,
            &text.to_uppercase(),
        ] {
            assert_eq!(Secret::parse(wrong), None, "{wrong:?}");
        }
        assert!(!format!("{secret:?}").contains(&text));
    }

    #[test]
    fn a_secret_opens_no_session_of_the_same_bits() {
        let bits = URL_SAFE_NO_PAD.encode([7; 32]);
        assert_ne!(Secret([7; 32]).key(), Token::parse(&bits).unwrap().key());
    }
}
