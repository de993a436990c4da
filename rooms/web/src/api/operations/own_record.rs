//! A State's own record: requests that come, what is to be done to execute them, and a desk that is handed over.

use super::super::endpoints::{Answer, shape};
use super::super::parameters::Parameter;
use super::super::schema;
use super::{Body, Operation, READ};
use utoipa::openapi::path::HttpMethod;

pub(in crate::api) const LOOK_AT_RECEIVED: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/requests/received/files",
    id: "look-at-received",
    summary: "See what a request that came says",
    description: "On a State's own record, for its central authority. The body is the file as it came: the bundle that the \
        Court's record made, or the text of the request alone (JSON, TOML, DOCX); Content-Disposition names it, as for a file. \
        Every document is held against its hash, and what was altered, left out or put in on the way is named. Nothing is \
        recorded; the file waits for a day. At most 100 MiB.",
    body: Body::File,
    status: "201",
    answer: Answer::Json(shape::<schema::CameRequest>),
    refusals: &["403", "404", "408", "409", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const RECEIVE: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/requests/received",
    id: "receive",
    summary: "Record a request that came",
    description: "On a State's own record, for its central authority: records what was looked at, read once more out of \
        the same file, or what is asked where only paper came, with its note and what is told of its sending. A request is \
        received once: where it is here already, as far as whoever asks may see, the answer is 409 with its id, so that a try \
        whose answer was lost is made again.",
    body: Body::Json(shape::<schema::ReceiveBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::ReceivedRequest>),
    versioned: true,
    refusals: &["403", "404", "408", "409", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const EXECUTIONS: Operation = Operation {
    path: "/api/v1/executions",
    id: "executions",
    summary: "Assignments and remarks",
    description: "On a State's own record: who is to do what for a request, what was said in it, and remarks beside the \
        letters; the newest first. Each executing authority sees its own, and not that there are others.",
    adds: &[Parameter::RequestOf],
    answer: Answer::Json(shape::<schema::ExecutionList>),
    ..READ
};

pub(in crate::api) const ASSIGN: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/executions",
    id: "assign",
    summary: "Assign something to an executing authority",
    description: "On a State's own record, for its central authority. It is open to the State alone, at the level of the \
        request; who of the authority has it is given then. Where an answer is lost, look into the list before it is sent \
        again.",
    body: Body::Json(shape::<schema::AssignmentBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedExecution>),
    refusals: &["403", "404", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const EXECUTION: Operation = Operation {
    path: "/api/v1/executions/{id}",
    id: "execution",
    summary: "One assignment or remark",
    description: "What is to be done and what was said, who has it, and to whom whoever asks may give it.",
    adds: &[Parameter::ExecutionId],
    answer: Answer::Json(shape::<schema::ExecutionDocument>),
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const SAY: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/executions/{id}/acts/{act}",
    id: "say",
    summary: "Report or remark in an assignment, or end it",
    description: "Whoever has it reports and remarks; whoever assigned it ends it, and nothing more is said in it then.",
    adds: &[Parameter::ExecutionId, Parameter::ExecutionAct],
    body: Body::Json(shape::<schema::SayingBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedExecution>),
    refusals: &["403", "404", "408", "409", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const GIVE: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/executions/{id}/holders",
    id: "give",
    summary: "Give an assignment to somebody",
    description: "Somebody of the authority has it then, and sees it: one of may_be_given_to.",
    adds: &[Parameter::ExecutionId],
    body: Body::Json(shape::<schema::HolderBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::ExecutionDocument>),
    refusals: &["403", "404", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const REMARK: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/requests/{id}/remarks",
    id: "remark",
    summary: "Remark something beside the letters",
    description: "On a State's own record: what its central authority remarks among itself about a request. It is no part \
        of the request, and nobody who executes reads it.",
    adds: &[Parameter::RequestId],
    body: Body::Json(shape::<schema::SayingBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedExecution>),
    refusals: &["403", "404", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const COLLEAGUES: Operation = Operation {
    path: "/api/v1/colleagues",
    id: "colleagues",
    summary: "Those among whom a desk is handed over",
    description: "The people of one's own organisation whom whoever asks knows, by name.",
    answer: Answer::Json(shape::<schema::ColleagueList>),
    ..READ
};

pub(in crate::api) const HAND_OVER: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/hand-overs",
    id: "hand-over",
    summary: "Hand over a desk",
    description: "All matters that somebody has go to somebody else, in one act: all of it or nothing. What whoever asks \
        does not see of theirs stays with them. Where an answer is lost and it is sent again, there is nothing to hand over \
        any more.",
    body: Body::Json(shape::<schema::HandOverBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::DeskHandedOver>),
    refusals: &["403", "404", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const NAME_DEPUTY: Operation = Operation {
    method: HttpMethod::Put,
    path: "/api/v1/matters/{matter}/deputies/{account}",
    id: "name-deputy",
    summary: "Name a deputy for an absence",
    description: "Somebody else has the matter beside whoever asks, who has it in person, to the end of a day in The Hague, half a year \
        ahead at most. It serves for everything but giving it on.",
    adds: &[Parameter::Matter, Parameter::Account],
    body: Body::Json(shape::<schema::DeputyBody>),
    answer: Answer::Json(shape::<schema::Deputy>),
    refusals: &["403", "404", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const END_DEPUTY: Operation = Operation {
    method: HttpMethod::Delete,
    path: "/api/v1/matters/{matter}/deputies/{account}",
    id: "end-deputy",
    summary: "End an absence before its day",
    description: "The deputy whom whoever asks named has the matter no longer.",
    adds: &[Parameter::Matter, Parameter::Account],
    status: "204",
    answer: Answer::Nothing,
    refusals: &["403", "404", "422"],
    ..READ
};
