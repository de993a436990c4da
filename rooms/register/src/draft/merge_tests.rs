#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use proptest::prelude::*;

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

fn element(id: &str) -> Part {
    Part::Element(id.into())
}

#[test]
fn two_who_attach_and_remove_different_files_have_both_and_contradict_each_other_over_one_file_alone() {
    let file = |title: &str, n: u8| format!("{title} [eng] sha256:{}", format!("{n:02x}").repeat(32));
    let (a, b, c) = (file("A", 1), file("B", 2), file("C", 3));
    let of = |texts: &[&str]| content(&[("warrant", texts)]);
    let check = |base: &[&str], theirs: &[&str], mine: &[&str], expected: &[&str]| {
        let merged = merge(&of(base), &of(theirs), &of(mine));
        assert_eq!((merged.content.parts(), merged.conflicts), (of(expected).parts(), vec![]));
    };
    check(&[], &[&a], &[&b], &[&b, &a]);
    check(&[&a], &[&a, &b], &[&a, &c], &[&a, &c, &b]);
    check(&[&a, &b], &[&b], &[&a, &b, &c], &[&b, &c]);
    check(&[&a, &b], &[&a], &[&b], &[]);
    check(&[&a, "on paper"], &[&a], &[&a, "on paper", &b], &[&a, &b]);
    let renamed = |title: &str| file(title, 1);
    let merged = merge(&of(&[&a]), &of(&[&renamed("A1")]), &of(&[&renamed("A2")]));
    assert_eq!(merged.conflicts, [element("warrant")], "both named the same file otherwise");
    let merged = merge(&of(&["one"]), &of(&["two"]), &of(&["three"]));
    assert_eq!(merged.conflicts, [element("warrant")], "texts without a file are one text");
}

#[test]
fn two_who_change_different_elements_have_both_changes() {
    let base = content(&[("person", &["A"]), ("facts", &["old"]), ("language", &["fra"])]);
    let theirs = content(&[("person", &["B"]), ("facts", &["old"]), ("language", &["fra"])]);
    let mine = content(&[("person", &["A"]), ("facts", &["new"]), ("language", &["fra"])]);
    let merged = merge(&base, &theirs, &mine);
    assert_eq!(
        merged.content,
        content(&[("person", &["B"]), ("facts", &["new"]), ("language", &["fra"])])
    );
    assert_eq!((merged.from_theirs, merged.conflicts), (vec![element("person")], vec![]));
}

#[test]
fn what_both_changed_alike_is_no_conflict() {
    let changed = content(&[("facts", &["new"])]);
    let merged = merge(&content(&[("facts", &["old"])]), &changed, &changed);
    assert_eq!(
        merged,
        Merge {
            content: changed,
            from_theirs: vec![],
            conflicts: vec![]
        }
    );
}

#[test]
fn what_both_changed_otherwise_is_named_and_stays_as_it_was_typed() {
    let base = content(&[("facts", &["old"]), ("person", &["A"])]);
    let theirs = content(&[("facts", &["theirs"]), ("person", &["B"])]);
    let mine = content(&[("facts", &["mine"]), ("person", &["A"])]);
    let merged = merge(&base, &theirs, &mine);
    assert_eq!(merged.conflicts, [element("facts")]);
    assert_eq!(merged.content, content(&[("facts", &["mine"]), ("person", &["B"])]));
}

#[test]
fn an_element_that_others_emptied_goes_and_one_that_was_changed_meanwhile_is_a_conflict() {
    let base = content(&[("facts", &["old"]), ("person", &["A"])]);
    let emptied = content(&[("facts", &["old"])]);
    assert_eq!(merge(&base, &emptied, &base).content, emptied);
    let changed = content(&[("facts", &["old"]), ("person", &["B"])]);
    assert_eq!(merge(&base, &emptied, &changed).conflicts, [element("person")]);
}

#[test]
fn level_ground_and_body_are_merged_like_elements() {
    let base = content(&[]);
    let theirs = Content {
        level: Level::UnderSeal,
        ..base.clone()
    };
    let mine = Content {
        basis: "regulation 23bis".into(),
        requesting: String::new(),
        ..base.clone()
    };
    let merged = merge(&base, &theirs, &mine);
    assert_eq!(
        merged.content,
        Content {
            level: Level::UnderSeal,
            ..mine.clone()
        }
    );
    let other = Content {
        level: Level::Restricted,
        ..base.clone()
    };
    assert_eq!(merge(&base, &theirs, &other).conflicts, [Part::Level]);
}

#[test]
fn an_element_may_bear_the_name_of_a_part() {
    let base = content(&[("level", &["one"])]);
    let mine = content(&[("level", &["two"])]);
    assert_eq!(changed(&base, &mine), [element("level")]);
    assert_eq!(merge(&base, &base, &mine).content.level, Level::Confidential);
}

#[test]
fn lines_are_ended_and_letters_composed_in_one_way_and_empty_elements_left_out() {
    let typed = content(&[("facts", &["e\u{301}te\u{301}\r\none\rtwo", ""]), ("person", &["", ""])]);
    assert_eq!(typed.tidy(), content(&[("facts", &["été\none\ntwo"])]));
}

#[test]
fn a_paragraph_that_ends_with_a_hash_is_words_and_no_list_of_files() {
    let element = format!("{}.text", "0".repeat(20));
    let text = |text: &str| content(&[(&element, &[text])]);
    let hash = format!("sha256:{}", "a".repeat(64));
    let (base, theirs, mine) = (text("Earlier edition."), text(&format!("Theirs {hash}")), text("Mine."));
    let merged = merge(&base, &theirs, &mine);
    assert_eq!(merged.conflicts, [Part::Element(element)]);
    assert_eq!(merged.content, mine);
}

fn any_content() -> impl Strategy<Value = Content> {
    let texts = prop::collection::vec("[ab]{1,2}", 1..3);
    let values = prop::collection::btree_map("[a-d]", texts, 0..4);
    (values, 0..4usize, "[xy]?").prop_map(|(values, level, basis)| Content {
        values: Values(values),
        level: Level::ALL[level],
        basis,
        ..content(&[])
    })
}

proptest! {
    #[test]
    fn nothing_that_one_side_alone_changed_is_lost(base in any_content(), theirs in any_content(), mine in any_content()) {
        let merged = merge(&base, &theirs, &mine);
        let result = merged.content.parts();
        let [base, theirs, mine] = [base.parts(), theirs.parts(), mine.parts()];
        for part in union([&base, &theirs, &mine]) {
            let [base, theirs, mine, result] = [base.get(&part), theirs.get(&part), mine.get(&part), result.get(&part)];
            let conflict = theirs != base && mine != base && theirs != mine;
            prop_assert_eq!(merged.conflicts.contains(&part), conflict);
            prop_assert_eq!(merged.from_theirs.contains(&part), theirs != base && mine == base);
            prop_assert_eq!(result, if mine == base { theirs } else { mine });
        }
        prop_assert!(result.keys().all(|part| base.contains_key(part) || theirs.contains_key(part) || mine.contains_key(part)));
    }

    #[test]
    fn where_one_side_changed_nothing_the_other_stands_as_it_is(base in any_content(), x in any_content()) {
        prop_assert_eq!(merge(&base, &x, &base).content, x.clone());
        prop_assert_eq!(merge(&base, &base, &x).content, x.clone());
        prop_assert_eq!(merge(&base, &x, &x).content, x);
    }
}
