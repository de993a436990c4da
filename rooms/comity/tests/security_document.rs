//! What docs/security.md says of demands and tests is so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How many demands each chapter of ASVS 5.0.0 has at the levels that are looked at.
const DEMANDS: [(&str, usize); 16] = [
    ("1", 27),
    ("2", 11),
    ("3", 19),
    ("4", 10),
    ("5", 9),
    ("6", 47),
    ("7", 19),
    ("8", 13),
    ("9", 7),
    ("10", 29),
    ("11", 24),
    ("12", 9),
    ("13", 13),
    ("14", 9),
    ("15", 13),
    ("16", 17),
];

const STATES: [&str; 3] = ["met", "not met", "not applicable"];

fn root() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../..")
}

fn text(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cells of each row of the document's tables of demands: number, level, what is asked, state, how.
fn demands() -> Vec<[String; 5]> {
    let number = |cell: &str| cell.split('.').count() == 3 && cell.split('.').all(|part| part.parse::<u32>().is_ok());
    let document = text("docs/security.md");
    let rows = document.lines().filter_map(|line| {
        let cells: Vec<String> = line.split('|').map(|cell| cell.trim().to_owned()).collect();
        let [_, cells @ .., _] = cells.as_slice() else { return None };
        number(cells.first()?).then(|| cells.to_vec().try_into().expect("five cells a row"))
    });
    rows.collect()
}

fn chapter(number: &str) -> &str {
    number.split('.').next().unwrap()
}

#[test]
fn every_demand_has_one_line_with_its_state_and_how() {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for [number, level, asks, state, how] in demands() {
        assert!(seen.insert(number.clone()), "{number} stands twice");
        assert!(["1", "2", "3"].contains(&level.as_str()), "{number}: level {level}");
        assert!(STATES.contains(&state.as_str()), "{number}: {state:?} is none of {STATES:?}");
        assert!(!asks.is_empty() && !how.is_empty(), "{number} says too little");
        *counted.entry(chapter(&number).to_owned()).or_default() += 1;
    }
    let expected: BTreeMap<String, usize> = DEMANDS.iter().map(|(chapter, count)| ((*chapter).to_owned(), *count)).collect();
    assert_eq!(counted, expected, "demands by chapter");
}

#[test]
fn the_table_of_chapters_counts_what_the_lines_say() {
    let mut counted: BTreeMap<(String, String), usize> = BTreeMap::new();
    for [number, _, _, state, _] in demands() {
        for chapter in [chapter(&number), "all"] {
            *counted.entry((chapter.to_owned(), state.clone())).or_default() += 1;
        }
    }
    let document = text("docs/security.md");
    for chapter in DEMANDS.iter().map(|(chapter, _)| *chapter).chain(["all"]) {
        let counts = STATES.map(|state| counted.get(&(chapter.to_owned(), state.to_owned())).copied().unwrap_or(0));
        let [met, not_met, none] = counts;
        let end = format!("| {met} | {not_met} | {none} |");
        let says = |line: &str| line.starts_with(&format!("| {chapter} ")) && line.ends_with(&end);
        assert!(document.lines().any(says), "the table of chapters does not say of {chapter}: {end}");
    }
}

#[test]
fn every_test_and_file_that_is_named_exists() {
    let mut named = 0;
    for [number, _, _, _, how] in demands() {
        let ticked: Vec<&str> = how.split('`').skip(1).step_by(2).collect();
        for (at, path) in ticked.iter().enumerate() {
            if path.ends_with(".rs") {
                let path = if path.starts_with("rooms/") {
                    (*path).to_owned()
                } else {
                    format!("rooms/{path}")
                };
                let source = text(&path);
                let name = ticked.get(at + 1).filter(|next| !next.contains(['.', '/']));
                if let Some(name) = name {
                    assert!(source.contains(&format!("fn {name}(")), "{number}: {path} has no test {name}");
                    named += 1;
                }
            } else if path.starts_with("docs/") || path.starts_with("tests-tools/") {
                assert!(root().join(path).exists(), "{number}: there is no {path}");
            }
        }
    }
    assert!(named >= 100, "only {named} tests are named");
}
