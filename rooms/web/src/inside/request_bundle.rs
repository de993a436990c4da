//! A request as one file to be sent: `bundle.zip`, with the request, the note verbale that covers it, its annexes and their
//! hashes. It leaves the program for those who send requests alone, and stands in the audit before anything is handed out.

use super::document::{self, language};
use super::request::{Page, Segments, request_of};
use super::{Inside, press};
use crate::pages::{self, Pages};
use access::Viewer;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use register::audit::{Act, Event, Purpose};
use register::request::{BUNDLE, RequestError};
use register::view::model::{MoveOffer, RequestView};
use reports::letter::Given;

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
    let web = &inside.pages.web;
    let register = web.register.clone();
    let reading = inside.reading();
    let view = match register.request(actor.viewer(), &reading, &id).await {
        Ok(Some(view)) if sends(&view, actor.viewer(), &register.law) => view,
        Ok(_) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let matter = if view.row.sent { id.matter() } else { id.preparation() };
    let taken = match register.matter_to_take(actor.viewer(), &matter).await {
        Ok(Some(taken)) if !taken.entries.is_empty() => taken,
        Ok(_) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    // What is not signed is not sent.
    let Some(date) = view.document_day(&register.law) else {
        return inside.nowhere().await;
    };
    let place = match press::place().await {
        Ok(place) => place,
        Err(error) => return inside.failed(&error),
    };
    let facts = register.document_facts(actor.viewer(), &view.text, date).await;
    let parts = register.bundle_parts(actor.viewer(), &id, &view.text).await;
    let (facts, parts) = match (facts, parts) {
        (Ok(facts), Ok(parts)) => (facts, parts),
        (_, Err(RequestError::Field { field: "files", .. })) => {
            return inside.instead(StatusCode::PAYLOAD_TOO_LARGE, "bundle-large-head", "bundle-large-text");
        }
        (Err(error), _) | (_, Err(error)) => return inside.failed(&error),
    };
    let language = language(inside.w.lang);
    let made = place.done(move || {
        let given = Given {
            law: &register.law,
            text: &view.text,
            reference: &id.to_string(),
            date: Some(date),
            language,
            facts: &facts,
        };
        reports::bundle(&id, &given, parts)
    });
    let bundle = match made.await {
        Ok(Ok(bundle)) => bundle,
        Ok(Err(error)) => return inside.failed(&error),
        Err(error) => return inside.failed(&error),
    };
    let event = |level| {
        let event = web.audit.event(Act::Exported, actor.who());
        event.matter(&matter, level).detail(Purpose::Transmission.word())
    };
    let events: Vec<Event> = taken.levels().into_iter().map(event).collect();
    if let Err(error) = web.audit.write(&events).await {
        return inside.failed(&error);
    }
    document::answer(&bundle.name, "application/zip", bundle.bytes)
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
