//! What somebody may know of the accounts of others, and what whoever administers them looks at.

use super::accounts::{manages, posts_of};
use super::{Actor, People, PeopleError};
use crate::account::{Account, AccountId};
use crate::recovery::{Recovery, RecoveryError};
use crate::session::Listed;

/// The newest recovery of an account that is not over, and what an actor may do in it now.
#[derive(Clone, Debug)]
pub struct Recovering {
    /// What its entries say.
    pub recovery: Recovery,
    /// Whether the actor may be one of the two who approve it.
    pub approve: Result<(), RecoveryError>,
    /// Whether the link can be made.
    pub issue: Result<(), RecoveryError>,
}

impl People {
    /// Whether an actor knows of an account: it is of their own organisation, they administer it, or they may let its
    /// owner in again.
    pub fn knows(&self, actor: &Actor, account: &Account) -> bool {
        self.may_see(actor, account) || self.may_recover(actor, account)
    }

    /// The accounts of which an actor knows, in the order of names.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn known(&self, actor: &Actor) -> Result<Vec<Account>, PeopleError> {
        let roll = self.roll().await?;
        Ok(roll
            .accounts()
            .into_iter()
            .filter(|account| self.knows(actor, account))
            .cloned()
            .collect())
    }

    /// An account of which an actor knows.
    ///
    /// # Errors
    /// There is none for them, or the record cannot be read.
    pub async fn known_account(&self, actor: &Actor, account: &AccountId) -> Result<Account, PeopleError> {
        let roll = self.roll().await?;
        let known = roll.account(account).filter(|account| self.knows(actor, account));
        known.cloned().ok_or(PeopleError::NoSuchAccount)
    }

    /// Whether an actor administers an account: every post of it.
    pub fn administers(&self, actor: &Actor, account: &Account) -> bool {
        self.may_see(actor, account) && posts_of(account).iter().all(|post| manages(actor, post))
    }

    /// The sessions under way of an account that the actor administers, the one used last first. To look is not to
    /// change: it asks for no fresh verification.
    ///
    /// # Errors
    /// The actor does not administer it, or the desk cannot be read.
    pub async fn sessions_seen(&self, actor: &Actor, account: &Account) -> Result<Vec<Listed>, PeopleError> {
        if !self.administers(actor, account) {
            return Err(PeopleError::NotAllowed);
        }
        Ok(self.sessions().list(account.id()).await?)
    }

    /// The recovery of an account that is under way, for an actor who may let its owner in again.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn recovering(&self, actor: &Actor, account: &Account) -> Result<Option<Recovering>, PeopleError> {
        let roll = self.roll().await?;
        let recovery = roll
            .recovery(account.id())
            .filter(|recovery| !recovery.over && self.may_recover(actor, account));
        Ok(recovery.map(|recovery| {
            let now = self.outside().now();
            let (ground, _) = self.ground(actor, &roll, account);
            Recovering {
                approve: recovery.may_approve(actor.by(), ground, now),
                issue: recovery.may_issue(actor.by(), now),
                recovery,
            }
        }))
    }
}
