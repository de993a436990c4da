//! The kinds of problems: stable, each with one status. What they are called and what to do about them stands in the texts.

use axum::http::StatusCode;

/// The kinds of problems: name in the type, and status.
pub(crate) const KINDS: [(&str, StatusCode); 32] = [
    ("parameters", StatusCode::BAD_REQUEST),
    ("filter", StatusCode::BAD_REQUEST),
    ("no-such-address", StatusCode::NOT_FOUND),
    ("not-found", StatusCode::NOT_FOUND),
    ("unknown-name", StatusCode::NOT_FOUND),
    ("not-yet", StatusCode::NOT_FOUND),
    ("before-the-record", StatusCode::NOT_FOUND),
    ("method", StatusCode::METHOD_NOT_ALLOWED),
    ("no-token", StatusCode::UNAUTHORIZED),
    ("read-only", StatusCode::FORBIDDEN),
    ("not-allowed", StatusCode::FORBIDDEN),
    ("on-the-page", StatusCode::FORBIDDEN),
    ("body", StatusCode::BAD_REQUEST),
    ("too-long", StatusCode::PAYLOAD_TOO_LARGE),
    ("too-slow", StatusCode::REQUEST_TIMEOUT),
    ("media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ("findings", StatusCode::UNPROCESSABLE_ENTITY),
    ("member", StatusCode::UNPROCESSABLE_ENTITY),
    ("not-now", StatusCode::CONFLICT),
    ("raced", StatusCode::PRECONDITION_FAILED),
    ("already-here", StatusCode::CONFLICT),
    ("no-version", StatusCode::PRECONDITION_REQUIRED),
    ("contradicted", StatusCode::CONFLICT),
    ("not-taken", StatusCode::UNPROCESSABLE_ENTITY),
    ("elsewhere", StatusCode::FORBIDDEN),
    ("packed", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ("too-often", StatusCode::TOO_MANY_REQUESTS),
    ("busy", StatusCode::SERVICE_UNAVAILABLE),
    ("not-yet-proved", StatusCode::CONFLICT),
    ("address-too-long", StatusCode::URI_TOO_LONG),
    ("failed", StatusCode::INTERNAL_SERVER_ERROR),
    ("disk-full", StatusCode::INSUFFICIENT_STORAGE),
];
