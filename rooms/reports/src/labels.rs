//! Finds a free place for each label, so that no words lie on a line or on other words.

use crate::scale::{LOWER, Scale, Series, UPPER};

/// Width of a letter and height of a line of text, in percent of a chart of the least width at which
/// labels are shown (the stylesheet hides them below that).
const LETTER: f64 = 0.95;
const LINE: f64 = 5.0;

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    End,
}

/// Where a text stands: its anchor and base line, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub x: f64,
    pub y: f64,
    pub anchor: Anchor,
}

/// A rectangle, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    right: f64,
    upper: f64,
    lower: f64,
}

impl Area {
    fn of(place: Place, text: &str) -> Area {
        #[expect(clippy::cast_precision_loss, reason = "a label has a few dozen letters")]
        let width = text.chars().count() as f64 * LETTER;
        let (left, right) = match place.anchor {
            Anchor::Start => (place.x, place.x + width),
            Anchor::End => (place.x - width, place.x),
        };
        Area {
            left,
            right,
            upper: place.y - LINE * 0.8,
            lower: place.y + LINE * 0.2,
        }
    }

    fn meets(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.upper < other.lower && other.upper < self.lower
    }
}

/// The plot with what stands in it already.
pub(crate) struct Room {
    taken: Vec<Area>,
}

impl Room {
    /// The room that lines leave.
    pub fn between(scale: &Scale, lines: &[Series]) -> Room {
        let mut room = Room { taken: Vec::new() };
        for series in lines {
            let mut before = 0;
            for (i, (from, count)) in series.iter().enumerate() {
                let until = series.get(i + 1).map_or(scale.last, |(next, _)| *next);
                let (one, other) = (scale.y(before), scale.y(*count));
                room.take(scale.x(*from), scale.x(*from), one.min(other), one.max(other));
                room.take(scale.x(*from), scale.x(until), other, other);
                before = *count;
            }
        }
        room
    }

    /// Marks an area as taken, with some air around it.
    pub fn take(&mut self, left: f64, right: f64, upper: f64, lower: f64) {
        self.taken.push(Area {
            left: left - 0.6,
            right: right + 0.6,
            upper: upper - 0.8,
            lower: lower + 0.8,
        });
    }

    /// Marks as taken where the figure of a line stands, at the left edge on the line.
    pub fn take_figure(&mut self, count: u64, y: f64) {
        let place = Place {
            x: 0.0,
            y: y - 1.0,
            anchor: Anchor::Start,
        };
        self.taken.push(Area::of(place, &count.to_string()));
    }

    /// Puts a text down in the first of these places that is free and inside the plot; none where
    /// there is none, since words on a line help nobody and the table behind the chart says all.
    pub fn put(&mut self, text: &str, places: impl IntoIterator<Item = Place>) -> Option<Place> {
        let free = |place: &Place| {
            let area = Area::of(*place, text);
            let inside = area.left >= 0.0 && area.right <= 100.0 && area.upper >= UPPER && area.lower <= LOWER;
            inside && !self.taken.iter().any(|taken| taken.meets(&area))
        };
        let place = places.into_iter().find(free)?;
        self.taken.push(Area::of(place, text));
        Some(place)
    }
}

/// Places beside a point: at `side` first, then on the other side; from near to far, first `up` or
/// down as told, then the other way.
pub(crate) fn beside(x: f64, y: f64, side: Anchor, up: bool) -> Vec<Place> {
    let sides = match side {
        Anchor::Start => [(x + 1.2, Anchor::Start), (x - 1.2, Anchor::End)],
        Anchor::End => [(x - 1.2, Anchor::End), (x + 1.2, Anchor::Start)],
    };
    let far = |n: u8| f64::from(n) * 1.5;
    let ways = [up, !up]
        .into_iter()
        .flat_map(move |up| (2..24u8).map(move |n| if up { y - far(n) } else { y + far(n) + LINE * 0.6 }));
    let ways: Vec<f64> = ways.collect();
    sides
        .into_iter()
        .flat_map(|(x, anchor)| ways.iter().map(move |y| Place { x, y: *y, anchor }))
        .collect()
}
