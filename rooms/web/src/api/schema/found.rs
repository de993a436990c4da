//! What a search found.

use super::persons::PersonRow;
use super::words::{Day, SituationRef, StateRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person found by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundPerson {
    /// The person.
    pub row: PersonRow,
    /// The form of the name that was found.
    pub form: String,
}

/// A State found by name or code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundState {
    /// The State under its name of the day.
    pub state: StateRef,
    /// The form of the name that was found; empty where the State is only near what was asked.
    pub form: String,
}

/// A row of a file found by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundRow {
    /// The file, such as `legislation`.
    pub file: String,
    /// The matter.
    pub id: String,
    /// The States that it is about.
    pub states: Vec<StateRef>,
    /// What it is called.
    pub title: String,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// What was asked.
    pub q: String,
    /// Persons found.
    pub persons: Vec<FoundPerson>,
    /// Whether more persons bear such a name than are shown.
    pub more: bool,
    /// Situations found.
    pub situations: Vec<SituationRef>,
    /// States found; where nobody and no State bears the name, those whose name or code is nearest.
    pub states: Vec<FoundState>,
    /// Rows of files found.
    pub rows: Vec<FoundRow>,
}
