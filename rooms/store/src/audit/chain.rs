//! The running hash over the events: whoever has not the key can make none, so that no event is changed, taken out,
//! moved or added unseen.

use crate::vault::Key;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The hash after an event: over the one before it, its place, its instant as it is stored, and its ciphertext.
pub(crate) fn running(key: &Key, before: &[u8; 32], position: u64, instant: &str, body: &[u8]) -> [u8; 32] {
    // RFC 2104 pads a short key with zeros to the block of 64 bytes.
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block.into());
    mac.update(b"comity audit event v1\n");
    mac.update(before);
    mac.update(&position.to_be_bytes());
    mac.update(instant.as_bytes());
    mac.update(b"\n");
    mac.update(body);
    mac.finalize().into_bytes().into()
}
