#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use access::{Action, Assignment, Held, On, Organisation, Role, Viewer, may};
use proptest::prelude::*;
use record::audience::{Level, Organ};

const REGISTRY: Reader = Reader::Organ(Organ::Registry);
const CHAMBERS: Reader = Reader::Organ(Organ::Chambers);
const PROSECUTOR: Reader = Reader::Organ(Organ::Prosecutor);

fn of(level: Level, list: &[Reader]) -> Audience {
    if level == Level::Public {
        return Audience::public();
    }
    Audience::of(level, PROSECUTOR, list.iter().cloned())
}

fn act(position: u64, opens: bool, to: Audience) -> Closing {
    Closing {
        position,
        opens,
        to,
        from: None,
    }
}

/// An opening of what has an audience.
fn opening(position: u64, from: &Audience, to: Audience) -> Closing {
    Closing {
        from: Some(from.clone()),
        ..act(position, true, to)
    }
}

#[test]
fn an_opening_opens_what_has_the_audience_that_it_opens_from_and_nothing_narrower() {
    let [seen, hidden] = [of(Level::Restricted, &[REGISTRY]), of(Level::UnderSeal, &[CHAMBERS])];
    let closings = [opening(5, &seen, Audience::public())];
    assert_eq!(audience_now(&seen, 3, &closings).level, Level::Public);
    assert_eq!(audience_now(&hidden, 3, &closings), hidden);
    let from_another = Audience {
        originator: Some(CHAMBERS),
        ..seen.clone()
    };
    assert_eq!(audience_now(&from_another, 3, &closings).level, Level::Public);
}

#[test]
fn an_opening_of_what_was_narrowed_opens_what_is_narrowed_so_now() {
    let narrow = of(Level::Confidential, &[REGISTRY]);
    let closings = [act(4, false, narrow.clone()), opening(6, &narrow, Audience::public())];
    assert_eq!(
        audience_now(&of(Level::Restricted, &[REGISTRY, CHAMBERS]), 3, &closings).level,
        Level::Public
    );
    let narrower = of(Level::UnderSeal, &[REGISTRY]);
    assert_eq!(audience_now(&narrower, 3, &closings), narrower);
}

#[test]
fn an_entry_of_a_matter_in_which_nothing_was_closed_keeps_its_audience() {
    let own = of(Level::Confidential, &[REGISTRY, CHAMBERS]);
    assert_eq!(audience_now(&own, 3, &[]), own);
}

#[test]
fn what_narrows_a_matter_narrows_what_came_before_and_after() {
    let own = of(Level::Confidential, &[REGISTRY, CHAMBERS, PROSECUTOR]);
    let narrow = of(Level::UnderSeal, &[CHAMBERS, PROSECUTOR]);
    let closings = [act(5, false, narrow.clone())];
    assert_eq!(audience_now(&own, 3, &closings), narrow);
    assert_eq!(audience_now(&own, 8, &closings), narrow);
}

#[test]
fn who_is_in_only_one_of_two_audiences_is_in_neither_after_the_narrowing() {
    let own = of(Level::Confidential, &[REGISTRY, CHAMBERS]);
    let now = audience_now(&own, 3, &[act(5, false, of(Level::UnderSeal, &[CHAMBERS, PROSECUTOR]))]);
    assert_eq!((now.level, now.list), (Level::UnderSeal, vec![CHAMBERS]));
}

#[test]
fn what_opens_a_matter_opens_what_was_recorded_before_and_not_what_comes_later() {
    let own = of(Level::UnderSeal, &[CHAMBERS]);
    let closings = [act(5, true, Audience::public())];
    assert_eq!(audience_now(&own, 3, &closings).level, Level::Public);
    assert_eq!(
        audience_now(&own, 8, &closings),
        own,
        "a redacted part is recorded later, and what stays sealed too"
    );
}

#[test]
fn an_opening_ends_what_was_narrowed_before() {
    let own = of(Level::Confidential, &[REGISTRY, CHAMBERS]);
    let closings = [act(4, false, of(Level::UnderSeal, &[CHAMBERS])), act(6, true, Audience::public())];
    assert_eq!(audience_now(&own, 3, &closings).level, Level::Public);
    assert_eq!(audience_now(&own, 7, &closings), own);
}

#[test]
fn opening_what_was_closed_to_one_more_reader_lets_in_nobody_else() {
    let to = |readers: &[Reader]| of(Level::Confidential, readers);
    let closings = [act(5, false, to(&[REGISTRY])), act(7, true, to(&[REGISTRY, PROSECUTOR]))];
    assert_eq!(audience_now(&Audience::public(), 3, &closings), to(&[PROSECUTOR, REGISTRY]));
    let own = of(Level::Restricted, &[REGISTRY, CHAMBERS, PROSECUTOR]);
    let now = audience_now(&own, 3, &closings);
    assert!(!reads(&viewers()[3], &now) && !now.list.contains(&CHAMBERS), "{now:?}");
}

#[test]
fn what_was_public_by_mistake_is_closed() {
    let to = of(Level::Confidential, &[REGISTRY]);
    let now = audience_now(&Audience::public(), 3, &[act(5, false, to.clone())]);
    assert_eq!(now, to);
}

#[test]
fn an_opening_to_fewer_than_may_know_it_already_takes_nothing_from_them() {
    let own = of(Level::Restricted, &[REGISTRY, CHAMBERS, PROSECUTOR]);
    assert_eq!(audience_now(&own, 3, &[act(5, true, of(Level::Confidential, &[REGISTRY]))]), own);
}

fn audience() -> impl Strategy<Value = Audience> {
    let readers = prop::sample::subsequence(vec![REGISTRY, CHAMBERS, PROSECUTOR], 1..=3);
    let left_out = prop::sample::subsequence(vec![REGISTRY, CHAMBERS, PROSECUTOR], 0..=1);
    (0..4usize, readers, left_out).prop_map(|(level, list, left_out)| match Level::ALL[level] {
        Level::Public => Audience::public(),
        level => of(level, &list).without(left_out),
    })
}

fn viewers() -> Vec<Viewer> {
    let person = |role, assigned: bool| {
        let assignment = Assignment {
            matter: "exercise-1".into(),
            up_to: Level::UnderSeal,
            held: Held::Assigned,
        };
        let assignments = assigned.then_some(assignment).into_iter().collect();
        Viewer::of("00112233445566778899aabbccddeeff", Organisation::Court, role, assignments).unwrap()
    };
    let roles = [Role::Registry, Role::Chambers, Role::Prosecutor];
    let persons = roles.into_iter().flat_map(|role| [person(role, false), person(role, true)]);
    std::iter::once(Viewer::public()).chain(persons).collect()
}

fn reads(viewer: &Viewer, audience: &Audience) -> bool {
    let on = access::Matter {
        matter: "exercise-1",
        audience,
    };
    may(viewer, Action::Read, On::Matter(on))
}

proptest! {
    /// Nobody reads an entry whom neither its own audience nor an opening lets in, and nobody whom a narrowing
    /// since the last opening shuts out.
    #[test]
    fn closings_let_nobody_in_whom_no_opening_does(
        own in audience(),
        position in 0..10u64,
        acts in prop::collection::vec((any::<bool>(), audience(), prop::option::of(audience())), 0..5),
    ) {
        let closings: Vec<Closing> = (0..)
            .step_by(2)
            .zip(acts)
            .map(|(at, (opens, to, from))| Closing { from, ..act(at, opens, to) })
            .collect();
        let now = audience_now(&own, position, &closings);
        for viewer in viewers() {
            let opened = closings.iter().any(|c| c.opens && c.position > position && reads(&viewer, &c.to));
            // Whoever was shut out comes back by a later opening that lets them in, and not else.
            let mut shut = false;
            for closing in &closings {
                shut = (shut || !closing.opens) && !reads(&viewer, &closing.to);
            }
            if reads(&viewer, &now) {
                prop_assert!(reads(&viewer, &own) || opened, "{viewer:?}");
                prop_assert!(!shut, "{viewer:?}");
            }
        }
    }
}

#[test]
fn who_has_a_matter_is_closed_with_it_and_not_opened_with_it() {
    let own = of(Level::Confidential, &[REGISTRY, CHAMBERS]);
    let entry = |kind: &str| Draft {
        id: record::entry::EntryId::from_bytes([1; 16]),
        matter: "exercise-1".into(),
        kind: kind.into(),
        kind_v: 1,
        effective: record::when::When::Unknown,
        author: record::entry::Author::Program,
        on_behalf_of: None,
        audience: own.clone(),
        basis: None,
        source: None,
        corrects: None,
        about: vec![],
        attachments: vec![],
        body: record::json::Object::new(),
    };
    let narrowed = act(4, false, of(Level::UnderSeal, &[CHAMBERS]));
    let opened = act(5, true, Audience::public());
    for kind in kinds::PEOPLE {
        assert_eq!(of_entry(&entry(kind), 3, std::slice::from_ref(&opened)), own, "{kind}");
        let now = of_entry(&entry(kind), 3, &[narrowed.clone(), opened.clone()]);
        assert_eq!((now.level, now.list), (Level::UnderSeal, vec![CHAMBERS]), "{kind}");
    }
    let fact = of_entry(&entry(kinds::WARRANT_ISSUED), 3, &[narrowed, opened]);
    assert_eq!(fact.level, Level::Public);
}
