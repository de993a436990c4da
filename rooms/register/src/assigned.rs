//! Who has a matter, as entries of it say.

use crate::kinds;
use crate::port::Recorded;
use record::audience::Level;
use std::collections::BTreeMap;

/// The accounts to which a matter is assigned in person by these entries of it, in the order of recording, each with the narrowest
/// level that is open to them in it.
pub(crate) fn assigned_in<'e>(entries: impl Iterator<Item = &'e Recorded>) -> BTreeMap<&'e str, Level> {
    let mut has = BTreeMap::new();
    for recorded in entries {
        let entry = &recorded.entry;
        let Some(account) = entry.body.get_text("account") else { continue };
        match entry.kind.as_str() {
            kinds::MATTER_ASSIGNED => {
                let level = entry.body.get_text("level").and_then(Level::from_word);
                has.insert(account, level.unwrap_or(recorded.audience.level));
            }
            kinds::ASSIGNMENT_ENDED => {
                has.remove(account);
            }
            _ => {}
        }
    }
    has
}
