//! What each role may do: the whole of it, in one place, to be read by a lawyer. `docs/roles.md` says the same
//! in words, and a test holds the two equal.
//!
//! How to read it. A viewer who is a person may do what [`ANYBODY`] may, and what [`role`] gives their role; the
//! operator, who owns the machine and its keys, may do everything; whatever is not given is denied.
//!
//! - `Matter(levels, whose)`: in a matter at these levels, but only where its audience lets the viewer in: a
//!   reader that they are stands in its list, none among those left out. **Under seal, an assignment to the
//!   matter is needed besides**, whatever the role; in a role whose reach is [`Reach::Assigned`] it is needed at every level
//!   below public. Nobody reaches a matter by an assignment alone.
//! - `Opening(levels, whose)`: the first entry of a matter, to which nobody can be assigned yet. Its audience must
//!   let in whoever opens it.
//! - `Giving(levels, roles)`: as `Matter`, for a person in one of these roles. Within the same sort of
//!   organisation only to one's own: a State's authority assigns its own officers and never another State's.
//! - `OwnPeople(roles)`, `AllPeople(roles)`: accounts of people in these roles, of the viewer's own organisation or
//!   of any.
//! - `House`: what concerns no matter.
//! - `Own`: only what comes from the viewer's own organ, office, State, capacity, organisation or team, or from
//!   themselves; `Court`: only what comes from an organ or office of the Court, or from a team. An entry to be added
//!   says whence it comes, so `Own` means that nobody writes in another's name.
//!
//! Why it is so:
//!
//! - Article 87(3): a requested State keeps a request confidential except as far as its execution needs. So an
//!   executing authority sees what it is assigned to and nothing else of its State, and a national focal point,
//!   whose task is to coordinate and promote, sees nothing confidential.
//! - Articles 43(6), 68(1), 87(4): the safety of victims, witnesses and their families goes before everything
//!   else. So the Victims and Witnesses Unit may close any matter of the Court that it reads, and takes nothing
//!   out of the program.
//! - Regulation 23*ter* of the Court: an application for a warrant and whatever mentions it is ex parte, and its
//!   existence is the secret. So under seal no organ, however high, reads without being assigned.
//! - Articles 54(3)(e), 72, 73 and 93(8), rule 82: whoever gave something in confidence decides who else sees it.
//!   So what comes from a State or another organisation is opened wider, closed or erased by it alone. What comes
//!   from the Court is opened by whomever it comes from or by order of a Chamber (regulation 23*bis*), which the
//!   Registry carries out.
//! - Rule 176(2), rule 217: the Registrar transmits the requests of Chambers, the Prosecutor her own, and the
//!   Presidency those for enforcement. So these sign, and record what others give them on paper or in confidence as
//!   coming from those others.
//! - Articles 57(3)(b), 67: the defence has requests of its own, which the Prosecutor does not see. So each team is
//!   a reader of its own, and counsel see the matters to which they are assigned.
//! - Article 42(1): the Prosecutor acts independently. So each organ manages the accounts of its own people.
//! - An administrator runs the system and reads no matter; an auditor sees that things happened, not what they
//!   were. Neither can be let in by a list.

use crate::action::Action;
use crate::grant::{Asks, Grant, Line, Over, Reach, Whose};
use crate::role::Role;
use record::audience::Level;

use Action::{
    Append, ApproveBreakGlass, Assign, Correct, Delegate, Erase, Export, HandIn, Handle, ManageOrganisations, ManagePeople, Narrow, Read,
    ReadAudit, Recover, RequestBreakGlass, RunSystem, Sign, Unseal, WithdrawFromPublic,
};
use Over::{AllPeople, Giving, House, Matter, Opening, OwnPeople};
use Reach::{Assigned, Listed};
use Whose::{Any, Court, Own};

const PUBLIC: &[Level] = &[Level::Public];
const RESTRICTED: &[Level] = &[Level::Restricted];
const TO_CONFIDENTIAL: &[Level] = &[Level::Restricted, Level::Confidential];
const BELOW_PUBLIC: &[Level] = &[Level::Restricted, Level::Confidential, Level::UnderSeal];
const SEALED: &[Level] = &[Level::UnderSeal];

/// Those to whom the Court's organs open matter, and whom they therefore assign to it.
const PARTNERS: &[Role] = &[
    Role::Presidency,
    Role::Chambers,
    Role::Prosecutor,
    Role::Registry,
    Role::VictimsAndWitnesses,
    Role::TrustFund,
    Role::CentralAuthority,
    Role::Embassy,
    Role::UnitedNations,
    Role::OtherOrganisation,
    Role::DefenceCounsel,
    Role::CounselForVictims,
];
const OF_A_STATE: &[Role] = &[
    Role::CentralAuthority,
    Role::NationalFocalPoint,
    Role::Embassy,
    Role::ExecutingAuthority,
];
const OF_THE_ASSEMBLY: &[Role] = &[
    Role::Secretariat,
    Role::BureauMember,
    Role::AssemblyPresident,
    Role::Facilitator,
    Role::RegionalFocalPoint,
];
const WHO_SEE_NO_MATTER: &[Role] = &[Role::Auditor, Role::Administrator];
/// The first person of an organ, a State, the Assembly, an organisation or a team, who then invites the others.
const FIRST_PEOPLE: &[Role] = &[
    Role::Presidency,
    Role::Prosecutor,
    Role::Registry,
    Role::TrustFund,
    Role::CentralAuthority,
    Role::Secretariat,
    Role::UnitedNations,
    Role::OtherOrganisation,
    Role::DefenceCounsel,
    Role::CounselForVictims,
];

/// What each action asks. Fresh verification: where a session left open for a moment would do harm that cannot be
/// taken back. Two persons: where one alone could destroy, or open what they are not assigned to.
pub const fn asks(action: Action) -> Asks {
    let (name, fresh, two_persons) = match action {
        //                        name                            fresh  two persons
        Read => ("Read", false, false),
        Append => ("Write in a matter", false, false),
        Correct => ("Correct an entry", false, false),
        Narrow => ("Close further", false, false),
        Unseal => ("Unseal", true, false),
        WithdrawFromPublic => ("Withdraw from the public", false, false),
        Assign => ("Assign to a matter", false, false),
        Delegate => ("Delegate for an absence", false, false),
        RequestBreakGlass => ("Ask for emergency access", false, true),
        ApproveBreakGlass => ("Grant emergency access", true, true),
        Export => ("Export", true, false),
        Sign => ("Sign", true, false),
        Erase => ("Order erasure", true, true),
        ManagePeople => ("Manage people and their roles", true, false),
        Recover => ("Restore a person's access", true, true),
        ManageOrganisations => ("Manage organisations", true, false),
        ReadAudit => ("Read the audit", false, false),
        RunSystem => ("Run the system", true, false),
        HandIn => ("Hand in at the desk", false, false),
        Handle => ("Handle what was handed in", false, false),
    };
    Asks { name, fresh, two_persons }
}

/// What anybody may do, signed in or not.
pub const ANYBODY: &[Grant] = &[(Read, Matter(PUBLIC, Any)), (HandIn, House)];

/// What each role may do.
pub const fn role(role: Role) -> Line {
    match role {
        Role::Presidency => Line {
            name: "Presidency",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Any)),
                (Append, Opening(BELOW_PUBLIC, Any)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Court)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Any)),
                (Assign, Giving(BELOW_PUBLIC, PARTNERS)),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::Presidency])),
                (RequestBreakGlass, Matter(SEALED, Any)),
                (ApproveBreakGlass, Giving(SEALED, &[Role::Presidency, Role::Chambers])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (Erase, Matter(BELOW_PUBLIC, Court)),
                (ManagePeople, OwnPeople(&[Role::Presidency, Role::Chambers])),
                (Recover, OwnPeople(&[Role::Presidency, Role::Chambers])),
            ],
        },
        Role::Chambers => Line {
            name: "Chambers",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Any)),
                (Append, Opening(BELOW_PUBLIC, Any)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Court)),
                (Unseal, Matter(BELOW_PUBLIC, Court)),
                (WithdrawFromPublic, Matter(PUBLIC, Any)),
                (Assign, Giving(BELOW_PUBLIC, PARTNERS)),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::Chambers])),
                (RequestBreakGlass, Matter(SEALED, Any)),
                (ApproveBreakGlass, Giving(SEALED, &[Role::Chambers])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (Erase, Matter(BELOW_PUBLIC, Court)),
            ],
        },
        Role::Prosecutor => Line {
            name: "Office of the Prosecutor",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Any)),
                (Append, Opening(BELOW_PUBLIC, Any)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, PARTNERS)),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::Prosecutor])),
                (RequestBreakGlass, Matter(SEALED, Any)),
                (ApproveBreakGlass, Giving(SEALED, &[Role::Prosecutor])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::Prosecutor])),
                (Recover, OwnPeople(&[Role::Prosecutor])),
            ],
        },
        Role::Registry => Line {
            name: "Registry",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Any)),
                (Append, Opening(PUBLIC, Any)),
                (Append, Opening(BELOW_PUBLIC, Any)),
                (Correct, Matter(PUBLIC, Any)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Court)),
                (Unseal, Matter(BELOW_PUBLIC, Court)),
                (WithdrawFromPublic, Matter(PUBLIC, Any)),
                (Assign, Giving(BELOW_PUBLIC, PARTNERS)),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::Registry])),
                (RequestBreakGlass, Matter(SEALED, Any)),
                (ApproveBreakGlass, Giving(SEALED, &[Role::Registry, Role::VictimsAndWitnesses])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::Registry, Role::VictimsAndWitnesses])),
                (Recover, OwnPeople(&[Role::Registry, Role::VictimsAndWitnesses])),
                (Handle, House),
            ],
        },
        Role::VictimsAndWitnesses => Line {
            name: "Victims and Witnesses Unit",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Court)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Any)),
                (Assign, Giving(BELOW_PUBLIC, &[Role::VictimsAndWitnesses])),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::VictimsAndWitnesses])),
                (RequestBreakGlass, Matter(SEALED, Any)),
                (ApproveBreakGlass, Giving(SEALED, &[Role::VictimsAndWitnesses])),
            ],
        },
        Role::TrustFund => Line {
            name: "Trust Fund for Victims",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, &[Role::TrustFund])),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::TrustFund])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::TrustFund])),
                (Recover, OwnPeople(&[Role::TrustFund])),
            ],
        },
        Role::CentralAuthority => Line {
            name: "Central authority of a State",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, OF_A_STATE)),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::CentralAuthority])),
                (RequestBreakGlass, Matter(SEALED, Any)),
                (ApproveBreakGlass, Giving(SEALED, &[Role::CentralAuthority])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (Erase, Matter(BELOW_PUBLIC, Own)),
                (ManagePeople, OwnPeople(OF_A_STATE)),
                (Recover, OwnPeople(OF_A_STATE)),
            ],
        },
        Role::NationalFocalPoint => Line {
            name: "National focal point of a State",
            reach: Listed,
            may: &[
                (Read, Matter(RESTRICTED, Any)),
                (Append, Matter(RESTRICTED, Own)),
                (Append, Opening(RESTRICTED, Own)),
            ],
        },
        Role::Embassy => Line {
            name: "Embassy or mission of a State",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::Embassy])),
                (Export, Matter(BELOW_PUBLIC, Any)),
            ],
        },
        Role::ExecutingAuthority => Line {
            name: "Executing authority of a State",
            reach: Assigned,
            may: &[(Read, Matter(BELOW_PUBLIC, Any)), (Append, Matter(BELOW_PUBLIC, Own))],
        },
        Role::Secretariat => Line {
            name: "Secretariat of the Assembly",
            reach: Listed,
            may: &[
                (Read, Matter(TO_CONFIDENTIAL, Any)),
                (Append, Matter(PUBLIC, Own)),
                (Append, Matter(TO_CONFIDENTIAL, Own)),
                (Append, Opening(PUBLIC, Own)),
                (Append, Opening(TO_CONFIDENTIAL, Own)),
                (Correct, Matter(PUBLIC, Own)),
                (Correct, Matter(TO_CONFIDENTIAL, Own)),
                (Narrow, Matter(TO_CONFIDENTIAL, Own)),
                (Unseal, Matter(TO_CONFIDENTIAL, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Own)),
                (Export, Matter(TO_CONFIDENTIAL, Any)),
                (Sign, Matter(TO_CONFIDENTIAL, Any)),
                (ManagePeople, OwnPeople(OF_THE_ASSEMBLY)),
                (Recover, OwnPeople(OF_THE_ASSEMBLY)),
            ],
        },
        Role::BureauMember => Line {
            name: "Member of the Bureau of the Assembly",
            reach: Listed,
            may: &[(Read, Matter(TO_CONFIDENTIAL, Any))],
        },
        Role::AssemblyPresident => Line {
            name: "President of the Assembly",
            reach: Listed,
            may: &[
                (Read, Matter(TO_CONFIDENTIAL, Any)),
                (Append, Matter(TO_CONFIDENTIAL, Own)),
                (Append, Opening(TO_CONFIDENTIAL, Own)),
                (Correct, Matter(TO_CONFIDENTIAL, Own)),
                (Export, Matter(TO_CONFIDENTIAL, Any)),
                (Sign, Matter(TO_CONFIDENTIAL, Any)),
            ],
        },
        Role::Facilitator => Line {
            name: "Facilitator of the Assembly",
            reach: Listed,
            may: &[
                (Read, Matter(RESTRICTED, Any)),
                (Append, Matter(RESTRICTED, Own)),
                (Append, Opening(RESTRICTED, Own)),
                (Correct, Matter(RESTRICTED, Own)),
            ],
        },
        Role::RegionalFocalPoint => Line {
            name: "Regional focal point of the Assembly",
            reach: Listed,
            may: &[
                (Read, Matter(TO_CONFIDENTIAL, Any)),
                (Append, Matter(TO_CONFIDENTIAL, Own)),
                (Append, Opening(TO_CONFIDENTIAL, Own)),
                (Correct, Matter(TO_CONFIDENTIAL, Own)),
            ],
        },
        Role::UnitedNations => Line {
            name: "United Nations",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, &[Role::UnitedNations])),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::UnitedNations])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::UnitedNations])),
                (Recover, OwnPeople(&[Role::UnitedNations])),
            ],
        },
        Role::OtherOrganisation => Line {
            name: "Other organisation",
            reach: Listed,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Unseal, Matter(BELOW_PUBLIC, Own)),
                (WithdrawFromPublic, Matter(PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, &[Role::OtherOrganisation])),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::OtherOrganisation])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::OtherOrganisation])),
                (Recover, OwnPeople(&[Role::OtherOrganisation])),
            ],
        },
        Role::DefenceCounsel => Line {
            name: "Defence counsel",
            reach: Assigned,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, &[Role::DefenceCounsel])),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::DefenceCounsel])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::DefenceCounsel])),
                (Recover, OwnPeople(&[Role::DefenceCounsel])),
            ],
        },
        Role::CounselForVictims => Line {
            name: "Counsel for victims",
            reach: Assigned,
            may: &[
                (Read, Matter(BELOW_PUBLIC, Any)),
                (Append, Matter(BELOW_PUBLIC, Own)),
                (Append, Opening(BELOW_PUBLIC, Own)),
                (Correct, Matter(BELOW_PUBLIC, Own)),
                (Narrow, Matter(BELOW_PUBLIC, Own)),
                (Assign, Giving(BELOW_PUBLIC, &[Role::CounselForVictims])),
                (Delegate, Giving(BELOW_PUBLIC, &[Role::CounselForVictims])),
                (Export, Matter(BELOW_PUBLIC, Any)),
                (Sign, Matter(BELOW_PUBLIC, Any)),
                (ManagePeople, OwnPeople(&[Role::CounselForVictims])),
                (Recover, OwnPeople(&[Role::CounselForVictims])),
            ],
        },
        Role::Auditor => Line {
            name: "Auditor",
            reach: Listed,
            may: &[(ReadAudit, House)],
        },
        Role::Administrator => Line {
            name: "Administrator",
            reach: Listed,
            may: &[
                (ManagePeople, OwnPeople(WHO_SEE_NO_MATTER)),
                (Recover, AllPeople(&Role::ALL)),
                (ManageOrganisations, AllPeople(FIRST_PEOPLE)),
                (RunSystem, House),
            ],
        },
    }
}
