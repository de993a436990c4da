//! What changed between two days.

use super::counts::Event;
use super::persons::PersonRow;
use super::words::{Day, StateRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A session of the Assembly by whose day a comparison can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Number of the session.
    pub session: i64,
    /// The day on which it adopted its resolution on cooperation.
    pub on: Day,
    /// The resolution.
    pub resolution: String,
}

/// The sessions of the Assembly up to the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sessions {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The sessions of which the record has a resolution on cooperation, newest first.
    pub sessions: Vec<Session>,
}

/// A person who came or left between the days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The person as at the later day.
    pub row: PersonRow,
    /// The first day outstanding after the earlier day, where they came.
    #[schema(required = true)]
    pub came: Option<Day>,
    /// The first day no longer outstanding, where they left.
    #[schema(required = true)]
    pub left: Option<Day>,
}

/// A figure of cooperation at both days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureChange {
    /// What is counted: `outstanding`, or a member of the figures of the overview.
    pub what: String,
    /// At the earlier day.
    pub before: u64,
    /// At the later day.
    pub after: u64,
}

/// A State whose standing towards a treaty changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandingChange {
    /// The treaty.
    pub treaty: String,
    /// The State.
    pub state: StateRef,
    /// Its standing at the earlier day; null where it had none.
    #[schema(required = true)]
    pub before: Option<String>,
    /// Its standing at the later day.
    #[schema(required = true)]
    pub after: Option<String>,
    /// The day from which it has the later one.
    #[schema(required = true)]
    pub since: Option<Day>,
}

/// What changed after a day and up to the day of the reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The later day.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on each day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The earlier day.
    pub from: Day,
    /// Figures at both days, `outstanding` first.
    pub figures: Vec<FigureChange>,
    /// States whose position towards the Rome Statute is not known: at the earlier day, at the later day.
    #[schema(value_type = Vec<Vec<StateRef>>, min_items = 2, max_items = 2)]
    pub unresolved: [Vec<StateRef>; 2],
    /// Persons outstanding at the later day and not at the earlier.
    pub came: Vec<Moved>,
    /// Persons outstanding at the earlier day and not at the later.
    pub left: Vec<Moved>,
    /// Persons outstanding only between the days.
    pub between: Vec<Moved>,
    /// States whose standing towards a treaty changed.
    pub standings: Vec<StandingChange>,
    /// All else that happened after the earlier day and up to the later, in the order of days.
    pub events: Vec<Event>,
    /// Sessions of the Assembly, newest first, for choosing days.
    pub sessions: Vec<Session>,
}
