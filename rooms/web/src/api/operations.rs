//! The addresses of the API by which programs read what is not public, and act: as data, like [`super::endpoints`].

mod directory;
mod documents;
mod drafts;
mod own_record;

pub(super) use directory::*;
pub(super) use documents::*;
pub(super) use drafts::*;
pub(super) use own_record::*;

use super::endpoints::{Answer, shape};
use super::parameters::Parameter;
use super::schema;
use utoipa::openapi::path::HttpMethod;

/// What an operation takes as its body.
#[derive(Clone, Copy)]
pub(super) enum Body {
    /// None.
    Nothing,
    /// JSON of a shape.
    Json(fn(&mut super::endpoints::Schemas) -> utoipa::openapi::Ref),
    /// A file, of any type that is taken.
    File,
    /// A Word document.
    Word,
    /// A form with files.
    Form(fn(&mut super::endpoints::Schemas) -> utoipa::openapi::Ref),
}

/// One operation.
pub(super) struct Operation {
    /// Method.
    pub(super) method: HttpMethod,
    /// Address, with the parameters of its path in braces.
    pub(super) path: &'static str,
    /// Name of the operation.
    pub(super) id: &'static str,
    /// In one line.
    pub(super) summary: &'static str,
    /// In plain words.
    pub(super) description: &'static str,
    /// Whether a token is needed.
    pub(super) token: bool,
    /// Parameters.
    pub(super) adds: &'static [Parameter],
    /// Whether the version over which is acted must be given in `If-Match`.
    pub(super) over_a_version: bool,
    /// What is sent.
    pub(super) body: Body,
    /// The status of the answer.
    pub(super) status: &'static str,
    /// What it answers.
    pub(super) answer: Answer,
    /// Whether the answer has a version in `ETag`.
    pub(super) versioned: bool,
    /// Whether a key that names a try may be given in `Idempotency-Key`.
    pub(super) keyed: bool,
    /// The refusals that it may answer with besides those of every operation, by status.
    pub(super) refusals: &'static [&'static str],
}

impl Operation {
    /// Names of the parameters of the query.
    pub(super) fn query_names(&self) -> Vec<&'static str> {
        let of_query = self.adds.iter().filter(|parameter| !parameter.in_path());
        of_query.map(|parameter| parameter.name()).collect()
    }
}

/// A read of what is not public.
const READ: Operation = Operation {
    method: HttpMethod::Get,
    path: "",
    id: "",
    summary: "",
    description: "",
    token: true,
    adds: &[],
    over_a_version: false,
    body: Body::Nothing,
    status: "200",
    answer: Answer::AnyJson,
    versioned: false,
    keyed: false,
    refusals: &[],
};

pub(super) const CHECK: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/check",
    id: "check",
    summary: "Is a request specific, complete and timely?",
    description: "The findings in a request, as comity check FILE and the pages have them: what is missing, vague, needed by the \
        requested State, late or unreadable, each with what to do and its rule. No token is needed, and nothing of the request is kept \
        or logged; what is checked against is public, and with a token also what its account may know of the laws of States and of earlier \
        requests. At most 256 KiB.",
    token: false,
    adds: &[Parameter::AsAt],
    body: Body::Json(shape::<schema::RequestBody>),
    answer: Answer::Json(shape::<schema::Checked>),
    refusals: &["401", "408", "413", "415", "422"],
    ..READ
};

pub(super) const CONTACTS: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/contacts",
    id: "check-contacts",
    summary: "Is anybody on a list under an outstanding warrant or a summons?",
    description: "A list of those who are to be met, checked against the persons whom the Court seeks under every spelling and script: for \
        each contact whom it may be and why, what holds for whoever asks, what to do, and which notices are due beforehand, as drafts. A \
        day to come is answered as things stand today, and check_again says so. No token is needed; with one, what its account may know \
        is looked at too, and the audit holds that the check was made, and of how many contacts. The list is not kept, unless keep asks \
        for it, and nothing of it is logged. At most 1 MiB and 5,000 persons.",
    token: false,
    body: Body::Json(shape::<schema::ContactsBody>),
    answer: Answer::Json(shape::<schema::ContactsChecked>),
    refusals: &["401", "408", "413", "415"],
    ..READ
};

pub(super) const SCREEN: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/screen",
    id: "screen",
    summary: "Which rows of a register may concern somebody?",
    description: "A register, such as a land register, searched for those of a watch list or for the persons under an outstanding \
        warrant, under every spelling and script: each row that may concern one of them, with score and reason, as comity screen finds \
        it. Rows that cannot be read are told and cost no other. The form is multipart/form-data with the file register, the file watch or \
        outstanding=1, and what may be chosen. Nothing of either file is kept or logged; the audit holds that a register was searched, \
        and how many rows. At most 20 MiB, and some thousand hits; a few searches at once.",
    body: Body::Form(shape::<schema::ScreenForm>),
    answer: Answer::Json(shape::<schema::ScreenedRegister>),
    refusals: &["408", "413", "415", "503"],
    ..READ
};

pub(super) const REQUESTS: Operation = Operation {
    path: "/api/v1/requests",
    id: "requests",
    summary: "Requests, what is due soonest first",
    description: "The requests for cooperation that whoever asks may see as at the day, filtered, by pages. What happened by the day \
        counts, known by then or not.",
    adds: &[
        Parameter::State,
        Parameter::FormOf,
        Parameter::Stands,
        Parameter::Overdue,
        Parameter::Limit,
        Parameter::After,
        Parameter::AsAt,
        Parameter::KnownOn,
    ],
    answer: Answer::Json(shape::<schema::RequestList>),
    refusals: &["404"],
    ..READ
};

pub(super) const CHANGES: Operation = Operation {
    path: "/api/v1/requests/changes",
    id: "request-changes",
    summary: "What follows a change",
    description: "The open requests that are to be looked at again, since their person was surrendered or died, or a warrant was amended, \
        ended or became public; latest change first.",
    adds: &[Parameter::AsAt, Parameter::KnownOn],
    answer: Answer::Json(shape::<schema::RequestChanges>),
    refusals: &["404"],
    ..READ
};

pub(super) const REQUEST: Operation = Operation {
    path: "/api/v1/requests/{id}",
    id: "request",
    summary: "One request",
    description: "What is owed by whom by when, what happened, which documents came with it, what could be done now, and what is asked, \
        as at the day. The ETag names the act that was recorded last: send it back in If-Match with an act.",
    adds: &[Parameter::RequestId, Parameter::AsAt, Parameter::KnownOn],
    answer: Answer::Json(shape::<schema::RequestDocument>),
    versioned: true,
    refusals: &["404"],
    ..READ
};

pub(super) const ACT: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/requests/{id}/acts/{act}",
    id: "act",
    summary: "Record an act in a request",
    description: "Records an act that the law knows from where the request stands and that is the asker's to do: acknowledge, ask, \
        report, execute, transmit and the others of the form. If-Match names the act that was last: where another was recorded \
        meanwhile, or this one already, nothing is recorded and the answer says which. What signs is done by a person on a page.",
    adds: &[Parameter::RequestId, Parameter::Act],
    over_a_version: true,
    body: Body::Json(shape::<schema::ActBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::RecordedAct>),
    versioned: true,
    refusals: &["403", "404", "408", "409", "412", "413", "415", "422", "428"],
    ..READ
};

pub(super) const DOCUMENT: Operation = Operation {
    path: "/api/v1/requests/{id}/documents/{entry}/{number}",
    id: "document",
    summary: "A document of a request",
    description: "The file that an act of a request names: its entry, and the number of the file in it, from 1 on.",
    adds: &[Parameter::RequestId, Parameter::EntryOf, Parameter::Number],
    answer: Answer::File,
    refusals: &["404"],
    ..READ
};

pub(super) const SEND_FILE: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/files",
    id: "send-file",
    summary: "Send a file",
    description: "Receives a file, which then waits for a day to be named by an act or a draft: an element that takes documents names it \
        as `Title [eng] sha256:…`. The body is the file; Content-Type says what it is, and Content-Disposition its name: \
        attachment; filename*=UTF-8''result.pdf (RFC 6266). At most 100 MiB.",
    body: Body::File,
    status: "201",
    answer: Answer::Json(shape::<schema::WaitingFile>),
    refusals: &["403", "408", "413", "415", "422"],
    ..READ
};

pub(super) const DEADLINES: Operation = Operation {
    path: "/api/v1/deadlines.ics",
    id: "deadlines",
    summary: "The feed of deadlines",
    description: "What is owed and by when, as a calendar (RFC 5545), for programs that keep one. It is opened by a token of its own, \
        which reads the feed and nothing else and stands in the address, since such programs send no header. Nothing under seal stands in \
        it, and of what is confidential only that something is due.",
    token: false,
    adds: &[Parameter::Token, Parameter::Lang],
    answer: Answer::Calendar,
    refusals: &["401"],
    ..READ
};

/// All of them, in the order of the document.
pub(super) const ALL: [&Operation; 49] = [
    &CHECK,
    &CONTACTS,
    &SCREEN,
    &REQUESTS,
    &CHANGES,
    &REQUEST,
    &ACT,
    &DOCUMENT,
    &REQUEST_PAPER,
    &LETTER,
    &DRAFT_LETTER,
    &REQUEST_BUNDLE,
    &REQUEST_SIGNATURE,
    &DRAFTS,
    &BEGIN_DRAFT,
    &DRAFT,
    &SAVE_DRAFT,
    &DELETE_DRAFT,
    &DRAFT_VERSIONS,
    &DRAFT_VERSION,
    &COMPARE_DRAFT,
    &DRAFT_DOCUMENT,
    &DRAFT_WORD,
    &DRAFT_PEOPLE,
    &SHARE_DRAFT,
    &END_SHARING_DRAFT,
    &SUBMIT_DRAFT,
    &SEND_FILE,
    &LOOK_AT_RECEIVED,
    &RECEIVE,
    &EXECUTIONS,
    &ASSIGN,
    &EXECUTION,
    &SAY,
    &GIVE,
    &REMARK,
    &COLLEAGUES,
    &HAND_OVER,
    &NAME_DEPUTY,
    &END_DEPUTY,
    &AUTHORITIES,
    &ENTER_AUTHORITY,
    &AUTHORITY,
    &AUTHORITY_ACT,
    &NEEDS,
    &STATE_NEED,
    &NEED,
    &NEED_ACT,
    &DEADLINES,
];
