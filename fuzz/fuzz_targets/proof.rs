//! Any text is refused or is exactly a proof; verifying it never falls over.
#![no_main]

use libfuzzer_sys::fuzz_target;
use record::checkpoint::parse_verifier_key;
use record::proof::Proof;

fuzz_target!(|text: &str| {
    if let Ok(proof) = Proof::parse(text) {
        assert_eq!(proof.to_text(), text);
        if let Ok((_, key)) = parse_verifier_key(&proof.vkey) {
            let _ = proof.verify(&key);
        }
    }
});
