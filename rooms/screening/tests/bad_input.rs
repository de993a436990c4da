//! Names that are no names, and names that were made to pass unseen.

#![allow(clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use screening::{Commonness, Language, Row, Scratch, Screen};
use support::{likely, person, row, score, screen};

#[test]
fn an_empty_list_finds_nobody_and_an_empty_row_is_nobody() {
    let nobody = Screen::new(Vec::new(), &Commonness::new());
    assert_eq!(score(&nobody, "Joseph Kony"), 0.0);
    let somebody = screen(vec![person("Joseph Kony"), person(""), person("!?"), person("\u{200f}\u{200b}")]);
    for name in ["", " ", "...", "-- ,;", "\u{200f}", "\u{200b}\u{feff}", "'", "``", "٬", "。"] {
        assert_eq!(score(&somebody, name), 0.0, "{name:?}");
    }
    let mut hits = Vec::new();
    somebody.find(&row(&[]), 0.0, &mut Scratch::new(), &mut hits);
    assert!(hits.is_empty());
}

#[test]
fn a_name_of_one_letter_is_nobody_s_but_its_own() {
    let screen = screen(vec![person("K"), person("Joseph Kony")]);
    let mut hits = Vec::new();
    screen.find(&row(&["K"]), 0.7, &mut Scratch::new(), &mut hits);
    assert!(hits.iter().all(|hit| hit.watched == 0), "{hits:?}");
}

#[test]
fn a_name_of_ten_thousand_letters_or_words_is_answered() {
    let long = "ab".repeat(5_000);
    let many = "Joseph Kony ".repeat(5_000);
    let screen = screen(vec![person("Joseph Kony"), person(&long), person(&many)]);
    for name in [
        long.as_str(),
        many.as_str(),
        &"Жó".repeat(5_000),
        &"習".repeat(10_000),
        &"ا".repeat(10_000),
        &"a\u{301}".repeat(5_000),
    ] {
        assert!(score(&screen, name) <= 1.0);
    }
}

#[test]
fn marks_that_nobody_sees_hide_nobody() {
    likely(&[
        ("Joseph Kony", "Jo\u{200b}seph Ko\u{ad}ny"),
        ("Joseph Kony", "\u{202e}Joseph\u{202c} \u{2066}Kony\u{2069}"),
        ("عمر البشير", "\u{200f}عمر\u{200f} الب\u{640}شير"),
        ("Joseph Kony", "J\u{f6}s\u{e9}ph K\u{f5}ny"),
        ("Joseph Kony", "J\u{6f}\u{308}seph Ko\u{303}ny"),
        ("Joseph Kony", "Ｊｏｓｅｐｈ　Ｋｏｎｙ"),
        ("Joseph Kony", "J0seph K0ny"),
    ]);
}

#[test]
fn a_letter_of_another_alphabet_in_a_word_hides_nobody() {
    likely(&[
        ("Joseph Kony", "Jоseph Kоny"),
        ("Dominic Ongwen", "Dominic Οngwen"),
        ("Владимир Путин", "Bладимир Пyтин"),
        ("Vladimir Putin", "Влaдимиp Путин"),
        ("Bosco Ntaganda", "Воsсо Ntаgаndа"),
    ]);
}

proptest! {
    #[test]
    fn whatever_is_handed_in_a_score_is_between_nothing_and_one_and_is_explained(
        watched in ".{0,40}", name in ".{0,40}", born in ".{0,12}", nationality in ".{0,12}",
    ) {
        let screen = screen(vec![person(&watched)]);
        let row = Row { names: &[&name, &watched], born_on: Some(&born), nationality: Some(&nationality), gender: Some(&born) };
        let mut hits = Vec::new();
        screen.find(&row, 0.0, &mut Scratch::new(), &mut hits);
        for hit in &hits {
            prop_assert!((0.0..=1.0).contains(&hit.score));
            let explanation = screen.explain(&row, hit);
            prop_assert!(!explanation.words(Language::English).is_empty());
            prop_assert!(!explanation.words(Language::French).contains('\n'));
        }
    }

    #[test]
    fn a_name_of_two_words_finds_itself(given in "[A-Z][a-z]{3,9}", family in "[A-Z][a-z]{3,9}") {
        let name = format!("{given} {family}");
        let screen = screen(vec![person(&name)]);
        let turned = format!("{}, {given}", family.to_uppercase());
        prop_assert!(score(&screen, &turned) > 0.9, "{}", turned);
    }
}
