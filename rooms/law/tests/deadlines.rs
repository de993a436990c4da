//! Counting days.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod folder;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use law::{Pack, RequestAct, Values};
use proptest::prelude::*;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::rome_statute().expect("the carried pack is without fault"));

/// The pack with holidays written into it.
fn with_holidays(days: &str) -> Pack {
    let mut files = folder::rome_statute();
    let (_, text) = files
        .iter_mut()
        .find(|(file, _)| file == "request-deadlines.toml")
        .expect("the deadlines");
    *text = text.replace("[holidays]\n", &format!("[holidays]\n{days}\n"));
    Pack::parse(&files).expect("a pack without fault")
}

#[test]
fn the_sixty_days_are_counted_in_both_ways_and_the_earlier_one_comes_first() {
    let deadline = PACK.deadline("documents-after-provisional-arrest").expect("the deadline");
    let due = PACK.due_from(deadline, date(2026, 3, 3)).expect("a period of days");
    assert_eq!((due.first, due.last), (date(2026, 5, 1), date(2026, 5, 2)));
    let counts: Vec<(&str, Date, i64, Date)> = due.counts.iter().map(|c| (c.text_key.as_str(), c.from, c.days, c.to)).collect();
    assert_eq!(
        counts,
        [
            ("law-count-from-its-day", date(2026, 3, 3), 59, date(2026, 5, 1)),
            ("law-count-from-the-next-day", date(2026, 3, 3), 60, date(2026, 5, 2)),
        ]
    );
}

#[test]
fn a_day_that_an_act_sets_is_the_last_day_and_without_one_it_is_owed_without_a_day() {
    let owed_until = |answer_by: &str| {
        let values: Values = [("answer_by", answer_by)].into_iter().collect();
        let nothing = Values::default();
        let kinds = ["request.transmitted", "request.consultation-opened"];
        let acts = kinds.map(|kind| RequestAct {
            kind,
            on: date(2026, 4, 9),
            values: if kind == kinds[1] { &values } else { &nothing },
        });
        let owed = PACK.owed("provisional-arrest", &acts);
        let answer = owed
            .iter()
            .find(|o| o.deadline.id == "answer-to-question")
            .expect("an answer is owed");
        assert!(answer.is_open());
        answer.due.clone().map(|due| (due.first, due.last, due.counts.len()))
    };
    assert_eq!(owed_until("2026-04-16"), Some((date(2026, 4, 16), date(2026, 4, 16), 0)));
    for no_day in ["", "soon", "2026-04-31"] {
        assert_eq!(owed_until(no_day), None);
    }
}

#[test]
fn policy_is_marked_and_law_is_not() {
    let policy: Vec<&str> = PACK.deadlines().iter().filter(|d| d.policy).map(|d| d.id.as_str()).collect();
    assert_eq!(
        policy,
        [
            "review",
            "changes",
            "sending",
            "acknowledgement",
            "answer-to-question",
            "answer-to-inquiry"
        ]
    );
    for deadline in PACK.deadlines().iter().filter(|d| !d.policy) {
        // The rule that makes it stands first; how this register reads it may stand beside.
        let makes = deadline.rests_on.first().expect("it rests on a rule");
        assert!(!makes.starts_with("request-practice-"), "{}", deadline.id);
    }
}

#[test]
fn without_the_holidays_of_a_year_a_time_limit_says_so() {
    assert!(!PACK.reg_33(date(2026, 6, 1), 5).holidays_known);
    let known = with_holidays("2026 = [2026-06-02]");
    assert!(known.reg_33(date(2026, 6, 1), 5).holidays_known);
    assert!(!known.reg_33(date(2026, 12, 30), 5).holidays_known);
}

#[test]
fn on_the_eve_of_a_holiday_time_starts_on_the_next_working_day_and_no_filing_is_due_on_a_holiday() {
    let pack = with_holidays("2026 = [2026-06-02, 2026-06-08]");
    let limit = pack.reg_33(date(2026, 6, 1), 3);
    assert_eq!(
        (limit.first_day, limit.expires_on, limit.file_by),
        (date(2026, 6, 3), date(2026, 6, 5), date(2026, 6, 9))
    );
    // A Friday before a Monday that is a holiday.
    assert_eq!(pack.reg_33(date(2026, 6, 5), 1).first_day, date(2026, 6, 9));
}

#[test]
fn what_is_notified_on_a_day_of_rest_is_notified_on_the_next_working_day() {
    for rest in [date(2026, 6, 6), date(2026, 6, 7)] {
        assert_eq!(PACK.reg_33(rest, 5), PACK.reg_33(date(2026, 6, 8), 5));
    }
}

proptest! {
    #[test]
    fn the_two_counts_are_one_day_apart_and_the_days_between_are_the_period(n in 0..20_000i64) {
        let from = date(2000, 1, 1).saturating_add(n.days());
        let deadline = PACK.deadline("documents-after-provisional-arrest").unwrap();
        let due = PACK.due_from(deadline, from).unwrap();
        prop_assert_eq!(due.first.saturating_add(1.day()), due.last);
        prop_assert_eq!(from.until(due.last).unwrap().get_days(), 60);
    }

    #[test]
    fn a_time_limit_has_its_full_days_and_ends_on_a_working_day_after_them(n in 0..20_000i64, days in 1..400i64) {
        let notified = date(2004, 5, 26).saturating_add(n.days());
        let limit = PACK.reg_33(notified, days);
        prop_assert!(notified < limit.first_day && limit.expires_on < limit.file_by);
        let full = limit.first_day.until(limit.expires_on).unwrap().get_days() + 1;
        prop_assert_eq!(i64::from(full), days);
        prop_assert!(!matches!(limit.file_by.weekday(), Weekday::Saturday | Weekday::Sunday));
        // From the last day to the filing there are days of rest alone.
        prop_assert!(limit.expires_on.until(limit.file_by).unwrap().get_days() <= 3);
        // A longer limit is never due earlier.
        prop_assert!(limit.file_by <= PACK.reg_33(notified, days + 1).file_by);
    }

    #[test]
    fn no_number_of_days_makes_the_counting_fall(days in any::<i64>(), n in -800_000..3_000_000i64) {
        let from = date(2000, 1, 1).saturating_add(n.days());
        let limit = PACK.reg_33(from, days);
        prop_assert!(limit.file_by >= limit.expires_on || limit.file_by == Date::MAX);
    }
}
