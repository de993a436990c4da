//! Persons, situations, States and rows of files by name, in any spelling or script that the record has.

use super::cells::state_link;
use super::{Failure, Request};
use crate::address::Format;
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use askama::Template;
use axum::response::Response;
use register::view::model::{Found, FoundPerson, FoundRow, FoundState};

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
        let n = self.v.persons.len() + self.v.situations.len() + self.states().len() + self.v.rows.len();
        w.say("search-head", &[("n", n.into()), ("q", Markup::name(&self.v.q).into())])
    }

    fn nothing(&self) -> bool {
        self.v.persons.is_empty() && self.v.situations.is_empty() && self.v.states.is_empty() && self.v.rows.is_empty()
    }

    /// States that bear the name, each with the form that was found where it is not the name of the day.
    fn states(&self) -> Vec<(Markup, Option<Markup>)> {
        let w = &self.l.w;
        let states = self.v.states.iter().filter(|found| !found.form.is_empty());
        let line = |found: &FoundState| {
            let form =
                (found.form != w.state_name(&found.state)).then(|| w.say("search-form", &[("form", Markup::name(&found.form).into())]));
            (state_link(&self.l, &found.state), form)
        };
        states.map(line).collect()
    }

    /// States whose name or code is near what was asked, where nothing bears it.
    fn near(&self) -> Vec<Markup> {
        let near = self.v.states.iter().filter(|found| found.form.is_empty());
        near.map(|found| state_link(&self.l, &found.state)).collect()
    }

    /// Rows of files: what it is and is called, and the States that it is about.
    fn rows(&self) -> Vec<(Markup, Markup)> {
        let w = &self.l.w;
        let line = |row: &FoundRow| {
            let kind = w.closed("found", &row.file.replace('_', "-"));
            let words = if row.title.is_empty() {
                kind
            } else {
                let title = Markup::english(&row.title, w.lang);
                w.say("search-row", &[("kind", kind.into()), ("title", title.into())])
            };
            let states: Vec<_> = row.states.iter().map(|state| state_link(&self.l, state)).collect();
            (Markup::link(&self.l.row(&row.id), &words), w.list(&states))
        };
        self.v.rows.iter().map(line).collect()
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
