//! Signing requests and reports with a passkey, and checking what was signed.

use super::People;
use super::coming::Visit;
use crate::act::{Act, Recalled};
use crate::credential::Credential;
use crate::desk::StoreError;
use crate::passkey::signature::verify;
use crate::passkey::{Assertion, RelyingParty, Started};
use crate::refusal::{Refusal, SignInError};
use crate::token::Token;
use jiff::Timestamp;
use jiff::civil::Date;
use register::issued::Edition;
use register::report_text::{ReportSignature, ReportStatement};
use register::request::{PasskeySignature, RequestId, SignatureOf, Statement};
use register::signature::{ByPasskey, Signable};

/// What is asked of a signature with a passkey. Closed, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureCheck {
    /// The text has the hash that was signed.
    Text,
    /// The document has it.
    Document,
    /// The signature is sound in itself, see [`verify`].
    Signature,
    /// The key was one of the officer who is said to have signed, when they did.
    Key,
    /// The request was not returned for changes since.
    Standing,
}

impl SignatureCheck {
    /// All of them.
    pub const ALL: [SignatureCheck; 5] = [
        SignatureCheck::Text,
        SignatureCheck::Document,
        SignatureCheck::Signature,
        SignatureCheck::Key,
        SignatureCheck::Standing,
    ];

    /// The word by which texts know it.
    pub fn word(self) -> &'static str {
        match self {
            SignatureCheck::Text => "text",
            SignatureCheck::Document => "document",
            SignatureCheck::Signature => "signature",
            SignatureCheck::Key => "key",
            SignatureCheck::Standing => "standing",
        }
    }
}

/// What holds of a signature with a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureChecked {
    /// Each check, and whether it holds.
    pub checks: Vec<(SignatureCheck, bool)>,
    /// When the key was revoked after it signed; none where it was not. What it signed until then stays signed by it.
    pub revoked: Option<Timestamp>,
}

/// What became of the key of a signature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key {
    /// Whether it was one of the officer's when they signed.
    theirs: bool,
    /// When it was revoked after that.
    revoked: Option<Timestamp>,
}

impl People {
    /// Whether somebody who is signed in has a passkey with which they can sign.
    pub fn has_passkey(&self, visit: &Visit) -> bool {
        visit.account.credentials().iter().any(|credential| credential.passkey().is_some())
    }

    /// Begins to sign a request with a passkey: its text and its document of a day, by their hashes.
    ///
    /// # Errors
    /// Whoever signs has no passkey or acts for nobody, or the desk cannot be written.
    pub async fn begin_signature(
        &self,
        party: &RelyingParty,
        visit: &Visit,
        request: &RequestId,
        day: Date,
        (text_sha256, pdf_sha256): (&str, &str),
    ) -> Result<Started, SignInError> {
        let actor = visit.actor.as_ref();
        let on_behalf_of = actor.and_then(|actor| actor.viewer().acts_as()).ok_or(Refusal::OtherPurpose)?;
        let mut nonce = [0; 32];
        self.outside().random(&mut nonce);
        let statement = Statement {
            request: *request,
            account: visit.account.id().to_string(),
            on_behalf_of: on_behalf_of.text(),
            day,
            text_sha256: text_sha256.to_owned(),
            pdf_sha256: pdf_sha256.to_owned(),
            nonce,
        };
        self.ceremonies(party)
            .begin_signature(&visit.session, &visit.account, &statement)
            .await
    }

    /// Begins to sign a report that is issued with a text: its trace and its PDF of a day, by their hashes.
    ///
    /// # Errors
    /// As for [`People::begin_signature`].
    pub async fn begin_report_signature(
        &self,
        party: &RelyingParty,
        visit: &Visit,
        day: Date,
        (trace_sha256, pdf_sha256): (&str, &str),
    ) -> Result<Started, SignInError> {
        let actor = visit.actor.as_ref();
        let on_behalf_of = actor.and_then(|actor| actor.viewer().acts_as()).ok_or(Refusal::OtherPurpose)?;
        let mut nonce = [0; 32];
        self.outside().random(&mut nonce);
        let statement = ReportStatement {
            account: visit.account.id().to_string(),
            on_behalf_of: on_behalf_of.text(),
            day,
            trace_sha256: trace_sha256.to_owned(),
            pdf_sha256: pdf_sha256.to_owned(),
            nonce,
        };
        self.ceremonies(party)
            .begin_signature(&visit.session, &visit.account, &statement)
            .await
    }

    /// Finishes it: the signature, for the act that records it.
    ///
    /// # Errors
    /// Refused, which is audited, or the desk cannot be written.
    pub async fn finish_signature<S: Signable>(
        &self,
        party: &RelyingParty,
        begun: &Token,
        visit: &Visit,
        answer: &str,
    ) -> Result<ByPasskey<S>, SignInError> {
        let made = match Assertion::parse(answer) {
            Ok(answer) => {
                let ceremonies = self.ceremonies(party);
                ceremonies.finish_signature(begun, &visit.session, &answer, &visit.account).await
            }
            Err(refusal) => Err(refusal.into()),
        };
        self.audited(Some(visit.account.id()), made).await
    }

    /// What holds of a signature with a passkey, and what does not.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn check_signature(&self, of: &SignatureOf, signature: &PasskeySignature) -> Result<SignatureChecked, StoreError> {
        let key = self.key_of(signature, of.signed).await?;
        let holds = |check| match check {
            SignatureCheck::Text => of.text_sha256 == signature.statement.text_sha256,
            SignatureCheck::Document => of.document_is_whole,
            SignatureCheck::Signature => verify(signature).is_ok(),
            SignatureCheck::Key => key.theirs,
            SignatureCheck::Standing => of.stands,
        };
        Ok(SignatureChecked {
            checks: SignatureCheck::ALL.map(|check| (check, holds(check))).to_vec(),
            revoked: key.revoked,
        })
    }

    /// Whether the signature of an issued report holds: it is sound, of the file that was issued, and was made with a key that was
    /// then one of whoever is said to have signed. None where the report was issued without one.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn report_signature_holds(&self, edition: &Edition) -> Result<Option<bool>, StoreError> {
        let Some(approved) = &edition.approved else { return Ok(None) };
        let signature: &ReportSignature = &approved.signature;
        let key = self.key_of(signature, edition.recorded).await?;
        let of_the_file = signature.statement.pdf_sha256 == edition.file.sha256;
        Ok(Some(verify(signature).is_ok() && key.theirs && of_the_file))
    }

    /// Whether the key of a signature was one of the account that is said to have signed when it signed, and what became of it.
    async fn key_of<S: Signable>(&self, signature: &ByPasskey<S>, signed: Timestamp) -> Result<Key, StoreError> {
        let roll = self.roll().await?;
        let mut key = Key::default();
        let Some(account) = crate::account::AccountId::parse(signature.statement.account()) else {
            return Ok(key);
        };
        for recorded in roll.entries_of(&account) {
            let at = recorded.entry.recorded;
            match Recalled::of(&recorded.entry).map(|recalled| recalled.act) {
                Some(Act::CredentialAdded { credential }) if at <= signed && is_key(&credential, signature) => key.theirs = true,
                Some(Act::CredentialRevoked { credential, .. }) if credential == crate::credential::passkey_key(&signature.credential) => {
                    if at <= signed {
                        key.theirs = false;
                    } else if key.theirs {
                        key.revoked = key.revoked.or(Some(at));
                    }
                }
                _ => {}
            }
        }
        Ok(key)
    }
}

fn is_key<S>(credential: &Credential, signature: &ByPasskey<S>) -> bool {
    let passkey = credential.passkey();
    passkey.is_some_and(|passkey| passkey.id == signature.credential && passkey.public_key.cose() == signature.public_key)
}
