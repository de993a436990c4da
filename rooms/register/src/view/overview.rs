//! The first page: the lead figure of the day and how it was made.

use super::View;
use super::look::Look;
use super::model::Overview;
use crate::Register;
use crate::lists;
use crate::reading::Reading;
use access::Viewer;

/// How many of the latest events the first page tells.
const EVENTS: usize = 8;

impl Register {
    /// The first page.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn overview(&self, viewer: &Viewer, reading: &Reading) -> View<Overview> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let steps = look.chart(false, "").await?;
        let steps_hindsight = look.chart(true, "").await?;
        let institutions = look.compared(|what| what == lists::OUTSTANDING).await?;
        let changed = look.changed(if look.hindsight() { &steps_hindsight } else { &steps });
        Ok(Overview {
            asked: look.asked(),
            sum: look.sum("").await?,
            other_reading: look.count_in(!look.hindsight(), look.day(), lists::OUTSTANDING, "").await?,
            institution: institutions.iter().find(|c| c.as_at == look.day()).cloned(),
            steps,
            steps_hindsight,
            institutions,
            situations: look.situation_rows().await?,
            events: look.events(EVENTS, &directory).await?,
            states: look.tied_states(&directory).await?,
            figures: look.figures(look.day(), &directory).await?,
            changed,
        })
    }
}
