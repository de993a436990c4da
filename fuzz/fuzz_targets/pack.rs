//! A pack with one of its files replaced by any bytes is taken or refused with a reason. The first byte
//! chooses the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::pack::{PackFile, check, columns::DROPPED};

/// A small pack without a fault.
const FILES: [(&str, &str); 7] = [
    (
        "persons.csv",
        "person_id,name,also_known_as,notes,source\nexercise-0001,Exercise One,Eins;Un,,recalled:high\n",
    ),
    (
        "proceedings.csv",
        "instrument_id,person_id,situation,situation_no,case_no,instrument,issued_on,made_public_on,executed_on,executed_in,\
surrendered_on,ended_on,ended_by,end_reason,notes,source\n\
exercise-0001-1,exercise-0001,Exercise,ICC-99/99,ICC-99/99-01/20,warrant,2020-01-02,2020-02-03,,,,,,,A remark.,recalled:low\n",
    ),
    (
        "milestones.csv",
        "instrument_id,kind,on,until,about,state,years,note,source\nexercise-0001-1,arrested,2021-04,,,XAA,,,recalled:low\n",
    ),
    (
        "citations.csv",
        "file,key,field,verdict,value,source,says\nproceedings.csv,exercise-0001-1,issued_on,confirms,,exercise file,\n",
    ),
    (
        "official_counts.csv",
        "as_at,what,basis,figure,said_by,source\n2021-01-01,outstanding,persons,1,Exercise Assembly,exercise file\n",
    ),
    ("edition.csv", "edition,complete_until,notes\n2022-01-01,2021-12-31,\n"),
    (DROPPED.name, "file,key,reason\n"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let replaced = usize::from(*choice) % FILES.len();
    let file = |(i, (name, own)): (usize, &(&str, &str))| PackFile {
        name: (*name).to_owned(),
        bytes: if i == replaced { rest.to_vec() } else { own.as_bytes().to_vec() },
    };
    let files: Vec<PackFile> = FILES.iter().enumerate().map(file).collect();
    if let Err(faults) = check(&files) {
        assert!(!faults.is_empty());
        assert!(faults.iter().all(|fault| !fault.to_string().is_empty()));
    }
});
