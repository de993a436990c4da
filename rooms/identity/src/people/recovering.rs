//! Letting somebody back in who lost their credentials: asked for, approved by two, and after a time a link.

use super::accounts::read_reason;
use super::roll::{Roll, home, home_post};
use super::{Actor, People, PeopleError};
use crate::account::{Account, AccountId};
use crate::act::Act;
use crate::invitation::{Invitation, Purpose};
use crate::recovery::{Ground, Recovery, RecoveryError};
use crate::token::Token;
use access::{Action, On, Organisation};
use register::audit::Act as Audited;

impl People {
    /// Asks that somebody is let in again.
    ///
    /// # Errors
    /// The actor may not restore their access, the account is not open, or no reason is given.
    pub async fn ask_recovery(&self, actor: &Actor, account: &AccountId, reason: &str) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let (recovery, known) = self.recoverable(actor, &roll, account)?;
        super::accounts::must_be_open(&known)?;
        if known.is_service() {
            return Err(PeopleError::Service);
        }
        if recovery.is_some_and(|recovery| recovery.is_under_way(self.outside().now())) {
            return Err(RecoveryError::UnderWay.into());
        }
        let reason = read_reason(reason)?;
        self.act(
            actor,
            &roll,
            account,
            &[(Act::RecoveryRequested { reason }, Audited::RecoveryRequested)],
        )
        .await?;
        Ok(())
    }

    /// Approves it, as one of two.
    ///
    /// # Errors
    /// The actor may not, has approved it already, or it is over.
    pub async fn approve_recovery(&self, actor: &Actor, account: &AccountId) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let (recovery, known) = self.recoverable(actor, &roll, account)?;
        let recovery = recovery.ok_or(PeopleError::NoSuchRequest)?;
        let (ground, organisation) = self.ground(actor, &roll, &known);
        recovery.may_approve(actor.by(), ground, self.outside().now())?;
        let act = Act::RecoveryApproved {
            request: recovery.request,
            organisation,
        };
        self.act(actor, &roll, account, &[(act, Audited::RecoveryApproved)]).await?;
        Ok(())
    }

    /// Stops it: by the owner of the account, or by whoever may approve it.
    ///
    /// # Errors
    /// The actor may not, no reason is given, or it is over.
    pub async fn stop_recovery(&self, actor: &Actor, account: &AccountId, reason: &str) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let recovery = if actor.account() == Some(account) {
            roll.recovery(account)
        } else {
            self.recoverable(actor, &roll, account)?.0
        };
        let recovery = recovery.filter(|recovery| !recovery.over).ok_or(PeopleError::NoSuchRequest)?;
        let act = Act::RecoveryStopped {
            request: recovery.request,
            reason: read_reason(reason)?,
        };
        self.act(actor, &roll, account, &[(act, Audited::RecoveryRefused)]).await?;
        self.invitations().void(account).await?;
        Ok(())
    }

    /// The link for the owner, once two have approved and the time to object is over.
    ///
    /// # Errors
    /// The actor may not, or it is not time yet.
    pub async fn issue_recovery(&self, actor: &Actor, account: &AccountId) -> Result<Token, PeopleError> {
        let (recovery, known) = self.recoverable(actor, &*self.roll().await?, account)?;
        let recovery = recovery.ok_or(PeopleError::NoSuchRequest)?;
        recovery.may_issue(actor.by(), self.outside().now())?;
        let event = self.audit.event(Audited::Invited, actor.who()).about(&account.to_string());
        self.audit.write(&[event.detail("recovery")]).await?;
        let invitation = Invitation {
            account: *account,
            name: known.name().to_owned(),
            purpose: Purpose::Recover { request: recovery.request },
        };
        Ok(self.invitations().issue(&invitation).await?)
    }

    /// Recoveries that are not over, of people whom the actor may restore.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn recoveries(&self, actor: &Actor) -> Result<Vec<(Account, Recovery)>, PeopleError> {
        let roll = self.roll().await?;
        let of = |account: &Account| {
            let recovery = roll.recovery(account.id()).filter(|recovery| !recovery.over)?;
            self.may_recover(actor, account).then(|| (account.clone(), recovery))
        };
        Ok(roll.accounts().into_iter().filter_map(of).collect())
    }

    /// Whether an actor may restore the access of the owner of an account: for the organisation whose person they are,
    /// whatever posts they hold elsewhere, or for the institution.
    pub fn may_recover(&self, actor: &Actor, account: &Account) -> bool {
        let home = home(account);
        let posts = account.posts().iter().chain(std::iter::once(account.invited_for()));
        posts
            .filter(|post| post.organisation == home)
            .any(|post| access::may(actor.viewer(), Action::Recover, On::People(&home, post.role)))
    }

    /// The newest recovery of an account whose access the actor may restore.
    fn recoverable(&self, actor: &Actor, roll: &Roll, account: &AccountId) -> Result<(Option<Recovery>, Account), PeopleError> {
        let known = roll.account(account).ok_or(PeopleError::NoSuchAccount)?;
        if !self.may_recover(actor, known) {
            let seen = self.may_see(actor, known);
            return Err(if seen {
                PeopleError::NotAllowed
            } else {
                PeopleError::NoSuchAccount
            });
        }
        actor.check_fresh(Action::Recover)?;
        Ok((roll.recovery(account), known.clone()))
    }

    /// On what ground an actor approves the recovery of an account, and for whom. Administrators and the shell act for
    /// the institution, though the account be one of its own.
    pub(super) fn ground(&self, actor: &Actor, roll: &Roll, account: &Account) -> (Ground, Organisation) {
        let post = home_post(account);
        let own = access::may(actor.viewer(), Action::ManagePeople, On::People(&post.organisation, post.role));
        if own && actor.account().is_some() {
            return (Ground::Own, post.organisation);
        }
        let administer = roll.who_administer(account);
        (Ground::Institution { administer }, self.institution().clone())
    }
}
