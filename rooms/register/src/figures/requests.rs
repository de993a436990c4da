//! Figures of requests for cooperation: those that the public record tells of, and those that the viewer may see besides.

use super::{Answer, Desk, RequestsOf, counted, median};
use crate::port::{Of, Recorded};
use crate::request::public_record::counts_from;
use crate::request::{RequestId, is_request};
use crate::view::ViewError;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl RequestsOf {
    /// Whether a request of this form to this State, which stands so, is one of these.
    pub fn holds(&self, form: &str, state: &str, stands: &str, over: bool) -> bool {
        let is = |asked: &Option<String>, given: &str| asked.as_ref().is_none_or(|asked| asked == given);
        is(&self.form, form) && is(&self.state, state) && is(&self.stands, stands) && self.over.is_none_or(|asked| asked == over)
    }
}

impl Desk<'_> {
    pub(super) async fn days_of_requests(&mut self, day: Date, of: &RequestsOf) -> Result<Answer, ViewError> {
        let (told, own) = (self.requests_told(day).await?, self.requests(day).await?);
        let told = told
            .iter()
            .filter(|request| of.holds(&request.form, &request.state.code, &request.stands, request.over))
            .filter_map(|request| request.took.as_ref());
        let own = own
            .iter()
            .filter(|row| of.holds(&row.form, &row.state.code, &row.stands, row.over))
            .filter_map(|row| row.took.as_ref());
        Ok(median(
            told.chain(own).map(|took| (took.days, took.entries.clone().into())).collect(),
        ))
    }

    pub(super) async fn requests_of(&mut self, day: Date, of: &RequestsOf) -> Result<Answer, ViewError> {
        let told = self.requests_told(day).await?;
        let told: Vec<_> = told
            .iter()
            .filter(|request| of.holds(&request.form, &request.state.code, &request.stands, request.over))
            .collect();
        let own = self.requests(day).await?;
        let own: Vec<_> = own
            .iter()
            .filter(|row| of.holds(&row.form, &row.state.code, &row.stands, row.over))
            .collect();
        let steps = told.iter().flat_map(|request| &request.steps);
        let mut entries: BTreeSet<String> = steps.map(|step| step.date.entry.clone()).collect();
        let ids = own.iter().filter_map(|row| RequestId::parse(&row.id));
        let matters: Vec<String> = ids.flat_map(|id| [id.preparation(), id.matter()]).collect();
        if !matters.is_empty() {
            let known_by = self.reading().known_by();
            let recorded = self.register().store.entries(self.viewer(), Of::Matters(matters), known_by).await?;
            let counts = |recorded: &&Recorded| is_request(&recorded.entry.kind) && counts_from(recorded, self.reading().hindsight) <= day;
            entries.extend(recorded.iter().filter(counts).map(|recorded| recorded.entry.id.to_string()));
        }
        Ok(counted((told.len() + own.len()) as u64, entries))
    }
}
