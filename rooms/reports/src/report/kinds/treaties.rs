//! Sections about treaties: who is a party, in which region, since when, and who is leaving.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use register::figures::{TreatyDay, What};
use register::state::{APIC, NO_TIE, ROME_STATUTE, TIES};
use std::collections::BTreeMap;

impl Making<'_, '_> {
    /// The status of both treaties on the day.
    pub(super) async fn treaty_status(&mut self) -> Result<(), ReportError> {
        self.heading("report-treaties").await?;
        self.ties().await?;
        for treaty in [ROME_STATUTE, APIC] {
            self.treaty(treaty).await?;
        }
        Ok(())
    }

    /// The map of ties.
    async fn ties(&mut self) -> Result<(), ReportError> {
        let overview = self.desk.overview(self.day).await?;
        let states: BTreeMap<&str, &str> = overview
            .states
            .iter()
            .map(|tied| (tied.state.code.as_str(), tied.tie.as_str()))
            .collect();
        let mut rows = Vec::new();
        for tie in [&TIES[..3], &[NO_TIE], &TIES[3..]].concat() {
            if states.values().any(|of_state| *of_state == tie) {
                rows.push((tie.to_owned(), self.cell(What::StatesTied { tie: tie.to_owned() }).await?));
            }
        }
        let says = self.plain("report-plot-ties", &[("day", (&self.written(self.day)).into())]);
        self.map("map-of-ties", &states, &says, rows);
        Ok(())
    }

    async fn treaty(&mut self, treaty: &str) -> Result<(), ReportError> {
        let Some(view) = self.desk.parties(self.day, treaty).await? else {
            return Ok(());
        };
        let id = treaty.to_owned();
        let parties = What::Parties {
            treaty: id.clone(),
            group: None,
        };
        let Some(count) = self.figure(parties.clone()).await? else {
            return Ok(());
        };
        let (day, name) = (self.written(self.day), self.law(&format!("law-treaty-{treaty}")));
        self.paragraph(
            "report-treaty-lead",
            &[("day", (&day).into()), ("treaty", (&name).into()), ("n", count.into())],
        );
        if let (Some(unresolved), false) = (
            self.figure(What::Unresolved { treaty: id.clone() }).await?,
            view.unresolved_states.is_empty(),
        ) {
            let names: Vec<String> = view.unresolved_states.iter().map(|state| self.state(state)).collect();
            let names = names.join(", ");
            self.paragraph("report-treaty-unresolved", &[("n", unresolved.into()), ("states", (&names).into())]);
        }
        let mut rows = Vec::new();
        for group in &view.by_group {
            let of_group = What::Parties {
                treaty: id.clone(),
                group: Some(group.group.clone()),
            };
            rows.push(vec![Cell::Text(self.closed("group", &group.group)), self.cell(of_group).await?]);
        }
        let says = self.plain("report-plot-groups", &[("day", (&day).into()), ("treaty", (&name).into())]);
        let columns = [("report-col-group", Holds::Text), ("report-col-parties", Holds::Number)];
        self.bars(&format!("{treaty}-groups"), &columns, &says, rows);
        self.standings(treaty).await?;
        let series: Vec<_> = view.steps.iter().map(|step| (step.from, step.count)).collect();
        let rows = self.told_by_year(&series, parties).await?;
        let says = self.plain("report-plot-parties", &[("day", (&day).into()), ("treaty", (&name).into())]);
        self.steps(&format!("{treaty}-over-time"), &series, &says, rows);
        Ok(())
    }

    /// How many States stand in which way.
    async fn standings(&mut self, treaty: &str) -> Result<(), ReportError> {
        let standings: Vec<(String, String)> = self
            .desk
            .law()
            .standings(treaty)
            .iter()
            .map(|s| (s.id.clone(), s.text_key.clone()))
            .collect();
        let mut rows = Vec::new();
        for (is, text_key) in standings {
            let treaty = treaty.to_owned();
            let cell = self.cell(What::Standing { treaty, is }).await?;
            if self.number_in(&cell) > 0 {
                rows.push(vec![Cell::Text(self.law(&text_key)), cell]);
            }
        }
        let columns = [("report-col-standing", Holds::Text), ("report-col-states", Holds::Number)];
        self.table(&format!("{treaty}-standings"), &columns, rows);
        Ok(())
    }

    /// States whose standing changed since the earlier day.
    pub(super) async fn standings_changed(&mut self) -> Result<(), ReportError> {
        let Some(since) = self.since else { return Ok(()) };
        let view = self.desk.compared(since, self.day).await?;
        let mut rows = Vec::new();
        for change in &view.standings {
            let word = |standing: &Option<String>| match standing {
                Some(id) => Cell::Text(self.law(&format!("law-standing-{}-{id}", change.treaty))),
                None => Cell::Empty,
            };
            let treaty = Cell::Text(self.law(&format!("law-treaty-{}", change.treaty)));
            rows.push(vec![
                Cell::Text(self.state(&change.state)),
                treaty,
                word(&change.before),
                word(&change.after),
            ]);
        }
        let columns = [
            ("report-col-state", Holds::Text),
            ("report-col-treaty", Holds::Text),
            ("report-col-before", Holds::Text),
            ("report-col-after", Holds::Text),
        ];
        self.table("standings-changed", &columns, rows);
        Ok(())
    }

    /// Every State that stands towards a treaty in some way, with its days.
    pub(super) async fn all_ties(&mut self, treaty: &str) -> Result<(), ReportError> {
        let Some(view) = self.desk.parties(self.day, treaty).await? else {
            return Ok(());
        };
        let mut rows = Vec::new();
        for tie in &view.ties {
            let standing = tie.standing.as_ref().map(|id| self.law(&format!("law-standing-{treaty}-{id}")));
            let mut cells = vec![
                Cell::Text(self.state(&tie.state)),
                Cell::Text(self.closed("group", &tie.group)),
                standing.map_or(Cell::Empty, Cell::Text),
            ];
            for which in [TreatyDay::InForce, TreatyDay::Withdrawal] {
                let (treaty, state) = (treaty.to_owned(), tie.state.code.clone());
                cells.push(self.cell(What::TreatyDay { treaty, state, which }).await?);
            }
            rows.push(cells);
        }
        let columns = [
            ("report-col-state", Holds::Text),
            ("report-col-group", Holds::Text),
            ("report-col-standing", Holds::Text),
            ("report-col-in-force", Holds::Day),
            ("report-col-withdrawal", Holds::Day),
        ];
        self.table(&format!("{treaty}-states"), &columns, rows);
        Ok(())
    }
}
