//! What is new in this record.

use super::pages::Event;
use jiff::Timestamp;
use jiff::civil::Date;

/// The latest changes of the record, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The origin of the record's checkpoints, by which it is told from others.
    pub origin: String,
    /// Whether this is an exercise record.
    pub exercise: bool,
    /// When the last of them was recorded; when the record began where there is none.
    pub updated: Timestamp,
    /// The changes.
    pub changes: Vec<Change>,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The entry.
    pub entry: String,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// What it says.
    pub told: Told,
}

/// What a change says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something was recorded.
    New(Box<Event>),
    /// Something was restated.
    Corrected(Box<Event>),
    /// Something was taken back, which had said this.
    TakenBack(Box<Event>),
    /// An edition of the public record was taken in; what it holds is not told one by one.
    Edition {
        /// Its day.
        edition: Option<Date>,
        /// Until when it is roughly complete.
        complete_until: Option<Date>,
    },
}
