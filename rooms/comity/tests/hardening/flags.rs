//! Flags under which a server would lie in the open, or could not be what it is told to be: refused before it starts.

use super::certificate::Certificate;
use super::tls::file;
use crate::common::{comity, text};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

#[track_caller]
fn refused(data: &Path, flags: &[&str], part: &str) {
    let output = comity(&[&["serve", "--data", data.to_str().unwrap()], flags].concat());
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{flags:?}: {said}");
    assert!(said.contains(part), "{flags:?}: {said}");
    assert!(!data.exists(), "a call that is wrong leaves nothing behind");
}

#[test]
fn a_server_that_would_lie_in_the_open_does_not_start() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path().join("data");
    let refused = |flags: &[&str], part: &str| refused(&data, flags, part);
    refused(&["--listen", "0.0.0.0:0"], "--public-url");
    refused(&["--listen", "[::]:0", "--public-url", "http://localhost:8080"], "--public-url");
    refused(&["--public-url", "https://comity.example.org"], "--tls-cert and --tls-key");
    refused(&["--public-url", "http://comity.example.org"], "over TLS");
    refused(&["--public-url", "https://192.0.2.1"], "the site's name");
    refused(&["--behind-proxy", "X-Forwarded-For"], "--public-url");
    let proxied = ["--public-url", "https://comity.example.org", "--behind-proxy"];
    refused(&[&proxied[..], &["Forwarded"]].concat(), "X-Forwarded-For");
    refused(&[&proxied[..], &["no header"]].concat(), "name of a header");
}

#[test]
fn a_key_that_others_may_read_or_that_does_not_fit_is_refused_with_its_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path().join("data");
    let authority = Certificate::authority("Exercise authority");
    let own = Certificate::by(&authority, "comity.example.org");
    let chain = file(folder.path(), "chain.pem", &own.pem());
    let key = file(folder.path(), "key.pem", &own.key_pem());
    let other = file(folder.path(), "other.pem", &authority.key_pem());
    let empty = file(folder.path(), "empty.pem", "");
    let refused = |chain: &Path, key: &Path, more: &[&str], part: &str| {
        let files = ["--tls-cert", chain.to_str().unwrap(), "--tls-key", key.to_str().unwrap()];
        refused(&data, &[&files[..], more].concat(), part);
    };
    refused(&chain, &other, &[], "other.pem: certificate and key cannot be used");
    refused(&empty, &key, &[], "empty.pem: the certificates cannot be read");
    refused(&chain, &chain, &[], "chain.pem: the key cannot be read");
    refused(&chain, &folder.path().join("missing.pem"), &[], "missing.pem");
    refused(
        &chain,
        &key,
        &["--client-ca", empty.to_str().unwrap()],
        "empty.pem: the authorities",
    );
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o640)).unwrap();
    refused(&chain, &key, &[], "chmod 600");
}
