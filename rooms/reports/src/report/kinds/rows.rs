//! Tables out of the files of the register.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use register::figures::{Query, RowsOf, What};
use register::view::model::Row;

/// What a column of such a table tells of a row.
#[derive(Clone, Copy)]
pub(super) enum Tells {
    /// The States that it is about.
    States,
    /// The persons that it is about.
    Persons,
    /// A word of a closed list, by the column and the list's name in the texts.
    Word(&'static str, &'static str),
    /// Words of the record, which stand in English.
    English(&'static str),
    /// A day or a number, as a figure.
    Figure(&'static str, Holds),
}

/// A column: the key of its head, and what it tells.
pub(super) type Col = (&'static str, Tells);

impl Making<'_, '_> {
    /// A table of the rows of a file, in the order of their days.
    pub(super) async fn rows(&mut self, id: &str, of: &RowsOf, cols: &[Col]) -> Result<(), ReportError> {
        let all = self.desk.rows(self.day, &of.file).await?;
        let mut rows = Vec::new();
        for row in all.iter().filter(|row| of.holds(row)) {
            rows.push(self.row(row, cols).await?);
        }
        let heads: Vec<(&str, Holds)> = cols.iter().map(|(head, tells)| (*head, tells.holds())).collect();
        self.table(id, &heads, rows);
        Ok(())
    }

    async fn row(&mut self, row: &Row, cols: &[Col]) -> Result<Vec<Cell>, ReportError> {
        let mut cells = Vec::new();
        for (_, tells) in cols {
            cells.push(match tells {
                Tells::States => {
                    let names: Vec<String> = row.states.iter().map(|state| self.state(state)).collect();
                    words(names.join(", "))
                }
                Tells::Persons => words(row.persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ")),
                Tells::Word(column, list) => match row.value(column) {
                    "" => Cell::Empty,
                    word => Cell::Text(self.closed(list, word)),
                },
                Tells::English(column) => match row.value(column) {
                    "" => Cell::Empty,
                    text => Cell::English(text.to_owned()),
                },
                Tells::Figure(column, _) if !row.cells.contains_key(column) => Cell::Empty,
                Tells::Figure(column, _) => {
                    let (row, column) = (row.id.clone(), (*column).to_owned());
                    self.cell(Query::of(What::Cell { row, column })).await?
                }
            });
        }
        Ok(cells)
    }

    /// How many rows of a file there are.
    pub(super) async fn count_of_rows(&mut self, of: RowsOf) -> Result<Option<usize>, ReportError> {
        self.figure(What::Rows(of)).await
    }
}

impl Tells {
    fn holds(self) -> Holds {
        if let Tells::Figure(_, holds) = self { holds } else { Holds::Text }
    }
}

fn words(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// The rows of a file.
pub(super) fn of(file: &str) -> RowsOf {
    RowsOf {
        file: file.to_owned(),
        ..RowsOf::default()
    }
}

/// The columns of findings.
pub(super) const FINDINGS: &[Col] = &[
    ("report-col-state", Tells::States),
    ("report-col-decided", Tells::Figure("decision_date", Holds::Day)),
    ("report-col-decision", Tells::Word("kind", "finding")),
    ("report-col-case", Tells::English("case")),
    ("report-col-concerning", Tells::English("concerning")),
    ("report-col-document", Tells::English("document_ref")),
];

/// The columns of agreements.
pub(super) const AGREEMENTS: &[Col] = &[
    ("report-col-state", Tells::States),
    ("report-col-kind", Tells::Word("kind", "agreement")),
    ("report-col-signed", Tells::Figure("signed_on", Holds::Day)),
    ("report-col-in-force", Tells::Figure("in_force_on", Holds::Day)),
];

/// The columns of resolutions.
pub(super) const RESOLUTIONS: &[Col] = &[
    ("report-col-resolution", Tells::English("resolution")),
    ("report-col-title", Tells::English("title")),
    ("report-col-session", Tells::Figure("asp_session", Holds::Number)),
    ("report-col-adopted", Tells::Figure("adopted_on", Holds::Day)),
];

/// The columns of pledges.
pub(super) const PLEDGES: &[Col] = &[
    ("report-col-pledger", Tells::English("pledger")),
    ("report-col-theme", Tells::English("theme")),
    ("report-col-pledge", Tells::English("paraphrase")),
    ("report-col-pledged", Tells::Figure("pledged_on", Holds::Day)),
];

/// The columns of laws.
pub(super) const LAWS: &[Col] = &[
    ("report-col-title", Tells::English("title")),
    ("report-col-year", Tells::Figure("year", Holds::Day)),
    ("report-col-topics", Tells::English("part9_topics_read")),
];
