//! A small pack without fault, with one form, its life and two deadlines.

use crate::told;

/// Its files.
pub fn sound() -> Vec<(String, String)> {
    [
        ("pack.toml", include_str!("pack.toml")),
        ("law.toml", include_str!("law.toml")),
        ("texts/en.ftl", include_str!("en.ftl")),
        ("cases/all.toml", include_str!("cases.toml")),
    ]
    .map(|(file, text)| (file.to_owned(), text.to_owned()))
    .to_vec()
}

/// The faults that it must give with one change.
#[track_caller]
pub fn changed(file: &str, from: &str, to: &str, expected: &[&str]) {
    told::changed(sound(), file, from, to, expected);
}
