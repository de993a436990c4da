//! What a search found.

use super::persons::PersonRow;
use super::words::{Day, StateRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person found by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundPerson {
    /// The person.
    pub row: PersonRow,
    /// The form of the name that was found; where they were found by words, the text in which these stand.
    pub form: String,
    /// How they were found.
    pub by: FoundBy,
    /// How near the form is to what was asked, from 0 to 100; only where it was found by its sound.
    pub likeness: Option<u8>,
}

/// How something was found: `name`, each word begins a word of a name; `sound`, a name sounds so, in whatever script;
/// `near`, a name begins with such a sound, or is nearest to what was asked; `words`, the words stand in what is said
/// of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// By name.
    Name,
    /// By sound.
    Sound,
    /// By what is near.
    Near,
    /// By words.
    Words,
}

/// A situation found by name or number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundSituation {
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: String,
    /// How it was found.
    pub by: FoundBy,
}

/// A State found by name or code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundState {
    /// The State under its name of the day.
    pub state: StateRef,
    /// The form of the name that was found; empty where the State is only near what was asked.
    pub form: String,
    /// How it was found.
    pub by: FoundBy,
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
    /// The text in which the words stand; empty where that is the title, or no one text holds them.
    pub form: String,
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
    /// What of it was not read: all after the eighth word. Hyphens, slashes and the like part words.
    pub not_read: String,
    /// Persons found: by name, then by sound, then by words; those of one way by name.
    pub persons: Vec<FoundPerson>,
    /// Whether more persons were found than are shown.
    pub more: bool,
    /// Situations found.
    pub situations: Vec<FoundSituation>,
    /// States found; where nobody and no State bears the name, those whose name or code is nearest.
    pub states: Vec<FoundState>,
    /// Rows of files found.
    pub rows: Vec<FoundRow>,
    /// Whether more rows were found than are shown.
    pub more_rows: bool,
}
