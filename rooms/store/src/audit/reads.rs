//! What people read of confidential and sealed matter: told to the audit before it is handed out.
//!
//! The one place for it. The operator is not told of here, since the program itself reads as the operator: a verb that
//! shows matter at the shell tells of it by itself. What the public reads causes nothing.

use crate::RecordStore;
use access::Viewer;
use jiff::SignedDuration;
use record::audience::Level;
use register::audit::{Act, Audit, Event, Recent, Told, Who};
use register::port::{Recorded, StoreError};
use std::collections::BTreeSet;

/// Openings of one matter at one level by one person in one role within this time are told once.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);
/// And figures of the same matters within this.
const FIGURES: SignedDuration = SignedDuration::from_hours(1);

/// What was told just now, and is durable. Kept in memory: after a start it is told anew.
#[derive(Default)]
pub(crate) struct Reads {
    openings: Recent<Opening>,
    figures: Recent<Figures>,
}

/// Account, organisation and role.
type Reader = (String, String, &'static str);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Opening {
    reader: Reader,
    matter: String,
    level: &'static str,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Figures {
    reader: Reader,
    matters: BTreeSet<String>,
}

/// The person who reads; none for the public and the operator.
fn reader(viewer: &Viewer) -> Option<Reader> {
    Some((viewer.account()?.to_owned(), viewer.organisation()?.text(), viewer.role()?.word()))
}

impl RecordStore {
    /// Hands out entries once it is durable in the audit that a person opened what is confidential or under seal among
    /// them.
    pub(crate) async fn hand_out(&self, viewer: &Viewer, entries: Vec<Recorded>) -> Result<Vec<Recorded>, StoreError> {
        let Some(reader) = reader(viewer) else { return Ok(entries) };
        let told = Told::of(&entries);
        let now = self.outside.now();
        let opening = |(matter, level): (&str, Level)| Opening {
            reader: reader.clone(),
            matter: matter.to_owned(),
            level: level.word(),
        };
        let new: Vec<(&str, Level)> = told
            .openings()
            .filter(|matter| !self.reads.openings.has(&opening(*matter), now, AGAIN))
            .collect();
        if new.is_empty() {
            return Ok(entries);
        }
        let event = |(matter, level): &(&str, Level)| Event::new(now, Act::MatterOpened, Who::of(viewer)).matter(matter, *level);
        self.tell(&new.iter().map(event).collect::<Vec<_>>()).await?;
        self.reads.openings.add(new.into_iter().map(opening), now, AGAIN);
        Ok(entries)
    }

    /// The same for entries out of which figures are made.
    pub(crate) async fn hand_out_for_figures(&self, viewer: &Viewer, entries: Vec<Recorded>) -> Result<Vec<Recorded>, StoreError> {
        let Some(reader) = reader(viewer) else { return Ok(entries) };
        let told = Told::of(&entries);
        let now = self.outside.now();
        let Some(event) = told.figures(now, Who::of(viewer)) else {
            return Ok(entries);
        };
        let figures = Figures {
            reader,
            matters: told.matters().into_iter().map(str::to_owned).collect(),
        };
        if !self.reads.figures.has(&figures, now, FIGURES) {
            self.tell(&[event]).await?;
            self.reads.figures.add([figures], now, FIGURES);
        }
        Ok(entries)
    }

    async fn tell(&self, events: &[Event]) -> Result<(), StoreError> {
        self.audit.write(events).await.map_err(|error| {
            StoreError::Database(format!(
                "what was asked for is confidential or under seal and was not handed out, since it could not be written into the audit that it was read: {error}"
            ))
        })
    }
}
