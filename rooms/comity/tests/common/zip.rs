//! Writes ZIP files as our programs write them, to be read or altered by tests.
#![allow(clippy::unwrap_used)]

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// A ZIP with these members, and its directory at the end.
pub fn zip(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap();
    for (name, bytes) in members {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        let deflated = encoder.finish().unwrap();
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut head = Vec::new();
        for number in [20u16, 1 << 11, 8, 0, 33] {
            head.extend(number.to_le_bytes());
        }
        for number in [crc.sum(), length(&deflated), length(bytes)] {
            head.extend(number.to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0; 2]);
        directory.extend(
            [
                &b"PK\x01\x02\x14\x00"[..],
                &head,
                &[0; 10],
                &length(&out).to_le_bytes(),
                name.as_bytes(),
            ]
            .concat(),
        );
        out.extend([&b"PK\x03\x04"[..], &head, name.as_bytes(), &deflated].concat());
    }
    let (at, count) = (length(&out), u16::try_from(members.len()).unwrap());
    let mut end = [b"PK\x05\x06", &[0; 4][..]].concat();
    end.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    end.extend([length(&directory).to_le_bytes(), at.to_le_bytes()].concat());
    end.extend([0; 2]);
    [out, directory, end].concat()
}
