//! Who may do what, in sentences.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use access::{Action, Held, Matter, On, Organisation, Role, Viewer, may};
use record::audience::{Audience, Level, Reader};
use support::{MATTER, assigned, audience, home, may_do, on, on_the_matter, reader, reads, unassigned, viewer};

#[test]
fn who_gave_it_decides_who_else_sees_it() {
    let from_a_state = "confidential: organ:chambers, organ:prosecutor, organ:registry, state:XAA; from state:XAA";
    for action in [Action::Unseal, Action::Narrow, Action::Correct, Action::Erase] {
        assert!(may_do(&unassigned(Role::CentralAuthority), action, from_a_state), "{action:?}");
        for role in [Role::Chambers, Role::Prosecutor, Role::Registry] {
            assert!(reads(&unassigned(role), from_a_state), "{role:?}");
            assert!(!may_do(&unassigned(role), action, from_a_state), "{role:?} {action:?}");
        }
    }
    let from_another = "confidential: organ:registry, state:XAA; from state:XAB";
    assert!(!may_do(&unassigned(Role::CentralAuthority), Action::Unseal, from_another));
    let from_the_prosecutor = "confidential: organ:chambers, organ:presidency, organ:prosecutor, state:XAA; from organ:prosecutor";
    for (role, unseals) in [
        (Role::Prosecutor, true),
        (Role::Chambers, true),
        (Role::Presidency, false),
        (Role::CentralAuthority, false),
    ] {
        assert_eq!(may_do(&unassigned(role), Action::Unseal, from_the_prosecutor), unseals, "{role:?}");
    }
}

#[test]
fn matter_of_which_nobody_knows_whence_it_comes_is_opened_and_closed_by_nobody() {
    for originator in [None, Some(Reader::Unknown("org:registry".into()))] {
        for role in Role::ALL {
            let own = support::acts_as(role).map_or_else(Vec::new, |reader| vec![reader]);
            let mut unknown = Audience::of(Level::Confidential, reader("organ:registry"), own);
            unknown.originator.clone_from(&originator);
            for action in [Action::Unseal, Action::Narrow, Action::Correct, Action::Erase] {
                assert!(!may(&on_the_matter(role), action, on(&unknown)), "{role:?} {action:?}");
            }
        }
    }
}

#[test]
fn the_registry_within_which_the_unit_stands_is_not_the_unit_itself() {
    let registrys = "confidential: organ:registry; from organ:registry";
    let units = "confidential: office:victims-and-witnesses; from office:victims-and-witnesses";
    assert!(!may_do(&unassigned(Role::VictimsAndWitnesses), Action::Unseal, registrys));
    assert!(may_do(&unassigned(Role::VictimsAndWitnesses), Action::Unseal, units));
    assert!(
        may_do(&unassigned(Role::VictimsAndWitnesses), Action::Narrow, registrys),
        "for the safety of witnesses"
    );
    assert!(!may_do(&unassigned(Role::VictimsAndWitnesses), Action::Export, units));
}

#[test]
fn what_was_public_by_mistake_is_closed_by_the_court_or_by_whoever_it_came_from() {
    let from_a_state = "public; from state:XAA";
    for (role, closes) in [
        (Role::Registry, true),
        (Role::VictimsAndWitnesses, true),
        (Role::Chambers, true),
        (Role::CentralAuthority, true),
        (Role::Prosecutor, false),
        (Role::ExecutingAuthority, false),
        (Role::UnitedNations, false),
    ] {
        assert_eq!(
            may_do(&unassigned(role), Action::WithdrawFromPublic, from_a_state),
            closes,
            "{role:?}"
        );
    }
    assert!(!may_do(
        &unassigned(Role::CentralAuthority),
        Action::WithdrawFromPublic,
        "public; from state:XAB"
    ));
}

#[test]
fn an_emergency_opens_what_one_is_listed_for_and_not_what_one_is_left_out_of() {
    let sealed = "under-seal: organ:registry, state:XAA";
    for role in [Role::Registry, Role::CentralAuthority] {
        assert!(may_do(&unassigned(role), Action::RequestBreakGlass, sealed), "{role:?}");
    }
    assert!(!may_do(&unassigned(Role::Prosecutor), Action::RequestBreakGlass, sealed));
    let ex_parte = "under-seal: organ:prosecutor, organ:registry; without organ:prosecutor";
    assert!(!may_do(&unassigned(Role::Prosecutor), Action::RequestBreakGlass, ex_parte));
    assert!(!may_do(&unassigned(Role::Administrator), Action::RequestBreakGlass, sealed));
}

#[test]
fn an_emergency_is_granted_by_the_same_organ_and_the_same_state() {
    let sealed = audience("under-seal: organ:prosecutor, organ:registry, state:XAA");
    let grants = |by: Role, organisation: &Organisation, role: Role| {
        let matter = Matter {
            matter: MATTER,
            audience: &sealed,
        };
        may(&unassigned(by), Action::ApproveBreakGlass, On::Giving(matter, organisation, role))
    };
    assert!(grants(Role::Registry, &Organisation::Court, Role::Registry));
    assert!(!grants(Role::Registry, &Organisation::Court, Role::Prosecutor));
    assert!(!grants(Role::CentralAuthority, &Organisation::Court, Role::Registry));
    assert!(grants(
        Role::CentralAuthority,
        &home(Role::CentralAuthority),
        Role::CentralAuthority
    ));
    assert!(!grants(
        Role::CentralAuthority,
        &Organisation::State("XAB".into()),
        Role::CentralAuthority
    ));
    assert!(
        !grants(Role::Chambers, &Organisation::Court, Role::Chambers),
        "who is not listed grants nothing"
    );
}

#[test]
fn in_an_emergency_one_reads_and_a_stand_in_does_not_pass_the_matter_on() {
    let sealed = "under-seal: organ:prosecutor; from organ:prosecutor";
    let held = |held| viewer(Role::Prosecutor, vec![assigned(MATTER, Level::UnderSeal, held)]);
    let does = |viewer: &Viewer, action| may_do(viewer, action, sealed);
    for action in [
        Action::Append,
        Action::Correct,
        Action::Narrow,
        Action::Unseal,
        Action::Export,
        Action::Sign,
    ] {
        assert!(does(&held(Held::Assigned), action), "{action:?}");
        assert!(does(&held(Held::Delegated), action), "{action:?}");
        assert!(!does(&held(Held::BreakGlass), action), "{action:?}");
    }
    assert!(does(&held(Held::BreakGlass), Action::Read));
    let sealed = audience(sealed);
    let matter = Matter {
        matter: MATTER,
        audience: &sealed,
    };
    for action in [Action::Assign, Action::Delegate] {
        for (how, may_give) in [(Held::Assigned, true), (Held::Delegated, false), (Held::BreakGlass, false)] {
            let given = may(&held(how), action, On::Giving(matter, &Organisation::Court, Role::Prosecutor));
            assert_eq!(given, may_give, "{action:?} {how:?}");
        }
    }
}

#[test]
fn one_delegates_what_one_is_assigned_to_and_to_a_colleague_in_the_same_role() {
    let confidential = audience("confidential: state:XAA");
    let matter = Matter {
        matter: MATTER,
        audience: &confidential,
    };
    let own = home(Role::CentralAuthority);
    let delegates =
        |viewer: &Viewer, organisation: &Organisation, role| may(viewer, Action::Delegate, On::Giving(matter, organisation, role));
    let authority = on_the_matter(Role::CentralAuthority);
    assert!(delegates(&authority, &own, Role::CentralAuthority));
    assert!(!delegates(&unassigned(Role::CentralAuthority), &own, Role::CentralAuthority));
    assert!(!delegates(&authority, &own, Role::Embassy));
    assert!(!delegates(&authority, &Organisation::State("XAB".into()), Role::CentralAuthority));
}

#[test]
fn a_state_assigns_its_own_people_and_the_court_those_to_whom_it_opens_matter() {
    let sealed = audience("under-seal: organ:registry, state:XAA, team:exercise-a");
    let matter = Matter {
        matter: MATTER,
        audience: &sealed,
    };
    let assigns =
        |by: Role, organisation: &Organisation, role: Role| may(&on_the_matter(by), Action::Assign, On::Giving(matter, organisation, role));
    let (own, other) = (Organisation::State("XAA".into()), Organisation::State("XAB".into()));
    assert!(assigns(Role::CentralAuthority, &own, Role::ExecutingAuthority));
    assert!(!assigns(Role::CentralAuthority, &other, Role::ExecutingAuthority));
    assert!(!assigns(Role::CentralAuthority, &Organisation::Court, Role::Registry));
    assert!(assigns(Role::Registry, &own, Role::CentralAuthority));
    assert!(
        !assigns(Role::Registry, &own, Role::ExecutingAuthority),
        "whom a State lets execute is for the State to say"
    );
    assert!(assigns(Role::Registry, &home(Role::DefenceCounsel), Role::DefenceCounsel));
    assert!(!assigns(Role::Registry, &own, Role::DefenceCounsel), "a State has no counsel");
    let nobody = may(
        &unassigned(Role::Registry),
        Action::Assign,
        On::Giving(matter, &own, Role::CentralAuthority),
    );
    assert!(!nobody, "who is not assigned to what is under seal assigns nobody to it");
}

#[test]
fn a_matter_is_opened_in_ones_own_name_and_for_oneself_too() {
    let opens = |role: Role, text: &str| {
        let audience = audience(text);
        let opening = Matter {
            matter: MATTER,
            audience: &audience,
        };
        may(&unassigned(role), Action::Append, On::Opening(opening))
    };
    assert!(opens(
        Role::DefenceCounsel,
        "under-seal: organ:chambers, team:exercise-a; from team:exercise-a"
    ));
    assert!(!opens(
        Role::DefenceCounsel,
        "under-seal: organ:chambers, team:exercise-a; from organ:chambers"
    ));
    assert!(!opens(Role::DefenceCounsel, "under-seal: organ:chambers; from team:exercise-a"));
    assert!(
        opens(Role::Prosecutor, "confidential: organ:prosecutor; from state:XAA"),
        "given in confidence"
    );
    assert!(!opens(Role::Prosecutor, "confidential: organ:registry; from organ:prosecutor"));
    assert!(opens(Role::Registry, "public; from organ:registry"));
    assert!(opens(Role::Secretariat, "public; from assembly:secretariat"));
    assert!(!opens(Role::Secretariat, "public; from organ:registry"));
    assert!(!opens(Role::Prosecutor, "public; from organ:prosecutor"));
    assert!(!opens(Role::ExecutingAuthority, "restricted: state:XAA; from state:XAA"));
}

#[test]
fn an_answer_comes_from_whoever_answers_and_nobody_else_corrects_it() {
    let asked = "confidential: organ:prosecutor, state:XAA; from organ:prosecutor";
    let answer = "confidential: organ:prosecutor, state:XAA; from state:XAA";
    let (state, prosecutor) = (unassigned(Role::CentralAuthority), unassigned(Role::Prosecutor));
    assert!(may_do(&state, Action::Append, answer));
    assert!(!may_do(&state, Action::Append, asked), "nobody writes in another's name");
    assert!(
        may_do(&prosecutor, Action::Append, answer),
        "but the Prosecutor records what came on paper"
    );
    assert!(may_do(&state, Action::Correct, answer) && !may_do(&state, Action::Correct, asked));
    assert!(may_do(&prosecutor, Action::Correct, asked) && !may_do(&prosecutor, Action::Correct, answer));
}

#[test]
fn each_manages_its_own_people_and_nobody_makes_an_administrator_but_an_administrator() {
    let manages = |by: Role, organisation: &Organisation, role| may(&unassigned(by), Action::ManagePeople, On::People(organisation, role));
    let court = Organisation::Court;
    assert!(manages(Role::CentralAuthority, &home(Role::Embassy), Role::Embassy));
    assert!(!manages(Role::CentralAuthority, &Organisation::State("XAB".into()), Role::Embassy));
    assert!(manages(Role::Prosecutor, &court, Role::Prosecutor));
    assert!(!manages(Role::Registry, &court, Role::Prosecutor));
    assert!(
        !manages(Role::Administrator, &court, Role::Chambers),
        "who runs the system gives no roles in matters"
    );
    for role in Role::ALL {
        for organisation in [court.clone(), home(Role::CentralAuthority)] {
            for made in [Role::Administrator, Role::Auditor] {
                // They are of the institution that keeps the record; its guests have none.
                let expected = role == Role::Administrator && organisation == court;
                assert_eq!(manages(role, &organisation, made), expected, "{role:?} {organisation:?} {made:?}");
            }
        }
    }
}

#[test]
fn an_administrator_takes_organisations_in_and_restores_access_as_one_of_two() {
    let does = |by: Role, action, organisation: &Organisation, role| may(&unassigned(by), action, On::People(organisation, role));
    let state = Organisation::State("XAB".into());
    for by in Role::ALL {
        let takes_in = does(by, Action::ManageOrganisations, &state, Role::CentralAuthority);
        assert_eq!(takes_in, by == Role::Administrator, "{by:?}");
    }
    assert!(!does(Role::Administrator, Action::ManageOrganisations, &state, Role::Administrator));
    assert!(!does(
        Role::Administrator,
        Action::ManageOrganisations,
        &state,
        Role::ExecutingAuthority
    ));
    assert!(does(Role::Administrator, Action::Recover, &state, Role::ExecutingAuthority));
    assert!(does(Role::CentralAuthority, Action::Recover, &home(Role::Embassy), Role::Embassy));
    assert!(!does(Role::CentralAuthority, Action::Recover, &state, Role::Embassy));
    assert!(access::table::asks(Action::Recover).two_persons);
}
