//! What institutions counted, beside what this record gives on the same day.

use super::View;
use super::look::Look;
use super::model::{BasisCount, Compared, Counts};
use crate::Register;
use crate::chain;
use crate::kinds;
use crate::lists;
use crate::reading::Reading;
use access::Viewer;
use jiff::civil::Date;

/// Counted by persons.
const PERSONS: &str = "persons";
/// Counted by instruments.
const INSTRUMENTS: &str = "instruments";

impl Register {
    /// Our counts beside those of institutions.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn counts(&self, viewer: &Viewer, reading: &Reading) -> View<Counts> {
        let look = Look::new(self, viewer, reading).await?;
        Ok(Counts {
            asked: look.asked(),
            counts: look.compared(|_| true).await?,
        })
    }
}

impl Look<'_> {
    /// Counts stated up to the day of what is asked for, by day, each beside what the record gives for its own day.
    pub(crate) async fn compared(&self, asked: impl Fn(&str) -> bool) -> View<Vec<Compared>> {
        let entries = self.load_kinds(&[kinds::COUNT_STATED]).await?;
        let mut compared = Vec::new();
        for stated in chain::held(&entries) {
            let entry = &stated.now().entry;
            let Some(as_at) = entry.effective.last().filter(|day| *day <= self.day()) else {
                continue;
            };
            let text = |field: &str| entry.body.get_text(field).unwrap_or_default().to_owned();
            let (what, basis) = (text("what"), text("basis"));
            if !asked(&what) {
                continue;
            }
            let (ours, ours_by_basis) = if basis == PERSONS || basis == INSTRUMENTS {
                (self.ours(&what, &basis, as_at).await?, Vec::new())
            } else {
                (None, self.ours_by_basis(&what, as_at).await?)
            };
            compared.push(Compared {
                as_at,
                what,
                basis,
                figure: entry.body.get_integer("figure").unwrap_or_default(),
                said_by: text("said_by"),
                source: entry.source.clone().unwrap_or_default(),
                ours,
                ours_by_basis,
                entry: entry.id.to_string(),
            });
        }
        // Counts of one day stay in the order in which they were recorded: one may speak of another.
        compared.sort_by_key(|c| c.as_at);
        Ok(compared)
    }

    async fn ours_by_basis(&self, what: &str, day: Date) -> View<Vec<BasisCount>> {
        let mut counts = Vec::new();
        for basis in [PERSONS, INSTRUMENTS] {
            if let Some(count) = self.ours(what, basis, day).await? {
                counts.push(BasisCount {
                    basis: basis.to_owned(),
                    count,
                });
            }
        }
        Ok(counts)
    }

    /// What the record gives for what an institution counted; none where it counts nothing of the kind.
    async fn ours(&self, what: &str, basis: &str, day: Date) -> View<Option<i64>> {
        let persons = |list: &'static str, scope: String| async move { self.count_in(self.hindsight(), day, list, &scope).await };
        let count = match (what, basis) {
            ("outstanding", PERSONS) => persons(lists::OUTSTANDING, String::new()).await?,
            ("outstanding", INSTRUMENTS) => self.warrants_in(lists::OPEN_WARRANTS, day).await?,
            ("warrants issued" | "persons under a public warrant since 2002", PERSONS) => persons(lists::NAMED, String::new()).await?,
            ("warrants issued", INSTRUMENTS) => self.warrants_in(lists::WARRANTS, day).await?,
            ("of these implemented", PERSONS) => persons(lists::SURRENDERED, String::new()).await?,
            ("of these withdrawn after death", PERSONS) => persons(lists::ENDED, format!("{}died", lists::REASON)).await?,
            ("summonses since 2002", PERSONS) => persons(lists::SUMMONSES, String::new()).await?,
            _ => return Ok(None),
        };
        Ok(i64::try_from(count).ok())
    }
}
