//! Documents as PDF: tagged, for the archive (PDF/A-2a) and for every reader (PDF/UA-1) in one file; what was not signed
//! yet is for every reader alone. The same document gives
//! the same bytes: no clock, no name of a machine, no order of a hash table goes into them.
//!
//! They are set by typst. Texts of users go to it as data, which its template reads as plain strings; no text is ever part of
//! the source that it runs. The world in which it runs has two files, the template and the data, the fonts that lie in
//! the tree, and nothing else: no disk, no network, no packages, no day.

mod data;
mod fonts;
mod report;
mod world;

use crate::letter::{self, Given, Letter};
pub use report::report_pdf;

use register::request::{Signature, sha256};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::{Desk, Template};

/// A document, set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The characters that no font here has, each once, by their numbers; they are printed as `[U+1F600]`. Empty
    /// where all of it is printed as it stands.
    pub unprintable: Vec<char>,
}

/// Why a document was not set.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The typesetter failed on it. What it said stands behind it.
    #[error("the document cannot be set as PDF: {0}; take it as a Word document, and report this text as an error")]
    Unset(String),
}

/// The request as it is signed: a function of what is given alone, so that whoever has the same has the same bytes.
///
/// # Errors
/// The typesetter failed on it.
pub fn request_pdf(given: &Given) -> Result<Pdf, PdfError> {
    pdf(&letter::request(given))
}

/// Sets a request that may have been signed: where it comes out as the bytes that were signed, these; else a copy that says so,
/// such as in another language.
///
/// # Errors
/// The typesetter failed on it.
pub fn signed_or_copy(letter: Letter, signature: Option<&Signature>) -> Result<Pdf, PdfError> {
    let made = pdf(&letter)?;
    let is_signed = |signature: &Signature| signature.files().contains(&sha256(&made.bytes).as_str());
    match signature {
        Some(signature) if !is_signed(signature) => pdf(&letter.copy_of(Some(signature))),
        _ => Ok(made),
    }
}

/// Sets a document.
///
/// # Errors
/// The typesetter failed on it.
pub fn pdf(letter: &Letter) -> Result<Pdf, PdfError> {
    let data = data::of(letter);
    let unprintable = data.unprintable.iter().copied().collect();
    let desk = Desk::new(Template::Letter, [("letter.json".to_owned(), data.json())]);
    let set = set(letter, &desk);
    // The typesetter remembers what it has set, texts of users included; it shall not.
    typst::comemo::evict(0);
    let (bytes, pages) = set?;
    Ok(Pdf { bytes, pages, unprintable })
}

fn set(letter: &Letter, desk: &Desk) -> Result<(Vec<u8>, usize), PdfError> {
    let document: PagedDocument = typst::compile(desk).output.map_err(unset)?;
    // What goes to an archive needs a date. What was not signed yet has none, and belongs in no archive.
    let standards = match letter.day {
        Some(_) => vec![PdfStandard::A_2a, PdfStandard::Ua_1],
        None => vec![PdfStandard::Ua_1],
    };
    let standards = PdfStandards::new(&standards).map_err(|error| PdfError::Unset(error.message().to_string()))?;
    let act = letter.act.as_ref().map_or_else(String::new, |act| format!("-{act}"));
    let copy = if letter.copy.is_some() { "-copy" } else { "" };
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "{}-{}{act}-{}{copy}",
            letter.reference,
            letter.kind.word(),
            letter.language.tag()
        )),
        creator: Smart::Custom(Some("Comity".to_owned())),
        timestamp: None,
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(unset)?;
    Ok((bytes, document.pages().len()))
}

/// What the typesetter says, on one line. Its messages speak of the template, not of the texts.
fn unset(errors: typst::ecow::EcoVec<typst::diag::SourceDiagnostic>) -> PdfError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError::Unset(messages.join("; "))
}
