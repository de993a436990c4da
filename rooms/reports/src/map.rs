//! The world map of State ties, as SVG for a page whose stylesheet holds the classes under `.map`. Each
//! State is a link for the mouse; keyboard and screen reader have the lists that stand behind the map.

use crate::svg::escaped;
use crate::world::{Shape, WORLD, World};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The radius of a dot, in units of the drawing; `scripts/geometry` keeps dots so far from one another.
const DOT: u8 = 3;

/// What the map shows.
#[derive(Clone, Copy, Debug)]
pub struct WorldMap<'a> {
    /// Begins the ids of the map within the page.
    pub id: &'a str,
    /// What the map shows, in a sentence, for those who do not see it.
    pub title: &'a str,
    /// The States of the day. A State that is not among them is drawn as other land, without link: on a
    /// day before it existed. A code that the map does not know, as of an exercise, is left out.
    pub states: &'a [MapState<'a>],
}

/// A State on the map.
#[derive(Clone, Copy, Debug)]
pub struct MapState<'a> {
    /// ISO 3166-1 alpha-3.
    pub code: &'a str,
    /// How it is bound.
    pub tie: Tie,
    /// Where its profile is.
    pub href: &'a str,
    /// Its name and its tie, in words.
    pub title: &'a str,
}

/// How a State is bound to the Court on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// Party to the Statute and to the Agreement on Privileges and Immunities.
    Both,
    /// Party to the Statute alone.
    StatuteOnly,
    /// Not a party to the Statute, but signed it or was a party before.
    Signed,
    /// Neither party nor signatory.
    None,
    /// Its position is not known.
    Unknown,
}

impl Tie {
    const ALL: [Tie; 5] = [Tie::None, Tie::Signed, Tie::StatuteOnly, Tie::Both, Tie::Unknown];

    /// The class under which the stylesheet has its colour.
    fn class(self) -> &'static str {
        match self {
            Tie::Both => "m3",
            Tie::StatuteOnly => "m2",
            Tie::Signed => "m1",
            Tie::None => "m0",
            Tie::Unknown => "mu",
        }
    }
}

/// Draws the map: a `figure`'s `svg`, deterministic, without line breaks.
pub fn world_map(map: &WorldMap) -> String {
    let mut svg = String::with_capacity(64_000);
    // Writing to a String does not fail.
    let _ = write_map(&mut svg, map, &WORLD);
    svg
}

fn write_map(svg: &mut String, map: &WorldMap, world: &World) -> std::fmt::Result {
    let id = escaped(map.id);
    write!(
        svg,
        "<svg class=\"map\" role=\"presentation\" viewBox=\"0 0 {} {}\"><path class=\"other\" role=\"img\" aria-label=\"{}\" d=\"{}",
        world.width,
        world.height,
        escaped(map.title),
        world.other
    )?;
    let shown: BTreeSet<&str> = map.states.iter().map(|state| state.code).collect();
    for (code, shape) in &world.states {
        if let (Shape::Area(path), false) = (shape, shown.contains(code)) {
            svg.push_str(path);
        }
    }
    svg.push_str("\"/>");
    // Colour is not the only sign: a position that is not known is hatched.
    if map.states.iter().any(|state| state.tie == Tie::Unknown) {
        write!(
            svg,
            "<pattern id=\"{id}-unknown\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M1 0v3\"/></pattern>"
        )?;
    }
    // The description stands on the land and the links are hidden from screen readers: what is a picture
    // to them may hold nothing that can be operated.
    svg.push_str("<g aria-hidden=\"true\">");
    // Dots come after all land, so that none lies hidden under it.
    for dots in [false, true] {
        for tie in Tie::ALL {
            let mut group = String::new();
            for state in map.states.iter().filter(|state| state.tie == tie) {
                let Some(shape) = world.states.get(state.code) else { continue };
                if matches!(shape, Shape::Dot(..)) == dots {
                    write_state(&mut group, state, shape)?;
                }
            }
            if !group.is_empty() {
                let fill = match tie {
                    Tie::Unknown => format!(" fill=\"url(#{id}-unknown)\""),
                    _ => String::new(),
                };
                write!(svg, "<g class=\"{}\"{fill}>{group}</g>", tie.class())?;
            }
        }
    }
    svg.push_str("</g></svg>");
    Ok(())
}

fn write_state(svg: &mut String, state: &MapState, shape: &Shape) -> std::fmt::Result {
    let (href, title) = (escaped(state.href), escaped(state.title));
    write!(svg, "<a href=\"{href}\" tabindex=\"-1\"><title>{title}</title>")?;
    match shape {
        Shape::Area(path) => write!(svg, "<path d=\"{path}\"/>")?,
        Shape::Dot(x, y) => write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{DOT}\"/>")?,
    }
    svg.push_str("</a>");
    Ok(())
}
