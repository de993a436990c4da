//! Tables for people: columns as wide as their widest cell, and what every view says first.

use register::view::model::Asked;
use std::io::Write;

/// Writes rows with a heading, two spaces between columns.
pub fn write<const N: usize>(out: &mut impl Write, rows: &[[String; N]]) -> std::io::Result<()> {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    for row in rows {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.chars().count())));
        writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}

/// The same with the heading apart.
pub fn headed<const N: usize>(out: &mut impl Write, heading: [&str; N], rows: Vec<[String; N]>) -> std::io::Result<()> {
    write(out, &std::iter::once(heading.map(str::to_owned)).chain(rows).collect::<Vec<_>>())
}

/// Says before all else that the record is an exercise, where it is one.
pub fn exercise(out: &mut impl Write, asked: &Asked, never_with: &str) -> std::io::Result<()> {
    if asked.exercise {
        writeln!(out, "EXERCISE: never to be counted with real {never_with}")?;
    }
    Ok(())
}

/// The reading in words: `as at 2013-10-02, as public then, known on 2026-11-25`.
pub fn reading(asked: &Asked) -> String {
    let reading = if asked.hindsight { "with hindsight" } else { "as public then" };
    format!("as at {}, {reading}, known on {}", asked.as_at, asked.known_on)
}
