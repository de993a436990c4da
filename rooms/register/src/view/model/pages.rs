//! The views of pages: lists, situations, the first page, how a figure was made.

use super::counts::{Changed, Compared, SituationCount, SituationTotals, StatusCount, Step, Sum};
use super::parts::{Asked, DatedFact, Particulars, PersonRef, PersonRow, SituationRef};
use super::states::TiedState;
use crate::directory::StateRef;
use jiff::civil::Date;
use record::audience::Level;
use screening::Explanation;
use serde::Serialize;

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
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
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
    /// State, where one is named.
    pub state: Option<StateRef>,
    /// For an act in a row of a file: which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<FileEvent>,
    /// Further particulars.
    pub particulars: Particulars,
}

/// The row of a file in which something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileEvent {
    /// The file, e.g. `agreements`.
    pub file: String,
    /// The matter, e.g. `agreement-arg-sentences`.
    pub id: String,
    /// The States that it is about.
    pub states: Vec<StateRef>,
    /// What it is called: number and title of a resolution, title of a law, situation referred, case.
    pub title: Option<String>,
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
    /// All States on the day with their ties, by code.
    pub states: Vec<TiedState>,
    /// Figures of cooperation on the day.
    pub figures: Figures,
    /// The last day before or on which the count changed, and the next.
    pub changed: Changed,
}

/// Figures of cooperation on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Parties to the Rome Statute.
    pub parties: u64,
    /// States whose position towards it is not known.
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
pub struct Persons {
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

/// A person found by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundPerson {
    /// The person.
    pub row: PersonRow,
    /// The form of the name that was found; where they were found by words, the text in which these stand.
    pub form: String,
    /// How they were found.
    pub by: FoundBy,
    /// How near the form is to what was asked, from 0 to 100; only where it was found by its sound.
    pub likeness: Option<u8>,
    /// Which words are alike and how, where the kernel of screening says it. No part of what is taken along, since it is
    /// told in words.
    #[serde(skip)]
    pub alike: Option<Explanation>,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// How something was found. In the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// Each word begins a word of a name.
    Name,
    /// A name sounds so.
    Sound,
    /// A name begins with such a sound; only where nothing else was found.
    Near,
    /// The words stand in what is said of it.
    Words,
}

/// A situation found by name or number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundSituation {
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: String,
    /// How it was found.
    pub by: FoundBy,
}

/// A State found by name or code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundState {
    /// The State under its name of the day.
    pub state: StateRef,
    /// The form of the name that was found; empty where the State is only near what was asked.
    pub form: String,
    /// How it was found.
    pub by: FoundBy,
}

/// A row of a file found by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundRow {
    /// The file, e.g. `legislation`.
    pub file: String,
    /// The matter.
    pub id: String,
    /// The States that it is about.
    pub states: Vec<StateRef>,
    /// What it is called.
    pub title: String,
    /// The text in which the words stand; empty where no one text holds them all.
    pub form: String,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// What was asked.
    pub q: String,
    /// What of it was not read, since it has too many words; mostly empty.
    pub not_read: String,
    /// Persons found: by name, then by sound, then by words; those of one way by name, but those by sound the nearest first.
    pub persons: Vec<FoundPerson>,
    /// Whether more persons were found than are shown.
    pub more: bool,
    /// Situations found.
    pub situations: Vec<FoundSituation>,
    /// States found; where nobody and nothing bears the name, those whose name or code is nearest.
    pub states: Vec<FoundState>,
    /// Rows of files found.
    pub rows: Vec<FoundRow>,
    /// Whether more rows were found than are shown.
    pub more_rows: bool,
}
