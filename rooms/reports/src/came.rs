//! A request as it comes to a State in a file: the bundle that the Court's record made, or the text of the request alone, as
//! TOML, JSON or a document with fields.

use crate::bundle::{BundleRefused, open};
use crate::docx::{self, Notice, ReadError};
use jiff::civil::Date;
use register::request::{BundleFile, RequestId, RequestText, Unreadable};

/// What every ZIP begins with: bundles and documents of word processors.
const ZIP: &[u8] = b"PK";

/// A request that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// The id that it has in the Court's record, where it came with it.
    pub id: Option<RequestId>,
    /// What is asked.
    pub text: RequestText,
    /// The day on which it was signed.
    pub signed_on: Option<Date>,
    /// The documents that came with it, each held against its hash.
    pub files: Vec<BundleFile>,
    /// Titles of what comes on paper.
    pub on_paper: Vec<String>,
    /// SHA-256 of the file, where it is a bundle.
    pub bundle: Option<String>,
    /// What is to be known of how a document was read.
    pub said: Vec<Notice>,
}

/// Why nothing can be read. Nothing of the file is used then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCame {
    /// It is no bundle, or not as it was.
    #[error(transparent)]
    Bundle(#[from] BundleRefused),
    /// It is no document with the fields of a request.
    #[error(transparent)]
    Document(#[from] ReadError),
    /// It is no text of a request.
    #[error(transparent)]
    Text(#[from] Unreadable),
}

impl Came {
    /// What came without documents.
    pub fn alone(text: RequestText) -> Came {
        Came {
            id: None,
            text,
            signed_on: None,
            files: Vec::new(),
            on_paper: Vec::new(),
            bundle: None,
            said: Vec::new(),
        }
    }

    /// Reads a file of this name. Takes the processor for a while.
    ///
    /// # Errors
    /// As [`NotCame`] says.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Came, NotCame> {
        let name = name.to_lowercase();
        let called = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if called(&[".docx", ".doc"]) {
            return Came::document(bytes);
        }
        if !bytes.starts_with(ZIP) && !called(&[".zip"]) {
            return Ok(Came::alone(RequestText::read_file(bytes)?));
        }
        match open(bytes) {
            // What says nothing of itself and has no name that tells, such as from standard input, may be a document.
            Err(refused @ (BundleRefused::Damaged | BundleRefused::Manifest)) if !called(&[".zip"]) => {
                Came::document(bytes).map_err(|_| refused.into())
            }
            Err(refused) => Err(refused.into()),
            Ok(came) => Ok(Came {
                id: Some(came.id),
                text: came.text,
                signed_on: came.signed_on,
                files: came.files,
                on_paper: came.on_paper,
                bundle: Some(came.sha256),
                said: Vec::new(),
            }),
        }
    }

    fn document(bytes: &[u8]) -> Result<Came, NotCame> {
        let read = docx::read(bytes)?;
        Ok(Came {
            said: read.said,
            ..Came::alone(read.text)
        })
    }
}
