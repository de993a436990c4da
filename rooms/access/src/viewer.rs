//! Who looks at the record, and how they come to be a viewer.

use crate::action::Action;
use crate::filter::levels;
use crate::role::{Organisation, Role};
use crate::table;
use record::audience::{Audience, Level, Reader};
use record::entry::Subject;
use std::collections::BTreeMap;

/// Somebody who looks at the record: anybody, the operator, or a person acting in one role. Made only here.
#[derive(Clone, PartialEq, Eq)]
pub struct Viewer {
    who: Who,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Who {
    Public,
    Operator,
    Person(Person),
}

/// A person acting for an organisation in one role.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) organisation: Organisation,
    pub(crate) role: Role,
    /// The reader as which the role acts, and the person: what comes from one of them is the viewer's own.
    pub(crate) own: Vec<Reader>,
    /// All readers that the viewer is: their own, and the wider ones within which these stand.
    pub(crate) readers: Vec<Reader>,
    pub(crate) assignments: Vec<Assignment>,
    /// The narrowest level at which the viewer does or sees anything, whatever the role and the assignments.
    pub(crate) most: Level,
    /// Whether only what leaves nobody out lets them in.
    pub(crate) in_common: bool,
    account: String,
    /// The case of the team for which the person acts.
    case: Option<String>,
}

/// That a person is assigned to a matter, as it is in force now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The matter, e.g. `exercise-1`.
    pub matter: String,
    /// The narrowest level of the matter that it opens; wider ones are opened too.
    pub up_to: Level,
    /// How the person came to it.
    pub held: Held,
}

/// How an assignment came about, which decides what can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// Assigned in person: everything that the role may do.
    Assigned,
    /// For somebody's absence: everything but passing the matter on.
    Delegated,
    /// In an emergency: reading alone.
    BreakGlass,
}

impl Held {
    /// All of them.
    pub const ALL: [Held; 3] = [Held::Assigned, Held::Delegated, Held::BreakGlass];
}

/// Why somebody cannot be a viewer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ViewerError {
    /// The account is not one.
    #[error("the account is {0:?}; an account has 32 lower-case hexadecimal digits")]
    Account(String),
    /// The organisation's code or key has another form.
    #[error("the organisation is {0:?}; write court, assembly, state:XXX (alpha-3), organisation:KEY or team:KEY")]
    Organisation(String),
    /// The organisation has no such role.
    #[error("{organisation} has no role {role}; withdraw the role, or grant it for the organisation that has it")]
    Role {
        /// Text of the organisation.
        organisation: String,
        /// Word of the role.
        role: &'static str,
    },
}

impl Viewer {
    /// Anybody, not signed in.
    pub fn public() -> Viewer {
        Viewer { who: Who::Public }
    }

    /// The shell of whoever owns the folder.
    pub fn operator() -> Viewer {
        Viewer { who: Who::Operator }
    }

    /// A person as sign-in established them: their account (32 lower-case hexadecimal digits), the organisation
    /// and the one role in which they act now, and the assignments that are **in force now**; there is no clock
    /// here that could tell when a delegation or an emergency has ended.
    ///
    /// # Errors
    /// An account or organisation of another form, or a role that the organisation does not have.
    pub fn of(account: &str, organisation: Organisation, role: Role, assignments: Vec<Assignment>) -> Result<Viewer, ViewerError> {
        let person = Reader::Person(account.to_owned());
        if !person.is_well_formed() {
            return Err(ViewerError::Account(account.to_owned()));
        }
        if Organisation::parse(&organisation.text()).as_ref() != Some(&organisation) {
            return Err(ViewerError::Organisation(organisation.text()));
        }
        let reader = role.reader(&organisation).map_err(|_| ViewerError::Role {
            organisation: organisation.text(),
            role: role.word(),
        })?;
        // Auditors and administrators stand in no list, not even by name.
        let own: Vec<Reader> = reader.map_or_else(Vec::new, |reader| vec![reader, person]);
        let readers = own.iter().cloned().chain(own.iter().filter_map(Reader::within)).collect();
        let person = Person {
            organisation,
            role,
            own,
            readers,
            assignments,
            most: Level::UnderSeal,
            in_common: false,
            account: account.to_owned(),
            case: None,
        };
        Ok(Viewer { who: Who::Person(person) })
    }

    /// The same, of a team that was taken in for this case; to others it makes no difference.
    #[must_use]
    pub fn of_case(mut self, case: Option<&str>) -> Viewer {
        if let Who::Person(person) = &mut self.who {
            person.case = case.map(str::to_owned);
        }
        self
    }

    /// The same person, who neither sees nor does anything in matter under seal, whatever they are assigned to. To the
    /// public and the operator it makes no difference.
    #[must_use]
    pub fn below_seal(mut self) -> Viewer {
        if let Who::Person(person) = &mut self.who {
            person.most = Level::Confidential;
            for assignment in &mut person.assignments {
                assignment.up_to = assignment.up_to.min(Level::Confidential);
            }
        }
        self
    }

    /// The same person, who sees nothing that is not public but what they may take out of the program as files
    /// ([`Action::Export`]): what an assignment in an emergency opens is left out, and everything where the role takes nothing
    /// along. To the public and the operator it makes no difference.
    #[must_use]
    pub fn taking_along(mut self) -> Viewer {
        if let Who::Person(person) = &mut self.who {
            let most = levels(table::role(person.role).may, Action::Export).max().unwrap_or(Level::Public);
            person.most = person.most.min(most);
            person.assignments.retain(|assignment| assignment.held != Held::BreakGlass);
            for assignment in &mut person.assignments {
                assignment.up_to = assignment.up_to.min(most);
            }
        }
        self
    }

    /// The same person, who sees nothing that is not public but what all may take along who act as the same organ, office, State
    /// or organisation, up to a level: what lets in single persons or leaves somebody out is not seen, and of what is assigned
    /// these matters alone, each up to its level. So those who are all assigned to these see the same. To the public and the
    /// operator it makes no difference.
    #[must_use]
    pub fn in_common(self, up_to: Level, matters: &BTreeMap<String, Level>) -> Viewer {
        let mut viewer = self.taking_along();
        if let Who::Person(person) = &mut viewer.who {
            person.most = person.most.min(up_to);
            person.in_common = true;
            person.own.truncate(1);
            person.readers = person
                .own
                .iter()
                .cloned()
                .chain(person.own.iter().filter_map(Reader::within))
                .collect();
            person.assignments.retain_mut(|assignment| match matters.get(&assignment.matter) {
                Some(up_to) => {
                    assignment.up_to = assignment.up_to.min(*up_to);
                    true
                }
                None => false,
            });
        }
        viewer
    }

    /// Whether what is about these subjects is about no other case than the viewer's: a team belongs to one case, and
    /// one without a case to none. What is about no case is for any team, and everything for who is of none.
    ///
    /// [`may`](crate::may) does not ask this, since an audience does not tell the case: whoever makes a viewer of a team
    /// leaves out the assignments to matter of another case. Without an assignment a team reaches nothing that is not
    /// public.
    pub fn is_of_case(&self, about: &[Subject]) -> bool {
        let team = self.person().filter(|person| matches!(person.organisation, Organisation::Team(_)));
        team.is_none_or(|person| {
            let mut subjects = about.iter();
            subjects.all(|subject| !matches!(subject, Subject::Case(number) if person.case.as_ref() != Some(number)))
        })
    }

    /// The account of a person; none for the public and the operator.
    pub fn account(&self) -> Option<&str> {
        self.person().map(|person| person.account.as_str())
    }

    /// For whom a person acts; none for the public and the operator.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.person().map(|person| &person.organisation)
    }

    /// The role of a person; none for the public and the operator.
    pub fn role(&self) -> Option<Role> {
        self.person().map(|person| person.role)
    }

    /// Whether what comes from this reader comes from the viewer: from the organ, office, State, capacity, organisation
    /// or team as which they act, or from themselves.
    pub fn is_own(&self, originator: &Reader) -> bool {
        self.person().is_some_and(|person| person.own.contains(originator))
    }

    /// The organ, office, State, capacity, organisation or team as which a person acts; none for auditors and
    /// administrators, who stand in no list, and for the public and the operator.
    pub fn acts_as(&self) -> Option<&Reader> {
        self.person().and_then(|person| person.own.first())
    }

    pub(crate) fn who(&self) -> &Who {
        &self.who
    }

    fn person(&self) -> Option<&Person> {
        match &self.who {
            Who::Person(person) => Some(person),
            Who::Public | Who::Operator => None,
        }
    }
}

/// Names no matter, since it may come to stand in a log.
impl std::fmt::Debug for Viewer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.who {
            Who::Public => f.write_str("public"),
            Who::Operator => f.write_str("operator"),
            Who::Person(person) => write!(
                f,
                "{} of {}, account {}",
                person.role.word(),
                person.organisation.text(),
                person.account
            ),
        }
    }
}

impl Person {
    /// Whether an audience lets this person in: a reader that they are stands in its list, and none among those
    /// left out. A word of another edition among those left out may mean them, and so closes it.
    pub(crate) fn is_let_in_by(&self, audience: &Audience) -> bool {
        let is = |reader: &Reader| self.readers.contains(reader);
        let may_be = |reader: &Reader| self.in_common || is(reader) || matches!(reader, Reader::Unknown(_));
        audience.list.iter().any(is) && !audience.left_out.iter().any(may_be)
    }

    /// How this person is assigned to a matter at a level.
    pub(crate) fn assigned<'a>(&'a self, matter: &'a str, level: Level) -> impl Iterator<Item = Held> + 'a {
        let opening = move |assignment: &&Assignment| assignment.matter == matter && level <= assignment.up_to;
        self.assignments.iter().filter(opening).map(|assignment| assignment.held)
    }
}
