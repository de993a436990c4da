//! The public record that the binary carries, so that a register runs from the first start.

use register::pack::PackFile;

macro_rules! carried {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../../data/public-record/", $name)))),*]
    };
}

const FILES: [(&str, &str); 6] = carried![
    "persons.csv",
    "proceedings.csv",
    "milestones.csv",
    "citations.csv",
    "official_counts.csv",
    "edition.csv"
];

/// The files of the public record.
pub fn public_record() -> Vec<PackFile> {
    FILES
        .iter()
        .map(|(name, text)| PackFile {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect()
}
