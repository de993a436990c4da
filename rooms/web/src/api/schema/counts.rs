//! Figures, how they are made, and what institutions counted.

use super::persons::{Changed, DatedFact, Particulars, PersonRow};
use super::states::TiedState;
use super::words::{Basis, Day, EntryId, PersonRef, SituationRef, StateRef};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The count of a day and how it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// Persons named in a warrant that may be counted on the day.
    pub named: u64,
    /// Of these, surrendered to the Court.
    pub surrendered: u64,
    /// Of these, proceedings ended otherwise.
    pub ended: u64,
    /// Of those ended, by reason, most first.
    pub ended_by_reason: Vec<ReasonCount>,
    /// Outstanding.
    pub outstanding: u64,
    /// Warrants under which they are outstanding.
    pub warrants: u64,
}

/// How many proceedings ended for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonCount {
    /// The reason, such as `died`.
    pub reason: String,
    /// How many persons.
    pub count: u64,
}

/// A step of the count: from a day on, so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// From this day.
    pub from: Day,
    /// So many.
    pub count: u64,
}

/// A figure on a basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BasisCount {
    /// What is counted.
    pub basis: Basis,
    /// The figure.
    pub count: i64,
}

/// What an institution counted, beside what the record gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// The day counted.
    pub as_at: Day,
    /// What was counted, such as `outstanding`.
    pub what: String,
    /// On which basis.
    pub basis: Basis,
    /// The institution's figure.
    pub figure: i64,
    /// Who said it.
    pub said_by: String,
    /// Where.
    pub source: String,
    /// What this record gives, on the named basis, where it can compute it.
    #[schema(required = true)]
    pub ours: Option<i64>,
    /// Where the basis is not said: what the record gives on each basis.
    pub ours_by_basis: Vec<BasisCount>,
    /// The entry.
    pub entry: EntryId,
}

/// Our counts beside those that institutions gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// Counts stated up to the day, by day.
    pub counts: Vec<Compared>,
}

/// Persons outstanding of one situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationRow {
    /// Number, such as `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
    /// How many persons are outstanding.
    pub count: u64,
    /// The persons, longest outstanding first; the first 12 of them.
    pub persons: Vec<PersonRef>,
    /// The day on which the oldest open warrant became public (with hindsight: was issued).
    pub oldest: Day,
}

/// One line of a list of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When, and what is known of it.
    pub date: DatedFact,
    /// Kind of the entry.
    pub act: String,
    /// For a milestone: which.
    #[schema(required = true)]
    pub what: Option<String>,
    /// Person.
    #[schema(required = true)]
    pub person: Option<PersonRef>,
    /// Situation.
    #[schema(required = true)]
    pub situation: Option<SituationRef>,
    /// State, where one is named.
    #[schema(required = true)]
    pub state: Option<StateRef>,
    /// For an act in a row of a file: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub file: Option<FileEvent>,
    /// Further particulars.
    pub particulars: Particulars,
}

/// The row of a file in which something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileEvent {
    /// The file, such as `agreements`.
    pub file: String,
    /// The matter, such as `agreement-arg-sentences`.
    pub id: String,
    /// The States that it is about.
    pub states: Vec<StateRef>,
    /// What it is called: number and title of a resolution, title of a law, situation referred, case.
    #[schema(required = true)]
    pub title: Option<String>,
}

/// Figures of cooperation on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Parties to the Rome Statute.
    pub parties: u64,
    /// States whose position towards it is not known; they are not counted.
    pub unresolved: Vec<StateRef>,
    /// Parties to the Agreement on Privileges and Immunities.
    pub apic: u64,
    /// States whose position towards that is not known.
    pub apic_unresolved: Vec<StateRef>,
    /// Findings of non-compliance (article 87(7)); information communicated and decisions that find none are no part.
    pub findings: u64,
    /// States with an agreement on the enforcement of sentences in force, each once.
    pub sentence_agreements: u64,
    /// States with a declaration on channel or languages, each once.
    pub declarations: u64,
    /// States of which a law on cooperation is known, each once.
    pub laws: u64,
}

/// The figure of the day, its sum, its history and the latest events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Overview {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The figure and how it is made.
    pub sum: Sum,
    /// The figure of the other reading (with hindsight, or as public then).
    pub other_reading: u64,
    /// What an institution counted as outstanding on this very day, if any did.
    #[schema(required = true)]
    pub institution: Option<Compared>,
    /// The count since the first warrant, as public then.
    pub steps: Vec<Step>,
    /// The same with hindsight.
    pub steps_hindsight: Vec<Step>,
    /// What institutions counted as outstanding.
    pub institutions: Vec<Compared>,
    /// By situation, oldest first.
    pub situations: Vec<SituationRow>,
    /// Latest events known on the day, latest first.
    pub events: Vec<Event>,
    /// All States on the day with their ties, by code.
    pub states: Vec<TiedState>,
    /// Figures of cooperation on the day.
    pub figures: Figures,
    /// When the count changed around the day.
    pub changed: Changed,
}

/// One situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// Number, such as `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
    /// The count of the situation and how it is made.
    pub sum: Sum,
    /// The count of the situation since its first warrant, in the reading asked for.
    pub steps: Vec<Step>,
    /// Persons, those outstanding first.
    pub persons: Vec<PersonRow>,
}

/// How many persons a situation has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationTotals {
    /// Number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Persons outstanding.
    pub outstanding: u64,
    /// Persons named in a warrant.
    pub named: u64,
}

/// All situations in which a person was named by the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Situations {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The situations, most outstanding first.
    pub situations: Vec<SituationTotals>,
}

/// A rule of the law pack on which a figure rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id, which is the citation, such as `icc-asp-12-res-3-2`.
    pub id: String,
    /// The citation in words.
    pub cites: String,
    /// What it says: key of a text in the law pack.
    pub text_key: String,
    /// Whether the rule was recalled without its text.
    pub unverified: bool,
}

/// How the figure of a day was made: the persons counted in and out, with the entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Working {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The sum.
    pub sum: Sum,
    /// The rules applied.
    pub rules: Vec<Rule>,
    /// Persons counted.
    pub outstanding: Vec<PersonRow>,
    /// Persons counted out because they were surrendered.
    pub surrendered: Vec<PersonRow>,
    /// Persons counted out because the proceedings ended.
    pub ended: Vec<PersonRow>,
    /// Persons whom hindsight adds.
    pub hindsight_adds: Vec<PersonRow>,
}
