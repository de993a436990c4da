//! The pages: one file each. A handler reads the address, calls one view of the register and renders.

mod about;
mod accessibility;
mod assets;
mod cells;
mod compare;
mod counts;
mod data;
mod doubts;
mod elsewhere;
mod entry;
mod error_report;
mod events;
mod file;
mod file_pages;
mod laws;
mod legal;
mod overview;
mod person;
mod refusal;
mod row;
mod rows;
mod search;
mod situation;
mod situations;
mod sources;
mod state;
mod state_deck;
mod state_missing;
mod states;
mod treaty;
mod warrants;
mod working;

use crate::Web;
use crate::address::{Asked, Format, Lang, Place};
use crate::layout::{Entry, Layout};
use crate::texts::{Texts, Words};
use crate::{etag, problem::Problem, query};
use access::Viewer;
use askama::Template;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use register::reading::Reading;
use register::view::ViewError;
use register::view::model::Foot;
use serde::Serialize;
use std::sync::Arc;

/// What every page has.
#[derive(Clone)]
pub(crate) struct Pages {
    web: Web,
    texts: Arc<Texts>,
}

/// The routes of pages, with the answer to whatever address nobody else takes.
pub(crate) fn routes(web: Web) -> Router {
    let pages = Pages {
        web,
        texts: Arc::new(Texts::load()),
    };
    Router::new()
        .route("/", get(root).fallback(method))
        .route("/assets/{name}", get(assets::sheet).fallback(method))
        .route("/{lang}", get(page).fallback(method))
        .route("/{lang}/", get(page).fallback(method))
        .route("/{lang}/error", error_report::route())
        .route("/{lang}/{*rest}", get(page).fallback(method))
        .fallback(nowhere)
        .with_state(pages)
}

/// One request for a page, understood.
pub(crate) struct Request<'a> {
    pages: &'a Pages,
    asked: Asked,
    reading: Reading,
    today: Date,
    foot: Foot,
    w: Words,
    headers: &'a HeaderMap,
}

/// Why there is no page.
pub(crate) enum Failure {
    /// The view could not be given.
    View(ViewError),
    /// What is asked for does not exist for this reader, or not in this form.
    Missing,
    /// A template could not be rendered.
    Render(askama::Error),
}

impl From<ViewError> for Failure {
    fn from(error: ViewError) -> Failure {
        Failure::View(error)
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Failure {
        Failure::Render(error)
    }
}

impl Request<'_> {
    /// The register.
    fn register(&self) -> &register::Register {
        &self.pages.web.register
    }

    /// The viewer of public pages.
    fn viewer(&self) -> Viewer {
        Viewer::public()
    }

    /// What stands around the matter of the page.
    fn layout(&self, title: String, entry: Entry, formats: &'static [Format]) -> Layout {
        let mut layout = layout_of(&self.asked, self.w.clone(), self.today, Some(self.foot.clone()));
        layout.title = title;
        layout.title_as_at = true;
        layout.entry = entry;
        layout.formats = formats;
        layout
    }

    /// Answers with a page.
    fn html(&self, page: &impl Template) -> Result<Response, Failure> {
        Ok(self.body(page.render()?, "text/html; charset=utf-8"))
    }

    /// Answers with the view itself.
    fn json(&self, view: &impl Serialize) -> Result<Response, Failure> {
        // A view is plain data with names as keys: it can always be written.
        Ok(self.body(serde_json::to_string(view).unwrap_or_default(), "application/json"))
    }

    /// Answers with a table.
    fn csv(&self, csv: String) -> Result<Response, Failure> {
        Ok(self.body(csv, "text/csv; charset=utf-8"))
    }

    fn body(&self, body: String, content_type: &'static str) -> Response {
        etag::respond(self.headers, body, content_type, query::is_fixed(&self.reading, self.today))
    }
}

/// The layout of an address, before the page has named itself.
fn layout_of(asked: &Asked, w: Words, today: Date, foot: Option<Foot>) -> Layout {
    Layout {
        w,
        address: asked.address.clone(),
        sheet: assets::sheet_path(),
        today,
        as_at: asked.address.as_at.unwrap_or(today),
        day: asked.day.clone(),
        known: asked.known.clone(),
        day_wrong: false,
        known_wrong: false,
        from_wrong: false,
        foot,
        title: String::new(),
        title_as_at: false,
        entry: Entry::None,
        noindex: false,
        steps: Vec::new(),
        formats: &[],
    }
}

/// The first address: to the language that the reader's browser prefers.
async fn root(headers: HeaderMap) -> Response {
    let lang = preferred(&headers);
    let mut response = see_other(&format!("/{}", lang.tag()));
    response.headers_mut().insert(VARY, HeaderValue::from_name(ACCEPT_LANGUAGE));
    response
}

/// Any page.
async fn page(
    State(pages): State<Pages>,
    path: Result<Path<Vec<(String, String)>>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let segments = path.map(|Path(segments)| segments).unwrap_or_default();
    let segment = |name: &str| {
        segments
            .iter()
            .find(|(given, _)| given == name)
            .map_or("", |(_, value)| value.as_str())
    };
    // "/en/" is "/en" written differently.
    let rest = if segment("rest").is_empty() && uri.path().ends_with('/') {
        "overview"
    } else {
        segment("rest")
    };
    read(&pages, segment("lang"), rest, &uri, &headers).await
}

/// A page by its language and the rest of its path.
async fn read(pages: &Pages, lang: &str, rest: &str, uri: &Uri, headers: &HeaderMap) -> Response {
    let today = pages.web.register.today();
    let Some(asked) = Asked::read(lang, rest, uri.query(), today) else {
        return missing(pages, Lang::of_tag(lang).unwrap_or(preferred(headers)), today).await;
    };
    if let Some(canonical) = &asked.moved {
        return see_other(canonical);
    }
    let w = Words::new(&pages.texts, asked.address.lang);
    let reading = match &asked.reading {
        Ok(reading) => reading.clone(),
        Err(wrong) if asked.address.format != Format::Html => return Problem::Parameters(wrong.clone()).into_response(),
        Err(wrong) => return refusal::wrong(pages, &asked, wrong, today).await,
    };
    if let Place::Error { .. } = asked.address.place {
        // It says nothing of the record, so it is there whatever the record can say.
        return error_report::answer(pages, &asked, today).await;
    }
    let unindexed = matches!(asked.address.place, Place::Person(_) | Place::Search(_) | Place::Entry(_));
    let foot = match pages.web.register.foot(&Viewer::public(), &reading).await {
        Ok(foot) => foot,
        Err(error) => return refusal::of_view(pages, &asked, error, None, today).await,
    };
    let request = Request {
        pages,
        asked,
        reading,
        today,
        foot,
        w,
        headers,
    };
    let mut response = match answer(&request).await {
        Ok(response) => response,
        Err(Failure::Missing) => refusal::missing(&request).await,
        Err(Failure::View(error)) => refusal::of_view(pages, &request.asked, error, Some(request.foot.clone()), today).await,
        Err(Failure::Render(error)) => {
            tracing::error!(%error, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    };
    if unindexed {
        response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
    response
}

async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    match &request.asked.address.place {
        Place::Overview => overview::answer(request).await,
        Place::Warrants(filter) => warrants::answer(request, filter).await,
        Place::Person(key) => person::answer(request, key).await,
        Place::Situations => situations::answer(request).await,
        Place::Situation(no) => situation::answer(request, no).await,
        Place::Working => working::answer(request).await,
        Place::Counts => counts::answer(request).await,
        Place::Search(q) => search::answer(request, q).await,
        Place::Entry(id) => entry::answer(request, id).await,
        Place::States => states::answer(request).await,
        Place::State(words) => state::answer(request, words).await,
        Place::Treaty(id) => treaty::answer(request, id).await,
        Place::File(page, filter) => file::answer(request, page, filter).await,
        Place::Row(matter) => row::answer(request, matter).await,
        Place::Compare(from, _) => compare::answer(request, *from).await,
        Place::Sources => sources::answer(request).await,
        Place::Doubts(filter) => doubts::answer(request, filter).await,
        Place::Data => data::answer(request),
        Place::Accessibility => accessibility::answer(request),
        Place::About => about::answer(request),
        // Answered before the record is read.
        Place::Error { .. } => Err(Failure::Missing),
    }
}

/// The answer where no page lies.
async fn nowhere(State(pages): State<Pages>, uri: Uri, headers: HeaderMap) -> Response {
    let first = uri.path().split('/').nth(1).unwrap_or_default();
    let lang = Lang::of_tag(first).unwrap_or(preferred(&headers));
    let today = pages.web.register.today();
    missing(&pages, lang, today).await
}

async fn missing(pages: &Pages, lang: Lang, today: Date) -> Response {
    // The first page always lies at the address of a language.
    match Asked::read(lang.tag(), "", None, today) {
        Some(asked) => refusal::nowhere(pages, &asked, today).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The answer to a method that reads nothing.
async fn method(method: Method) -> Response {
    let text = format!("{method} does nothing here: pages are read with GET or HEAD.\n");
    let mut response = (StatusCode::METHOD_NOT_ALLOWED, text).into_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

fn preferred(headers: &HeaderMap) -> Lang {
    Lang::preferred(
        headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default(),
    )
}

fn see_other(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    // Canonical addresses are percent-encoded throughout, so they are always header values.
    if let Ok(location) = HeaderValue::from_str(address) {
        headers.insert(LOCATION, location);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    response
}

#[cfg(test)]
mod compare_tests;
#[cfg(test)]
mod files_tests;
#[cfg(test)]
mod states_tests;
#[cfg(test)]
mod tests;
