//! Screening: finds the persons and entities of a watch list in registers, under every spelling and
//! script, and says why. The same input gives the same answer whatever the number of threads. What matches
//! is pure: no clock, no chance, no files; [`table`] reads and [`run`] streams. How it works and how well:
//! `docs/screening.md`.

mod at_best;
mod commonness;
mod explanation;
mod gathered;
mod grid;
mod hopeless;
mod index;
mod joined;
mod memo;
mod name;
mod names;
mod order;
mod outline;
mod particulars;
mod role;
pub mod roman;
mod row;
pub mod run;
mod score;
mod screen;
pub mod script;
mod skeleton;
mod sounds;
pub mod table;
mod texts;
mod watched;
mod words;

pub use commonness::Commonness;
pub use explanation::{Explanation, How, Matched};
pub use particulars::{Agreement, Particulars};
pub use row::Row;
pub use screen::{Hit, Scratch, Screen};
pub use texts::Language;
pub use watched::{Born, Gender, Kind, Watched};
