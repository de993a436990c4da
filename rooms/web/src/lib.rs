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
mod audit_counts;
mod chart;
mod checking;
pub mod csv;
mod dates;
mod distinguished_name;
#[cfg(test)]
mod empty_store;
mod etag;
pub mod guard;
mod ical;
mod inside;
mod layout;
mod markup;
mod pages;
mod places;
mod problem;
mod query;
mod report_files;
#[cfg(test)]
mod samples;
mod serve;
mod steady;
mod take;
mod texts;
mod tls;
#[doc(hidden)]
pub mod upload;
mod visitor;
mod written;

pub use inside::{TakeError, TakenFile, take_matter};
pub use serve::serve;
pub use tls::{ClientCertificate, Tls, TlsError};

use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::{Extension, Router};
use tower_http::compression::CompressionLayer;

/// What every handler has: the register, and the key by which anybody checks a proof.
#[derive(Clone)]
pub struct Web {
    /// Operations and views.
    pub register: register::Register,
    /// Where reports of errors are handed in.
    pub reports: register::desk::ErrorReports,
    /// The people of the record.
    pub people: identity::people::People,
    /// Drafts of requests.
    pub drafts: register::draft::Drafts,
    /// What was typed into the forms of acts and not sent yet.
    pub answers: register::answering::WorkingAnswers,
    /// The audit.
    pub audit: register::audit::AuditBook,
    /// How somebody signs in.
    pub signing: std::sync::Arc<Signing>,
    /// The verifier key of the log's checkpoints (C2SP `signed-note`).
    pub verifier_key: String,
    /// How the site is reached.
    pub site: guard::Site,
    /// Where it lies for whoever is sent a link: scheme, host and port, without a stroke at the end.
    pub origin: String,
}

/// How somebody signs in here.
#[derive(Default)]
pub struct Signing {
    /// The site to which passkeys are bound; none where it is reached by an address, at which no browser gives them.
    pub party: Option<identity::passkey::RelyingParty>,
    /// The sign-in services of institutions, each with the name that its button bears.
    pub providers: Vec<(String, identity::oidc::Provider)>,
    /// Whether browsers may show a certificate when they connect.
    pub certificates: bool,
    /// Whether this is a demonstration, in which a press of a button signs anybody in as one of the exercise's people.
    pub demonstration: bool,
}

/// Everything this room answers.
pub fn router(web: Web) -> Router {
    let (site, register, whose) = (web.site.clone(), web.register.clone(), web.clone());
    let audit = web.audit.clone();
    let answers = Router::new()
        .merge(pages::routes(web.clone()))
        .merge(take::feed(web.clone()))
        .merge(api::routes().with_state(web.clone()))
        .layer(Extension(inside::screening::Places::default()))
        // Before anything is packed; and once more around all, for what the guards refuse.
        .layer(from_fn(problem::in_the_language_asked_for))
        .layer(CompressionLayer::new())
        .merge(take::archives(web.clone()))
        .merge(report_files::routes(web))
        .layer(map_response(etag::mark_coding));
    // Whatever finds out who is signed in stands between the two.
    let answers = guard::around(answers, &site, &register).layer(from_fn_with_state(whose, visitor::find));
    let answers = guard::before(answers, &site);
    let answers = answers.layer(from_fn(problem::in_the_language_asked_for));
    let answers = answers.layer(from_fn_with_state(audit, audit_counts::count));
    answers.layer(from_fn(access_log::write))
}

#[cfg(test)]
#[path = "router_tests.rs"]
mod tests;
