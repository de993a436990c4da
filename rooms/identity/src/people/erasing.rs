//! Erasing of a matter from a page: one asks, another orders or declines. Each is written into the audit before it is done.
//!
//! What may be erased, and that two persons are two, the register says and the store asks again in the transaction that
//! records it, on whichever server: nothing here looks first and acts later.

use super::{Actor, People, PeopleError};
use access::Action;
use record::entry::Draft;
use register::Register;
use register::audit::Act as Audited;
use register::erasing::{ErasureDecline, ErasureOrder, ErasureRequest};
use register::fact::FactError;
use register::port::Recorded;

/// Why an erasure was not asked for, ordered or declined.
#[derive(Debug, thiserror::Error)]
pub enum ErasingError {
    /// The actor has to show again who they are, or the audit cannot be written.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// The register or the store refused.
    #[error(transparent)]
    Fact(#[from] FactError),
}

impl People {
    /// Asks for entries of a matter to be erased.
    ///
    /// # Errors
    /// As for [`Register::request_erasure`]; or the actor has to show again who they are, or it cannot be audited.
    pub async fn ask_erasure(&self, register: &Register, actor: &Actor, request: &ErasureRequest) -> Result<Recorded, ErasingError> {
        let draft = register.check_request_of_erasure(actor.viewer(), request).await?;
        self.told(actor, &draft, Audited::ErasureRequested).await?;
        Ok(register.request_erasure(actor.viewer(), request).await?)
    }

    /// Orders what another person asked for: the bodies go at once.
    ///
    /// # Errors
    /// As for [`Register::order_erasure`]; or the actor has to show again who they are, or it cannot be audited.
    pub async fn order_erasure(&self, register: &Register, actor: &Actor, order: &ErasureOrder) -> Result<Recorded, ErasingError> {
        let draft = register.check_order_of_erasure(actor.viewer(), order).await?;
        self.told(actor, &draft, Audited::ErasureOrdered).await?;
        Ok(register.order_erasure(actor.viewer(), order).await?)
    }

    /// Declines what another person asked for, or takes one's own request back.
    ///
    /// # Errors
    /// As for [`Register::decline_erasure`]; or the actor has to show again who they are, or it cannot be audited.
    pub async fn decline_erasure(&self, register: &Register, actor: &Actor, decline: &ErasureDecline) -> Result<Recorded, ErasingError> {
        let draft = register.check_decline_of_erasure(actor.viewer(), decline).await?;
        self.told(actor, &draft, Audited::ErasureDeclined).await?;
        Ok(register.decline_erasure(actor.viewer(), decline).await?)
    }

    /// Tells the audit what is about to be done. Whoever typed what cannot be was told so before they show once more who
    /// they are.
    async fn told(&self, actor: &Actor, draft: &Draft, audited: Audited) -> Result<(), PeopleError> {
        actor.check_fresh(Action::Erase)?;
        let event = self.audit.event(audited, actor.who());
        Ok(self.audit.write(&[event.matter(&draft.matter, draft.audience.level)]).await?)
    }
}
