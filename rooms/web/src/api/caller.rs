//! A call for what is not public: a program with its token, its parameters and its body.
//!
//! The token is asked for before anything else is looked at, so that whoever has none learns nothing. It comes in the header
//! `Authorization` alone: a cookie opens nothing here, and so no page of another site makes a browser act.

use super::language::Language;
use super::operations::Operation;
use super::parameters::LANGUAGES;
use crate::Web;
use crate::address::Lang;
use crate::guard::{BodyRefused, JSON, PATIENCE, arrived};
use crate::problem::Problem;
use crate::query::Parameters;
use crate::texts::Said;
use crate::visitor;
use access::Viewer;
use axum::body::Body;
use axum::extract::{FromRequestParts, Request};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MATCH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use identity::people::Actor;
use identity::people::programs::Program;
use record::entry::Author;
use record::json::Object;
use register::reading::Reading;
use serde::Serialize;
use std::sync::Arc;

/// A program that asks, and how.
pub(super) struct Caller {
    program: Arc<Program>,
    headers: HeaderMap,
    query: Option<String>,
}

impl FromRequestParts<Web> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Caller, Problem> {
        match parts.extensions.get::<visitor::Caller>() {
            Some(visitor::Caller::Program(program)) => Ok(Caller {
                program: program.clone(),
                headers: parts.headers.clone(),
                query: parts.uri.query().map(str::to_owned),
            }),
            Some(visitor::Caller::Failed) => Err(Problem::Failed),
            None => Err(Problem::NoToken),
        }
    }
}

impl Caller {
    /// The program of a call that anybody may make, where it brings a token. Whoever brings one means to be known: one that opens
    /// nothing is not passed over.
    ///
    /// # Errors
    /// It brings one that opens nothing.
    pub(super) async fn if_named(parts: &mut Parts, web: &Web) -> Result<Option<Caller>, Problem> {
        match parts.headers.contains_key(AUTHORIZATION) {
            true => Ok(Some(Caller::from_request_parts(parts, web).await?)),
            false => Ok(None),
        }
    }

    /// Who acts.
    pub(super) fn actor(&self) -> &Actor {
        self.program.actor()
    }

    /// As whom it looks at the record.
    pub(super) fn viewer(&self) -> &Viewer {
        self.actor().viewer()
    }

    /// As whom it writes.
    pub(super) fn author(&self) -> &Author {
        self.actor().author()
    }

    /// Its headers.
    pub(super) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The language in which it is answered.
    pub(super) fn language<'a>(&self, web: &'a Web) -> Language<'a> {
        Language::preferred(web, &self.headers)
    }

    /// The language of a document: that of the parameter, or else the one in which the caller is answered.
    ///
    /// # Errors
    /// The parameter names none of ours.
    pub(super) fn lang(&self, web: &Web, parameters: &Parameters) -> Result<Lang, Problem> {
        let named = parameters.one_of("lang", &LANGUAGES)?.and_then(Lang::of_tag);
        Ok(named.unwrap_or_else(|| self.language(web).w.lang))
    }

    /// The same as the record has it now: what is taken from a token while a body arrives is taken.
    ///
    /// # Errors
    /// It opens nothing any more, or record, desk or audit cannot be read or written.
    pub(super) async fn now(self, web: &Web) -> Result<Caller, Problem> {
        let secret = visitor::bearer(&self.headers).unwrap_or_default();
        let program = web.people.program(secret).await?.ok_or(Problem::NoToken)?;
        Ok(Caller {
            program: Arc::new(program),
            ..self
        })
    }

    /// That it may do more than read.
    ///
    /// # Errors
    /// [`Problem::ReadOnly`].
    pub(super) fn acts(&self) -> Result<(), Problem> {
        if self.program.may_act() { Ok(()) } else { Err(Problem::ReadOnly) }
    }

    /// The parameters of the address.
    ///
    /// # Errors
    /// All that are wrong.
    pub(super) fn parameters(&self, operation: &Operation) -> Result<Parameters, Problem> {
        Parameters::parse(self.query.as_deref(), &operation.query_names())
            .and_then(Parameters::filled)
            .map_err(Problem::Parameters)
    }

    /// The reading that is asked for: what happened by the day, whether it was known by then or not, as on the pages.
    ///
    /// # Errors
    /// `as_at` or `known_on` cannot be read.
    pub(super) fn reading(&self, web: &Web, parameters: &Parameters) -> Result<Reading, Problem> {
        let (as_at, known_on) = (parameters.get("as_at"), parameters.get("known_on"));
        let reading = Reading::new(as_at, known_on, true, web.register.today());
        Ok(reading.map_err(crate::query::Wrong::Reading)?)
    }

    /// The version over which it acts, out of `If-Match`: the one strong tag that it names (RFC 9110, section 13.1.1).
    ///
    /// # Errors
    /// [`Problem::NoVersion`].
    pub(super) fn version(&self) -> Result<&str, Problem> {
        let mut tags = self.headers.get_all(IF_MATCH).iter();
        let one = tags.next().filter(|_| tags.next().is_none()).and_then(|tag| tag.to_str().ok());
        let tag = one.and_then(|tag| tag.trim().strip_prefix('"')?.strip_suffix('"'));
        tag.filter(|tag| !tag.is_empty() && !tag.contains('"')).ok_or(Problem::NoVersion)
    }
}

/// Reads a body of JSON, its texts as they are taken in ([`record::taken_in`]).
///
/// # Errors
/// It is no JSON, too long, too slow, or no object.
pub(super) async fn json(headers: &HeaderMap, body: Body, most: usize) -> Result<Object, Problem> {
    let object = object_as_sent(headers, body, most).await?;
    Ok(record::object_taken_in(&object))
}

/// The same with its texts as they came.
///
/// # Errors
/// As for [`json`].
pub(super) async fn object_as_sent(headers: &HeaderMap, body: Body, most: usize) -> Result<Object, Problem> {
    let bytes = arrived(headers, body, JSON, most, PATIENCE)
        .await
        .map_err(|refused| match refused {
            BodyRefused::MediaType => Problem::MediaType,
            BodyRefused::TooLong => Problem::TooLong { most },
            BodyRefused::TooSlow => Problem::TooSlow,
        })?;
    Object::parse(&bytes).map_err(|error| Problem::Body {
        pointer: None,
        detail: Said::of_json(&error),
    })
}

/// A request of a program: the call, and the body that is still to be read.
pub(super) struct Sent {
    pub(super) caller: Caller,
    body: Body,
}

impl axum::extract::FromRequest<Web> for Sent {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Sent, Problem> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, web).await?;
        // Of a token that may only read nothing is taken.
        caller.acts()?;
        Ok(Sent { caller, body })
    }
}

impl Sent {
    /// Its body as JSON, and the caller as the record has it when all of it is there.
    ///
    /// # Errors
    /// As for [`json`] and [`Caller::now`].
    pub(super) async fn json(self, web: &Web, most: usize) -> Result<(Caller, Object), Problem> {
        let object = json(&self.caller.headers, self.body, most).await?;
        Ok((self.caller.now(web).await?, object))
    }

    /// Its body as it is.
    pub(super) fn raw(self) -> (Caller, Body) {
        (self.caller, self.body)
    }
}

/// An answer that nobody keeps.
pub(super) struct Answer {
    status: StatusCode,
    version: Option<String>,
    location: Option<String>,
}

impl Answer {
    /// 200.
    pub(super) const OK: Answer = Answer {
        status: StatusCode::OK,
        version: None,
        location: None,
    };
    /// 201.
    pub(super) const CREATED: Answer = Answer {
        status: StatusCode::CREATED,
        ..Answer::OK
    };

    /// 204: it is done, and there is nothing to say.
    pub(super) fn nothing() -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        response
    }

    /// With a version, to be sent back in `If-Match`.
    pub(super) fn version(self, version: &str) -> Answer {
        Answer {
            version: Some(format!("\"{version}\"")),
            ..self
        }
    }

    /// With the address of what was made.
    pub(super) fn at(self, location: String) -> Answer {
        Answer {
            location: Some(location),
            ..self
        }
    }

    /// With this body.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub(super) fn json<T: Serialize>(self, body: &T) -> Result<Response, Problem> {
        let mut bytes = serde_json::to_vec(body).map_err(|error| {
            tracing::error!(%error, "an answer could not be written as JSON");
            Problem::Failed
        })?;
        bytes.push(b'\n');
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(JSON));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        for (name, value) in [(ETAG, self.version), (LOCATION, self.location)] {
            // Of digits, letters and strokes: always the value of a header.
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                headers.insert(name, value);
            }
        }
        Ok(response)
    }
}
