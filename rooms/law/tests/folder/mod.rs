//! The folder of the pack as it lies in the tree.

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files of the Rome Statute's folder: names within it, and texts.
pub fn rome_statute() -> Vec<(String, String)> {
    let folder = root().join("law-packs/rome-statute");
    let mut files = Vec::new();
    for part in ["", "cases", "texts", "texts/en", "texts/fr"] {
        for entry in std::fs::read_dir(folder.join(part)).expect(part) {
            let path = entry.expect(part).path();
            if path.is_file() {
                let name = path.strip_prefix(&folder).expect(part).to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).expect(part)));
            }
        }
    }
    files.sort();
    files
}
