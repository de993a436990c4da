//! The reading of a page: as at which day, as known on which day, with hindsight or as public then.

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan, tz::TimeZone};

/// The day on which the Rome Statute was adopted: nothing is asked before it.
pub const FIRST_DAY: Date = date(1998, 7, 17);

/// One reading of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The day in the world.
    pub as_at: Date,
    /// The record as it stood at the end of this day in The Hague; none for the newest.
    pub known_on: Option<Date>,
    /// True: all that is now known to have been effective; false: only what was disclosed by the day.
    pub hindsight: bool,
    /// Whether the address named `as_at` (a page without it is about today).
    pub dated: bool,
}

/// Why a reading cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadingError {
    /// Not a day of the calendar.
    #[error("{field} is not a day of the calendar: \"{given}\"; write it as year-month-day, for example 2013-10-02")]
    NotADay {
        /// `as_at` or `known_on`.
        field: &'static str,
        /// What was given.
        given: String,
    },
    /// Before the Statute.
    #[error("as_at {given} is before 1998-07-17, the day on which the Rome Statute was adopted; ask for that day or a later one")]
    BeforeTheStatute {
        /// What was given.
        given: Date,
    },
    /// After today.
    #[error("as_at {given} is after today; the latest day that can be asked for is {today}")]
    AfterToday {
        /// What was given.
        given: Date,
        /// Today in The Hague.
        today: Date,
    },
    /// The record cannot be known from the future.
    #[error("known_on {given} is after today; leave it out, or ask for {today} or an earlier day")]
    KnownAfterToday {
        /// What was given.
        given: Date,
        /// Today in The Hague.
        today: Date,
    },
}

impl Reading {
    /// The reading that was asked for. `today` is the civil day in The Hague.
    pub fn new(as_at: Option<&str>, known_on: Option<&str>, hindsight: bool, today: Date) -> Result<Reading, ReadingError> {
        let day = |field: &'static str, given: &str| {
            let shaped = given.len() == 10
                && given
                    .bytes()
                    .enumerate()
                    .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
            let parsed = if shaped { given.parse::<Date>().ok() } else { None };
            parsed.ok_or_else(|| ReadingError::NotADay {
                field,
                given: given.chars().take(40).collect(),
            })
        };
        let as_at_day = as_at.map(|g| day("as_at", g)).transpose()?;
        let known_on = known_on.map(|g| day("known_on", g)).transpose()?;
        if let Some(given) = as_at_day {
            if given < FIRST_DAY {
                return Err(ReadingError::BeforeTheStatute { given });
            }
            if given > today {
                return Err(ReadingError::AfterToday { given, today });
            }
        }
        if let Some(given) = known_on.filter(|k| *k > today) {
            return Err(ReadingError::KnownAfterToday { given, today });
        }
        Ok(Reading {
            as_at: as_at_day.unwrap_or(today),
            known_on,
            hindsight,
            dated: as_at.is_some(),
        })
    }

    /// The last instant of `known_on` in The Hague, where one was asked for.
    pub fn known_by(&self) -> Option<Timestamp> {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
        let next = self.known_on?.checked_add(1.day()).ok()?;
        let start = next.to_zoned_datetime(zone).ok()?.timestamp();
        start.checked_sub(1.nanosecond()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(as_at: Option<&str>, known_on: Option<&str>, expected: &str) {
        let today = date(2026, 11, 25);
        let said = Reading::new(as_at, known_on, false, today).map_err(|e| e.to_string());
        assert_eq!(said, Err(expected.to_owned()));
    }

    #[test]
    fn a_day_that_cannot_be_asked_for_is_explained() {
        refused(
            Some("yesterday"),
            None,
            "as_at is not a day of the calendar: \"yesterday\"; write it as year-month-day, for example 2013-10-02",
        );
        refused(
            Some("2013-02-30"),
            None,
            "as_at is not a day of the calendar: \"2013-02-30\"; write it as year-month-day, for example 2013-10-02",
        );
        refused(
            Some("2013-1-2"),
            None,
            "as_at is not a day of the calendar: \"2013-1-2\"; write it as year-month-day, for example 2013-10-02",
        );
        refused(
            Some("1998-07-16"),
            None,
            "as_at 1998-07-16 is before 1998-07-17, the day on which the Rome Statute was adopted; ask for that day or a later one",
        );
        refused(
            Some("2026-11-26"),
            None,
            "as_at 2026-11-26 is after today; the latest day that can be asked for is 2026-11-25",
        );
        refused(
            None,
            Some("2026-11-26"),
            "known_on 2026-11-26 is after today; leave it out, or ask for 2026-11-25 or an earlier day",
        );
    }

    #[test]
    fn a_day_known_means_its_end_in_the_hague() {
        let reading = Reading::new(None, Some("2026-07-01"), false, date(2026, 11, 25)).ok();
        assert_eq!(
            reading.and_then(|r| r.known_by()).map(|t| t.to_string()),
            Some("2026-07-01T21:59:59.999999999Z".to_owned())
        );
    }
}
