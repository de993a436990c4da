//! Files of the register: their rows, their dictionary, the facts in doubt and the sources.

use super::persons::SourceSays;
use super::words::{Day, EntryId, PersonRef, StateRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a cell of a row holds on the day, and what is known of its truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The value, as the file has it: a day, a month or a year; a number; words, several with semicolons.
    pub value: String,
    /// For a date: the day from which it counts (the last possible one).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub counts_on: Option<Day>,
    /// Whether a source that was read gives this value.
    pub verified: bool,
    /// Other values that sources that were read give.
    pub others: Vec<String>,
    /// What each source says.
    pub sources: Vec<SourceSays>,
    /// The entry that records it.
    pub entry: EntryId,
    /// First 12 hexadecimal digits of the entry's leaf hash.
    #[schema(pattern = "^[0-9a-f]{12}$")]
    pub hash: String,
}

/// A row of a file on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The matter, such as `agreement-arg-sentences`.
    pub id: String,
    /// The States that it is about.
    pub states: Vec<StateRef>,
    /// The persons that it is about.
    pub persons: Vec<PersonRef>,
    /// What its columns hold, by the name of the column (see `/api/v1/files`); those that are empty on the day
    /// are left out.
    pub cells: BTreeMap<String, Cell>,
    /// Whether no day of it is known: it may have come later than the day asked for.
    pub undated: bool,
    /// For a law: the topics of Part 9 that the words of the record name, in the order of the articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// For a law: whether the words of the record say that it is general law on cooperation in criminal matters, not
    /// made for the Court.
    pub general: bool,
    /// Remarks for people, in the language in which they were written.
    pub remarks: Vec<String>,
}

/// One row of a file on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowView {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The file, such as `agreements`.
    pub file: String,
    /// The row.
    pub row: Row,
}

/// What a file is filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowFilter {
    /// A State (ISO 3166-1 alpha-3).
    #[schema(required = true)]
    pub state: Option<String>,
    /// A word of the column `kind`.
    #[schema(required = true)]
    pub kind: Option<String>,
    /// For laws: a topic of Part 9.
    #[schema(required = true)]
    pub topic: Option<String>,
    /// The cursor that this page began after.
    #[schema(required = true)]
    pub after: Option<String>,
}

/// How many rows bear a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WordCount {
    /// The word.
    pub word: String,
    /// How many rows.
    pub count: u64,
}

/// A file as at the day, filtered, a page of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rows {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The file, such as `agreements`.
    pub file: String,
    /// The filter.
    pub filter: RowFilter,
    /// The State by which it is filtered, under its name of the day.
    #[schema(required = true)]
    pub state: Option<StateRef>,
    /// How many rows match.
    pub count: u64,
    /// How many rows the file has on the day, without the filter.
    pub all: u64,
    /// Rows by the word of the column `kind`, without the filter.
    pub by_kind: Vec<WordCount>,
    /// States with rows, without the filter, by code.
    pub states: Vec<StateRef>,
    /// Rows by the code of the State, without the filter.
    pub by_state: Vec<WordCount>,
    /// Laws by the topic of Part 9 that was read in them, without the filter, in the order of the articles; empty
    /// for other files.
    pub by_topic: Vec<WordCount>,
    /// Rows of this page, in the order of their days.
    pub rows: Vec<Row>,
    /// Cursor of the next page; null on the last one.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// What a column of a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    /// A name, which stands in the id of the row.
    Name,
    /// A State (ISO 3166-1 alpha-3).
    State,
    /// States, with semicolons between them; others (the Security Council) may stand among them.
    States,
    /// Persons, with semicolons between them.
    Persons,
    /// A day, a month or a year.
    Date,
    /// Text.
    Text,
    /// Texts with semicolons between them.
    Texts,
    /// One of the words in the member `words`.
    Word,
    /// A whole number.
    Number,
    /// `yes` or `no`.
    Yesno,
    /// A remark for people, from which nothing is computed.
    Remark,
    /// A source: address or name.
    Source,
}

/// A column of a file, and what becomes of it in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name, in files, in JSON and in CSV.
    pub name: String,
    /// Whether it is part of the key by which a row is cited.
    pub key: bool,
    /// Whether every row has it.
    pub needed: bool,
    /// What it holds.
    pub holds: Holds,
    /// The words that it may hold, where these are closed; else empty.
    pub words: Vec<String>,
    /// The kinds of the entries in which it is recorded: in the first of them that the row has.
    pub kinds: Vec<String>,
    /// The field of that entry: `effective` for its date, or a member of its body; null where it is neither.
    #[schema(required = true)]
    pub field: Option<String>,
    /// What becomes of it, in words (Markdown).
    pub becomes: String,
}

/// A file of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its name, such as `agreements`.
    pub name: String,
    /// Beginning of the ids of its rows, before a hyphen.
    pub matter: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// The data dictionary: every file with its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// The files, in the order in which they are read.
    pub files: Vec<File>,
}

/// A cell that no source that was read confirms, or to which one gives another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
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
    #[schema(required = true)]
    pub state: Option<StateRef>,
    /// The person, where it is about one.
    #[schema(required = true)]
    pub person: Option<PersonRef>,
    /// The entry.
    pub entry: EntryId,
    /// What each source says.
    pub sources: Vec<SourceSays>,
}

/// How many rows of a file have facts in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DoubtCount {
    /// The file; `proceedings` for persons and the instruments against them.
    pub file: String,
    /// Rows (for `proceedings`: persons) with a fact that no source that was read confirms.
    pub unverified: u64,
    /// Rows with a fact to which a source that was read gives another value.
    pub disputed: u64,
}

/// Facts in doubt on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Doubts {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// How many there are in each file that has some, in the order of the files.
    pub counts: Vec<DoubtCount>,
    /// The file of which the facts are told.
    #[schema(required = true)]
    pub file: Option<String>,
    /// Whether only disputed facts are told.
    pub disputed_only: bool,
    /// The facts, in the order of their matters; none where no file was named.
    pub doubts: Vec<Doubt>,
}

/// A document that sources name, and what rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its address or name; what was recalled from memory: `recalled:` and how sure the memory is.
    pub source: String,
    /// Whether it was read; else it was recalled from memory.
    pub read: bool,
    /// How many rows (of persons: persons) have a fact that gives it as its source.
    pub rows: u64,
    /// How many have a citation of it: confirming, in part, contradicting or inferred.
    pub cited: u64,
}

/// The sources of what the public may see on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The sources, those most rests on first.
    pub sources: Vec<Source>,
}
