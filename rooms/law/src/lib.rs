//! The law as data (law packs) and pure functions over it. No clock, no I/O.

use jiff::civil::Date;

/// A law pack.
#[derive(Clone, Debug, Default)]
pub struct Pack {}

/// An act under an instrument, as far as the reader may count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act<'a> {
    /// Kind of the act, e.g. `warrant.issued`.
    pub kind: &'a str,
    /// The instrument (matter) under which it stands.
    pub instrument: &'a str,
    /// The day that counts.
    pub counts_on: Date,
}

/// The status of a person on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status<'a> {
    /// Id of the status in the pack, e.g. `outstanding`.
    pub id: &'a str,
    /// The instruments of which its conditions hold.
    pub instruments: Vec<&'a str>,
}
