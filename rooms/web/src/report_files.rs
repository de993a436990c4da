//! Reports as files: `/{lang}/reports/{kind}/report.{form}`, with the reading and what the report asks for as its page has them.
//! They hold what is public, whoever takes them.

use crate::Web;
use crate::address::{Asked, Place};
use crate::etag;
use crate::inside::press;
use crate::pages::report_asking;
use crate::problem::Problem;
use crate::query::is_fixed;
use access::Viewer;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_DISPOSITION;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use register::figures::Desk;
use reports::report::{Form, ReportError, make};

/// What keeps search engines from listing files that name persons.
const ROBOTS: (HeaderName, HeaderValue) = (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));

/// The routes.
pub(crate) fn routes(web: Web) -> Router {
    Router::new()
        .route("/{lang}/reports/{kind}/{file}", get(file))
        .method_not_allowed_fallback(async || Problem::Method("GET, HEAD"))
        .with_state(web)
}

type Segments = Result<Path<(String, String, String)>, PathRejection>;

async fn file(State(web): State<Web>, segments: Segments, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    let Path((lang, kind, file)) = segments.map_err(|_| Problem::NoSuchAddress)?;
    let form = file.strip_prefix("report.").and_then(Form::of_word).ok_or(Problem::NoSuchAddress)?;
    let today = web.register.today();
    let asked = Asked::read(&lang, &format!("reports/{kind}"), uri.query(), today).ok_or(Problem::NoSuchAddress)?;
    let Asked { address, reading, .. } = asked;
    let reading = reading.map_err(Problem::Parameters)?;
    let Place::Report(of) = &address.place else {
        return Err(Problem::NoSuchAddress);
    };
    let asking = report_asking(of, address.lang);
    let viewer = Viewer::public();
    let made = make(&mut Desk::new(&web.register, &viewer, &reading), &asking).await;
    let report = match made {
        Ok(report) => report,
        Err(ReportError::View(error)) => return Err(error.into()),
        Err(ReportError::UnknownPerson(_)) => return Err(Problem::NoSuchAddress),
        // The page asks for what is missing, and says what is wrong.
        Err(ReportError::NoState(_) | ReportError::NoPerson | ReportError::Since { .. }) => {
            return Ok(Redirect::to(&address.href()).into_response());
        }
    };
    let name = report.file_name(form.word());
    let bytes = press::done(move || form.of(&report)).await;
    let bytes = bytes.map_err(|error| failed(&error))?.map_err(|error| failed(&error))?;
    let mut response = etag::respond(&headers, bytes, form.media_type(), is_fixed(&reading, today));
    // A file name is made of letters, digits, hyphens and a full stop.
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(CONTENT_DISPOSITION, name);
    }
    response.headers_mut().insert(ROBOTS.0, ROBOTS.1);
    Ok(response)
}

fn failed(error: &dyn std::error::Error) -> Problem {
    tracing::error!(%error, "a report could not be made");
    Problem::Failed
}
