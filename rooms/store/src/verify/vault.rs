//! Keys that nothing is encrypted with: what was erased could be opened with one that was put back.

use super::Faults;
use crate::fail::Failure;
use crate::shelf::key_of;
use crate::sql::{Link, Row, query};
use crate::vault::{KeyName, KeyOf, Vault, WORDS};
use record::audience::Level;
use record::hex::hex;
use std::collections::BTreeSet;

/// What is met of keys along the record.
#[derive(Default)]
pub(super) struct Used {
    keys: BTreeSet<KeyName>,
    /// Matters in which something is encrypted.
    matters: BTreeSet<String>,
}

impl Used {
    /// Takes note of a body of an entry of this matter.
    pub(super) fn met(&mut self, row: &Row, matter: &str) {
        // A name that cannot be read was named where the body could not be opened.
        if let Ok(Some(key)) = key_of(row) {
            self.keys.insert(key);
            if !self.matters.contains(matter) {
                self.matters.insert(matter.to_owned());
            }
        }
    }

    /// Names the keys in the vault that nothing uses, nor ever will.
    pub(super) async fn check(mut self, link: &mut Link<'_>, vault: &Vault, faults: &mut Faults) -> Result<(), Failure> {
        for row in query("SELECT key FROM classes WHERE key IS NOT NULL").fetch_all(link).await? {
            self.keys.extend(key_of(&row)?);
        }
        let name_of = |level, matter: &String| vault.key_name(KeyOf::WhatStays, level, matter);
        // The key of what stays outlives the audiences that it told of, and serves when the matter is closed again.
        for level in [Level::Confidential, Level::UnderSeal] {
            self.keys.extend(self.matters.iter().map(|matter| name_of(level, matter)));
        }
        for row in query("SELECT name AS key FROM vault ORDER BY name").fetch_all(link).await? {
            let name = key_of(&row)?.filter(|name| *name != WORDS && !self.keys.contains(name));
            if let Some(name) = name {
                faults.at(
                    format!("the key {} in the vault", hex(&name)),
                    "nothing is encrypted with it, and copies of what was erased may be opened with it; delete its row, and find out who put it there",
                );
            }
        }
        Ok(())
    }
}
