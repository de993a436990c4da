//! How alike two words are: the letters of one are set against those of the other, one against one, two against one
//! or one against none, and each such step counts by how much likelier it is between two forms of one name than by
//! chance. What the steps are worth was learned from places whose names are written in several scripts; how is told in
//! `docs/screening.md`, by `benches/screening/fit.rs`.

use crate::roman::Roman;
use crate::script::Script;
use std::sync::LazyLock;

/// A letter that is left out.
const NONE: usize = 26;
/// Letters and none, padded to a power of two.
const PLACES: usize = 32;
/// Two letters.
const PAIRS: usize = PLACES * PLACES;
/// By how much more than usual the rest of a word may be worth; a word that then still is not alike enough is given up.
const HOPE: f32 = 1.2;
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
    /// For two letters on the other side the row in `one_to_two`.
    other_pairs: [u8; PAIRS],
    one_to_two: Vec<[f32; PLACES]>,
    /// What a letter is worth on average between two forms of one name.
    latin_worth: [f32; PLACES],
    other_worth: [f32; PLACES],
}

impl Steps {
    fn none() -> Steps {
        Steps {
            one: [[UNKNOWN; PLACES]; PLACES],
            latin_pairs: [NO_PAIR; PAIRS],
            two_to_one: vec![NO_STEPS],
            other_pairs: [NO_PAIR; PAIRS],
            one_to_two: vec![NO_STEPS],
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
    for a in 0..26 {
        for b in 0..26 {
            let one = &mut all[0].one[a][b];
            *one = one.max(SLIP);
        }
        all[0].one[a][NONE] = all[0].one[a][NONE].max(SLIP);
        all[0].one[NONE][a] = all[0].one[NONE][a].max(SLIP);
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
        ([a, b], [c]) => *row(&mut steps.latin_pairs, &mut steps.two_to_one, *a, *b)?.get_mut(place(*c)?)? = worth,
        ([a], [b, c]) => *row(&mut steps.other_pairs, &mut steps.one_to_two, *b, *c)?.get_mut(place(*a)?)? = worth,
        _ => return None,
    }
    Some(())
}

fn place(letter: u8) -> Option<usize> {
    match letter {
        b'a'..=b'z' => Some(usize::from(letter - b'a')),
        b'-' => Some(NONE),
        _ => None,
    }
}

fn row<'a>(pairs: &mut [u8; PAIRS], rows: &'a mut Vec<[f32; PLACES]>, a: u8, b: u8) -> Option<&'a mut [f32; PLACES]> {
    let pair = pairs.get_mut(place(a)? * PLACES + place(b)?)?;
    if *pair == NO_PAIR {
        *pair = u8::try_from(rows.len()).ok()?;
        rows.push(NO_STEPS);
    }
    rows.get_mut(usize::from(*pair))
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
    let worth = word
        .letters()
        .iter()
        .map(|letter| STEPS[0].latin_worth[usize::from(letter - b'a')])
        .sum();
    Alike { share: 1.0, worth }
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

fn compared<const SAME_SCRIPT: bool>(steps: &Steps, x: &Roman, y: &Roman, least: f32) -> Alike {
    let (mut xs, mut ys) = ([0u8; PLACES], [0u8; PLACES]);
    let (n, m) = (x.letters().len(), y.letters().len());
    let (mut of_x, mut of_y) = (0.0, 0.0);
    for (place, letter) in xs.iter_mut().zip(x.letters()) {
        *place = (letter - b'a') & 31;
        of_x += steps.latin_worth[usize::from(*place)];
    }
    for (place, letter) in ys.iter_mut().zip(y.letters()) {
        *place = (letter - b'a') & 31;
        of_y += steps.other_worth[usize::from(*place)];
    }
    let usual = of_x + of_y;
    let enough = least * usual / 2.0;
    let pair = |pairs: &[u8; PAIRS], a: u8, b: u8| usize::from(pairs[usize::from(a & 31) * PLACES + usize::from(b & 31)]);
    let y_pairs: [&[f32; PLACES]; PLACES] = {
        let mut rows = [&NO_STEPS; PLACES];
        for j in 1..m {
            let row = pair(&steps.other_pairs, ys[(j - 1) & 31], ys[j & 31]);
            rows[j & 31] = steps.one_to_two.get(row).unwrap_or(&NO_STEPS);
        }
        rows
    };
    // Three lines of the table of best sums: two letters ago, one ago, and now.
    let mut lines = [NO_STEPS; 3];
    lines[0][0] = 0.0;
    for j in 0..m {
        lines[0][(j + 1) & 31] = lines[0][j & 31] + steps.one[NONE][usize::from(ys[j & 31] & 31)];
    }
    let [mut before, mut last, mut now] = {
        let [a, b, c] = &mut lines;
        [c, a, b]
    };
    let mut to_come = of_x;
    for i in 0..n {
        let a = xs[i & 31];
        let letter = usize::from(a & 31);
        to_come -= steps.latin_worth[letter];
        let ones = &steps.one[letter];
        let left_out = ones[NONE];
        let x_before = xs[i.wrapping_sub(1) & 31];
        let row = if i > 0 {
            pair(&steps.latin_pairs, x_before, a)
        } else {
            usize::from(NO_PAIR)
        };
        let two = steps.two_to_one.get(row).unwrap_or(&NO_STEPS);
        let mut beside = last[0] + left_out;
        now[0] = beside;
        let mut highest = beside;
        for j in 0..m {
            let b = usize::from(ys[j & 31] & 31);
            let mut best = larger(last[j & 31] + ones[b], last[(j + 1) & 31] + left_out);
            best = larger(best, before[j & 31] + two[b]);
            best = larger(best, last[j.wrapping_sub(1) & 31] + y_pairs[j & 31][letter]);
            if SAME_SCRIPT && i > 0 && j > 0 && a == ys[(j - 1) & 31] && x_before == ys[j & 31] {
                best = larger(best, before[(j - 1) & 31] + ones[letter] + steps.one[b][b] - EXCHANGED);
            }
            beside = larger(best, beside + steps.one[NONE][b]);
            now[(j + 1) & 31] = beside;
            highest = larger(highest, beside);
        }
        if highest + to_come * HOPE < enough {
            return Alike::default();
        }
        (before, last, now) = (last, now, before);
    }
    let sum = last[m & 31];
    Alike {
        share: (2.0 * sum / usual).clamp(0.0, 1.0),
        worth: sum,
    }
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
                    .take(NONE)
                    .all(|row| row[..NONE].iter().all(|worth| *worth != UNKNOWN)),
                "{script:?} lacks steps"
            );
        }
    }
}
