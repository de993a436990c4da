//! Who asks: somebody who is signed in, or anybody.

use crate::Web;
use crate::guard::SignedIn;
use crate::guard::cookie::Cookie;
use access::Viewer;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use identity::people::coming::Visit;
use identity::people::programs::Program;
use identity::people::{Actor, PeopleError};
use identity::token::Token;
use register::port::StoreError;
use std::convert::Infallible;
use std::sync::Arc;

/// Who asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visitor(Option<Arc<Visit>>);

impl Visitor {
    /// The visit of somebody who is signed in.
    pub(crate) fn visit(&self) -> Option<&Visit> {
        self.0.as_deref()
    }

    /// Whether whoever asked is signed in and may act as the record has it now, however long ago they began to ask.
    ///
    /// # Errors
    /// The record or the desk cannot be read.
    pub(crate) async fn is_still_there(&self, web: &Web, headers: &HeaderMap) -> Result<bool, StoreError> {
        Ok(self.viewer_now(web, headers).await?.is_some())
    }

    /// As whom whoever asked looks at the record now; nobody where they are signed in no longer, or may not act.
    ///
    /// # Errors
    /// The record or the desk cannot be read.
    pub(crate) async fn viewer_now(&self, web: &Web, headers: &HeaderMap) -> Result<Option<Viewer>, StoreError> {
        let Some(token) = Cookie::Session.read(headers).and_then(Token::parse) else {
            return Ok(None);
        };
        let now = web.people.visit(&token).await?;
        let now = now.filter(|now| self.visit().is_some_and(|visit| visit.account.id() == now.account.id()));
        Ok(now.and_then(|now| now.actor).map(|actor| actor.viewer().clone()))
    }

    /// As whom they look at the record: anybody until they are signed in and chose a role.
    pub(crate) fn viewer(&self) -> Viewer {
        self.actor().map_or_else(|_| Viewer::public(), |actor| actor.viewer().clone())
    }

    /// As whom they act.
    ///
    /// # Errors
    /// They are not signed in, or chose no role.
    pub(crate) fn actor(&self) -> Result<&Actor, PeopleError> {
        self.visit().and_then(|visit| visit.actor.as_ref()).ok_or(PeopleError::NotAllowed)
    }
}

/// A program that asks, as the token that it brings has it.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    /// It acts so.
    Program(Arc<Program>),
    /// Who it is could not be found out.
    Failed,
}

/// A layer that finds out who asks: by the cookie of their session, at addresses of the API by the token of a program;
/// both as they stand now, so that what was taken from an account counts from the next request on.
pub(crate) async fn find(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    if let Some(secret) = bearer(request.headers()).filter(|_| api) {
        match web.people.program(secret).await {
            Ok(Some(program)) => {
                let account = program.actor().account().map(ToString::to_string).unwrap_or_default();
                request.extensions_mut().insert(SignedIn { account });
                request.extensions_mut().insert(Caller::Program(Arc::new(program)));
            }
            Ok(None) => {}
            Err(error) => {
                tracing::error!(%error, "which program asks could not be found out");
                request.extensions_mut().insert(Caller::Failed);
            }
        }
        return next.run(request).await;
    }
    let token = Cookie::Session.read(request.headers()).and_then(Token::parse);
    if let Some(token) = token {
        match web.people.visit(&token).await {
            Ok(Some(visit)) => {
                let account = visit.account.id().to_string();
                request.extensions_mut().insert(SignedIn { account });
                request.extensions_mut().insert(Visitor(Some(Arc::new(visit))));
            }
            Ok(None) => {}
            // Whoever cannot be told apart from anybody sees what anybody sees.
            Err(error) => tracing::error!(%error, "who asks could not be found out"),
        }
    }
    next.run(request).await
}

/// What the header `Authorization` brings in the scheme `Bearer` (RFC 6750, section 2.1; names of schemes are written in
/// letters of any size).
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visitor, Infallible> {
        Ok(parts.extensions.get::<Visitor>().cloned().unwrap_or_default())
    }
}
