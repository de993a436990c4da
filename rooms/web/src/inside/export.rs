//! A matter taken along: the page that says what the file holds and asks for what, and the file.
//!
//! What is not public leaves the program as a file for somebody who is signed in by this way; attachments
//! and documents, which are opened one by one as what they belong to is, and audited as an opening; and the audit's own export. This
//! one is written into the audit before anything is handed out: what cannot be audited is not taken along.

use super::matter::{self, Segments};
use super::matter_words::Marked;
use super::taken::{self, Taker};
use super::{Inside, Posted, Unsettled, verify};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::{Length, capital};
use access::Action;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use identity::people::{Actor, PeopleError};
use register::audit::{Act, Event, Purpose};
use register::view::model::{NotPublic, TakenEntry, TakenMatter};

#[derive(Template)]
#[template(path = "inside/export.html")]
struct Page {
    l: Layout,
    m: TakenMatter,
    whom: String,
    oops: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/matter/{name}/export", get(show).post(take).fallback(pages::method))
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    match to_take(&inside, actor, &name).await {
        Ok(matter) => page(&inside, actor, matter, StatusCode::OK, None).await,
        Err(answer) => *answer,
    }
}

/// What of a matter the actor may take along.
///
/// # Errors
/// There is no such matter for them, or nothing of it that they may take along, and what is answered then.
async fn to_take(inside: &Inside, actor: &Actor, name: &str) -> Result<TakenMatter, Box<Response>> {
    let matter = match inside.pages.web.register.matter_to_take(actor.viewer(), name).await {
        Ok(Some(matter)) => matter,
        Ok(None) => return Err(Box::new(inside.nowhere().await)),
        Err(error) => return Err(Box::new(inside.failed(&error))),
    };
    if matter.entries.is_empty() {
        // Whoever reads the matter sees its page with what they may do there.
        return Err(Box::new(match inside.said(&PeopleError::NotAllowed) {
            Unsettled::Say(status, why) => matter::answer(inside, name, status, Some(why), None).await,
            Unsettled::Answer(answer) => *answer,
        }));
    }
    Ok(matter)
}

async fn page(inside: &Inside, actor: &Actor, matter: TakenMatter, status: StatusCode, oops: Option<Markup>) -> Response {
    let mut l = inside.whole_layout("export-title").await;
    l.not_public = NotPublic {
        level: Some(matter.level),
        facts: 0,
    };
    let whom = inside.w.whom(&Taker {
        actor,
        name: l.who().unwrap_or_default(),
        purpose: None,
    });
    let page = Page { l, m: matter, whom, oops };
    inside.show_as(status, &page)
}

/// Hands the file out, once it is durable in the audit that it was taken along, by whom and for what.
async fn take(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let (visit, actor) = match (inside.visit(), inside.actor()) {
        (Ok(visit), Ok(actor)) => (visit, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    let matter = match to_take(&inside, actor, &name).await {
        Ok(matter) => matter,
        Err(answer) => return *answer,
    };
    let Some(purpose) = Purpose::parse(fields.get("purpose")) else {
        let why = Markup::text(&inside.w.t("export-no-purpose"));
        return page(&inside, actor, matter, StatusCode::BAD_REQUEST, Some(why)).await;
    };
    if !inside.people().is_fresh(visit, Action::Export) {
        return verify::needed(&inside, &fields);
    }
    let taker = Taker {
        actor,
        name: visit.account.name(),
        purpose: Some(purpose),
    };
    let web = &inside.pages.web;
    let file = match taken::file(&web.register, inside.people(), &inside.w, &taker, &matter).await {
        Ok(file) => file,
        Err(error) => return inside.failed(&error),
    };
    // Once for each level, as for openings: whoever knows one need not know that there is a narrower one.
    let event = |level| {
        let event = web.audit.event(Act::Exported, actor.who());
        event.matter(&matter.id, level).detail(purpose.word())
    };
    let events: Vec<Event> = matter.levels().into_iter().map(event).collect();
    if let Err(error) = web.audit.write(&events).await {
        return inside.failed(&error);
    }
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    // The name is made of letters, digits, hyphens and a full stop: always the value of a header.
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", file.name)) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}

impl Page {
    fn mark(&self) -> String {
        self.l.w.mark_of(&self.m)
    }

    fn as_at(&self) -> Markup {
        self.l.w.moment(self.m.at)
    }

    fn kind(&self, entry: &TakenEntry) -> Markup {
        Markup::link(
            &self.l.entry_page(&entry.shown.id),
            &capital(&self.l.w.closed("kind", &entry.shown.kind)),
        )
    }

    fn effective(&self, entry: &TakenEntry) -> Markup {
        self.l.w.when(&entry.shown.effective, Length::Short)
    }

    fn action(&self) -> String {
        format!("{}/export", self.l.matter(&self.m.id))
    }
}
