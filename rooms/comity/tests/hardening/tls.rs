//! TLS: with the certificate that was given, in the versions that are sound, and with clients that show one.

use super::certificate::Certificate;
use super::server::{Answer, Server};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, ProtocolVersion, RootCertStore, StreamOwned, SupportedProtocolVersion};

const HOST: &str = "comity.example.org";

/// Writes a file that its owner alone may read.
pub fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// A server with a certificate of this authority, whose clients may show one of that.
fn server(folder: &Path, authority: &Certificate, clients: Option<&Certificate>) -> Server {
    let own = Certificate::by(authority, HOST);
    let certificate = file(folder, "chain.pem", &own.pem());
    let key = file(folder, "key.pem", &own.key_pem());
    let mut flags = vec!["--public-url", "https://comity.example.org"];
    flags.extend(["--tls-cert", certificate.to_str().unwrap(), "--tls-key", key.to_str().unwrap()]);
    let authorities = clients.map(|clients| file(folder, "clients.pem", &clients.pem()));
    flags.extend(authorities.iter().flat_map(|path| ["--client-ca", path.to_str().unwrap()]));
    Server::start(&flags)
}

/// Asks for a page over TLS; the version that was spoken, and the answer.
fn ask(
    server: &Server,
    trusted: &Certificate,
    shown: Option<&Certificate>,
    versions: &[&'static SupportedProtocolVersion],
) -> std::io::Result<(ProtocolVersion, Answer)> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(trusted.der().to_vec())).unwrap();
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(versions)
        .unwrap()
        .with_root_certificates(roots);
    let config = match shown {
        None => builder.with_no_client_auth(),
        Some(shown) => {
            let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(shown.key_der().to_vec()));
            let chain = vec![CertificateDer::from(shown.der().to_vec())];
            builder.with_client_auth_cert(chain, key).unwrap()
        }
    };
    let connection = ClientConnection::new(Arc::new(config), ServerName::try_from(HOST).unwrap()).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(&server.listens)?);
    write!(stream, "GET /en HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n")?;
    let mut text = Vec::new();
    stream.read_to_end(&mut text)?;
    let version = stream.conn.protocol_version().unwrap();
    Ok((version, Answer::read(&String::from_utf8_lossy(&text))))
}

#[test]
fn pages_come_over_tls_in_either_sound_version_with_the_certificate_that_was_given() {
    let folder = tempfile::TempDir::new().unwrap();
    let authority = Certificate::authority("Exercise authority");
    let server = server(folder.path(), &authority, None);
    for (versions, spoken) in [
        (&[&TLS12, &TLS13][..], ProtocolVersion::TLSv1_3),
        (&[&TLS12][..], ProtocolVersion::TLSv1_2),
    ] {
        let (version, answer) = ask(&server, &authority, None, versions).unwrap();
        assert_eq!((version, answer.status), (spoken, 200));
        assert!(answer.header("strict-transport-security").starts_with("max-age="));
    }
    let other = Certificate::authority("Exercise authority");
    assert!(
        ask(&server, &other, None, &[&TLS13]).is_err(),
        "another authority of the same name vouches for nothing"
    );
}

#[test]
fn whoever_speaks_http_where_tls_is_spoken_gets_no_page() {
    let folder = tempfile::TempDir::new().unwrap();
    let server = server(folder.path(), &Certificate::authority("Exercise authority"), None);
    let mut stream = TcpStream::connect(&server.listens).unwrap();
    server.write(&mut stream, "GET /en", &["Host: comity.example.org"], "");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/"), "{answer:?}");
}

#[test]
fn a_client_certificate_is_taken_from_its_authority_alone_and_none_is_needed() {
    let folder = tempfile::TempDir::new().unwrap();
    let authority = Certificate::authority("Exercise authority");
    let clients = Certificate::authority("Exercise ministry");
    let server = server(folder.path(), &authority, Some(&clients));
    let one = Certificate::by(&clients, "Exercise One");
    for versions in [&[&TLS13][..], &[&TLS12]] {
        assert_eq!(ask(&server, &authority, None, versions).unwrap().1.status, 200, "none is needed");
        assert_eq!(ask(&server, &authority, Some(&one), versions).unwrap().1.status, 200);
        let forged = Certificate::by(&Certificate::authority("Exercise ministry"), "Exercise One");
        for stranger in [&forged, &Certificate::by(&authority, "Exercise One")] {
            let refused = ask(&server, &authority, Some(stranger), versions);
            assert!(refused.is_err() || refused.is_ok_and(|(_, answer)| answer.status == 0));
        }
    }
}
