//! A tick: the entries between two marks, in a tree that does not tell how many they are.
//!
//! A tree of fixed size 2^k with entries at random places. The hash of every largest subtree without an
//! entry is drawn from a keyed function, so that it looks like the hash of a subtree with entries to
//! anybody without the key, and costs nothing to keep.

use crate::keyed::keyed;
use crate::merkle::{Hash, node};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

/// An entry in a tick: its place, and the hash of its leaf.
pub type Placed = (u64, Hash);

/// The key of one tick's filler. Secret: whoever has it can tell filler from entries.
#[derive(Clone, PartialEq, Eq)]
pub struct TickKey([u8; 32]);

impl TickKey {
    /// Derives the key of tick number `tick` from the record's filler key.
    pub fn derive(filler_key: &[u8; 32], tick: u64) -> TickKey {
        TickKey(keyed(filler_key, &[b"comity tick key v1\n", &tick.to_be_bytes()]))
    }

    /// The bytes, for whoever keeps or audits the record.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0
    }

    /// From the bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> TickKey {
        TickKey(bytes)
    }

    /// What stands for the subtree without entries that is `index`-th at its level (leaves are level 0).
    fn filler(&self, level: u8, index: u64) -> Hash {
        keyed(&self.0, &[&[level], &index.to_be_bytes()])
    }
}

impl std::fmt::Debug for TickKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TickKey(secret)")
    }
}

/// The root of a tick of 2^`k` places with these entries: place, hash of the leaf.
///
/// Each place holds one entry at most and lies below 2^`k`. Of two at one place only one is in the
/// tree, and one beyond the tree is not in it: its path would not verify.
pub fn tick_root(key: &TickKey, k: u8, entries: &[Placed]) -> Hash {
    subtree(key, k, 0, &sorted(k, entries))
}

/// The path from an entry's place to the root, lowest sibling first: `k` hashes. It verifies with
/// [`crate::merkle::verify_inclusion`] in a tree of 2^`k` leaves. The path of a place without an entry
/// proves nothing.
pub fn tick_path(key: &TickKey, k: u8, entries: &[Placed], place: u64) -> Vec<Hash> {
    let entries = sorted(k, entries);
    let mut here = entries.as_slice();
    let mut index = 0u64;
    let mut path = Vec::with_capacity(k.into());
    for level in (0..k).rev() {
        let (left, right) = halves(here, level);
        let goes_right = bit(place, level);
        let (own, other) = if goes_right { (right, left) } else { (left, right) };
        index = (index << 1) | u64::from(goes_right);
        path.push(subtree(key, level, index ^ 1, other));
        here = own;
    }
    path.reverse();
    path
}

/// The bytes of a tick's leaf in the public log: its number, its mark to the second, its root.
pub fn tick_record(index: u64, mark: Timestamp, root: &Hash) -> Vec<u8> {
    format!("comity tick v1\n{index}\n{mark:.0}\n{}\n", STANDARD.encode(root)).into_bytes()
}

fn sorted(k: u8, entries: &[Placed]) -> Vec<Placed> {
    let within = |place: u64| place.checked_shr(k.into()).unwrap_or(0) == 0;
    let mut entries: Vec<_> = entries.iter().filter(|(place, _)| within(*place)).copied().collect();
    entries.sort_unstable_by_key(|(place, _)| *place);
    entries
}

/// The root of the subtree `index` at `level`, over its entries in the order of their places.
fn subtree(key: &TickKey, level: u8, index: u64, entries: &[Placed]) -> Hash {
    match (entries.first(), level.checked_sub(1)) {
        (None, _) => key.filler(level, index),
        (Some((_, leaf)), None) => *leaf,
        (Some(_), Some(below)) => {
            let (left, right) = halves(entries, below);
            node(
                &subtree(key, below, index << 1, left),
                &subtree(key, below, (index << 1) | 1, right),
            )
        }
    }
}

/// Splits the entries of one subtree into those of its two halves, which stand at `level`.
fn halves(entries: &[Placed], level: u8) -> (&[Placed], &[Placed]) {
    entries.split_at(entries.partition_point(|(place, _)| !bit(*place, level)))
}

fn bit(place: u64, level: u8) -> bool {
    place.checked_shr(level.into()).unwrap_or(0) & 1 == 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::merkle::{leaf, verify_inclusion};
    use hmac::{Hmac, KeyInit, Mac};
    use proptest::prelude::*;
    use sha2::Sha256;
    use std::collections::BTreeSet;

    const K: u8 = 12;

    fn key() -> TickKey {
        TickKey::derive(&[7; 32], 3)
    }

    fn entries(places: impl IntoIterator<Item = u64>) -> Vec<(u64, Hash)> {
        places.into_iter().map(|place| (place, leaf(&place.to_be_bytes()))).collect()
    }

    /// The same tree with every node written out: the definition, without its thrift.
    fn plainly(key: &TickKey, level: u8, index: u64, entries: &[(u64, Hash)]) -> Hash {
        let inside: Vec<_> = entries.iter().filter(|(place, _)| place >> level == index).copied().collect();
        match inside.as_slice() {
            [] => key.filler(level, index),
            [(_, leaf)] if level == 0 => *leaf,
            _ => node(
                &plainly(key, level - 1, 2 * index, &inside),
                &plainly(key, level - 1, 2 * index + 1, &inside),
            ),
        }
    }

    #[test]
    fn keys_and_filler_are_hmac_sha256_as_written_in_the_format() {
        // RFC 4231, test case 6 has a key of 131 bytes; with 32 bytes the padding must be the RFC's own.
        let by_library = |key: &[u8], data: &[u8]| -> Hash {
            let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
            mac.update(data);
            mac.finalize().into_bytes().into()
        };
        assert_eq!(key().to_bytes(), by_library(&[7; 32], b"comity tick key v1\n\0\0\0\0\0\0\0\x03"));
        assert_eq!(tick_root(&key(), K, &[]), by_library(&key().to_bytes(), b"\x0c\0\0\0\0\0\0\0\0"));
    }

    #[test]
    fn an_empty_tick_a_full_tick_and_a_tree_of_one_place_have_roots() {
        let key = key();
        assert_eq!(tick_root(&key, 0, &entries([0])), leaf(&0u64.to_be_bytes()));
        assert_eq!(
            tick_root(&key, 4, &entries(0..16)),
            crate::merkle::root(&(0..16u64).map(|p| leaf(&p.to_be_bytes())).collect::<Vec<_>>())
        );
        assert_ne!(tick_root(&key, K, &[]), tick_root(&TickKey::derive(&[7; 32], 4), K, &[]));
    }

    #[test]
    fn places_beyond_the_tree_and_absurd_sizes_do_no_harm() {
        assert_eq!(tick_root(&key(), 4, &entries([3, 16])), tick_root(&key(), 4, &entries([3])));
        assert_eq!(tick_path(&key(), 255, &entries([u64::MAX]), u64::MAX).len(), 255);
    }

    #[test]
    fn a_tick_is_written_into_the_log_as_four_lines_of_text() {
        let mark: Timestamp = "2026-11-25T10:20:00Z".parse().unwrap();
        let text = String::from_utf8(tick_record(42, mark, &[0; 32])).unwrap();
        assert_eq!(
            text,
            "comity tick v1\n42\n2026-11-25T10:20:00Z\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
        );
    }

    proptest! {
        #[test]
        fn every_entry_is_proved_at_its_place_and_nowhere_else(places in prop::collection::btree_set(0..1u64 << K, 1..40), other in 0..1u64 << K) {
            let entries = entries(places.iter().copied());
            let root = tick_root(&key(), K, &entries);
            prop_assert_eq!(root, plainly(&key(), K, 0, &entries));
            for (place, hash) in &entries {
                let path = tick_path(&key(), K, &entries, *place);
                prop_assert_eq!(path.len(), usize::from(K));
                prop_assert!(verify_inclusion(hash, *place, 1 << K, &path, &root));
                prop_assert_eq!(verify_inclusion(hash, other, 1 << K, &path, &root), other == *place);
                prop_assert!(!verify_inclusion(&leaf(b"another"), *place, 1 << K, &path, &root));
            }
        }

        #[test]
        fn the_order_in_which_entries_come_does_not_matter(places in prop::collection::btree_set(0..1u64 << K, 2..20)) {
            let forth = entries(places.iter().copied());
            let back = entries(places.iter().rev().copied());
            prop_assert_eq!(tick_root(&key(), K, &forth), tick_root(&key(), K, &back));
            prop_assert_eq!(tick_path(&key(), K, &forth, forth[0].0), tick_path(&key(), K, &back, forth[0].0));
        }

        #[test]
        fn a_tick_tells_nothing_of_its_fullness_by_the_form_of_its_paths(places in prop::collection::btree_set(0..1u64 << K, 1..200)) {
            let entries = entries(places.iter().copied());
            let path = tick_path(&key(), K, &entries, entries[0].0);
            let distinct: BTreeSet<_> = path.iter().collect();
            prop_assert_eq!((path.len(), distinct.len()), (usize::from(K), usize::from(K)));
        }
    }
}
