//! One situation: its count, its chart and its persons.

use super::rows::{Row, Table};
use super::{Failure, Request, overview};
use crate::address::Format;
use crate::chart::{self, Steps};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::figure;
use askama::Template;
use axum::response::Response;
use register::view::model::Situation;

#[derive(Template)]
#[template(path = "situation.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Situation,
    chart: Markup,
    table: Table,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, no: &str) -> Result<Response, Failure> {
    let view = request
        .register()
        .situation(&request.viewer(), &request.reading, no)
        .await?
        .ok_or(Failure::Missing)?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::situation(&view)),
        Format::Html => {
            let title = match request.w.closed_key("situation", &view.no) {
                Some(key) => request.w.t(&key),
                None => view.name.clone(),
            };
            request.html(&page(request.layout(title, Entry::Situations, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(l: Layout, view: &Situation) -> Page<'_> {
    let rows = view.persons.iter().map(|person| Row::new(&l, person, false, None)).collect();
    let caption = l.w.say("situation-caption", &[("day", l.w.day(view.asked.as_at).into())]);
    let steps = Steps::of(&l, &view.asked, &view.steps);
    Page {
        chart: chart::draw(&l.w, &steps),
        table: Table {
            caption,
            by_days: false,
            by_situation: false,
            rows,
        },
        l,
        v: view,
    }
}

/// A row of the table behind the chart.
pub(crate) struct StepRow {
    day: Markup,
    count: String,
}

impl Page<'_> {
    fn name(&self) -> Markup {
        self.l.w.situation(&self.v.no, &self.v.name)
    }

    fn deck(&self) -> Markup {
        let w = &self.l.w;
        w.say(
            "situation-deck",
            &[
                ("n", self.v.sum.outstanding.into()),
                ("named", self.v.sum.named.into()),
                ("day", w.day(self.v.asked.as_at).into()),
            ],
        )
    }

    fn sum(&self) -> Vec<(String, Markup)> {
        overview::sum_lines(&self.l, &self.v.sum, Some(&self.v.no))
    }

    fn steps(&self) -> Vec<StepRow> {
        let row = |step: &register::view::model::Step| StepRow {
            day: self.l.w.day_short(step.from),
            count: figure(step.count),
        };
        self.v.steps.iter().map(row).collect()
    }
}
