//! The treaties of the pack: their standings, on what a change rests, and what else binds a State.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::civil::{Date, date};
use law::{Pack, TreatyAct};

fn pack() -> Pack {
    Pack::rome_statute().expect("the carried pack is without fault")
}

fn joined(counts_on: Date) -> TreatyAct<'static> {
    TreatyAct {
        kind: "treaty.joined",
        by: Some("accession"),
        counts_on,
        stated: None,
    }
}

fn act(kind: &'static str, counts_on: Date) -> TreatyAct<'static> {
    TreatyAct {
        kind,
        by: None,
        counts_on,
        stated: None,
    }
}

#[test]
fn the_pack_has_two_treaties_with_the_days_of_their_adoption_and_entry_into_force() {
    let pack = pack();
    let days: Vec<(&str, Date, Date)> = pack.treaties().iter().map(|t| (t.id.as_str(), t.adopted, t.in_force)).collect();
    assert_eq!(
        days,
        [
            ("rome-statute", date(1998, 7, 17), date(2002, 7, 1)),
            ("apic", date(2002, 9, 9), date(2004, 7, 22)),
        ]
    );
    assert_eq!(
        pack.treaty("apic").map(|t| t.rests_on.as_slice()),
        Some(["apic-35-1".to_owned()].as_slice())
    );
    assert_eq!(pack.treaty("vclt"), None);
}

#[test]
fn who_withdraws_is_a_party_until_it_takes_effect_and_only_one_position_is_not_known() {
    let pack = pack();
    for treaty in ["rome-statute", "apic"] {
        let flags: Vec<(&str, bool, bool)> = pack.standings(treaty).iter().map(|s| (s.id.as_str(), s.party, s.known)).collect();
        assert_eq!(
            flags,
            [
                ("signatory", false, true),
                ("declined", false, true),
                ("joined", false, true),
                ("party", true, true),
                ("withdrawing", true, true),
                ("withdrawn", false, true),
                ("taken-back", false, true),
                ("unresolved", false, false),
            ]
        );
    }
    assert_eq!(pack.standings("vclt"), []);
    assert_eq!(pack.course("vclt", &[joined(date(2010, 1, 1))]), []);
}

#[test]
fn the_first_sixty_rest_on_the_entry_into_force_of_the_statute_and_later_ones_on_the_term() {
    let pack = pack();
    let rests_on = |day: Date| {
        let course = pack.course("rome-statute", &[joined(day)]);
        course.last().map(|turn| (turn.from, turn.rests_on.clone(), turn.by_term))
    };
    assert_eq!(rests_on(date(2002, 4, 11)), Some((date(2002, 7, 1), vec!["art-126-1"], true)));
    assert_eq!(rests_on(date(2002, 5, 15)), Some((date(2002, 8, 1), vec!["art-126-2"], true)));
}

#[test]
fn a_planned_withdrawal_is_told_before_its_day() {
    let pack = pack();
    let acts = [joined(date(2010, 1, 5)), act("treaty.withdrawal-notified", date(2026, 6, 1))];
    let course: Vec<(Date, &str, usize, bool)> = pack
        .course("rome-statute", &acts)
        .iter()
        .map(|t| (t.from, t.standing.id.as_str(), t.act, t.by_term))
        .collect();
    assert_eq!(
        course,
        [
            (date(2010, 1, 5), "joined", 0, false),
            (date(2010, 4, 1), "party", 0, true),
            (date(2026, 6, 1), "withdrawing", 1, false),
            (date(2027, 6, 1), "withdrawn", 1, true),
        ]
    );
}

#[test]
fn a_notice_taken_back_on_its_own_day_leaves_no_trace() {
    let pack = pack();
    let day = date(2015, 10, 27);
    let acts = [
        act("treaty.withdrawal-rescinded", day),
        act("treaty.withdrawal-notified", day),
        joined(date(2010, 1, 5)),
    ];
    let course = pack.course("rome-statute", &acts);
    assert_eq!(
        course.iter().map(|t| t.standing.id.as_str()).collect::<Vec<_>>(),
        ["joined", "party"]
    );
}

#[test]
fn a_notice_of_the_leap_day_takes_effect_on_the_last_day_of_february() {
    let pack = pack();
    let acts = [joined(date(2010, 1, 5)), act("treaty.withdrawal-notified", date(2024, 2, 29))];
    assert_eq!(pack.course("rome-statute", &acts).last().map(|t| t.from), Some(date(2025, 2, 28)));
}

#[test]
fn a_deposit_whose_way_is_not_told_counts_like_an_accession() {
    let pack = pack();
    let told = act("treaty.joined", date(2010, 1, 5));
    assert_eq!(
        pack.course("rome-statute", &[told]),
        pack.course("rome-statute", &[joined(date(2010, 1, 5))])
    );
}

#[test]
fn the_last_days_of_the_calendar_break_nothing() {
    let pack = pack();
    let acts = [joined(Date::MAX), act("treaty.withdrawal-notified", Date::MAX)];
    assert_eq!(pack.course("rome-statute", &acts).last().map(|t| t.from), Some(Date::MAX));
}

#[test]
fn the_council_binds_by_its_referral_and_a_state_party_binds_nobody_by_its_own() {
    let pack = pack();
    let id = |act, of| pack.obligation(act, of).map(|o| o.id.as_str());
    assert_eq!(id("referral.made", Some("Security Council")), Some("council"));
    assert_eq!(id("referral.made", Some("State Party")), None);
    assert_eq!(id("referral.made", None), None);
    assert_eq!(id("finding.made", Some("Security Council")), None);
    assert_eq!(
        pack.obligation("referral.made", Some("Security Council"))
            .and_then(|o| o.unless.clone()),
        None
    );
}

#[test]
fn an_acceptance_of_jurisdiction_binds_unless_its_status_says_otherwise() {
    let pack = pack();
    let acceptance = pack.obligation("acceptance.lodged", None).expect("an acceptance binds");
    assert_eq!(acceptance.rests_on, ["art-12-3"]);
    assert_eq!(acceptance.unless.as_deref(), Some("status"));
    assert_eq!(pack.obligations().len(), 2);
}

#[test]
fn what_is_shown_of_treaties_obligations_and_topics_has_a_name_in_both_languages() {
    let pack = pack();
    let treaties = pack.treaties().iter();
    let short = treaties.clone().map(|t| format!("{}.short", t.text_key));
    let standings = treaties.clone().flat_map(|t| pack.standings(&t.id)).map(|s| s.text_key.clone());
    let others = pack
        .obligations()
        .iter()
        .map(|o| &o.text_key)
        .chain(pack.topics().iter().map(|t| &t.text_key));
    for key in treaties
        .clone()
        .map(|t| t.text_key.clone())
        .chain(short)
        .chain(standings)
        .chain(others.cloned())
    {
        let [en, fr] = ["en", "fr"].map(|lang| pack.text(lang, &key).unwrap_or_default());
        assert!(!en.is_empty() && !fr.is_empty(), "{key}");
    }
    assert_eq!(pack.text("en", "law-standing-rome-statute-party"), Some("State Party"));
    assert_eq!(pack.text("fr", "law-treaty-rome-statute.short"), Some("Statut de Rome"));
}
