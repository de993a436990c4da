//! The audit for whoever may read it, and a matter's openings for those from whom the matter comes.

use super::{Act, Audit, AuditFilter, Event, Kept, Outside, Pseudonym, Recent, Tally, Who};
use crate::closing::{self, Closing};
use crate::port::{Of, Recorded, Store, StoreError};
use access::{Action, Matter, On, Organisation, Viewer, may};
use jiff::{SignedDuration, Timestamp};
use record::audience::Level;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// An account that reads the audit again within this time is told once.
const READING: SignedDuration = SignedDuration::from_mins(5);
/// How many openings of a matter are read at once.
const PAGE: usize = 500;

/// Why the audit is not read.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// This viewer may not, or there is no such matter for them.
    #[error("only an auditor of this institution, or the operator at its shell, reads the audit")]
    NotAllowed,
    /// The audit cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A page of the audit, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AuditPage {
    /// The events.
    pub events: Vec<Kept>,
    /// The place before which the next page begins; none on the last page.
    pub next: Option<u64>,
}

/// Reads the audit for those who may, and writes it for operations.
#[derive(Clone)]
pub struct AuditBook {
    audit: Arc<dyn Audit>,
    outside: Arc<dyn Outside>,
    tally: Arc<Tally>,
    /// The accounts that read the audit just now.
    readers: Arc<Recent<String>>,
}

impl AuditBook {
    /// Over an audit.
    pub fn new(audit: Arc<dyn Audit>, outside: Arc<dyn Outside>) -> AuditBook {
        AuditBook {
            audit,
            outside,
            tally: Arc::default(),
            readers: Arc::default(),
        }
    }

    /// An event of now, to be written.
    pub fn event(&self, act: Act, who: Who) -> Event {
        Event::new(self.outside.now(), act, who)
    }

    /// Writes events; they are durable when this returns.
    ///
    /// # Errors
    /// They cannot be written; then what they tell of is not to be done or handed out.
    pub async fn write(&self, events: &[Event]) -> Result<(), StoreError> {
        self.audit.write(events).await
    }

    /// Tells that a sign-in was refused: by itself where it was to an open account, of which some within a minute are,
    /// else counted, so that nobody can make the audit grow, or wait for it, by asking in vain. `why` is a word of the
    /// program.
    ///
    /// # Errors
    /// It was to be written by itself and cannot be.
    pub async fn sign_in_refused(&self, why: &'static str, account: Option<&str>) -> Result<(), StoreError> {
        match account.filter(|account| self.tally.is_told_singly(account, self.outside.now())) {
            Some(account) => {
                let event = self.event(Act::SignInRefused, Who::Nobody);
                self.write(&[event.about(account).detail(why)]).await
            }
            None => {
                self.tally.refused(why);
                Ok(())
            }
        }
    }

    /// What is counted after the answer.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Writes what was counted since the last time, if anything was.
    ///
    /// # Errors
    /// It cannot be written; it is the next time.
    pub async fn write_tally(&self) -> Result<(), StoreError> {
        self.tally.write(&*self.audit, self.outside.now()).await
    }

    /// What stands for a matter in the audit.
    pub fn pseudonym(&self, matter: &str) -> Pseudonym {
        self.audit.pseudonym(matter)
    }

    /// Whether somebody may read the audit.
    pub fn may_read(&self, viewer: &Viewer) -> bool {
        may(viewer, Action::ReadAudit, On::House)
    }

    /// A page of the audit, newest first, at most `limit` events; with `before` only those before that place. That a
    /// person reads it is an event itself, whichever page they read, once within five minutes.
    ///
    /// # Errors
    /// The viewer may not, or the audit cannot be read, or not be written.
    pub async fn page(&self, viewer: &Viewer, filter: &AuditFilter, before: Option<u64>, limit: usize) -> Result<AuditPage, AuditError> {
        if !self.may_read(viewer) {
            return Err(AuditError::NotAllowed);
        }
        if let Some(account) = viewer.account().map(str::to_owned) {
            let now = self.outside.now();
            if !self.readers.has(&account, now, READING) {
                self.write(&[Event::new(now, Act::AuditRead, Who::of(viewer))]).await?;
                self.readers.add([account], now, READING);
            }
        }
        let mut events = self.audit.list(filter, before, limit.saturating_add(1)).await?;
        let more = events.len() > limit;
        events.truncate(limit);
        let next = events.last().filter(|_| more).map(|event| event.position);
        Ok(AuditPage { events, next })
    }

    /// Who opened a matter or took it along, newest first, at most `limit` times: for whoever may read it now. Those from
    /// whom it comes (organ, State, organisation or team) see the openings by everybody; others those by people of their
    /// own organ, State, organisation or team, since who else knows of a matter is for its originator to tell. Openings
    /// of a level that nothing had then of what the viewer sees in the matter are told to the operator alone: they would
    /// tell that there is something narrower.
    ///
    /// # Errors
    /// There is no such matter for this viewer, or the audit cannot be read. Asking opens the matter, which is written
    /// like any other opening.
    pub async fn opened(&self, viewer: &Viewer, store: &dyn Store, matter: &str, limit: usize) -> Result<Vec<Kept>, AuditError> {
        let of = Of::Matters(vec![matter.to_owned()]);
        let seen = store.entries(viewer, of.clone(), None).await?;
        let first = seen.first().ok_or(AuditError::NotAllowed)?;
        let on = On::Matter(Matter {
            matter,
            audience: &first.audience,
        });
        if !may(viewer, Action::Read, on) {
            return Err(AuditError::NotAllowed);
        }
        // From whom a matter comes is fixed by its first entry, which not everybody sees who sees something of it; what
        // others add comes from them.
        let every = store.entries(&Viewer::operator(), of, None).await?;
        let sees_first = every.first().is_some_and(|entry| entry.position == first.position);
        let originator = first.audience.originator.as_ref().filter(|_| sees_first);
        let operator = *viewer == Viewer::operator();
        let own = operator || originator.is_some_and(|originator| viewer.is_own(originator));
        let asking = Who::of(viewer);
        let told = |event: &Kept| {
            let known = operator || event.level.is_some_and(|level| levels_at(&seen, event.at).contains(&level));
            known && (own || are_together(&asking, &event.who))
        };
        let filter = AuditFilter {
            acts: vec![Act::MatterOpened, Act::Exported],
            matter: Some(self.pseudonym(matter)),
            organisation: asking.organisation().filter(|_| !own).map(str::to_owned),
            ..AuditFilter::default()
        };
        let (mut opened, mut before) = (Vec::new(), None);
        while opened.len() < limit {
            let page = self.audit.list(&filter, before, PAGE).await?;
            before = page.last().map(|last| last.position);
            let more = page.len() == PAGE;
            opened.extend(page.into_iter().filter(&told));
            if !more {
                break;
            }
        }
        opened.truncate(limit);
        Ok(opened)
    }
}

/// The levels that these entries of a matter had at an instant, by what they themselves say of how it was closed and
/// opened.
fn levels_at(seen: &[Recorded], at: Timestamp) -> BTreeSet<Level> {
    let there = seen.iter().filter(|recorded| recorded.entry.recorded <= at);
    let closings: Vec<Closing> = there
        .clone()
        .filter_map(|recorded| Closing::of(&recorded.entry, recorded.position))
        .collect();
    there
        .map(|recorded| closing::of_entry(&recorded.entry, recorded.position, &closings).level)
        .collect()
}

/// Whether two people act for one State, organisation or team; at the Court and at the Assembly, in one role for it.
fn are_together(one: &Who, other: &Who) -> bool {
    match (one, other) {
        (
            Who::Person { organisation, role, .. },
            Who::Person {
                organisation: of_other,
                role: other_role,
                ..
            },
        ) => {
            let by_role = [Organisation::Court, Organisation::Assembly].map(|organisation| organisation.text());
            organisation == of_other && (role == other_role || !by_role.contains(organisation))
        }
        _ => false,
    }
}
