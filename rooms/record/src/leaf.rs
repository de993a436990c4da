//! The leaf of an entry, and the private running hash that guards order and tail between marks.

use crate::merkle::{self, Hash};
use sha2::{Digest, Sha256};

/// 32 random bytes before each entry, so that nobody can guess an entry from its hash.
pub type Salt = [u8; 32];

/// The bytes of a leaf: the salt, then the canonical bytes of the whole entry.
pub fn leaf_bytes(salt: &Salt, canonical: &[u8]) -> Vec<u8> {
    [salt, canonical].concat()
}

/// The hash of an entry's leaf (RFC 6962), by which it is known in trees and on pages.
pub fn leaf_hash(salt: &Salt, canonical: &[u8]) -> Hash {
    merkle::leaf(&leaf_bytes(salt, canonical))
}

/// The running hash after an entry, from the one before it. The first entry follows 32 zero bytes.
pub fn running(previous: &Hash, leaf: &Hash) -> Hash {
    Sha256::new()
        .chain_update(b"comity running hash v1\n")
        .chain_update(previous)
        .chain_update(leaf)
        .finalize()
        .into()
}
