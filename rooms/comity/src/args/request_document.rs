//! `comity request document`: a request as a document, or the letter of an act in it.

use clap::{Args as ClapArgs, ValueEnum};
use reports::letter::Kind;
use std::path::PathBuf;

/// In which form a document is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DocumentForm {
    /// PDF, for the archive and for screen readers.
    #[default]
    Pdf,
    /// A document of word processors, as it goes out.
    Docx,
}

/// Which document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DocumentKind {
    /// The request.
    #[default]
    Request,
    /// The note verbale that covers it.
    Note,
}

impl From<DocumentKind> for Kind {
    fn from(kind: DocumentKind) -> Kind {
        match kind {
            DocumentKind::Request => Kind::Request,
            DocumentKind::Note => Kind::Note,
        }
    }
}

/// A request as a document.
#[derive(Debug, ClapArgs)]
pub struct DocumentArgs {
    /// The request, by its id.
    pub request: String,
    /// Which document.
    #[arg(long, value_enum, default_value_t)]
    pub kind: DocumentKind,
    /// The letter by which the Court tells the State of this act instead, by its entry.
    #[arg(long, value_name = "ENTRY", conflicts_with_all = ["kind", "draft"])]
    pub act: Option<String>,
    /// The draft of the letter of an act that is not recorded yet, by its id in the law pack, with what it would carry under --set.
    #[arg(long, value_name = "ACT", conflicts_with = "kind")]
    pub draft: Option<String>,
    /// What that act would carry: reasons="The warrant was vacated". May be repeated.
    #[arg(long, value_name = "ELEMENT=TEXT", requires = "draft")]
    pub set: Vec<String>,
    /// The language of the document: en or fr.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// In which form.
    #[arg(long, value_enum, default_value_t)]
    pub format: DocumentForm,
    /// The file that is written, for its owner alone; it must not be there yet. Standard output for `-`.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}
