//! How a request was signed and what of it holds, as the API answers with it and `comity request signature --format json` prints it.

use super::words::{EntryId, Instant, When};
use crate::address::Lang;
use crate::texts::Words;
use identity::people::signing::{SignatureCheck, SignatureChecked};
use register::request::{RequestId, Signature, SignatureOf};
use register::signature::Signable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that is asked of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureAsked {
    /// `text`, `document`, `signature`, `key` or `standing`; of a paper `scan` and `standing`.
    #[schema(examples("document"))]
    pub check: String,
    /// Whether it holds.
    pub holds: bool,
    /// What it is, in words.
    pub says: String,
}

/// A file on which a signature rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedFile {
    /// Its number in the entry, from 1 on: both stand in the address that opens it.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
}

/// How a request was signed, and what of it holds, worked out now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureDocument {
    /// Id of the request.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// Whether all that is asked of it holds.
    pub valid: bool,
    /// `passkey`, or `paper` with a scan.
    #[schema(examples("passkey"))]
    pub manner: String,
    /// The account of whoever signed; null of a paper, which says it itself.
    #[schema(required = true)]
    pub account: Option<String>,
    /// For whom they signed.
    #[schema(required = true, examples("organ:registry"))]
    pub on_behalf_of: Option<String>,
    /// The day of the act that holds it.
    pub day: When,
    /// What is asked of it.
    pub checks: Vec<SignatureAsked>,
    /// When the key was revoked after it signed: what it signed until then stays signed by it.
    #[schema(required = true)]
    pub key_revoked: Option<Instant>,
    /// The files on which it rests: the document that was signed, or the scan.
    pub files: Vec<SignedFile>,
    /// What was signed, as its canonical JSON: SHA-256 of it is the challenge.
    #[schema(required = true)]
    pub statement: Option<String>,
    /// The canonical JSON of what is asked.
    pub text: String,
    /// The id of the entry that holds it.
    pub entry_id: EntryId,
    /// That entry, as it is recorded.
    #[schema(value_type = Object)]
    pub entry: serde_json::Value,
}

impl SignatureDocument {
    /// In English. `checked` is what holds of one with a passkey.
    pub fn english(request: &RequestId, of: &SignatureOf, checked: Option<&SignatureChecked>) -> SignatureDocument {
        SignatureDocument::of(request, of, checked, &crate::problem::texts(Lang::En))
    }

    /// In a language.
    pub(crate) fn of(request: &RequestId, of: &SignatureOf, checked: Option<&SignatureChecked>, w: &Words) -> SignatureDocument {
        let asked = |check: &str, holds: bool, key: &str| SignatureAsked {
            check: check.to_owned(),
            holds,
            says: w.t(key),
        };
        let one = |check: SignatureCheck, holds: bool| asked(check.word(), holds, &format!("signature-of-{}", check.word()));
        let checks: Vec<SignatureAsked> = match checked {
            Some(checked) => checked.checks.iter().map(|(check, holds)| one(*check, *holds)).collect(),
            None => vec![
                asked("scan", of.document_is_whole, "signature-scan-whole"),
                one(SignatureCheck::Standing, of.stands),
            ],
        };
        let statement = match &of.signature {
            Signature::Passkey(signature) => Some(&signature.statement),
            Signature::Paper(_) => None,
        };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
        SignatureDocument {
            request: request.to_string(),
            valid: checks.iter().all(|check| check.holds),
            manner: if statement.is_some() { "passkey" } else { "paper" }.to_owned(),
            account: statement.map(|statement| statement.account.clone()),
            on_behalf_of: statement.map(|statement| statement.on_behalf_of.clone()),
            day: When(of.entry.effective.to_string()),
            checks,
            key_revoked: checked.and_then(|checked| checked.revoked).map(Instant),
            files: of
                .files
                .iter()
                .map(|(number, file)| SignedFile {
                    number: *number,
                    name: file.name.clone(),
                    sha256: file.sha256.clone(),
                })
                .collect(),
            statement: statement.map(|statement| text(statement.object().canonical())),
            text: text(of.text.canonical()),
            entry_id: EntryId(of.entry.id.to_string()),
            entry: serde_json::from_slice(&of.entry.canonical()).unwrap_or_default(),
        }
    }
}
