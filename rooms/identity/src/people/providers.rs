//! Signing in at an institution's own provider: what is begun there and what comes back, with a word to the auditor
//! where it is refused. What somebody proved so is used by [`super::coming`].

use super::People;
use super::coming::Visit;
use crate::oidc::{Proven, Provider, ProviderError, Returned, Sent};
use crate::token::Token;

impl People {
    /// Begins at a provider; with a visit, the provider lets the visitor prove anew who they are.
    ///
    /// # Errors
    /// The provider cannot be reached or contradicts its settings, or the desk cannot be written.
    pub async fn begin_at(&self, provider: &Provider, visit: Option<&Visit>) -> Result<Sent, ProviderError> {
        provider
            .begin(self.desk.as_ref(), self.outside(), visit.map(|visit| &visit.session))
            .await
    }

    /// Finishes it with what came back; `visit` is the one for which it was begun, if it was.
    ///
    /// # Errors
    /// Refused, which is audited, or the provider cannot be reached, or desk or audit cannot be written.
    pub async fn finish_at(
        &self,
        provider: &Provider,
        begun: &Token,
        returned: &Returned,
        visit: Option<&Visit>,
    ) -> Result<Proven, ProviderError> {
        let session = visit.map(|visit| &visit.session);
        let proven = provider.finish(self.desk.as_ref(), self.outside(), begun, returned, session).await;
        if let Err(ProviderError::Refused(refusal)) = &proven {
            self.tell_refused(visit.map(|visit| visit.account.id()), refusal.word()).await?;
        }
        proven
    }
}
