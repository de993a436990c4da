//! What is asked besides the list: on which day, for whom, and against whom.

use crate::reading::{Reading, ReadingError};
use jiff::civil::Date;
use law::Asker;

/// What is asked besides the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day of the contact, which may be to come.
    pub on: Date,
    /// The reading in which persons are looked at: of that day, or of today where it is to come.
    pub reading: Reading,
    /// Whom the rule binds that is asked for.
    pub asker: Asker,
    /// Whether all persons are looked for who are or were named in an instrument, those too who are not sought any more.
    pub all_persons: bool,
}

impl Asked {
    /// For a day as it was given; none means today.
    ///
    /// # Errors
    /// It is no day, or one before the Statute.
    pub fn new(on: Option<&str>, asker: Asker, all_persons: bool, today: Date) -> Result<Asked, ReadingError> {
        let of_today = || Reading::new(None, None, false, today);
        let (on, reading) = match Reading::new(on, None, false, today) {
            Ok(reading) => (reading.as_at, reading),
            Err(ReadingError::AfterToday { given, .. }) => (given, of_today()?),
            Err(error) => return Err(error),
        };
        Ok(Asked {
            on,
            reading,
            asker,
            all_persons,
        })
    }

    /// Whether the day is to come, so that the list is to be checked again on it.
    pub fn is_ahead(&self) -> bool {
        self.reading.as_at < self.on
    }
}
