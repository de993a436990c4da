//! The register to take along: in which forms it can be had.

use super::{Failure, Request};
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "data.html")]
pub(crate) struct Page {
    l: Layout,
    forms: Vec<Form>,
}

/// A form in which the register can be had.
pub(crate) struct Form {
    /// What it is called.
    name: String,
    /// What it holds and for whom it is.
    says: String,
    /// Where it lies, with its words; none for a form that every page has.
    links: Vec<Markup>,
}

/// The page.
pub(crate) fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    request.html(&page(request.layout(request.w.t("data-title"), Entry::Sources, &[])))
}

/// The page in its layout.
pub(crate) fn page(l: Layout) -> Page {
    let form = |name: &str, says: &str, links: Vec<Markup>| Form {
        name: l.t(name),
        says: l.t(says),
        links,
    };
    let link = |href: &str| Markup::link(href, &Markup::text(href));
    let named = |href: String, words: &str| Markup::link(&href, &Markup::text(&l.t(words)));
    let archives = vec![
        named(l.taken_along("register.zip"), "data-archive-csv"),
        named(l.taken_along("register-parquet.zip"), "data-archive-parquet"),
    ];
    let forms = vec![
        form("data-archive", "data-archive-says", archives),
        form("data-csv", "data-csv-says", vec![]),
        form("data-json", "data-json-says", vec![]),
        form("data-api", "data-api-says", vec![link("/api/v1/openapi.json")]),
        form("data-proofs", "data-proofs-says", vec![]),
        form("data-feed", "data-feed-says", vec![link(&l.feed())]),
    ];
    Page { l, forms }
}
