//! The list of warrants: finding a person; who is outstanding and for how long.

use super::rows::{Row, Table};
use super::{Failure, Request};
use crate::address::{Format, Place};
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::capital;
use crate::{csv, query};
use askama::Template;
use axum::response::Response;
use register::view::model::{Filter, Persons};

/// Rows of one page.
const ROWS: usize = 100;

#[derive(Template)]
#[template(path = "warrants.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Persons,
    table: Table,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, filter: &Filter) -> Result<Response, Failure> {
    let register = request.register();
    // A table is wanted whole: nobody looks for a cursor in a spreadsheet.
    let rows = if request.asked.address.format == Format::Csv {
        usize::MAX >> 1
    } else {
        ROWS
    };
    let view = register.persons(&request.viewer(), &request.reading, filter, rows).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::persons(&view)),
        Format::Html => {
            let title = request.w.t("warrants-head");
            request.html(&page(request.layout(title, Entry::Warrants, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(mut l: Layout, view: &Persons) -> Page<'_> {
    l.set_changed(&view.changed);
    let by_days = view.filter.status.as_deref().is_none_or(|status| status == "outstanding");
    let key = match (by_days, view.asked.hindsight) {
        (true, false) => "warrants-caption",
        (true, true) => "warrants-caption-hindsight",
        (false, _) => "warrants-caption-status",
    };
    let caption = l.w.say(key, &[("days", view.longest.into())]);
    let rows = view
        .persons
        .iter()
        .map(|person| Row::new(&l, person, by_days, Some(view.longest)))
        .collect();
    Page {
        table: Table {
            caption,
            by_days,
            by_situation: true,
            rows,
        },
        l,
        v: view,
    }
}

/// A choice in a field of the filter.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) words: Markup,
    pub(crate) chosen: bool,
}

impl Page<'_> {
    fn deck(&self) -> Markup {
        let w = &self.l.w;
        let key = if self.v.asked.hindsight {
            "warrants-deck-hindsight"
        } else {
            "warrants-deck"
        };
        w.say(
            key,
            &[
                ("n", self.v.outstanding.into()),
                ("day", w.day(self.v.asked.as_at).into()),
                ("named", self.v.named.into()),
            ],
        )
    }

    fn situations(&self) -> Vec<Choice> {
        let w = &self.l.w;
        let mut choices: Vec<_> = self
            .v
            .by_situation
            .iter()
            .map(|situation| Choice {
                value: situation.no.clone(),
                words: w.say(
                    "choice",
                    &[
                        ("words", w.situation(&situation.no, &situation.name).into()),
                        ("n", situation.count.into()),
                    ],
                ),
                chosen: self.v.filter.situation.as_deref() == Some(&situation.no),
            })
            .collect();
        // What was chosen stays chosen, even where nobody stands in it.
        if let Some(chosen) = self
            .v
            .filter
            .situation
            .as_deref()
            .filter(|_| !choices.iter().any(|choice| choice.chosen))
        {
            let words = w.say("choice", &[("words", w.situation(chosen, chosen).into()), ("n", 0_u64.into())]);
            choices.push(Choice {
                value: chosen.to_owned(),
                words,
                chosen: true,
            });
        }
        choices
    }

    fn statuses(&self) -> Vec<Choice> {
        let w = &self.l.w;
        let chosen = self.v.filter.status.as_deref().unwrap_or("outstanding");
        let choice = |status: &&str| {
            let count = self
                .v
                .by_status
                .iter()
                .find(|given| given.status == **status)
                .map(|given| given.count);
            let words = capital(&w.closed("status", status));
            Choice {
                value: (*status).to_owned(),
                words: match count {
                    Some(n) => w.say("choice", &[("words", words.into()), ("n", n.into())]),
                    None => words,
                },
                chosen: chosen == *status,
            }
        };
        query::STATUSES.iter().map(choice).collect()
    }

    fn years(&self) -> Vec<Choice> {
        let choice = |years: &&str| Choice {
            value: (*years).to_owned(),
            words: self
                .l
                .w
                .say("filter-over-years", &[("years", years.parse::<i64>().unwrap_or(0).into())]),
            chosen: self.v.filter.years.is_some_and(|chosen| chosen.to_string() == **years),
        };
        query::YEARS.iter().map(choice).collect()
    }

    /// The result, in words.
    fn said(&self) -> Markup {
        let w = &self.l.w;
        let status = self.v.filter.status.as_deref().unwrap_or("outstanding");
        let persons = Markup::ready(format!("<b>{}</b>", w.say("said-n", &[("n", self.v.count.into())])));
        let mut parts = vec![match status {
            "all" => persons,
            _ => w.say(
                "said-n-status",
                &[("persons", persons.into()), ("status", w.closed("said", status).into())],
            ),
        }];
        if let Some(no) = &self.v.filter.situation {
            let name = self
                .v
                .by_situation
                .iter()
                .find(|s| s.no == *no)
                .map_or(no.as_str(), |s| s.name.as_str());
            parts.push(w.say("said-situation", &[("situation", w.situation(no, name).into())]));
        }
        if let Some(years) = self.v.filter.years {
            parts.push(w.say("said-years", &[("years", i64::from(years).into())]));
        }
        if let Some(name) = &self.v.filter.name {
            parts.push(w.say("said-name", &[("name", name.as_str().into())]));
        }
        if status == "outstanding" && self.v.count > 1 {
            parts.push(Markup::text(&w.t("said-order")));
        }
        Markup::join(&parts, ", ")
    }

    /// Which part of the list this page is, where it is not all of it.
    fn part(&self) -> Option<String> {
        let key = match (&self.v.filter.after, &self.v.next) {
            (None, None) => return None,
            (None, Some(_)) => "part-first",
            (Some(_), Some(_)) => "part-further",
            (Some(_), None) => "part-last",
        };
        Some(self.l.w.plain(key, &[("n", self.v.persons.len().into())]))
    }

    fn with_after(&self, after: Option<String>) -> String {
        let place = Place::Warrants(Filter {
            after,
            ..self.v.filter.clone()
        });
        self.l.to(place)
    }

    fn next(&self) -> Option<String> {
        self.v.next.clone().map(|after| self.with_after(Some(after)))
    }

    fn first(&self) -> Option<String> {
        self.v.filter.after.is_some().then(|| self.with_after(None))
    }

    fn unfiltered(&self) -> String {
        self.l.warrants(None, None)
    }

    fn name_filter(&self) -> &str {
        self.v.filter.name.as_deref().unwrap_or_default()
    }
}
