//! Our counts beside those that institutions gave: agreement and difference both shown.

use super::{Failure, Request};
use crate::address::{Address, Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::number;
use askama::Template;
use axum::response::Response;
use register::view::model::{Compared, Counts};

#[derive(Template)]
#[template(path = "counts.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Counts,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let view = request.register().counts(&request.viewer(), &request.reading).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::counts(&view)),
        Format::Html => {
            let layout = request.layout(request.w.t("counts-title"), Entry::Sources, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(l: Layout, view: &Counts) -> Page<'_> {
    Page { l, v: view }
}

/// A count in the table.
pub(crate) struct Line {
    day: Markup,
    what: Markup,
    basis: Markup,
    who: Markup,
    source: Markup,
    figure: String,
    ours: Markup,
    verdict: Markup,
    entry: String,
}

impl Page<'_> {
    fn deck(&self) -> Markup {
        let w = &self.l.w;
        let compared = |count: &&Compared| count.ours.is_some();
        let agree = self.v.counts.iter().filter(|count| count.ours == Some(count.figure)).count();
        let of = self.v.counts.iter().filter(compared).count();
        w.say(
            "counts-deck",
            &[("n", self.v.counts.len().into()), ("compared", of.into()), ("agree", agree.into())],
        )
    }

    fn lines(&self) -> Vec<Line> {
        self.v.counts.iter().map(|count| self.line(count)).collect()
    }

    fn line(&self, count: &Compared) -> Line {
        let w = &self.l.w;
        let day = Address {
            as_at: Some(count.as_at),
            ..self.l.address.to(Place::Overview)
        }
        .href();
        let by_basis: Vec<_> = count
            .ours_by_basis
            .iter()
            .map(|ours| {
                w.say(
                    "counts-by-basis",
                    &[("n", ours.count.into()), ("basis", w.closed("basis", &ours.basis).into())],
                )
            })
            .collect();
        let (ours, verdict) = match count.ours {
            Some(ours) => {
                let differ = count.figure - ours;
                let verdict = match differ {
                    0 => Markup::text(&w.t("counts-agree")),
                    more if more > 0 => w.say("counts-fewer", &[("n", more.into())]),
                    fewer => w.say("counts-more", &[("n", (-fewer).into())]),
                };
                (Markup::text(&number(ours)), verdict)
            }
            None if by_basis.is_empty() => (Markup::text("—"), Markup::text(&w.t("counts-not-computed"))),
            None => (Markup::join(&by_basis, "<br>"), Markup::text(&w.t("counts-basis-open"))),
        };
        Line {
            day: Markup::link(&day, &w.day_short(count.as_at)),
            what: w.closed("counted", &count.what),
            basis: w.closed("basis", &count.basis),
            who: w.closed("institution", &count.said_by),
            source: w.source(&count.source),
            figure: number(count.figure),
            ours,
            verdict,
            entry: self.l.entry_page(&count.entry),
        }
    }
}
