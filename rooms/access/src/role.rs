//! Organisations, and the roles in which people act for them.

use record::audience::{Assembly, Office, Organ, Reader};

/// For whom a person acts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Organisation {
    /// The Court, with its organs and the Trust Fund.
    Court,
    /// A State, by ISO 3166-1 alpha-3.
    State(String),
    /// The Assembly of States Parties.
    Assembly,
    /// Another organisation, by its key; [`UNITED_NATIONS`] is one.
    International(String),
    /// A defence team or a team of counsel for victims, by its key; a team belongs to one case.
    Team(String),
}

/// The key of the United Nations among the other organisations.
pub const UNITED_NATIONS: &str = "united-nations";

impl Organisation {
    /// The text that stands in entries: `court`, `state:XAA`, `assembly`, `organisation:KEY`, `team:KEY`.
    pub fn text(&self) -> String {
        match self {
            Organisation::Court => "court".to_owned(),
            Organisation::State(code) => Reader::State(code.clone()).text(),
            Organisation::Assembly => "assembly".to_owned(),
            Organisation::International(key) => Reader::Organisation(key.clone()).text(),
            Organisation::Team(key) => Reader::Team(key.clone()).text(),
        }
    }

    /// The organisation of a text, if it is one in exactly this form.
    pub fn parse(text: &str) -> Option<Organisation> {
        match text {
            "court" => return Some(Organisation::Court),
            "assembly" => return Some(Organisation::Assembly),
            _ => {}
        }
        match Reader::parse(text)? {
            Reader::State(code) => Some(Organisation::State(code)),
            Reader::Organisation(key) => Some(Organisation::International(key)),
            Reader::Team(key) => Some(Organisation::Team(key)),
            Reader::Organ(_) | Reader::Office(_) | Reader::Assembly(_) | Reader::Person(_) | Reader::Unknown(_) => None,
        }
    }

    /// Whether the two are of one sort: two States, two teams.
    pub(crate) fn is_of_the_sort_of(&self, other: &Organisation) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// In which capacity a person acts. Closed. Whoever has two chooses one when signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// An officer of the Presidency.
    Presidency,
    /// A judge or an officer of Chambers.
    Chambers,
    /// An officer of the Office of the Prosecutor.
    Prosecutor,
    /// An officer of the Registry.
    Registry,
    /// An officer of the Victims and Witnesses Unit, which is part of the Registry.
    VictimsAndWitnesses,
    /// An officer of the Trust Fund for Victims.
    TrustFund,
    /// A State's central authority for cooperation.
    CentralAuthority,
    /// A State's national focal point for cooperation.
    NationalFocalPoint,
    /// A State's embassy or mission, the diplomatic channel.
    Embassy,
    /// An authority of a State that executes a request: police, prosecution service, court, registry.
    ExecutingAuthority,
    /// The Secretariat of the Assembly.
    Secretariat,
    /// A member of the Bureau of the Assembly.
    BureauMember,
    /// The President of the Assembly.
    AssemblyPresident,
    /// A facilitator of the Assembly.
    Facilitator,
    /// A regional focal point of the Assembly on non-cooperation.
    RegionalFocalPoint,
    /// An officer of the United Nations.
    UnitedNations,
    /// An officer of another organisation.
    OtherOrganisation,
    /// Counsel of a defence team.
    DefenceCounsel,
    /// Counsel of a team that represents victims.
    CounselForVictims,
    /// Sees that things happened, not what they were. A role of the institution that keeps the record.
    Auditor,
    /// Runs the system and sees no matter. A role of the institution that keeps the record.
    Administrator,
}

impl Role {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Role; 21] = [
        Role::Presidency,
        Role::Chambers,
        Role::Prosecutor,
        Role::Registry,
        Role::VictimsAndWitnesses,
        Role::TrustFund,
        Role::CentralAuthority,
        Role::NationalFocalPoint,
        Role::Embassy,
        Role::ExecutingAuthority,
        Role::Secretariat,
        Role::BureauMember,
        Role::AssemblyPresident,
        Role::Facilitator,
        Role::RegionalFocalPoint,
        Role::UnitedNations,
        Role::OtherOrganisation,
        Role::DefenceCounsel,
        Role::CounselForVictims,
        Role::Auditor,
        Role::Administrator,
    ];

    /// The word that stands in entries and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Role::Presidency => "presidency",
            Role::Chambers => "chambers",
            Role::Prosecutor => "prosecutor",
            Role::Registry => "registry",
            Role::VictimsAndWitnesses => "victims-and-witnesses",
            Role::TrustFund => "trust-fund",
            Role::CentralAuthority => "central-authority",
            Role::NationalFocalPoint => "national-focal-point",
            Role::Embassy => "embassy",
            Role::ExecutingAuthority => "executing-authority",
            Role::Secretariat => "secretariat",
            Role::BureauMember => "bureau-member",
            Role::AssemblyPresident => "assembly-president",
            Role::Facilitator => "facilitator",
            Role::RegionalFocalPoint => "regional-focal-point",
            Role::UnitedNations => "united-nations",
            Role::OtherOrganisation => "other-organisation",
            Role::DefenceCounsel => "defence-counsel",
            Role::CounselForVictims => "counsel-for-victims",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    /// The role of a word, if it is one.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Key of its name in the texts of each language.
    pub fn text_key(self) -> String {
        format!("role-{}", self.word())
    }

    /// The reader of audiences as which somebody in this role acts for the Court; none where it is no role there, or stands
    /// in no list.
    pub fn at_the_court(self) -> Option<Reader> {
        self.reader(&Organisation::Court).ok().flatten()
    }

    /// The reader of audiences as which somebody in this role acts for the organisation: `Ok(None)` where the
    /// role stands in no list, and an error where it is no role of this organisation.
    pub(crate) fn reader(self, organisation: &Organisation) -> Result<Option<Reader>, NoSuchRole> {
        let reader = match (self, organisation) {
            (Role::Presidency, Organisation::Court) => Reader::Organ(Organ::Presidency),
            (Role::Chambers, Organisation::Court) => Reader::Organ(Organ::Chambers),
            (Role::Prosecutor, Organisation::Court) => Reader::Organ(Organ::Prosecutor),
            (Role::Registry, Organisation::Court) => Reader::Organ(Organ::Registry),
            (Role::VictimsAndWitnesses, Organisation::Court) => Reader::Office(Office::VictimsAndWitnesses),
            (Role::TrustFund, Organisation::Court) => Reader::Organ(Organ::TrustFund),
            (Role::CentralAuthority | Role::NationalFocalPoint | Role::Embassy | Role::ExecutingAuthority, Organisation::State(code)) => {
                Reader::State(code.clone())
            }
            (Role::Secretariat, Organisation::Assembly) => Reader::Assembly(Assembly::Secretariat),
            (Role::BureauMember, Organisation::Assembly) => Reader::Assembly(Assembly::Bureau),
            (Role::AssemblyPresident, Organisation::Assembly) => Reader::Assembly(Assembly::President),
            (Role::Facilitator, Organisation::Assembly) => Reader::Assembly(Assembly::Facilitator),
            (Role::RegionalFocalPoint, Organisation::Assembly) => Reader::Assembly(Assembly::RegionalFocalPoint),
            (Role::UnitedNations, Organisation::International(key)) if key == UNITED_NATIONS => Reader::Organisation(key.clone()),
            (Role::OtherOrganisation, Organisation::International(key)) if key != UNITED_NATIONS => Reader::Organisation(key.clone()),
            (Role::DefenceCounsel | Role::CounselForVictims, Organisation::Team(key)) => Reader::Team(key.clone()),
            // A team is part of a case at an institution and keeps no record that these could serve.
            (Role::Auditor | Role::Administrator, Organisation::Team(_)) => return Err(NoSuchRole),
            (Role::Auditor | Role::Administrator, _) => return Ok(None),
            _ => return Err(NoSuchRole),
        };
        Ok(Some(reader))
    }
}

/// The organisation has no such role.
pub(crate) struct NoSuchRole;
