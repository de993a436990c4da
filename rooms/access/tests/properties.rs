//! What holds for all audiences and viewers, however they are put together.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use access::filter::let_in;
use access::{Action, Assignment, Filter, Held, Matter, On, Role, Viewer, may};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use record::audience::{Audience, Level, Reader};
use std::collections::BTreeMap;
use support::{ACCOUNT, elsewhere, home, reader};

const MATTERS: [&str; 3] = ["exercise-1", "exercise-2", "exercise-3"];

/// Words of lists: those as which the viewers act, others, and words of another edition.
fn readers() -> impl Strategy<Value = Reader> {
    let known = select(vec![
        "organ:chambers",
        "organ:prosecutor",
        "organ:registry",
        "office:victims-and-witnesses",
        "state:XAA",
        "state:XAB",
        "assembly:bureau",
        "assembly:president",
        "organisation:united-nations",
        "organisation:exercise-org",
        "team:exercise-a",
        "team:exercise-b",
        "person:00112233445566778899aabbccddeeff",
        "person:ffeeddccbbaa99887766554433221100",
    ]);
    prop_oneof![
        20 => known.prop_map(reader),
        1 => Just(Reader::Unknown("org:registry".into())),
    ]
}

fn audiences() -> impl Strategy<Value = Audience> {
    let parts = (
        select(&Level::ALL[..]),
        vec(readers(), 0..5),
        vec(readers(), 0..3),
        option::of(readers()),
    );
    parts.prop_map(|(level, list, left_out, originator)| {
        let ordered = Audience::of(level, reader("organ:chambers"), list).without(left_out);
        Audience { originator, ..ordered }
    })
}

fn assignments() -> impl Strategy<Value = Vec<Assignment>> {
    let one = (select(&MATTERS[..]), select(&Level::ALL[..]), select(&Held::ALL[..]));
    vec(one.prop_map(|(matter, up_to, held)| support::assigned(matter, up_to, held)), 0..4)
}

/// What makes a viewer; `None` for the public and the operator.
type Parts = (Option<(Role, bool)>, bool, Vec<Assignment>);

fn parts() -> impl Strategy<Value = Parts> {
    let role = (select(&Role::ALL[..]), any::<bool>());
    (option::weighted(0.95, role), any::<bool>(), assignments())
}

/// The same viewers, and those of them who reach nothing under seal.
fn viewer_or_below(parts: &Parts, below: bool) -> Viewer {
    let whole = viewer(parts);
    if below { whole.below_seal() } else { whole }
}

fn viewer((person, other, assignments): &Parts) -> Viewer {
    match person {
        Some((role, abroad)) => {
            let organisation = elsewhere(*role).filter(|_| *abroad).unwrap_or_else(|| home(*role));
            Viewer::of(ACCOUNT, organisation, *role, assignments.clone()).unwrap()
        }
        None if *other => Viewer::operator(),
        None => Viewer::public(),
    }
}

fn on<'a>(matter: &'a str, audience: &'a Audience) -> Matter<'a> {
    Matter { matter, audience }
}

/// The filter read as a database reads it: rows of words, and no more of the decision than the data say.
fn selects(filter: &Filter, on: Matter) -> bool {
    let level = on.audience.level;
    let list: Vec<String> = let_in(on.audience).iter().map(Reader::text).collect();
    let left_out: Vec<String> = on.audience.left_out.iter().map(Reader::text).collect();
    let listed = filter.readers().any(|word| list.iter().any(|listed| listed == word));
    let barred =
        filter.readers().any(|word| left_out.iter().any(|left_out| left_out == word)) || (filter.in_common() && !left_out.is_empty());
    let assigned = filter.matters().any(|(matter, up_to)| matter == on.matter && level <= up_to);
    filter.whole().any(|whole| whole == level)
        || (listed && !barred && filter.listed().any(|l| l == level))
        || (listed && !barred && assigned && filter.assigned().any(|l| l == level))
}

/// Everything that can be done in a matter, and what becomes of it.
fn all_of_it(viewer: &Viewer, on: Matter) -> Vec<(Action, bool)> {
    let closes = |action: &Action| *action != Action::WithdrawFromPublic;
    Action::ALL
        .into_iter()
        .filter(closes)
        .map(|action| (action, may(viewer, action, On::Matter(on))))
        .collect()
}

/// Nothing is allowed after that was not before.
fn no_more(before: &[(Action, bool)], after: &[(Action, bool)]) -> Result<(), TestCaseError> {
    for ((action, before), (_, after)) in before.iter().zip(after) {
        prop_assert!(*before || !*after, "{:?} was denied and is allowed", action);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_filter_says_what_the_decision_says(parts in parts(), below in any::<bool>(), matter in select(&MATTERS[..]), audience in audiences()) {
        let viewer = viewer_or_below(&parts, below);
        let (filter, on) = (Filter::of(&viewer), on(matter, &audience));
        let read = may(&viewer, Action::Read, On::Matter(on));
        prop_assert_eq!(filter.allows(on), read);
        prop_assert_eq!(selects(&filter, on), read);
    }

    #[test]
    fn leaving_somebody_out_never_lets_anyone_do_more(parts in parts(), matter in select(&MATTERS[..]), audience in audiences(), more in readers()) {
        let viewer = viewer(&parts);
        let before = all_of_it(&viewer, on(matter, &audience));
        let without = audience.clone().without([more]);
        no_more(&before, &all_of_it(&viewer, on(matter, &without)))?;
    }

    #[test]
    fn shortening_a_list_never_lets_anyone_do_more(parts in parts(), matter in select(&MATTERS[..]), audience in audiences(), at in any::<Index>()) {
        prop_assume!(!audience.list.is_empty());
        let viewer = viewer(&parts);
        let mut shorter = audience.clone();
        shorter.list.remove(at.index(audience.list.len()));
        no_more(&all_of_it(&viewer, on(matter, &audience)), &all_of_it(&viewer, on(matter, &shorter)))?;
    }

    #[test]
    fn taking_away_an_assignment_never_lets_anyone_do_more(parts in parts(), matter in select(&MATTERS[..]), audience in audiences(), at in any::<Index>()) {
        prop_assume!(!parts.2.is_empty());
        let mut fewer = parts.clone();
        fewer.2.remove(at.index(parts.2.len()));
        no_more(&all_of_it(&viewer(&parts), on(matter, &audience)), &all_of_it(&viewer(&fewer), on(matter, &audience)))?;
    }

    #[test]
    fn below_the_seal_a_person_does_nothing_under_it_and_elsewhere_what_they_did(parts in parts(), matter in select(&MATTERS[..]), audience in audiences()) {
        let (whole, below) = (viewer(&parts), viewer(&parts).below_seal());
        let on = on(matter, &audience);
        let (home, role) = parts.0.map_or((home(Role::Registry), Role::Registry), |(role, _)| (home(role), role));
        for action in Action::ALL {
            for over in [On::Matter(on), On::Opening(on), On::Giving(on, &home, role), On::People(&home, role), On::House] {
                let about_a_matter = !matches!(over, On::People(..) | On::House);
                let sealed = audience.level == Level::UnderSeal && about_a_matter;
                let expected = may(&whole, action, over) && !(sealed && parts.0.is_some());
                prop_assert_eq!(may(&below, action, over), expected, "{:?}", action);
            }
        }
    }

    #[test]
    fn whoever_takes_along_sees_below_public_what_they_may_export_and_no_more(parts in parts(), matter in select(&MATTERS[..]), audience in audiences()) {
        let (whole, taking) = (viewer(&parts), viewer(&parts).taking_along());
        let on = On::Matter(on(matter, &audience));
        let expected = may(&whole, Action::Read, on) && (audience.level == Level::Public || may(&whole, Action::Export, on));
        prop_assert_eq!(may(&taking, Action::Read, on), expected);
        prop_assert_eq!(Filter::of(&taking).allows(self::on(matter, &audience)), expected);
    }

    #[test]
    fn what_many_have_in_common_is_one_for_all_of_them_and_more_for_none(
        one in parts(), two in parts(), most in select(&Level::ALL[..]), matter in select(&MATTERS[..]), audience in audiences()
    ) {
        // Somebody else in the same role of the same organisation, with other assignments; both have the first matter in person.
        let both = |parts: &Parts, account: &str| {
            let (role, abroad) = one.0.unwrap_or((Role::Registry, false));
            let organisation = elsewhere(role).filter(|_| abroad).unwrap_or_else(|| home(role));
            let mut assignments = parts.2.clone();
            assignments.push(support::assigned(MATTERS[0], Level::UnderSeal, Held::Assigned));
            Viewer::of(account, organisation, role, assignments).unwrap()
        };
        let shared = BTreeMap::from([(MATTERS[0].to_owned(), Level::UnderSeal)]);
        let (whole, other) = (both(&one, ACCOUNT), both(&two, "ffeeddccbbaa99887766554433221100"));
        // An audience at random seldom lets in, so the same is asked of one that lets in their whole office.
        let open = match whole.acts_as() {
            Some(own) => Audience::of(audience.level, own.clone(), [own.clone()]),
            None => audience.clone(),
        };
        for audience in [&audience, &open] {
            let reads = |viewer: &Viewer| may(viewer, Action::Read, On::Matter(on(matter, audience)));
            let common = whole.clone().in_common(most, &shared);
            prop_assert_eq!(reads(&common), reads(&other.clone().in_common(most, &shared)), "each reads the same");
            prop_assert!(!reads(&common) || reads(&whole.clone().taking_along()), "nobody reads more");
            let (filter, on) = (Filter::of(&common), on(matter, audience));
            prop_assert_eq!(filter.allows(on), reads(&common));
            prop_assert_eq!(selects(&filter, on), reads(&common));
            // What is read may be told to the whole office at that level.
            if let Some(own) = whole.acts_as() {
                let office = Audience::of(most, own.clone(), [own.clone()]);
                prop_assert!(!reads(&common) || audience.at_least_as_wide_as(&office), "{:?}", audience);
            }
        }
        prop_assert_eq!(Viewer::operator().in_common(most, &shared), Viewer::operator());
    }

    #[test]
    fn a_narrower_audience_never_lets_anyone_read_more(parts in parts(), matter in select(&MATTERS[..]), wide in audiences(), narrow in audiences()) {
        let viewer = viewer(&parts);
        let reads = |audience: &Audience| may(&viewer, Action::Read, On::Matter(on(matter, audience)));
        // Two audiences at random are seldom one in the other, so two are made that nearly are: one that leaves out
        // whomever the wide one does, and one that does not.
        let list = wide.list.iter().take(narrow.list.len()).cloned().collect();
        let forgetful = Audience { level: wide.level.max(narrow.level), list, left_out: narrow.left_out.clone(), originator: None };
        let made = forgetful.clone().without(wide.left_out.clone());
        for other in [&narrow, &forgetful, &made] {
            if wide.at_least_as_wide_as(other) {
                prop_assert!(!reads(other) || reads(&wide), "{:?} is not as wide as {:?}", wide, other);
            }
        }
        prop_assert!(wide.level == Level::Public || wide.at_least_as_wide_as(&made));
    }

    #[test]
    fn whoever_acts_in_a_matter_reads_it_but_for_asking_in_an_emergency(parts in parts(), matter in select(&MATTERS[..]), audience in audiences()) {
        let viewer = viewer(&parts);
        let on = on(matter, &audience);
        for action in Action::ALL {
            if action != Action::RequestBreakGlass && may(&viewer, action, On::Matter(on)) {
                prop_assert!(may(&viewer, Action::Read, On::Matter(on)), "{:?}", action);
            }
        }
    }

    #[test]
    fn whatever_is_read_below_public_lets_in_a_reader_that_the_viewer_is(parts in parts(), matter in select(&MATTERS[..]), audience in audiences()) {
        let viewer = viewer(&parts);
        let person = parts.0.is_some();
        if person && audience.level != Level::Public && may(&viewer, Action::Read, On::Matter(on(matter, &audience))) {
            let filter = Filter::of(&viewer);
            let is = |reader: &Reader| filter.readers().any(|word| word == reader.text());
            prop_assert!(audience.list.iter().any(is));
            prop_assert!(!audience.left_out.iter().any(is));
            let assigned = parts.2.iter().any(|a| a.matter == matter && audience.level <= a.up_to);
            prop_assert!(audience.level != Level::UnderSeal || assigned);
        }
    }
}
