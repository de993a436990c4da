//! The style sheet and the scripts, each under an address that names its bytes.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use record::hex::hex;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A file of ours that pages name.
struct Asset {
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    bytes: &'static str,
    digest: LazyLock<String>,
}

/// The one style sheet of all pages.
static SHEET: Asset = Asset {
    name: "comity",
    ending: "css",
    media_type: "text/css; charset=utf-8",
    bytes: include_str!("../../assets/comity.css"),
    digest: LazyLock::new(|| digest(SHEET.bytes)),
};

/// The script of the pages on which somebody shows or makes a passkey.
static SCRIPT: Asset = Asset {
    name: "passkey",
    ending: "js",
    media_type: "text/javascript; charset=utf-8",
    bytes: include_str!("../../assets/passkey.js"),
    digest: LazyLock::new(|| digest(SCRIPT.bytes)),
};

/// The script of forms that keep what is typed into them.
static TYPING: Asset = Asset {
    name: "typing",
    ending: "js",
    media_type: "text/javascript; charset=utf-8",
    bytes: include_str!("../../assets/typing.js"),
    digest: LazyLock::new(|| digest(TYPING.bytes)),
};

/// First 16 hexadecimal digits of the SHA-256 of bytes.
fn digest(bytes: &str) -> String {
    hex(&Sha256::digest(bytes)).chars().take(16).collect()
}

impl Asset {
    fn path(&self) -> String {
        format!("/assets/{}-{}.{}", self.name, *self.digest, self.ending)
    }

    /// The digest in a name that is one of this file, or of an older one.
    fn digest_in<'n>(&self, name: &'n str) -> Option<&'n str> {
        name.strip_prefix(self.name)?
            .strip_prefix('-')?
            .strip_suffix(self.ending)?
            .strip_suffix('.')
    }
}

/// Where the style sheet lies.
pub(crate) fn sheet_path() -> String {
    SHEET.path()
}

/// Where the script lies.
pub(crate) fn script_path() -> String {
    SCRIPT.path()
}

/// Where the script of forms lies that keep what is typed into them.
pub(crate) fn typing_path() -> String {
    TYPING.path()
}

/// A file. Under the address of an older one, which a page in a cache may still name, lies the present one, but not
/// for ever.
pub(crate) async fn asset(Path(name): Path<String>) -> Response {
    let found = [&SHEET, &SCRIPT, &TYPING]
        .into_iter()
        .find_map(|asset| Some((asset, asset.digest_in(&name)?)));
    let Some((asset, digest)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let cache = if digest == *asset.digest {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=60"
    };
    let mut response = asset.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
