//! How likely two names are of one person: the words of one set against those of the other.

use crate::at_best::{AtBest, telling};
use crate::grid::Grid;
use crate::joined::{Joins, Parts};
use crate::memo::Memo;
use crate::name::Word;
use crate::role::Role;
use crate::script::Script;
use crate::sounds::{Alike, same};
use crate::words::MOST;

// The weights below were fitted together, by coordinate search, on development sets that docs/screening.md names. They are
// few, and each has one meaning, so that they hold for names that nobody has seen.

/// From how alike on a word counts, and from how alike in full: in one script, between scripts, and where a syllable is
/// written by one sign.
const FROM: f32 = 0.375;
const FULL: f32 = 0.925;
const BETWEEN_SCRIPTS_FROM: f32 = 0.0;
const BETWEEN_SCRIPTS_FULL: f32 = 0.97;
const SYLLABLE_FROM: f32 = 0.75;
/// How alike a word is to its own beginning (`Sam`, `Samuel`).
const SHORT_FORM: f32 = 0.65;
/// How much of a word's weight a common first letter counts.
const INITIAL: f32 = 0.45;
/// How dear is what words that match are not alike; words that stand instead of others; and words that are over on one
/// side only.
pub(crate) const PARTLY: f32 = 0.425;
pub(crate) const INSTEAD: f32 = 2.8;
pub(crate) const BESIDES: f32 = 0.25;
/// How much must tell for a person, as a logarithm, before two thirds of the score are given.
pub(crate) const EVIDENCE: f32 = 4.0;
/// What remains if of several words only one matches.
pub(crate) const ONE_WORD: f32 = 0.85;
/// The least score of names that share the number of a vessel or a company, whatever else they say.
const SAME_NUMBER: f32 = 0.9;
/// The least score of names of several words that are the same in full, however common the words are in the register: it may be
/// full of them because it is full of whoever is looked for.
pub(crate) const SAME_NAME: f32 = 0.7;
/// The power of likeness in a name of one word, which has nothing else to stand on.
const ALONE: f32 = 2.0;
/// More than what is lost where sums of weights are rounded.
const ROUNDING: f32 = 0.001;
/// Words so alike are not looked at as parts of others.
const SURE: f32 = 0.93;
/// A number that stands in both names.
pub(crate) const NUMBER: Alike = Alike {
    share: 1.0,
    worth: f32::MAX,
};
/// What a common first letter is worth: there are some dozen that names often begin with.
const INITIAL_WORTH: f32 = 2.0;

/// Some words of one name set against some of the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub watch: Span,
    pub row: Span,
    /// How much of their weight counts as matched.
    pub credit: f32,
    pub weight: f32,
    /// The logarithm of how much likelier it is for one person than by chance.
    pub tells: f32,
}

/// Words that stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub from: u8,
    pub count: u8,
}

impl Span {
    pub fn bits(self) -> u32 {
        ((1 << self.count) - 1) << self.from
    }

    /// The words as they are written.
    pub fn text(self, texts: &[&str]) -> String {
        let from = usize::from(self.from);
        texts.get(from..from + usize::from(self.count)).unwrap_or_default().join(" ")
    }

    pub fn of(self, words: &[Word]) -> &[Word] {
        &words[usize::from(self.from)..usize::from(self.from + self.count)]
    }
}

/// Memory that a comparison uses again.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// What was matched.
    pub pairs: Vec<Pair>,
    /// What may be matched by words written as one.
    joined: Vec<Pair>,
    grid: Grid,
}

/// Sets the words of a watched name against those of a row's, which may stand in the memo. A score that is less than `least`
/// need not be right: as soon as it cannot be reached, the comparison ends with 0.
pub(crate) fn compare(watch: Parts, row: Parts, memo: &Memo, least: f32, comparison: &mut Comparison) -> f32 {
    let Comparison { pairs, joined, grid } = comparison;
    pairs.clear();
    grid.begin(watch.words, row.words);
    let at_best = |grid: &Grid| grid.at_best(watch.words, row.words).unwrap_or(AtBest::SAME_NUMBER);
    let joins = |sure| Joins { watch, row, sure, least };
    if !at_best(grid).reaches(least) && !joins((0, 0)).are_possible() {
        return 0.0;
    }
    grid.recall(watch.words, row.words, memo);
    let mut looked_at_joined = false;
    loop {
        let at_best = at_best(grid);
        if !at_best.reaches(least) {
            joins(sure(grid, watch, row)).find(joined);
            if joined.is_empty() {
                return 0.0;
            }
            // With words written as one the names may reach it.
            looked_at_joined = true;
            while grid.compare_next(watch.words, row.words, |_| 0.0) {}
            break;
        }
        let credit_for = |weight| at_best.credit_for(least, weight);
        if !grid.compare_next(watch.words, row.words, credit_for) {
            break;
        }
    }
    let sure = sure(grid, watch, row);
    if !looked_at_joined {
        joins(sure).find(joined);
    }
    for (i, ours) in watch.words.iter().enumerate() {
        for (j, theirs) in row.words.iter().enumerate() {
            let cell = grid.cell(i, j);
            pair(pairs, (span(i, 1), span(j, 1)), (ours, theirs), cell.alike, cell.credit);
        }
    }
    pairs.extend(
        joined
            .iter()
            .filter(|pair| pair.watch.bits() & sure.0 == 0 && pair.row.bits() & sure.1 == 0),
    );
    choose(pairs);
    total(watch.words, row.words, pairs)
}

/// The words of both names, a bit each, that are so alike to one of the other that they are no parts of others.
fn sure(grid: &Grid, watch: Parts, row: Parts) -> (u32, u32) {
    let (mut sure_watch, mut sure_row) = (0u32, 0u32);
    for (i, ours) in watch.words.iter().enumerate() {
        for (j, theirs) in row.words.iter().enumerate() {
            if grid.cell(i, j).alike.share > SURE && ours.role != Role::Particle && theirs.role != Role::Particle {
                sure_watch |= 1 << i;
                sure_row |= 1 << j;
            }
        }
    }
    (sure_watch, sure_row)
}

pub(crate) fn span(from: usize, count: usize) -> Span {
    Span {
        from: from as u8,
        count: count as u8,
    }
}

/// From how alike on words count, and from how alike in full. Between scripts more is lost on the way. A Chinese or Korean
/// syllable that differs is another name, however much it sounds like the first.
fn scale(ours: &Word, theirs: &Word) -> (f32, f32) {
    match (ours.roman.script, theirs.roman.script) {
        (Script::Han, Script::Han) | (Script::Hangul, Script::Hangul) => (SYLLABLE_FROM, 1.0),
        (one, other) if one == other => (FROM, FULL),
        _ => (BETWEEN_SCRIPTS_FROM, BETWEEN_SCRIPTS_FULL),
    }
}

/// How alike two words must be for so much of their weight to count, or for anything at all.
#[inline]
pub(crate) fn share_for(ours: &Word, theirs: &Word, credit: f32) -> f32 {
    let (low, high) = scale(ours, theirs);
    low.max(low + (credit - ROUNDING) * (high - low))
}

/// How much of its weight counts as matched, of a word that is alike another so much.
pub(crate) fn credit(ours: &Word, theirs: &Word, share: f32) -> f32 {
    let (low, high) = scale(ours, theirs);
    ((share - low) / (high - low)).clamp(0.0, 1.0)
}

/// The same of two words by themselves, which may be initials.
pub(crate) fn credit_of_single(ours: &Word, theirs: &Word, share: f32) -> f32 {
    if ours.roman.letters().len().min(theirs.roman.letters().len()) == 1 {
        share * INITIAL
    } else {
        credit(ours, theirs, share)
    }
}

pub(crate) fn pair(pairs: &mut Vec<Pair>, (watch, row): (Span, Span), (ours, theirs): (&Word, &Word), alike: Alike, credit: f32) {
    if credit > 0.0 {
        let weight = (ours.weight + theirs.weight) / 2.0;
        pairs.push(Pair {
            watch,
            row,
            credit,
            weight,
            tells: ours.rarity.min(theirs.rarity).min(alike.worth).max(0.0),
        });
    }
}

/// How alike two words are, unless a quick look is not enough for it.
#[inline]
pub(crate) fn at_a_glance(ours: &Word, theirs: &Word) -> Option<Alike> {
    if ours.role == Role::Number || theirs.role == Role::Number {
        let same = ours.role == theirs.role && ours.exact == theirs.exact;
        return Some(if same { NUMBER } else { Alike::default() });
    }
    let (x, y) = (ours.roman.letters(), theirs.roman.letters());
    if ours.roman.script == theirs.roman.script && x == y {
        return Some(same(&ours.roman));
    }
    if x.len() == 1 || y.len() == 1 {
        let names = matches!(ours.role, Role::Name | Role::Initial) && matches!(theirs.role, Role::Name | Role::Initial);
        let first = names && x.first() == y.first();
        return Some(if first {
            Alike {
                share: 1.0,
                worth: INITIAL_WORTH,
            }
        } else {
            Alike::default()
        });
    }
    (!ours.outline.may_be_alike(&theirs.outline)).then(|| or_short_form(ours, theirs, Alike::default()))
}

/// A word is alike its own beginning at least by so much.
pub(crate) fn or_short_form(ours: &Word, theirs: &Word, alike: Alike) -> Alike {
    let (x, y) = (ours.roman.letters(), theirs.roman.letters());
    let (longer, shorter) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let short_form = shorter.len() >= 3 && ours.roman.script == theirs.roman.script && longer.starts_with(shorter);
    if short_form && alike.share < SHORT_FORM {
        Alike {
            share: SHORT_FORM,
            worth: same(&ours.roman).worth.min(same(&theirs.roman).worth),
        }
    } else {
        alike
    }
}

/// Keeps the pairs that together match most, each word once: the weightiest first.
fn choose(pairs: &mut Vec<Pair>) {
    pairs.sort_by(|a, b| (b.credit * b.weight).total_cmp(&(a.credit * a.weight)));
    let (mut watch, mut row) = (0u32, 0u32);
    pairs.retain(|pair| {
        let free = watch & pair.watch.bits() == 0 && row & pair.row.bits() == 0;
        if free {
            watch |= pair.watch.bits();
            row |= pair.row.bits();
        }
        free
    });
}

/// The score of names whose words were set against each other.
fn total(watch: &[Word], row: &[Word], pairs: &[Pair]) -> f32 {
    let (mut matched, mut partial, mut evidence, mut identity) = (0.0, 0.0, 0.0, false);
    let (mut of_watch, mut of_row) = (0u32, 0u32);
    let (mut names, mut pairs_of_names) = (0, 0);
    for pair in pairs {
        matched += pair.weight * pair.credit;
        partial += pair.weight * (1.0 - pair.credit);
        evidence += pair.tells * pair.credit;
        identity |= pair.row.of(row).iter().any(Word::is_identity);
        of_watch |= pair.watch.bits();
        of_row |= pair.row.bits();
        if pair
            .watch
            .of(watch)
            .iter()
            .chain(pair.row.of(row))
            .any(|word| word.role == Role::Name || word.role == Role::Number)
        {
            names += usize::from(pair.watch.count.max(pair.row.count));
            pairs_of_names += 1;
        }
    }
    if matched <= 0.0 {
        return 0.0;
    }
    let left = |words: &[Word], used: u32| -> f32 {
        words
            .iter()
            .take(MOST)
            .enumerate()
            .filter(|(place, _)| used & 1 << place == 0)
            .map(|(_, word)| word.weight)
            .sum()
    };
    let (left_watch, left_row) = (left(watch, of_watch), left(row, of_row));
    let against = left_watch.min(left_row);
    let surplus = left_watch.max(left_row) - against;
    let mut score = matched / (matched + PARTLY * partial + INSTEAD * against + BESIDES * surplus);
    score *= telling(evidence);
    let all = |words: &[Word]| words.iter().filter(|word| word.role == Role::Name).count();
    let over = |words: &[Word], used: u32| {
        let mut places = words.iter().take(MOST).enumerate();
        places.any(|(place, word)| word.role == Role::Name && used & 1 << place == 0)
    };
    // Two words that are one word of the other name count as two where that is all there is of both; where others are over,
    // it is one word of several.
    let some_over = over(watch, of_watch) || over(row, of_row);
    if some_over {
        names = names.min(pairs_of_names);
    }
    match (names, all(watch).max(all(row))) {
        (0 | 1, 2..) => score *= ONE_WORD,
        // A name of one word stands or falls with it.
        (_, 0 | 1) => score *= (matched / (matched + partial)).powf(ALONE),
        _ => {}
    }
    if names > 1 && partial <= 0.0 && !some_over {
        score = score.max(SAME_NAME);
    }
    if identity { score.max(SAME_NUMBER) } else { score }
}
