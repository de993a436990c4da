//! Figures of the files: how many rows, and what stands in one cell.

use super::states::of_rows;
use super::{Answer, Desk, RowsOf, Value, counted};
use crate::files;
use crate::view::ViewError;
use crate::view::model::Row;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl RowsOf {
    /// Whether a row is one of these.
    pub fn holds(&self, row: &Row) -> bool {
        let began = || row.cells.values().filter_map(|cell| cell.counts_on).min();
        self.state
            .as_ref()
            .is_none_or(|code| row.states.iter().any(|state| state.code == *code))
            && self.kind.as_ref().is_none_or(|kind| row.value("kind") == kind)
            && self.topic.as_ref().is_none_or(|topic| row.topics.contains(topic))
            && self.since.is_none_or(|since| began().is_some_and(|began| since < began))
    }
}

impl Desk<'_> {
    pub(super) async fn rows_of(&mut self, day: Date, of: &RowsOf) -> Result<Answer, ViewError> {
        if files::named(&of.file).is_none() {
            return Ok(None);
        }
        let rows = self.rows(day, &of.file).await?;
        let rows: Vec<&Row> = rows.iter().filter(|row| of.holds(row)).collect();
        Ok(counted(rows.len() as u64, of_rows(rows.into_iter())))
    }

    pub(super) async fn cell(&mut self, day: Date, row: &str, column: &str) -> Result<Answer, ViewError> {
        let Some(file) = files::of_matter(row) else { return Ok(None) };
        let rows = self.rows(day, file.name()).await?;
        let row = rows.iter().find(|there| there.id == row);
        let cell = row.and_then(|row| row.cells.get(column));
        Ok(cell.map(|cell| (Value::of_text(&cell.value), BTreeSet::from([cell.entry.clone()]))))
    }
}
