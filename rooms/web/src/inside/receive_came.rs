//! What came to a State: out of the file that the Court sent, or as it was written in from paper.

use super::draft_word::read_whole;
use super::{Inside, press};
use crate::markup::Markup;
use crate::upload::Sent;
use access::Viewer;
use axum::response::Response;
use jiff::civil::Date;
use register::attachment::{AttachmentError, owner};
use register::request::{BundleFile, RequestId, RequestText};
use reports::{BundleRefused, docx, open_bundle};

/// A request that came.
pub(super) struct Came {
    /// The id that it has in the Court's record, where it came with it.
    pub(super) id: Option<RequestId>,
    /// What is asked.
    pub(super) text: RequestText,
    /// The day on which it was signed.
    pub(super) signed_on: Option<Date>,
    /// The documents that came with it, each held against its hash.
    pub(super) files: Vec<BundleFile>,
    /// Titles of what comes on paper.
    pub(super) on_paper: Vec<String>,
    /// SHA-256 of the bundle.
    pub(super) sha256: Option<String>,
}

/// Why nothing can be read.
pub(super) enum NotCame {
    /// The file waits no longer.
    Gone,
    Answer(Box<Response>),
    Say(Vec<Markup>),
}

impl Came {
    /// What came without documents.
    pub(super) fn alone(text: RequestText) -> Came {
        Came {
            id: None,
            text,
            signed_on: None,
            files: Vec::new(),
            on_paper: Vec::new(),
            sha256: None,
        }
    }
}

/// What a file holds: a bundle, or the text of a request as TOML, JSON or a document with fields.
///
/// # Errors
/// It cannot be read, or was altered, and what is said then.
pub(super) async fn read(inside: &Inside, viewer: &Viewer, file: &Sent) -> Result<Came, NotCame> {
    let failed = |error: &dyn std::fmt::Display| NotCame::Answer(Box::new(inside.failed(&error)));
    let place = press::place().await.map_err(|error| failed(&error))?;
    let bytes = read_whole(&*inside.pages.web.register.attachments, &owner(viewer), file).await;
    let bytes = bytes.map_err(|error| match error {
        AttachmentError::NotWaiting => NotCame::Gone,
        error => failed(&error),
    })?;
    let of_word = file.working.file.name.to_lowercase().ends_with(".docx");
    let read = place.done(move || {
        if of_word {
            return docx::read(&bytes)
                .map(|read| Came::alone(read.text))
                .map_err(|error| Err(error.to_string()));
        }
        if !bytes.starts_with(b"PK") {
            return RequestText::read_file(&bytes)
                .map(Came::alone)
                .map_err(|error| Err(error.to_string()));
        }
        let came = open_bundle(&bytes).map_err(Ok)?;
        Ok(Came {
            id: Some(came.id),
            text: came.text,
            signed_on: came.signed_on,
            files: came.files,
            on_paper: came.on_paper,
            sha256: Some(came.sha256),
        })
    });
    let read = read.await.map_err(|error| failed(&error))?;
    read.map_err(|why| {
        NotCame::Say(match why {
            Ok(refused) => vec![said(inside, &refused)],
            // What exactly is wrong with a text is said in the words of the shell.
            Err(why) => vec![
                Markup::text(&inside.w.t("receive-unreadable")),
                Markup::english(&why, inside.w.lang),
            ],
        })
    })
}

/// Why a bundle is not taken.
fn said(inside: &Inside, refused: &BundleRefused) -> Markup {
    let (key, name) = match refused {
        BundleRefused::Damaged => ("receive-damaged", None),
        BundleRefused::TooLarge => ("receive-too-large", None),
        BundleRefused::Manifest => ("receive-manifest", None),
        BundleRefused::Missing(name) => ("receive-missing", Some(name)),
        BundleRefused::Added(name) => ("receive-added", Some(name)),
        BundleRefused::Altered(name) => ("receive-altered", Some(name)),
        BundleRefused::Text => ("receive-other-text", None),
    };
    match name {
        Some(name) => inside.w.say(key, &[("name", Markup::name(name).into())]),
        None => Markup::text(&inside.w.t(key)),
    }
}
