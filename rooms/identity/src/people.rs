//! The people of a record: who they are now, and every act by which that changes.
//!
//! What is recorded of people is folded once and kept in memory, and renewed before each use from what was recorded
//! since, by whichever server: so that what is taken from somebody is taken everywhere at once.
//!
//! Read in this order: [`roll`] (everybody as they are now), [`actor`] (who acts), [`accounts`] (inviting, roles,
//! credentials, closing), [`cases`] (teams and their cases), [`coming`] (signing in, invitations, sessions), [`programs`] (tokens and accounts of programs), [`recovering`] (four eyes), [`overseeing`] (what
//! one knows of others' accounts), [`matters`] (assignments, delegations, emergencies), [`handing_over`] (a whole desk), [`holders`] (who has a matter,
//! as an actor may see it), [`erasing`] (what goes of a matter) and [`signing`] (signatures of requests).

pub mod accounts;
pub mod actor;
mod cases;
pub mod coming;
pub mod demonstration;
pub mod erasing;
pub mod handing_over;
pub mod holders;
pub mod matters;
pub mod overseeing;
pub mod programs;
mod providers;
pub mod recovering;
pub mod roll;
pub mod signing;

pub use actor::{Actor, PeopleError};
pub use roll::Roll;

use crate::account::AccountId;
use crate::act::{Act, Writer};
use crate::desk::{SignInDesk, StoreError};
use access::{Organisation, Viewer};
use record::audience::{Audience, Level, Reader};
use record::entry::Draft;
use register::audit::{Act as Audited, AuditBook, Event};
use register::outside::Outside;
use register::port::{Recorded, Store};
use std::sync::{Arc, RwLock};

/// The people of a record.
#[derive(Clone)]
pub struct People {
    store: Arc<dyn Store>,
    desk: Arc<dyn SignInDesk>,
    outside: Arc<dyn Outside>,
    audit: AuditBook,
    institution: Organisation,
    roll: Arc<RwLock<Arc<Roll>>>,
    renewing: Arc<tokio::sync::Mutex<()>>,
    /// One at a time of the acts that look first whether they may be done, on this server.
    acting: Arc<tokio::sync::Mutex<()>>,
}

/// The ground on which what is recorded of an account is not public.
const BASIS: &str = "administration of accounts";

impl People {
    /// Those of a record. `institution` keeps it: auditors and administrators are of it alone.
    pub fn new(
        store: Arc<dyn Store>,
        desk: Arc<dyn SignInDesk>,
        outside: Arc<dyn Outside>,
        audit: AuditBook,
        institution: Organisation,
    ) -> People {
        People {
            store,
            desk,
            outside,
            audit,
            institution,
            roll: Arc::new(RwLock::new(Arc::new(Roll::default()))),
            renewing: Arc::default(),
            acting: Arc::default(),
        }
    }

    /// Everybody as they are now.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn roll(&self) -> Result<Arc<Roll>, StoreError> {
        let length = self.store.length().await?;
        let kept = self.kept();
        if kept.length() == length {
            return Ok(kept);
        }
        let _one_at_a_time = self.renewing.lock().await;
        let kept = self.kept();
        if kept.length() >= length {
            return Ok(kept);
        }
        let renewed = Arc::new(kept.renewed(self.store.as_ref()).await?);
        *self.roll.write().unwrap_or_else(std::sync::PoisonError::into_inner) = renewed.clone();
        Ok(renewed)
    }

    fn kept(&self) -> Arc<Roll> {
        self.roll.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Clock and chance.
    pub fn outside(&self) -> &dyn Outside {
        self.outside.as_ref()
    }

    /// The institution that keeps the record.
    pub fn institution(&self) -> &Organisation {
        &self.institution
    }

    /// Drafts of acts in the matter of an account, which its owner may know.
    fn drafts(&self, actor: &Actor, account: &AccountId, acts: &[Act]) -> Result<Vec<Draft>, PeopleError> {
        let owner = Reader::Person(account.to_string());
        let draft = |act: &Act| {
            // There may be a case of which nobody outside knows yet.
            let level = match act {
                Act::TeamTakenIn { .. } => Level::Confidential,
                _ => Level::Restricted,
            };
            let writer = Writer {
                author: actor.author().clone(),
                by: *actor.by(),
                audience: Audience::of(level, owner.clone(), [owner.clone()]),
                basis: BASIS.to_owned(),
            };
            writer
                .draft(self.outside(), account, &account.matter(), act)
                .map_err(PeopleError::from)
        };
        acts.iter().map(draft).collect()
    }

    /// Appends what the decision has allowed already. It is audited first: what cannot be audited is not done.
    async fn append(&self, drafts: Vec<Draft>, events: &[Event]) -> Result<Vec<Recorded>, PeopleError> {
        self.audit.write(events).await?;
        Ok(self.store.append(&Viewer::operator(), drafts, false).await?)
    }

    /// Records acts about an account, which were decided over a roll, with one event of the audit each.
    async fn act(&self, actor: &Actor, roll: &Roll, account: &AccountId, acts: &[(Act, Audited)]) -> Result<Vec<Recorded>, PeopleError> {
        let only: Vec<Act> = acts.iter().map(|(act, _)| act.clone()).collect();
        let drafts = self.drafts(actor, account, &only)?;
        let events: Vec<Event> = acts
            .iter()
            .map(|(act, audited)| self.event(actor, account, act, *audited))
            .collect();
        self.audit.write(&events).await?;
        Ok(self.store.append_over(&Viewer::operator(), drafts, roll.length()).await?)
    }

    fn event(&self, actor: &Actor, account: &AccountId, act: &Act, audited: Audited) -> Event {
        let event = self.audit.event(audited, actor.who()).about(&account.to_string());
        match act {
            Act::RoleGranted { post } | Act::RoleWithdrawn { post, .. } | Act::AccountInvited { post, .. } => {
                event.detail(post.role.word())
            }
            Act::TokenIssued { token } => event.detail(token.scope.word()),
            _ => event,
        }
    }
}
