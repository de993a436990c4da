//! What an author is told who wrote a pack with a fault in it: file, line, what, and how to mend it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod told;

use law::{Pack, check};
use told::told;

/// A small pack without fault.
fn sound() -> Vec<(String, String)> {
    [
        (
            "pack.toml",
            "name = \"exercise\"\nedition = 2026-11-25\nlanguages = [\"en\"]\nfiles = [\"law.toml\"]\n",
        ),
        (
            "law.toml",
            r#"# An exercise.

[[rule]]
id = "art-1"
from = 2002-07-01
unverified = true

[[rule]]
id = "art-2"
from = 2002-07-01
convention = true
counts = "from-its-day"

[[act]]
fact = "warrant-issued"
weight = "opens"
rests_on = ["art-1"]

[[status]]
id = "sought"
when = ["warrant-issued"]
unless = ["surrendered"]
rests_on = ["art-1", "art-2"]
"#,
        ),
        (
            "texts/en.ftl",
            "law-art-1 = One.\n    .cites = Article 1\nlaw-art-2 = Two.\n    .cites = Article 2\nlaw-status-sought = sought\n",
        ),
        (
            "cases/all.toml",
            r#"[[case]]
says = "A warrant counts from its day."
shows = ["art-1"]
person = "exercise-0001"
acts = [{ on = 2010-01-05, fact = "warrant-issued", under = "exercise-0001-1" }]
then = [
  { as_at = 2010-01-04, status = "none" },
  { as_at = 2010-01-05, status = "sought", under = ["exercise-0001-1"] },
]
"#,
        ),
    ]
    .map(|(file, text)| (file.to_owned(), text.to_owned()))
    .to_vec()
}

/// Checks the sound pack with one change, and the faults that it must give.
#[track_caller]
fn changed(file: &str, from: &str, to: &str, expected: &[&str]) {
    told::changed(sound(), file, from, to, expected);
}

/// The sound pack without a file.
fn without(file: &str) -> Vec<(String, String)> {
    sound().into_iter().filter(|(name, _)| name != file).collect()
}

#[test]
fn a_sound_pack_has_no_fault_and_its_case_passes() {
    let report = check(&sound());
    assert_eq!(report.faults, []);
    let runs: Vec<(&str, usize, bool)> = report.cases.iter().map(|c| (c.file.as_str(), c.line, c.passed)).collect();
    assert_eq!(runs, [("cases/all.toml", 1, true)]);
}

#[test]
fn a_pack_without_its_head_or_with_no_rule_is_told_what_is_missing() {
    told(
        &[],
        &["pack.toml, line 1: this file is missing; it names the pack, its edition, its languages and its files in order"],
    );
    changed(
        "pack.toml",
        "[\"law.toml\"]",
        "[]",
        &["law.toml, line 1: this file does not stand under `files` in pack.toml; name it there, in its place, or take it away"],
    );
    let mut empty = sound();
    empty[1].1 = "# nothing yet\n".to_owned();
    empty[2].1 = String::new();
    told(
        &empty,
        &["pack.toml, line 4: the pack holds no rule; write one under [[rule]] in a file that stands here"],
    );
}

#[test]
fn files_and_languages_that_do_not_match_the_head_are_named() {
    changed(
        "pack.toml",
        "\"law.toml\"",
        "\"law.toml\", \"more.toml\"",
        &["pack.toml, line 4: there is no file `more.toml`; add it, or take it out here"],
    );
    changed(
        "pack.toml",
        "\"law.toml\"",
        "\"law.toml\", \"law.toml\"",
        &["pack.toml, line 4: `law.toml` stands here twice; keep one"],
    );
    changed(
        "pack.toml",
        "[\"en\"]",
        "[\"en\", \"fr\"]",
        &["pack.toml, line 3: there is no file `texts/fr.ftl`; add it, or take the language out here"],
    );
    let mut more = sound();
    more.push(("texts/fr.ftl".to_owned(), String::new()));
    told(
        &more,
        &["texts/fr.ftl, line 1: this language does not stand under `languages` in pack.toml; name it there, or take the file away"],
    );
}

#[test]
fn what_is_not_toml_or_not_a_word_of_the_form_is_told_with_its_line() {
    let faults = |from: &str, to: &str| {
        let mut files = sound();
        files[1].1 = files[1].1.replacen(from, to, 1);
        check(&files)
            .faults
            .first()
            .map(|f| (f.file.clone(), f.line, f.reason.clone()))
            .expect("a fault")
    };
    let (file, line, reason) = faults("unverified = true", "unverifed = true");
    assert_eq!((file.as_str(), line), ("law.toml", 6));
    assert!(
        reason.contains("unknown field `unverifed`") && reason.ends_with("docs/law-packs.md"),
        "{reason}"
    );
    let (_, line, _) = faults("[[act]]", "[[act]");
    assert_eq!(line, 14);
    let (_, line, _) = faults("from = 2002-07-01", "from = 2002-02-30");
    assert_eq!(line, 5);
}

#[test]
fn a_rule_needs_an_id_of_its_own_that_is_a_citation() {
    changed(
        "law.toml",
        "id = \"art-2\"",
        "id = \"art-1\"",
        &[
            "law.toml, line 9: the rule `art-1` stands in law.toml, line 4 already; ids are unique, and a later wording of a rule adds its year: art-1-2013",
            "law.toml, line 23: there is no rule `art-2` in this pack; write it under [[rule]], or mend the id",
        ],
    );
    changed(
        "law.toml",
        "id = \"art-2\"",
        "id = \"Article 2\"",
        &[
            "law.toml, line 9: `Article 2` cannot be the id of a rule; write the citation in small letters, figures and hyphens, for example art-91-2-a",
            "law.toml, line 23: there is no rule `art-2` in this pack; write it under [[rule]], or mend the id",
        ],
    );
}

#[test]
fn a_rule_says_where_its_text_was_read_or_that_it_was_not() {
    let how = "say where its text was read (`read_in = \"…\"`), or that it was recalled (`unverified = true`), or that it is this register's own (`convention = true`); one of the three";
    changed(
        "law.toml",
        "unverified = true\n",
        "",
        &[&format!("law.toml, line 4: `art-1`: {how}")],
    );
    changed(
        "law.toml",
        "unverified = true",
        "unverified = true\nread_in = \"https://example.org/1\"",
        &[&format!("law.toml, line 4: `art-1`: {how}")],
    );
}

#[test]
fn a_rule_cannot_end_before_it_begins_and_its_days_have_no_time() {
    changed(
        "law.toml",
        "unverified = true",
        "until = 2001-01-01\nunverified = true",
        &[
            "law.toml, line 6: `art-1` ends on 2001-01-01, before it begins on 2002-07-01; `until` is the last day on which it holds",
            "law.toml, line 21: the rules on which the status `sought` rests never hold on the same day; mend their days, or split the status",
        ],
    );
    changed(
        "law.toml",
        "from = 2002-07-01\nunverified",
        "from = 2002-07-01T10:00:00\nuntil = 2001-01-01\nunverified",
        &[
            "law.toml, line 5: `2002-07-01T10:00:00` is not a day; write year-month-day without a time, for example 2002-07-01",
            "law.toml, line 18: there is no rule `art-1` in this pack; write it under [[rule]], or mend the id",
            "law.toml, line 24: there is no rule `art-1` in this pack; write it under [[rule]], or mend the id",
        ],
    );
}

#[test]
fn conditions_speak_of_known_facts_only() {
    changed(
        "law.toml",
        "when = [\"warrant-issued\"]",
        "when = [\"warrant-isued\"]",
        &[
            "law.toml, line 21: `warrant-isued` is not a fact; the facts are warrant-issued, summons-issued, made-public, warrant-executed, surrendered, appeared, proceedings-ended, milestone",
        ],
    );
    changed(
        "law.toml",
        "weight = \"opens\"",
        "weight = \"heavy\"",
        &["law.toml, line 16: `heavy` is no weight; write opens, ends or step"],
    );
    changed(
        "law.toml",
        "counts = \"from-its-day\"",
        "counts = \"at-noon\"",
        &["law.toml, line 12: `at-noon` is no way of counting; write from-its-day or from-the-next-day"],
    );
}

#[test]
fn a_status_needs_a_condition_that_can_hold_and_a_rule_that_it_rests_on() {
    changed(
        "law.toml",
        "when = [\"warrant-issued\"]\n",
        "",
        &[
            "law.toml, line 20: the status `sought` has no condition under `when` or `any`, so that it would hold where nothing happened; write one",
        ],
    );
    changed(
        "law.toml",
        "unless = [\"surrendered\"]",
        "unless = [\"warrant-issued\"]",
        &["law.toml, line 22: the status `sought` needs `warrant-issued` and excludes it, so that it never holds; take it out on one side"],
    );
    changed(
        "law.toml",
        "rests_on = [\"art-1\", \"art-2\"]",
        "rests_on = []",
        &["law.toml, line 19: this rests on no rule; name one or more rules under `rests_on`"],
    );
    changed(
        "law.toml",
        "rests_on = [\"art-1\"]",
        "rests_on = [\"art-9\"]",
        &["law.toml, line 17: there is no rule `art-9` in this pack; write it under [[rule]], or mend the id"],
    );
}

#[test]
fn no_day_has_two_wordings_of_one_status_or_two_weights_of_one_act() {
    let twice = "[[status]]\nid = \"sought\"\nany = [\"milestone\"]\nrests_on = [\"art-2\"]\n\n[[status]]\nid = \"sought\"";
    changed(
        "law.toml",
        "[[status]]\nid = \"sought\"",
        twice,
        &[
            "law.toml, line 25: the status `sought` stands in law.toml, line 20 already for some of the same days; let the earlier rule end before this one begins",
        ],
    );
    let act = "[[act]]\nfact = \"warrant-issued\"\nweight = \"step\"\nrests_on = [\"art-1\"]\n\n[[act]]";
    changed(
        "law.toml",
        "[[act]]",
        act,
        &["law.toml, line 20: the act `warrant-issued` has a weight already; keep one"],
    );
}

#[test]
fn every_day_has_one_way_of_counting() {
    changed(
        "law.toml",
        "counts = \"from-its-day\"\n",
        "",
        &["law.toml, line 19: no rule of the pack says from when an act counts; give one `counts = \"from-its-day\"`"],
    );
    changed(
        "law.toml",
        "counts = \"from-its-day\"",
        "counts = \"from-its-day\"\nuntil = 2030-01-01",
        &["law.toml, line 12: after 2030-01-01 no rule says from when an act counts; take `until` out, or add the next rule"],
    );
    changed(
        "law.toml",
        "unverified = true",
        "unverified = true\ncounts = \"from-the-next-day\"\nuntil = 2002-07-01",
        &["law.toml, line 14: `art-2` counts from 2002-07-01, but `art-1` before it must hold until the day before that; set its `until`"],
    );
}

#[test]
fn every_rule_and_status_has_its_texts_and_no_text_is_left_over() {
    changed(
        "texts/en.ftl",
        "law-art-1 = One.\n    .cites = Article 1\n",
        "law-art-1 = One.\n",
        &["law.toml, line 4: texts/en.ftl has no text for this: write `.cites = …` under `law-art-1`"],
    );
    changed(
        "texts/en.ftl",
        "law-status-sought = sought\n",
        "",
        &["law.toml, line 20: texts/en.ftl has no text for this: write `law-status-sought = …`"],
    );
    changed(
        "texts/en.ftl",
        "law-status-sought",
        "law-art-3 = Three.\nlaw-status-sought",
        &["texts/en.ftl, line 5: `law-art-3` is the text of nothing in this pack; mend the key, or take it out"],
    );
    changed(
        "texts/en.ftl",
        "Two.",
        "Two {$times}.",
        &[
            "law.toml, line 9: texts/en.ftl has no text for this: write `law-art-2 = …`",
            "texts/en.ftl, line 3: the text of `law-art-2` holds a reference or a variable in braces; write it as plain text",
        ],
    );
    changed(
        "texts/en.ftl",
        "law-status-sought",
        "law-art-2 = Again.\nlaw-status-sought",
        &["texts/en.ftl, line 3: `law-art-2` stands twice in this file; keep one"],
    );
    changed(
        "texts/en.ftl",
        "law-status-sought",
        "!!!\nlaw-status-sought",
        &["texts/en.ftl, line 5: this is not a message in Fluent (Expected one of \"a-zA-Z\"); write `key = text`"],
    );
}

#[test]
fn a_case_that_does_not_follow_is_a_fault_that_says_what_follows() {
    changed(
        "cases/all.toml",
        "2010-01-04, status = \"none\"",
        "2010-01-04, status = \"sought\"",
        &["cases/all.toml, line 7: as at 2010-01-04 the case expects `sought`, but by the rules it is `none`; mend the one or the other"],
    );
    changed(
        "cases/all.toml",
        "under = [\"exercise-0001-1\"] }",
        "under = [\"exercise-0001-2\"] }",
        &[
            "cases/all.toml, line 8: as at 2010-01-05 the case expects `sought` under exercise-0001-2, but by the rules it is `sought` under exercise-0001-1; mend the one or the other",
        ],
    );
}

#[test]
fn a_case_is_about_an_exercise_person_shows_a_rule_and_expects_something() {
    changed(
        "cases/all.toml",
        "person = \"exercise-0001\"",
        "person = \"somebody\"",
        &["cases/all.toml, line 4: cases are about nobody real; name the person exercise-0001 or the like"],
    );
    changed(
        "cases/all.toml",
        "shows = [\"art-1\"]",
        "shows = []",
        &["cases/all.toml, line 3: the case shows no rule; name one or more under `shows`"],
    );
    changed(
        "cases/all.toml",
        "shows = [\"art-1\"]",
        "shows = [\"art-9\"]",
        &["cases/all.toml, line 3: there is no rule `art-9` in this pack; mend the id"],
    );
    changed(
        "cases/all.toml",
        "fact = \"warrant-issued\"",
        "fact = \"warrant\"",
        &["cases/all.toml, line 5: `warrant` is not a fact; see the list in docs/law-packs.md"],
    );
    changed(
        "cases/all.toml",
        "status = \"none\"",
        "status = \"free\"",
        &["cases/all.toml, line 7: `free` is no status of this pack; write one of sought, or none"],
    );
    told(
        &without("cases/all.toml"),
        &["cases/, line 1: no case expects the status `sought`; add one, so that others can see what it means"],
    );
}

#[test]
fn a_later_wording_of_a_status_is_the_law_of_its_own_days() {
    let mut files = sound();
    files[1].1 = files[1].1.replace("unverified = true", "until = 2012-12-31\nunverified = true")
        + r#"
[[rule]]
id = "art-1-2013"
from = 2013-01-01
unverified = true

[[status]]
id = "sought"
when = ["warrant-issued"]
unless = ["surrendered", "warrant-executed"]
rests_on = ["art-1-2013", "art-2"]
"#;
    files[2]
        .1
        .push_str("law-art-1-2013 = One, amended.\n    .cites = Article 1 as amended\n");
    let pack = Pack::parse(&files).expect("a pack without fault");
    let act = |kind| law::Act {
        kind,
        instrument: "exercise-0001-1",
        counts_on: jiff::civil::date(2010, 1, 5),
    };
    let acts = [act("warrant.issued"), act("warrant.executed")];
    assert_eq!(pack.status_on(&acts, jiff::civil::date(2012, 12, 31)).map(|s| s.id), Some("sought"));
    assert_eq!(pack.status_on(&acts, jiff::civil::date(2013, 1, 1)), None);
    assert_eq!(pack.statuses().collect::<Vec<_>>(), ["sought"]);
    assert_eq!(pack.rules_of_status("sought"), ["art-1", "art-2", "art-1-2013"]);
}

#[test]
fn a_pack_may_count_from_the_next_day() {
    let mut files = sound();
    files[1].1 = files[1].1.replace("from-its-day", "from-the-next-day");
    let pack = Pack::parse(&files).expect("a pack without fault");
    assert_eq!(pack.counts_on(jiff::civil::date(2010, 12, 31)), jiff::civil::date(2011, 1, 1));
}

#[test]
fn a_language_may_have_several_files_and_no_key_stands_in_two() {
    let with = |more: &str| {
        let mut files = sound();
        files.push(("texts/en/more.ftl".to_owned(), more.to_owned()));
        files
    };
    told(
        &with("# More.\nlaw-status-sought = sought\n"),
        &["texts/en/more.ftl, line 2: `law-status-sought` stands in another file of this language already; keep one"],
    );
    told(
        &with("law-status-lost = lost\n"),
        &["texts/en/more.ftl, line 1: `law-status-lost` is the text of nothing in this pack; mend the key, or take it out"],
    );
    let mut files = with("law-status-sought = sought\n");
    let (_, text) = files.iter_mut().find(|(file, _)| file == "texts/en.ftl").expect("the texts");
    *text = text.replace("law-status-sought = sought\n", "");
    told(&files, &[]);
}
