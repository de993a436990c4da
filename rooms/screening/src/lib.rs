//! Screening: finds the persons and entities of a watch list in registers, under every spelling and
//! script, and says why. Pure: no clock, no chance, no files; the same input gives the same answer
//! whatever the number of threads.

mod commonness;
mod explanation;
mod row;
pub mod run;
mod screen;
pub mod table;
mod watched;

pub use commonness::Commonness;
pub use explanation::{Explanation, Language};
pub use row::Row;
pub use screen::{Hit, Scratch, Screen};
pub use watched::{Born, Gender, Kind, Watched};
