//! Whether a question means something: a word that narrows it and that nobody has would be answered with 0, as if that were known.

use super::{Desk, Query, RequestsOf, RowsOf, What};
use crate::view::ViewError;

impl Desk<'_> {
    /// Whether every word that narrows a question is one that the law, or the record as at today, knows. Whoever types a question
    /// asks this first; what a program asks takes its words from there.
    ///
    /// # Errors
    /// As [`Desk::figure`].
    pub async fn knows(&mut self, query: &Query) -> Result<bool, ViewError> {
        let today = self.today();
        Ok(match &query.what {
            What::Ended { reason: Some(reason) } => {
                let view = self.working(today).await?;
                view.sum.ended_by_reason.iter().any(|counted| counted.reason == *reason)
            }
            What::Parties {
                treaty,
                group: Some(group),
            } => {
                let view = self.parties(today, treaty).await?;
                view.is_some_and(|view| view.ties.iter().any(|tie| tie.group == *group))
            }
            What::Standing { treaty, is } => self.law().standings(treaty).iter().any(|standing| standing.id == *is),
            What::Rows(of) => self.knows_of_rows(of).await?,
            What::Requests(of) | What::DaysOfRequests(of) => self.knows_of_requests(of).await?,
            _ => true,
        })
    }

    async fn knows_of_rows(&mut self, of: &RowsOf) -> Result<bool, ViewError> {
        let kind = match &of.kind {
            Some(kind) => {
                let rows = self.rows(self.today(), &of.file).await?;
                rows.iter().any(|row| row.value("kind") == kind)
            }
            None => true,
        };
        Ok(kind && self.knows_state(of.state.as_deref()).await?)
    }

    async fn knows_of_requests(&mut self, of: &RequestsOf) -> Result<bool, ViewError> {
        let law = self.law();
        let form = of.form.as_deref().is_none_or(|form| law.form(form).is_some());
        let stands = of.stands.as_deref().is_none_or(|stands| law.life_state(stands).is_some());
        Ok(form && stands && self.knows_state(of.state.as_deref()).await?)
    }

    /// Whether a code is that of a State of today, or one to which a request went, as those of an exercise are.
    async fn knows_state(&mut self, code: Option<&str>) -> Result<bool, ViewError> {
        let Some(code) = code else { return Ok(true) };
        let today = self.today();
        let there = self.overview(today).await?.states.iter().any(|tied| tied.state.code == code);
        Ok(there
            || self.requests_told(today).await?.iter().any(|request| request.state.code == code)
            || self.requests(today).await?.iter().any(|row| row.state.code == code))
    }
}
