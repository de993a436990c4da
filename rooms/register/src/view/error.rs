//! Why a view cannot be given.

use super::STATUSES;
use crate::directory::StateRef;
use crate::port::StoreError;
use crate::reading::FIRST_DAY;
use jiff::civil::Date;

/// Why a view cannot be given.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// The day known on lies before the record began (the day is in the error): an empty page says so.
    #[error("this record begins on {0}; as known before that day it is empty")]
    BeforeTheRecord(Date),
    /// A cursor, a number or a pair of days is wrong.
    #[error(transparent)]
    Given(#[from] WrongGiven),
    /// A filter names what there is not.
    #[error(transparent)]
    Filter(#[from] WrongFilter),
    /// No State of the record is called so, or several are.
    #[error("{}", unknown_state(given, near))]
    NoSuchState {
        /// What was asked for.
        given: String,
        /// Those that may be meant, under their names of the day.
        near: Vec<StateRef>,
    },
    /// A State began to exist only after the day.
    #[error("{} ({}) began to exist on {began}; ask for that day or a later one", state.name_en, state.code)]
    NotYet {
        /// The State, under its name when it began.
        state: StateRef,
        /// The first day.
        began: Date,
    },
    /// The register follows no treaty of this id.
    #[error("treaty {given:?} is not one that this register follows; write {}", known.join(" or "))]
    NoSuchTreaty {
        /// What was asked for.
        given: String,
        /// Ids of those that it follows.
        known: Vec<String>,
    },
    /// A treaty was adopted only after the day.
    #[error("the treaty {treaty} was adopted on {adopted}; ask for that day or a later one")]
    NotAdopted {
        /// Its id.
        treaty: String,
        /// The day of its adoption.
        adopted: Date,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A cursor, a number or a pair of days that cannot be asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongGiven {
    /// No status that can be asked for.
    #[error("status {given:?} is not one of those that can be asked for; choose {}", STATUSES.join(", "))]
    Status {
        /// What was asked for.
        given: String,
    },
    /// More persons have such a name than are looked through.
    #[error("more than {most} persons have such a name; write more of the name")]
    Names {
        /// How many are.
        most: usize,
    },
    /// So many years outstanding cannot be asked for, or lie outside the calendar.
    #[error("years {given} cannot be asked for; choose a smaller whole number from 1 on")]
    Years {
        /// How many.
        given: i16,
    },
    /// No cursor of the list.
    #[error("after is not a cursor of this list; take it from `next` of the page before, or leave it out to begin anew")]
    Cursor,
    /// The earlier of two days does not lie before the later.
    #[error("from {from} does not lie before as_at {as_at}; turn the two days round, or choose others")]
    Days {
        /// The one that should be earlier.
        from: Date,
        /// The one that should be later.
        as_at: Date,
    },
    /// The earlier of two days lies before the Statute.
    #[error("from {from} is before {FIRST_DAY}, the day on which the Rome Statute was adopted; ask for that day or a later one")]
    BeforeTheStatute {
        /// The earlier day.
        from: Date,
    },
}

/// A filter that names what there is not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongFilter {
    /// No State of the record has this code.
    #[error("{}", unknown_state(given, near))]
    State {
        /// What was asked for.
        given: String,
        /// Those that may be meant, under their names of the day.
        near: Vec<StateRef>,
    },
    /// No row bears this word in its column `kind`.
    #[error("no row bears the kind {given:?}; {}", kinds_there(known))]
    Kind {
        /// What was asked for.
        given: String,
        /// Those that there are on the day.
        known: Vec<String>,
    },
    /// The law pack has no topic of this id.
    #[error("{}", unknown_topic(given, known))]
    Topic {
        /// What was asked for.
        given: String,
        /// Ids of those that it has.
        known: Vec<String>,
    },
    /// The register has no file of this name.
    #[error("file {given:?} is not one of this register; write one of {}", known.join(", "))]
    File {
        /// What was asked for.
        given: String,
        /// Names of those that it has.
        known: Vec<String>,
    },
}

fn unknown_state(given: &str, near: &[StateRef]) -> String {
    let suggested: Vec<String> = near.iter().map(|s| format!("{} ({})", s.code, s.name_en)).collect();
    let mend = if suggested.is_empty() {
        "write its ISO 3166-1 alpha-3 code, such as FRA".to_owned()
    } else {
        format!("did you mean {}?", suggested.join(" or "))
    };
    format!("{given:?} is not the code of a State in this record; {mend}")
}

fn unknown_topic(given: &str, known: &[String]) -> String {
    let known = known.join(", ");
    format!("topic {given:?} is not a topic of Part 9 that the law pack names; write one of {known}")
}

fn kinds_there(known: &[String]) -> String {
    if known.is_empty() {
        "this file has none on the day".to_owned()
    } else {
        format!("on the day there are {}", known.join(", "))
    }
}
