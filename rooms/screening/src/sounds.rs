//! How alike two words are: the letters of one are set against those of the other, one against one, two against one
//! or one against none, and each such step counts by how much likelier it is between two forms of one name than by
//! chance. What the steps are worth was learned from places whose names are written in several scripts; how is told in
//! `docs/screening.md`, by `benches/screening/fit.rs`.

use crate::order::larger;
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

/// The steps from the letters that one word is written in to those of another. What a step is worth is counted from leaving out its
/// letters on both sides: so a letter that is left out changes no sum, and whoever looks for the best sum waits for no addition
/// there. One word stands down, a line for each letter, the other across.
struct Steps {
    one: [[f32; PLACES]; PLACES],
    /// What it costs to leave out each letter.
    down_left_out: [f32; PLACES],
    across_left_out: [f32; PLACES],
    /// For two letters that stand down the row in `two_to_one`; those without a step have one too, where all is impossible, so that
    /// nothing has to be decided on the way.
    down_pairs: [u8; PAIRS],
    two_to_one: Vec<[f32; PLACES]>,
    /// For two letters across the place in `one_to_two`, where all such steps of a letter that stands down are side by side.
    across_pairs: [u8; PAIRS],
    one_to_two: Vec<[f32; ROWS]>,
    /// What a letter is worth on average between two forms of one name.
    down_worth: [f32; PLACES],
    across_worth: [f32; PLACES],
}

impl Steps {
    fn none() -> Steps {
        Steps {
            one: [[UNKNOWN; PLACES]; PLACES],
            down_left_out: [0.0; PLACES],
            across_left_out: [0.0; PLACES],
            down_pairs: [NO_PAIR; PAIRS],
            two_to_one: vec![NO_STEPS; ROWS],
            across_pairs: [NO_PAIR; PAIRS],
            one_to_two: vec![[f32::NEG_INFINITY; ROWS]; PLACES],
            down_worth: [WHOLE; PLACES],
            across_worth: [WHOLE; PLACES],
        }
    }

    /// Sets what a step is worth, of the letters of one word and those of the other.
    fn set(&mut self, down: &[u8], across: &[u8], worth: f32) -> Option<()> {
        match (down, across) {
            ([b'<'], [letter]) => *self.down_worth.get_mut(place(*letter)?)? = worth.max(LEAST_WORTH),
            ([b'>'], [letter]) => *self.across_worth.get_mut(place(*letter)?)? = worth.max(LEAST_WORTH),
            ([a], [b]) => *self.one.get_mut(place(*a)?)?.get_mut(place(*b)?)? = worth,
            ([a, b], [c]) => *self.two_to_one[row(&mut self.down_pairs, *a, *b)?].get_mut(place(*c)?)? = worth,
            ([a], [b, c]) => self.one_to_two[place(*a)?][row(&mut self.across_pairs, *b, *c)?] = worth,
            _ => return None,
        }
        Some(())
    }

    /// Counts each step, which was set as it is worth by itself, from leaving out its letters.
    fn count_from_leaving_out(&mut self) {
        self.across_left_out = self.one[NONE];
        self.down_left_out = std::array::from_fn(|down| self.one[down][NONE]);
        let (down_left_out, across_left_out) = (self.down_left_out, self.across_left_out);
        for (ones, left_out) in self.one.iter_mut().zip(down_left_out) {
            ones.iter_mut()
                .zip(across_left_out)
                .for_each(|(one, across)| *one -= left_out + across);
        }
        for (pair, row) in self.down_pairs.iter().enumerate().filter(|(_, row)| **row != NO_PAIR) {
            let left_out = down_left_out[pair / PLACES] + down_left_out[pair % PLACES];
            let steps = self.two_to_one[usize::from(*row)].iter_mut();
            steps.zip(across_left_out).for_each(|(two, across)| *two -= left_out + across);
        }
        for (pair, row) in self.across_pairs.iter().enumerate().filter(|(_, row)| **row != NO_PAIR) {
            let left_out = across_left_out[pair / PLACES] + across_left_out[pair % PLACES];
            for (steps, down) in self.one_to_two.iter_mut().zip(down_left_out) {
                steps[usize::from(*row)] -= left_out + down;
            }
        }
    }
}

/// The steps between Latin letters and those of one script, the one down or the other.
struct BothWays {
    latin_down: Steps,
    latin_across: Steps,
}

static STEPS: LazyLock<Vec<BothWays>> = LazyLock::new(|| {
    let mut all = none();
    for line in include_str!("../data/steps.txt").lines() {
        read_line(line, &mut all);
    }
    for steps in &mut all[..1] {
        let ones = [&mut steps.latin_down.one, &mut steps.latin_across.one];
        ones.into_iter()
            .flat_map(|one| one.as_flattened_mut())
            .for_each(|one| *one = one.max(SLIP));
    }
    for steps in &mut all {
        steps.latin_down.count_from_leaving_out();
        steps.latin_across.count_from_leaving_out();
    }
    all
});

/// No steps yet, for each script.
fn none() -> Vec<BothWays> {
    let both = |_| BothWays {
        latin_down: Steps::none(),
        latin_across: Steps::none(),
    };
    Script::ALL.iter().map(both).collect()
}

/// Reads a line of `Script latin other worth`, where letters stand for themselves, `-` for none, and `<` and `>` begin what a Latin
/// letter and one of the other script are worth on average. A line of another form is passed over; a test holds that the carried
/// file has none.
fn read_line(line: &str, all: &mut [BothWays]) -> Option<()> {
    let mut parts = line.split(' ');
    let name = parts.next()?;
    let script = Script::ALL.into_iter().find(|script| format!("{script:?}") == name)?;
    let BothWays { latin_down, latin_across } = all.get_mut(script as usize)?;
    let (latin, other) = (parts.next()?.as_bytes(), parts.next()?.as_bytes());
    let worth = (parts.next()?.parse::<f32>().ok()? * WHOLE).round();
    latin_down.set(latin, other, worth)?;
    match (latin, other) {
        (b"<", letter) => latin_across.set(b">", letter, worth),
        (b">", letter) => latin_across.set(b"<", letter, worth),
        (latin, other) => latin_across.set(other, latin, worth),
    }
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
        worth: usual(&STEPS[0].latin_down.down_worth, word) / WHOLE,
    }
}

/// What the letters of a word are worth between two forms of one name.
fn usual(worth: &[f32; PLACES], word: &Roman) -> f32 {
    word.letters().iter().map(|letter| worth[usize::from(letter & 31)]).sum()
}

/// By which steps two words are set against each other.
#[derive(Clone, Copy)]
enum By {
    /// Both are of one script.
    OneScript,
    /// Those of the script of the word across; the other is Latin, or taken for it.
    Across,
    /// Those of the script of the word that stands down.
    Down(Script),
}

/// How alike two words are, by the steps that hold between their scripts; `compare` sets letters against letters.
#[inline]
fn by_their_scripts(down: &Roman, across: &Roman, mut compare: impl FnMut(By, &Steps) -> Alike) -> Alike {
    if down.letters().is_empty() || across.letters().is_empty() {
        return Alike::default();
    }
    if down.script == across.script {
        return match down.letters() == across.letters() {
            true => same(across),
            false => compare(By::OneScript, &STEPS[0].latin_down),
        };
    }
    // Between two scripts neither of which is Latin, each is taken for Latin in its turn.
    let mut best = Alike::default();
    if across.script != Script::Latin {
        best = compare(By::Across, &STEPS[across.script as usize].latin_down);
    }
    if down.script != Script::Latin {
        best = better(best, compare(By::Down(down.script), &STEPS[down.script as usize].latin_across));
    }
    best
}

/// How alike two words are. Of words that are less alike than `least` it may say that they have nothing in common.
pub(crate) fn alike(x: &Roman, y: &Roman, least: f32) -> Alike {
    by_their_scripts(x, y, |by, steps| compared(by, steps, x, &Across::of(steps, y), least))
}

/// A word that is held against one or many others, with what was made ready for it once for all of these: as it stands across for
/// each kind of steps.
pub(crate) struct Sought<'a> {
    word: &'a Roman,
    in_one_script: Option<Across>,
    /// With the steps of its own script, against words that are Latin or taken for it.
    as_other: Option<Across>,
    /// With the steps of another script, taken for Latin itself.
    as_latin: [Option<Across>; Script::ALL.len()],
}

impl<'a> Sought<'a> {
    pub fn of(word: &'a Roman) -> Sought<'a> {
        Sought {
            word,
            in_one_script: None,
            as_other: None,
            as_latin: [const { None }; Script::ALL.len()],
        }
    }

    /// How alike another word is. Of words that are less alike than `least` it may say that they have nothing in common.
    pub fn alike(&mut self, other: &Roman, least: f32) -> Alike {
        let word = self.word;
        by_their_scripts(other, word, |by, steps| {
            let across = match by {
                By::OneScript => &mut self.in_one_script,
                By::Across => &mut self.as_other,
                By::Down(script) => &mut self.as_latin[script as usize],
            };
            compared(by, steps, other, across.get_or_insert_with(|| Across::of(steps, word)), least)
        })
    }
}

/// A letter that stands across, with what is asked for again in each line.
#[derive(Clone, Copy, Default)]
struct Letter {
    letter: u8,
    /// The row of the letter with the one before it.
    pair: u8,
    /// What it costs to leave out all letters up to here.
    left_out: f32,
}

/// A word as it stands across.
struct Across {
    letters: [Letter; LONGEST],
    length: usize,
    /// What its letters are worth between two forms of one name.
    usual: f32,
    /// What it costs to leave out all of them.
    left_out: f32,
    /// Which letters stand in it, a bit each.
    holds: u32,
}

impl Across {
    fn of(steps: &Steps, word: &Roman) -> Across {
        let mut across = Across {
            letters: [Letter::default(); LONGEST],
            length: word.letters().len(),
            usual: usual(&steps.across_worth, word),
            left_out: 0.0,
            holds: 0,
        };
        let mut before = NONE;
        for (here, letter) in across.letters.iter_mut().zip(word.letters()) {
            let letter = usize::from(letter & 31);
            across.left_out += steps.across_left_out[letter];
            *here = Letter {
                letter: letter as u8,
                pair: steps.across_pairs[before * PLACES + letter],
                left_out: across.left_out,
            };
            across.holds |= 1 << letter;
            before = letter;
        }
        across
    }

    /// Where in the word two letters stand side by side, a bit for the second of them.
    fn exchanged(&self, (first, second): (usize, usize)) -> u32 {
        let asked_for = 1 << (first & 31) | 1 << (second & 31);
        if self.holds & asked_for != asked_for {
            return 0;
        }
        let pairs = self.letters.windows(2).take(self.length.saturating_sub(1)).enumerate();
        pairs.fold(0, |bits, (place, pair)| {
            let here = usize::from(pair[0].letter) == first && usize::from(pair[1].letter) == second;
            bits | u32::from(here) << (place + 1)
        })
    }
}

/// A line of the table of best sums: the best for what was read of the word that stands down, and for 1, 2 … letters of the other.
/// For none it is 0, as whatever is left out counts nothing.
type Line = [f32; LONGEST];

fn compared(by: By, steps: &Steps, down: &Roman, across: &Across, least: f32) -> Alike {
    match by {
        By::OneScript => compared_by::<true>(steps, down, across, least),
        By::Across | By::Down(_) => compared_by::<false>(steps, down, across, least),
    }
}

fn compared_by<const SAME_SCRIPT: bool>(steps: &Steps, down: &Roman, across: &Across, least: f32) -> Alike {
    let of_down = usual(&steps.down_worth, down);
    let usual = of_down + across.usual;
    let enough = least * usual / 2.0;
    let letters = across.letters.get(..across.length).unwrap_or_default();
    let (mut before, mut last) = ([0.0; LONGEST], [0.0; LONGEST]);
    let (mut letter_before, mut left_out, mut to_come) = (NONE, 0.0, of_down);
    for letter in down.letters() {
        let letter = usize::from(letter & 31);
        to_come -= steps.down_worth[letter];
        left_out += steps.down_left_out[letter];
        let lines = (&mut before, &mut last);
        let exchanged = if SAME_SCRIPT {
            across.exchanged((letter, letter_before))
        } else {
            0
        };
        let highest = if exchanged == 0 {
            line::<false>(steps, (letter_before, letter), letters, lines, 0)
        } else {
            line::<true>(steps, (letter_before, letter), letters, lines, exchanged)
        };
        if left_out + highest + to_come * HOPE < enough {
            return Alike::default();
        }
        letter_before = letter;
    }
    let best = letters.len().checked_sub(1).and_then(|place| last.get(place));
    let sum = left_out + across.left_out + best.copied().unwrap_or_default();
    Alike {
        share: (2.0 * sum / usual).clamp(0.0, 1.0),
        worth: sum / WHOLE,
    }
}

/// Makes of the last line the next one, for one more letter that stands down after the one before it, and of the one before the
/// last line the last; returns the highest sum if the letters that are not reached across count nothing. `exchanged` has a bit for
/// each letter across that stands in the place of the one before it, and that one in its.
fn line<const EXCHANGE: bool>(
    steps: &Steps,
    (before_it, letter): (usize, usize),
    across: &[Letter],
    (before, last): (&mut Line, &mut Line),
    exchanged: u32,
) -> f32 {
    let ones = &steps.one[letter & 31];
    let two = steps.down_pairs[(before_it & 31) * PLACES + (letter & 31)];
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
        let mut all = none();
        for line in include_str!("../data/steps.txt").lines() {
            assert!(read_line(line, &mut all).is_some(), "{line}");
        }
        for (script, steps) in Script::ALL.iter().zip(&all) {
            assert!(
                steps
                    .latin_down
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
