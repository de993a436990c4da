//! The latest events that the reader knew of on the day.

use super::View;
use super::look::{Look, Page};
use super::model::{Event, Particulars, PersonRef, SituationRef};
use crate::derive::is_event;
use crate::dossier::{Act, Dossier, Instrument};
use crate::kinds;
use crate::lists::{ACTS, mirror};
use jiff::civil::Date;
use record::entry::Subject;
use record::json::Value;

impl Look<'_> {
    /// The latest events, latest first, at most so many.
    pub(crate) async fn events(&self, most: usize) -> View<Vec<Event>> {
        // What happened after the day stands before it in the mirrored order.
        let after = mirror(self.day()).yesterday().ok().map(|day| (day, "\u{10ffff}".to_owned()));
        let page = Page {
            since_by: None,
            after,
            limit: most,
        };
        let listed = self.list(ACTS, "", page).await?;
        let loaded = self.load_listed(&listed).await?;
        let mut events: Vec<(Date, usize, Event)> = Vec::new();
        for (mirrored, key) in &listed {
            let Some(dossier) = loaded.dossier(key, self.law()) else { continue };
            let day = mirror(*mirrored);
            for (instrument, act) in dossier.acts() {
                if is_event(act.kind(), self.hindsight())
                    && act.from(self.hindsight()) == Some(day)
                    && instrument.seen_closer(act).is_none()
                {
                    events.push((day, kinds::order(act.kind()), self.event(&dossier, instrument, act)));
                }
            }
        }
        events.sort_by(|a, b| {
            b.0.cmp(&a.0)
                .then(a.1.cmp(&b.1))
                .then_with(|| a.2.person.as_ref().map(|p| &p.name).cmp(&b.2.person.as_ref().map(|p| &p.name)))
        });
        // Acts of one day and sense under two warrants are told once.
        events.dedup_by(|b, a| {
            a.0 == b.0 && a.2.act == b.2.act && a.2.what == b.2.what && a.2.person == b.2.person && a.2.particulars == b.2.particulars
        });
        events.truncate(most);
        Ok(events.into_iter().map(|(_, _, event)| event).collect())
    }

    fn event(&self, dossier: &Dossier, instrument: &Instrument, act: &Act) -> Event {
        let mut particulars = particulars(act);
        if act.kind() == kinds::MADE_PUBLIC {
            particulars.instrument = Some(if instrument.is_warrant() { "warrant" } else { "summons" }.to_owned());
            let issued = instrument.issue().held.now().entry.effective.to_string();
            particulars.issued_on = Some(issued).filter(|issued| *issued != act.held.now().entry.effective.to_string());
        }
        Event {
            date: dossier.citations.dated(&act.held, act.counts_on),
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
            state: state(act),
            particulars,
        }
    }
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
