//! The plots of reports: SVG that stands by itself, the same on a page, in print and in a document. Black and greys alone, so
//! that they are read in grey, on paper and by everybody; the counts stand beside the lines and bars.

use crate::chart::named_steps;
use crate::scale::{Scale, count_on};
use crate::svg::{decimal, escaped};
use jiff::civil::{Date, date};
use std::fmt::Write;

/// Width of a drawing and height of one over time, in its units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 240.0;
/// Room beside the lines, for figures on the left and the last count on the right.
const LEFT: f64 = 36.0;
const RIGHT: f64 = 40.0;
/// Height of a bar with its name over it and its space, of the name, and of the bar.
const ROW: f64 = 38.0;
const NAME: f64 = 16.0;
const BAR: f64 = 14.0;
/// How long the longest bar is.
const LONGEST: f64 = 560.0;

const INK: &str = "#16191d";
const SOFT: &str = "#565a60";
const RULE: &str = "#d3cfc4";
const DATA: &str = "#123d63";
const FONTS: &str = "Noto Serif, Noto Sans, Arial, sans-serif";

/// A count over time.
pub(super) struct Steps<'s> {
    /// From each day on, so many.
    pub series: &'s [(Date, u64)],
    /// Where the line ends.
    pub until: Date,
    /// The count of that day, as it is printed.
    pub last: &'s str,
}

/// Bars, from top to bottom: name, count, and the count as it is printed.
pub(super) struct Bars<'b> {
    pub bars: &'b [(String, i64, String)],
}

/// Draws steps.
pub(super) fn steps(plot: &Steps) -> String {
    let mut svg = String::with_capacity(4000);
    // Writing to a String does not fail.
    let _ = write_steps(&mut svg, plot);
    svg
}

/// Draws bars.
pub(super) fn bars(plot: &Bars) -> String {
    let mut svg = String::with_capacity(2000);
    let _ = write_bars(&mut svg, plot);
    svg
}

fn begin(svg: &mut String, height: f64) -> std::fmt::Result {
    write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"{FONTS}\" font-size=\"12\">"
    )
}

fn write_steps(svg: &mut String, plot: &Steps) -> std::fmt::Result {
    let known = plot.series.partition_point(|(day, _)| *day <= plot.until);
    let series = plot.series.get(..known).unwrap_or_default();
    let highest = series.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let scale = Scale::new(series.iter().map(|(day, _)| *day), plot.until, highest);
    let x = |day: Date| LEFT + scale.x(day) / 100.0 * (WIDTH - LEFT - RIGHT);
    let y = |count: u64| scale.y(count) / 100.0 * HEIGHT;
    begin(svg, HEIGHT)?;
    for count in scale.lines() {
        let at = decimal(y(count));
        write!(
            svg,
            "<path d=\"M{LEFT} {at}H{}\" stroke=\"{RULE}\"/><text x=\"{}\" y=\"{at}\" dy=\"4\" text-anchor=\"end\" fill=\"{SOFT}\">{count}</text>",
            decimal(WIDTH - RIGHT),
            decimal(LEFT - 6.0)
        )?;
    }
    let base = decimal(y(0));
    write!(svg, "<path d=\"M{LEFT} {base}H{}\" stroke=\"{INK}\"/>", decimal(WIDTH - RIGHT))?;
    let (first, last) = (scale.first.year(), scale.last.year());
    for year in first..=last {
        if year % 5 == 0 || last - first < 12 {
            write!(
                svg,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"{SOFT}\">{year}</text>",
                decimal(x(date(year, 7, 1))),
                decimal(HEIGHT - 8.0)
            )?;
        }
    }
    let mut path = format!("M{} {base}", decimal(x(scale.first)));
    for (day, count) in series {
        write!(path, "H{}V{}", decimal(x(*day)), decimal(y(*count)))?;
    }
    let end = count_on(series, plot.until);
    write!(path, "H{}", decimal(x(plot.until)))?;
    write!(svg, "<path d=\"{path}\" fill=\"none\" stroke=\"{DATA}\" stroke-width=\"2\"/>")?;
    for step in named_steps(series) {
        let count = count_on(series, step.day);
        write!(
            svg,
            "<text x=\"{}\" y=\"{}\" dx=\"-4\" dy=\"-5\" text-anchor=\"end\" fill=\"{INK}\">{count}</text>",
            decimal(x(step.day)),
            decimal(y(count))
        )?;
    }
    write!(
        svg,
        "<circle cx=\"{0}\" cy=\"{1}\" r=\"4\" fill=\"{DATA}\"/><text x=\"{0}\" y=\"{1}\" dx=\"8\" dy=\"4\" font-weight=\"bold\" fill=\"{INK}\">{2}</text></svg>",
        decimal(x(plot.until)),
        decimal(y(end)),
        escaped(plot.last)
    )
}

#[expect(clippy::cast_precision_loss, reason = "counts of persons, States and requests")]
fn write_bars(svg: &mut String, plot: &Bars) -> std::fmt::Result {
    begin(svg, ROW * plot.bars.len() as f64 + 8.0)?;
    let longest = plot.bars.iter().map(|(_, count, _)| *count).max().unwrap_or(0).max(1);
    for (place, (name, count, printed)) in plot.bars.iter().enumerate() {
        let top = ROW * place as f64 + 4.0;
        let wide = (*count).max(0) as f64 / longest as f64 * LONGEST;
        // Over its bar a name of any length has room.
        write!(
            svg,
            "<text x=\"0\" y=\"{}\" fill=\"{INK}\">{}</text>",
            decimal(top + NAME - 5.0),
            escaped(name)
        )?;
        write!(
            svg,
            "<rect x=\"0\" y=\"{}\" width=\"{}\" height=\"{BAR}\" fill=\"{DATA}\"/>",
            decimal(top + NAME),
            decimal(wide)
        )?;
        write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-weight=\"bold\" fill=\"{INK}\">{}</text>",
            decimal(wide + 6.0),
            decimal(top + NAME + BAR - 2.5),
            escaped(printed)
        )?;
    }
    svg.push_str("</svg>");
    Ok(())
}
