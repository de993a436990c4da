//! A file of a draft, handed out to whoever sees the draft.

use super::Inside;
use super::annexes::KnownFile;
use super::attachment::{place, streamed};
use crate::layout::Layout;
use crate::pages::{self, Pages};
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use axum::routing::get;
use record::entry::Attachment;
use register::draft::{DraftError, DraftHead, DraftId};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/draft/{id}/file/{number}", get(hand_out).fallback(pages::method))
}

type Segments = Result<Path<(String, String, String)>, PathRejection>;

async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let asked = segments
        .ok()
        .and_then(|Path((_, id, number))| Some((DraftId::parse(&id)?, place(&number)?)));
    let Some((id, number)) = asked else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (file, content) = match inside.pages.web.drafts.file(actor.viewer(), &id, number).await {
        Ok(Some(found)) => found,
        Ok(None) | Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    match streamed(&file, content).await {
        Ok(answer) => answer,
        Err(error) => inside.failed(&error),
    }
}

/// What is known of the files of a draft.
pub(super) fn known_files(l: &Layout, head: &DraftHead) -> Vec<KnownFile> {
    let known = |(place, file): (usize, &Attachment)| KnownFile {
        file: file.clone(),
        href: Some(l.within(&format!("draft/{}/file/{}", head.id, place + 1))),
        waits: None,
    };
    head.files.iter().enumerate().map(known).collect()
}
