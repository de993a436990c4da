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

/// The clock of The Hague, by which days are counted on every face.
pub fn the_hague() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

/// The civil day in The Hague at an instant: 'today' on every face.
pub fn day_in_the_hague(instant: Timestamp) -> Date {
    instant.to_zoned_datetime(the_hague()).date()
}
