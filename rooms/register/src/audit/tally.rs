//! What anybody can make happen as often as they like: requests that are denied, addresses that are unknown, sign-ins
//! that are refused. Counted, and written now and then.

use super::{Act, Audit, Event, Who};
use crate::port::StoreError;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// How many refused sign-ins to one account are written one by one within [`SPAN`].
pub(super) const SINGLY: u32 = 5;
const SPAN: SignedDuration = SignedDuration::from_mins(1);

/// Counts in memory. Whoever serves writes them once a minute, so that no request, however many come, causes a write.
#[derive(Debug, Default)]
pub struct Tally {
    denied: AtomicU64,
    unknown: AtomicU64,
    /// By the word that says why.
    refused: Mutex<BTreeMap<&'static str, u64>>,
    singly: Mutex<Singly>,
}

/// How often each account was named in a refused sign-in since an instant. Only open accounts come in, so that strangers
/// cannot make it grow.
#[derive(Debug, Default)]
struct Singly {
    since: Timestamp,
    accounts: HashMap<String, u32>,
}

impl Tally {
    /// Counts a request that was denied.
    pub fn denied(&self) {
        self.denied.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a request for an address that is unknown, or that is unknown to whoever asked.
    pub fn unknown(&self) {
        self.unknown.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a sign-in that was refused.
    pub(super) fn refused(&self, why: &'static str) {
        self.count_refused([(why, 1)]);
    }

    fn count_refused(&self, counts: impl IntoIterator<Item = (&'static str, u64)>) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        for (why, count) in counts {
            let counted = refused.entry(why).or_default();
            *counted = counted.saturating_add(count);
        }
    }

    /// Whether a refused sign-in to this open account is written by itself: of many within a minute only the first are.
    pub(super) fn is_told_singly(&self, account: &str, now: Timestamp) -> bool {
        let mut singly = self.singly.lock().unwrap_or_else(PoisonError::into_inner);
        if now < singly.since || now.duration_since(singly.since) >= SPAN {
            *singly = Singly {
                since: now,
                accounts: HashMap::new(),
            };
        }
        let told = singly.accounts.entry(account.to_owned()).or_default();
        *told = told.saturating_add(1);
        *told <= SINGLY
    }

    /// Writes what was counted since the last time, if anything was.
    ///
    /// # Errors
    /// The audit cannot be written; what was counted is written the next time.
    pub(super) async fn write(&self, audit: &dyn Audit, now: Timestamp) -> Result<(), StoreError> {
        let counted = [(&self.denied, Act::Denied), (&self.unknown, Act::Unknown)].map(|(counter, act)| {
            let count = counter.swap(0, Ordering::Relaxed);
            (counter, Event::new(now, act, Who::Nobody).count(count))
        });
        let refused = std::mem::take(&mut *self.refused.lock().unwrap_or_else(PoisonError::into_inner));
        let of_refused = |(why, count): (&&'static str, &u64)| Event::new(now, Act::SignInRefused, Who::Nobody).detail(why).count(*count);
        let events: Vec<Event> = counted
            .iter()
            .map(|(_, event)| event.clone())
            .filter(|event| event.count > 0)
            .chain(refused.iter().map(of_refused))
            .collect();
        if events.is_empty() {
            return Ok(());
        }
        let written = audit.write(&events).await;
        if written.is_err() {
            for (counter, event) in &counted {
                counter.fetch_add(event.count, Ordering::Relaxed);
            }
            self.count_refused(refused);
        }
        written
    }
}
