//! The shapes of the API's answers, for the OpenAPI document and for programs in Rust that read the API.
//!
//! They mirror the views of `register`, which know nothing of OpenAPI. Tests hold them equal: every
//! answer reads into its shape without an unknown member, and writes back the same.

mod counts;
mod entries;
mod persons;
mod words;

pub use counts::{
    BasisCount, Compared, Counts, Event, Overview, ReasonCount, Rule, Situation, SituationRow, SituationTotals, Situations, Step, Sum,
    Working,
};
pub use entries::{Entry, EntryRef, Member, Problem, Proof, WrongParameter};
pub use persons::{
    ActLine, ActUnder, Changed, DatedFact, Filter, Found, FoundPerson, Instrument, Interval, Outstanding, Particulars, Person, PersonRow,
    Persons, SituationCount, SourceSays, StatusCount,
};
pub use words::{Basis, Day, EntryId, Instant, InstrumentKind, PersonRef, SituationRef, Verdict, Weight, When};
