//! The public record with one of its files replaced by any bytes is taken or refused with a reason. The
//! first byte chooses the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::pack::{PackFile, check, columns::DROPPED};

const FILES: [(&str, &[u8]); 7] = [
    ("persons.csv", include_bytes!("../../data/public-record/persons.csv")),
    ("proceedings.csv", include_bytes!("../../data/public-record/proceedings.csv")),
    ("milestones.csv", include_bytes!("../../data/public-record/milestones.csv")),
    ("citations.csv", include_bytes!("../../data/public-record/citations.csv")),
    ("official_counts.csv", include_bytes!("../../data/public-record/official_counts.csv")),
    ("edition.csv", include_bytes!("../../data/public-record/edition.csv")),
    (DROPPED.name, b"file,key,reason\n"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let replaced = usize::from(*choice) % FILES.len();
    let file = |(i, (name, own)): (usize, &(&str, &[u8]))| PackFile {
        name: (*name).to_owned(),
        bytes: if i == replaced { rest.to_vec() } else { own.to_vec() },
    };
    if let Err(faults) = check(&FILES.iter().enumerate().map(file).collect::<Vec<_>>()) {
        assert!(!faults.is_empty());
        assert!(faults.iter().all(|fault| !fault.to_string().is_empty()));
    }
});
