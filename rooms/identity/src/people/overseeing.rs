//! What somebody may know of the accounts of others, and what whoever administers them looks at.

use super::accounts::{manages, posts_of};
use super::{Actor, People, PeopleError};
use crate::account::{Account, AccountId};
use crate::act::Post;
use crate::desk::StoreError;
use crate::recovery::{Recovery, RecoveryError};
use crate::session::Listed;
use access::Viewer;

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

/// What an actor is to an account, the least first; whoever is more is the less too.
///
/// | standing | the account is | and so the actor |
/// |---|---|---|
/// | `Stranger` | none of the others | has no answer that tells whether there is one |
/// | `Recovers` | one whose owner they may let in again | lists it, with the name, and acts in its recovery |
/// | `Sees` | of their own organisation, or of a post that they administer | names it: gives and takes what is theirs to give |
/// | `Administers` | one of which they administer every post | closes it, revokes its credentials, ends its sessions |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing.
    Stranger,
    /// May let its owner in again.
    Recovers,
    /// Of the same organisation, or administers a post of it.
    Sees,
    /// Administers every post of it.
    Administers,
}

impl People {
    /// What an actor is to an account.
    pub fn standing(&self, actor: &Actor, account: &Account) -> Standing {
        let posts = posts_of(account);
        let own = |post: &Post| actor.viewer().organisation().is_none_or(|of| *of == post.organisation);
        if posts.iter().all(|post| manages(actor, post)) {
            Standing::Administers
        } else if posts.iter().any(|post| own(post) || manages(actor, post)) {
            Standing::Sees
        } else if self.may_recover(actor, account) {
            Standing::Recovers
        } else {
            Standing::Stranger
        }
    }

    /// Whether an actor sees that there is an account: of their own organisation, or one that they administer.
    pub fn may_see(&self, actor: &Actor, account: &Account) -> bool {
        self.standing(actor, account) >= Standing::Sees
    }

    /// Whether an actor knows of an account: they see it, or may let its owner in again.
    pub fn knows(&self, actor: &Actor, account: &Account) -> bool {
        self.standing(actor, account) >= Standing::Recovers
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

    /// Those of an actor's own organisation of whom they know: among whom a desk is handed over.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn colleagues(&self, actor: &Actor) -> Result<Vec<Account>, StoreError> {
        let organisation = actor.viewer().organisation();
        let of_us = |account: &&Account| account.posts().iter().any(|post| Some(&post.organisation) == organisation);
        let roll = self.roll().await?;
        let known = roll.accounts().into_iter().filter(|account| self.knows(actor, account));
        Ok(known.filter(of_us).cloned().collect())
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

    /// Whether an account is of those who act as an actor does: of their organ of the Court, of the same body of their State. An
    /// account that does not is told from none by nobody.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn acts_beside(&self, actor: &Actor, account: &AccountId) -> Result<bool, StoreError> {
        let Some(as_what) = actor.viewer().acts_as() else {
            return Ok(false);
        };
        let roll = self.roll().await?;
        let posts = roll.account(account).map(posts_of).unwrap_or_default();
        let acts_so = |post: Post| {
            let viewer = Viewer::of(&account.to_string(), post.organisation, post.role, Vec::new());
            viewer.is_ok_and(|viewer| viewer.acts_as() == Some(as_what))
        };
        Ok(posts.into_iter().any(acts_so))
    }

    /// Whether an actor administers an account: every post of it.
    pub fn administers(&self, actor: &Actor, account: &Account) -> bool {
        self.standing(actor, account) == Standing::Administers
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
