//! States and treaties.

use super::counts::Step;
use super::pages::{Event, RuleShown};
use super::parts::{Asked, PersonRow, SituationRef};
use super::rows::{Cell, Row};
use crate::directory::StateRef;
use jiff::civil::Date;
use serde::Serialize;

/// How many parties a regional group has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupCount {
    /// The regional group of the United Nations; empty for States in none.
    pub group: String,
    /// How many parties.
    pub count: u64,
    /// How many States existed in the group on the day.
    pub states: u64,
}

/// A day that the law gives, beside what a source states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Computed {
    /// The day by the law.
    pub on: Date,
    /// Whether it lies after the day of the page: planned.
    pub planned: bool,
    /// The rules that give it.
    pub rules: Vec<RuleShown>,
    /// What a source states, where one states a day.
    pub stated: Option<Cell>,
    /// Whether the source states another day than the law gives.
    pub differs: bool,
}

/// Where a State stands towards a treaty on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The treaty: `rome-statute` or `apic`.
    pub treaty: String,
    /// The State.
    pub state: StateRef,
    /// Its regional group; empty for none.
    pub group: String,
    /// The standing by the law pack: `party`, `withdrawing`, `signatory`, …; none where it did nothing.
    pub standing: Option<String>,
    /// Whether it counts as a party.
    pub party: bool,
    /// The day from which it has this standing.
    pub since: Option<Date>,
    /// The rules on which the standing rests.
    pub rules: Vec<RuleShown>,
    /// When the treaty entered into force for it: the last time by the day.
    pub in_force: Option<Computed>,
    /// When a notified withdrawal took or takes effect.
    pub withdrawal: Option<Computed>,
    /// What the record holds, as the file has it.
    pub row: Option<Row>,
}

/// The parties to a treaty as at the day: `comity parties`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parties {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The treaty: `rome-statute` or `apic`.
    pub treaty: String,
    /// The day on which it was adopted.
    pub adopted: Date,
    /// The day on which it entered into force; none on a day before that was settled.
    pub in_force: Option<Date>,
    /// How many parties, those not counted whose position is not known.
    pub count: u64,
    /// Parties by regional group, most States first.
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

/// A treaty, and how many States are parties to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TreatyCount {
    /// Its id: `rome-statute` or `apic`.
    pub id: String,
    /// The day on which it was adopted.
    pub adopted: Date,
    /// The day on which it enters or entered into force, from the day on which enough States had joined.
    pub in_force: Option<Date>,
    /// How many parties, those not counted whose position is not known.
    pub count: u64,
    /// Codes of the States whose position is not known on the day.
    pub unresolved: Vec<String>,
}

/// The treaties that had been adopted on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Treaties {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The treaties, in the order of the law pack.
    pub treaties: Vec<TreatyCount>,
}

/// A State with its tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TiedState {
    /// The State.
    pub state: StateRef,
    /// Its tie: `both`, `statute`, `signed`, `none` or `unknown`.
    pub tie: String,
}

/// A State in the list of States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StateRow {
    /// The State.
    pub state: StateRef,
    /// Its regional group; empty for none.
    pub group: String,
    /// Its tie: `both`, `statute`, `signed`, `none` or `unknown`.
    pub tie: String,
    /// Its standing towards the Rome Statute.
    pub rome_statute: Option<String>,
    /// Its standing towards the Agreement on Privileges and Immunities.
    pub apic: Option<String>,
    /// By what it is bound though no party: `council`, `acceptance`.
    pub bound_by: Vec<String>,
}

/// All States on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct States {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// How many States existed on the day.
    pub count: u64,
    /// The States, by code.
    pub states: Vec<StateRow>,
}

/// Something beside a treaty that binds a State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bound {
    /// `council` (a resolution of the Security Council) or `acceptance` (article 12(3)).
    pub by: String,
    /// The act.
    pub row: Row,
    /// The rules on which it rests.
    pub rules: Vec<RuleShown>,
}

/// How to address a request to the State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Address {
    /// The declaration under article 87, as read.
    pub declaration: Option<Row>,
    /// Whether channel and languages are verified, so that a request may be routed on them.
    pub usable: bool,
    /// What to do: `declared` (as the declaration says), `confirm` (unverified: the diplomatic channel and a
    /// working language, or an officer's confirmation first), `none` (nothing known: the same).
    pub advice: String,
}

/// A topic of Part 9, and the laws of the State in which it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicRead {
    /// The topic, an id of the law pack.
    pub topic: String,
    /// Laws (ids of rows) in which it was read; none where it was not.
    pub laws: Vec<String>,
}

/// A person of a situation of the State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SituationPersons {
    /// The situation.
    pub situation: SituationRef,
    /// Persons in it, those outstanding first.
    pub persons: Vec<PersonRow>,
}

/// One State's profile of cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StateProfile {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The State under its name of the day.
    pub state: StateRef,
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// Its regional group; empty for none.
    pub group: String,
    /// `member`, `observer` or another relation to the United Nations.
    pub membership: String,
    /// Official languages (BCP 47).
    pub languages: Vec<String>,
    /// The day on which it began to exist, where that was after the adoption of the Statute.
    pub began: Option<Date>,
    /// Other names that it bore or bears, in English.
    pub other_names: Vec<String>,
    /// What the record holds of the State itself.
    pub row: Option<Row>,
    /// Its tie: `both`, `statute`, `signed`, `none` or `unknown`.
    pub tie: String,
    /// Where it stands towards each treaty.
    pub treaties: Vec<Tie>,
    /// What else binds it.
    pub bound: Vec<Bound>,
    /// Declarations under article 12(3), those without effect too.
    pub acceptances: Vec<Row>,
    /// How to address a request to it.
    pub address: Address,
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
    /// Arrests and other acts in the State.
    pub acts: Vec<Event>,
    /// Persons of its situations.
    pub situations: Vec<SituationPersons>,
    /// How many States are parties to the Rome Statute on the day.
    pub parties: u64,
}
