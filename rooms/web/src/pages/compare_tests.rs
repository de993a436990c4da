//! What users see of the change between two days, of sources and of doubts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::files_tests::{asked, heading, of_days, section, unchanged, whole, words};
use super::tests::layout;
use super::{doubts, sources};
use crate::samples::files as samples;
use crate::samples::views;
use askama::Template;
use jiff::civil::date;
use register::view::model::{Comparison, FigureChange, Source, Sources};

#[test]
fn a_comparison_says_the_net_change_and_what_it_hides() {
    let view = Comparison {
        figures: vec![
            FigureChange {
                what: "outstanding".into(),
                before: 14,
                after: 13,
            },
            FigureChange {
                what: "parties".into(),
                before: 122,
                after: 124,
            },
        ],
        ..views::comparison()
    };
    let html = of_days("en", &view);
    assert_eq!(heading(&html), "Between 1 January 2026 and 1 March 2026");
    assert!(words(&html).contains("One person fewer outstanding: 14 became 13."));
    assert!(words(&html).contains("Behind it stand 1 who came and 1 who left; one more came and left between."));
    let figures = words(section(&html, "Figures"));
    assert!(
        figures.contains("Persons outstanding 14 13 −1") && figures.contains("122 124 +2"),
        "{figures}"
    );
    assert!(figures.contains("1 March 2026: counted without Exercise State XAC, whose position is not known."));
    assert!(words(section(&html, "Came and left between")).contains("20"), "days between");
    assert!(words(section(&html, "Ties by treaty that changed")).contains("State Party"));
    assert!(words(&of_days("en", &unchanged())).contains("Nobody came and nobody left."));
}

#[test]
fn the_date_sentence_of_a_comparison_has_two_days() {
    let html = of_days("en", &views::comparison());
    let sentence = html
        .split("<div class=\"sentence\">")
        .nth(1)
        .unwrap()
        .split("</fieldset>")
        .next()
        .unwrap();
    assert!(sentence.starts_with("What changed from"));
    for field in [
        "name=\"fd\"",
        "name=\"fm\"",
        "name=\"fy\"",
        "name=\"d\"",
        "name=\"m\"",
        "name=\"y\"",
    ] {
        assert!(sentence.contains(field), "{field}");
    }
    assert!(sentence.contains("name=\"fd\" inputmode=\"numeric\" maxlength=\"2\" value=\"1\""));
    assert!(
        !whole("en", &samples::findings()).contains("name=\"fd\""),
        "other pages have one day"
    );
}

#[test]
fn without_an_earlier_day_sessions_of_the_assembly_are_offered() {
    let html = asked("/en/compare", None);
    assert_eq!(heading(&html), "Which two days?");
    let usual = "href=\"/en/compare?from=2013-11-27\">Since the 12th session: from ";
    assert!(html.contains(usual), "{html}");
    assert!(words(&html).contains("12th session: 27 November 2013"));
    let early = asked("/en/compare?as_at=2010-01-01", None);
    assert!(!early.contains("12th session"), "a session after the later day is no beginning");
}

#[test]
fn days_in_the_wrong_order_are_said_and_turned_round_by_a_link() {
    let html = asked("/en/compare?as_at=2020-01-01&from=2026-01-01", Some(date(2026, 1, 1)));
    assert!(words(&html).contains("1 January 2026 does not lie before 1 January 2020."));
    assert!(
        html.contains("href=\"/en/compare?as_at=2026-01-01&#38;from=2020-01-01\">Turn them round")
            || html.contains("href=\"/en/compare?as_at=2026-01-01&amp;from=2020-01-01\">Turn them round"),
        "{html}"
    );
    assert!(html.contains("<a href=\"#from\">") && html.contains("id=\"from\""));
    let same = asked("/en/compare?as_at=2020-01-01&from=2020-01-01", Some(date(2020, 1, 1)));
    assert!(words(&same).contains("Both days are 1 January 2020") && !same.contains("Turn them round"));
}

#[test]
fn sources_are_linked_by_host_and_tell_nobody_where_the_reader_comes_from() {
    let source = |source: &str, read: bool| Source {
        source: source.into(),
        read,
        rows: 2,
        cited: 1,
    };
    let view = Sources {
        sources: vec![
            source("https://www.example.org/a?b=\"c", true),
            source("https://example.net", true),
            source("recalled:medium", false),
            source("recalled:high", false),
            source("Exercise gazette, no. 1", true),
            source("javascript://example.org/%0aalert(1)", true),
        ],
        ..views::sources()
    };
    let html = sources::page(layout("/en/sources", "T"), &view).render().unwrap();
    assert_eq!(heading(&html), "4 sources were read, and 4 rows rest on memory");
    assert!(html.contains("<a href=\"https://www.example.org/a?b=&quot;c\" rel=\"nofollow noopener noreferrer\">example.org<span"));
    assert!(html.contains("<a href=\"https://example.net\" rel=\"nofollow noopener noreferrer\">example.net<span"));
    let recalled = words(section(&html, "From memory"));
    assert!(recalled.find("sure").unwrap() < recalled.find("fairly sure").unwrap(), "{recalled}");
    assert!(!html.contains("href=\"javascript"), "only the web is linked");
}

#[test]
fn a_doubt_leads_to_the_row_or_the_person_and_to_the_form() {
    let html = doubts::page(layout("/en/doubts?file=agreements", "T"), &views::doubts("agreements"))
        .render()
        .unwrap();
    assert!(html.contains("<a href=\"/en/file/agreement-xaa-sentences\">Exercise State XAA</a>"));
    assert!(html.contains("<a href=\"/en/person/exercise-0001#sources\">"));
    assert!(html.contains("another source: <time datetime=\"2026-01-03\""));
    let form = format!("/en/error?page=%2Fen%2Fentry%2F{}", "0123456789abcdef0123456789abcdef");
    assert!(html.contains(&form), "the form knows the entry");
    assert!(words(&html).contains("Signed 2 Jan 2026 unverified"), "{}", words(&html));
}
