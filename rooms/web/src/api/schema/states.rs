//! States, the treaties by which they are bound, and their profiles of cooperation.

use super::counts::{Event, Rule, Step};
use super::persons::PersonRow;
use super::rows::{Cell, Row};
use super::words::{Day, SituationRef, StateRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How close a State is to the Court by treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Closeness {
    /// Party to the Rome Statute and to the Agreement on Privileges and Immunities.
    Both,
    /// Party to the Statute alone.
    Statute,
    /// Neither, but it signed the Statute, or was a party.
    Signed,
    /// None of these.
    None,
    /// Whether it is a party is not known.
    Unknown,
}

/// A State with its tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TiedState {
    /// The State.
    pub state: StateRef,
    /// How close it is.
    pub tie: Closeness,
}

/// A State in the list of States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateRow {
    /// The State.
    pub state: StateRef,
    /// Its regional group of the United Nations; empty for none.
    pub group: String,
    /// How close it is.
    pub tie: Closeness,
    /// Its standing towards the Rome Statute, such as `party`; null where it did nothing.
    #[schema(required = true)]
    pub rome_statute: Option<String>,
    /// Its standing towards the Agreement on Privileges and Immunities.
    #[schema(required = true)]
    pub apic: Option<String>,
    /// By what it is bound though no party: `council`, `acceptance`.
    pub bound_by: Vec<String>,
}

/// All States on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct States {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// How many States existed on the day.
    pub count: u64,
    /// The States, by code.
    pub states: Vec<StateRow>,
}

/// A treaty that this register follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Treaty {
    /// Id: `rome-statute`, `apic`.
    pub id: String,
    /// The day on which it was adopted.
    pub adopted: Day,
    /// The day on which it enters or entered into force, from the day on which enough States had joined.
    pub in_force: Option<Day>,
    /// How many States were parties on the day.
    pub count: u64,
    /// Codes of the States whose position is not known on the day; they are not counted.
    pub unresolved: Vec<String>,
}

/// The treaties that had been adopted on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Treaties {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The treaties.
    pub treaties: Vec<Treaty>,
}

/// How many parties a regional group has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupCount {
    /// The regional group of the United Nations; empty for States in none.
    pub group: String,
    /// How many parties.
    pub count: u64,
    /// How many States existed in the group on the day.
    pub states: u64,
}

/// A day that the law gives, beside what a source states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Computed {
    /// The day by the law.
    pub on: Day,
    /// Whether it lies after the day asked for: planned.
    pub planned: bool,
    /// The rules that give it.
    pub rules: Vec<Rule>,
    /// What a source states, where one states a day.
    #[schema(required = true)]
    pub stated: Option<Cell>,
    /// Whether the source states another day than the law gives.
    pub differs: bool,
}

/// Where a State stands towards a treaty on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// The treaty: `rome-statute` or `apic`.
    pub treaty: String,
    /// The State.
    pub state: StateRef,
    /// Its regional group; empty for none.
    pub group: String,
    /// The standing by the law pack: `party`, `withdrawing`, `signatory`, …; null where it did nothing.
    #[schema(required = true)]
    pub standing: Option<String>,
    /// Whether it counts as a party.
    pub party: bool,
    /// The day from which it has this standing.
    #[schema(required = true)]
    pub since: Option<Day>,
    /// The rules on which the standing rests.
    pub rules: Vec<Rule>,
    /// When the treaty entered into force for it: the last time by the day.
    #[schema(required = true)]
    pub in_force: Option<Computed>,
    /// When a notified withdrawal took or takes effect.
    #[schema(required = true)]
    pub withdrawal: Option<Computed>,
    /// What the record holds, as the file of the treaty has it.
    #[schema(required = true)]
    pub row: Option<Row>,
}

/// The parties to a treaty as at the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Parties {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The treaty: `rome-statute` or `apic`.
    pub treaty: String,
    /// The day on which it was adopted.
    pub adopted: Day,
    /// The day on which it entered into force.
    #[schema(required = true)]
    pub in_force: Option<Day>,
    /// How many parties; States whose position is not known are not counted.
    pub count: u64,
    /// Parties by regional group, the groups with most States first.
    pub by_group: Vec<GroupCount>,
    /// Codes of the States whose position is not known on the day.
    pub unresolved: Vec<String>,
    /// Those States under their names.
    pub unresolved_states: Vec<StateRef>,
    /// Codes of parties that have notified a withdrawal that has not taken effect.
    pub withdrawing: Vec<String>,
    /// All States that stand towards the treaty in some way, parties and others.
    pub ties: Vec<Tie>,
    /// The number of parties over time.
    pub steps: Vec<Step>,
}

/// Something beside a treaty that binds a State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// `council` (a resolution of the Security Council) or `acceptance` (article 12(3)).
    pub by: String,
    /// The act.
    pub row: Row,
    /// The rules on which it rests.
    pub rules: Vec<Rule>,
}

/// What to do about the channel and the languages of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Advice {
    /// As the declaration says.
    Declared,
    /// The declaration is not verified: the diplomatic channel and a working language, or confirm it first.
    Confirm,
    /// Nothing is known: the diplomatic channel and a working language, or have it confirmed first.
    None,
}

/// How to address a request to the State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Addressing {
    /// The declaration under article 87, as read.
    #[schema(required = true)]
    pub declaration: Option<Row>,
    /// Whether channel and languages are verified, so that a request may be routed on them.
    pub usable: bool,
    /// What to do.
    pub advice: Advice,
}

/// A topic of Part 9, and the laws of the State in which it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicRead {
    /// The topic, an id of the law pack.
    pub topic: String,
    /// Laws (ids of rows) in which it was read; none where it was not.
    pub laws: Vec<String>,
}

/// Persons of a situation of the State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationPersons {
    /// The situation.
    pub situation: SituationRef,
    /// Persons in it, those outstanding first.
    pub persons: Vec<PersonRow>,
}

/// One State's profile of cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateProfile {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The State under its name of the day.
    pub state: StateRef,
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// Its regional group; empty for none.
    pub group: String,
    /// How it stands to the United Nations: `member`, `observer`, …
    pub membership: String,
    /// Official languages (BCP 47).
    pub languages: Vec<String>,
    /// The day on which it began to exist, where that was after the adoption of the Statute.
    #[schema(required = true)]
    pub began: Option<Day>,
    /// Other names that it bore or bears, in English.
    pub other_names: Vec<String>,
    /// What the record holds of the State itself.
    #[schema(required = true)]
    pub row: Option<Row>,
    /// How close it is by treaty.
    pub tie: Closeness,
    /// Where it stands towards each treaty.
    pub treaties: Vec<Tie>,
    /// What else binds it.
    pub bound: Vec<Bound>,
    /// Declarations under article 12(3), those without effect too.
    pub acceptances: Vec<Row>,
    /// How to address a request to it.
    pub address: Addressing,
    /// Its laws.
    pub laws: Vec<Row>,
    /// Every topic of Part 9, with the laws in which it was read.
    pub topics: Vec<TopicRead>,
    /// Its agreements with the Court.
    pub agreements: Vec<Row>,
    /// Decisions under article 87(7) concerning it.
    pub findings: Vec<Row>,
    /// Referrals by it, or binding it.
    pub referrals: Vec<Row>,
    /// Arrests and other acts in the State, latest first.
    pub acts: Vec<Event>,
    /// Persons of its situations.
    pub situations: Vec<SituationPersons>,
    /// How many States are parties to the Rome Statute on the day.
    pub parties: u64,
}
