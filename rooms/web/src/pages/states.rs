//! All States on the day, by regional group, with their ties.

use super::cells::state_link;
use super::legal::{Legal, sort_key};
use super::overview::legend;
use super::{Failure, Request};
use crate::address::Format;
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::texts::slug;
use crate::written::capital;
use askama::Template;
use axum::response::Response;
use register::state::{APIC, ROME_STATUTE};
use register::view::model::{StateRow, States};

#[derive(Template)]
#[template(path = "states.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a States,
    law: &'a law::Pack,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let view = request.register().states(&request.viewer(), &request.reading).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::states(&view)),
        Format::Html => {
            let title = request.w.t("states-title");
            let layout = request.layout(title, Entry::States, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view, &request.register().law))
        }
    }
}

/// The page out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a States, law: &'a law::Pack) -> Page<'a> {
    Page { l, v: view, law }
}

/// A regional group.
pub(crate) struct Group {
    id: String,
    name: Markup,
    /// "33 of 54"
    of: Markup,
    note: Markup,
    caption: Markup,
    rows: Vec<Line>,
}

/// A State in the list.
pub(crate) struct Line {
    href: String,
    name: Markup,
    rome_statute: Markup,
    apic: Markup,
    bound: Markup,
}

impl Page<'_> {
    fn legal(&self) -> Legal<'_> {
        Legal {
            w: &self.l.w,
            law: self.law,
        }
    }

    fn is_party(&self, row: &StateRow) -> bool {
        self.legal().is_party(ROME_STATUTE, row.rome_statute.as_deref())
    }

    fn unknown(&self) -> Vec<&StateRow> {
        self.v.states.iter().filter(|row| row.tie == "unknown").collect()
    }

    fn head(&self) -> Markup {
        let parties = self.v.states.iter().filter(|row| self.is_party(row)).count();
        self.l.w.say(
            "states-head",
            &[
                ("n", self.v.count.into()),
                ("parties", parties.into()),
                ("unknown", self.unknown().len().into()),
            ],
        )
    }

    /// The States whose position is not known, then those that are bound though no party.
    fn deck(&self) -> Vec<Markup> {
        let w = &self.l.w;
        let mut sentences = Vec::new();
        let unknown = self.unknown();
        if !unknown.is_empty() {
            let n = unknown.len();
            sentences.push(w.say("states-unknown", &[("n", n.into()), ("states", self.named(unknown).into())]));
        }
        let bound = |row: &&StateRow| !row.bound_by.is_empty() && !self.is_party(row);
        let bound: Vec<&StateRow> = self.v.states.iter().filter(bound).collect();
        if !bound.is_empty() {
            sentences.push(w.say("states-bound", &[("states", self.named(bound).into())]));
        }
        sentences
    }

    fn named(&self, rows: Vec<&StateRow>) -> Markup {
        let names: Vec<_> = rows.iter().map(|row| state_link(&self.l, &row.state)).collect();
        self.l.w.list(&names)
    }

    fn legend(&self) -> Vec<(&'static str, u64, Markup)> {
        legend(&self.l.w, self.v.states.iter().map(|row| row.tie.as_str()))
    }

    /// The groups, those with most States first.
    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<(&str, Vec<&StateRow>)> = Vec::new();
        for row in &self.v.states {
            match groups.iter_mut().find(|(group, _)| *group == row.group) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((&row.group, vec![row])),
            }
        }
        groups.sort_by_key(|(group, rows)| (group.is_empty(), std::cmp::Reverse(rows.len())));
        groups.into_iter().map(|(group, rows)| self.group(group, rows)).collect()
    }

    fn group(&self, group: &str, mut rows: Vec<&StateRow>) -> Group {
        let w = &self.l.w;
        rows.sort_by_key(|row| sort_key(w.state_name(&row.state)));
        let parties = rows.iter().filter(|row| self.is_party(row)).count();
        let apic = rows.iter().filter(|row| self.legal().is_party(APIC, row.apic.as_deref())).count();
        let name = w.group(group);
        let n = rows.len();
        Group {
            id: format!("g-{}", slug(group).to_lowercase()),
            of: w.say("group-of", &[("parties", parties.into()), ("n", n.into())]),
            note: w.say(
                "states-group-note",
                &[("parties", parties.into()), ("n", n.into()), ("apic", apic.into())],
            ),
            caption: w.say(
                "states-caption",
                &[("group", (&name).into()), ("day", w.day(self.v.asked.as_at).into())],
            ),
            name,
            rows: rows.into_iter().map(|row| self.line(row)).collect(),
        }
    }

    fn line(&self, row: &StateRow) -> Line {
        let w = &self.l.w;
        let bound: Vec<_> = row.bound_by.iter().map(|by| self.legal().obligation(by)).collect();
        Line {
            href: self.l.state(&row.state.code),
            name: w.state(&row.state),
            rome_statute: capital(&self.legal().standing(ROME_STATUTE, row.rome_statute.as_deref())),
            apic: capital(&self.legal().standing(APIC, row.apic.as_deref())),
            bound: capital(&w.list(&bound)),
        }
    }
}
