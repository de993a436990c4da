//! The rows of read tables, derived out of the entries about one person.

use crate::port::{Derive, Derived, Recorded};
use std::sync::Arc;

/// Derives rows under a law pack.
pub struct UnderLaw(pub Arc<law::Pack>);

impl Derive for UnderLaw {
    fn derive(&self, _person: &str, _entries: &[Recorded]) -> Derived {
        Derived::default()
    }
}
