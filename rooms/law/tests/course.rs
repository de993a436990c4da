//! What holds of a State's course under a treaty whatever it did.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::{Pack, TREATY_ACTS, TreatyAct, Turn, WAYS_OF_JOINING};
use proptest::prelude::*;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::rome_statute().expect("the carried pack is without fault"));

/// Days on both sides of the entry into force of both treaties.
const DAYS: i64 = 4000;

fn day(n: i64) -> Date {
    date(1999, 1, 1).saturating_add(n.days())
}

fn act() -> impl Strategy<Value = TreatyAct<'static>> {
    let stated = proptest::option::of(0..DAYS);
    (0..TREATY_ACTS.len(), 0..WAYS_OF_JOINING.len(), 0..DAYS, stated).prop_map(|(kind, by, on, stated)| TreatyAct {
        kind: TREATY_ACTS[kind],
        by: (TREATY_ACTS[kind] == "treaty.joined").then_some(WAYS_OF_JOINING[by]),
        counts_on: day(on),
        stated: stated.map(day),
    })
}

fn acts() -> impl Strategy<Value = Vec<TreatyAct<'static>>> {
    proptest::collection::vec(act(), 0..10)
}

fn treaty() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("rome-statute"), Just("apic")]
}

fn told(course: &[Turn]) -> Vec<(Date, String, bool)> {
    course.iter().map(|t| (t.from, t.standing.id.clone(), t.by_term)).collect()
}

fn is_succession(act: &TreatyAct) -> bool {
    act.by == Some("succession")
}

/// What a reader of the articles knows of a treaty.
struct Articles {
    adopted: Date,
    in_force: Date,
    bound: fn(Date) -> Date,
}

fn articles(treaty: &str) -> Articles {
    match treaty {
        "rome-statute" => Articles {
            adopted: date(1998, 7, 17),
            in_force: date(2002, 7, 1),
            bound: |deposit| {
                let sixtieth = deposit.saturating_add(60.days());
                date(sixtieth.year(), sixtieth.month(), 1).saturating_add(1.month())
            },
        },
        _ => Articles {
            adopted: date(2002, 9, 9),
            in_force: date(2004, 7, 22),
            bound: |deposit| deposit.saturating_add(30.days()),
        },
    }
}

impl Articles {
    fn takes_effect(&self, act: &TreatyAct) -> Date {
        if is_succession(act) {
            act.stated.unwrap_or(act.counts_on).max(self.in_force)
        } else {
            act.counts_on
        }
    }

    /// The standing to which an act leads, and what it becomes on which later day.
    fn step(&self, standing: &str, act: &TreatyAct) -> Option<(&'static str, Option<(Date, &'static str)>)> {
        let may_join = ["none", "signatory", "declined", "withdrawn", "taken-back", "unresolved"].contains(&standing);
        let year = act.counts_on.saturating_add(1.year());
        match act.kind {
            "treaty.signed" if standing == "none" => Some(("signatory", None)),
            "treaty.intent-declared" if standing == "signatory" => Some(("declined", None)),
            "treaty.joined" if is_succession(act) => (may_join || standing == "joined").then_some(("party", None)),
            "treaty.joined" if may_join => Some(("joined", Some(((self.bound)(act.counts_on).max(self.in_force), "party")))),
            "treaty.instrument-withdrawn" if standing == "joined" => Some(("taken-back", None)),
            "treaty.withdrawal-notified" if standing == "party" => Some((
                "withdrawing",
                Some((act.stated.map_or(year, |stated| stated.max(year)), "withdrawn")),
            )),
            "treaty.withdrawal-rescinded" if standing == "withdrawing" => Some(("party", None)),
            "treaty.position-unresolved" if standing != "unresolved" => Some(("unresolved", None)),
            _ => None,
        }
    }

    /// The standing on each of the days, as somebody works it out by hand who turns the pages of a calendar
    /// with the articles beside it.
    fn by_hand(&self, acts: &[TreatyAct]) -> Vec<&'static str> {
        let mut acts: Vec<&TreatyAct> = acts.iter().filter(|act| act.counts_on >= self.adopted).collect();
        let place = |act: &TreatyAct| TREATY_ACTS.iter().position(|kind| *kind == act.kind);
        acts.sort_by_key(|act| (place(act), act.by, act.counts_on, act.stated));
        let (mut standing, mut due) = ("none", None);
        let on = |today: Date| {
            if let Some((_, next)) = due.filter(|(day, _)| *day == today) {
                (standing, due) = (next, None);
            }
            for act in acts.iter().filter(|act| self.takes_effect(act) == today) {
                if let Some(next) = self.step(standing, act) {
                    (standing, due) = next;
                }
            }
            standing
        };
        (0..DAYS + 800).map(day).map(on).collect()
    }
}

proptest! {
    #[test]
    fn the_standing_on_each_day_is_the_one_worked_out_by_hand(treaty in treaty(), acts in acts()) {
        let course = PACK.course(treaty, &acts);
        for (n, expected) in articles(treaty).by_hand(&acts).into_iter().enumerate() {
            let today = day(i64::try_from(n).unwrap());
            let found = course.iter().rfind(|t| t.from <= today).map_or("none", |t| t.standing.id.as_str());
            prop_assert_eq!(found, expected, "{}", today);
        }
    }

    #[test]
    fn each_turn_begins_another_standing_on_a_later_day(treaty in treaty(), acts in acts()) {
        for pair in PACK.course(treaty, &acts).windows(2) {
            prop_assert!(pair[0].from < pair[1].from);
            prop_assert_ne!(&pair[0].standing.id, &pair[1].standing.id);
        }
    }

    #[test]
    fn the_order_in_which_acts_are_told_has_no_effect((told_so, shuffled) in acts().prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())), treaty in treaty()) {
        prop_assert_eq!(told(&PACK.course(treaty, &told_so)), told(&PACK.course(treaty, &shuffled)));
    }

    #[test]
    fn a_later_act_changes_no_earlier_turn(mut acts in acts(), later in acts(), treaty in treaty(), on in 0..DAYS) {
        let until = |course: &[Turn]| -> Vec<(Date, String, bool)> { told(course).into_iter().filter(|(from, _, _)| *from <= day(on)).collect() };
        let before = until(&PACK.course(treaty, &acts));
        // A succession reaches back by what is stated for it; that is its sense.
        acts.extend(later.into_iter().filter(|act| act.counts_on > day(on) && !is_succession(act)));
        prop_assert_eq!(until(&PACK.course(treaty, &acts)), before);
    }

    #[test]
    fn each_turn_names_its_act_and_rests_on_rules_of_the_pack(treaty in treaty(), acts in acts()) {
        for turn in PACK.course(treaty, &acts) {
            let act = acts[turn.act];
            prop_assert_ne!(act.kind, "treaty.withdrawal-announced");
            prop_assert_eq!(turn.by_term, turn.standing.id == "withdrawn" || (turn.standing.id == "party" && act.kind == "treaty.joined" && !is_succession(&act)));
            prop_assert!(!turn.rests_on.is_empty() && turn.rests_on.iter().all(|id| PACK.rule(id).is_some()));
        }
    }
}
