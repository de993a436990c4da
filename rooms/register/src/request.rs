//! Requests for cooperation: one request to one State, from its first review to its end.
//!
//! What the Court does among itself (review, signature) stands in the matter `preparation-` and the request's id; what the
//! requested State is to know stands in `request-` and the same id. So no entry of the one need point to one of the
//! other, and the State gets what was sent to it without anything being opened.
//!
//! Which acts there are, who may do them when, and what they carry is data of the law pack ([`law::Move`]); the kind of an
//! entry is that of its act (`request.transmitted`). Bodies of all of them have one form:
//!
//! | member | what |
//! |---|---|
//! | `form` | the form of cooperation; in acts that carry the request |
//! | `request` | the request's elements with their texts; in acts that carry it |
//! | `values` | what the act itself carries, in the same way |
//! | `text_sha256` | SHA-256 of the canonical JSON of `form` and `request` as they stood when the act was done |
//! | `saw` | what whoever did this one had before them: SHA-256 of the id of the act that was last, which names it to nobody who may not see it |
//! | `paper` | set where the act came on paper: `number`, `dated`, `received` |

mod acts;
mod circumstances;
mod content;
mod error;
mod file;
mod written;

pub use acts::{GivenAct, Paper, Submission};
pub(crate) use acts::{does, is_scribe};
pub use content::{BASIS, LEVEL, PERSON, REQUESTED_STATE, RequestText};
pub use error::RequestError;
pub use file::{Done, RequestFile, saw};
pub use written::{Unreadable, template};

use crate::outside::Outside;
use record::hex::{hex, unhex};
use std::fmt;

/// What kinds of acts in requests begin with.
const KIND: &str = "request.";
const PREPARATION: &str = "preparation-";
const REQUEST: &str = "request-";

/// Whether entries of a kind are acts in a request.
pub fn is_request(kind: &str) -> bool {
    kind.strip_prefix(KIND).is_some_and(|act| !act.is_empty())
}

/// Identity of a request: 128 random bits, written as 32 lower-case hexadecimal digits. Never ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId([u8; 16]);

impl RequestId {
    /// A new one.
    pub fn new(outside: &dyn Outside) -> RequestId {
        let mut bytes = [0; 16];
        outside.random(&mut bytes);
        RequestId(bytes)
    }

    /// From its bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> RequestId {
        RequestId(bytes)
    }

    /// From 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<RequestId> {
        unhex(text).map(RequestId)
    }

    /// The request to which a matter belongs.
    pub fn of_matter(matter: &str) -> Option<RequestId> {
        let id = matter.strip_prefix(REQUEST).or_else(|| matter.strip_prefix(PREPARATION))?;
        RequestId::parse(id)
    }

    /// The matter of what the Court does among itself.
    pub fn preparation(&self) -> String {
        format!("{PREPARATION}{self}")
    }

    /// The matter of what the requested State is to know.
    pub fn matter(&self) -> String {
        format!("{REQUEST}{self}")
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
