//! How the figure of a day was made: the rules, and the persons counted in and out with the entries on
//! which each rests.

use super::legal::{Legal, Rule};
use super::person::proof_href;
use super::{Failure, Request, overview};
use crate::acts::{self, Named};
use crate::address::{Address, Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::{Length, capital};
use askama::Template;
use axum::response::Response;
use register::kinds;
use register::view::model::{DatedFact, Instrument, Particulars, PersonRow, Working};

#[derive(Template)]
#[template(path = "working.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Working,
    law: &'a law::Pack,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let view = request.register().working(&request.viewer(), &request.reading).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::working(&view)),
        Format::Html => {
            let title = request.w.t("working-title");
            let layout = request.layout(title, Entry::Overview, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view, &request.register().law))
        }
    }
}

/// The page out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a Working, law: &'a law::Pack) -> Page<'a> {
    Page { l, v: view, law }
}

/// Persons counted in or out for one reason.
pub(crate) struct Group {
    id: &'static str,
    head: Markup,
    note: String,
    persons: Vec<Counted>,
}

/// A person with the entries on which the counting rests.
pub(crate) struct Counted {
    href: String,
    name: Markup,
    /// The mark of what is not public.
    closed: Option<Markup>,
    acts: Vec<Act>,
}

/// An act with its entry and proof.
pub(crate) struct Act {
    day: Markup,
    act: Markup,
    entry: String,
    hash: String,
    proof: String,
}

impl Page<'_> {
    fn head(&self) -> Markup {
        self.l.w.say("working-head", &[("n", self.v.sum.outstanding.into())])
    }

    fn deck(&self) -> Markup {
        let w = &self.l.w;
        let key = if self.v.asked.hindsight {
            "working-deck-hindsight"
        } else {
            "working-deck"
        };
        w.say(key, &[("day", w.day(self.v.asked.as_at).into())])
    }

    fn sum(&self) -> Vec<(String, Markup)> {
        overview::sum_lines(&self.l, &self.v.sum, None)
    }

    fn rules(&self) -> Vec<Rule> {
        let legal = Legal {
            w: &self.l.w,
            law: self.law,
        };
        self.v.rules.iter().map(|rule| legal.rule(rule)).collect()
    }

    fn groups(&self) -> Vec<Group> {
        let here = &self.l.address;
        // Whom hindsight adds did not exist for a reader of the day.
        let hindsight = Address {
            hindsight: true,
            ..here.clone()
        };
        let added: &[PersonRow] = if self.v.asked.hindsight { &[] } else { &self.v.hindsight_adds };
        let groups = [
            (
                "counted",
                "working-counted",
                "working-counted-note",
                self.v.outstanding.as_slice(),
                here,
            ),
            (
                "surrendered",
                "working-surrendered",
                "working-surrendered-note",
                &self.v.surrendered,
                here,
            ),
            ("ended", "working-ended", "working-ended-note", &self.v.ended, here),
            ("hindsight", "working-hindsight", "working-hindsight-note", added, &hindsight),
        ];
        let group = |(id, head, note, persons, reading): (&'static str, &str, &str, &[PersonRow], &Address)| Group {
            id,
            head: self.l.w.say(head, &[("n", persons.len().into())]),
            note: self.l.t(note),
            persons: persons.iter().map(|person| self.counted(person, reading)).collect(),
        };
        groups.into_iter().filter(|group| !group.3.is_empty()).map(group).collect()
    }

    /// A person, with links into the reading in which the person exists.
    fn counted(&self, person: &PersonRow, reading: &Address) -> Counted {
        let mut acts = Vec::new();
        for instrument in &person.warrants {
            let issued = if instrument.kind == "summons" {
                kinds::SUMMONS_ISSUED
            } else {
                kinds::WARRANT_ISSUED
            };
            acts.push(self.act(person, instrument, issued, &instrument.issued, reading));
            let later = [
                (kinds::MADE_PUBLIC, &instrument.made_public),
                (
                    if instrument.kind == "summons" {
                        kinds::APPEARED
                    } else {
                        kinds::SURRENDERED
                    },
                    &instrument.surrendered,
                ),
                (kinds::ENDED, &instrument.ended),
            ];
            for (kind, date) in later {
                acts.extend(date.as_ref().map(|date| self.act(person, instrument, kind, date, reading)));
            }
        }
        Counted {
            href: reading.to(Place::Person(person.id.clone())).href(),
            name: Markup::name(&person.name),
            closed: self.l.w.closed_at(person.level),
            acts,
        }
    }

    fn act(&self, person: &PersonRow, instrument: &Instrument, kind: &str, date: &DatedFact, reading: &Address) -> Act {
        let w = &self.l.w;
        let particulars = Particulars {
            reason: instrument.end_reason.clone(),
            ..Particulars::default()
        };
        let named = Named {
            act: kind,
            what: None,
            instrument: &instrument.kind,
            ordinal: acts::ordinal(&person.warrants, &instrument.id),
            state: None,
            particulars: &particulars,
        };
        let sources = format!("{}#sources", reading.to(Place::Person(person.id.clone())).href());
        Act {
            day: w.fact(date, Length::Short, Some(&sources)),
            act: capital(&w.act(&named)),
            entry: reading.to(Place::Entry(date.entry.clone())).href(),
            hash: date.hash.clone(),
            proof: proof_href(&date.entry),
        }
    }
}
