//! One way to answer with a body: a strong entity tag, what caches may do with it, and 304 where the
//! asker has it already (RFC 9110, sections 8.8.3 and 13; RFC 9111).

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// For an answer that only a change of access can change: a day in shared caches, then asked again.
const FIXED: HeaderValue = HeaderValue::from_static("public, max-age=86400, must-revalidate");
/// For an answer about today, or of the newest record.
const MOVING: HeaderValue = HeaderValue::from_static("public, max-age=60");
/// What an entity tag ends with when the body it names is compressed: other bytes, another tag.
const CODED: &str = "-gzip";

/// Answers with a body of a media type; with 304 and no body where the asker names its tag.
///
/// `headers` are those of the request. `dated`: both days of the reading are given and over (see
/// [`crate::query::is_fixed`]).
pub(crate) fn respond(headers: &HeaderMap, body: impl Into<Vec<u8>>, content_type: &'static str, dated: bool) -> Response {
    let body = body.into();
    let tag = tag_of(&body);
    let held = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(|list| held(list, &tag));
    let mut response = match &held {
        Some(_) => Response::new(Body::empty()),
        None => Response::new(Body::from(body)),
    };
    if held.is_some() {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    let headers = response.headers_mut();
    // A tag is hexadecimal and base64url between quotes, so it is always a header's value.
    if let Ok(tag) = HeaderValue::from_str(&held.unwrap_or(tag)) {
        headers.insert(ETAG, tag);
    }
    headers.insert(CACHE_CONTROL, if dated { FIXED } else { MOVING });
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    response
}

/// Gives a compressed answer a tag of its own, as strong tags must differ where bytes do. Stands
/// outside the layer that compresses.
pub(crate) async fn mark_coding(mut response: Response) -> Response {
    let coded = response.headers().contains_key(CONTENT_ENCODING);
    let tag = response
        .headers()
        .get(ETAG)
        .and_then(|tag| tag.to_str().ok())
        .and_then(|tag| tag.strip_suffix('"'));
    let marked = tag.and_then(|tag| HeaderValue::from_str(&format!("{tag}{CODED}\"")).ok());
    if let Some(marked) = marked.filter(|_| coded) {
        response.headers_mut().insert(ETAG, marked);
    }
    response
}

/// The first 144 bits of SHA-256 over the body, in quotes: enough that no two bodies share one.
fn tag_of(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let encoded = URL_SAFE_NO_PAD.encode(digest);
    format!("\"{}\"", encoded.get(..24).unwrap_or(&encoded))
}

/// The tag in an `If-None-Match` list that names this body, compressed or not; weak comparison, as
/// RFC 9110 section 13.1.2 asks. It is given back as the asker wrote it, so that the asker's cache finds
/// its own copy by it.
fn held(list: &str, tag: &str) -> Option<String> {
    let coded = tag.strip_suffix('"').map(|start| format!("{start}{CODED}\""));
    list.split(',').map(|item| item.trim()).find_map(|item| {
        let strong = item.strip_prefix("W/").unwrap_or(item);
        match strong {
            "*" => Some(tag.to_owned()),
            _ if strong == tag || Some(strong) == coded.as_deref() => Some(strong.to_owned()),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const BODY: &str = "{\"count\":14}\n";

    fn asked(if_none_match: &[&str], dated: bool) -> Response {
        let mut headers = HeaderMap::new();
        for value in if_none_match {
            headers.append(IF_NONE_MATCH, HeaderValue::from_str(value).unwrap());
        }
        respond(&headers, BODY, "application/json", dated)
    }

    fn header(response: &Response, name: axum::http::HeaderName) -> String {
        response
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap().to_owned())
            .unwrap_or_default()
    }

    #[test]
    fn a_tag_is_strong_and_names_the_bytes() {
        let tag = header(&asked(&[], false), ETAG);
        assert_eq!(tag.len(), 26, "24 characters in quotes: {tag}");
        assert_eq!(tag, header(&asked(&[], true), ETAG), "the same bytes have the same tag");
        let other = respond(&HeaderMap::new(), "{\"count\":13}\n", "application/json", false);
        assert_ne!(tag, header(&other, ETAG), "other bytes have another tag");
    }

    #[test]
    fn who_has_the_bytes_already_gets_304_without_them() {
        let tag = header(&asked(&[], true), ETAG);
        let lists: [&[&str]; 5] = [
            &[&tag],
            &[&format!("\"other\", {tag}")],
            &["\"other\"", &tag],
            &[&format!("W/{tag}")],
            &["*"],
        ];
        for list in lists {
            let response = asked(list, true);
            assert_eq!(response.status(), StatusCode::NOT_MODIFIED, "{list:?}");
            assert_eq!(header(&response, ETAG), tag);
            assert_eq!(header(&response, CACHE_CONTROL), "public, max-age=86400, must-revalidate");
            assert_eq!(header(&response, VARY), "accept-encoding");
            assert!(
                !response.headers().contains_key(CONTENT_TYPE),
                "nothing is described that is not sent"
            );
        }
        assert_eq!(asked(&["\"other\""], true).status(), StatusCode::OK);
        assert_eq!(asked(&["other, ,\"\""], true).status(), StatusCode::OK);
    }

    #[test]
    fn only_an_answer_with_both_days_over_stays_in_caches_for_a_day() {
        assert_eq!(header(&asked(&[], true), CACHE_CONTROL), "public, max-age=86400, must-revalidate");
        assert_eq!(header(&asked(&[], false), CACHE_CONTROL), "public, max-age=60");
    }

    #[tokio::test]
    async fn compressed_bytes_have_a_tag_of_their_own_that_is_recognised() {
        let plain = asked(&[], false);
        let tag = header(&plain, ETAG);
        let mut compressed = plain;
        compressed.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        let coded = header(&mark_coding(compressed).await, ETAG);
        assert_eq!(coded, format!("{}-gzip\"", tag.trim_end_matches('"')));
        let again = asked(&[&coded], false);
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(header(&again, ETAG), coded, "the cache finds its copy by the tag it gave");
        assert_eq!(
            header(&mark_coding(asked(&[], false)).await, ETAG),
            tag,
            "uncompressed bytes keep theirs"
        );
    }
}
