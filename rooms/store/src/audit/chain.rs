//! The running hash over the events: whoever has not the key can make none, so that no event is changed, taken out,
//! moved or added unseen.

use crate::vault::Key;
use record::keyed::keyed;

/// The hash after an event: over the one before it, its place, its instant as it is stored, and its ciphertext.
pub(crate) fn running(key: &Key, before: &[u8; 32], position: u64, instant: &str, body: &[u8]) -> [u8; 32] {
    let position = position.to_be_bytes();
    keyed(
        key,
        &[b"comity audit event v1\n", before, &position, instant.as_bytes(), b"\n", body],
    )
}
