//! Who undertook what, as far as the record knows.

use super::super::making::{Making, ReportError};
use super::rows::{self, of};

pub(in super::super) async fn make(making: &mut Making<'_, '_>) -> Result<(String, Option<String>), ReportError> {
    making.heading("report-pledges").await?;
    if let Some(count) = making.count_of_rows(of("pledges")).await? {
        making.paragraph("report-pledges-lead", &[("n", count.into())]);
    }
    making.rows("pledges", &of("pledges"), rows::PLEDGES).await?;
    making.agreements().await?;
    making.how_it_was_made().await?;
    Ok((making.t("report-title-pledges"), None))
}
