#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::address::Lang;
use crate::problem::texts;
use crate::texts::Said;
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 25);
const KNOWN: [&str; 4] = ["as_at", "known_on", "hindsight", "name"];

fn said(wrong: &Wrong) -> String {
    Said::of_parameter(wrong).plain(&texts(Lang::En))
}

#[track_caller]
fn refused(raw: &str, expected: &[(&str, &str)]) {
    let wrong = Parameters::parse(Some(raw), &KNOWN).expect_err(raw);
    let said: Vec<_> = wrong.iter().map(|w| (w.parameter().to_owned(), said(w))).collect();
    let expected: Vec<_> = expected.iter().map(|(p, d)| ((*p).to_owned(), (*d).to_owned())).collect();
    assert_eq!(said, expected, "{raw}");
}

#[track_caller]
fn read(raw: &str, name: &str, expected: Option<&str>) {
    let parameters = Parameters::parse(Some(raw), &KNOWN).expect(raw);
    assert_eq!(parameters.get(name), expected, "{raw}");
}

#[track_caller]
fn reading_refused(raw: &str, parameter: &str, today: Option<Date>) {
    let refusal = Parameters::parse(Some(raw), &KNOWN).expect(raw).reading(TODAY).expect_err(raw);
    assert_eq!((refusal.parameter(), refusal.today()), (parameter, today), "{raw}");
}

#[test]
fn values_are_read_as_forms_write_them() {
    read("", "name", None);
    read("name=kony", "name", Some("kony"));
    read("name=al+bashir&as_at=2013-10-02", "name", Some("al bashir"));
    read("name=%C3%A9lys%C3%A9e", "name", Some("élysée"));
    read("name=a%2Bb%26c%3Dd", "name", Some("a+b&c=d"));
    read("name=a=b", "name", Some("a=b"));
    read("na%6De=kony", "name", Some("kony"));
    read("&&name=kony&", "name", Some("kony"));
    read("name", "name", Some(""));
}

#[test]
fn what_is_wrong_with_names_and_encoding_is_said_all_at_once() {
    refused(
        "nam=kony",
        &[(
            "nam",
            "there is no parameter \"nam\" here; leave it out, or use one of: as_at, known_on, hindsight, name",
        )],
    );
    refused("name=a&name=a&name=b", &[("name", "name is given more than once; give it once")]);
    refused(
        "Name=a&name=%zz&as_at=%",
        &[
            (
                "Name",
                "there is no parameter \"Name\" here; leave it out, or use one of: as_at, known_on, hindsight, name",
            ),
            (
                "name",
                "name cannot be read: write it in UTF-8, percent-encoded, without control characters",
            ),
            (
                "as_at",
                "as_at cannot be read: write it in UTF-8, percent-encoded, without control characters",
            ),
        ],
    );
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for raw in [
        "name=%ff",
        "name=%c3",
        "name=%00",
        "name=a%0Ab",
        "name=%7F",
        "name=%c2%80",
        "name=%4",
        "name=%+1",
        "%ff=1",
    ] {
        let wrong = Parameters::parse(Some(raw), &KNOWN).expect_err(raw);
        assert!(matches!(wrong.as_slice(), [Wrong::Encoding { .. }]), "{raw}: {wrong:?}");
    }
}

#[test]
fn where_no_parameter_is_taken_the_refusal_says_so() {
    let wrong = Parameters::parse(Some("a=1"), &[]).expect_err("a");
    assert_eq!(
        wrong.first().map(said),
        Some("there is no parameter \"a\" here; leave it out: this address takes none".into())
    );
}

#[test]
fn a_value_has_200_characters_at_most() {
    let longest = "é".repeat(LONGEST);
    read(&format!("name={longest}"), "name", Some(&longest));
    refused(
        &format!("name={longest}e"),
        &[("name", "name is too long: at most 200 characters are read")],
    );
}

#[test]
fn a_parameter_without_a_value_is_refused_where_each_must_have_one() {
    let given = Parameters::parse(Some("name=&as_at=2013-10-02"), &KNOWN).unwrap();
    assert_eq!(given.filled(), Err(vec![Wrong::Empty { parameter: "name".into() }]));
    let given = Parameters::parse(Some("as_at=2013-10-02"), &KNOWN).unwrap();
    assert_eq!(given.clone().filled(), Ok(given));
}

#[test]
fn a_reading_is_read_out_of_three_parameters() {
    let given = Parameters::parse(Some("as_at=2013-10-02&known_on=2026-07-01&hindsight=1"), &KNOWN).unwrap();
    let expected = Reading {
        as_at: date(2013, 10, 2),
        known_on: Some(date(2026, 7, 1)),
        hindsight: true,
        dated: true,
    };
    assert_eq!(given.reading(TODAY), Ok(expected));
    let expected = Reading {
        as_at: TODAY,
        known_on: None,
        hindsight: false,
        dated: false,
    };
    assert_eq!(Parameters::default().reading(TODAY), Ok(expected));
}

#[test]
fn hindsight_is_one_of_four_words() {
    for (word, expected) in [("1", true), ("true", true), ("0", false), ("false", false)] {
        let given = Parameters::parse(Some(&format!("hindsight={word}")), &KNOWN).unwrap();
        assert_eq!(given.reading(TODAY).map(|reading| reading.hindsight), Ok(expected), "{word}");
    }
    for word in ["", "yes", "True", "2", "1 "] {
        let given = Parameters::parse(Some(&format!("hindsight={word}")), &KNOWN).unwrap();
        let refusal = given.reading(TODAY).unwrap_err();
        assert_eq!(
            said(&refusal),
            format!("hindsight cannot be \"{word}\"; it is one of: 1, true, 0, false")
        );
    }
}

#[test]
fn a_wrong_reading_names_its_parameter_and_offers_today_where_a_later_day_was_asked_for() {
    reading_refused("as_at=2013-02-30", "as_at", None);
    reading_refused("as_at=1998-07-16", "as_at", None);
    reading_refused("as_at=2026-11-26", "as_at", Some(TODAY));
    reading_refused("known_on=2026-11-26", "known_on", Some(TODAY));
    reading_refused("known_on=soon", "known_on", None);
}

#[test]
fn only_a_reading_with_both_days_over_is_fixed() {
    let fixed = |raw: &str| is_fixed(&Parameters::parse(Some(raw), &KNOWN).unwrap().reading(TODAY).unwrap(), TODAY);
    assert!(fixed("as_at=2013-10-02&known_on=2026-11-24"));
    assert!(!fixed("as_at=2013-10-02&known_on=2026-11-25"), "today is not over");
    assert!(!fixed("as_at=2013-10-02"));
    assert!(!fixed("known_on=2026-11-24"));
    assert!(!fixed(""));
}

#[test]
fn a_whole_number_stands_within_its_bounds() {
    let number = |raw: &str| Parameters::parse(Some(raw), &["limit"]).unwrap().number("limit", 500);
    assert_eq!(number(""), Ok(None));
    assert_eq!(number("limit=1"), Ok(Some(1)));
    assert_eq!(number("limit=500"), Ok(Some(500)));
    for raw in [
        "limit=0",
        "limit=501",
        "limit=-1",
        "limit=01",
        "limit=1.0",
        "limit=%2B1",
        "limit=",
        "limit=99999999999999999999",
    ] {
        let refusal = said(&number(raw).unwrap_err());
        assert!(refusal.ends_with("it is a whole number from 1 to 500"), "{raw}: {refusal}");
    }
}

#[test]
fn a_filter_is_read_with_closed_words() {
    let known = ["situation", "status", "years", "name", "after"];
    let filter = |raw: &str| Parameters::parse(Some(raw), &known).unwrap().filter();
    let expected = Filter {
        situation: Some("ICC-02/04".into()),
        status: Some("ended".into()),
        years: Some(10),
        name: Some("kony".into()),
        after: Some("x".into()),
    };
    assert_eq!(filter("situation=ICC-02/04&status=ended&years=10&name=kony&after=x"), Ok(expected));
    assert_eq!(filter(""), Ok(Filter::default()));
    for (raw, parameter) in [
        ("status=free", "status"),
        ("years=2", "years"),
        ("years=05", "years"),
        ("situation=Uganda", "situation"),
    ] {
        assert_eq!(filter(raw).unwrap_err().parameter(), parameter, "{raw}");
    }
}

#[test]
fn the_number_of_a_situation_stands_in_one_segment_and_comes_back() {
    for number in ["ICC-02/04", "ICC-01/11", "exercise-01/26", "ICC-RoC46(3)-01/18"] {
        assert_eq!(situation_of_segment(&segment_of_situation(number)).as_deref(), Some(number));
    }
    for segment in ["", "ICC", "-", "ICC-02-", "ICC-02/04", "ICC-02-04 ", "ICC-02-0é", &"I-".repeat(30)] {
        assert_eq!(situation_of_segment(segment), None, "{segment}");
    }
}
