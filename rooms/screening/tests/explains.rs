//! The reasons of a hit, word for word.

#![allow(clippy::unwrap_used)]

mod support;

use screening::{Born, Gender, Language, Row, Scratch, Watched};
use support::{person, row, screen};

fn check(watched: Watched, row: &Row, english: &str, french: &str) {
    let screen = screen(vec![watched]);
    let mut hits = Vec::new();
    screen.find(row, 0.0, &mut Scratch::new(), &mut hits);
    let explanation = screen.explain(row, &hits[0]);
    assert_eq!(explanation.score, hits[0].score);
    assert_eq!(explanation.words(Language::English), english);
    assert_eq!(explanation.words(Language::French).replace('\u{a0}', " "), french);
}

#[test]
fn each_word_says_what_it_matches_and_how() {
    check(
        person("Saif Al-Islam Gaddafi"),
        &row(&["Seif al-Islam Kadafi"]),
        "“Seif” sounds like “Saif” and is spelled otherwise; “al” is the same word; “Islam” is the same word; “Kadafi” sounds like “Gaddafi” and is spelled otherwise",
        "« Seif » se prononce comme « Saif » et s’écrit autrement ; « al » est le même mot ; « Islam » est le même mot ; « Kadafi » se prononce comme « Gaddafi » et s’écrit autrement",
    );
}

#[test]
fn another_script_an_initial_and_joined_words_are_named() {
    check(
        person("Jean-Pierre Bemba"),
        &row(&["Бемба J.P."]),
        "“Бемба” renders “Bemba” in another script; “J” may stand for “Jean”, of which one is the first letter of the other; “P” may stand for “Pierre”, of which one is the first letter of the other",
        "« Бемба » rend « Bemba » dans une autre écriture ; « J » peut être mis pour « Jean », l’un étant la première lettre de l’autre ; « P » peut être mis pour « Pierre », l’un étant la première lettre de l’autre",
    );
    check(
        person("Jean-Pierre Bemba"),
        &row(&["BEMBA JeanPierre"]),
        "“BEMBA” is the same word; “JeanPierre” is “Jean Pierre” with its words joined or parted",
        "« BEMBA » est le même mot ; « JeanPierre » est « Jean Pierre », mots joints ou séparés",
    );
}

#[test]
fn what_speaks_against_it_is_said() {
    check(
        person("Omar Hassan Ahmad Bashir"),
        &row(&["Omar Hassan Saleh Bashir"]),
        "“Omar” is the same word; “Hassan” is the same word; “Bashir” is the same word; against it: “Saleh” stands where the list has “Ahmad”",
        "« Omar » est le même mot ; « Hassan » est le même mot ; « Bashir » est le même mot ; contre : « Saleh » figure là où la liste porte « Ahmad »",
    );
    check(
        person("Thomas Lubanga Dyilo"),
        &row(&["Thomas Lubanga"]),
        "“Thomas” is the same word; “Lubanga” is the same word; the row lacks “Dyilo”",
        "« Thomas » est le même mot ; « Lubanga » est le même mot ; « Dyilo » manque à la ligne",
    );
}

#[test]
fn letters_of_another_alphabet_in_a_word_are_pointed_out() {
    check(
        person("Dominic Ongwen"),
        &row(&["Dominic Оngwen"]),
        "“Dominic” is the same word; “Оngwen” is the same word; “Оngwen” mixes in letters of another alphabet that look the same",
        "« Dominic » est le même mot ; « Оngwen » est le même mot ; « Оngwen » contient des lettres d’un autre alphabet qui ont le même aspect",
    );
}

#[test]
fn birth_nationality_and_gender_are_weighed_in_words() {
    let watched = Watched {
        born_on: Born::read("1961-09-18"),
        nationality: vec!["UGA".into()],
        gender: Some(Gender::Male),
        ..person("Joseph Kony")
    };
    check(
        watched,
        &Row {
            names: &["Joseph Kony"],
            born_on: Some("1992-01-14"),
            nationality: Some("FRA"),
            gender: Some("m"),
        },
        "“Joseph” is the same word; “Kony” is the same word; against it: the dates of birth differ (1992-01-14, 1961-09-18 in the list); against it: the nationalities differ (FRA, UGA in the list); the gender is the same",
        "« Joseph » est le même mot ; « Kony » est le même mot ; contre : les dates de naissance diffèrent (1992-01-14, 1961-09-18 dans la liste) ; contre : les nationalités diffèrent (FRA, UGA dans la liste) ; le sexe est le même",
    );
}

#[test]
fn an_explanation_is_one_line_whatever_the_name_holds() {
    let screen = screen(vec![person("Joseph Kony")]);
    let row = row(&["Joseph\r\nKony \u{2028}"]);
    let mut hits = Vec::new();
    screen.find(&row, 0.7, &mut Scratch::new(), &mut hits);
    let words = screen.explain(&row, &hits[0]).words(Language::English);
    assert!(!words.contains(['\n', '\r', '\u{2028}']), "{words}");
}

#[test]
fn no_word_is_called_the_same_that_is_written_otherwise_and_what_nobody_sees_is_not_repeated() {
    check(
        person("Osama Kadir"),
        &row(&["0sama Kad\u{202e}ir"]),
        "“0sama” sounds like “Osama” and is spelled otherwise; “Kadir” is the same word",
        "« 0sama » se prononce comme « Osama » et s’écrit autrement ; « Kadir » est le même mot",
    );
    check(
        person("Vladimir Putin"),
        &row(&["Путин В."]),
        "“Путин” renders “Putin” in another script; “В” may stand for “Vladimir”, of which one is the first letter of the other",
        "« Путин » rend « Putin » dans une autre écriture ; « В » peut être mis pour « Vladimir », l’un étant la première lettre de l’autre",
    );
}
