//! Which site this is, as browsers and authenticators know it.

use sha2::{Digest, Sha256};
use url::{Host, Url};

/// The relying party: an id to which passkeys are bound for ever, and the origins whose pages may ask for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelyingParty {
    name: String,
    id: String,
    origins: Vec<String>,
}

/// Why passkeys cannot work under a public URL.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartyError {
    /// No URL at all was given.
    #[error("no public URL is given; passkeys are bound to the name of the site: give --public-url, such as https://comity.example.org")]
    None,
    /// It cannot be read.
    #[error("{url:?} is not a URL ({reason}); write it like https://comity.example.org")]
    Form {
        /// What was given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Its host is an address, which passkeys cannot be bound to.
    #[error(
        "{0:?} has an address in the place of a name; passkeys are bound to a name: use the site's name, or localhost on this machine alone"
    )]
    Address(String),
    /// It is not reached over TLS.
    #[error("{0:?} is not reached over TLS; browsers give passkeys to https pages alone, and to localhost")]
    NotSecure(String),
    /// It has more than scheme, host and port.
    #[error("{0:?} has more than scheme, host and port; write these alone, such as https://comity.example.org")]
    MoreThanOrigin(String),
    /// A further URL is of another site than the first.
    #[error("{url:?} is not at {id} or below it; passkeys of {id} cannot be used there")]
    OtherSite {
        /// The further URL.
        url: String,
        /// The relying party's id.
        id: String,
    },
}

impl RelyingParty {
    /// The relying party of a site: the host of the first public URL is its id; each further URL, with another
    /// port or a name below that host, is one more origin. `name` is what authenticators show.
    ///
    /// # Errors
    /// See [`PartyError`].
    pub fn new(name: &str, public_urls: &[&str]) -> Result<RelyingParty, PartyError> {
        let mut id: Option<String> = None;
        let mut origins = Vec::new();
        for text in public_urls {
            let (host, origin) = origin_of(text)?;
            let id = id.get_or_insert_with(|| host.clone());
            let below = host
                .strip_suffix(id.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            if !below {
                return Err(PartyError::OtherSite {
                    url: (*text).to_owned(),
                    id: id.clone(),
                });
            }
            origins.push(origin);
        }
        Ok(RelyingParty {
            name: name.to_owned(),
            id: id.ok_or(PartyError::None)?,
            origins,
        })
    }

    /// What authenticators show of the site.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id (a host name), to which passkeys are bound.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether a page of this origin may ask for passkeys.
    pub(crate) fn has_origin(&self, origin: &str) -> bool {
        self.origins.iter().any(|ours| ours == origin)
    }

    /// What authenticators put before all they say: SHA-256 of the id.
    pub(crate) fn id_hash(&self) -> [u8; 32] {
        Sha256::digest(self.id.as_bytes()).into()
    }
}

/// Host and origin of a URL, the origin as browsers write it (without the scheme's own port).
fn origin_of(text: &str) -> Result<(String, String), PartyError> {
    let form = |reason: String| PartyError::Form {
        url: text.to_owned(),
        reason,
    };
    let url = Url::parse(text).map_err(|e| form(e.to_string()))?;
    let Some(Host::Domain(host)) = url.host() else {
        return match url.host() {
            Some(_) => Err(PartyError::Address(text.to_owned())),
            None => Err(form("it has no host".to_owned())),
        };
    };
    let local = host == "localhost" || host.ends_with(".localhost");
    if !(url.scheme() == "https" || (url.scheme() == "http" && local)) {
        return Err(PartyError::NotSecure(text.to_owned()));
    }
    let more =
        url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some();
    if more {
        return Err(PartyError::MoreThanOrigin(text.to_owned()));
    }
    Ok((host.to_owned(), url.origin().ascii_serialization()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn the_host_of_the_first_url_is_the_id_and_each_url_is_an_origin() {
        let urls = [
            "https://comity.example.org/",
            "https://comity.example.org:8443",
            "https://guest.comity.example.org",
        ];
        let party = RelyingParty::new("Exercise", &urls).unwrap();
        assert_eq!(party.id(), "comity.example.org");
        for origin in [
            "https://comity.example.org",
            "https://comity.example.org:8443",
            "https://guest.comity.example.org",
        ] {
            assert!(party.has_origin(origin), "{origin}");
        }
        for origin in [
            "https://comity.example.org:8444",
            "http://comity.example.org",
            "https://example.org",
            "https://comity.example.org.example.com",
            "https://comity.example.org/",
            "null",
            "",
        ] {
            assert!(!party.has_origin(origin), "{origin}");
        }
    }

    #[test]
    fn localhost_needs_no_tls() {
        let party = RelyingParty::new("Exercise", &["http://localhost:8080"]).unwrap();
        assert_eq!(party.id(), "localhost");
        assert!(party.has_origin("http://localhost:8080"));
    }

    #[test]
    fn a_url_under_which_passkeys_cannot_work_is_refused_with_the_reason() {
        let check = |urls: &[&str], part: &str| {
            let said = RelyingParty::new("Exercise", urls).unwrap_err().to_string();
            assert!(said.contains(part), "{urls:?}: {said}");
        };
        check(&[], "--public-url");
        check(&["comity.example.org"], "not a URL");
        check(&["http://comity.example.org"], "over TLS");
        check(&["ftp://localhost"], "over TLS");
        check(&["https://192.0.2.1"], "use the site's name");
        check(&["https://[::1]"], "use the site's name");
        check(&["https://comity.example.org/desk"], "alone");
        check(&["https://who@comity.example.org"], "alone");
        check(&["https://comity.example.org", "https://example.org"], "cannot be used there");
        check(&["https://ity.example.org", "https://comity.example.org"], "cannot be used there");
    }
}
