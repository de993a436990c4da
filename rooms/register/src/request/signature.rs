//! The signature of a request: with a passkey over the hashes of its text and of its document, or on paper with a scan.
//!
//! What an officer signs with a passkey is a [`Statement`]. SHA-256 of its canonical JSON is the challenge that their
//! browser gives to the authenticator, which signs it with what the browser says of the ceremony (W3C Web Authentication
//! Level 3, section 7.2). So the signature is over the hashes, and whoever has the entry, the text and the document can
//! check it without us, with the public key that stands beside it; docs/requests.md says how.
//!
//! Here a signature is held against what is signed. Whether it is by its key is mathematics of passkeys and lies in
//! `identity`, which makes signatures and checks them.

use super::{Annex, GivenAct, RequestError, RequestFile, RequestId, RequestText};
use crate::Register;
use crate::attachment::{AttachmentError, Kind};
use crate::port::{Of, Recorded, StoreError};
use crate::signature::{ByPasskey, Signable};
use access::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use law::Move;
use record::entry::{Attachment, Entry};
use record::hex::{hex, is_hex, unhex};
use record::json::{Object, Value};
use sha2::{Digest, Sha256};

/// The member of a body that holds it.
const SIGNATURE: &str = "signature";
/// The member of the body of an act that sends: when what is sent was signed, by the instant at which that was recorded. What a
/// key signed stays signed by it, whatever becomes of the key before the request is sent.
const SIGNED: &str = "signed";
/// What sets a statement apart from anything else that is ever signed.
const PURPOSE: &str = "comity: signature of a request";
/// The version of its form.
const VERSION: i64 = 1;
/// The element of the pack that says how a request is signed, and its two words.
pub const SIGNATURE_FORM: &str = "signature_form";
/// With a passkey, over the hashes.
pub const IN_THIS_REGISTER: &str = "in-this-register";
/// On paper, with a scan.
pub const ON_PAPER: &str = "on-paper";
/// The element that names the scan.
pub const SIGNED_PAPER: &str = "signed_paper";

/// What is signed: who asks what of whom, by its hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The request.
    pub request: RequestId,
    /// The account of the officer who signs: 32 lower-case hexadecimal digits.
    pub account: String,
    /// For whom they sign, such as `organ:registry`.
    pub on_behalf_of: String,
    /// The day of the document, and of the signature.
    pub day: Date,
    /// SHA-256 of the canonical text: [`RequestText::sha256`].
    pub text_sha256: String,
    /// SHA-256 of the bytes of the document.
    pub pdf_sha256: String,
    /// Drawn by chance, so that no two signatures are of one challenge.
    pub nonce: [u8; 32],
}

impl Signable for Statement {
    fn object(&self) -> Object {
        let mut object = Object::new()
            .text("account", &self.account)
            .text("day", self.day.to_string())
            .text("nonce", hex(&self.nonce))
            .text("on_behalf_of", &self.on_behalf_of)
            .text("pdf_sha256", &self.pdf_sha256)
            .text("purpose", PURPOSE)
            .text("request", self.request.to_string())
            .text("text_sha256", &self.text_sha256);
        object.set("v", Value::Integer(VERSION));
        object
    }

    fn read(object: &Object) -> Option<Statement> {
        let text = |name: &str| object.get_text(name).map(str::to_owned);
        let digest = |name: &str| text(name).filter(|digest| is_hex(digest, 64));
        let statement = Statement {
            request: RequestId::parse(object.get_text("request")?)?,
            account: text("account").filter(|account| is_hex(account, 32))?,
            on_behalf_of: text("on_behalf_of")?,
            day: object.get_text("day")?.parse().ok()?,
            text_sha256: digest("text_sha256")?,
            pdf_sha256: digest("pdf_sha256")?,
            nonce: unhex(object.get_text("nonce")?)?,
        };
        (statement.object() == *object).then_some(statement)
    }

    fn account(&self) -> &str {
        &self.account
    }
}

/// A signature of a request with a passkey.
pub type PasskeySignature = ByPasskey<Statement>;

/// How a request was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// With a passkey.
    Passkey(Box<PasskeySignature>),
    /// On paper: SHA-256 of each file of the scan.
    Paper(Vec<String>),
}

impl Signature {
    /// The one that an entry holds: that which signs, or that which sends what was signed.
    pub fn of(entry: &Entry) -> Option<Signature> {
        let Some(Value::Object(object)) = entry.body.get(SIGNATURE) else {
            return None;
        };
        if object.get_text("manner") == Some("passkey") {
            return PasskeySignature::read(object).map(|signature| Signature::Passkey(Box::new(signature)));
        }
        match object.get("scan") {
            Some(Value::List(files)) => {
                let digest = |file: &Value| {
                    if let Value::Text(digest) = file {
                        Some(digest.clone())
                    } else {
                        None
                    }
                };
                Some(Signature::Paper(files.iter().filter_map(digest).collect()))
            }
            _ => None,
        }
    }

    fn object(&self) -> Object {
        match self {
            Signature::Passkey(signature) => signature.object(),
            Signature::Paper(files) => {
                let mut object = Object::new().text("manner", "paper");
                object.set("scan", Value::List(files.iter().map(|file| Value::Text(file.clone())).collect()));
                object
            }
        }
    }

    /// SHA-256 of the files on which it rests: the document that was signed, or the scan.
    pub fn files(&self) -> Vec<&str> {
        match self {
            Signature::Passkey(signature) => vec![&signature.statement.pdf_sha256],
            Signature::Paper(files) => files.iter().map(String::as_str).collect(),
        }
    }
}

/// A signature with all that it is held against, as a viewer may see it.
#[derive(Clone, Debug)]
pub struct SignatureOf {
    /// The signature.
    pub signature: Signature,
    /// The entry that holds it: that which signs, or that which sends what was signed.
    pub entry: Entry,
    /// When it was made: the instant at which the act that signs was recorded, as far as the entry tells it; else its own.
    pub signed: Timestamp,
    /// What was signed.
    pub text: RequestText,
    /// SHA-256 of it, worked out now.
    pub text_sha256: String,
    /// The files on which it rests, each with its number in the entry.
    pub files: Vec<(usize, Attachment)>,
    /// Whether every one of these is there, and has the bytes that its hash says, read now.
    pub document_is_whole: bool,
    /// Whether it is the signature of the request as it stands: one that was returned for changes since is to be signed anew.
    pub stands: bool,
}

impl Register {
    /// How a request was signed, as far as this viewer may see; none where there is no such request for them, or it was not
    /// signed. Of several signatures the last.
    ///
    /// # Errors
    /// The store failed. A file that is missing or damaged is told in what is given back.
    pub async fn signature(&self, viewer: &Viewer, request: &RequestId) -> Result<Option<SignatureOf>, StoreError> {
        let matters = vec![request.preparation(), request.matter()];
        let entries = self.store.entries(viewer, Of::Matters(matters), None).await?;
        let of_request: Vec<&Recorded> = entries.iter().filter(|recorded| super::is_request(&recorded.entry.kind)).collect();
        let Some(signature) = of_request.iter().rev().find_map(|recorded| Signature::of(&recorded.entry)) else {
            return Ok(None);
        };
        // Where it was signed, for whoever sees that; the State sees where what was signed was sent.
        let holds = |recorded: &&Recorded| Signature::of(&recorded.entry).as_ref() == Some(&signature);
        let Some(place) = of_request.iter().position(holds) else {
            return Ok(None);
        };
        let (before, held) = (of_request.get(..=place).unwrap_or_default(), of_request.get(place));
        let text = before.iter().rev().find_map(|recorded| RequestText::read(&recorded.entry.body));
        let (Some(text), Some(held)) = (text, held) else {
            return Ok(None);
        };
        let rests_on = signature.files();
        let numbered = held
            .entry
            .attachments
            .iter()
            .enumerate()
            .map(|(place, file)| (place + 1, file.clone()));
        let files: Vec<(usize, Attachment)> = numbered.filter(|(_, file)| rests_on.contains(&file.sha256.as_str())).collect();
        let mut whole = rests_on.iter().all(|digest| files.iter().any(|(_, file)| file.sha256 == *digest));
        for (_, file) in &files {
            whole &= self.has_its_bytes(&held.entry.matter, file).await?;
        }
        let stands = held.entry.matter == request.matter() || {
            let file = RequestFile::of(*request, entries.iter());
            file.and_then(|file| Some(file.signing(&self.law)?.recorded.entry.id == held.entry.id)) == Some(true)
        };
        Ok(Some(SignatureOf {
            stands,
            signed: signed_at(&held.entry),
            entry: held.entry.clone(),
            text_sha256: text.sha256(),
            text,
            files,
            document_is_whole: whole,
            signature,
        }))
    }

    /// Whether a file is there and has the bytes that its hash says.
    async fn has_its_bytes(&self, matter: &str, file: &Attachment) -> Result<bool, StoreError> {
        let lies = |error| match error {
            AttachmentError::Store(error) => Err(error),
            _ => Ok(false),
        };
        let mut content = match self.attachments.open(matter, file).await {
            Ok(content) => content,
            Err(error) => return lies(error),
        };
        let (mut digest, mut at) = (Sha256::new(), 0);
        loop {
            let bytes = match content.read(at).await {
                Ok(bytes) => bytes,
                Err(error) => return lies(error),
            };
            if bytes.is_empty() {
                return Ok(hex(&digest.finalize()) == file.sha256);
            }
            at += bytes.len() as u64;
            digest.update(&bytes);
        }
    }

    /// Records an act that signs, with a signature by a passkey that `identity` made and so checked.
    ///
    /// # Errors
    /// As for [`Register::act_in_request`]; also where the signature is not of this request, its text as it stands, the
    /// document among the files, or whoever acts.
    pub async fn sign_request(&self, viewer: &Viewer, given: &GivenAct, signature: &PasskeySignature) -> Result<Recorded, RequestError> {
        let (drafts, brought) = self.drafts_of_act(viewer, given, Some(signature)).await?;
        self.record_with(viewer, &given.request, drafts, &brought).await
    }

    /// Puts the signature into the body of an act that signs, held against what is signed; an act that sends takes over the
    /// one of what it sends, with its files.
    pub(super) fn put_signature(
        &self,
        file: &RequestFile<'_>,
        mv: &Move,
        given: &GivenAct,
        signed: &Signed<'_>,
        body: &mut Object,
        attachments: &mut Vec<Attachment>,
    ) -> Result<(), RequestError> {
        if mv.sends {
            if let Some((signature, files, signed)) = taken_over(file, &self.law) {
                body.set(SIGNATURE, Value::Object(signature.object()));
                body.set(SIGNED, Value::Text(signed.to_string()));
                let there: Vec<String> = attachments.iter().map(|file| file.sha256.clone()).collect();
                attachments.extend(files.into_iter().filter(|file| !there.contains(&file.sha256)));
            }
            return Ok(());
        }
        if !mv.signs {
            return match signed.signature {
                Some(_) => Err(misfit("this act is not signed; leave the signature out")),
                None => Ok(()),
            };
        }
        let signature = match (signed.signature, given.values.first(SIGNATURE_FORM)) {
            (Some(signature), Some(IN_THIS_REGISTER)) => {
                signed.by_passkey(signature, attachments)?;
                Signature::Passkey(Box::new(signature.clone()))
            }
            (None, Some(ON_PAPER)) => Signature::Paper(scanned(given, attachments)?),
            (Some(_), _) => {
                return Err(misfit(
                    "a signature with a passkey goes with signature_form=in-this-register alone; give one of the two",
                ));
            }
            (None, _) => {
                return Err(misfit(
                    "sign with a passkey on the page of the request, or give signature_form=on-paper with a scan of the signed paper",
                ));
            }
        };
        body.set(SIGNATURE, Value::Object(signature.object()));
        Ok(())
    }
}

/// What is signed, by whom and when.
pub(super) struct Signed<'a> {
    /// The signature, where it is one with a passkey.
    pub(super) signature: Option<&'a PasskeySignature>,
    pub(super) request: &'a RequestId,
    pub(super) text: &'a RequestText,
    pub(super) account: Option<&'a str>,
    pub(super) on_behalf_of: Option<&'a str>,
    pub(super) day: Option<Date>,
}

impl Signed<'_> {
    /// Whether a signature is of exactly this, and its document is there.
    fn by_passkey(&self, signature: &PasskeySignature, attachments: &[Attachment]) -> Result<(), RequestError> {
        let statement = &signature.statement;
        // The text was changed between opening the page and signing: nobody signs what they did not see.
        if statement.request == *self.request && statement.text_sha256 != self.text.sha256() {
            return Err(RequestError::Raced);
        }
        let right = statement.request == *self.request
            && Some(statement.account.as_str()) == self.account
            && Some(statement.on_behalf_of.as_str()) == self.on_behalf_of
            && Some(statement.day) == self.day
            && attachments.iter().any(|file| file.sha256 == statement.pdf_sha256)
            && signature.is_of_its_statement();
        if right {
            Ok(())
        } else {
            Err(misfit(
                "the signature is not of this request, its document and whoever sends it; open the page again and sign anew",
            ))
        }
    }
}

/// The files of the scan of a signed paper, each a picture of pages.
fn scanned(given: &GivenAct, attachments: &[Attachment]) -> Result<Vec<String>, RequestError> {
    let refused = |how: String| RequestError::Field {
        field: "signed-paper",
        how,
    };
    let named = given.values.given(SIGNED_PAPER).filter_map(|text| Annex::parse(text).sha256);
    let there: Vec<&Attachment> = named
        .filter_map(|digest| attachments.iter().find(|file| file.sha256 == digest))
        .collect();
    if there.is_empty() {
        return Err(refused("attach a scan of the signed paper".to_owned()));
    }
    if let Some(other) = there
        .iter()
        .find(|file| !Kind::SCANS.map(Kind::media_type).contains(&&*file.media_type))
    {
        return Err(refused(format!(
            "{} shows no signature: a scan is a PDF, or a picture as PNG, JPEG or TIFF; scan the signed paper and attach that",
            other.name
        )));
    }
    Ok(there.into_iter().map(|file| file.sha256.clone()).collect())
}

fn misfit(how: &str) -> RequestError {
    RequestError::Field {
        field: SIGNATURE,
        how: how.to_owned(),
    }
}

/// When the signature that an entry holds was made.
fn signed_at(entry: &Entry) -> Timestamp {
    let told = entry.body.get_text(SIGNED).and_then(|instant| instant.parse().ok());
    told.unwrap_or(entry.recorded)
}

/// The signature of what is sent, with the files on which it rests and when it was made.
fn taken_over(file: &RequestFile<'_>, law: &law::Pack) -> Option<(Signature, Vec<Attachment>, Timestamp)> {
    let entry = &file.signing(law)?.recorded.entry;
    let signature = Signature::of(entry)?;
    let rests_on = signature.files();
    let files = entry.attachments.iter().filter(|file| rests_on.contains(&file.sha256.as_str()));
    Some((signature.clone(), files.cloned().collect(), signed_at(entry)))
}

#[cfg(test)]
#[path = "signature_tests.rs"]
mod tests;
