//! Whatever an authenticator says of a new passkey, under the right challenge and for the right site, is refused or gives
//! a passkey with the id that the browser said. The bytes are the attestation object.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fuzz::{Desk, Still, now};
use identity::account::AccountId;
use identity::passkey::{Ceremonies, RelyingParty};
use libfuzzer_sys::fuzz_target;

const ORIGIN: &str = "https://comity.example.org";
/// The id of the passkey of the seeds.
const ID: &[u8] = b"exercise-credential-1";

fuzz_target!(|object: &[u8]| {
    let party = RelyingParty::new("Exercise", &[ORIGIN]).unwrap();
    let desk = Desk::default();
    let ceremonies = Ceremonies {
        party: &party,
        desk: &desk,
        outside: &Still,
    };
    let account = AccountId::from_bytes([1; 16]);
    let started = now(ceremonies.begin_registration(&account, "Exercise", &[])).unwrap();
    let challenge = started
        .options
        .split("\"challenge\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let client_data = format!(r#"{{"type":"webauthn.create","challenge":"{challenge}","origin":"{ORIGIN}","crossOrigin":false}}"#);
    let [id, client_data, object] = [ID, client_data.as_bytes(), object].map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
    let answer = format!(
        r#"{{"id":"{id}","rawId":"{id}","type":"public-key","response":{{"clientDataJSON":"{client_data}","attestationObject":"{object}"}}}}"#
    );
    if let Ok(credential) = now(ceremonies.finish_registration(&started.token, &account, &answer, "laptop")) {
        assert!(credential.passkey().is_some_and(|passkey| passkey.id == ID));
    }
});
