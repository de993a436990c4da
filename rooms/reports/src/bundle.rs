//! A request as one file to be sent: the request, the note verbale that covers it, its annexes, and a manifest.
//!
//! | member | what |
//! |---|---|
//! | `manifest.json` | what it is, and the name, title, length and SHA-256 of every file |
//! | `request.pdf` | the request: the bytes that were signed with a passkey; where it was signed on paper, a copy that says so |
//! | `note.pdf` | the note verbale that covers it |
//! | `request.json` | its canonical text, of which the hash was signed |
//! | `signed-paper/…` | the scan of what was signed on paper |
//! | `annexes/…` | the annexes that lie in the register, in the order of the request |
//!
//! The same request gives the same bytes. What came to a State is read back ([`open`]).

mod open;

pub use open::BundleRefused;
pub(crate) use open::open;

use crate::archive::ArchiveError;
use crate::letter::{self, Given};
use crate::pdf::{self, PdfError};
use crate::zip::Zip;
use register::request::{BundleFile, BundleParts, RequestId, manifest, sha256};

/// Why no bundle could be made.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A document could not be set.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// It grew beyond what a ZIP can hold.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// A request as one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The name under which it is kept: the beginning of the request's id, and the hash of its bytes, for the act that sends
    /// it. It tells nobody what is in it.
    pub name: String,
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The bundle of a request. Takes the processor for a while, as setting pages does.
///
/// # Errors
/// As [`BundleError`] says.
pub fn bundle(id: &RequestId, given: &Given, parts: BundleParts) -> Result<Bundle, BundleError> {
    let language = Some(given.language.code().to_owned());
    let request = match parts.signed_document {
        Some(bytes) => bytes,
        None => pdf::signed_or_copy(letter::request(given), parts.signature.as_ref())?.bytes,
    };
    let own = [
        ("request.pdf", language.clone(), request),
        ("note.pdf", language, pdf::pdf(&letter::note(given))?.bytes),
        ("request.json", None, given.text.canonical()),
    ];
    let own = own.into_iter().map(|(name, language, bytes)| BundleFile {
        name: name.to_owned(),
        title: name.to_owned(),
        language,
        bytes,
    });
    let files: Vec<BundleFile> = own.chain(parts.files).collect();
    let mut zip = Zip::default();
    zip.put("manifest.json", &manifest(id, given.text, given.date, &files, &parts.on_paper))?;
    for file in &files {
        zip.put(&file.name, &file.bytes)?;
    }
    let bytes = zip.done()?;
    let (id, sha256) = (id.to_string(), sha256(&bytes));
    Ok(Bundle {
        name: format!("request-{}-{sha256}.zip", id.get(..8).unwrap_or(&id)),
        sha256,
        bytes,
    })
}
