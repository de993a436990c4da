//! The trace out of a file, whatever form of a report it is, and whichever program saved it again.

use super::{BEGINNING, EDITION, Of, Trace, Traced};
use crate::docx::ReadError;
use crate::docx::parse::parse;
use crate::docx::unzip::Parts;
use flate2::{Decompress, FlushDecompress, Status};
use roxmltree::Node;
use std::collections::BTreeMap;

/// The largest file that is read, in bytes.
const LARGEST_FILE: usize = 256 << 20;
/// The largest trace that is unpacked out of a PDF, in bytes.
const LARGEST: usize = 64 << 20;
/// The part of a DOCX that holds the trace.
pub(crate) const NAMESPACE: &str = "urn:comity:report-trace";
/// What the heads of the columns of a file of figures begin with.
const CSV: &str = "number,query,value,entries,";
/// Where the trace stands in a page.
pub(crate) const SCRIPT: &str = "<script type=\"application/json\" id=\"comity-trace\">";

/// Why no trace was found.
#[derive(Debug, thiserror::Error)]
pub enum NoTrace {
    /// It holds none.
    #[error(
        "the file holds no trace of a report: it is none of Comity's reports, or the program that saved it took the trace out; take the report along anew"
    )]
    None,
    /// It is larger than reports are.
    #[error("the file is larger than {} MiB, which no report is", LARGEST_FILE >> 20)]
    TooLarge,
    /// It cannot be read.
    #[error("the file cannot be read: {0}")]
    Unread(#[from] ReadError),
    /// The trace was changed, or is of a newer program.
    #[error("the trace in the file cannot be read: {0}; it was changed, or comes from a newer program")]
    Form(String),
}

/// Finds the trace in a file.
///
/// # Errors
/// There is none, or it cannot be read.
pub fn find(bytes: &[u8]) -> Result<Trace, NoTrace> {
    if bytes.len() > LARGEST_FILE {
        return Err(NoTrace::TooLarge);
    }
    if bytes.starts_with(b"%PDF-") {
        return of_text(&in_pdf(bytes).ok_or(NoTrace::None)?);
    }
    if bytes.starts_with(b"PK") {
        return in_parts(&Parts::of(bytes)?);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| NoTrace::None)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with(CSV) {
        return in_csv(text);
    }
    if text.starts_with('{') {
        return in_json(text);
    }
    let behind = text.split_once(SCRIPT).ok_or(NoTrace::None)?.1;
    of_text(behind.split_once("</script>").ok_or(NoTrace::None)?.0)
}

fn of_text(text: &str) -> Result<Trace, NoTrace> {
    checked(serde_json::from_str(text).map_err(form)?)
}

fn checked(trace: Trace) -> Result<Trace, NoTrace> {
    if trace.edition == EDITION {
        Ok(trace)
    } else {
        Err(NoTrace::Form(format!(
            "its form is {}, and this program knows {EDITION}",
            trace.edition
        )))
    }
}

fn form(error: impl std::fmt::Display) -> NoTrace {
    NoTrace::Form(error.to_string())
}

/// The report as JSON has it as a member.
fn in_json(text: &str) -> Result<Trace, NoTrace> {
    #[derive(serde::Deserialize)]
    struct Whole {
        trace: Trace,
    }
    if text.starts_with(BEGINNING) {
        return of_text(text);
    }
    checked(serde_json::from_str::<Whole>(text).map_err(|_| NoTrace::None)?.trace)
}

/// A stream of the PDF: the first that unpacks to what a trace begins with.
fn in_pdf(bytes: &[u8]) -> Option<String> {
    const STREAM: &[u8] = b"stream";
    let mut at = 0;
    while let Some(found) = bytes.get(at..)?.windows(STREAM.len()).position(|window| window == STREAM) {
        let begin = at + found + STREAM.len();
        let line = usize::from(bytes.get(begin..begin + 2) == Some(b"\r\n")) + 1;
        let stream = bytes.get(begin + line..)?;
        if stream.starts_with(BEGINNING.as_bytes()) {
            let end = stream.windows(9).position(|window| window == b"endstream")?;
            return std::str::from_utf8(stream.get(..end)?).ok().map(|text| text.trim_end().to_owned());
        }
        if begins(stream) {
            return unpacked(stream);
        }
        at = begin;
    }
    None
}

/// Whether a stream unpacks to what a trace begins with.
fn begins(stream: &[u8]) -> bool {
    let mut out = Vec::with_capacity(BEGINNING.len());
    let head = stream.get(..256).unwrap_or(stream);
    // The status says that there is more; an error, that it is no stream of this kind.
    let _ = Decompress::new(true).decompress_vec(head, &mut out, FlushDecompress::None);
    out.starts_with(BEGINNING.as_bytes())
}

fn unpacked(stream: &[u8]) -> Option<String> {
    let mut decompress = Decompress::new(true);
    let mut out = Vec::new();
    loop {
        if out.len() >= LARGEST {
            return None;
        }
        out.reserve(1 << 16);
        let read = usize::try_from(decompress.total_in()).ok()?;
        let before = out.len();
        match decompress
            .decompress_vec(stream.get(read..)?, &mut out, FlushDecompress::None)
            .ok()?
        {
            Status::StreamEnd => return String::from_utf8(out).ok(),
            // Nothing came of it: the stream is cut off.
            Status::Ok | Status::BufError if out.len() == before => return None,
            Status::Ok | Status::BufError => {}
        }
    }
}

/// A part of a DOCX, or the sheet of sources of an XLSX.
fn in_parts(parts: &Parts) -> Result<Trace, NoTrace> {
    let is_custom = |name: &&str| name.starts_with("customXml/item") && name.ends_with(".xml");
    for name in parts.names().filter(is_custom) {
        let Some(text) = parts.text(name)? else { continue };
        let Ok(document) = parse(&text) else { continue };
        let root = document.root_element();
        if root.has_tag_name((NAMESPACE, "trace")) {
            return of_text(root.text().unwrap_or_default());
        }
    }
    let shared = match parts.text("xl/sharedStrings.xml")? {
        Some(text) => shared_strings(&parse(&text)?.root_element()),
        None => Vec::new(),
    };
    let is_sheet = |name: &&str| name.starts_with("xl/worksheets/sheet");
    for name in parts.names().filter(is_sheet) {
        let Some(text) = parts.text(name)? else { continue };
        if let Some(trace) = in_sheet(&parse(&text)?.root_element(), &shared) {
            return trace;
        }
    }
    Err(NoTrace::None)
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

/// All text under an element, as a spreadsheet has it in one piece or several.
fn text_of(node: Node) -> String {
    node.descendants()
        .filter(|child| child.tag_name().name() == "t")
        .filter_map(|child| child.text())
        .collect()
}

fn shared_strings(root: &Node) -> Vec<String> {
    children(*root, "si").map(text_of).collect()
}

/// The trace of a sheet; none where it is not the one of sources. Its form stands in [`super::super::xlsx`].
fn in_sheet(root: &Node, shared: &[String]) -> Option<Result<Trace, NoTrace>> {
    let data = children(*root, "sheetData").next()?;
    let mut rows = children(data, "row").map(|row| {
        let cell = |cell: Node| {
            let column: String = cell
                .attribute("r")
                .unwrap_or_default()
                .chars()
                .take_while(char::is_ascii_alphabetic)
                .collect();
            let value = || {
                children(cell, "v")
                    .next()
                    .and_then(|value| value.text())
                    .unwrap_or_default()
                    .to_owned()
            };
            let text = match cell.attribute("t") {
                Some("s") => value()
                    .parse()
                    .ok()
                    .and_then(|at: usize| shared.get(at).cloned())
                    .unwrap_or_default(),
                Some("inlineStr") => text_of(cell),
                _ => value(),
            };
            (column, text)
        };
        children(row, "c").map(cell).collect::<BTreeMap<String, String>>()
    });
    let first = rows.next()?;
    let of = first
        .get("B")
        .filter(|_| first.get("A").is_some_and(|mark| mark == super::super::xlsx::MARK))?;
    let of: Of = match serde_json::from_str(of) {
        Ok(of) => of,
        Err(error) => return Some(Err(form(error))),
    };
    let mut figures: Vec<Traced> = Vec::new();
    let mut last = String::new();
    // The heads of the columns.
    rows.next();
    for row in rows {
        let text = |column: &str| row.get(column).cloned().unwrap_or_default();
        if figures.is_empty() || text("A") != last {
            last = text("A");
            figures.push(Traced {
                query: text("B"),
                value: text("C"),
                entries: Vec::new(),
            });
        }
        if let (Some(figure), false) = (figures.last_mut(), text("D").is_empty()) {
            figure.entries.push(text("D"));
        }
    }
    Some(Ok(Trace {
        edition: EDITION,
        report: of,
        figures,
    }))
}

/// The figures of a CSV; each line says of which report it is.
fn in_csv(text: &str) -> Result<Trace, NoTrace> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut of: Option<Of> = None;
    let mut figures = Vec::new();
    for line in reader.records() {
        let line = line.map_err(form)?;
        let cell = |at: usize| line.get(at).unwrap_or_default().to_owned();
        figures.push(Traced {
            query: cell(1),
            value: cell(2),
            entries: cell(3).split(';').filter(|entry| !entry.is_empty()).map(str::to_owned).collect(),
        });
        if of.is_none() {
            of = Some(serde_json::from_str(&cell(5)).map_err(form)?);
        }
    }
    Ok(Trace {
        edition: EDITION,
        report: of.ok_or(NoTrace::None)?,
        figures,
    })
}
