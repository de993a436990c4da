//! How a server is reached, as the command line says it: its public URL, TLS, and the proxy in front.

use crate::args::Serve;
use crate::said::Refused;
use std::path::Path;
use web::guard::{Behind, PublicUrl, Site};
use web::{Tls, TlsError};

/// What the command line says of the site, and TLS where the server speaks it itself. Asked before anything is opened:
/// a call that is wrong leaves nothing behind.
///
/// # Errors
/// What is wrong with it, or that it would leave what is secret in the open.
pub fn reached(serve: &Serve) -> Result<(Site, Option<Tls>), Refused> {
    let given = |error: &dyn std::fmt::Display| Refused::Given(error.to_string());
    let public = serve.public_url.as_deref().map(PublicUrl::parse).transpose();
    let public = public.map_err(|error| given(&error))?;
    let behind = serve.behind_proxy.as_deref().map(Behind::header).transpose();
    let behind = behind.map_err(|error| given(&error))?;
    let tls = tls(serve)?;
    let secure = public.as_ref().is_some_and(PublicUrl::is_secure);
    if !secure && !serve.listen.ip().is_loopback() {
        return Err(Refused::Given(format!(
            "{} is reached from other machines: give the address of the site with --public-url, such as https://comity.example.org",
            serve.listen
        )));
    }
    if secure && tls.is_none() && behind.is_none() {
        return Err(Refused::Given(
            "an https address needs somebody who speaks TLS: give --tls-cert and --tls-key, or name the header of the proxy in front with \
             --behind-proxy"
                .to_owned(),
        ));
    }
    Ok((Site { public, behind }, tls))
}

fn tls(serve: &Serve) -> Result<Option<Tls>, Refused> {
    let (Some(certificates), Some(key)) = (&serve.tls_cert, &serve.tls_key) else {
        return Ok(None);
    };
    kept_close(key)?;
    let authorities = serve.client_ca.as_deref().map(read).transpose()?;
    let tls = Tls::new(&read(certificates)?, &read(key)?, authorities.as_deref());
    tls.map(Some).map_err(|error| {
        let file = match &error {
            TlsError::Certificates(_) => certificates,
            TlsError::Key(_) | TlsError::Pair(_) => key,
            TlsError::Authorities(_) => serve.client_ca.as_ref().unwrap_or(certificates),
        };
        Refused::Given(format!("{}: {error}", file.display()))
    })
}

fn read(path: &Path) -> Result<Vec<u8>, Refused> {
    std::fs::read(path).map_err(|error| Refused::file(path, &error))
}

/// Refuses a key or a secret that others than its owner may read.
#[cfg(unix)]
pub(crate) fn kept_close(key: &Path) -> Result<(), Refused> {
    use std::os::unix::fs::PermissionsExt;
    let about = std::fs::metadata(key).map_err(|error| Refused::file(key, &error))?;
    // A pipe or a descriptor is whoever handed it in's to keep.
    if about.is_file() && about.permissions().mode() & 0o077 != 0 {
        return Err(Refused::Given(format!(
            "{} may be read by others than its owner; close it with chmod 600",
            key.display()
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn kept_close(_: &Path) -> Result<(), Refused> {
    Ok(())
}
