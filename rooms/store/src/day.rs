//! Days as numbers, and intervals of days cut into dyadic blocks.
//!
//! A dyadic block is a run of 2^n days that begins at a multiple of 2^n; a day lies in exactly one block of
//! each size. An interval is covered by the few largest blocks that fit, none smaller than an eighth of
//! the interval or 16 days: three or four in most cases. The cover may reach beyond the interval by a
//! quarter of it, or 15 days, at each end, so who looks there checks the interval itself. So what holds at
//! a day stands in 12 known blocks and nowhere else, with little beside it that does not hold.

use jiff::ToSpan;
use jiff::civil::Date;

/// One more than the last day that there is, in a calendar of four-digit years.
const DAYS: i64 = 1 << 22;
/// The smallest block has 2^this days.
const SMALLEST: u32 = 4;
/// The largest block has 2^this days, some ninety years.
const LARGEST: u32 = 15;
/// Day number 0.
const FIRST: Date = Date::constant(0, 1, 1);

/// The block of what never ends: no block of the tree has this number.
pub(crate) const OPEN: i64 = 0;
/// How many blocks a day lies in, apart from [`OPEN`].
pub(crate) const BLOCKS_OF_A_DAY: usize = (LARGEST - SMALLEST) as usize + 1;

/// The number of a day, counted from 1 January of the year 0.
pub(crate) fn number(date: Date) -> i64 {
    (date.duration_since(FIRST).as_hours() / 24).max(0)
}

/// The day of a number, if the calendar has it.
pub(crate) fn date(number: i64) -> Option<Date> {
    let within = (0..DAYS).contains(&number);
    within.then(|| FIRST.checked_add(number.days()).ok()).flatten()
}

/// The blocks that cover the days from `from` up to but without `until`; none where there are no days.
pub(crate) fn blocks(from: i64, until: i64) -> Vec<i64> {
    let (from, until) = (from.clamp(0, DAYS), until.clamp(0, DAYS));
    let Some(length) = u64::try_from(until - from).ok().filter(|length| *length > 0) else {
        return Vec::new();
    };
    // Blocks of this size or larger: between four and eight of this size make the interval.
    let mut size = length.ilog2().saturating_sub(2).clamp(SMALLEST, LARGEST);
    // Numbers as in a heap: block 1 holds all days, 2n and 2n + 1 are the halves of n, days are leaves.
    let mut low = (from + DAYS) >> size;
    let mut high = ((until - 1 + DAYS) >> size) + 1;
    let mut blocks = Vec::new();
    while low < high {
        if size == LARGEST {
            blocks.extend(low..high);
            break;
        }
        if low & 1 == 1 {
            blocks.push(low);
            low += 1;
        }
        if high & 1 == 1 {
            high -= 1;
            blocks.push(high);
        }
        low >>= 1;
        high >>= 1;
        size += 1;
    }
    blocks
}

/// The blocks in which a day lies, smallest first.
pub(crate) fn blocks_of_day(day: i64) -> [i64; BLOCKS_OF_A_DAY] {
    let leaf = day.clamp(0, DAYS - 1) + DAYS;
    std::array::from_fn(|i| leaf >> (SMALLEST as usize + i))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use jiff::civil::date as on;
    use proptest::prelude::*;

    #[test]
    fn days_have_numbers_and_numbers_days() {
        assert_eq!(number(FIRST), 0);
        assert_eq!(number(on(2013, 10, 2)) - number(on(2013, 9, 29)), 3);
        for day in [on(0, 1, 1), on(1998, 7, 17), on(2024, 2, 29), on(9999, 12, 31)] {
            assert_eq!(date(number(day)), Some(day));
        }
        assert_eq!(date(-1), None);
        assert_eq!(date(DAYS - 1), None);
        assert!(number(on(9999, 12, 31)) < DAYS);
    }

    fn shared(from: i64, until: i64, day: i64) -> usize {
        let of_day = blocks_of_day(day);
        blocks(from, until).iter().filter(|block| of_day.contains(block)).count()
    }

    proptest! {
        #[test]
        fn a_day_of_an_interval_lies_in_one_of_its_blocks_and_a_day_far_from_it_in_none(
            from in 730_000i64..735_000, length in 1i64..5_000, day in 720_000i64..745_000,
        ) {
            let until = from + length;
            let shared = shared(from, until, day);
            prop_assert!(shared <= 1);
            if (from..until).contains(&day) {
                prop_assert_eq!(shared, 1);
            }
            let beyond = (length / 4).max(15);
            if day < from - beyond || day >= until + beyond {
                prop_assert_eq!(shared, 0);
            }
        }

        #[test]
        fn an_interval_takes_few_blocks(from in 0i64..3_000_000, length in 1i64..20_000) {
            let blocks = blocks(from, from + length);
            prop_assert!((1..=6).contains(&blocks.len()), "{} blocks for {length} days", blocks.len());
            prop_assert!(!blocks.contains(&OPEN));
        }

        #[test]
        fn without_days_there_are_no_blocks(from in 0i64..3_000_000, before in 0i64..100) {
            prop_assert!(blocks(from, from - before).is_empty());
        }
    }
}
