//! What an author is told who wrote an element, a form or a ground with a fault in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod requests;
mod told;

use proptest::prelude::*;
use requests::changed;

#[test]
fn a_sound_pack_has_no_fault() {
    told::told(&requests::sound(), &[]);
}

proptest! {
    #[test]
    fn no_line_taken_out_doubled_or_moved_makes_the_reader_fall(file in 1..4usize, at in 0..200usize, to in 0..200usize, how in 0..3) {
        let mut files = requests::sound();
        let (name, text) = &mut files[file];
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = at % lines.len();
        let line = if how == 1 { lines[at].clone() } else { lines.remove(at) };
        if how > 0 {
            lines.insert(to % (lines.len() + 1), line);
        }
        *text = lines.join("\n") + "\n";
        let name = name.clone();
        for fault in law::check(&files).faults {
            prop_assert!(fault.line >= 1 && !fault.reason.is_empty(), "{name}: {fault}");
        }
    }
}

#[test]
fn an_element_has_an_id_a_sort_and_no_more_than_its_sort_takes() {
    changed(
        "law.toml",
        "id = \"urgent\"\nsort",
        "id = \"urgent-ly\"\nsort",
        &[
            "law.toml, line 20: `urgent-ly` cannot be the id of an element; write it in small letters, figures and underscores",
            "law.toml, line 63: there is no element `urgent` in this pack; write it under [[element]], or mend the id",
            "law.toml, line 68: `urgent` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "id = \"urgent\"\nsort",
        "id = \"person\"\nsort",
        &[
            "law.toml, line 20: there is an element `person` already; ids are unique, rename one",
            "law.toml, line 63: there is no element `urgent` in this pack; write it under [[element]], or mend the id",
            "law.toml, line 68: `urgent` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "sort = \"yes-no\"",
        "sort = \"maybe\"",
        &[
            "law.toml, line 21: `maybe` is no sort of element; the sorts are line, prose, day, when, yes-no, number, language, state, person, choice, documents",
            "law.toml, line 63: there is no element `urgent` in this pack; write it under [[element]], or mend the id",
            "law.toml, line 68: `urgent` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "least_words = 1",
        "least_words = 0",
        &[
            "law.toml, line 17: `least_words` is a number from 1 to 1000 for an element of the sort line, prose or person; mend it or take it out",
        ],
    );
    changed(
        "law.toml",
        "sort = \"yes-no\"",
        "sort = \"yes-no\"\nleast_words = 3",
        &[
            "law.toml, line 22: `least_words` is a number from 1 to 1000 for an element of the sort line, prose or person; mend it or take it out",
        ],
    );
    changed(
        "law.toml",
        "day = \"future\"",
        "day = \"soon\"",
        &[
            "law.toml, line 40: `day` is past (that day or earlier) or future (that day or later), for an element of the sort day; mend it or take it out",
        ],
    );
    changed(
        "law.toml",
        "sort = \"number\"",
        "sort = \"number\"\nday = \"past\"",
        &[
            "law.toml, line 45: `day` is past (that day or earlier) or future (that day or later), for an element of the sort day; mend it or take it out",
        ],
    );
    changed(
        "law.toml",
        "sort = \"number\"",
        "sort = \"number\"\nchoices = [{ word = \"one\" }]",
        &["law.toml, line 45: only an element of the sort choice has `choices`; take them out, or mend the sort"],
    );
    changed(
        "law.toml",
        "choices = [{ word = \"one\", rests_on = [\"art-1\"] }, { word = \"two\" }]",
        "choices = [{ word = \"one\" }]",
        &["law.toml, line 28: the element `ground` leaves nothing to choose; write two or more under `choices`"],
    );
    changed(
        "law.toml",
        "{ word = \"two\" }",
        "{ word = \"one\" }",
        &["law.toml, line 30: there is a choice `one` already; ids are unique, rename one"],
    );
    changed(
        "law.toml",
        "rests_on = [\"art-1\"] }, {",
        "rests_on = [\"art-9\"] }, {",
        &["law.toml, line 30: there is no rule `art-9` in this pack; write it under [[rule]], or mend the id"],
    );
    changed(
        "law.toml",
        "vague = [\"unknown\"]",
        "vague = [\"…\"]",
        &["law.toml, line 1: `…` holds no word, so that it is never found; write one or take it out"],
    );
    changed(
        "law.toml",
        "sort = \"number\"\n",
        "sort = \"number\"\n\n[[element]]\nid = \"spare\"\nsort = \"line\"\n",
        &["law.toml, line 47: no form asks for the element `spare` and no move carries it; use it or take it out"],
    );
}

#[test]
fn a_form_asks_for_what_is_known_and_rests_on_rules() {
    changed(
        "law.toml",
        "id = \"why\"\nwhen",
        "id = \"whence\"\nwhen",
        &[
            "law.toml, line 67: there is no element `whence` in this pack; write it under [[element]], or mend the id",
            "law.toml, line 88: this form does not ask for `why`; ask for it under [[form.element]], or mend the id",
        ],
    );
    changed(
        "law.toml",
        "senders = [\"registry\"]",
        "senders = [\"clerk\"]",
        &[
            "law.toml, line 53: `clerk` is no role of the Court or of a State; the roles are presidency, chambers, prosecutor, registry, victims-and-witnesses, trust-fund, central-authority, national-focal-point, embassy, executing-authority",
        ],
    );
    changed(
        "law.toml",
        "signers = [\"registry\"]",
        "signers = []",
        &["law.toml, line 54: nobody may sign this; name one or more roles"],
    );
    changed(
        "law.toml",
        "signers = [\"registry\"]\nrests_on = [\"art-1\"]",
        "signers = [\"registry\"]\nrests_on = [\"art-3\"]",
        &["law.toml, line 55: there is no rule `art-3` in this pack; write it under [[rule]], or mend the id"],
    );
    changed(
        "law.toml",
        "id = \"urgent\"\nrests_on",
        "id = \"person\"\nrests_on",
        &[
            "law.toml, line 63: `person` is asked for twice here on the same days; keep one",
            "law.toml, line 68: `urgent` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "id = \"urgent\"\nrests_on = [\"art-1\"]",
        "id = \"urgent\"\nrests_on = [\"art-1\", \"art-2\"]",
        &["law.toml, line 63: the rules on which `urgent` rests here never hold on the same day; mend their days"],
    );
}

#[test]
fn a_condition_speaks_of_an_answer_that_is_asked_for_beside() {
    changed(
        "law.toml",
        "when = [\"urgent\"]",
        "when = [\"ground=one\"]",
        &[
            "law.toml, line 68: `ground=one` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "when = [\"urgent\"]",
        "when = [\"person\"]",
        &[
            "law.toml, line 68: `person` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "when = [\"urgent\"]",
        "when = [\"urgent=perhaps\"]",
        &[
            "law.toml, line 68: `urgent=perhaps` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
        ],
    );
    changed(
        "law.toml",
        "when = [\"urgent\"]",
        "required = true\nwhen = [\"urgent\"]",
        &["law.toml, line 67: `why` is needed always and on a condition, which cannot both be; keep `required` or the conditions"],
    );
}

#[test]
fn where_some_words_of_a_choice_alone_may_be_chosen_they_are_words_of_it() {
    let only = |words: &str| format!("id = \"ground\", required = true, only = [{words}]");
    let fault = "law.toml, line 130: `only` names some of the words of the choice `ground`, at least one; mend it or take it out";
    changed("law.toml", "id = \"ground\", required = true", &only("\"one\""), &[]);
    changed(
        "law.toml",
        "id = \"ground\", required = true",
        &only("\"one\", \"three\""),
        &[fault],
    );
}

#[test]
fn no_element_is_needed_after_an_answer_to_itself() {
    changed(
        "law.toml",
        "id = \"urgent\"\nrests_on",
        "id = \"urgent\"\nwhen = [\"urgent=no\"]\nrests_on",
        &["law.toml, line 63: `urgent` is needed after an answer to itself, by way of its conditions; break the circle"],
    );
    // Nor by way of another: what the one is needed after is needed after the one.
    changed(
        "law.toml",
        "carries = [{ id = \"ground\", required = true, rests_on = [\"art-1\"] }]",
        "carries = [{ id = \"ground\", when = [\"urgent\"], rests_on = [\"art-1\"] }, { id = \"urgent\", when = [\"ground=one\"], rests_on = [\"art-1\"] }]",
        &[
            "law.toml, line 130: `ground` is needed after an answer to itself, by way of its conditions; break the circle",
            "law.toml, line 130: `urgent` is needed after an answer to itself, by way of its conditions; break the circle",
        ],
    );
}

#[test]
fn a_group_names_elements_of_its_form() {
    changed(
        "law.toml",
        "at = \"person\"",
        "at = \"place\"",
        &["law.toml, line 87: this form does not ask for `place`; ask for it under [[form.element]], or mend the id"],
    );
    changed(
        "law.toml",
        "of = [\"why\", \"days\"]",
        "of = [\"why\", \"ground\"]",
        &["law.toml, line 88: this form does not ask for `ground`; ask for it under [[form.element]], or mend the id"],
    );
    changed(
        "law.toml",
        "of = [\"why\", \"days\"]",
        "of = [\"why\", \"days\"]\nleast = 3",
        &["law.toml, line 89: `least` is how many of the group are needed; write a number from 1 to all of them"],
    );
}

#[test]
fn a_named_function_is_known_and_whole() {
    changed(
        "law.toml",
        "name = \"accepted-language\"",
        "name = \"good-language\"",
        &[
            "law.toml, line 73: `good-language` is no named function; they are accepted-language, translated, state-needs, in-time, accepted-channel, formal-medium, not-before-sending, another-state",
        ],
    );
    changed(
        "law.toml",
        "working_languages = [\"eng\"] }",
        "working_languages = [] }",
        &[
            "law.toml, line 73: the named function `accepted-language` is not whole: it stands at a language and has `working_languages`; mend it",
        ],
    );
    changed(
        "law.toml",
        "deadline = \"documents\", days = \"days\"",
        "deadline = \"answer\", days = \"days\"",
        &[
            "law.toml, line 82: there is no deadline `answer` with a number of days in this pack; write it under [[deadline]], or mend the id",
        ],
    );
    changed(
        "law.toml",
        "deadline = \"documents\", days = \"days\"",
        "deadline = \"documents\", days = \"person\"",
        &["law.toml, line 82: `person` is no number that this form asks for; ask for it under [[form.element]], or mend the id"],
    );
    changed(
        "law.toml",
        "deadline = \"documents\", days = \"days\"",
        "deadline = \"documents\"",
        &["law.toml, line 82: the named function `in-time` is not whole: it stands at a day, and has `deadline` and `days`; mend it"],
    );
}

#[test]
fn what_tells_of_a_sending_is_known_and_whole() {
    let carries = "carries = [{ id = \"ground\", required = true, rests_on = [\"art-1\"] }]";
    let with = |check: &str, more: &str| {
        format!("carries = [{{ id = \"ground\", required = true, rests_on = [\"art-1\"], check = {{ {check} }} }}{more}]")
    };
    let told = |check: &str, more: &str, expected: &[&str]| changed("law.toml", carries, &with(check, more), expected);
    let urgent = ", { id = \"urgent\", rests_on = [\"art-1\"] }";
    told(
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"], chosen = \"two\", urgent_only = [\"one\"], urgent = \"urgent\"",
        urgent,
        &[],
    );
    told(
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"], chosen = \"two\", urgent_only = [\"one\"], urgent = \"urgent\"",
        "",
        &["law.toml, line 130: `urgent` is no yes-no element that is asked for beside; ask for it here, or mend the id"],
    );
    let channel = "law.toml, line 130: the named function `accepted-channel` is not whole: it stands at a choice and has `diplomatic` and `chosen`, which are words of it as are `arrangement` and `urgent_only`; under `declared_as` how declarations call the diplomatic channel; `urgent` with `urgent_only`; `confirmed_by` and `source` together; mend it";
    for check in [
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"]",
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"], chosen = \"three\"",
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"], chosen = \"two\", urgent_only = [\"one\"]",
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"], chosen = \"two\", confirmed_by = \"why\"",
        "name = \"accepted-channel\", diplomatic = \"one\", declared_as = [\"diplomatic\"], chosen = \"two\", deadline = \"documents\"",
        "name = \"accepted-channel\", diplomatic = \"one\", chosen = \"two\"",
    ] {
        told(check, urgent, &[channel]);
    }
    let another =
        "law.toml, line 130: the named function `another-state` is not whole: it stands at a State and has nothing but its name; mend it";
    told("name = \"another-state\"", urgent, &[another]);
    let medium = "law.toml, line 130: the named function `formal-medium` is not whole: it stands at a choice and has `formal`, words of it, and `urgent` and `channel`, asked for beside; mend it";
    told(
        "name = \"formal-medium\", formal = [\"one\"], urgent = \"urgent\"",
        urgent,
        &[medium],
    );
    told(
        "name = \"formal-medium\", formal = [\"one\"], urgent = \"urgent\", channel = \"urgent\"",
        urgent,
        &["law.toml, line 130: `urgent` is no choice that is asked for beside with the words of `any_medium`; mend the one or the other"],
    );
    told(
        "name = \"not-before-sending\"",
        "",
        &[
            "law.toml, line 130: the named function `not-before-sending` is not whole: it stands at a day and has nothing but its name; mend it",
        ],
    );
    let tells = |to: &str, expected: &[&str]| changed("law.toml", "to = \"done\"\n", &format!("to = \"done\"\n{to}"), expected);
    tells("tells = \"received\"\n", &[]);
    tells(
        "tells = \"read\"\n",
        &["law.toml, line 130: `read` is no date of a sending; write one of sent, notified, received"],
    );
    tells(
        "tells = \"received\"\ntells_by = \"ground\"\n",
        &["law.toml, line 131: `ground` is no day that this act carries; add it to what its move `carries`, or mend the id"],
    );
}

#[test]
fn a_change_is_of_facts_and_leads_to_moves_that_the_pack_knows() {
    let with = |change: &str| format!("[holidays]\n2026 = [2026-01-01]\n\n[[change]]\n{change}\nrests_on = [\"art-1\"]\n");
    let told = |change: &str, expected: &[&str]| changed("law.toml", "[holidays]\n2026 = [2026-01-01]\n", &with(change), expected);
    told(
        "id = \"died\"\nof = [{ fact = \"dead\" }]\nleads_to = [\"note\"]",
        &[
            "law.toml, line 156: `dead` is no fact; the facts are warrant-issued, summons-issued, made-public, warrant-executed, surrendered, appeared, proceedings-ended, milestone",
        ],
    );
    told(
        "id = \"died\"\nof = [{ fact = \"surrendered\" }]\nleads_to = [\"mourn\"]",
        &["law.toml, line 157: there is no move `mourn` in this pack; mend the id, or write it under [[life.move]]"],
    );
    told(
        "id = \"died\"\nof = []\nleads_to = []",
        &[
            "law.toml, line 155: the change `died` leads to nothing; name moves under `leads_to`",
            "law.toml, line 156: the change `died` is no fact; name one or more under `of`",
        ],
    );
    told(
        "id = \"died\"\nof = [{ fact = \"surrendered\" }]\nleads_to = [\"note\"]",
        &[
            "law.toml, line 155: texts/en.ftl has no text for this: write `.do = …` under `law-change-died`",
            "law.toml, line 155: texts/en.ftl has no text for this: write `law-change-died = …`",
        ],
    );
}

#[test]
fn a_ground_is_given_by_what_the_pack_knows() {
    changed(
        "law.toml",
        "id = \"any-state\"\nrests_on",
        "id = \"any-state\"\nobligation = \"council\"\nrests_on",
        &["law.toml, line 48: there is no obligation `council` in this pack; mend the id"],
    );
    changed(
        "law.toml",
        "id = \"any-state\"\nrests_on",
        "id = \"any-state\"\ntreaty = \"pact\"\nstandings = [\"party\"]\nrests_on",
        &["law.toml, line 49: there is no standing `party` under the treaty `pact`; mend the one or the other"],
    );
    changed(
        "law.toml",
        "id = \"any-state\"\nrests_on",
        "id = \"any-state\"\ntreaty = \"pact\"\nrests_on",
        &["law.toml, line 48: a ground out of a treaty names its `standings` and no obligation; mend it"],
    );
}

#[test]
fn whatever_is_shown_has_a_text() {
    changed(
        "texts/en.ftl",
        "law-form-arrest = Arrest\n    .asks = to arrest somebody\n",
        "law-form-arrest = Arrest\n",
        &["law.toml, line 52: texts/en.ftl has no text for this: write `.asks = …` under `law-form-arrest`"],
    );
    changed(
        "texts/en.ftl",
        "law-element-person = Person\n    .hint = A hint.\n",
        "law-element-person = Person\n",
        &["law.toml, line 15: texts/en.ftl has no text for this: write `.hint = …` under `law-element-person`"],
    );
    changed(
        "texts/en.ftl",
        "law-choice-ground-two = Two\n",
        "",
        &["law.toml, line 28: texts/en.ftl has no text for this: write `law-choice-ground-two = …`"],
    );
    changed(
        "texts/en.ftl",
        "law-finding-group-known = Nothing known.\n",
        "",
        &["law.toml, line 86: texts/en.ftl has no text for this: write `law-finding-group-known = …`"],
    );
    changed(
        "texts/en.ftl",
        "law-finding-late = What to do.\n",
        "",
        &["law.toml, line 15: texts/en.ftl has no text for this: write `law-finding-late = …`"],
    );
    changed(
        "texts/en.ftl",
        "law-state-sent = sent\n",
        "",
        &["law.toml, line 95: texts/en.ftl has no text for this: write `law-state-sent = …`"],
    );
    changed(
        "texts/en.ftl",
        "law-move-note = note\n    .done = Done\n",
        "law-move-note = note\n",
        &["law.toml, line 117: texts/en.ftl has no text for this: write `.done = …` under `law-move-note`"],
    );
    changed(
        "texts/en.ftl",
        "    .lapse = Lapse\n",
        "",
        &["law.toml, line 134: texts/en.ftl has no text for this: write `.lapse = …` under `law-deadline-documents`"],
    );
    changed(
        "texts/en.ftl",
        "law-count-from-its-day = Its day\n",
        "",
        &["law.toml, line 134: texts/en.ftl has no text for this: write `law-count-from-its-day = …`"],
    );
    changed(
        "texts/en.ftl",
        "law-ground-any-state = Any State\n",
        "law-ground-no-state = No State\nlaw-ground-any-state = Any State\n",
        &["texts/en.ftl, line 7: `law-ground-no-state` is the text of nothing in this pack; mend the key, or take it out"],
    );
}

#[test]
fn a_case_says_what_is_found_and_is_told_what_is_found_instead() {
    changed(
        "cases/all.toml",
        "finds = [{ kind = \"missing\", element = \"person\" }]",
        "finds = []",
        &[
            "cases/all.toml, line 6: the case expects other findings than those that follow from the rules: missing person law-element-person.missing (); mend the one or the other",
        ],
    );
    changed(
        "cases/all.toml",
        "finds = [{ kind = \"missing\", element = \"person\" }]",
        "finds = [{ kind = \"lacking\", element = \"person\" }]",
        &[
            "cases/all.toml, line 6: `lacking` is no kind of finding; the kinds are missing, vague, needed-by-state, late, unreadable, contradictory, doubtful",
        ],
    );
    changed(
        "cases/all.toml",
        "form = \"arrest\"\ntoday",
        "form = \"transit\"\ntoday",
        &[
            "cases/, line 1: no case expects the form `arrest`; add one, so that others can see what it means",
            "cases/all.toml, line 4: there is no form `transit` in this pack; its forms are arrest",
        ],
    );
    changed(
        "cases/all.toml",
        "move = \"finish\"\ntoday",
        "move = \"vanish\"\ntoday",
        &["cases/all.toml, line 12: the form `arrest` has no move `vanish`; mend the id"],
    );
    changed(
        "cases/all.toml",
        "today = 2026-04-14\nfinds = [{ kind = \"missing\", element = \"person\" }]",
        "today = 2026-04-14\nstate = { ground = \"party\" }\nfinds = [{ kind = \"missing\", element = \"person\" }]",
        &["cases/all.toml, line 6: `party` is no ground on which a State is asked; the grounds are any-state"],
    );
}

#[test]
fn what_rests_on_a_file_that_cannot_be_read_is_not_said_to_rest_on_nothing() {
    let mut files = requests::sound();
    let (_, law) = files.iter_mut().find(|(file, _)| file == "law.toml").unwrap();
    let (rules, rest) = law.split_at(law.find("[[element]]").unwrap());
    let (rules, rest) = (format!("{rules}\nfrom = = 1\n"), rest.to_owned());
    *law = rest;
    files.push(("rules.toml".to_owned(), rules));
    let (_, head) = files.iter_mut().find(|(file, _)| file == "pack.toml").unwrap();
    *head = head.replace("[\"law.toml\"]", "[\"rules.toml\", \"law.toml\"]");
    let faults: Vec<String> = law::check(&files).faults.iter().map(ToString::to_string).collect();
    assert!(faults.len() == 1 && faults[0].starts_with("rules.toml, line "), "{faults:?}");
}
