//! Cookies. The few that there are go over TLS alone, are read by no script, and can be set by no other host, not
//! even by one on a neighbouring name: a browser takes a name that begins with `__Host-` only so (RFC 6265bis,
//! section 4.1.3.2). Chromium and Firefox take `http://localhost` and addresses of this machine for secure too.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// A cookie of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// The token of a session. Sent along only from our own pages, so that a link elsewhere does nothing in
    /// somebody's name.
    Session,
    /// The token with which somebody who took a link up makes their passkey, or goes to their provider and comes back.
    Joining,
    /// The token of a ceremony of signing in. An institution's provider leads back by a link, so it is sent along with
    /// links from elsewhere, and with nothing else from there.
    Ceremony,
}

impl Cookie {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Cookie::Session => "__Host-session",
            Cookie::Joining => "__Host-joining",
            Cookie::Ceremony => "__Host-ceremony",
        }
    }

    fn same_site(self) -> &'static str {
        match self {
            Cookie::Session | Cookie::Joining => "Strict",
            Cookie::Ceremony => "Lax",
        }
    }

    /// The value of a `Set-Cookie` header: until the browser is closed, or sooner as the server decides. None where the
    /// value has signs that a cookie cannot have; a token in base64url has none.
    pub fn set(self, value: &str) -> Option<HeaderValue> {
        let plain = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let text = format!("{}={value}; Path=/; Secure; HttpOnly; SameSite={}", self.name(), self.same_site());
        HeaderValue::from_str(&text).ok().filter(|_| plain)
    }

    /// The value of a `Set-Cookie` header that takes it away.
    pub fn end(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Cookie::Session => "__Host-session=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
            Cookie::Joining => "__Host-joining=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
            Cookie::Ceremony => "__Host-ceremony=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0",
        })
    }

    /// Its value in a request. None where it is not there, or there more than once: one of them is somebody else's.
    pub fn read(self, headers: &HeaderMap) -> Option<&str> {
        let mut values = pairs(headers).filter(|(name, _)| *name == self.name()).map(|(_, value)| value);
        let first = values.next()?;
        values.next().is_none().then_some(first)
    }

    /// Whether a request has it, in whatever form.
    pub(crate) fn is_in(self, headers: &HeaderMap) -> bool {
        headers.get_all(COOKIE).iter().any(|line| {
            let name = self.name().as_bytes();
            line.as_bytes().windows(name.len()).any(|part| part == name)
        })
    }
}

/// Names and values in all `Cookie` headers (RFC 6265, section 5.4), as they stand.
fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        Some((name, value))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn request(lines: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(COOKIE, HeaderValue::from_static(line));
        }
        headers
    }

    #[test]
    fn a_cookie_goes_over_tls_to_this_host_alone_and_to_no_script() {
        let set = Cookie::Session.set("abc-_9").unwrap();
        assert_eq!(
            set.to_str().unwrap(),
            "__Host-session=abc-_9; Path=/; Secure; HttpOnly; SameSite=Strict"
        );
        let set = Cookie::Ceremony.set("x").unwrap();
        assert_eq!(set.to_str().unwrap(), "__Host-ceremony=x; Path=/; Secure; HttpOnly; SameSite=Lax");
        for cookie in [Cookie::Session, Cookie::Joining, Cookie::Ceremony] {
            let set = cookie.set("").unwrap();
            let ended = format!("{}; Max-Age=0", set.to_str().unwrap());
            assert_eq!(cookie.end().to_str().unwrap(), ended, "it is taken away as it was set");
        }
        for value in ["a;b", "a b", "a\r\nSet-Cookie: x=y", "é", "a,b", "\"a\""] {
            assert_eq!(Cookie::Session.set(value), None, "{value:?}");
        }
    }

    #[test]
    fn a_cookie_is_read_where_it_is_there_once() {
        let read = |lines: &[&'static str]| Cookie::Session.read(&request(lines)).map(str::to_owned);
        assert_eq!(read(&["__Host-session=abc"]).as_deref(), Some("abc"));
        assert_eq!(read(&["a=b; __Host-session=abc;c=d"]).as_deref(), Some("abc"));
        assert_eq!(read(&["a=b", "__Host-session=abc"]).as_deref(), Some("abc"));
        assert_eq!(read(&["__Host-session=abc; __Host-session=def"]), None);
        assert_eq!(read(&["__Host-session=abc", "__Host-session=abc"]), None);
        for other in [
            "",
            "session=abc",
            "__host-session=abc",
            "x__Host-session=abc",
            "__Host-sessions=abc",
            "__Host-session",
        ] {
            assert_eq!(read(&[other]), None, "{other}");
        }
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn a_request_that_has_it_in_whatever_form_is_known() {
        for line in ["__Host-session=abc", "__Host-session=abc; __Host-session=def", "a=b;__Host-session"] {
            assert!(Cookie::Session.is_in(&request(&[line])), "{line}");
        }
        assert!(!Cookie::Session.is_in(&request(&["a=b"])));
        assert!(!Cookie::Session.is_in(&request(&[])));
    }
}
