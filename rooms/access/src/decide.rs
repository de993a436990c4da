//! The one decision: whether a viewer may do something, over what.

use crate::action::Action;
use crate::grant::{Grant, Over, Reach, Whose};
use crate::role::{Organisation, Role};
use crate::table;
use crate::viewer::{Held, Person, Viewer, Who};
use record::audience::{Audience, Level, Reader};
use record::entry::Draft;

/// A matter, or an entry of it, with those who may know it.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    /// The matter, e.g. `exercise-1`.
    pub matter: &'a str,
    /// Who may know it now, and from whom it comes.
    pub audience: &'a Audience,
}

/// Over what an action would be done.
#[derive(Clone, Copy, Debug)]
pub enum On<'a> {
    /// A matter or an entry that is there, or an entry to be added to a matter that is there.
    Matter(Matter<'a>),
    /// The first entry of a matter of which nothing is there yet. Whoever says so has looked, in the transaction
    /// that appends.
    Opening(Matter<'a>),
    /// A matter that is there, for a person of this organisation in this role: whom it is assigned or delegated to,
    /// or who asks for it in an emergency.
    Giving(Matter<'a>, &'a Organisation, Role),
    /// The account of a person of this organisation in this role.
    People(&'a Organisation, Role),
    /// What concerns no matter: the desk, the audit, the system.
    House,
}

impl<'a> On<'a> {
    /// An entry that is there, or one to be added to a matter that is there.
    pub fn entry(entry: &'a Draft) -> On<'a> {
        On::Matter(Matter {
            matter: &entry.matter,
            audience: &entry.audience,
        })
    }

    /// The level of the matter that it is about; none where it is about no matter.
    fn level(&self) -> Option<Level> {
        match self {
            On::Matter(matter) | On::Opening(matter) | On::Giving(matter, ..) => Some(matter.audience.level),
            On::People(..) | On::House => None,
        }
    }
}

/// The one decision. Denied unless [`table`] gives it.
///
/// It is about one viewer at a time: that an action which needs two persons has two different ones, and that a
/// person has shown again that it is they (see [`table::asks`]), is for the caller to see to.
pub fn may(viewer: &Viewer, action: Action, on: On) -> bool {
    let person = match viewer.who() {
        Who::Operator => return true,
        Who::Public => None,
        Who::Person(person) if on.level().is_some_and(|level| level > person.most) => return false,
        Who::Person(person) => Some(person),
    };
    let given = |grants: &[Grant]| {
        grants
            .iter()
            .any(|(given, over)| *given == action && holds(*over, person, action, on))
    };
    given(table::ANYBODY) || person.is_some_and(|person| given(table::role(person.role).may))
}

/// Whether what is given covers what is asked.
fn holds(over: Over, person: Option<&Person>, action: Action, on: On) -> bool {
    match (over, on) {
        (Over::Matter(levels, whose), On::Matter(matter)) => {
            levels.contains(&matter.audience.level) && comes_from(whose, person, matter.audience) && reaches(person, action, matter)
        }
        (Over::Opening(levels, whose), On::Opening(matter)) => {
            let public = matter.audience.level == Level::Public;
            let lets_in = person.is_some_and(|person| public || person.is_let_in_by(matter.audience));
            levels.contains(&matter.audience.level) && comes_from(whose, person, matter.audience) && lets_in
        }
        (Over::Giving(levels, roles), On::Giving(matter, organisation, role)) => {
            levels.contains(&matter.audience.level)
                && roles.contains(&role)
                && has(organisation, role)
                && person.is_some_and(|person| person.organisation == *organisation || !person.organisation.is_of_the_sort_of(organisation))
                && reaches(person, action, matter)
        }
        (Over::OwnPeople(roles), On::People(organisation, role)) => {
            roles.contains(&role) && has(organisation, role) && person.is_some_and(|person| person.organisation == *organisation)
        }
        (Over::AllPeople(roles), On::People(organisation, role)) => roles.contains(&role) && has(organisation, role),
        (Over::House, On::House) => true,
        _ => false,
    }
}

/// Whether it comes from whom it must.
fn comes_from(whose: Whose, person: Option<&Person>, audience: &Audience) -> bool {
    let originator = audience.originator.as_ref();
    match whose {
        Whose::Any => true,
        Whose::Own => person.is_some_and(|person| originator.is_some_and(|originator| person.own.contains(originator))),
        Whose::Court => matches!(originator, Some(Reader::Organ(_) | Reader::Office(_) | Reader::Team(_))),
    }
}

/// Whether the audience of a matter, and the assignments where they are needed, let a person act in it.
fn reaches(person: Option<&Person>, action: Action, matter: Matter) -> bool {
    let level = matter.audience.level;
    if level == Level::Public {
        return true;
    }
    person.is_some_and(|person| {
        let mut assigned = person.assigned(matter.matter, level);
        let enough = match action {
            // What an emergency is for: nobody who is assigned is there.
            Action::RequestBreakGlass | Action::ApproveBreakGlass => true,
            // One hands on what one holds.
            Action::Delegate => assigned.any(|held| serves(held, action)),
            _ => !needs_assignment(person.role, level) || assigned.any(|held| serves(held, action)),
        };
        enough && person.is_let_in_by(matter.audience)
    })
}

/// Whether a role reaches matter of this level only where it is assigned to it.
pub(crate) fn needs_assignment(role: Role, level: Level) -> bool {
    level == Level::UnderSeal || (level != Level::Public && table::role(role).reach == Reach::Assigned)
}

/// Whether an assignment held so is enough for an action.
fn serves(held: Held, action: Action) -> bool {
    match held {
        Held::Assigned => true,
        Held::Delegated => !matches!(action, Action::Assign | Action::Delegate),
        Held::BreakGlass => action == Action::Read,
    }
}

/// Whether the organisation has the role.
fn has(organisation: &Organisation, role: Role) -> bool {
    role.reader(organisation).is_ok()
}
