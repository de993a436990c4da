//! What an author is told who wrote the life of requests, a deadline or their cases with a fault in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod requests;
mod told;

use requests::changed;

#[test]
fn every_state_is_reached_and_has_a_way_to_an_end() {
    changed(
        "law.toml",
        "[[life.group]]\n",
        "[[life.state]]\nid = \"lost\"\n\n[[life.group]]\n",
        &[
            "law.toml, line 102: from the state `lost` the moves lead round for ever and to no end; add a move to a state that is `over`",
            "law.toml, line 102: no move leads to the state `lost` from the beginning; add a move, or take the state out",
        ],
    );
    changed(
        "law.toml",
        "id = \"finish\"\nact = \"request.finished\"\nby = [\"central-authority\"]\nfrom = [\"sent\"]\nto = \"done\"",
        "id = \"finish\"\nact = \"request.finished\"\nby = [\"central-authority\"]\nfrom = [\"sent\"]\nto = \"draft\"",
        &[
            "law.toml, line 92: from the state `draft` the moves lead round for ever and to no end; add a move to a state that is `over`",
            "law.toml, line 95: from the state `sent` the moves lead round for ever and to no end; add a move to a state that is `over`",
            "law.toml, line 98: no move leads to the state `done` from the beginning; add a move, or take the state out",
        ],
    );
    changed(
        "law.toml",
        "states = [\"draft\", \"sent\"]",
        "states = []",
        &[
            "law.toml, line 103: the group `any` holds no state; name them under `states`",
            "law.toml, line 117: the move `note` may be made in no state; name them under `from` or `stays_in`",
        ],
    );
    changed(
        "law.toml",
        "id = \"any\"",
        "id = \"sent\"",
        &[
            "law.toml, line 102: there is a state or group of states `sent` already; ids are unique, rename one",
            "law.toml, line 117: the move `note` may be made in no state; name them under `from` or `stays_in`",
            "law.toml, line 121: there is no state `any`, nor a group of states; the states are draft, sent, done",
        ],
    );
    changed(
        "law.toml",
        "stays_in = [\"any\"]",
        "stays_in = [\"some\"]",
        &[
            "law.toml, line 117: the move `note` may be made in no state; name them under `from` or `stays_in`",
            "law.toml, line 121: there is no state `some`, nor a group of states; the states are draft, sent, done",
        ],
    );
}

#[test]
fn a_move_is_of_one_side_leads_somewhere_and_is_told_from_others() {
    changed(
        "law.toml",
        "by = [\"central-authority\"]",
        "by = [\"central-authority\", \"registry\"]",
        &["law.toml, line 127: the move `finish` is of the Court and of the State at once; write one for each"],
    );
    changed(
        "law.toml",
        "by = [\"central-authority\"]",
        "by = [\"central-authority\"]\nwithin_the_court = true",
        &[
            "law.toml, line 128: the move `finish` is told to the State or by it, and cannot stay within the Court; leave out `within_the_court`",
        ],
    );
    changed(
        "law.toml",
        "act = \"request.noted\"",
        "act = \"noted\"",
        &[
            "law.toml, line 118: `noted` cannot be the act of a move; write request. and a word in small letters, for example request.transmitted",
        ],
    );
    changed(
        "law.toml",
        "act = \"request.noted\"",
        "act = \"request.sent\"",
        &[
            "law.toml, line 118: the move `send` is recorded as `request.sent` already, for a form and on a day of this one; let them differ",
        ],
    );
    changed(
        "law.toml",
        "forms = [\"arrest\"]",
        "forms = [\"transit\"]",
        &["law.toml, line 120: there is no form `transit` in this pack; its forms are arrest"],
    );
    changed(
        "law.toml",
        "from = [\"draft\"]\nto = \"sent\"",
        "from = [\"draft\"]",
        &["law.toml, line 106: the move `send` leads out of states under `from` to one under `to`: write both, or `stays_in` alone"],
    );
    changed(
        "law.toml",
        "stays_in = [\"any\"]\n",
        "",
        &["law.toml, line 117: the move `note` may be made in no state; name them under `from` or `stays_in`"],
    );
    changed(
        "law.toml",
        "from = [\"draft\"]\nto = \"sent\"",
        "from = [\"draft\"]\nto = \"sent\"\nstays_in = [\"draft\"]",
        &["law.toml, line 106: the move `send` leads out of `draft` and stays in it; keep one"],
    );
    changed(
        "law.toml",
        "id = \"note\"",
        "id = \"send\"",
        &["law.toml, line 117: there is a move `send` already; ids are unique, rename one"],
    );
    changed(
        "law.toml",
        "carries_request = true\n",
        "",
        &[
            "law.toml, line 52: no move of the form `arrest` carries the whole request out of the first state; mark one with `carries_request = true`",
        ],
    );
    changed(
        "law.toml",
        "sends = true\n",
        "",
        &["law.toml, line 52: no move of the form `arrest` sends the request; mark one with `sends = true`"],
    );
}

#[test]
fn a_move_that_is_made_while_something_is_owed_names_a_deadline_that_it_meets() {
    let with = |owed: &str| format!("id = \"finish\"\nwhile_owed = [\"{owed}\"]");
    let check = |owed: &str, expected: &[&str]| changed("law.toml", "id = \"finish\"", &with(owed), expected);
    check("documents", &[]);
    check(
        "confirmation",
        &["law.toml, line 126: there is no deadline `confirmation` in this pack; write it under [[deadline]], or mend the id"],
    );
    changed(
        "law.toml",
        "id = \"note\"",
        "id = \"note\"\nwhile_owed = [\"documents\"]",
        &[
            "law.toml, line 118: the deadline `documents` is not met by `request.noted`, which may be done only while it is owed; name the act under its `met_by`",
        ],
    );
}

#[test]
fn only_a_deadline_whose_day_an_act_sets_is_owed_only_where_it_is_set() {
    changed(
        "law.toml",
        "set_by = \"leaves_on\"",
        "set_by = \"leaves_on\"\nonly_if_set = true",
        &[],
    );
    changed(
        "law.toml",
        "counted = \"both\"",
        "counted = \"both\"\nonly_if_set = true",
        &["law.toml, line 139: nothing sets the day of `documents`; name the element under `set_by`, or take `only_if_set` out"],
    );
}

#[test]
fn whom_a_move_lets_in_is_of_the_court() {
    let fault = "law.toml, line 112: `embassy` is no role of the Court that could be let in; mend the word";
    changed(
        "law.toml",
        "carries_request = true",
        "carries_request = true\nlets_in = [\"embassy\"]",
        &[fault],
    );
    changed(
        "law.toml",
        "carries_request = true",
        "carries_request = true\nlets_in = [\"presidency\"]",
        &[],
    );
}

#[test]
fn a_letter_tells_the_state_of_an_act_of_the_court_and_says_what_that_carries() {
    let note = "stays_in = [\"any\"]";
    // What the letter says the Court does stands in the texts, and this one has none.
    let without = "law.toml, line 117: texts/en.ftl has no text for this: write `.letter = …` under `law-move-note`";
    changed("law.toml", note, "stays_in = [\"any\"]\nletter = []", &[without]);
    changed(
        "law.toml",
        note,
        "stays_in = [\"any\"]\nletter = [\"leaves_on\"]",
        &["law.toml, line 122: `leaves_on` is no element that this act carries; add it to what its move `carries`, or mend the id"],
    );
    changed(
        "law.toml",
        note,
        "stays_in = [\"any\"]\ncarries = [{ id = \"leaves_on\", inside = true, rests_on = [\"art-1\"] }]\nletter = [\"leaves_on\"]",
        &["law.toml, line 123: `leaves_on` stays within the Court, and no letter says it; take one of the two out"],
    );
    changed(
        "law.toml",
        note,
        "stays_in = [\"any\"]\ncarries = [{ id = \"leaves_on\", rests_on = [\"art-1\"] }]\nletter = [\"leaves_on\", \"leaves_on\"]",
        &["law.toml, line 123: the letter says `leaves_on` twice; keep one"],
    );
    let none = |line: u8, id: &str| {
        format!(
            "law.toml, line {line}: the move `{id}` has no letter: it is the State's, stays within the Court, or is about the request, which has documents of its own; leave out `letter`"
        )
    };
    changed("law.toml", "sends = true", "sends = true\nletter = []", &[&none(113, "send")]);
    changed("law.toml", "to = \"done\"", "to = \"done\"\nletter = []", &[&none(130, "finish")]);
    changed(
        "law.toml",
        note,
        "stays_in = [\"any\"]\nwithin_the_court = true\nletter = []",
        &[&none(123, "note")],
    );
}

#[test]
fn a_deadline_is_owed_by_a_side_starts_and_ends_with_known_acts_and_has_one_length() {
    changed(
        "law.toml",
        "owed_by = \"state\"\nstarts = \"request.sent\"\ndays",
        "owed_by = \"police\"\nstarts = \"request.sent\"\ndays",
        &["law.toml, line 135: `police` is no side; write court or state"],
    );
    changed(
        "law.toml",
        "starts = \"request.sent\"\ndays",
        "starts = \"request.posted\"\ndays",
        &["law.toml, line 136: no move is recorded as `request.posted`; mend the act, or write the move under [[life.move]]"],
    );
    changed(
        "law.toml",
        "starts = \"request.sent\"\ndays",
        "days",
        &[
            "law.toml, line 138: `documents` runs from a day that whoever asks gives, so that no act meets or ends it; write `starts`, or take this out",
        ],
    );
    changed(
        "law.toml",
        "met_by = [\"request.finished\"]\nrests_on",
        "rests_on",
        &["law.toml, line 136: nothing ever meets `documents`; name the acts under `met_by`"],
    );
    changed(
        "law.toml",
        "counted = \"both\"",
        "counted = \"twice\"",
        &["law.toml, line 138: `twice` is no way of counting; write one of from-its-day, from-the-next-day, both, regulation-33"],
    );
    changed(
        "law.toml",
        "counted = \"both\"\n",
        "",
        &[
            "law.toml, line 134: a deadline has `days` and how they are `counted`, or is `set_by` an element, or has neither and no day; write one of the three",
        ],
    );
    changed(
        "law.toml",
        "days = 60",
        "days = 0",
        &["law.toml, line 137: 0 is no length of a period; write a number of days from 1 to 36500"],
    );
    changed(
        "law.toml",
        "set_by = \"leaves_on\"",
        "set_by = \"ground\"",
        &["law.toml, line 146: `ground` is no day that this act carries; add it to what its move `carries`, or mend the id"],
    );
    changed(
        "law.toml",
        "by = \"ground\" }",
        "by = \"person\" }",
        &["law.toml, line 148: `person` is no element that this act carries; add it to what its move `carries`, or mend the id"],
    );
    changed(
        "law.toml",
        "days = 60",
        "days = 60\nends_where = [{ act = \"request.finished\", when = [\"ground=three\"] }]",
        &[
            "law.toml, line 138: `ground=three` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "days = 60",
        "days = 60\nends_where = [{ act = \"request.ended\" }]",
        &["law.toml, line 138: no move is recorded as `request.ended`; mend the act, or write the move under [[life.move]]"],
    );
    changed(
        "law.toml",
        "starts = \"request.sent\"\ndays = 60\ncounted = \"both\"\nmet_by = [\"request.finished\"]",
        "days = 60\ncounted = \"both\"\nmet_before = true",
        &["law.toml, line 138: nothing meets `documents`, before or after; name the acts under `met_by`, or take `met_before` out"],
    );
    changed(
        "law.toml",
        "days = 60",
        "days = 60\nfollowed_by = \"transit\"",
        &["law.toml, line 138: there is no form `transit` in this pack; its forms are arrest"],
    );
    changed(
        "law.toml",
        "days = 60",
        "days = 60\nwhen = [\"urgent\"]",
        &[
            "law.toml, line 138: `urgent` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
}

#[test]
fn holidays_stand_under_their_year() {
    changed(
        "law.toml",
        "2026 = [2026-01-01]",
        "2026 = [2025-12-25]",
        &["law.toml, line 152: 2025-12-25 is no day of 2026; write it under its year"],
    );
    changed(
        "law.toml",
        "2026 = [2026-01-01]",
        "soon = [2026-01-01]",
        &["law.toml, line 152: `soon` is no year; write the holidays of each year under its number"],
    );
}

#[test]
fn a_case_of_a_life_is_told_what_follows_instead() {
    changed(
        "cases/all.toml",
        "state = \"sent\"",
        "state = \"draft\"",
        &[
            "cases/, line 1: no case expects the state `sent`; add one, so that others can see what it means",
            "cases/all.toml, line 27: as at 2026-01-02 the case expects the state `draft`, but by the moves it is `sent`; mend the one or the other",
        ],
    );
    changed(
        "cases/all.toml",
        "may = [\"send\"]",
        "may = [\"finish\"]",
        &[
            "cases/all.toml, line 26: as at 2026-01-01, in the state `draft`, the moves that the law knows are [send, note]: `finish` is none of them; mend the case or the move",
        ],
    );
    changed(
        "cases/all.toml",
        "may_not = [\"finish\"]",
        "may_not = [\"vanish\"]",
        &["cases/all.toml, line 26: there is no move `vanish` in this pack; mend the id"],
    );
    changed(
        "cases/all.toml",
        "first = 2026-03-02, last = 2026-03-03 },",
        "first = 2026-03-02 },",
        &[
            "cases/all.toml, line 27: as at 2026-01-02 the case expects to be owed [documents by 2026-03-02 or 2026-03-02; answer by 2026-02-01 or 2026-02-01], but by the deadlines it is [documents by 2026-03-02 or 2026-03-03; answer by 2026-02-01 or 2026-02-01]; mend the one or the other",
        ],
    );
    changed(
        "cases/all.toml",
        "{ deadline = \"answer\", first = 2026-02-01 },",
        "{ deadline = \"answers\" },",
        &[
            "cases/, line 1: no case expects the deadline `answer`; add one, so that others can see what it means",
            "cases/all.toml, line 29: there is no deadline `answers` in this pack; mend the id",
        ],
    );
    changed(
        "cases/all.toml",
        "  { on = 2026-01-02, move = \"send\", values = { leaves_on = 2026-02-01 } },\n",
        "",
        &[
            "cases/, line 1: no case expects the move `send`; add one, so that others can see what it means",
            "cases/all.toml, line 26: as at 2026-01-02 the case expects the state `sent`, but by the moves it is `draft`; mend the one or the other",
            "cases/all.toml, line 26: as at 2026-01-02 the case expects to be owed [documents by 2026-03-02 or 2026-03-03; answer by 2026-02-01 or 2026-02-01], but by the deadlines it is []; mend the one or the other",
            "cases/all.toml, line 30: as at 2026-01-05 the moves that must have been made and are not here are [send], but the case expects []; mend the one or the other",
        ],
    );
    changed(
        "cases/all.toml",
        "{ on = 2026-01-05, move",
        "{ on = 2025-01-05, move",
        &["cases/all.toml, line 23: the acts of a case stand in the order of their days; mend the order"],
    );
}

#[test]
fn a_case_of_a_count_is_told_the_count() {
    changed(
        "cases/all.toml",
        "last = 2026-03-03\n",
        "last = 2026-03-04\n",
        &[
            "cases/all.toml, line 39: the case expects `documents` by 2026-03-02, or 2026-03-04 by the later count; by the rules it is 2026-03-02, or 2026-03-03; mend the one or the other",
        ],
    );
    changed(
        "cases/all.toml",
        "deadline = \"documents\"\nfrom",
        "deadline = \"answer\"\nfrom",
        &["cases/all.toml, line 37: there is no deadline `answer` with a number of days in this pack; mend the id"],
    );
    changed(
        "cases/all.toml",
        "first_day = 2026-06-02",
        "first_day = 2026-06-01",
        &[
            "cases/all.toml, line 47: by regulation 33 the first day is 2026-06-02, the last 2026-06-06, and the filing is due by 2026-06-08; mend the case or the holidays",
        ],
    );
    changed(
        "cases/all.toml",
        "days = 5",
        "days = 0",
        &["cases/all.toml, line 46: a time limit has one day or more; mend the number"],
    );
}

#[test]
fn every_form_state_move_and_deadline_has_a_case() {
    changed(
        "cases/all.toml",
        "[[request_case]]\nsays = \"A person is needed.\"\nshows = [\"art-1\"]\nform = \"arrest\"\ntoday = 2026-04-14\nfinds = [{ kind = \"missing\", element = \"person\" }]\n",
        "",
        &["cases/, line 1: no case expects the form `arrest`; add one, so that others can see what it means"],
    );
    changed(
        "cases/all.toml",
        "  { on = 2026-01-01, move = \"note\" },\n",
        "",
        &["cases/, line 1: no case expects the move `note`; add one, so that others can see what it means"],
    );
    changed(
        "cases/all.toml",
        "  { as_at = 2026-01-05, state = \"done\", owed = [] },\n",
        "",
        &["cases/, line 1: no case expects the state `done`; add one, so that others can see what it means"],
    );
    changed(
        "cases/all.toml",
        "    { deadline = \"answer\", first = 2026-02-01 },\n  ] },",
        "  ] },",
        &[
            "cases/, line 1: no case expects the deadline `answer`; add one, so that others can see what it means",
            "cases/all.toml, line 27: as at 2026-01-02 the case expects to be owed [documents by 2026-03-02 or 2026-03-03], but by the deadlines it is [documents by 2026-03-02 or 2026-03-03; answer by 2026-02-01 or 2026-02-01]; mend the one or the other",
        ],
    );
}
