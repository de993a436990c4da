//! The public key of a passkey, and whether a signature is by it.

use crate::refusal::Refusal;
use crate::token::base64url;
use ciborium::Value;
use ring::signature::{self, UnparsedPublicKey};
use serde::{Deserialize, Serialize};

/// The algorithms that are asked for, best first, by their numbers in the IANA registry of COSE algorithms:
/// EdDSA, ES256 and RS256. All authenticators in use have one of them.
pub const ALGORITHMS: [i64; 3] = [-8, -7, -257];

/// A public key as an authenticator wrote it (COSE_Key, RFC 9052 section 7 and RFC 9053). Kept byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublicKey {
    #[serde(with = "base64url")]
    cose: Vec<u8>,
}

/// What a COSE_Key holds.
enum Parts {
    /// Ed25519: the point, 32 bytes.
    Ed25519(Vec<u8>),
    /// ECDSA over P-256 with SHA-256: the point, uncompressed (SEC 1, section 2.3.3).
    Es256(Vec<u8>),
    /// RSASSA-PKCS1-v1_5 with SHA-256: modulus and exponent, big-endian.
    Rs256 { n: Vec<u8>, e: Vec<u8> },
}

impl PublicKey {
    /// The key of these bytes.
    ///
    /// # Errors
    /// [`Refusal::KeyKind`] where it is not a key of one of the [`ALGORITHMS`].
    pub fn new(cose: &[u8]) -> Result<PublicKey, Refusal> {
        parts(cose).ok_or(Refusal::KeyKind)?;
        Ok(PublicKey { cose: cose.to_vec() })
    }

    /// Its bytes, as the authenticator wrote them.
    pub fn cose(&self) -> &[u8] {
        &self.cose
    }

    /// The number of its algorithm, one of the [`ALGORITHMS`].
    pub fn algorithm(&self) -> Option<i64> {
        Some(match parts(&self.cose)? {
            Parts::Ed25519(_) => -8,
            Parts::Es256(_) => -7,
            Parts::Rs256 { .. } => -257,
        })
    }

    /// Whether a signature of a message is by this key.
    ///
    /// # Errors
    /// [`Refusal::Signature`] where it is not.
    pub fn verify(&self, message: &[u8], signed: &[u8]) -> Result<(), Refusal> {
        let right = match parts(&self.cose).ok_or(Refusal::KeyKind)? {
            Parts::Ed25519(x) => UnparsedPublicKey::new(&signature::ED25519, x).verify(message, signed),
            Parts::Es256(point) => UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_ASN1, point).verify(message, signed),
            // ring refuses a modulus of fewer than 2048 bits.
            Parts::Rs256 { n, e } => {
                signature::RsaPublicKeyComponents { n: &n, e: &e }.verify(&signature::RSA_PKCS1_2048_8192_SHA256, message, signed)
            }
        };
        right.map_err(|_| Refusal::Signature)
    }
}

/// The parts of a COSE_Key of one of the kinds that are asked for; nothing may follow it.
fn parts(mut cose: &[u8]) -> Option<Parts> {
    let Ok(Value::Map(members)) = ciborium::from_reader(&mut cose) else {
        return None;
    };
    if !cose.is_empty() {
        return None;
    }
    let member = |label: i64| {
        let mut found = members.iter().filter(|(name, _)| *name == Value::from(label));
        // A label that stands twice could be read as either.
        found.next().filter(|_| found.next().is_none()).map(|(_, value)| value)
    };
    let number = |label: i64| member(label).and_then(Value::as_integer).and_then(|n| i64::try_from(n).ok());
    let bytes = |label: i64| member(label).and_then(Value::as_bytes).cloned();
    let coordinate = |label: i64| bytes(label).filter(|bytes| bytes.len() == 32);
    // Labels: 1 is kty, 3 alg; -1 is crv, -2 x and -3 y, or for RSA -1 is n and -2 e.
    match (number(1)?, number(3)?) {
        (1, -8) if number(-1)? == 6 => coordinate(-2).map(Parts::Ed25519),
        (2, -7) if number(-1)? == 1 => Some(Parts::Es256([vec![4], coordinate(-2)?, coordinate(-3)?].concat())),
        (3, -257) => Some(Parts::Rs256 {
            n: bytes(-1)?,
            e: bytes(-2)?,
        }),
        _ => None,
    }
}
