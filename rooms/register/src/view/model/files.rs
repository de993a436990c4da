//! One person's file, one entry, and the foot of each page.

use super::matters::Closed;
use super::parts::{Asked, DatedFact, Instrument, Interval, Particulars, PersonRef, PersonRow, SourceSays};
use crate::directory::StateRef;
use jiff::civil::Date;
use record::audience::Level;
use serde::Serialize;

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
    /// State, where one is named.
    pub state: Option<StateRef>,
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
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// An act under one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActUnder {
    /// The instrument, e.g. `kony-1`.
    pub instrument: String,
    /// The date of the act.
    pub date: DatedFact,
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
    /// The narrowest level of the names and of what is said of them, remarks among it. No part of what is taken along.
    #[serde(skip)]
    pub level_of_name: Level,
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
    /// Who may know it, where that is not anybody. No part of what is taken along.
    #[serde(skip)]
    pub closed: Option<Closed>,
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
    /// The institution that keeps the record, where it was named: `court`, `state:XAA`.
    pub institution: Option<String>,
}
