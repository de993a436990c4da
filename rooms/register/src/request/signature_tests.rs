//! The form of what is signed.

#![allow(clippy::unwrap_used)]
use super::*;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

fn statement() -> Statement {
    Statement {
        request: RequestId::from_bytes([1; 16]),
        account: "0".repeat(32),
        on_behalf_of: "organ:registry".into(),
        day: "2026-11-25".parse().unwrap(),
        text_sha256: "a".repeat(64),
        pdf_sha256: "b".repeat(64),
        nonce: [7; 32],
    }
}

#[test]
fn the_challenge_is_the_hash_of_the_canonical_json_of_the_statement() {
    // As Python's json and hashlib say.
    let expected = "337178a31005e370c671a97f7c31ff03e3419fceeb260d0047c4443b80944d0d";
    assert_eq!(hex(&statement().challenge()), expected);
}

#[test]
fn a_statement_is_read_in_one_form_alone() {
    let object = statement().object();
    assert_eq!(Statement::read(&object), Some(statement()));
    let check = |why: &str, change: &dyn Fn(&mut Object)| {
        let mut changed = object.clone();
        change(&mut changed);
        assert_eq!(Statement::read(&changed), None, "{why}");
    };
    check("a member too much", &|o| o.set("more", Value::Bool(true)));
    check("another purpose", &|o| o.set("purpose", Value::Text("sign-in".into())));
    check("another version", &|o| o.set("v", Value::Integer(2)));
    check("a hash in capital letters", &|o| o.set("pdf_sha256", Value::Text("B".repeat(64))));
    check("a hash that is too short", &|o| o.set("text_sha256", Value::Text("a".repeat(63))));
    check("a day in another form", &|o| o.set("day", Value::Text("20261125".into())));
    check("no account", &|o| o.set("account", Value::Text("exercise".into())));
    for (name, _) in object.members() {
        let mut less = Object::new();
        object
            .members()
            .filter(|(other, _)| *other != name)
            .for_each(|(name, value)| less.set(name, value.clone()));
        assert_eq!(Statement::read(&less), None, "without {name}");
    }
}

#[test]
fn a_signature_is_of_the_statement_whose_challenge_the_browser_answered() {
    let answering = |sort: &str, challenge: &[u8]| PasskeySignature {
        statement: statement(),
        credential: b"exercise".to_vec(),
        public_key: Vec::new(),
        algorithm: -7,
        authenticator_data: Vec::new(),
        client_data: format!(r#"{{"type":"{sort}","challenge":"{}"}}"#, URL_SAFE_NO_PAD.encode(challenge)).into_bytes(),
        signature: Vec::new(),
    };
    let challenge = statement().challenge();
    assert!(answering("webauthn.get", &challenge).is_of_its_statement());
    assert!(!answering("webauthn.create", &challenge).is_of_its_statement());
    assert!(!answering("webauthn.get", &[0; 32]).is_of_its_statement());
    assert!(!answering("webauthn.get", &challenge[..31]).is_of_its_statement());
    let read = PasskeySignature::read(&answering("webauthn.get", &challenge).object());
    assert_eq!(read, Some(answering("webauthn.get", &challenge)), "and is read back as it was");
}
