//! The latest events that the reader knew of on the day.

use super::View;
use super::look::{Loaded, Look, Page};
use super::model::{Event, FileEvent, Particulars, PersonRef, SituationRef};
use crate::derive::is_event;
use crate::directory::Directory;
use crate::dossier::{Act, Dossier, Instrument};
use crate::files::{self, Row, RowAct};
use crate::kinds;
use crate::lists::{ACTS, mirror};
use crate::port::Unit;
use jiff::civil::Date;
use record::audience::Level;
use record::entry::Subject;
use record::json::Value;

impl Look<'_> {
    /// The latest events, latest first, at most so many.
    pub(crate) async fn events(&self, most: usize, directory: &Directory) -> View<Vec<Event>> {
        // What happened after the day stands before it in the mirrored order.
        let after = mirror(self.day()).yesterday().ok().map(|day| (day, "\u{10ffff}".to_owned()));
        let page = Page {
            since_by: None,
            after,
            limit: most,
        };
        let (mut events, _) = self.told(&self.listed_units(ACTS, "", page).await?, directory).await?;
        events.truncate(most);
        Ok(events)
    }

    /// The events of a period, latest first: after the one day, up to the other; and the files of the persons
    /// who acted.
    pub(crate) async fn events_between(&self, from: Date, to: Date, directory: &Directory) -> View<(Vec<Event>, Loaded)> {
        let page = Page {
            since_by: mirror(from).yesterday().ok(),
            after: mirror(to).yesterday().ok().map(|day| (day, "\u{10ffff}".to_owned())),
            ..Page::all()
        };
        self.told(&self.listed_units(ACTS, "", page).await?, directory).await
    }

    /// The events of the units of a list of mirrored days, latest first, and the files of the persons among them.
    async fn told(&self, listed: &[(Date, Unit)], directory: &Directory) -> View<(Vec<Event>, Loaded)> {
        let (mut persons, mut matters) = (Vec::new(), Vec::new());
        for (_, unit) in listed {
            match unit {
                Unit::Person(key) => persons.push(key.clone()),
                Unit::Matter(matter) => matters.push(matter.clone()),
                Unit::State(_) => {}
            }
        }
        let (persons, matters) = (self.load(persons).await?, self.load_matters(matters).await?);
        let mut events: Vec<(Date, usize, Event)> = Vec::new();
        for (mirrored, unit) in listed {
            let day = mirror(*mirrored);
            match unit {
                Unit::Person(key) => {
                    let Some(dossier) = persons.dossier(key, self.law()) else {
                        continue;
                    };
                    for (instrument, act) in dossier.acts() {
                        if is_event(act.kind(), self.hindsight())
                            && act.from(self.hindsight()) == Some(day)
                            && instrument.seen_closer(act).is_none()
                        {
                            let event = self.event(&dossier, instrument, act, directory);
                            events.push((day, kinds::order(act.kind()), event));
                        }
                    }
                }
                Unit::Matter(matter) => {
                    let row = matters
                        .get_key_value(matter)
                        .and_then(|(matter, entries)| Row::of(matter, entries, self.law()));
                    let Some(row) = row else { continue };
                    let acts = row
                        .acts()
                        .iter()
                        .filter(|act| files::is_event(act.kind()) && act.counts_on == Some(day));
                    events.extend(acts.map(|act| (day, usize::MAX, self.file_event(&row, act, directory))));
                }
                Unit::State(_) => {}
            }
        }
        let name = |event: &Event| {
            let state = event.file.as_ref().and_then(|file| file.states.first());
            event
                .person
                .as_ref()
                .map(|p| p.name.clone())
                .or_else(|| state.map(|s| s.name_en.clone()))
        };
        events.sort_by(|a, b| {
            b.0.cmp(&a.0)
                .then(a.1.cmp(&b.1))
                .then_with(|| (&a.2.act, name(&a.2)).cmp(&(&b.2.act, name(&b.2))))
        });
        // Acts of one day and sense under two warrants are told once.
        events.dedup_by(|b, a| {
            a.0 == b.0
                && a.2.act == b.2.act
                && a.2.what == b.2.what
                && a.2.person == b.2.person
                && a.2.file == b.2.file
                && a.2.particulars == b.2.particulars
        });
        Ok((events.into_iter().map(|(_, _, event)| event).collect(), persons))
    }

    /// An act under an instrument.
    pub(crate) fn event(&self, dossier: &Dossier, instrument: &Instrument, act: &Act, directory: &Directory) -> Event {
        let mut particulars = particulars(act);
        if act.kind() == kinds::MADE_PUBLIC {
            particulars.instrument = Some(if instrument.is_warrant() { "warrant" } else { "summons" }.to_owned());
            let issued = instrument.issue().held.now().entry.effective.to_string();
            particulars.issued_on = Some(issued).filter(|issued| *issued != act.held.now().entry.effective.to_string());
        }
        // The line names the person.
        let mut date = dossier.citations.dated(&act.held, act.counts_on);
        date.level = date.level.max(dossier.level_of_name());
        Event {
            date,
            act: act.kind().to_owned(),
            what: act
                .held
                .value("what")
                .or_else(|| instrument.closer_views(act).find_map(|m| m.held.value("what"))),
            person: Some(PersonRef {
                id: dossier.key.to_owned(),
                name: dossier.name(),
            }),
            situation: Some(SituationRef {
                no: instrument.situation_no().to_owned(),
                name: instrument.situation().to_owned(),
            }),
            state: state(act).map(|code| directory.on(&code, self.day())),
            file: None,
            particulars,
        }
    }

    /// An act in a row of a file.
    pub(crate) fn file_event(&self, row: &Row, act: &RowAct, directory: &Directory) -> Event {
        // The line says what the row is called, and what it is about.
        let named = row.opening().held.level().max(level_of_title(row, self.day()));
        let mut date = row.citations.dated(&act.held, act.counts_on);
        date.level = date.level.max(named);
        Event {
            date,
            act: act.kind().to_owned(),
            what: row.text("kind", self.day()),
            person: None,
            situation: None,
            state: None,
            file: Some(FileEvent {
                file: row.file.name().to_owned(),
                id: row.matter.to_owned(),
                states: row.states().into_iter().map(|code| directory.on(code, self.day())).collect(),
                title: title(row, self.day()),
            }),
            particulars: Particulars::default(),
        }
    }
}

/// What a row is called: number and title of a resolution, title of a law, the situation referred, the case.
pub(crate) fn title(row: &Row, day: Date) -> Option<String> {
    let texts: Vec<String> = TITLE.into_iter().filter_map(|column| row.text(column, day)).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

/// The columns by which a row is called.
const TITLE: [&str; 5] = ["resolution", "title", "situation", "case", "theme"];

/// The narrowest level of what a row is called by.
fn level_of_title(row: &Row, day: Date) -> Level {
    let columns = TITLE.into_iter().filter_map(|column| row.file.column(column));
    let cells = columns.filter_map(|column| row.cell(column, day));
    cells.map(|(act, _)| act.held.level()).max().unwrap_or(Level::Public)
}

/// The particulars that the entry of an act gives.
pub(crate) fn particulars(act: &Act) -> Particulars {
    let years = match act.held.now().entry.body.get("years") {
        Some(Value::Integer(years)) => Some(*years),
        _ => None,
    };
    Particulars {
        reason: act.held.value("reason"),
        years,
        until: act.held.value("until"),
        instrument: None,
        issued_on: None,
    }
}

/// The State (alpha-3) that an act names.
pub(crate) fn state(act: &Act) -> Option<String> {
    act.held
        .now()
        .entry
        .about
        .iter()
        .find_map(|s| if let Subject::State(code) = s { Some(code.clone()) } else { None })
}
