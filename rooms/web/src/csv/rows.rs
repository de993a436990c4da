//! Files of the register as CSV: their rows, single rows, the facts in doubt and the sources.

use super::{Csv, READING, reading, text};
use register::directory::StateRef;
use register::files::{self, Becomes, Column, File};
use register::view::model::{Cell, Doubts, Row, RowView, Rows, Sources};

/// What stands behind the columns of a file: the id of the row, whether no day of it is known, the columns
/// that are unverified, those that are disputed with the other values, the sources, and the first entry.
pub(super) const BEHIND: [&str; 6] = ["id", "undated", "unverified", "disputed", "sources", "entry"];

/// The file of laws.
const LAWS: &str = "legislation";
/// What stands behind that of laws besides: the topics of Part 9 that their words name, and whether they are general
/// law, not made for the Court.
const OF_LAWS: [&str; 2] = ["topics", "general"];

/// A file: a row a row, its columns in the order of the data dictionary. Where a file has a column that is
/// called like one of the reading, the columns of the page's reading bear `page_` before their names.
pub(crate) fn rows(view: &Rows) -> String {
    let Some(file) = files::named(&view.file) else {
        return Csv::new(READING).0;
    };
    let taken = READING.iter().any(|name| file.column(name).is_some());
    let reading_columns = if taken { super::PAGE_READING } else { READING };
    let columns = file.columns.iter().map(|column| column.name);
    let laws = view.file == LAWS;
    let of_laws = OF_LAWS.iter().copied().filter(|_| laws);
    let mut csv = Csv::new(columns.chain(BEHIND).chain(of_laws).chain(reading_columns));
    for row in &view.rows {
        let of_law = [row.topics.join("; "), row.general.to_string()];
        let of_law = of_law.into_iter().filter(|_| laws);
        csv.row(row_cells(file, row).into_iter().chain(of_law).chain(reading(&view.asked)));
    }
    csv.0
}

/// One row of a file: a column a row, with what is known of its truth. Columns that are empty on the day are
/// left out.
pub(crate) fn row(view: &RowView) -> String {
    let columns = [
        "id",
        "column",
        "value",
        "counts_on",
        "verified",
        "others",
        "sources",
        "entry",
        "hash",
    ];
    let mut csv = Csv::new(columns.into_iter().chain(READING));
    let Some(file) = files::named(&view.file) else { return csv.0 };
    let row = &view.row;
    for column in file.columns {
        let cell = row.cells.get(column.name);
        let value = value(file, column, row);
        if value.is_empty() {
            continue;
        }
        let cells = [
            row.id.clone(),
            column.name.to_owned(),
            value,
            cell.map(|cell| text(&cell.counts_on)).unwrap_or_default(),
            cell.map(|cell| cell.verified.to_string()).unwrap_or_default(),
            cell.map(|cell| cell.others.join("; ")).unwrap_or_default(),
            cell.map(|cell| super::says(&cell.sources)).unwrap_or_default(),
            cell.map(|cell| cell.entry.clone()).unwrap_or_default(),
            cell.map(|cell| cell.hash.clone()).unwrap_or_default(),
        ];
        csv.row(cells.into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// Facts in doubt: one a row. Where no file is named, how many there are in each.
pub(crate) fn doubts(view: &Doubts) -> String {
    if view.file.is_none() {
        let mut csv = Csv::new(["file", "unverified", "disputed"].into_iter().chain(READING));
        for count in &view.counts {
            let cells = [count.file.clone(), count.unverified.to_string(), count.disputed.to_string()];
            csv.row(cells.into_iter().chain(reading(&view.asked)));
        }
        return csv.0;
    }
    let columns = [
        "file", "id", "act", "field", "value", "verified", "others", "state", "person", "sources", "entry",
    ];
    let mut csv = Csv::new(columns.into_iter().chain(READING));
    for doubt in &view.doubts {
        let cells = [
            doubt.file.clone(),
            doubt.id.clone(),
            doubt.act.clone(),
            doubt.field.clone(),
            doubt.value.clone(),
            doubt.verified.to_string(),
            doubt.others.join("; "),
            doubt.state.as_ref().map(|state| state.code.clone()).unwrap_or_default(),
            doubt.person.as_ref().map(|person| person.id.clone()).unwrap_or_default(),
            super::says(&doubt.sources),
            doubt.entry.clone(),
        ];
        csv.row(cells.into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// The sources: one a row, those most rests on first.
pub(crate) fn sources(view: &Sources) -> String {
    let mut csv = Csv::new(["source", "read", "rows", "cited"].into_iter().chain(READING));
    for source in &view.sources {
        let cells = [
            source.source.clone(),
            source.read.to_string(),
            source.rows.to_string(),
            source.cited.to_string(),
        ];
        csv.row(cells.into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// The cells of a row: the columns of its file, then [`BEHIND`].
pub(super) fn row_cells(file: &File, row: &Row) -> Vec<String> {
    let mut cells: Vec<String> = file.columns.iter().map(|column| value(file, column, row)).collect();
    let in_order = || {
        file.columns
            .iter()
            .filter_map(|column| Some((column.name, row.cells.get(column.name)?)))
    };
    let unverified: Vec<&str> = in_order().filter(|(_, cell)| !cell.verified).map(|(name, _)| name).collect();
    let disputed = in_order().flat_map(|(name, cell)| cell.others.iter().map(move |other| format!("{name}: {other}")));
    cells.extend([
        row.id.clone(),
        row.undated.to_string(),
        unverified.join("; "),
        disputed.collect::<Vec<_>>().join("; "),
        super::says(&in_order().flat_map(|(_, cell)| cell.sources.clone()).collect::<Vec<_>>()),
        in_order().next().map(|(_, cell)| cell.entry.clone()).unwrap_or_default(),
    ]);
    cells
}

/// What a column of a row holds, as the file has it.
fn value(file: &File, column: &Column, row: &Row) -> String {
    let own = |cell: &Cell| own_source(cell).map(str::to_owned);
    match column.becomes {
        Becomes::Name => row.id.strip_prefix(file.matter).map(|name| name.trim_start_matches('-').to_owned()),
        Becomes::State => row.states.first().map(|state| state.code.clone()),
        Becomes::Persons => Some(row.persons.iter().map(|person| person.id.as_str()).collect::<Vec<_>>().join(";")),
        Becomes::Remark => Some(row.remarks.join("; ")),
        Becomes::Source => first(file, row).and_then(own),
        Becomes::FieldSources => Some(field_sources(file, row)),
        _ => Some(row.value(column.name).to_owned()),
    }
    .unwrap_or_default()
}

/// The first cell of a row, which is of its first entry.
fn first<'r>(file: &File, row: &'r Row) -> Option<&'r Cell> {
    file.columns.iter().find_map(|column| row.cells.get(column.name))
}

/// The source that the entry of a cell itself gives for it.
fn own_source(cell: &Cell) -> Option<&str> {
    let own = cell
        .sources
        .iter()
        .find(|says| says.verdict == "read" || says.verdict == "recalled");
    own.map(|says| says.source.as_str())
}

/// Sources of single columns where they are other ones than that of the row.
fn field_sources(file: &File, row: &Row) -> String {
    let of_row = first(file, row).and_then(own_source);
    let columns = file.columns.iter().filter_map(|column| {
        let own = own_source(row.cells.get(column.name)?)?;
        (Some(own) != of_row).then(|| format!("{}={own}", column.name))
    });
    columns.collect::<Vec<_>>().join(" | ")
}

/// The cells of a State: code and names.
pub(super) fn state_cells(state: &StateRef) -> [String; 3] {
    [state.code.clone(), state.name_en.clone(), state.name_fr.clone()]
}
