//! Findings of non-compliance, and what followed.

use super::super::Holds;
use super::super::making::{Making, ReportError};
use super::rows::{Col, Tells, of};

/// What followed each decision.
const FOLLOWED: &[Col] = &[
    ("report-col-state", Tells::States),
    ("report-col-persons-concerned", Tells::Persons),
    ("report-col-decided", Tells::Figure("decision_date", Holds::Day)),
    ("report-col-to-assembly", Tells::Word("to_assembly", "answer")),
    ("report-col-to-council", Tells::Word("to_security_council", "answer")),
    ("report-col-referred-by", Tells::Figure("referred_by_day", Holds::Day)),
    ("report-col-put-off", Tells::Figure("referral_put_off_on", Holds::Day)),
    ("report-col-reversed", Tells::Figure("referral_reversed_on", Holds::Day)),
];

pub(in super::super) async fn make(making: &mut Making<'_, '_>) -> Result<(String, Option<String>), ReportError> {
    making.findings().await?;
    making.heading("report-followed").await?;
    making.paragraph("report-followed-lead", &[]);
    making.rows("followed", &of("findings"), FOLLOWED).await?;
    making.resolutions().await?;
    making.how_it_was_made().await?;
    Ok((making.t("report-title-non-cooperation"), None))
}
