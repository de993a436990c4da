//! Where a request was meant to go. Whoever gives our address another name (DNS rebinding), or sends another
//! `Host`, gets nothing: no link, no cache and no cookie is made under a name that is not ours.

use super::{PublicUrl, Site};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HOST};
use axum::http::uri::Authority;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;

/// What is said to a request for another host.
const SAID: &str = "This server does not answer for that host. Use the address under which it was given to you.\n";

/// A layer that refuses requests for other hosts (421, RFC 9110, section 15.5.20).
pub(super) async fn only_ours(State(site): State<Site>, request: Request, next: Next) -> Response {
    if is_ours(&request, site.public.as_ref()) {
        return next.run(request).await;
    }
    let mut response = (StatusCode::MISDIRECTED_REQUEST, SAID).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether all that a request says of its host is ours. Under a public URL it must say it, once; without one it names
/// this machine, or an address, to which nobody else can give another meaning.
fn is_ours(request: &Request, public: Option<&PublicUrl>) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (first, more) = (hosts.next(), hosts.next());
    let ours = |host: &str| match public {
        Some(public) => public.is_named(host),
        None => is_here(host),
    };
    let first = match first {
        Some(host) => host.to_str().is_ok_and(ours),
        // HTTP/1.0 does not ask for it.
        None => public.is_none(),
    };
    // An absolute target counts more than the header (RFC 9112, section 3.2.2).
    let target = request.uri().authority().is_none_or(|authority| ours(authority.as_str()));
    first && more.is_none() && target
}

/// Whether a host is an address or a name of this machine (RFC 6761, section 6.3).
fn is_here(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let name = host.to_ascii_lowercase();
    bare.parse::<IpAddr>().is_ok() || name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::body::Body;

    fn asked(target: &str, hosts: &[&str], public: Option<&str>) -> bool {
        let request = hosts
            .iter()
            .fold(Request::builder().uri(target), |request, host| request.header(HOST, *host));
        let public = public.map(|url| PublicUrl::parse(url).unwrap());
        is_ours(&request.body(Body::empty()).unwrap(), public.as_ref())
    }

    #[test]
    fn without_a_public_url_only_this_machine_and_addresses_are_ours() {
        for host in [
            "localhost",
            "localhost:8080",
            "LOCALHOST",
            "a.localhost:1",
            "127.0.0.1:8080",
            "[::1]:8080",
            "192.0.2.7",
        ] {
            assert!(asked("/en", &[host], None), "{host}");
        }
        for host in [
            "example.org",
            "localhost.example.org",
            "127.0.0.1.example.org",
            "x@127.0.0.1",
            "notlocalhost",
            "",
            "a b",
        ] {
            assert!(!asked("/en", &[host], None), "{host}");
        }
        assert!(asked("/en", &[], None), "HTTP/1.0 names none");
    }

    #[test]
    fn under_a_public_url_it_alone_is_ours() {
        let public = Some("https://comity.example.org");
        assert!(asked("/en", &["comity.example.org"], public));
        assert!(asked("https://comity.example.org/en", &["comity.example.org"], public));
        for host in ["localhost", "127.0.0.1", "example.org", "comity.example.org.example.net"] {
            assert!(!asked("/en", &[host], public), "{host}");
        }
        assert!(!asked("/en", &[], public), "none is named");
        assert!(
            !asked("https://example.org/en", &["comity.example.org"], public),
            "an absolute target"
        );
        assert!(!asked("/en", &["comity.example.org", "example.org"], public), "two of them");
    }
}
