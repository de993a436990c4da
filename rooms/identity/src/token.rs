//! Secrets that a browser holds, and the keys under which the desk knows them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use register::outside::Outside;
pub use register::sign_in::Key;
use std::fmt;

/// 256 random bits that only their holder has: of a session, a ceremony, an invitation. The desk keeps their
/// [`Key`] alone, so that whoever reads the desk, or a backup of it, cannot act as anybody.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A new one.
    pub fn new(outside: &dyn Outside) -> Token {
        let mut bytes = [0; 32];
        outside.random(&mut bytes);
        Token(bytes)
    }

    /// The text that a cookie or a link carries: 43 signs of base64url (RFC 4648, section 5) without padding.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The token of a text, if it has exactly this form.
    pub fn parse(text: &str) -> Option<Token> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Token)
    }

    /// What the desk knows it by.
    pub fn key(&self) -> Key {
        Key::of(&self.0)
    }
}

/// Says that there is a token, never which.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Bytes as base64url without padding in JSON, the form in which browsers give and take them.
pub(crate) mod base64url {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&URL_SAFE_NO_PAD.encode(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        URL_SAFE_NO_PAD.decode(text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn a_token_is_read_from_its_own_text_alone_and_tells_nobody_what_it_is() {
        let token = Token([7; 32]);
        assert_eq!(Token::parse(&token.text()), Some(token.clone()));
        for text in [
            "",
            "AA",
            &token.text()[1..],
            &format!("{}=", token.text()),
            &format!("{}A", token.text()),
        ] {
            assert_eq!(Token::parse(text), None, "{text:?}");
        }
        assert!(!format!("{token:?}").contains(&token.text()));
    }

    #[test]
    fn the_key_of_a_token_is_its_sha_256() {
        // SHA-256 of 32 zero bytes, as `head -c32 /dev/zero | sha256sum` says.
        let zero = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925";
        assert_eq!(Token([0; 32]).key().text(), zero);
        assert_eq!(Key::parse(zero), Some(Token([0; 32]).key()));
        assert_eq!(Key::parse(&zero.to_uppercase()), None);
    }
}
