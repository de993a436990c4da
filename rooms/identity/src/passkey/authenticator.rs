//! What an authenticator says (Web Authentication Level 3, section 6.1): for which site, how it was used, how
//! often, and for a new credential its id and key.

use super::public_key::PublicKey;
use crate::refusal::Refusal;
use ciborium::Value;

/// The longest id of a credential, in bytes (Web Authentication Level 3, section 4).
const LONGEST_ID: usize = 1023;

/// Authenticator data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticatorData {
    /// SHA-256 of the id of the relying party.
    pub site: [u8; 32],
    /// How it was used.
    pub flags: Flags,
    /// How often it signed; 0 where it does not count.
    pub counter: u32,
    /// The new credential, in a registration.
    pub credential: Option<NewCredential>,
}

/// The flags, as far as anything here rests on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flags {
    /// Somebody touched it (UP).
    pub present: bool,
    /// It verified who (UV).
    pub verified: bool,
    /// The credential can be copied to other devices of its owner (BE).
    pub backup_eligible: bool,
    /// It was (BS).
    pub backed_up: bool,
}

/// A credential that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCredential {
    /// Its id.
    pub id: Vec<u8>,
    /// Its public key.
    pub public_key: PublicKey,
}

/// The bits of the flags.
const UP: u8 = 1;
const UV: u8 = 1 << 2;
const BE: u8 = 1 << 3;
const BS: u8 = 1 << 4;
const AT: u8 = 1 << 6;
const ED: u8 = 1 << 7;

impl AuthenticatorData {
    /// Reads it; nothing may be missing or left over.
    ///
    /// # Errors
    /// [`Refusal::Malformed`], [`Refusal::Flags`] where the flags contradict each other, [`Refusal::KeyKind`].
    pub fn parse(bytes: &[u8]) -> Result<AuthenticatorData, Refusal> {
        let mut rest = bytes;
        let site = take::<32>(&mut rest)?;
        let [bits] = take::<1>(&mut rest)?;
        let counter = u32::from_be_bytes(take::<4>(&mut rest)?);
        let has = |flag: u8| bits & flag != 0;
        let flags = Flags {
            present: has(UP),
            verified: has(UV),
            backup_eligible: has(BE),
            backed_up: has(BS),
        };
        if flags.backed_up && !flags.backup_eligible {
            return Err(Refusal::Flags);
        }
        let credential = if has(AT) { Some(new_credential(&mut rest)?) } else { None };
        if has(ED) {
            // Extensions were not asked for; they are passed over, since authenticators may send some all the same.
            match ciborium::from_reader(&mut rest) {
                Ok(Value::Map(_)) => {}
                _ => return Err(Refusal::Malformed),
            }
        }
        if !rest.is_empty() {
            return Err(Refusal::Malformed);
        }
        Ok(AuthenticatorData {
            site,
            flags,
            counter,
            credential,
        })
    }

    /// What every answer must fulfil: it is for this site, somebody was there and was verified.
    ///
    /// # Errors
    /// [`Refusal::OtherSite`], [`Refusal::NotPresent`] or [`Refusal::NotVerified`].
    pub fn check(&self, site: &[u8; 32]) -> Result<(), Refusal> {
        if self.site != *site {
            Err(Refusal::OtherSite)
        } else if !self.flags.present {
            Err(Refusal::NotPresent)
        } else if !self.flags.verified {
            Err(Refusal::NotVerified)
        } else {
            Ok(())
        }
    }
}

/// The authenticator data in an attestation object. The statement beside it is not read.
///
/// # Errors
/// [`Refusal::Malformed`].
pub(crate) fn data_of_attestation(mut object: &[u8]) -> Result<Vec<u8>, Refusal> {
    let Ok(Value::Map(members)) = ciborium::from_reader(&mut object) else {
        return Err(Refusal::Malformed);
    };
    let mut found = members.into_iter().filter(|(name, _)| name.as_text() == Some("authData"));
    match (found.next(), found.next(), object.is_empty()) {
        (Some((_, Value::Bytes(data))), None, true) => Ok(data),
        _ => Err(Refusal::Malformed),
    }
}

fn new_credential(rest: &mut &[u8]) -> Result<NewCredential, Refusal> {
    // The AAGUID, which tells the make.
    take::<16>(rest)?;
    let length = usize::from(u16::from_be_bytes(take::<2>(rest)?));
    if length == 0 || length > LONGEST_ID {
        return Err(Refusal::Malformed);
    }
    let (id, after) = rest.split_at_checked(length).ok_or(Refusal::Malformed)?;
    let mut behind = after;
    ciborium::from_reader::<Value, _>(&mut behind).map_err(|_| Refusal::Malformed)?;
    let key = after.get(..after.len() - behind.len()).ok_or(Refusal::Malformed)?;
    *rest = behind;
    Ok(NewCredential {
        id: id.to_vec(),
        public_key: PublicKey::new(key)?,
    })
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Refusal> {
    let (first, behind) = rest.split_first_chunk::<N>().ok_or(Refusal::Malformed)?;
    *rest = behind;
    Ok(*first)
}
