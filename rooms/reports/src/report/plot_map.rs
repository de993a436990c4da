//! The map of ties of a report: SVG that stands by itself, in greys that are told apart on paper and by everybody, with what each
//! grey means and how many States have it under the map.

use crate::svg::{decimal, escaped};
use crate::world::{Shape, WORLD, World};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Width of the drawing, in its units.
const WIDTH: f64 = 640.0;
/// The radius of a dot, in units of the world.
const DOT: u8 = 3;
/// Height of a line under the map, and of the field that shows its grey.
const LINE: f64 = 20.0;
const FIELD: f64 = 12.0;

const INK: &str = "#16191d";
const EDGE: &str = "#565a60";
const OTHER: &str = "#f3f1ea";
const FONTS: &str = "Noto Serif, Noto Sans, Arial, sans-serif";
/// What a tie is drawn with, by the word that the register has for it. What is not known is hatched: no grey says it.
const FILLS: [(&str, &str); 5] = [
    ("both", "#123d63"),
    ("statute", "#5f83a3"),
    ("signed", "#b9c8d5"),
    ("none", "#ffffff"),
    ("unknown", "url(#unknown)"),
];

/// What the map shows.
pub(super) struct Ties<'t> {
    /// The tie of each State by its code (alpha-3). A State that is not among them is drawn as other land; one that the map does not
    /// know, as of an exercise, is left out.
    pub states: &'t BTreeMap<&'t str, &'t str>,
    /// What stands under the map: the word of the register for a tie, what it means, and how many have it, as it is printed.
    pub legend: &'t [(String, String, String)],
}

/// Draws it.
pub(super) fn ties(map: &Ties) -> String {
    let mut svg = String::with_capacity(140_000);
    // Writing to a String does not fail.
    let _ = write_ties(&mut svg, map, &WORLD);
    svg
}

fn fill(tie: &str) -> &'static str {
    FILLS.iter().find(|(word, _)| *word == tie).map_or(OTHER, |(_, fill)| fill)
}

#[expect(clippy::cast_precision_loss, reason = "lines of a legend")]
fn write_ties(svg: &mut String, map: &Ties, world: &World) -> std::fmt::Result {
    let scale = WIDTH / world.width.parse::<f64>().unwrap_or(WIDTH);
    let deep = world.height.parse::<f64>().unwrap_or(0.0) * scale;
    let height = decimal(deep + LINE * map.legend.len() as f64 + 8.0);
    write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"{FONTS}\" font-size=\"12\">\
         <defs><pattern id=\"unknown\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 4L4 0\" stroke=\"{INK}\"/></pattern></defs>\
         <g transform=\"scale({scale})\" stroke=\"{EDGE}\" stroke-width=\"0.5\" stroke-linejoin=\"round\"><path fill=\"{OTHER}\" d=\"{}",
        world.other
    )?;
    for (code, shape) in &world.states {
        if let (Shape::Area(path), false) = (shape, map.states.contains_key(code)) {
            svg.push_str(path);
        }
    }
    svg.push_str("\"/>");
    // Dots come after all land, so that none lies hidden under it.
    for dots in [false, true] {
        for (word, fill) in FILLS {
            let of_tie = world.states.iter().filter(|(code, _)| map.states.get(*code) == Some(&word));
            let shapes: Vec<&Shape> = of_tie
                .map(|(_, shape)| shape)
                .filter(|shape| matches!(shape, Shape::Dot(..)) == dots)
                .collect();
            if shapes.is_empty() {
                continue;
            }
            write!(svg, "<g fill=\"{fill}\">")?;
            for shape in shapes {
                match shape {
                    Shape::Area(path) => write!(svg, "<path d=\"{path}\"/>")?,
                    Shape::Dot(x, y) => write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{DOT}\"/>")?,
                }
            }
            svg.push_str("</g>");
        }
    }
    svg.push_str("</g>");
    for (place, (tie, means, count)) in map.legend.iter().enumerate() {
        let top = deep + 8.0 + LINE * place as f64;
        write!(
            svg,
            "<rect x=\"0.5\" y=\"{}\" width=\"{FIELD}\" height=\"{FIELD}\" fill=\"{}\" stroke=\"{EDGE}\"/>\
             <text x=\"20\" y=\"{}\" fill=\"{INK}\"><tspan font-weight=\"bold\">{}</tspan> {}</text>",
            decimal(top),
            fill(tie),
            decimal(top + FIELD - 1.5),
            escaped(count),
            escaped(means)
        )?;
    }
    svg.push_str("</svg>");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_is_drawn_in_the_grey_of_its_tie_and_one_that_did_not_exist_as_other_land() {
        let states = BTreeMap::from([("FRA", "both"), ("USA", "signed"), ("MLT", "unknown"), ("XAA", "both")]);
        let legend = [("both".to_owned(), "bound <twice>".to_owned(), "1".to_owned())];
        let svg = ties(&Ties {
            states: &states,
            legend: &legend,
        });
        let outline = |code: &str| match WORLD.states.get(code) {
            Some(Shape::Area(path)) => (*path).to_owned(),
            Some(Shape::Dot(x, y)) => format!("cx=\"{x}\" cy=\"{y}\""),
            None => String::new(),
        };
        let group_of = |code: &str| {
            let before = svg.split(&outline(code)).next().unwrap_or_default();
            before
                .rsplit("fill=\"")
                .next()
                .and_then(|rest| rest.split('"').next())
                .map(str::to_owned)
        };
        for (code, fill) in [("FRA", "#123d63"), ("USA", "#b9c8d5"), ("MLT", "url(#unknown)"), ("ITA", OTHER)] {
            assert_eq!(group_of(code).as_deref(), Some(fill), "{code}");
        }
        assert!(svg.contains("bound &lt;twice&gt;") && !svg.contains("XAA"));
    }
}
