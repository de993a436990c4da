//! What is asked to be erased of a matter and what was, for whoever may see it. Never a file: pages alone show it.

use super::matters::MatterEntry;
use jiff::Timestamp;
use record::audience::Audience;
use record::entry::Author;

/// What is asked to be erased of a matter, and what was, as a viewer may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasures {
    /// The entries for which the viewer may ask that they be erased, in the order of recording.
    pub choices: Vec<MatterEntry>,
    /// Whether something of the matter is public, which is closed before it is erased.
    pub has_public: bool,
    /// All requests, by their ids.
    pub requests: Vec<String>,
    /// Requests that wait, in the order of recording.
    pub waiting: Vec<ErasureAsked>,
    /// What was erased, by order, the newest first.
    pub ordered: Vec<ErasureOrdered>,
    /// Requests that were declined or taken back, the newest first.
    pub declined: Vec<ErasureDeclined>,
}

impl Erasures {
    /// Whether a request of this id is one of the matter, answered or not.
    pub fn has_request(&self, id: &str) -> bool {
        self.requests.iter().any(|request| request == id)
    }
}

/// Why something is to go, and who said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureSaid {
    /// The entry that says so, by its id.
    pub id: String,
    /// Who.
    pub author: Author,
    /// When.
    pub recorded: Timestamp,
    /// Why.
    pub reason: String,
    /// By whose decision; empty where none is named.
    pub authority: String,
}

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureAsked {
    /// What it says.
    pub said: ErasureSaid,
    /// Who may know it, and what it names.
    pub audience: Audience,
    /// The entries that it names.
    pub entries: Vec<MatterEntry>,
    /// Whether the viewer may decline it, or take it back where it is their own.
    pub may_decline: bool,
    /// Whether the viewer may order it, as somebody else than who asked.
    pub may_order: bool,
    /// Whether the viewer asked for it themselves.
    pub own: bool,
}

/// What was erased by one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureOrdered {
    /// What the order says.
    pub said: ErasureSaid,
    /// Who asked for it; none where the viewer does not see the request.
    pub asked_by: Option<Author>,
    /// The entries that are gone, each by its id and when it was recorded (RFC 3339 in UTC).
    pub gone: Vec<(String, String)>,
    /// Whether free places and logs of the database were cleared of it.
    pub cleared: bool,
}

/// A request that was declined or taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureDeclined {
    /// What was said to it.
    pub said: ErasureSaid,
    /// The entry of the request, by its id.
    pub request: String,
}
