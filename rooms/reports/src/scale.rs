//! Where a day and a count stand in the chart.

use jiff::civil::{Date, date};

/// Counts by day: from each day on, so many. In the order of the days; none before the first.
pub type Series<'a> = &'a [(Date, u64)];

/// The count of a day.
pub(crate) fn count_on(series: Series, day: Date) -> u64 {
    let after = series.partition_point(|(from, _)| *from <= day);
    after.checked_sub(1).and_then(|i| series.get(i)).map_or(0, |(_, count)| *count)
}

/// Time runs from left to right over whole years, counts from bottom to top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// The count at the upper edge.
    pub top: u64,
}

/// The plot lies between these shares of the height, in percent; above stands the label of the
/// chosen day, below the years.
pub(crate) const UPPER: f64 = 8.0;
pub(crate) const LOWER: f64 = 90.0;

impl Scale {
    /// A scale for whole years that hold these days, and counts up to the highest with some air above.
    pub fn new(days: impl Iterator<Item = Date>, today: Date, highest: u64) -> Scale {
        let first = days.min().unwrap_or(today).min(today);
        Scale {
            first: date(first.year(), 1, 1),
            last: date(today.year(), 12, 31),
            top: highest + highest.div_ceil(11).max(1),
        }
    }

    /// Days since the first.
    pub fn day(&self, day: Date) -> i64 {
        days_between(self.first, day)
    }

    /// Days from the first to the last.
    pub fn width(&self) -> i64 {
        self.day(self.last)
    }

    /// Share of the width at which a day stands, in percent.
    #[expect(clippy::cast_precision_loss, reason = "a few ten thousand days")]
    pub fn x(&self, day: Date) -> f64 {
        100.0 * self.day(day) as f64 / self.width() as f64
    }

    /// Share of the height at which a count stands, in percent.
    #[expect(clippy::cast_precision_loss, reason = "counts of persons and States")]
    pub fn y(&self, count: u64) -> f64 {
        UPPER + (self.top as f64 - count as f64) / self.top as f64 * (LOWER - UPPER)
    }

    /// The counts at which lines are drawn: at most four, round, above the base line.
    pub fn lines(&self) -> Vec<u64> {
        let mut step = 1;
        for factor in [2, 5, 2].into_iter().cycle() {
            if (self.top - 1) / step <= 4 {
                break;
            }
            // 1, 2, 5, 10, 20, 50, …: by two, by two and a half, by two.
            step = if factor == 5 { step * 5 / 2 } else { step * 2 };
        }
        (1..).map(|n| n * step).take_while(|count| *count < self.top).collect()
    }
}

/// Days from one to another; negative where the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lines(highest: u64, expected: &[u64]) {
        let scale = Scale::new(std::iter::empty(), date(2026, 11, 25), highest);
        assert_eq!(scale.lines(), expected, "up to {highest}");
    }

    #[test]
    fn lines_stand_at_round_counts_and_there_are_few() {
        lines(0, &[]);
        lines(1, &[1]);
        lines(4, &[1, 2, 3, 4]);
        lines(5, &[2, 4]);
        lines(33, &[10, 20, 30]);
        lines(120, &[50, 100]);
        lines(1000, &[500, 1000]);
    }

    #[test]
    fn a_count_holds_from_its_day_until_the_next() {
        let series = [(date(2005, 10, 13), 5), (date(2007, 5, 2), 7)];
        assert_eq!(
            [
                date(2005, 10, 12),
                date(2005, 10, 13),
                date(2007, 5, 1),
                date(2007, 5, 2),
                date(2026, 1, 1)
            ]
            .map(|d| count_on(&series, d)),
            [0, 5, 5, 7, 7]
        );
    }
}
