//! Any bytes are a list of contacts, or refused; whatever is read has a line and a name, and is shown on one line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::contacts::{List, ListError};

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.len() as u64 + 1;
    match List::read(bytes) {
        Ok(list) => {
            assert!(!list.contacts.is_empty());
            for contact in list.contacts {
                assert!((1..=lines).contains(&contact.line) && !contact.names.is_empty());
                assert!(!contact.text.contains(['\n', '\r', '\t']) && contact.text.chars().count() <= 201);
            }
        }
        Err(ListError::NothingRead(unread)) => assert!(!unread.is_empty()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
