//! The geometry of the world map: `data/map/world.csv`, which `scripts/map` prepares.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The world as it is drawn, read once.
pub(crate) static WORLD: LazyLock<World<'static>> = LazyLock::new(|| World::read(include_str!("../../../data/map/world.csv")));

/// Paths are in the notation of SVG.
pub(crate) struct World<'a> {
    /// Width and height of the drawing.
    pub width: &'a str,
    /// See `width`.
    pub height: &'a str,
    /// Land that belongs to no State of the register's list.
    pub other: &'a str,
    /// Each State by its ISO 3166-1 alpha-3 code.
    pub states: BTreeMap<&'a str, Shape<'a>>,
}

/// How a State is drawn.
pub(crate) enum Shape<'a> {
    /// By its outline.
    Area(&'a str),
    /// By a dot, being too small to draw: its centre.
    Dot(&'a str, &'a str),
}

impl<'a> World<'a> {
    /// Reads lines `area,x,y,path` after a heading.
    fn read(text: &'a str) -> World<'a> {
        let mut world = World {
            width: "0",
            height: "0",
            other: "",
            states: BTreeMap::new(),
        };
        for line in text.lines().skip(1) {
            let mut fields = line.split(',');
            let mut next = || fields.next().unwrap_or_default();
            match [next(), next(), next(), next()] {
                ["world", x, y, _] => (world.width, world.height) = (x, y),
                ["other", _, _, path] => world.other = path,
                [code, x, y, ""] => drop(world.states.insert(code, Shape::Dot(x, y))),
                [code, _, _, path] => drop(world.states.insert(code, Shape::Area(path))),
            }
        }
        world
    }
}
