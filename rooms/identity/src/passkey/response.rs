//! What a browser answers, in the form that `PublicKeyCredential.toJSON()` gives.

use super::party::RelyingParty;
use crate::account::AccountId;
use crate::credential::passkey_key;
use crate::refusal::Refusal;
use crate::token::{Key, base64url};
use serde::Deserialize;

/// The longest answer that is read, in bytes: an attestation object that is not asked for may hold certificates.
pub const LONGEST: usize = 64 * 1024;

/// The answer to a registration.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Registration {
    #[serde(with = "base64url")]
    pub(crate) raw_id: Vec<u8>,
    #[serde(rename = "type")]
    sort: String,
    pub(crate) response: AttestationResponse,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttestationResponse {
    #[serde(rename = "clientDataJSON", with = "base64url")]
    pub(crate) client_data: Vec<u8>,
    #[serde(with = "base64url")]
    pub(crate) attestation_object: Vec<u8>,
    #[serde(default)]
    pub(crate) transports: Vec<String>,
}

impl Registration {
    pub(crate) fn parse(json: &str) -> Result<Registration, Refusal> {
        let read: Registration = read(json)?;
        if read.sort == "public-key" {
            Ok(read)
        } else {
            Err(Refusal::Malformed)
        }
    }
}

/// The answer to a sign-in, read but not checked: it says whose account is to be looked up, and nothing can be
/// done with it but finish a ceremony.
#[derive(Debug)]
pub struct Assertion {
    pub(crate) id: Vec<u8>,
    pub(crate) client_data: Vec<u8>,
    pub(crate) authenticator_data: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    user: AccountId,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Authentication {
    #[serde(with = "base64url")]
    raw_id: Vec<u8>,
    #[serde(rename = "type")]
    sort: String,
    response: AssertionResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AssertionResponse {
    #[serde(rename = "clientDataJSON", with = "base64url")]
    client_data: Vec<u8>,
    #[serde(with = "base64url")]
    authenticator_data: Vec<u8>,
    #[serde(with = "base64url")]
    signature: Vec<u8>,
    // A discoverable credential always says whose it is (section 7.2, step 6).
    #[serde(with = "base64url")]
    user_handle: Vec<u8>,
}

impl Assertion {
    /// Reads an answer.
    ///
    /// # Errors
    /// [`Refusal::Malformed`].
    pub fn parse(json: &str) -> Result<Assertion, Refusal> {
        let read: Authentication = read(json)?;
        let user = read.response.user_handle.try_into().map_err(|_| Refusal::Malformed)?;
        if read.sort != "public-key" {
            return Err(Refusal::Malformed);
        }
        Ok(Assertion {
            id: read.raw_id,
            client_data: read.response.client_data,
            authenticator_data: read.response.authenticator_data,
            signature: read.response.signature,
            user: AccountId::from_bytes(user),
        })
    }

    /// The account that the answer claims to be of: the one to look up.
    pub fn account(&self) -> AccountId {
        self.user
    }

    /// The key of the credential that the answer claims to be by.
    pub(crate) fn key(&self) -> Key {
        passkey_key(&self.id)
    }
}

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Refusal> {
    if json.len() > LONGEST {
        return Err(Refusal::Malformed);
    }
    serde_json::from_str(json).map_err(|_| Refusal::Malformed)
}

/// Which of the two ceremonies a browser carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ceremony {
    Create,
    Get,
}

/// What the browser itself says of a ceremony (section 5.8.1); members that nothing here rests on are passed over,
/// as later browsers add some.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    sort: String,
    #[serde(with = "base64url")]
    challenge: Vec<u8>,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
    #[serde(default)]
    top_origin: Option<String>,
}

/// Whether a browser's own words are of this ceremony, to this challenge and on a page of this site.
///
/// # Errors
/// Why they are not.
pub(crate) fn check_client_data(json: &[u8], ceremony: Ceremony, challenge: &[u8], party: &RelyingParty) -> Result<(), Refusal> {
    let said: ClientData = serde_json::from_slice(json).map_err(|_| Refusal::Malformed)?;
    let sort = match ceremony {
        Ceremony::Create => "webauthn.create",
        Ceremony::Get => "webauthn.get",
    };
    if said.sort != sort {
        Err(Refusal::OtherPurpose)
    } else if said.challenge != challenge {
        Err(Refusal::OtherChallenge)
    } else if !party.has_origin(&said.origin) {
        Err(Refusal::OtherOrigin)
    } else if said.cross_origin || said.top_origin.is_some() {
        Err(Refusal::CrossOrigin)
    } else {
        Ok(())
    }
}
