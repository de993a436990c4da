//! What this is, how it is read and how it is checked.

use super::{Failure, Request};
use crate::address::Format;
use crate::layout::{Entry, Layout};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "about.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    verifier_key: &'a str,
}

/// The page.
pub(crate) fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    match request.asked.address.format {
        Format::Html => request.html(&page(
            request.layout(request.w.t("about-title"), Entry::About, &[]),
            &request.pages.web.verifier_key,
        )),
        // It holds no data.
        Format::Json | Format::Csv => Err(Failure::Missing),
    }
}

/// The page out of the key by which anybody checks a proof.
pub(crate) fn page(mut l: Layout, verifier_key: &str) -> Page<'_> {
    l.title_as_at = false;
    Page { l, verifier_key }
}
