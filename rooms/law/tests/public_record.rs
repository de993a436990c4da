//! The law held against the public record: what it computes is what the sources state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::civil::{Date, date};
use law::{Pack, TreatyAct, Turn};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/public-record/");
    let mut reader = csv::Reader::from_path(format!("{folder}{file}")).expect(file);
    reader.deserialize().collect::<Result<Vec<Row>, _>>().expect(file)
}

fn pack() -> Pack {
    Pack::rome_statute().expect("the carried pack is without fault")
}

fn day(row: &Row, column: &str) -> Option<Date> {
    let text = row.get(column).expect(column);
    (!text.is_empty()).then(|| text.parse().expect("a whole day"))
}

/// The acts that a row states: column, kind of the act, column of what is stated for it.
fn acts<'r>(row: &'r Row, columns: &[(&str, &'static str, &str)]) -> Vec<TreatyAct<'r>> {
    let act = |(column, kind, stated): &(&str, &'static str, &str)| {
        Some(TreatyAct {
            kind,
            by: (*kind == "treaty.joined").then(|| row["kind"].as_str()),
            counts_on: day(row, column)?,
            stated: if stated.is_empty() { None } else { day(row, stated) },
        })
    };
    columns.iter().filter_map(act).collect()
}

fn under_the_statute(row: &Row) -> Vec<TreatyAct<'_>> {
    acts(
        row,
        &[
            ("signed_on", "treaty.signed", ""),
            ("ratified_or_acceded_on", "treaty.joined", "entered_into_force_on"),
            ("withdrawal_announced_on", "treaty.withdrawal-announced", ""),
            (
                "withdrawal_notified_on",
                "treaty.withdrawal-notified",
                "withdrawal_stated_effective_on",
            ),
            ("withdrawal_rescinded_on", "treaty.withdrawal-rescinded", ""),
            ("instrument_withdrawn_on", "treaty.instrument-withdrawn", ""),
            ("position_unresolved_from", "treaty.position-unresolved", ""),
            ("intent_not_to_become_party_on", "treaty.intent-declared", ""),
        ],
    )
}

fn under_the_agreement(row: &Row) -> Vec<TreatyAct<'_>> {
    acts(
        row,
        &[("signed_on", "treaty.signed", ""), ("deposited_on", "treaty.joined", "bound_on")],
    )
}

fn bound_on(course: &[Turn]) -> Option<Date> {
    course.iter().find(|turn| turn.standing.party).map(|turn| turn.from)
}

fn standing_on<'c>(course: &'c [Turn], day: Date) -> &'c str {
    course
        .iter()
        .rfind(|turn| turn.from <= day)
        .map_or("none", |turn| turn.standing.id.as_str())
}

#[test]
fn the_statute_is_in_force_for_each_state_on_the_day_that_the_depositary_states() {
    let pack = pack();
    let rows = rows("rome_statute.csv");
    for row in &rows {
        let course = pack.course("rome-statute", &under_the_statute(row));
        assert_eq!(bound_on(&course), day(row, "entered_into_force_on"), "{}", row["alpha3"]);
    }
    assert!(rows.len() >= 157, "{} rows", rows.len());
}

#[test]
fn the_agreement_binds_each_state_on_the_day_that_the_depositary_states() {
    let pack = pack();
    let rows = rows("apic.csv");
    for row in &rows {
        let course = pack.course("apic", &under_the_agreement(row));
        assert_eq!(bound_on(&course), day(row, "bound_on"), "{}", row["alpha3"]);
    }
    assert!(rows.len() >= 88, "{} rows", rows.len());
}

/// Montenegro is bound by succession from its independence, which no term computes: without the day that is
/// stated for it, its deposit would count.
#[test]
fn only_a_succession_needs_the_day_that_a_source_states() {
    let pack = pack();
    let mut needing: Vec<(String, String, Option<Date>)> = Vec::new();
    let files = [
        ("rome_statute.csv", "rome-statute", "entered_into_force_on"),
        ("apic.csv", "apic", "bound_on"),
    ];
    for (file, treaty, column) in files {
        for row in rows(file) {
            let mut acts = if treaty == "apic" {
                under_the_agreement(&row)
            } else {
                under_the_statute(&row)
            };
            for act in acts.iter_mut().filter(|act| act.kind == "treaty.joined") {
                act.stated = None;
            }
            let computed = bound_on(&pack.course(treaty, &acts));
            if computed != day(&row, column) {
                needing.push((treaty.to_owned(), row["alpha3"].clone(), computed));
            }
        }
    }
    let montenegro = |treaty: &str| (treaty.to_owned(), "MNE".to_owned(), Some(date(2006, 10, 23)));
    assert_eq!(needing, [montenegro("rome-statute"), montenegro("apic")]);
}

#[test]
fn a_withdrawal_takes_effect_on_the_day_that_is_stated_for_it() {
    let pack = pack();
    let mut left = Vec::new();
    for row in rows("rome_statute.csv") {
        let acts = under_the_statute(&row);
        let course = pack.course("rome-statute", &acts);
        let computed = course.iter().find(|turn| turn.standing.id == "withdrawn").map(|turn| turn.from);
        assert_eq!(computed, day(&row, "withdrawal_effective_on"), "{}", row["alpha3"]);
        if computed.is_some() {
            left.push(row["alpha3"].clone());
        }
    }
    assert_eq!(left, ["BDI", "PHL"]);
}

#[test]
fn states_with_a_course_of_their_own_have_the_standing_that_the_record_tells() {
    let pack = pack();
    let rows = rows("rome_statute.csv");
    let today = date(2026, 11, 25);
    for (state, on, expected) in [
        ("GMB", date(2017, 2, 9), "withdrawing"),
        ("GMB", date(2017, 11, 10), "party"),
        ("ZAF", date(2017, 10, 19), "party"),
        ("MYS", date(2019, 3, 4), "joined"),
        ("MYS", date(2019, 6, 1), "taken-back"),
        ("HUN", date(2026, 6, 1), "withdrawing"),
        ("HUN", today, "unresolved"),
        ("BFA", today, "party"),
        ("USA", today, "declined"),
        ("THA", today, "signatory"),
        ("MNE", date(2006, 6, 3), "party"),
    ] {
        let row = rows.iter().find(|row| row["alpha3"] == state).expect(state);
        let course = pack.course("rome-statute", &under_the_statute(row));
        assert_eq!(standing_on(&course, on), expected, "{state} on {on}");
    }
}

#[test]
fn the_parties_of_a_day_are_as_many_as_the_depositary_counted() {
    let pack = pack();
    let rows = rows("rome_statute.csv");
    let courses: Vec<Vec<Turn>> = rows
        .iter()
        .map(|row| pack.course("rome-statute", &under_the_statute(row)))
        .collect();
    let on = |day: Date, is: &dyn Fn(&Turn) -> bool| {
        let holds = |course: &&Vec<Turn>| course.iter().rfind(|turn| turn.from <= day).is_some_and(is);
        courses.iter().filter(holds).count()
    };
    for (day, parties) in [
        (date(2002, 6, 30), 0),
        (date(2013, 10, 2), 122),
        (date(2015, 4, 1), 123),
        (date(2025, 1, 1), 125),
        (date(2026, 11, 25), 124),
    ] {
        assert_eq!(on(day, &|turn| turn.standing.party), parties, "{day}");
    }
    assert_eq!(on(date(2026, 11, 25), &|turn| !turn.standing.known), 1);
}

#[track_caller]
fn names(text: &str, expected: &[&str]) {
    assert_eq!(pack().topics_in(text), expected, "{text}");
}

#[test]
fn topics_that_were_not_read_are_not_named() {
    names("not read", &[]);
    names("surrender not read; transit (s. 456)", &["transit"]);
    names("complementarity (summary read, cut before surrender)", &[]);
    names("No Court-specific section on surrender was read", &[]);
    names("misinformation on embailment", &[]);
    names("TRANSIT", &["transit"]);
    names("", &[]);
}

#[test]
fn the_topics_of_a_law_are_those_that_its_editor_names() {
    let pack = pack();
    let rows = rows("legislation.csv");
    let found = |state: &str| -> Vec<Vec<&str>> {
        let of_state = rows.iter().filter(|row| row["alpha3"] == state);
        of_state.map(|row| pack.topics_in(&row["part9_topics_read"])).collect()
    };
    let none: Vec<&str> = Vec::new();
    for (state, expected) in [
        ("ALB", vec![none.clone(), vec!["surrender", "assistance"]]),
        ("ARG", vec![vec!["languages"], vec!["security"]]),
        ("AUS", vec![vec!["channel", "fines"], vec!["provisional"]]),
        ("AUT", vec![vec!["languages", "consultations"]]),
        ("BFA", vec![none.clone()]),
        ("CHE", vec![vec!["channel", "surrender", "assistance", "enforcement"]]),
        ("CIV", vec![none.clone()]),
        ("CYP", vec![none.clone()]),
        ("EST", vec![vec!["channel", "surrender", "transit"]]),
        ("FRA", vec![vec!["surrender", "transit", "enforcement", "fines"]]),
        ("GBR", vec![vec!["fines"], vec!["surrender", "assistance"]]),
        (
            "GRC",
            vec![vec!["channel", "languages", "surrender", "assistance", "consultations"]],
        ),
        ("HRV", vec![vec!["immunity", "channel", "confidentiality"]]),
        (
            "JPN",
            vec![vec![
                "immunity",
                "release",
                "channel",
                "surrender",
                "transit",
                "contents",
                "provisional",
                "assistance",
                "postponement",
                "fines",
            ]],
        ),
        ("LVA", vec![vec!["channel", "transit"]]),
        ("MDA", vec![none.clone()]),
        ("MKD", vec![vec!["channel", "enforcement"]]),
        ("NLD", vec![vec!["enforcement", "fines"]]),
        (
            "NZL",
            vec![vec![
                "immunity",
                "release",
                "justice",
                "channel",
                "confidentiality",
                "surrender",
                "provisional",
                "consultations",
            ]],
        ),
        ("PAN", vec![none.clone()]),
        (
            "SWE",
            vec![vec![
                "channel",
                "languages",
                "surrender",
                "transit",
                "competing",
                "provisional",
                "postponement",
                "enforcement",
                "fines",
            ]],
        ),
        ("TLS", vec![none]),
        ("ZAF", vec![vec!["surrender", "assistance", "enforcement"]]),
    ] {
        assert_eq!(found(state), expected, "{state}");
    }
}

#[test]
fn laws_that_were_not_made_for_the_court_are_told_apart() {
    let pack = pack();
    let general: Vec<String> = rows("legislation.csv")
        .iter()
        .filter(|row| pack.is_general_law(&row["part9_topics_read"]))
        .map(|row| row["alpha3"].clone())
        .collect();
    assert_eq!(general, ["ALB", "ALB", "ARG", "EST", "HUN", "LVA", "MDA", "MKD", "MNE", "SVK"]);
}

#[test]
fn each_topic_is_named_by_some_law() {
    let pack = pack();
    let rows = rows("legislation.csv");
    let named: Vec<&str> = rows.iter().flat_map(|row| pack.topics_in(&row["part9_topics_read"])).collect();
    for topic in pack.topics() {
        assert!(named.contains(&topic.id.as_str()), "{}", topic.id);
    }
}
