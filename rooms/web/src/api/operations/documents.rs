//! A request as documents: itself and the note that covers it, the bundle that is sent, and its signature.

use super::super::endpoints::{Answer, shape};
use super::super::parameters::Parameter;
use super::super::schema;
use super::{Body, Operation, READ};
use utoipa::openapi::path::HttpMethod;

pub(in crate::api) const REQUEST_PAPER: Operation = Operation {
    path: "/api/v1/requests/{id}/{document}",
    id: "request-document",
    summary: "A request as a document",
    description: "The request, or the note verbale that covers it, made now out of what is recorded. Where a request that was signed comes \
        out as the bytes that were signed, it is these; else a copy that says so, such as in another language or for Word. The file itself \
        that was signed is among the documents of the request, marked as signed.",
    adds: &[Parameter::RequestId, Parameter::Paper, Parameter::DocumentLang],
    answer: Answer::File,
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const LETTER: Operation = Operation {
    path: "/api/v1/requests/{id}/steps/{entry}/{letter}",
    id: "letter",
    summary: "The letter of an act in a request",
    description: "The note verbale by which the Court tells the requested State of what it did, made now out of what is recorded, for whoever \
        sees the act. Those of steps where letter is true have one.",
    adds: &[Parameter::RequestId, Parameter::EntryOf, Parameter::Letter, Parameter::DocumentLang],
    answer: Answer::File,
    refusals: &["404"],
    ..READ
};

pub(in crate::api) const DRAFT_LETTER: Operation = Operation {
    method: HttpMethod::Post,
    path: "/api/v1/requests/{id}/acts/{act}/{letter}",
    id: "draft-letter",
    summary: "The letter of an act before it is recorded",
    description: "The note verbale that would tell the requested State of an act, with the values that are sent, marked as a draft, for \
        whoever could do that act now. Nothing is recorded. What is missing keeps no draft from being written; what the act does not carry, \
        what cannot be read, and a file that was not sent are refused. What a letter does not say is passed over.",
    adds: &[Parameter::RequestId, Parameter::Act, Parameter::Letter, Parameter::DocumentLang],
    body: Body::Json(shape::<schema::ActBody>),
    answer: Answer::File,
    refusals: &["404", "408", "413", "415", "422"],
    ..READ
};

pub(in crate::api) const REQUEST_BUNDLE: Operation = Operation {
    path: "/api/v1/requests/{id}/bundle.zip",
    id: "request-bundle",
    summary: "A request as the one file that is sent",
    description: "The signed request, the note verbale that covers it, its annexes, and a manifest with their hashes, for those who send such \
        requests. That it was taken along stands in the audit. What is not signed is not there.",
    adds: &[Parameter::RequestId, Parameter::DocumentLang],
    answer: Answer::File,
    refusals: &["404", "409"],
    ..READ
};

pub(in crate::api) const REQUEST_SIGNATURE: Operation = Operation {
    path: "/api/v1/requests/{id}/signature",
    id: "request-signature",
    summary: "How a request was signed, and what of it holds",
    description: "Worked out now from what is recorded and kept, as comity request signature has it, with all that is needed to check it \
        without this server. A request that was not signed has none.",
    adds: &[Parameter::RequestId],
    answer: Answer::Json(shape::<schema::SignatureDocument>),
    refusals: &["404"],
    ..READ
};
