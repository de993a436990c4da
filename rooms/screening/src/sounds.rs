//! How alike two words are: the letters of one are set against those of the other, one against one, two against one
//! or one against none, and each such step counts by how much likelier it is between two forms of one name than by
//! chance. What the steps are worth was learned from places whose names are written in several scripts; how is told in
//! `docs/screening.md`, by `benches/screening/fit.rs`.

use crate::roman::{LONGEST, Roman};
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
/// What a worth of one is here: worths are whole hundredths, whose sums are exact in whatever order they are added up.
const WHOLE: f32 = 100.0;
/// What an exchange of two letters that stand side by side costs, as a slip of the keyboard; the learned steps do not
/// know it.
const EXCHANGED: f32 = 450.0;
/// Worth of a step that stands in no table.
const UNKNOWN: f32 = -600.0;

/// A slip of the keyboard may write or leave out any letter, in one script: no step is worth less.
const SLIP: f32 = -350.0;
/// What a letter is worth that a script does not have.
const LEAST_WORTH: f32 = 30.0;

/// The steps between Latin letters and those of one script. What a step is worth is counted from leaving out its letters on both
/// sides: so a letter that is left out changes no sum, and whoever looks for the best sum waits for no addition there.
struct Steps {
    one: [[f32; PLACES]; PLACES],
    /// What it costs to leave out each letter.
    latin_left_out: [f32; PLACES],
    other_left_out: [f32; PLACES],
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
            latin_left_out: [0.0; PLACES],
            other_left_out: [0.0; PLACES],
            latin_pairs: [NO_PAIR; PAIRS],
            two_to_one: vec![NO_STEPS; ROWS],
            other_pairs: [NO_PAIR; PAIRS],
            one_to_two: vec![[f32::NEG_INFINITY; ROWS]; PLACES],
            latin_worth: [WHOLE; PLACES],
            other_worth: [WHOLE; PLACES],
        }
    }

    /// Counts each step, which was read as it is worth by itself, from leaving out its letters.
    fn count_from_leaving_out(&mut self) {
        self.other_left_out = self.one[NONE];
        self.latin_left_out = std::array::from_fn(|latin| self.one[latin][NONE]);
        let (latin_left_out, other_left_out) = (self.latin_left_out, self.other_left_out);
        for (ones, left_out) in self.one.iter_mut().zip(latin_left_out) {
            ones.iter_mut().zip(other_left_out).for_each(|(one, other)| *one -= left_out + other);
        }
        for (pair, row) in self.latin_pairs.iter().enumerate().filter(|(_, row)| **row != NO_PAIR) {
            let left_out = latin_left_out[pair / PLACES] + latin_left_out[pair % PLACES];
            let steps = self.two_to_one[usize::from(*row)].iter_mut();
            steps.zip(other_left_out).for_each(|(two, other)| *two -= left_out + other);
        }
        for (pair, row) in self.other_pairs.iter().enumerate().filter(|(_, row)| **row != NO_PAIR) {
            let left_out = other_left_out[pair / PLACES] + other_left_out[pair % PLACES];
            for (steps, latin) in self.one_to_two.iter_mut().zip(latin_left_out) {
                steps[usize::from(*row)] -= left_out + latin;
            }
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
    all.iter_mut().for_each(Steps::count_from_leaving_out);
    all
}

fn read_line(line: &str, all: &mut [Steps]) -> Option<()> {
    let mut parts = line.split(' ');
    let name = parts.next()?;
    let script = Script::ALL.into_iter().find(|script| format!("{script:?}") == name)?;
    let steps = all.get_mut(script as usize)?;
    let (latin, other) = (parts.next()?.as_bytes(), parts.next()?.as_bytes());
    let worth = (parts.next()?.parse::<f32>().ok()? * WHOLE).round();
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
        worth: usual(&STEPS[0].latin_worth, word) / WHOLE,
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

/// A letter of the side of a comparison that stands across, with what is asked for again in each line.
#[derive(Clone, Copy, Default)]
struct Across {
    letter: u8,
    /// The row of the letter with the one before it.
    pair: u8,
    /// What it costs to leave out all letters up to here.
    left_out: f32,
}

/// A line of the table of best sums: the best for what was read of the Latin side, and for 1, 2 … letters of the other. For none
/// it is 0, as whatever is left out counts nothing.
type Line = [f32; LONGEST];

fn compared<const SAME_SCRIPT: bool>(steps: &Steps, x: &Roman, y: &Roman, least: f32) -> Alike {
    let of_x = usual(&steps.latin_worth, x);
    let usual = of_x + usual(&steps.other_worth, y);
    let enough = least * usual / 2.0;
    let mut across = [Across::default(); LONGEST];
    // Where in the other word each letter stands, a bit a place.
    let mut stands = [0u32; PLACES];
    let (mut y_before, mut y_left_out) = (NONE, 0.0);
    for (j, (across, letter)) in across.iter_mut().zip(y.letters()).enumerate() {
        let letter = usize::from(letter & 31);
        y_left_out += steps.other_left_out[letter];
        *across = Across {
            letter: letter as u8,
            pair: steps.other_pairs[y_before * PLACES + letter],
            left_out: y_left_out,
        };
        if SAME_SCRIPT {
            stands[letter] |= 1 << j;
        }
        y_before = letter;
    }
    let across = across.get(..y.letters().len()).unwrap_or_default();
    let (mut before, mut last) = ([0.0; LONGEST], [0.0; LONGEST]);
    let (mut x_before, mut x_left_out, mut to_come) = (NONE, 0.0, of_x);
    for letter in x.letters() {
        let letter = usize::from(letter & 31);
        to_come -= steps.latin_worth[letter];
        x_left_out += steps.latin_left_out[letter];
        let lines = (&mut before, &mut last);
        let exchanged = if SAME_SCRIPT {
            stands[letter] << 1 & stands[x_before] & !1
        } else {
            0
        };
        let highest = if exchanged == 0 {
            line::<false>(steps, (x_before, letter), across, lines, 0)
        } else {
            line::<true>(steps, (x_before, letter), across, lines, exchanged)
        };
        if x_left_out + highest + to_come * HOPE < enough {
            return Alike::default();
        }
        x_before = letter;
    }
    let best = across.len().checked_sub(1).and_then(|place| last.get(place));
    let sum = x_left_out + y_left_out + best.copied().unwrap_or_default();
    Alike {
        share: (2.0 * sum / usual).clamp(0.0, 1.0),
        worth: sum / WHOLE,
    }
}

/// Makes of the last line the next one, for one more letter of the Latin side after the one before it, and of the one before the
/// last line the last; returns the highest sum if the letters that are not reached across count nothing. `exchanged` has a bit for
/// each letter across that stands in the place of the one before it, and that one in its.
fn line<const EXCHANGE: bool>(
    steps: &Steps,
    (before_it, letter): (usize, usize),
    across: &[Across],
    (before, last): (&mut Line, &mut Line),
    exchanged: u32,
) -> f32 {
    let ones = &steps.one[letter & 31];
    let two = steps.latin_pairs[(before_it & 31) * PLACES + (letter & 31)];
    let (Some(two), Some(to_two)) = (steps.two_to_one.get(usize::from(two)), steps.one_to_two.get(letter)) else {
        return f32::NEG_INFINITY;
    };
    // What stood to the left of a place, and two to the left, in the last line and in that before it.
    let (mut last_left, mut last_left_2) = (0.0, 0.0);
    let (mut before_left, mut before_left_2) = (0.0, 0.0);
    let (mut best, mut highest) = (0.0, 0.0);
    for (j, (across, (before, last))) in across.iter().zip(before.iter_mut().zip(last)).enumerate() {
        let b = usize::from(across.letter & 31);
        let (last_here, before_here) = (*last, *before);
        let with_one = larger(last_left + ones[b], last_here);
        let with_two = larger(before_left + two[b], last_left_2 + to_two[usize::from(across.pair)]);
        let mut here = larger(with_one, with_two);
        if EXCHANGE && exchanged >> j & 1 == 1 {
            here = larger(here, before_left_2 + ones[letter & 31] + steps.one[b][b] - EXCHANGED);
        }
        best = larger(here, best);
        (*before, *last) = (last_here, best);
        highest = larger(best + across.left_out, highest);
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
