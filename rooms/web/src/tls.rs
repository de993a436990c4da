//! TLS by rustls: version 1.2 or 1.3, with the suites that rustls holds to be sound; and, where it is asked for, who
//! the client says to be by a certificate.

use crate::distinguished_name;
use record::hex::hex;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{NoServerSessionStorage, WebPkiClientVerifier};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

/// How the server speaks TLS.
#[derive(Clone)]
pub struct Tls(pub(crate) TlsAcceptor);

/// Why TLS cannot be spoken so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlsError {
    /// There is no certificate.
    #[error("the certificates cannot be read ({0}); give a file in PEM with the server's own first, then those that lead to its root")]
    Certificates(String),
    /// There is no key.
    #[error("the key cannot be read ({0}); give a file in PEM with one private key that has no password")]
    Key(String),
    /// Key and certificate do not go together.
    #[error("certificate and key cannot be used ({0}); give the key that belongs to the first certificate")]
    Pair(String),
    /// The authorities of clients cannot be read.
    #[error("the authorities of client certificates cannot be read ({0}); give a file in PEM with the certificates of authorities")]
    Authorities(String),
}

impl Tls {
    /// TLS with a chain of certificates and its key, each in PEM. With `authorities`, clients may show a certificate that
    /// leads to one of them (none is fine); it is left in each request as a [`ClientCertificate`].
    ///
    /// # Errors
    /// See [`TlsError`].
    pub fn new(certificates: &[u8], key: &[u8], authorities: Option<&[u8]>) -> Result<Tls, TlsError> {
        let chain = read(certificates).map_err(TlsError::Certificates)?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|error| TlsError::Key(error.to_string()))?;
        let pair = |error: tokio_rustls::rustls::Error| TlsError::Pair(error.to_string());
        let provider = Arc::new(ring::default_provider());
        let builder = ServerConfig::builder_with_provider(provider.clone())
            .with_protocol_versions(&[&TLS13, &TLS12])
            .map_err(pair)?;
        let mut config = match authorities {
            None => builder.with_no_client_auth(),
            Some(authorities) => {
                let wrong = |error: &dyn std::fmt::Display| TlsError::Authorities(error.to_string());
                let mut roots = RootCertStore::empty();
                for certificate in read(authorities).map_err(TlsError::Authorities)? {
                    roots.add(certificate).map_err(|error| wrong(&error))?;
                }
                let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider)
                    .allow_unauthenticated()
                    .build()
                    .map_err(|error| wrong(&error))?;
                builder.with_client_cert_verifier(verifier)
            }
        }
        .with_single_cert(chain, key)
        .map_err(pair)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        if authorities.is_some() {
            // Each connection shows the certificate anew, so that one that ran out is not carried on.
            config.session_storage = Arc::new(NoServerSessionStorage {});
        }
        Ok(Tls(TlsAcceptor::from(Arc::new(config))))
    }
}

/// The certificates of a text in PEM; at least one.
fn read(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, String> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let read = read.map_err(|error| error.to_string())?;
    if read.is_empty() {
        Err("none is there".to_owned())
    } else {
        Ok(read)
    }
}

/// The certificate that a client showed, verified against the authorities of the configuration. Left in each request
/// of its connection; what it stands for is decided where somebody signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientCertificate {
    /// SHA-256 of the certificate, in hexadecimal.
    pub sha256: String,
    /// For whom it was made, as it is written (RFC 4514): `CN=Exercise One,O=Exercise`. To be read by people; two
    /// authorities may write the same.
    pub subject: String,
}

impl ClientCertificate {
    pub(crate) fn of(certificate: &CertificateDer<'_>) -> ClientCertificate {
        ClientCertificate {
            sha256: hex(&Sha256::digest(certificate)),
            subject: distinguished_name::of_subject(certificate).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_cannot_be_used_is_refused_with_the_reason() {
        let wrong = |certificates: &str, key: &str| Tls::new(certificates.as_bytes(), key.as_bytes(), None).err().unwrap();
        assert!(matches!(wrong("", ""), TlsError::Certificates(_)));
        let garbage = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(matches!(wrong(garbage, ""), TlsError::Key(_)));
        assert!(matches!(wrong(garbage, garbage), TlsError::Key(_)));
    }
}
