//! A file that came to a State, read: for the page, which shows what it says before it is recorded, and for programs.

use super::draft_word::read_whole;
use super::press;
use crate::Web;
use crate::texts::{Arg, Said};
use access::Viewer;
use law::{Element, Pack};
use register::attachment::{AttachmentError, Working, owner};
use reports::{BundleRefused, Came, NotCame};
use std::fmt::Display;

/// What is told of its sending, out of what the act that sends a request carries.
const TOLD: [&str; 6] = ["channel", "medium", "urgent", "confirm_by", "receipt_number", "bag_number"];

/// Why nothing can be read.
pub(crate) enum NotRead {
    /// The file waits no longer.
    Gone,
    /// It is no request, or was altered.
    Refused(NotCame),
    /// Something of ours failed, in words for the log.
    Failed(String),
}

/// What a file that waits holds.
///
/// # Errors
/// As [`NotRead`] says.
pub(crate) async fn read(web: &Web, viewer: &Viewer, file: &Working) -> Result<Came, NotRead> {
    let failed = |error: &dyn Display| NotRead::Failed(error.to_string());
    let place = press::place().await.map_err(|error| failed(&error))?;
    let bytes = read_whole(&*web.register.attachments, &owner(viewer), &file.id).await;
    let bytes = bytes.map_err(|error| match error {
        AttachmentError::NotWaiting => NotRead::Gone,
        error => failed(&error),
    })?;
    let name = file.file.name.clone();
    let read = place.done(move || Came::read(&name, &bytes)).await;
    read.map_err(|error| failed(&error))?.map_err(NotRead::Refused)
}

/// Forgets a file that came and was read; what cannot be forgotten now goes by itself a day later.
pub(crate) async fn forget(web: &Web, viewer: &Viewer, file: &Working) {
    if let Err(error) = web.register.attachments.discard(&owner(viewer), &file.id).await {
        tracing::warn!(%error, "a file that was read could not be forgotten");
    }
}

/// Why a file is not taken; of what is wrong with a text or a document, what exactly, in the words of the shell.
pub(crate) fn refused(refused: &NotCame) -> (Said, Option<Said>) {
    let (key, name) = match refused {
        NotCame::Document(error) => return (Said::text("receive-unreadable"), Some(Said::English(error.to_string()))),
        NotCame::Text(error) => return (Said::text("receive-unreadable"), Some(Said::English(error.to_string()))),
        NotCame::Bundle(refused) => match refused {
            BundleRefused::Damaged => ("receive-damaged", None),
            BundleRefused::TooLarge => ("receive-too-large", None),
            BundleRefused::Manifest => ("receive-manifest", None),
            BundleRefused::Missing(name) => ("receive-missing", Some(name)),
            BundleRefused::Added(name) => ("receive-added", Some(name)),
            BundleRefused::Altered(name) => ("receive-altered", Some(name)),
            BundleRefused::Text => ("receive-other-text", None),
        },
    };
    let said = match name {
        Some(name) => Said::with(key, [("name", Arg::Name(name.clone()))]),
        None => Said::text(key),
    };
    (said, None)
}

/// What is told of the sending of a request of a form, as the act that sends it carries it.
pub(crate) fn sending(law: &Pack, form: &str) -> Vec<Element> {
    let mv = law.moves().iter().find(|mv| mv.sends && mv.is_of(form));
    let carries = mv.map(|mv| mv.carries.as_slice()).unwrap_or_default();
    carries
        .iter()
        .filter(|element| TOLD.contains(&element.id.as_str()))
        .cloned()
        .collect()
}
