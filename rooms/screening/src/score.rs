//! How likely two names are of one person: the words of one set against those of the other.

use crate::name::Word;
use crate::remembered::Remembered;
use crate::role::Role;
use crate::roman::LONGEST;
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
/// Words so alike are not looked at as parts of others.
const SURE: f32 = 0.93;
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
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    pub words: Vec<Word>,
    /// Words side by side, and what they are as one.
    pub joined: Vec<(Span, Word)>,
}

impl Parts {
    pub fn of(words: Vec<Word>) -> Parts {
        let mut parts = Parts { words, joined: Vec::new() };
        parts.join();
        parts
    }

    /// Looks at each word, to no other end than that the memory be there when they are compared.
    pub fn glance(&self) -> u32 {
        let joined = self.joined.first().map_or(0, |(_, word)| word.number);
        self.words
            .iter()
            .fold(joined, |all, word| all ^ word.number ^ word.roman.letters().len() as u32)
    }

    /// Joins the words anew.
    pub fn join(&mut self) {
        self.joined.clear();
        for count in 2..=3 {
            for (from, run) in self.words.windows(count).enumerate() {
                let length: usize = run.iter().map(|word| word.roman.letters().len()).sum();
                if length <= LONGEST && run.iter().all(|word| word.role != Role::Number) {
                    self.joined.push((span(from, count), Word::joined(run)));
                }
            }
        }
    }
}

/// Sets the words of a watched name against those of a row's. `pairs` is emptied and filled with what was matched.
pub(crate) fn compare(watch: &Parts, row: &Parts, remembered: &mut Remembered, pairs: &mut Vec<Pair>) -> f32 {
    pairs.clear();
    let (mut sure_watch, mut sure_row) = (0u32, 0u32);
    for (i, ours) in watch.words.iter().enumerate() {
        for (j, theirs) in row.words.iter().enumerate() {
            let alike = single(ours, theirs, remembered);
            if alike.share > 0.0 {
                if alike.share > SURE && ours.role != Role::Particle && theirs.role != Role::Particle {
                    sure_watch |= 1 << i;
                    sure_row |= 1 << j;
                }
                pair(pairs, span(i, 1), span(j, 1), ours, theirs, alike);
            }
        }
    }
    for (run, joined) in watch.joined.iter().filter(|(run, _)| run.bits() & sure_watch == 0) {
        for (place, single) in row.words.iter().enumerate().filter(|(place, _)| sure_row & 1 << place == 0) {
            if let Some((single, alike)) = joins(joined, single, remembered) {
                pair(pairs, *run, span(place, 1), joined, &single, alike);
            }
        }
    }
    for (run, joined) in row.joined.iter().filter(|(run, _)| run.bits() & sure_row == 0) {
        for (place, single) in watch.words.iter().enumerate().filter(|(place, _)| sure_watch & 1 << place == 0) {
            if let Some((single, alike)) = joins(joined, single, remembered) {
                pair(pairs, span(place, 1), *run, &single, joined, alike);
            }
        }
    }
    choose(pairs);
    total(&watch.words, &row.words, pairs)
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

/// How alike two words must be for anything of them to count.
pub(crate) fn least(ours: &Word, theirs: &Word) -> f32 {
    scale(ours, theirs).0
}

/// How much of its weight counts as matched, of a word that is alike another so much.
pub(crate) fn credit(ours: &Word, theirs: &Word, share: f32) -> f32 {
    let (low, high) = scale(ours, theirs);
    ((share - low) / (high - low)).clamp(0.0, 1.0)
}

fn pair(pairs: &mut Vec<Pair>, watch: Span, row: Span, ours: &Word, theirs: &Word, alike: Alike) {
    let initial = ours.roman.letters().len().min(theirs.roman.letters().len()) == 1;
    let credit = if initial {
        alike.share * INITIAL
    } else {
        credit(ours, theirs, alike.share)
    };
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

/// How alike two words are.
fn single(ours: &Word, theirs: &Word, remembered: &mut Remembered) -> Alike {
    if ours.role == Role::Number || theirs.role == Role::Number {
        let same = ours.role == theirs.role && ours.exact == theirs.exact;
        return if same {
            Alike {
                share: 1.0,
                worth: f32::MAX,
            }
        } else {
            Alike::default()
        };
    }
    let (x, y) = (ours.roman.letters(), theirs.roman.letters());
    if x == y && ours.roman.script == theirs.roman.script {
        return same(&ours.roman);
    }
    if x.len() == 1 || y.len() == 1 {
        let names = matches!(ours.role, Role::Name | Role::Initial) && matches!(theirs.role, Role::Name | Role::Initial);
        let first = names && x.first() == y.first();
        return if first {
            Alike {
                share: 1.0,
                worth: INITIAL_WORTH,
            }
        } else {
            Alike::default()
        };
    }
    let alike = remembered.alike(ours, theirs, least(ours, theirs));
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

/// How alike a word is to several of the other name that may be written as one, and the word with the weight that it then
/// has: both ways of writing weigh the same.
fn joins(joined: &Word, single: &Word, remembered: &mut Remembered) -> Option<(Word, Alike)> {
    let may_be = single.role != Role::Number && single.roman.letters().len() >= 4;
    if !may_be || !joined.outline.lengths_of_joined(&single.outline) {
        return None;
    }
    let alike = remembered.alike(joined, single, least(joined, single));
    (alike.share > 0.0).then(|| {
        (
            Word {
                weight: single.weight.max(joined.weight),
                ..*single
            },
            alike,
        )
    })
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
    score *= 1.0 - (-evidence / EVIDENCE).exp();
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
