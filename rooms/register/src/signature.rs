//! Signatures with a passkey over a statement: of a request ([`crate::request`]), of a report ([`crate::issued`]).
//!
//! What an officer signs is a statement. SHA-256 of its canonical JSON is the challenge that their browser gives to the
//! authenticator, which signs it with what the browser says of the ceremony (W3C Web Authentication Level 3, section 7.2).
//! Whether a signature is by its key is mathematics of passkeys and lies in `identity`, which makes signatures and checks them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use record::json::{Object, Value};
use sha2::{Digest, Sha256};

/// What is signed: a closed list of members, of which one names its purpose, so that no statement is taken for another.
pub trait Signable: Sized {
    /// Its members, of which the canonical JSON (RFC 8785) is signed.
    fn object(&self) -> Object;

    /// Reads it; none where a member is missing, too much, or of another form.
    fn read(object: &Object) -> Option<Self>;

    /// The account of the officer who signs: 32 lower-case hexadecimal digits.
    fn account(&self) -> &str;

    /// The challenge that is signed: SHA-256 of the canonical JSON.
    fn challenge(&self) -> [u8; 32] {
        Sha256::digest(self.object().canonical()).into()
    }
}

/// A signature with a passkey, as it came from the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByPasskey<S> {
    /// What is signed.
    pub statement: S,
    /// The id of the passkey, at most 1023 bytes.
    pub credential: Vec<u8>,
    /// Its public key as it was then (COSE_Key, RFC 9052, section 7).
    pub public_key: Vec<u8>,
    /// The number of its algorithm in the IANA registry of COSE algorithms: -7 ES256, -8 EdDSA, -257 RS256.
    pub algorithm: i64,
    /// What the authenticator said (Web Authentication, section 6.1).
    pub authenticator_data: Vec<u8>,
    /// What the browser said (section 5.8.1), as bytes of JSON.
    pub client_data: Vec<u8>,
    /// Over the authenticator's words and SHA-256 of the browser's.
    pub signature: Vec<u8>,
}

impl<S: Signable> ByPasskey<S> {
    /// As it stands in a body; bytes in base64url without padding.
    pub(crate) fn object(&self) -> Object {
        let bytes = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let mut object = Object::new()
            .text("authenticator_data", bytes(&self.authenticator_data))
            .text("client_data", bytes(&self.client_data))
            .text("credential", bytes(&self.credential))
            .text("manner", "passkey")
            .text("public_key", bytes(&self.public_key))
            .text("signature", bytes(&self.signature));
        object.set("algorithm", Value::Integer(self.algorithm));
        object.set("statement", Value::Object(self.statement.object()));
        object
    }

    pub(crate) fn read(object: &Object) -> Option<ByPasskey<S>> {
        let bytes = |name: &str| URL_SAFE_NO_PAD.decode(object.get_text(name)?).ok();
        let Some(Value::Object(statement)) = object.get("statement") else {
            return None;
        };
        Some(ByPasskey {
            statement: S::read(statement)?,
            credential: bytes("credential")?,
            public_key: bytes("public_key")?,
            algorithm: object.get_integer("algorithm")?,
            authenticator_data: bytes("authenticator_data")?,
            client_data: bytes("client_data")?,
            signature: bytes("signature")?,
        })
    }

    /// Whether what the browser said is of this statement: its challenge is that of the statement.
    pub fn is_of_its_statement(&self) -> bool {
        #[derive(serde::Deserialize)]
        struct Said {
            #[serde(rename = "type")]
            sort: String,
            challenge: String,
        }
        let Ok(said) = serde_json::from_slice::<Said>(&self.client_data) else {
            return false;
        };
        let challenge = URL_SAFE_NO_PAD.decode(said.challenge).ok();
        said.sort == "webauthn.get" && challenge.as_deref() == Some(&self.statement.challenge()[..])
    }
}
