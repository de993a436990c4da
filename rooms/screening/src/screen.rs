//! The watch list made ready, and the search of one row for it.

use crate::commonness::Commonness;
use crate::explanation::Explanation;
use crate::hopeless::is_hopeless;
use crate::index::{Candidate, Index};
use crate::joined::{Parts, join};
use crate::memo::Memo;
use crate::name::{Word, words_of};
use crate::names::Names;
use crate::particulars::{Particulars, Stated};
use crate::row::Row;
use crate::score::{Comparison, Span, compare};
use crate::watched::Watched;
use std::hint::black_box;

/// A watch list made ready for search. Shared between threads; each brings a [`Scratch`] of its own.
#[derive(Debug)]
pub struct Screen {
    watch: Vec<Watched>,
    names: Names,
    common: Commonness,
    index: Index,
    /// More than names is known of somebody that may raise a score.
    particulars: bool,
}

/// Memory that a search uses again from row to row; one a thread. What was searched before makes no difference.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) found: crate::index::Found,
    comparison: Comparison,
    row: Vec<Word>,
    joined: Vec<(Span, Word)>,
    candidates: Vec<Candidate>,
    hits: Vec<Hit>,
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
    pub fn new(watch: Vec<Watched>, common: &Commonness) -> Screen {
        let mut names = Names::of(&watch, common);
        let index = Index::new(&mut names);
        let particulars = names.iter().any(|name| name.particulars);
        Screen {
            particulars,
            watch,
            names,
            common: common.clone(),
            index,
        }
    }

    /// The watch list, in its order; [`Hit::watched`] counts in it.
    pub fn watch(&self) -> &[Watched] {
        &self.watch
    }

    /// Adds to `hits` whom the row may concern with a score of at least `min_score`: one hit a watched person, the
    /// best of their names, in the order of the watch list.
    pub fn find(&self, row: &Row, min_score: f32, scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        let mut stated = None;
        let states = self.particulars && (row.born_on.is_some() || row.nationality.is_some());
        let least_before = Particulars::least_before(min_score);
        let least_of_any = if states { least_before } else { min_score };
        let mut found = std::mem::take(&mut scratch.hits);
        found.clear();
        for (row_name, name) in (0..=u16::MAX).zip(row.names) {
            self.index.candidates(
                (name, &self.common),
                least_of_any,
                &mut scratch.found,
                &mut scratch.row,
                &mut scratch.candidates,
            );
            scratch.joined.clear();
            // Of two words, what they are as one is asked for only when names are compared in full, which few are.
            let mut is_joined = scratch.row.len() > 2;
            if is_joined {
                join(&scratch.row, &mut scratch.joined);
            }
            // What they are compared by lies anywhere in memory. Asked for all at once, it comes in one wait instead of many.
            let asked_for = (scratch.candidates.iter()).filter_map(|candidate| self.names.get(candidate.name));
            black_box(asked_for.fold(0, |all, name| all ^ self.names.parts(name).glance()));
            for candidate in &scratch.candidates {
                let Some(watch_name) = self.names.get(candidate.name) else {
                    continue;
                };
                let least = if states && watch_name.particulars {
                    least_before
                } else {
                    min_score
                };
                let memo = &scratch.found.memo;
                let parts = self.names.parts(watch_name);
                let words = &scratch.row;
                let hopeless = |one| is_hopeless(parts, Parts::of(words, &scratch.joined), one, least);
                if candidate.one_in_common.is_some_and(hopeless) {
                    continue;
                }
                if !std::mem::replace(&mut is_joined, true) {
                    join(words, &mut scratch.joined);
                }
                let row_parts = Parts::of(words, &scratch.joined);
                let score = compare(parts, row_parts, memo, least, &mut scratch.comparison);
                if score < least {
                    continue;
                }
                let score = match self.watch.get(watch_name.watched as usize) {
                    Some(watched) => Particulars::of(watched, stated.get_or_insert_with(|| Stated::of(row))).applied(score),
                    None => score,
                };
                if score >= min_score {
                    found.push(Hit {
                        watched: watch_name.watched,
                        watch_name: watch_name.number,
                        row_name,
                        score,
                    });
                }
            }
        }
        found.sort_by(|a, b| {
            (a.watched.cmp(&b.watched))
                .then(b.score.total_cmp(&a.score))
                .then(a.watch_name.cmp(&b.watch_name))
                .then(a.row_name.cmp(&b.row_name))
        });
        found.dedup_by_key(|hit| hit.watched);
        hits.extend_from_slice(&found);
        scratch.hits = found;
    }

    /// Why a hit is one: which words matched which and how, and what spoke for and against. Slower than
    /// [`find`](Screen::find); meant for the hits that are kept. The row must be the one that gave the hit.
    pub fn explain(&self, row: &Row, hit: &Hit) -> Explanation {
        let nobody = Watched::default();
        let watched = self.watch.get(hit.watched as usize).unwrap_or(&nobody);
        let name = match usize::from(hit.watch_name) {
            0 => watched.name.as_str(),
            alias => watched.aliases.get(alias - 1).map_or("", String::as_str),
        };
        let row_name = row.names.get(usize::from(hit.row_name)).copied().unwrap_or_default();
        let (ours, our_texts) = words_of(name, &self.common);
        let (theirs, their_texts) = words_of(row_name, &self.common);
        let mut comparison = Comparison::default();
        let (mut our_joined, mut their_joined) = (Vec::new(), Vec::new());
        join(&ours, &mut our_joined);
        join(&theirs, &mut their_joined);
        let (our_parts, their_parts) = (Parts::of(&ours, &our_joined), Parts::of(&theirs, &their_joined));
        compare(our_parts, their_parts, &Memo::default(), 0.0, &mut comparison);
        Explanation::of(
            hit.score,
            (&ours, &our_texts),
            (&theirs, &their_texts),
            &comparison.pairs,
            watched,
            row,
        )
    }
}
