//! Requests as Word documents at the shell: written with fields, and read back.

use crate::said::Refused;
use law::Pack;
use register::request::{DocumentFacts, RequestText};
use reports::docx;
use reports::letter::{self, Given, Language};
use std::path::Path;

/// Whether a file begins as documents of word processors do, or is called like one: it is read as one then, and whatever
/// is wrong with it said of a document.
pub fn is_word(path: &Path, bytes: &[u8]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    bytes.starts_with(b"PK\x03\x04") || matches!(ending.as_deref(), Some("docx" | "doc"))
}

/// A request out of a document. What whoever brings it back must know is said on standard error.
pub fn read(path: &Path, bytes: &[u8]) -> Result<RequestText, Refused> {
    let read = docx::read(bytes).map_err(|error| Refused::Given(format!("{}: {error}", path.display())))?;
    for notice in &read.said {
        eprintln!("{}: {notice}", path.display());
    }
    Ok(read.text)
}

/// A request as a document whose fields can be changed and read back. `reference` is its id; empty before it has one.
pub fn write(law: &Pack, text: &RequestText, reference: &str, facts: &DocumentFacts, lang: &str) -> Result<Vec<u8>, Refused> {
    let language = Language::of_tag(lang);
    let language = language.ok_or_else(|| Refused::Given(format!("--lang {lang}: documents are written in en or fr")))?;
    let given = Given {
        law,
        text,
        reference,
        date: None,
        language,
        facts,
    };
    let made = docx::Made {
        form: text.form.clone(),
        draft: None,
        text_sha256: text.sha256(),
    };
    Ok(docx::docx(&letter::request(&given), Some(&made))?)
}
