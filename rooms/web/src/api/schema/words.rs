//! Words, dates and names that other shapes are made of.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(value_type = String, format = Date, examples("2013-10-02"))]
pub struct Day(pub Date);

/// An instant in UTC (RFC 3339).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(value_type = String, format = DateTime, examples("2026-11-25T12:10:00Z"))]
pub struct Instant(pub Timestamp);

/// A date as precise as it was given: `2013-10-02`, `2010-06`, `2007`, the same after `by`, `from` or
/// `about`, `unknown`, or an instant in UTC with its zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(examples("2013-10-02", "by 2024-12-17"))]
pub struct When(pub String);

/// Id of an entry: 32 hexadecimal digits. Entries of public packs have the same id in every record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(pattern = "^[0-9a-f]{32}$")]
pub struct EntryId(pub String);

/// What a source makes of a field. `read`: the entry's own source was read; `recalled`: it was not;
/// the others are those of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The entry's own source was read.
    Read,
    /// The entry's own source was not read.
    Recalled,
    /// Another source that was read says the same.
    Confirms,
    /// It says a part of it.
    Partly,
    /// It says something else.
    Contradicts,
    /// It follows from what the source says.
    Inferred,
}

/// Warrant of arrest or summons to appear (article 58 of the Rome Statute).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum InstrumentKind {
    /// A warrant of arrest.
    Warrant,
    /// A summons to appear.
    Summons,
}

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Persons.
    Persons,
    /// Warrants and summonses.
    Instruments,
    /// The institution did not say.
    #[serde(rename = "not said")]
    NotSaid,
}

/// What an act does to the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// Time runs from it.
    Opens,
    /// It ends the matter.
    Ends,
    /// It does neither.
    Step,
}

/// A person: key and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonRef {
    /// Key of the person, such as `kony`.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A situation: number and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationRef {
    /// Number, such as `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
}

/// A State, under its names of the day. Where the record does not name it, the code stands for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateRef {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in French.
    pub name_fr: String,
}
