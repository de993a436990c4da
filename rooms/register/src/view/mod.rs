//! Views: what one viewer may see of the record, as at one date. Plain data, ready to be rendered;
//! the JSON of pages and of the API is these structures.
//!
//! Each view lies in a file of its own and is put together from a [`look::Look`]: the lists of the day
//! and the files of the persons who are shown.

mod authorities;
mod beyond;
mod cells;
mod changes;
mod compare;
mod counts;
mod cursor;
mod doubts;
mod entry;
mod erased;
mod erasures;
mod error;
mod events;
mod folded;
mod followings;
mod foot;
pub(crate) mod look;
mod matters;
pub mod model;
mod needs;
mod once;
mod overview;
mod parties;
mod person;
mod persons;
mod persons_called;
mod public_dates;
mod public_requests;
mod request_documents;
mod requests;
pub(crate) mod row;
mod rows;
mod search;
mod situation;
mod state;
mod state_asked;
mod states;
mod sum;
mod taken;
mod whole;
mod working;

pub use doubts::DoubtFilter;
pub use error::{ViewError, WrongFilter, WrongGiven};
pub(crate) use matters::narrowest;
pub use persons::STATUSES;
pub(crate) use state_asked::StateAsked;

type View<T> = Result<T, ViewError>;
