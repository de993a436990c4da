//! The kinds of problems, as they are explained under the addresses of their types.

use axum::http::StatusCode;

/// The kinds of problems: name in the type, status, title, and what to do about it.
pub(crate) const KINDS: [(&str, StatusCode, &str, &str); 30] = [
    (
        "parameters",
        StatusCode::BAD_REQUEST,
        "A parameter is wrong",
        "Each parameter is known, given once, and has a value of its form. The member errors names every parameter that is wrong \
         and says how to mend it; where a day after today was asked for, the member today is the latest that can be.",
    ),
    (
        "filter",
        StatusCode::BAD_REQUEST,
        "A filter, a cursor or a pair of days is wrong",
        "The member detail says which, and what there is. The earlier of two days stands in from. A cursor is taken unchanged from the member next of the page before, with the same filter.",
    ),
    (
        "no-such-address",
        StatusCode::NOT_FOUND,
        "Nothing lies at this address",
        "All addresses of the API stand in /api/v1/openapi.json.",
    ),
    (
        "not-found",
        StatusCode::NOT_FOUND,
        "Not found",
        "There is nothing of this name for you, as at the day and as known on the day that you asked for. \
         Whether it never was, is not yet, or is not public is not said.",
    ),
    (
        "unknown-name",
        StatusCode::NOT_FOUND,
        "Nothing is called so",
        "No State, treaty or file has this name. The member detail says what was meant, what is nearest, or what there is. \
         States are asked for by their ISO 3166-1 alpha-3 code in capitals.",
    ),
    (
        "not-yet",
        StatusCode::NOT_FOUND,
        "It did not exist yet",
        "The State began to exist, or the treaty was adopted, after the day that you asked for. \
         The member exists_from is the first day to ask for.",
    ),
    (
        "before-the-record",
        StatusCode::NOT_FOUND,
        "The record had not begun",
        "known_on lies before the first entry, so nothing was known. The member record_begins is the first day to ask for.",
    ),
    (
        "method",
        StatusCode::METHOD_NOT_ALLOWED,
        "The address takes other methods",
        "The header Allow names those that it takes. What is public is read with GET, or HEAD for the head alone.",
    ),
    (
        "no-token",
        StatusCode::UNAUTHORIZED,
        "A token is needed",
        "What is not public is opened by a token in the header Authorization: Bearer. There is none, or it is not one of this server, \
         is over, was revoked, or its account has lost the role: which of these is not said. Make one on the page of your account.",
    ),
    (
        "read-only",
        StatusCode::FORBIDDEN,
        "The token is for reading alone",
        "Make another token whose scope is to read and act.",
    ),
    (
        "not-allowed",
        StatusCode::FORBIDDEN,
        "This is not yours to do",
        "The role in which the token acts does not give it, or it is the other side's act.",
    ),
    (
        "on-the-page",
        StatusCode::FORBIDDEN,
        "Somebody must show who they are",
        "A signature is given by a person, never by a program. The member page is where they give it.",
    ),
    (
        "body",
        StatusCode::BAD_REQUEST,
        "The body cannot be read",
        "It is one JSON object (RFC 8259) without members that are not known here, none twice. The member pointer says where it is wrong.",
    ),
    (
        "too-long",
        StatusCode::PAYLOAD_TOO_LARGE,
        "The body is too long",
        "The member most says how many bytes are read here. Put long papers into files.",
    ),
    (
        "too-slow",
        StatusCode::REQUEST_TIMEOUT,
        "The body did not arrive in time",
        "Send it again. JSON arrives within 15 seconds; of a file 64 KiB arrive each minute, and all of it within an hour.",
    ),
    (
        "media-type",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The body is sent as something else",
        "Say what it is in the header Content-Type: application/json for JSON, the type of a file for a file.",
    ),
    (
        "findings",
        StatusCode::UNPROCESSABLE_ENTITY,
        "There is something to mend",
        "Nothing was recorded. The member findings says of each element what is missing, vague, needed by the State, late or unreadable, \
         and by which rule.",
    ),
    (
        "member",
        StatusCode::UNPROCESSABLE_ENTITY,
        "A member is wrong",
        "Nothing was recorded. The member errors names it and says how to mend it.",
    ),
    (
        "not-now",
        StatusCode::CONFLICT,
        "It cannot be done now",
        "The member detail says where it stands and what can be done.",
    ),
    (
        "raced",
        StatusCode::PRECONDITION_FAILED,
        "Something was done meanwhile",
        "What If-Match names is not what stands now, and nothing was recorded. Read it again. Where the member recorded names an act \
         that is your own, an earlier try was taken and its answer was lost.",
    ),
    (
        "no-version",
        StatusCode::PRECONDITION_REQUIRED,
        "Say over which version",
        "Send the ETag of what you read in the header If-Match, so that nobody acts over what they have not seen.",
    ),
    (
        "contradicted",
        StatusCode::CONFLICT,
        "Somebody else changed the same",
        "Nothing is lost: what you sent is kept as the version in the member beside, and the version in current stands. Read what stands, \
         and save what is to stand over it with settles set to the number in beside.",
    ),
    (
        "not-taken",
        StatusCode::UNPROCESSABLE_ENTITY,
        "It was not recorded",
        "The member detail says why.",
    ),
    (
        "elsewhere",
        StatusCode::FORBIDDEN,
        "The request does not come from here",
        "What may change something is taken from pages of this site alone, as browsers say in Sec-Fetch-Site or Origin, or from a \
         program that brings no cookie.",
    ),
    (
        "packed",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The body is packed",
        "Bodies are read as they are: leave the header Content-Encoding out.",
    ),
    (
        "too-often",
        StatusCode::TOO_MANY_REQUESTS,
        "Too many requests",
        "So many requests came from you, or from your network, that others would wait. \
         The header Retry-After says after how many seconds to ask again.",
    ),
    (
        "not-yet-proved",
        StatusCode::CONFLICT,
        "The entry is not proved yet",
        "Entries are gathered into the public log at fixed marks. The entry was recorded after the last one; \
         ask again at the instant in the member available_from.",
    ),
    (
        "address-too-long",
        StatusCode::URI_TOO_LONG,
        "The address is too long",
        "At most 8000 bytes of an address are read.",
    ),
    (
        "failed",
        StatusCode::INTERNAL_SERVER_ERROR,
        "The server failed",
        "The record could not be read. Try again; if it stays so, tell whoever runs this server, whose log says why.",
    ),
    (
        "disk-full",
        StatusCode::INSUFFICIENT_STORAGE,
        "The disk of the server is full",
        "Nothing is lost. Tell whoever runs this server to free space where the data folder lies.",
    ),
];
