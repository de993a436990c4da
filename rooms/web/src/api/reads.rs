//! The reads of the API: each parses, calls one view and writes it.

use super::call::{Call, Segment};
use super::openapi::document;
use super::parameters::{MOST_ROWS, ROWS};
use super::{dictionary, endpoints, schema};
use crate::Web;
use crate::problem::{Problem, word, words};
use crate::query::{self, situation_of_segment};
use crate::texts::Said;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use record::entry::EntryId;
use register::files::FILES;
use register::port::Proof;
use register::request::RequestId;
use register::view::model::{RequestFilter, RowFilter};
use register::view::{DoubtFilter, ViewError};
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
    call.json(&web.register.persons(&call.viewer, &call.reading, &filter, limit).await?)
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

pub(super) async fn states(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::STATES, &parts)?;
    call.json(&web.register.states(&call.viewer, &call.reading).await?)
}

/// The profile of a State by its code, which has one form; whatever else somebody writes is answered with the
/// code that is meant.
pub(super) async fn state(State(web): State<Web>, Segment(code): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::STATE, &parts)?;
    match web.register.state(&call.viewer, &call.reading, &code).await {
        Ok(view) => call.json(&view),
        Err(ViewError::NoSuchState { .. }) => {
            let meant = web.register.state_meant(&call.viewer, &call.reading, &code).await?;
            let args = [("given", word(&code)), ("meant", word(meant))];
            Err(Problem::Unknown(Said::with("problem-name-state-means", args)))
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn treaties(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::TREATIES, &parts)?;
    call.json(&web.register.treaties(&call.viewer, &call.reading).await?)
}

pub(super) async fn treaty(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::TREATY, &parts)?;
    call.json(&web.register.parties(&call.viewer, &call.reading, &id).await?)
}

pub(super) async fn files(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::FILES, &parts)?;
    call.json(&dictionary::files())
}

pub(super) async fn file(State(web): State<Web>, Segment(name): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::FILE, &parts)?;
    let text = |name| call.parameters.get(name).map(str::to_owned);
    let filter = RowFilter {
        state: text("state"),
        kind: text("kind"),
        topic: text("topic"),
        after: text("after"),
    };
    let limit = call.parameters.number("limit", MOST_ROWS)?.unwrap_or(ROWS);
    let view = web.register.rows(&call.viewer, &call.reading, &name, &filter, limit).await?;
    let unknown = || {
        let known: Vec<&str> = FILES.iter().map(register::files::File::name).collect();
        let args = [("given", word(&name)), ("known", words(&known))];
        Problem::Unknown(Said::with("problem-name-file", args))
    };
    call.json(&view.ok_or_else(unknown)?)
}

pub(super) async fn row(State(web): State<Web>, Segment(matter): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::ROW, &parts)?;
    let view = web.register.row(&call.viewer, &call.reading, &matter).await?;
    call.json(&view.ok_or(Problem::NoSuchThing)?)
}

pub(super) async fn compare(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::COMPARE, &parts)?;
    let from = query::day("from", call.parameters.needed("from")?)?;
    call.json(&web.register.compare(&call.viewer, &call.reading, from).await?)
}

pub(super) async fn sessions(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::SESSIONS, &parts)?;
    let sessions = web.register.sessions(&call.viewer, &call.reading).await?;
    let asked = call.asked(&web).await?;
    call.json(&schema::Sessions {
        as_at: schema::Day(asked.as_at),
        known_on: schema::Day(asked.known_on),
        hindsight: asked.hindsight,
        exercise: asked.exercise,
        sessions: sessions
            .into_iter()
            .map(|session| schema::Session {
                session: session.session,
                on: schema::Day(session.on),
                resolution: session.resolution,
            })
            .collect(),
    })
}

pub(super) async fn sources(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::SOURCES, &parts)?;
    call.json(&web.register.sources(&call.viewer, &call.reading).await?)
}

pub(super) async fn doubts(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::DOUBTS, &parts)?;
    let filter = DoubtFilter {
        file: call.parameters.get("file").map(str::to_owned),
        disputed: call.parameters.yes("disputed")?,
    };
    call.json(&web.register.doubts(&call.viewer, &call.reading, &filter).await?)
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

pub(super) async fn public_requests(State(web): State<Web>, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::PUBLIC_REQUESTS, &parts)?;
    let text = |name| call.parameters.get(name).map(str::to_owned);
    let filter = RequestFilter {
        state: text("state"),
        person: text("person"),
        stands: text("stands"),
        after: text("after"),
    };
    let limit = call.parameters.number("limit", MOST_ROWS)?.unwrap_or(ROWS);
    call.json(&web.register.public_requests(&call.viewer, &call.reading, &filter, limit).await?)
}

pub(super) async fn public_request(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Answered {
    let call = Call::of(&web, &endpoints::PUBLIC_REQUEST, &parts)?;
    let id = RequestId::parse(&id).ok_or(Problem::NoSuchThing)?;
    let view = web.register.public_request(&call.viewer, &call.reading, &id).await?;
    call.json(&view.ok_or(Problem::NoSuchThing)?)
}

pub(super) async fn openapi(State(web): State<Web>, parts: Parts) -> Answered {
    static DOCUMENT: LazyLock<serde_json::Value> = LazyLock::new(|| serde_json::to_value(document()).unwrap_or_default());
    let call = Call::of(&web, &endpoints::DOCUMENT, &parts)?;
    call.json(&*DOCUMENT)
}
