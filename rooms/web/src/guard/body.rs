//! What is sent to us: how it is written, how much of it is read, and for how long.

use super::Guards;
use super::refused::{Why, refuse};
use crate::query;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Duration;

/// What a form is sent as.
pub const FORM: &str = "application/x-www-form-urlencoded";
/// What a script sends.
pub const JSON: &str = "application/json";
/// How long a body may take to arrive, so that nobody keeps a connection by sending it slowly.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// The most bytes of any body that are read, where no smaller limit is set.
pub(super) const MOST: usize = 64 * 1024;

/// Why a body was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyRefused {
    /// It is of another media type.
    MediaType,
    /// It is longer than may be.
    TooLong,
    /// It did not arrive in time.
    TooSlow,
}

/// Reads a body of this media type, of at most so many bytes, that arrives within this time.
///
/// # Errors
/// See [`BodyRefused`]. Where it broke off instead, [`BodyRefused::TooLong`]: nobody is there to read the answer.
pub async fn arrived(headers: &HeaderMap, body: Body, media_type: &str, most: usize, patience: Duration) -> Result<Bytes, BodyRefused> {
    let sent_as = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = sent_as.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case(media_type) {
        return Err(BodyRefused::MediaType);
    }
    // What is said to be too long is not waited for.
    if body.size_hint().lower() > u64::try_from(most).unwrap_or(u64::MAX) {
        return Err(BodyRefused::TooLong);
    }
    let body = tokio::time::timeout(patience, to_bytes(body, most)).await;
    body.map_err(|_| BodyRefused::TooSlow)?.map_err(|_| BodyRefused::TooLong)
}

/// The fields of a form, decoded.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a form; none where it is not percent-encoded UTF-8 throughout.
    pub fn read(body: &[u8]) -> Option<Fields> {
        let body = std::str::from_utf8(body).ok()?;
        let pairs = body.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((query::unescape(name)?, query::unescape(value)?))
        });
        pairs.collect::<Option<_>>().map(Fields::of)
    }

    /// Fields by their names and values, which are taken in here as any text is ([`record::taken_in`]).
    pub fn of(pairs: Vec<(String, String)>) -> Fields {
        Fields(pairs.into_iter().map(|(name, value)| (name, record::taken_in(&value))).collect())
    }

    /// The value of a field, the first where there are several; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// All names and values, in the order in which they were sent.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// A layer that refuses bodies that are packed (RFC 9110, section 8.4): a few bytes could become any number of them.
pub(super) async fn only_plain(State(guards): State<Guards>, request: Request, next: Next) -> Response {
    if request.headers().contains_key(CONTENT_ENCODING) {
        return refuse(&guards, &request, Why::Packed);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let fields = Fields::read(b"a=1&b=two+words&c=%C3%A9%26&a=2&d&=x").unwrap();
        let read = ["a", "b", "c", "d", "e"].map(|name| fields.get(name));
        assert_eq!(read, ["1", "two words", "é&", "", ""]);
        for wrong in [&b"a=%"[..], b"a=%zz", b"%ff=1", b"a=\xff"] {
            assert!(Fields::read(wrong).is_none(), "{wrong:?}");
        }
    }

    #[test]
    fn what_is_typed_is_taken_in_composed_and_without_what_copying_leaves_in_it() {
        let fields = Fields::read("a=%EF%BB%BFe%CC%81%0D%0Af%E2%80%8B&b=x%E2%80%AEy".as_bytes()).unwrap();
        assert_eq!([fields.get("a"), fields.get("b")], ["é\nf", "x\u{202e}y"]);
    }

    async fn sent(sent_as: &'static str, body: Body) -> Result<Bytes, BodyRefused> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(sent_as));
        arrived(&headers, body, JSON, 4, Duration::ZERO).await
    }

    #[tokio::test]
    async fn a_body_of_another_type_or_too_long_or_that_does_not_arrive_is_not_read() {
        assert_eq!(sent("Application/JSON; charset=utf-8", Body::from("{}")).await.unwrap(), "{}");
        assert_eq!(sent("text/plain", Body::from("{}")).await, Err(BodyRefused::MediaType));
        assert_eq!(sent("application/jsonx", Body::from("{}")).await, Err(BodyRefused::MediaType));
        assert_eq!(sent(JSON, Body::from("{1234}")).await, Err(BodyRefused::TooLong));
        assert_eq!(sent(JSON, Body::new(Never)).await, Err(BodyRefused::TooSlow));
    }

    /// A body of which nothing ever arrives.
    struct Never;

    impl HttpBody for Never {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
            std::task::Poll::Pending
        }
    }
}
