//! What sign-in keeps between two steps, as [`register::sign_in`] has it, and how its values are written.

use jiff::Timestamp;
pub use register::port::StoreError;
pub use register::sign_in::{Item, Shelf, SignInDesk};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value of an item.
pub(crate) fn to_value<T: Serialize>(what: &T) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(what).map_err(|e| StoreError::Database(format!("what was to be kept at the desk cannot be written: {e}")))
}

/// What an item says, if it is not over at this instant. One that cannot be read, as after a change of the
/// program, counts as gone: its holder begins anew.
pub(crate) fn in_force<T: DeserializeOwned>(item: &Item, now: Timestamp) -> Option<T> {
    let over = item.expires.is_some_and(|expires| expires <= now);
    if over { None } else { serde_json::from_slice(&item.value).ok() }
}
