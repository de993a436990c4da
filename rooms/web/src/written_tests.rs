#![allow(clippy::unwrap_used)]
use super::*;
use crate::texts::Texts;
use jiff::civil::date;
use std::sync::Arc;

fn words(lang: Lang) -> Words {
    Words::new(&Arc::new(Texts::load()), lang)
}

/// What a reader sees: the HTML without its tags.
fn seen(markup: &Markup) -> String {
    let mut text = String::new();
    let mut within = false;
    for c in markup.as_str().chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            NBSP => text.push(' '),
            other if !within => text.push(other),
            _ => {}
        }
    }
    text
}

#[track_caller]
fn check(when: &str, bare: [&str; 2], on: [&str; 2]) {
    let langs = [Lang::En, Lang::Fr].map(words);
    assert_eq!(
        [seen(&langs[0].when(when, Length::Full)), seen(&langs[1].when(when, Length::Full))],
        bare
    );
    assert_eq!([seen(&langs[0].on(when)), seen(&langs[1].on(when))], on);
}

#[test]
fn a_date_is_written_as_precisely_as_it_is_known() {
    check(
        "2013-10-02",
        ["2 October 2013", "2 octobre 2013"],
        ["on 2 October 2013", "le 2 octobre 2013"],
    );
    check("2010-06", ["June 2010", "juin 2010"], ["in June 2010", "en juin 2010"]);
    check("2007", ["2007", "2007"], ["in 2007", "en 2007"]);
    check(
        "by 2024-12-17",
        ["by 17 December 2024", "au plus tard le 17 décembre 2024"],
        ["by 17 December 2024", "au plus tard le 17 décembre 2024"],
    );
    check(
        "by 2024-12",
        ["by December 2024", "au plus tard en décembre 2024"],
        ["by December 2024", "au plus tard en décembre 2024"],
    );
    check(
        "from 2010-06",
        ["not before June 2010", "dès juin 2010"],
        ["not before June 2010", "dès juin 2010"],
    );
    check(
        "about 2016-04-12",
        ["about 12 April 2016", "vers le 12 avril 2016"],
        ["about 12 April 2016", "vers le 12 avril 2016"],
    );
    check(
        "unknown",
        ["day not known", "date inconnue"],
        ["on a day not known", "à une date inconnue"],
    );
    let instant = "2020-06-09T12:00:00Z[Europe/Amsterdam]";
    let bare = ["9 June 2020, 14:00 (Europe/Amsterdam)", "9 juin 2020, 14 h 00 (Europe/Amsterdam)"];
    check(
        instant,
        bare,
        [
            "on 9 June 2020, 14:00 (Europe/Amsterdam)",
            "le 9 juin 2020, 14 h 00 (Europe/Amsterdam)",
        ],
    );
}

#[test]
fn what_is_no_date_is_shown_escaped() {
    assert_eq!(words(Lang::En).when("<soon>", Length::Full).as_str(), "&lt;soon&gt;");
}

#[test]
fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
    let first = date(2012, 3, 1);
    assert_eq!(
        words(Lang::Fr).day(first).as_str(),
        "<time datetime=\"2012-03-01\" class=\"nb\">1<sup>er</sup> mars 2012</time>"
    );
    assert_eq!(words(Lang::Fr).day_plain(first), "1er\u{a0}mars\u{a0}2012");
    assert_eq!(words(Lang::Fr).day_plain(date(2012, 3, 21)), "21\u{a0}mars\u{a0}2012");
    assert_eq!(
        words(Lang::En).day_short(date(2013, 10, 1)).as_str(),
        "<time datetime=\"2013-10-01\" class=\"nb\">1 Oct 2013</time>"
    );
}

#[test]
fn numbers_stand_in_groups_of_three() {
    let written = [0, 7, 999, 7384, 1_234_567, -1052].map(number);
    assert_eq!(
        written,
        ["0", "7", "999", "7\u{202f}384", "1\u{202f}234\u{202f}567", "−1\u{202f}052"]
    );
}

#[test]
fn a_list_ends_with_and() {
    let parts = ["a", "b", "c"].map(Markup::text);
    assert_eq!(words(Lang::En).list(&parts).as_str(), "a, b and c");
    assert_eq!(words(Lang::Fr).list(&parts[..2]).as_str(), "a et b");
    assert_eq!(words(Lang::Fr).list(&parts[..1]).as_str(), "a");
}

#[test]
fn silence_means_verified_and_only_doubt_carries_a_mark() {
    let en = words(Lang::En);
    let mut fact = DatedFact {
        on: "2007-04-27".into(),
        counts_on: Some(date(2007, 4, 27)),
        verified: true,
        others: Vec::new(),
        entry: "e".into(),
        hash: "h".into(),
        level: Level::Public,
    };
    assert_eq!(seen(&en.fact(&fact, Length::Short, None)), "27 Apr 2007");
    fact.verified = false;
    assert_eq!(seen(&en.fact(&fact, Length::Short, None)), "27 Apr 2007 unverified");
    fact.verified = true;
    fact.others = vec!["2007-05-02".into()];
    assert_eq!(
        seen(&en.fact(&fact, Length::Short, Some("#sources"))),
        "27 Apr 2007 another source: 2 May 2007"
    );
    assert!(
        en.marks(&fact, Some("#sources"))
            .as_str()
            .starts_with("<a class=\"df\" href=\"#sources\">")
    );
}

#[test]
fn what_is_not_public_carries_the_word_of_its_level_before_other_marks() {
    let mut fact = DatedFact {
        on: "2026-01-02".into(),
        counts_on: None,
        verified: false,
        others: Vec::new(),
        entry: "e".into(),
        hash: "h".into(),
        level: Level::Public,
    };
    let told = [
        (Level::Restricted, "restricted", "restreint"),
        (Level::Confidential, "confidential", "confidentiel"),
        (Level::UnderSeal, "under seal", "sous scellés"),
    ];
    for (level, english, french) in told {
        fact.level = level;
        let of = |lang| words(lang).fact(&fact, Length::Short, None);
        assert_eq!(seen(&of(Lang::En)), format!("2 Jan 2026 {english} unverified"));
        assert!(seen(&of(Lang::Fr)).contains(french), "{}", of(Lang::Fr).as_str());
        // In words, which are read aloud, and in a frame of its own, which is more than a colour.
        let mark = format!("<span class=\"lv {}\">{english}</span>", level.word());
        assert!(of(Lang::En).as_str().contains(&mark), "{}", of(Lang::En).as_str());
    }
}

#[test]
fn a_capital_begins_the_words_and_not_the_tags() {
    let check = |html: &str| capital(&Markup::ready(html)).as_str().to_owned();
    assert_eq!(check("convicted"), "Convicted");
    assert_eq!(check("<span lang=\"en\">état</span>"), "<span lang=\"en\">État</span>");
    assert_eq!(check("<a><b>x</b></a>"), "<a><b>X</b></a>");
    assert_eq!(check(""), "");
}
