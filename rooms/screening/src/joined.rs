//! Words of one name that are a single word of the other.

use crate::at_best::AtBest;
use crate::name::Word;
use crate::role::Role;
use crate::roman::LONGEST;
use crate::score::{Pair, Span, credit, pair, share_for, span};
use crate::sounds::alike;

/// How alike words written as one must be to a single one for anything of them to count.
const JOINED: f32 = 0.3;

/// A name's words, and each run of them written as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    pub words: &'a [Word],
    /// Words side by side, and what they are as one.
    pub joined: &'a [(Span, Word)],
}

impl<'a> Parts<'a> {
    pub fn of(words: &'a [Word], joined: &'a [(Span, Word)]) -> Parts<'a> {
        Parts { words, joined }
    }

    /// Looks at each word, to no other end than that the memory be there when they are compared.
    #[inline]
    pub fn glance(&self) -> u32 {
        self.words.iter().fold(0, |all, word| all ^ word.glance())
    }
}

/// Adds to `joined` each run of words written as one.
pub(crate) fn join(words: &[Word], joined: &mut Vec<(Span, Word)>) {
    for count in 2..=3 {
        for (from, run) in words.windows(count).enumerate() {
            let length: usize = run.iter().map(|word| word.roman.letters().len()).sum();
            if length <= LONGEST && run.iter().all(|word| word.role != Role::Number) {
                joined.push((span(from, count), Word::joined(run)));
            }
        }
    }
}

/// Words of one name that may be one word of the other, but for those that are sure and those with which the names cannot
/// reach the least score.
pub(crate) struct Joins<'a> {
    pub watch: Parts<'a>,
    pub row: Parts<'a>,
    pub sure: (u32, u32),
    pub least: f32,
}

/// Words of one name that may be a single one of the other.
struct Joined<'a> {
    run: Span,
    joined: &'a Word,
    place: Span,
    single: Word,
    /// How alike they must be.
    least: f32,
}

impl Joins<'_> {
    /// Whether there may be any.
    pub fn are_possible(&self) -> bool {
        self.each(false, |_| true) || self.each(true, |_| true)
    }

    /// Empties `pairs` and fills it with them.
    pub fn find(&self, pairs: &mut Vec<Pair>) {
        pairs.clear();
        for of_row in [false, true] {
            self.each(of_row, |may| {
                let alike = alike(&may.joined.roman, &may.single.roman, may.least);
                if alike.share >= may.least {
                    let (spans, words) = match of_row {
                        false => ((may.run, may.place), (may.joined, &may.single)),
                        true => ((may.place, may.run), (&may.single, may.joined)),
                    };
                    pair(pairs, spans, words, alike, credit(words.0, words.1, alike.share));
                }
                false
            });
        }
    }

    /// Calls `take` with all in which the run stands in the watched name, or in that of the row, until it says that it has enough.
    /// Returns whether it did.
    fn each(&self, of_row: bool, mut take: impl FnMut(Joined) -> bool) -> bool {
        let (here, there, sure) = match of_row {
            false => (self.watch, self.row, self.sure),
            true => (self.row, self.watch, (self.sure.1, self.sure.0)),
        };
        let weight: f32 = there.words.iter().map(|word| word.weight).sum();
        for (run, joined) in here.joined.iter().filter(|(run, _)| run.bits() & sure.0 == 0) {
            for (place, single) in there.words.iter().enumerate().filter(|(place, _)| sure.1 & 1 << place == 0) {
                if !may_join(joined, single) {
                    continue;
                }
                // Both ways of writing weigh the same.
                let single_joined = Word {
                    weight: single.weight.max(joined.weight),
                    ..*single
                };
                let mut least = Some(share_for(joined, single, 0.0));
                if usize::from(run.count) == here.words.len() {
                    let names_left = (there.words.iter().enumerate()).any(|(other, word)| other != place && word.role == Role::Name);
                    least = share_of_all(joined, single, (weight - single.weight, names_left), self.least);
                }
                let Some(least) = least.map(|least| least.max(JOINED)) else {
                    continue;
                };
                let enough = take(Joined {
                    run: *run,
                    joined,
                    place: span(place, 1),
                    single: single_joined,
                    least,
                });
                if enough {
                    return true;
                }
            }
        }
        false
    }
}

/// How alike all words of a name written as one must be to a single one of another for the names to reach a score, as nothing else
/// can match then: `others` is what the other words of that name weigh, and whether a name proper is among them. `None` if however
/// alike is not enough.
pub(crate) fn share_of_all(joined: &Word, single: &Word, others: (f32, bool), least: f32) -> Option<f32> {
    // Both ways of writing weigh the same.
    let matched = (joined.weight + single.weight.max(joined.weight)) / 2.0;
    let at_best = AtBest {
        matched,
        partial: 0.0,
        left: (0.0, others.0),
        tells: joined.rarity.min(single.rarity),
        pairs: 1,
        all_may_match: true,
        names_left: (false, others.1),
    };
    at_best
        .reaches(least)
        .then(|| share_for(joined, single, at_best.credit_for(least, matched)))
}

/// Whether several words written as one may be a single one of the other name, by what a quick look sees.
#[inline]
pub(crate) fn may_join(joined: &Word, single: &Word) -> bool {
    single.role != Role::Number && single.roman.letters().len() >= 4 && joined.outline.may_be_one(&single.outline)
}
