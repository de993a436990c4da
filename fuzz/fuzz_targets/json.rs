//! Any bytes are refused or are a value that its canonical bytes give back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use record::json::{canonical, parse};

fuzz_target!(|bytes: &[u8]| {
    match parse(bytes) {
        Ok(value) => assert_eq!(parse(&canonical(&value)), Ok(value)),
        Err(error) => assert!(error.at <= bytes.len()),
    }
});
