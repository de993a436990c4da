//! With what somebody signs in: a passkey, or their institution's own provider.

use crate::passkey::PublicKey;
use crate::token::{Key, base64url};
use serde::{Deserialize, Serialize};

/// A credential of an account, as it was added. What its authenticator says later (its counter, whether it is
/// backed up) is at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// What its owner calls it, so that they know which one to revoke.
    pub name: String,
    /// What it is.
    #[serde(flatten)]
    pub means: Means,
}

/// What a credential is. Closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sort", rename_all = "kebab-case")]
pub enum Means {
    /// A passkey.
    Passkey(Passkey),
    /// Somebody as their institution's provider knows them.
    Provider(ProviderIdentity),
    /// A certificate that their browser shows when it connects.
    Certificate(Certificate),
}

impl Means {
    /// What it is known by.
    pub fn key(&self) -> Key {
        match self {
            Means::Passkey(passkey) => passkey.key(),
            Means::Provider(identity) => identity.key(),
            Means::Certificate(certificate) => Key::of(format!("certificate\n{}", certificate.sha256.text()).as_bytes()),
        }
    }
}

/// A client certificate (RFC 5280), by its bytes: a renewed one is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// SHA-256 of the certificate in DER.
    pub sha256: Key,
}

/// A public key credential (W3C Web Authentication, Level 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    /// The id that its authenticator gave it, at most 1023 bytes; base64url.
    #[serde(with = "base64url")]
    pub id: Vec<u8>,
    /// Its public key, as the authenticator wrote it (COSE_Key, RFC 9052, section 7); base64url.
    pub public_key: PublicKey,
    /// Its counter when it was added; 0 where the authenticator does not count.
    pub counter: u32,
    /// Whether it could be copied to other devices of its owner when it was added.
    pub backup_eligible: bool,
    /// Whether it had been copied when it was added.
    pub backed_up: bool,
    /// How browsers may reach it (`internal`, `usb`, `hybrid`, …), as they said; hints, nothing more.
    pub transports: Vec<String>,
}

/// Who somebody is at a provider: issuer and subject together (OpenID Connect Core 1.0, section 5.7), never an
/// e-mail address, which can pass to somebody else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProviderIdentity {
    /// The provider, by its issuer URL.
    pub issuer: String,
    /// Who at the provider.
    pub subject: String,
}

impl Credential {
    /// What it is known by in entries, sessions and at the desk.
    pub fn key(&self) -> Key {
        self.means.key()
    }

    /// Its passkey, if it is one.
    pub fn passkey(&self) -> Option<&Passkey> {
        match &self.means {
            Means::Passkey(passkey) => Some(passkey),
            Means::Provider(_) | Means::Certificate(_) => None,
        }
    }
}

impl Passkey {
    /// What it is known by.
    pub fn key(&self) -> Key {
        passkey_key(&self.id)
    }
}

impl ProviderIdentity {
    /// What it is known by.
    pub fn key(&self) -> Key {
        let length = self.issuer.len();
        Key::of(format!("provider\n{length}\n{}{}", self.issuer, self.subject).as_bytes())
    }
}

/// The key of a passkey by its id.
pub(crate) fn passkey_key(id: &[u8]) -> Key {
    Key::of(&[b"passkey\n", id].concat())
}
