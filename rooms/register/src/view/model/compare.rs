//! What changed between two days; what is in doubt; where facts come from.

use super::pages::{Event, Figures};
use super::parts::{Asked, PersonRef, PersonRow, SourceSays};
use crate::directory::StateRef;
use jiff::civil::Date;
use record::audience::Level;
use serde::Serialize;

/// A session of the Assembly by whose day a comparison can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Number of the session.
    pub session: i64,
    /// The day on which it adopted its resolution on cooperation.
    pub on: Date,
    /// The resolution.
    pub resolution: String,
}

/// A person who came or left between the days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The person as at the later day.
    pub row: PersonRow,
    /// The first day outstanding after the earlier day, where they came.
    pub came: Option<Date>,
    /// The first day no longer outstanding, where they left.
    pub left: Option<Date>,
}

/// A figure of cooperation at both days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    /// What is counted: a name of [`Figures`], or `outstanding`.
    pub what: String,
    /// At the earlier day.
    pub before: u64,
    /// At the later day.
    pub after: u64,
}

/// A State whose standing towards a treaty changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandingChange {
    /// The treaty.
    pub treaty: String,
    /// The State.
    pub state: StateRef,
    /// Its standing at the earlier day.
    pub before: Option<String>,
    /// Its standing at the later day.
    pub after: Option<String>,
    /// The day from which it has the later one.
    pub since: Option<Date>,
}

/// What changed between two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The reading of the later day.
    #[serde(flatten)]
    pub asked: Asked,
    /// The earlier day.
    pub from: Date,
    /// Figures at both days, `outstanding` first.
    pub figures: Vec<FigureChange>,
    /// States whose position towards the Rome Statute is not known, at either day.
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

/// A cell that no source that was read confirms, or to which one gives another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// The file.
    pub file: String,
    /// The matter.
    pub id: String,
    /// The kind of the entry.
    pub act: String,
    /// The field: `effective` for its date, or a member of its body.
    pub field: String,
    /// The value in this record.
    pub value: String,
    /// Whether a source that was read confirms it.
    pub verified: bool,
    /// Other values that sources that were read give.
    pub others: Vec<String>,
    /// The State, where it is about one.
    pub state: Option<StateRef>,
    /// The person, where it is about one: key and name.
    pub person: Option<PersonRef>,
    /// The entry.
    pub entry: String,
    /// What each source says.
    pub sources: Vec<SourceSays>,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// How many rows of a file have facts in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoubtCount {
    /// The file.
    pub file: String,
    /// Rows (for persons: files of persons) with a fact that no source that was read confirms.
    pub unverified: u64,
    /// Rows with a fact to which a source that was read gives another value.
    pub disputed: u64,
}

/// Facts in doubt on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubts {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// How many there are in each file, in the order of the files.
    pub counts: Vec<DoubtCount>,
    /// The file of which the facts are told.
    pub file: Option<String>,
    /// Whether only disputed facts are told.
    pub disputed_only: bool,
    /// The facts, in the order of their matters.
    pub doubts: Vec<Doubt>,
}

/// A document that sources name, and what rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its address or name; what was recalled from memory: `recalled:` and how sure the memory is.
    pub source: String,
    /// Whether it was read; else it was recalled from memory.
    pub read: bool,
    /// How many rows (for persons: files of persons) have a fact that gives it as its source.
    pub rows: u64,
    /// How many have a citation of it: confirming, in part, contradicting or inferred.
    pub cited: u64,
}

/// The sources of what the reader may see on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// The sources, those most rests on first.
    pub sources: Vec<Source>,
}

/// Figures with the words that name them, in the order in which they are shown.
pub fn figures(figures: &Figures) -> [(&'static str, u64); 6] {
    [
        ("parties", figures.parties),
        ("apic", figures.apic),
        ("findings", figures.findings),
        ("sentence_agreements", figures.sentence_agreements),
        ("declarations", figures.declarations),
        ("laws", figures.laws),
    ]
}
