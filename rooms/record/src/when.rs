//! Dates in the world, kept and shown as precise as they were given.

use jiff::Timestamp;
use jiff::civil::Date;

/// When something happened.
///
/// Written in entries as one text: `2013-10-02`, `2010-06`, `2007`, `by 2024-12-17`, `from 2010-06`,
/// `about 2016-04-12`, `unknown`, or an instant with its zone, `2020-06-09T14:00:00+02:00[Europe/Amsterdam]`,
/// where the law counts hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// On a day, in a month or in a year.
    In(Span),
    /// On this span's last day at the latest.
    By(Span),
    /// Not before this span.
    From(Span),
    /// About this span.
    About(Span),
    /// At an instant, with the zone in which it was lived.
    At {
        /// The instant.
        instant: Timestamp,
        /// IANA name of the zone.
        zone: String,
    },
    /// Not known.
    Unknown,
}

/// A day, a month or a year of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// `2013-10-02`
    Day(Date),
    /// `2010-06`: year and month (1 to 12).
    Month(i16, i8),
    /// `2007`
    Year(i16),
}
