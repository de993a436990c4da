//! Who may see what, in sentences.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use access::{Action, Filter, Held, On, Organisation, Role, Viewer, ViewerError, may};
use record::audience::{Audience, Level, Reader};
use record::entry::Subject;
use support::{ACCOUNT, MATTER, assigned, audience, may_do, on, on_the_matter, reads, unassigned, viewer};

const BELOW_PUBLIC: [&str; 3] = ["restricted", "confidential", "under-seal"];

fn everybody() -> Vec<Viewer> {
    let people = Role::ALL.into_iter().map(on_the_matter);
    [Viewer::public(), Viewer::operator()].into_iter().chain(people).collect()
}

#[test]
fn what_is_public_is_read_by_anybody_and_nothing_else_by_the_public() {
    for viewer in everybody() {
        assert!(may(&viewer, Action::Read, on(&Audience::public())), "{viewer:?}");
        assert!(may(&viewer, Action::HandIn, On::House), "{viewer:?}");
    }
    for level in BELOW_PUBLIC {
        assert!(!reads(&Viewer::public(), &format!("{level}: organ:registry, state:XAA")));
    }
    for action in Action::ALL {
        let granted = matches!(action, Action::Read);
        assert_eq!(may_do(&Viewer::public(), action, "public"), granted, "{action:?}");
    }
    assert!(!may(&Viewer::public(), Action::Handle, On::House));
    assert!(!may(&Viewer::public(), Action::ReadAudit, On::House));
}

#[test]
fn the_operator_may_do_everything() {
    for level in BELOW_PUBLIC {
        for action in Action::ALL {
            assert!(may_do(&Viewer::operator(), action, &format!("{level}: state:XAA")), "{action:?}");
        }
    }
    assert!(may(&Viewer::operator(), Action::RunSystem, On::House));
}

#[test]
fn whoever_stands_in_the_list_reads_and_nobody_else() {
    for level in ["restricted", "confidential"] {
        let text = format!("{level}: organ:registry, state:XAA");
        for role in [Role::Registry, Role::CentralAuthority] {
            assert!(reads(&unassigned(role), &text), "{role:?}");
        }
        for role in [Role::Prosecutor, Role::Chambers, Role::Secretariat, Role::UnitedNations] {
            assert!(
                !reads(&on_the_matter(role), &text),
                "{role:?}: an assignment does not help who is not in the list"
            );
        }
    }
}

#[test]
fn another_state_team_or_organisation_is_another() {
    let others = [
        (Role::CentralAuthority, Organisation::State("XAB".into()), "state:XAA"),
        (Role::DefenceCounsel, Organisation::Team("exercise-b".into()), "team:exercise-a"),
        (
            Role::OtherOrganisation,
            Organisation::International("exercise-other".into()),
            "organisation:exercise-org",
        ),
    ];
    for (role, other, listed) in others {
        let theirs = Viewer::of(ACCOUNT, other, role, vec![assigned(MATTER, Level::UnderSeal, Held::Assigned)]).unwrap();
        for level in BELOW_PUBLIC {
            let text = format!("{level}: {listed}");
            assert!(reads(&on_the_matter(role), &text), "{role:?} {text}");
            assert!(!reads(&theirs, &text), "{role:?} {text}");
        }
    }
}

#[test]
fn a_team_has_its_own_case_and_no_other_and_one_without_a_case_has_none() {
    let about = |text: &str| {
        [
            Subject::parse("situation:exercise-situation").unwrap(),
            Subject::parse(text).unwrap(),
        ]
    };
    for role in [Role::DefenceCounsel, Role::CounselForVictims] {
        let of_no_case = on_the_matter(role);
        let of_its_case = on_the_matter(role).of_case(Some("exercise-case"));
        assert!(of_its_case.is_of_case(&about("case:exercise-case")), "{role:?}");
        assert!(!of_its_case.is_of_case(&about("case:exercise-other")), "{role:?}");
        assert!(!of_no_case.is_of_case(&about("case:exercise-case")), "{role:?}");
        // Of a matter that is about two cases a team of one of them is no team of the other.
        let both = ["case:exercise-case", "case:exercise-other"].map(|text| Subject::parse(text).unwrap());
        assert!(!of_its_case.is_of_case(&both), "{role:?}");
        // What is about no case is for any team.
        assert!(of_no_case.is_of_case(&about("person:exercise-0001")), "{role:?}");
    }
    let others = Role::ALL
        .into_iter()
        .filter(|role| !matches!(role, Role::DefenceCounsel | Role::CounselForVictims));
    let others = others.map(on_the_matter).chain([Viewer::public(), Viewer::operator()]);
    for viewer in others {
        assert!(viewer.is_of_case(&about("case:exercise-case")), "{viewer:?} is of no team");
    }
}

/// So that whoever leaves out an assignment leaves nothing that lets a team in.
#[test]
fn a_team_reaches_nothing_that_is_not_public_without_an_assignment() {
    for role in [Role::DefenceCounsel, Role::CounselForVictims] {
        for level in BELOW_PUBLIC {
            for action in Action::ALL {
                let text = format!("{level}: team:exercise-a; from team:exercise-a");
                assert!(!may_do(&unassigned(role), action, &text), "{role:?} {action:?} {text}");
            }
        }
    }
}

#[test]
fn under_seal_nobody_reads_without_an_assignment_however_high() {
    let text = "under-seal: organ:presidency, organ:chambers, organ:prosecutor, organ:registry, state:XAA, team:exercise-a";
    for role in Role::ALL {
        assert!(!reads(&unassigned(role), text), "{role:?}");
        let elsewhere = viewer(role, vec![assigned("exercise-2", Level::UnderSeal, Held::Assigned)]);
        assert!(!reads(&elsewhere, text), "{role:?}: assigned to another matter");
        let lower = viewer(role, vec![assigned(MATTER, Level::Confidential, Held::Assigned)]);
        assert!(!reads(&lower, text), "{role:?}: assigned to what is confidential in the matter");
    }
    for role in [
        Role::Presidency,
        Role::Chambers,
        Role::Prosecutor,
        Role::Registry,
        Role::CentralAuthority,
    ] {
        assert!(reads(&on_the_matter(role), text), "{role:?}");
    }
}

#[test]
fn an_application_for_a_warrant_is_read_by_those_assigned_and_not_by_the_rest_of_their_organ() {
    let application = "under-seal: organ:chambers, organ:prosecutor; from organ:prosecutor";
    assert!(reads(&on_the_matter(Role::Prosecutor), application));
    assert!(reads(&on_the_matter(Role::Chambers), application));
    assert!(!reads(&unassigned(Role::Prosecutor), application));
    for role in Role::ALL
        .into_iter()
        .filter(|role| !matches!(role, Role::Prosecutor | Role::Chambers))
    {
        assert!(!reads(&on_the_matter(role), application), "{role:?}");
    }
}

#[test]
fn who_is_left_out_reads_nothing_though_their_organisation_is_listed() {
    let person = format!("person:{ACCOUNT}");
    for level in BELOW_PUBLIC {
        let organ = format!("{level}: organ:chambers, organ:prosecutor; without organ:prosecutor");
        assert!(!reads(&on_the_matter(Role::Prosecutor), &organ));
        assert!(reads(&on_the_matter(Role::Chambers), &organ));
        let one = format!("{level}: organ:registry; without {person}");
        assert!(!reads(&on_the_matter(Role::Registry), &one));
        let by_name = format!("{level}: {person}; without organ:registry");
        assert!(!reads(&on_the_matter(Role::Registry), &by_name), "left out by any of their readers");
    }
}

#[test]
fn the_unit_for_witnesses_is_within_the_registry_and_the_registry_is_not_within_the_unit() {
    for level in BELOW_PUBLIC {
        let registry = format!("{level}: organ:registry");
        let unit = format!("{level}: office:victims-and-witnesses");
        assert!(reads(&on_the_matter(Role::VictimsAndWitnesses), &registry));
        assert!(reads(&on_the_matter(Role::VictimsAndWitnesses), &unit));
        assert!(!reads(&on_the_matter(Role::Registry), &unit));
        let without = format!("{level}: office:victims-and-witnesses; without organ:registry");
        assert!(!reads(&on_the_matter(Role::VictimsAndWitnesses), &without));
    }
    let bureau = "confidential: assembly:bureau";
    assert!(reads(&unassigned(Role::AssemblyPresident), bureau));
    assert!(!reads(&unassigned(Role::BureauMember), "confidential: assembly:president"));
}

#[test]
fn a_person_in_the_list_reads_within_what_their_role_reads() {
    let person = format!("person:{ACCOUNT}");
    assert!(reads(&unassigned(Role::Prosecutor), &format!("confidential: {person}")));
    assert!(!reads(&unassigned(Role::NationalFocalPoint), &format!("confidential: {person}")));
    assert!(!reads(&unassigned(Role::ExecutingAuthority), &format!("confidential: {person}")));
    assert!(!reads(
        &unassigned(Role::Registry),
        "confidential: person:ffeeddccbbaa99887766554433221100"
    ));
}

#[test]
fn an_executing_authority_and_counsel_see_only_what_they_are_assigned_to() {
    for (role, listed) in [
        (Role::ExecutingAuthority, "state:XAA"),
        (Role::DefenceCounsel, "team:exercise-a"),
        (Role::CounselForVictims, "team:exercise-a"),
    ] {
        for level in BELOW_PUBLIC {
            let text = format!("{level}: {listed}");
            assert!(!reads(&unassigned(role), &text), "{role:?} {text}");
            assert!(reads(&on_the_matter(role), &text), "{role:?} {text}");
        }
    }
    let counsel = viewer(Role::DefenceCounsel, vec![assigned(MATTER, Level::Restricted, Held::Assigned)]);
    assert!(reads(&counsel, "restricted: team:exercise-a"));
    assert!(!reads(&counsel, "confidential: team:exercise-a"));
}

#[test]
fn a_focal_point_sees_nothing_confidential_and_the_assembly_nothing_under_seal() {
    assert!(reads(&unassigned(Role::NationalFocalPoint), "restricted: state:XAA"));
    for level in ["confidential", "under-seal"] {
        assert!(!reads(&on_the_matter(Role::NationalFocalPoint), &format!("{level}: state:XAA")));
        assert!(!reads(&on_the_matter(Role::Facilitator), &format!("{level}: assembly:facilitator")));
    }
    assert!(reads(&unassigned(Role::BureauMember), "confidential: assembly:bureau"));
    for role in [
        Role::Secretariat,
        Role::BureauMember,
        Role::AssemblyPresident,
        Role::RegionalFocalPoint,
    ] {
        let all = "under-seal: assembly:bureau, assembly:president, assembly:regional-focal-point, assembly:secretariat";
        assert!(!reads(&on_the_matter(role), all), "{role:?}");
    }
}

#[test]
fn an_administrator_and_an_auditor_see_no_matter_whoever_lists_or_assigns_them() {
    let person = format!("person:{ACCOUNT}");
    for role in [Role::Administrator, Role::Auditor] {
        for level in BELOW_PUBLIC {
            let all = format!("{level}: organ:chambers, organ:presidency, organ:prosecutor, organ:registry, {person}");
            for action in Action::ALL {
                assert!(!may_do(&on_the_matter(role), action, &all), "{role:?} {action:?} {all}");
            }
        }
        assert_eq!(Filter::of(&on_the_matter(role)).readers().count(), 0, "{role:?} is in no list");
    }
    assert!(may(&unassigned(Role::Auditor), Action::ReadAudit, On::House));
    assert!(may(&unassigned(Role::Administrator), Action::RunSystem, On::House));
    for role in Role::ALL {
        assert_eq!(
            may(&on_the_matter(role), Action::ReadAudit, On::House),
            role == Role::Auditor,
            "{role:?}"
        );
        assert_eq!(
            may(&on_the_matter(role), Action::RunSystem, On::House),
            role == Role::Administrator,
            "{role:?}"
        );
    }
}

#[test]
fn an_entry_of_another_edition_that_leaves_out_an_unknown_word_is_open_to_the_operator_alone() {
    let mut unclear = audience("confidential: organ:registry");
    assert!(may(&unassigned(Role::Registry), Action::Read, on(&unclear)));
    unclear.left_out = vec![Reader::Unknown("org:defence".into())];
    assert!(!may(&unassigned(Role::Registry), Action::Read, on(&unclear)));
    assert!(may(&Viewer::operator(), Action::Read, on(&unclear)));
    let mut unlisted = audience("restricted: organ:registry");
    unlisted.list = vec![Reader::Unknown("org:registry".into())];
    for role in Role::ALL {
        assert!(!may(&on_the_matter(role), Action::Read, on(&unlisted)), "{role:?}");
    }
}

#[test]
fn an_account_an_organisation_and_a_role_that_do_not_fit_make_no_viewer() {
    let of = |account: &str, organisation: Organisation, role| Viewer::of(account, organisation, role, vec![]).map(|_| ()).unwrap_err();
    assert_eq!(of("7", Organisation::Court, Role::Registry), ViewerError::Account("7".into()));
    assert_eq!(
        of(ACCOUNT, Organisation::State("xaa".into()), Role::Embassy),
        ViewerError::Organisation("state:xaa".into())
    );
    let misfits = [
        (Organisation::Court, Role::CentralAuthority),
        (Organisation::State("XAA".into()), Role::Registry),
        (Organisation::Assembly, Role::DefenceCounsel),
        (Organisation::International("exercise-org".into()), Role::UnitedNations),
        (Organisation::International("united-nations".into()), Role::OtherOrganisation),
        (Organisation::Team("exercise-a".into()), Role::Administrator),
    ];
    for (organisation, role) in misfits {
        let text = organisation.text();
        let error = of(ACCOUNT, organisation, role);
        assert_eq!(
            error.to_string(),
            format!(
                "{text} has no role {}; withdraw the role, or grant it for the organisation that has it",
                role.word()
            )
        );
    }
}

#[test]
fn what_is_said_of_a_viewer_in_a_log_names_no_matter() {
    let viewer = on_the_matter(Role::Registry);
    assert_eq!(format!("{viewer:?}"), format!("registry of court, account {ACCOUNT}"));
}
