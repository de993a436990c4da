//! How likely two names are of one person: the words of one set against those of the other.

use crate::grid::Grid;
use crate::index::OneInCommon;
use crate::memo::Memo;
use crate::name::Word;
use crate::role::Role;
use crate::roman::LONGEST;
use crate::script::Script;
use crate::sounds::{Alike, alike, same};
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
const PARTLY: f32 = 0.425;
const INSTEAD: f32 = 2.8;
const BESIDES: f32 = 0.25;
/// How much must tell for a person, as a logarithm, before two thirds of the score are given.
const EVIDENCE: f32 = 4.0;
/// What remains if of several words only one matches.
const ONE_WORD: f32 = 0.85;
/// The least score of names that share the number of a vessel or a company, whatever else they say.
const SAME_NUMBER: f32 = 0.9;
/// The least score of names of several words that are the same in full, however common the words are in the register: it may be
/// full of them because it is full of whoever is looked for.
const SAME_NAME: f32 = 0.7;
/// The power of likeness in a name of one word, which has nothing else to stand on.
const ALONE: f32 = 2.0;
/// How alike words written as one must be to a single one for anything of them to count.
const JOINED: f32 = 0.3;
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

/// A name's words, and each run of them written as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    pub words: &'a [Word],
    /// Words side by side, and what they are as one.
    pub joined: &'a [(Span, Word)],
}

impl Parts<'_> {
    /// Looks at each word, to no other end than that the memory be there when they are compared.
    pub fn glance(&self) -> u32 {
        self.words.iter().fold(0, |all, word| all ^ word.number ^ word.roman.letters().len() as u32)
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

/// Whether names that have one word in common, as far as the index knows, cannot reach the least score: nothing else in them may
/// match, or the only other words that may are not alike enough.
pub(crate) fn is_hopeless(watch: &[Word], row: &[Word], one: OneInCommon, least: f32) -> bool {
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
        partial: ((ours.weight + theirs.weight) / 2.0 - one.gain).max(0.0),
        left: (our_weight, their_weight),
        tells: ours.rarity.min(theirs.rarity),
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
        left: ((our_weight - other.weight).max(0.0), (their_weight - their_other.weight).max(0.0)),
        tells: alone.tells + other.rarity.min(their_other.rarity),
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

/// Words of one name that may be one word of the other, but for those that are sure and those with which the names cannot
/// reach the least score.
struct Joins<'a> {
    watch: Parts<'a>,
    row: Parts<'a>,
    sure: (u32, u32),
    least: f32,
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
    fn are_possible(&self) -> bool {
        self.each(false, |_| true) || self.each(true, |_| true)
    }

    /// Empties `pairs` and fills it with them.
    fn find(&self, pairs: &mut Vec<Pair>) {
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
fn may_join(joined: &Word, single: &Word) -> bool {
    single.role != Role::Number
        && single.roman.letters().len() >= 4
        && joined.outline.may_be_one(&single.outline)
}

fn span(from: usize, count: usize) -> Span {
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

fn pair(pairs: &mut Vec<Pair>, (watch, row): (Span, Span), (ours, theirs): (&Word, &Word), alike: Alike, credit: f32) {
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

/// What two names have in common at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtBest {
    /// What words weigh that match, at most, and what is not alike in them, at least.
    pub matched: f32,
    pub partial: f32,
    /// What words weigh that are left over in each name, at least.
    pub left: (f32, f32),
    /// How much tells for one person, at most.
    pub tells: f32,
    /// How many pairs of words match, at most.
    pub pairs: usize,
    /// As many words may match in one name as in the other.
    pub all_may_match: bool,
    /// Whether names proper are left over in each.
    pub names_left: (bool, bool),
}

impl AtBest {
    /// Of names that share a number that tells by itself.
    const SAME_NUMBER: AtBest = AtBest {
        matched: 1.0,
        partial: 0.0,
        left: (0.0, 0.0),
        tells: f32::MAX,
        pairs: 1,
        all_may_match: false,
        names_left: (false, false),
    };

    /// What stands against a match, weighed.
    fn against(&self) -> f32 {
        let against = self.left.0.min(self.left.1);
        INSTEAD * against + BESIDES * (self.left.0.max(self.left.1) - against)
    }

    fn one_of_several(&self) -> bool {
        self.pairs == 1 && self.names_left != (false, false)
    }

    /// Whether the names may score so much.
    pub fn reaches(&self, least: f32) -> bool {
        if self.matched <= 0.0 {
            return least <= 0.0;
        }
        if self.names_left == (false, false) && SAME_NAME >= least {
            return true;
        }
        let mut score = self.matched / (self.matched + PARTLY * self.partial + self.against());
        if self.one_of_several() {
            score *= ONE_WORD;
        }
        score >= least && score * telling(self.tells) >= least
    }

    /// How much of its weight must count of a pair of words for the names to reach a score, if the pair counts in full in what
    /// they have in common at best.
    pub fn credit_for(&self, least: f32, weight: f32) -> f32 {
        if !self.all_may_match || least <= 0.0 {
            return 0.0;
        }
        let ratio = least / telling(self.tells) / if self.one_of_several() { ONE_WORD } else { 1.0 };
        let spare = self.matched - ratio * (self.matched + PARTLY * self.partial + self.against());
        (1.0 - spare / (weight * (1.0 - ratio * (1.0 - PARTLY)).max(f32::EPSILON))).clamp(0.0, 1.0)
    }
}

/// What part of the score is given where so much tells for one person.
fn telling(tells: f32) -> f32 {
    1.0 - (-tells / EVIDENCE).exp()
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
