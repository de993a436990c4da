//! The style sheet, under an address that names its bytes.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The one style sheet of all pages.
const SHEET: &str = include_str!("../../assets/comity.css");

/// First 16 hexadecimal digits of its SHA-256.
static DIGEST: LazyLock<String> = LazyLock::new(|| Sha256::digest(SHEET).iter().take(8).map(|byte| format!("{byte:02x}")).collect());

/// Where the style sheet lies.
pub(crate) fn sheet_path() -> String {
    format!("/assets/comity-{}.css", *DIGEST)
}

/// The style sheet. Under the address of an older one, which a page in a cache may still name, lies the
/// present one, but not for ever.
pub(crate) async fn sheet(Path(name): Path<String>) -> Response {
    let Some(digest) = name.strip_prefix("comity-").and_then(|rest| rest.strip_suffix(".css")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let cache = if digest == *DIGEST {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=60"
    };
    let mut response = SHEET.into_response();
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
