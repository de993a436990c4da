//! The law as data (law packs) and pure functions over it. Takes texts, not paths, and plain days;
//! no clock, no I/O.
//!
//! Read in this order: [`Fact`] (what conditions speak of), [`Pack`] (the law, and the questions that
//! it answers), [`Treaty`] (who is bound, and since when), [`Obligation`] (by what else), [`Topic`] (what a
//! law on cooperation is about), [`check()`] (what is wrong with a pack, and its cases). The form of a pack is
//! written down for its authors in `docs/law-packs.md`.

mod carried;
mod case;
mod fact;
mod fault;
mod find;
mod obligation;
mod pack;
mod raw;
mod read;
mod texts;
mod topic;
mod treaty;

pub use case::{CaseRun, CheckReport, check};
pub use fact::{Fact, Weight};
pub use fault::{PackErrors, PackFault};
pub use obligation::Obligation;
pub use pack::{Act, Pack, Rule, Status};
pub use topic::Topic;
pub use treaty::{Standing, TREATY_ACTS, Treaty, TreatyAct, Turn, WAYS_OF_JOINING};
