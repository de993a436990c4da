//! How the figure of a day was made: who was counted in and out, by which rules.

use super::View;
use super::look::{Look, Page};
use super::model::{RuleShown, Working};
use crate::Register;
use crate::lists;
use crate::reading::Reading;
use access::Viewer;

impl Register {
    /// How the figure of the day was made.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn working(&self, viewer: &Viewer, reading: &Reading) -> View<Working> {
        let look = Look::new(self, viewer, reading).await?;
        let outstanding = look.rows(&look.list(lists::OUTSTANDING, "", Page::all()).await?).await?;
        let hindsight_adds = if reading.hindsight {
            Vec::new()
        } else {
            let with = Reading {
                hindsight: true,
                ..reading.clone()
            };
            let with = Look::new(self, viewer, &with).await?.all_outstanding().await?;
            with.into_iter().filter(|row| outstanding.iter().all(|o| o.id != row.id)).collect()
        };
        Ok(Working {
            asked: look.asked(),
            sum: look.sum("").await?,
            rules: rules(&self.law),
            surrendered: look.rows(&look.list(lists::SURRENDERED, "", Page::all()).await?).await?,
            ended: look.rows(&look.list(lists::ENDED, "", Page::all()).await?).await?,
            outstanding,
            hindsight_adds,
        })
    }
}

impl Look<'_> {
    async fn all_outstanding(&self) -> View<Vec<super::model::PersonRow>> {
        self.rows(&self.list(lists::OUTSTANDING, "", Page::all()).await?).await
    }
}

/// The rules on which the three statuses of the sum rest, each once, in the order of the pack.
fn rules(law: &law::Pack) -> Vec<RuleShown> {
    let ids: Vec<&str> = [lists::OUTSTANDING, lists::SURRENDERED, lists::ENDED]
        .into_iter()
        .flat_map(|s| law.rules_of_status(s))
        .collect();
    let shown = law
        .rules()
        .iter()
        .filter(|rule| ids.contains(&rule.id.as_str()))
        .map(|rule| RuleShown {
            id: rule.id.clone(),
            cites: rule.cites.clone(),
            text_key: rule.text_key.clone(),
            unverified: rule.unverified,
        });
    shown.collect()
}
