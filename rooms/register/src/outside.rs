//! What comes from outside: the clock and randomness. No room reads them by itself.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Where time and chance come from.
pub trait Outside: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
    /// Fills the bytes with randomness that nobody can guess.
    fn random(&self, bytes: &mut [u8]);
}

/// The civil day in The Hague at an instant: 'today' on every face.
pub fn day_in_the_hague(instant: Timestamp) -> Date {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    instant.to_zoned_datetime(zone).date()
}
