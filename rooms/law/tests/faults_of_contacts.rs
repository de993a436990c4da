//! What an author is told who wrote a rule on contacts with a fault in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod told;

use law::{Asker, Pack, check};
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
            r#"[[rule]]
id = "art-1"
from = 2002-07-01
convention = true
counts = "from-its-day"

[[rule]]
id = "art-2"
from = 2013-04-08
until = 2020-12-31
unverified = true

[[status]]
id = "sought"
when = ["warrant-issued"]
rests_on = ["art-1"]

[[contact]]
id = "un-sought"
who = "un"
status = "sought"
rests_on = ["art-2"]

[[contact.notice]]
to = "prosecutor"
through = "counsel"
rests_on = ["art-1"]
"#,
        ),
        (
            "texts/en.ftl",
            "law-art-1 = One.\n    .cites = Article 1\nlaw-art-2 = Two.\n    .cites = Article 2\nlaw-status-sought = sought\n\
             law-contact-un-sought = Avoid.\n    .do = Do not go.\nlaw-addressee-prosecutor = P\nlaw-addressee-counsel = C\n",
        ),
        (
            "cases/all.toml",
            r#"[[case]]
says = "A warrant counts from its day."
shows = ["art-1"]
person = "exercise-0001"
acts = [{ on = 2010-01-05, fact = "warrant-issued", under = "exercise-0001-1" }]
then = [{ as_at = 2010-01-05, status = "sought" }]

[[contact_case]]
says = "From the day of the guidance to its end."
shows = ["art-2"]
who = "un"
status = "sought"
then = [
  { as_at = 2013-04-07, rule = "none" },
  { as_at = 2020-12-31, rule = "un-sought", notices = ["prosecutor"] },
  { as_at = 2021-01-01, rule = "none" },
]
"#,
        ),
    ]
    .map(|(file, text)| (file.to_owned(), text.to_owned()))
    .to_vec()
}

#[track_caller]
fn changed(file: &str, from: &str, to: &str, expected: &[&str]) {
    told::changed(sound(), file, from, to, expected);
}

#[test]
fn a_sound_pack_has_no_fault_and_answers_who_may_meet_whom() {
    let report = check(&sound());
    assert_eq!(report.faults, []);
    assert_eq!(report.cases.iter().filter(|case| case.passed).count(), 2);
    let pack = Pack::parse(&sound()).unwrap();
    let asked = |who, status, day: &str| pack.contact_rule(who, status, day.parse().unwrap()).map(|rule| rule.id.as_str());
    assert_eq!(asked(Asker::Un, "sought", "2015-01-01"), Some("un-sought"));
    assert_eq!(asked(Asker::State, "sought", "2015-01-01"), None);
    assert_eq!(asked(Asker::Un, "forgiven", "2015-01-01"), None);
    let rule = &pack.contact_rules()[0];
    assert!(pack.is_recalled(&rule.rests_on) && !pack.is_recalled(&rule.notices[0].rests_on));
}

#[test]
fn whoever_asks_and_the_status_are_ones_that_are_known() {
    changed(
        "law.toml",
        "who = \"un\"",
        "who = \"pope\"",
        &["law.toml, line 20: `pope` is nobody who asks; write one of un, state, other"],
    );
    let of_status = "law.toml, line 21: there is no status `forgiven` in this pack; mend the id";
    changed(
        "law.toml",
        "status = \"sought\"\nrests",
        "status = \"forgiven\"\nrests",
        &[of_status],
    );
}

#[test]
fn what_is_not_known_or_has_no_text_is_refused() {
    let unknown = "law.toml, line 22: unknown field `because`, expected one of `id`, `who`, `status`, `rests_on`, `notice`; the form is described in docs/law-packs.md";
    changed(
        "law.toml",
        "rests_on = [\"art-2\"]",
        "because = \"x\"\nrests_on = [\"art-2\"]",
        &[unknown],
    );
    let no_text = "law.toml, line 19: texts/en.ftl has no text for this: write `.do = …` under `law-contact-un-sought`";
    changed("texts/en.ftl", "\n    .do = Do not go.", "", &[no_text]);
    let no_name = "law.toml, line 26: texts/en.ftl has no text for this: write `law-addressee-counsel = …`";
    changed("texts/en.ftl", "law-addressee-counsel = C\n", "", &[no_name]);
}

#[test]
fn on_no_day_two_rules_hold_for_the_same_asker_and_status() {
    let mut files = sound();
    files[1]
        .1
        .push_str("\n[[contact]]\nid = \"again\"\nwho = \"un\"\nstatus = \"sought\"\nrests_on = [\"art-1\"]\n");
    files[2].1.push_str("law-contact-again = Again.\n    .do = Again.\n");
    told(
        &files,
        &[
            "law.toml, line 30: `again` holds for the same asker and status on some of the same days as `un-sought` in law.toml, line 19; let the earlier rule end before this one begins",
        ],
    );
}

#[test]
fn a_case_that_does_not_follow_is_a_fault_and_each_rule_needs_one() {
    let fails = "cases/all.toml, line 15: as at 2020-12-31 the case expects `un-sought` without notices, but by the rules it is `un-sought` with notices to prosecutor; mend the one or the other";
    changed("cases/all.toml", ", notices = [\"prosecutor\"]", "", &[fails]);
    let unseen = "cases/, line 1: no case expects the contact `un-sought`; add one, so that others can see what it means";
    changed(
        "cases/all.toml",
        "  { as_at = 2020-12-31, rule = \"un-sought\", notices = [\"prosecutor\"] },\n",
        "",
        &[unseen],
    );
}
