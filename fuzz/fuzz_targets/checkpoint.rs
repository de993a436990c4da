//! Any text is refused, is a checkpoint of the key, or is a verifier key in its one form.
#![no_main]

use ed25519_dalek::SigningKey;
use libfuzzer_sys::fuzz_target;
use record::checkpoint::{Checkpoint, parse_verifier_key, verifier_key_text};

fuzz_target!(|text: &str| {
    let key = SigningKey::from_bytes(&[1; 32]);
    if let Ok(checkpoint) = Checkpoint::parse_and_verify(text, &key.verifying_key()) {
        let signed = checkpoint.signed(&key);
        assert_eq!(Checkpoint::parse_and_verify(&signed, &key.verifying_key()), Ok(checkpoint));
    }
    if let Ok((origin, key)) = parse_verifier_key(text) {
        assert_eq!(verifier_key_text(&origin, &key), text);
    }
});
