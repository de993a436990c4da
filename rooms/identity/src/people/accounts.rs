//! Inviting people, giving and taking roles and credentials, closing accounts.

use super::roll::Roll;
use super::{Actor, People, PeopleError};
use crate::account::{Account, AccountId, Stage};
use crate::act::{Act, Post};
use crate::invitation::{Invitation, Invitations, Purpose};
use crate::name;
use crate::session::Sessions;
use crate::token::{Key, Token};
use access::{Action, On, Organisation, Role, may};
use register::audit::Act as Audited;

/// The name under which the first administrator is invited, who is not known yet.
pub const FIRST: &str = "First administrator";

impl People {
    /// Invites somebody for a post, and gives the link. `another` where the actor was told that somebody has a name
    /// like it and means another person.
    ///
    /// # Errors
    /// The actor may not, the name or post is none, the name is like somebody's of whom the actor knows, or the post is
    /// in a team that was not taken in.
    pub async fn invite(&self, actor: &Actor, name: &str, post: &Post, another: bool) -> Result<(AccountId, Token), PeopleError> {
        self.invite_into(actor, name, post, None, another).await
    }

    /// The same; with the number of a case a team is taken in for it with its first person.
    ///
    /// # Errors
    /// As for [`People::invite`], or the case is none, or the team belongs to another, or the organisation is no team.
    pub async fn invite_into(
        &self,
        actor: &Actor,
        name: &str,
        post: &Post,
        case: Option<&str>,
        another: bool,
    ) -> Result<(AccountId, Token), PeopleError> {
        self.check_post(post)?;
        let name = name::read(name)?;
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        check_invites(actor, &roll, post, None)?;
        let taken_in = self.taking_in(actor, &roll, post, case)?;
        let alike = self.alike(actor, &roll, &name, &post.organisation);
        if !another && !alike.is_empty() {
            let names: Vec<&str> = alike.iter().map(|account| account.name()).collect();
            return Err(PeopleError::Alike(names.join(", ")));
        }
        let account = AccountId::new(self.outside());
        let invited = Act::AccountInvited {
            name: name.clone(),
            post: post.clone(),
        };
        let mut acts = vec![(invited, Audited::Invited)];
        acts.extend(taken_in.map(|act| (act, Audited::OrganisationAdded)));
        self.act(actor, &roll, &account, &acts).await?;
        let invitation = Invitation {
            account,
            name,
            purpose: Purpose::Join { post: post.clone() },
        };
        let link = self.invitations().issue(&invitation).await?;
        Ok((account, link))
    }

    /// Another link for somebody who was invited and has not come; earlier ones work no more.
    ///
    /// # Errors
    /// The actor may not, or the account is open or closed.
    pub async fn invite_again(&self, actor: &Actor, account: &AccountId) -> Result<Token, PeopleError> {
        let roll = self.roll().await?;
        let invited = self.invited_by(actor, &roll, account)?;
        match invited.stage() {
            Stage::Invited => {}
            Stage::Open => return Err(PeopleError::Open),
            Stage::Closed => return Err(PeopleError::Closed),
        }
        let invitation = Invitation {
            account: *account,
            name: invited.name().to_owned(),
            purpose: Purpose::Join {
                post: invited.invited_for().clone(),
            },
        };
        let event = self.audit.event(Audited::Invited, actor.who()).about(&account.to_string());
        self.audit.write(&[event]).await?;
        Ok(self.invitations().issue(&invitation).await?)
    }

    /// The link by which the first administrator comes in, of a record that has none; none where there is one.
    ///
    /// # Errors
    /// Record or desk cannot be read or written.
    pub async fn first_link(&self) -> Result<Option<Token>, PeopleError> {
        let roll = self.roll().await?;
        if roll.has_administrator() {
            return Ok(None);
        }
        let operator = Actor::operator("first start");
        let post = Post {
            organisation: self.institution().clone(),
            role: Role::Administrator,
        };
        let waiting = roll
            .accounts()
            .into_iter()
            .find(|account| account.stage() == Stage::Invited && account.name() == FIRST && *account.invited_for() == post);
        let link = match waiting {
            Some(account) => self.invite_again(&operator, account.id()).await?,
            None => self.invite(&operator, FIRST, &post, true).await?.1,
        };
        Ok(Some(link))
    }

    /// Gives a post.
    ///
    /// # Errors
    /// The actor may not, they have it, or the account is not open.
    pub async fn grant(&self, actor: &Actor, account: &AccountId, post: &Post) -> Result<(), PeopleError> {
        self.check_post(post)?;
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let known = self.seen_account(actor, &roll, account)?;
        // Nobody gives a role to themselves: what they then might do, another has wanted too.
        if actor.account() == Some(account) {
            return Err(PeopleError::NotAllowed);
        }
        check_manages(actor, post)?;
        must_be_open(known)?;
        self.taking_in(actor, &roll, post, None)?;
        if known.posts().contains(post) {
            return Err(PeopleError::HeldAlready);
        }
        let act = Act::RoleGranted { post: post.clone() };
        self.act(actor, &roll, account, &[(act, Audited::RoleGranted)]).await?;
        Ok(())
    }

    /// Takes a post back; the sessions of the account end.
    ///
    /// # Errors
    /// The actor may not, no reason is given, or they do not have it.
    pub async fn withdraw(&self, actor: &Actor, account: &AccountId, post: &Post, reason: &str) -> Result<(), PeopleError> {
        check_manages(actor, post)?;
        let reason = read_reason(reason)?;
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let known = self.seen_account(actor, &roll, account)?;
        if !known.posts().contains(post) {
            return Err(PeopleError::NotHeld);
        }
        let act = Act::RoleWithdrawn {
            post: post.clone(),
            reason,
        };
        self.act(actor, &roll, account, &[(act, Audited::RoleWithdrawn)]).await?;
        self.end_sessions(account).await
    }

    /// Closes an account for good; its sessions end, and its links work no more.
    ///
    /// # Errors
    /// The actor does not administer every post of it, nor invited its owner who has not come, or no reason is given.
    pub async fn close(&self, actor: &Actor, account: &AccountId, reason: &str) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let known = self.invited_by(actor, &roll, account)?;
        if known.stage() == Stage::Closed {
            return Err(PeopleError::Closed);
        }
        let reason = read_reason(reason)?;
        self.act(actor, &roll, account, &[(Act::AccountClosed { reason }, Audited::AccountClosed)])
            .await?;
        self.invitations().void(account).await?;
        self.end_sessions(account).await
    }

    /// Revokes a credential: one's own, unless it is the last, or that of somebody whom the actor administers. The
    /// sessions of the account end.
    ///
    /// # Errors
    /// The actor may not, there is no such credential, or it is their last.
    pub async fn revoke(&self, actor: &Actor, account: &AccountId, credential: &Key, reason: &str) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let own = actor.account() == Some(account);
        let known = if own {
            actor.check_fresh(Action::ManagePeople)?;
            roll.account(account).ok_or(PeopleError::NoSuchAccount)?
        } else {
            self.managed(actor, &roll, account)?
        };
        if known.credential(credential).is_none() {
            return Err(PeopleError::NotHeld);
        }
        if own && known.credentials().len() < 2 {
            return Err(PeopleError::LastCredential);
        }
        let act = Act::CredentialRevoked {
            credential: *credential,
            reason: read_reason(reason)?,
        };
        self.act(actor, &roll, account, &[(act, Audited::CredentialRevoked)]).await?;
        self.end_sessions(account).await
    }

    /// Ends sessions of somebody whom an actor administers: this one, or all. How many there were.
    ///
    /// # Errors
    /// The actor may not, there is no such session, or desk or audit cannot be written.
    pub async fn end_sessions_of(&self, actor: &Actor, account: &AccountId, session: Option<&Key>) -> Result<usize, PeopleError> {
        let roll = self.roll().await?;
        self.managed(actor, &roll, account)?;
        let mut under_way = self.sessions().list(account).await?;
        under_way.retain(|listed| session.is_none_or(|key| listed.key == *key));
        if session.is_some() && under_way.is_empty() {
            return Err(PeopleError::NotHeld);
        }
        if !under_way.is_empty() {
            let event = self.audit.event(Audited::SessionEnded, actor.who()).about(&account.to_string());
            self.audit.write(&[event]).await?;
        }
        for listed in &under_way {
            self.sessions().end(account, &listed.key).await?;
        }
        Ok(under_way.len())
    }

    /// People of an organisation whose names could be taken for this one, of those of whom the actor knows: how somebody
    /// else is called is for those to know who administer them.
    pub fn alike<'r>(&self, actor: &Actor, roll: &'r Roll, name: &str, organisation: &Organisation) -> Vec<&'r Account> {
        let mut alike = roll.alike(name, organisation);
        alike.retain(|account| self.knows(actor, account));
        alike
    }

    /// The roles of an organisation for which an actor may invite somebody, as the roll was read last: those that they
    /// administer, or that of the first who then invites the others.
    pub fn posts_to_give(&self, actor: &Actor, organisation: &Organisation) -> Vec<Role> {
        let roll = self.kept();
        let given = |role: &Role| {
            let post = Post {
                organisation: organisation.clone(),
                role: *role,
            };
            self.check_post(&post).is_ok() && invites(actor, &roll, &post, None)
        };
        Role::ALL.into_iter().filter(given).collect()
    }

    /// An account that an actor sees. What they do not see they cannot name either: by a post given to a stranger,
    /// the stranger's account would come into the hands of another organisation.
    fn seen_account<'r>(&self, actor: &Actor, roll: &'r Roll, account: &AccountId) -> Result<&'r Account, PeopleError> {
        let known = roll.account(account).filter(|known| self.may_see(actor, known));
        known.ok_or(PeopleError::NoSuchAccount)
    }

    /// An account of which an actor administers every post.
    pub(super) fn managed<'r>(&self, actor: &Actor, roll: &'r Roll, account: &AccountId) -> Result<&'r Account, PeopleError> {
        let known = self.seen_account(actor, roll, account)?;
        if !posts_of(known).iter().all(|post| manages(actor, post)) {
            return Err(PeopleError::NotAllowed);
        }
        actor.check_fresh(Action::ManagePeople)?;
        Ok(known)
    }

    /// An account of which an actor administers every post, or whose owner they invited as the first of an organisation
    /// and who has not come.
    fn invited_by<'r>(&self, actor: &Actor, roll: &'r Roll, account: &AccountId) -> Result<&'r Account, PeopleError> {
        let waiting = roll.account(account).filter(|known| known.stage() == Stage::Invited);
        match waiting.filter(|known| invites(actor, roll, known.invited_for(), Some(account))) {
            Some(known) => {
                actor.check_fresh(Action::ManagePeople)?;
                Ok(known)
            }
            None => self.managed(actor, roll, account),
        }
    }

    /// That a post exists; auditors and administrators are of the institution that keeps the record alone.
    pub(super) fn check_post(&self, post: &Post) -> Result<(), PeopleError> {
        let sees_no_matter = matches!(post.role, Role::Auditor | Role::Administrator);
        if !post.exists() || (sees_no_matter && post.organisation != *self.institution()) {
            return Err(PeopleError::NoSuchPost);
        }
        Ok(())
    }

    pub(super) fn invitations(&self) -> Invitations<'_> {
        Invitations {
            desk: self.desk.as_ref(),
            outside: self.outside(),
        }
    }

    /// The sessions of the record.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions {
            desk: self.desk.as_ref(),
            outside: self.outside(),
        }
    }

    pub(super) async fn end_sessions(&self, account: &AccountId) -> Result<(), PeopleError> {
        Ok(self.sessions().end_all(account).await?)
    }
}

/// Whether an actor administers people in a post of their own organisation.
pub fn manages(actor: &Actor, post: &Post) -> bool {
    may(actor.viewer(), Action::ManagePeople, On::People(&post.organisation, post.role))
}

/// Whether an actor may invite somebody for a post: of their own organisation, or as the first of another, who then
/// invites the others, as long as there is nobody who could. `but` is not counted as one.
fn invites(actor: &Actor, roll: &Roll, post: &Post, but: Option<&AccountId>) -> bool {
    let first = may(
        actor.viewer(),
        Action::ManageOrganisations,
        On::People(&post.organisation, post.role),
    );
    manages(actor, post) || (first && !roll.has_who_manages(post, but))
}

fn check_invites(actor: &Actor, roll: &Roll, post: &Post, but: Option<&AccountId>) -> Result<(), PeopleError> {
    if !invites(actor, roll, post, but) {
        return Err(PeopleError::NotAllowed);
    }
    actor.check_fresh(Action::ManagePeople)
}

pub(super) fn check_manages(actor: &Actor, post: &Post) -> Result<(), PeopleError> {
    if !manages(actor, post) {
        return Err(PeopleError::NotAllowed);
    }
    actor.check_fresh(Action::ManagePeople)
}

/// The posts of an account, or the one for which its owner was invited.
pub(super) fn posts_of(account: &Account) -> Vec<Post> {
    match account.stage() {
        Stage::Invited => vec![account.invited_for().clone()],
        Stage::Open | Stage::Closed if account.posts().is_empty() => vec![account.invited_for().clone()],
        Stage::Open | Stage::Closed => account.posts().iter().cloned().collect(),
    }
}

pub(super) fn must_be_open(account: &Account) -> Result<(), PeopleError> {
    match account.stage() {
        Stage::Open => Ok(()),
        Stage::Invited => Err(PeopleError::NotOpen),
        Stage::Closed => Err(PeopleError::Closed),
    }
}

/// The longest reason, in characters: some ten lines, to be read by whoever decides.
pub const LONGEST_REASON: usize = 1000;

/// A reason as it was written.
pub(super) fn read_reason(text: &str) -> Result<String, PeopleError> {
    let reason = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        Err(PeopleError::NoReason)
    } else if reason.chars().count() > LONGEST_REASON {
        Err(PeopleError::LongReason)
    } else {
        Ok(reason)
    }
}
