//! One person's file, as far as the reader may see it.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use register::figures::What;
use register::kinds;
use register::view::model::{ActLine, Person};

pub(in super::super) async fn make(making: &mut Making<'_, '_>, key: &str) -> Result<(String, Option<String>), ReportError> {
    let person = making.desk.person(key).await?;
    let person = person.ok_or_else(|| ReportError::UnknownPerson(key.to_owned()))?;
    making.heading("report-person").await?;
    making.stands(&person).await?;
    making.acts(&person).await?;
    making.how_it_was_made().await?;
    let title = making.plain("report-title-person", &[("name", (&person.row.name).into())]);
    Ok((title, Some(person.row.id.clone())))
}

impl Making<'_, '_> {
    /// Where the person stands: an outcome before all else.
    async fn stands(&mut self, person: &Person) -> Result<(), ReportError> {
        let row = &person.row;
        let (name, day) = (&row.name, self.written(self.day));
        let outcomes: Vec<String> = person.outcomes.iter().map(|line| self.act(line)).collect();
        if !outcomes.is_empty() {
            let outcomes = self.words.listed(&outcomes);
            self.paragraph("report-person-outcome", &[("name", name.into()), ("outcomes", (&outcomes).into())]);
        }
        let situation = format!("{} ({})", row.situation, row.situation_no);
        let status = self.closed("status", &row.status);
        let args = [
            ("name", name.into()),
            ("day", (&day).into()),
            ("status", (&status).into()),
            ("situation", (&situation).into()),
        ];
        self.paragraph("report-person-stands", &args);
        let days = What::DaysOutstanding { person: row.id.clone() };
        if let Some(days) = self.figure(days).await? {
            self.paragraph("report-person-days", &[("n", days.into())]);
        }
        if !person.also_known_as.is_empty() {
            let names = person.also_known_as.join(", ");
            self.paragraph("report-person-names", &[("names", (&names).into())]);
        }
        Ok(())
    }

    async fn acts(&mut self, person: &Person) -> Result<(), ReportError> {
        let mut rows = Vec::new();
        for line in &person.lines {
            let on = match line.acts.first() {
                Some(act) => {
                    self.cell(What::Fact {
                        entry: act.date.entry.clone(),
                    })
                    .await?
                }
                None => Cell::Empty,
            };
            let under: Vec<&str> = line.acts.iter().map(|act| act.instrument.as_str()).collect();
            let state = line.state.as_ref().map(|state| self.state(state));
            let mut under = under;
            under.dedup();
            rows.push(vec![
                Cell::Text(self.act(line)),
                on,
                state.map_or(Cell::Empty, Cell::Text),
                Cell::Text(under.join(", ")),
            ]);
        }
        let columns = [
            ("report-col-act", Holds::Text),
            ("report-col-on", Holds::Day),
            ("report-col-state", Holds::Text),
            ("report-col-under", Holds::Text),
        ];
        self.table("acts", &columns, rows);
        Ok(())
    }

    /// What an act is called.
    fn act(&self, line: &ActLine) -> String {
        match (&line.what, &line.particulars.reason) {
            (_, Some(reason)) if line.act == kinds::ENDED => {
                let reason = self.closed("reason", reason);
                self.plain("report-act-ended", &[("reason", (&reason).into())])
            }
            (Some(what), _) if line.act == kinds::MILESTONE => self.closed("milestone", what),
            _ => self.closed("act", &line.act),
        }
    }
}
