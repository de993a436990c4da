//! Who is a party to the treaties.

use super::super::making::{Making, ReportError};
use register::state::{APIC, ROME_STATUTE};

pub(in super::super) async fn make(making: &mut Making<'_, '_>) -> Result<(String, Option<String>), ReportError> {
    making.treaty_status().await?;
    if let Some(since) = making.since {
        making.heading("report-changes").await?;
        let since = making.written(since);
        making.paragraph("report-changes-standings", &[("since", (&since).into())]);
        making.standings_changed().await?;
    }
    making.heading("report-states").await?;
    for treaty in [ROME_STATUTE, APIC] {
        making.all_ties(treaty).await?;
    }
    Ok((making.t("report-title-treaty-status"), None))
}
