//! The register to take along, as files: the whole of a day in one archive, the feed of changes, and the calendar of public dates.
//!
//! | address | what |
//! |---|---|
//! | `/{lang}/data/register.zip` | CSV |
//! | `/{lang}/data/register-parquet.zip` | Parquet |
//! | `/{lang}/changes.atom` | what is new |
//! | `/{lang}/calendar.ics` | sessions and public dates |
//!
//! The archives take `as_at`, `known_on` and `hindsight` as pages do, and hold both languages.

use crate::address::Lang;
use crate::problem::Problem;
use crate::query::{Parameters, is_fixed};
use crate::texts::{Texts, Words};
use crate::{Web, etag};
use crate::{atom, dates};
use access::Viewer;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_DISPOSITION;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use axum::response::Response;
use axum::routing::get;
use reports::Form;
use std::sync::Arc;

/// The parameters that an archive takes.
const READING: [&str; 3] = ["as_at", "known_on", "hindsight"];
/// How many changes the feed tells.
const CHANGES: usize = 50;
/// What keeps search engines from listing files that name persons.
const ROBOTS: (HeaderName, HeaderValue) = (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));

/// What the routes have.
#[derive(Clone)]
struct Take {
    web: Web,
    texts: Arc<Texts>,
}

/// The routes of archives, which are compressed already.
pub(crate) fn archives(web: Web) -> Router {
    Router::new()
        .route("/{lang}/data/register.zip", get(csv))
        .route("/{lang}/data/register-parquet.zip", get(parquet))
        .method_not_allowed_fallback(async || Problem::Method("GET, HEAD"))
        .with_state(web)
}

/// The routes of what is subscribed to.
pub(crate) fn feed(web: Web) -> Router {
    let texts = Arc::new(Texts::load());
    Router::new()
        .route("/{lang}/changes.atom", get(changes))
        .route("/{lang}/calendar.ics", get(calendar))
        .method_not_allowed_fallback(async || Problem::Method("GET, HEAD"))
        .with_state(Take { web, texts })
}

type Segment = Result<Path<String>, PathRejection>;

async fn csv(State(web): State<Web>, lang: Segment, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    archive(&web, lang, &uri, &headers, Form::Csv).await
}

async fn parquet(State(web): State<Web>, lang: Segment, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    archive(&web, lang, &uri, &headers, Form::Parquet).await
}

async fn archive(web: &Web, segment: Segment, uri: &Uri, headers: &HeaderMap, form: Form) -> Result<Response, Problem> {
    lang(segment)?;
    let today = web.register.today();
    let parameters = Parameters::parse(uri.query(), &READING)
        .and_then(Parameters::filled)
        .map_err(Problem::Parameters)?;
    let reading = parameters.reading(today).map_err(|wrong| Problem::Parameters(vec![wrong]))?;
    let whole = web.register.whole(&Viewer::public(), &reading).await?;
    let bytes = reports::archive(&whole, form).map_err(|error| {
        tracing::error!(%error, "an archive could not be made");
        Problem::Failed
    })?;
    let mut response = etag::respond(headers, bytes, "application/zip", is_fixed(&reading, today));
    let name = format!("attachment; filename=\"{}\"", reports::file_name(&whole, form));
    // A file name is made of small letters, digits, hyphens and a full stop.
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(CONTENT_DISPOSITION, name);
    }
    response.headers_mut().insert(ROBOTS.0, ROBOTS.1);
    Ok(response)
}

async fn changes(State(take): State<Take>, segment: Segment, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    let words = Words::new(&take.texts, lang(segment)?);
    Parameters::parse(uri.query(), &[]).map_err(Problem::Parameters)?;
    let changes = take.web.register.changes(&Viewer::public(), CHANGES).await?;
    let mut response = etag::respond(&headers, atom::feed(&words, &changes), "application/atom+xml; charset=utf-8", false);
    response.headers_mut().insert(ROBOTS.0, ROBOTS.1);
    Ok(response)
}

async fn calendar(State(take): State<Take>, segment: Segment, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    let words = Words::new(&take.texts, lang(segment)?);
    Parameters::parse(uri.query(), &[]).map_err(Problem::Parameters)?;
    let register = &take.web.register;
    let dates = register.public_dates(&Viewer::public()).await?;
    let text = dates::feed(&words, &register.law, &dates);
    let mut response = etag::respond(&headers, text, "text/calendar; charset=utf-8", false);
    response.headers_mut().insert(ROBOTS.0, ROBOTS.1);
    Ok(response)
}

fn lang(segment: Segment) -> Result<Lang, Problem> {
    let Path(tag) = segment.map_err(|_| Problem::NoSuchAddress)?;
    Lang::of_tag(&tag).ok_or(Problem::NoSuchAddress)
}
