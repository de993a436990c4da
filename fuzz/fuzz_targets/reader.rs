//! Any text is a reader of an audience in exactly this form, or none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use record::audience::Reader;

fuzz_target!(|text: &str| {
    if let Some(reader) = Reader::parse(text) {
        assert_eq!(reader.text(), text);
        assert!(reader.is_well_formed() && reader.covers(&reader));
    }
});
