//! Rows of files as a reader sees them on the day.

use super::View;
use super::look::Look;
use super::model::{Cell, PersonRef, Row as RowShown};
use crate::directory::Directory;
use crate::files::{Becomes, Column, EFFECTIVE, Row, RowAct};
use crate::kinds;
use crate::truth::short_hash;
use jiff::civil::Date;
use record::audience::Level;
use std::collections::BTreeMap;

impl Look<'_> {
    /// A row on the day of the look. `persons` gives the names of those whom it is about.
    pub(crate) fn row_shown(&self, row: &Row, directory: &Directory, persons: &[PersonRef]) -> RowShown {
        let day = self.day();
        let cells = row.file.columns.iter();
        let read = row.text(TOPICS, day).unwrap_or_default();
        let cells: BTreeMap<&str, Cell> = cells.filter_map(|column| Some((column.name, cell(row, column, day)?))).collect();
        let level = cells.values().map(|cell| cell.level).max().unwrap_or(Level::Public);
        RowShown {
            level: level.max(row.level(day)),
            id: row.matter.to_owned(),
            states: row.states().into_iter().map(|code| directory.on(code, day)).collect(),
            persons: row
                .persons()
                .into_iter()
                .filter_map(|key| persons.iter().find(|p| p.id == key).cloned())
                .collect(),
            cells,
            undated: row.is_undated(),
            topics: self.law().topics_in(&read).into_iter().map(str::to_owned).collect(),
            general: self.law().is_general_law(&read),
            remarks: row.remarks(day).into_iter().map(|remark| remark.text.to_owned()).collect(),
        }
    }
}

impl Look<'_> {
    /// Rows of States on a day before they took another name tell the name that they bore, from the entry by which
    /// they gave it up. Other rows stay as they are.
    pub(crate) async fn under_names_of_the_day(&self, mut shown: Vec<RowShown>, directory: &Directory) -> View<Vec<RowShown>> {
        let day = self.day();
        let renamed_later = |row: &RowShown| {
            let own = row.cells.contains_key(NAMES[0].0);
            let state = row.states.first().filter(|_| own).and_then(|state| directory.get(&state.code))?;
            state.former.iter().any(|(until, _)| day < *until).then(|| state.code.clone())
        };
        if shown.iter().all(|row| renamed_later(row).is_none()) {
            return Ok(shown);
        }
        let renamed = self.load_kinds(&[kinds::STATE_RENAMED]).await?;
        let loaded = self
            .load_matters(renamed.into_iter().map(|r| r.entry.matter.clone()).collect())
            .await?;
        let mut former: Vec<Row> = loaded
            .iter()
            .filter_map(|(matter, entries)| Row::of(matter, entries, self.law()))
            .filter(|name| day < name.from())
            .collect();
        former.sort_by_key(Row::from);
        for row in &mut shown {
            let Some(code) = renamed_later(row) else { continue };
            let Some(name) = former.iter().find(|name| name.state() == Some(&code)) else {
                continue;
            };
            for (column, of_former) in NAMES {
                let told = name.file.column(of_former).and_then(|of| cell(name, of, Date::MAX));
                match told {
                    Some(told) => row.cells.insert(column, told),
                    None => row.cells.remove(column),
                };
            }
        }
        Ok(shown)
    }
}

/// The columns of a State's own row that tell its names, each with that of its former names.
const NAMES: [(&str, &str); 4] = [
    ("un_name_en", "name_en"),
    ("un_name_fr", "name_fr"),
    ("name_en", "name_en"),
    ("name_fr", "name_fr"),
];

/// The column of laws in whose words topics of Part 9 are read.
const TOPICS: &str = "part9_topics_read";

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
        level: truth.level,
    }
}
