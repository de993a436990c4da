//! One State's profile: what binds it, how to write to it, what it did; and whom a code or a name means.

use crate::common::{comity, house, reading, text};
use access::Viewer;
use comity::house::House;
use register::view::ViewError;
use register::view::model::{Row, StateProfile, Tie};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

async fn asked(house: &House, code: &str, as_at: &str) -> Result<StateProfile, ViewError> {
    house.register.state(&Viewer::public(), &reading(as_at, false), code).await
}

async fn profile(house: &House, code: &str, as_at: &str) -> StateProfile {
    asked(house, code, as_at).await.unwrap()
}

async fn meant(house: &House, words: &str, as_at: &str) -> Result<String, String> {
    let meant = house.register.state_meant(&Viewer::public(), &reading(as_at, false), words).await;
    meant.map_err(|error| error.to_string())
}

fn treaty<'p>(profile: &'p StateProfile, treaty: &str) -> &'p Tie {
    profile.treaties.iter().find(|tie| tie.treaty == treaty).expect("a treaty")
}

fn standing<'p>(profile: &'p StateProfile, id: &str) -> &'p str {
    treaty(profile, id).standing.as_deref().unwrap_or("none")
}

fn ids(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

#[tokio::test]
async fn a_finding_stands_in_the_profile_from_its_day_and_its_referral_from_that() {
    let (_folder, _clock, house) = house().await;
    let finding = |profile: StateProfile| profile.findings.into_iter().find(|row| row.id == "finding-ita-2025-10-17");
    assert_eq!(finding(profile(&house, "ITA", "2025-10-16").await), None);
    let made = finding(profile(&house, "ITA", "2025-10-17").await).expect("made that day");
    assert_eq!((made.value("conduct_date"), made.value("to_assembly")), ("2025-01-21", ""));
    assert_eq!(made.persons[0].id, "njeem");
    let referred = finding(profile(&house, "ITA", "2026-11-25").await).unwrap();
    assert_eq!(
        (referred.value("to_assembly"), referred.value("to_security_council")),
        ("yes", "no")
    );
}

#[tokio::test]
async fn what_happened_in_a_state_stands_in_its_profile_latest_first() {
    let (_folder, _clock, house) = house().await;
    let italy = profile(&house, "ITA", "2026-11-25").await;
    let njeem: Vec<&str> = italy
        .acts
        .iter()
        .filter(|act| act.person.as_ref().is_some_and(|person| person.id == "njeem"))
        .map(|act| act.date.on.as_str())
        .collect();
    assert!(!njeem.is_empty(), "he was arrested there");
    let days: Vec<_> = italy.acts.iter().map(|act| act.date.counts_on).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    assert!(
        italy
            .acts
            .iter()
            .all(|act| act.state.as_ref().is_some_and(|state| state.code == "ITA"))
    );
}

#[tokio::test]
async fn hungary_withdraws_and_then_its_position_is_not_known() {
    let (_folder, _clock, house) = house().await;
    for (day, expected, tie) in [
        ("2025-06-01", "party", "statute"),
        ("2025-06-02", "withdrawing", "statute"),
        ("2026-06-01", "withdrawing", "statute"),
        ("2026-06-02", "unresolved", "unknown"),
    ] {
        let hungary = profile(&house, "HUN", day).await;
        assert_eq!(standing(&hungary, "rome-statute"), expected, "{day}");
        let closeness = if hungary.tie == "both" { "statute" } else { hungary.tie.as_str() };
        assert_eq!(closeness, tie, "{day}");
    }
    let hungary = profile(&house, "HUN", "2026-06-02").await;
    assert!(!treaty(&hungary, "rome-statute").party);
    assert_eq!(ids(&hungary.findings), ["finding-hun-2025-07-24"]);
}

#[tokio::test]
async fn an_acceptance_binds_before_the_treaty_and_one_without_effect_does_not() {
    let (_folder, _clock, house) = house().await;
    let bound = |profile: &StateProfile| profile.bound.iter().map(|b| (b.by.clone(), b.row.id.clone())).collect::<Vec<_>>();
    let before = profile(&house, "CIV", "2003-04-17").await;
    assert_eq!((bound(&before), before.acceptances.len()), (vec![], 0));
    let after = profile(&house, "CIV", "2003-04-18").await;
    assert_eq!(bound(&after), [("acceptance".to_owned(), "acceptance-civ-2003-04-18".to_owned())]);
    assert_eq!(standing(&after, "rome-statute"), "signatory");
    assert!(
        after.bound[0].rules.iter().any(|rule| rule.id.starts_with("art-12-3")),
        "{:?}",
        after.bound[0].rules
    );
    let egypt = profile(&house, "EGY", "2026-11-25").await;
    assert_eq!(ids(&egypt.acceptances), ["acceptance-egy-2013-12-13"]);
    assert_eq!(
        bound(&egypt),
        [],
        "the Registrar did not accept it, and the profile tells it all the same"
    );
    let early = profile(&house, "EGY", "2013-12-13").await;
    assert_eq!(
        (bound(&early), early.acceptances[0].value("status")),
        (vec![], "not accepted by the Registrar"),
        "no day is known, so it counts from the first of the row"
    );
}

#[tokio::test]
async fn an_acceptance_binds_until_the_day_on_which_it_was_found_to_be_without_effect() {
    let (_folder, _clock, house) = house().await;
    for (day, binds, status) in [
        ("2010-01-01", true, ""),
        ("2012-04-02", true, ""),
        ("2012-04-03", false, "found ineffective 2012-04-03"),
        ("2014-12-31", false, "found ineffective 2012-04-03"),
    ] {
        let palestine = profile(&house, "PSE", day).await;
        let by: Vec<&str> = palestine.bound.iter().map(|bound| bound.by.as_str()).collect();
        assert_eq!(by, if binds { vec!["acceptance"] } else { vec![] }, "{day}");
        let rows = &palestine.acceptances;
        assert_eq!((rows.len(), rows[0].value("status")), (1, status), "{day}");
        let states = house.register.states(&Viewer::public(), &reading(day, false)).await.unwrap();
        let listed = states.states.iter().find(|state| state.state.code == "PSE").unwrap();
        assert_eq!(listed.bound_by, by, "the list of States says the same as at {day}");
    }
    let again = profile(&house, "PSE", "2015-01-01").await;
    assert_eq!((again.acceptances.len(), again.bound.len()), (2, 1), "by the second declaration");
}

#[tokio::test]
async fn a_resolution_of_the_council_binds_the_state_that_it_names() {
    let (_folder, _clock, house) = house().await;
    let before = profile(&house, "SDN", "2005-03-30").await;
    assert!(before.bound.is_empty());
    let sudan = profile(&house, "SDN", "2009-03-05").await;
    assert_eq!(sudan.bound[0].by, "council");
    assert_eq!(sudan.bound[0].row.value("document_ref"), "S/RES/1593 (2005)");
    assert_eq!((standing(&sudan, "rome-statute"), sudan.tie.as_str()), ("declined", "signed"));
    let names: Vec<&str> = sudan.situations.iter().map(|s| s.situation.name.as_str()).collect();
    assert_eq!(names, ["Darfur, Sudan"]);
    let persons: Vec<&str> = sudan.situations[0].persons.iter().map(|person| person.id.as_str()).collect();
    assert!(persons.contains(&"albashir"), "{persons:?}");
    let libya = profile(&house, "LBY", "2011-02-26").await;
    assert_eq!((libya.bound.len(), libya.state.name_en.as_str()), (1, "Libyan Arab Jamahiriya"));
}

#[tokio::test]
async fn a_state_that_did_not_exist_is_refused_with_its_first_day() {
    let (_folder, _clock, house) = house().await;
    let early = asked(&house, "MNE", "2006-06-02").await.unwrap_err();
    assert!(
        matches!(&early, ViewError::NotYet { began, .. } if began.to_string() == "2006-06-03"),
        "{early}"
    );
    assert_eq!(
        early.to_string(),
        "Montenegro (MNE) began to exist on 2006-06-03; ask for that day or a later one"
    );
    assert!(asked(&house, "MNE", "2006-06-03").await.is_ok());
    let none = asked(&house, "ZZZ", "2013-10-02").await.unwrap_err();
    assert!(matches!(&none, ViewError::NoSuchState { given, .. } if given == "ZZZ"), "{none}");
}

#[tokio::test]
async fn nothing_is_to_be_routed_on_a_declaration_that_is_not_verified() {
    let (_folder, _clock, house) = house().await;
    let albania = profile(&house, "ALB", "2026-11-25").await;
    assert_eq!((albania.address.advice.as_str(), albania.address.usable), ("declared", true));
    let argentina = profile(&house, "ARG", "2026-11-25").await;
    assert_eq!((argentina.address.advice.as_str(), argentina.address.usable), ("confirm", false));
    let chad = profile(&house, "TCD", "2026-11-25").await;
    assert_eq!((chad.address.advice.as_str(), chad.address.usable), ("none", false));
    assert_eq!(chad.address.declaration, None);
    let early = profile(&house, "ALB", "2004-08-29").await;
    assert_eq!(early.address.advice, "none", "it declared on 30 August 2004");
}

#[tokio::test]
async fn a_code_in_any_case_or_a_name_that_it_bears_or_bore_means_the_state() {
    let (_folder, _clock, house) = house().await;
    for (words, code) in [
        ("ITA", "ITA"),
        ("ita", "ITA"),
        ("it", "ITA"),
        (" Italy ", "ITA"),
        ("italie", "ITA"),
        ("Czech Republic", "CZE"),
        ("libyan arab jamahiriya", "LBY"),
        ("cote d'ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
    ] {
        assert_eq!(meant(&house, words, "2026-11-25").await, Ok(code.to_owned()), "{words}");
    }
}

#[tokio::test]
async fn words_that_mean_no_state_are_answered_with_the_nearest() {
    let (_folder, _clock, house) = house().await;
    for (words, nearest) in [
        ("FRE", "FRA (France)"),
        ("Hungry", "HUN (Hungary)"),
        ("guinea-bisso", "GNB (Guinea-Bissau)"),
    ] {
        let refused = meant(&house, words, "2026-11-25").await.unwrap_err();
        assert!(refused.contains(&format!("{words:?} is not the code of a State")), "{refused}");
        assert!(refused.contains(nearest), "{refused}");
    }
    let refused = meant(&house, "exercise land", "2026-11-25").await.unwrap_err();
    assert!(refused.contains("write its ISO 3166-1 alpha-3 code"), "{refused}");
    for nothing in ["", " ", "-"] {
        assert!(meant(&house, nothing, "2026-11-25").await.is_err(), "{nothing:?}");
    }
}

#[tokio::test]
async fn every_state_has_a_profile_on_the_first_day_and_today() {
    let (_folder, _clock, house) = house().await;
    for (day, least) in [("1998-07-17", 190), ("2026-11-25", 196)] {
        let states = house.register.states(&Viewer::public(), &reading(day, false)).await.unwrap();
        assert!(states.count >= least, "{} on {day}", states.count);
        for row in &states.states {
            let profile = profile(&house, &row.state.code, day).await;
            assert_eq!(profile.state, row.state, "{day}");
            assert_eq!((&profile.tie, &profile.group), (&row.tie, &row.group), "{} {day}", row.state.code);
            let standings = [("rome-statute", &row.rome_statute), ("apic", &row.apic)];
            for (id, listed) in standings.into_iter().filter(|(id, _)| *id == "rome-statute" || day > "2002-09-09") {
                assert_eq!(&treaty(&profile, id).standing, listed, "{} {id} {day}", row.state.code);
            }
        }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    comity(&[&["state", "--data", folder.to_str().unwrap()], arguments].concat())
}

#[tokio::test]
async fn the_command_prints_how_to_write_to_the_state_before_all_else() {
    let (folder, _clock, _house) = house().await;
    let output = run(folder.path(), &["ita", "--as-at", "2026-02-01"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let printed = text(&output.stdout);
    assert!(
        printed.starts_with("Italy (ITA) as at 2026-02-01, as public then, known on "),
        "{printed}"
    );
    let headings: Vec<&str> = printed
        .lines()
        .skip(2)
        .filter(|line| !line.is_empty() && !line.starts_with(' '))
        .collect();
    assert_eq!(
        headings[..2],
        ["How to address a request", "Rome Statute of the International Criminal Court"]
    );
    for says in [
        "State Party since 2002-07-01",
        "as it declared on 2004-04-28: channel: diplomatic channel; languages accepted: Italian with French",
        "2025-10-17: case: Njeem",
        "concerning: Release after arrest instead of surrender",
    ] {
        assert!(printed.contains(says), "{says:?} is not in {printed}");
    }
}

#[tokio::test]
async fn the_command_takes_a_name_of_several_words_and_a_former_one() {
    let (folder, _clock, _house) = house().await;
    let output = run(folder.path(), &["czech", "republic", "--as-at", "2016-07-04", "--format", "json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let view: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(
        (&view["state"]["code"], &view["state"]["name_en"]),
        (&"CZE".into(), &"Czech Republic".into())
    );
    let output = run(folder.path(), &["CZE", "--as-at", "2016-07-05", "--format", "json"]);
    let view: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(view["state"]["name_en"], "Czechia");
}

#[tokio::test]
async fn the_command_prints_a_fact_a_row_as_csv() {
    let (folder, _clock, _house) = house().await;
    let output = run(folder.path(), &["SDN", "--as-at", "2009-03-05", "--format", "csv"]);
    let printed = text(&output.stdout);
    let mut reader = csv::Reader::from_reader(printed.trim_start_matches('\u{feff}').as_bytes());
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        headings,
        [
            "section",
            "what",
            "value",
            "date",
            "verified",
            "others",
            "source",
            "entry",
            "as_at",
            "known_on",
            "hindsight",
            "exercise"
        ]
    );
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("CSV");
    assert!(rows.iter().all(|row| &row[8] == "2009-03-05"));
    let find = |section: &str, what: &str| {
        let found = rows.iter().find(|row| &row[0] == section && row[1].ends_with(what));
        found.unwrap_or_else(|| panic!("no {section} {what} in {printed}"))
    };
    assert_eq!(&find("treaty", "rome-statute standing")[2], "declined");
    assert_eq!(&find("bound", "document_ref")[2], "S/RES/1593 (2005)");
    let declared = find("treaty", "intent_not_to_become_party_on");
    assert_eq!((&declared[3], declared[7].len()), ("2008-08-26", 32), "with its day and its entry");
}

#[tokio::test]
async fn the_command_ends_with_2_where_no_state_is_meant_or_it_did_not_exist() {
    let (folder, _clock, _house) = house().await;
    for (arguments, says) in [
        (&["FRE"][..], "FRA (France)"),
        (&["MNE", "--as-at", "2006-06-02"], "began to exist on 2006-06-03"),
        (&["montenegro", "--as-at", "2006-06-02"], "began to exist on 2006-06-03"),
        (&["ITA", "--as-at", "1998-07-16"], "before 1998-07-17"),
        (&[], "CODE"),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
    let help = text(&comity(&["state", "--help"]).stdout);
    assert!(help.contains("Example: comity state ITA"), "{help}");
}
