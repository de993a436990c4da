//! What stands before every page and answer: which requests are taken at all, and what every answer tells the
//! browser and the caches. docs/security.md says which demand each meets, docs/serving.md how a server is set up.
//!
//! Read in this order: [`PublicUrl`] and [`Site`] (what the server is told of itself), `host` and `origin` (where a
//! request was meant to go, and from where it comes), `body` (how much is read, and for how long), `rate` (how
//! often), [`cookie`], `private` (what may be kept, and by whom), `headers`, and [`way_back`].

mod body;
pub mod cookie;
mod headers;
mod host;
mod origin;
mod private;
mod public_url;
mod rate;
mod refused;
mod site;
mod way_back;

pub use body::{BodyRefused, FORM, Fields, JSON, PATIENCE, arrived};
pub use headers::with_script;
pub use origin::from_here;
pub use private::{SignedIn, sign_out};
pub use public_url::{PublicUrl, PublicUrlError};
pub(crate) use site::Network;
pub use site::{Behind, BehindError, Peer, Site};
pub use way_back::way_back;

use crate::texts::Texts;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use rate::Rates;
use register::Register;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// What the guards have.
#[derive(Clone)]
struct Guards {
    site: Site,
    register: Register,
    rates: Arc<Rates>,
    texts: Arc<Texts>,
}

/// The guards that know who is signed in: they stand inside of whatever finds that out and leaves a [`SignedIn`] in
/// the request.
pub(crate) fn around(routes: Router, site: &Site, register: &Register) -> Router {
    let guards = Guards {
        site: site.clone(),
        register: register.clone(),
        rates: Arc::new(Rates::default()),
        texts: Arc::new(Texts::load()),
    };
    // The last one stands outermost.
    routes
        .layer(DefaultBodyLimit::max(body::MOST))
        .layer(from_fn_with_state(guards.clone(), body::only_plain))
        .layer(from_fn_with_state(guards.clone(), origin::only_from_here))
        .layer(from_fn_with_state(guards, rate::only_so_often))
        .layer(from_fn(private::keep))
}

/// The guards before everything: a request for another host reaches nothing, one on which the program falls over is
/// answered and takes no other with it, and every answer says what is forbidden.
pub(crate) fn before(routes: Router, site: &Site) -> Router {
    routes
        .layer(from_fn_with_state(site.clone(), host::only_ours))
        .layer(CatchPanicLayer::custom(refused::fell_over))
        .layer(from_fn_with_state(site.clone(), headers::add))
}
