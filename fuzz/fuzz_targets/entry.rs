//! Any bytes are refused or are exactly the canonical bytes of the entry they say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use record::entry::Entry;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(entry) = Entry::from_canonical(bytes) {
        assert_eq!(entry.canonical(), bytes);
        // Whether it may be written is another question, which must not fall over either.
        let _ = entry.draft.check();
    }
});
