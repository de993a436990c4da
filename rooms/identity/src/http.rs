//! The HTTP client for talking to providers: one request at a time, over TLS, with a limit on time and length, and
//! without following redirects, so that a provider cannot send us to an address of its choosing.

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{HOST, HeaderValue};
use hyper::{Request, Response, Uri};
use hyper_util::rt::TokioIo;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long one request may take, all in all.
pub const TIME: Duration = Duration::from_secs(10);
/// The longest answer that is read, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// Why a request got no answer. For the log.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// The certificates that were given cannot be read.
    #[error("the certificates of authorities cannot be read ({0}); give a file of certificates in PEM")]
    Roots(String),
    /// This machine names no authorities.
    #[error("this machine has no list of authorities that it trusts; give a file of certificates in PEM")]
    NoRoots,
    /// The address is not one that is called.
    #[error("{0} is not called: it must be https, or http on this machine")]
    Address(String),
    /// Nobody answered, or not in HTTP or TLS.
    #[error("{host} does not answer: {reason}")]
    Unreachable {
        /// Which host.
        host: String,
        /// What happened.
        reason: String,
    },
    /// The answer took longer than [`TIME`].
    #[error("{0} did not answer within ten seconds")]
    Slow(String),
    /// The answer is longer than [`LONGEST`], or broke off.
    #[error("the answer of {host} cannot be read: {reason}")]
    Answer {
        /// Which host.
        host: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// The client.
#[derive(Clone)]
pub struct Http {
    tls: TlsConnector,
}

impl Http {
    /// A client that trusts these authorities, certificates in PEM one after another, and no others.
    ///
    /// # Errors
    /// [`HttpError::Roots`].
    pub fn new(authorities: &[u8]) -> Result<Http, HttpError> {
        let wrong = |e: &dyn std::fmt::Display| HttpError::Roots(e.to_string());
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(authorities) {
            roots.add(certificate.map_err(|e| wrong(&e))?).map_err(|e| wrong(&e))?;
        }
        Http::trusting(roots)
    }

    /// A client that trusts the authorities that this machine trusts.
    ///
    /// # Errors
    /// [`HttpError::NoRoots`].
    pub fn of_this_machine() -> Result<Http, HttpError> {
        let found = rustls_native_certs::load_native_certs();
        let mut roots = RootCertStore::empty();
        // Some machines keep certificates that no library reads; those that can be read are enough.
        let (added, _) = roots.add_parsable_certificates(found.certs);
        if added == 0 {
            return Err(HttpError::NoRoots);
        }
        Http::trusting(roots)
    }

    fn trusting(roots: RootCertStore) -> Result<Http, HttpError> {
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|e| HttpError::Roots(e.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Http {
            tls: TlsConnector::from(Arc::new(config)),
        })
    }

    /// Sends a request and gives the answer, whatever its status.
    ///
    /// # Errors
    /// See [`HttpError`].
    pub async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, HttpError> {
        let host = request.uri().host().unwrap_or_default().to_owned();
        match tokio::time::timeout(TIME, self.exchange(request)).await {
            Ok(answer) => answer,
            Err(_) => Err(HttpError::Slow(host)),
        }
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, HttpError> {
        let uri = request.uri().clone();
        let address = || HttpError::Address(uri.to_string());
        let host = uri.host().ok_or_else(address)?;
        // An IPv6 address stands in brackets in a URI, and without them elsewhere.
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let here = ["localhost", "127.0.0.1", "::1"].contains(&bare);
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if here => false,
            _ => return Err(address()),
        };
        let unreachable = |e: &dyn std::fmt::Display| HttpError::Unreachable {
            host: host.to_owned(),
            reason: e.to_string(),
        };
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let stream = TcpStream::connect((bare, port)).await.map_err(|e| unreachable(&e))?;
        if secure {
            let name = ServerName::try_from(bare.to_owned()).map_err(|e| unreachable(&e))?;
            let stream = self.tls.connect(name, stream).await.map_err(|e| unreachable(&e))?;
            send(stream, request, &uri, host).await
        } else {
            send(stream, request, &uri, host).await
        }
    }
}

async fn send<S>(stream: S, request: Request<Vec<u8>>, uri: &Uri, host: &str) -> Result<Response<Vec<u8>>, HttpError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let unreachable = |e: &dyn std::fmt::Display| HttpError::Unreachable {
        host: host.to_owned(),
        reason: e.to_string(),
    };
    let answer_error = |e: &dyn std::fmt::Display| HttpError::Answer {
        host: host.to_owned(),
        reason: e.to_string(),
    };
    let (mut parts, body) = request.into_parts();
    let authority = uri.authority().map(|a| a.as_str()).unwrap_or(host);
    parts
        .headers
        .insert(HOST, HeaderValue::from_str(authority).map_err(|e| unreachable(&e))?);
    let path = uri.path_and_query().map_or("/", |p| p.as_str());
    parts.uri = path.parse().map_err(|e| unreachable(&e))?;
    let request = Request::from_parts(parts, Full::new(Bytes::from(body)));

    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|e| unreachable(&e))?;
    let exchange = async {
        let answer = sender.send_request(request).await.map_err(|e| unreachable(&e))?;
        let (parts, body) = answer.into_parts();
        let body = Limited::new(body, LONGEST).collect().await.map_err(|e| answer_error(&e))?;
        Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
    };
    // The connection has to be driven beside the exchange, and ends with it.
    tokio::pin!(exchange);
    tokio::pin!(connection);
    tokio::select! {
        answer = &mut exchange => answer,
        // It may end a moment before the last bytes of the answer are handed over.
        _ = &mut connection => exchange.await,
    }
}
