//! Asking a browser for a passkey: the form that our script sends with the answer, and the options that it asks for.

use crate::guard::JSON;
use crate::guard::cookie::Cookie;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::passkey::Started;

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
    /// The word by which the script knows what is wanted.
    pub(super) fn word(&self) -> &'static str {
        match self.wants {
            Wants::Get => "get",
            Wants::Create => "create",
        }
    }
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
