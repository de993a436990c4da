//! Every role, action, level, assignment, list and originator, against the table as it reads; and that the table
//! says nothing that contradicts itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use access::grant::{Over, Reach, Whose};
use access::{Action, Assignment, Filter, Held, Matter, On, Organisation, Role, may, table};
use record::audience::{Audience, Level, Reader};
use std::collections::BTreeSet;
use support::{ACCOUNT, MATTER, acts_as, assigned, elsewhere, home, reader, viewer};

/// Up to which level, and how, a person is assigned to the matter, if they are.
type Assigned = Option<(Level, Held)>;

/// The ways in which a person can be assigned.
fn assignments() -> Vec<(Assigned, Vec<Assignment>)> {
    let mut all = vec![
        (None, vec![]),
        (None, vec![assigned("exercise-2", Level::UnderSeal, Held::Assigned)]),
    ];
    for up_to in [Level::Restricted, Level::Confidential, Level::UnderSeal] {
        for held in Held::ALL {
            all.push((Some((up_to, held)), vec![assigned(MATTER, up_to, held)]));
        }
    }
    all
}

/// Whether an action finds the assignment that it wants.
fn is_assigned(assignment: Assigned, level: Level, action: Action) -> bool {
    assignment.is_some_and(|(up_to, held)| {
        let serves = match held {
            Held::Assigned => true,
            Held::Delegated => action != Action::Assign && action != Action::Delegate,
            Held::BreakGlass => action == Action::Read,
        };
        level <= up_to && serves
    })
}

/// Whether somebody whom the audience lets in reaches the matter.
fn is_reached(role: Role, level: Level, assignment: Assigned, action: Action) -> bool {
    let wanted = match action {
        Action::RequestBreakGlass | Action::ApproveBreakGlass => false,
        Action::Delegate => true,
        _ => level == Level::UnderSeal || table::role(role).reach == Reach::Assigned,
    };
    !wanted || is_assigned(assignment, level, action)
}

/// Lists for somebody who is this reader, and whether they are let in.
fn lists(own: &Reader) -> Vec<(bool, Vec<Reader>, Vec<Reader>)> {
    let person = Reader::Person(ACCOUNT.into());
    let other = reader("state:XZZ");
    let unknown = Reader::Unknown("org:registry".into());
    let mut all = Vec::new();
    let mut named = vec![own.clone(), person];
    named.extend(own.within());
    for listed in &named {
        all.push((true, vec![other.clone(), listed.clone()], vec![]));
        all.push((true, vec![listed.clone()], vec![other.clone()]));
        all.push((false, vec![listed.clone()], vec![unknown.clone()]));
        all.extend(named.iter().map(|left_out| (false, vec![listed.clone()], vec![left_out.clone()])));
    }
    all.push((false, vec![], vec![]));
    all.push((false, vec![other.clone(), unknown], vec![]));
    all
}

/// From whom it comes, and whether that is `Own` and `Court`.
fn originators(own: Option<&Reader>) -> Vec<(Option<Reader>, bool, bool)> {
    let of_the_court = |reader: &Reader| matches!(reader, Reader::Organ(_) | Reader::Office(_) | Reader::Team(_));
    let mut all: Vec<(Option<Reader>, bool, bool)> = [
        "organ:chambers",
        "team:exercise-z",
        "state:XZZ",
        "assembly:bureau",
        "organisation:exercise-z",
    ]
    .into_iter()
    .map(reader)
    .map(|reader| (Some(reader.clone()), own == Some(&reader), of_the_court(&reader)))
    .collect();
    all.push((None, false, false));
    all.push((Some(Reader::Unknown("org:registry".into())), false, false));
    if let Some(own) = own {
        all.push((Some(own.clone()), true, of_the_court(own)));
        all.push((Some(Reader::Person(ACCOUNT.into())), true, false));
    }
    all
}

/// What the table gives this role besides what it gives anybody.
fn given(role: Role, action: Action) -> impl Iterator<Item = Over> {
    let all = table::ANYBODY.iter().chain(table::role(role).may);
    all.filter(move |(given, _)| *given == action).map(|(_, over)| *over)
}

fn comes_from(whose: Whose, own: bool, court: bool) -> bool {
    match whose {
        Whose::Any => true,
        Whose::Own => own,
        Whose::Court => court,
    }
}

#[test]
fn every_role_may_do_in_every_matter_what_the_table_says_and_the_filter_reads_the_same() {
    let mut cases = 0;
    let mut allowed = 0;
    for role in Role::ALL {
        let acts_as = acts_as(role);
        // Who stands in no list is tried with one all the same.
        let lists = lists(acts_as.as_ref().unwrap_or(&reader("organ:registry")));
        let originators = originators(acts_as.as_ref());
        for (assignment, assignments) in assignments() {
            let viewer = viewer(role, assignments);
            let filter = Filter::of(&viewer);
            for level in Level::ALL {
                for (lets_in, list, left_out) in &lists {
                    let lets_in = *lets_in && acts_as.is_some();
                    let mut audience = Audience {
                        level,
                        list: list.clone(),
                        left_out: left_out.clone(),
                        originator: None,
                    };
                    for (originator, own, court) in &originators {
                        audience.originator.clone_from(originator);
                        let matter = Matter {
                            matter: MATTER,
                            audience: &audience,
                        };
                        for action in Action::ALL {
                            let reached = level == Level::Public || (lets_in && is_reached(role, level, assignment, action));
                            let in_matter = given(role, action).any(|over| {
                                matches!(over, Over::Matter(levels, whose)
                                    if levels.contains(&level) && comes_from(whose, *own, *court) && reached)
                            });
                            let opened = level == Level::Public || lets_in;
                            let opening = given(role, action).any(|over| {
                                matches!(over, Over::Opening(levels, whose)
                                    if levels.contains(&level) && comes_from(whose, *own, *court) && opened)
                            });
                            let said = || format!("{role:?} {action:?} {audience:?} {assignment:?}");
                            assert_eq!(may(&viewer, action, On::Matter(matter)), in_matter, "{}", said());
                            assert_eq!(may(&viewer, action, On::Opening(matter)), opening, "opening: {}", said());
                            if action == Action::Read {
                                assert_eq!(filter.allows(matter), in_matter, "filter: {}", said());
                            }
                            cases += 2;
                            allowed += usize::from(in_matter) + usize::from(opening);
                        }
                    }
                }
            }
        }
    }
    assert!(cases > 500_000 && allowed > 10_000, "{allowed} of {cases} cases are allowed");
}

#[test]
fn every_role_gives_and_manages_what_the_table_says() {
    for role in Role::ALL {
        let own = acts_as(role);
        for (assignment, assignments) in assignments() {
            let viewer = viewer(role, assignments);
            for level in Level::ALL {
                for listed in [true, false] {
                    let list = own.clone().filter(|_| listed).unwrap_or(reader("state:XZZ"));
                    let audience = Audience::of(level, reader("organ:chambers"), [list]);
                    let matter = Matter {
                        matter: MATTER,
                        audience: &audience,
                    };
                    let lets_in = listed && own.is_some();
                    for (action, other) in Action::ALL.into_iter().flat_map(|action| Role::ALL.map(|other| (action, other))) {
                        let reached = level == Level::Public || (lets_in && is_reached(role, level, assignment, action));
                        for organisation in [Some(home(other)), elsewhere(other)].into_iter().flatten() {
                            let another =
                                std::mem::discriminant(&organisation) == std::mem::discriminant(&home(role)) && organisation != home(role);
                            let expected = given(role, action).any(|over| {
                                matches!(over, Over::Giving(levels, roles)
                                    if levels.contains(&level) && roles.contains(&other) && !another && reached)
                            });
                            let on = On::Giving(matter, &organisation, other);
                            assert_eq!(
                                may(&viewer, action, on),
                                expected,
                                "{role:?} {action:?} {audience:?} {assignment:?} {on:?}"
                            );
                        }
                    }
                }
            }
        }
        let viewer = viewer(role, vec![]);
        for (action, other) in Action::ALL.into_iter().flat_map(|action| Role::ALL.map(|other| (action, other))) {
            for organisation in [Some(home(other)), elsewhere(other)].into_iter().flatten() {
                let expected = given(role, action).any(|over| match over {
                    Over::OwnPeople(roles) => roles.contains(&other) && organisation == home(role),
                    Over::AllPeople(roles) => roles.contains(&other),
                    _ => false,
                });
                let on = On::People(&organisation, other);
                assert_eq!(may(&viewer, action, on), expected, "{role:?} {action:?} {on:?}");
            }
        }
        for action in Action::ALL {
            let expected = given(role, action).any(|over| over == Over::House);
            assert_eq!(may(&viewer, action, On::House), expected, "{role:?} {action:?}");
        }
    }
}

#[test]
fn nobody_acts_on_people_in_roles_that_an_organisation_does_not_have() {
    let misfit = Organisation::State("XAA".into());
    for role in Role::ALL {
        for action in Action::ALL {
            for other in [Role::Registry, Role::Secretariat, Role::UnitedNations, Role::DefenceCounsel] {
                assert!(
                    !may(&viewer(role, vec![]), action, On::People(&misfit, other)),
                    "{role:?} {action:?} {other:?}"
                );
            }
        }
    }
}

fn levels_read(role: Role) -> Vec<Level> {
    let read = given(role, Action::Read).flat_map(|over| match over {
        Over::Matter(levels, Whose::Any) => levels.to_vec(),
        _ => panic!("{role:?}: what is read is matter, from whomever it comes"),
    });
    read.collect()
}

#[test]
fn whoever_reads_a_level_reads_all_wider_ones() {
    for role in Role::ALL {
        let read = levels_read(role);
        assert_eq!(read, Level::ALL[..read.len()], "{role:?}");
    }
}

#[test]
fn nothing_is_given_in_matter_that_may_not_be_read_and_nothing_twice() {
    for role in Role::ALL {
        let read = levels_read(role);
        let mut seen: Vec<(Action, &str, Level)> = Vec::new();
        for (action, over) in table::role(role).may {
            let (sort, levels) = match over {
                Over::Matter(levels, _) => ("matter", *levels),
                Over::Opening(levels, _) => ("opening", *levels),
                Over::Giving(levels, _) => ("giving", *levels),
                Over::OwnPeople(_) | Over::AllPeople(_) | Over::House => continue,
            };
            for level in levels {
                assert!(read.contains(level), "{role:?} {action:?} {level:?}");
                assert!(
                    !seen.contains(&(*action, sort, *level)),
                    "{role:?} {action:?} {level:?} stands twice"
                );
                seen.push((*action, sort, *level));
            }
        }
    }
}

#[test]
fn each_role_and_action_has_a_word_and_a_name_of_its_own() {
    let words: BTreeSet<&str> = Role::ALL.map(Role::word).into();
    let names: BTreeSet<&str> = Role::ALL.map(|role| table::role(role).name).into();
    assert_eq!((words.len(), names.len()), (Role::ALL.len(), Role::ALL.len()));
    for role in Role::ALL {
        assert_eq!(Role::from_word(role.word()), Some(role));
        assert_eq!(Organisation::parse(&home(role).text()), Some(home(role)));
    }
    let words: BTreeSet<&str> = Action::ALL.map(Action::word).into();
    let names: BTreeSet<&str> = Action::ALL.map(|action| table::asks(action).name).into();
    assert_eq!((words.len(), names.len()), (Action::ALL.len(), Action::ALL.len()));
}

#[test]
fn fresh_verification_and_two_persons_are_asked_where_one_moment_or_one_person_could_do_harm() {
    let asking = |asks: fn(access::grant::Asks) -> bool| -> Vec<&str> {
        Action::ALL
            .into_iter()
            .filter(|action| asks(table::asks(*action)))
            .map(Action::word)
            .collect()
    };
    assert_eq!(
        asking(|asks| asks.fresh),
        [
            "unseal",
            "approve-break-glass",
            "export",
            "sign",
            "erase",
            "manage-people",
            "recover",
            "manage-organisations",
            "run-system"
        ]
    );
    assert_eq!(
        asking(|asks| asks.two_persons),
        ["request-break-glass", "approve-break-glass", "erase", "recover"]
    );
}
