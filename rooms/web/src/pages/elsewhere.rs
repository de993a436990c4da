//! Pages of something that is not there as it was asked for, with the ways to what was perhaps meant.

use crate::layout::Layout;
use crate::markup::Markup;
use askama::Template;

/// A page that says what is not there and leads on.
#[derive(Template)]
#[template(path = "elsewhere.html")]
pub(crate) struct Page {
    l: Layout,
    head: Markup,
    text: Markup,
    ways: Vec<(String, Markup)>,
}

/// The page: what is not there, how to mend it, and the ways on.
pub(crate) fn page(mut l: Layout, head: Markup, text: Markup, ways: Vec<(String, Markup)>) -> Page {
    l.noindex = true;
    l.title_as_at = false;
    Page { l, head, text, ways }
}
