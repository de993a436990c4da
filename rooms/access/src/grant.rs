//! The terms in which the [`table`](crate::table) is written.

use crate::action::Action;
use crate::role::Role;
use record::audience::Level;

/// What a role may do.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Its name in English, as on a page.
    pub name: &'static str,
    /// What its readers need besides a list.
    pub reach: Reach,
    /// What it may do beyond [`ANYBODY`].
    pub may: &'static [Grant],
}

/// One action, and over what.
pub type Grant = (Action, Over);

/// What a role needs to reach matter that is confidential or restricted. Under seal all need an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To be let in by the list.
    Listed,
    /// To be let in by the list and assigned to the matter.
    Assigned,
}

/// Over what an action is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Matter at these levels that lets the viewer in.
    Matter(&'static [Level], Whose),
    /// The first entry of a matter at these levels.
    Opening(&'static [Level], Whose),
    /// Matter at these levels that lets the viewer in, for people in these roles.
    Giving(&'static [Level], &'static [Role]),
    /// Accounts of people in these roles of the viewer's own organisation.
    OwnPeople(&'static [Role]),
    /// Accounts of people in these roles of any organisation.
    AllPeople(&'static [Role]),
    /// What concerns no matter.
    House,
}

/// From whom it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// From whomever.
    Any,
    /// From the viewer's own organ, office, State, capacity, organisation or team, or from themselves.
    Own,
    /// From an organ or office of the Court, or from a team.
    Court,
}

/// What an action is called and what it asks of whoever may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asks {
    /// Its name in English, as on a page.
    pub name: &'static str,
    /// Whether a person must show again, a few minutes before at most, that it is they.
    pub fresh: bool,
    /// Whether two persons must want it, one who asks or orders and another one who agrees.
    pub two_persons: bool,
}
