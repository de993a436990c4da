//! The pack of the Rome Statute: what it says of persons, which rules it gives, and its cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod folder;

use jiff::civil::{Date, date};
use law::{Act, Pack, Weight, check};

fn pack() -> Pack {
    Pack::rome_statute().expect("the carried pack is without fault")
}

#[test]
fn every_case_beside_the_rules_follows_from_them() {
    let report = check(&folder::rome_statute());
    assert_eq!(report.faults, []);
    assert!(report.cases.iter().all(|case| case.passed));
    assert!(report.cases.len() >= 20, "{} cases", report.cases.len());
}

#[test]
fn the_binary_carries_the_folder_as_it_stands() {
    assert_eq!(Pack::parse(&folder::rome_statute()).expect("the folder is without fault"), pack());
}

#[test]
fn statuses_are_tried_in_the_order_of_the_pack() {
    assert_eq!(
        pack().statuses().collect::<Vec<_>>(),
        ["outstanding", "surrendered", "ended", "summoned", "summons-ended"]
    );
}

#[test]
fn the_day_of_an_act_counts_and_days_before_the_first_rule_are_counted_alike() {
    for day in [date(2013, 10, 2), date(1998, 7, 17), date(1990, 1, 1)] {
        assert_eq!(pack().counts_on(day), day);
    }
}

#[test]
fn every_day_since_the_statute_entered_into_force_has_a_law_of_statuses() {
    let pack = pack();
    let issued = [Act {
        kind: "warrant.issued",
        instrument: "exercise-0001-1",
        counts_on: date(2002, 6, 1),
    }];
    let status = |day: Date| pack.status_on(&issued, day).map(|s| s.id);
    assert_eq!(status(date(2002, 6, 30)), None);
    assert_eq!(status(date(2002, 7, 1)), Some("outstanding"));
    assert_eq!(status(date(2026, 11, 25)), Some("outstanding"));
}

#[test]
fn a_kind_that_is_no_act_under_an_instrument_changes_nothing() {
    let pack = pack();
    let acts = ["person.named", "remark.added", "citation.added"].map(|kind| Act {
        kind,
        instrument: "exercise-0001-1",
        counts_on: date(2010, 1, 1),
    });
    assert_eq!(pack.status_on(&acts, date(2020, 1, 1)), None);
}

#[test]
fn time_runs_from_the_warrant_and_ends_with_surrender_or_the_end_of_proceedings() {
    let pack = pack();
    let weighs = |weight: Weight| -> Vec<&str> {
        law::Fact::ALL
            .iter()
            .map(|(_, _, kind)| *kind)
            .filter(|kind| pack.weight(kind) == weight)
            .collect()
    };
    assert_eq!(weighs(Weight::Opens), ["warrant.issued"]);
    assert_eq!(weighs(Weight::Ends), ["person.surrendered", "proceedings.ended"]);
    assert_eq!(pack.weight("remark.added"), Weight::Step);
}

#[track_caller]
fn finds(words: &str, expected: &[&str]) {
    let pack = pack();
    let found: Vec<&str> = pack.find(words).iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(found, expected, "{words}");
}

#[test]
fn a_rule_is_found_by_its_citation_as_people_write_it() {
    let article = ["art-91-2", "art-91-2-a", "art-91-2-b", "art-91-2-c"];
    for words in [
        "91(2)",
        "91 (2)",
        "art. 91(2)",
        "Article 91, paragraph 2",
        "article 91, paragraphe 2 du Statut de Rome",
        "art-91-2",
        "Rome Statute 91(2)",
    ] {
        finds(words, &article);
    }
    finds("91(2)(a)", &["art-91-2-a"]);
    finds("91.2 a", &["art-91-2-a"]);
    finds("58", &["art-58-1", "art-58-4", "art-58-5", "art-58-6", "art-58-7"]);
    finds("92(3)", &["art-92-3"]);
    for words in ["rule 188", "r. 188", "règle 188", "Rules of Procedure and Evidence, rule 188"] {
        finds(words, &["rule-188", "rule-188-interim-release"]);
    }
    finds(
        "Règlement de procédure et de preuve, règle 188",
        &["rule-188", "rule-188-interim-release"],
    );
    for words in [
        "regulation 23 bis",
        "reg. 23bis",
        "Regulations of the Court, regulation 23 bis",
        "Règlement de la Cour, norme 23 bis",
    ] {
        finds(words, &["reg-23bis"]);
    }
    for words in [
        "icc-asp-12-res-3-2",
        "ICC-ASP/12/Res.3, paragraph 2",
        "resolution ICC-ASP/12/Res.3",
        "12/Res.3",
    ] {
        finds(words, &["icc-asp-12-res-3-2"]);
    }
    finds("counting", &["counting-1", "counting-2"]);
    for words in ["apic 35", "APIC, article 35", "APIC art. 35"] {
        finds(words, &["apic-35-1", "apic-35-2"]);
    }
    finds("UN Charter, article 25", &["un-charter-25"]);
    finds("vclt 68", &["vclt-68"]);
}

#[test]
fn a_citation_that_the_pack_does_not_have_finds_nothing() {
    for words in [
        "9",
        "35",
        "93(1)",
        "188",
        "rule 91",
        "(2)",
        "",
        "…",
        "91(2)(a)(i)",
        "paragraph",
        "ICC-ASP/13/Res.3",
    ] {
        finds(words, &[]);
    }
}

#[test]
fn a_status_names_the_rules_it_rests_on_that_which_makes_it_first() {
    let pack = pack();
    assert_eq!(pack.rules_of_status("outstanding").first(), Some(&"icc-asp-12-res-3-2"));
    assert_eq!(pack.rules_of_status("forgiven"), Vec::<&str>::new());
    for status in pack.statuses() {
        let rests_on = pack.rules_of_status(status);
        assert!(rests_on.contains(&"counting-1"), "{status}");
        assert!(rests_on.iter().all(|id| pack.rule(id).is_some()), "{status}");
    }
}

#[test]
fn a_rule_that_was_recalled_says_so_and_one_that_was_read_says_where() {
    let pack = pack();
    let recalled: Vec<&str> = pack
        .rules()
        .iter()
        .filter(|rule| rule.unverified)
        .map(|rule| rule.id.as_str())
        .collect();
    let expected = "art-58-6 art-61-10 art-87-1-b art-87-3 art-88 art-89-1 art-89-2 art-89-4 art-90-1 art-90-4 art-90-5 \
        art-90-6 art-90-8 art-91-3 art-91-3-a art-91-3-b art-91-3-c art-91-3-d art-91-4 art-92-1 art-99-1 art-99-2 art-99-3 art-99-4 \
        art-99-5 art-100-2 art-101-1 art-101-2 rule-117-1 rule-177 rule-179 rule-181 rule-182 rule-183 rule-187 rule-188-interim-release rule-189 rule-196 \
        rule-197 reg-33-friday a-67-828-others-first a-67-828-notice a-67-828-summons asp-contacts arrest-guidelines";
    let mut expected: Vec<&str> = expected.split(' ').collect();
    let order = |id: &str| pack.rules().iter().position(|rule| rule.id == id);
    expected.sort_by_key(|id| order(id));
    assert_eq!(recalled, expected);
    let own = |id: &str| {
        ["counting-", "treaty-acts-", "request-practice-"]
            .iter()
            .any(|own| id.starts_with(own))
    };
    for rule in pack.rules() {
        assert_eq!(rule.read_in.is_some(), !rule.unverified && !own(&rule.id), "{}", rule.id);
    }
}

#[test]
fn each_text_stands_in_both_languages_and_differs_between_them() {
    let pack = pack();
    assert_eq!(pack.languages().collect::<Vec<_>>(), ["en", "fr"]);
    for rule in pack.rules() {
        let cites = format!("{}.cites", rule.text_key);
        for key in [&rule.text_key, &cites] {
            let (en, fr) = (pack.text("en", key).expect(key), pack.text("fr", key).expect(key));
            assert_ne!(en, fr, "{key}");
            assert!(!en.contains(['\n', '{']) && !en.contains("  "), "{key}: {en}");
        }
        assert_eq!(pack.text("en", &cites), Some(rule.cites.as_str()));
    }
    assert_eq!(pack.text("en", "law-status-outstanding"), Some("outstanding"));
    assert_eq!(pack.text("ar", "law-art-86"), None);
}

/// The first cells of a table of the docs, after the line with which it begins.
fn first_cells(table: &str, cells: usize) -> Vec<String> {
    let docs = std::fs::read_to_string(folder::root().join("docs/law-packs.md")).expect("docs/law-packs.md");
    let rows = docs.lines().skip_while(|line| !line.starts_with(table)).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells = line.split('|').skip(1).take(cells);
            cells
                .map(|cell| cell.trim().trim_matches('`').to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

#[test]
fn the_list_of_facts_in_the_docs_is_the_list_of_the_program() {
    let known: Vec<String> = law::Fact::ALL.iter().map(|(_, word, kind)| format!("{word} {kind}")).collect();
    assert_eq!(first_cells("| fact |", 2), known);
}

#[test]
fn the_list_of_acts_under_treaties_in_the_docs_is_the_list_of_the_program() {
    assert_eq!(first_cells("| act under a treaty |", 1), law::TREATY_ACTS);
}
