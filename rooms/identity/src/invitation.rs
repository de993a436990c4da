//! Invitations: how somebody comes in. A link works once, for a day, and only when its button is pressed: opening
//! it, as a mail filter does, changes nothing.

use crate::account::{Account, AccountId, Stage};
use crate::act::{Act, Post};
use crate::credential::Credential;
use crate::desk::{Item, Shelf, SignInDesk, StoreError, in_force, to_value};
use crate::recovery::Recovery;
use crate::refusal::{Refusal, SignInError};
use crate::token::Token;
use jiff::{SignedDuration, Timestamp};
use record::entry::EntryId;
use register::outside::Outside;
use serde::{Deserialize, Serialize};

/// How long a link can be used: until the same hour of the next day.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// How long whoever took a link up has to make their passkey, over as many attempts as it takes.
pub const JOINING_LIFE: SignedDuration = SignedDuration::from_mins(60);

/// Who is invited, to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The account that will be theirs.
    pub account: AccountId,
    /// What they are called.
    pub name: String,
    /// What the link is for.
    pub purpose: Purpose,
}

/// What a link is for. Closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To come in, for a post. The first administrator comes by one of these too.
    Join {
        /// Which post.
        post: Post,
    },
    /// To come back in, after a recovery that two persons approved; the entry of its request.
    Recover {
        /// Which recovery.
        #[serde(with = "crate::act::as_entry")]
        request: EntryId,
    },
}

impl Invitation {
    /// What is recorded, in one transaction and in this order, once a link was taken up and a credential made for
    /// it: the account opens, or its lost credentials give way to the new one. `recovery` is the newest of the
    /// account.
    ///
    /// # Errors
    /// The record says something else by now: the account is closed, or open already, or the recovery is over.
    pub fn acts(&self, account: &Account, recovery: Option<&Recovery>, credential: Credential) -> Result<Vec<Act>, Refusal> {
        if *account.id() != self.account {
            return Err(Refusal::OtherAccount);
        }
        match &self.purpose {
            Purpose::Join { post } if account.stage() == Stage::Invited && account.invited_for() == post => Ok(vec![
                Act::AccountOpened,
                Act::CredentialAdded { credential },
                Act::RoleGranted { post: post.clone() },
            ]),
            Purpose::Recover { request } if account.is_open() && recovery.is_some_and(|r| r.request == *request && !r.over) => {
                let lost = account.credentials().iter().map(|lost| Act::CredentialRevoked {
                    credential: lost.key(),
                    reason: "recovery of the account".to_owned(),
                });
                let request = request.clone();
                Ok(lost
                    .chain([Act::CredentialAdded { credential }, Act::RecoveryCompleted { request }])
                    .collect())
            }
            Purpose::Join { .. } | Purpose::Recover { .. } if account.stage() == Stage::Closed => Err(Refusal::AccountClosed),
            Purpose::Join { .. } | Purpose::Recover { .. } => Err(Refusal::OtherPurpose),
        }
    }
}

/// The invitations of a record.
#[derive(Clone, Copy)]
pub struct Invitations<'a> {
    /// Where they are kept.
    pub desk: &'a dyn SignInDesk,
    /// Clock and chance.
    pub outside: &'a dyn Outside,
}

impl Invitations<'_> {
    /// Makes a link, and makes void what links the account had before: the newest one alone works. The entry of
    /// the invitation is the caller's to append, before the link is given to anybody.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn issue(&self, invitation: &Invitation) -> Result<Token, StoreError> {
        self.void(&invitation.account).await?;
        self.keep(Shelf::Invitation, invitation, LINK_LIFE).await
    }

    /// Makes void all links of an account, also those that were taken up and not finished.
    ///
    /// # Errors
    /// The desk cannot be read or written.
    pub async fn void(&self, account: &AccountId) -> Result<(), StoreError> {
        for shelf in [Shelf::Invitation, Shelf::Joining] {
            for item in self.desk.list(shelf, account).await? {
                self.desk.delete(shelf, account, &item.key).await?;
            }
        }
        Ok(())
    }

    /// What a link is for, to show beside its button. Changes nothing.
    ///
    /// # Errors
    /// The link is used, too old or none, or the desk cannot be read.
    pub async fn look(&self, link: &Token) -> Result<Invitation, SignInError> {
        self.read(Shelf::Invitation, link).await
    }

    /// Takes a link up, when its button was pressed: the link is used from then on, and the browser gets a token of
    /// its own with which to make the passkey.
    ///
    /// # Errors
    /// The link is used, too old or none, or the desk cannot be written.
    pub async fn accept(&self, link: &Token) -> Result<(Token, Invitation), SignInError> {
        let item = self.desk.take(Shelf::Invitation, &link.key()).await?.ok_or(Refusal::NoCeremony)?;
        let invitation: Invitation = in_force(&item, self.outside.now()).ok_or(Refusal::Expired)?;
        let token = self.keep(Shelf::Joining, &invitation, JOINING_LIFE).await?;
        Ok((token, invitation))
    }

    /// What was taken up, while the passkey is being made.
    ///
    /// # Errors
    /// It is finished, too old or none, or the desk cannot be read.
    pub async fn joining(&self, token: &Token) -> Result<Invitation, SignInError> {
        self.read(Shelf::Joining, token).await
    }

    /// Finishes it, once the passkey is made and before its entries are appended: of two that finish at once one
    /// comes in.
    ///
    /// # Errors
    /// It is finished, too old or none, or the desk cannot be written.
    pub async fn finish(&self, token: &Token) -> Result<Invitation, SignInError> {
        let item = self.desk.take(Shelf::Joining, &token.key()).await?.ok_or(Refusal::NoCeremony)?;
        Ok(in_force(&item, self.outside.now()).ok_or(Refusal::Expired)?)
    }

    async fn read(&self, shelf: Shelf, token: &Token) -> Result<Invitation, SignInError> {
        let item = self.desk.read(shelf, &token.key()).await?.ok_or(Refusal::NoCeremony)?;
        Ok(in_force(&item, self.outside.now()).ok_or(Refusal::Expired)?)
    }

    async fn keep(&self, shelf: Shelf, invitation: &Invitation, life: SignedDuration) -> Result<Token, StoreError> {
        let token = Token::new(self.outside);
        let item = Item {
            shelf,
            key: token.key(),
            owner: Some(invitation.account),
            expires: Some(self.outside.now().saturating_add(life).unwrap_or(Timestamp::MAX)),
            value: to_value(invitation)?,
        };
        self.desk.insert(&item).await?;
        Ok(token)
    }
}
