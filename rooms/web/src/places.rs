//! How many connections are held at once, from all together and from one network.

use crate::guard::Network;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

/// How many connections are held at once.
const ALL: usize = 512;
/// How many of them one network may hold: a client that says something now and then on each of its connections keeps
/// the others from none of the rest.
const SHARE: usize = ALL / 4;

/// The places for connections.
pub(crate) struct Places {
    all: Arc<Semaphore>,
    /// How many each network holds; none where a proxy, which is one network, asks for all.
    held: Option<Held>,
}

type Held = Arc<Mutex<HashMap<Network, usize>>>;

/// A place that is held until this goes.
pub(crate) struct Place {
    _any: OwnedSemaphorePermit,
    of: Option<(Held, Network)>,
}

impl Places {
    /// All places, free, with a share for each network or without.
    pub(crate) fn new(shares: bool) -> Places {
        Places {
            all: Arc::new(Semaphore::new(ALL)),
            held: shares.then(Held::default),
        }
    }

    /// Waits until there is a place for whoever comes next.
    ///
    /// # Errors
    /// None is given any more, which does not happen while these are there.
    pub(crate) async fn any(&self) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.all.clone().acquire_owned().await
    }

    /// Gives it to a client at an address; none, and it is free again, where their network has its share.
    pub(crate) fn of(&self, any: OwnedSemaphorePermit, client: IpAddr) -> Option<Place> {
        let Some(held) = &self.held else {
            return Some(Place { _any: any, of: None });
        };
        let network = Network::of(client);
        let mut counts = lock(held);
        let count = counts.entry(network).or_default();
        if *count >= SHARE {
            return None;
        }
        *count += 1;
        Some(Place {
            _any: any,
            of: Some((held.clone(), network)),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((held, network)) = &self.of else { return };
        let mut counts = lock(held);
        let left = counts.get(network).map_or(0, |count| count.saturating_sub(1));
        if left == 0 {
            counts.remove(network);
        } else {
            counts.insert(*network, left);
        }
    }
}

fn lock(held: &Held) -> MutexGuard<'_, HashMap<Network, usize>> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    async fn one(places: &Places, client: &str) -> Option<Place> {
        places.of(places.any().await.unwrap(), client.parse().unwrap())
    }

    async fn as_many_as_there_are(places: &Places, client: &str) -> Vec<Place> {
        let mut taken = Vec::new();
        while places.all.available_permits() > 0 {
            match one(places, client).await {
                Some(place) => taken.push(place),
                None => break,
            }
        }
        taken
    }

    #[tokio::test]
    async fn a_network_holds_a_quarter_of_all_places_and_leaves_the_rest_to_others() {
        let places = Places::new(true);
        let mut first = as_many_as_there_are(&places, "2001:db8:0:1::1").await;
        assert_eq!(first.len(), 128);
        assert!(
            one(&places, "2001:db8:0:1:ffff::2").await.is_none(),
            "nor from another address of it"
        );
        assert_eq!(places.all.available_permits(), 512 - 128, "what is refused is free again");
        assert!(one(&places, "2001:db8:0:2::1").await.is_some());
        assert!(one(&places, "192.0.2.1").await.is_some());
        first.pop();
        assert!(
            one(&places, "2001:db8:0:1::1").await.is_some(),
            "whoever gave one up takes one again"
        );
        drop(first);
        assert!(lock(places.held.as_ref().unwrap()).is_empty(), "nothing is kept of who is gone");
    }

    #[tokio::test]
    async fn behind_a_proxy_which_asks_for_all_there_are_no_shares() {
        let places = Places::new(false);
        assert_eq!(as_many_as_there_are(&places, "127.0.0.1").await.len(), 512);
    }
}
