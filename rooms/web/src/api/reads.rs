//! The reads of the API: each parses, calls one view and writes it.

use super::call::{Call, Segment};
use super::endpoints;
use super::openapi::document;
use super::parameters::{MOST_ROWS, ROWS};
use crate::Web;
use crate::problem::Problem;
use crate::query::situation_of_segment;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use record::entry::EntryId;
use register::port::Proof;
use std::sync::LazyLock;

type Answered = Result<Response, Problem>;

pub(super) async fn outstanding(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::OUTSTANDING, &parts)?;
    call.json(&web.register.outstanding(&call.viewer, &call.reading).await?)
}

pub(super) async fn overview(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::OVERVIEW, &parts)?;
    call.json(&web.register.overview(&call.viewer, &call.reading).await?)
}

pub(super) async fn persons(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::PERSONS, &parts)?;
    let filter = call.parameters.filter()?;
    let limit = call.parameters.number("limit", MOST_ROWS)?.unwrap_or(ROWS);
    call.json(&web.register.warrants(&call.viewer, &call.reading, &filter, limit).await?)
}

pub(super) async fn person(State(web): State<Web>, Segment(key): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::PERSON, &parts)?;
    let view = web.register.person(&call.viewer, &call.reading, &key).await?;
    call.json(&view.ok_or(Problem::NoSuchThing)?)
}

pub(super) async fn situations(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::SITUATIONS, &parts)?;
    call.json(&web.register.situations(&call.viewer, &call.reading).await?)
}

pub(super) async fn situation(State(web): State<Web>, Segment(segment): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::SITUATION, &parts)?;
    let no = situation_of_segment(&segment).ok_or(Problem::NoSuchThing)?;
    let view = web.register.situation(&call.viewer, &call.reading, &no).await?;
    call.json(&view.ok_or(Problem::NoSuchThing)?)
}

pub(super) async fn working(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::WORKING, &parts)?;
    call.json(&web.register.working(&call.viewer, &call.reading).await?)
}

pub(super) async fn counts(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::COUNTS, &parts)?;
    call.json(&web.register.counts(&call.viewer, &call.reading).await?)
}

pub(super) async fn search(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::SEARCH, &parts)?;
    let q = call.parameters.needed("q")?;
    call.json(&web.register.search(&call.viewer, &call.reading, q).await?)
}

pub(super) async fn entry(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::ENTRY, &parts)?;
    let view = web.register.entry(&call.viewer, &call.reading, &id).await?;
    call.json(&view.ok_or(Problem::NoSuchThing)?)
}

/// The proof of an entry that exists for the reader in this reading. It proves the entry as recorded,
/// against the newest checkpoint, whatever the day.
pub(super) async fn proof(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::PROOF, &parts)?;
    let view = web.register.entry(&call.viewer, &call.reading, &id).await?;
    let id = view.and_then(|entry| EntryId::parse(&entry.id)).ok_or(Problem::NoSuchThing)?;
    match web.register.store.proof(&call.viewer, &id).await? {
        Some(Proof::Ready(text)) => Ok(call.answer(text, "application/json")),
        Some(Proof::From(from)) => Err(Problem::NotYetProved {
            from,
            now: web.register.outside.now(),
        }),
        None => Err(Problem::NoSuchThing),
    }
}

pub(super) async fn checkpoint(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::CHECKPOINT, &parts)?;
    let signed = web.register.store.checkpoint().await?;
    Ok(call.answer(signed.text, "text/plain; charset=utf-8"))
}

pub(super) async fn openapi(State(web): State<Web>, parts: Parts) -> Answered {
    static DOCUMENT: LazyLock<serde_json::Value> = LazyLock::new(|| serde_json::to_value(document()).unwrap_or_default());
    let call = Call::of(&web, &endpoints::DOCUMENT, &parts)?;
    call.json(&*DOCUMENT)
}
