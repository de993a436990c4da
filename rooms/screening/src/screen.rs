//! The watch list made ready, and the search of one row for it.

use crate::commonness::Commonness;
use crate::explanation::Explanation;
use crate::row::Row;
use crate::watched::Watched;

/// A watch list made ready for search. Shared between threads; each brings a [`Scratch`] of its own.
#[derive(Debug)]
pub struct Screen {
    watch: Vec<Watched>,
}

/// Memory that a search uses again from row to row; one a thread. What was searched before makes no difference.
#[derive(Debug, Default)]
pub struct Scratch {
    _lower: String,
}

impl Scratch {
    /// Empty.
    pub fn new() -> Scratch {
        Scratch::default()
    }
}

/// A row that may concern somebody of the watch list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Place in the watch list, from 0.
    pub watched: u32,
    /// Which of their names matched: 0 the name, from 1 the aliases.
    pub watch_name: u16,
    /// Which of the row's names matched, from 0.
    pub row_name: u16,
    /// 0 to 1; at least 0.7 is what a careful officer would call a likely match.
    pub score: f32,
}

impl Screen {
    /// Makes a watch list ready. An empty list, or names without a letter, are allowed and find nothing.
    pub fn new(watch: Vec<Watched>, _common: &Commonness) -> Screen {
        Screen { watch }
    }

    /// The watch list, in its order; [`Hit::watched`] counts in it.
    pub fn watch(&self) -> &[Watched] {
        &self.watch
    }

    /// Adds to `hits` whom the row may concern with a score of at least `min_score`: one hit a watched person, the
    /// best of their names, in the order of the watch list.
    pub fn find(&self, row: &Row, min_score: f32, _scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        for (place, watched) in (0u32..).zip(&self.watch) {
            for (row_name, name) in (0u16..).zip(row.names) {
                if 1.0 >= min_score && watched.name.eq_ignore_ascii_case(name) {
                    hits.push(Hit {
                        watched: place,
                        watch_name: 0,
                        row_name,
                        score: 1.0,
                    });
                    break;
                }
            }
        }
    }

    /// Why a hit is one: which words matched which and how, and what spoke for and against. Slower than
    /// [`find`](Screen::find); meant for the hits that are kept.
    pub fn explain(&self, _row: &Row, hit: &Hit) -> Explanation {
        Explanation { score: hit.score }
    }
}
