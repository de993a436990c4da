//! Requests that the public record tells of.

use super::persons::{DatedFact, SourceSays};
use super::requests::Texts;
use super::rows::WordCount;
use super::words::{Day, PersonRef, StateRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// By what the list is narrowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicRequestFilter {
    /// Code of a State.
    #[schema(required = true)]
    pub state: Option<String>,
    /// Key of a person.
    #[schema(required = true)]
    pub person: Option<String>,
    /// `open` or `over`.
    #[schema(required = true)]
    pub stands: Option<String>,
    /// The cursor.
    #[schema(required = true)]
    pub after: Option<String>,
}

/// An act in a request, as a row of the public record tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicStep {
    /// The act: the kind of its entry.
    #[schema(examples("request.executed"))]
    pub act: String,
    /// Id of the act in the law pack; null where the pack does not know it.
    #[schema(required = true)]
    pub r#move: Option<String>,
    /// Its day, with what is known of its truth.
    pub date: DatedFact,
    /// What it carries, by element.
    pub carries: Texts,
    /// The row that tells it.
    #[schema(examples("finding-sdn-2010-05-25"))]
    pub told_in: String,
    /// What sources say of its day.
    pub sources: Vec<SourceSays>,
}

/// A request that the public record tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicRequest {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub id: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// The State that was asked.
    pub state: StateRef,
    /// The person whose surrender was asked for, where that is known.
    #[schema(required = true)]
    pub person: Option<PersonRef>,
    /// Id of the state in which it stands.
    pub stands: String,
    /// Whether it is over.
    pub over: bool,
    /// The day of the latest act.
    pub latest: Day,
    /// Its timeline: the acts, latest first.
    pub steps: Vec<PublicStep>,
    /// Ids of the acts in the law pack that must have happened and are not in this record.
    pub lacking: Vec<String>,
    /// Whether the day of every act is verified.
    pub verified: bool,
}

/// The requests that the public record tells of, filtered, a page of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicRequests {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The filter.
    pub filter: PublicRequestFilter,
    /// The State by which it is filtered, under its name of the day.
    #[schema(required = true)]
    pub state: Option<StateRef>,
    /// How many match.
    pub count: u64,
    /// How many there are on the day, without the filter.
    pub all: u64,
    /// How many of them are open.
    pub open: u64,
    /// How many of them are over.
    pub over: u64,
    /// How many there are to each State, by code.
    pub by_state: Vec<WordCount>,
    /// These States under their names of the day.
    pub states: Vec<StateRef>,
    /// The requests, the one in which something happened last first.
    pub requests: Vec<PublicRequest>,
    /// The cursor of the next page, if there is one.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// One of them, as at a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicRequestView {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub id: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// The State that was asked.
    pub state: StateRef,
    /// The person whose surrender was asked for, where that is known.
    #[schema(required = true)]
    pub person: Option<PersonRef>,
    /// Id of the state in which it stands.
    pub stands: String,
    /// Whether it is over.
    pub over: bool,
    /// The day of the latest act.
    pub latest: Day,
    /// Its timeline: the acts, latest first.
    pub steps: Vec<PublicStep>,
    /// Ids of the acts in the law pack that must have happened and are not in this record.
    pub lacking: Vec<String>,
    /// Whether the day of every act is verified.
    pub verified: bool,
}
