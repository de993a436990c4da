//! Pages and the JSON API: parse, call one view of `register`, render. No rule of law or access here.
//!
//! Read in this order: `address` (how a page and its reading are written in an address), `texts`
//! (words in two languages), `written` (dates, numbers and lists, one function a language), `acts`
//! (what an act is called), `layout` (what stands on every page), `pages` (one file a page) and [`api`].

mod access_log;
mod acts;
mod address;
pub mod api;
mod atom;
mod chart;
pub mod csv;
#[cfg(test)]
mod empty_store;
mod etag;
mod layout;
mod markup;
mod pages;
mod problem;
mod query;
#[cfg(test)]
mod samples;
mod serve;
mod take;
mod texts;
mod written;

pub use serve::serve;

use axum::Router;
use axum::http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{from_fn, map_response};
use axum::response::Response;
use tower_http::compression::CompressionLayer;

/// What every handler has: the register, and the key by which anybody checks a proof.
#[derive(Clone)]
pub struct Web {
    /// Operations and views.
    pub register: register::Register,
    /// Where reports of errors are handed in.
    pub reports: register::desk::ErrorReports,
    /// The verifier key of the log's checkpoints (C2SP `signed-note`).
    pub verifier_key: String,
}

/// What every answer tells the browser: nothing may be loaded but our own style sheet and images, no
/// form leads elsewhere, no other page frames ours, no type is guessed, no address is passed on (unless the
/// answer itself says otherwise).
const GUARDS: [(HeaderName, HeaderValue); 3] = [
    (
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
    ),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
];

/// Everything this room answers.
pub fn router(web: Web) -> Router {
    Router::new()
        .merge(pages::routes(web.clone()))
        .merge(take::feed(web.clone()))
        .merge(api::routes().with_state(web.clone()))
        .layer(CompressionLayer::new())
        .merge(take::archives(web))
        .layer(map_response(etag::mark_coding))
        .layer(map_response(guard))
        .layer(from_fn(access_log::write))
}

async fn guard(mut response: Response) -> Response {
    for (name, value) in GUARDS {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

#[cfg(test)]
#[path = "router_tests.rs"]
mod tests;
