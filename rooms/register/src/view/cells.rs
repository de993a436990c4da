//! Rows of files as a reader sees them on the day.

use super::look::Look;
use super::model::{Cell, PersonRef, Row as RowShown};
use crate::directory::Directory;
use crate::files::{Becomes, Column, EFFECTIVE, Row, RowAct};
use crate::truth::short_hash;
use jiff::civil::Date;

impl Look<'_> {
    /// A row on the day of the look. `persons` gives the names of those whom it is about.
    pub(crate) fn row_shown(&self, row: &Row, directory: &Directory, persons: &[PersonRef]) -> RowShown {
        let day = self.day();
        let cells = row.file.columns.iter();
        let read = row.text(TOPICS, day).unwrap_or_default();
        RowShown {
            id: row.matter.to_owned(),
            states: row.states().into_iter().map(|code| directory.on(code, day)).collect(),
            persons: row
                .persons()
                .into_iter()
                .filter_map(|key| persons.iter().find(|p| p.id == key).cloned())
                .collect(),
            cells: cells.filter_map(|column| Some((column.name, cell(row, column, day)?))).collect(),
            undated: row.is_undated(),
            topics: self.law().topics_in(&read).into_iter().map(str::to_owned).collect(),
            general: self.law().is_general_law(&read),
            remarks: row.remarks(day),
        }
    }
}

/// The column of laws in whose words topics of Part 9 are read.
pub(crate) const TOPICS: &str = "part9_topics_read";

/// What a column of a row holds on a day.
pub(crate) fn cell(row: &Row, column: &Column, day: Date) -> Option<Cell> {
    let (act, field) = row.cell(column, day)?;
    let mut value = act.held.value(field)?;
    if matches!(column.becomes, Becomes::By(_)) {
        value = value.strip_prefix("by ").map(str::to_owned).unwrap_or(value);
    }
    Some(cell_of(row, act, field, value))
}

/// The cell of a field of an act.
pub(crate) fn cell_of(row: &Row, act: &RowAct, field: &str, value: String) -> Cell {
    let truth = row.truth((act, field));
    let now = act.held.now();
    Cell {
        value,
        counts_on: act.counts_on.filter(|_| field == EFFECTIVE),
        verified: truth.verified,
        others: truth.others,
        sources: truth.says,
        entry: now.entry.id.to_string(),
        hash: short_hash(&now.leaf_hash),
    }
}
