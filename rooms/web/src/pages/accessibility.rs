//! How far these pages can be used by everybody: what is met, how it was tested, what is not.

use super::{Failure, Request};
use crate::layout::{Entry, Layout};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "accessibility.html")]
pub(crate) struct Page {
    l: Layout,
}

/// The page.
pub(crate) fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let title = request.w.t("accessibility-title");
    request.html(&page(request.layout(title, Entry::About, &[])))
}

/// The page in its layout.
pub(crate) fn page(mut l: Layout) -> Page {
    l.title_as_at = false;
    Page { l }
}
