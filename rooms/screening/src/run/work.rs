//! What each thread does: it takes a block of rows and finds who of the watch list is in it.

use super::found::FoundHit;
use crate::screen::{Hit, Scratch, Screen};
use crate::table::{Block, Found, Layout, Refusal, Seen, TableHead, TableMemory, Why};
use crate::texts::Language;
use crate::watched::MOST_NAMES;

/// What is the same for all threads and blocks.
pub struct Line<'a> {
    /// The watch list made ready.
    pub screen: &'a Screen,
    /// How the register is written.
    pub head: &'a TableHead,
    /// Which columns hold what.
    pub layout: &'a Layout,
    /// From which score on a row is a hit.
    pub min_score: f32,
    /// The language of the explanations.
    pub language: Language,
}

/// One thread's memory, used again from block to block.
#[derive(Default)]
pub struct Worker {
    table: TableMemory,
    scratch: Scratch,
    hits: Vec<Hit>,
}

/// What was found in a block.
#[derive(Debug, Default)]
pub struct Worked {
    /// Its hits, in the order of its rows.
    pub hits: Vec<FoundHit>,
    /// The rows that could not be read.
    pub refused: Vec<Refusal>,
    /// How many rows were searched.
    pub rows: u64,
    /// How many of them have a hit.
    pub matched: u64,
}

impl Worker {
    /// Searches a block.
    pub fn work(&mut self, line: &Line, block: &Block) -> Worked {
        let Worker { table, scratch, hits } = self;
        let mut worked = Worked::default();
        block.each(line.head, line.layout, table, |seen| match seen {
            Seen::Refused(refusal) => worked.refused.push(refusal),
            Seen::Row(found) if found.of.names.len() > MOST_NAMES => worked.refused.push(Refusal {
                line: found.line,
                why: Why::TooManyNames,
            }),
            Seen::Row(found) => {
                hits.clear();
                // A little below, as scores are rounded before they are held against it.
                line.screen.find(found.of, line.min_score - 0.0005, scratch, hits);
                let before = worked.hits.len();
                let kept = hits.iter().filter(|hit| rounded(hit.score) >= line.min_score);
                worked.hits.extend(kept.map(|hit| line.found_hit(&found, hit)));
                worked.rows += 1;
                worked.matched += u64::from(worked.hits.len() > before);
            }
        });
        worked
    }
}

impl Line<'_> {
    fn found_hit(&self, found: &Found, hit: &Hit) -> FoundHit {
        FoundHit {
            watched: hit.watched,
            watch_name: hit.watch_name,
            score: rounded(hit.score),
            row: found.row,
            register_id: found
                .id
                .filter(|id| !id.is_empty())
                .map_or_else(|| found.row.to_string(), str::to_owned),
            matched_name: found
                .of
                .names
                .get(usize::from(hit.row_name))
                .copied()
                .unwrap_or_default()
                .to_owned(),
            explanation: self.screen.explain(found.of, hit).words(self.language),
        }
    }
}

/// A score to three digits, so that what is printed, what is sorted and what the least score lets through are one.
fn rounded(score: f32) -> f32 {
    (score * 1000.0).round() / 1000.0
}
