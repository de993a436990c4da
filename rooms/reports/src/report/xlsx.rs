//! A report as a workbook (ISO/IEC 29500): what it says, a sheet a table with typed cells and frozen heads, and a sheet of
//! sources. Rows are written as they come, however many a sheet has.
//!
//! The last sheet is the trace: in its first row the mark and of which report it is (JSON), then heads, then a row for each
//! figure and entry: number, question, answer, entry.

use super::trace::Trace;
use super::{Block, Cell, Column, Holds, Report, Run, Table};
use crate::ArchiveError;
use crate::docx::xml::{HEAD, escaped};
use crate::zip::Zip;
use jiff::civil::{Date, date};
use register::figures::Value;
use std::io::{Cursor, Result, Seek, Write};

/// What the sheet of sources begins with.
pub(super) const MARK: &str = "comity-report-trace 1";
/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;
/// The most rows of a sheet.
const MOST_ROWS: usize = 1_048_576;
/// The day that spreadsheets count as 0.
const DAY_0: Date = date(1899, 12, 30);
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The styles of cells, by their numbers in [`styles`].
#[derive(Clone, Copy)]
enum Style {
    Plain = 0,
    Head = 1,
    Number = 2,
    Day = 3,
    Wrapped = 4,
    Title = 5,
}

/// The workbook. The same report gives the same bytes.
///
/// # Errors
/// It would be larger than a ZIP can be.
pub fn xlsx(report: &Report) -> std::result::Result<Vec<u8>, ArchiveError> {
    write_xlsx(report, Cursor::default()).map(Cursor::into_inner)
}

/// Writes the workbook into something empty, row by row: whatever the length of its tables, nothing of them is held.
///
/// # Errors
/// It would be larger than a ZIP can be, or cannot be written there.
pub fn write_xlsx<W: Write + Seek>(report: &Report, out: W) -> std::result::Result<W, ArchiveError> {
    let tables: Vec<&Table> = report.tables().collect();
    // The name of a sheet takes no more.
    let sources: String = report.labels.trace.chars().take(LONGEST_NAME).collect();
    let mut names = vec![report.kind.word().to_owned()];
    names.extend((1..).zip(&tables).map(|(number, table)| name(number, &table.caption)));
    names.push(sources.trim_end().to_owned());
    let mut zip = Zip::into(out);
    zip.put("[Content_Types].xml", types(names.len()).as_bytes())?;
    zip.put("_rels/.rels", of_file().as_bytes())?;
    zip.put("docProps/core.xml", core(report).as_bytes())?;
    zip.put("xl/workbook.xml", workbook(&names).as_bytes())?;
    zip.put("xl/_rels/workbook.xml.rels", of_workbook(names.len()).as_bytes())?;
    zip.put("xl/styles.xml", styles().as_bytes())?;
    zip.put_as_it_comes(&sheet(1), |member| about(member, report))?;
    for (number, table) in (2..).zip(&tables) {
        zip.put_as_it_comes(&sheet(number), |member| write_table(member, report, table))?;
    }
    zip.put_as_it_comes(&sheet(names.len()), |member| write_sources(member, report))?;
    zip.end()
}

fn sheet(number: usize) -> String {
    format!("xl/worksheets/sheet{number}.xml")
}

/// The name of a sheet: its number and as much of its caption as a name may have.
fn name(number: usize, caption: &str) -> String {
    let plain = caption.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c });
    let name: String = format!("{number} {}", plain.collect::<String>())
        .chars()
        .take(LONGEST_NAME)
        .collect();
    name.trim_end().to_owned()
}

fn types(sheets: usize) -> String {
    const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut out = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{SPREADSHEET}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{SPREADSHEET}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for number in 1..=sheets {
        out.push_str(&format!(
            "<Override PartName=\"/{}\" ContentType=\"{SPREADSHEET}.worksheet+xml\"/>",
            sheet(number)
        ));
    }
    out.push_str("</Types>");
    out
}

fn of_file() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn of_workbook(sheets: usize) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=sheets {
        out.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
    }
    out.push_str(&format!(
        "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>",
        sheets + 1
    ));
    out
}

/// Title and language. No author and no date: the same gives the same workbook.
fn core(report: &Report) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&report.title),
        report.language.tag()
    )
}

/// The sheets, and that the heads of tables stand on each page in print.
fn workbook(names: &[String]) -> String {
    let mut out = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews><sheets>");
    for (number, name) in (1..).zip(names) {
        out.push_str(&format!(
            "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>",
            escaped(name)
        ));
    }
    out.push_str("</sheets><definedNames>");
    let tables = names.len().saturating_sub(1);
    for (place, name) in names.iter().enumerate().take(tables).skip(1) {
        out.push_str(&format!(
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{place}\">'{}'!$1:$1</definedName>",
            escaped(name)
        ));
    }
    out.push_str("</definedNames></workbook>");
    out
}

fn styles() -> String {
    let xf = |number: u32, font: u32, more: &str| {
        format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\">{more}</xf>"
        )
    };
    let wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    let cells = [
        xf(0, 0, ""),
        xf(0, 1, wrapped),
        xf(3, 0, ""),
        xf(164, 0, "<alignment horizontal=\"left\"/>"),
        xf(0, 0, wrapped),
        xf(0, 2, ""),
    ];
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
         <fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Arial\"/></font><font><b/><sz val=\"11\"/><name val=\"Arial\"/></font>\
         <font><b/><sz val=\"16\"/><name val=\"Arial\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"{}\">{}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        cells.len(),
        cells.concat()
    )
}

/// A sheet in the making.
struct Sheet<'m> {
    out: &'m mut dyn Write,
    row: usize,
    column: usize,
    line: String,
}

impl<'m> Sheet<'m> {
    /// Begins a sheet with columns of these widths, in characters; the first row is frozen, and so many columns.
    fn begin(out: &'m mut dyn Write, widths: &[usize], frozen_rows: usize, frozen_columns: usize) -> Result<Sheet<'m>> {
        let mut line = format!("{HEAD}<worksheet xmlns=\"{MAIN}\">");
        if frozen_rows > 0 {
            let (corner, pane) = (
                cell_name(frozen_rows + 1, frozen_columns),
                if frozen_columns > 0 { "bottomRight" } else { "bottomLeft" },
            );
            let columns = if frozen_columns > 0 {
                format!(" xSplit=\"{frozen_columns}\"")
            } else {
                String::new()
            };
            line.push_str(&format!(
                "<sheetViews><sheetView workbookViewId=\"0\"><pane{columns} ySplit=\"{frozen_rows}\" topLeftCell=\"{corner}\" activePane=\"{pane}\" state=\"frozen\"/>\
                 </sheetView></sheetViews>"
            ));
        }
        line.push_str("<cols>");
        for (number, width) in (1..).zip(widths) {
            line.push_str(&format!(
                "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
            ));
        }
        line.push_str("</cols><sheetData>");
        out.write_all(line.as_bytes())?;
        Ok(Sheet {
            out,
            row: 0,
            column: 0,
            line: String::new(),
        })
    }

    /// Whether another row has a place.
    fn has_room(&self) -> bool {
        self.row < MOST_ROWS
    }

    fn begin_row(&mut self) {
        self.row += 1;
        self.column = 0;
        self.line.clear();
        self.line.push_str(&format!("<row r=\"{}\">", self.row));
    }

    fn text(&mut self, style: Style, text: &str) {
        let cell = cell_name(self.row, self.column);
        self.line.push_str(&format!(
            "<c r=\"{cell}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            style as u8,
            escaped(text)
        ));
        self.column += 1;
    }

    fn number(&mut self, style: Style, number: i64) {
        let cell = cell_name(self.row, self.column);
        self.line
            .push_str(&format!("<c r=\"{cell}\" s=\"{}\"><v>{number}</v></c>", style as u8));
        self.column += 1;
    }

    fn day(&mut self, day: Date) {
        let days = DAY_0.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days());
        self.number(Style::Day, days.into());
    }

    fn skip(&mut self) {
        self.column += 1;
    }

    fn end_row(&mut self) -> Result<()> {
        self.line.push_str("</row>");
        self.out.write_all(self.line.as_bytes())
    }

    fn end(self) -> Result<()> {
        self.out.write_all(b"</sheetData></worksheet>")
    }
}

/// The name of a cell: `B12`; columns are counted from 0.
fn cell_name(row: usize, mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => break,
        }
    }
    format!("{}{row}", letters.into_iter().rev().collect::<String>())
}

/// What the report says in words.
fn about(member: &mut dyn Write, report: &Report) -> Result<()> {
    let mut sheet = Sheet::begin(member, &[28, 100], 0, 0)?;
    sheet.begin_row();
    sheet.text(Style::Title, &report.title);
    sheet.end_row()?;
    if let Some(mark) = &report.marks.exercise {
        sheet.begin_row();
        sheet.text(Style::Head, mark);
        sheet.end_row()?;
    }
    for (label, text) in &report.head {
        sheet.begin_row();
        sheet.text(Style::Head, label);
        sheet.text(Style::Wrapped, text);
        sheet.end_row()?;
    }
    for block in &report.blocks {
        match block {
            Block::Heading(text) => {
                sheet.begin_row();
                sheet.text(Style::Head, text);
                sheet.end_row()?;
            }
            Block::Paragraph { number, runs } => {
                let text: String = runs
                    .iter()
                    .map(|run| match run {
                        Run::Text(text) => text.clone(),
                        Run::Figure(figure) => report.printed(*figure),
                        Run::Note(_) => String::new(),
                    })
                    .collect();
                sheet.begin_row();
                sheet.number(Style::Plain, i64::from(*number));
                sheet.text(Style::Wrapped, &text);
                sheet.end_row()?;
            }
            Block::Table(_) | Block::Plot(_) => {}
        }
    }
    sheet.end()
}

fn write_table(member: &mut dyn Write, report: &Report, table: &Table) -> Result<()> {
    let width = |(place, column): (usize, &Column)| match (place, column.holds) {
        (0, _) => 36,
        (_, Holds::Text) => 28,
        (_, Holds::Day | Holds::Number) => 16,
    };
    let widths: Vec<usize> = table.columns.iter().enumerate().map(width).collect();
    let mut sheet = Sheet::begin(member, &widths, 1, 1)?;
    sheet.begin_row();
    for column in &table.columns {
        sheet.text(Style::Head, &column.head);
    }
    sheet.end_row()?;
    for cells in &table.rows {
        if !sheet.has_room() {
            break;
        }
        sheet.begin_row();
        for cell in cells {
            match cell {
                Cell::Text(text) | Cell::English(text) => sheet.text(Style::Plain, text),
                Cell::Day(day) => sheet.day(*day),
                Cell::Figure(figure) => match report.figures.get(*figure).map(|figure| &figure.value) {
                    Some(Value::Number(number)) => sheet.number(Style::Number, *number),
                    Some(Value::Day(day)) => sheet.day(*day),
                    Some(Value::Text(_)) => sheet.text(Style::Plain, &report.printed(*figure)),
                    None => sheet.skip(),
                },
                Cell::Empty => sheet.skip(),
            }
        }
        sheet.end_row()?;
    }
    sheet.end()
}

fn write_sources(member: &mut dyn Write, report: &Report) -> Result<()> {
    let trace = Trace::of(report);
    let mut sheet = Sheet::begin(member, &[24, 48, 16, 36], 2, 0)?;
    sheet.begin_row();
    sheet.text(Style::Plain, MARK);
    // Strings and days have no value that JSON lacks.
    sheet.text(Style::Plain, &serde_json::to_string(&trace.report).unwrap_or_default());
    sheet.end_row()?;
    sheet.begin_row();
    for head in &report.labels.trace_columns {
        sheet.text(Style::Head, head);
    }
    sheet.end_row()?;
    for (number, figure) in (1..).zip(&trace.figures) {
        let none = String::new();
        let entries: Vec<&String> = if figure.entries.is_empty() {
            vec![&none]
        } else {
            figure.entries.iter().collect()
        };
        for entry in entries {
            if !sheet.has_room() {
                return sheet.end();
            }
            sheet.begin_row();
            sheet.number(Style::Plain, number);
            sheet.text(Style::Plain, &figure.query);
            sheet.text(Style::Plain, &figure.value);
            sheet.text(Style::Plain, entry);
            sheet.end_row()?;
        }
    }
    sheet.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let named = |column| cell_name(7, column);
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(named),
            ["A7", "Z7", "AA7", "AZ7", "BA7", "ZZ7", "AAA7"]
        );
    }
}
