//! Refusals as problem details (RFC 9457). Each kind has a stable type, under whose address the API
//! explains it. No refusal tells what lies inside, and none tells the unknown from the forbidden.

mod kinds;

pub(crate) use kinds::KINDS;

use crate::address::Lang;
use crate::api::schema::{Finding, RecordedAct};
use crate::query::Wrong;
use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
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
    /// The address takes other methods: these, as the header `Allow` names them.
    Method(&'static str),
    /// No token came that opens this.
    NoToken,
    /// The token is for reading alone.
    ReadOnly,
    /// It is not for whoever asks to do.
    NotAllowed,
    /// Somebody must show who they are, which no program can: at this address.
    OnThePage {
        /// Address of the page.
        page: String,
    },
    /// The body cannot be read.
    Body {
        /// Where in it, as a JSON pointer (RFC 6901); none where it is not JSON at all.
        pointer: Option<String>,
        /// What is wrong, and how to mend it.
        detail: String,
    },
    /// The body is longer than is read here.
    TooLong {
        /// How many bytes are.
        most: usize,
    },
    /// The body did not arrive in time.
    TooSlow,
    /// The body is sent as something else.
    MediaType,
    /// Something is missing, vague, needed by the State, late, or cannot be read in a request or an act.
    Findings(Vec<Finding>),
    /// A member beside the elements is wrong: which, and how to mend it.
    Member {
        /// Its name.
        member: &'static str,
        /// What is wrong, and how to mend it.
        detail: String,
    },
    /// From where it stands the law knows no such act, or it cannot be done now; its own words.
    NotNow(String),
    /// Something was done since what `If-Match` names.
    Raced {
        /// The act that was recorded over it, where whoever asks may see it.
        recorded: Option<RecordedAct>,
    },
    /// `If-Match` is missing, or names no version.
    NoVersion,
    /// Somebody else changed the same in a draft: both versions are kept.
    Contradicted {
        /// The version that was kept beside.
        beside: u64,
        /// The version that stands.
        current: u64,
        /// What both changed.
        parts: Vec<String>,
    },
    /// It was not recorded; its own words.
    NotTaken(String),
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
    /// One of the others, its detail in the language that was asked for.
    In {
        /// The language.
        lang: Lang,
        /// Which.
        problem: Box<Problem>,
        /// What is wrong, and how to mend it.
        detail: String,
    },
}

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
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<RecordedAct>,
    #[serde(skip_serializing_if = "Option::is_none")]
    beside: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<String>,
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
            no_token,
            read_only,
            not_allowed,
            on_the_page,
            body,
            too_long_body,
            too_slow,
            media_type,
            findings,
            member,
            not_now,
            raced,
            no_version,
            contradicted,
            not_taken,
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
            Problem::Method(_) => method,
            Problem::NoToken => no_token,
            Problem::ReadOnly => read_only,
            Problem::NotAllowed => not_allowed,
            Problem::OnThePage { .. } => on_the_page,
            Problem::Body { .. } => body,
            Problem::TooLong { .. } => too_long_body,
            Problem::TooSlow => too_slow,
            Problem::MediaType => media_type,
            Problem::Findings(_) => findings,
            Problem::Member { .. } => member,
            Problem::NotNow(_) => not_now,
            Problem::Raced { .. } => raced,
            Problem::NoVersion => no_version,
            Problem::Contradicted { .. } => contradicted,
            Problem::NotTaken(_) => not_taken,
            Problem::Elsewhere => elsewhere,
            Problem::Packed => packed,
            Problem::TooOften { .. } => too_often,
            Problem::NotYetProved { .. } => not_yet_proved,
            Problem::AddressTooLong => too_long,
            Problem::Failed => failed,
            Problem::DiskFull => disk_full,
            Problem::In { problem, .. } => problem.kind(),
        }
    }

    fn members(&self) -> Members {
        if let Problem::In { problem, detail, .. } = self {
            return Members {
                detail: detail.clone(),
                ..problem.members()
            };
        }
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
            page: None,
            pointer: None,
            most: None,
            findings: Vec::new(),
            recorded: None,
            beside: None,
            current: None,
            parts: Vec::new(),
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
            Problem::OnThePage { page } => members.page = Some(page.clone()),
            Problem::Body { pointer, detail } => {
                members.detail = detail.clone();
                members.pointer.clone_from(pointer);
            }
            Problem::TooLong { most } => members.most = Some(*most),
            Problem::Findings(findings) => members.findings.clone_from(findings),
            Problem::Member { member, detail } => {
                members.detail = format!("{member}: {detail}");
                members.errors = vec![WrongParameter {
                    parameter: (*member).to_owned(),
                    detail: detail.clone(),
                }];
            }
            Problem::NotNow(detail) | Problem::NotTaken(detail) => members.detail = detail.clone(),
            Problem::Raced { recorded } => members.recorded.clone_from(recorded),
            Problem::Contradicted { beside, current, parts } => {
                members.beside = Some(*beside);
                members.current = Some(*current);
                members.parts.clone_from(parts);
            }
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
            Problem::Method(allowed) => {
                headers.insert(ALLOW, HeaderValue::from_static(allowed));
            }
            Problem::NoToken => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"comity\""));
            }
            Problem::NotYetProved { from, now } => {
                // Whole seconds, rounded up, so that nobody asks just before; one more try where it is due.
                let wait = u64::try_from(from.duration_since(now).as_millis()).unwrap_or(0);
                headers.insert(RETRY_AFTER, HeaderValue::from(wait.div_ceil(1000).max(1)));
            }
            Problem::TooOften { seconds } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            Problem::In { lang, .. } => {
                headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
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
