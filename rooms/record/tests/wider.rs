//! Which of two audiences is at least as wide as the other, as far as their shape tells.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use record::audience::{Audience, Level, Reader};

/// `LEVEL: listed, listed; without left out, left out`
fn audience(text: &str) -> Audience {
    let readers = |text: &str| -> Vec<Reader> {
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        words.map(|word| Reader::parse(word).unwrap()).collect()
    };
    let (level, rest) = text.split_once(':').unwrap_or((text, ""));
    let (list, left_out) = rest.split_once("; without").unwrap_or((rest, ""));
    Audience {
        originator: None,
        ..Audience::of(Level::from_word(level).unwrap(), Reader::State("XZZ".into()), readers(list)).without(readers(left_out))
    }
}

fn check(left: &str, is_as_wide: bool, right: &str) {
    assert_eq!(
        audience(left).at_least_as_wide_as(&audience(right)),
        is_as_wide,
        "{left:?} at least as wide as {right:?}"
    );
}

#[test]
fn what_is_public_is_as_wide_as_anything_and_nothing_else_is_as_wide_as_it() {
    for other in ["public", "restricted: state:XAA", "under-seal: state:XAA; without organ:prosecutor"] {
        check("public", true, other);
        check(other, other == "public", "public");
    }
}

#[test]
fn the_same_is_as_wide_as_itself() {
    for same in [
        "restricted: state:XAA",
        "under-seal: organ:chambers, state:XAA; without organ:prosecutor",
    ] {
        check(same, true, same);
    }
}

#[test]
fn of_two_levels_the_lower_is_wider_only_where_its_list_is() {
    check("restricted: state:XAA", true, "under-seal: state:XAA");
    check("under-seal: state:XAA", false, "restricted: state:XAA");
    check("restricted: state:XAA", false, "under-seal: state:XAB");
}

#[test]
fn a_list_is_as_wide_where_everyone_in_the_other_stands_in_it() {
    check("confidential: organ:registry, state:XAA", true, "confidential: state:XAA");
    check("confidential: state:XAA", false, "confidential: organ:registry, state:XAA");
    check("confidential: state:XAB", false, "confidential: state:XAA");
}

#[test]
fn an_organ_is_as_wide_as_its_office_and_the_bureau_as_its_president() {
    check("restricted: organ:registry", true, "restricted: office:victims-and-witnesses");
    check("restricted: office:victims-and-witnesses", false, "restricted: organ:registry");
    check("restricted: organ:chambers", false, "restricted: office:victims-and-witnesses");
    check("restricted: assembly:bureau", true, "restricted: assembly:president");
    check("restricted: assembly:president", false, "restricted: assembly:bureau");
}

#[test]
fn who_is_left_out_of_the_wider_is_left_out_of_the_narrower_too() {
    let both = "confidential: organ:chambers, organ:registry";
    let ex_parte = "confidential: organ:chambers, organ:registry; without office:victims-and-witnesses";
    let more = "confidential: organ:chambers, organ:registry; without organ:registry";
    check(both, true, ex_parte);
    check(ex_parte, false, both);
    check(ex_parte, true, more);
    check(more, false, ex_parte);
}

#[test]
fn a_person_is_not_known_to_be_of_an_organ() {
    let person = "restricted: person:00112233445566778899aabbccddeeff";
    check("restricted: organ:registry", false, person);
    check(person, false, "restricted: organ:registry");
}

#[test]
fn from_whom_it_comes_does_not_change_who_may_know_it() {
    let mut other = audience("restricted: state:XAA");
    other.originator = Some(Reader::State("XAA".into()));
    assert!(audience("restricted: state:XAA").at_least_as_wide_as(&other));
    assert!(other.at_least_as_wide_as(&audience("restricted: state:XAA")));
}
