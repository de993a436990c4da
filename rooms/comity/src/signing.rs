//! How people sign in, as the command line and the file of sign-in services say it.

use crate::args::Serve;
use crate::reached::kept_close;
use crate::said::Refused;
use identity::http::Http;
use identity::oidc::{Provider, Settings};
use identity::passkey::RelyingParty;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use web::Signing;

/// The page to which sign-in services send people back.
const RETURN: &str = "/en/sign-in/return";

/// The file of sign-in services.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    service: Vec<Service>,
}

/// One sign-in service (OpenID Connect) of an institution, as the file says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Service {
    /// What its button says.
    name: String,
    /// Its issuer URL, exactly as the service writes it.
    issuer: String,
    /// Our id there.
    client_id: String,
    /// A file with our secret there, if it gave us one; from the folder of this file on.
    client_secret_file: Option<PathBuf>,
    /// A file of authorities in PEM that it is trusted by, from the folder of this file on; those of this machine
    /// unless given.
    authorities: Option<PathBuf>,
}

/// The sign-in services, read and checked; none of them is called yet.
pub struct Services(Vec<Ready>);

struct Ready {
    name: String,
    settings: Settings,
    http: Http,
}

impl Services {
    /// Those that the command line names a file of; none where it names none.
    ///
    /// # Errors
    /// What is wrong with the file, and how to mend it.
    pub fn read(path: Option<&Path>) -> Result<Services, Refused> {
        let Some(path) = path else { return Ok(Services(Vec::new())) };
        let text = std::fs::read_to_string(path).map_err(|error| Refused::file(path, &error))?;
        let wrong = |what: &dyn std::fmt::Display| Refused::Given(format!("{}: {what}", path.display()));
        let file: File = toml::from_str(&text).map_err(|error| wrong(&error.to_string().trim_end()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut names = BTreeSet::new();
        for service in &file.service {
            let name = service.name.trim();
            if name.is_empty() || !names.insert(name.to_owned()) {
                return Err(wrong(&format!(
                    "the name {name:?} is empty or stands twice; give each service the name that its button bears"
                )));
            }
        }
        let ready = file
            .service
            .into_iter()
            .map(|service| service.ready(folder).map_err(|error| wrong(&error)));
        let ready = ready.collect::<Result<Vec<Ready>, Refused>>()?;
        Ok(Services(ready))
    }

    fn providers(self, origin: &str) -> Result<Vec<(String, Provider)>, Refused> {
        let provider = |ready: Ready| {
            let settings = Settings {
                redirect: format!("{origin}{RETURN}"),
                ..ready.settings
            };
            let provider = Provider::new(settings, ready.http);
            let provider = provider.map_err(|error| Refused::Given(format!("the sign-in service {}: {error}", ready.name)))?;
            Ok((ready.name, provider))
        };
        self.0.into_iter().map(provider).collect()
    }
}

impl Service {
    fn ready(self, folder: &Path) -> Result<Ready, Refused> {
        let name = self.name.trim().to_owned();
        let here = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
        let called = |beginning: &str| {
            let rest = self.issuer.strip_prefix(beginning);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        };
        if !self.issuer.starts_with("https://") && !here.into_iter().any(called) {
            return Err(Refused::Given(format!(
                "the issuer {:?} of {name} is not called: it must be https, or http on this machine",
                self.issuer
            )));
        }
        if self.client_id.trim().is_empty() {
            return Err(Refused::Given(format!(
                "the client_id of {name} is empty; write the id that it gave us"
            )));
        }
        let client_secret = self.client_secret_file.map(|file| secret(&folder.join(file))).transpose()?;
        let http = match self.authorities.map(|file| folder.join(file)) {
            None => Http::of_this_machine().map_err(|error| Refused::Given(format!("{error}, as authorities of {name}"))),
            Some(file) => {
                let pem = std::fs::read(&file).map_err(|error| Refused::file(&file, &error))?;
                let wrong = |what: &dyn std::fmt::Display| Refused::Given(format!("{}: {what}", file.display()));
                if !String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
                    return Err(wrong(&"there is no certificate in it; give the authorities in PEM"));
                }
                Http::new(&pem).map_err(|error| wrong(&error))
            }
        }?;
        Ok(Ready {
            name,
            settings: Settings {
                issuer: self.issuer,
                client_id: self.client_id,
                client_secret,
                redirect: String::new(),
            },
            http,
        })
    }
}

/// A secret that stands alone in a file which nobody but its owner may read.
fn secret(file: &Path) -> Result<String, Refused> {
    kept_close(file)?;
    let text = std::fs::read_to_string(file).map_err(|error| Refused::file(file, &error))?;
    match text.trim() {
        "" => Err(Refused::Given(format!(
            "{} is empty; write the secret that the service gave us",
            file.display()
        ))),
        secret => Ok(secret.to_owned()),
    }
}

/// How people sign in on a site with this origin.
///
/// # Errors
/// Passkeys or sign-in services cannot work there.
pub fn signing(serve: &Serve, services: Services, origin: &str) -> Result<Signing, Refused> {
    let party = RelyingParty::new("Comity", &[origin]).map_err(|error| Refused::Given(error.to_string()))?;
    Ok(Signing {
        party: Some(party),
        providers: services.providers(origin)?,
        certificates: serve.client_ca.is_some(),
        demonstration: serve.demo,
    })
}
