//! What the tests of screening share.

#![allow(dead_code, reason = "each test file uses its part")]

use screening::{Commonness, Row, Scratch, Screen, Watched};

pub fn person(name: &str) -> Watched {
    Watched {
        id: "w".into(),
        name: name.into(),
        ..Watched::default()
    }
}

pub fn screen(watch: Vec<Watched>) -> Screen {
    let mut common = Commonness::new();
    watch.iter().for_each(|watched| common.learn_watched(watched));
    Screen::new(watch, &common)
}

pub fn row<'a>(names: &'a [&'a str]) -> Row<'a> {
    Row {
        names,
        born_on: None,
        nationality: None,
        gender: None,
    }
}

/// The score of a row with one name for the only person watched.
pub fn score(screen: &Screen, name: &str) -> f32 {
    let mut hits = Vec::new();
    screen.find(&row(&[name]), 0.0, &mut Scratch::new(), &mut hits);
    hits.first().map_or(0.0, |hit| hit.score)
}

fn check(pairs: &[(&str, &str)], expected: bool) {
    let wrong: Vec<String> = pairs
        .iter()
        .map(|(watched, name)| (watched, name, score(&screen(vec![person(watched)]), name)))
        .filter(|(_, _, score)| (*score >= 0.7) != expected)
        .map(|(watched, name, score)| format!("{watched} | {name}: {score:.2}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Each pair of watched name and name in a row scores at least 0.7.
pub fn likely(pairs: &[(&str, &str)]) {
    check(pairs, true);
}

/// Each pair scores less than 0.7.
pub fn unlikely(pairs: &[(&str, &str)]) {
    check(pairs, false);
}
