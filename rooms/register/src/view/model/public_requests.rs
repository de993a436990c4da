//! Requests that the public record tells of, in the form of their JSON.

use super::parts::{Asked, DatedFact, PersonRef, SourceSays};
use super::rows::WordCount;
use crate::directory::StateRef;
use crate::request::Took;
use jiff::civil::Date;
use record::audience::Level;
use serde::Serialize;
use std::collections::BTreeMap;

/// By what the list is narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RequestFilter {
    /// A State (alpha-3).
    pub state: Option<String>,
    /// A person, by key.
    pub person: Option<String>,
    /// `open` or `over`.
    pub stands: Option<String>,
    /// Requests after this cursor.
    pub after: Option<String>,
}

/// An act in a request, as a row of the public record tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicStep {
    /// Kind of its entry: `request.executed`.
    pub act: String,
    /// Id of the act in the law pack; none where the pack does not know it.
    pub r#move: Option<String>,
    /// Its day, with what is known of its truth.
    pub date: DatedFact,
    /// What it carries, by element.
    pub carries: BTreeMap<String, Vec<String>>,
    /// The matter of the row that tells it: `finding-sdn-2010-05-25`, `lubanga-1`.
    pub told_in: String,
    /// What sources say of its day.
    pub sources: Vec<SourceSays>,
}

/// A request that the public record tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicRequest {
    /// Its id, 32 hexadecimal digits.
    pub id: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// The State that was asked.
    pub state: StateRef,
    /// The person whose surrender was asked for, where the reader may know of them.
    pub person: Option<PersonRef>,
    /// Id of the state of the law pack in which it stands.
    pub stands: String,
    /// Whether it is over.
    pub over: bool,
    /// The day of the latest act.
    pub latest: Date,
    /// The acts, latest first.
    pub steps: Vec<PublicStep>,
    /// Ids of the acts in the law pack that must have happened and are not in this record.
    pub lacking: Vec<String>,
    /// Whether the day of every act is verified.
    pub verified: bool,
    /// How long it took, where it is over and the record tells when it was sent. No part of what is taken along.
    #[serde(skip)]
    pub took: Option<Took>,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// The requests that the public record tells of, as at a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicRequests {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The filter.
    pub filter: RequestFilter,
    /// The State by which it is filtered, under its name of the day.
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
    pub next: Option<String>,
}

/// One of them, as at a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicRequestView {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The request.
    #[serde(flatten)]
    pub request: PublicRequest,
}
