//! Dates in the world, kept and shown as precise as they were given.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// When something happened.
///
/// Written in entries as one text: `2013-10-02`, `2010-06`, `2007`, `by 2024-12-17`, `from 2010-06`,
/// `about 2016-04-12`, `unknown`, or an instant with its zone, `2020-06-09T12:00:00Z[Europe/Amsterdam]`,
/// where the law counts hours. The instant stands in UTC there: the rules of zones change, the bytes of
/// an entry must not. People may write it with its offset, `2020-06-09T14:00:00+02:00[Europe/Amsterdam]`.
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

/// Why a text is not a date in the world, and how to write one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// The form is not one of those that are read.
    #[error(
        "{0:?} is not a date: write a day (2013-10-02), a month (2010-06), a year (2007), one of these after `by`, `from` or `about`, `unknown`, or an instant with its zone (2020-06-09T14:00:00+02:00[Europe/Amsterdam])"
    )]
    Form(String),
    /// The form is right but there is no such day, month or year.
    #[error("{0:?} is not in the calendar: check year, month and day")]
    Calendar(String),
    /// The instant or its zone cannot be read, or they contradict each other.
    #[error("{text:?} is not an instant with its zone ({reason}): write it like 2020-06-09T14:00:00+02:00[Europe/Amsterdam]")]
    Instant {
        /// What was given.
        text: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl When {
    /// Reads the text form.
    ///
    /// An instant may be given with the offset that its zone had then, or in UTC as entries hold it.
    ///
    /// # Errors
    /// See [`WhenError`].
    pub fn parse(text: &str) -> Result<When, WhenError> {
        if text == "unknown" {
            return Ok(When::Unknown);
        }
        let said = [
            ("by ", When::By as fn(Span) -> When),
            ("from ", When::From),
            ("about ", When::About),
        ];
        for (word, when) in said {
            if let Some(rest) = text.strip_prefix(word) {
                return Span::read(rest, text).map(when);
            }
        }
        if text.contains('T') || text.contains('[') {
            parse_instant(text)
        } else {
            Span::read(text, text).map(When::In)
        }
    }

    /// The first possible day; `None` where it is not known.
    pub fn first(&self) -> Option<Date> {
        match self {
            When::In(span) | When::From(span) | When::About(span) => Some(span.first()),
            When::By(_) | When::Unknown => None,
            When::At { instant, zone } => Some(day_in(*instant, zone)),
        }
    }

    /// The last possible day; `None` where it is not known.
    pub fn last(&self) -> Option<Date> {
        match self {
            When::In(span) | When::By(span) | When::About(span) => Some(span.last()),
            When::From(_) | When::Unknown => None,
            When::At { instant, zone } => Some(day_in(*instant, zone)),
        }
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            When::In(span) => write!(f, "{span}"),
            When::By(span) => write!(f, "by {span}"),
            When::From(span) => write!(f, "from {span}"),
            When::About(span) => write!(f, "about {span}"),
            When::At { instant, zone } => write!(f, "{instant}[{zone}]"),
            When::Unknown => f.write_str("unknown"),
        }
    }
}

impl Span {
    /// Reads `2013-10-02`, `2010-06` or `2007`.
    ///
    /// # Errors
    /// Another form, or no such day, month or year.
    pub fn parse(text: &str) -> Result<Span, WhenError> {
        Span::read(text, text)
    }

    /// `whole` is the text in which the span stands, for the error to name.
    fn read(text: &str, whole: &str) -> Result<Span, WhenError> {
        let form = || WhenError::Form(whole.to_owned());
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4).ok_or_else(form)?;
        let month = parts.next().map(|part| digits(Some(part), 2).ok_or_else(form)).transpose()?;
        let day = parts.next().map(|part| digits(Some(part), 2).ok_or_else(form)).transpose()?;
        if parts.next().is_some() {
            return Err(form());
        }
        let calendar = || WhenError::Calendar(whole.to_owned());
        let month = month.map(i8::try_from).transpose().map_err(|_| calendar())?;
        let day = day.map(i8::try_from).transpose().map_err(|_| calendar())?;
        // The first day of the month or year stands in, so that one place knows the calendar.
        let date = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| calendar())?;
        if year == 0 {
            return Err(calendar());
        }
        Ok(match (month, day) {
            (None, _) => Span::Year(year),
            (Some(month), None) => Span::Month(year, month),
            (Some(_), Some(_)) => Span::Day(date),
        })
    }

    /// The first day.
    pub fn first(&self) -> Date {
        match *self {
            Span::Day(date) => date,
            Span::Month(year, month) => day_or_bound(year, month),
            Span::Year(year) => day_or_bound(year, 1),
        }
    }

    /// The last day.
    pub fn last(&self) -> Date {
        match *self {
            Span::Day(date) => date,
            Span::Month(year, month) => day_or_bound(year, month).last_of_month(),
            Span::Year(year) => day_or_bound(year, 12).last_of_month(),
        }
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Span::Day(date) => write!(f, "{date}"),
            Span::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Span::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Exactly so many decimal digits.
fn digits(text: Option<&str>, count: usize) -> Option<i16> {
    text.filter(|t| t.len() == count && t.bytes().all(|b| b.is_ascii_digit()))?
        .parse()
        .ok()
}

/// The first day of a month. A span that was not parsed may name none; it is read as the nearest
/// bound of the calendar, and `Draft::check` refuses it before it can be recorded.
fn day_or_bound(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(if year < 0 || month < 1 { Date::MIN } else { Date::MAX })
}

/// The civil day of an instant in its zone, in UTC where this machine does not know the zone.
fn day_in(instant: Timestamp, zone: &str) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    instant.to_zoned_datetime(zone).date()
}

fn parse_instant(text: &str) -> Result<When, WhenError> {
    let wrong = |reason: &str| WhenError::Instant {
        text: text.to_owned(),
        reason: reason.to_owned(),
    };
    let (stamp, zone) = text
        .strip_suffix(']')
        .and_then(|t| t.split_once('['))
        .ok_or_else(|| wrong("its zone is missing; add it in brackets"))?;
    let well_formed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'-' | b'+');
    if zone.is_empty() || zone.len() > 64 || !zone.bytes().all(well_formed) || !zone.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(wrong("the zone is not the name of one"));
    }
    let instant: Timestamp = stamp.parse().map_err(|_| wrong("the part before the zone is not an instant"))?;
    // In UTC nothing can contradict: this form is read for ever, whatever becomes of the zone's rules.
    if !stamp.ends_with('Z') {
        text.parse::<ZonedDateTime>().map_err(|e| wrong(&e.to_string()))?;
    }
    Ok(When::At {
        instant,
        zone: zone.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use jiff::civil::date;

    /// Text, text as written back, first possible day, last possible day.
    fn check(text: &str, written: &str, first: Option<Date>, last: Option<Date>) {
        let when = When::parse(text).unwrap();
        assert_eq!(when.to_string(), written);
        assert_eq!(When::parse(written).unwrap(), when);
        assert_eq!((when.first(), when.last()), (first, last), "{text}");
    }

    #[test]
    fn dates_are_kept_as_precise_as_given_and_know_their_first_and_last_possible_day() {
        check("2013-10-02", "2013-10-02", Some(date(2013, 10, 2)), Some(date(2013, 10, 2)));
        check("2012-02", "2012-02", Some(date(2012, 2, 1)), Some(date(2012, 2, 29)));
        check("2007", "2007", Some(date(2007, 1, 1)), Some(date(2007, 12, 31)));
        check("by 2024-12-17", "by 2024-12-17", None, Some(date(2024, 12, 17)));
        check("by 2024", "by 2024", None, Some(date(2024, 12, 31)));
        check("from 2010-06", "from 2010-06", Some(date(2010, 6, 1)), None);
        check("about 2016-04", "about 2016-04", Some(date(2016, 4, 1)), Some(date(2016, 4, 30)));
        check("unknown", "unknown", None, None);
    }

    #[test]
    fn an_instant_counts_on_the_civil_day_in_its_zone() {
        let day = Some(date(2020, 6, 10));
        check(
            "2020-06-10T01:00:00+02:00[Europe/Amsterdam]",
            "2020-06-09T23:00:00Z[Europe/Amsterdam]",
            day,
            day,
        );
        check(
            "2020-06-09T23:00:00.5Z[Europe/Amsterdam]",
            "2020-06-09T23:00:00.5Z[Europe/Amsterdam]",
            day,
            day,
        );
    }

    #[test]
    fn a_text_that_is_no_date_is_refused_with_the_form_to_write() {
        for text in [
            "",
            "2013-1-2",
            "13-10-02",
            "2013-13",
            "2013-02-29",
            "0000",
            "2013-10-02 ",
            "By 2013",
            "by",
            "by unknown",
            "+2013",
            "2013-10-02-01",
            "02.10.2013",
            "2020-06-09T14:00:00+02:00",
            "2020-06-09T14:00:00+02:00[Europe/Atlantis]",
            "2020-06-09T14:00:00+05:00[Europe/Amsterdam]",
            "2020-06-09T14:00:00[Europe/Amsterdam]",
            "2020-06-09T14:00:00Z[]",
            "2020-06-09T14:00:00Z[a b]",
            "２０１３",
        ] {
            assert!(When::parse(text).unwrap_err().to_string().contains(&format!("{text:?}")), "{text}");
        }
    }
}
