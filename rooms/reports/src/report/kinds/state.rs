//! Statement of account of one State: its ties, what was asked, what was done, what is owed.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use super::rows::{self, of};
use register::figures::{RequestsOf, RowsOf, TreatyDay, What};
use register::view::model::StateProfile;

pub(in super::super) async fn make(making: &mut Making<'_, '_>, words: &str) -> Result<(String, Option<String>), ReportError> {
    let profile = making.desk.state(words).await?;
    let name = making.state(&profile.state);
    making.heading("report-ties").await?;
    making.ties_of(&profile).await?;
    making.asked_of(&profile).await?;
    making.rows_of(&profile).await?;
    making.how_it_was_made().await?;
    let title = making.plain("report-title-state", &[("state", (&name).into())]);
    Ok((title, Some(profile.state.code.clone())))
}

impl Making<'_, '_> {
    /// Where the State stands towards the treaties, and what else binds it.
    pub(super) async fn ties_of(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        let (name, day) = (self.state(&profile.state), self.written(self.day));
        self.paragraph("report-ties-lead", &[("state", (&name).into()), ("day", (&day).into())]);
        let mut rows = Vec::new();
        for tie in &profile.treaties {
            let treaty = self.law(&format!("law-treaty-{}", tie.treaty));
            let standing = tie
                .standing
                .as_ref()
                .map(|id| self.law(&format!("law-standing-{}-{id}", tie.treaty)));
            let mut cells = vec![Cell::Text(treaty), standing.map_or(Cell::Empty, Cell::Text)];
            for which in [TreatyDay::InForce, TreatyDay::Withdrawal] {
                let (treaty, state) = (tie.treaty.clone(), profile.state.code.clone());
                cells.push(self.cell(What::TreatyDay { treaty, state, which }).await?);
            }
            rows.push(cells);
        }
        let columns = [
            ("report-col-treaty", Holds::Text),
            ("report-col-standing", Holds::Text),
            ("report-col-in-force", Holds::Day),
            ("report-col-withdrawal", Holds::Day),
        ];
        self.table("ties", &columns, rows);
        for bound in &profile.bound {
            let key = if bound.by == "council" {
                "report-bound-council"
            } else {
                "report-bound-acceptance"
            };
            self.paragraph(key, &[("state", (&name).into())]);
        }
        let advice = format!("report-address-{}", profile.address.advice);
        self.paragraph(&advice, &[("state", (&name).into())]);
        Ok(())
    }

    /// What was asked of the State, and what came of it.
    pub(super) async fn asked_of(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        self.heading("report-requests").await?;
        let of_state = |over| RequestsOf {
            state: Some(profile.state.code.clone()),
            over,
            ..RequestsOf::default()
        };
        let name = self.state(&profile.state);
        if let (Some(all), Some(open), Some(over)) = (
            self.figure(What::Requests(of_state(None))).await?,
            self.figure(What::Requests(of_state(Some(false)))).await?,
            self.figure(What::Requests(of_state(Some(true)))).await?,
        ) {
            let args = [
                ("state", (&name).into()),
                ("n", all.into()),
                ("open", open.into()),
                ("over", over.into()),
            ];
            self.paragraph("report-requests-state", &args);
        }
        self.requests_by_outcome(&of_state(None)).await?;
        self.requests_times(&of_state(None)).await?;
        self.requests_one_by_one(&of_state(None)).await?;
        self.owed_by(profile).await
    }

    /// What is still owed in requests to the State that the reader may see, and by when.
    async fn owed_by(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        let requests = self.desk.requests(self.day).await?;
        let mut rows = Vec::new();
        for request in requests.iter().filter(|request| request.state.code == profile.state.code) {
            for owed in &request.owed {
                rows.push(vec![
                    Cell::Text(self.law(&owed.text_key)),
                    Cell::Text(self.law(&format!("law-form-{}", request.form))),
                    Cell::Text(self.t(if owed.by == law::Side::State {
                        "report-side-state"
                    } else {
                        "report-side-court"
                    })),
                    owed.due.as_ref().map_or(Cell::Empty, |due| Cell::Day(due.first)),
                    Cell::Text(self.t(&format!("report-level-{}", request.level.word()))),
                ]);
            }
        }
        let columns = [
            ("report-col-owed", Holds::Text),
            ("report-col-form", Holds::Text),
            ("report-col-owed-by", Holds::Text),
            ("report-col-due", Holds::Day),
            ("report-head-level", Holds::Text),
        ];
        self.table("owed", &columns, rows);
        Ok(())
    }

    /// What the State did: laws, agreements, what was decided about it.
    async fn rows_of(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        let of_state = |file: &str| RowsOf {
            state: Some(profile.state.code.clone()),
            ..of(file)
        };
        let name = self.state(&profile.state);
        for (file, heading, lead, cols) in [
            ("agreements", "report-agreements", "report-agreements-state", rows::AGREEMENTS),
            ("legislation", "report-laws", "report-laws-state", rows::LAWS),
            ("findings", "report-findings", "report-findings-state", rows::FINDINGS),
        ] {
            self.heading(heading).await?;
            if let Some(count) = self.count_of_rows(of_state(file)).await? {
                self.paragraph(lead, &[("state", (&name).into()), ("n", count.into())]);
            }
            let id = if file == "legislation" { "laws" } else { file };
            self.rows(id, &of_state(file), cols).await?;
        }
        Ok(())
    }
}
