//! `comity contacts`: what goes in, what is found, and what is said where something is wrong.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// A record with the public record in it, which no test changes.
fn data() -> &'static Path {
    static DATA: OnceLock<PathBuf> = OnceLock::new();
    DATA.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("made-for-contacts");
        let _ = std::fs::remove_dir_all(&folder);
        let made = Command::new(env!("CARGO_BIN_EXE_comity"))
            .args(["outstanding", "--data"])
            .arg(&folder)
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        folder
    })
}

/// Checks a list that comes by the standard input.
fn check(list: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(["contacts", "-", "--data"])
        .arg(data())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A list that is refused for its length is not read to its end.
    let _ = child.stdin.take().unwrap().write_all(list);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The answer as JSON.
fn json(list: &str, arguments: &[&str]) -> Value {
    let output = check(list.as_bytes(), &[arguments, &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Line, outcome and likeliest person of each contact.
fn found(answer: &Value) -> Vec<(u64, String, String)> {
    let contacts = answer["contacts"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    contacts
        .map(|contact| {
            let person = word(&contact["hits"][0]["person"]["id"]);
            (contact["line"].as_u64().unwrap(), word(&contact["outcome"]), person)
        })
        .collect()
}

fn refused(list: &[u8], arguments: &[&str], expected: &str) {
    let output = check(list, arguments);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains(expected), "{output:?}");
}

const DELEGATION: &str =
    "1. Exercise Person, Head of delegation, Exercise Ministry\n2. Joseph KONY, Adviser, Exercise Ministry\n3) Harun, Ahmad\n";

#[test]
fn somebody_is_found_under_titles_offices_and_by_one_word_alone() {
    let list = "H.E. Mr. Vladimir Putin\nMinister of Defence Sergei Shoigu\nЕго Превосходительство г-н Владимир Путин\nMeeting with Joseph Kony\n\
        Putin\tVladimir\tPresident\nSergei Lavrov and Vladimir Putin\nPresident Putin\nAmbassador Exercise Person\n";
    let answer = json(list, &["--on", "2026-01-15"]);
    let outcomes: Vec<(u64, String)> = found(&answer).into_iter().map(|(line, outcome, _)| (line, outcome)).collect();
    let of = |line: u64, outcome: &str| (line, outcome.to_owned());
    let expected = [
        of(1, "warrant"),
        of(2, "warrant"),
        of(3, "warrant"),
        of(4, "warrant"),
        of(5, "warrant"),
        of(6, "warrant"),
        of(7, "possible"),
        of(8, "none"),
    ];
    assert_eq!(outcomes, expected, "a family name alone is possible, and no more");
}

#[test]
fn a_name_gets_the_same_answer_whatever_else_stands_in_the_list() {
    let alone = json("Vladimir Putin\n", &["--on", "2026-01-15"]);
    let among = json(
        &format!("Vladimir Putin\n{}", "Vladimir Person\nPutin Exercise\n".repeat(300)),
        &["--on", "2026-01-15"],
    );
    assert_eq!(alone["contacts"][0]["hits"][0]["score"], among["contacts"][0]["hits"][0]["score"]);
    assert_eq!(found(&alone)[0], found(&among)[0]);
}

#[test]
fn of_a_large_body_a_few_others_are_named() {
    let others: String = (0..50)
        .map(|n| format!("Exercise Person {n}, Exercise Ministry\n").replace('0', "zero"))
        .collect();
    let answer = json(
        &format!("Joseph Kony, Adviser, Exercise Ministry\n{others}"),
        &["--on", "2026-01-15"],
    );
    assert_eq!(answer["contacts"][0]["alternatives"].as_array().map(Vec::len), Some(5));
}

#[test]
fn a_pasted_list_tells_whom_the_rules_keep_from_the_table_and_who_else_could_be_met() {
    let answer = json(DELEGATION, &["--on", "2026-01-15", "--for", "un"]);
    assert_eq!(
        found(&answer),
        [
            (1, "none".into(), String::new()),
            (2, "warrant".into(), "kony".into()),
            (3, "warrant".into(), "harun".into())
        ]
    );
    let kony = &answer["contacts"][1];
    assert_eq!(kony["alternatives"][0]["line"], 1, "others of the same body");
    let advice = &kony["hits"][0]["advice"];
    assert_eq!(
        advice["rests_on"][0],
        "Guidance of the Secretary-General, A/67/828 - S/2013/210, general rule"
    );
    let notices: Vec<&str> = answer["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|notice| notice["to"].as_str().unwrap())
        .collect();
    assert_eq!(notices, ["prosecutor", "assembly-president", "prosecutor", "assembly-president"]);
    let draft = answer["notices"][0]["text"].as_str().unwrap();
    for part in [
        "Joseph Kony",
        "the Legal Counsel of the United Nations",
        "Exercise Person",
        "[mandate, task",
        "15\u{a0}January\u{a0}2026",
    ] {
        assert!(draft.contains(part), "{part}: {draft}");
    }
    assert_eq!(answer["receipt"]["contacts"], 3);
    assert_eq!(answer["check_again"], false);
}

#[test]
fn a_day_to_come_shows_todays_status_and_says_that_the_list_is_to_be_checked_again() {
    let answer = json("Joseph Kony", &["--on", "2126-01-01"]);
    assert_eq!(
        (&answer["check_again"], &answer["on"]),
        (&Value::Bool(true), &Value::from("2126-01-01"))
    );
    assert_ne!(answer["as_at"], "2126-01-01");
    let said = text(&check(b"Joseph Kony", &["--on", "2126-01-01"]).stdout);
    assert!(
        said.contains("Check again on the day.") && said.contains("WARRANT  1: Joseph Kony"),
        "{said}"
    );
}

#[test]
fn a_past_day_is_as_it_was_then_as_far_as_it_was_public() {
    assert_eq!(
        found(&json("Joseph Kony", &["--on", "2005-07-08"]))[0].1,
        "none",
        "issued under seal on that day"
    );
    assert_eq!(found(&json("Joseph Kony", &["--on", "2005-10-14"]))[0].1, "warrant");
    assert_eq!(found(&json("Dominic Ongwen", &["--on", "2014-01-01"]))[0].1, "warrant");
    assert_eq!(
        found(&json("Dominic Ongwen", &["--on", "2016-01-01"]))[0].1,
        "none",
        "surrendered since"
    );
}

#[test]
fn nobody_is_kept_from_the_table_whose_case_ended_unless_all_persons_are_asked_for() {
    // Not confirmed, acquitted, withdrawn, dead.
    let list = "Bahr Idriss Abu Garda\nMathieu Ngudjolo Chui\nUhuru Muigai Kenyatta\nRaska Lukwiya\n";
    let outcomes = |arguments: &[&str]| {
        found(&json(list, arguments))
            .into_iter()
            .map(|(_, outcome, _)| outcome)
            .collect::<Vec<_>>()
    };
    assert_eq!(outcomes(&["--on", "2026-01-15"]), ["none"; 4]);
    assert_eq!(outcomes(&["--on", "2026-01-15", "--all-persons"]), ["not-sought"; 4]);
}

#[test]
fn every_spelling_is_found_and_letters_that_only_look_alike_are_pointed_out() {
    for name in [
        "Джозеф Кони",
        "KONY Joseph",
        "Kony, Joseph",
        "\u{200f}Joseph\u{200b} Kony",
        "Yoseph Koni",
    ] {
        let answer = json(&format!("{name}\nExercise Person"), &["--on", "2026-01-15"]);
        assert_eq!(answer["contacts"][0]["hits"][0]["person"]["id"], "kony", "{name}: {answer:#}");
    }
    let answer = json("J\u{43e}seph K\u{43e}ny", &["--on", "2026-01-15"]);
    let hit = &answer["contacts"][0]["hits"][0];
    assert!(
        hit["explanation"].as_str().unwrap().contains("letters of another alphabet"),
        "{hit:#}"
    );
}

#[test]
fn whoever_asks_is_told_the_rule_that_binds_them() {
    let rule = |who: &str, day: &str| json("Joseph Kony", &["--on", day, "--for", who])["contacts"][0]["hits"][0]["advice"].clone();
    assert!(rule("state", "2026-01-15")["rule"].as_str().unwrap().contains("not essential"));
    assert!(rule("state", "2026-01-15")["unverified"].as_bool().unwrap());
    assert!(
        rule("other", "2026-01-15")["rule"]
            .as_str()
            .unwrap()
            .contains("No rule of this pack binds you")
    );
    assert_eq!(rule("un", "2010-01-01"), Value::Null, "no rule of that day is known");
    let said = text(&check(b"Joseph Kony", &["--on", "2010-01-01", "--for", "un"]).stdout);
    assert!(said.contains("That does not mean that nothing is to be minded"), "{said}");
}

#[test]
fn notices_are_written_as_text_and_for_word_and_nothing_is_written_over() {
    let folder = TempDir::new().unwrap();
    let notices = folder.path().join("notices");
    let arguments = ["--on", "2026-01-15", "--for", "un", "--notices", notices.to_str().unwrap()];
    let output = check(b"Joseph Kony", &arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let mut names: Vec<String> = std::fs::read_dir(&notices)
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "notice-1-kony-assembly-president.docx",
            "notice-1-kony-assembly-president.txt",
            "notice-1-kony-prosecutor.docx",
            "notice-1-kony-prosecutor.txt"
        ]
    );
    assert!(std::fs::read(notices.join(&names[2])).unwrap().starts_with(b"PK\x03\x04"));
    let again = check(b"Joseph Kony", &arguments);
    assert_eq!(again.status.code(), Some(2), "{again:?}");
}

#[test]
fn the_answer_is_given_in_french_and_as_csv() {
    let said = text(&check(DELEGATION.as_bytes(), &["--on", "2026-01-15", "--for", "un", "--lang", "fr"]).stdout);
    assert!(
        said.contains("MANDAT  2: Joseph KONY") && said.contains("Que faire\u{a0}:"),
        "{said}"
    );
    let csv = text(&check(DELEGATION.as_bytes(), &["--on", "2026-01-15", "--format", "csv"]).stdout);
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    let cells = |row: &csv::StringRecord| [row[0].to_owned(), row[2].to_owned(), row[3].to_owned()];
    assert_eq!(
        rows.iter().map(cells).collect::<Vec<_>>(),
        [["1", "none", ""], ["2", "warrant", "kony"], ["3", "warrant", "harun"]]
    );
}

#[test]
fn what_cannot_be_read_is_told_and_exits_with_two_and_what_is_found_never_does() {
    refused(b"", &[], "The list is empty");
    refused(b"...\n", &[], "Line 1: there is no letter in it");
    refused(b"%PDF-1.4", &[], "This is a PDF");
    refused(
        b"BEGIN:VCALENDAR\nSUMMARY:Joseph Kony\nEND:VCALENDAR\n",
        &[],
        "The calendar names nobody",
    );
    refused(b"MZ\x90\x00\x03\x00\x00\x00", &[], "This is no text");
    refused(&vec![b'x'; 1 << 20 | 1], &[], "more than 1024 KiB");
    refused(b"Joseph Kony", &["--on", "yesterday"], "not a day of the calendar");
    refused(b"", &["--lang", "fr"], "La liste est vide");
    let said = text(&check(b"Exercise Person\n---\n", &[]).stdout);
    assert!(
        said.contains("1 line was not checked") && said.contains("Line 2: there is no letter in it"),
        "{said}"
    );
    let long = format!("{}\nJoseph Kony\n", "x".repeat(10_000));
    assert_eq!(found(&json(&long, &["--on", "2026-01-15"]))[1].1, "warrant");
    let missing = Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(["contacts", "no-such-file", "--data"])
        .arg(data())
        .output()
        .unwrap();
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn calendars_cards_and_tables_are_checked_too() {
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=Joseph Kony:mailto:a@example.org\nEND:VEVENT\nEND:VCALENDAR\n";
    let card = "BEGIN:VCARD\nVERSION:4.0\nFN:Joseph Kony\nEND:VCARD\n";
    let table = "surname,given name,ministry\nKony,Joseph,Exercise\nPerson,Exercise,Exercise\n";
    for (list, form) in [(calendar, "calendar"), (card, "cards"), (table, "table")] {
        let answer = json(list, &["--on", "2026-01-15"]);
        assert_eq!(answer["form"], form);
        assert_eq!(found(&answer)[0].2, "kony", "{form}");
    }
}
