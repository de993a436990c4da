//! The people of a demonstration: invented ones, of an exercise, as whom anybody at the machine signs in by a press.
//!
//! They come in as everybody does, by an invitation that is taken up, with a credential that no provider gives. It opens
//! nothing but a session of the demonstration: whoever runs the record otherwise has no way to use it.

use super::coming::{Visit, refused_or_store};
use super::{Actor, People, PeopleError};
use crate::account::{Account, AccountId, Stage};
use crate::act::Post;
use crate::credential::{Credential, Means, ProviderIdentity};
use crate::refusal::{Refusal, SignInError};
use crate::session::Browser;
use crate::token::Token;

/// The issuer of the identities of a demonstration's people: no provider has it, since it is no address.
pub const ISSUER: &str = "urn:comity:demonstration";

impl People {
    /// Takes in one of a demonstration's people, with the case of their team, or finds whom it took in before. Works in
    /// an exercise record alone.
    ///
    /// # Errors
    /// The record is real, the name, post or case is none, or record or desk cannot be read or written.
    pub async fn take_in_for_demonstration(
        &self,
        actor: &Actor,
        name: &str,
        post: &Post,
        case: Option<&str>,
    ) -> Result<AccountId, PeopleError> {
        if !self.store.genesis().await?.exercise {
            return Err(PeopleError::NotAllowed);
        }
        let roll = self.roll().await?;
        let there = roll
            .accounts()
            .into_iter()
            .find(|account| account.name() == name && account.invited_for() == post && account.stage() != Stage::Closed);
        let (account, link) = match there {
            Some(account) if account.stage() == Stage::Open => return Ok(*account.id()),
            // A first start that broke off.
            Some(account) => (*account.id(), self.invite_again(actor, account.id()).await?),
            None => self.invite_into(actor, name, post, case, true).await?,
        };
        let (joining, _) = self.accept(&link).await.map_err(refused_or_store)?;
        let credential = Credential {
            name: "Demonstration".to_owned(),
            means: Means::Provider(identity(&account)),
        };
        self.join(&joining, credential, Browser::Other).await.map_err(refused_or_store)?;
        // Nobody has come yet.
        self.end_sessions(&account).await?;
        Ok(account)
    }

    /// Begins a session of one of a demonstration's people, whoever asks. Works in an exercise record alone, and for
    /// those alone whom the demonstration took in.
    ///
    /// # Errors
    /// Refused, which is audited, or record or desk cannot be read or written.
    pub async fn demonstrate(&self, account: &AccountId, browser: Browser) -> Result<Token, SignInError> {
        let exercise = self.store.genesis().await?.exercise;
        let roll = self.roll().await?;
        let known = roll.account(account).filter(|known| exercise && is_of_a_demonstration(known));
        let signed_in = match known {
            Some(known) if known.is_open() => Ok(self.now_by(known, identity(account).key())),
            Some(_) => Err(Refusal::AccountClosed.into()),
            None => Err(Refusal::UnknownCredential.into()),
        };
        let signed_in = self.audited(Some(account), signed_in).await?;
        self.begin_session(&signed_in, browser).await
    }

    /// Takes it that a visitor of a demonstration showed once more who they are, by a press.
    ///
    /// # Errors
    /// Refused where their session did not begin by [`People::demonstrate`]; or the session is over, or audit or desk
    /// cannot be written.
    pub async fn demonstrate_again(&self, visit: &Visit) -> Result<Token, SignInError> {
        let key = identity(visit.account.id()).key();
        if *visit.session.credential() != key {
            return Err(Refusal::OtherAccount.into());
        }
        self.verified_again(visit, &self.now_by(&visit.account, key)).await
    }
}

/// Whether an account is one of a demonstration's people, to be offered for a press.
pub fn is_of_a_demonstration(account: &Account) -> bool {
    account.credential(&identity(account.id()).key()).is_some()
}

fn identity(account: &AccountId) -> ProviderIdentity {
    ProviderIdentity {
        issuer: ISSUER.to_owned(),
        subject: account.to_string(),
    }
}
