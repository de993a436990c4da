//! Names that have so little in common that their words need not be set against each other.

use crate::at_best::AtBest;
use crate::index::OneInCommon;
use crate::joined::{Parts, may_join};
use crate::name::Word;
use crate::order::{larger, smaller};
use crate::outline::Outline;
use crate::role::Role;
use crate::score::{at_a_glance, or_short_form, share_for};
use crate::sounds::alike;

/// Whether names that have one word in common, as far as the index knows, cannot reach the least score: nothing else in them may
/// match, or the only other words that may are not alike enough.
#[inline]
pub(crate) fn is_hopeless(watch: Parts, row: Parts, one: OneInCommon, least: f32) -> bool {
    // Of two words one is in common, and one by itself cannot be joined.
    let may_join = |here: Parts, there, in_common| here.words.len() > 2 && may_join_beside(here, there, in_common);
    if may_join(watch, row, (one.watch, one.row)) || may_join(row, watch, (one.row, one.watch)) {
        return false;
    }
    let (watch, row) = (watch.words, row.words);
    let others = |words: &[Word], taken: u8| -> (f32, bool) {
        let others = words.iter().enumerate().filter(|(place, _)| *place != usize::from(taken));
        others.fold((0.0, false), |(weight, names), (_, word)| {
            (weight + word.weight, names || word.role == Role::Name)
        })
    };
    let (Some(ours), Some(theirs)) = (watch.get(usize::from(one.watch)), row.get(usize::from(one.row))) else {
        return false;
    };
    if ours.is_identity() {
        return false;
    }
    let mut open = None;
    for (place, ours) in watch.iter().enumerate().filter(|(place, _)| *place != usize::from(one.watch)) {
        for (their_place, theirs) in row.iter().enumerate().filter(|(place, _)| *place != usize::from(one.row)) {
            match at_a_glance(ours, theirs) {
                Some(alike) if alike.share <= 0.0 => {}
                None if open.is_none() => open = Some((place, their_place)),
                _ => return false,
            }
        }
    }
    let ((our_weight, our_names), (their_weight, their_names)) = (others(watch, one.watch), others(row, one.row));
    let alone = AtBest {
        matched: one.gain,
        partial: larger((ours.weight + theirs.weight) / 2.0 - one.gain, 0.0),
        left: (our_weight, their_weight),
        tells: smaller(ours.rarity, theirs.rarity),
        pairs: 1,
        all_may_match: true,
        names_left: (our_names, their_names),
    };
    if alone.reaches(least) {
        return false;
    }
    let Some((place, their_place)) = open else {
        return true;
    };
    let (other, their_other) = (&watch[place], &row[their_place]);
    let weight = (other.weight + their_other.weight) / 2.0;
    let both = AtBest {
        matched: alone.matched + weight,
        left: (
            larger(our_weight - other.weight, 0.0),
            larger(their_weight - their_other.weight, 0.0),
        ),
        tells: alone.tells + smaller(other.rarity, their_other.rarity),
        pairs: 2,
        names_left: (watch.len() > 2 && our_names, row.len() > 2 && their_names),
        ..alone
    };
    if !both.reaches(least) {
        return true;
    }
    let share = share_for(other, their_other, both.credit_for(least, weight));
    let alike = or_short_form(other, their_other, alike(&other.roman, &their_other.roman, share));
    alike.share < share || alike.share <= 0.0
}

/// What is looked at of a name of two words before anything else of it is: most names have two.
#[derive(Debug, Default)]
#[repr(align(64))]
pub(crate) struct OfTwo {
    words: [Outline; 2],
    weights: [f32; 2],
    /// Whether both are names written out, which a quick look can tell apart.
    are_names: bool,
}

impl OfTwo {
    /// Of a name of another number of words nothing.
    pub fn of(words: &[Word]) -> OfTwo {
        match words {
            [first, second] => OfTwo {
                words: [first.outline, second.outline],
                weights: [first.weight, second.weight],
                are_names: is_name(first) && is_name(second),
            },
            _ => OfTwo::default(),
        }
    }

    /// Looks at it, to no other end than that the memory be there when it is asked.
    #[inline]
    pub fn glance(&self) -> u32 {
        u32::from(self.are_names)
    }

    /// Whether it cannot reach the least score with a name of two words in another script, with which it has one word in common, as
    /// the other two cannot match. The same as [`is_hopeless`] says of them, for less.
    #[inline]
    pub fn is_hopeless(&self, row: &[Word], one: OneInCommon, least: f32) -> bool {
        let (ours, theirs) = (usize::from(one.watch & 1), usize::from(one.row & 1));
        let [first, second] = row else { return false };
        if !self.are_names || !is_name(first) || !is_name(second) || self.words[1 - ours].may_be_alike(&row[1 - theirs].outline) {
            return false;
        }
        let alone = AtBest {
            matched: one.gain,
            partial: larger((self.weights[ours] + row[theirs].weight) / 2.0 - one.gain, 0.0),
            left: (self.weights[1 - ours], row[1 - theirs].weight),
            tells: f32::MAX,
            pairs: 1,
            all_may_match: true,
            names_left: (true, true),
        };
        !alone.reaches(least)
    }
}

fn is_name(word: &Word) -> bool {
    word.role == Role::Name && word.roman.letters().len() > 1
}

/// Whether words of one name written as one may be a word of the other, both but for the words that they have in common.
fn may_join_beside(here: Parts, there: Parts, in_common: (u8, u8)) -> bool {
    let runs = here.joined.iter().filter(|(run, _)| run.bits() & 1 << in_common.0 == 0);
    let mut pairs = runs.flat_map(|(_, joined)| there.words.iter().enumerate().map(move |single| (joined, single)));
    pairs.any(|(joined, (place, single))| place != usize::from(in_common.1) && may_join(joined, single))
}
