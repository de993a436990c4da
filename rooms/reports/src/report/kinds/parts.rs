//! Sections that several reports share: figures at two days, requests, agreements, laws, findings, decisions of the Assembly.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use super::rows::{self, of};
use register::figures::{Query, RequestsOf, RowsOf, StatesWith, What};
use register::state::{APIC, ROME_STATUTE};
use std::collections::BTreeSet;

impl Making<'_, '_> {
    /// The figures of cooperation on both days.
    pub(super) async fn figures_at_both(&mut self) -> Result<(), ReportError> {
        let Some(since) = self.since else { return Ok(()) };
        let parties = |treaty: &str| What::Parties {
            treaty: treaty.to_owned(),
            group: None,
        };
        let finding = RowsOf {
            kind: Some("finding".to_owned()),
            ..of("findings")
        };
        let lines = [
            ("report-figure-outstanding", What::Outstanding { situation: None }),
            ("report-figure-named", What::Named),
            ("report-figure-surrendered", What::Surrendered),
            ("report-figure-parties", parties(ROME_STATUTE)),
            ("report-figure-apic", parties(APIC)),
            ("report-figure-findings", What::Rows(finding)),
            ("report-figure-sentence-agreements", states_with(StatesWith::SentenceAgreements)),
            ("report-figure-declarations", states_with(StatesWith::Declarations)),
            ("report-figure-laws", states_with(StatesWith::Laws)),
            ("report-figure-requests", What::Requests(RequestsOf::default())),
        ];
        let mut table = Vec::new();
        for (key, what) in lines {
            let before = self.cell(Query::on(what.clone(), since)).await?;
            let after = self.cell(what).await?;
            table.push(vec![Cell::Text(self.t(key)), before, after]);
        }
        let columns = [
            ("report-col-figure", Holds::Text),
            ("report-col-earlier", Holds::Number),
            ("report-col-on-the-day", Holds::Number),
        ];
        self.table("figures", &columns, table);
        Ok(())
    }

    /// Requests by form and outcome, by State, and one by one.
    pub(super) async fn requests(&mut self) -> Result<(), ReportError> {
        self.heading("report-requests").await?;
        let all = RequestsOf::default();
        let of_over = |over| RequestsOf {
            over: Some(over),
            ..RequestsOf::default()
        };
        let (Some(count), Some(open), Some(over)) = (
            self.figure(What::Requests(all.clone())).await?,
            self.figure(What::Requests(of_over(false))).await?,
            self.figure(What::Requests(of_over(true))).await?,
        ) else {
            return Ok(());
        };
        self.paragraph(
            "report-requests-lead",
            &[("n", count.into()), ("open", open.into()), ("over", over.into())],
        );
        self.requests_by_outcome(&all).await?;
        self.requests_times(&all).await?;
        self.requests_by_state().await?;
        self.requests_one_by_one(&all).await
    }

    /// By form and by the state in which they stand.
    pub(super) async fn requests_by_outcome(&mut self, of: &RequestsOf) -> Result<(), ReportError> {
        let mut rows = Vec::new();
        for (form, stands) in self.forms_and_outcomes(of).await? {
            let words = [self.law(&format!("law-state-{stands}")), self.law(&format!("law-form-{form}"))].map(Cell::Text);
            let narrowed = RequestsOf {
                form: Some(form),
                stands: Some(stands),
                ..of.clone()
            };
            let [stands, form] = words;
            rows.push(vec![stands, form, self.cell(What::Requests(narrowed)).await?]);
        }
        let columns = [
            ("report-col-stands", Holds::Text),
            ("report-col-form", Holds::Text),
            ("report-col-requests", Holds::Number),
        ];
        let says = self.plain("report-plot-requests", &[("day", (&self.written(self.day)).into())]);
        self.bars("requests-by-outcome", &columns, &says, rows);
        Ok(())
    }

    /// The forms of requests, each with the states in which some of them stand.
    async fn forms_and_outcomes(&mut self, of: &RequestsOf) -> Result<BTreeSet<(String, String)>, ReportError> {
        let (told, own) = (self.desk.requests_told(self.day).await?, self.desk.requests(self.day).await?);
        let told = told
            .iter()
            .filter(|r| of.holds(&r.form, &r.state.code, &r.stands, r.over))
            .map(|r| (r.form.clone(), r.stands.clone()));
        let own = own
            .iter()
            .filter(|r| of.holds(&r.form, &r.state.code, &r.stands, r.over))
            .map(|r| (r.form.clone(), r.stands.clone()));
        Ok(told.chain(own).collect())
    }

    /// How long those that are over took from their sending on, by form and outcome.
    pub(super) async fn requests_times(&mut self, of: &RequestsOf) -> Result<(), ReportError> {
        let over = RequestsOf {
            over: Some(true),
            ..of.clone()
        };
        let Some(median) = self.figure(What::DaysOfRequests(over.clone())).await? else {
            return Ok(());
        };
        self.paragraph("report-requests-times", &[("median", median.into())]);
        let mut rows = Vec::new();
        for (form, stands) in self.forms_and_outcomes(&over).await? {
            let words = [self.law(&format!("law-state-{stands}")), self.law(&format!("law-form-{form}"))].map(Cell::Text);
            let narrowed = RequestsOf {
                form: Some(form),
                stands: Some(stands),
                ..over.clone()
            };
            if let Some(days) = self.figure(What::DaysOfRequests(narrowed)).await? {
                let [stands, form] = words;
                rows.push(vec![stands, form, Cell::Figure(days)]);
            }
        }
        let columns = [
            ("report-col-stands", Holds::Text),
            ("report-col-form", Holds::Text),
            ("report-col-median-days", Holds::Number),
        ];
        let says = self.plain("report-plot-requests-times", &[("day", (&self.written(self.day)).into())]);
        self.bars("requests-times", &columns, &says, rows);
        Ok(())
    }

    async fn requests_by_state(&mut self) -> Result<(), ReportError> {
        let (told, own) = (self.desk.requests_told(self.day).await?, self.desk.requests(self.day).await?);
        let mut states: Vec<(String, String)> = told
            .iter()
            .map(|r| &r.state)
            .chain(own.iter().map(|r| &r.state))
            .map(|state| (self.state(state), state.code.clone()))
            .collect();
        states.sort();
        states.dedup();
        let mut rows = Vec::new();
        for (name, code) in states {
            let mut cells = vec![Cell::Text(name)];
            for over in [None, Some(false), Some(true)] {
                let narrowed = RequestsOf {
                    state: Some(code.clone()),
                    over,
                    ..RequestsOf::default()
                };
                cells.push(self.cell(What::Requests(narrowed)).await?);
            }
            rows.push(cells);
        }
        let columns = [
            ("report-col-state", Holds::Text),
            ("report-col-requests", Holds::Number),
            ("report-col-open", Holds::Number),
            ("report-col-over", Holds::Number),
        ];
        self.table("requests-by-state", &columns, rows);
        Ok(())
    }

    /// Each request of the public record with what happened in it last.
    pub(super) async fn requests_one_by_one(&mut self, of: &RequestsOf) -> Result<(), ReportError> {
        let told = self.desk.requests_told(self.day).await?;
        let mut rows = Vec::new();
        for request in told.iter().filter(|r| of.holds(&r.form, &r.state.code, &r.stands, r.over)) {
            let person = request.person.as_ref().map(|person| person.name.clone());
            let latest = match request.steps.first() {
                Some(step) => {
                    self.cell(What::Fact {
                        entry: step.date.entry.clone(),
                    })
                    .await?
                }
                None => Cell::Empty,
            };
            rows.push(vec![
                Cell::Text(self.state(&request.state)),
                person.map_or(Cell::Empty, Cell::Text),
                Cell::Text(self.law(&format!("law-state-{}", request.stands))),
                latest,
            ]);
        }
        let columns = [
            ("report-col-state", Holds::Text),
            ("report-col-person", Holds::Text),
            ("report-col-stands", Holds::Text),
            ("report-col-latest", Holds::Day),
        ];
        self.table("requests", &columns, rows);
        Ok(())
    }

    /// Agreements with the Court.
    pub(super) async fn agreements(&mut self) -> Result<(), ReportError> {
        self.heading("report-agreements").await?;
        let (Some(states), Some(all)) = (
            self.figure(states_with(StatesWith::SentenceAgreements)).await?,
            self.count_of_rows(of("agreements")).await?,
        ) else {
            return Ok(());
        };
        self.paragraph("report-agreements-lead", &[("states", states.into()), ("n", all.into())]);
        let kinds: BTreeSet<String> = {
            let rows = self.desk.rows(self.day, "agreements").await?;
            rows.iter().map(|row| row.value("kind").to_owned()).collect()
        };
        let mut rows = Vec::new();
        for kind in kinds {
            let word = self.closed("agreement", &kind);
            let narrowed = RowsOf {
                kind: Some(kind),
                ..of("agreements")
            };
            rows.push(vec![Cell::Text(word), self.cell(What::Rows(narrowed)).await?]);
        }
        let says = self.plain("report-plot-agreements", &[("day", (&self.written(self.day)).into())]);
        let columns = [("report-col-kind", Holds::Text), ("report-col-agreements", Holds::Number)];
        self.bars("agreements-by-kind", &columns, &says, rows);
        self.rows("agreements", &of("agreements"), rows::AGREEMENTS).await
    }

    /// Laws on cooperation, and the topics of Part 9 that were read in them.
    pub(super) async fn laws(&mut self) -> Result<(), ReportError> {
        self.heading("report-laws").await?;
        let (Some(states), Some(laws), Some(declarations)) = (
            self.figure(states_with(StatesWith::Laws)).await?,
            self.count_of_rows(of("legislation")).await?,
            self.figure(states_with(StatesWith::Declarations)).await?,
        ) else {
            return Ok(());
        };
        self.paragraph("report-laws-lead", &[("states", states.into()), ("n", laws.into())]);
        self.paragraph("report-declarations-lead", &[("states", declarations.into())]);
        let topics: Vec<(String, String)> = self
            .desk
            .law()
            .topics()
            .iter()
            .map(|topic| (topic.id.clone(), topic.text_key.clone()))
            .collect();
        let mut rows = Vec::new();
        for (topic, text_key) in topics {
            let narrowed = RowsOf {
                topic: Some(topic),
                ..of("legislation")
            };
            rows.push(vec![Cell::Text(self.law(&text_key)), self.cell(What::Rows(narrowed)).await?]);
        }
        let says = self.plain("report-plot-topics", &[("day", (&self.written(self.day)).into())]);
        let columns = [("report-col-topic", Holds::Text), ("report-col-laws", Holds::Number)];
        self.bars("topics", &columns, &says, rows);
        Ok(())
    }

    /// Decisions under article 87(7).
    pub(super) async fn findings(&mut self) -> Result<(), ReportError> {
        self.heading("report-findings").await?;
        let of_kind = |kind: &str| RowsOf {
            kind: Some(kind.to_owned()),
            ..of("findings")
        };
        let (Some(findings), Some(informed), Some(none)) = (
            self.count_of_rows(of_kind("finding")).await?,
            self.count_of_rows(of_kind("information communicated")).await?,
            self.count_of_rows(of_kind("no finding")).await?,
        ) else {
            return Ok(());
        };
        self.paragraph(
            "report-findings-lead",
            &[("n", findings.into()), ("informed", informed.into()), ("none", none.into())],
        );
        self.rows("findings", &of("findings"), rows::FINDINGS).await
    }

    /// Resolutions of the Assembly on cooperation since the earlier day; all of them where there is none.
    pub(super) async fn resolutions(&mut self) -> Result<(), ReportError> {
        self.heading("report-resolutions").await?;
        let narrowed = RowsOf {
            since: self.since,
            ..of("resolutions")
        };
        let Some(count) = self.count_of_rows(narrowed.clone()).await? else {
            return Ok(());
        };
        match self.since.map(|since| self.written(since)) {
            Some(since) => self.paragraph("report-resolutions-lead", &[("since", (&since).into()), ("n", count.into())]),
            None => self.paragraph("report-resolutions-all", &[("n", count.into())]),
        }
        self.rows("resolutions", &narrowed, rows::RESOLUTIONS).await
    }

    /// What the report leaves open: what it was made of, and how its figures are followed back.
    pub(super) async fn how_it_was_made(&mut self) -> Result<(), ReportError> {
        self.heading("report-how").await?;
        self.paragraph("report-how-warrant", &[]);
        self.paragraph("report-how-made", &[]);
        self.paragraph("report-how-trace", &[]);
        Ok(())
    }
}

fn states_with(with: StatesWith) -> What {
    What::StatesWith { with }
}
