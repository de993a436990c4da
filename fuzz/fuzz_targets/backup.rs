//! Any file is refused as a backup or is the one that was written under the key; what stands in one that opens is read as it was
//! written, up to where it cannot be read. The first byte chooses whether the bytes are a file or what stands in one.
#![no_main]

use fuzz::Still;
use libfuzzer_sys::fuzz_target;
use store::backup_door::{opened, read_and_written, sealed};

const MASTER: [u8; 32] = [1; 32];
/// What stands in the only file that was ever written under the key.
const PLAIN: &[u8] = b"E\0\0\0\0\0\0\0\0";

fuzz_target!(
    init: {
        let file = sealed(&MASTER, PLAIN, &Still).unwrap();
        assert_eq!(opened(&MASTER, &file).unwrap(), PLAIN);
    },
    |bytes: &[u8]| {
        let Some((choice, rest)) = bytes.split_first() else { return };
        if choice % 2 == 0 {
            match opened(&MASTER, rest) {
                Ok(plain) => assert_eq!(plain, PLAIN),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        } else {
            assert!(rest.starts_with(&read_and_written(rest)));
        }
    }
);
