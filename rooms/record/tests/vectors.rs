//! The published vectors that the field agrees on: canonical JSON and Merkle proofs. They are not ours
//! and do not lie in this tree: `$COMITY_VECTORS` names their folder, or it lies beside the project.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::json::{canonical, parse};
use record::merkle::{Hash, verify_consistency, verify_inclusion};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A folder of the vectors, if it is there.
fn folder(name: &str) -> Option<PathBuf> {
    let given = std::env::var_os("COMITY_VECTORS").map(PathBuf::from);
    let beside = || {
        let room = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
        room.join("../../../shared/vectors")
    };
    let folder = given.unwrap_or_else(beside).join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    support::skip(&format!(
        "published vectors {name} (no such folder; set COMITY_VECTORS to where they lie)"
    ));
    None
}

/// All files under a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect();
    found.sort();
    found
}

#[test]
fn canonical_json_is_that_of_the_published_vectors_byte_for_byte() {
    let Some(folder) = folder("jcs") else { return };
    let inputs = files(&folder.join("input"));
    assert!(inputs.len() >= 6, "only {} vectors in {}", inputs.len(), folder.display());
    for input in inputs {
        let name = input.file_name().unwrap();
        let bytes = std::fs::read(&input).unwrap();
        let expected = std::fs::read(folder.join("output").join(name)).unwrap();
        let ours = canonical(&parse(&bytes).unwrap());
        assert_eq!(String::from_utf8(ours.clone()), String::from_utf8(expected), "{name:?}");
        assert_eq!(canonical(&parse(&ours).unwrap()), ours, "{name:?}: the canonical form is its own");
    }
}

#[test]
fn inclusion_is_accepted_exactly_where_the_published_vectors_accept_it() {
    check("merkle/inclusion", |vector| {
        let (leaf, root) = (hash(&vector["leafHash"])?, hash(&vector["root"])?);
        let (index, size) = (vector["leafIdx"].as_u64()?, vector["treeSize"].as_u64()?);
        Some(verify_inclusion(&leaf, index, size, &path(&vector["proof"])?, &root))
    });
}

#[test]
fn consistency_is_accepted_exactly_where_the_published_vectors_accept_it() {
    check("merkle/consistency", |vector| {
        let (m, n) = (vector["size1"].as_u64()?, vector["size2"].as_u64()?);
        let (old, new) = (hash(&vector["root1"])?, hash(&vector["root2"])?);
        Some(verify_consistency(m, n, &path(&vector["proof"])?, &old, &new))
    });
}

/// What a verifier says of each vector of a folder; `None`, where a value cannot even be read, refuses.
fn check(name: &str, verify: impl Fn(&serde_json::Value) -> Option<bool>) {
    let Some(folder) = folder(name) else { return };
    let (mut accepted, mut refused) = (0, 0);
    for file in files(&folder) {
        let vector: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let want = !vector["wantErr"].as_bool().unwrap();
        assert_eq!(verify(&vector).unwrap_or(false), want, "{}: {}", file.display(), vector["desc"]);
        *(if want { &mut accepted } else { &mut refused }) += 1;
    }
    assert!(accepted >= 5 && refused >= 50, "{name}: only {accepted} and {refused} vectors");
}

/// A hash. Some vectors hold a placeholder instead, a few words of which only sameness matters: the
/// digest of those words stands for it here, where every hash has 32 bytes. Nothing at all is no hash.
fn hash(value: &serde_json::Value) -> Option<Hash> {
    let bytes = STANDARD.decode(value.as_str()?).ok()?;
    match bytes.len() {
        0 => None,
        32 => bytes.try_into().ok(),
        _ => Some(Sha256::digest(&bytes).into()),
    }
}

/// A path; one that is empty may be written `null`.
fn path(value: &serde_json::Value) -> Option<Vec<Hash>> {
    match value {
        serde_json::Value::Null => Some(Vec::new()),
        list => list.as_array()?.iter().map(hash).collect(),
    }
}
