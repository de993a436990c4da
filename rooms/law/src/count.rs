//! Counting days: from which day a period runs, and on which it ends.

use crate::Pack;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The days on which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub from: Date,
    pub until: Option<Date>,
}

impl Days {
    pub(crate) fn hold(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    pub(crate) fn meet(self, other: Days) -> bool {
        self.until.is_none_or(|last| other.from <= last) && other.until.is_none_or(|last| self.from <= last)
    }
}

/// When something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day by the earlier count, which warns.
    pub first: Date,
    /// The last day by the later count; the same where there is one count.
    pub last: Date,
    /// The arithmetic, to be shown; empty where an act set the day.
    pub counts: Vec<Count>,
}

/// One way of counting a period: `from` and `days` more is `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Key in the pack's texts of which day is the first: `law-count-from-its-day`, `law-count-from-the-next-day`,
    /// `law-count-regulation-33`.
    pub text_key: String,
    /// The day from which it is counted.
    pub from: Date,
    /// Days added to it.
    pub days: i64,
    /// The last day of the period.
    pub to: Date,
}

/// How a period is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// The day of the act is the first day.
    FromItsDay,
    /// The day after the act is the first day.
    FromTheNextDay,
    /// No rule says which: both counts.
    Both,
    /// By regulation 33, for what runs before the Court.
    Regulation33,
}

impl Counted {
    pub(crate) const WORDS: [(Counted, &str); 4] = [
        (Counted::FromItsDay, "from-its-day"),
        (Counted::FromTheNextDay, "from-the-next-day"),
        (Counted::Both, "both"),
        (Counted::Regulation33, "regulation-33"),
    ];

    /// The keys of the texts that it needs.
    pub(crate) fn text_keys(self) -> &'static [&'static str] {
        match self {
            Counted::FromItsDay => &["law-count-from-its-day"],
            Counted::FromTheNextDay => &["law-count-from-the-next-day"],
            Counted::Both => &["law-count-from-its-day", "law-count-from-the-next-day"],
            Counted::Regulation33 => &["law-count-regulation-33"],
        }
    }
}

/// A time limit before the Court (regulation 33).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reg33 {
    /// The first day that counts.
    pub first_day: Date,
    /// The last day that counts.
    pub expires_on: Date,
    /// The working day on which a filing is due, by 16:00 in The Hague.
    pub file_by: Date,
    /// Whether the pack has the Court's holidays of every year from notification to filing. Where not, only Saturdays
    /// and Sundays are left out, and a page says so.
    pub holidays_known: bool,
}

impl Pack {
    /// A time limit of a number of days before the Court, by regulation 33 with the holidays of the pack: the day of
    /// notification does not count; after a notification on a Friday or on the eve of a holiday time starts on the
    /// next working day; the filing is due on the first working day after the last day. What is notified on a day
    /// that is no working day is notified on the next one.
    pub fn reg_33(&self, notified: Date, days: i64) -> Reg33 {
        let notified = self.working_day_from(notified);
        let next = notified.saturating_add(1.day());
        let waits = notified.weekday() == Weekday::Friday || self.is_holiday(next);
        let first_day = if waits { self.working_day_from(next) } else { next };
        let expires_on = plus(first_day, days.saturating_sub(1));
        let file_by = self.working_day_from(expires_on.saturating_add(1.day()));
        let holidays_known = (notified.year()..=file_by.year()).all(|year| self.requests.holidays.contains_key(&year));
        Reg33 {
            first_day,
            expires_on,
            file_by,
            holidays_known,
        }
    }

    fn is_holiday(&self, day: Date) -> bool {
        self.requests.holidays.get(&day.year()).is_some_and(|days| days.contains(&day))
    }

    /// The first working day of the Court from a day on.
    fn working_day_from(&self, day: Date) -> Date {
        let works = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_holiday(*day);
        let mut day = day;
        while !works(&day) && day < Date::MAX {
            day = day.saturating_add(1.day());
        }
        day
    }

    /// When a period is over that runs from a day.
    pub(crate) fn due_after(&self, from: Date, days: i64, counted: Counted) -> Due {
        let count = |text_key: &str, days: i64| Count {
            text_key: text_key.to_owned(),
            from,
            days,
            to: plus(from, days),
        };
        let its_day = || count("law-count-from-its-day", days.saturating_sub(1));
        let next_day = || count("law-count-from-the-next-day", days);
        let counts = match counted {
            Counted::FromItsDay => vec![its_day()],
            Counted::FromTheNextDay => vec![next_day()],
            Counted::Both => vec![its_day(), next_day()],
            Counted::Regulation33 => {
                let limit = self.reg_33(from, days);
                return Due {
                    first: limit.file_by,
                    last: limit.file_by,
                    counts: vec![Count {
                        text_key: "law-count-regulation-33".to_owned(),
                        from: limit.first_day,
                        days: days.saturating_sub(1),
                        to: limit.expires_on,
                    }],
                };
            }
        };
        let ends = |pick: fn(Date, Date) -> Date| counts.iter().map(|c| c.to).reduce(pick).unwrap_or(from);
        Due {
            first: ends(Ord::min),
            last: ends(Ord::max),
            counts,
        }
    }
}

/// A day and so many more, or fewer where the number is negative; the end of the calendar on that side where there are not
/// so many.
pub(crate) fn plus(day: Date, days: i64) -> Date {
    let end = if days < 0 { Date::MIN } else { Date::MAX };
    jiff::Span::new().try_days(days).map_or(end, |span| day.saturating_add(span))
}

#[cfg(test)]
mod tests {
    use super::plus;
    use jiff::civil::{Date, date};

    #[test]
    fn a_day_and_so_many_more_or_fewer_stays_within_the_calendar() {
        let day = date(2026, 4, 14);
        assert_eq!(plus(day, 2), date(2026, 4, 16));
        assert_eq!(plus(day, -14), date(2026, 3, 31));
        for days in [10_000_000, i64::MAX] {
            assert_eq!(plus(day, days), Date::MAX);
            assert_eq!(plus(day, -days), Date::MIN);
        }
    }
}
