//! The state of cooperation, as the Court reports it to the Assembly each year (ICC-ASP/12/Res.3, paragraphs 1 and 28).

use super::super::making::{Making, ReportError};

pub(in super::super) async fn make(making: &mut Making<'_, '_>) -> Result<(String, Option<String>), ReportError> {
    let day = making.written(making.day);
    making.heading("report-introduction").await?;
    making.paragraph("report-cooperation-intro", &[("day", (&day).into())]);
    making.outstanding().await?;
    if let Some(since) = making.since {
        making.heading("report-changes").await?;
        making.came_and_left().await?;
        making.figures_at_both().await?;
        let since = making.written(since);
        making.paragraph("report-changes-standings", &[("since", (&since).into())]);
        making.standings_changed().await?;
    }
    making.times_to_surrender().await?;
    making.requests().await?;
    making.treaty_status().await?;
    making.agreements().await?;
    making.laws().await?;
    making.findings().await?;
    making.resolutions().await?;
    making.how_it_was_made().await?;
    Ok((making.t("report-title-cooperation"), None))
}
