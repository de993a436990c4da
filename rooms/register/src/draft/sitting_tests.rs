#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::draft::{Content, Values};
use record::audience::Level;

/// A version typed by an officer at a minute, over another.
fn version(number: u64, from: u64, by: &str, minute: i64, elements: &[&str]) -> Version {
    let begun: Timestamp = "2026-11-26T10:00:00Z".parse().unwrap();
    let elements = elements.iter().map(|element| ((*element).to_owned(), vec!["typed".to_owned()]));
    Version {
        number,
        from,
        joins: Vec::new(),
        beside: None,
        by: Author::Officer(by.to_owned()),
        at: begun + SignedDuration::from_mins(minute),
        content: Content {
            form: "exercise-form".into(),
            values: Values(elements.collect()),
            level: Level::Confidential,
            basis: String::new(),
            requesting: String::new(),
        },
    }
}

/// First and last version of each sitting.
fn bounds(versions: &[Version]) -> Vec<(u64, u64)> {
    sittings(versions).iter().map(|sitting| (sitting.first, sitting.last)).collect()
}

#[test]
fn what_one_person_types_without_a_long_pause_is_one_sitting() {
    let typed = [
        version(1, 0, "one", 0, &["a"]),
        version(2, 1, "one", 15, &["a", "b"]),
        version(3, 2, "one", 30, &["b", "c"]),
        version(4, 3, "one", 46, &["b"]),
        version(5, 4, "two", 47, &["b"]),
    ];
    assert_eq!(bounds(&typed), [(1, 3), (4, 4), (5, 5)]);
}

#[test]
fn a_sitting_tells_what_it_changed_in_what_stood_before_it() {
    let typed = [
        version(1, 0, "one", 0, &["a"]),
        version(2, 1, "two", 1, &["a", "b"]),
        version(3, 2, "two", 2, &["a", "c"]),
    ];
    let sittings = sittings(&typed);
    assert_eq!(sittings[0].changed, [Part::Form, Part::Level, Part::Element("a".into())]);
    // What came and went within it did not change.
    assert_eq!(sittings[1].changed, [Part::Element("c".into())]);
    assert_eq!(sittings[1].at, typed[2].at);
}

#[test]
fn what_stands_beside_and_what_joins_begin_sittings_of_their_own() {
    let typed = [
        version(1, 0, "one", 0, &["a"]),
        version(2, 1, "two", 1, &["a", "b"]),
        Version {
            beside: Some(2),
            ..version(3, 1, "one", 2, &["a", "c"])
        },
        version(4, 3, "one", 3, &["a"]),
        Version {
            joins: vec![3],
            ..version(5, 4, "one", 4, &["a"])
        },
        version(6, 5, "one", 5, &["a", "d"]),
    ];
    assert_eq!(bounds(&typed), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 6)]);
    let sittings = sittings(&typed);
    assert_eq!((sittings[2].beside, &sittings[4].joins), (Some(2), &vec![3]));
    assert_eq!(sittings[2].changed, [Part::Element("c".into())]);
}
