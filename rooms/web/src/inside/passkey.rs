//! Asking a browser for a passkey: the form that our script sends with the answer, and the options that it asks for.

use super::Inside;
use super::sign_in::{ceremony, said};
use crate::guard::cookie::Cookie;
use crate::guard::{Fields, JSON};
use crate::markup::Markup;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::passkey::Started;
use identity::people::coming::Visit;
use identity::refusal::Refusal;
use register::signature::{ByPasskey, Signable};

/// The field that carries the browser's answer.
pub(super) const ANSWER: &str = "_answer";

/// What a form wants of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wants {
    /// An answer by a passkey that there is.
    Get,
    /// A new passkey.
    Create,
}

/// A form that is sent with what a passkey answered.
pub(super) struct Ask {
    pub(super) wants: Wants,
    /// Where the options are asked for.
    pub(super) begin: String,
    /// Where the answer goes.
    pub(super) action: String,
    /// Fields that are carried on.
    pub(super) hidden: Vec<(String, String)>,
    /// What its owner calls it, to be written; none where they are not asked.
    pub(super) name: Option<String>,
    /// The words of the button.
    pub(super) button: String,
}

impl Ask {
    /// Asks for a signature of what a page shows, which `shown` tells apart from what may stand there later; none where whoever looks
    /// has no passkey, or the site knows none. The options are asked for below the address to which the answer goes.
    pub(super) fn to_sign(
        inside: &Inside,
        visit: &Visit,
        action: String,
        shown: &str,
        hidden: (&str, String),
        button: &str,
    ) -> Option<Ask> {
        let has_passkey = inside.pages.web.signing.party.is_some() && inside.people().has_passkey(visit);
        has_passkey.then(|| Ask {
            wants: Wants::Get,
            begin: format!("{action}/begin?shown={shown}"),
            action,
            hidden: vec![(hidden.0.to_owned(), hidden.1)],
            name: None,
            button: inside.w.t(button),
        })
    }

    /// The word by which the script knows what is wanted.
    pub(super) fn word(&self) -> &'static str {
        match self.wants {
            Wants::Get => "get",
            Wants::Create => "create",
        }
    }
}

/// The signature that the browser brings with a form.
///
/// # Errors
/// There is none that holds, and with which status the page says so.
pub(super) async fn signature<S: Signable>(inside: &Inside, visit: &Visit, fields: &Fields) -> Result<ByPasskey<S>, (StatusCode, Markup)> {
    let (Some(party), Some(ceremony)) = (&inside.pages.web.signing.party, ceremony(inside)) else {
        return Err(said(inside, &Refusal::NoCeremony.into()));
    };
    let signed = inside.people().finish_signature(party, &ceremony, visit, fields.get(ANSWER)).await;
    signed.map_err(|error| said(inside, &error))
}

/// The options for the script, with the cookie that binds the answer to this browser.
pub(super) fn begun<E: std::fmt::Display>(started: Result<Started, E>) -> Response {
    let started = match started {
        Ok(started) => started,
        Err(error) => {
            tracing::info!(%error, "a ceremony was not begun");
            return StatusCode::FORBIDDEN.into_response();
        }
    };
    let mut response = started.options.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(JSON));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Some(cookie) = Cookie::Ceremony.set(&started.token.text()) {
        headers.append(SET_COOKIE, cookie);
    }
    response
}
