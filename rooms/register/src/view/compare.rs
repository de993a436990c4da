//! What changed between two days.

use super::look::{Loaded, Look, Page};
use super::model::{Comparison, FigureChange, Moved, Session, StandingChange, figures};
use super::{View, WrongGiven};
use crate::Register;
use crate::derive::file_list;
use crate::directory::Directory;
use crate::files::{self, Row};
use crate::kinds;
use crate::lists;
use crate::port::Unit;
use crate::reading::{FIRST_DAY, Reading};
use access::Viewer;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Register {
    /// What changed after a day and up to the day of the reading.
    ///
    /// # Errors
    /// The earlier day does not lie before the later one, or lies before the Statute; the day known on lies
    /// before the record, or the store failed.
    pub async fn compare(&self, viewer: &Viewer, reading: &Reading, from: Date) -> View<Comparison> {
        if from >= reading.as_at {
            return Err(WrongGiven::Days {
                from,
                as_at: reading.as_at,
            }
            .into());
        }
        if from < FIRST_DAY {
            return Err(WrongGiven::BeforeTheStatute { from }.into());
        }
        let look = Look::new(self, viewer, reading).await?;
        let earlier_reading = Reading {
            as_at: from,
            ..reading.clone()
        };
        let earlier = Look::new(self, viewer, &earlier_reading).await?;
        let directory = look.directory().await?;
        let (before, after) = (
            earlier.figures(from, &directory).await?,
            look.figures(look.day(), &directory).await?,
        );
        let outstanding = FigureChange {
            what: lists::OUTSTANDING.to_owned(),
            before: earlier.count(lists::OUTSTANDING, "").await?,
            after: look.count(lists::OUTSTANDING, "").await?,
        };
        let changes = figures(&before).into_iter().zip(figures(&after));
        let changes = changes.map(|((what, before), (_, after))| FigureChange {
            what: what.to_owned(),
            before,
            after,
        });
        let (events, acted) = look.events_between(from, look.day(), &directory).await?;
        let [came, left, between] = look.moved(from, acted).await?;
        Ok(Comparison {
            asked: look.asked(),
            from,
            figures: std::iter::once(outstanding).chain(changes).collect(),
            unresolved: [before.unresolved, after.unresolved],
            came,
            left,
            between,
            standings: look.standing_changes(&earlier, &directory).await?,
            events: events.into_iter().rev().collect(),
            sessions: look.sessions().await?,
        })
    }

    /// The sessions of the Assembly of which the record has a resolution on cooperation, newest first.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn sessions(&self, viewer: &Viewer, reading: &Reading) -> View<Vec<Session>> {
        Look::new(self, viewer, reading).await?.sessions().await
    }
}

impl Look<'_> {
    /// Who came, who left, and who came and left between.
    async fn moved(&self, from: Date, acted: Loaded) -> View<[Vec<Moved>; 3]> {
        // Whoever came and left between did so by an act of the period; whoever stands in both lists and did
        // nothing did not move.
        let mut keys: BTreeSet<String> = acted.persons().cloned().collect();
        let then = self.standing_in(from).await?;
        let now = self.standing_in(self.day()).await?;
        let others: Vec<String> = then
            .symmetric_difference(&now)
            .filter(|key| !keys.contains(*key))
            .cloned()
            .collect();
        keys.extend(others.iter().cloned());
        let loaded = acted.and(self.load(others).await?);
        let mut moved: [Vec<Moved>; 3] = Default::default();
        for key in &keys {
            let Some(dossier) = loaded.dossier(key, self.law()) else { continue };
            let Some(row) = super::row::row(self, &dossier) else { continue };
            let spans = self.intervals(key, loaded.of(key));
            let on = |day: Date| {
                spans
                    .iter()
                    .any(|span| span.from <= day && span.until.is_none_or(|until| day < until))
            };
            let came = spans.iter().map(|span| span.from).find(|first| from < *first);
            let left = spans.iter().rev().filter_map(|span| span.until).find(|until| from < *until);
            let place = match (on(from), on(self.day())) {
                (false, true) => 0,
                (true, false) => 1,
                (false, false) if came.is_some() => 2,
                _ => continue,
            };
            moved[place].push(Moved { row, came, left });
        }
        moved[0].sort_by(|a, b| (a.came, &a.row.name).cmp(&(b.came, &b.row.name)));
        moved[1].sort_by(|a, b| (a.left, &a.row.name).cmp(&(b.left, &b.row.name)));
        moved[2].sort_by(|a, b| (a.came, &a.row.name).cmp(&(b.came, &b.row.name)));
        Ok(moved)
    }

    /// The persons outstanding on a day.
    async fn standing_in(&self, day: Date) -> View<BTreeSet<String>> {
        let listed = self.listed_on(day, lists::OUTSTANDING, "").await?.into_iter();
        Ok(listed
            .filter_map(|(_, unit)| if let Unit::Person(key) = unit { Some(key) } else { None })
            .collect())
    }

    /// States whose standing towards a treaty is another one than on the earlier look's day.
    async fn standing_changes(&self, earlier: &Look<'_>, directory: &Directory) -> View<Vec<StandingChange>> {
        let mut changes = Vec::new();
        for treaty in self.law().treaties() {
            let (before, after) = (earlier.standings(&treaty.id).await?, self.standings(&treaty.id).await?);
            let codes: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for code in codes {
                let word = |standing: Option<&(String, Date)>| standing.map(|(word, _)| word.clone());
                let (was, is) = (word(before.get(code)), word(after.get(code)));
                if was != is {
                    changes.push(StandingChange {
                        treaty: treaty.id.clone(),
                        state: directory.on(code, self.day()),
                        before: was,
                        after: is,
                        since: after.get(code).map(|(_, since)| *since),
                    });
                }
            }
        }
        changes.sort_by(|a, b| (a.since, &a.treaty, &a.state).cmp(&(b.since, &b.treaty, &b.state)));
        Ok(changes)
    }

    /// The sessions of the Assembly, newest first.
    pub(crate) async fn sessions(&self) -> View<Vec<Session>> {
        let Some(file) = files::named("resolutions") else {
            return Ok(Vec::new());
        };
        let listed = self.listed_units(&file_list(file), "", Page::all()).await?;
        let matters = listed
            .iter()
            .filter_map(|(_, unit)| if let Unit::Matter(m) = unit { Some(m.clone()) } else { None });
        let loaded = self.load_matters(matters.collect()).await?;
        let rows = loaded.iter().filter_map(|(matter, entries)| Row::of(matter, entries, self.law()));
        let mut sessions: Vec<Session> = rows
            .filter_map(|row| {
                Some(Session {
                    session: row.text("asp_session", self.day())?.parse().ok()?,
                    on: row.act_on(kinds::RESOLUTION, self.day())?.counts_on?,
                    resolution: row.text("resolution", self.day())?,
                })
            })
            .collect();
        sessions.sort_by(|a, b| (b.on, &b.resolution).cmp(&(a.on, &a.resolution)));
        Ok(sessions)
    }
}
