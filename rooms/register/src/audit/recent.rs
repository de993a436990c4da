//! What was told just now, so that the same is not told again at once.

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// When each was told last. Kept in memory: after a start it is told anew.
#[derive(Debug)]
pub struct Recent<T>(Mutex<HashMap<T, Timestamp>>);

impl<T> Default for Recent<T> {
    fn default() -> Recent<T> {
        Recent(Mutex::default())
    }
}

impl<T: Eq + Hash> Recent<T> {
    /// Whether it was told within a time. A clock that was put back makes nobody unseen.
    pub fn has(&self, what: &T, now: Timestamp, within: SignedDuration) -> bool {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.get(what).is_some_and(|at| *at <= now && now.duration_since(*at) < within)
    }

    /// Notes that these were told, and forgets what is past.
    pub fn add(&self, what: impl IntoIterator<Item = T>, now: Timestamp, within: SignedDuration) {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.retain(|_, at| *at <= now && now.duration_since(*at) < within);
        told.extend(what.into_iter().map(|what| (what, now)));
    }
}
