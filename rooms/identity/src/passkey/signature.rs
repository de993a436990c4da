//! Signing a statement with a passkey, and checking a signature that was made.
//!
//! A sign-in proves who is there; a signature says what they agreed to. Both are answers to a challenge. Here the challenge
//! is SHA-256 of the statement ([`Signable::challenge`]), so that whoever has the statement can check the answer for
//! ever, with nothing but the public key.

use super::authenticator::AuthenticatorData;
use super::ceremony::{Ceremonies, Purpose, Started, descriptor};
use super::public_key::PublicKey;
use super::response::Assertion;
use crate::account::Account;
use crate::credential::{Credential, Passkey};
use crate::refusal::{Refusal, SignInError};
use crate::session::Session;
use crate::token::{Key, Token};
use record::json::Object;
use register::signature::{ByPasskey, Signable};
use sha2::{Digest, Sha256};
use url::Url;

/// The longest words of a browser that are kept, in bytes: they stand in an entry for ever, and say of a ceremony what 300
/// bytes hold.
const LONGEST_CLIENT_DATA: usize = 4096;

impl Ceremonies<'_> {
    /// Begins to sign a statement, by any passkey of whoever has a session.
    ///
    /// # Errors
    /// The account has no passkey, or the desk cannot be written.
    pub async fn begin_signature<S: Signable>(&self, session: &Session, account: &Account, statement: &S) -> Result<Started, SignInError> {
        let has: Vec<_> = account
            .credentials()
            .iter()
            .filter_map(Credential::passkey)
            .map(descriptor)
            .collect();
        if has.is_empty() {
            return Err(Refusal::UnknownCredential.into());
        }
        let purpose = Purpose::Sign {
            session: *session.key(),
            statement: String::from_utf8(statement.object().canonical()).map_err(|_| Refusal::Malformed)?,
        };
        let token = self.begin_with(purpose, &statement.challenge()).await?;
        Ok(self.request(token, &statement.challenge(), has))
    }

    /// Finishes it with the browser's answer. The challenge is used up either way.
    ///
    /// # Errors
    /// Refused, or the desk cannot be written.
    pub async fn finish_signature<S: Signable>(
        &self,
        token: &Token,
        session: &Session,
        answer: &Assertion,
        account: &Account,
    ) -> Result<ByPasskey<S>, SignInError> {
        let (purpose, challenge) = self.begun(token).await?;
        let Purpose::Sign { session: of, statement } = purpose else {
            return Err(Refusal::OtherPurpose.into());
        };
        if of != *session.key() {
            return Err(Refusal::OtherPurpose.into());
        }
        let statement = Object::parse(statement.as_bytes()).ok().and_then(|object| S::read(&object));
        let statement = statement.ok_or(Refusal::Malformed)?;
        if answer.client_data.len() > LONGEST_CLIENT_DATA {
            return Err(Refusal::Malformed.into());
        }
        let signed = self.answered(&challenge, answer, account).await?;
        let passkey: &Passkey = account
            .credential(signed.credential())
            .and_then(Credential::passkey)
            .ok_or(Refusal::UnknownCredential)?;
        let made = ByPasskey {
            statement,
            credential: answer.id.clone(),
            public_key: passkey.public_key.cose().to_vec(),
            algorithm: passkey.public_key.algorithm().ok_or(Refusal::KeyKind)?,
            authenticator_data: answer.authenticator_data.clone(),
            client_data: answer.client_data.clone(),
            signature: answer.signature.clone(),
        };
        // What is recorded is what others will check: it is checked as they will.
        verify(&made)?;
        Ok(made)
    }
}

/// Whether a signature is sound in itself: the statement's challenge was answered on a page of the site for which the
/// passkey is, by somebody whom the authenticator verified, and signed with the key that stands beside it. Whose key it
/// is, and whether text and document have the hashes of the statement, is not told by it.
///
/// # Errors
/// What is not so.
pub fn verify<S: Signable>(signature: &ByPasskey<S>) -> Result<(), Refusal> {
    if !signature.is_of_its_statement() {
        return Err(Refusal::OtherChallenge);
    }
    let data = AuthenticatorData::parse(&signature.authenticator_data)?;
    let site = site_of(&signature.client_data, &data.site).ok_or(Refusal::OtherSite)?;
    data.check(&Sha256::digest(site.as_bytes()).into())?;
    let key = PublicKey::new(&signature.public_key)?;
    if key.algorithm() != Some(signature.algorithm) {
        return Err(Refusal::KeyKind);
    }
    let signed = [signature.authenticator_data.as_slice(), Key::of(&signature.client_data).bytes()].concat();
    key.verify(&signed, &signature.signature)
}

/// The site for which an authenticator answered: the host of the page, or a name above it, of which SHA-256 is this.
pub fn site_of(client_data: &[u8], hash: &[u8; 32]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Said {
        origin: String,
    }
    let said: Said = serde_json::from_slice(client_data).ok()?;
    let host = Url::parse(&said.origin).ok()?.host_str()?.to_owned();
    let mut name = host.as_str();
    loop {
        if Sha256::digest(name.as_bytes())[..] == hash[..] {
            return Some(name.to_owned());
        }
        name = name.split_once('.')?.1;
    }
}
