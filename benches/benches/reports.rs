//! What writing a report costs: a hundred pages with plots in each form, and a workbook of a million rows.
//!
//! `cargo bench -p benches --features documents --bench reports [-- ROWS]`, and what `benches/documents_beside.py` asks of it:
//! `-- --bench write FORM FILE`, the long report in one form and no more.

use benches::Outcome;
use jiff::civil::date;
use record::audience::Level;
use register::figures::{Figure, Query, Value, What};
use register::view::model::{Asked, NotPublic};
use reports::report::{Block, Cell, Column, Form, Holds, Kind, Labels, Language, Marks, Plot, Report, Run, Table, write_xlsx};
use std::fs::File;
use std::io::BufWriter;
use std::time::Instant;

/// Sections of the long report, and rows of the table in each.
const SECTIONS: usize = 62;
const ROWS: usize = 40;
/// Rows of the large table unless said otherwise: as many as a sheet takes.
const MANY: usize = 1_000_000;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some([form, file]) = arguments
        .iter()
        .position(|argument| argument == "write")
        .and_then(|at| arguments.get(at + 1..))
    {
        let form = Form::of_word(form).ok_or("no form of a report has this name")?;
        form.write(&long(), File::create(file)?)?;
        return Ok(());
    }
    let many = arguments.iter().filter_map(|argument| argument.parse().ok()).next().unwrap_or(MANY);
    let report = long();
    for form in Form::ALL {
        let begun = Instant::now();
        let bytes = form.of(&report)?;
        println!("{}, {} kB: {:.0} ms", form.word(), bytes.len() / 1000, millis(begun));
    }
    let pages = reports::pdf::report_pdf(&report)?.pages;
    println!("{pages} pages; {} MB at most so far", peak());
    for rows in [many / 10, many] {
        workbook(rows)?;
    }
    Ok(())
}

/// Writes a workbook into a file, and tells what memory the writing took beside that of the rows themselves.
fn workbook(rows: usize) -> Outcome<()> {
    let large = of_blocks(vec![Block::Table(table("large", rows))]);
    // What was the most before is forgotten; the kernel then counts from what there is now.
    std::fs::write("/proc/self/clear_refs", "5")?;
    let (before, begun) = (memory("VmRSS:"), Instant::now());
    let file = write_xlsx(&large, BufWriter::new(tempfile::tempfile()?))?;
    let length = file.into_inner()?.metadata()?.len();
    println!(
        "a workbook of {rows} rows, {} MB: {:.1} s; {before} MB with its rows, {} MB more at most while it was written",
        length / 1_000_000,
        millis(begun) / 1000.0,
        memory("VmHWM:").saturating_sub(before)
    );
    Ok(())
}

fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The most memory that the program had so far, in MB.
fn peak() -> u64 {
    memory("VmHWM:")
}

/// Memory of this program in MB, as Linux tells it; 0 elsewhere.
fn memory(which: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(which));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .unwrap_or(0)
        / 1000
}

fn table(id: &str, rows: usize) -> Table {
    let column = |head: &str, holds| Column {
        head: head.to_owned(),
        holds,
    };
    let row = |number: usize| {
        let day = date(2013, 10, 2);
        vec![
            Cell::Text(format!("Exercise State {number}")),
            Cell::English("Exercise situation".to_owned()),
            Cell::Day(day),
            Cell::Figure(0),
        ]
    };
    Table {
        id: id.to_owned(),
        caption: "Exercise table".to_owned(),
        columns: vec![
            column("State", Holds::Text),
            column("Situation", Holds::Text),
            column("Day", Holds::Day),
            column("Count", Holds::Number),
        ],
        rows: (0..rows).map(row).collect(),
    }
}

/// A drawing of some bars.
fn svg() -> String {
    let bars: String = (0..20)
        .map(|bar| format!("<rect x=\"{}\" y=\"10\" width=\"20\" height=\"{}\"/>", bar * 30, 10 + bar * 8))
        .collect();
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"200\" viewBox=\"0 0 640 200\">{bars}</svg>")
}

fn long() -> Report {
    let mut blocks = Vec::new();
    for section in 0..SECTIONS {
        blocks.push(Block::Heading(format!("Exercise section {section}")));
        for number in 0..4 {
            let words = "A sentence of an exercise, as long as those of reports are, with a figure in it. ".repeat(3);
            blocks.push(Block::Paragraph {
                number: u32::try_from(section * 4 + number).unwrap_or(0),
                runs: vec![
                    Run::Text(words),
                    Run::Figure(0),
                    Run::Note("An exercise note on what the figure rests on.".to_owned()),
                ],
            });
        }
        blocks.push(Block::Plot(Plot {
            svg: svg(),
            description: "An exercise plot".to_owned(),
            table: table(&format!("plot-{section}"), ROWS),
        }));
    }
    of_blocks(blocks)
}

fn of_blocks(blocks: Vec<Block>) -> Report {
    let text = str::to_owned;
    Report {
        kind: Kind::Cooperation,
        about: None,
        language: Language::En,
        asked: Asked {
            as_at: date(2013, 10, 2),
            known_on: date(2026, 11, 26),
            hindsight: false,
            exercise: true,
        },
        known_on: None,
        since: None,
        not_public: NotPublic::default(),
        marks: Marks {
            level: text("PUBLIC"),
            exercise: Some(text("EXERCISE")),
        },
        title: text("Exercise report"),
        head: vec![(text("Record of"), text("Exercise")), (text("As at"), text("2 October 2013"))],
        blocks,
        places: Vec::new(),
        text: Vec::new(),
        text_blocks: Vec::new(),
        figures: vec![Figure {
            query: Query::of(What::Named),
            value: Value::Number(1),
            entries: vec!["00".repeat(16)],
            level: Level::Public,
        }],
        labels: Labels {
            contents: text("Contents"),
            page: [text("Page "), text(" of ")],
            trace: text("Figures and what they rest on"),
            trace_says: text("Exercise"),
            trace_columns: ["No.", "Question", "Answer", "Entries"].map(text),
            notes: text("Notes"),
            empty: text("–"),
            unprintable: text("Exercise"),
        },
    }
}
