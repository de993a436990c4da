//! Pages and the JSON API: parse, call one view of `register`, render. No rule of law or access here.
//!
//! Read in this order: [`address`] (how a page and its reading are written in an address), [`texts`]
//! (words in two languages), [`written`] (dates, numbers and lists, one function a language),
//! [`layout`] (what stands on every page), [`pages`] (one file a page) and [`api`].

pub mod api;
pub mod pages;

use axum::Router;

/// What every handler has: the register, and the key by which anybody checks a proof.
#[derive(Clone)]
pub struct Web {
    /// Operations and views.
    pub register: register::Register,
    /// The verifier key of the log's checkpoints (C2SP `signed-note`).
    pub verifier_key: String,
}

/// Everything this room answers.
pub fn router(web: Web) -> Router {
    Router::new().merge(pages::routes()).merge(api::routes()).with_state(web)
}
