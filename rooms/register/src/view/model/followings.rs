//! What follows a change of the facts, for whoever may see the request and know of the change. Never a file.

use super::{MoveOffer, RequestRow};
use jiff::civil::Date;
use law::Relay;

/// That an open request is to be looked at again, since something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowingShown {
    /// The request.
    pub row: RequestRow,
    /// Key of the person whom it is about.
    pub person: String,
    /// Their name, as the register has it.
    pub name: String,
    /// Id of the change in the law pack.
    pub change: String,
    /// Key of what happened in the law pack's texts; `.do` behind it says what is to be done.
    pub text_key: String,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// The entry that tells it.
    pub entry: String,
    /// Its kind.
    pub kind: String,
    /// Its day, in the text form of `record::when::When`.
    pub effective: String,
    /// The day from which it counts.
    pub on: Date,
    /// What the viewer could do now, that which is meant first; nothing on a page of another day.
    pub moves: Vec<MoveOffer>,
    /// The ways beside the channel of the State by which the request was sent: what was set going there is to be lifted there.
    pub relays: Vec<Relay>,
    /// Whether another request may take the place of this one.
    pub redraft: bool,
}
