//! Figures: sums, steps, counts beside those of institutions.

use super::parts::Asked;
use jiff::civil::Date;
use serde::Serialize;

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

/// How many proceedings ended for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReasonCount {
    /// The reason, e.g. `died`.
    pub reason: String,
    /// How many persons.
    pub count: u64,
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

/// A figure on a counting basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BasisCount {
    /// `persons` or `instruments`.
    pub basis: String,
    /// The figure.
    pub count: i64,
}

/// A step of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// From this day.
    pub from: Date,
    /// So many.
    pub count: u64,
}

/// When the count changed around the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The last day, up to the day asked for, on which the count changed.
    pub last: Option<Date>,
    /// The first day after it.
    pub next: Option<Date>,
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

/// Our counts beside those that institutions gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The reading.
    #[serde(flatten)]
    pub asked: Asked,
    /// Counts stated up to the day, by day.
    pub counts: Vec<Compared>,
}
