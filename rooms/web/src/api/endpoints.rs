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

/// From an answer to another address: name of the operation, and where in the answer the parameter `id`
/// of its path stands (JSON pointer).
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

/// Adds the schemas of a shape and refers to it.
fn shape<T: ToSchema>(schemas: &mut Schemas) -> Ref {
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
        the situations, and the latest events.",
    answer: Answer::Json(shape::<schema::Overview>),
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
    summary: "Search by name",
    description: "Persons and situations that exist for the public on the day, under every name, alias and script in the record.",
    adds: &[Parameter::Q],
    answer: Answer::Json(shape::<schema::Found>),
    links: &[("person", "/persons/0/row/id")],
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
pub(super) const ALL: [&Endpoint; 13] = [
    &OUTSTANDING,
    &OVERVIEW,
    &PERSONS,
    &PERSON,
    &SITUATIONS,
    &SITUATION,
    &WORKING,
    &COUNTS,
    &SEARCH,
    &ENTRY,
    &PROOF,
    &CHECKPOINT,
    &DOCUMENT,
];
