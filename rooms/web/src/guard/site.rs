//! What a server is told of itself, and where a request comes from.

use super::PublicUrl;
use axum::http::{Extensions, HeaderMap, HeaderName};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// How the site is reached. The default is a server on this machine, for this machine.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Where it lies for those who use it; none for a server that is reached on this machine alone.
    pub public: Option<PublicUrl>,
    /// The proxy in front of it; none where clients connect to it themselves.
    pub behind: Option<Behind>,
}

/// A proxy, which says in a header for whom it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind(HeaderName);

/// Why a header cannot be the one in which a proxy says for whom it asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BehindError {
    /// It is not the name of a header.
    #[error("{0:?} is not the name of a header; write it like X-Forwarded-For")]
    Name(String),
    /// It is written in a form that is not read.
    #[error("Forwarded (RFC 7239) is not read; let the proxy write addresses alone, in X-Forwarded-For or X-Real-IP")]
    Forwarded,
}

impl Behind {
    /// A proxy that says it in this header, at the end of a list of addresses.
    ///
    /// # Errors
    /// See [`BehindError`].
    pub fn header(name: &str) -> Result<Behind, BehindError> {
        let name: HeaderName = name.parse().map_err(|_| BehindError::Name(name.to_owned()))?;
        if name == "forwarded" {
            return Err(BehindError::Forwarded);
        }
        Ok(Behind(name))
    }
}

/// Who holds the other end of the connection: a client, or the proxy. The server leaves it in every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// The network from which a request comes: an address of IPv4, or the 64 bits of an address of IPv6 that one
/// subscriber is given whole (RFC 6177).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Network(IpAddr);

impl Network {
    /// Of those for whom a proxy does not say whence they come: they are counted together, and no header frees anybody
    /// of it.
    const UNKNOWN: Network = Network(IpAddr::V4(Ipv4Addr::UNSPECIFIED));

    pub(crate) fn of(address: IpAddr) -> Network {
        match address.to_canonical() {
            IpAddr::V6(address) => {
                let bits = address.to_bits() >> 64 << 64;
                Network(IpAddr::V6(Ipv6Addr::from_bits(bits)))
            }
            v4 => Network(v4),
        }
    }

    /// Whether it is this machine.
    pub(super) fn is_here(self) -> bool {
        match self.0 {
            IpAddr::V4(address) => address.is_loopback(),
            // The network in which ::1 lies holds nobody else.
            IpAddr::V6(address) => address.is_unspecified(),
        }
    }
}

impl Site {
    /// From where a request comes. No header is believed but the one that the proxy writes, and of it the last
    /// address: what stands before was written by others. None where there is no connection (a test).
    pub(super) fn network(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<Network> {
        let Some(behind) = &self.behind else {
            return extensions.get::<Peer>().map(|peer| Network::of(peer.0.ip()));
        };
        let last = headers.get_all(&behind.0).iter().next_back().and_then(|value| value.to_str().ok());
        let said = last.and_then(|last| address(last.rsplit(',').next()?.trim()));
        Some(said.map_or(Network::UNKNOWN, Network::of))
    }
}

/// An address, with or without a port; one of IPv6 may stand in brackets (RFC 3986, section 3.2.2).
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse()
        .ok()
        .or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    fn network(behind: Option<&str>, headers: &[(&'static str, &str)], peer: Option<&str>) -> Option<Network> {
        let site = Site {
            public: None,
            behind: behind.map(|name| Behind::header(name).unwrap()),
        };
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_str(value).unwrap());
        }
        let mut extensions = Extensions::new();
        if let Some(peer) = peer {
            extensions.insert(Peer(peer.parse().unwrap()));
        }
        site.network(&map, &extensions)
    }

    fn of(address: &str) -> Option<Network> {
        Some(Network(address.parse().unwrap()))
    }

    #[test]
    fn without_a_proxy_no_header_is_believed() {
        let headers = [
            ("x-forwarded-for", "192.0.2.9"),
            ("x-real-ip", "192.0.2.9"),
            ("forwarded", "for=192.0.2.9"),
        ];
        assert_eq!(network(None, &headers, Some("198.51.100.1:5000")), of("198.51.100.1"));
        assert_eq!(network(None, &headers, None), None);
    }

    #[test]
    fn of_the_header_that_the_proxy_writes_the_last_address_counts() {
        let asked = |value: &str| network(Some("X-Forwarded-For"), &[("x-forwarded-for", value)], Some("127.0.0.1:9"));
        assert_eq!(asked("192.0.2.9"), of("192.0.2.9"));
        assert_eq!(
            asked("203.0.113.5, 192.0.2.9"),
            of("192.0.2.9"),
            "the first was written by the client"
        );
        assert_eq!(asked("192.0.2.9:4711"), of("192.0.2.9"));
        let twice = [("x-forwarded-for", "203.0.113.5"), ("x-forwarded-for", "192.0.2.9")];
        assert_eq!(network(Some("X-Forwarded-For"), &twice, None), of("192.0.2.9"));
    }

    #[test]
    fn an_address_of_ipv6_is_read_with_and_without_brackets_and_port() {
        let asked = |value: &str| network(Some("X-Forwarded-For"), &[("x-forwarded-for", value)], Some("127.0.0.1:9"));
        for written in ["2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711"] {
            assert_eq!(asked(written), of("2001:db8::"), "{written}");
        }
    }

    #[test]
    fn those_of_whom_the_proxy_says_nothing_are_counted_together_and_never_taken_for_this_machine() {
        let asked = |headers: &[(&'static str, &str)]| network(Some("X-Forwarded-For"), headers, Some("127.0.0.1:9"));
        for headers in [
            &[("x-forwarded-for", "nobody")][..],
            &[("x-forwarded-for", "192.0.2.9, [2001:db8::1")],
            &[("x-real-ip", "203.0.113.5")],
            &[],
        ] {
            let network = asked(headers).unwrap();
            assert_eq!(network, Network::UNKNOWN, "{headers:?}");
            assert!(!network.is_here());
        }
    }

    #[test]
    fn a_subscriber_of_ipv6_is_one_network_and_an_address_of_ipv4_is_one_however_it_is_written() {
        let from = |peer: &str| network(None, &[], Some(peer));
        assert_eq!(from("[2001:db8:0:1::1]:1"), from("[2001:db8:0:1:ffff::2]:2"));
        assert_ne!(from("[2001:db8:0:1::1]:1"), from("[2001:db8:0:2::1]:1"));
        assert_eq!(from("[::ffff:192.0.2.1]:1"), from("192.0.2.1:1"));
    }

    #[test]
    fn a_header_that_cannot_be_read_is_refused() {
        assert!(Behind::header("X Forwarded").unwrap_err().to_string().contains("write it like"));
        assert_eq!(Behind::header("Forwarded"), Err(BehindError::Forwarded));
    }
}
