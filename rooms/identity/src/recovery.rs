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

/// How long a request stands: what nobody approved by then is asked for again.
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

/// Who may approve: what is known of the organisation whose person is locked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eyes {
    /// The organisation of the person.
    pub organisation: Organisation,
    /// How many people administer its accounts, the person not counted.
    pub administer: usize,
    /// The institution that keeps the record.
    pub institution: Organisation,
}

/// Why somebody cannot approve, or a link cannot be made yet. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryError {
    /// It was stopped or used.
    #[error("this recovery is over; if it is still needed, ask for another")]
    Over,
    /// It was asked for too long ago.
    #[error("this recovery was asked for more than seven days ago; ask for another")]
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
    pub fn may_approve(&self, by: &By, of: &Organisation, eyes: &Eyes, now: Timestamp) -> Result<(), RecoveryError> {
        self.stands(now)?;
        if *by == By::Account(self.account) {
            return Err(RecoveryError::Own);
        }
        if self.approvals.iter().any(|approval| approval.by == *by) {
            return Err(RecoveryError::Twice);
        }
        if self.approvals.len() >= 2 {
            return Err(RecoveryError::Approved);
        }
        // The other way: so that nobody waits for one person, or for two who are abroad.
        let institution_steps_in = eyes.administer < 2 && *of == eyes.institution;
        if *of == eyes.organisation || institution_steps_in {
            Ok(())
        } else {
            Err(RecoveryError::NotOfTheOrganisation)
        }
    }

    /// From when on the link can be made; none until two have approved. Shown to all concerned.
    pub fn ready(&self) -> Option<Timestamp> {
        let second = self.approvals.get(1)?;
        Some(second.at.saturating_add(WAITING).unwrap_or(Timestamp::MAX))
    }

    /// Whether the link can be made now. It goes to the person, never to who approved.
    ///
    /// # Errors
    /// Why not, and from when.
    pub fn may_issue(&self, now: Timestamp) -> Result<(), RecoveryError> {
        if self.over {
            return Err(RecoveryError::Over);
        }
        match self.ready() {
            None => self.stands(now).and(Err(RecoveryError::NotApproved)),
            Some(ready) if now < ready => Err(RecoveryError::Waiting(ready)),
            Some(_) => Ok(()),
        }
    }

    fn stands(&self, now: Timestamp) -> Result<(), RecoveryError> {
        if self.over {
            Err(RecoveryError::Over)
        } else if self.asked.saturating_add(REQUEST_LIFE).unwrap_or(Timestamp::MAX) <= now {
            Err(RecoveryError::TooOld)
        } else {
            Ok(())
        }
    }
}
