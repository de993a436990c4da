#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::draft::Values;
use proptest::prelude::*;
use record::audience::Level;

fn content(elements: &[(&str, &[&str])]) -> Content {
    let values = elements
        .iter()
        .map(|(element, texts)| ((*element).to_owned(), texts.iter().map(|text| (*text).to_owned()).collect()));
    Content {
        form: "exercise-form".into(),
        values: Values(values.collect()),
        level: Level::Confidential,
        basis: "exercise".into(),
        requesting: "organ:chambers".into(),
    }
}

/// What differs between two texts: `-` before what was removed, `+` before what was added.
fn shown(a: &str, b: &str) -> Vec<String> {
    let shown = |run: Run| match run {
        Run::Same(text) => text,
        Run::Removed(text) => format!("-{text}"),
        Run::Added(text) => format!("+{text}"),
    };
    compare_texts(a, b).into_iter().map(shown).collect()
}

#[test]
fn equal_contents_do_not_differ() {
    let content = content(&[("facts", &["one", "two"])]);
    assert_eq!(compare(&content, &content), []);
}

#[test]
fn what_differs_is_told_part_by_part_in_their_order() {
    let a = content(&[("facts", &["in one place"]), ("person", &["A"])]);
    let b = Content {
        level: Level::UnderSeal,
        ..content(&[("facts", &["in another place"]), ("language", &["fra"])])
    };
    let differences = compare(&a, &b);
    let parts: Vec<Part> = differences.iter().map(|difference| difference.part.clone()).collect();
    let element = |id: &str| Part::Element(id.into());
    assert_eq!(parts, [Part::Level, element("facts"), element("language"), element("person")]);
    assert_eq!(
        differences[0].runs,
        [Run::Removed("confidential".into()), Run::Added("under-seal".into())]
    );
    assert_eq!(differences[2].runs, [Run::Added("fra".into())]);
    assert_eq!(differences[3].runs, [Run::Removed("A".into())]);
}

#[test]
fn a_text_among_several_is_found_where_it_moved_to() {
    let a = content(&[("documents", &["warrant", "statement"])]);
    let b = content(&[("documents", &["decision", "warrant", "statement"])]);
    let [difference] = &compare(&a, &b)[..] else {
        panic!("one part differs")
    };
    assert_eq!(
        difference.runs,
        [Run::Added("decision\n".into()), Run::Same("warrant\nstatement".into())]
    );
}

#[test]
fn words_are_taken_out_and_put_in_whole() {
    assert_eq!(
        shown("seen in the city", "seen near the city"),
        ["seen ", "-in", "+near", " the city"]
    );
    assert_eq!(shown("the report", "the reports"), ["the ", "-report", "+reports"]);
    assert_eq!(shown("", "new"), ["+new"]);
    assert_eq!(shown("old", ""), ["-old"]);
    assert_eq!(shown("l’État requis", "l’État requérant"), ["l’État ", "-requis", "+requérant"]);
}

#[test]
fn words_that_follow_each_other_are_one_change() {
    assert_eq!(
        shown("in the old house.", "in a new home."),
        ["in ", "-the old house", "+a new home", "."]
    );
}

#[test]
fn a_paragraph_that_stays_between_two_changes_is_the_same() {
    assert_eq!(
        shown("one\nstays\ntwo", "three\nstays\nfour"),
        ["-one", "+three", "\nstays\n", "-two", "+four"]
    );
}

#[test]
fn letters_stand_alone_where_a_script_puts_no_blanks_between_words() {
    assert_eq!(shown("被请求国", "请求国"), ["-被", "请求国"]);
    // A vowel that is written below or above stays with its consonant.
    assert_eq!(shown("นาที่", "นาทู"), ["นา", "-ที่", "+ทู"]);
}

#[test]
fn marks_stay_with_the_letters_that_bear_them() {
    assert_eq!(shown("كَتَبَ", "كَتَبَا"), ["-كَتَبَ", "+كَتَبَا"]);
    assert_eq!(words("a\u{300}b c"), ["a\u{300}b", " ", "c"]);
}

#[test]
fn texts_that_have_next_to_nothing_in_common_are_shown_whole() {
    let many = |word: &str| (0..MOST_EDITS).map(|number| format!("{word}{number} stays ")).collect::<String>();
    let (a, b) = (many("a"), many("b"));
    let [removed, added, end] = &compare_texts(&a, &b)[..] else {
        panic!("three runs")
    };
    let words = a.len() - " stays ".len();
    assert!(*removed == Run::Removed(a[..words].to_owned()) && *added == Run::Added(b[..words].to_owned()));
    assert_eq!(*end, Run::Same(" stays ".into()));
}

/// The length of a longest common sequence, by the plain table of all beginnings.
fn longest(a: &[&str], b: &[&str]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            table[i + 1][j + 1] = if x == y {
                table[i][j] + 1
            } else {
                table[i][j + 1].max(table[i + 1][j])
            };
        }
    }
    table[a.len()][b.len()]
}

proptest! {
    #[test]
    fn the_runs_are_both_texts_and_nothing_is_marked_as_changed_without_need(a in "[ab \n.]{0,40}", b in "[ab \n.]{0,40}") {
        let (mut first, mut second) = (String::new(), String::new());
        for run in compare_texts(&a, &b) {
            match run {
                Run::Same(text) => {
                    first.push_str(&text);
                    second.push_str(&text);
                }
                Run::Removed(text) => first.push_str(&text),
                Run::Added(text) => second.push_str(&text),
            }
        }
        prop_assert_eq!((&first, &second), (&a, &b));
        let (a, b) = (words(&a), words(&b));
        let same = common(&a, &b);
        prop_assert!(same.iter().all(|(in_a, in_b)| a[*in_a] == b[*in_b]));
        prop_assert!(same.is_sorted() && same.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
        prop_assert_eq!(same.len(), longest(&a, &b));
    }

    #[test]
    fn words_put_together_are_the_text(text in "\\PC*") {
        prop_assert_eq!(words(&text).concat(), text);
    }
}
