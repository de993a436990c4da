//! How likely two names are of one person: the words of one set against those of the other.

use crate::name::Word;
use crate::role::Role;
use crate::roman::LONGEST;
use crate::script::Script;
use crate::sounds::{Alike, alike, same};
use crate::tuning::T;
use crate::words::MOST;

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

/// Sets the words of a watched name against those of a row's. `pairs` is emptied and filled with what was matched.
pub(crate) fn compare(watch: &[Word], row: &[Word], pairs: &mut Vec<Pair>) -> f32 {
    pairs.clear();
    let mut sure = [0u32; 2];
    for (i, ours) in watch.iter().enumerate() {
        for (j, theirs) in row.iter().enumerate() {
            let alike = single(ours, theirs);
            if alike.share > 0.0 {
                if alike.share > SURE {
                    sure[0] |= 1 << i;
                    sure[1] |= 1 << j;
                }
                pair(pairs, span(i, 1), span(j, 1), ours, theirs, alike);
            }
        }
    }
    joins(watch, row, sure, pairs, false);
    joins(row, watch, [sure[1], sure[0]], pairs, true);
    choose(pairs);
    total(watch, row, pairs)
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
        (Script::Han, Script::Han) | (Script::Hangul, Script::Hangul) => (T.low_syllable, 1.0),
        (one, other) if one == other => (T.low, T.high),
        _ => (T.low_x, T.high_x),
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
        alike.share * T.initial
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
fn single(ours: &Word, theirs: &Word) -> Alike {
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
    let alike = if may_be_alike(ours, theirs) {
        alike(&ours.roman, &theirs.roman, least(ours, theirs))
    } else {
        Alike::default()
    };
    let (longer, shorter) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let short_form = shorter.len() >= 3 && ours.roman.script == theirs.roman.script && longer.starts_with(shorter);
    if short_form && alike.share < T.short {
        Alike {
            share: T.short,
            worth: same(&ours.roman).worth.min(same(&theirs.roman).worth),
        }
    } else {
        alike
    }
}

/// A quick look that spares most comparisons: the lengths, and the consonants that they have in common.
pub(crate) fn may_be_alike(ours: &Word, theirs: &Word) -> bool {
    let (x, y) = (ours.roman.letters().len(), theirs.roman.letters().len());
    let same_script = ours.roman.script == theirs.roman.script;
    let lengths = if same_script {
        x.max(y) <= 2 * x.min(y) + 1
    } else {
        x.max(y) <= 3 * x.min(y) + 2
    };
    lengths && ours.consonants.may_be_alike(&theirs.consonants, same_script)
}

/// Words of one name that stand as one in the other.
fn joins(parted: &[Word], whole: &[Word], sure: [u32; 2], pairs: &mut Vec<Pair>, turned: bool) {
    for count in 2..=3 {
        for from in 0..(parted.len() + 1).saturating_sub(count) {
            let words = &parted[from..from + count];
            let bits = span(from, count).bits();
            if sure[0] & bits == bits || words.iter().any(|word| word.role == Role::Number) {
                continue;
            }
            let length: usize = words.iter().map(|word| word.roman.letters().len()).sum();
            if length > LONGEST {
                continue;
            }
            let mut refs = [&words[0]; 3];
            for (place, word) in refs.iter_mut().zip(words) {
                *place = word;
            }
            let joined = Word::joined(&refs[..count]);
            for (place, single) in whole.iter().enumerate() {
                if sure[1] & 1 << place != 0 || single.role == Role::Number || single.roman.letters().len() < 4 {
                    continue;
                }
                let cross = single.roman.script != joined.roman.script;
                let differ = single.roman.letters().len().abs_diff(length);
                if differ > if cross { 6 } else { 2 } || !may_be_alike(&joined, single) {
                    continue;
                }
                let alike = alike(&joined.roman, &single.roman, least(&joined, single));
                let (a, b) = (span(from, count), span(place, 1));
                // Both ways of writing weigh what they weigh in full.
                let mut single = *single;
                single.weight = single.weight.max(joined.weight);
                if turned {
                    pair(pairs, b, a, &single, &joined, alike)
                } else {
                    pair(pairs, a, b, &joined, &single, alike)
                }
            }
        }
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
    let (mut matched, mut partial, mut evidence) = (0.0, 0.0, 0.0);
    let (mut of_watch, mut of_row) = (0u32, 0u32);
    let mut names = 0;
    for pair in pairs {
        matched += pair.weight * pair.credit;
        partial += pair.weight * (1.0 - pair.credit);
        evidence += pair.tells * pair.credit;
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
    let mut score = matched / (matched + T.partial * partial + T.contra * against + T.surplus * surplus);
    score *= 1.0 - (-evidence / T.evidence).exp();
    let all = |words: &[Word]| words.iter().filter(|word| word.role == Role::Name).count();
    match (names, all(watch).max(all(row))) {
        (0 | 1, 2..) => score *= T.single,
        // A name of one word stands or falls with it.
        (_, 0 | 1) => score *= (matched / (matched + partial)).powf(T.lone),
        _ => {}
    }
    score.powf(T.exponent)
}
