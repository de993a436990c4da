//! The public record that the binary carries, so that a register runs from the first start.

use register::pack::PackFile;

macro_rules! carried {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../../data/public-record/", $name)))),*]
    };
}

const FILES: [(&str, &str); 18] = carried![
    "persons.csv",
    "proceedings.csv",
    "milestones.csv",
    "citations.csv",
    "official_counts.csv",
    "edition.csv",
    "states.csv",
    "former_names.csv",
    "rome_statute.csv",
    "apic.csv",
    "acceptances.csv",
    "article87.csv",
    "findings.csv",
    "agreements.csv",
    "referrals.csv",
    "resolutions.csv",
    "pledges.csv",
    "legislation.csv"
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
