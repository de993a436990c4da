//! What is owed in a request and how its day was made, as the API answers with it.

use super::law_texts::LawTexts;
use super::words::Day;
use register::view::model::OwedShown;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What one side owes the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Owed {
    /// `court` or `state`.
    pub by: String,
    /// What.
    pub what: String,
    /// The last day by the earlier count, which warns; null where no rule and no act sets a day.
    #[schema(required = true)]
    pub first: Option<Day>,
    /// The last day by the later count.
    #[schema(required = true)]
    pub last: Option<Day>,
    /// Days left by the earlier count; below 0 where it is overdue.
    #[schema(required = true)]
    pub days_left: Option<i64>,
    /// The arithmetic, one or both ways; empty where an act set the day, or none is set.
    pub counts: Vec<Counted>,
    /// How it is counted, in words.
    #[schema(required = true)]
    pub counting: Option<String>,
    /// What follows if it lapses, in words.
    #[schema(required = true)]
    pub lapse: Option<String>,
    /// Where it is a time limit before the Court (regulation 33), due by 16:00 in The Hague on that day: whether the register
    /// knows the Court's official holidays of those years. Where not, Saturdays and Sundays alone are left out. Null elsewhere.
    #[schema(required = true)]
    pub holidays_known: Option<bool>,
    /// Whether it is policy of the register and no law.
    pub policy: bool,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
}

/// One way of counting a period: `from` and `days` more is `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Which day is the first, in words.
    pub how: String,
    /// The day from which it is counted.
    pub from: Day,
    /// Days added to it.
    pub days: i64,
    /// The last day of the period.
    pub to: Day,
}

impl Owed {
    pub(super) fn of(owed: &OwedShown, law: LawTexts) -> Owed {
        Owed {
            by: owed.by.word().to_owned(),
            what: law.t(&owed.text_key),
            first: owed.due.as_ref().map(|due| Day(due.first)),
            last: owed.due.as_ref().map(|due| Day(due.last)),
            days_left: owed.days_left,
            counts: owed
                .due
                .iter()
                .flat_map(|due| &due.counts)
                .map(|count| Counted::of(count, law))
                .collect(),
            counting: law.maybe(&format!("{}.counting", owed.text_key)),
            lapse: law.maybe(&format!("{}.lapse", owed.text_key)),
            holidays_known: owed.before_the_court.map(|limit| limit.holidays_known),
            policy: owed.policy,
            rests_on: law.cites(&owed.rests_on),
        }
    }
}

impl Counted {
    fn of(count: &law::Count, law: LawTexts) -> Counted {
        Counted {
            how: law.t(&count.text_key),
            from: Day(count.from),
            days: count.days,
            to: Day(count.to),
        }
    }
}
