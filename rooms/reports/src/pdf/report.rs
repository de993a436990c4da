//! Reports as PDF: tagged, for the archive with its trace as an associated file (PDF/A-3a) and for every reader (PDF/UA-1).

use super::data::Printable;
use super::world::{Desk, Template};
use super::{Pdf, PdfError, fonts, unset};
use crate::letter::is_rtl;
use crate::report::trace::Trace;
use crate::report::{Block, Cell, Holds, Report, Run, Table};
use serde::Serialize;
use std::collections::BTreeSet;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Sets a report.
///
/// # Errors
/// The typesetter failed on it.
pub fn report_pdf(report: &Report) -> Result<Pdf, PdfError> {
    let mut unprintable = BTreeSet::new();
    let told = told(report, &mut Printable(&mut unprintable));
    let mut files = vec![
        // Strings, lists and numbers have no value that JSON lacks.
        ("report.json".to_owned(), serde_json::to_string(&told).unwrap_or_default()),
        ("trace.json".to_owned(), Trace::of(report).text()),
    ];
    let plots = report
        .blocks
        .iter()
        .filter_map(|block| if let Block::Plot(plot) = block { Some(plot) } else { None });
    files.extend(plots.map(|plot| (svg_of(&plot.table), plot.svg.clone())));
    let set = set(report, &Desk::new(Template::Report, files));
    // The typesetter remembers what it has set; it shall not.
    typst::comemo::evict(0);
    let (bytes, pages) = set?;
    Ok(Pdf {
        bytes,
        pages,
        unprintable: unprintable.into_iter().collect(),
    })
}

fn set(report: &Report, desk: &Desk) -> Result<(Vec<u8>, usize), PdfError> {
    let document: PagedDocument = typst::compile(desk).output.map_err(unset)?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
    let options = PdfOptions {
        ident: Smart::Custom(report.file_name("pdf")),
        creator: Smart::Custom(Some("Comity".to_owned())),
        timestamp: None,
        standards: standards.map_err(|error| PdfError::Unset(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    // Nor while the file is made of it: both together are what a long report needs most memory for.
    typst::comemo::evict(0);
    let bytes = typst_pdf::pdf(&document, &options).map_err(unset)?;
    Ok((bytes, document.pages().len()))
}

/// The name of the file of a plot.
fn svg_of(table: &Table) -> String {
    format!("plot-{}.svg", table.id)
}

/// What the template reads.
#[derive(Serialize)]
struct Told {
    fonts: Vec<&'static str>,
    lang: &'static str,
    /// The day on which the record was read: year, month, day.
    day: [i16; 3],
    level: String,
    exercise: Option<String>,
    title: String,
    running: String,
    head: Vec<[String; 2]>,
    contents: String,
    page: [String; 2],
    trace: String,
    blocks: Vec<ToldBlock>,
    unprintable: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
enum ToldBlock {
    Heading { text: String },
    Paragraph { number: u32, runs: Vec<ToldRun> },
    Table { table: ToldTable },
    Plot { file: String, alt: String, table: ToldTable },
}

#[derive(Serialize)]
struct ToldRun {
    note: bool,
    text: String,
}

#[derive(Serialize)]
struct ToldTable {
    caption: String,
    /// Head, and whether it holds numbers.
    columns: Vec<(String, Holding)>,
    rows: Vec<Vec<ToldCell>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Holding {
    Text,
    Number,
    Day,
}

#[derive(Serialize)]
struct ToldCell {
    text: String,
    rtl: bool,
    /// The language of the words, where it is not that of the report.
    lang: Option<&'static str>,
}

fn told(report: &Report, printable: &mut Printable) -> Told {
    let asked = &report.asked;
    let head: Vec<[String; 2]> = report
        .head
        .iter()
        .map(|(label, text)| [printable.line(label), printable.line(text)])
        .collect();
    let kept_by = head.first().map(|[_, text]| text.clone()).unwrap_or_default();
    let as_at = head.get(1).map(|[label, text]| format!("{label} {text}")).unwrap_or_default();
    let title = printable.line(&report.title);
    let blocks = report.blocks.iter().map(|block| told_block(report, block, printable)).collect();
    Told {
        fonts: fonts::families(),
        lang: report.language.tag(),
        day: [asked.known_on.year(), asked.known_on.month().into(), asked.known_on.day().into()],
        level: printable.line(&report.marks.level),
        exercise: report.marks.exercise.as_ref().map(|mark| printable.line(mark)),
        running: format!("{kept_by} \u{b7} {title} \u{b7} {as_at}"),
        title,
        head,
        contents: report.labels.contents.clone(),
        page: report.labels.page.clone(),
        trace: report.labels.trace_says.clone(),
        blocks,
        unprintable: (!printable.0.is_empty()).then(|| report.labels.unprintable.clone()),
    }
}

fn told_block(report: &Report, block: &Block, printable: &mut Printable) -> ToldBlock {
    match block {
        Block::Heading(text) => ToldBlock::Heading {
            text: printable.line(text),
        },
        Block::Paragraph { number, runs } => ToldBlock::Paragraph {
            number: *number,
            runs: runs
                .iter()
                .map(|run| match run {
                    Run::Text(text) => (false, printable.line(text)),
                    Run::Figure(figure) => (false, printable.line(&report.printed(*figure))),
                    Run::Note(text) => (true, printable.line(text)),
                })
                .map(|(note, text)| ToldRun { note, text })
                .collect(),
        },
        Block::Table(table) => ToldBlock::Table {
            table: told_table(report, table, printable),
        },
        Block::Plot(plot) => ToldBlock::Plot {
            file: svg_of(&plot.table),
            alt: printable.line(&plot.description),
            table: told_table(report, &plot.table, printable),
        },
    }
}

fn told_table(report: &Report, table: &Table, printable: &mut Printable) -> ToldTable {
    let mut cell = |cell: &Cell| {
        let text = report.cell(cell);
        ToldCell {
            rtl: is_rtl(&text),
            text: printable.line(&text),
            lang: report.is_foreign(cell).then_some("en"),
        }
    };
    let rows = table.rows.iter().map(|row| row.iter().map(&mut cell).collect()).collect();
    let holding = |holds: Holds| match holds {
        Holds::Text => Holding::Text,
        Holds::Number => Holding::Number,
        Holds::Day => Holding::Day,
    };
    ToldTable {
        caption: printable.line(&table.caption),
        columns: table
            .columns
            .iter()
            .map(|column| (printable.line(&column.head), holding(column.holds)))
            .collect(),
        rows,
    }
}
