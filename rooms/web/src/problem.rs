//! Refusals as problem details (RFC 9457). Each kind has a stable type, under whose address the API
//! explains it. No refusal tells what lies inside, and none tells the unknown from the forbidden.

use crate::query::Wrong;
use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use register::port::StoreError;
use register::view::ViewError;
use serde::Serialize;

/// Media type of problem details.
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";
/// The longest address that is read, in bytes (RFC 9110, section 4.1, asks for 8000 at least).
pub(crate) const LONGEST_ADDRESS: usize = 8000;

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Parameters are wrong.
    Parameters(Vec<Wrong>),
    /// The view found a filter or a cursor wrong; its own words.
    Given(String),
    /// Nothing lies at this address.
    NoSuchAddress,
    /// What is asked for does not exist for this reader.
    NoSuchThing,
    /// No State, treaty or file is called so, which anybody may know; with what there is.
    Unknown(String),
    /// The State or the treaty exists from a later day on.
    NotYet {
        /// The first day on which it exists.
        exists_from: Date,
        /// What, and since when.
        detail: String,
    },
    /// As known before the record began.
    BeforeTheRecord {
        /// The day on which it began.
        begins: Date,
    },
    /// The API is read with GET and HEAD alone.
    Method,
    /// It would change something, and a page of another site sent it.
    Elsewhere,
    /// The body of the request is packed.
    Packed,
    /// It comes too soon after others.
    TooOften {
        /// After how many seconds it may come again.
        seconds: u64,
    },
    /// The entry is younger than the last mark.
    NotYetProved {
        /// From when a proof can be had.
        from: Timestamp,
        /// Now.
        now: Timestamp,
    },
    /// The address is longer than [`LONGEST_ADDRESS`].
    AddressTooLong,
    /// The server failed; its log says why.
    Failed,
    /// The disk of the server is full.
    DiskFull,
}

/// The kinds of problems: name in the type, status, title, and what to do about it.
pub(crate) const KINDS: [(&str, StatusCode, &str, &str); 15] = [
    (
        "parameters",
        StatusCode::BAD_REQUEST,
        "A parameter is wrong",
        "Each parameter is known, given once, and has a value of its form. The member errors names every parameter that is wrong \
         and says how to mend it; where a day after today was asked for, the member today is the latest that can be.",
    ),
    (
        "filter",
        StatusCode::BAD_REQUEST,
        "A filter, a cursor or a pair of days is wrong",
        "The member detail says which, and what there is. The earlier of two days stands in from. A cursor is taken unchanged from the member next of the page before, with the same filter.",
    ),
    (
        "no-such-address",
        StatusCode::NOT_FOUND,
        "Nothing lies at this address",
        "All addresses of the API stand in /api/v1/openapi.json.",
    ),
    (
        "not-found",
        StatusCode::NOT_FOUND,
        "Not found",
        "There is nothing of this name for you, as at the day and as known on the day that you asked for. \
         Whether it never was, is not yet, or is not public is not said.",
    ),
    (
        "unknown-name",
        StatusCode::NOT_FOUND,
        "Nothing is called so",
        "No State, treaty or file has this name. The member detail says what was meant, what is nearest, or what there is. \
         States are asked for by their ISO 3166-1 alpha-3 code in capitals.",
    ),
    (
        "not-yet",
        StatusCode::NOT_FOUND,
        "It did not exist yet",
        "The State began to exist, or the treaty was adopted, after the day that you asked for. \
         The member exists_from is the first day to ask for.",
    ),
    (
        "before-the-record",
        StatusCode::NOT_FOUND,
        "The record had not begun",
        "known_on lies before the first entry, so nothing was known. The member record_begins is the first day to ask for.",
    ),
    (
        "method",
        StatusCode::METHOD_NOT_ALLOWED,
        "The API is read only",
        "Use GET, or HEAD for the head alone.",
    ),
    (
        "elsewhere",
        StatusCode::FORBIDDEN,
        "The request does not come from here",
        "What may change something is taken from pages of this site alone, as browsers say in Sec-Fetch-Site or Origin, or from a \
         program that brings no cookie.",
    ),
    (
        "packed",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The body is packed",
        "Bodies are read as they are: leave the header Content-Encoding out.",
    ),
    (
        "too-often",
        StatusCode::TOO_MANY_REQUESTS,
        "Too many requests",
        "So many requests came from you, or from your network, that others would wait. \
         The header Retry-After says after how many seconds to ask again.",
    ),
    (
        "not-yet-proved",
        StatusCode::CONFLICT,
        "The entry is not proved yet",
        "Entries are gathered into the public log at fixed marks. The entry was recorded after the last one; \
         ask again at the instant in the member available_from.",
    ),
    (
        "address-too-long",
        StatusCode::URI_TOO_LONG,
        "The address is too long",
        "At most 8000 bytes of an address are read.",
    ),
    (
        "failed",
        StatusCode::INTERNAL_SERVER_ERROR,
        "The server failed",
        "The record could not be read. Try again; if it stays so, tell whoever runs this server, whose log says why.",
    ),
    (
        "disk-full",
        StatusCode::INSUFFICIENT_STORAGE,
        "The disk of the server is full",
        "Nothing is lost. Tell whoever runs this server to free space where the data folder lies.",
    ),
];

/// One parameter that is wrong.
#[derive(Serialize)]
struct WrongParameter {
    parameter: String,
    detail: String,
}

/// The members of a problem. Those that do not belong to its kind are left out.
#[derive(Serialize)]
struct Members {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<WrongParameter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exists_from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record_begins: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    available_from: Option<Timestamp>,
}

impl From<Wrong> for Problem {
    fn from(wrong: Wrong) -> Problem {
        Problem::Parameters(vec![wrong])
    }
}

impl From<ViewError> for Problem {
    fn from(error: ViewError) -> Problem {
        let detail = error.to_string();
        match error {
            ViewError::BeforeTheRecord(begins) => Problem::BeforeTheRecord { begins },
            ViewError::Given(_) | ViewError::Filter(_) => Problem::Given(detail),
            ViewError::NoSuchState { .. } | ViewError::NoSuchTreaty { .. } => Problem::Unknown(detail),
            ViewError::NotYet { began: exists_from, .. } | ViewError::NotAdopted { adopted: exists_from, .. } => {
                Problem::NotYet { exists_from, detail }
            }
            ViewError::Store(error) => Problem::from(error),
        }
    }
}

impl From<StoreError> for Problem {
    /// What the store said goes to the server's log alone.
    fn from(error: StoreError) -> Problem {
        tracing::error!(%error, "the record could not be read for an answer");
        match error {
            StoreError::DiskFull => Problem::DiskFull,
            StoreError::Refused(_) | StoreError::Raced | StoreError::Database(_) | StoreError::Damaged(_) => Problem::Failed,
        }
    }
}

impl Problem {
    /// The status of the answer.
    pub(crate) fn status(&self) -> StatusCode {
        self.kind().1
    }

    fn kind(&self) -> (&'static str, StatusCode, &'static str, &'static str) {
        let [
            parameters,
            filter,
            no_such_address,
            not_found,
            unknown,
            not_yet,
            before,
            method,
            elsewhere,
            packed,
            too_often,
            not_yet_proved,
            too_long,
            failed,
            disk_full,
        ] = KINDS;
        match self {
            Problem::Parameters(_) => parameters,
            Problem::Given(_) => filter,
            Problem::NoSuchAddress => no_such_address,
            Problem::NoSuchThing => not_found,
            Problem::Unknown(_) => unknown,
            Problem::NotYet { .. } => not_yet,
            Problem::BeforeTheRecord { .. } => before,
            Problem::Method => method,
            Problem::Elsewhere => elsewhere,
            Problem::Packed => packed,
            Problem::TooOften { .. } => too_often,
            Problem::NotYetProved { .. } => not_yet_proved,
            Problem::AddressTooLong => too_long,
            Problem::Failed => failed,
            Problem::DiskFull => disk_full,
        }
    }

    fn members(&self) -> Members {
        let (name, status, title, help) = self.kind();
        let mut members = Members {
            r#type: format!("/problems/{name}"),
            title,
            status: status.as_u16(),
            detail: help.to_owned(),
            errors: Vec::new(),
            today: None,
            exists_from: None,
            record_begins: None,
            available_from: None,
        };
        match self {
            Problem::Parameters(wrong) => {
                members.detail = wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
                members.today = wrong.iter().find_map(Wrong::today);
                members.errors = wrong
                    .iter()
                    .map(|w| WrongParameter {
                        parameter: w.parameter().to_owned(),
                        detail: w.to_string(),
                    })
                    .collect();
            }
            Problem::Given(detail) | Problem::Unknown(detail) => members.detail = detail.clone(),
            Problem::NotYet { exists_from, detail } => {
                members.detail = detail.clone();
                members.exists_from = Some(*exists_from);
            }
            Problem::BeforeTheRecord { begins } => {
                members.detail = ViewError::BeforeTheRecord(*begins).to_string();
                members.record_begins = Some(*begins);
            }
            Problem::NotYetProved { from, .. } => members.available_from = Some(*from),
            _ => {}
        }
        members
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        // Members are texts, numbers and lists of them: they can always be written.
        let body = serde_json::to_vec(&self.members()).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        match self {
            Problem::Method => {
                headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            Problem::NotYetProved { from, now } => {
                // Whole seconds, rounded up, so that nobody asks just before; one more try where it is due.
                let wait = u64::try_from(from.duration_since(now).as_millis()).unwrap_or(0);
                headers.insert(RETRY_AFTER, HeaderValue::from(wait.div_ceil(1000).max(1)));
            }
            Problem::TooOften { seconds } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            _ => {}
        }
        response
    }
}

/// The text that stands at the address of a problem's type, if there is such a type.
pub(crate) fn explained(name: &str) -> Option<String> {
    let (_, status, title, help) = KINDS.into_iter().find(|(kind, ..)| *kind == name)?;
    Some(format!("{title}\n\nStatus {}. {help}\n", status.as_u16()))
}

#[cfg(test)]
#[path = "problem_tests.rs"]
mod tests;
