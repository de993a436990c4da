//! Views: what one viewer may see of the record, as at one date. Plain data, ready to be rendered;
//! the JSON of pages and of the API is these structures.
//!
//! Each view lies in a file of its own and is put together from a [`look::Look`]: the lists of the day
//! and the files of the persons who are shown.

mod cells;
mod changes;
mod compare;
mod counts;
mod cursor;
mod doubts;
mod entry;
mod events;
mod foot;
pub(crate) mod look;
pub mod model;
mod overview;
mod parties;
mod person;
mod row;
mod rows;
mod search;
mod situation;
mod state;
mod states;
mod sum;
mod warrants;
mod whole;
mod working;

pub use doubts::DoubtFilter;
pub use warrants::STATUSES;

use crate::port::StoreError;

/// Why a view cannot be given.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// The day known on lies before the record began (the day is in the error): an empty page says so.
    #[error("this record begins on {0}; as known before that day it is empty")]
    BeforeTheRecord(jiff::civil::Date),
    /// A filter or a cursor is wrong; says which, and how to mend it.
    #[error("{0}")]
    Given(String),
    /// A State began to exist only after the day.
    #[error("{name} ({code}) began to exist on {began}; ask for that day or a later one")]
    NotYet {
        /// Its code.
        code: String,
        /// Its name in English when it began.
        name: String,
        /// The first day.
        began: jiff::civil::Date,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

type View<T> = Result<T, ViewError>;
