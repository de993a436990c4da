//! From where a request comes. Nothing is changed by a request that another site made a browser send
//! (cross-site request forgery), whatever cookies came along.

use super::refused::{Why, refuse};
use super::{Guards, PublicUrl};
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

/// Routes that ask themselves whether a form comes from here, and give it back with all that was typed.
const ASKS_ITSELF: [&str; 1] = ["/{lang}/error"];

/// A layer that refuses whatever may change something and does not come from here.
pub(super) async fn only_from_here(State(guards): State<Guards>, request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    let route = request.extensions().get::<MatchedPath>();
    let asks_itself = route.is_some_and(|route| ASKS_ITSELF.contains(&route.as_str()));
    if reads || asks_itself || from_here(request.headers(), guards.site.public.as_ref()) {
        return next.run(request).await;
    }
    refuse(&guards, &request, Why::Elsewhere)
}

/// Whether a request was made by a page of ours, or by the reader.
///
/// Browsers say so in `Sec-Fetch-Site` (W3C Fetch Metadata), which no page can write and no proxy rewrites, or at
/// least in `Origin` (RFC 6454, section 7): there it is the origin of the public URL, or names the host that was
/// asked where there is none. A page on a neighbouring name (`same-site`) is somebody else. Programs say neither;
/// they are let through only where no cookie comes along, since without one there is nobody to act as.
pub fn from_here(headers: &HeaderMap, public: Option<&PublicUrl>) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = said("sec-fetch-site") {
        return ["same-origin", "none"].contains(&site);
    }
    match (said(ORIGIN.as_str()), public) {
        (Some(origin), Some(public)) => origin == public.origin(),
        (Some(origin), None) => origin.split_once("://").is_some_and(|(_, host)| Some(host) == said(HOST.as_str())),
        (None, _) => !headers.contains_key(COOKIE),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    fn asked(said: &[(&'static str, &str)], public: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in said {
            headers.insert(*name, HeaderValue::from_str(value).unwrap());
        }
        let public = public.map(|url| PublicUrl::parse(url).unwrap());
        from_here(&headers, public.as_ref())
    }

    const SITE: Option<&str> = Some("https://comity.example.org");

    #[test]
    fn a_browser_says_in_sec_fetch_site_where_a_request_comes_from() {
        for (site, here) in [
            ("same-origin", true),
            ("none", true),
            ("same-site", false),
            ("cross-site", false),
            ("", false),
        ] {
            for public in [None, SITE] {
                let said = [("sec-fetch-site", site), ("cookie", "x=1"), ("host", "comity.example.org")];
                assert_eq!(asked(&said, public), here, "{site}");
            }
        }
        let contradicted = [("sec-fetch-site", "cross-site"), ("origin", "https://comity.example.org")];
        assert!(
            !asked(&contradicted, SITE),
            "no page can write it, so it counts more than the origin"
        );
    }

    #[test]
    fn an_older_browser_says_it_in_origin() {
        for (origin, here) in [
            ("https://comity.example.org", true),
            ("http://comity.example.org", false),
            ("https://comity.example.org:8443", false),
            ("https://evil.comity.example.org", false),
            ("https://example.org", false),
            ("null", false),
            ("", false),
        ] {
            let said = [("origin", origin), ("host", "comity.example.org"), ("cookie", "x=1")];
            assert_eq!(asked(&said, SITE), here, "{origin}");
        }
        let local = |origin| asked(&[("origin", origin), ("host", "127.0.0.1:8080")], None);
        assert!(local("http://127.0.0.1:8080"));
        assert!(!local("http://127.0.0.1:8081") && !local("http://localhost:8080") && !local("null"));
        assert!(!asked(&[("origin", "http://127.0.0.1:8080")], None), "no host was asked");
    }

    #[test]
    fn a_program_is_let_through_where_it_brings_no_cookie() {
        assert!(asked(&[("host", "comity.example.org")], SITE));
        assert!(!asked(&[("host", "comity.example.org"), ("cookie", "__Host-session=x")], SITE));
    }
}
