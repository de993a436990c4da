//! A backup: record, desk, audit and attachments of one moment in one encrypted file, while a server may run; and its restoring.
//!
//! It holds every table that the database itself names, but for those of [`left_out`] and rows that [`rows_within`] leaves
//! out. It holds no key that opens
//! anything without the master key: neither that one, nor `keys.json`; the keys of sealed matter stand in it as they
//! stand in the database, wrapped by the master key. See `file` for the form of the file and how it is encrypted,
//! `frame` for what stands in it, and docs/backup.md for whoever keeps it.
//!
//! The key of the file is drawn out of the master key: there is no second secret to lose, and a master key that was
//! changed and destroyed takes with it what old backups still hold of erased matter.

#[doc(hidden)]
pub mod door;
mod dump;
mod file;
mod frame;
mod restore;
mod site;
mod tables;

use crate::database::Schema;
use crate::schema::{READ_TABLES, SHELVES};
use jiff::Timestamp;
use register::sign_in::Shelf;

pub use restore::Restored;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// The record.
    pub origin: String,
    /// When it was begun; what was recorded later is not in it.
    pub created: Timestamp,
    /// The tables in it: schema, name, number of rows.
    pub tables: Vec<(&'static str, String, u64)>,
    /// How many files of attachments are in it.
    pub files: u64,
}

/// The tables that are not in a backup, though the database names them.
fn left_out(schema: Schema) -> Vec<&'static str> {
    match schema {
        // What is derived is derived anew, and the version is that of whoever restores.
        Schema::Record | Schema::Importing => {
            let derived = READ_TABLES.into_iter().map(|(table, _)| table).chain(SHELVES);
            // A new place has nothing that is to be cleared.
            derived.chain(["derived_by", "uncleared", "version"]).collect()
        }
        Schema::Desk | Schema::ImportingDesk => Vec::new(),
        Schema::Audit | Schema::ImportingAudit => vec!["version"],
    }
}

/// Of a table of which some rows alone are in a backup: the column and the value by which they are told.
fn rows_within(schema: Schema, table: &str) -> Option<(&'static str, &'static str)> {
    // What authenticators counted, so that a cloned one is noticed after a restore too. Of sessions, ceremonies and
    // invitations nothing: nobody who was signed in or out then is so now.
    (schema == Schema::Desk && table == "sign_in").then(|| ("shelf", Shelf::Authenticator.word()))
}
