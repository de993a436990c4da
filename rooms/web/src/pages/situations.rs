//! All situations in which a person was named by the day.

use super::{Failure, Request};
use crate::address::Format;
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use askama::Template;
use axum::response::Response;
use register::view::model::Situations;

#[derive(Template)]
#[template(path = "situations.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Situations,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let view = request.register().situations(&request.viewer(), &request.reading).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::situations(&view)),
        Format::Html => {
            let title = request.w.t("situations-head");
            request.html(&page(request.layout(title, Entry::Situations, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(l: Layout, view: &Situations) -> Page<'_> {
    Page { l, v: view }
}

/// A situation in the table.
pub(crate) struct Line {
    href: String,
    name: Markup,
    no: String,
    outstanding: u64,
    named: u64,
}

impl Page<'_> {
    fn deck(&self) -> Markup {
        let open = self.v.situations.iter().filter(|situation| situation.outstanding > 0).count();
        let w = &self.l.w;
        w.say(
            "situations-deck",
            &[
                ("n", self.v.situations.len().into()),
                ("open", open.into()),
                ("day", w.day(self.v.asked.as_at).into()),
            ],
        )
    }

    fn lines(&self) -> Vec<Line> {
        let line = |row: &register::view::model::SituationTotals| Line {
            href: self.l.situation(&row.no),
            name: self.l.w.situation(&row.no, &row.name),
            no: row.no.clone(),
            outstanding: row.outstanding,
            named: row.named,
        };
        self.v.situations.iter().map(line).collect()
    }
}
