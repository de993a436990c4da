//! Reads our ZIP files from the front, as their sizes stand before the bytes.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::io::Read;

/// The members of a ZIP: names and bytes.
pub fn unzip(mut zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut members = Vec::new();
    while zip.starts_with(b"PK\x03\x04") {
        let long = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize;
        let short = |at: usize| u16::from_le_bytes(zip[at..at + 2].try_into().unwrap()) as usize;
        let (deflated, whole) = (long(18), long(22));
        let begin = 30 + short(26) + short(28);
        let name = String::from_utf8(zip[30..30 + short(26)].to_vec()).unwrap();
        let mut bytes = Vec::new();
        flate2::read::DeflateDecoder::new(&zip[begin..begin + deflated])
            .read_to_end(&mut bytes)
            .unwrap();
        assert_eq!(bytes.len(), whole, "{name}");
        members.push((name, bytes));
        zip = &zip[begin + deflated..];
    }
    members
}

/// The bytes of a member.
pub fn member(zip: &[u8], name: &str) -> Vec<u8> {
    let members = unzip(zip);
    members.into_iter().find(|(given, _)| given == name).expect(name).1
}
