//! What may be kept, and by whom. An answer to somebody who is signed in is kept by nobody: not by a cache on the way,
//! not by the browser, so that after signing out its back button shows nothing. This does not hang on what a page
//! remembers to say: a request that carries a session's cookie is enough.

use super::cookie::Cookie;
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, AUTHORIZATION, CACHE_CONTROL, ETAG, LAST_MODIFIED, SET_COOKIE, VARY};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// Nobody keeps it (RFC 9111, section 5.2.2).
const NO_STORE: HeaderValue = HeaderValue::from_static("private, no-store");
/// Browsers forget what they keep of the site (W3C Clear Site Data).
const FORGET: (HeaderName, HeaderValue) = (
    HeaderName::from_static("clear-site-data"),
    HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
);

/// Where the files lie that are the same for everybody.
const ASSETS: &str = "/assets/";

/// That a request comes from somebody who is signed in. Left in the request by whatever found the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The account, by its id as text: whose requests are counted together.
    pub account: String,
}

/// A layer that keeps answers to whoever is signed in, and answers that set a cookie, out of every cache; and tells
/// caches that other answers hold for requests without a cookie. What never changes is the same for everybody.
///
/// Answers to whoever is signed in are not compressed: from the length of what is, an observer could learn what stands in
/// it beside what the asker typed (the BREACH attack). Style sheet and scripts are the same for everybody, and are compressed
/// for everybody, so that forms come over a slow line.
pub(super) async fn keep(mut request: Request, next: Next) -> Response {
    let signed_in = request.extensions().get::<SignedIn>().is_some() || Cookie::Session.is_in(request.headers());
    if signed_in && !request.uri().path().starts_with(ASSETS) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    // A program sends the tag back to say over which version it acts; a browser would keep the page by it.
    let program = request.headers().contains_key(AUTHORIZATION) && !Cookie::Session.is_in(request.headers());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let forever = headers
        .get(CACHE_CONTROL)
        .is_some_and(|value| value.as_bytes().ends_with(b"immutable"));
    let sets_cookie = headers.contains_key(SET_COOKIE);
    if forever && !sets_cookie {
        return response;
    }
    headers.append(VARY, HeaderValue::from_static("cookie"));
    if signed_in || sets_cookie {
        headers.insert(CACHE_CONTROL, NO_STORE);
        headers.remove(LAST_MODIFIED);
        if !program {
            headers.remove(ETAG);
        }
    }
    response
}

/// Makes an answer the one by which somebody is signed out: the cookie goes, and the browser forgets what it kept.
/// That the session is ended at the desk is another's to do, and comes first.
pub fn sign_out(response: &mut Response) {
    let headers = response.headers_mut();
    headers.append(SET_COOKIE, Cookie::Session.end());
    headers.insert(FORGET.0, FORGET.1);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::Router;
    use axum::body::Body;
    use axum::http::HeaderMap;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    /// The headers of an answer that says these of itself, to a request of this kind.
    async fn answered(said: &'static [(&'static str, &'static str)], cookie: &str, extension: bool) -> HeaderMap {
        let page = async move || {
            let mut response = Response::new(Body::empty());
            for (name, value) in said {
                response.headers_mut().append(*name, HeaderValue::from_static(value));
            }
            response
        };
        let mut request = Request::builder().uri("/").header("cookie", cookie);
        if extension {
            request = request.extension(SignedIn { account: "x".into() });
        }
        let router = Router::new().route("/", get(page)).layer(from_fn(keep));
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        response.into_parts().0.headers
    }

    fn all(headers: &HeaderMap, name: &str) -> Vec<String> {
        headers
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap().to_owned())
            .collect()
    }

    const PUBLIC: &[(&str, &str)] = &[
        ("cache-control", "public, max-age=86400"),
        ("etag", "\"x\""),
        ("vary", "accept-encoding"),
    ];

    #[tokio::test]
    async fn an_answer_to_whoever_is_signed_in_is_kept_by_nobody_whatever_the_page_says() {
        for (cookie, extension) in [
            ("__Host-session=abc", false),
            ("a=b; __Host-session=abc", false),
            ("__Host-session=expired-or-forged", false),
            ("a=b", true),
        ] {
            let headers = answered(PUBLIC, cookie, extension).await;
            assert_eq!(all(&headers, "cache-control"), ["private, no-store"], "{cookie}");
            assert_eq!(all(&headers, "etag"), [""; 0], "nobody asks whether it changed");
            assert_eq!(all(&headers, "vary"), ["accept-encoding", "cookie"]);
            assert_eq!(all(&answered(&[], cookie, extension).await, "cache-control"), ["private, no-store"]);
        }
    }

    #[tokio::test]
    async fn a_public_answer_stays_one_and_holds_for_requests_without_a_cookie() {
        let headers = answered(PUBLIC, "a=b", false).await;
        assert_eq!(all(&headers, "cache-control"), ["public, max-age=86400"]);
        assert_eq!(all(&headers, "vary"), ["accept-encoding", "cookie"]);
    }

    #[tokio::test]
    async fn an_answer_that_sets_a_cookie_is_kept_by_nobody() {
        let set = &[
            ("set-cookie", "__Host-session=abc"),
            ("cache-control", "public, max-age=60, immutable"),
        ];
        assert_eq!(all(&answered(set, "", false).await, "cache-control"), ["private, no-store"]);
    }

    #[tokio::test]
    async fn what_never_changes_is_the_same_for_everybody() {
        let asset = &[("cache-control", "public, max-age=31536000, immutable")];
        let headers = answered(asset, "__Host-session=abc", false).await;
        assert_eq!(all(&headers, "cache-control"), ["public, max-age=31536000, immutable"]);
        assert_eq!(all(&headers, "vary"), [""; 0]);
    }

    #[test]
    fn signing_out_takes_the_cookie_and_lets_the_browser_forget() {
        let mut response = Response::new(Body::empty());
        sign_out(&mut response);
        let set = all(response.headers(), "set-cookie");
        assert!(
            set.len() == 1 && set[0].starts_with("__Host-session=;") && set[0].ends_with("Max-Age=0"),
            "{set:?}"
        );
        assert_eq!(all(response.headers(), "clear-site-data"), ["\"cache\", \"cookies\", \"storage\""]);
    }
}
