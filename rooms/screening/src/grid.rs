//! Each word of one name against each of another, and what the names can score at most while some pairs are not compared yet.

use crate::at_best::AtBest;
use crate::memo::Memo;
use crate::name::Word;
use crate::order::{larger, smaller};
use crate::role::Role;
use crate::score::{at_a_glance, credit_of_single, or_short_form, share_for};
use crate::sounds::{Alike, alike};
use crate::words::MOST;

/// How alike each word of a watched name is to each of a row's. A pair is open until its letters were compared.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    cells: Vec<Cell>,
    width: usize,
}

/// A word of one name against one of the other.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    pub alike: Alike,
    /// How much of the weight counts as matched.
    pub credit: f32,
    /// Not compared yet: until then it counts as if the words were the same and told as much as they can.
    is_open: bool,
}

impl Cell {
    const OPEN: Cell = Cell {
        alike: Alike {
            share: 1.0,
            worth: f32::MAX,
        },
        credit: 1.0,
        is_open: true,
    };

    fn of(ours: &Word, theirs: &Word, alike: Alike) -> Cell {
        let credit = if alike.share > 0.0 {
            credit_of_single(ours, theirs, alike.share)
        } else {
            0.0
        };
        Cell {
            alike,
            credit,
            is_open: false,
        }
    }

    fn matches(&self) -> bool {
        !self.is_open & (self.credit > 0.0)
    }
}

/// What is known of the words of one side: which may match, and how much at most.
#[derive(Clone, Copy)]
struct Side {
    /// How many may match, what they weigh, and what of it counts at most.
    may: usize,
    weight: f32,
    gain: f32,
    /// The least that one of them weighs, and the least that one counts for.
    lightest: f32,
    least_gain: f32,
    /// What the others weigh.
    left: f32,
    /// The most that tells for a person.
    tells: f32,
    /// Whether a name proper is among the others.
    names_left: bool,
}

impl Side {
    const EMPTY: Side = Side {
        may: 0,
        weight: 0.0,
        gain: 0.0,
        lightest: f32::MAX,
        least_gain: f32::MAX,
        left: 0.0,
        tells: 0.0,
        names_left: false,
    };

    /// Adds a word to those that may match, or to the others; without a decision on the way, which could not be foretold.
    fn add(&mut self, word: &Word, most: Most) {
        let may = most.credit > 0.0;
        let gain = word.weight * most.credit;
        self.left += if may { 0.0 } else { word.weight };
        self.names_left |= !may & (word.role == Role::Name);
        self.lightest = smaller(self.lightest, if may { word.weight } else { f32::MAX });
        self.least_gain = smaller(self.least_gain, if may { gain } else { f32::MAX });
        self.may += usize::from(may);
        self.weight += if may { word.weight } else { 0.0 };
        self.gain += gain;
        self.tells += most.tells;
    }

    /// What matches at most, what is not alike of it at least, and what is left over at least, if so many pairs match at most.
    fn at_best(&self, pairs: usize) -> (f32, f32, f32) {
        match self.may.saturating_sub(pairs) {
            0 => (self.gain, self.weight - self.gain, self.left),
            over => (
                self.gain - over as f32 * self.least_gain,
                0.0,
                self.left + over as f32 * self.lightest,
            ),
        }
    }
}

/// The most that a word counts for in any pair.
#[derive(Clone, Copy, Default)]
struct Most {
    credit: f32,
    tells: f32,
}

impl Most {
    fn or(&mut self, credit: f32, tells: f32) {
        self.credit = larger(self.credit, credit);
        self.tells = larger(self.tells, tells * credit);
    }
}

impl Grid {
    /// Sets each pair for which a quick look is enough, and leaves the others open.
    pub fn begin(&mut self, watch: &[Word], row: &[Word]) {
        self.width = row.len();
        self.cells.clear();
        for ours in watch {
            let cells = row
                .iter()
                .map(|theirs| at_a_glance(ours, theirs).map_or(Cell::OPEN, |alike| Cell::of(ours, theirs, alike)));
            self.cells.extend(cells);
        }
    }

    /// Sets each open pair that was compared when the word of the row was met first.
    pub fn recall(&mut self, watch: &[Word], row: &[Word], memo: &Memo) {
        for (ours, cells) in watch.iter().zip(self.cells.chunks_exact_mut(self.width.max(1))) {
            for (theirs, cell) in row.iter().zip(cells).filter(|(_, cell)| cell.is_open) {
                if let Some(alike) = memo.alike(ours, theirs) {
                    *cell = Cell::of(ours, theirs, or_short_form(ours, theirs, alike));
                }
            }
        }
    }

    /// How alike two words are, by their places, and how much of their weight counts; an open pair has nothing in common.
    pub fn cell(&self, ours: usize, theirs: usize) -> Cell {
        let cell = self.cells.get(ours * self.width + theirs).filter(|cell| !cell.is_open);
        cell.copied().unwrap_or_default()
    }

    /// Compares an open pair, of words that have no other first; if less of its weight counts than `credit_for` asks for, it may have
    /// nothing in common then. Returns whether there was one.
    pub fn compare_next(&mut self, watch: &[Word], row: &[Word], credit_for: impl Fn(f32) -> f32) -> bool {
        let mut matched = [false; MOST];
        for cells in self.cells.chunks_exact(self.width.max(1)) {
            for (cell, matched) in cells.iter().zip(&mut matched) {
                *matched |= cell.matches();
            }
        }
        let (mut next, mut fewest) = (None, u8::MAX);
        for (ours, cells) in self.cells.chunks_exact(self.width.max(1)).enumerate() {
            let ours_matched = cells.iter().fold(false, |any, cell| any | cell.matches());
            for (theirs, (cell, theirs_matched)) in cells.iter().zip(matched).enumerate() {
                let others = u8::from(ours_matched) + u8::from(theirs_matched);
                if cell.is_open & (others < fewest) {
                    (next, fewest) = (Some((ours, theirs)), others);
                }
            }
        }
        let Some((at, theirs_at)) = next else { return false };
        let (ours, theirs) = (&watch[at], &row[theirs_at]);
        let credit = credit_for((ours.weight + theirs.weight) / 2.0);
        let alike = alike(&ours.roman, &theirs.roman, share_for(ours, theirs, credit));
        let cell = Cell::of(ours, theirs, or_short_form(ours, theirs, alike));
        self.cells[at * self.width + theirs_at] = cell;
        true
    }

    /// What the names have in common at most, if each word matches one of the other name at most, and open pairs match in full.
    /// `None` where they share a number that tells whom or what it is about by itself.
    pub fn at_best(&self, watch: &[Word], row: &[Word]) -> Option<AtBest> {
        let (mut ours_side, mut theirs_side) = (Side::EMPTY, Side::EMPTY);
        let mut of_row = [Most::default(); MOST];
        for (ours, cells) in watch.iter().zip(self.cells.chunks_exact(self.width.max(1))) {
            let mut of_ours = Most::default();
            for ((theirs, cell), of_theirs) in row.iter().zip(cells).zip(&mut of_row) {
                let tells = larger(smaller(smaller(ours.rarity, theirs.rarity), cell.alike.worth), 0.0);
                of_ours.or(cell.credit, tells);
                of_theirs.or(cell.credit, tells);
            }
            if ours.is_identity() && cells.iter().any(Cell::matches) {
                return None;
            }
            ours_side.add(ours, of_ours);
        }
        for (theirs, of_theirs) in row.iter().zip(of_row) {
            theirs_side.add(theirs, of_theirs);
        }
        let pairs = ours_side.may.min(theirs_side.may);
        let (our_match, our_part, our_left) = ours_side.at_best(pairs);
        let (their_match, their_part, their_left) = theirs_side.at_best(pairs);
        Some(AtBest {
            matched: (our_match + their_match) / 2.0,
            partial: (our_part + their_part) / 2.0,
            left: (our_left, their_left),
            tells: smaller(ours_side.tells, theirs_side.tells),
            pairs,
            all_may_match: ours_side.may == theirs_side.may,
            names_left: (ours_side.names_left, theirs_side.names_left),
        })
    }
}
