//! How often somebody may ask. Counted for an account where somebody is signed in, else for the network from which
//! the request comes, at a rate that a ministry behind one address does not reach; strictly for what costs more than
//! a page. Counted in memory, for so many at once; nothing of it is written anywhere.

use super::refused::{Why, refuse};
use super::site::Network;
use super::{Guards, SignedIn};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::Response;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// For how many at once it is counted.
const MOST: usize = 50_000;

/// Whose requests are counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Whose {
    Account(String),
    Network(Network),
    /// All who come when there is no more room to count each.
    Others,
}

/// What a request asks of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Cost {
    /// A page.
    Page,
    /// A view of an earlier record, a search, an archive, a document that is made.
    Much,
    /// Whatever may be changed by somebody who is not signed in: signing in, above all; and a token that is none, or that
    /// is not looked at yet.
    Change,
}

/// At once, and in a minute from then on.
#[derive(Clone, Copy)]
struct Rate {
    at_once: i64,
    a_minute: i64,
}

impl Rate {
    fn of(whose: &Whose, cost: Cost) -> Rate {
        let (at_once, a_minute) = match (whose, cost) {
            (Whose::Account(_), Cost::Much) => (60, 60),
            (Whose::Account(_), Cost::Page | Cost::Change) => (600, 600),
            (_, Cost::Page) => (1200, 1200),
            (_, Cost::Much) => (120, 120),
            // Signing in takes two or three: a hundred people of a ministry begin their day at once.
            (_, Cost::Change) => (300, 300),
        };
        Rate { at_once, a_minute }
    }
}

/// When each will have nothing left to wait for (the generic cell rate algorithm, ITU-T I.371), in milliseconds.
#[derive(Default)]
pub(super) struct Rates(Mutex<Counted>);

#[derive(Default)]
struct Counted {
    until: HashMap<(Whose, Cost), i64>,
    swept: i64,
}

impl Rates {
    /// Counts a request; where it comes too soon, the seconds to wait, and it is not counted.
    fn take(&self, whose: Whose, cost: Cost, now: i64) -> Result<(), u64> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut key = (whose, cost);
        if counted.until.len() >= MOST && !counted.until.contains_key(&key) {
            counted.sweep(now);
            if counted.until.len() >= MOST {
                key.0 = Whose::Others;
            }
        }
        let Rate { at_once, a_minute } = Rate::of(&key.0, cost);
        let step = 60_000 / a_minute;
        let most = step * at_once;
        let until = counted.until.entry(key).or_insert(now);
        // Where the clock was put back, nobody waits longer than from a full count.
        *until = (*until).clamp(now, now.saturating_add(most));
        let next = *until + step;
        let over = next - now - most;
        if over > 0 {
            return Err(u64::try_from(over).unwrap_or(1).div_ceil(1000));
        }
        *until = next;
        Ok(())
    }
}

impl Counted {
    /// Forgets those who have nothing to wait for, at most once a second.
    fn sweep(&mut self, now: i64) {
        if (now - self.swept).abs() >= 1000 {
            self.swept = now;
            self.until.retain(|_, until| *until > now);
        }
    }
}

/// A layer that refuses what is asked too often. Nobody on this machine itself is counted, unless a proxy asks for
/// others.
pub(super) async fn only_so_often(State(guards): State<Guards>, request: Request, next: Next) -> Response {
    let account = request
        .extensions()
        .get::<SignedIn>()
        .map(|who| Whose::Account(who.account.clone()));
    let network = || {
        let network = guards.site.network(request.headers(), request.extensions())?;
        (!network.is_here()).then_some(Whose::Network(network))
    };
    let cost = Cost::of(&request);
    let now = guards.register.outside.now().as_millisecond();
    let taken = account.or_else(network).map_or(Ok(()), |whose| guards.rates.take(whose, cost, now));
    match taken {
        Ok(()) => next.run(request).await,
        Err(seconds) => refuse(&guards, &request, Why::TooOften { seconds }),
    }
}

impl Cost {
    fn of(request: &Request) -> Cost {
        if ![Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
            return Cost::Change;
        }
        let path = request.uri().path();
        // Whoever guesses tokens guesses slowly; that of the feed stands in the address.
        let token = request.headers().contains_key(AUTHORIZATION) || path.ends_with("/deadlines.ics");
        if token && request.extensions().get::<SignedIn>().is_none() {
            return Cost::Change;
        }
        let earlier = request.uri().query().is_some_and(|query| query.contains("known_on="));
        let made = [".zip", ".pdf", ".docx"].iter().any(|ending| path.ends_with(ending));
        let much = path.contains("/search") || path.contains("/compare") || made;
        if earlier || much { Cost::Much } else { Cost::Page }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::body::Body;
    use std::net::{IpAddr, Ipv4Addr};

    fn network(last: u32) -> Whose {
        Whose::Network(Network::of(IpAddr::V4(Ipv4Addr::from_bits(last))))
    }

    fn account() -> Whose {
        Whose::Account("a".into())
    }

    #[test]
    fn so_many_at_once_and_then_one_at_a_time() {
        let rates = Rates::default();
        for _ in 0..60 {
            assert_eq!(rates.take(account(), Cost::Much, 0), Ok(()));
        }
        assert_eq!(rates.take(account(), Cost::Much, 0), Err(1), "the sixty-first waits a second");
        assert_eq!(rates.take(account(), Cost::Much, 999), Err(1), "to its end");
        assert_eq!(rates.take(account(), Cost::Much, 1000), Ok(()));
        assert_eq!(
            rates.take(account(), Cost::Much, 1000),
            Err(1),
            "and what was refused was not counted"
        );
        for _ in 0..60 {
            assert_eq!(
                rates.take(account(), Cost::Much, 61_000),
                Ok(()),
                "after a minute all is as at first"
            );
        }
    }

    #[test]
    fn each_account_network_and_cost_is_counted_apart() {
        let rates = Rates::default();
        let exhaust = |whose: &Whose, cost| while rates.take(whose.clone(), cost, 0).is_ok() {};
        exhaust(&account(), Cost::Much);
        exhaust(&network(1), Cost::Change);
        assert_eq!(rates.take(account(), Cost::Page, 0), Ok(()));
        assert_eq!(rates.take(Whose::Account("b".into()), Cost::Much, 0), Ok(()));
        assert_eq!(rates.take(network(1), Cost::Page, 0), Ok(()));
        assert_eq!(rates.take(network(2), Cost::Change, 0), Ok(()));
    }

    #[test]
    fn a_ministry_behind_one_address_reads_a_thousand_pages_at_once() {
        let rates = Rates::default();
        for n in 0..1000 {
            assert_eq!(rates.take(network(1), Cost::Page, 0), Ok(()), "{n}");
        }
    }

    #[test]
    fn a_clock_that_is_put_back_locks_nobody_out_for_longer_than_from_a_full_count() {
        let rates = Rates::default();
        let later = 3_600_000;
        while rates.take(account(), Cost::Much, later).is_ok() {}
        assert_eq!(rates.take(account(), Cost::Much, 0), Err(1));
        assert_eq!(rates.take(account(), Cost::Much, 1000), Ok(()), "the old time is forgotten");
    }

    #[test]
    fn so_many_are_counted_and_when_there_is_no_room_the_rest_share_one_count() {
        let rates = Rates::default();
        let most = u32::try_from(MOST).unwrap();
        for n in 0..most {
            rates.take(network(n), Cost::Change, 0).unwrap();
        }
        let mut newcomers = 0;
        while rates.take(network(most + newcomers), Cost::Change, 0).is_ok() {
            newcomers += 1;
        }
        assert_eq!(newcomers, 300, "they share one count");
        assert!(rates.0.lock().unwrap().until.len() <= MOST + 3, "and take no more room");
        assert_eq!(
            rates.take(network(0), Cost::Change, 0),
            Ok(()),
            "who was there before is not touched"
        );
        assert_eq!(
            rates.take(network(most + newcomers), Cost::Change, 2000),
            Ok(()),
            "a little later there is room again"
        );
        assert!(rates.0.lock().unwrap().until.len() < MOST);
    }

    #[test]
    fn what_costs_more_than_a_page_is_known_by_its_address() {
        let cost = |method: &str, address: &str| {
            let request = Request::builder().method(method).uri(address);
            Cost::of(&request.body(Body::empty()).unwrap())
        };
        for address in ["/en", "/en/warrants?as_at=2013-10-02", "/assets/x.css"] {
            assert_eq!(cost("GET", address), Cost::Page, "{address}");
        }
        for address in [
            "/en?known_on=2026-11-24",
            "/fr/search?q=x",
            "/api/v1/search?q=x",
            "/en/compare?from=2013-10-02",
            "/en/data/register.zip",
            "/en/request/0/request.pdf",
            "/fr/draft/0/request.docx",
        ] {
            assert_eq!(cost("GET", address), Cost::Much, "{address}");
        }
        assert_eq!(cost("POST", "/en/search"), Cost::Change);
        let guessed = Request::builder().uri("/api/v1/requests").header("authorization", "Bearer x");
        let guessed = guessed.body(Body::empty()).unwrap();
        assert_eq!(Cost::of(&guessed), Cost::Change, "a token that opened nothing");
        assert_eq!(cost("GET", "/api/v1/deadlines.ics?token=x"), Cost::Change, "a token in an address");
    }
}
