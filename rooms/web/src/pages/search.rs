//! Persons and situations by name, in any spelling or script that the record has.

use super::{Failure, Request};
use crate::address::Format;
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use askama::Template;
use axum::response::Response;
use register::view::model::{Found, FoundPerson};

#[derive(Template)]
#[template(path = "search.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Found,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, q: &str) -> Result<Response, Failure> {
    // Where nothing was asked yet nothing is found, and the page says what can be asked.
    let view = request.register().search(&request.viewer(), &request.reading, q).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::search(&view)),
        Format::Html => {
            let title = if q.is_empty() {
                request.w.t("find")
            } else {
                request.w.plain("search-title", &[("q", q.into())])
            };
            request.html(&page(request.layout(title, Entry::None, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(mut l: Layout, view: &Found) -> Page<'_> {
    l.noindex = true;
    Page { l, v: view }
}

/// A person found.
pub(crate) struct Line {
    href: String,
    name: Markup,
    form: Option<Markup>,
    status: Markup,
    situation: Markup,
}

impl Page<'_> {
    fn head(&self) -> Markup {
        let w = &self.l.w;
        if self.v.q.is_empty() {
            return Markup::text(&w.t("find"));
        }
        let n = self.v.persons.len() + self.v.situations.len();
        w.say("search-head", &[("n", n.into()), ("q", Markup::name(&self.v.q).into())])
    }

    fn nothing(&self) -> bool {
        self.v.persons.is_empty() && self.v.situations.is_empty()
    }

    fn persons(&self) -> Vec<Line> {
        let w = &self.l.w;
        let line = |found: &FoundPerson| Line {
            href: self.l.person(&found.row.id),
            name: Markup::name(&found.row.name),
            form: (found.form != found.row.name).then(|| w.say("search-form", &[("form", Markup::name(&found.form).into())])),
            status: match &found.row.end_reason {
                Some(reason) => w.say("search-ended", &[("reason", w.closed("reason", reason).into())]),
                None => w.closed("status", &found.row.status),
            },
            situation: w.situation(&found.row.situation_no, &found.row.situation),
        };
        self.v.persons.iter().map(line).collect()
    }

    fn situations(&self) -> Vec<(String, Markup, &str)> {
        let w = &self.l.w;
        self.v
            .situations
            .iter()
            .map(|s| (self.l.situation(&s.no), w.situation(&s.no, &s.name), s.no.as_str()))
            .collect()
    }
}
