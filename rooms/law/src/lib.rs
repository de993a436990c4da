//! The law as data (law packs) and pure functions over it. Takes texts, not paths, and plain days;
//! no clock, no I/O.
//!
//! Read in this order: [`Fact`] (what conditions speak of), [`Pack`] (the law, and the questions that
//! it answers), [`check()`] (what is wrong with a pack, and its cases). The form of a pack is
//! written down for its authors in `docs/law-packs.md`.

mod carried;
mod case;
mod fact;
mod fault;
mod find;
mod pack;
mod raw;
mod read;
mod texts;

pub use case::{CaseRun, CheckReport, check};
pub use fact::{Fact, Weight};
pub use fault::{PackErrors, PackFault};
pub use pack::{Act, Pack, Rule, Status};
