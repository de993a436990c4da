//! Drafts of requests: listed, begun, saved, compared, taken along for Word, shared, sent to review and deleted.

use super::super::endpoints::{Answer, shape};
use super::super::parameters::Parameter;
use super::super::schema;
use super::{Body, Operation, READ};
use utoipa::openapi::path::HttpMethod;

pub(in crate::api) const DRAFTS: Operation = Operation {
    path: "/api/v1/drafts",
    id: "drafts",
    summary: "Drafts of requests",
    description: "The drafts that whoever asks may see, the one saved last first.",
    answer: Answer::Json(shape::<schema::DraftList>),
    ..READ
};

pub(in crate::api) const BEGIN_DRAFT: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/drafts",
    id: "begin-draft",
    summary: "Begin a draft",
    description: "Begins a draft for the organ as which the token acts. What is to mend is told by its own address, and hinders nothing. \
        With an Idempotency-Key, the same is begun once, however often it is sent.",
    keyed: true,
    body: Body::Json(shape::<schema::DraftBody>),
    status: "201",
    answer: Answer::Json(shape::<schema::DraftSaved>),
    versioned: true,
    refusals: &["403", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const DRAFT: Operation = Operation {
    path: "/api/v1/drafts/{id}",
    id: "draft",
    summary: "One draft",
    description: "A draft with the version that stands and what is to mend in it. The ETag is the number of the version.",
    adds: &[Parameter::DraftId],
    answer: Answer::Json(shape::<schema::DraftDocument>),
    versioned: true,
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const SAVE_DRAFT: Operation = Operation {
    method: HttpMethod::Put,
    path: "/api/v1/drafts/{id}",
    id: "save-draft",
    summary: "Save a draft",
    description: "Saves what was written over the version in If-Match. What others changed meanwhile is brought together with it, element \
        by element; where both changed the same the answer is 409, and both versions are kept until somebody chooses.",
    adds: &[Parameter::DraftId],
    over_a_version: true,
    body: Body::Json(shape::<schema::DraftBody>),
    answer: Answer::Json(shape::<schema::DraftSaved>),
    versioned: true,
    refusals: &["403", "404", "408", "409", "412", "413", "415", "422", "428"],
    ..READ
};

pub(in crate::api) const SUBMIT_DRAFT: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/drafts/{id}/submission",
    id: "submit-draft",
    summary: "Send a draft to review",
    description: "Sends the version in If-Match to review, if it is the one that stands. The request has the id of its draft, however \
        often it is sent.",
    adds: &[Parameter::DraftId],
    over_a_version: true,
    status: "201",
    answer: Answer::Json(shape::<schema::DraftSubmitted>),
    refusals: &["403", "404", "409", "412", "422", "428"],
    ..READ
};

pub(in crate::api) const DELETE_DRAFT: Operation = Operation {
    method: HttpMethod::Delete,
    path: "/api/v1/drafts/{id}",
    id: "delete-draft",
    summary: "Delete a draft",
    description: "Deletes a draft with all its versions, and the files that no entry names. It is for whoever began it, and not while it \
        stands in review. What went to review stays in the record. That it was deleted stands in the audit.",
    adds: &[Parameter::DraftId],
    status: "204",
    answer: Answer::Nothing,
    refusals: &["403", "404", "409"],
    ..READ
};

pub(in crate::api) const DRAFT_VERSIONS: Operation = Operation {
    path: "/api/v1/drafts/{id}/versions",
    id: "draft-versions",
    summary: "The versions of a draft",
    description: "Every version that was ever saved, with who saved it, when, over which, and what it changed; those that stand beside too.",
    adds: &[Parameter::DraftId],
    answer: Answer::Json(shape::<schema::DraftVersionList>),
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const DRAFT_VERSION: Operation = Operation {
    path: "/api/v1/drafts/{id}/versions/{number}",
    id: "draft-version",
    summary: "One version of a draft",
    description: "A version as it was saved: an old one, or one that stands beside another.",
    adds: &[Parameter::DraftId, Parameter::DraftNumber],
    answer: Answer::Json(shape::<schema::DraftVersion>),
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const COMPARE_DRAFT: Operation = Operation {
    path: "/api/v1/drafts/{id}/compare",
    id: "compare-draft",
    summary: "Two versions of a draft side by side",
    description: "What differs between two versions, part by part, and in each text word by word. Where two contradict each other, the one \
        that stands is compared with the one beside.",
    adds: &[Parameter::DraftId, Parameter::A, Parameter::B],
    answer: Answer::Json(shape::<schema::DraftComparison>),
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const DRAFT_DOCUMENT: Operation = Operation {
    path: "/api/v1/drafts/{id}/request.docx",
    id: "draft-document",
    summary: "A draft for Word",
    description: "The version that stands, as a document in which each element has a field of its own. Changed in Word or LibreOffice, it is \
        brought back by draft-word.",
    adds: &[Parameter::DraftId, Parameter::DocumentLang],
    answer: Answer::File,
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const DRAFT_WORD: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/drafts/{id}/word",
    id: "draft-word",
    summary: "Bring a draft back from Word",
    description: "The body is the document that was taken along as request.docx and changed. The answer says what it changes in the version \
        of which it was made, what was not read, and what is to mend; with save, it is saved over that version too, brought together with \
        what others changed meanwhile as by save-draft. The document itself is forgotten. At most 16 MiB.",
    adds: &[Parameter::DraftId, Parameter::Save],
    body: Body::Word,
    answer: Answer::Json(shape::<schema::DraftWord>),
    versioned: true,
    refusals: &["403", "404", "408", "409", "412", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const DRAFT_PEOPLE: Operation = Operation {
    path: "/api/v1/drafts/{id}/people",
    id: "draft-people",
    summary: "Who works on a draft",
    description: "Who began it, and whom they named: under seal nobody else sees it.",
    adds: &[Parameter::DraftId],
    answer: Answer::Json(shape::<schema::DraftPeople>),
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const SHARE_DRAFT: Operation = Operation {
    method: HttpMethod::Put,
    path: "/api/v1/drafts/{id}/people/{account}",
    id: "share-draft",
    summary: "Name a colleague in a draft",
    description: "A colleague of the organ, who sees the draft under seal too from then on: one of colleagues. It is for whoever began the \
        draft. Whoever is named already stays so.",
    adds: &[Parameter::DraftId, Parameter::Account],
    answer: Answer::Json(shape::<schema::DraftPeople>),
    refusals: &["403", "404", "422"],
    ..READ
};

pub(in crate::api) const END_SHARING_DRAFT: Operation = Operation {
    method: HttpMethod::Delete,
    path: "/api/v1/drafts/{id}/people/{account}",
    id: "end-sharing-draft",
    summary: "Name a colleague in a draft no longer",
    description: "It is for whoever began the draft. Whoever is not named stays so.",
    adds: &[Parameter::DraftId, Parameter::Account],
    answer: Answer::Json(shape::<schema::DraftPeople>),
    refusals: &["403", "404"],
    ..READ
};
