//! Bars by group: how many of how many, as SVG for a page whose stylesheet holds the classes under
//! `.bars`. The words come from the page, in its language; a table with the same figures stands behind.

use crate::svg::{decimal, escaped, percent};
use std::fmt::Write;

/// Heights in em: a row with its space, and within it the base line of the name, the upper edge and the
/// height of the bar, and the base line of the figure.
const ROW: f64 = 3.5;
const NAME: f64 = 1.0;
const UPPER: f64 = 1.45;
const HEIGHT: f64 = 1.0;
const FIGURE: f64 = 2.3;

/// The width of the longest bar in percent: beside it stands its figure.
const LONGEST: f64 = 76.0;

/// What the bars show.
#[derive(Clone, Copy, Debug)]
pub struct GroupBars<'a> {
    /// Id of the title within the page.
    pub id: &'a str,
    /// What the bars show, in a sentence, for those who do not see them.
    pub title: &'a str,
    /// The groups, from top to bottom.
    pub bars: &'a [Bar<'a>],
    /// Whether the page is written from right to left.
    pub right_to_left: bool,
}

/// A group.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many: the filled part.
    pub count: u64,
    /// Of how many: the outline, never shorter than the filled part.
    pub of: u64,
    /// Both in words: `33 of 54`.
    pub figure: &'a str,
}

/// Draws the bars, all on one scale: a `figure`'s `svg`, deterministic, without line breaks.
pub fn group_bars(groups: &GroupBars) -> String {
    let mut svg = String::with_capacity(400 * (groups.bars.len() + 1));
    // Writing to a String does not fail.
    let _ = write_bars(&mut svg, groups);
    svg
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred States in a handful of groups")]
fn write_bars(svg: &mut String, groups: &GroupBars) -> std::fmt::Result {
    let (id, title) = (escaped(groups.id), escaped(groups.title));
    let direction = if groups.right_to_left { "rtl" } else { "ltr" };
    write!(
        svg,
        "<svg class=\"bars\" width=\"100%\" height=\"{}em\" direction=\"{direction}\" role=\"img\" aria-labelledby=\"{id}\"><title id=\"{id}\">{title}</title>",
        ROW * groups.bars.len() as f64
    )?;
    let longest = groups.bars.iter().map(|bar| bar.count.max(bar.of)).max().unwrap_or(0).max(1);
    // Where lines begin, and from there on.
    let along = |share: f64| percent(if groups.right_to_left { 100.0 - share } else { share });
    let apart = if groups.right_to_left { -6 } else { 6 };
    for (row, bar) in groups.bars.iter().enumerate() {
        let em = |height: f64| format!("{}em", decimal(ROW * row as f64 + height));
        let width = |count: u64| count as f64 / longest as f64 * LONGEST;
        let whole = width(bar.of.max(bar.count));
        write!(svg, "<text x=\"{}\" y=\"{}\">{}</text>", along(0.0), em(NAME), escaped(bar.name))?;
        for (class, wide) in [("whole", whole), ("part", width(bar.count))] {
            let left = if groups.right_to_left { 100.0 - wide } else { 0.0 };
            write!(
                svg,
                "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{HEIGHT}em\"/>",
                percent(left),
                em(UPPER),
                percent(wide)
            )?;
        }
        let figure = escaped(bar.figure);
        write!(
            svg,
            "<text x=\"{}\" dx=\"{apart}\" y=\"{}\">{figure}</text>",
            along(whole),
            em(FIGURE)
        )?;
    }
    svg.push_str("</svg>");
    Ok(())
}
