#![allow(clippy::unwrap_used)]
use super::*;
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 25);

fn read(address: &str) -> Option<Asked> {
    let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
    let (lang, rest) = path
        .trim_start_matches('/')
        .split_once('/')
        .unwrap_or((path.trim_start_matches('/'), ""));
    Asked::read(lang, rest, query, TODAY)
}

#[track_caller]
fn leads_to(address: &str, canonical: &str) {
    let asked = read(address).unwrap();
    assert_eq!(asked.reading.as_ref().err(), None);
    assert_eq!(asked.moved.as_deref(), (address != canonical).then_some(canonical));
    let again = read(canonical).unwrap();
    assert_eq!(again.moved, None, "the canonical address is canonical");
}

#[test]
fn each_page_has_one_canonical_address() {
    let canonical = [
        "/en",
        "/fr/overview.json",
        "/en/warrants?as_at=2013-10-02&known_on=2026-11-20&hindsight=1&situation=ICC-02%2F04&status=all&years=5&name=one%20two&after=x_y",
        "/fr/warrants.csv?status=ended",
        "/en/person/exercise-0001",
        "/en/person/exercise-0001.json?as_at=2013-10-02",
        "/en/situation/ICC-02-04",
        "/en/situations",
        "/en/working",
        "/en/counts.csv",
        "/en/search?q=%C3%A9xercise",
        "/en/entry/0123456789abcdef0123456789abcdef",
        "/fr/about",
        "/en/error",
        "/en/error?as_at=2013-10-02&page=%2Ffr%2Fwarrants%3Fstatus%3Dall",
        "/fr/error/012A-GHJZ-0Z01?page=%2Fen",
    ];
    for address in canonical {
        leads_to(address, address);
    }
}

#[test]
fn the_form_of_the_date_sentence_leads_to_the_canonical_address() {
    leads_to("/en?d=2&m=10&y=2013&hindsight=0&kd=25&km=11&ky=2026", "/en?as_at=2013-10-02");
    leads_to(
        "/en?d=2&m=10&y=2013&hindsight=1&kd=20&km=11&ky=2026",
        "/en?as_at=2013-10-02&known_on=2026-11-20&hindsight=1",
    );
    leads_to(
        "/en/warrants?status=all&d=02&m=10&y=2013&hindsight=0",
        "/en/warrants?as_at=2013-10-02&status=all",
    );
}

#[test]
fn what_says_nothing_is_left_out() {
    leads_to("/en/overview", "/en");
    leads_to("/en?utm_source=x", "/en");
    leads_to("/en?hindsight=0&as_at=", "/en");
    leads_to("/en?hindsight=true", "/en?hindsight=1");
    leads_to("/en?hindsight=1&as_at=2013-10-02", "/en?as_at=2013-10-02&hindsight=1");
    leads_to("/en/warrants?situation=&status=outstanding&years=&name=+", "/en/warrants");
    leads_to("/en?status=all", "/en");
    leads_to("/en?as_at=2013-10-02&as_at=2014-11-30", "/en?as_at=2013-10-02");
}

#[test]
fn where_no_page_lies_nothing_is_read() {
    for address in [
        "/de",
        "/en/nowhere",
        "/en/person/",
        "/en/person/a/b",
        "/en/situation/kenya",
        "/en.json",
        "/en/.json",
        "/en/other/x",
        "/en/nowhere.csv",
    ] {
        assert_eq!(read(address), None, "{address}");
    }
}

#[track_caller]
fn wrong(address: &str, fields: &[&str]) -> Asked {
    let asked = read(address).unwrap();
    let said: Vec<_> = asked
        .reading
        .as_ref()
        .err()
        .unwrap()
        .iter()
        .map(|wrong| wrong.parameter().to_owned())
        .collect();
    assert_eq!(said, fields);
    assert_eq!(asked.moved, None, "what is wrong is said, not sent elsewhere");
    asked
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    wrong("/en?as_at=2013-02-30&known_on=2027-01-01", &["as_at", "known_on"]);
    wrong("/en?as_at=1998-07-16", &["as_at"]);
    wrong(
        "/en/warrants?status=guilty&situation=x&years=2&hindsight=perhaps",
        &["situation", "status", "years", "hindsight"],
    );
}

#[test]
fn a_wrong_date_stays_in_the_fields_as_it_was_written() {
    let asked = wrong("/en?d=31&m=2&y=2013&hindsight=0&kd=25&km=11&ky=2026", &["as_at"]);
    assert_eq!(
        asked.day,
        DateFields {
            d: "31".into(),
            m: "2".into(),
            y: "2013".into()
        }
    );
    let asked = wrong("/en?as_at=2030-01-09", &["as_at"]);
    assert_eq!(
        asked.day,
        DateFields {
            d: "9".into(),
            m: "1".into(),
            y: "2030".into()
        }
    );
    let asked = wrong("/en?d=&m=10&y=2013", &["as_at"]);
    assert_eq!(
        asked.day,
        DateFields {
            d: String::new(),
            m: "10".into(),
            y: "2013".into()
        }
    );
}

#[test]
fn a_browser_is_answered_in_the_language_that_it_prefers() {
    let check = |header: &str, lang: Lang| assert_eq!(Lang::preferred(header), lang, "{header}");
    check("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", Lang::Fr);
    check("en;q=0.5, fr;q=0.7", Lang::Fr);
    check("de, en-GB;q=0.9, fr;q=0.8", Lang::En);
    check("fr;q=0", Lang::En);
    check("", Lang::En);
    check("nl, *;q=oops", Lang::En);
}

#[test]
fn the_form_names_a_page_of_ours_without_its_reading_or_none() {
    for (given, canonical) in [
        (
            "%2Fen%2Fwarrants%3Fas_at%3D2013-10-02%26status%3Dall",
            "/en/error?page=%2Fen%2Fwarrants%3Fstatus%3Dall",
        ),
        ("%2Fen%2Foverview.json", "/en/error?page=%2Fen"),
        ("%2Fen%2Fperson%2Fa%2520b", "/en/error?page=%2Fen%2Fperson%2Fa%2520b"),
        ("https%3A%2F%2Fexample.org", "/en/error"),
        ("%2F%2Fexample.org", "/en/error"),
        ("%2Fde", "/en/error"),
        ("%2Fen%2Fnowhere", "/en/error"),
        ("%2Fen%2Ferror%3Fpage%3D%252Fen", "/en/error"),
        ("javascript%3Aalert(1)", "/en/error"),
    ] {
        let given = format!("/en/error?page={given}");
        leads_to(&given, canonical);
    }
    for nowhere in [
        "/en/error.json",
        "/en/error/",
        "/en/error/012a-ghjz-0z01",
        "/en/error/1",
        "/en/error/a/b",
    ] {
        assert_eq!(read(nowhere), None, "{nowhere}");
    }
}

#[test]
fn every_page_has_a_form_for_its_errors_however_long_its_address() {
    let form_of = |address: &str| read(address).unwrap().address.to_error().href();
    assert_eq!(
        form_of("/fr/entry/0123?as_at=2013-10-02"),
        "/fr/error?as_at=2013-10-02&page=%2Ffr%2Fentry%2F0123"
    );
    assert_eq!(form_of("/fr/overview.csv"), "/fr/error?page=%2Ffr");
    assert_eq!(form_of("/en/error/012A-GHJZ-0Z01?page=%2Fen"), "/en/error?page=%2Fen");
    let long = "x".repeat(190);
    assert_eq!(form_of(&format!("/en/search?q={long}")), "/en/error?page=%2Fen%2Fsearch");
    assert_eq!(form_of(&format!("/en/person/{long}")), "/en/error");
    for address in [format!("/en/search?q={long}"), format!("/en/person/{long}")] {
        let form = form_of(&address);
        assert!(read(&form).unwrap().reading.is_ok(), "{form}");
    }
}
