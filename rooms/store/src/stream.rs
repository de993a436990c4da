//! Encryption of what is too long to be held at once: chunks that open only in their order, whole, and under their key.
//!
//! As in STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) with XChaCha20-Poly1305: the nonce is 15 zeros, the number of
//! the chunk in 8 bytes and 1 for the last chunk, else 0. So chunks that were changed, exchanged, left out, added or cut
//! off do not open. A key serves for one stream, ever.

use crate::vault::Key;
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// Bytes of plain text in a chunk; the last one has as many or fewer.
pub(crate) const CHUNK: usize = 1 << 16;
/// Bytes of a tag, with which each chunk ends.
pub(crate) const TAG: usize = 16;

/// The chunks of one stream.
pub(crate) struct Chunks(XChaCha20Poly1305);

impl Chunks {
    pub(crate) fn under(key: &Key) -> Chunks {
        Chunks(XChaCha20Poly1305::new(key.into()))
    }

    /// Encrypts a chunk. Fails for none of this length.
    pub(crate) fn seal(&self, number: u64, last: bool, plain: &[u8]) -> Option<Vec<u8>> {
        self.0.encrypt(&nonce(number, last), plain).ok()
    }

    /// Decrypts a chunk; none where it is not as it was written, or not at its place.
    pub(crate) fn open(&self, number: u64, last: bool, sealed: &[u8]) -> Option<Vec<u8>> {
        self.0.decrypt(&nonce(number, last), sealed).ok()
    }
}

fn nonce(number: u64, last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce
        .iter_mut()
        .skip(15)
        .zip(number.to_be_bytes())
        .for_each(|(to, from)| *to = from);
    if let Some(end) = nonce.last_mut() {
        *end = last.into();
    }
    XNonce::from(nonce)
}
