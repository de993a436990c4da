//! The shapes of views. Field names are those of the JSON.

use jiff::civil::Date;
use serde::Serialize;

/// A reading, as every view repeats it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The day in the world.
    pub as_at: Date,
    /// The day as of whose end the record was read.
    pub known_on: Date,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
}

/// What a source says of one field of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceSays {
    /// The entry.
    pub entry: String,
    /// The act: the kind of the entry, e.g. `warrant.issued`.
    pub act: String,
    /// Field of the entry: `effective`, or a name in the body.
    pub field: String,
    /// `read` (the entry's own source was read), `recalled` (it was not), or a citation's `confirms`,
    /// `partly`, `contradicts`, `inferred`.
    pub verdict: String,
    /// The value that the source gives, where it gives another one.
    pub value: Option<String>,
    /// Address or name of the source.
    pub source: String,
}

/// A date with what is known of its truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatedFact {
    /// As precise as given (the text form of `record::when::When`).
    pub on: String,
    /// The day that counts (the last possible one); none where that is not known.
    pub counts_on: Option<Date>,
    /// Whether a source that was read gives this value.
    pub verified: bool,
    /// Other values that sources that were read give.
    pub others: Vec<String>,
    /// The entry that records it.
    pub entry: String,
    /// First 12 hexadecimal digits of the entry's leaf hash.
    pub hash: String,
}

/// One warrant or summons, as far as the reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// The matter, e.g. `kony-1`.
    pub id: String,
    /// `warrant` or `summons`.
    pub kind: String,
    /// Number of the case, where known.
    pub case: Option<String>,
    /// Issue.
    pub issued: DatedFact,
    /// Publication, where it is effective for the reader.
    pub made_public: Option<DatedFact>,
    /// Surrender to the Court, or first appearance.
    pub surrendered: Option<DatedFact>,
    /// End of the proceedings.
    pub ended: Option<DatedFact>,
    /// Why they ended.
    pub end_reason: Option<String>,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// The pack's key, e.g. `kony`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of the situation (of the earliest open warrant, else of the earliest instrument).
    pub situation: String,
    /// Number of the situation.
    pub situation_no: String,
    /// Status on the day: a status of the law pack (`outstanding`, `surrendered`, `ended`, `summoned`).
    pub status: String,
    /// Day of issue of the earliest warrant still open for this reader.
    pub issued_on: Option<String>,
    /// Day on which that warrant became public.
    pub public_on: Option<String>,
    /// Days outstanding: the day minus the public day, with hindsight minus the day of issue.
    pub days_outstanding: Option<i64>,
    /// All warrants that are open (for other statuses: all instruments).
    pub warrants: Vec<Instrument>,
    /// Why the proceedings ended, for persons whose proceedings did.
    pub end_reason: Option<String>,
    /// Whether every date on which the row rests is verified.
    pub verified: bool,
    /// Source of the entry of issue of the earliest open warrant.
    pub source: String,
    /// What sources say of the dates on which the row rests.
    pub sources: Vec<SourceSays>,
}

/// `comity outstanding`: persons with outstanding warrants or surrender requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outstanding {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// How many persons.
    pub count: u64,
    /// The persons, longest outstanding first.
    pub persons: Vec<PersonRow>,
}

/// The count of a day and how it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// Persons named in a warrant that the reader may count on the day.
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

/// A person: key and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonRef {
    /// The pack's key, e.g. `kony`.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A situation: number and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SituationRef {
    /// Number, e.g. `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
}

/// How many proceedings ended for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReasonCount {
    /// The reason, e.g. `died`.
    pub reason: String,
    /// How many persons.
    pub count: u64,
}

/// A figure on a counting basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BasisCount {
    /// `persons` or `instruments`.
    pub basis: String,
    /// The figure.
    pub count: i64,
}

/// How many persons have a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusCount {
    /// The status, or `all`.
    pub status: String,
    /// How many persons.
    pub count: u64,
}

/// How many persons of a situation stand in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SituationCount {
    /// Number.
    pub no: String,
    /// Name.
    pub name: String,
    /// How many persons.
    pub count: u64,
}

/// Further particulars of an act; absent where the entry does not give them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Particulars {
    /// Why the proceedings ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Years of imprisonment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<i64>,
    /// Until when it lasted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// `warrant` or `summons`, where a list tells of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// When what became public was issued, where that was another day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
}

/// What an institution counted, beside what the record gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The day counted.
    pub as_at: Date,
    /// What was counted, e.g. `outstanding`.
    pub what: String,
    /// `persons`, `instruments` or `not said`.
    pub basis: String,
    /// The institution's figure.
    pub figure: i64,
    /// Who said it.
    pub said_by: String,
    /// Where.
    pub source: String,
    /// What this record gives, on the named basis, where it can compute it.
    pub ours: Option<i64>,
    /// Where the basis is not said: what the record gives on each basis.
    pub ours_by_basis: Vec<BasisCount>,
    /// The entry.
    pub entry: String,
}

/// A step of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// From this day.
    pub from: Date,
    /// So many.
    pub count: u64,
}

/// Persons outstanding of one situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SituationRow {
    /// Number, e.g. `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
    /// How many persons are outstanding.
    pub count: u64,
    /// The persons, longest outstanding first; the first 12 of them.
    pub persons: Vec<PersonRef>,
    /// The day on which the oldest open warrant became public (with hindsight: was issued).
    pub oldest: Date,
}

/// One line of a list of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// When, and what is known of it.
    pub date: DatedFact,
    /// Kind of the entry.
    pub act: String,
    /// For a milestone: which.
    pub what: Option<String>,
    /// Person.
    pub person: Option<PersonRef>,
    /// Situation.
    pub situation: Option<SituationRef>,
    /// State (alpha-3), where one is named.
    pub state: Option<String>,
    /// Further particulars.
    pub particulars: Particulars,
}

/// The first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The lead figure and how it was made.
    pub sum: Sum,
    /// The other reading's figure.
    pub other_reading: u64,
    /// What an institution counted as outstanding on this very day, if any did.
    pub institution: Option<Compared>,
    /// The step chart, as public then.
    pub steps: Vec<Step>,
    /// The step chart, with hindsight.
    pub steps_hindsight: Vec<Step>,
    /// What institutions counted as outstanding.
    pub institutions: Vec<Compared>,
    /// By situation, oldest first.
    pub situations: Vec<SituationRow>,
    /// Latest events known to the reader on the day, latest first.
    pub events: Vec<Event>,
    /// The last day before or on which the count changed, and the next.
    pub changed: Changed,
}

/// When the count changed around the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The last day, up to the day asked for, on which the count changed.
    pub last: Option<Date>,
    /// The first day after it.
    pub next: Option<Date>,
}

/// What the list of warrants is filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// Number of a situation.
    pub situation: Option<String>,
    /// `outstanding` (the default), `surrendered`, `ended` or `all`.
    pub status: Option<String>,
    /// Outstanding for more than so many years: 1, 5 or 10.
    pub years: Option<i16>,
    /// Folded tokens of the name must begin so.
    pub name: Option<String>,
    /// Rows after this cursor.
    pub after: Option<String>,
}

/// The list of warrants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warrants {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
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
    /// Cursor of the next page, if there is one.
    pub next: Option<String>,
    /// Situations with how many stand in the chosen status, most first.
    pub by_situation: Vec<SituationCount>,
    /// Statuses with how many stand in the chosen situation.
    pub by_status: Vec<StatusCount>,
    /// Days that the longest outstanding person on the day has been so.
    pub longest: i64,
    /// When the count changed.
    pub changed: Changed,
}

/// An act under one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActUnder {
    /// The instrument, e.g. `kony-1`.
    pub instrument: String,
    /// The date of the act.
    pub date: DatedFact,
}

/// Days from one to before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The first day no longer; none where it lasts.
    pub until: Option<Date>,
}

/// One act on a person's page: acts of one day and sense under several instruments stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActLine {
    /// The acts: each with the instrument under which it stands.
    pub acts: Vec<ActUnder>,
    /// Kind of the entries.
    pub act: String,
    /// For a milestone: which. For an execution or an end: how a milestone of that day tells it more closely.
    pub what: Option<String>,
    /// `warrant` or `summons`.
    pub instrument: String,
    /// Which instrument of the person, 1 for the first; none where the person has one only or several share the line.
    pub ordinal: Option<u32>,
    /// State (alpha-3), where one is named.
    pub state: Option<String>,
    /// Further particulars.
    pub particulars: Particulars,
    /// When this register learned it (day in The Hague).
    pub recorded: Date,
    /// `opens` (time runs from it), `ends` (it ends the matter) or `step`.
    pub weight: String,
    /// Remarks for people, in the language in which they were written.
    pub remarks: Vec<String>,
    /// What sources say of the date.
    pub sources: Vec<SourceSays>,
}

/// One person's file as far as the reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
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
    /// Outcomes that stand before all else on the page, newest first: `convicted`, `acquitted`, … with their acts.
    pub outcomes: Vec<ActLine>,
    /// Intervals in which the person was outstanding in this reading.
    pub outstanding: Vec<Interval>,
    /// Remarks for people on the person.
    pub remarks: Vec<String>,
}

/// One situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Situation {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// Number, e.g. `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
    /// The count of the situation and how it is made.
    pub sum: Sum,
    /// Step chart of the situation, in the reading asked for.
    pub steps: Vec<Step>,
    /// Persons, those outstanding first.
    pub persons: Vec<PersonRow>,
}

/// How many persons a situation has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Situations {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The situations, most outstanding first.
    pub situations: Vec<SituationTotals>,
}

/// How the figure of a day was made: the persons counted in and out, with the entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Working {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The sum.
    pub sum: Sum,
    /// The rules applied: id, citation, whether unverified.
    pub rules: Vec<RuleShown>,
    /// Persons counted.
    pub outstanding: Vec<PersonRow>,
    /// Persons counted out because they were surrendered.
    pub surrendered: Vec<PersonRow>,
    /// Persons counted out because the proceedings ended.
    pub ended: Vec<PersonRow>,
    /// Persons whom hindsight adds.
    pub hindsight_adds: Vec<PersonRow>,
}

/// A rule of the law pack on which a figure rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleShown {
    /// Id, which is the citation, e.g. `icc-asp-12-res-3-2`.
    pub id: String,
    /// The citation in words.
    pub cites: String,
    /// What it says, in our words: key of a text in the law pack's Fluent files.
    pub text_key: String,
    /// Whether the rule was recalled without its text.
    pub unverified: bool,
}

/// Our counts beside those that institutions gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// Counts stated up to the day, by day.
    pub counts: Vec<Compared>,
}

/// A person found by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundPerson {
    /// The person.
    pub row: PersonRow,
    /// The form of the name that was found.
    pub form: String,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// What was asked.
    pub q: String,
    /// Persons found.
    pub persons: Vec<FoundPerson>,
    /// Situations found.
    pub situations: Vec<SituationRef>,
}

/// A member of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its value: canonical JSON text.
    pub value: String,
}

/// An entry: id and kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryRef {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
}

/// One entry, as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryShown {
    /// Id.
    pub id: String,
    /// Full leaf hash, hexadecimal.
    pub leaf_hash: String,
    /// The members of the entry as recorded.
    pub members: Vec<Member>,
    /// The entry's canonical bytes, which are the text.
    pub canonical: String,
    /// Newer versions: ids.
    pub corrected_by: Vec<String>,
    /// Citations and remarks about it.
    pub about_it: Vec<EntryRef>,
    /// What sources say of its fields.
    pub sources: Vec<SourceSays>,
    /// Whether the kind is understood by this program.
    pub understood: bool,
    /// The person it is about, if any.
    pub person: Option<PersonRef>,
}

/// What stands at the foot of each page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Foot {
    /// Edition of the pack, where one was imported.
    pub edition: Option<Date>,
    /// Until when the pack is roughly complete.
    pub complete_until: Option<Date>,
    /// The day of the newest checkpoint.
    pub checkpoint_day: Date,
    /// Root hash of the newest checkpoint, hexadecimal.
    pub checkpoint_root: String,
    /// The day on which the record began.
    pub began: Date,
    /// Whether this is an exercise record.
    pub exercise: bool,
}
