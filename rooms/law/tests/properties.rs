//! What holds of a status whatever happened.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::{Act, Fact, Pack};
use proptest::prelude::*;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::rome_statute().expect("the carried pack is without fault"));

const INSTRUMENTS: [&str; 3] = ["exercise-0001-1", "exercise-0001-2", "exercise-0001-3"];

fn day(n: i64) -> Date {
    date(2003, 1, 1).saturating_add(n.days())
}

fn acts() -> impl Strategy<Value = Vec<Act<'static>>> {
    let act = (0..Fact::ALL.len(), 0..INSTRUMENTS.len(), 0..60i64).prop_map(|(fact, instrument, on)| Act {
        kind: Fact::ALL[fact].2,
        instrument: INSTRUMENTS[instrument],
        counts_on: day(on),
    });
    proptest::collection::vec(act, 0..12)
}

/// The statuses as a reader of `icc-asp-12-res-3.toml` would work them out by hand.
fn by_hand(acts: &[Act<'static>], on: Date) -> Option<(&'static str, Vec<&'static str>)> {
    let has = |instrument: &str, kind: &str| {
        acts.iter()
            .any(|a| a.instrument == instrument && a.kind == kind && a.counts_on <= on)
    };
    let under = |holds: &dyn Fn(&str) -> bool| -> Vec<&'static str> { INSTRUMENTS.into_iter().filter(|i| holds(i)).collect() };
    let warrant = |i: &str| has(i, "warrant.issued");
    [
        (
            "outstanding",
            under(&|i| warrant(i) && !has(i, "person.surrendered") && !has(i, "proceedings.ended")),
        ),
        ("surrendered", under(&|i| warrant(i) && has(i, "person.surrendered"))),
        ("ended", under(&|i| warrant(i) && has(i, "proceedings.ended"))),
        ("summoned", under(&|i| has(i, "summons.issued") && !has(i, "proceedings.ended"))),
        ("summons-ended", under(&|i| has(i, "summons.issued") && has(i, "proceedings.ended"))),
    ]
    .into_iter()
    .find(|(_, instruments)| !instruments.is_empty())
}

proptest! {
    #[test]
    fn the_status_is_the_one_worked_out_by_hand(acts in acts(), on in 0..60i64) {
        let pack = &*PACK;
        let found = pack.status_on(&acts, day(on)).map(|s| (s.id, s.instruments));
        prop_assert_eq!(found, by_hand(&acts, day(on)));
    }

    #[test]
    fn the_order_in_which_acts_are_told_has_no_effect((told, shuffled) in acts().prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())), on in 0..60i64) {
        let pack = &*PACK;
        prop_assert_eq!(pack.status_on(&told, day(on)), pack.status_on(&shuffled, day(on)));
    }

    #[test]
    fn an_act_does_not_change_an_earlier_day(mut acts in acts(), later in acts(), on in 0..60i64) {
        let pack = &*PACK;
        let before = pack.status_on(&acts, day(on)).map(|s| (s.id, s.instruments));
        acts.extend(later.into_iter().filter(|act| act.counts_on > day(on)));
        prop_assert_eq!(pack.status_on(&acts, day(on)).map(|s| (s.id, s.instruments)), before);
    }

    #[test]
    fn no_text_makes_the_reader_of_packs_fall(text in "(\\[\\[|rule|status|act|treaty|move|term|standing|topic|id|from|= |\"|\\]|\n|2002-07-01|[a-z{}.-]){0,40}") {
        for file in ["pack.toml", "law.toml", "texts/en.ftl", "cases/all.toml"] {
            let head = ("pack.toml".to_owned(), "name = \"x\"\nedition = 2026-11-25\nlanguages = [\"en\"]\nfiles = [\"law.toml\"]\n".to_owned());
            let report = law::check(&[(file.to_owned(), text.clone()), head]);
            prop_assert!(!report.faults.is_empty());
        }
    }
}
