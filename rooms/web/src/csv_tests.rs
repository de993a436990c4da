#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::samples::{self, views};

/// The lines of a file, taken apart by RFC 4180; panics where the file is not one.
fn lines(file: &str) -> Vec<Vec<String>> {
    let mut rest = file.strip_prefix('\u{feff}').expect("a byte order mark first").chars().peekable();
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    while let Some(c) = rest.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => row.last_mut().unwrap().push(rest.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "lines end with CRLF");
                rows.push(vec![String::new()]);
            }
            '\n' if !quoted => panic!("a line break without carriage return"),
            c => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends with CRLF");
    rows
}

/// The rows as their headings name them.
fn table(file: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut rows = lines(file).into_iter();
    let headings = rows.next().unwrap();
    rows.map(|row| {
        assert_eq!(row.len(), headings.len(), "every row has a cell for each heading: {row:?}");
        headings.iter().cloned().zip(row).collect()
    })
    .collect()
}

#[track_caller]
fn cell(file: &str, row: usize, heading: &str, expected: &str) {
    assert_eq!(table(file)[row].get(heading).map(String::as_str), Some(expected), "{heading}");
}

#[test]
fn every_view_is_a_table_whose_rows_repeat_the_reading() {
    let files = [
        ("outstanding", outstanding(&samples::outstanding()), 2),
        ("overview", overview(&samples::overview()), 3),
        ("persons", persons(&samples::persons()), 2),
        ("person", person(&samples::person()), 4),
        ("situation", situation(&samples::situation()), 1),
        ("situations", situations(&samples::situations()), 2),
        ("working", working(&samples::working()), 4),
        ("search", search(&samples::found()), 5),
        ("states", states(&views::states()), 5),
        ("parties", parties(&views::parties()), 2),
        ("state", state(&views::profile()), 36),
        ("compare", compare(&views::comparison()), 8),
        ("sources", sources(&views::sources()), 2),
        ("doubts", doubts(&views::doubts("agreements")), 2),
        ("counts of doubts", doubts(&views::doubts("")), 1),
        ("laws", super::rows(&views::laws()), 1),
        ("row", row(&views::row()), 7),
    ];
    for (name, file, expected) in files {
        let table = table(&file);
        assert_eq!(table.len(), expected, "{name}");
        for row in table {
            assert_eq!(
                (&*row["as_at"], &*row["known_on"], &*row["hindsight"]),
                ("2026-03-01", "2026-11-20", "false"),
                "{name}"
            );
        }
    }
    let counts = counts(&samples::counts());
    cell(&counts, 0, "as_at", "2026-02-01");
    cell(&counts, 0, "page_as_at", "2026-03-01");
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_disarmed() {
    let file = |cell: &str| {
        let mut csv = Csv::new(["a"]);
        csv.row([cell]);
        lines(&csv.0)[1][0].clone()
    };
    for dangerous in ["=1+1", "+1", "-1+1", "-", "@SUM(A1)", "\tx", "\rx", "=\"a\",b"] {
        assert_eq!(file(dangerous), format!("'{dangerous}"));
    }
    for harmless in ["", "1", "-14", "a=b", "2013-10-02", "'x", " x ", "Côte d’Ivoire"] {
        assert_eq!(file(harmless), harmless);
    }
    cell(&outstanding(&samples::outstanding()), 0, "name", "'=Person, \"One\"");
}

#[test]
fn a_cell_is_quoted_where_it_must_be_and_only_there() {
    let mut csv = Csv::new(["a", "b", "c", "d"]);
    csv.row(["plain", "comma, here", "a \"quote\"", "two\nlines"]);
    assert_eq!(
        csv.0,
        "\u{feff}a,b,c,d\r\nplain,\"comma, here\",\"a \"\"quote\"\"\",\"two\nlines\"\r\n"
    );
}

#[test]
fn a_person_is_a_row_with_all_warrants_and_sources() {
    let file = outstanding(&samples::outstanding());
    let expected = [
        ("id", "exercise-0001"),
        ("situation", "Exercise A"),
        ("situation_no", "exercise-01/26"),
        ("status", "outstanding"),
        ("issued_on", "2026-01-02"),
        ("public_on", "2026-01"),
        ("days_outstanding", "29"),
        ("warrants", "exercise-0001-1; exercise-0001-2"),
        ("cases", "exercise-01/26-01/26"),
        ("end_reason", "died"),
        ("verified", "false"),
        ("values_of_other_sources", "warrant.issued effective: 2026-01-03"),
    ];
    for (heading, value) in expected {
        cell(&file, 0, heading, value);
    }
    assert!(table(&file)[0]["sources"].contains("warrant.issued effective: Exercise gazette, no. 1 (contradicts)"));
    for empty in ["issued_on", "public_on", "days_outstanding", "warrants", "end_reason", "sources"] {
        cell(&file, 1, empty, "");
    }
}

#[test]
fn the_steps_give_both_readings_on_every_day_on_which_one_changed() {
    let steps: Vec<_> = table(&overview(&samples::overview()))
        .into_iter()
        .map(|row| [row["from"].clone(), row["as_public_then"].clone(), row["with_hindsight"].clone()])
        .collect();
    assert_eq!(
        steps,
        [["2026-01-02", "0", "1"], ["2026-01-31", "1", "1"], ["2026-02-20", "2", "2"]]
    );
}

#[test]
fn an_act_is_a_row_with_its_entry_and_particulars() {
    let file = person(&samples::person());
    cell(&file, 0, "act", "warrant.issued");
    cell(&file, 0, "instrument_id", "exercise-0001-1");
    cell(&file, 1, "instrument_id", "exercise-0001-2");
    cell(
        &file,
        0,
        "particulars",
        "reason: died; years: 14; until: 2026-02; instrument: warrant; issued_on: 2026-01-02",
    );
    cell(&file, 2, "particulars", "");
    cell(&file, 0, "others", "2026-01-03");
    cell(&file, 0, "remarks", "'+ a remark");
    cell(&file, 0, "entry", "0123456789abcdef0123456789abcdef");
    cell(&file, 1, "counts_on", "");
}

#[test]
fn the_working_says_how_each_person_was_counted_and_by_which_entries() {
    let file = working(&samples::working());
    let counted: Vec<_> = table(&file).into_iter().map(|row| row["counted_as"].clone()).collect();
    assert_eq!(counted, ["outstanding", "surrendered", "ended", "hindsight_adds"]);
    assert_eq!(
        table(&file)[0]["entries"].split("; ").count(),
        5,
        "issue, publication, surrender and end of one, issue of the other"
    );
}

#[test]
fn counts_searches_situations_and_entries_have_their_own_columns() {
    let counts = counts(&samples::counts());
    cell(&counts, 0, "ours", "1");
    cell(&counts, 2, "ours", "");
    cell(&counts, 2, "ours_by_basis", "persons: 1; instruments: 2");
    let found = search(&samples::found());
    cell(&found, 0, "form", "'@One");
    cell(&found, 0, "by", "sound");
    cell(&found, 1, "kind", "situation");
    cell(&found, 2, "form", "Old Exercise");
    cell(&found, 4, "kind", "legislation");
    cell(&found, 4, "name", "'=Act, \"One\"");
    cell(&found, 4, "form", "One remark");
    cell(&situations(&samples::situations()), 1, "name", "Exercise\nB");
    let entry = entry(&samples::entry());
    cell(&entry, 1, "member", "kind");
    cell(&entry, 1, "value", "\"warrant.issued\"");
}

#[test]
fn reported_errors_are_no_formulas_and_keep_their_lines() {
    let report = register::desk::Report {
        reference: register::desk::Reference::from_bytes([7; 12]),
        received: "2026-11-25T11:00:00.5Z".parse().unwrap(),
        said: samples::said(),
        closed: Some(register::desk::Closed {
            at: "2026-11-26T11:00:00Z".parse().unwrap(),
            by: "exercise-officer".into(),
            reason: "Corrected".into(),
        }),
    };
    let rows = lines(&error_reports(&[report]));
    assert_eq!(
        rows[1],
        [
            "7777-7777-7777",
            "2026-11-25T11:00:00Z",
            "closed",
            "/en/person/exercise-0001?as_at=2026-03-01",
            "0123456789ab",
            "The day is wrong.\nIt is 2 January.",
            "'=Exercise gazette, no. 1",
            "reader@example.org",
            "2026-11-26T11:00:00Z",
            "exercise-officer",
            "Corrected",
        ]
    );
}

#[test]
fn a_row_of_a_file_has_its_columns_in_the_order_of_the_dictionary_and_then_what_is_known_of_them() {
    let file = super::rows(&views::rows());
    let columns = register::files::named("agreements")
        .unwrap()
        .columns
        .iter()
        .map(|column| column.name);
    let behind = ["id", "undated", "unverified", "disputed", "sources", "entry"];
    let reading = ["page_as_at", "page_known_on", "page_hindsight", "page_exercise"];
    let expected: Vec<&str> = columns.chain(behind).chain(reading).collect();
    assert_eq!(
        lines(&file)[0],
        expected,
        "a column of the file is called as_at, so the reading has other names"
    );
    for (heading, value) in [
        ("agreement_id", "xaa-sentences"),
        ("alpha3", "XAA"),
        ("kind", "'=sentence enforcement"),
        ("signed_on", "2026-01-02"),
        ("in_force_on", ""),
        ("as_at", "2026-02-03"),
        ("notes", "'+ a remark"),
        ("source", "Exercise gazette, no. 1"),
        ("id", "agreement-xaa-sentences"),
        ("undated", "false"),
        ("unverified", "signed_on"),
        ("disputed", "signed_on: 2026-01-03"),
        ("entry", "0123456789abcdef0123456789abcdef"),
        ("page_as_at", "2026-03-01"),
    ] {
        cell(&file, 0, heading, value);
    }
    for (heading, value) in [("alpha3", ""), ("kind", ""), ("undated", "true"), ("source", ""), ("entry", "")] {
        cell(&file, 1, heading, value);
    }
    let laws = super::rows(&views::laws());
    cell(&laws, 0, "title", "Act, \"One\"");
    cell(&laws, 0, "topics", "surrender");
    cell(&laws, 0, "general", "true");
    cell(&laws, 0, "as_at", "2026-03-01");
}

#[test]
fn one_row_is_a_column_a_line_with_its_sources_and_entry() {
    let file = row(&views::row());
    let columns: Vec<_> = table(&file).into_iter().map(|line| line["column"].clone()).collect();
    assert_eq!(columns, ["agreement_id", "alpha3", "kind", "signed_on", "as_at", "notes", "source"]);
    cell(&file, 3, "value", "2026-01-02");
    cell(&file, 3, "counts_on", "2026-01-02");
    cell(&file, 3, "verified", "false");
    cell(&file, 3, "others", "2026-01-03");
    cell(&file, 3, "entry", "0123456789abcdef0123456789abcdef");
    cell(&file, 5, "value", "'+ a remark");
    cell(&file, 5, "entry", "");
}

#[test]
fn parties_say_what_the_law_gives_and_what_the_file_has() {
    let file = parties(&views::parties());
    for (heading, value) in [
        ("code", "XAA"),
        ("standing", "withdrawing"),
        ("party", "true"),
        ("in_force_by_law", "2026-02-01"),
        ("in_force_differs", "false"),
        ("withdrawal_by_law", "2026-02-01"),
        ("withdrawal_differs", "true"),
        ("signed_on", "2026-01-02"),
        ("kind", "accession"),
        ("id", "rome-statute-xaa"),
    ] {
        cell(&file, 0, heading, value);
    }
    for (heading, value) in [("code", "XAB"), ("party", "false"), ("standing", ""), ("signed_on", ""), ("id", "")] {
        cell(&file, 1, heading, value);
    }
}

#[test]
fn a_profile_is_a_fact_a_row_and_an_empty_one_says_what_is_known() {
    let file = state(&views::profile());
    let facts: Vec<_> = table(&file)
        .into_iter()
        .map(|row| (row["section"].clone(), row["what"].clone(), row["value"].clone()))
        .collect();
    for (section, what, value) in [
        ("state", "other_names", "'@Old Exercise"),
        ("address", "advice", "confirm"),
        ("address", "article-87-xaa languages_accepted", "eng;fra"),
        ("treaty", "rome-statute standing", "withdrawing"),
        ("treaty", "rome-statute withdrawal_by_law", "art-126-1; art-126-2"),
        ("bound", "referral-unsc-2026-01-02 by", "council"),
        ("topic", "surrender", "law-xaa-act"),
        ("agreement", "agreement-xaa-sentences kind", "'=sentence enforcement"),
        ("agreement", "agreement-xaa-sentences remarks", "'+ a remark"),
        ("act", "proceedings.milestone arrested", "exercise-0001"),
        ("person", "exercise-01/26 exercise-0002", "Person Two: outstanding"),
    ] {
        let fact = (section.to_owned(), what.to_owned(), value.to_owned());
        assert!(facts.contains(&fact), "{fact:?} is not among {facts:#?}");
    }
    assert!(
        !facts.iter().any(|(section, what, _)| section == "topic" && what == "transit"),
        "no law was read on it"
    );
    let bare: Vec<_> = table(&state(&views::bare_profile()))
        .into_iter()
        .map(|row| row["what"].clone())
        .collect();
    assert_eq!(bare, ["code", "name_en", "name_fr", "membership", "tie", "advice"]);
}

#[test]
fn a_comparison_is_a_change_a_row_with_its_section() {
    let file = compare(&views::comparison());
    let sections: Vec<_> = table(&file).into_iter().map(|row| row["section"].clone()).collect();
    assert_eq!(
        sections,
        ["figure", "unresolved", "came", "left", "between", "standing", "event", "event"]
    );
    assert!(table(&file).iter().all(|row| row["from"] == "2026-01-01"));
    cell(&file, 0, "after", "2");
    cell(&file, 1, "after", "unresolved");
    cell(&file, 2, "name", "'=Person, \"One\"");
    cell(&file, 4, "on", "2026-01-31; 2026-02-20");
    cell(&file, 5, "before", "");
    cell(&file, 5, "after", "party");
    cell(&file, 6, "id", "agreement-xaa-sentences");
    cell(&file, 6, "name", "Exercise State XAA");
    cell(&file, 7, "what", "proceedings.milestone arrested");
}

#[test]
fn doubts_tell_the_facts_of_a_file_or_how_many_there_are() {
    let facts = doubts(&views::doubts("agreements"));
    cell(&facts, 0, "state", "XAA");
    cell(&facts, 0, "others", "2026-01-03");
    cell(&facts, 1, "person", "exercise-0001");
    let counts = doubts(&views::doubts(""));
    cell(&counts, 0, "file", "agreements");
    cell(&counts, 0, "unverified", "2");
    cell(&sources(&views::sources()), 0, "source", "'=Exercise gazette, no. 1");
}
