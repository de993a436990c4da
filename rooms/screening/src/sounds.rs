//! How alike two words are: the letters of one are set against those of the other, one against one, two against one
//! or one against none, and each such step counts by how much likelier it is between two forms of one name than by
//! chance. What the steps are worth was learned from places whose names are written in several scripts; how is told in
//! `docs/screening.md`, by `benches/screening/fit.rs`.

use crate::roman::Roman;
use crate::script::Script;
use std::sync::LazyLock;

/// A letter that is left out; letters have the places from 1 to 26, as their last five bits say.
const NONE: usize = 0;
/// Letters and none, padded to a power of two.
const PLACES: usize = 32;
/// Two letters.
const PAIRS: usize = PLACES * PLACES;
/// By how much more than usual the rest of a word may be worth; a word that then still is not alike enough is given up.
const HOPE: f32 = 1.2;
/// Rows for pairs of letters.
const ROWS: usize = 256;
/// The row of pairs of letters that have no step of their own.
const NO_PAIR: u8 = 0;
const NO_STEPS: [f32; PLACES] = [f32::NEG_INFINITY; PLACES];
/// What an exchange of two letters that stand side by side costs, as a slip of the keyboard; the learned steps do not
/// know it.
const EXCHANGED: f32 = 4.5;
/// Worth of a step that stands in no table.
const UNKNOWN: f32 = -6.0;

/// A slip of the keyboard may write or leave out any letter, in one script: no step is worth less.
const SLIP: f32 = -3.5;
/// What a letter is worth that a script does not have.
const LEAST_WORTH: f32 = 0.3;

/// The steps between Latin letters and those of one script.
struct Steps {
    one: [[f32; PLACES]; PLACES],
    /// For two letters on the Latin side the row in `two_to_one`; those without a step have one too, where all is impossible,
    /// so that nothing has to be decided on the way.
    latin_pairs: [u8; PAIRS],
    two_to_one: Vec<[f32; PLACES]>,
    /// For two letters on the other side the place in `one_to_two`, where all such steps of a Latin letter stand side by side.
    other_pairs: [u8; PAIRS],
    one_to_two: Vec<[f32; ROWS]>,
    /// What a letter is worth on average between two forms of one name.
    latin_worth: [f32; PLACES],
    other_worth: [f32; PLACES],
}

impl Steps {
    fn none() -> Steps {
        Steps {
            one: [[UNKNOWN; PLACES]; PLACES],
            latin_pairs: [NO_PAIR; PAIRS],
            two_to_one: vec![NO_STEPS; ROWS],
            other_pairs: [NO_PAIR; PAIRS],
            one_to_two: vec![[f32::NEG_INFINITY; ROWS]; PLACES],
            latin_worth: [1.0; PLACES],
            other_worth: [1.0; PLACES],
        }
    }
}

static STEPS: LazyLock<Vec<Steps>> = LazyLock::new(|| read(include_str!("../data/steps.txt")));

/// Reads lines of `Script latin other worth`, where letters stand for themselves, `-` for none, and `<` and `>` begin what
/// a Latin letter and one of the other script are worth on average. Lines of another form are passed over; a test holds
/// that the carried file has none.
fn read(text: &str) -> Vec<Steps> {
    let mut all: Vec<Steps> = Script::ALL.iter().map(|_| Steps::none()).collect();
    for line in text.lines() {
        read_line(line, &mut all);
    }
    for one in all[0].one.as_flattened_mut() {
        *one = one.max(SLIP);
    }
    all
}

fn read_line(line: &str, all: &mut [Steps]) -> Option<()> {
    let mut parts = line.split(' ');
    let name = parts.next()?;
    let script = Script::ALL.into_iter().find(|script| format!("{script:?}") == name)?;
    let steps = all.get_mut(script as usize)?;
    let (latin, other, worth) = (parts.next()?.as_bytes(), parts.next()?.as_bytes(), parts.next()?.parse().ok()?);
    match (latin, other) {
        ([b'<'], [letter]) => *steps.latin_worth.get_mut(place(*letter)?)? = f32::max(worth, LEAST_WORTH),
        ([b'>'], [letter]) => *steps.other_worth.get_mut(place(*letter)?)? = f32::max(worth, LEAST_WORTH),
        ([a], [b]) => *steps.one.get_mut(place(*a)?)?.get_mut(place(*b)?)? = worth,
        ([a, b], [c]) => *steps.two_to_one[row(&mut steps.latin_pairs, *a, *b)?].get_mut(place(*c)?)? = worth,
        ([a], [b, c]) => steps.one_to_two[place(*a)?][row(&mut steps.other_pairs, *b, *c)?] = worth,
        _ => return None,
    }
    Some(())
}

fn place(letter: u8) -> Option<usize> {
    match letter {
        b'a'..=b'z' => Some(usize::from(letter & 31)),
        b'-' => Some(NONE),
        _ => None,
    }
}

/// The row of a pair of letters; the next one if it has none yet.
fn row(pairs: &mut [u8; PAIRS], a: u8, b: u8) -> Option<usize> {
    let next = pairs.iter().max()?.checked_add(1)?;
    let pair = pairs.get_mut(place(a)? * PLACES + place(b)?)?;
    if *pair == NO_PAIR {
        *pair = next;
    }
    Some(usize::from(*pair))
}

/// How alike two words are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Alike {
    /// 0 nothing in common, 1 as alike as forms of one name usually are.
    pub share: f32,
    /// The logarithm of how much likelier they are as forms of one name than by chance; long words tell more.
    pub worth: f32,
}

/// The more alike of two.
fn better(a: Alike, b: Alike) -> Alike {
    if a.share >= b.share { a } else { b }
}

/// What a word is worth that stands in both names letter for letter.
pub(crate) fn same(word: &Roman) -> Alike {
    Alike {
        share: 1.0,
        worth: usual(&STEPS[0].latin_worth, word),
    }
}

/// What the letters of a word are worth between two forms of one name.
fn usual(worth: &[f32; PLACES], word: &Roman) -> f32 {
    word.letters().iter().map(|letter| worth[usize::from(letter & 31)]).sum()
}

/// How alike two words are. Of words that are less alike than `least` it may say that they have nothing in common.
pub(crate) fn alike(x: &Roman, y: &Roman, least: f32) -> Alike {
    match (x.script, y.script) {
        _ if x.letters().is_empty() || y.letters().is_empty() => Alike::default(),
        (a, b) if a == b => {
            if x.letters() == y.letters() {
                return same(x);
            }
            compared::<true>(&STEPS[0], x, y, least)
        }
        (Script::Latin, other) => compared::<false>(&STEPS[other as usize], x, y, least),
        (other, Script::Latin) => compared::<false>(&STEPS[other as usize], y, x, least),
        // Between two scripts neither of which is Latin, each is taken for Latin in its turn.
        (one, other) => better(
            compared::<false>(&STEPS[other as usize], x, y, least),
            compared::<false>(&STEPS[one as usize], y, x, least),
        ),
    }
}

/// The larger; neither is ever not a number, which spares what `f32::max` does about it.
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The side of a comparison whose letters stand across, with what is asked for again in each line.
struct Across {
    letters: [u8; PLACES],
    /// What it costs to leave each letter out.
    left_out: [f32; PLACES],
    /// The rows of each letter with the one before it.
    pairs: [u8; PLACES],
}

/// A line of the table of best sums: the best for what was read of the Latin side, and for 0, 1, 2 … letters of the other.
type Line = [f32; PLACES];

fn compared<const SAME_SCRIPT: bool>(steps: &Steps, x: &Roman, y: &Roman, least: f32) -> Alike {
    let (of_x, of_y) = (usual(&steps.latin_worth, x), usual(&steps.other_worth, y));
    let usual = of_x + of_y;
    let enough = least * usual / 2.0;
    let length = y.letters().len();
    let mut across = Across {
        letters: [0; PLACES],
        left_out: [0.0; PLACES],
        pairs: [NO_PAIR; PLACES],
    };
    // Where in the other word each letter stands, a bit a place.
    let mut stands = [0u32; PLACES];
    let (mut before, mut last) = (NO_STEPS, NO_STEPS);
    last[0] = 0.0;
    let mut y_before = NONE;
    for (j, letter) in y.letters().iter().enumerate() {
        let letter = usize::from(letter & 31);
        let left_out = steps.one[NONE][letter];
        across.letters[j & 31] = letter as u8;
        across.left_out[j & 31] = left_out;
        across.pairs[j & 31] = steps.other_pairs[y_before * PLACES + letter];
        last[(j + 1) & 31] = last[j & 31] + left_out;
        if SAME_SCRIPT {
            stands[letter] |= 1 << j;
        }
        y_before = letter;
    }
    let mut to_come = of_x;
    let mut x_before = NONE;
    for letter in x.letters() {
        let letter = usize::from(letter & 31);
        to_come -= steps.latin_worth[letter];
        let lines = (&mut before, &mut last);
        let exchanged = if SAME_SCRIPT {
            stands[letter] << 1 & stands[x_before] & !1
        } else {
            0
        };
        let highest = if exchanged == 0 {
            line::<false>(steps, x_before, letter, &across, length, lines, 0)
        } else {
            line::<true>(steps, x_before, letter, &across, length, lines, exchanged)
        };
        if highest + to_come * HOPE < enough {
            return Alike::default();
        }
        x_before = letter;
    }
    let sum = last[length & 31];
    Alike {
        share: (2.0 * sum / usual).clamp(0.0, 1.0),
        worth: sum,
    }
}

/// Makes of the last line the next one, for one more letter of the Latin side, and of the one before it the last; returns the
/// highest sum. `exchanged` has a bit for each letter across that stands in the place of the one before it, and that one in its.
fn line<const EXCHANGE: bool>(
    steps: &Steps,
    before_it: usize,
    letter: usize,
    across: &Across,
    length: usize,
    (before, last): (&mut Line, &mut Line),
    exchanged: u32,
) -> f32 {
    let ones = &steps.one[letter & 31];
    let two = steps.latin_pairs[(before_it & 31) * PLACES + (letter & 31)];
    let (Some(two), Some(to_two)) = (steps.two_to_one.get(usize::from(two)), steps.one_to_two.get(letter)) else {
        return f32::NEG_INFINITY;
    };
    let left_out = ones[NONE];
    // What stood to the left of a place, and two to the left, in the last line and in that before it.
    let (mut last_left, mut last_left_2) = (last[0], f32::NEG_INFINITY);
    let (mut before_left, mut before_left_2) = (before[0], f32::NEG_INFINITY);
    let mut beside = last_left + left_out;
    (before[0], last[0]) = (last_left, beside);
    let mut highest = beside;
    for j in 0..length {
        let b = usize::from(across.letters[j & 31] & 31);
        let place = (j + 1) & 31;
        let (last_here, before_here) = (last[place], before[place]);
        let with_one = larger(last_left + ones[b], last_here + left_out);
        let with_two = larger(before_left + two[b], last_left_2 + to_two[usize::from(across.pairs[j & 31])]);
        let mut best = larger(with_one, with_two);
        if EXCHANGE && exchanged >> j & 1 == 1 {
            best = larger(best, before_left_2 + ones[letter & 31] + steps.one[b][b] - EXCHANGED);
        }
        beside = larger(best, beside + across.left_out[j & 31]);
        (before[place], last[place]) = (last_here, beside);
        highest = larger(highest, beside);
        (last_left_2, last_left) = (last_left, last_here);
        (before_left_2, before_left) = (before_left, before_here);
    }
    highest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_steps_is_read() {
        let mut all: Vec<Steps> = Script::ALL.iter().map(|_| Steps::none()).collect();
        for line in include_str!("../data/steps.txt").lines() {
            assert!(read_line(line, &mut all).is_some(), "{line}");
        }
        for (script, steps) in Script::ALL.iter().zip(&all) {
            assert!(
                steps
                    .one
                    .iter()
                    .take(27)
                    .skip(1)
                    .all(|row| row[1..27].iter().all(|worth| *worth != UNKNOWN)),
                "{script:?} lacks steps"
            );
        }
    }
}
