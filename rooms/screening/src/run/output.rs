//! Writes hits: CSV, JSON lines, or FollowTheMoney entities.

use super::follow_the_money;
use super::found::FoundHit;
use crate::screen::Screen;
use serde::Serialize;
use std::io::{self, Write};

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputForm {
    /// CSV in UTF-8 with the columns of [`COLUMNS`].
    Csv,
    /// A JSON object a line, its members named as the columns.
    JsonLines,
    /// A FollowTheMoney entity a line: watch list, rows, and the likenesses between them.
    FollowTheMoney,
}

/// Takes what a run found: who was looked for first, then the hits in their order. An error ends the run.
pub trait HitTaker {
    /// Before the first hit.
    ///
    /// # Errors
    /// It does not go on.
    fn begin(&mut self, screen: &Screen) -> io::Result<()>;

    /// A hit.
    ///
    /// # Errors
    /// It does not go on.
    fn hit(&mut self, screen: &Screen, hit: &FoundHit) -> io::Result<()>;

    /// After the last hit.
    ///
    /// # Errors
    /// What was taken cannot be kept.
    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes what it takes.
pub struct Written<'o, W> {
    pub form: OutputForm,
    pub out: &'o mut W,
}

impl<W: Write> HitTaker for Written<'_, W> {
    fn begin(&mut self, screen: &Screen) -> io::Result<()> {
        self.form.begin(screen, self.out)
    }

    fn hit(&mut self, screen: &Screen, hit: &FoundHit) -> io::Result<()> {
        self.form.hit(screen, hit, self.out)
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The columns of the output.
pub const COLUMNS: [&str; 7] = [
    "watch_id",
    "register_id",
    "row",
    "matched_name",
    "watch_name",
    "score",
    "explanation",
];

/// A hit as a JSON object.
#[derive(Serialize)]
struct Line<'a> {
    watch_id: &'a str,
    register_id: &'a str,
    row: u64,
    matched_name: &'a str,
    watch_name: &'a str,
    score: f32,
    explanation: &'a str,
}

impl OutputForm {
    /// Writes what stands before the first hit.
    ///
    /// # Errors
    /// As `out`.
    pub fn begin(self, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
        match self {
            OutputForm::Csv => writeln!(out, "{}", COLUMNS.join(",")),
            OutputForm::JsonLines => Ok(()),
            OutputForm::FollowTheMoney => follow_the_money::write_watch_list(screen, out),
        }
    }

    /// Writes a hit.
    ///
    /// # Errors
    /// As `out`.
    pub fn hit(self, screen: &Screen, hit: &FoundHit, out: &mut impl Write) -> io::Result<()> {
        let Some(watched) = screen.watch().get(hit.watched as usize) else {
            return Ok(());
        };
        let watch_name = watched.called(hit.watch_name);
        match self {
            OutputForm::Csv => {
                let (row, score) = (hit.row.to_string(), hit.score.to_string());
                write_row(
                    out,
                    [
                        &watched.id,
                        &hit.register_id,
                        &row,
                        &hit.matched_name,
                        watch_name,
                        &score,
                        &hit.explanation,
                    ],
                )
            }
            OutputForm::JsonLines => {
                let line = Line {
                    watch_id: &watched.id,
                    register_id: &hit.register_id,
                    row: hit.row,
                    matched_name: &hit.matched_name,
                    watch_name,
                    score: hit.score,
                    explanation: &hit.explanation,
                };
                serde_json::to_writer(&mut *out, &line)?;
                out.write_all(b"\n")
            }
            OutputForm::FollowTheMoney => follow_the_money::write_hit(watched, hit, out),
        }
    }
}

/// Writes a row of CSV (RFC 4180, but lines end with a line feed alone, as programs that read streams expect).
///
/// # Errors
/// As `out`.
pub fn write_row<const N: usize>(out: &mut impl Write, cells: [&str; N]) -> io::Result<()> {
    for (column, cell) in cells.into_iter().enumerate() {
        out.write_all(if column > 0 { b"," } else { b"" })?;
        write_cell(out, cell)?;
    }
    out.write_all(b"\n")
}

/// Writes a cell. What a spreadsheet would take for a formula gets an apostrophe before it: a register is written by others,
/// and its rows must not act in an officer's spreadsheet. A number is none, so that ids such as `-5` stay as they are.
fn write_cell(out: &mut impl Write, cell: &str) -> io::Result<()> {
    let guard = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let quote = cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ');
    if !quote {
        out.write_all(if guard { b"'" } else { b"" })?;
        return out.write_all(cell.as_bytes());
    }
    out.write_all(if guard { b"\"'" } else { b"\"" })?;
    out.write_all(cell.replace('"', "\"\"").as_bytes())?;
    out.write_all(b"\"")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_row_of_a_register_is_no_formula_in_a_spreadsheet_and_reads_back_as_it_was() {
        let mut out = Vec::new();
        write_row(&mut out, ["=1+1", "-5", "@x", "a,b", "c\"d", "+33 1", " e", "f\ng"]).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "'=1+1,-5,'@x,\"a,b\",\"c\"\"d\",'+33 1,\" e\",\"f\ng\"\n"
        );
    }
}
