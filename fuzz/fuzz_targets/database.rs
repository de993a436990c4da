//! Any text is refused with a reason or is the address of a database; neither says the password in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use store::Address;

const PASSWORD: &str = "Pa55-w0rd";

fuzz_target!(|text: &str| {
    let _ = text.parse::<Address>();
    let said = match format!("postgres://exercise:{PASSWORD}@{text}").parse::<Address>() {
        Ok(address) => format!("{address} {address:?}"),
        Err(error) => error.to_string(),
    };
    assert!(text.contains("Pa55") || !said.contains(PASSWORD), "{said}");
});
