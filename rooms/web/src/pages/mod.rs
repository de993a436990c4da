//! The pages: one file each. A handler reads the address, calls one view of the register and renders.

mod about;
mod accessibility;
mod assets;
mod cells;
mod compare;
mod contacts;
mod contacts_answer;
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
pub(crate) mod legal;
mod overview;
mod person;
mod public_requests;
mod refusal;
mod report_editions;
mod report_pages;
pub(crate) mod report_preview;
mod row;
mod rows;
mod search;
mod situation;
mod situations;
mod sources;
mod state;
mod state_authorities;
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
use crate::visitor::Visitor;
use crate::{etag, problem::Problem, query};
use access::{Action, On, Organisation, Role, Viewer, may};
use askama::Template;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use register::port::Unit;
use register::reading::Reading;
use register::view::ViewError;
use register::view::model::{Foot, NotPublic};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) use assets::{script_path, typing_path};
pub(crate) use public_requests::STANDS as REQUESTS_STAND;
pub(crate) use refusal::{newest_foot, not_taken};
pub(crate) use report_editions::{issued_with, known as known_editions};
pub(crate) use report_pages::{NotMade, again as report_page, asking as report_asking, file_name as report_file_name};

/// What every page has.
#[derive(Clone)]
pub(crate) struct Pages {
    pub(crate) web: Web,
    pub(crate) texts: Arc<Texts>,
    /// Who asks.
    pub(crate) visitor: Visitor,
}

/// The routes of pages, with the answer to whatever address nobody else takes.
pub(crate) fn routes(web: Web) -> Router {
    let pages = Pages {
        web,
        texts: Arc::new(Texts::load()),
        visitor: Visitor::default(),
    };
    Router::new()
        .merge(crate::inside::routes())
        .route("/", get(root).fallback(method))
        .route("/assets/{name}", get(assets::asset).fallback(method))
        .route("/{lang}", get(page).fallback(method))
        .route("/{lang}/", get(page).fallback(method))
        .route("/{lang}/error", error_report::route())
        .route("/{lang}/contacts", contacts::route())
        .route("/{lang}/reports/{kind}", report_pages::route())
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
    /// What the page is made of that is not public.
    not_public: NotPublic,
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

    /// As whom the page is read. What is taken along as a file holds what is public, whoever takes it: the rest does
    /// not leave the program by a click.
    fn viewer(&self) -> Viewer {
        viewer_of(self.pages, &self.asked)
    }

    /// What stands around the matter of the page.
    fn layout(&self, title: String, entry: Entry, formats: &'static [Format]) -> Layout {
        let mut layout = self.pages.layout(&self.asked, self.w.clone(), self.today, Some(self.foot.clone()));
        layout.title = title;
        layout.title_as_at = true;
        layout.entry = entry;
        layout.not_public = self.not_public;
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

/// The cases of teams that somebody is shown: of all teams that they take in, and of their own. That somebody has counsel in a
/// case is nobody else's to know.
fn cases_for(viewer: &Viewer, cases: Arc<BTreeMap<Organisation, String>>) -> Arc<BTreeMap<Organisation, String>> {
    let is_shown = |team: &Organisation| {
        let takes_in = |role| may(viewer, Action::ManageOrganisations, On::People(team, role));
        viewer.organisation() == Some(team) || takes_in(Role::DefenceCounsel) || takes_in(Role::CounselForVictims)
    };
    if cases.keys().all(is_shown) {
        return cases;
    }
    let shown = cases.iter().filter(|(team, _)| is_shown(team));
    Arc::new(shown.map(|(team, case)| (team.clone(), case.clone())).collect())
}

fn viewer_of(pages: &Pages, asked: &Asked) -> Viewer {
    match asked.address.format {
        Format::Html => pages.visitor.viewer(),
        Format::Json | Format::Csv => Viewer::public(),
    }
}

impl Pages {
    /// These pages, asked for by somebody, for one answer.
    pub(crate) fn asked_by(self, visitor: Visitor) -> Pages {
        let web = Web {
            register: self.web.register.for_one_answer(),
            ..self.web
        };
        Pages { web, visitor, ..self }
    }

    /// The words for whoever asks.
    pub(crate) fn words(&self, lang: Lang) -> Words {
        let words = Words::new(&self.texts, lang);
        match self.visitor.actor() {
            Ok(actor) => words.with_cases(cases_for(actor.viewer(), self.web.people.cases())),
            Err(_) => words,
        }
    }

    /// The layout of an address for whoever asks, before the page has named itself.
    pub(crate) fn layout(&self, asked: &Asked, w: Words, today: Date, foot: Option<Foot>) -> Layout {
        Layout {
            visitor: self.visitor.clone(),
            ..layout_of(asked, w, today, foot)
        }
    }
}

/// The layout of an address for anybody, before the page has named itself.
fn layout_of(asked: &Asked, w: Words, today: Date, foot: Option<Foot>) -> Layout {
    Layout {
        w,
        visitor: Visitor::default(),
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
        inside: false,
        not_public: NotPublic::default(),
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
    visitor: Visitor,
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
    read(&pages.asked_by(visitor), segment("lang"), rest, &uri, &headers).await
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
    let w = pages.words(asked.address.lang);
    let reading = match &asked.reading {
        Ok(reading) => reading.clone(),
        Err(wrong) if asked.address.format != Format::Html => return Problem::Parameters(wrong.clone()).into_response(),
        Err(wrong) => return refusal::wrong(pages, &asked, wrong, today).await,
    };
    if let Place::Error { .. } = asked.address.place {
        // It says nothing of the record, so it is there whatever the record can say.
        return error_report::answer(pages, &asked, today).await;
    }
    if let Place::Contacts = asked.address.place {
        return contacts::answer(pages, &asked, today).await;
    }
    let unindexed = matches!(
        asked.address.place,
        Place::Person(_)
            | Place::Search(_)
            | Place::Entry(_)
            | Place::PublicRequest(_)
            | Place::PublicRequests(_)
            | Place::Report(_)
            | Place::Issued(_)
    );
    let foot = match pages.web.register.foot(&viewer_of(pages, &asked), &reading).await {
        Ok(foot) => foot,
        Err(error) => return refusal::of_view(pages, &asked, error, None, today).await,
    };
    let not_public = match not_public(pages, &asked, &reading).await {
        Ok(not_public) => not_public,
        Err(error) => return refusal::of_view(pages, &asked, error, Some(foot), today).await,
    };
    let request = Request {
        not_public,
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

/// What a page is made of that is not public.
async fn not_public(pages: &Pages, asked: &Asked, reading: &Reading) -> Result<NotPublic, ViewError> {
    // An entry says it itself. What tells nothing of the record reads nothing of it either, which would be audited.
    if let Place::Entry(_)
    | Place::Sources
    | Place::PublicRequests(_)
    | Place::PublicRequest(_)
    | Place::Reports
    | Place::Issued(_)
    | Place::Data
    | Place::Accessibility
    | Place::About
    | Place::Error { .. }
    | Place::Contacts
    | Place::Inside(..) = asked.address.place
    {
        return Ok(NotPublic::default());
    }
    let in_file = |unit: &Unit, name: &str| match unit {
        Unit::Matter(matter) => register::files::of_matter(matter).is_some_and(|file| file.name() == name),
        Unit::Person(_) | Unit::State(_) => false,
    };
    let is_code = |words: &str| words.len() == 3 && words.bytes().all(|b| b.is_ascii_uppercase());
    let tells_of = |unit: &Unit| match &asked.address.place {
        Place::Person(key) => *unit == Unit::Person(key.clone()),
        // Whatever else somebody writes for a State may mean any.
        Place::State(code) if is_code(code) => *unit == Unit::State(code.clone()),
        Place::States | Place::State(_) => !matches!(unit, Unit::Person(_)),
        Place::Row(matter) => *unit == Unit::Matter(matter.clone()),
        Place::File(page, _) => in_file(unit, page.file),
        Place::Treaty(id) => in_file(unit, &id.replace('-', "_")),
        Place::Warrants(_) | Place::Situations | Place::Situation(_) | Place::Working | Place::Counts => matches!(unit, Unit::Person(_)),
        _ => true,
    };
    let viewer = viewer_of(pages, asked);
    pages.web.register.not_public(&viewer, reading, tells_of).await
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
        Place::PublicRequests(filter) => public_requests::answer(request, filter).await,
        Place::PublicRequest(id) => public_requests::one(request, id).await,
        Place::Compare(from, _) => compare::answer(request, *from).await,
        Place::Sources => sources::answer(request).await,
        Place::Doubts(filter) => doubts::answer(request, filter).await,
        Place::Reports => report_pages::answer(request).await,
        Place::Issued(id) => report_editions::one(request, id).await,
        Place::Report(_) => report_pages::one(request).await,
        Place::Data => data::answer(request),
        Place::Accessibility => accessibility::answer(request),
        Place::About => about::answer(request),
        // Answered before the record is read.
        Place::Error { .. } | Place::Contacts => Err(Failure::Missing),
        // Those that are there have routes of their own.
        Place::Inside(..) => Err(Failure::Missing),
    }
}

/// The answer where no page lies.
async fn nowhere(State(pages): State<Pages>, visitor: Visitor, uri: Uri, headers: HeaderMap) -> Response {
    let pages = pages.asked_by(visitor);
    let first = uri.path().split('/').nth(1).unwrap_or_default();
    let lang = Lang::of_tag(first).unwrap_or(preferred(&headers));
    let today = pages.web.register.today();
    missing(&pages, lang, today).await
}

pub(crate) async fn missing(pages: &Pages, lang: Lang, today: Date) -> Response {
    // The first page always lies at the address of a language.
    match Asked::read(lang.tag(), "", None, today) {
        Some(asked) => refusal::nowhere(pages, &asked, today).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The answer to a method that reads nothing.
pub(crate) async fn method(method: Method) -> Response {
    let text = format!("{method} does nothing here: pages are read with GET or HEAD.\n");
    let mut response = (StatusCode::METHOD_NOT_ALLOWED, text).into_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

pub(crate) fn preferred(headers: &HeaderMap) -> Lang {
    Lang::preferred(
        headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default(),
    )
}

pub(crate) fn see_other(address: &str) -> Response {
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
