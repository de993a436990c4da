//! Any text is refused or is a date that is read back as precise as it was given.
#![no_main]

use libfuzzer_sys::fuzz_target;
use record::when::When;

fuzz_target!(|text: &str| {
    if let Ok(when) = When::parse(text) {
        assert_eq!(When::parse(&when.to_string()), Ok(when.clone()));
        if let (Some(first), Some(last)) = (when.first(), when.last()) {
            assert!(first <= last);
        }
    }
});
