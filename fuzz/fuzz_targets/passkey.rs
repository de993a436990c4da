//! Whatever a browser answers to the question for a passkey is refused or read; what is read of a key verifies nothing by
//! itself. The first byte chooses which part of the answer the bytes are.
#![no_main]

use identity::passkey::authenticator::AuthenticatorData;
use identity::passkey::{Assertion, PublicKey};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    match choice % 3 {
        0 => {
            if let Ok(text) = std::str::from_utf8(rest)
                && let Ok(assertion) = Assertion::parse(text)
            {
                let _ = assertion.account();
            }
        }
        1 => {
            if let Ok(data) = AuthenticatorData::parse(rest) {
                let _ = data.check(&[0; 32]);
            }
        }
        _ => {
            if let Ok(key) = PublicKey::new(rest) {
                assert!(key.verify(b"exercise", b"no signature").is_err());
            }
        }
    }
});
