//! The life of a request, whatever happens to it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::{Circumstances, FindingKind, Move, Pack, RequestAct, Side, Uncalled, Values};
use proptest::prelude::*;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::rome_statute().expect("the carried pack is without fault"));

const FORMS: [&str; 2] = ["arrest-and-surrender", "provisional-arrest"];

fn day(n: i64) -> Date {
    date(2026, 1, 1).saturating_add(n.days())
}

fn step(id: &str) -> &'static Move {
    PACK.moves().iter().find(|step| step.id == id).expect(id)
}

/// Moves made on one day each.
fn acts_of<'v>(moves: &[&str], values: &'v Values) -> Vec<RequestAct<'v>> {
    let act = |(n, id): (i64, &&str)| RequestAct {
        kind: &step(id).act,
        on: day(n),
        values,
    };
    (0..).zip(moves).map(act).collect()
}

/// The state of a request, and what is lacking, after moves made on one day each.
fn after(form: &str, moves: &[&str]) -> (String, Vec<&'static str>) {
    let values = Values::default();
    let course = PACK.course_of_request(form, &acts_of(moves, &values)).expect("a form of the pack");
    (course.state.id.clone(), course.lacking.iter().map(|m| m.id.as_str()).collect())
}

#[test]
fn a_request_begins_as_a_draft_and_an_unknown_form_has_no_course() {
    assert_eq!(after("arrest-and-surrender", &[]), ("draft".to_owned(), vec![]));
    assert_eq!(PACK.course_of_request("transit", &[]), None);
}

#[test]
fn a_kind_that_is_no_move_changes_nothing() {
    let values = Values::default();
    let acts = ["remark.added", "warrant.issued"].map(|kind| RequestAct {
        kind,
        on: day(0),
        values: &values,
    });
    let course = PACK.course_of_request("provisional-arrest", &acts).expect("the form");
    assert_eq!((course.state.id.as_str(), course.lacking.len()), ("draft", 0));
    assert_eq!(PACK.owed("provisional-arrest", &acts), []);
}

#[test]
fn what_must_have_happened_is_lacking_and_what_may_have_happened_is_not() {
    // A delivery, a report of a step and a return for changes need not have been.
    let lacking = vec!["submit", "sign", "transmit"];
    assert_eq!(
        after("arrest-and-surrender", &["execute"]),
        ("executed".to_owned(), lacking.clone())
    );
    assert_eq!(
        after("arrest-and-surrender", &["agree-postponement"]).1,
        ["submit", "sign", "transmit", "propose-postponement"]
    );
    assert_eq!(after("arrest-and-surrender", &["execute", "record-costs"]).1, lacking);
    // Something held it up, but which of several things cannot be told.
    assert_eq!(after("arrest-and-surrender", &["resume"]), ("under-execution".to_owned(), lacking));
}

#[test]
fn what_was_recorded_out_of_its_order_is_not_lacking() {
    assert_eq!(
        after("arrest-and-surrender", &["acknowledge", "transmit", "sign"]),
        ("acknowledged".to_owned(), vec!["submit"])
    );
}

#[test]
fn nothing_but_costs_notes_and_what_concerns_specialty_follows_an_execution() {
    let moves = PACK.moves_from("arrest-and-surrender", "executed", day(0));
    assert_eq!(
        moves.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(),
        ["record-costs", "write", "ask-specialty-waiver", "record-specialty-views"]
    );
}

#[test]
fn a_form_has_its_own_moves_alone() {
    let of = |form: &str| {
        PACK.moves_from(form, "under-execution", day(0))
            .iter()
            .map(|m| m.id.clone())
            .collect::<Vec<_>>()
    };
    assert!(of("provisional-arrest").contains(&"report-consent".to_owned()));
    assert!(!of("arrest-and-surrender").contains(&"report-consent".to_owned()));
    assert!(!of("provisional-arrest").contains(&"surrender-temporarily".to_owned()));
    assert_eq!(PACK.move_of_act("arrest-and-surrender", "request.consent-given", day(0)), None);
}

#[test]
fn before_the_law_of_a_move_began_it_may_not_be_made() {
    // The Rules of Procedure and Evidence, which say who transmits, are younger than the Statute.
    let transmit = |on| {
        PACK.moves_from("arrest-and-surrender", "signed", on)
            .iter()
            .any(|m| m.id == "transmit")
    };
    assert!(transmit(date(2002, 9, 9)));
    assert!(!transmit(date(2002, 9, 8)));
}

#[test]
fn what_nothing_calls_for_is_not_open_and_says_why() {
    let urgent: Values = [("channel", "diplomatic"), ("medium", "e-mail"), ("urgent", "yes")]
        .into_iter()
        .collect();
    let none = Values::default();
    let why = |id: &str, moves: &[&str], values: &Values| {
        let acts = acts_of(moves, values);
        let uncalled = PACK.uncalled(step(id), "arrest-and-surrender", &acts);
        let open = PACK.moves_open("arrest-and-surrender", &acts, day(60));
        assert_eq!(open.iter().any(|open| open.id == id), uncalled.is_none(), "{id} after {moves:?}");
        uncalled
    };
    let sent = ["submit", "sign", "transmit"];
    let and = |more: &[&'static str]| [&sent[..], more].concat();
    let confirmations = || Uncalled::NothingOwed(["confirmation", "confirmation-by-arrangement"].map(str::to_owned).to_vec());
    assert_eq!(why("confirm", &sent, &urgent), None);
    let calm: Values = [("channel", "diplomatic"), ("medium", "bag"), ("urgent", "no")]
        .into_iter()
        .collect();
    assert_eq!(why("confirm", &sent, &calm), Some(confirmations()), "nothing was urgent");
    assert_eq!(
        why("confirm", &sent, &none),
        None,
        "what came from elsewhere does not say whether it was"
    );
    assert_eq!(
        why("confirm", &and(&["confirm"]), &none),
        Some(confirmations()),
        "once all the same"
    );
    assert_eq!(why("confirm", &and(&["confirm"]), &urgent), Some(confirmations()), "it came");
    assert_eq!(why("acknowledge", &and(&["report-step"]), &none), None);
    assert_eq!(
        why("acknowledge", &and(&["report-step", "acknowledge"]), &none),
        Some(Uncalled::DoneAlready)
    );
    assert_eq!(
        why("answer-inquiry", &sent, &none),
        Some(Uncalled::NothingAsked(vec!["request.inquiry-made".to_owned()]))
    );
}

#[test]
fn a_confirmation_that_came_in_time_is_told_after_the_end_of_the_request_and_one_that_nothing_awaited_is_not() {
    let urgent: Values = [("channel", "diplomatic"), ("medium", "e-mail"), ("urgent", "yes")]
        .into_iter()
        .collect();
    let late = |moves: &[&str], values: &Values| {
        let acts = acts_of(moves, values);
        let late = PACK.moves_told_late("arrest-and-surrender", &acts, day(60));
        late.iter().any(|step| step.id == "confirm")
    };
    assert!(late(&["submit", "sign", "transmit", "withdraw"], &urgent));
    assert!(!late(&["submit", "sign", "transmit", "confirm", "withdraw"], &urgent));
    let calm: Values = [("channel", "diplomatic"), ("medium", "bag"), ("urgent", "no")]
        .into_iter()
        .collect();
    assert!(!late(&["submit", "sign", "transmit", "withdraw"], &calm));
}

#[test]
fn each_move_is_of_one_side_and_rests_on_rules() {
    for step in PACK.moves() {
        let of_the_state = ["central-authority", "embassy"]
            .iter()
            .any(|role| step.by.iter().any(|by| by == role));
        assert_eq!(step.side == Side::State, of_the_state, "{}", step.id);
        assert!(
            step.rests_on.iter().all(|id| PACK.rule(id).is_some()) && !step.rests_on.is_empty(),
            "{}",
            step.id
        );
    }
    assert_eq!(step("sign").by, ["registry"]);
}

#[test]
fn a_move_is_checked_for_what_it_carries() {
    let kinds = |values: &Values| {
        let findings = PACK.check_move(step("refuse"), values, &Circumstances::on(day(0)));
        findings.iter().map(|f| (f.kind, f.element.clone())).collect::<Vec<_>>()
    };
    assert_eq!(
        kinds(&Values::default()),
        [
            (FindingKind::Missing, "refusal_ground".to_owned()),
            (FindingKind::Missing, "reasons".to_owned())
        ]
    );
    let competing = [
        ("refusal_ground", "competing-request"),
        ("reasons", "The other request came first."),
    ];
    assert_eq!(
        kinds(&competing.into_iter().collect()),
        [(FindingKind::Missing, "requesting_state".to_owned())]
    );
    let not_of_the_statute = [("refusal_ground", "not-of-the-statute"), ("reasons", "Our law does not allow it.")];
    assert_eq!(kinds(&not_of_the_statute.into_iter().collect()), []);
}

#[test]
fn a_signature_stands_until_the_request_goes_back_to_where_it_began() {
    let values = Values::default();
    let signed_by = |moves: &[&str]| -> Option<usize> { PACK.signing_act("arrest-and-surrender", &acts_of(moves, &values)) };
    assert_eq!(signed_by(&["submit"]), None);
    assert_eq!(
        signed_by(&["submit", "sign", "record-failed-attempt", "transmit", "acknowledge"]),
        Some(1)
    );
    assert_eq!(signed_by(&["submit", "sign", "return"]), None);
    assert_eq!(
        signed_by(&["submit", "sign", "return", "submit"]),
        None,
        "what is sent to review again is not signed by that"
    );
    assert_eq!(signed_by(&["submit", "sign", "return", "submit", "sign"]), Some(4));
    assert_eq!(signed_by(&["submit", "sign", "withdraw"]), Some(1), "it was signed all the same");
}

fn acts() -> impl Strategy<Value = Vec<(usize, i64)>> {
    let act = (0..PACK.moves().len(), 0..60i64);
    proptest::collection::vec(act, 0..14).prop_map(|mut acts| {
        acts.sort_by_key(|(_, on)| *on);
        acts
    })
}

fn as_acts<'a>(acts: &[(usize, i64)], values: &'a Values) -> Vec<RequestAct<'a>> {
    let act = |(at, on): &(usize, i64)| RequestAct {
        kind: &PACK.moves()[*at].act,
        on: day(*on),
        values,
    };
    acts.iter().map(act).collect()
}

proptest! {
    #[test]
    fn a_later_act_changes_nothing_that_was_owed_or_met_before_it(acts in acts(), cut in 0..60i64, form in 0..2usize) {
        let values: Values = [("urgent", "yes"), ("channel", "interpol"), ("answer_by", "2026-06-01"), ("until", "2026-07-01")].into_iter().collect();
        let all = as_acts(&acts, &values);
        let before: Vec<RequestAct> = all.iter().copied().filter(|act| act.on <= day(cut)).collect();
        let n = before.len();
        let earlier = PACK.owed(FORMS[form], &before);
        let later = PACK.owed(FORMS[form], &all);
        // What an earlier act started is there, due on the same days, and what it met stays met.
        let of_before: Vec<_> = later.iter().filter(|o| o.since < n).collect();
        prop_assert_eq!(of_before.len(), earlier.len());
        for (was, is) in earlier.iter().zip(of_before) {
            prop_assert_eq!((was.deadline, was.since, &was.due), (is.deadline, is.since, &is.due));
            if was.met.is_some() {
                prop_assert_eq!(was.met, is.met);
            } else {
                prop_assert!(is.met.is_none_or(|met| met >= n));
            }
        }
    }

    #[test]
    fn one_act_more_leads_where_its_move_leads(acts in acts(), last in 0..PACK.moves().len(), form in 0..2usize) {
        let values = Values::default();
        let mut all = as_acts(&acts, &values);
        let before = PACK.course_of_request(FORMS[form], &all).unwrap();
        let Some(step) = PACK.moves().get(last).filter(|m| m.is_of(FORMS[form])) else { return Ok(()) };
        let known = PACK.moves_from(FORMS[form], &before.state.id, day(60)).contains(&step);
        all.push(RequestAct { kind: &step.act, on: day(60), values: &values });
        let after = PACK.course_of_request(FORMS[form], &all).unwrap();
        if known {
            // A move that the law knows leads to its state, and nothing new is lacking.
            prop_assert_eq!(Some(after.state.id.as_str()), step.leads(&before.state.id));
            prop_assert!(after.lacking.iter().all(|m| before.lacking.contains(m)));
        } else {
            // Another changes nothing, or leads on with what must have come before.
            let unchanged = after.state == before.state;
            let led_on = PACK.moves().iter().any(|m| step.leads(m.to.as_deref().unwrap_or_default()) == Some(&after.state.id));
            prop_assert!(unchanged || led_on);
        }
    }

    #[test]
    fn a_request_that_is_over_owes_nothing(acts in acts(), form in 0..2usize) {
        let values = Values::default();
        let acts = as_acts(&acts, &values);
        let course = PACK.course_of_request(FORMS[form], &acts).unwrap();
        let owed = PACK.owed(FORMS[form], &acts);
        if course.state.over {
            prop_assert!(owed.iter().all(|o| !o.is_open()));
        }
        prop_assert!(owed.iter().all(|o| o.met.is_none_or(|met| met > o.since) && o.ended.is_none_or(|ended| ended > o.since)));
    }
}

#[test]
fn the_three_dates_are_told_by_their_own_acts_and_never_derived_from_another() {
    let none = Values::default();
    let received: Values = [("received_on", "2026-02-09")].into_iter().collect();
    let acts = [
        ("request.attempt-failed", date(2026, 2, 6), &none),
        ("request.transmitted", date(2026, 2, 9), &none),
        ("request.acknowledged", date(2026, 2, 20), &received),
        ("request.delivered", date(2026, 2, 10), &none),
        ("request.notified", date(2026, 2, 12), &none),
    ];
    let told = |count: usize| -> Vec<(&str, String)> {
        let acts: Vec<RequestAct> = acts
            .iter()
            .take(count)
            .map(|(kind, on, values)| RequestAct { kind, on: *on, values })
            .collect();
        let dates = PACK.sending_dates("arrest-and-surrender", &acts);
        dates.iter().map(|told| (told.which.word(), told.on.to_string())).collect()
    };
    let day = |which, on: &str| (which, on.to_owned());
    assert!(told(1).is_empty(), "an attempt that failed is no sending");
    assert_eq!(
        told(2),
        [day("sent", "2026-02-09")],
        "what is sent is neither notified nor received yet"
    );
    assert_eq!(told(3), [day("sent", "2026-02-09"), day("received", "2026-02-09")]);
    let all = [
        day("sent", "2026-02-09"),
        day("notified", "2026-02-12"),
        day("received", "2026-02-09"),
        day("received", "2026-02-10"),
    ];
    assert_eq!(told(5), all, "where two acts tell different days, both stand");
}

#[test]
fn nobody_is_surrendered_or_released_before_the_first_arrest_that_is_told() {
    let values = Values::default();
    let arrest = |n| RequestAct {
        kind: &step("report-arrest").act,
        on: day(n),
        values: &values,
    };
    let arrests = [arrest(9), arrest(5)];
    for id in [
        "execute",
        "report-release",
        "report-release-application",
        "report-availability",
        "surrender-temporarily",
    ] {
        let before = step(id).before_its_time(day(4), &arrests).map(|act| act.on);
        assert_eq!(before, Some(day(5)), "{id}");
        assert!(
            step(id).before_its_time(day(5), &arrests).is_none(),
            "{id}, before the second arrest"
        );
        assert!(
            step(id).before_its_time(day(4), &[]).is_none(),
            "{id}: the arrest may not be in this record"
        );
    }
    assert!(step("acknowledge").before_its_time(day(4), &arrests).is_none());
}
