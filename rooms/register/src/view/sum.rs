//! The sum of a day: so many named, less so many surrendered, less so many ended.

use super::View;
use super::look::Look;
use super::model::{Changed, ReasonCount, Step, Sum};
use crate::lists;
use crate::port::Scopes;
use crate::reading::FIRST_DAY;
use jiff::ToSpan;
use jiff::civil::Date;

impl Look<'_> {
    /// The sum of the whole record (`situation` empty) or of one situation.
    pub(crate) async fn sum(&self, situation: &str) -> View<Sum> {
        let scope = if situation.is_empty() {
            String::new()
        } else {
            format!("{}{situation}", lists::SITUATION)
        };
        let mut sum = Sum {
            named: self.count(lists::NAMED, &scope).await?,
            surrendered: self.count(lists::SURRENDERED, &scope).await?,
            ended: self.count(lists::ENDED, &scope).await?,
            ended_by_reason: Vec::new(),
            outstanding: self.count(lists::OUTSTANDING, &scope).await?,
            warrants: 0,
        };
        if situation.is_empty() {
            let by_reason = self.counts(lists::ENDED, lists::REASON).await?;
            let by_reason = by_reason.into_iter().map(|(scope, count)| ReasonCount {
                reason: part(&scope, lists::REASON),
                count,
            });
            sum.ended_by_reason = by_reason.collect();
            sum.ended_by_reason
                .sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.reason.cmp(&b.reason)));
            sum.warrants = self.warrants_in(lists::OPEN_WARRANTS, self.day()).await?;
        }
        Ok(sum)
    }

    /// How many warrants a list of warrants holds on a day.
    pub(crate) async fn warrants_in(&self, list: &str, day: Date) -> View<u64> {
        let nth = self.counts_in(self.hindsight(), day, list, Scopes::Beginning(lists::NTH)).await?;
        Ok(nth.into_iter().map(|(_, count)| count).sum())
    }

    /// The steps of a count in a reading.
    pub(crate) async fn chart(&self, hindsight: bool, scope: &str) -> View<Vec<Step>> {
        let steps = self.steps(hindsight, lists::OUTSTANDING, scope).await?;
        Ok(steps.into_iter().map(|(from, count)| Step { from, count }).collect())
    }

    /// When the count changed around the day, looked for near it first.
    pub(crate) async fn changed_around(&self) -> View<Changed> {
        let (day, end) = (self.day(), self.register.today().saturating_add(1.day()));
        let near = self
            .changes(day.saturating_sub(NEAR.days()), day.saturating_add(NEAR.days()).min(end))
            .await?;
        let mut changed = around(day, &near);
        if changed.last.is_none() {
            changed.last = around(day, &self.changes(FIRST_DAY, day).await?).last;
        }
        if changed.next.is_none() && day.saturating_add(NEAR.days()) < end {
            changed.next = around(day, &self.changes(day, end).await?).next;
        }
        Ok(changed)
    }

    /// When the count changed around the day; what is planned after today is left out.
    pub(crate) fn changed(&self, steps: &[Step]) -> Changed {
        let today = self.register.today();
        let days: Vec<Date> = steps.iter().map(|step| step.from).filter(|from| *from <= today).collect();
        around(self.day(), &days)
    }
}

/// How many days before and after the day are looked at first.
const NEAR: i64 = 200;

/// The last day up to a day, and the first after it.
fn around(day: Date, days: &[Date]) -> Changed {
    Changed {
        last: days.iter().rev().copied().find(|d| *d <= day),
        next: days.iter().copied().find(|d| *d > day),
    }
}

/// What stands behind the beginning of a scope.
pub(crate) fn part(scope: &str, beginning: &str) -> String {
    scope.strip_prefix(beginning).unwrap_or(scope).to_owned()
}
