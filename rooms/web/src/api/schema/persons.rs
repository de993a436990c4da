//! Persons, the instruments against them and the acts under these.

use super::words::{Day, EntryId, InstrumentKind, StateRef, Verdict, Weight, When};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a source says of one field of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceSays {
    /// The entry.
    pub entry: EntryId,
    /// The act: the kind of the entry, such as `warrant.issued`.
    pub act: String,
    /// Field of the entry: `effective`, or a member of the body.
    pub field: String,
    /// What the source makes of it.
    pub verdict: Verdict,
    /// The value that the source gives, where it gives another one.
    #[schema(required = true)]
    pub value: Option<String>,
    /// Address or name of the source.
    pub source: String,
}

/// A date with what is known of its truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedFact {
    /// As precise as given.
    pub on: When,
    /// The day that counts (the last possible one); null where that is not known.
    #[schema(required = true)]
    pub counts_on: Option<Day>,
    /// Whether a source that was read gives this value.
    pub verified: bool,
    /// Other values that sources that were read give.
    pub others: Vec<String>,
    /// The entry that records it.
    pub entry: EntryId,
    /// First 12 hexadecimal digits of the entry's leaf hash.
    #[schema(pattern = "^[0-9a-f]{12}$")]
    pub hash: String,
}

/// One warrant or summons, as far as the public may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The matter, such as `kony-1`.
    pub id: String,
    /// Warrant or summons.
    pub kind: InstrumentKind,
    /// Number of the case, where known.
    #[schema(required = true)]
    pub case: Option<String>,
    /// Issue.
    pub issued: DatedFact,
    /// Publication.
    #[schema(required = true)]
    pub made_public: Option<DatedFact>,
    /// Surrender to the Court, or first appearance.
    #[schema(required = true)]
    pub surrendered: Option<DatedFact>,
    /// End of the proceedings.
    #[schema(required = true)]
    pub ended: Option<DatedFact>,
    /// Why they ended.
    #[schema(required = true)]
    pub end_reason: Option<String>,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonRow {
    /// Key of the person, such as `kony`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of the situation (of the earliest open warrant, else of the earliest instrument).
    pub situation: String,
    /// Number of the situation.
    pub situation_no: String,
    /// Status on the day: a status of the law pack, such as `outstanding`, `surrendered`, `ended`, `summoned`, `summons-ended`.
    pub status: String,
    /// Day of issue of the earliest warrant still open.
    #[schema(required = true)]
    pub issued_on: Option<When>,
    /// Day on which that warrant became public.
    #[schema(required = true)]
    pub public_on: Option<When>,
    /// Days outstanding: the day minus the public day, with hindsight minus the day of issue.
    #[schema(required = true)]
    pub days_outstanding: Option<i64>,
    /// All warrants that are open (for other statuses: all instruments).
    pub warrants: Vec<Instrument>,
    /// Why the proceedings ended, for persons whose proceedings did.
    #[schema(required = true)]
    pub end_reason: Option<String>,
    /// Whether every date on which the row rests is verified.
    pub verified: bool,
    /// Source of the entry of issue of the earliest open warrant.
    pub source: String,
    /// What sources say of the dates on which the row rests.
    pub sources: Vec<SourceSays>,
}

/// Persons with outstanding warrants or surrender requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Outstanding {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// How many persons.
    pub count: u64,
    /// The persons, longest outstanding first.
    pub persons: Vec<PersonRow>,
}

/// What a list of persons is filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Number of a situation.
    #[schema(required = true)]
    pub situation: Option<String>,
    /// Status; null for the default, `outstanding`.
    #[schema(required = true)]
    pub status: Option<String>,
    /// Outstanding for more than so many years.
    #[schema(required = true)]
    pub years: Option<i16>,
    /// Words with which words of the name begin.
    #[schema(required = true)]
    pub name: Option<String>,
    /// The cursor that this page began after.
    #[schema(required = true)]
    pub after: Option<String>,
}

/// A page of the list of persons under warrants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Persons {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The filter.
    pub filter: Filter,
    /// How many persons match.
    pub count: u64,
    /// Persons outstanding on the day, without the filter.
    pub outstanding: u64,
    /// Persons ever named in a warrant by the day.
    pub named: u64,
    /// Rows of this page.
    pub persons: Vec<PersonRow>,
    /// Cursor of the next page; null on the last one.
    #[schema(required = true)]
    pub next: Option<String>,
    /// Situations with how many stand in the chosen status, most first.
    pub by_situation: Vec<SituationCount>,
    /// Statuses with how many stand in the chosen situation.
    pub by_status: Vec<StatusCount>,
    /// Days that the longest outstanding person on the day has been so.
    pub longest: i64,
    /// When the count changed around the day.
    pub changed: Changed,
}

/// How many persons stand in a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusCount {
    /// The status, or `all`.
    pub status: String,
    /// How many persons.
    pub count: u64,
}

/// How many persons of a situation stand in a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationCount {
    /// Number.
    pub no: String,
    /// Name.
    pub name: String,
    /// How many persons.
    pub count: u64,
}

/// When the count changed around the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// The last day, up to the day asked for, on which the count changed.
    #[schema(required = true)]
    pub last: Option<Day>,
    /// The first day after it.
    #[schema(required = true)]
    pub next: Option<Day>,
}

/// Further particulars of an act; absent where the entry does not give them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Particulars {
    /// Why the proceedings ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub reason: Option<String>,
    /// Years of imprisonment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub years: Option<i64>,
    /// Until when it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub until: Option<When>,
    /// Warrant or summons, where a list tells of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub instrument: Option<InstrumentKind>,
    /// When what became public was issued, where that was another day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub issued_on: Option<When>,
}

/// An act under one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActUnder {
    /// The instrument, such as `kony-1`.
    pub instrument: String,
    /// The date of the act.
    pub date: DatedFact,
}

/// Days from one to before another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// The first day.
    pub from: Day,
    /// The first day no longer; null where it lasts.
    #[schema(required = true)]
    pub until: Option<Day>,
}

/// Acts of one day and sense, under one or several instruments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActLine {
    /// The acts: each with the instrument under which it stands.
    pub acts: Vec<ActUnder>,
    /// Kind of the entries.
    pub act: String,
    /// For a milestone: which. For an execution or an end: how a milestone of that day tells it more closely.
    #[schema(required = true)]
    pub what: Option<String>,
    /// Warrant or summons.
    pub instrument: InstrumentKind,
    /// Which instrument of the person, 1 for the first; null where the person has one only or several share the line.
    #[schema(required = true)]
    pub ordinal: Option<u32>,
    /// State, where one is named.
    #[schema(required = true)]
    pub state: Option<StateRef>,
    /// Further particulars.
    pub particulars: Particulars,
    /// When this register learned it (day in The Hague).
    pub recorded: Day,
    /// What it does to the matter.
    pub weight: Weight,
    /// Remarks for people, in the language in which they were written.
    pub remarks: Vec<String>,
    /// What sources say of the date.
    pub sources: Vec<SourceSays>,
}

/// One person's file as far as the public may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// Key, name, status and instruments.
    pub row: PersonRow,
    /// Other names.
    pub also_known_as: Vec<String>,
    /// Sources of the names.
    pub name_sources: Vec<SourceSays>,
    /// Whether the name is verified.
    pub name_verified: bool,
    /// All instruments.
    pub instruments: Vec<Instrument>,
    /// Acts in the order of their days.
    pub lines: Vec<ActLine>,
    /// Outcomes, newest first, with their acts. A warrant is not a finding of guilt.
    pub outcomes: Vec<ActLine>,
    /// Intervals in which the person was outstanding in this reading.
    pub outstanding: Vec<Interval>,
    /// Remarks for people on the person.
    pub remarks: Vec<String>,
}
