//! Figures of States: parties to treaties, standings, what States are counted by.

use super::{Answer, Desk, StatesWith, TreatyDay, Value, counted};
use crate::derive::SENTENCES;
use crate::state::{APIC, NO_TIE, ROME_STATUTE, TIES};
use crate::view::ViewError;
use crate::view::model::{Parties, Row, Tie};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Desk<'_> {
    pub(super) async fn parties_in(&mut self, day: Date, treaty: &str, group: Option<&str>) -> Result<Answer, ViewError> {
        let Some(view) = self.parties(day, treaty).await? else {
            return Ok(None);
        };
        let count = match group {
            None => view.count,
            Some(group) => view.by_group.iter().find(|of| of.group == group).map_or(0, |of| of.count),
        };
        let entries = of_ties(&view, |tie| tie.party && group.is_none_or(|group| tie.group == group));
        Ok(counted(count, entries))
    }

    pub(super) async fn standing(&mut self, day: Date, treaty: &str, is: &str) -> Result<Answer, ViewError> {
        let Some(view) = self.parties(day, treaty).await? else {
            return Ok(None);
        };
        let stands = |tie: &Tie| tie.standing.as_deref() == Some(is);
        let count = view.ties.iter().filter(|tie| stands(tie)).count();
        Ok(counted(count as u64, of_ties(&view, stands)))
    }

    pub(super) async fn unresolved(&mut self, day: Date, treaty: &str) -> Result<Answer, ViewError> {
        let Some(view) = self.parties(day, treaty).await? else {
            return Ok(None);
        };
        let entries = of_ties(&view, |tie| view.unresolved.contains(&tie.state.code));
        Ok(counted(view.unresolved.len() as u64, entries))
    }

    pub(super) async fn treaty_day(&mut self, day: Date, treaty: &str, state: &str, which: TreatyDay) -> Result<Answer, ViewError> {
        let Some(view) = self.parties(day, treaty).await? else {
            return Ok(None);
        };
        let tie = view.ties.iter().find(|tie| tie.state.code == state);
        Ok(tie.and_then(|tie| {
            let computed = match which {
                TreatyDay::InForce => &tie.in_force,
                TreatyDay::Withdrawal => &tie.withdrawal,
            };
            Some((Value::Day(computed.as_ref()?.on), of_rows(tie.row.iter())))
        }))
    }

    pub(super) async fn states_tied(&mut self, day: Date, tie: &str) -> Result<Answer, ViewError> {
        if !TIES.contains(&tie) && tie != NO_TIE {
            return Ok(None);
        }
        let overview = self.overview(day).await?;
        let of_tie = overview.states.iter().filter(|state| state.tie == tie);
        let codes: BTreeSet<&str> = of_tie.map(|state| state.state.code.as_str()).collect();
        // Without a tie there is no row of a treaty: then it rests on that the State exists.
        let rows = self.rows(day, "states").await?;
        let of_tie = rows
            .iter()
            .filter(|row| row.states.iter().any(|state| codes.contains(state.code.as_str())));
        let mut entries = of_rows(of_tie);
        for treaty in [ROME_STATUTE, APIC] {
            let view = self.parties(day, treaty).await?;
            entries.extend(
                view.iter()
                    .flat_map(|view| of_ties(view, |tie| codes.contains(tie.state.code.as_str()))),
            );
        }
        Ok(counted(codes.len() as u64, entries))
    }

    pub(super) async fn states_with(&mut self, day: Date, with: StatesWith) -> Result<Answer, ViewError> {
        let figures = self.overview(day).await?.figures.clone();
        let (count, file) = match with {
            StatesWith::Declarations => (figures.declarations, "article87"),
            StatesWith::Laws => (figures.laws, "legislation"),
            StatesWith::SentenceAgreements => (figures.sentence_agreements, "agreements"),
        };
        let rows = self.rows(day, file).await?;
        let rests = |row: &&Row| match with {
            StatesWith::SentenceAgreements => row.value("kind") == SENTENCES && row.cells.contains_key("in_force_on"),
            StatesWith::Declarations | StatesWith::Laws => true,
        };
        // Without any to count, nothing is rested on: what has no day counts only from when the record learned of it.
        let entries = if count == 0 {
            BTreeSet::new()
        } else {
            of_rows(rows.iter().filter(rests))
        };
        Ok(counted(count, entries))
    }
}

fn of_ties(view: &Parties, counts: impl Fn(&Tie) -> bool) -> BTreeSet<String> {
    of_rows(view.ties.iter().filter(|tie| counts(tie)).filter_map(|tie| tie.row.as_ref()))
}

/// The entries in which the cells of rows stand.
pub(super) fn of_rows<'r>(rows: impl Iterator<Item = &'r Row>) -> BTreeSet<String> {
    rows.flat_map(|row| row.cells.values()).map(|cell| cell.entry.clone()).collect()
}
