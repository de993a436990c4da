//! A report as data: its figures as CSV, and all of it as JSON.

use super::trace::Trace;
use super::{Block, Cell, Report, Run, Table};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a CSV file begins with, so that spreadsheets read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The figures as CSV (RFC 4180), a line a figure: number, question, answer, entries with semicolons between them, where it
/// stands in the report, and of which report it is (JSON, the same on each line).
///
/// # Errors
/// Never in fact: what is written goes into memory.
pub fn csv(report: &Report) -> Result<Vec<u8>, csv::Error> {
    let trace = Trace::of(report);
    let of = serde_json::to_string(&trace.report).unwrap_or_default();
    let places = places(report);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(["number", "query", "value", "entries", "stands_in", "report"])?;
    for (place, figure) in trace.figures.iter().enumerate() {
        let stands_in = places.get(&place).cloned().unwrap_or_default();
        let number = (place + 1).to_string();
        writer.write_record([&number, &figure.query, &figure.value, &figure.entries.join(";"), &stands_in, &of])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// Where each figure stands first: a paragraph by its number, a cell by table, row and column.
fn places(report: &Report) -> BTreeMap<usize, String> {
    let mut places = BTreeMap::new();
    let mut in_table = |table: &Table| {
        for row in &table.rows {
            let name = row.first().map(|cell| report.cell(cell)).unwrap_or_default();
            for (cell, column) in row.iter().zip(&table.columns) {
                if let Cell::Figure(figure) = cell {
                    places
                        .entry(*figure)
                        .or_insert_with(|| format!("{}: {name}: {}", table.caption, column.head));
                }
            }
        }
    };
    for table in report.tables() {
        in_table(table);
    }
    for block in &report.blocks {
        if let Block::Paragraph { number, runs } = block {
            for run in runs {
                if let Run::Figure(figure) = run {
                    places.insert(*figure, number.to_string());
                }
            }
        }
    }
    places
}

/// All of a report as JSON: what it says, and its trace.
pub fn json(report: &Report) -> String {
    let blocks: Vec<Value> = report.blocks.iter().map(|block| block_json(report, block)).collect();
    let head: Vec<Value> = report
        .head
        .iter()
        .map(|(label, text)| json!({ "label": label, "text": text }))
        .collect();
    let whole = json!({
        "title": report.title,
        "language": report.language.tag(),
        "head": head,
        "blocks": blocks,
        "trace": Trace::of(report),
    });
    // Plain data with texts as keys can always be written.
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn block_json(report: &Report, block: &Block) -> Value {
    match block {
        Block::Heading(text) => json!({ "heading": text }),
        Block::Paragraph { number, runs } => {
            let text: String = runs
                .iter()
                .map(|run| match run {
                    Run::Text(text) => text.clone(),
                    Run::Figure(figure) => report.printed(*figure),
                    Run::Note(_) => String::new(),
                })
                .collect();
            let figures: Vec<usize> = runs
                .iter()
                .filter_map(|run| if let Run::Figure(figure) = run { Some(figure + 1) } else { None })
                .collect();
            json!({ "paragraph": number, "text": text, "figures": figures })
        }
        Block::Table(table) => table_json(report, table),
        Block::Plot(plot) => {
            let mut value = table_json(report, &plot.table);
            if let Some(members) = value.as_object_mut() {
                members.insert("description".to_owned(), plot.description.clone().into());
            }
            value
        }
    }
}

fn table_json(report: &Report, table: &Table) -> Value {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::English(text) => json!({ "text": text }),
        Cell::Figure(figure) => {
            let value = report.figures.get(*figure).map(|figure| figure.value.to_string());
            json!({ "figure": figure + 1, "value": value })
        }
        Cell::Day(day) => json!({ "day": day.to_string() }),
        Cell::Empty => Value::Null,
    };
    let rows: Vec<Vec<Value>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    json!({ "table": table.caption, "columns": columns, "rows": rows })
}
