//! The test vectors of the standard (W3C Web Authentication Level 3, section 16): registrations and sign-ins that
//! we did not make, with keys of every kind that is asked for, and of some that are not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use common::{Desk, People, registry};
use identity::act::Act;
use identity::desk::{Shelf, SignInDesk};
use identity::passkey::authenticator::AuthenticatorData;
use identity::passkey::{Assertion, Ceremonies, RelyingParty, Started};
use identity::refusal::{Refusal, SignInError};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What becomes of a vector: the refusal of its registration, or of its sign-in, if any.
type Outcome = Result<Result<(), Refusal>, Refusal>;

/// What must become of each.
const EXPECTED: &[(&str, Outcome)] = &[
    ("none-es256", Err(Refusal::NotVerified)),
    ("packed-self-es256", Ok(Err(Refusal::NotVerified))),
    ("none-es256-crossOrigin", Err(Refusal::CrossOrigin)),
    ("none-es256-topOrigin", Err(Refusal::CrossOrigin)),
    ("none-es256-long-credential-id", Err(Refusal::NotVerified)),
    ("packed-es256", Ok(Ok(()))),
    ("packed-es384", Err(Refusal::KeyKind)),
    ("packed-es512", Err(Refusal::KeyKind)),
    ("packed-rs256", Ok(Err(Refusal::NotVerified))),
    ("packed-eddsa", Err(Refusal::NotVerified)),
    ("packed-ed448", Err(Refusal::KeyKind)),
    ("tpm-es256", Ok(Ok(()))),
    ("android-key-es256", Ok(Err(Refusal::NotVerified))),
    ("apple-es256", Err(Refusal::NotVerified)),
    ("fido-u2f-es256", Err(Refusal::NotVerified)),
];

type Vector = BTreeMap<String, Vec<u8>>;

fn vectors() -> Vec<(String, Vector)> {
    let mut found: Vec<(String, Vector)> = Vec::new();
    for line in include_str!("vectors/webauthn-3.txt").lines() {
        if let Some(name) = line.strip_prefix("= ") {
            found.push((name.to_owned(), Vector::new()));
        } else if let Some((member, hex)) = line.split_once(' ').filter(|_| !line.starts_with('#')) {
            let bytes = (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap());
            found.last_mut().unwrap().1.insert(member.to_owned(), bytes.collect());
        }
    }
    found
}

/// The authenticator data in an attestation object, found without the code under test.
fn authenticator_data(object: &[u8]) -> Vec<u8> {
    let Value::Map(members) = ciborium::from_reader(object).unwrap() else {
        panic!("no map")
    };
    let member = members.into_iter().find(|(name, _)| name.as_text() == Some("authData"));
    member.unwrap().1.into_bytes().unwrap()
}

/// Puts the challenge of a vector in the place of ours.
async fn with_challenge(desk: &Desk, started: &Started, challenge: &[u8]) {
    let item = desk.read(Shelf::Ceremony, &started.token.key()).await.unwrap().unwrap();
    let mut value: serde_json::Value = serde_json::from_slice(&item.value).unwrap();
    value["challenge"] = URL_SAFE_NO_PAD.encode(challenge).into();
    assert!(desk.replace(&item, value.to_string().as_bytes(), item.expires).await.unwrap());
}

fn refusal<T: std::fmt::Debug>(said: Result<T, SignInError>) -> Result<T, Refusal> {
    said.map_err(|e| match e {
        SignInError::Refused(refusal) => refusal,
        SignInError::Desk(e) => panic!("{e}"),
    })
}

/// Both ceremonies with the answers of a vector.
async fn carried_out(vector: &Vector) -> Outcome {
    let mut people = People::at("2026-11-25T10:00:00Z");
    let desk = Desk::default();
    let party = RelyingParty::new("Exercise", &["https://example.org"]).unwrap();
    let id = people.open("Exercise", registry(), Vec::new());
    let text = |member: &str| URL_SAFE_NO_PAD.encode(&vector[member]);
    let credential = {
        let ceremonies = Ceremonies {
            party: &party,
            desk: &desk,
            outside: &people.outside,
        };
        let started = ceremonies.begin_registration(&id, "Exercise", &[]).await.unwrap();
        with_challenge(&desk, &started, &vector["create.challenge"]).await;
        let answer = json!({
            "id": text("credential"), "rawId": text("credential"), "type": "public-key", "clientExtensionResults": {},
            "response": {"clientDataJSON": text("create.clientDataJSON"), "attestationObject": text("create.attestationObject")},
        });
        refusal(
            ceremonies
                .finish_registration(&started.token, &id, &answer.to_string(), "vector")
                .await,
        )?
    };
    people.act(&id, Act::CredentialAdded { credential });
    let ceremonies = Ceremonies {
        party: &party,
        desk: &desk,
        outside: &people.outside,
    };
    let started = ceremonies.begin_sign_in().await.unwrap();
    with_challenge(&desk, &started, &vector["get.challenge"]).await;
    let answer = json!({
        "id": text("credential"), "rawId": text("credential"), "type": "public-key", "clientExtensionResults": {},
        "response": {
            "clientDataJSON": text("get.clientDataJSON"), "authenticatorData": text("get.authenticatorData"),
            "signature": text("get.signature"), "userHandle": URL_SAFE_NO_PAD.encode(id.bytes()),
        },
    });
    let answer = Assertion::parse(&answer.to_string()).unwrap();
    let account = people.account(&id);
    Ok(refusal(ceremonies.finish_sign_in(&started.token, &answer, Some(&account)).await).map(|_| ()))
}

#[tokio::test]
async fn each_vector_is_accepted_or_refused_for_the_right_reason() {
    let mut wrong = Vec::new();
    let vectors = vectors();
    for (name, vector) in &vectors {
        let expected = EXPECTED.iter().find(|(of, _)| of == name).map(|(_, expected)| *expected);
        let said = carried_out(vector).await;
        if expected != Some(said) {
            wrong.push(format!("{name}: {said:?}, expected {expected:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(vectors.len(), EXPECTED.len());
}

#[test]
fn the_signature_of_each_vector_with_a_key_that_is_asked_for_is_right_and_any_changed_byte_makes_it_wrong() {
    let mut checked = 0;
    for (name, vector) in vectors() {
        let data = authenticator_data(&vector["create.attestationObject"]);
        let credential = match AuthenticatorData::parse(&data) {
            Ok(data) => data.credential.unwrap(),
            Err(Refusal::KeyKind) if ["384", "512", "448"].iter().any(|kind| name.contains(kind)) => continue,
            Err(other) => panic!("{name}: {other:?}"),
        };
        assert_eq!(credential.id, vector["credential"], "{name}");
        let signed = [
            vector["get.authenticatorData"].as_slice(),
            &Sha256::digest(&vector["get.clientDataJSON"]),
        ]
        .concat();
        let signature = &vector["get.signature"];
        assert_eq!(credential.public_key.verify(&signed, signature), Ok(()), "{name}");
        for i in [0, 32, 36, signed.len() - 1] {
            let mut changed = signed.clone();
            changed[i] ^= 1;
            assert_eq!(
                credential.public_key.verify(&changed, signature),
                Err(Refusal::Signature),
                "{name} {i}"
            );
        }
        checked += 1;
    }
    assert!(checked >= 10, "only {checked} vectors were checked");
}
