//! Requests that the public record tells of: it tells that a person was sought in a State, and what came of it, and neither
//! when the request was sent nor what stood in it. Only acts that a row states are recorded ([`crate::pack`]); what must have
//! happened besides shows as not in this record.
//!
//! Their acts have these members beside those of every act ([`super`]):
//!
//! | member | what |
//! |---|---|
//! | `told_in` | the matter of the row that tells it: `finding-sdn-2010-05-25`, `lubanga-1` |
//! | `disclosed` | the first day on which anybody could know it, where that is later than the act |

use super::{Done, RequestFile, RequestId, is_request};
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::pack::PACK;
use crate::port::Recorded;
use jiff::civil::Date;
use record::entry::{Author, Draft};
use sha2::{Digest, Sha256};

/// An occasion on which the request could have been executed, such as a visit.
pub const OCCASION: &str = "request.occasion-noted";
/// A Chamber decided whether the State complied.
pub const DECIDED: &str = "request.compliance-decided";
/// It put off the decision whether to refer the matter.
pub const PUT_OFF: &str = "request.referral-put-off";
/// The matter was referred.
pub const REFERRED: &str = "request.non-compliance-referred";
/// The referral was reversed.
pub const REVERSED: &str = "request.referral-reversed";
/// The person was arrested in the State.
pub const ARRESTED: &str = "request.person-arrested";
/// The person was surrendered.
pub const EXECUTED: &str = "request.executed";

/// The kinds of acts that the public record tells.
pub(crate) const KINDS: [&str; 7] = [OCCASION, DECIDED, PUT_OFF, REFERRED, REVERSED, ARRESTED, EXECUTED];

/// The form of the requests that it tells of.
pub(crate) const FORM: &str = "arrest-and-surrender";

/// The member of a body that names the matter of the row that tells the act.
pub const TOLD_IN: &str = "told_in";
/// The member of a body that holds the first day on which anybody could know of the act.
pub const DISCLOSED: &str = "disclosed";

impl RequestId {
    /// The request to a State for the surrender of a person that the public record tells of: the same on every node.
    pub fn of_public_record(state: &str, person: &str) -> RequestId {
        let digest = Sha256::digest(format!("{PACK}\n{FORM}\n{state}\n{person}"));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        RequestId::from_bytes(bytes)
    }
}

impl RequestFile<'_> {
    /// Whether all that is known of it comes from the public record, corrected by an officer or not: then it is nobody's to
    /// act in, since whatever was done in it would be public at once.
    pub fn is_of_public_record(&self) -> bool {
        let told = |act: &Done| act.recorded.entry.body.get_text(TOLD_IN).is_some();
        self.acts().iter().all(told)
    }
}

/// Whether an entry is an act in a request that the public record tells of, as a pack wrote it.
pub fn is_told(entry: &Draft) -> bool {
    is_request(&entry.kind) && matches!(entry.author, Author::Pack(_)) && entry.body.get_text(TOLD_IN).is_some()
}

/// The member of the row's entry whose truth is that of the day of an act.
pub(crate) fn field_of(kind: &str) -> &'static str {
    if kind == OCCASION { "conduct_date" } else { "effective" }
}

/// The day from which a reader counts an act in a request: with hindsight that on which it happened; else not before it was
/// disclosed. What has no day counts from that of its recording.
pub(crate) fn counts_from(recorded: &Recorded, hindsight: bool) -> Date {
    let entry = &recorded.entry;
    let happened = entry.effective.last().unwrap_or_else(|| day_in_the_hague(entry.recorded));
    let disclosed = entry.body.get_text(DISCLOSED).and_then(|day| day.parse::<Date>().ok());
    if hindsight {
        happened
    } else {
        disclosed.map_or(happened, |day| day.max(happened))
    }
}

/// The act that a kind of entries of findings becomes.
pub(crate) fn act_of(kind: &str) -> Option<&'static str> {
    match kind {
        kinds::FINDING => Some(DECIDED),
        kinds::FINDING_PUT_OFF => Some(PUT_OFF),
        kinds::FINDING_REFERRED => Some(REFERRED),
        kinds::FINDING_REVERSED => Some(REVERSED),
        _ => None,
    }
}
