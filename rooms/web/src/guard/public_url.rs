//! Where the site lies for those who use it.

use std::fmt;
use url::{Host, Url};

/// The public URL of the site: scheme, host and port as browsers write them, and nothing more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// As browsers send it in `Origin`: `https://comity.example.org`.
    origin: String,
    /// As browsers send it in `Host`: `comity.example.org`, with a port where it is not the scheme's own.
    authority: String,
    secure: bool,
}

/// Why a text is no public URL.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicUrlError {
    /// It cannot be read.
    #[error("{given:?} is not a URL ({reason}); write it like https://comity.example.org")]
    Form {
        /// What was given.
        given: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Its host is an address.
    #[error("{0:?} has an address in the place of a name; passkeys and certificates are bound to a name: use the site's name")]
    Address(String),
    /// It is not reached over TLS.
    #[error("{0:?} is not reached over TLS; use https, or http with localhost for this machine alone")]
    NotSecure(String),
    /// It has more than scheme, host and port.
    #[error("{0:?} has more than scheme, host and port; write these alone, such as https://comity.example.org")]
    MoreThanOrigin(String),
}

impl PublicUrl {
    /// Reads a public URL: `https` and a name, or `http` and a name of this machine (`localhost`).
    ///
    /// # Errors
    /// See [`PublicUrlError`].
    pub fn parse(given: &str) -> Result<PublicUrl, PublicUrlError> {
        let text = || given.to_owned();
        let form = |reason: String| PublicUrlError::Form { given: text(), reason };
        let url = Url::parse(given).map_err(|error| form(error.to_string()))?;
        let host = match url.host() {
            Some(Host::Domain(host)) => host,
            Some(_) => return Err(PublicUrlError::Address(text())),
            None => return Err(form("it has no host".to_owned())),
        };
        let secure = url.scheme() == "https";
        let local = host == "localhost" || host.ends_with(".localhost");
        if !(secure || local && url.scheme() == "http") {
            return Err(PublicUrlError::NotSecure(text()));
        }
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !bare || !url.username().is_empty() || url.password().is_some() {
            return Err(PublicUrlError::MoreThanOrigin(text()));
        }
        Ok(PublicUrl {
            origin: url.origin().ascii_serialization(),
            authority: url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")),
            secure,
        })
    }

    /// The origin (RFC 6454, section 6.2), without a stroke at its end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether it is reached over TLS.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// Whether a `Host` header names this site. Names of hosts are compared without case (RFC 9110, section 4.2.3), and
    /// the scheme's own port may stand there.
    pub(crate) fn is_named(&self, host: &str) -> bool {
        let own_port = if self.secure { ":443" } else { ":80" };
        let host = host.strip_suffix(own_port).unwrap_or(host);
        host.eq_ignore_ascii_case(&self.authority)
    }
}

/// The origin with a stroke at its end: the address of the first page.
impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/", self.origin)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_public_url_is_written_as_browsers_write_it() {
        let check = |given: &str, origin: &str, authority: &str| {
            let url = PublicUrl::parse(given).unwrap();
            assert_eq!((url.origin(), url.authority.as_str()), (origin, authority), "{given}");
        };
        check("https://comity.example.org", "https://comity.example.org", "comity.example.org");
        check(
            "HTTPS://Comity.Example.ORG:443/",
            "https://comity.example.org",
            "comity.example.org",
        );
        check(
            "https://comity.example.org:8443",
            "https://comity.example.org:8443",
            "comity.example.org:8443",
        );
        check("http://localhost:8080", "http://localhost:8080", "localhost:8080");
        check("https://bücher.example", "https://xn--bcher-kva.example", "xn--bcher-kva.example");
    }

    #[test]
    fn a_host_header_names_the_site_in_any_case_and_with_the_schemes_own_port() {
        let url = PublicUrl::parse("https://comity.example.org").unwrap();
        for host in ["comity.example.org", "COMITY.example.org", "comity.example.org:443"] {
            assert!(url.is_named(host), "{host}");
        }
        for host in [
            "comity.example.org:80",
            "comity.example.org.example.com",
            "example.org",
            "comity.example.org:443:443",
            "127.0.0.1",
            "",
        ] {
            assert!(!url.is_named(host), "{host}");
        }
    }

    #[test]
    fn what_is_no_public_url_is_refused_with_the_reason() {
        let check = |given: &str, part: &str| {
            let said = PublicUrl::parse(given).unwrap_err().to_string();
            assert!(said.contains(part), "{given}: {said}");
        };
        check("comity.example.org", "not a URL");
        check("data:text/plain,x", "no host");
        check("http://comity.example.org", "over TLS");
        check("ftp://localhost", "over TLS");
        check("https://192.0.2.1", "use the site's name");
        check("https://[::1]:8080", "use the site's name");
        check("https://comity.example.org/desk", "alone");
        check("https://comity.example.org?x", "alone");
        check("https://who:secret@comity.example.org", "alone");
    }
}
