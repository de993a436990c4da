//! Any text is a page of ours, whose address is written anew and is its own, or leads nowhere.
#![no_main]

use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use web::guard::way_back;

const TODAY: Date = date(2026, 11, 26);

fuzz_target!(|text: &str| {
    if let Some(address) = way_back(text, TODAY) {
        assert!(address.starts_with("/en") || address.starts_with("/fr"));
        assert!(!address.starts_with("//") && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\'));
        assert_eq!(way_back(&address, TODAY), Some(address));
    }
});
