//! HMAC-SHA256 (RFC 2104) under a key of 32 bytes: what nobody without the key can make.

use crate::merkle::Hash;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The hash of some parts, one after the other. Nothing is put between them.
pub fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> Hash {
    begun(key, parts).finalize().into_bytes().into()
}

/// Whether this is the hash of these parts. How long it takes does not tell how much of it is right.
pub fn is_keyed(key: &[u8; 32], parts: &[&[u8]], hash: &[u8]) -> bool {
    begun(key, parts).verify_slice(hash).is_ok()
}

fn begun(key: &[u8; 32], parts: &[&[u8]]) -> Hmac<Sha256> {
    // A key shorter than the block is padded with zeros, as the RFC has it: one of this length cannot fail.
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    parts.iter().for_each(|part| mac.update(part));
    mac
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::hex::hex;

    #[test]
    fn the_hash_is_that_of_the_rfc() {
        // RFC 4231, test case 1, whose key of 20 bytes is padded with zeros as ours is.
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        let expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        assert_eq!(hex(&keyed(&key, &[b"Hi ", b"There"])), expected);
    }

    #[test]
    fn a_hash_holds_for_its_key_and_parts_alone() {
        let hash = keyed(&[7; 32], &[b"exercise"]);
        assert!(is_keyed(&[7; 32], &[b"exer", b"cise"], &hash));
        assert!(!is_keyed(&[8; 32], &[b"exercise"], &hash));
        assert!(!is_keyed(&[7; 32], &[b"exercises"], &hash));
        assert!(!is_keyed(&[7; 32], &[b"exercise"], &hash[..31]));
    }
}
