//! The clock and the randomness of the machine: the one place where they are read.

use jiff::Timestamp;
use register::outside::Outside;

/// The machine itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Outside for System {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn random(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            // Without randomness no key, salt or id is safe: going on would be worse than ending here.
            eprintln!("comity: the system gives no randomness: {error}");
            std::process::exit(2);
        }
    }
}
