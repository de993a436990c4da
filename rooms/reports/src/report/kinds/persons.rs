//! Sections about persons: who is outstanding and for how long, who came and who left, how long surrenders took.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use register::figures::{Query, What};
use register::view::model::{Moved, PersonRow};

/// The ages of warrants, in whole years: at least, and less than.
const AGES: [(i16, Option<i16>, &str); 4] = [
    (0, Some(1), "report-age-0"),
    (1, Some(5), "report-age-1"),
    (5, Some(10), "report-age-5"),
    (10, None, "report-age-10"),
];

impl Making<'_, '_> {
    /// Who is outstanding on the day, and how the figure is made.
    pub(super) async fn outstanding(&mut self) -> Result<(), ReportError> {
        self.heading("report-outstanding").await?;
        let day = self.written(self.day);
        let all = What::Outstanding { situation: None };
        let (Some(persons), Some(warrants), Some(situations)) = (
            self.figure(all).await?,
            self.figure(What::OpenWarrants).await?,
            self.figure(What::Situations).await?,
        ) else {
            return Ok(());
        };
        let args = [
            ("day", (&day).into()),
            ("n", persons.into()),
            ("warrants", warrants.into()),
            ("situations", situations.into()),
        ];
        self.paragraph("report-outstanding-lead", &args);
        if let (Some(named), Some(surrendered), Some(ended)) = (
            self.figure(What::Named).await?,
            self.figure(What::Surrendered).await?,
            self.figure(What::Ended { reason: None }).await?,
        ) {
            let args = [
                ("named", named.into()),
                ("surrendered", surrendered.into()),
                ("ended", ended.into()),
                ("n", persons.into()),
            ];
            self.paragraph("report-outstanding-sum", &args);
        }
        self.counted_by_institutions().await?;
        self.by_situation().await?;
        let view = self.desk.working(self.day).await?;
        self.persons_outstanding(&view.outstanding).await?;
        self.ages().await?;
        self.over_time().await?;
        let mut rows = Vec::new();
        for counted in &view.sum.ended_by_reason {
            let reason = Some(counted.reason.clone());
            rows.push(vec![
                Cell::Text(self.closed("reason", &counted.reason)),
                self.cell(What::Ended { reason }).await?,
            ]);
        }
        self.table(
            "ended",
            &[("report-col-reason", Holds::Text), ("report-col-persons", Holds::Number)],
            rows,
        );
        Ok(())
    }

    /// What institutions counted on this very day, beside what the record gives.
    async fn counted_by_institutions(&mut self) -> Result<(), ReportError> {
        let counts = self.desk.counts().await?;
        let of_the_day = counts
            .counts
            .iter()
            .filter(|stated| stated.as_at == self.day && stated.what == "outstanding");
        for stated in of_the_day.collect::<Vec<_>>() {
            let entry = stated.entry.clone();
            if let Some(figure) = self.figure(What::Stated { entry }).await? {
                let who = self.closed("institution", &stated.said_by);
                self.paragraph("report-outstanding-stated", &[("who", (&who).into()), ("n", figure.into())]);
            }
        }
        Ok(())
    }

    async fn by_situation(&mut self) -> Result<(), ReportError> {
        let overview = self.desk.overview(self.day).await?;
        let mut rows = Vec::new();
        for situation in &overview.situations {
            let count = What::Outstanding {
                situation: Some(situation.no.clone()),
            };
            rows.push(vec![
                Cell::English(situation.name.clone()),
                Cell::Text(situation.no.clone()),
                self.cell(count).await?,
            ]);
        }
        let columns = [
            ("report-col-situation", Holds::Text),
            ("report-col-number", Holds::Text),
            ("report-col-persons", Holds::Number),
        ];
        let says = self.plain("report-plot-situations", &[("day", (&self.written(self.day)).into())]);
        self.bars("situations", &columns, &says, rows);
        Ok(())
    }

    async fn persons_outstanding(&mut self, persons: &[PersonRow]) -> Result<(), ReportError> {
        let mut rows = Vec::new();
        for person in persons {
            let earliest = person
                .warrants
                .iter()
                .min_by_key(|warrant| (warrant.made_public.as_ref().and_then(|on| on.counts_on), &warrant.id));
            let issued = earliest.map(|warrant| warrant.issued.entry.clone());
            let public = earliest.and_then(|warrant| Some(warrant.made_public.as_ref()?.entry.clone()));
            let mut cells = vec![Cell::Text(person.name.clone()), Cell::English(person.situation.clone())];
            for entry in [issued, public] {
                cells.push(match entry {
                    Some(entry) => self.cell(What::Fact { entry }).await?,
                    None => Cell::Empty,
                });
            }
            let days = What::DaysOutstanding { person: person.id.clone() };
            cells.push(self.cell(days).await?);
            rows.push(cells);
        }
        let columns = [
            ("report-col-person", Holds::Text),
            ("report-col-situation", Holds::Text),
            ("report-col-issued", Holds::Day),
            ("report-col-public", Holds::Day),
            ("report-col-days", Holds::Number),
        ];
        self.table("persons", &columns, rows);
        Ok(())
    }

    async fn ages(&mut self) -> Result<(), ReportError> {
        let mut rows = Vec::new();
        for (from, until, key) in AGES {
            rows.push(vec![Cell::Text(self.t(key)), self.cell(What::Age { from, until }).await?]);
        }
        let says = self.plain("report-plot-ages", &[("day", (&self.written(self.day)).into())]);
        let columns = [("report-col-age", Holds::Text), ("report-col-persons", Holds::Number)];
        self.bars("ages", &columns, &says, rows);
        Ok(())
    }

    async fn over_time(&mut self) -> Result<(), ReportError> {
        let overview = self.desk.overview(self.day).await?;
        let steps = if self.desk.reading().hindsight {
            &overview.steps_hindsight
        } else {
            &overview.steps
        };
        let series: Vec<_> = steps.iter().map(|step| (step.from, step.count)).collect();
        let rows = self.told_by_year(&series, What::Outstanding { situation: None }).await?;
        let says = self.plain("report-plot-outstanding", &[("day", (&self.written(self.day)).into())]);
        self.steps("outstanding-over-time", &series, &says, rows);
        Ok(())
    }

    /// The rows of a table that tells a count at the end of each year and on the day.
    pub(super) async fn told_by_year(&mut self, series: &[(jiff::civil::Date, u64)], what: What) -> Result<Vec<Vec<Cell>>, ReportError> {
        let mut rows = Vec::new();
        for day in self.ends_of_years(series) {
            let query = if day == self.day {
                Query::of(what.clone())
            } else {
                Query::on(what.clone(), day)
            };
            rows.push(vec![Cell::Day(day), self.cell(query).await?]);
        }
        Ok(rows)
    }

    /// Who came and who left since the earlier day.
    pub(super) async fn came_and_left(&mut self) -> Result<(), ReportError> {
        let Some(since) = self.since else { return Ok(()) };
        let view = self.desk.compared(since, self.day).await?;
        let (Some(came), Some(left)) = (self.figure(What::Came { since }).await?, self.figure(What::Left { since }).await?) else {
            return Ok(());
        };
        let earlier = self.written(since);
        let args = [("since", (&earlier).into()), ("came", came.into()), ("left", left.into())];
        self.paragraph("report-changes-persons", &args);
        self.moved("came", &view.came).await?;
        self.moved("left", &view.left).await
    }

    async fn moved(&mut self, id: &str, moved: &[Moved]) -> Result<(), ReportError> {
        let mut rows = Vec::new();
        for moved in moved {
            let person = &moved.row;
            let acts = person.warrants.iter();
            let decided = acts.filter_map(|warrant| match person.status.as_str() {
                "surrendered" => warrant.surrendered.as_ref(),
                "outstanding" => warrant.made_public.as_ref(),
                _ => warrant.ended.as_ref(),
            });
            let on = match decided.min_by_key(|act| act.counts_on) {
                Some(act) => self.cell(What::Fact { entry: act.entry.clone() }).await?,
                None => Cell::Empty,
            };
            let stands = match &person.end_reason {
                Some(reason) => self.closed("reason", reason),
                None => self.closed("status", &person.status),
            };
            rows.push(vec![
                Cell::Text(person.name.clone()),
                Cell::English(person.situation.clone()),
                Cell::Text(stands),
                on,
            ]);
        }
        let columns = [
            ("report-col-person", Holds::Text),
            ("report-col-situation", Holds::Text),
            ("report-col-stands", Holds::Text),
            ("report-col-on", Holds::Day),
        ];
        self.table(id, &columns, rows);
        Ok(())
    }

    /// How long it took until persons were surrendered.
    pub(super) async fn times_to_surrender(&mut self) -> Result<(), ReportError> {
        let Some(median) = self.figure(What::DaysToSurrender { person: None }).await? else {
            return Ok(());
        };
        self.heading("report-times").await?;
        let Some(surrendered) = self.figure(What::Surrendered).await? else {
            return Ok(());
        };
        self.paragraph("report-times-lead", &[("n", surrendered.into()), ("median", median.into())]);
        let view = self.desk.working(self.day).await?;
        let mut rows = Vec::new();
        for person in &view.surrendered {
            let of_person = Some(person.id.clone());
            let days = self.cell(What::DaysToSurrender { person: of_person }).await?;
            rows.push(vec![Cell::Text(person.name.clone()), Cell::English(person.situation.clone()), days]);
        }
        let columns = [
            ("report-col-person", Holds::Text),
            ("report-col-situation", Holds::Text),
            ("report-col-days-to-surrender", Holds::Number),
        ];
        self.table("times", &columns, rows);
        Ok(())
    }
}
