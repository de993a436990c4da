//! The directory of authorities, and what the laws of States need of requests.

use super::super::endpoints::{Answer, shape};
use super::super::parameters::Parameter;
use super::super::schema;
use super::{Body, Operation, READ};
use utoipa::openapi::path::HttpMethod;

/// Refusals of an act over a version.
const OF_AN_ACT: &[&str] = &["403", "404", "408", "409", "412", "413", "415", "422", "428"];

pub(in crate::api) const AUTHORITIES: Operation = Operation {
    path: "/api/v1/authorities",
    id: "authorities",
    summary: "Authorities of States",
    description: "The directory of authorities as at the day: how each is reached, for what, and when somebody last stood for it.",
    adds: &[Parameter::State, Parameter::AsAt, Parameter::KnownOn],
    answer: Answer::Json(shape::<schema::AuthorityList>),
    ..READ
};

pub(in crate::api) const ENTER_AUTHORITY: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/authorities",
    id: "enter-authority",
    summary: "Enter an authority",
    description: "By its State, or by an officer of the Court out of a letter, which is named. Where an answer is lost, look into the \
        list before it is sent again.",
    body: Body::Json(shape::<schema::AuthorityBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedInDirectory>),
    versioned: true,
    refusals: &["403", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const AUTHORITY: Operation = Operation {
    path: "/api/v1/authorities/{id}",
    id: "authority",
    summary: "One authority",
    description: "What is recorded of it as at the day, and what whoever asks may write. The ETag names what was recorded of it last: \
        send it back in If-Match with change, confirm and end.",
    adds: &[Parameter::AuthorityId, Parameter::AsAt, Parameter::KnownOn],
    answer: Answer::Json(shape::<schema::AuthorityDocument>),
    versioned: true,
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const AUTHORITY_ACT: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/authorities/{id}/acts/{act}",
    id: "authority-act",
    summary: "Confirm an authority, state another version, correct one, or end it",
    description: "Takes change, correct, confirm and end. If-Match names what was seen: of change, confirm and end what the ETag of the \
        authority names, of correct the entry that is wrong. Where something was recorded meanwhile, nothing is.",
    adds: &[Parameter::AuthorityId, Parameter::AuthorityAct],
    over_a_version: true,
    body: Body::Json(shape::<schema::DirectoryActBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedInDirectory>),
    versioned: true,
    refusals: OF_AN_ACT,
    ..READ
};

pub(in crate::api) const NEEDS: Operation = Operation {
    path: "/api/v1/needs",
    id: "needs",
    summary: "What the laws of States need of requests",
    description: "Documents, statements and information that a request for surrender brings for the process of a State (article \
        91(2)(c)), as at the day. Whoever checks a request with a token is told of them.",
    adds: &[Parameter::State, Parameter::AsAt, Parameter::KnownOn],
    answer: Answer::Json(shape::<schema::NeedList>),
    ..READ
};

pub(in crate::api) const STATE_NEED: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/needs",
    id: "state-need",
    summary: "State what a law needs",
    description: "By the State, or by an officer of the Court who read it in a letter or a law, which is named. A State has one need of \
        each word, so that a try whose answer was lost is refused when it is made again.",
    body: Body::Json(shape::<schema::NeedBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedInDirectory>),
    versioned: true,
    refusals: &["403", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const NEED: Operation = Operation {
    path: "/api/v1/needs/{id}",
    id: "need",
    summary: "One need of a law",
    description: "Its versions, which of them holds on the day, and what whoever asks may write. The ETag names the version that begins \
        last: send it back in If-Match with change, confirm and end.",
    adds: &[Parameter::NeedId, Parameter::AsAt, Parameter::KnownOn],
    answer: Answer::Json(shape::<schema::NeedDocument>),
    versioned: true,
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const NEED_ACT: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/needs/{id}/acts/{act}",
    id: "need-act",
    summary: "State another version of a need, correct one, or end it",
    description: "Takes change, correct and end. If-Match names the version that was seen: of change and end the one that begins last, \
        of correct the one that is wrong. Where another was recorded meanwhile, nothing is.",
    adds: &[Parameter::NeedId, Parameter::NeedAct],
    over_a_version: true,
    body: Body::Json(shape::<schema::DirectoryActBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedInDirectory>),
    versioned: true,
    refusals: OF_AN_ACT,
    ..READ
};
