//! A request as one file to be sent: `bundle.zip`, with the request, the note verbale that covers it, its annexes and their
//! hashes. It leaves the program for those who send requests alone, and stands in the audit before anything is handed out.

use super::document::{self, Document, NotMade, language};
use super::request::{Page, Segments, request_of};
use super::{Inside, press};
use crate::Web;
use crate::pages::{self, Pages};
use access::Viewer;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::Actor;
use register::audit::{Act, Event, Purpose};
use register::request::{BUNDLE, RequestError, RequestId};
use register::view::model::{MoveOffer, RequestView};
use reports::letter::{Given, Language};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/request/{id}/bundle.zip", get(hand_out).fallback(pages::method))
}

/// Whether somebody sends such requests, and so has the file to send.
fn sends(view: &RequestView, viewer: &Viewer, law: &law::Pack) -> bool {
    let role = viewer.role().map(access::Role::word);
    let sends = |mv: &law::Move| mv.sends && mv.is_of(&view.row.form) && mv.by.iter().any(|word| Some(word.as_str()) == role);
    law.moves().iter().any(sends)
}

async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    match made(&inside.pages.web, actor, &id, language(inside.w.lang)).await {
        Ok(Some(bundle)) => bundle.answer(),
        Ok(None) => inside.nowhere().await,
        Err(error) if is_too_large(&error) => inside.instead(StatusCode::PAYLOAD_TOO_LARGE, "bundle-large-head", "bundle-large-text"),
        Err(error) => inside.failed(&error),
    }
}

/// Whether the files of a request are more than a bundle holds.
pub(crate) fn is_too_large(error: &NotMade) -> bool {
    matches!(error, NotMade::Request(RequestError::Field { field: "files", .. }))
}

/// The bundle of a request, told to the audit; none where there is no such request for whoever asks, they send no such requests,
/// or it is not signed: what is not signed is not sent.
///
/// # Errors
/// As [`NotMade`] says, see [`is_too_large`].
pub(crate) async fn made(web: &Web, actor: &Actor, id: &RequestId, language: Language) -> Result<Option<Document>, NotMade> {
    let (register, viewer) = (web.register.clone(), actor.viewer());
    let view = register.request(viewer, &document::today(web), id).await?;
    let Some(view) = view.filter(|view| sends(view, viewer, &register.law)) else {
        return Ok(None);
    };
    let matter = if view.row.sent { id.matter() } else { id.preparation() };
    let taken = register.matter_to_take(viewer, &matter).await?;
    let taken = taken.filter(|taken| !taken.entries.is_empty());
    let (Some(taken), Some(date)) = (taken, view.document_day(&register.law)) else {
        return Ok(None);
    };
    let place = press::place().await?;
    let facts = register.facts_of_request(viewer, &view, date).await?;
    let parts = register.bundle_parts(viewer, id, &view.text).await?;
    let request = *id;
    let bundled = place.done(move || {
        let given = Given {
            law: &register.law,
            text: &view.text,
            reference: &request.to_string(),
            date: Some(date),
            language,
            facts: &facts,
        };
        reports::bundle(&request, &given, parts)
    });
    let bundle = bundled.await?.map_err(|error| NotMade::Unset(error.to_string()))?;
    let event = |level| {
        let event = web.audit.event(Act::Exported, actor.who());
        event.matter(&matter, level).detail(Purpose::Transmission.word())
    };
    let events: Vec<Event> = taken.levels().into_iter().map(event).collect();
    web.audit.write(&events).await?;
    Ok(Some(Document {
        name: bundle.name,
        media_type: "application/zip",
        bytes: bundle.bytes,
    }))
}

impl Page {
    /// Where the file to be sent is, for whoever can send the request now, once it is signed.
    pub(super) fn bundle(&self) -> Option<String> {
        let law = &self.law;
        let sends = |offer: &MoveOffer| {
            let mv = law.moves().iter().find(|mv| mv.id == offer.id);
            mv.is_some_and(|mv| mv.carries.iter().any(|element| element.id == BUNDLE))
        };
        let is_signed = self.v.document_day(law).is_some();
        (is_signed && self.v.moves.iter().any(sends)).then(|| self.l.within(&format!("request/{}/bundle.zip", self.v.row.id)))
    }
}
