//! How the day of what is owed was made, and what follows if it lapses.

use super::request::Page;
use crate::markup::Markup;
use crate::texts::Words;
use law::Reg33;
use register::view::model::OwedShown;

impl Page {
    /// Whether there is something to be said of how its day was made, and of what follows.
    pub(super) fn is_explained(&self, owed: &OwedShown) -> bool {
        let counted = owed.due.as_ref().is_some_and(|due| !due.counts.is_empty());
        counted || self.counting(owed).is_some() || self.lapse(owed).is_some()
    }

    /// What else is owed of which something is to be said; what is the same for several once.
    pub(super) fn others_explained(&self) -> Vec<&OwedShown> {
        let mut others: Vec<&OwedShown> = Vec::new();
        for owed in self.v.row.owed.iter().skip(1).filter(|owed| self.is_explained(owed)) {
            let same = |other: &&OwedShown| other.deadline == owed.deadline && other.due == owed.due;
            if self.first_owed().is_none_or(|first| !same(&first)) && !others.iter().any(same) {
                others.push(owed);
            }
        }
        others
    }

    /// By which hour it is due, where it is due before the Court.
    pub(super) fn hour(&self, owed: &OwedShown) -> Option<Markup> {
        owed.before_the_court.map(|limit| hour(&self.l.w, limit))
    }

    pub(super) fn counting(&self, owed: &OwedShown) -> Option<String> {
        self.words().maybe(&format!("{}.counting", owed.text_key))
    }

    pub(super) fn lapse(&self, owed: &OwedShown) -> Option<String> {
        self.words().maybe(&format!("{}.lapse", owed.text_key))
    }

    /// The arithmetic: what is counted, from when and how many days, and the last day.
    pub(super) fn counts(&self, owed: &OwedShown) -> Vec<(String, Markup, Markup)> {
        let w = &self.l.w;
        let count = |count: &law::Count| {
            let sum = w.say(
                "request-count",
                &[("from", w.day_short(count.from).into()), ("days", count.days.into())],
            );
            (self.words().t(&count.text_key), sum, w.day(count.to))
        };
        owed.due.iter().flat_map(|due| &due.counts).map(count).collect()
    }
}

/// By which hour a time limit before the Court runs out, and that its holidays are not known where they are not.
fn hour(w: &Words, limit: Reg33) -> Markup {
    let hour = w.say("request-hour", &[("day", w.day(limit.file_by).into())]);
    if limit.holidays_known {
        return hour;
    }
    Markup::join(&[hour, Markup::text(&w.t("request-holidays-unknown"))], " ")
}

#[cfg(test)]
mod tests {
    use super::hour;
    use crate::address::Lang;
    use crate::texts::{Texts, Words};
    use jiff::civil::date;
    use law::Reg33;
    use std::sync::Arc;

    #[test]
    fn a_limit_before_the_court_tells_its_hour_and_that_the_holidays_are_not_known() {
        let limit = |holidays_known| Reg33 {
            first_day: date(2026, 4, 14),
            expires_on: date(2026, 4, 28),
            file_by: date(2026, 4, 29),
            holidays_known,
        };
        let texts = Arc::new(Texts::load());
        for (lang, at, holidays) in [(Lang::En, "16:00 in The Hague", "holidays"), (Lang::Fr, "16 heures", "fériés")] {
            let w = Words::new(&texts, lang);
            let (known, unknown) = (hour(&w, limit(true)).to_string(), hour(&w, limit(false)).to_string());
            assert!(known.contains(at) && !known.contains(holidays), "{known}");
            assert!(unknown.contains(at) && unknown.contains(holidays), "{unknown}");
        }
    }
}
