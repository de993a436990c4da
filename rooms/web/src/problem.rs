//! Refusals as problem details (RFC 9457). Each kind has a stable type, under whose address the API
//! explains it. No refusal tells what lies inside, and none tells the unknown from the forbidden.
//!
//! A problem does not know in which language it will be told: it is written in English, and a layer around all routes
//! ([`in_the_language_asked_for`]) writes it in French where that is asked for.

mod kinds;
mod said;
mod spoken;

pub(crate) use kinds::KINDS;
pub(crate) use said::{word, words};
pub(crate) use spoken::{in_the_language_asked_for, texts};

use crate::address::Lang;
use crate::api::schema::{Finding, RecordedAct};
use crate::query::Wrong;
use crate::texts::{Said, Words};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use register::port::StoreError;
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
    Given(Said),
    /// Nothing lies at this address.
    NoSuchAddress,
    /// What is asked for does not exist for this reader.
    NoSuchThing,
    /// No State, treaty or file is called so, which anybody may know; with what there is.
    Unknown(Said),
    /// The State or the treaty exists from a later day on.
    NotYet {
        /// The first day on which it exists.
        exists_from: Date,
        /// What, and since when.
        detail: Said,
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
        detail: Said,
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
        detail: Said,
    },
    /// Members of what is entered are wrong: each, and how to mend it.
    Fields(Vec<(&'static str, Said)>),
    /// From where it stands the law knows no such act, or it cannot be done now; its own words.
    NotNow(Said),
    /// Something was done since what `If-Match` names.
    Raced {
        /// The act that was recorded over it, where whoever asks may see it.
        recorded: Option<RecordedAct>,
    },
    /// A request that came is here already.
    AlreadyHere {
        /// Under which id.
        request: String,
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
    NotTaken(Said),
    /// It would change something, and a page of another site sent it.
    Elsewhere,
    /// The body of the request is packed.
    Packed,
    /// It comes too soon after others.
    TooOften {
        /// After how many seconds it may come again.
        seconds: u64,
    },
    /// So much of it is under way that no more is taken.
    Busy {
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
    title: String,
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
    request: Option<String>,
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

    fn kind(&self) -> (&'static str, StatusCode) {
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
            already_here,
            no_version,
            contradicted,
            not_taken,
            elsewhere,
            packed,
            too_often,
            busy,
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
            Problem::Member { .. } | Problem::Fields(_) => member,
            Problem::NotNow(_) => not_now,
            Problem::Raced { .. } => raced,
            Problem::AlreadyHere { .. } => already_here,
            Problem::NoVersion => no_version,
            Problem::Contradicted { .. } => contradicted,
            Problem::NotTaken(_) => not_taken,
            Problem::Elsewhere => elsewhere,
            Problem::Packed => packed,
            Problem::TooOften { .. } => too_often,
            Problem::Busy { .. } => busy,
            Problem::NotYetProved { .. } => not_yet_proved,
            Problem::AddressTooLong => too_long,
            Problem::Failed => failed,
            Problem::DiskFull => disk_full,
            Problem::In { problem, .. } => problem.kind(),
        }
    }

    fn members(&self, w: &Words) -> Members {
        if let Problem::In { problem, detail, .. } = self {
            return Members {
                detail: detail.clone(),
                ..problem.members(w)
            };
        }
        let (name, status) = self.kind();
        let mut members = Members {
            r#type: format!("/problems/{name}"),
            title: w.t(&format!("problem-kind-{name}")),
            status: status.as_u16(),
            detail: w.t(&format!("problem-help-{name}")),
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
            request: None,
            beside: None,
            current: None,
            parts: Vec::new(),
        };
        match self {
            Problem::Parameters(wrong) => {
                let said = |wrong: &Wrong| WrongParameter {
                    parameter: wrong.parameter().to_owned(),
                    detail: Said::of_parameter(wrong).plain(w),
                };
                members.errors = wrong.iter().map(said).collect();
                let details: Vec<&str> = members.errors.iter().map(|error| error.detail.as_str()).collect();
                members.detail = details.join(w.semicolon());
                members.today = wrong.iter().find_map(Wrong::today);
            }
            Problem::Given(detail) | Problem::Unknown(detail) => members.detail = detail.plain(w),
            Problem::NotYet { exists_from, detail } => {
                members.detail = detail.plain(w);
                members.exists_from = Some(*exists_from);
            }
            Problem::BeforeTheRecord { begins } => {
                members.detail = w.plain("problem-record-begins", &[("day", word(begins))]);
                members.record_begins = Some(*begins);
            }
            Problem::NotYetProved { from, .. } => members.available_from = Some(*from),
            Problem::OnThePage { page } => members.page = Some(page.clone()),
            Problem::Body { pointer, detail } => {
                members.detail = detail.plain(w);
                members.pointer.clone_from(pointer);
            }
            Problem::TooLong { most } => members.most = Some(*most),
            Problem::Findings(findings) => members.findings.clone_from(findings),
            Problem::Member { member, detail } => {
                let detail = detail.plain(w);
                members.detail = format!("{member}{} {detail}", w.colon());
                members.errors = vec![WrongParameter {
                    parameter: (*member).to_owned(),
                    detail,
                }];
            }
            Problem::Fields(wrong) => {
                let told = |(member, detail): &(&str, Said)| WrongParameter {
                    parameter: (*member).to_owned(),
                    detail: detail.plain(w),
                };
                members.errors = wrong.iter().map(told).collect();
                let details: Vec<&str> = members.errors.iter().map(|error| error.detail.as_str()).collect();
                members.detail = details.join(" ");
            }
            Problem::NotNow(detail) | Problem::NotTaken(detail) => members.detail = detail.plain(w),
            Problem::Raced { recorded } => members.recorded.clone_from(recorded),
            Problem::AlreadyHere { request } => members.request = Some(request.clone()),
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
        let lang = match &self {
            Problem::In { lang, .. } => *lang,
            _ => Lang::En,
        };
        let mut response = Response::new(self.body(lang));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
        match &self {
            Problem::Method(allowed) => {
                headers.insert(ALLOW, HeaderValue::from_static(allowed));
            }
            Problem::NoToken => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"comity\""));
            }
            Problem::NotYetProved { from, now } => {
                // Whole seconds, rounded up, so that nobody asks just before; one more try where it is due.
                let wait = u64::try_from(from.duration_since(*now).as_millis()).unwrap_or(0);
                headers.insert(RETRY_AFTER, HeaderValue::from(wait.div_ceil(1000).max(1)));
            }
            Problem::TooOften { seconds } | Problem::Busy { seconds } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(*seconds));
            }
            _ => {}
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The text that stands at the address of a problem's type, if there is such a type.
pub(crate) fn explained(name: &str, w: &Words) -> Option<String> {
    let (_, status) = KINDS.into_iter().find(|(kind, _)| *kind == name)?;
    let (title, help) = (w.t(&format!("problem-kind-{name}")), w.t(&format!("problem-help-{name}")));
    Some(w.plain(
        "problem-explained",
        &[("title", title.into()), ("status", word(status.as_u16())), ("help", help.into())],
    ))
}

#[cfg(test)]
#[path = "problem_tests.rs"]
mod tests;
