//! How well screening finds: precision, recall and F1 on pairs of names and on registers.
//!
//! ```sh
//! cargo run --release -p screening --example evaluate -- pairs FILE.tsv
//! cargo run --release -p screening --example evaluate -- register WATCH.tsv REGISTER.tsv
//! ```
//!
//! Pairs: lines of `group`, `true` or `false`, name, name. Registers: lines of `id`, name, and in the register `group`; a
//! row and a watched name with the same id are the same person. Both learn how common words are from what they are given.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use screening::{Commonness, Kind, Row, Scratch, Screen, Watched};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Instant;

fn watched(id: &str, name: &str) -> Watched {
    Watched {
        id: id.into(),
        name: name.into(),
        aliases: Vec::new(),
        born_on: None,
        nationality: Vec::new(),
        gender: None,
        kind: Kind::Person,
    }
}

#[derive(Default, Clone, Copy)]
struct Counts {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Counts {
    fn line(self) -> String {
        let (right, wrong, missed) = (f64::from(self.right), f64::from(self.wrong), f64::from(self.missed));
        let precision = right / (right + wrong).max(1.0);
        let recall = right / (right + missed).max(1.0);
        format!(
            "P {precision:.3} R {recall:.3} F1 {:.3}  ({} right, {} wrong, {} missed)",
            self.f1(),
            self.right,
            self.wrong,
            self.missed
        )
    }

    fn f1(self) -> f64 {
        2.0 * f64::from(self.right) / f64::from(2 * self.right + self.wrong + self.missed).max(1.0)
    }
}

fn tab(path: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn row<'a>(names: &'a [&'a str]) -> Row<'a> {
    Row {
        names,
        born_on: None,
        nationality: None,
        gender: None,
    }
}

fn best(scores: &[(f32, bool)], all: u32) -> (f32, f64) {
    let mut sorted = scores.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut counts, mut best) = (
        Counts {
            missed: all,
            ..Counts::default()
        },
        (1.0, 0.0),
    );
    for (place, (score, right)) in sorted.iter().enumerate() {
        if *right {
            counts.right += 1;
            counts.missed -= 1;
        } else {
            counts.wrong += 1;
        }
        let last = sorted.get(place + 1).is_none_or(|next| next.0 < *score);
        if last && counts.f1() > best.1 {
            best = (*score, counts.f1());
        }
    }
    best
}

fn pairs(path: &str, verbose: bool) {
    let lines = tab(path);
    let mut common = Commonness::new();
    for line in &lines {
        common.learn(&line[2]);
        common.learn(&line[3]);
    }
    let mut groups: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut scores = Vec::new();
    for line in &lines {
        let (truth, names) = (line[1] == "true", [line[2].as_str()]);
        let screen = Screen::new(vec![watched("x", &line[3])], &common);
        let mut hits = Vec::new();
        screen.find(&row(&names), 0.0, &mut Scratch::new(), &mut hits);
        let score = hits.first().map_or(0.0, |hit| hit.score);
        scores.push((score, truth));
        for group in [line[0].as_str(), "all"] {
            let counts = groups.entry(group).or_default();
            match (score >= 0.7, truth) {
                (true, true) => counts.right += 1,
                (true, false) => counts.wrong += 1,
                (false, true) => counts.missed += 1,
                (false, false) => {}
            }
        }
        if verbose && (score >= 0.7) != truth {
            println!("{truth} {score:.2} {} | {}", line[2], line[3]);
        }
    }
    for (group, counts) in &groups {
        println!("{group:30} {}", counts.line());
    }
    let all = scores.iter().filter(|score| score.1).count() as u32;
    println!("best F1 {:.3} at {:.3}", best(&scores, all).1, best(&scores, all).0);
}

fn register(watch_path: &str, register_path: &str, verbose: bool) {
    let (watch, rows) = (tab(watch_path), tab(register_path));
    let mut common = Commonness::new();
    let watch: Vec<Watched> = watch.iter().map(|line| watched(&line[0], &line[1])).collect();
    watch.iter().for_each(|watched| common.learn_watched(watched));
    rows.iter().take(100_000).for_each(|line| common.learn(&line[1]));
    let ids: HashMap<&str, usize> = watch
        .iter()
        .enumerate()
        .map(|(place, watched)| (watched.id.as_str(), place))
        .collect();
    let begun = Instant::now();
    let screen = Screen::new(watch.clone(), &common);
    let built = begun.elapsed();
    let (mut scratch, mut hits) = (Scratch::new(), Vec::new());
    let begun = Instant::now();
    let mut all = Vec::new();
    for (number, line) in rows.iter().enumerate() {
        hits.clear();
        screen.find(&row(&[line[1].as_str()]), 0.0, &mut scratch, &mut hits);
        all.extend(hits.iter().map(|hit| (number, hit.watched as usize, hit.score)));
    }
    let took = begun.elapsed();
    let mut groups: BTreeMap<&str, Counts> = BTreeMap::new();
    let found: HashSet<(usize, usize)> = all.iter().filter(|hit| hit.2 >= 0.7).map(|hit| (hit.0, hit.1)).collect();
    let mut expected = 0;
    for (number, line) in rows.iter().enumerate() {
        let Some(place) = ids.get(line[0].as_str()) else { continue };
        expected += 1;
        let right = found.contains(&(number, *place));
        for group in [line.get(2).map_or("", String::as_str), "all"] {
            let counts = groups.entry(group).or_default();
            counts.right += u32::from(right);
            counts.missed += u32::from(!right);
        }
        if verbose && !right {
            let score = all.iter().find(|hit| hit.0 == number && hit.1 == *place).map_or(0.0, |hit| hit.2);
            println!("missed {score:.2} {} | {}", line[1], watch[*place].name);
        }
    }
    for (number, place, score) in all.iter().filter(|hit| hit.2 >= 0.7) {
        let line = &rows[*number];
        if ids.get(line[0].as_str()) != Some(place) {
            for group in [line.get(2).map_or("", String::as_str), "all"] {
                groups.entry(group).or_default().wrong += 1;
            }
            if verbose {
                println!("wrong {score:.2} {} | {}", line[1], watch[*place].name);
            }
        }
    }
    for (group, counts) in &groups {
        println!("{group:30} {}", counts.line());
    }
    let scores: Vec<(f32, bool)> = all
        .iter()
        .map(|(number, place, score)| (*score, ids.get(rows[*number][0].as_str()) == Some(place)))
        .collect();
    let looked_at = scores.iter().filter(|score| score.1).count();
    println!(
        "{looked_at} of {expected} were compared at all (recall of blocking {:.3}), with {:.2} others a row",
        looked_at as f64 / f64::from(expected.max(1)),
        (scores.len() - looked_at) as f64 / rows.len() as f64
    );
    let (at, f1) = best(&scores, expected);
    println!("best F1 {f1:.3} at {at:.3}");
    println!(
        "{} watched made ready in {built:?}; {} rows in {took:?}: {:.0} rows a second",
        watch.len(),
        rows.len(),
        rows.len() as f64 / took.as_secs_f64()
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let verbose = arguments.iter().any(|argument| argument == "-v");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["pairs", path, ..] => pairs(path, verbose),
        ["register", watch, register, ..] => self::register(watch, register, verbose),
        _ => eprintln!("pairs FILE.tsv | register WATCH.tsv REGISTER.tsv"),
    }
}
