#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::samples;

/// The rows of a file, taken apart by RFC 4180; panics where the file is not one.
fn rows(file: &str) -> Vec<Vec<String>> {
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
    let mut rows = rows(file).into_iter();
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
        ("warrants", warrants(&samples::warrants()), 2),
        ("person", person(&samples::person()), 4),
        ("situation", situation(&samples::situation()), 1),
        ("situations", situations(&samples::situations()), 2),
        ("working", working(&samples::working()), 4),
        ("search", search(&samples::found()), 2),
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
        rows(&csv.0)[1][0].clone()
    };
    for dangerous in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=\"a\",b"] {
        assert_eq!(file(dangerous), format!("'{dangerous}"));
    }
    for harmless in ["", "1", "a=b", "2013-10-02", "'x", " x ", "Côte d’Ivoire"] {
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
    cell(&found, 1, "kind", "situation");
    cell(&situations(&samples::situations()), 1, "name", "Exercise\nB");
    let entry = entry(&samples::entry());
    cell(&entry, 1, "member", "kind");
    cell(&entry, 1, "value", "\"warrant.issued\"");
}
