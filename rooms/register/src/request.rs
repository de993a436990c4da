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
//! | `values` | what the act itself carries, in the same way; and in acts that carry the request, what stays within the Court of it |
//! | `text_sha256` | SHA-256 of the canonical JSON of `form` and `request` as they stood when the act was done |
//! | `saw` | what whoever did this one had before them: SHA-256 of the id of the act that was last, which names it to nobody who may not see it |
//! | `told_in`, `disclosed` | of acts that the public record tells: see [`public_record`] |
//! | `received_as` | in the act that begins a request on a State's own record: the id that it has in the Court's, where it came with it |
//! | `paper` | set where the act came on paper: `number`, `dated`, `received`, and `scan`, the SHA-256 of its scan |
//! | `signature` | in acts that sign, and in those that send what was signed: how it was signed, see [`Signature`] and docs/requests.md |
//! | `signed` | in acts that send what was signed: the instant at which the signature was recorded |
//!
//! The entry names the files of all documents that the act carries, each once ([`Files`]); a document is told by the hash of its
//! file in the text of its value ([`Annex`]).

mod acts;
mod assigned;
mod bundle;
mod case_situation;
mod circumstances;
mod content;
mod documents;
mod earlier;
mod error;
mod file;
mod files;
mod letters;
mod mixed_scripts;
mod paper;
pub mod public_record;
mod receiving;
mod sending;
mod signature;
mod signs;
mod submission;
mod superseding;
mod who;
mod written;

pub use acts::GivenAct;
pub use bundle::{BundleFile, BundleParts, Listed, MOST_IN_BUNDLE, Manifest, manifest, sha256};
pub(crate) use content::values_written;
pub use content::{BASIS, CASE, COURT_NUMBER, EARLIER_REQUEST, LANGUAGE, LEVEL, PERSON, REQUESTED_STATE, RequestText, SITUATION};
pub use documents::DocumentFacts;
pub use earlier::EarlierArrest;
pub use error::RequestError;
pub(crate) use file::by_request;
pub use file::{Done, RequestFile, Took, saw};
pub use files::{Files, annexes};
pub use law::Annex;
pub use letters::ActLetter;
pub use paper::Paper;
pub(crate) use receiving::RECEIVED_AS;
pub use receiving::{CHANNEL, Received};
pub use sending::{ADDRESS, ADDRESS_CONFIRMED, BUNDLE, RECEIVING_AUTHORITY, RECIPIENT};
pub use signature::{IN_THIS_REGISTER, ON_PAPER, PasskeySignature, SIGNATURE_FORM, SIGNED_PAPER, Signature, SignatureOf, Statement};
pub use submission::{Submission, organs_that_ask};
pub use superseding::{InItsPlace, TAKES_ITS_PLACE};
pub(crate) use who::does;
pub use written::{Unreadable, template};

use crate::outside::Outside;
pub use record::audience::Level;
use record::hex::{hex, unhex};
pub use record::when::{Span, When};
use std::fmt;

/// What kinds of acts in requests begin with.
const KIND: &str = "request.";
const PREPARATION: &str = "preparation-";
const REQUEST: &str = "request-";
const DRAFT: &str = "draft-";

/// Whether entries of a kind are acts in a request.
pub fn is_request(kind: &str) -> bool {
    kind.strip_prefix(KIND).is_some_and(|act| !act.is_empty())
}

/// The matter under whose name the files of a matter are kept. Draft, preparation and request of one id have theirs together,
/// so that what was attached to the draft is what is sent, and nothing is copied.
pub fn holder(matter: &str) -> String {
    let of_draft = || matter.strip_prefix(DRAFT).and_then(RequestId::parse);
    let request = RequestId::of_matter(matter).or_else(of_draft);
    request.map_or_else(|| matter.to_owned(), |request| request.matter())
}

/// The matters whose entries may name what is kept for a matter.
pub fn held_together(matter: &str) -> Vec<String> {
    let holder = holder(matter);
    match RequestId::of_matter(&holder) {
        Some(request) => vec![request.preparation(), holder],
        None => vec![holder],
    }
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
