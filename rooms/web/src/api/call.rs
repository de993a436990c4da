//! One call of the API: its parameters read, its reading known, its answer written.

use super::endpoints::Endpoint;
use super::parameters::{FILES_IN_DOUBT, MOST_ROWS, Parameter};
use crate::Web;
use crate::etag;
use crate::pages::REQUESTS_STAND;
use crate::problem::Problem;
use crate::query::{self, Parameters, STATUSES, Wrong, YEARS, YES_OR_NO, is_fixed};
use access::Viewer;
use axum::extract::{FromRequestParts, Path};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use register::reading::Reading;
use register::view::model::Asked;
use serde::Serialize;

/// One call.
pub(super) struct Call {
    /// Who asks: anybody.
    pub(super) viewer: Viewer,
    /// What is asked for.
    pub(super) reading: Reading,
    /// The parameters, each checked.
    pub(super) parameters: Parameters,
    headers: HeaderMap,
    fixed: bool,
}

impl Call {
    /// Reads a call of an address.
    ///
    /// # Errors
    /// All parameters that are wrong, together.
    pub(super) fn of(web: &Web, endpoint: &Endpoint, parts: &Parts) -> Result<Call, Problem> {
        let today = web.register.today();
        let parameters = Parameters::parse(parts.uri.query(), &endpoint.query_names())
            .and_then(Parameters::filled)
            .map_err(Problem::Parameters)?;
        let mut wrong: Vec<Wrong> = endpoint
            .adds
            .iter()
            .filter_map(|parameter| check(*parameter, &parameters).err())
            .collect();
        match parameters.reading(today) {
            Ok(reading) if wrong.is_empty() => {
                let fixed = is_fixed(&reading, today);
                Ok(Call {
                    viewer: Viewer::public(),
                    reading,
                    parameters,
                    headers: parts.headers.clone(),
                    fixed,
                })
            }
            Ok(_) => Err(Problem::Parameters(wrong)),
            Err(refusal) => {
                wrong.push(refusal);
                Err(Problem::Parameters(wrong))
            }
        }
    }

    /// The reading as an answer repeats it that is no view of the register.
    pub(super) async fn asked(&self, web: &Web) -> Result<Asked, Problem> {
        Ok(Asked {
            as_at: self.reading.as_at,
            known_on: self.reading.known_on.unwrap_or_else(|| web.register.today()),
            hindsight: self.reading.hindsight,
            exercise: web.register.store.genesis().await?.exercise,
        })
    }

    /// Answers with the JSON of a view.
    pub(super) fn json<T: Serialize>(&self, view: &T) -> Result<Response, Problem> {
        let mut body = serde_json::to_vec(view).map_err(|error| {
            tracing::error!(%error, "an answer could not be written as JSON");
            Problem::Failed
        })?;
        body.push(b'\n');
        Ok(self.answer(body, "application/json"))
    }

    /// Answers with what was written elsewhere.
    pub(super) fn answer(&self, body: impl Into<Vec<u8>>, content_type: &'static str) -> Response {
        etag::respond(&self.headers, body, content_type, self.fixed)
    }
}

/// Whether a parameter of an address has a value that can be read, and is there where it is needed.
fn check(parameter: Parameter, given: &Parameters) -> Result<(), Wrong> {
    let name = parameter.name();
    match parameter {
        Parameter::Status => given.one_of(name, &STATUSES).map(drop),
        Parameter::Years => given.one_of(name, &YEARS).map(drop),
        Parameter::Situation => given.situation(name).map(drop),
        Parameter::Limit => given.number(name, MOST_ROWS).map(drop),
        Parameter::Q => given.needed(name).map(drop),
        Parameter::From => query::day(name, given.needed(name)?).map(drop),
        Parameter::File => given.one_of(name, &FILES_IN_DOUBT).map(drop),
        Parameter::OpenOrOver => given.one_of(name, &REQUESTS_STAND).map(drop),
        Parameter::Disputed => given.one_of(name, &YES_OR_NO).map(drop),
        // Any text will do, or the view says what there is.
        Parameter::Name | Parameter::After | Parameter::PersonOf | Parameter::State | Parameter::Kind | Parameter::Topic => Ok(()),
        // The reading is read as one; what stands in the path is looked up.
        Parameter::AsAt | Parameter::KnownOn | Parameter::Hindsight => Ok(()),
        Parameter::Person | Parameter::SituationSegment | Parameter::Entry => Ok(()),
        Parameter::Code | Parameter::Treaty | Parameter::FileName | Parameter::Matter | Parameter::Form => Ok(()),
        // These are of operations, which read their own.
        Parameter::FormOf | Parameter::Stands | Parameter::Overdue | Parameter::Token | Parameter::Lang => Ok(()),
        Parameter::RequestId | Parameter::Act | Parameter::EntryOf | Parameter::Number | Parameter::DraftId => Ok(()),
        Parameter::DraftNumber | Parameter::A | Parameter::B | Parameter::Save | Parameter::Account => Ok(()),
        Parameter::Paper | Parameter::Letter | Parameter::DocumentLang | Parameter::PublicRequestId => Ok(()),
        Parameter::RequestOf | Parameter::ExecutionId | Parameter::ExecutionAct => Ok(()),
        Parameter::AuthorityId | Parameter::AuthorityAct | Parameter::NeedId | Parameter::NeedAct => Ok(()),
    }
}

/// The one parameter of a path. What cannot be decoded names nothing.
pub(super) struct Segment(pub(super) String);

impl FromRequestParts<Web> for Segment {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Segment, Problem> {
        let Path(segment) = Path::<String>::from_request_parts(parts, web)
            .await
            .map_err(|_| Problem::NoSuchThing)?;
        Ok(Segment(segment))
    }
}
