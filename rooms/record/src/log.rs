//! The public log: a tree of RFC 6962 over the ticks, of which the complete nodes are stored.
//!
//! A node (level, index) is complete when all 2^level leaves under it are there; it never changes again.

use crate::merkle::{self, Hash};

/// Where the complete nodes of the log are kept.
pub trait Nodes {
    /// The complete node that is `index`-th at its level (leaves are level 0), if it is there.
    fn node(&self, level: u8, index: u64) -> Option<Hash>;
}

/// The complete nodes that leaf number `size` (counted from 0) makes: its own at level 0 first.
///
/// Where a stored node is missing, what stands above it is left out too; [`log_root`] then finds no root.
pub fn grown(size: u64, leaf: Hash, nodes: &impl Nodes) -> Vec<(u8, u64, Hash)> {
    let mut new = vec![(0, size, leaf)];
    let (mut level, mut index, mut hash) = (0, size, leaf);
    // A right child completes its parent.
    while index & 1 == 1 {
        let Some(left) = nodes.node(level, index - 1) else { break };
        hash = merkle::node(&left, &hash);
        level += 1;
        index >>= 1;
        new.push((level, index, hash));
    }
    new
}

/// The root of the log at this size; `None` where a node is missing.
pub fn log_root(size: u64, nodes: &impl Nodes) -> Option<Hash> {
    if size == 0 {
        Some(merkle::empty_root())
    } else {
        range(0, size, nodes)
    }
}

/// The path from leaf `index` to the root at this size, lowest sibling first; `None` where there is no
/// such leaf or a node is missing.
pub fn log_inclusion(size: u64, index: u64, nodes: &impl Nodes) -> Option<Vec<Hash>> {
    if index >= size {
        return None;
    }
    let (mut start, mut count) = (0, size);
    let mut path = Vec::new();
    while count > 1 {
        let left = largest_power_below(count);
        if index - start < left {
            path.push(range(start + left, count - left, nodes)?);
            count = left;
        } else {
            path.push(range(start, left, nodes)?);
            start += left;
            count -= left;
        }
    }
    path.reverse();
    Some(path)
}

/// The proof that the log at size `m` is the beginning of the log at size `n`; `None` where `m` is 0 or
/// larger than `n`, or a node is missing.
pub fn log_consistency(m: u64, n: u64, nodes: &impl Nodes) -> Option<Vec<Hash>> {
    if m == 0 || m > n {
        return None;
    }
    let (mut start, mut count, mut old) = (0, n, m);
    let mut proof = Vec::new();
    // Walks down the right edge of the old tree; `old` of the `count` leaves from `start` are its own.
    while old < count {
        let left = largest_power_below(count);
        if old <= left {
            proof.push(range(start + left, count - left, nodes)?);
            count = left;
        } else {
            proof.push(range(start, left, nodes)?);
            start += left;
            count -= left;
            old -= left;
        }
    }
    // The verifier holds the old root itself where the old tree is one complete node.
    if start > 0 {
        proof.push(range(start, count, nodes)?);
    }
    proof.reverse();
    Some(proof)
}

/// The hash over `count` leaves from `start`, where `start` is a multiple of every complete part.
fn range(start: u64, count: u64, nodes: &impl Nodes) -> Option<Hash> {
    if count.is_power_of_two() {
        let level = count.trailing_zeros();
        return nodes.node(u8::try_from(level).ok()?, start >> level);
    }
    let left = largest_power_below(count);
    Some(merkle::node(
        &range(start, left, nodes)?,
        &range(start + left, count - left, nodes)?,
    ))
}

/// The largest power of two below a number of 2 or more.
fn largest_power_below(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use std::collections::BTreeMap;

    #[derive(Default)]
    struct Kept(BTreeMap<(u8, u64), Hash>);

    impl Nodes for Kept {
        fn node(&self, level: u8, index: u64) -> Option<Hash> {
            self.0.get(&(level, index)).copied()
        }
    }

    const MOST: u64 = 200;

    fn leaves() -> Vec<Hash> {
        (0..MOST).map(|i| merkle::leaf(&i.to_be_bytes())).collect()
    }

    fn log(leaves: &[Hash]) -> Kept {
        let mut kept = Kept::default();
        for (i, leaf) in leaves.iter().enumerate() {
            for (level, index, hash) in grown(i as u64, *leaf, &kept) {
                assert!(kept.0.insert((level, index), hash).is_none(), "node {level}/{index} was made twice");
            }
        }
        kept
    }

    #[test]
    fn roots_and_paths_are_those_of_the_plain_tree_at_every_size() {
        let (leaves, kept) = (leaves(), log(&leaves()));
        for size in 0..=MOST {
            let tree = &leaves[..size as usize];
            assert_eq!(log_root(size, &kept), Some(merkle::root(tree)), "size {size}");
            for index in 0..size {
                assert_eq!(
                    log_inclusion(size, index, &kept),
                    Some(merkle::inclusion(tree, index as usize)),
                    "{index} of {size}"
                );
            }
            assert_eq!(log_inclusion(size, size, &kept), None);
        }
    }

    #[test]
    fn consistency_is_that_of_the_plain_tree_and_verifies_at_every_pair_of_sizes() {
        let (leaves, kept) = (leaves(), log(&leaves()));
        let roots: Vec<Hash> = (0..=MOST).map(|n| merkle::root(&leaves[..n as usize])).collect();
        for n in 1..=MOST {
            for m in 1..=n {
                let proof = log_consistency(m, n, &kept).unwrap();
                assert_eq!(proof, merkle::consistency(&leaves[..n as usize], m as usize), "{m} of {n}");
                assert!(
                    merkle::verify_consistency(m, n, &proof, &roots[m as usize], &roots[n as usize]),
                    "{m} of {n}"
                );
            }
        }
        assert_eq!(log_consistency(0, 5, &kept), None);
        assert_eq!(log_consistency(6, 5, &kept), None);
    }

    #[test]
    fn a_missing_node_is_seen_and_never_guessed() {
        let mut kept = log(&leaves()[..8]);
        kept.0.remove(&(2, 0));
        assert_eq!(log_root(7, &kept), None);
        assert_eq!(log_inclusion(7, 5, &kept), None);
        assert_eq!(log_consistency(5, 7, &kept), None);
        kept.0.remove(&(0, 6));
        assert_eq!(grown(7, merkle::leaf(b"8"), &kept).len(), 1);
    }
}
