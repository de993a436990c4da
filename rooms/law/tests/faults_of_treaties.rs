//! What an author is told who wrote a treaty, an obligation, a topic or a case of a State with a fault in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod told;

use law::{Pack, TreatyAct};

/// A small pack without fault, with one treaty.
fn sound() -> Vec<(String, String)> {
    [
        (
            "pack.toml",
            "name = \"exercise\"\nedition = 2026-11-25\nlanguages = [\"en\"]\nfiles = [\"law.toml\"]\n",
        ),
        (
            "law.toml",
            r#"not_read = ["not read"]

[[rule]]
id = "art-1"
from = 2000-01-01
unverified = true

[[treaty]]
id = "pact"
adopted = 2000-01-01
in_force = 2001-01-01
rests_on = ["art-1"]

[[treaty.standing]]
id = "joined"
rests_on = ["art-1"]

[[treaty.standing]]
id = "party"
party = true
rests_on = ["art-1"]

[[treaty.move]]
act = "treaty.joined"
from = ["none"]
to = "joined"
rests_on = ["art-1"]
term = { days = 30, counted = "on-that-day", to = "party", rests_on = ["art-1"] }

[[obligation]]
id = "council"
act = "referral.made"
of = "Security Council"
rests_on = ["art-1"]

[[topic]]
id = "transit"
article = "89(3)"
words = ["transit"]
"#,
        ),
        (
            "texts/en.ftl",
            "law-art-1 = One.\n    .cites = Article 1\nlaw-treaty-pact = The Pact\n    .short = Pact\nlaw-standing-pact-joined = joined\n\
             law-standing-pact-party = party\nlaw-obligation-council = bound by the Council\nlaw-topic-transit = transit\n",
        ),
        (
            "cases/all.toml",
            r#"[[treaty_case]]
says = "Thirty days after the deposit the State is bound."
shows = ["art-1"]
state = "XAA"
treaty = "pact"
acts = [{ on = 2010-01-01, act = "treaty.joined", by = "accession" }]
then = [
  { as_at = 2010-01-30, standing = "joined" },
  { as_at = 2010-01-31, standing = "party" },
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

#[track_caller]
fn in_law(from: &str, to: &str, expected: &[&str]) {
    changed("law.toml", from, to, expected);
}

#[track_caller]
fn in_case(from: &str, to: &str, expected: &[&str]) {
    changed("cases/all.toml", from, to, expected);
}

#[test]
fn a_sound_pack_has_no_fault() {
    told::told(&sound(), &[]);
}

#[test]
fn a_treaty_has_an_id_of_its_own_and_enters_into_force_after_its_adoption() {
    in_law(
        "in_force = 2001-01-01",
        "in_force = 1999-01-01",
        &["law.toml, line 11: `pact` entered into force on 1999-01-01, before it was adopted on 2000-01-01; mend the one or the other"],
    );
    in_law(
        "adopted = 2000-01-01",
        "adopted = 2000-01-01T00:00:00",
        &["law.toml, line 10: `2000-01-01T00:00:00` is not a day; write year-month-day without a time, for example 2002-07-01"],
    );
    let second = "[[treaty]]\nid = \"pact\"\nadopted = 2000-01-01\nin_force = 2001-01-01\nrests_on = []\n\n[[obligation]]";
    in_law(
        "[[obligation]]",
        second,
        &[
            "law.toml, line 30: this rests on no rule; name one or more rules under `rests_on`",
            "law.toml, line 31: there is a treaty `pact` already; ids are unique, rename one",
        ],
    );
    in_law(
        "id = \"pact\"",
        "id = \"The Pact\"",
        &["law.toml, line 9: `The Pact` cannot be the id of a treaty; write it in small letters, figures and hyphens"],
    );
}

#[test]
fn a_standing_is_one_that_a_state_can_have() {
    in_law(
        "party = true",
        "party = true\nunknown = true",
        &["law.toml, line 19: `party` counts as a party and has an unknown position, which cannot both be; keep `party` or `unknown`"],
    );
    in_law(
        "id = \"party\"",
        "id = \"none\"",
        &[
            "law.toml, line 19: `none` means that a State has no standing yet, and cannot be the id of one; rename it",
            "law.toml, line 28: there is no standing `party` under this treaty; its standings are joined, none",
        ],
    );
    in_law(
        "id = \"party\"",
        "id = \"joined\"",
        &[
            "law.toml, line 19: there is a standing `joined` already; ids are unique, rename one",
            "law.toml, line 28: there is no standing `party` under this treaty; its standings are joined, joined",
        ],
    );
    in_law(
        "to = \"party\"",
        "to = \"joined\"",
        &["law.toml, line 19: no move of `pact` leads to `party`, so that no State is ever one; add a move, or take the standing out"],
    );
}

#[test]
fn a_move_is_of_a_known_act_out_of_known_standings() {
    in_law(
        "act = \"treaty.joined\"",
        "act = \"treaty.acceded\"",
        &[
            "law.toml, line 24: `treaty.acceded` is no act under a treaty; the acts are treaty.signed, treaty.intent-declared, treaty.joined, treaty.instrument-withdrawn, treaty.withdrawal-announced, treaty.withdrawal-notified, treaty.withdrawal-rescinded, treaty.position-unresolved",
        ],
    );
    in_law(
        "from = [\"none\"]",
        "by = [\"marriage\"]\nfrom = [\"none\"]",
        &[
            "law.toml, line 25: `marriage` is no way of joining a treaty; the ways are ratification, acceptance, approval, accession, succession",
        ],
    );
    in_law(
        "act = \"treaty.joined\"",
        "act = \"treaty.signed\"\nby = [\"accession\"]",
        &["law.toml, line 25: `by` tells ways of joining apart, and `treaty.signed` does not join; take it out"],
    );
    in_law(
        "from = [\"none\"]",
        "from = []",
        &["law.toml, line 25: the move leads out of no standing; name one or more under `from`, or none for a State that has none yet"],
    );
    in_law(
        "from = [\"none\"]",
        "from = [\"none\", \"joined\"]",
        &["law.toml, line 26: the move leads from `joined` to `joined`, which is no move; take it out under `from`"],
    );
    in_law(
        "from = [\"none\"]",
        "effective = \"at-noon\"\nfrom = [\"none\"]",
        &["law.toml, line 25: `at-noon` is no day on which a move takes effect; write on-its-day or on-the-stated-day"],
    );
}

#[test]
fn a_term_has_one_length_and_a_way_of_counting() {
    let term = "term = { days = 30, counted = \"on-that-day\", to = \"party\", rests_on = [\"art-1\"] }";
    let with = |term: &str, fault: &str| in_law("term = { days = 30, counted = \"on-that-day\"", term, &[fault]);
    with(
        "term = { counted = \"on-that-day\"",
        "law.toml, line 28: a term has a length in days or in years; write one of `days` and `years`",
    );
    with(
        "term = { days = 30, years = 1, counted = \"on-that-day\"",
        "law.toml, line 28: a term has a length in days or in years; write one of `days` and `years`",
    );
    with(
        "term = { days = 0, counted = \"on-that-day\"",
        "law.toml, line 28: 0 is no length of a term; write a number from 1 to 1000",
    );
    with(
        "term = { years = 1001, counted = \"on-that-day\"",
        "law.toml, line 28: 1001 is no length of a term; write a number from 1 to 1000",
    );
    with(
        "term = { days = 30, counted = \"roughly\"",
        "law.toml, line 28: `roughly` is no way of counting a term; write on-that-day or first-of-month-after",
    );
    in_law(
        term,
        &term.replace("[\"art-1\"]", "[]"),
        &["law.toml, line 28: this rests on no rule; name one or more rules under `rests_on`"],
    );
}

/// The sound treaty with a second move.
#[track_caller]
fn second_move(by: &str, rests_on: &str, expected: &[&str]) {
    let second = format!(
        "[[treaty.move]]\nact = \"treaty.joined\"\n{by}from = [\"none\"]\nto = \"party\"\nrests_on = [{rests_on}]\n\n[[obligation]]"
    );
    in_law("[[obligation]]", &second, expected);
}

#[test]
fn an_act_leads_to_one_standing() {
    let fault = |line: usize| {
        format!(
            "law.toml, line {line}: another move of `treaty.joined` leads out of one of these standings on the same days already; let each act lead to one standing"
        )
    };
    second_move("", "\"art-1\"", &[&fault(31)]);
    second_move("by = [\"succession\"]\n", "\"art-1\"", &[]);
    second_move(
        "by = [\"succession\"]\nfrom = [\"joined\"]\nto = \"party\"\nrests_on = [\"art-1\"]\n\n[[treaty.move]]\nact = \"treaty.joined\"\nby = [\"succession\", \"approval\"]\n",
        "\"art-1\"",
        &[],
    );
    second_move(
        "by = [\"succession\"]\nfrom = [\"none\"]\nto = \"party\"\nrests_on = [\"art-1\"]\n\n[[treaty.move]]\nact = \"treaty.joined\"\nby = [\"succession\", \"approval\"]\n",
        "\"art-1\"",
        &[&fault(38)],
    );
}

#[test]
fn a_move_rests_on_rules_that_hold_on_the_same_days() {
    let mut files = sound();
    files[1].1 = files[1].1.replacen(
        "[[treaty]]",
        "[[rule]]\nid = \"art-2\"\nfrom = 1990-01-01\nuntil = 1999-12-31\nunverified = true\n\n[[treaty]]",
        1,
    );
    files[2].1.push_str("law-art-2 = Two.\n    .cites = Article 2\n");
    told::changed(
        files,
        "law.toml",
        "to = \"joined\"\nrests_on = [\"art-1\"]",
        "to = \"joined\"\nrests_on = [\"art-1\", \"art-2\"]",
        &[
            "law.toml, line 30: the rules on which this move of `treaty.joined` rests never hold on the same day; mend their days, or split the move",
        ],
    );
}

#[test]
fn a_later_wording_of_a_term_is_the_law_of_the_acts_of_its_own_days() {
    let mut files = sound();
    files[1].1 = files[1]
        .1
        .replacen("unverified = true", "until = 2012-12-31\nunverified = true", 1)
        .replacen(
            "[[obligation]]",
            r#"[[treaty.move]]
act = "treaty.joined"
from = ["none"]
to = "joined"
rests_on = ["art-1-2013"]
term = { years = 1, counted = "first-of-month-after", to = "party", rests_on = ["art-1-2013"] }

[[rule]]
id = "art-1-2013"
from = 2013-01-01
unverified = true

[[obligation]]"#,
            1,
        );
    files[2]
        .1
        .push_str("law-art-1-2013 = One, amended.\n    .cites = Article 1 as amended\n");
    let pack = Pack::parse(&files).expect("a pack without fault");
    let bound = |year: i16| {
        let act = TreatyAct {
            kind: "treaty.joined",
            by: None,
            counts_on: jiff::civil::date(year, 6, 10),
            stated: None,
        };
        pack.course("pact", &[act]).last().map(|turn| turn.from)
    };
    assert_eq!(bound(2012), Some(jiff::civil::date(2012, 7, 10)));
    assert_eq!(bound(2013), Some(jiff::civil::date(2014, 7, 1)));
}

#[test]
fn an_obligation_comes_of_a_known_act_and_of_one_alone() {
    in_law(
        "act = \"referral.made\"",
        "act = \"finding.made\"",
        &["law.toml, line 32: `finding.made` is no act that binds a State; the acts are referral.made, acceptance.lodged"],
    );
    in_law(
        "of = \"Security Council\"",
        "of = \"Assembly\"",
        &["law.toml, line 33: `Assembly` cannot be the `of` of `referral.made`; write one of Security Council, State Party"],
    );
    in_law(
        "of = \"Security Council\"",
        "of = \"Security Council\"\nunless = \"status\"",
        &["law.toml, line 34: `status` cannot be the `unless` of `referral.made`; it has none; take it out"],
    );
    in_law(
        "[[topic]]",
        "[[obligation]]\nid = \"another\"\nact = \"referral.made\"\nrests_on = [\"art-1\"]\n\n[[topic]]",
        &["law.toml, line 38: `council` comes of the same act already; keep one"],
    );
}

#[test]
fn a_topic_cites_articles_and_has_words_that_can_be_found() {
    for article in ["Article 89", "89(", "89()", "89 (3)", "89,90", ""] {
        let fault = format!(
            "law.toml, line 38: `{article}` is no citation of articles; write 87(1), or several with a comma and a space between them: 91, 96"
        );
        in_law("article = \"89(3)\"", &format!("article = \"{article}\""), &[&fault]);
    }
    in_law("article = \"89(3)\"", "article = \"89(3)(b), 97\"", &[]);
    in_law(
        "words = [\"transit\"]",
        "words = []",
        &["law.toml, line 39: the topic `transit` has no word by which a text could name it; write one or more under `words`"],
    );
    let never = |line: usize, phrase: &str| {
        format!(
            "law.toml, line {line}: `{phrase}` is never found: texts are read between semicolons and parentheses, from the beginning of a word; write a word, or words without these signs"
        )
    };
    in_law(
        "words = [\"transit\"]",
        "words = [\"transit (air)\"]",
        &[&never(39, "transit (air)")],
    );
    in_law("words = [\"transit\"]", "words = [\"transit\"]\nnot = [\" \"]", &[&never(40, " ")]);
    in_law("not_read = [\"not read\"]", "not_read = [\"\"]", &[&never(1, "")]);
    in_law(
        "[[topic]]",
        "[[topic]]\nid = \"transit\"\narticle = \"90\"\nwords = [\"transit\"]\n\n[[topic]]",
        &["law.toml, line 42: there is a topic `transit` already; ids are unique, rename one"],
    );
}

#[test]
fn what_is_shown_needs_a_name_in_each_language() {
    for (text, line, form) in [
        ("law-treaty-pact = The Pact\n    .short = Pact\n", 9, "law-treaty-pact = …"),
        ("law-standing-pact-joined = joined\n", 15, "law-standing-pact-joined = …"),
        ("law-obligation-council = bound by the Council\n", 31, "law-obligation-council = …"),
        ("law-topic-transit = transit\n", 37, "law-topic-transit = …"),
    ] {
        let fault = format!("law.toml, line {line}: texts/en.ftl has no text for this: write `{form}`");
        let short = "law.toml, line 9: texts/en.ftl has no text for this: write `.short = …` under `law-treaty-pact`";
        let expected: Vec<&str> = if line == 9 { vec![short, &fault] } else { vec![&fault] };
        changed("texts/en.ftl", text, "", &expected);
    }
}

#[test]
fn a_case_of_a_state_that_does_not_follow_is_told_what_follows() {
    in_case(
        "2010-01-30, standing = \"joined\"",
        "2010-01-30, standing = \"none\"",
        &[
            "cases/, line 1: no case expects the standing `joined` under `pact`; add one, so that others can see what it means",
            "cases/all.toml, line 8: as at 2010-01-30 the case expects `none`, but by the rules it is `joined`; mend the one or the other",
        ],
    );
    in_case(
        "as_at = 2010-01-30, standing = \"joined\" }",
        "as_at = 2010-01-30, standing = \"joined\" }, { as_at = 2010-01-30, standing = \"member\" }",
        &["cases/all.toml, line 8: `member` is no standing under `pact`; write one of joined, party, or none"],
    );
}

#[test]
fn a_case_of_a_state_is_about_an_exercise_state_and_known_acts() {
    for state in ["FRA", "XA", "xaa", "XAAA", "XA1"] {
        in_case(
            "state = \"XAA\"",
            &format!("state = \"{state}\""),
            &["cases/all.toml, line 4: cases are about no real State; name it XAA to XZZ"],
        );
    }
    let unseen = |standing: &str| {
        format!("cases/, line 1: no case expects the standing `{standing}` under `pact`; add one, so that others can see what it means")
    };
    in_case(
        "treaty = \"pact\"",
        "treaty = \"treatise\"",
        &[
            &unseen("joined"),
            &unseen("party"),
            "cases/all.toml, line 5: there is no treaty `treatise` in this pack; its treaties are pact",
        ],
    );
    in_case(
        "act = \"treaty.joined\"",
        "act = \"treaty.acceded\"",
        &[
            "cases/all.toml, line 6: `treaty.acceded` is no act under a treaty; the acts are treaty.signed, treaty.intent-declared, treaty.joined, treaty.instrument-withdrawn, treaty.withdrawal-announced, treaty.withdrawal-notified, treaty.withdrawal-rescinded, treaty.position-unresolved",
        ],
    );
    in_case(
        "by = \"accession\"",
        "by = \"marriage\"",
        &[
            "cases/all.toml, line 6: `marriage` is no way of joining a treaty; the ways are ratification, acceptance, approval, accession, succession",
        ],
    );
    in_case(
        "shows = [\"art-1\"]",
        "shows = []",
        &["cases/all.toml, line 3: the case shows no rule; name one or more under `shows`"],
    );
}
