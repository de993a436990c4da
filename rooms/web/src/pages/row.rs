//! One row of a file, with all that is known of each of its facts.

use super::cells::Shown;
use super::{Failure, Request};
use crate::address::{Format, Place, page_of_file};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::pages::person::proof_href;
use crate::written::{Length, capital};
use askama::Template;
use axum::response::Response;
use register::files::{self, Becomes, File};
use register::view::model::{Cell, Row};

#[derive(Template)]
#[template(path = "row.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Row,
    file: &'static File,
    head: Markup,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, matter: &str) -> Result<Response, Failure> {
    let view = request
        .register()
        .row(&request.viewer(), &request.reading, matter)
        .await?
        .ok_or(Failure::Missing)?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::row(&view)),
        Format::Html => {
            let file = files::named(&view.file).ok_or(Failure::Missing)?;
            let layout = request.layout(String::new(), Entry::None, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view.row, file))
        }
    }
}

/// The page out of its view.
pub(crate) fn page<'a>(mut l: Layout, view: &'a Row, file: &'static File) -> Page<'a> {
    l.entry = match file.name() {
        "rome_statute" | "apic" => Entry::Treaties,
        "findings" | "referrals" | "resolutions" | "pledges" => Entry::Findings,
        _ => Entry::States,
    };
    let (title, head) = named(&l, view, file);
    l.title = title;
    Page { l, v: view, file, head }
}

/// What the row is called, as plain text and as HTML: "Sudan: finding of non-compliance, 25 May 2010".
fn named(l: &Layout, row: &Row, file: &File) -> (String, Markup) {
    let w = &l.w;
    // The words of a column in the language of the page, where the register has them; else as they were written.
    let of = |key: &str, name: &'static str, column: &str| {
        let value = row.value(column);
        let known = w.closed_key("situation-named", value).map(|key| w.t(&key));
        let plain = w.plain(key, &[(name, known.unwrap_or_else(|| value.to_owned()).into())]);
        let html = w.say(key, &[(name, w.column_value(file, column, value).into())]);
        (!value.is_empty()).then_some((plain, html))
    };
    let text = |key: String| (w.t(&key), Markup::text(&w.t(&key)));
    // It stands behind the name of a State.
    let small = |key: String| {
        let text = w.t(&key);
        let mut letters = text.chars();
        let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
        let text = format!("{first}{}", letters.as_str());
        (text.clone(), Markup::text(&text))
    };
    let what = match file.name() {
        "findings" | "agreements" => w.closed_key(super::cells::kinds_of(file), row.value("kind")).map(text),
        "referrals" => of("title-referral", "situation", "situation"),
        "legislation" => of("title-law", "title", "title"),
        "resolutions" => of("title-resolution", "resolution", "resolution"),
        "pledges" => of("title-pledge", "pledger", "pledger"),
        _ => None,
    };
    let what = what.or_else(|| w.closed_key("found", file.name()).map(small));
    let (mut plain, mut html) = what.unwrap_or_else(|| (row.id.clone(), Markup::text(&row.id)));
    // A treaty file or a State has many days and none that is its own; a law is known by its title.
    if !matches!(file.name(), "rome_statute" | "apic" | "states" | "former_names" | "legislation") {
        let opening = file.columns.iter().find(|column| matches!(column.becomes, Becomes::Act(_)));
        if let Some(cell) = opening.and_then(|column| row.cells.get(column.name)) {
            let day = cell.counts_on.map(|day| w.day_plain(day)).unwrap_or_else(|| cell.value.clone());
            plain = format!("{plain}, {day}");
            html = Markup::ready(format!("{html}, {}", w.when(&cell.value, Length::Full)));
        }
    }
    // A referral names who referred; a resolution names nobody.
    if row.states.is_empty() || file.name() == "referrals" {
        return (plain, html);
    }
    let names: Vec<&str> = row.states.iter().map(|state| w.state_name(state)).collect();
    let names = names.join(", ");
    (
        w.plain("title-of-states", &[("states", names.as_str().into()), ("what", plain.into())]),
        w.say("title-of-states", &[("states", names.as_str().into()), ("what", html.into())]),
    )
}

/// A fact of the row.
pub(crate) struct Fact {
    id: String,
    label: Markup,
    says: Markup,
    marks: Markup,
    counts: Option<Markup>,
    sources: Vec<Markup>,
    entry: String,
    hash: String,
    proof: String,
}

impl Page<'_> {
    fn head(&self) -> Markup {
        self.l.w.marked_at(capital(&self.head), self.v.level)
    }

    /// The file in which the row stands, linked where a page shows it.
    fn over(&self) -> Markup {
        let name = self.l.w.closed("file", self.file.name());
        match page_of_file(self.file.name()) {
            Some(page) => Markup::link(&self.l.to(Place::File(page, register::view::model::RowFilter::default())), &name),
            None => name,
        }
    }

    fn shown(&self) -> Shown<'_> {
        Shown { l: &self.l, row: self.v }
    }

    /// What the line under the heading says: whether all of it is verified, and what is disputed.
    fn deck(&self) -> Markup {
        let w = &self.l.w;
        let facts = self.v.cells.len();
        let unverified = self.v.cells.values().filter(|cell| !cell.verified).count();
        let disputed = self.v.cells.values().filter(|cell| !cell.others.is_empty()).count();
        w.say(
            "row-deck",
            &[
                ("n", facts.into()),
                ("unverified", unverified.into()),
                ("disputed", disputed.into()),
            ],
        )
    }

    /// Whether the row may have come later than the day of the page. A State has no day and was there before.
    fn is_undated(&self) -> bool {
        self.v.undated && self.file.name() != "states"
    }

    /// The facts, in the order of the file's columns.
    fn facts(&self) -> Vec<Fact> {
        let columns = self.file.columns.iter();
        columns
            .filter_map(|column| Some(self.fact(column.name, self.v.cells.get(column.name)?)))
            .collect()
    }

    fn fact(&self, column: &'static str, cell: &Cell) -> Fact {
        let w = &self.l.w;
        let days = w.when(&cell.value, Length::Full);
        // Where the day that counts is not the day that is told: a month, a year, a day by which.
        let counts = cell.counts_on.filter(|day| w.day(*day) != days);
        Fact {
            id: anchor(column),
            label: capital(&w.closed("cell", column)),
            says: self.shown().says(self.file, column),
            marks: w.doubt(&[cell], &format!("#{}", anchor(column))),
            counts: counts.map(|day| w.say("row-counts-on", &[("day", w.day(day).into())])),
            sources: w.said_of(&cell.sources, true),
            entry: self.l.entry_page(&cell.entry),
            hash: cell.hash.clone(),
            proof: proof_href(&cell.entry),
        }
    }

    /// Columns of which nothing is in this record on the day.
    fn empty(&self) -> Option<Markup> {
        let columns = self.file.columns.iter().filter(|column| column.is_citable());
        let empty: Vec<_> = columns
            .filter(|column| !self.v.cells.contains_key(column.name) && !matches!(column.becomes, Becomes::Remark))
            .map(|column| self.l.w.closed("cell", column.name))
            .collect();
        (!empty.is_empty()).then(|| capital(&Markup::join(&empty, ", ")))
    }

    fn states(&self) -> Markup {
        self.shown().states()
    }

    fn persons(&self) -> Markup {
        self.shown().persons()
    }

    fn remarks(&self) -> Vec<Markup> {
        self.v.remarks.iter().map(|remark| Markup::english(remark, self.l.w.lang)).collect()
    }
}

/// Where on the page the sources of a column stand.
fn anchor(column: &str) -> String {
    column.replace('_', "-")
}
