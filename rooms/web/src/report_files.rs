//! Reports as files: `/{lang}/reports/{kind}/report.{form}`, with the reading and what the report asks for as its page has them.
//! They hold what is public, whoever takes them; what is not public is taken along from the page of the report.

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
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use register::figures::Desk;
use reports::report::{Form, FormError, Report, ReportError, make};

/// What keeps search engines from listing files that name persons.
const ROBOTS: (HeaderName, HeaderValue) = (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));

/// A report as a file.
pub(crate) struct ReportFile {
    /// The name under which it is kept.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Writes a report in a form. Takes a while: to be done where others do not wait for it.
///
/// # Errors
/// As [`Form::of`].
pub(crate) fn file_of(form: Form, report: &Report) -> Result<ReportFile, FormError> {
    Ok(ReportFile {
        name: report.file_name(form.word()),
        bytes: form.of(report)?,
    })
}

/// An answer with a report, told to be kept as a file under a name and listed by nobody.
pub(crate) fn handed_out(mut response: Response, form: Form, name: &str) -> Response {
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(form.media_type()));
    // A file name is made of letters, digits, hyphens and a full stop.
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    headers.insert(ROBOTS.0, ROBOTS.1);
    response
}

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
        Err(ReportError::UnknownPerson(_) | ReportError::NoKind(_)) => return Err(Problem::NoSuchAddress),
        // The page asks for what is missing, and says what is wrong.
        Err(ReportError::NoState(_) | ReportError::NoPerson | ReportError::Since { .. }) => {
            return Ok(Redirect::to(&address.href()).into_response());
        }
    };
    let file = press::done(move || file_of(form, &report)).await;
    let file = file.map_err(|error| failed(&error))?.map_err(|error| failed(&error))?;
    let response = etag::respond(&headers, file.bytes, form.media_type(), is_fixed(&reading, today));
    Ok(handed_out(response, form, &file.name))
}

fn failed(error: &dyn std::error::Error) -> Problem {
    tracing::error!(%error, "a report could not be made");
    Problem::Failed
}
