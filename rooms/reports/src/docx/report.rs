//! A report as a document that is edited in Word: real styles, headings, tables whose heads repeat, footnotes, and charts that
//! hold their numbers. The trace lies in a part of its own (`customXml`), which no program shows.

use super::report_parts as parts;
use super::write::{bold, paragraph, run};
use super::xml::{HEAD, W, escaped};
use crate::ArchiveError;
use crate::report::trace::{NAMESPACE, Trace};
use crate::report::{Block, Cell, Column, Holds, Plot, Report, Run, Table};
use crate::zip::Zip;

/// Width of the text in twentieths of a point.
const WIDTH: usize = 9070;
/// Width of a column of numbers, and of one of days.
const NUMBER: usize = 1100;
const DAY: usize = 1700;
/// The first number of a footnote: programs keep those below for the lines that set notes apart.
const FIRST_NOTE: usize = 2;

/// The document. The same report gives the same bytes.
///
/// # Errors
/// It would be larger than a ZIP can be.
pub fn report(report: &Report) -> Result<Vec<u8>, ArchiveError> {
    let mut writer = Writer {
        report,
        out: String::new(),
        notes: Vec::new(),
        charts: Vec::new(),
    };
    writer.document();
    let Writer { out, notes, charts, .. } = writer;
    let mut zip = Zip::default();
    let mut put = |name: &str, text: &str| zip.put(name, text.as_bytes());
    put("[Content_Types].xml", &parts::types(charts.len()))?;
    put("_rels/.rels", &super::parts::of_file())?;
    put("docProps/core.xml", &parts::core(report))?;
    put("word/document.xml", &out)?;
    put("word/_rels/document.xml.rels", &parts::of_document(charts.len()))?;
    put("word/styles.xml", &parts::styles(report.language))?;
    put("word/settings.xml", &parts::settings())?;
    put("word/footnotes.xml", &footnotes(&notes))?;
    put("word/header1.xml", &header(report))?;
    put("word/footer1.xml", &footer(report))?;
    for (number, chart) in (1..).zip(&charts) {
        put(&format!("word/charts/chart{number}.xml"), chart)?;
    }
    put("customXml/item1.xml", &trace(report))?;
    put("customXml/itemProps1.xml", &parts::properties_of_trace())?;
    put("customXml/_rels/item1.xml.rels", &super::parts::of_mark())?;
    zip.done()
}

fn trace(report: &Report) -> String {
    format!("{HEAD}<trace xmlns=\"{NAMESPACE}\">{}</trace>", escaped(&Trace::of(report).text()))
}

fn marks(report: &Report, style: &str) -> String {
    let exercise = report.marks.exercise.iter().map(|mark| paragraph(style, &bold(mark)));
    std::iter::once(paragraph(style, &bold(&report.marks.level)))
        .chain(exercise)
        .collect()
}

fn header(report: &Report) -> String {
    let title = paragraph("Header", &run(&report.title, ""));
    format!("{HEAD}<w:hdr xmlns:w=\"{W}\">{}{title}</w:hdr>", marks(report, "Header"))
}

fn footer(report: &Report) -> String {
    let number = |field: &str| format!("<w:fldSimple w:instr=\" {field} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let [page, of] = &report.labels.page;
    let pages = format!("{}{}{}{}", run(page, ""), number("PAGE"), run(of, ""), number("NUMPAGES"));
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{W}\">{}{}</w:ftr>",
        paragraph("Footer", &pages),
        marks(report, "Footer")
    )
}

fn footnotes(notes: &[String]) -> String {
    let mut out = format!(
        "{HEAD}<w:footnotes xmlns:w=\"{W}\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (number, note) in (FIRST_NOTE..).zip(notes) {
        let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
        let text = paragraph("FootnoteText", &format!("{mark}{}", run(&format!(" {note}"), "")));
        out.push_str(&format!("<w:footnote w:id=\"{number}\">{text}</w:footnote>"));
    }
    out.push_str("</w:footnotes>");
    out
}

struct Writer<'r> {
    report: &'r Report,
    out: String,
    notes: Vec<String>,
    charts: Vec<String>,
}

impl Writer<'_> {
    fn document(&mut self) {
        let report = self.report;
        self.out = parts::document_begins();
        self.put(&paragraph("Title", &run(&report.title, "")));
        for (label, text) in &report.head {
            self.put(&paragraph(
                "Address",
                &format!("{}<w:r><w:tab/></w:r>{}", bold(label), run(text, "")),
            ));
        }
        self.contents();
        let mut section = 0;
        for block in &report.blocks {
            match block {
                Block::Heading(text) => {
                    section += 1;
                    let runs = run(text, "");
                    let marked = format!(
                        "<w:bookmarkStart w:id=\"{section}\" w:name=\"_section{section}\"/>{runs}<w:bookmarkEnd w:id=\"{section}\"/>"
                    );
                    self.put(&paragraph("Heading1", &marked));
                }
                Block::Paragraph { number, runs } => self.paragraph(*number, runs),
                Block::Table(table) => self.table(table),
                Block::Plot(plot) => {
                    self.chart(plot);
                    self.table(&plot.table);
                }
            }
        }
        self.put(parts::DOCUMENT_ENDS);
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// The table of contents: a field that Word brings up to date with numbers of pages, and until then the headings.
    fn contents(&mut self) {
        let labels = &self.report.labels;
        self.put(&paragraph("TOCHeading", &run(&labels.contents, "")));
        let headings = self
            .report
            .blocks
            .iter()
            .filter_map(|block| if let Block::Heading(text) = block { Some(text) } else { None });
        let headings: Vec<&String> = headings.collect();
        let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\h \\z \
                     </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        let last = headings.len();
        for (number, heading) in (1..).zip(headings) {
            let link = format!("<w:hyperlink w:anchor=\"_section{number}\">{}</w:hyperlink>", run(heading, ""));
            let (begin, end) = (if number == 1 { begin } else { "" }, if number == last { end } else { "" });
            self.put(&paragraph("TOC1", &format!("{begin}{link}{end}")));
        }
    }

    fn paragraph(&mut self, number: u32, runs: &[Run]) {
        let mut inner = format!("{}<w:r><w:tab/></w:r>", run(&format!("{number}."), ""));
        for piece in runs {
            match piece {
                Run::Text(text) => inner.push_str(&run(text, "")),
                Run::Figure(figure) => inner.push_str(&run(&self.report.printed(*figure), "")),
                Run::Note(note) => {
                    self.notes.push(note.clone());
                    let id = FIRST_NOTE + self.notes.len() - 1;
                    inner.push_str(&format!(
                        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>"
                    ));
                }
            }
        }
        self.put(&paragraph("Numbered", &inner));
    }

    fn table(&mut self, table: &Table) {
        self.put(&paragraph("Caption", &run(&table.caption, "")));
        let widths = widths(&table.columns);
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let heads = table.columns.iter().map(|column| (run(&column.head, ""), column.holds));
        let mut rows = row("<w:tblHeader/>", &widths, heads);
        for cells in &table.rows {
            let cells = cells
                .iter()
                .zip(&table.columns)
                .map(|(cell, column)| (self.cell(cell), column.holds));
            rows.push_str(&row("", &widths, cells));
        }
        self.out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:firstColumn=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
            escaped(&table.caption)
        ));
        // Between two tables stands a paragraph, or programs make one of them.
        self.put(&paragraph("Small", ""));
    }

    fn cell(&self, cell: &Cell) -> String {
        let language = if self.report.is_foreign(cell) {
            "<w:lang w:val=\"en-GB\"/>"
        } else {
            ""
        };
        run(&self.report.cell(cell), language)
    }

    /// The plot as a chart of the table beside it, with its description.
    fn chart(&mut self, plot: &Plot) {
        let table = &plot.table;
        let points: Vec<(String, i64)> = table
            .rows
            .iter()
            .map(|row| {
                let name = row.first().map(|cell| self.report.cell(cell)).unwrap_or_default();
                (name, row.last().map_or(0, |cell| self.number(cell)))
            })
            .collect();
        let is_over_time = table.columns.first().is_some_and(|column| column.holds == Holds::Day);
        let head = table.columns.last().map(|column| column.head.as_str()).unwrap_or_default();
        self.charts.push(parts::chart(head, &points, is_over_time));
        let number = self.charts.len();
        let drawing = parts::drawing(number, points.len(), is_over_time, &table.caption, &plot.description);
        self.put(&paragraph("Chart", &drawing));
    }

    fn number(&self, cell: &Cell) -> i64 {
        let Cell::Figure(figure) = cell else { return 0 };
        match self.report.figures.get(*figure).map(|figure| &figure.value) {
            Some(register::figures::Value::Number(number)) => *number,
            _ => 0,
        }
    }
}

/// Columns of numbers and days have the width that they need; words share the rest.
fn widths(columns: &[Column]) -> Vec<usize> {
    let fixed = |holds: Holds| match holds {
        Holds::Text => None,
        Holds::Number => Some(NUMBER),
        Holds::Day => Some(DAY),
    };
    let taken: usize = columns.iter().filter_map(|column| fixed(column.holds)).sum();
    let words = columns.iter().filter(|column| column.holds == Holds::Text).count().max(1);
    let share = WIDTH.saturating_sub(taken) / words;
    columns.iter().map(|column| fixed(column.holds).unwrap_or(share)).collect()
}

fn row(head: &str, widths: &[usize], cells: impl Iterator<Item = (String, Holds)>) -> String {
    let cells = widths.iter().zip(cells).map(|(width, (runs, holds))| {
        let style = if holds == Holds::Number { "Number" } else { "Small" };
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            paragraph(style, &runs)
        )
    });
    format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{}</w:tr>", cells.collect::<String>())
}
