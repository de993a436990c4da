//! Viewers and audiences in short words. Exercise matter only.

#![allow(dead_code, reason = "each test uses its part")]

use access::role::UNITED_NATIONS;
use access::{Action, Assignment, Held, Matter, On, Organisation, Role, Viewer, may};
use record::audience::{Audience, Level, Reader};

pub const MATTER: &str = "exercise-1";
pub const ACCOUNT: &str = "00112233445566778899aabbccddeeff";

pub fn reader(text: &str) -> Reader {
    Reader::parse(text).unwrap_or_else(|| panic!("{text} is no reader"))
}

/// An organisation that has this role: State XAA, team exercise-a, organisation exercise-org, …
pub fn home(role: Role) -> Organisation {
    match role {
        Role::Presidency
        | Role::Chambers
        | Role::Prosecutor
        | Role::Registry
        | Role::VictimsAndWitnesses
        | Role::TrustFund
        | Role::Auditor
        | Role::Administrator => Organisation::Court,
        Role::CentralAuthority | Role::NationalFocalPoint | Role::Embassy | Role::ExecutingAuthority => Organisation::State("XAA".into()),
        Role::Secretariat | Role::BureauMember | Role::AssemblyPresident | Role::Facilitator | Role::RegionalFocalPoint => {
            Organisation::Assembly
        }
        Role::UnitedNations => Organisation::International(UNITED_NATIONS.into()),
        Role::OtherOrganisation => Organisation::International("exercise-org".into()),
        Role::DefenceCounsel | Role::CounselForVictims => Organisation::Team("exercise-a".into()),
    }
}

/// A second organisation of the same sort that has the role, where there can be one.
pub fn elsewhere(role: Role) -> Option<Organisation> {
    match home(role) {
        Organisation::Court | Organisation::Assembly => None,
        Organisation::State(_) => Some(Organisation::State("XAB".into())),
        Organisation::International(key) if key == UNITED_NATIONS => None,
        Organisation::International(_) => Some(Organisation::International("exercise-other".into())),
        Organisation::Team(_) => Some(Organisation::Team("exercise-b".into())),
    }
}

/// The word of lists as which the role acts; none for those who stand in no list.
pub fn acts_as(role: Role) -> Option<Reader> {
    let text = match role {
        Role::Presidency => "organ:presidency",
        Role::Chambers => "organ:chambers",
        Role::Prosecutor => "organ:prosecutor",
        Role::Registry => "organ:registry",
        Role::VictimsAndWitnesses => "office:victims-and-witnesses",
        Role::TrustFund => "organ:trust-fund",
        Role::CentralAuthority | Role::NationalFocalPoint | Role::Embassy | Role::ExecutingAuthority => "state:XAA",
        Role::Secretariat => "assembly:secretariat",
        Role::BureauMember => "assembly:bureau",
        Role::AssemblyPresident => "assembly:president",
        Role::Facilitator => "assembly:facilitator",
        Role::RegionalFocalPoint => "assembly:regional-focal-point",
        Role::UnitedNations => "organisation:united-nations",
        Role::OtherOrganisation => "organisation:exercise-org",
        Role::DefenceCounsel | Role::CounselForVictims => "team:exercise-a",
        Role::Auditor | Role::Administrator => return None,
    };
    Some(reader(text))
}

pub fn viewer(role: Role, assignments: Vec<Assignment>) -> Viewer {
    Viewer::of(ACCOUNT, home(role), role, assignments).unwrap()
}

pub fn assigned(matter: &str, up_to: Level, held: Held) -> Assignment {
    Assignment {
        matter: matter.into(),
        up_to,
        held,
    }
}

/// Somebody in this role, not assigned to anything.
pub fn unassigned(role: Role) -> Viewer {
    viewer(role, vec![])
}

/// Somebody in this role who is assigned to the matter at every level.
pub fn on_the_matter(role: Role) -> Viewer {
    viewer(role, vec![assigned(MATTER, Level::UnderSeal, Held::Assigned)])
}

/// `LEVEL: listed, listed; without left out; from originator`
pub fn audience(text: &str) -> Audience {
    let (text, originator) = text.split_once("; from ").unwrap_or((text, "organ:chambers"));
    let (text, left_out) = text.split_once("; without ").unwrap_or((text, ""));
    let (level, list) = text.split_once(": ").unwrap_or((text, ""));
    let readers = |text: &str| -> Vec<Reader> { text.split(", ").filter(|word| !word.is_empty()).map(reader).collect() };
    Audience::of(Level::from_word(level).unwrap(), reader(originator), readers(list)).without(readers(left_out))
}

pub fn on(audience: &Audience) -> On<'_> {
    On::Matter(Matter { matter: MATTER, audience })
}

/// Whether the viewer may do this in the matter at this audience.
pub fn may_do(viewer: &Viewer, action: Action, text: &str) -> bool {
    may(viewer, action, on(&audience(text)))
}

pub fn reads(viewer: &Viewer, text: &str) -> bool {
    may_do(viewer, Action::Read, text)
}
