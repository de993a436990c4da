//! Learns what each step between two forms of a name is worth, from places whose names are written in several scripts.
//!
//! ```sh
//! python3 benches/screening/place_names.py > pairs.tsv
//! cargo run --release -p screening --example fit -- pairs.tsv rooms/screening/data/steps.txt
//! ```
//!
//! The model: two forms of a name come about by steps, each of which writes one letter on both sides, two on one
//! and one on the other, or one on one side only. The chance of each step is learned by expectation and maximisation;
//! pairs that are no likelier under the model than by chance (translations) are left out. What is written down is the
//! logarithm of how much likelier a step is than its letters by chance.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use screening::roman::Roman;
use screening::script::Script;
use std::fmt::Write as _;

const NONE: usize = 26;
const ONE: usize = 27 * 27;
const TWO: usize = 26 * 26 * 26;

/// Chances of the steps, then counts of them.
#[derive(Clone)]
struct Steps {
    one: Vec<f64>,
    two_one: Vec<f64>,
    one_two: Vec<f64>,
}

impl Steps {
    fn of(value: f64) -> Steps {
        Steps {
            one: vec![value; ONE],
            two_one: vec![value; TWO],
            one_two: vec![value; TWO],
        }
    }

    /// Letters that stay, with a little of everything else.
    fn first() -> Steps {
        let mut steps = Steps::of(1e-8);
        for a in 0..26 {
            for b in 0..26 {
                steps.one[a * 27 + b] = if a == b { 0.02 } else { 0.0003 };
            }
            steps.one[a * 27 + NONE] = 0.003;
            steps.one[NONE * 27 + a] = 0.003;
        }
        for place in 0..TWO {
            steps.two_one[place] = 1e-6;
            steps.one_two[place] = 1e-6;
        }
        steps
    }

    fn normalise(&mut self) {
        let sum: f64 = self.one.iter().chain(&self.two_one).chain(&self.one_two).sum();
        for value in self.one.iter_mut().chain(&mut self.two_one).chain(&mut self.one_two) {
            *value /= sum;
        }
    }
}

struct Pair {
    x: Vec<usize>,
    y: Vec<usize>,
}

fn step_sum(steps: &Steps, pair: &Pair, counts: Option<&mut Steps>) -> f64 {
    let (n, m) = (pair.x.len(), pair.y.len());
    let at = |i: usize, j: usize| i * (m + 1) + j;
    let mut forward = vec![0.0f64; (n + 1) * (m + 1)];
    forward[0] = 1.0;
    let (x, y) = (&pair.x, &pair.y);
    for i in 0..=n {
        for j in 0..=m {
            let mut sum = forward[at(i, j)];
            if i > 0 {
                sum += forward[at(i - 1, j)] * steps.one[x[i - 1] * 27 + NONE];
            }
            if j > 0 {
                sum += forward[at(i, j - 1)] * steps.one[NONE * 27 + y[j - 1]];
            }
            if i > 0 && j > 0 {
                sum += forward[at(i - 1, j - 1)] * steps.one[x[i - 1] * 27 + y[j - 1]];
            }
            if i > 1 && j > 0 {
                sum += forward[at(i - 2, j - 1)] * steps.two_one[(x[i - 2] * 26 + x[i - 1]) * 26 + y[j - 1]];
            }
            if i > 0 && j > 1 {
                sum += forward[at(i - 1, j - 2)] * steps.one_two[(x[i - 1] * 26 + y[j - 2]) * 26 + y[j - 1]];
            }
            forward[at(i, j)] = sum;
        }
    }
    let total = forward[at(n, m)];
    let Some(counts) = counts else { return total };
    let mut backward = vec![0.0f64; (n + 1) * (m + 1)];
    backward[at(n, m)] = 1.0;
    for i in (0..=n).rev() {
        for j in (0..=m).rev() {
            let here = forward[at(i, j)] / total;
            let mut sum = backward[at(i, j)];
            if i < n {
                let step = steps.one[x[i] * 27 + NONE] * backward[at(i + 1, j)];
                counts.one[x[i] * 27 + NONE] += here * step;
                sum += step;
            }
            if j < m {
                let step = steps.one[NONE * 27 + y[j]] * backward[at(i, j + 1)];
                counts.one[NONE * 27 + y[j]] += here * step;
                sum += step;
            }
            if i < n && j < m {
                let step = steps.one[x[i] * 27 + y[j]] * backward[at(i + 1, j + 1)];
                counts.one[x[i] * 27 + y[j]] += here * step;
                sum += step;
            }
            if i + 1 < n && j < m {
                let place = (x[i] * 26 + x[i + 1]) * 26 + y[j];
                let step = steps.two_one[place] * backward[at(i + 2, j + 1)];
                counts.two_one[place] += here * step;
                sum += step;
            }
            if i < n && j + 1 < m {
                let place = (x[i] * 26 + y[j]) * 26 + y[j + 1];
                let step = steps.one_two[place] * backward[at(i + 1, j + 2)];
                counts.one_two[place] += here * step;
                sum += step;
            }
            backward[at(i, j)] = sum;
        }
    }
    total
}

fn letters(roman: &Roman) -> Vec<usize> {
    roman.letters().iter().map(|letter| usize::from(letter - b'a')).collect()
}

/// A slip of the keyboard at a place that a plain generator of numbers draws: left out, put in, changed or exchanged.
fn slip(word: &[usize], state: &mut u64) -> Vec<usize> {
    let mut draw = |below: usize| {
        *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (*state >> 33) as usize % below
    };
    let mut slipped = word.to_vec();
    let place = draw(word.len());
    match draw(4) {
        0 => {
            slipped.remove(place);
        }
        1 => slipped.insert(place, draw(26)),
        2 => slipped[place] = draw(26),
        _ if place + 1 < word.len() => slipped.swap(place, place + 1),
        _ => {}
    }
    slipped
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (from, to) = (arguments.next().expect("pairs.tsv"), arguments.next().expect("steps.txt"));
    let text = std::fs::read_to_string(from).unwrap();
    let mut pairs: Vec<Vec<Pair>> = (0..Script::ALL.len()).map(|_| Vec::new()).collect();
    let mut state = 7;
    for (number, line) in text.lines().enumerate() {
        let (latin, other) = line.split_once('\t').unwrap();
        let (latin, other) = (Roman::of(latin), Roman::of(other));
        let (x, y) = (letters(&latin), letters(&other));
        if x.len() < 3 || y.len() < 2 || latin.script != Script::Latin || other.disguised {
            continue;
        }
        if other.script == Script::Latin {
            if number % 5 == 0 {
                let y = slip(&x, &mut state);
                pairs[0].push(Pair { x: x.clone(), y });
            }
            // Between two forms in Latin letters nothing tells which came first.
            pairs[0].push(Pair {
                x: y.clone(),
                y: x.clone(),
            });
        }
        pairs[other.script as usize].push(Pair { x, y });
    }
    let mut out = String::new();
    for script in Script::ALL {
        let all = &pairs[script as usize];
        let mut steps = Steps::first();
        steps.normalise();
        let (mut by_x, mut by_y) = ([1.0f64; 26], [1.0f64; 26]);
        let mut kept = 0;
        for round in 0..12 {
            let mut counts = Steps::of(0.0);
            let (mut seen_x, mut seen_y) = ([1.0f64; 26], [1.0f64; 26]);
            let (sum_x, sum_y) = (by_x.iter().sum::<f64>(), by_y.iter().sum::<f64>());
            kept = 0;
            for pair in all {
                let by_chance: f64 =
                    pair.x.iter().map(|a| by_x[*a] / sum_x).product::<f64>() * pair.y.iter().map(|b| by_y[*b] / sum_y).product::<f64>();
                let likelihood = step_sum(&steps, pair, None);
                let evidence = (likelihood / by_chance).ln() / (pair.x.len() + pair.y.len()) as f64;
                if likelihood <= 0.0 || evidence < if script == Script::Latin { 0.6 } else { 0.3 } {
                    continue;
                }
                kept += 1;
                step_sum(&steps, pair, Some(&mut counts));
                pair.x.iter().for_each(|a| seen_x[*a] += 1.0);
                pair.y.iter().for_each(|b| seen_y[*b] += 1.0);
            }
            (by_x, by_y) = (seen_x, seen_y);
            if script == Script::Latin {
                for a in 0..27 {
                    for b in 0..a {
                        let mean = (counts.one[a * 27 + b] + counts.one[b * 27 + a]) / 2.0;
                        counts.one[a * 27 + b] = mean;
                        counts.one[b * 27 + a] = mean;
                    }
                }
            }
            for (place, count) in counts.one.iter_mut().enumerate() {
                let (a, b) = (place / 27, place % 27);
                // A little of every step, in proportion to its letters: nothing is impossible.
                let x = if a == NONE { 0.1 } else { by_x[a] / by_x.iter().sum::<f64>() };
                let y = if b == NONE { 0.1 } else { by_y[b] / by_y.iter().sum::<f64>() };
                *count += 0.02 * kept as f64 * x * y;
            }
            // What two letters did together only now and then is chance.
            let least = (kept as f64 / 20_000.0).max(1.5);
            for count in counts.two_one.iter_mut().chain(&mut counts.one_two) {
                *count = if *count < least && round > 2 { 0.0 } else { *count };
            }
            steps = counts;
            steps.normalise();
        }
        eprintln!("{script:?}: {} pairs, {kept} kept", all.len());
        let (sum_x, sum_y) = (by_x.iter().sum::<f64>(), by_y.iter().sum::<f64>());
        let x = |a: usize| if a == NONE { 1.0 } else { by_x[a] / sum_x };
        let y = |b: usize| if b == NONE { 1.0 } else { by_y[b] / sum_y };
        let letter = |a: usize| {
            if a == NONE {
                '-'
            } else {
                char::from(b'a' + u8::try_from(a).unwrap())
            }
        };
        for a in 0..27 {
            for b in 0..27 {
                if a == NONE && b == NONE {
                    continue;
                }
                let worth = (steps.one[a * 27 + b] / (x(a) * y(b))).ln();
                writeln!(out, "{script:?} {} {} {worth:.2}", letter(a), letter(b)).unwrap();
            }
        }
        // What a letter of a true pair is worth on average; of a step with two letters on one side each bears half.
        let (mut worth_x, mut worth_y) = ([(0.0f64, 1e-9f64); 26], [(0.0f64, 1e-9f64); 26]);
        let mut add = |on_x: &[usize], on_y: &[usize], chance: f64| {
            let by_chance: f64 = on_x.iter().map(|a| x(*a)).product::<f64>() * on_y.iter().map(|b| y(*b)).product::<f64>();
            let worth = if chance > 0.0 { chance * (chance / by_chance).ln() } else { 0.0 };
            for a in on_x {
                worth_x[*a].0 += worth / on_x.len() as f64;
                worth_x[*a].1 += chance;
            }
            for b in on_y {
                worth_y[*b].0 += worth / on_y.len() as f64;
                worth_y[*b].1 += chance;
            }
        };
        for place in 0..ONE {
            match (place / 27, place % 27) {
                (NONE, NONE) => {}
                (a, NONE) => add(&[a], &[], steps.one[place]),
                (NONE, b) => add(&[], &[b], steps.one[place]),
                (a, b) => add(&[a], &[b], steps.one[place]),
            }
        }
        for place in 0..TWO {
            let (a, b, c) = (place / 676, place / 26 % 26, place % 26);
            add(&[a, b], &[c], steps.two_one[place]);
            add(&[a], &[b, c], steps.one_two[place]);
        }
        for a in 0..26 {
            writeln!(out, "{script:?} < {} {:.2}", letter(a), worth_x[a].0 / worth_x[a].1).unwrap();
            writeln!(out, "{script:?} > {} {:.2}", letter(a), worth_y[a].0 / worth_y[a].1).unwrap();
        }
        let apart = |a: usize, b: usize| (steps.one[a * 27 + b] / (x(a) * y(b))).ln();
        for place in 0..TWO {
            let (a, b, c) = (place / 676, place / 26 % 26, place % 26);
            if steps.two_one[place] > 0.0 {
                let worth = (steps.two_one[place] / (x(a) * x(b) * y(c))).ln();
                let otherwise = (apart(a, c) + apart(b, NONE)).max(apart(b, c) + apart(a, NONE));
                if worth > otherwise + 0.3 {
                    writeln!(out, "{script:?} {}{} {} {worth:.2}", letter(a), letter(b), letter(c)).unwrap();
                }
            }
            if steps.one_two[place] > 0.0 {
                let worth = (steps.one_two[place] / (x(a) * y(b) * y(c))).ln();
                let otherwise = (apart(a, b) + apart(NONE, c)).max(apart(a, c) + apart(NONE, b));
                if worth > otherwise + 0.3 {
                    writeln!(out, "{script:?} {} {}{} {worth:.2}", letter(a), letter(b), letter(c)).unwrap();
                }
            }
        }
    }
    std::fs::write(to, out).unwrap();
}
