//! What stands in a text: sections, paragraphs, questions between braces.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::draft::{Content, merge};
use record::audience::Level;

fn words(text: &str) -> Piece<'_> {
    Piece::Words(text.to_owned())
}

fn question(text: &str) -> Piece<'_> {
    Piece::Question(text.parse().unwrap())
}

#[track_caller]
fn check(paragraph: &str, expected: &[Piece<'_>]) {
    assert_eq!(pieces(paragraph), expected, "{paragraph}");
}

#[test]
fn a_figure_is_named_by_its_question_between_braces() {
    check("No figure.", &[words("No figure.")]);
    check(
        "On the day {outstanding} persons, {rows/file=findings/state=ITA} findings.",
        &[
            words("On the day "),
            question("outstanding"),
            words(" persons, "),
            question("rows/file=findings/state=ITA"),
            words(" findings."),
        ],
    );
    check("{ outstanding }", &[question("outstanding")]);
    check("{outstanding}{named}", &[question("outstanding"), question("named")]);
    check("", &[]);
}

#[test]
fn what_asks_nothing_is_no_figure_and_two_braces_are_one() {
    for wrong in [
        "{outstnding}",
        "{}",
        "{outstanding/on=soon}",
        "{rows/state=ITA/file=findings}",
        "{outstanding",
    ] {
        check(wrong, &[Piece::Wrong(wrong)]);
    }
    check("{{outstanding}", &[words("{outstanding}")]);
    check("a } b", &[words("a } b")]);
    check(
        "{outstanding and {named} more",
        &[Piece::Wrong("{outstanding and {named}"), words(" more")],
    );
}

fn section(id: &str, title: &str, text: &str) -> Section {
    Section {
        id: id.into(),
        place: START.into(),
        title: title.into(),
        text: text.into(),
    }
}

fn content(sections: &[Section]) -> Content {
    Content {
        form: "cooperation".into(),
        values: values(sections),
        level: Level::Restricted,
        basis: String::new(),
        requesting: String::new(),
    }
}

#[test]
fn sections_are_read_back_as_they_were_typed_in_the_order_in_which_they_were_begun() {
    let typed = [section("01", "First", "One\n\nTwo"), section("02", "Second", "Three")];
    assert_eq!(sections(&values(&typed)), typed);
    assert_eq!(typed[0].paragraphs().collect::<Vec<_>>(), ["One", "Two"]);
    assert_eq!(sections(&values(&[section("01", "", "")])), [], "nothing said is no section");
}

#[test]
fn two_who_type_into_different_sections_or_begin_one_each_do_not_contradict_each_other() {
    let base = content(&[section("01", "First", "One")]);
    let theirs = content(&[section("01", "First", "One, changed"), section("03", "Theirs", "New")]);
    let mine = content(&[section("01", "The first", "One"), section("02", "Mine", "New")]);
    let both = merge(&base, &theirs, &mine);
    assert!(both.conflicts.is_empty(), "{:?}", both.conflicts);
    assert_eq!(
        sections(&both.content.values),
        [
            section("01", "The first", "One, changed"),
            section("02", "Mine", "New"),
            section("03", "Theirs", "New")
        ]
    );
    let contradicts = merge(&base, &theirs, &content(&[section("01", "First", "One, otherwise")]));
    assert_eq!(contradicts.conflicts.len(), 1);
}
