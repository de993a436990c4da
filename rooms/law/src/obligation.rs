//! What binds a State to cooperate besides a treaty to which it is a party.

use crate::Pack;

/// The acts that may bind a State: kind of the record's entry, of what it may be, and the columns of its row
/// that may take its effect away.
pub(crate) const BINDING_ACTS: [(&str, &[&str], &[&str]); 2] = [
    ("referral.made", &["Security Council", "State Party"], &[]),
    ("acceptance.lodged", &[], &["status"]),
];

/// A ground on which a State is bound that is no party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// Id: `council`, `acceptance`.
    pub id: String,
    /// Ids of the rules on which it rests, that which makes it first.
    pub rests_on: Vec<String>,
    /// Column of the row of the act that takes its effect away from the day on which it says anything: the `status`
    /// of an acceptance that was found to be without effect.
    pub unless: Option<String>,
    /// Key of its name in the pack's Fluent files: `law-obligation-` and the id.
    pub text_key: String,
    pub(crate) act: String,
    pub(crate) of: Option<String>,
}

impl Pack {
    /// The grounds on which a State is bound that is no party, in the order of the pack.
    pub fn obligations(&self) -> &[Obligation] {
        &self.obligations
    }

    /// The obligation that comes of an act: by the kind of its entry, and what it is of (for
    /// `referral.made` who referred: `Security Council`, `State Party`).
    pub fn obligation(&self, act_kind: &str, of: Option<&str>) -> Option<&Obligation> {
        let comes = |o: &&Obligation| o.act == act_kind && (o.of.is_none() || o.of.as_deref() == of);
        self.obligations.iter().find(comes)
    }
}
