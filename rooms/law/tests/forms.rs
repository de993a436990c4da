//! What requests must contain: the forms of the Rome Statute's pack, and what is found in what was filled in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::{Circumstances, ElementSort, Finding, FindingKind, Pack, REQUEST_ROLES, StateCircumstances, Values};
use proptest::prelude::*;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::rome_statute().expect("the carried pack is without fault"));

fn today() -> Date {
    date(2026, 4, 14)
}

fn alone() -> Circumstances {
    Circumstances::on(today())
}

/// A request for arrest and surrender in which nothing is to be mended.
fn complete() -> Values {
    [
        ("requested_state", "XAA"),
        ("requesting_body", "pre-trial-chamber"),
        ("person", "exercise-0001"),
        ("convicted", "no"),
        ("description", "Adult man, former commander, tall."),
        ("birth_date", "about 1970"),
        ("probable_location", "District prison of the port"),
        ("warrant", "warrant.pdf"),
        ("language", "eng"),
        ("person_understands", "language-of-the-documents"),
        ("admissibility_ruled", "no"),
        ("level", "confidential"),
        ("level_basis", "Rule 15, safety of witnesses"),
        ("urgent", "no"),
    ]
    .into_iter()
    .collect()
}

fn with(mut values: Values, element: &str, texts: &[&str]) -> Values {
    values
        .0
        .insert(element.to_owned(), texts.iter().map(|text| (*text).to_owned()).collect());
    values
}

fn found(values: &Values, circumstances: &Circumstances) -> Vec<Finding> {
    let form = PACK.form("arrest-and-surrender").expect("the form");
    PACK.check_request(form, values, circumstances)
}

#[track_caller]
fn finds(values: &Values, circumstances: &Circumstances, expected: &[(FindingKind, &str, &str)]) {
    let findings = found(values, circumstances);
    let said: Vec<(FindingKind, &str, &str)> = findings.iter().map(|f| (f.kind, f.element.as_str(), f.text_key.as_str())).collect();
    assert_eq!(said, expected);
}

#[test]
fn a_complete_request_has_nothing_to_mend() {
    finds(&complete(), &alone(), &[]);
}

#[test]
fn a_blank_text_is_no_text() {
    let values = with(complete(), "person", &["  ", "\u{a0}"]);
    finds(&values, &alone(), &[(FindingKind::Missing, "person", "law-element-person.missing")]);
}

#[test]
fn a_finding_rests_on_the_rule_that_asks_for_the_element_and_its_text_stands_in_both_languages() {
    let pack = &*PACK;
    let findings = found(&Values::default(), &alone());
    assert_eq!(findings.len(), 13);
    for finding in &findings {
        assert!(!finding.rests_on.is_empty(), "{}", finding.element);
        for lang in ["en", "fr"] {
            assert!(pack.text(lang, &finding.text_key).is_some(), "{}", finding.text_key);
        }
    }
    let of = |element: &str| &findings.iter().find(|f| f.element == element).expect("a finding").rests_on;
    assert_eq!(of("description"), &["art-91-2-a"]);
    assert_eq!(of("language"), &["art-87-2"]);
}

#[test]
fn a_day_is_written_in_one_form() {
    for wrong in ["27 April 2026", "2026-4-27", "20260427", "2026-02-30", "2026-04-27T10:00:00"] {
        let values = with(complete(), "leaves_on", &[wrong]);
        finds(
            &values,
            &alone(),
            &[(FindingKind::Unreadable, "leaves_on", "law-finding-not-a-day")],
        );
    }
    let values = with(complete(), "leaves_on", &["2026-04-13"]);
    finds(&values, &alone(), &[(FindingKind::Unreadable, "leaves_on", "law-finding-day-gone")]);
    finds(&with(complete(), "leaves_on", &["2026-04-14"]), &alone(), &[]);
}

#[test]
fn a_date_of_birth_is_as_exact_as_it_is_known_and_one_that_no_calendar_holds_is_none() {
    for (wrong, key) in [
        ("1970-02-30", "law-finding-not-a-day"),
        ("1970-13", "law-finding-not-a-day"),
        ("about 1970-13", "law-finding-not-a-day"),
        ("2026-04-15", "law-finding-day-to-come"),
        ("2090", "law-finding-day-to-come"),
    ] {
        let values = with(complete(), "birth_date", &[wrong]);
        finds(&values, &alone(), &[(FindingKind::Unreadable, "birth_date", key)]);
    }
    for right in [
        "1970-05-12",
        "1970-05",
        "1970",
        "about 1970",
        "by 1970-05",
        "in the year of the flood",
        "1970-1975",
    ] {
        finds(&with(complete(), "birth_date", &[right]), &alone(), &[]);
    }
}

#[test]
fn a_number_that_no_calendar_holds_is_no_number() {
    for wrong in ["-1", "six", "1.5", "99999999999999999999"] {
        let values = with(complete(), "days_on_the_way", &[wrong]);
        finds(
            &values,
            &alone(),
            &[(FindingKind::Unreadable, "days_on_the_way", "law-finding-not-a-number")],
        );
    }
}

#[test]
fn a_name_takes_one_line_and_markup_in_it_is_text() {
    let values = with(complete(), "person", &["one\ntwo"]);
    finds(&values, &alone(), &[(FindingKind::Unreadable, "person", "law-finding-not-a-line")]);
    finds(&with(complete(), "person", &["<b>#let x = 1</b> { $x }"]), &alone(), &[]);
    finds(&with(complete(), "person", &["Ахмед بن \u{202e}علي"]), &alone(), &[]);
}

fn late(leaves: Option<&str>, days: Option<&str>, today: Date) -> Vec<Finding> {
    let mut values = complete();
    for (element, text) in [("leaves_on", leaves), ("days_on_the_way", days)] {
        if let Some(text) = text {
            values = with(values, element, &[text]);
        }
    }
    let circumstances = Circumstances {
        today,
        arrested_on: Some(date(2026, 3, 3)),
        ..alone()
    };
    found(&values, &circumstances)
}

#[test]
fn a_request_that_arrives_on_the_last_day_of_the_earlier_count_is_in_time_and_a_day_later_is_late() {
    assert_eq!(late(Some("2026-04-25"), Some("6"), today()), []);
    let findings = late(Some("2026-04-26"), Some("6"), today());
    assert_eq!(
        findings.iter().map(|f| f.text_key.as_str()).collect::<Vec<_>>(),
        ["law-finding-late"]
    );
    assert!(findings[0].facts.contains(&("send_by".to_owned(), "2026-04-25".to_owned())));
    assert_eq!(findings[0].rests_on.first().map(String::as_str), Some("rule-188"));
}

#[test]
fn a_request_without_a_day_of_leaving_is_taken_to_leave_today() {
    assert_eq!(late(None, None, date(2026, 5, 1)), []);
    let keys = |findings: &[Finding]| findings.iter().map(|f| f.text_key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&late(None, None, date(2026, 5, 2))), ["law-finding-late-already"]);
    assert_eq!(keys(&late(None, Some("6"), date(2026, 4, 27))), ["law-finding-late-by-every-way"]);
}

fn state(languages: &[&[&str]], confirmed: bool) -> Circumstances {
    let sets = languages.iter().map(|set| set.iter().map(|l| (*l).to_owned()).collect()).collect();
    Circumstances {
        state: Some(StateCircumstances {
            ground: "party".to_owned(),
            languages: Some(sets),
            declaration_confirmed: confirmed,
            channel: None,
            needs: Vec::new(),
        }),
        ..alone()
    }
}

#[test]
fn a_language_is_accepted_where_one_alternative_of_the_declaration_is_there_whole() {
    let accepted = state(&[&["sqi", "eng"], &["spa"]], true);
    finds(&with(complete(), "language", &["eng", "sqi"]), &accepted, &[]);
    finds(&with(complete(), "language", &["spa"]), &accepted, &[]);
    let wrong = [(FindingKind::NeededByState, "language", "law-finding-language")];
    finds(&with(complete(), "language", &["eng", "fra"]), &accepted, &wrong);
}

#[test]
fn a_declaration_that_nobody_confirmed_decides_nothing() {
    let unconfirmed = state(&[&["spa"]], false);
    finds(&complete(), &unconfirmed, &[]);
    let values = with(complete(), "language", &["spa"]);
    finds(
        &values,
        &unconfirmed,
        &[(FindingKind::NeededByState, "language", "law-finding-working-language")],
    );
    assert_eq!(found(&values, &unconfirmed)[0].rests_on, ["rule-178-2", "art-87-2"]);
    // Nothing declared is no declaration, confirmed or not.
    finds(
        &values,
        &state(&[], true),
        &[(FindingKind::NeededByState, "language", "law-finding-working-language")],
    );
}

#[test]
fn before_the_law_of_an_element_began_nobody_is_asked_for_it() {
    let circumstances = Circumstances {
        today: date(2005, 1, 3),
        ..alone()
    };
    let mut values = complete();
    values.0.remove("level");
    values.0.remove("level_basis");
    values.0.remove("admissibility_ruled");
    // Regulation 111 held then, regulation 23 bis not yet.
    finds(
        &values,
        &circumstances,
        &[(
            FindingKind::Missing,
            "admissibility_ruled",
            "law-element-admissibility_ruled.missing",
        )],
    );
}

#[test]
fn the_ground_of_a_state_follows_from_its_standing_and_from_what_binds_it() {
    let pack = &*PACK;
    let ground = |standing: &str, obligations: &[&str]| {
        let ground = pack.ground_of(&[("rome-statute", standing), ("apic", "party")], obligations);
        ground.map(|ground| ground.id.as_str())
    };
    assert_eq!(ground("party", &[]), Some("party"));
    assert_eq!(ground("withdrawing", &["council"]), Some("party"));
    assert_eq!(ground("withdrawn", &[]), Some("withdrawn"));
    assert_eq!(ground("withdrawn", &["council"]), Some("council"));
    assert_eq!(ground("signatory", &["acceptance"]), Some("acceptance"));
    assert_eq!(ground("none", &[]), Some("any-state"));
    assert_eq!(pack.ground_of(&[], &[]).map(|ground| ground.id.as_str()), Some("any-state"));
}

#[test]
fn whatever_is_shown_of_a_form_stands_in_both_languages_and_differs_between_them() {
    let pack = &*PACK;
    let mut keys: Vec<String> = Vec::new();
    let elements = pack.forms().iter().flat_map(|form| &form.elements);
    for element in elements.chain(pack.moves().iter().flat_map(|step| &step.carries)) {
        keys.push(format!("{}.hint", element.text_key));
        if let ElementSort::Choice(choices) = &element.sort {
            for choice in choices {
                assert!(pack.text("en", &choice.text_key).is_some() && pack.text("fr", &choice.text_key).is_some());
            }
        }
        if element.required || element.is_conditional() {
            keys.push(format!("{}.missing", element.text_key));
        }
    }
    keys.extend(
        pack.moves()
            .iter()
            .flat_map(|step| [step.text_key.clone(), format!("{}.done", step.text_key)]),
    );
    for deadline in pack.deadlines() {
        keys.extend(["", ".lapse", ".counting"].map(|part| format!("{}{part}", deadline.text_key)));
    }
    keys.extend(pack.grounds().iter().map(|ground| ground.text_key.clone()));
    assert!(keys.len() > 200, "{}", keys.len());
    for key in keys {
        let (en, fr) = (pack.text("en", &key).expect(&key), pack.text("fr", &key).expect(&key));
        assert_ne!(en, fr, "{key}");
        assert!(
            !fr.contains(" :") && !fr.contains(" ;") && !fr.contains(" ?"),
            "a blank that breaks in {key}: {fr}"
        );
    }
}

#[test]
fn the_roles_in_the_docs_are_those_of_the_program() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law-packs.md")).expect("docs/law-packs.md");
    let rows = docs.lines().skip_while(|line| !line.starts_with("| role |")).skip(2);
    let told: Vec<String> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            line.split('|')
                .skip(1)
                .take(2)
                .map(|cell| cell.trim().trim_matches('`').to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let known: Vec<String> = REQUEST_ROLES.iter().map(|(role, side)| format!("{role} {}", side.word())).collect();
    assert_eq!(told, known);
}

#[test]
fn every_fact_of_a_finding_is_documented() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law-packs.md")).expect("docs/law-packs.md");
    let vague = with(with(complete(), "person", &["tbd"]), "probable_location", &["port"]);
    let mut findings = found(&vague, &state(&[&["deu"]], true));
    findings.extend(late(Some("2026-04-27"), Some("6"), today()));
    let needs = Circumstances {
        state: state(&[&["eng"]], true).state.map(|state| StateCircumstances {
            needs: vec![law::StateNeed {
                id: "oath".to_owned(),
                says: "A statement under oath".to_owned(),
                source: "section 13 (exercise law)".to_owned(),
            }],
            ..state
        }),
        ..alone()
    };
    findings.extend(found(&complete(), &needs));
    let names: std::collections::BTreeSet<&str> = findings.iter().flat_map(|f| &f.facts).map(|(name, _)| name.as_str()).collect();
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        assert!(
            docs.contains(&format!("\n| `{name}` |")),
            "docs/law-packs.md does not say what the fact `{name}` is"
        );
    }
}

proptest! {
    #[test]
    fn no_text_makes_a_check_fall_and_what_is_filled_in_is_never_missing(
        texts in proptest::collection::btree_map(proptest::sample::select(vec!["person", "description", "language", "leaves_on", "days_on_the_way", "level", "convicted", "odd"]), proptest::collection::vec(".{0,40}", 0..3), 0..8),
        ahead in -400i64..400,
    ) {
        let values = Values(texts.into_iter().map(|(element, texts)| (element.to_owned(), texts)).collect());
        let circumstances = Circumstances { arrested_on: Some(today().saturating_add(ahead.days())), ..state(&[&["eng"]], true) };
        for finding in found(&values, &circumstances) {
            let filled = values.first(&finding.element).is_some();
            prop_assert!(!(filled && finding.kind == FindingKind::Missing), "{finding:?}");
        }
    }
}
