//! The invented people of the demonstration: one at least in each role.

use super::Stage;
use crate::said::Refused;
use access::{Organisation, Role};
use identity::account::{Account, AccountId};
use identity::act::Post;
use identity::people::{Actor, People, PeopleError};

/// One of them.
#[derive(Debug)]
pub struct Person {
    /// By which the demonstration knows them.
    pub key: &'static str,
    /// What they are called.
    pub name: &'static str,
    /// For whom they act.
    pub organisation: &'static str,
    /// As what.
    pub role: Role,
    /// What else they are for the same organisation, where they choose at sign-in.
    pub also: Option<Role>,
    /// The case of their team.
    pub case: Option<&'static str>,
}

const fn person(key: &'static str, name: &'static str, organisation: &'static str, role: Role) -> Person {
    Person {
        key,
        name,
        organisation,
        role,
        also: None,
        case: None,
    }
}

/// All of them, in the order of roles.
pub const ALL: &[Person] = &[
    person("presidency", "Exercise Presidency officer", "court", Role::Presidency),
    person("chambers", "Exercise Chambers officer", "court", Role::Chambers),
    person("prosecutor", "Exercise prosecution officer", "court", Role::Prosecutor),
    person("prosecutor-2", "Exercise second prosecution officer", "court", Role::Prosecutor),
    person("registry", "Exercise registry officer", "court", Role::Registry),
    person("registry-2", "Exercise second registry officer", "court", Role::Registry),
    person("vwu", "Exercise victims and witnesses officer", "court", Role::VictimsAndWitnesses),
    person("trust-fund", "Exercise Trust Fund officer", "court", Role::TrustFund),
    person(
        "xaa",
        "Exercise central authority officer of XAA",
        "state:XAA",
        Role::CentralAuthority,
    ),
    Person {
        also: Some(Role::Embassy),
        ..person(
            "xaa-two-roles",
            "Exercise officer of XAA in two roles",
            "state:XAA",
            Role::CentralAuthority,
        )
    },
    person(
        "xaa-focal-point",
        "Exercise national focal point of XAA",
        "state:XAA",
        Role::NationalFocalPoint,
    ),
    person("xaa-embassy", "Exercise embassy officer of XAA", "state:XAA", Role::Embassy),
    person(
        LAST,
        "Exercise embassy officer of XAA who lost a passkey",
        "state:XAA",
        Role::Embassy,
    ),
    person(
        "xaa-police",
        "Exercise police officer of XAA",
        "state:XAA",
        Role::ExecutingAuthority,
    ),
    person(
        "xab",
        "Exercise central authority officer of XAB",
        "state:XAB",
        Role::CentralAuthority,
    ),
    person("secretariat", "Exercise Secretariat officer", "assembly", Role::Secretariat),
    person("bureau", "Exercise member of the Bureau", "assembly", Role::BureauMember),
    person(
        "president",
        "Exercise President of the Assembly",
        "assembly",
        Role::AssemblyPresident,
    ),
    person("facilitator", "Exercise facilitator on cooperation", "assembly", Role::Facilitator),
    person("regional", "Exercise regional focal point", "assembly", Role::RegionalFocalPoint),
    person(
        "un",
        "Exercise United Nations officer",
        "organisation:united-nations",
        Role::UnitedNations,
    ),
    person(
        "organisation",
        "Exercise officer of another organisation",
        "organisation:exercise-organisation",
        Role::OtherOrganisation,
    ),
    Person {
        case: Some("exercise-case"),
        ..person("defence", "Exercise defence counsel", "team:exercise-team", Role::DefenceCounsel)
    },
    Person {
        case: Some("exercise-case"),
        ..person(
            "victims",
            "Exercise counsel for victims",
            "team:exercise-victims",
            Role::CounselForVictims,
        )
    },
    person("auditor", "Exercise auditor", "court", Role::Auditor),
    person("administrator", "Exercise administrator", "court", Role::Administrator),
];

/// The one whose recovery is the last that is set.
const LAST: &str = "xaa-locked-out";

/// Whether an account bears the name of the one who comes last.
pub fn is_called_as_the_last(account: &Account) -> bool {
    ALL.iter().any(|person| person.key == LAST && person.name == account.name())
}

impl Person {
    fn post(&self, role: Role) -> Result<Post, Refused> {
        let organisation = Organisation::parse(self.organisation).ok_or(PeopleError::NoSuchPost)?;
        Ok(Post { organisation, role })
    }
}

/// Takes one of them in, with all their roles.
pub async fn take_in(people: &People, operator: &Actor, person: &Person) -> Result<AccountId, Refused> {
    let account = people
        .take_in_for_demonstration(operator, person.name, &person.post(person.role)?, person.case)
        .await?;
    if let Some(also) = person.also {
        match people.grant(operator, &account, &person.post(also)?).await {
            Ok(()) | Err(PeopleError::HeldAlready) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(account)
}

/// Lets one of them be let in again: asked for by the State's central authority, and approved by one of two.
pub async fn set(stage: &Stage<'_>) -> Result<(), Refused> {
    let locked_out = stage.account(LAST)?;
    let people = stage.people;
    if people.roll().await?.recovery(&locked_out).is_some() {
        return Ok(());
    }
    let authority = stage.enter("xaa").await?;
    people
        .ask_recovery(&authority, &locked_out, "Exercise: the telephone with the passkey was lost")
        .await?;
    people.approve_recovery(&authority, &locked_out).await?;
    stage.leave("xaa").await
}
