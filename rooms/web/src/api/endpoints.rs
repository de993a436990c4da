//! The addresses of the API as data: the router, what is read and what is documented come from here.

use super::parameters::{self, Parameter};
use super::schema;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa::openapi::{Ref, RefOr, Schema};

/// The schemas that the document has gathered so far, by name.
pub(super) type Schemas = BTreeMap<String, RefOr<Schema>>;

/// What an address answers with status 200.
#[derive(Clone, Copy)]
pub(super) enum Answer {
    /// JSON of a shape: adds its schemas and gives the reference to it.
    Json(fn(&mut Schemas) -> Ref),
    /// JSON of a shape that is fixed elsewhere.
    AnyJson,
    /// Text.
    Text,
    /// A file of the type that it is.
    File,
    /// A PDF.
    Pdf,
    /// A calendar (RFC 5545).
    Calendar,
    /// Nothing.
    Nothing,
}

/// One address.
pub(super) struct Endpoint {
    /// Address, with the parameters of its path in braces.
    pub(super) path: &'static str,
    /// Name of the operation.
    pub(super) id: &'static str,
    /// In one line.
    pub(super) summary: &'static str,
    /// In plain words.
    pub(super) description: &'static str,
    /// Whether it is asked as at a day: takes the parameters of a reading.
    pub(super) read: bool,
    /// Parameters beside those of a reading.
    pub(super) adds: &'static [Parameter],
    /// Whether an entry may be too young for it.
    pub(super) may_be_too_young: bool,
    /// What it answers.
    pub(super) answer: Answer,
    /// Where an answer leads.
    pub(super) links: &'static [Link],
}

/// From an answer to another address: name of the operation, and where in the answer the parameter of its
/// path stands (JSON pointer).
pub(super) type Link = (&'static str, &'static str);

impl Endpoint {
    /// All parameters, in the order of the document.
    pub(super) fn parameters(&self) -> impl Iterator<Item = Parameter> {
        let reading: &[Parameter] = if self.read { &parameters::READING } else { &[] };
        self.adds.iter().chain(reading).copied()
    }

    /// Names of the parameters of the query.
    pub(super) fn query_names(&self) -> Vec<&'static str> {
        self.parameters()
            .filter(|parameter| !parameter.in_path())
            .map(Parameter::name)
            .collect()
    }
}

/// The parameter in the path of an operation that has one.
pub(super) fn path_parameter_of(operation: &str) -> &'static str {
    let endpoint = ALL.iter().find(|endpoint| endpoint.id == operation);
    let parameter = endpoint.and_then(|endpoint| endpoint.parameters().find(|parameter| parameter.in_path()));
    parameter.map_or("id", Parameter::name)
}

/// Adds the schemas of a shape and refers to it.
pub(super) fn shape<T: ToSchema>(schemas: &mut Schemas) -> Ref {
    let mut found = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut found);
    schemas.extend(found);
    Ref::from_schema_name(T::name())
}

/// A read of a view as at a day, without parameters of its own.
const READ: Endpoint = Endpoint {
    path: "",
    id: "",
    summary: "",
    description: "",
    read: true,
    adds: &[],
    may_be_too_young: false,
    answer: Answer::AnyJson,
    links: &[],
};

pub(super) const OUTSTANDING: Endpoint = Endpoint {
    path: "/api/v1/outstanding",
    id: "outstanding",
    summary: "Persons with outstanding warrants",
    description: "Every person with an outstanding warrant of arrest or surrender request on the day, longest outstanding first, \
        with the warrants, their dates and what sources say of them.",
    answer: Answer::Json(shape::<schema::Outstanding>),
    links: &[("person", "/persons/0/id"), ("entry", "/persons/0/warrants/0/issued/entry")],
    ..READ
};

pub(super) const OVERVIEW: Endpoint = Endpoint {
    path: "/api/v1/overview",
    id: "overview",
    summary: "The figure of the day",
    description: "How many persons are outstanding on the day and how the figure is made, its history, what institutions counted, \
        the situations, the latest events, every State with its ties, and the figures of cooperation.",
    answer: Answer::Json(shape::<schema::Overview>),
    links: &[("state", "/states/0/state/code")],
    ..READ
};

pub(super) const PERSONS: Endpoint = Endpoint {
    path: "/api/v1/persons",
    id: "persons",
    summary: "Persons under warrants, filtered, by pages",
    description: "Persons named in a warrant, by status, situation, time outstanding and name. A page ends with the cursor of the \
        next one in the member next.",
    adds: &[
        Parameter::Status,
        Parameter::Situation,
        Parameter::Years,
        Parameter::Name,
        Parameter::Limit,
        Parameter::After,
    ],
    answer: Answer::Json(shape::<schema::Persons>),
    links: &[("person", "/persons/0/id")],
    ..READ
};

pub(super) const PERSON: Endpoint = Endpoint {
    path: "/api/v1/persons/{id}",
    id: "person",
    summary: "One person",
    description: "One person's names, status, instruments and acts, with sources.",
    adds: &[Parameter::Person],
    answer: Answer::Json(shape::<schema::Person>),
    links: &[("entry", "/lines/0/acts/0/date/entry")],
    ..READ
};

pub(super) const SITUATIONS: Endpoint = Endpoint {
    path: "/api/v1/situations",
    id: "situations",
    summary: "All situations",
    description: "Situations in which a person was named in a warrant by the day, with the persons outstanding and named.",
    answer: Answer::Json(shape::<schema::Situations>),
    ..READ
};

pub(super) const SITUATION: Endpoint = Endpoint {
    path: "/api/v1/situations/{no}",
    id: "situation",
    summary: "One situation",
    description: "The figure of one situation on the day, its history and its persons.",
    adds: &[Parameter::SituationSegment],
    answer: Answer::Json(shape::<schema::Situation>),
    ..READ
};

pub(super) const WORKING: Endpoint = Endpoint {
    path: "/api/v1/working",
    id: "working",
    summary: "How the figure was made",
    description: "The rules applied and every person counted in or out on the day, with the entries on which that rests.",
    answer: Answer::Json(shape::<schema::Working>),
    ..READ
};

pub(super) const COUNTS: Endpoint = Endpoint {
    path: "/api/v1/counts",
    id: "counts",
    summary: "Our counts beside those of institutions",
    description: "Figures that institutions stated up to the day, each with what this record gives for its day and basis.",
    answer: Answer::Json(shape::<schema::Counts>),
    links: &[("entry", "/counts/0/entry")],
    ..READ
};

pub(super) const SEARCH: Endpoint = Endpoint {
    path: "/api/v1/search",
    id: "search",
    summary: "Search by name, sound and words",
    description: "Persons, situations, States and rows of files that exist for the public on the day, under every name, former name, \
        alias and script in the record; those whose name sounds like what was asked, in whatever script or spelling; and what the record \
        says in such words. `by` tells which. Where no person and no State bears the name, the States are told whose name or code is \
        nearest; where nothing is found, the persons whose name begins with such a sound.",
    adds: &[Parameter::Q],
    answer: Answer::Json(shape::<schema::Found>),
    links: &[
        ("person", "/persons/0/row/id"),
        ("state", "/states/0/state/code"),
        ("row", "/rows/0/id"),
    ],
    ..READ
};

pub(super) const STATES: Endpoint = Endpoint {
    path: "/api/v1/states",
    id: "states",
    summary: "All States",
    description: "Every State that existed on the day, under its name of that day, with its standing towards the Rome Statute and the \
        Agreement on Privileges and Immunities, and what else binds it.",
    answer: Answer::Json(shape::<schema::States>),
    links: &[("state", "/states/0/state/code")],
    ..READ
};

pub(super) const STATE: Endpoint = Endpoint {
    path: "/api/v1/states/{code}",
    id: "state",
    summary: "One State's profile of cooperation",
    description: "Where the State stands towards each treaty and by which rules, what else binds it, how to address a request to it, its \
        laws by topic of Part 9, agreements, findings, referrals, arrests and other acts in it, and the persons of its situations. \
        A code that is none is answered with the State that was meant or is nearest.",
    adds: &[Parameter::Code],
    answer: Answer::Json(shape::<schema::StateProfile>),
    links: &[
        ("row", "/row/id"),
        ("entry", "/row/cells/name_en/entry"),
        ("treaty", "/treaties/0/treaty"),
    ],
    ..READ
};

pub(super) const TREATIES: Endpoint = Endpoint {
    path: "/api/v1/treaties",
    id: "treaties",
    summary: "The treaties",
    description: "The treaties of the law pack that had been adopted on the day, and how many States were parties on it.",
    answer: Answer::Json(shape::<schema::Treaties>),
    links: &[("treaty", "/treaties/0/id")],
    ..READ
};

pub(super) const TREATY: Endpoint = Endpoint {
    path: "/api/v1/treaties/{id}",
    id: "treaty",
    summary: "The parties to a treaty",
    description: "How many States were parties on the day, by regional group, those whose position is not known by name, and where every \
        State stands that did something under the treaty: since when, by which rules, and what a source states beside the law.",
    adds: &[Parameter::Treaty],
    answer: Answer::Json(shape::<schema::Parties>),
    links: &[("state", "/ties/0/state/code"), ("row", "/ties/0/row/id")],
    ..READ
};

pub(super) const FILES: Endpoint = Endpoint {
    path: "/api/v1/files",
    id: "files",
    summary: "The data dictionary",
    description: "Every file of the register with its columns: what each holds, and in which kind of entry and member it is recorded.",
    read: false,
    answer: Answer::Json(shape::<schema::Files>),
    links: &[("file", "/files/0/name")],
    ..READ
};

pub(super) const FILE: Endpoint = Endpoint {
    path: "/api/v1/files/{name}",
    id: "file",
    summary: "The rows of a file, filtered, by pages",
    description: "The rows of a file that were there on the day, in the order of their days, each cell with its entry and sources. \
        A filter that matches nothing gives no rows. A page ends with the cursor of the next one in the member next.",
    adds: &[
        Parameter::FileName,
        Parameter::State,
        Parameter::Kind,
        Parameter::Topic,
        Parameter::Limit,
        Parameter::After,
    ],
    answer: Answer::Json(shape::<schema::Rows>),
    links: &[("row", "/rows/0/id"), ("state", "/rows/0/states/0/code")],
    ..READ
};

pub(super) const ROW: Endpoint = Endpoint {
    path: "/api/v1/rows/{matter}",
    id: "row",
    summary: "One row of a file",
    description: "One row as at the day, each cell with its entry and what each source says of it.",
    adds: &[Parameter::Matter],
    answer: Answer::Json(shape::<schema::RowView>),
    links: &[("file", "/file"), ("state", "/row/states/0/code")],
    ..READ
};

pub(super) const COMPARE: Endpoint = Endpoint {
    path: "/api/v1/compare",
    id: "compare",
    summary: "What changed between two days",
    description: "What changed after the day in from and up to the day of the reading: figures, persons who came and left, standings of \
        States, and all else that happened.",
    adds: &[Parameter::From],
    answer: Answer::Json(shape::<schema::Comparison>),
    links: &[("person", "/came/0/row/id"), ("state", "/standings/0/state/code")],
    ..READ
};

pub(super) const SESSIONS: Endpoint = Endpoint {
    path: "/api/v1/sessions",
    id: "sessions",
    summary: "Sessions of the Assembly",
    description: "The sessions of the Assembly of States Parties up to the day that adopted a resolution on cooperation, newest first: \
        days to compare by.",
    answer: Answer::Json(shape::<schema::Sessions>),
    ..READ
};

pub(super) const SOURCES: Endpoint = Endpoint {
    path: "/api/v1/sources",
    id: "sources",
    summary: "Where facts come from",
    description: "Every document that the sources of what was there on the day name, whether it was read, and how many rows rest on it \
        or are cited by it.",
    answer: Answer::Json(shape::<schema::Sources>),
    ..READ
};

pub(super) const DOUBTS: Endpoint = Endpoint {
    path: "/api/v1/doubts",
    id: "doubts",
    summary: "Unverified and disputed facts",
    description: "How many rows of each file have facts that no source that was read confirms, or to which one gives another value; \
        with a file, those facts.",
    adds: &[Parameter::File, Parameter::Disputed],
    answer: Answer::Json(shape::<schema::Doubts>),
    links: &[("entry", "/doubts/0/entry")],
    ..READ
};

pub(super) const ISSUED_REPORTS: Endpoint = Endpoint {
    path: "/api/v1/issued-reports",
    id: "issued-reports",
    summary: "Reports as they were issued",
    description: "Every report that was issued by the day, the latest first. What was issued stays as it is; a later edition is another.",
    answer: Answer::Json(shape::<schema::IssuedReports>),
    links: &[("issued-report", "/reports/0/entry"), ("issued-report-file", "/reports/0/entry")],
    ..READ
};

pub(super) const ISSUED_REPORT: Endpoint = Endpoint {
    path: "/api/v1/issued-reports/{id}",
    id: "issued-report",
    summary: "One issued report, and what changed",
    description: "A report that was issued, and figure by figure what it says otherwise than the edition before, with the entries that \
        explain it: a correction, something that was opened, recorded later, or happened meanwhile.",
    adds: &[Parameter::Entry],
    answer: Answer::Json(shape::<schema::ComparedReport>),
    ..READ
};

pub(super) const ISSUED_REPORT_FILE: Endpoint = Endpoint {
    path: "/api/v1/issued-reports/{id}/file",
    id: "issued-report-file",
    summary: "The file of an issued report",
    description: "The PDF, byte for byte as it was issued.",
    adds: &[Parameter::Entry],
    answer: Answer::Pdf,
    ..READ
};

pub(super) const ENTRY: Endpoint = Endpoint {
    path: "/api/v1/entries/{id}",
    id: "entry",
    summary: "One entry of the record",
    description: "One entry as recorded, with its newer versions and what sources say of it.",
    adds: &[Parameter::Entry],
    answer: Answer::Json(shape::<schema::Entry>),
    links: &[("proof", "/id")],
    ..READ
};

pub(super) const PROOF: Endpoint = Endpoint {
    path: "/api/v1/entries/{id}/proof",
    id: "proof",
    summary: "The proof of one entry",
    description: "The file by which anybody can check, with the log's verifier key alone, that the entry stands in the public log. \
        Entries are gathered into the log at fixed marks; for an entry younger than the last mark the answer is 409 and says from when \
        the proof can be had.",
    adds: &[Parameter::Entry],
    may_be_too_young: true,
    answer: Answer::Json(shape::<schema::Proof>),
    ..READ
};

pub(super) const CHECKPOINT: Endpoint = Endpoint {
    path: "/api/v1/checkpoint",
    id: "checkpoint",
    summary: "The signed state of the public log",
    description: "The newest checkpoint in the form of C2SP tlog-checkpoint, signed as a C2SP signed-note.",
    read: false,
    answer: Answer::Text,
    ..READ
};

pub(super) const PUBLIC_REQUESTS: Endpoint = Endpoint {
    path: "/api/v1/public-requests",
    id: "public-requests",
    summary: "Requests in the public record, filtered, by pages",
    description: "The requests for cooperation that the public record tells of by the day, that in which something happened last first, \
        each with its timeline: its acts as the rows of the record tell them. What else there is of requests is read with a token.",
    adds: &[
        Parameter::State,
        Parameter::PersonOf,
        Parameter::OpenOrOver,
        Parameter::Limit,
        Parameter::After,
    ],
    answer: Answer::Json(shape::<schema::PublicRequests>),
    links: &[("public-request", "/requests/0/id"), ("state", "/requests/0/state/code")],
    ..READ
};

pub(super) const PUBLIC_REQUEST: Endpoint = Endpoint {
    path: "/api/v1/public-requests/{id}",
    id: "public-request",
    summary: "One request of the public record",
    description: "Where the request stands by the day, its timeline with what sources say of each day, and which acts must have happened \
        and are not in this record.",
    adds: &[Parameter::PublicRequestId],
    answer: Answer::Json(shape::<schema::PublicRequestView>),
    links: &[("entry", "/steps/0/date/entry")],
    ..READ
};

pub(super) const FORMS: Endpoint = Endpoint {
    path: "/api/v1/forms",
    id: "forms",
    summary: "The forms of cooperation",
    description: "The forms of cooperation of the law pack, such as a request for arrest and surrender.",
    read: false,
    answer: Answer::Json(shape::<schema::Forms>),
    links: &[("form", "/forms/0/form")],
    ..READ
};

pub(super) const FORM: Endpoint = Endpoint {
    path: "/api/v1/forms/{form}",
    id: "form",
    summary: "One form of cooperation",
    description: "What a request of this form contains, element by element with the rule that asks for it, and what can be done in it.",
    read: false,
    adds: &[Parameter::Form],
    answer: Answer::Json(shape::<schema::Form>),
    ..READ
};

pub(super) const DOCUMENT: Endpoint = Endpoint {
    path: "/api/v1/openapi.json",
    id: "openapi",
    summary: "This document",
    description: "The description of this API in OpenAPI 3.1.",
    read: false,
    answer: Answer::AnyJson,
    ..READ
};

/// All of them, in the order of the document.
pub(super) const ALL: [&Endpoint; 31] = [
    &OUTSTANDING,
    &OVERVIEW,
    &PERSONS,
    &PERSON,
    &SITUATIONS,
    &SITUATION,
    &WORKING,
    &COUNTS,
    &STATES,
    &STATE,
    &TREATIES,
    &TREATY,
    &FILES,
    &FILE,
    &ROW,
    &COMPARE,
    &SESSIONS,
    &SOURCES,
    &DOUBTS,
    &SEARCH,
    &ISSUED_REPORTS,
    &ISSUED_REPORT,
    &ISSUED_REPORT_FILE,
    &ENTRY,
    &PROOF,
    &CHECKPOINT,
    &PUBLIC_REQUESTS,
    &PUBLIC_REQUEST,
    &FORMS,
    &FORM,
    &DOCUMENT,
];
