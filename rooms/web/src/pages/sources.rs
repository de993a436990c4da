//! Where facts come from: every source, read or recalled, and what rests on it.

use super::{Failure, Request};
use crate::address::Format;
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::figure;
use askama::Template;
use axum::response::Response;
use register::truth::is_address;
use register::view::model::{Source, Sources};

#[derive(Template)]
#[template(path = "sources.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Sources,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let view = request.register().sources(&request.viewer(), &request.reading).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::sources(&view)),
        Format::Html => {
            let layout = request.layout(request.w.t("sources-title"), Entry::Sources, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(l: Layout, view: &Sources) -> Page<'_> {
    Page { l, v: view }
}

/// A source in the table.
pub(crate) struct Line {
    name: Markup,
    rows: String,
    cited: String,
}

impl Page<'_> {
    fn read(&self) -> Vec<&Source> {
        self.v.sources.iter().filter(|source| source.read).collect()
    }

    fn recalled(&self) -> Vec<&Source> {
        self.v.sources.iter().filter(|source| !source.read).collect()
    }

    fn head(&self) -> Markup {
        let rows: u64 = self.recalled().iter().map(|source| source.rows).sum();
        self.l
            .w
            .say("sources-head", &[("n", self.read().len().into()), ("recalled", rows.into())])
    }

    fn read_lines(&self) -> Vec<Line> {
        let line = |source: &Source| Line {
            name: self.name(&source.source),
            rows: figure(source.rows),
            cited: figure(source.cited),
        };
        self.read().into_iter().map(line).collect()
    }

    /// What was recalled, by how sure the memory is: high, medium, low.
    fn recalled_lines(&self) -> Vec<Line> {
        let mut recalled = self.recalled();
        let rank = |source: &Source| {
            ["high", "medium", "low"]
                .iter()
                .position(|word| confidence(&source.source) == *word)
        };
        recalled.sort_by_key(|source| rank(source).unwrap_or(usize::MAX));
        let line = |source: &Source| Line {
            name: self.name(&source.source),
            rows: figure(source.rows),
            cited: String::new(),
        };
        recalled.into_iter().map(line).collect()
    }

    /// A document as it is read by people: its name, or its host and path, linked. Nothing of this page is passed on to
    /// whoever is linked.
    fn name(&self, source: &str) -> Markup {
        let lang = self.l.w.lang;
        if source.starts_with(RECALLED) {
            return self.l.w.closed("confidence", confidence(source));
        }
        let (_, rest) = source.split_once("://").unwrap_or_default();
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if !is_address(source) || host.is_empty() || source.contains(char::is_whitespace) {
            return Markup::english(source, lang);
        }
        let host = host.strip_prefix("www.").unwrap_or(host);
        let path = if path.is_empty() { String::new() } else { format!("/{path}") };
        Markup::ready(format!(
            "<a href=\"{}\" rel=\"nofollow noopener noreferrer\">{}<span class=\"path\">{}</span></a>",
            Markup::text(source),
            Markup::text(host),
            Markup::text(&path)
        ))
    }
}

/// How what was recalled begins.
const RECALLED: &str = "recalled:";

/// How sure a memory is: `high`, `medium`, `low`.
fn confidence(source: &str) -> &str {
    source.strip_prefix(RECALLED).unwrap_or(source)
}
