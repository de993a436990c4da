//! Merkle trees, their proofs and the verifiers (RFC 6962, section 2.1; verifiers after RFC 9162).

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// The hash of a leaf: SHA-256 over 0x00 and the data.
pub fn leaf(data: &[u8]) -> Hash {
    Sha256::new().chain_update([0x00]).chain_update(data).finalize().into()
}

/// The hash of an inner node: SHA-256 over 0x01, the left and the right hash.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([0x01])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// The root of the tree without leaves: SHA-256 over nothing.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// The root of the tree over these leaf hashes.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [only] => *only,
        _ => {
            let (left, right) = halves(leaves);
            node(&root(left), &root(right))
        }
    }
}

/// The path from leaf `index` to the root, lowest sibling first. Empty where there is no such leaf.
pub fn inclusion(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if index >= leaves.len() || leaves.len() == 1 {
        return Vec::new();
    }
    let (left, right) = halves(leaves);
    let (mut path, sibling) = match index.checked_sub(left.len()) {
        None => (inclusion(left, index), root(right)),
        Some(index) => (inclusion(right, index), root(left)),
    };
    path.push(sibling);
    path
}

/// The proof that the tree over the first `m` leaves is the beginning of the tree over all. Empty
/// where `m` is 0 or not less than their number.
pub fn consistency(leaves: &[Hash], m: usize) -> Vec<Hash> {
    if m == 0 || m >= leaves.len() {
        Vec::new()
    } else {
        subproof(leaves, m, true)
    }
}

/// `known`: the root of these first `m` leaves is the one that the verifier holds already.
fn subproof(leaves: &[Hash], m: usize, known: bool) -> Vec<Hash> {
    if m == leaves.len() {
        return if known { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = halves(leaves);
    let (mut proof, other) = match m.checked_sub(left.len()) {
        None | Some(0) => (subproof(left, m, known), root(right)),
        Some(rest) => (subproof(right, rest, false), root(left)),
    };
    proof.push(other);
    proof
}

/// Splits at the largest power of two below the length; for two leaves or more.
fn halves(leaves: &[Hash]) -> (&[Hash], &[Hash]) {
    leaves.split_at(leaves.len().div_ceil(2).next_power_of_two())
}

/// Whether `proof` shows that `leaf` stands at `index` in the tree of `size` leaves with this root.
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(sibling, &hash);
            // A node at the right edge without a sibling of its own rises unchanged.
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether `proof` shows that the tree of `m` leaves with root `root_m` is the beginning of the tree of
/// `n` leaves with root `root_n`. Refuses `m` = 0: everything begins with nothing, so it would say nothing.
pub fn verify_consistency(m: u64, n: u64, proof: &[Hash], root_m: &Hash, root_n: &Hash) -> bool {
    if m == 0 || m > n {
        return false;
    }
    if m == n {
        return proof.is_empty() && root_m == root_n;
    }
    // Where the first tree is complete its root is the first node of the proof and is left out of it.
    let (first, rest) = if m.is_power_of_two() {
        (*root_m, proof)
    } else {
        match proof.split_first() {
            Some((first, rest)) => (*first, rest),
            None => return false,
        }
    };
    let (mut at, mut last) = (m - 1, n - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (first, first);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            old = node(sibling, &old);
            new = node(sibling, &new);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            new = node(&new, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && old == *root_m && new == *root_n
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(count: u64) -> Vec<Hash> {
        (0..count).map(|i| leaf(&i.to_be_bytes())).collect()
    }

    #[test]
    fn every_leaf_of_every_small_tree_is_proved_at_its_place_and_nowhere_else() {
        for size in 1..=33u64 {
            let leaves = leaves(size);
            let root = root(&leaves);
            for index in 0..size {
                let proof = inclusion(&leaves, index as usize);
                for claimed in 0..=size {
                    let holds = verify_inclusion(&leaves[index as usize], claimed, size, &proof, &root);
                    assert_eq!(holds, claimed == index, "leaf {index} of {size} claimed at {claimed}");
                }
            }
        }
    }

    #[test]
    fn every_small_tree_is_proved_to_begin_every_larger_one_and_no_other() {
        for n in 1..=33u64 {
            let all = leaves(n);
            for m in 1..=n {
                let proof = consistency(&all, m as usize);
                let (old, new) = (root(&all[..m as usize]), root(&all));
                assert!(verify_consistency(m, n, &proof, &old, &new), "{m} of {n}");
                assert!(!verify_consistency(m, n, &proof, &leaf(b"other"), &new), "{m} of {n}");
                assert!(!verify_consistency(m, n, &proof, &old, &leaf(b"other")), "{m} of {n}");
            }
        }
    }

    #[test]
    fn sizes_at_the_bounds_are_refused_without_harm() {
        let hash = leaf(b"");
        assert!(!verify_inclusion(&hash, 0, 0, &[], &hash));
        assert!(!verify_inclusion(&hash, u64::MAX, u64::MAX, &[], &hash));
        assert!(!verify_inclusion(&hash, u64::MAX - 1, u64::MAX, &[hash; 64], &hash));
        assert!(!verify_consistency(0, 0, &[], &hash, &hash));
        assert!(!verify_consistency(2, 1, &[], &hash, &hash));
        assert!(!verify_consistency(u64::MAX - 1, u64::MAX, &[hash; 70], &hash, &hash));
        assert!(!verify_consistency(1 << 63, u64::MAX, &[], &hash, &hash));
    }

    #[test]
    fn a_proof_for_a_leaf_or_size_that_is_not_there_is_empty() {
        assert!(inclusion(&leaves(3), 3).is_empty() && inclusion(&[], 0).is_empty());
        assert!(consistency(&leaves(3), 0).is_empty() && consistency(&leaves(3), 4).is_empty());
    }
}
