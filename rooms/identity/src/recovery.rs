//! Recovery: how somebody who lost their credentials comes back in. Under four eyes, in two independent ways, after
//! a time in which the owner of the account can object; every step is an entry.

use crate::account::AccountId;
use crate::act::{Act, By, Recalled};
use access::Organisation;
use jiff::{SignedDuration, Timestamp};
use record::entry::EntryId;
use register::chain;
use register::port::Recorded;

/// How long after the second approval the link can be made. The owner is told at once by every address that is
/// known; half a day lets them see it and stop it wherever they are, and lets nobody wait beyond the next morning.
pub const WAITING: SignedDuration = SignedDuration::from_hours(12);

/// How long a request stands, and how long its link can be made: what was not done by then is asked for again.
pub const REQUEST_LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);

/// A recovery as its entries say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Whose account.
    pub account: AccountId,
    /// The entry of the request, by which it is known.
    pub request: EntryId,
    /// When it was asked for.
    pub asked: Timestamp,
    /// Who asked.
    pub by: By,
    /// Why.
    pub reason: String,
    /// Who approved, for whom they acted, and when; at most two.
    pub approvals: Vec<Approval>,
    /// Whether it was stopped, or its link was used.
    pub over: bool,
}

/// One of the two approvals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Who.
    pub by: By,
    /// For whom they acted.
    pub organisation: Organisation,
    /// When.
    pub at: Timestamp,
}

/// On what ground somebody approves. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// They administer accounts of the person's own organisation.
    Own,
    /// They act for the institution that keeps the record, which steps in where the organisation has fewer than two who
    /// administer its accounts, the person not counted.
    Institution {
        /// How many it has.
        administer: usize,
    },
}

/// Why somebody cannot approve, or a link cannot be made yet. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryError {
    /// It was stopped or used.
    #[error("this recovery is over; if it is still needed, ask for another")]
    Over,
    /// It was asked for too long ago.
    #[error("this recovery is too old: it stands for seven days, and its link for seven more; ask for another")]
    TooOld,
    /// One's own account.
    #[error("nobody approves the recovery of their own account; ask two others who administer accounts")]
    Own,
    /// The same person twice.
    #[error("you approved this already; a second person has to")]
    Twice,
    /// Two have approved.
    #[error("two persons approved this already")]
    Approved,
    /// Somebody of an organisation that has no say.
    #[error(
        "this is for those who administer accounts of the person's own organisation; the institution steps in where it has fewer than two"
    )]
    NotOfTheOrganisation,
    /// One of the two who approved it wants the link.
    #[error("whoever approved this does not get the link; a third person hands it over")]
    Approver,
    /// Another is under way.
    #[error("a recovery of this account is under way; approve it, or stop it first")]
    UnderWay,
    /// Fewer than two approved.
    #[error("two persons have to approve this first")]
    NotApproved,
    /// The waiting time runs.
    #[error("the owner of the account can object until {0:.0}; the link can be made from then on")]
    Waiting(Timestamp),
}

impl Recovery {
    /// The newest recovery of an account, out of entries in the order of recording.
    pub fn fold<'a>(account: &AccountId, entries: impl IntoIterator<Item = &'a Recorded>) -> Option<Recovery> {
        let mut newest: Option<Recovery> = None;
        for held in chain::held(entries) {
            let entry = &held.now().entry;
            let Some(recalled) = Recalled::of(entry).filter(|recalled| recalled.account == *account) else {
                continue;
            };
            let of_newest = |request: &EntryId, newest: &Option<Recovery>| newest.as_ref().is_some_and(|n| n.request == *request);
            match recalled.act {
                Act::RecoveryRequested { reason } => {
                    newest = Some(Recovery {
                        account: *account,
                        request: held.first.clone(),
                        asked: entry.recorded,
                        by: recalled.by,
                        reason,
                        approvals: Vec::new(),
                        over: false,
                    });
                }
                Act::RecoveryApproved { request, organisation } if of_newest(&request, &newest) => {
                    let approval = Approval {
                        by: recalled.by,
                        organisation,
                        at: entry.recorded,
                    };
                    // Two of one person are one, whatever came to be recorded.
                    newest
                        .iter_mut()
                        .filter(|n| !n.over && n.has_room_for(&approval.by))
                        .for_each(|n| n.approvals.push(approval.clone()));
                }
                Act::RecoveryStopped { request, .. } | Act::RecoveryCompleted { request } if of_newest(&request, &newest) => {
                    newest.iter_mut().for_each(|n| n.over = true);
                }
                _ => {}
            }
        }
        newest
    }

    fn has_room_for(&self, by: &By) -> bool {
        self.approvals.len() < 2 && self.approvals.iter().all(|approval| approval.by != *by) && *by != By::Account(self.account)
    }

    /// Whether somebody may approve now, who administers accounts of an organisation. Whoever asked for it may
    /// be one of the two.
    ///
    /// # Errors
    /// Why not, and what to do.
    pub fn may_approve(&self, by: &By, ground: Ground, now: Timestamp) -> Result<(), RecoveryError> {
        self.stands(now)?;
        if *by == By::Account(self.account) {
            return Err(RecoveryError::Own);
        }
        if self.approved_by(by) {
            return Err(RecoveryError::Twice);
        }
        if self.approvals.len() >= 2 {
            return Err(RecoveryError::Approved);
        }
        match ground {
            Ground::Own => Ok(()),
            // The other way: so that nobody waits for one person, or for two who are abroad.
            Ground::Institution { administer } if administer < 2 => Ok(()),
            Ground::Institution { .. } => Err(RecoveryError::NotOfTheOrganisation),
        }
    }

    fn approved_by(&self, by: &By) -> bool {
        self.approvals.iter().any(|approval| approval.by == *by)
    }

    /// Whether it waits for approvals, or for its link to be used.
    pub fn is_under_way(&self, now: Timestamp) -> bool {
        !self.over && self.ends().is_none_or(|ends| now < ends)
    }

    /// From when on nothing can be done with it.
    fn ends(&self) -> Option<Timestamp> {
        let since = self.ready().unwrap_or(self.asked);
        since.checked_add(REQUEST_LIFE).ok()
    }

    /// From when on the link can be made; none until two have approved. Shown to all concerned.
    pub fn ready(&self) -> Option<Timestamp> {
        let second = self.approvals.get(1)?;
        Some(second.at.saturating_add(WAITING).unwrap_or(Timestamp::MAX))
    }

    /// Whether somebody may make the link now. They hand it to the person, and are neither of the two who approved: with
    /// their own two approvals nobody comes in as somebody else.
    ///
    /// # Errors
    /// Why not, and from when.
    pub fn may_issue(&self, by: &By, now: Timestamp) -> Result<(), RecoveryError> {
        self.stands(now)?;
        match self.ready() {
            None => Err(RecoveryError::NotApproved),
            Some(ready) if now < ready => Err(RecoveryError::Waiting(ready)),
            // From whoever owns the folder nothing can be kept.
            Some(_) if self.approved_by(by) && *by != By::Operator => Err(RecoveryError::Approver),
            Some(_) => Ok(()),
        }
    }

    fn stands(&self, now: Timestamp) -> Result<(), RecoveryError> {
        if self.over {
            Err(RecoveryError::Over)
        } else if self.is_under_way(now) {
            Ok(())
        } else {
            Err(RecoveryError::TooOld)
        }
    }
}
